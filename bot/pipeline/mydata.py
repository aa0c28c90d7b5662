"""What is stored about a member becomes a file for them, or is erased."""

import asyncio
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

import structlog

from bot.pipeline.reports import ledger_csv
from bot.pipeline.supervise import Bell
from storage.mydata import Extent, MemberData, Stored, StoredPicture
from storage.records import Duty

log = structlog.get_logger()

MOST_BYTES: Final = 24 * 1024 * 1024
"""Larger files take too long to send, whatever Discord would take."""

_RESERVE: Final = 64 * 1024
"""Bytes for the names of the files in the archive, and for the message around it."""

_EXTENSIONS: Final = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


class TooMuch(Exception):
    """Even without pictures it is more than Discord takes."""


@dataclass(frozen=True)
class Counted:
    """What is in an archive: ``left_out`` are the pictures that do not fit, which are the oldest."""

    videos: int
    pictures: int
    left_out: int


@dataclass(frozen=True)
class Packed:
    """An archive (ZIP), and what is in it."""

    archive: bytes = field(repr=False)
    counted: Counted


class MyData:
    """Members' own data. Videos that Discord has not taken lie in ``folder``, named by their job."""

    def __init__(self, *, data: MemberData, folder: Path, bell: Bell) -> None:
        self._data = data
        self._folder = folder
        self._bell = bell
        self._turn = asyncio.Semaphore(1)

    async def extent(self, member_id: int) -> Extent:
        """What ``erase`` would do now."""
        return await self._data.extent(member_id)

    async def pack(self, member_id: int, *, most: int, readme: Callable[[Counted], str]) -> Packed | None:
        """All that is stored about the member, in at most so many bytes; ``None`` where nothing is.

        One archive at a time is made; ``readme`` says what is in it. Raises ``TooMuch``.
        """
        async with self._turn:
            stored = await self._data.stored(member_id)
            if not any(stored.tables.values()):
                return None
            with closing(_Archive()) as archive:
                counted = await self._fill(archive, stored, min(most, MOST_BYTES) - _RESERVE)
                archive.add("README.txt", readme(counted).encode())
            log.info("data handed out", videos=counted.videos, pictures=counted.pictures, bytes=archive.size)
            return Packed(archive.content, counted)

    async def _fill(self, archive: "_Archive", stored: Stored, room: int) -> Counted:
        await asyncio.to_thread(archive.add_tables, stored)
        fitting, left_out = _fitting(stored.pictures, room - archive.size)
        for picture in fitting:
            if (content := await self._data.picture(picture)) is not None:
                await asyncio.to_thread(archive.add, _name(picture), content)
        return Counted(len(stored.tables["jobs"]), len(fitting), left_out)

    async def erase(self, member_id: int) -> None:
        """Erase all that is stored about the member, and their videos on this machine's disk.

        Files of a process that dies here, or of another machine, are found by the hourly sweep there.
        """
        job_ids = await self._data.erase(member_id)
        self._bell.ring(Duty.CARD)
        files = await asyncio.to_thread(_unlink, self._folder, job_ids)
        log.info("data erased", videos=len(job_ids), files=files)


def _unlink(folder: Path, job_ids: Sequence[str]) -> int:
    theirs = set(job_ids)
    files = [file for file in folder.glob("*.mp4*") if file.name.split(".")[0] in theirs]
    for file in files:
        file.unlink(missing_ok=True)
    return len(files)


def _fitting(pictures: Sequence[StoredPicture], room: int) -> tuple[list[StoredPicture], int]:
    """The newest pictures that have room (bytes), and how many have not."""
    if room < 0:
        raise TooMuch
    fitting = []
    for picture in pictures:
        if picture.size > room:
            break
        room -= picture.size + len(_name(picture)) * 2
        fitting.append(picture)
    return fitting, len(pictures) - len(fitting)


def _name(picture: StoredPicture) -> str:
    return f"pictures/{picture.job_id}-{picture.kind}.{_EXTENSIONS.get(picture.media_type, 'bin')}"


class _Archive:
    """A ZIP that is being made in memory."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        self._zip = zipfile.ZipFile(self._bytes, "w", zipfile.ZIP_DEFLATED)

    @property
    def size(self) -> int:
        """Bytes so far."""
        return self._bytes.tell()

    def add_tables(self, stored: Stored) -> None:
        tables = {name: rows for name, rows in stored.tables.items() if rows}
        self.add("data.json", json.dumps(tables, default=_plain, ensure_ascii=False, indent=1).encode())
        self.add("ledger.csv", ledger_csv(stored.entries))

    def add(self, name: str, content: bytes) -> None:
        stays = zipfile.ZIP_STORED if name.startswith("pictures/") else None  # they are compressed already
        self._zip.writestr(name, content, compress_type=stays)

    def close(self) -> None:
        self._zip.close()

    @property
    def content(self) -> bytes:
        """The whole file, once it is closed."""
        return self._bytes.getvalue()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(value)

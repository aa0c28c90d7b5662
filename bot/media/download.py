"""Fetching a finished video from where its provider keeps it.

::

    DownloadError
    ├── DownloadRefused    the URL leads where the bot does not go; final
    ├── DownloadGone       the URL has ended; ask the provider for a new one
    ├── DownloadBroken     try again: disconnected, too slow, server in trouble, shorter than announced
    │   └── DownloadSlow   try again later: what has come is kept, and the next fetch goes on from there
    └── DownloadTooLarge   more bytes than allowed

What a full disk raises is no ``DownloadError`` but the ``OSError`` itself: no other URL would help.

Result URLs are signed: whoever reads one may fetch the video. Texts carry scheme, host and path only, and errors of
aiohttp, which may quote the whole URL, are not chained.
"""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.media.addresses import ANYWHERE, PUBLIC, AddressRefused, CheckedResolver

MAX_BYTES: Final = 200 * 1024 * 1024
MAX_REDIRECTS: Final = 5
MAX_RESUMES: Final = 5
SLOWEST: Final = 20_000
"""Bytes per second; what is slower over ``idle_seconds`` is broken off."""

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN: Final = frozenset({408, 416, 425, 429})
_CHUNK_BYTES: Final = 256 * 1024


class DownloadError(Exception):
    """The file was not fetched; nothing is left at the target."""


class DownloadRefused(DownloadError):
    """The URL leads where the bot does not go."""


class DownloadGone(DownloadError):
    """The server will not give this URL any more."""


class DownloadBroken(DownloadError):
    """The same URL may work at another time."""


class DownloadSlow(DownloadBroken):
    """It would hold up others for too long."""


class DownloadTooLarge(DownloadError):
    """The file has more bytes than allowed."""


@dataclass
class _Part:
    """What has come of a file so far; ``version`` is its ETag or its time, by which the rest can be asked for.

    ``origin`` is the URL that it came from, without its signature.
    """

    path: Path
    origin: URL
    size: int = 0
    version: str = ""

    def is_there(self) -> bool:
        """Whether the file holds what has come."""
        return self.path.is_file() and self.path.stat().st_size == self.size

    @property
    def wanted(self) -> dict[str, str]:
        """The rest, or all of it where the file is no longer the same."""
        return {"Range": f"bytes={self.size}-", "If-Range": self.version} if self.size and self.version else {}

    def goes_on_with(self, response: aiohttp.ClientResponse) -> bool:
        """Whether the answer begins where the part ends."""
        return bool(self.wanted) and response.headers.get("Content-Range", "").startswith(f"bytes {self.size}-")


class Downloader:
    """Fetches files over https from the public network, without cookies and credentials.

    ``total_seconds`` bounds a whole fetch, ``idle_seconds`` the wait for the connection and for each next byte. With
    ``allow_private_networks`` http and every address are allowed. ``resolver`` is who resolves names, usually the
    machine. To be made inside a running event loop.
    """

    def __init__(
        self,
        *,
        allow_private_networks: bool = False,
        max_bytes: int = MAX_BYTES,
        total_seconds: float = 600.0,
        idle_seconds: float = 30.0,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._rules = ANYWHERE if allow_private_networks else PUBLIC
        self._max_bytes = max_bytes
        self._total_seconds = total_seconds
        self._idle_seconds = idle_seconds
        self._kept: dict[Path, _Part] = {}
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=CheckedResolver(self._rules, resolver), use_dns_cache=False),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=idle_seconds, sock_read=idle_seconds),
            headers={"Accept-Encoding": "identity"},
            auto_decompress=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._session.close()

    async def fetch(self, url: str, target: Path) -> int:
        """Fetch into ``target`` and tell its size; ``target`` appears only complete and written to the disk."""
        place = _parsed(url)
        part = await self._begun(place, target)
        try:
            async with asyncio.timeout(self._total_seconds) as limit:
                await self._complete(place, part)
                await asyncio.to_thread(_settle, part.path, target)
        except DownloadSlow:
            self._keep(part, target)
            raise
        except AddressRefused as error:
            raise DownloadRefused(str(error)) from None
        except ValueError:  # of aiohttp or a codec, about a part of the URL that neither could read
            raise DownloadRefused(f"{_shown(place)} is not a URL that can be fetched") from None
        except (aiohttp.ClientError, TimeoutError) as error:
            if limit.expired():
                self._keep(part, target)
                raise DownloadSlow(f"{_shown(place)}: not whole after {self._total_seconds:g} s") from None
            raise DownloadBroken(f"{_shown(place)}: {type(error).__name__}") from None
        finally:
            if target not in self._kept:
                await asyncio.to_thread(part.path.unlink, missing_ok=True)
        return part.size

    def _keep(self, part: _Part, target: Path) -> None:
        if part.version:
            self._kept[target] = part

    async def _begun(self, place: URL, target: Path) -> _Part:
        """What an earlier fetch has left of this file, if it is still there and can be gone on with."""
        new = _Part(target.with_name(f"{target.name}.part"), place.with_query(None))
        kept = self._kept.pop(target, new)
        if kept is new or kept.origin != new.origin or not await asyncio.to_thread(kept.is_there):
            return new
        return kept

    async def _complete(self, url: URL, part: _Part) -> None:
        """Fetch the file; where it breaks off, go on from there as long as more comes each time."""
        for _ in range(MAX_RESUMES):
            had = part.size
            try:
                return await self._follow(url, part)
            except (aiohttp.ClientError, TimeoutError):
                if not part.version or part.size <= had:
                    raise
        return await self._follow(url, part)

    async def _follow(self, url: URL, part: _Part) -> None:
        for _ in range(MAX_REDIRECTS + 1):
            self._rules.check_url(url)
            async with self._session.get(url, allow_redirects=False, headers=part.wanted) as response:
                if response.status not in _REDIRECTS:
                    return await self._take(response, part)
                url = _next(url, response.headers.get("Location", ""))
        raise DownloadRefused(f"{_shown(url)}: more than {MAX_REDIRECTS} redirects")

    async def _take(self, response: aiohttp.ClientResponse, part: _Part) -> None:
        status, shown = response.status, _shown(response.url)
        if 400 <= status < 500 and status not in _TRY_AGAIN:
            raise DownloadGone(f"{shown}: HTTP {status}")
        rest = status == 206 and part.goes_on_with(response)
        if status != 200 and not rest:
            raise DownloadBroken(f"{shown}: HTTP {status}")
        if not rest:
            part.size, part.version = 0, _version(response)
        if part.size + (response.content_length or 0) > self._max_bytes:
            raise DownloadTooLarge(f"{shown}: {part.size + (response.content_length or 0)} bytes announced")
        await self._stream(response, part)

    async def _stream(self, response: aiohttp.ClientResponse, part: _Part) -> None:
        """aiohttp raises when the body is shorter than announced."""
        # Opened here and not in a thread: when a wait for a thread is cancelled, nobody is left to close the file.
        with part.path.open("ab" if part.size else "wb") as file:
            clock = asyncio.get_running_loop().time
            since, had = clock(), part.size
            async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
                if part.size + len(chunk) > self._max_bytes:
                    raise DownloadTooLarge(f"{_shown(response.url)}: more than {self._max_bytes} bytes")
                await asyncio.to_thread(file.write, chunk)
                part.size += len(chunk)
                if (passed := clock() - since) >= self._idle_seconds:
                    if part.size - had < SLOWEST * passed:
                        raise DownloadSlow(f"{_shown(response.url)}: slower than {SLOWEST} bytes/s")
                    since, had = clock(), part.size
            await asyncio.to_thread(_sync, file)


def _version(response: aiohttp.ClientResponse) -> str:
    """What names these very bytes, so that a later answer can be joined to them; nothing where nothing does."""
    tag = response.headers.get("ETag", "")
    return tag if tag.startswith('"') else response.headers.get("Last-Modified", "")


def _parsed(url: str) -> URL:
    try:
        # A signature holds for the very characters that were signed: nothing that is valid is quoted anew.
        parsed = URL(url, encoded=url.isascii() and url.isprintable() and " " not in url)
        _ = parsed.host, parsed.port  # only read when they are asked for
    except ValueError:
        raise DownloadRefused("not a URL") from None
    return parsed


def _next(url: URL, location: str) -> URL:
    target = url.join(_parsed(location)).with_fragment(None)
    if url.scheme == "https" and target.scheme != "https":
        raise DownloadRefused(f"{_shown(url)} leads away from https")
    return target


def _shown(url: URL) -> str:
    return f"{url.scheme}://{url.host}{url.raw_path}"


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _settle(part: Path, target: Path) -> None:
    part.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

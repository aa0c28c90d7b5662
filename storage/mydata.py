"""All that is stored about a member, on every server: what it is, handed out, or erased.

Rows that others need (the ledger, jobs, the audit) stay and lose their member: in the id's place comes a number below
0, drawn at random for each server and kept nowhere else. docs/decisions/0014-erasing.md says what stays, and why.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, Select, Table, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import erasing, grants, reports, servers
from storage.database import Database, calls_run_to_their_end
from storage.quota_records import Entry
from storage.reservation import ON_THE_WAY
from storage.states import JobState
from storage.tables import jobs, ledger, metadata, pictures

_SECRET: Final = frozenset({"callback_token"})
_OF_OTHERS_JOBS: Final = frozenset({"id", "server_id", "deleted_by", "deleted_at"})
"""What a member's data hold of a job that they have not ordered."""

_BEING_MADE: Final = {*ON_THE_WAY, JobState.UNCERTAIN} - {JobState.QUEUED}


@dataclass(frozen=True)
class StoredPicture:
    """A picture of one of the member's jobs; ``size`` in bytes."""

    job_id: str
    kind: str
    media_type: str
    size: int


@dataclass(frozen=True)
class Stored:
    """All rows that name a member, by table; ``entries`` are those of their accounts, ``pictures`` the newest first.

    Where a row names somebody else too, 0 stands for them.
    """

    tables: Mapping[str, Sequence[Mapping[str, Any]]] = field(repr=False)
    entries: tuple[Entry, ...] = field(repr=False)
    pictures: tuple[StoredPicture, ...]


@dataclass(frozen=True)
class Extent:
    """What erasing would do: how many videos, pictures and servers it is about.

    ``queued`` ones would be taken back, ``being_made`` ones would not be posted; ``granted`` credits would be lost.
    ``ruled`` is on how many servers a rule of moderators stays with the id; ``counted_until`` until when what was used
    of a window does.
    """

    servers: int
    videos: int
    pictures: int
    queued: int
    being_made: int
    granted: int
    ruled: int
    counted_until: datetime | None


@calls_run_to_their_end
class MemberData:
    """Every method may raise ``StorageUnavailable``. ``new_alias`` draws a random number below 0."""

    def __init__(self, database: Database, *, clock: Callable[[], datetime], new_alias: Callable[[], int]) -> None:
        self._database = database
        self._now = clock
        self._new_alias = new_alias

    async def stored(self, member_id: int) -> Stored:
        """All that is stored about the member, but for the pictures' bytes."""
        async with self._database.read() as connection:
            found = {
                table: (await connection.execute(erasing.rows_naming(table, member_id))).all() for table in _tables()
            }
            seen = await connection.execute(_pictures_of(member_id))
            rows = [StoredPicture(row.job_id, row.kind, row.media_type, row.size) for row in seen]
        return await asyncio.to_thread(_stored, member_id, found, rows)

    async def picture(self, picture: StoredPicture) -> bytes | None:
        """Its bytes; ``None`` where they were erased meanwhile."""
        same = (pictures.c.job_id == picture.job_id, pictures.c.kind == picture.kind)
        async with self._database.read() as connection:
            content: bytes | None = await connection.scalar(select(pictures.c.content).where(*same))
            return content

    async def extent(self, member_id: int) -> Extent:
        """What ``erase`` would do now."""
        now = self._now()
        async with self._database.read() as connection:
            server_ids = await erasing.servers_of(connection, member_id)
            states = await _states_of(connection, member_id)
            open_ = [await erasing.window_in_use(connection, server_id, member_id, now) for server_id in server_ids]
            usable = [await grants.usable(connection, server_id, member_id, now) for server_id in server_ids]
            return Extent(
                servers=sum(server_id > 0 for server_id in server_ids),  # the operator's account belongs to none
                videos=sum(states.values()),
                pictures=len((await connection.execute(_pictures_of(member_id))).all()),
                queued=states.get(JobState.QUEUED, 0),
                being_made=sum(states.get(state, 0) for state in _BEING_MADE),
                granted=sum(grant.left for found in usable for grant in found),
                ruled=len(await erasing.ruled(connection, member_id, now)),
                counted_until=max((end for used, end in open_ if used), default=None),
            )

    async def erase(self, member_id: int) -> list[str]:
        """Erase all of it, or nothing; the ids of the member's jobs, whose videos may still lie on a disk.

        Queued jobs are taken back; those that are being made go on without a member, and are posted nowhere. What was
        used of a window that has not ended still counts. May be done again at any time.
        """
        now = self._now()
        async with self._database.read() as connection:  # what takes long, before anybody has to wait
            server_ids = await erasing.servers_of(connection, member_id)
            mentions = await erasing.mentions(connection, member_id)
        async with self._database.write() as connection:
            for server_id in server_ids:
                await servers.lock(connection, server_id)
            theirs = await erasing.take_back(connection, member_id, now)
            await erasing.drop_rules(connection, member_id, now)
            for server_id in server_ids:
                await erasing.leave(connection, server_id, member_id, alias=self._new_alias(), now=now)
            await erasing.empty(connection, theirs, now)
            for column, key in mentions:
                await erasing.unmention(connection, column, key, member_id)
        return [job.id for job in theirs]


def _tables() -> list[Table]:
    return [table for table in metadata.sorted_tables if any(column.table is table for column in erasing.NAMING)]


def _pictures_of(member_id: int) -> Select[Any]:
    size = func.length(pictures.c.content).label("size")
    theirs = select(pictures.c.job_id, pictures.c.kind, pictures.c.media_type, size).join_from(pictures, jobs)
    newest_first = (jobs.c.created_at.desc(), jobs.c.id, pictures.c.kind)
    return theirs.where(jobs.c.member_id == member_id).order_by(*newest_first)


def _stored(member_id: int, found: Mapping[Table, Sequence[Row[Any]]], seen: Iterable[StoredPicture]) -> Stored:
    tables = {table.name: [_shown(table, row._asdict(), member_id) for row in rows] for table, rows in found.items()}
    own = [row for row in found[ledger] if row.member_id == member_id]
    entries = (
        replace(entry, actor_id=_known(entry.actor_id, member_id), partner_id=_known(entry.partner_id, member_id))
        for entry in reports.entries_of(own)
    )
    return Stored(tables, tuple(entries), tuple(seen))


def _shown(table: Table, row: Mapping[str, Any], member_id: int) -> dict[str, Any]:
    persons = {column.name for column in erasing.NAMING if column.table is table}
    hidden = _SECRET if table is not jobs or row["member_id"] == member_id else row.keys() - _OF_OTHERS_JOBS
    return {
        name: _known(value, member_id) if name in persons else value
        for name, value in row.items()
        if name not in hidden
    }


def _known(person: int | None, member_id: int) -> int | None:
    return person if person in (member_id, None) else 0


async def _states_of(connection: AsyncConnection, member_id: int) -> dict[JobState, int]:
    query = select(jobs.c.state, func.count().label("number")).where(jobs.c.member_id == member_id)
    return {JobState(row.state): row.number for row in await connection.execute(query.group_by(jobs.c.state))}

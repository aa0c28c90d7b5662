"""Statements that erase what names a member, or tells about them; ``storage.mydata`` makes one transaction of them."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import JSON, Column, Select, Table, Text, and_, bindparam, cast, delete, or_, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ColumnElement

from storage import jobs as job_statements
from storage import ledger as ledger_statements
from storage import servers
from storage.ledger import Cause, Kind, Sums
from storage.limits import Limit, rank
from storage.quota_records import Holder
from storage.records import Job
from storage.reservation import allowance_account
from storage.retention import ENDED
from storage.states import JobState
from storage.tables import (
    allowances,
    balances,
    blocks,
    changes,
    drafts,
    grants,
    jobs,
    ledger,
    member_threads,
    metadata,
    pictures,
    turns,
)
from storage.windows import window_at

CARDS_REDRAWN: Final = 200
"""Cards that lose their prompt; older ones stand too far up, and Discord bounds edits of old messages."""

BETWEEN_CARDS: Final = timedelta(seconds=5)
"""So that redrawing keeps no other card waiting."""

_DELETED: Final = (drafts.c.member_id, turns.c.member_id, member_threads.c.member_id)
_RENAMED: Final = (
    *(jobs.c.member_id, jobs.c.deleted_by, grants.c.member_id, balances.c.member_id, blocks.c.actor_id),
    *(ledger.c.member_id, ledger.c.actor_id, ledger.c.partner_id),
    *(changes.c.member_id, changes.c.actor_id),
)
_RULES: Final = (blocks.c.member_id, allowances.c.holder_id)
NAMING: Final[tuple[Column[int], ...]] = (*_DELETED, *_RENAMED, *_RULES)
"""Every column that names members; a test finds those that are missing here."""

_TEXTS: Final = tuple(
    column
    for table in metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, Text | JSON) and not column.primary_key
)
"""Where somebody may have mentioned somebody."""

_KEPT_OPTIONS: Final = frozenset({"model", "duration", "mode"})
"""What the prices and the times of videos are known by."""


def rows_naming(table: Table, member_id: int) -> Select[Any]:
    """All rows of a table that name the member, oldest first where they are numbered."""
    query = select(table).where(or_(*(column == member_id for column in NAMING if column.table is table)))
    if table is allowances:
        query = query.where(allowances.c.holder == Holder.MEMBER)
    return query.order_by(*table.primary_key.columns)


async def servers_of(connection: AsyncConnection, member_id: int) -> list[int]:
    """Where anything names the member; in the order in which servers are locked."""
    found = union(*(select(column.table.c.server_id).where(column == member_id) for column in NAMING))
    return sorted(await connection.scalars(found))


async def window_in_use(
    connection: AsyncConnection, server_id: int, member_id: int, now: datetime
) -> tuple[int, datetime]:
    """What counts as used of the member's allowance in the current window, and when that ends."""
    server = await servers.get(connection, server_id, default_allowance=0)
    start, end = window_at(now, server.period, server.time_zone)
    sums = await ledger_statements.sums_in(connection, allowance_account(server_id, member_id), start, end)
    return max(0, sums.used), end


async def ruled(connection: AsyncConnection, member_id: int, now: datetime) -> set[int]:
    """The servers on which moderators restrict the member; deleting one's data must not undo that."""
    lasts = blocks.c.until.is_(None) | (blocks.c.until > now)
    blocked = await connection.scalars(select(blocks.c.server_id).where(blocks.c.member_id == member_id, lasts))
    return set(blocked) | set(await _own_allowances(connection, member_id, lower=True))


async def _own_allowances(connection: AsyncConnection, member_id: int, *, lower: bool) -> list[int]:
    """The servers on which the member has an own allowance that is lower, or not lower, than everybody's."""
    every = await connection.execute(rows_naming(allowances, member_id))
    own: dict[int, Limit] = {row.server_id: row.allowance for row in every}
    usual = {server_id: await servers.get(connection, server_id, default_allowance=0) for server_id in own}
    return [one for one, limit in own.items() if (rank(limit) < rank(usual[one].allowance)) is lower]


async def take_back(connection: AsyncConnection, member_id: int, now: datetime) -> list[Job]:
    """Hold all jobs of the member, oldest first, and cancel those that are queued."""
    query = select(jobs).where(jobs.c.member_id == member_id).order_by(jobs.c.id).with_for_update()
    theirs = [job_statements.record(row) for row in await connection.execute(query)]
    kept = [
        await job_statements.advance(connection, job, JobState.CANCELED, now=now)
        if job.state is JobState.QUEUED
        else job
        for job in theirs
    ]
    return sorted(kept, key=lambda job: job.created_at)


async def drop_rules(connection: AsyncConnection, member_id: int, now: datetime) -> None:
    """Forget what moderators have set for the member, but for what restricts them."""
    await connection.execute(delete(blocks).where(blocks.c.member_id == member_id, blocks.c.until <= now))
    for server_id in await _own_allowances(connection, member_id, lower=False):
        await servers.set_allowance(connection, server_id, Holder.MEMBER, member_id, None)


async def leave(connection: AsyncConnection, server_id: int, member_id: int, *, alias: int, now: datetime) -> None:
    """Nothing of this server names the member any more, but for what they have used of its current window."""
    accounts = and_(balances.c.server_id == server_id, balances.c.member_id == member_id)
    in_order = (balances.c.scope.desc(), balances.c.grant_id)  # the allowance before grants, as everywhere
    await connection.execute(select(balances.c.held).where(accounts).order_by(*in_order).with_for_update())
    used, _ = await window_in_use(connection, server_id, member_id, now)
    await _forget_reasons(connection, server_id, member_id)
    for column in _DELETED:
        await connection.execute(delete(column.table).where(*_here(column, server_id, member_id)))
    for column in _RENAMED:
        here = _here(column, server_id, member_id)
        await connection.execute(update(column.table).where(*here).values({column.name: alias}))
    if used:
        account = allowance_account(server_id, member_id)
        await ledger_statements.lock(connection, account)
        await ledger_statements.change(connection, account, Sums(added=-used), Cause(Kind.CARRY, now, now))


def _here(column: Column[int], server_id: int, member_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return column.table.c.server_id == server_id, column == member_id


async def _forget_reasons(connection: AsyncConnection, server_id: int, member_id: int) -> None:
    """What was written about the member."""
    for column in (ledger.c.member_id, grants.c.member_id, changes.c.member_id):
        here = _here(column, server_id, member_id)
        await connection.execute(update(column.table).where(*here).values(reason=""))
    rows = await connection.execute(select(changes).where(*_here(changes.c.member_id, server_id, member_id)))
    for row in rows.all():
        if "block_reason" in row.after:
            told = {name: {**getattr(row, name), "block_reason": ""} for name in ("before", "after")}
            await connection.execute(update(changes).where(changes.c.id == row.id).values(**told))


async def empty(connection: AsyncConnection, theirs: Sequence[Job], now: datetime) -> None:
    """Erase what the jobs were about, and let their cards show it; ``theirs`` oldest first."""
    every = [{"its_id": job.id, "kept": _plain_options(job.request)} for job in theirs]
    ended = [{"its_id": job.id} for job in theirs if job.state in ENDED]
    shown = [job for job in reversed(theirs) if job.card_message_id is not None][:CARDS_REDRAWN]
    cards = [{"its_id": job.id, "due": now + number * BETWEEN_CARDS} for number, job in enumerate(shown)]
    one = jobs.c.id == bindparam("its_id")
    said = {"failure": None, "failure_detail": None}
    redrawn = {"revision": jobs.c.revision + 1, "card_due_at": bindparam("due")}
    for statement, rows in (
        (delete(pictures).where(pictures.c.job_id == bindparam("its_id")), [{"its_id": job.id} for job in theirs]),
        (update(jobs).where(one).values(request=bindparam("kept"), **said), every),
        (update(jobs).where(one).values(video_url=None, provider_task_id=None, link=None), ended),
        (update(jobs).where(one).values(**redrawn), cards),
    ):
        if rows:
            await connection.execute(statement, rows)


def _plain_options(request: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in request.items() if name in _KEPT_OPTIONS}


Key = tuple[Any, ...]


async def mentions(connection: AsyncConnection, member_id: int) -> list[tuple[Column[Any], Key]]:
    """Texts, whosever they are, in which the id stands; by column and primary key."""
    return [
        (column, tuple(row))
        for column in _TEXTS
        for row in await connection.execute(
            select(*column.table.primary_key.columns).where(cast(column, Text).contains(str(member_id)))
        )
    ]


async def unmention(connection: AsyncConnection, column: Column[Any], key: Collection[Any], member_id: int) -> None:
    same = [part == value for part, value in zip(column.table.primary_key.columns, key, strict=True)]
    value = await connection.scalar(select(column).where(*same))
    number = re.compile(rf"(?<!\d){member_id}(?!\d)")
    if value is not None:
        clean = json.loads(number.sub("0", json.dumps(value, ensure_ascii=False)))
        await connection.execute(update(column.table).where(*same).values({column.name: clean}))

"""Statements on what has happened: members' ledger entries, and the videos of a period.

A period may have many rows; they become records in a thread, off the event loop.
"""

import asyncio
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ledger import Scope
from storage.quota_records import Entry, MadeVideo
from storage.states import JobState
from storage.tables import jobs, ledger

_OF_MEMBERS = ledger.c.scope.in_((Scope.MEMBER, Scope.GRANT))


async def newest_entries(
    connection: AsyncConnection, server_id: int, member_id: int | None, *, before: int | None, limit: int
) -> list[Entry]:
    """A member's entries, or all members'; the newest first."""
    query = select(ledger).where(ledger.c.server_id == server_id, _OF_MEMBERS)
    if member_id is not None:
        query = query.where(ledger.c.member_id == member_id)
    if before is not None:
        query = query.where(ledger.c.id < before)
    return entries_of(await connection.execute(query.order_by(ledger.c.id.desc()).limit(limit)))


async def entries(connection: AsyncConnection, server_id: int, start: datetime, end: datetime) -> list[Entry]:
    """All members' entries of a period, oldest first."""
    period = (ledger.c.at >= start, ledger.c.at < end)
    query = select(ledger).where(ledger.c.server_id == server_id, _OF_MEMBERS, *period)
    return await asyncio.to_thread(entries_of, (await connection.execute(query.order_by(ledger.c.id))).all())


def entries_of(rows: Iterable[Row[Any]]) -> list[Entry]:
    """Rows of ``ledger`` as records."""
    return [
        Entry(
            id=row.id,
            at=row.at,
            kind=row.kind,
            member_id=row.member_id,
            grant_id=row.grant_id,
            job_id=row.job_id,
            added=row.added_change,
            held=row.held_change,
            spent=row.spent_change,
            actor_id=row.actor_id,
            reason=row.reason,
            partner_id=row.partner_id,
        )
        for row in rows
    ]


async def videos(connection: AsyncConnection, server_id: int, start: datetime, end: datetime) -> list[MadeVideo]:
    """The videos that were ordered in a period, oldest first."""
    columns = (jobs.c.created_at, jobs.c.delivered_at, jobs.c.member_id, jobs.c.model, jobs.c.state, jobs.c.credits)
    period = (jobs.c.created_at >= start, jobs.c.created_at < end)
    rows = await connection.execute(
        select(*columns).where(jobs.c.server_id == server_id, *period).order_by(jobs.c.created_at, jobs.c.id)
    )
    return await asyncio.to_thread(_videos, rows.all())


def _videos(rows: Iterable[Any]) -> list[MadeVideo]:
    return [
        MadeVideo(
            at=row.created_at,
            member_id=row.member_id,
            model=row.model,
            state=row.state,
            credits=row.credits,
            waited=(row.delivered_at - row.created_at).total_seconds() if row.state == JobState.DELIVERED else None,
        )
        for row in rows
    ]

"""Statements on changes, kept for good and shown in the log channel: what moderators (and members who give) did, and
what the bot leaves to moderators.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.quota_records import Action, Change, Unposted
from storage.records import Job
from storage.tables import changes, servers


@dataclass(frozen=True)
class Deed:
    """Who does what to whom, and why."""

    server_id: int
    actor_id: int
    action: Action
    member_id: int | None = None
    role_id: int | None = None
    reason: str = ""


async def record(
    connection: AsyncConnection, deed: Deed, before: Mapping[str, Any], after: Mapping[str, Any], now: datetime
) -> Change:
    """Keep the change; if it changed anything, it is due for the log channel where the server has one.

    That the log channel is another one, or none any more, is for the readers of the old one.
    """
    values = {**vars(deed), "at": now, "before": dict(before), "after": dict(after)}
    current = select(servers.c.log_channel_id).where(servers.c.server_id == deed.server_id)
    channel = before.get("log_channel_id") or await connection.scalar(current)
    due = {"post_channel_id": channel, "post_due_at": now if channel and before != after else None}
    row = (await connection.execute(insert(changes).values(**values, **due).returning(changes.c.id))).one()
    return Change(id=row.id, **values)


async def record_move(connection: AsyncConnection, deed: Deed, before: Job, after: Job, now: datetime) -> Change:
    """Keep what was decided about a job."""
    return await record(connection, deed, _of_job(before), _of_job(after), now)


async def record_late(connection: AsyncConnection, deed: Deed, job: Job, now: datetime) -> Change:
    """Keep that a job's task was found late."""
    known = _of_job(job)
    return await record(connection, deed, {**known, "late": False}, {**known, "late": True}, now)


async def record_deleted(connection: AsyncConnection, deed: Deed, job: Job, now: datetime) -> Change:
    """Keep that a job's video was deleted."""
    known = _of_job(job)
    return await record(connection, deed, {**known, "deleted": False}, {**known, "deleted": True}, now)


def _of_job(job: Job) -> dict[str, Any]:
    return {"job": job.id, "state": job.state, "task": job.provider_task_id}


async def newest(connection: AsyncConnection, server_id: int, *, before: int | None, limit: int) -> list[Change]:
    query = select(changes).where(changes.c.server_id == server_id)
    if before is not None:
        query = query.where(changes.c.id < before)
    return [_change(row) for row in await connection.execute(query.order_by(changes.c.id.desc()).limit(limit))]


async def unposted(connection: AsyncConnection, now: datetime, limit: int) -> list[Unposted]:
    """Changes that are due for their server's log channel, oldest first."""
    query = select(changes).where(changes.c.post_due_at <= now).order_by(changes.c.id).limit(limit)
    return [Unposted(_change(row), row.post_channel_id) for row in await connection.execute(query)]


async def post_at(connection: AsyncConnection, change_id: int, due_at: datetime | None) -> None:
    """When the change is to be posted next; ``None`` for never (again)."""
    await connection.execute(update(changes).where(changes.c.id == change_id).values(post_due_at=due_at))


def _change(row: Row[Any]) -> Change:
    return Change(
        id=row.id,
        at=row.at,
        server_id=row.server_id,
        actor_id=row.actor_id,
        action=Action(row.action),
        member_id=row.member_id,
        role_id=row.role_id,
        before=row.before,
        after=row.after,
        reason=row.reason,
    )

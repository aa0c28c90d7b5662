"""Statements on members' threads: of each member one in a channel, found again or opened anew."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ColumnElement

from storage.records import Job
from storage.sql import insert_if_new
from storage.tables import jobs, member_threads

PATIENCE: Final = timedelta(minutes=1)
"""How long others wait for the job whose card is to carry the thread, where Discord puts it off; then the next one's
is.
"""

_t = member_threads.c


async def seek(connection: AsyncConnection, job: Job, now: datetime) -> dict[str, Any] | None:
    """What changes in a job that seeks its member's thread: it moves there, or its own card is to carry the thread.

    ``None`` where another job's card is about to.
    """
    opening = {"job_id": job.id, "since": now}
    whose = {"server_id": job.server_id, "channel_id": job.channel_id, "member_id": job.member_id}
    if await insert_if_new(connection, member_threads, {**whose, **opening}):
        return {"seeks_thread": False}
    carrier = select(member_threads, jobs.c.card_due_at, (jobs.c.revision > jobs.c.shown_revision).label("goes_on"))
    there = carrier.join(jobs).where(*_of(job, job.channel_id)).with_for_update(of=member_threads)
    row = (await connection.execute(there)).first()
    if row is not None and row.thread_id is not None:
        return {"channel_id": row.thread_id, "parent_id": job.channel_id, "in_thread": False, "seeks_thread": False}
    if row is None or (row.goes_on and (row.card_due_at <= now or now - row.since < PATIENCE)):
        return None
    await connection.execute(update(member_threads).where(*_of(job, job.channel_id)).values(**opening))
    return {"seeks_thread": False}


async def carries(connection: AsyncConnection, job_id: str) -> bool:
    """Whether the thread on the job's card is its member's."""
    return (await connection.execute(select(_t.job_id).where(_t.job_id == job_id))).first() is not None


async def opened(connection: AsyncConnection, job_id: str, thread_id: int) -> None:
    """The thread on the job's card is its member's from now on, if it was to be."""
    await connection.execute(update(member_threads).where(_t.job_id == job_id).values(thread_id=thread_id))


async def refused(connection: AsyncConnection, job_id: str) -> None:
    """No thread can be opened on the job's card; another job may try."""
    await connection.execute(delete(member_threads).where(_t.job_id == job_id, _t.thread_id.is_(None)))


async def leave(connection: AsyncConnection, job: Job, *, deleted: bool, now: datetime) -> dict[str, Any]:
    """What changes in a job whose thread takes nothing: it goes to the channel around it.

    Where its member's thread was ``deleted``, a new one comes onto its card, or onto that of another job.
    """
    there = _of(job, job.parent_id)
    onto_its_card = onto_another = False
    if deleted:
        opening = {"job_id": job.id, "since": now, "thread_id": None}
        gone = (*there, _t.thread_id == job.channel_id)
        onto_its_card = (await connection.execute(update(member_threads).where(*gone).values(**opening))).rowcount > 0
        onto_another = (
            await connection.execute(select(_t.job_id).where(*there, _t.job_id != job.id))
        ).first() is not None
    in_thread = onto_its_card or onto_another
    return {"channel_id": job.parent_id, "parent_id": None, "in_thread": in_thread, "seeks_thread": onto_another}


def _of(job: Job, channel_id: int | None) -> tuple[ColumnElement[bool], ...]:
    return _t.server_id == job.server_id, _t.channel_id == channel_id, _t.member_id == job.member_id

"""Statements on flags, which show a video to the moderators. They are kept in the audit, one for each of them."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.errors import AlreadyFlagged, TooManyFlags
from storage.quota_records import Action
from storage.records import Job
from storage.tables import changes

MOST: Final = 5
WITHIN: Final = timedelta(hours=1)
"""A member can flag at most ``MOST`` videos of a server in this time."""


async def check(connection: AsyncConnection, job: Job, actor_id: int, now: datetime) -> int:
    """How often the job was flagged, by others; raises ``AlreadyFlagged`` and ``TooManyFlags``.

    The server is to be locked, so that of two flags at once the second sees the first.
    """
    flags = (changes.c.server_id == job.server_id, changes.c.action == Action.FLAG)
    theirs = (*flags, changes.c.actor_id == actor_id)
    this = changes.c.after["job"].as_string() == job.id
    number = select(func.count()).select_from(changes)
    if await connection.scalar(number.where(*theirs, this)):
        raise AlreadyFlagged(job.id)
    lately = select(changes.c.at).where(*theirs, changes.c.at > now - WITHIN).order_by(changes.c.at.desc())
    times = list(await connection.scalars(lately.limit(MOST)))
    if len(times) == MOST:
        raise TooManyFlags(times[-1] + WITHIN)
    return await connection.scalar(number.where(*flags, this)) or 0

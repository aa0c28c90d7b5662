"""Statements on provider accounts. Several clients may share one, and with it its places and its patience."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import leases
from storage.records import Duty
from storage.sql import insert_if_new
from storage.states import JobState
from storage.tables import jobs, pressure

LONGEST_PAUSE = timedelta(minutes=10)
"""Also where a provider asks for more; a pause that seems longer was written before the clock was set back."""

_LONGEST_GROWTH = 300


def of_account(account: str) -> ColumnElement[bool]:
    """Whether a row of ``jobs`` goes through one of the account's clients."""
    return or_(jobs.c.provider == account, jobs.c.provider.startswith(f"{account}-", autoescape=True))


async def free_places(connection: AsyncConnection, account: str, max_running: int, now: datetime) -> int:
    """How many more tasks the account takes now: none while it asks to wait, and one at a time to try it after that.

    Taken are the places of tasks that run or may run, and of jobs that are just leaving for one. A task that is late
    no longer counts: one that never ends would hold its place for ever.
    """
    row = (await connection.execute(select(pressure).where(_under(account, Duty.SUBMIT)))).first()
    if row is not None and _waits(row.until, now):
        return 0
    running = (jobs.c.state == JobState.RUNNING) & jobs.c.late_at.is_(None)
    submitting, in_hand = jobs.c.state == JobState.SUBMITTING, leases.held(Duty.SUBMIT, now)
    leaving = (jobs.c.state == JobState.QUEUED) & in_hand
    taken = await _count(connection, of_account(account), running | submitting | leaving)
    if row is None:
        return max_running - taken
    trying = await _count(connection, of_account(account), in_hand, submitting | leaving)
    return min(max_running - taken, 1 - trying)


async def _count(connection: AsyncConnection, *which: ColumnElement[bool]) -> int:
    return await connection.scalar(select(func.count()).select_from(jobs).where(*which)) or 0


async def asks_to_wait(connection: AsyncConnection, account: str, duty: Duty, now: datetime) -> bool:
    until = await connection.scalar(select(pressure.c.until).where(_under(account, duty)))
    return until is not None and _waits(until, now)


async def slow_down(
    connection: AsyncConnection, account: str, duty: Duty, *, now: datetime, retry_after: float | None
) -> datetime:
    """Let every process wait, the longer the more refusals came in a row; until when.

    Requests that were under way together are refused together, and count as one refusal.
    """
    start = {"account": account, "duty": duty, "strikes": 0, "until": now}
    await insert_if_new(connection, pressure, start)
    row = (await connection.execute(select(pressure).where(_under(account, duty)).with_for_update())).one()
    strikes = row.strikes + (not _waits(row.until, now))
    growing = timedelta(seconds=min(2 ** min(strikes, 10), _LONGEST_GROWTH))
    asked = min(timedelta(seconds=min(retry_after or 0, LONGEST_PAUSE.total_seconds())), LONGEST_PAUSE)
    until = now + max(growing, asked)
    if _waits(row.until, now):
        until = max(until, row.until)
    await connection.execute(update(pressure).where(_under(account, duty)).values(strikes=strikes, until=until))
    return until


async def relax(connection: AsyncConnection, account: str, duty: Duty, now: datetime) -> None:
    """The account has answered well: forget its refusals, but for those of a moment ago."""
    await connection.execute(delete(pressure).where(_under(account, duty), pressure.c.until <= now))


def _under(account: str, duty: Duty) -> ColumnElement[bool]:
    return and_(pressure.c.account == account, pressure.c.duty == duty)


def _waits(until: datetime, now: datetime) -> bool:
    return now < until <= now + LONGEST_PAUSE

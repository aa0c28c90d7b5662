"""What an operator's tools ask of the database: a look over everything, and order after the clock went back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import ledger
from storage.database import Database, calls_run_to_their_end
from storage.ledger import Account, Scope
from storage.states import JobState
from storage.store import LEASE
from storage.tables import changes, jobs, leases, pauses, pressure
from storage.windows import Period, window_at

_ENDED = (JobState.DELIVERED, JobState.FAILED, JobState.CANCELED)


@dataclass(frozen=True)
class Backlog:
    """The jobs of one provider in one state, and for how many seconds one of them has been in it at most.

    ``late`` are those whose task should have been ready long ago.
    """

    jobs: int
    longest: float
    late: int = 0


@dataclass(frozen=True)
class Overview:
    """Everything that is on its way.

    ``backlogs`` are by provider and state, without jobs that have ended; ``queue_ages`` has the seconds since the
    oldest queued job of each provider was ordered. ``held`` is what is set aside for jobs, ``budget_used`` what counts
    for the operator's budget in this calendar month in UTC (credits). ``paused`` counts routes by client, ``slowed``
    are the accounts that have asked to wait.
    """

    backlogs: Mapping[tuple[str, JobState], Backlog]
    queue_ages: Mapping[str, float]
    held: int
    budget_used: int
    posts_waiting: int
    paused: Mapping[str, int]
    slowed: frozenset[str]


@calls_run_to_their_end
class Operations:
    """Every method may raise ``StorageUnavailable``."""

    def __init__(self, database: Database, *, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._now = clock

    async def overview(self) -> Overview:
        """What is on its way now; costs as much as there is of it, however much has ended."""
        now = self._now()
        operator = Account(Scope.OPERATOR)
        async with self._database.read() as connection:
            backlogs, queue_ages = await _open_jobs(connection, now)
            balance = await ledger.balance(connection, operator)
            month = await ledger.sums_in(connection, operator, *window_at(now, Period.MONTH, "UTC"))
            waiting = select(func.count()).select_from(changes).where(changes.c.post_due_at.is_not(None))
            slowed = select(pressure.c.account).where(pressure.c.until > now)
            running = select(pauses.c.client, func.count().label("number")).where(pauses.c.until > now)
            return Overview(
                backlogs=backlogs,
                queue_ages=queue_ages,
                held=balance.held,
                budget_used=month.used,
                posts_waiting=await connection.scalar(waiting) or 0,
                paused={row.client: row.number for row in await connection.execute(running.group_by(pauses.c.client))},
                slowed=frozenset(await connection.scalars(slowed)),
            )

    async def look_anew(self) -> None:
        """The clock went back: what was put off until a time by the former clock is due at once.

        A lease that would last longer than any may lasts for one more ``LEASE``: its holder renews it, or is gone.
        """
        now = self._now()
        async with self._database.write() as connection:
            await connection.execute(
                update(leases).where(leases.c.expires_at > now + LEASE).values(expires_at=now + LEASE)
            )
            for due, open_ in (
                (jobs.c.due_at, jobs.c.state.not_in(_ENDED)),
                (jobs.c.card_due_at, jobs.c.revision > jobs.c.shown_revision),
                (changes.c.post_due_at, changes.c.post_due_at.is_not(None)),
            ):
                await connection.execute(update(due.table).where(open_, due > now).values({due: now}))


async def _open_jobs(
    connection: AsyncConnection, now: datetime
) -> tuple[dict[tuple[str, JobState], Backlog], dict[str, float]]:
    columns = (
        func.count().label("number"),
        func.min(jobs.c.changed_at),
        func.min(jobs.c.created_at),
        func.count(jobs.c.late_at),
    )
    open_states = [state for state in JobState if state not in _ENDED]
    rows = await connection.execute(
        select(jobs.c.provider, jobs.c.state, *columns)
        .where(jobs.c.state.in_(open_states))
        .group_by(jobs.c.provider, jobs.c.state)
    )
    backlogs, queue_ages = {}, {}
    for provider, state, number, changed_at, created_at, late in rows:
        backlogs[provider, JobState(state)] = Backlog(number, _seconds(changed_at, now), late)
        if state == JobState.QUEUED:
            queue_ages[provider] = _seconds(created_at, now)
    return backlogs, queue_ages


def _seconds(since: datetime, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds())

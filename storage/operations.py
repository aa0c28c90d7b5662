"""What operators and moderators ask of the database: a look over everything or over a server, and order after the clock
went back.
"""

import statistics
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import ledger
from storage import pauses as pause_statements
from storage.database import Database, calls_run_to_their_end
from storage.ledger import Account, Scope
from storage.records import Pause, account_of
from storage.states import SETTLING, WAITING, JobState
from storage.store import LEASE
from storage.tables import changes, jobs, leases, pauses, pressure
from storage.windows import Period, window_at

_ENDED = (JobState.DELIVERED, JobState.FAILED, JobState.CANCELED)
_MAKING = (JobState.RUNNING, JobState.DELIVERING)

LATELY: Final = timedelta(hours=24)
"""What counts as a provider's record."""

STUCK_FOR: Final = timedelta(days=7)
"""An undeliverable video that nobody has asked for in this time is no longer in anybody's way."""

_MOST_LATELY: Final = 5000


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


@dataclass(frozen=True)
class Queue:
    """Jobs that wait for a provider, and those being made or posted."""

    waiting: int = 0
    making: int = 0


@dataclass(frozen=True)
class Record:
    """How many of a provider's videos were made and how many failed.

    ``usual`` is the median of the time from an order to its video in Discord; ``None`` where none was delivered.
    """

    made: int
    failed: int
    usual: timedelta | None


@dataclass(frozen=True)
class Standing:
    """How a server's jobs fare. Of other servers there is nothing but their number, in ``everywhere``.

    ``oldest`` is when the server's oldest waiting job was ordered. ``late``, ``uncertain`` and ``undeliverable`` are
    numbers of its jobs that may need somebody. ``records`` are by account, of what was ordered in the last ``LATELY``.
    """

    here: Queue
    everywhere: Queue
    oldest: datetime | None
    late: int
    uncertain: int
    undeliverable: int
    records: Mapping[str, Record]
    pauses: Sequence[Pause]


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

    async def standing(self, server_id: int) -> Standing:
        """How the server's jobs fare; costs as much as all that is open, and what the server ordered lately."""
        now = self._now()
        async with self._database.read() as connection:
            counts = (await connection.execute(_counted(server_id, now))).one()
            return Standing(
                here=Queue(counts.waiting_here, counts.making_here),
                everywhere=Queue(counts.waiting, counts.making),
                oldest=counts.oldest,
                late=counts.late,
                uncertain=counts.uncertain,
                undeliverable=counts.undeliverable,
                records=await _records(connection, server_id, now),
                pauses=await pause_statements.running(connection, now),
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


def _counted(server_id: int, now: datetime) -> Select[Any]:
    """One row of numbers; only jobs in open states are looked at."""
    state = jobs.c.state
    here = jobs.c.server_id == server_id
    waiting, making = state.in_(WAITING), state.in_(_MAKING)
    stuck = and_(state == JobState.UNDELIVERABLE, jobs.c.member_id > 0, jobs.c.changed_at > now - STUCK_FOR)
    numbers = {
        "waiting": waiting,
        "making": making,
        "waiting_here": and_(here, waiting),
        "making_here": and_(here, making),
        "late": and_(here, state == JobState.RUNNING, jobs.c.late_at.is_not(None)),
        "uncertain": and_(here, state == JobState.UNCERTAIN),
        "undeliverable": and_(here, stuck),
    }
    columns: list[ColumnElement[Any]] = [func.count(case((which, 1))).label(name) for name, which in numbers.items()]
    columns.append(func.min(case((and_(here, waiting), jobs.c.created_at))).label("oldest"))
    return select(*columns).where(state.in_([one for one in JobState if one not in _ENDED]))


async def _records(connection: AsyncConnection, server_id: int, now: datetime) -> dict[str, Record]:
    rows = await connection.execute(
        select(jobs.c.provider, jobs.c.state, jobs.c.created_at, jobs.c.delivered_at)
        .where(jobs.c.server_id == server_id, jobs.c.created_at > now - LATELY)
        .where(jobs.c.state.in_((*SETTLING, JobState.FAILED)))
        .order_by(jobs.c.created_at.desc())
        .limit(_MOST_LATELY)
    )
    ended: dict[str, list[tuple[bool, float | None]]] = defaultdict(list)
    for provider, state, created_at, delivered_at in rows:
        took = None if delivered_at is None else _seconds(created_at, delivered_at)
        ended[account_of(provider)].append((state in SETTLING, took))
    return {account: _record(of_account) for account, of_account in sorted(ended.items())}


def _record(ended: Sequence[tuple[bool, float | None]]) -> Record:
    made = sum(is_made for is_made, _ in ended)
    times = [took for _, took in ended if took is not None]
    usual = timedelta(seconds=statistics.median(times)) if times else None
    return Record(made=made, failed=len(ended) - made, usual=usual)

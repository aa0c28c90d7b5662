"""Who works on which job, and when: leases, the queue, and accounts that ask to wait."""

import itertools
from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import accounts, leases, queue
from storage import jobs as job_statements
from storage.database import Database, calls_run_to_their_end
from storage.records import Claim, Duty, Job, account_of
from storage.sql import one_at_a_time
from storage.states import JobState
from storage.tables import jobs

LEASE = timedelta(seconds=15)
"""How long a silent worker keeps its jobs; it renews them several times in that time."""

_OPEN = {
    Duty.SUBMIT: jobs.c.state.in_((JobState.QUEUED, JobState.SUBMITTING)),
    Duty.WATCH: job_statements.watched(),
    Duty.DELIVER: jobs.c.state == JobState.DELIVERING,
    Duty.CARD: jobs.c.revision > jobs.c.shown_revision,
}


@calls_run_to_their_end
class Claims:
    """The part of the store that hands out work.

    ``owner`` names this process in leases, and each claim adds a number: one that ran out stays lost although the same
    process has claimed the job again.
    """

    def __init__(self, database: Database, *, clock: Callable[[], datetime], owner: str) -> None:
        self._database = database
        self._now = clock
        self._owners = (f"{owner}-{number}" for number in itertools.count(1))

    async def claim(self, duty: Duty, *, limit: int) -> list[Claim]:
        """Hold due jobs to watch or to deliver them."""
        return await self._claim(duty, self._due(duty), limit, order=jobs.c.due_at)

    async def claim_of(self, account: str, duty: Duty, *, limit: int) -> list[Claim]:
        """Hold due jobs of one account to watch or to deliver them."""
        due = and_(self._due(duty), accounts.of_account(account))
        return await self._claim(duty, due, limit, order=jobs.c.due_at)

    async def claim_cards(self, *, limit: int) -> list[Claim]:
        """Hold jobs whose card shows less than what is true."""
        due = and_(_OPEN[Duty.CARD], jobs.c.card_due_at <= self._now())
        return await self._claim(Duty.CARD, due, limit, order=jobs.c.card_due_at)

    async def claim_to_submit(self, account: str, *, max_running: int, limit: int) -> list[Claim]:
        """Hold due jobs of an account: those whose submission was left open, and as many queued ones as it takes.

        Queued ones leave in the order of ``storage.queue``.
        """
        due = and_(self._due(Duty.SUBMIT), accounts.of_account(account))
        left_open = and_(due, jobs.c.state == JobState.SUBMITTING)
        claims = await self._claim(Duty.SUBMIT, left_open, limit, order=jobs.c.created_at)
        async with self._database.write() as connection:
            await one_at_a_time(connection, f"submit to {account}")
            free = await accounts.free_places(connection, account, max_running, self._now())
            fitting = min(free, limit - len(claims))
            if fitting > 0:
                line = queue.line(account, self._now())
                queued = and_(due, jobs.c.id == line.c.id)
                leaving = await self._lease(connection, Duty.SUBMIT, queued, fitting, order=line.c.place)
                await queue.take_turns(connection, account, leaving)
                claims += leaving
        return claims

    async def claim_to_watch(self, client: str, *, limit: int) -> list[Claim]:
        """Hold due jobs of one client, unless its account asks to wait."""
        account, due = account_of(client), and_(self._due(Duty.WATCH), jobs.c.provider == client)
        async with self._database.write() as connection:
            if await accounts.asks_to_wait(connection, account, Duty.WATCH, self._now()):
                return []
            return await self._lease(connection, Duty.WATCH, due, limit, order=jobs.c.due_at)

    async def claim_stranded(self, duty: Duty, clients: Collection[str], *, limit: int) -> list[Claim]:
        """Hold due jobs whose provider is not among these."""
        due = and_(self._due(duty), jobs.c.provider.not_in(clients))
        return await self._claim(duty, due, limit, order=jobs.c.created_at)

    async def slow_down(self, client: str, duty: Duty, *, retry_after: float | None) -> datetime:
        """The client's account has asked every process to wait (seconds) before this duty goes on; until when."""
        account = account_of(client)
        async with self._database.write() as connection:
            return await accounts.slow_down(connection, account, duty, now=self._now(), retry_after=retry_after)

    async def relax(self, client: str, duty: Duty) -> None:
        """The client's account has answered well again."""
        async with self._database.write() as connection:
            await accounts.relax(connection, account_of(client), duty, self._now())

    async def place(self, job: Job) -> int:
        """The job's place in its account's queue, from 1."""
        async with self._database.read() as connection:
            return await self._place(connection, job)

    async def _place(self, connection: AsyncConnection, job: Job) -> int:
        return await queue.place(connection, job, account_of(job.provider), self._now())

    async def show_places(self, *, limit: int) -> int:
        """Let up to so many cards of queued jobs show their true places; how many that are (see ``queue.moved``)."""
        now = self._now()
        async with self._database.read() as connection:
            moved = await queue.moved(connection, now)
        if moved:
            async with self._database.write() as connection:
                await queue.show(connection, moved[:limit], now)
        return len(moved[:limit])

    def _due(self, duty: Duty) -> ColumnElement[bool]:
        return and_(_OPEN[duty], jobs.c.due_at <= self._now())

    async def _claim(
        self, duty: Duty, due: ColumnElement[bool], limit: int, *, order: ColumnElement[Any]
    ) -> list[Claim]:
        async with self._database.write() as connection:
            return await self._lease(connection, duty, due, limit, order=order)

    async def _lease(
        self,
        connection: AsyncConnection,
        duty: Duty,
        due: ColumnElement[bool],
        limit: int,
        *,
        order: ColumnElement[Any],
    ) -> list[Claim]:
        now = self._now()
        return await leases.claim(
            connection, duty, due, owner=next(self._owners), now=now, until=now + LEASE, limit=limit, order=order
        )

    async def next_due(self, duty: Duty, *, after: datetime) -> datetime | None:
        """When the next job of this duty wants attention, later than ``after``; ``None`` where none will."""
        due = jobs.c.card_due_at if duty is Duty.CARD else jobs.c.due_at
        query = select(func.min(due)).where(_OPEN[duty], due > after)
        async with self._database.read() as connection:
            earliest: datetime | None = await connection.scalar(query)
            return earliest

    async def renew(self, claims: Iterable[Claim]) -> None:
        """Hold these jobs for another ``LEASE``."""
        async with self._database.write() as connection:
            await leases.renew(connection, claims, self._now() + LEASE)

    async def hold(self, claim: Claim) -> None:
        """Hold the job for another ``LEASE``; raises ``LeaseLost`` where somebody else has taken it."""
        async with self._database.write() as connection:
            await leases.confirm(connection, claim)
            await leases.renew(connection, [claim], self._now() + LEASE)

    async def give_back(self, *claims: Claim) -> None:
        """Let others have these jobs at once."""
        async with self._database.write() as connection:
            await leases.give_back(connection, claims)

    async def look_now(self, job_id: str) -> None:
        """A watched job wants to be looked at; nothing happens to any other."""
        async with self._database.write() as connection:
            await job_statements.look_now(connection, job_id, self._now())

    async def look_later(self, looks: Iterable[tuple[Claim, datetime]]) -> None:
        """Look at these jobs again when it is time; not at those that are in other hands or are wanted now."""
        async with self._database.write() as connection:
            await job_statements.look_later(connection, looks)

"""Whatever members, workers and the clock do, in whatever order: the ledger stays sound and no limit is overspent."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import Executable, Row, delete, func, select, update

from storage.database import Database
from storage.errors import NotEnoughCredits
from storage.records import Acceptance, Claim, Duty
from storage.states import RELEASING, SETTLING, JobState
from storage.store import Store
from storage.tables import balances, jobs, ledger, metadata, servers
from tests.conftest import ManualClock, sample_job

T = TypeVar("T")

ALLOWANCE, BUDGET = 40, 90
SERVERS, MEMBERS = st.integers(1, 2), st.integers(1, 2)
LATER = st.sampled_from([timedelta(seconds=20), timedelta(hours=5), timedelta(hours=23), timedelta(days=8)])


@dataclass
class World:
    """One database and one store for all examples of a test, on the test's own event loop."""

    loop: asyncio.AbstractEventLoop
    database: Database
    clock: ManualClock = field(default_factory=ManualClock)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def store(self) -> Store:
        return Store(self.database, clock=self.clock, owner="one", default_allowance=ALLOWANCE, operator_budget=BUDGET)

    def run(self, awaitable: Awaitable[T]) -> T:
        return self.loop.run_until_complete(awaitable)

    async def empty(self) -> None:
        async with self.database.write() as connection:
            for table in reversed(metadata.sorted_tables):
                await connection.execute(delete(table))

    async def rows(self, query: Executable) -> Sequence[Row[Any]]:
        async with self.database.read() as connection:
            return (await connection.execute(query)).all()


class Credits(RuleBasedStateMachine):
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.world.clock.now = ManualClock().now
        self.store = self.world.store()
        self.world.run(self.world.empty())

    @rule(server=SERVERS, member=MEMBERS, credits=st.integers(1, 25))
    def accept(self, server, member, credits):
        before = self.world.run(self.store.usage(server, member))
        new = sample_job(next(self.world.numbers), server_id=server, member_id=member, credits=credits)
        (outcome,) = self.world.run(self.gathered(self.store.accept(new)))
        if isinstance(outcome, NotEnoughCredits):
            assert outcome.left < credits
            assert outcome.limit == "operator" or outcome.left == before.left
            assert self.world.run(self.store.usage(server, member)) == before
        else:
            assert isinstance(outcome, Acceptance)
            assert outcome.usage.left == before.left - credits
        self.within_limits()

    async def gathered(self, *awaitables: Awaitable[T]) -> list[T | BaseException]:
        return await asyncio.gather(*awaitables, return_exceptions=True)

    def within_limits(self) -> None:
        """Whoever has just been let in, nobody has more than was allowed."""
        for row in self.world.run(self.world.rows(select(balances))):
            assert row.held + row.spent <= (BUDGET if row.scope == "operator" else ALLOWANCE)

    @rule(settings=st.sampled_from([("day", "UTC"), ("week", "Asia/Kolkata"), ("month", "America/New_York")]))
    def settings_change(self, settings):
        async def change() -> None:
            async with self.world.database.write() as connection:
                period, time_zone = settings
                await connection.execute(update(servers).values(period=period, time_zone=time_zone))

        self.world.run(change())

    @rule(by=LATER)
    def time_passes(self, by):
        self.world.clock.advance(by)

    def work(self, duty: Duty, step: Callable[[Claim], Awaitable[Claim]]) -> None:
        """One job that is due gets its step and is given back."""
        claims = self.claim(duty)
        for claim in claims:
            self.world.run(self.store.give_back(self.world.run(step(claim))))

    def claim(self, duty: Duty) -> list[Claim]:
        if duty is Duty.SUBMIT:
            return self.world.run(self.store.claim_to_submit("kling", max_running=3, limit=1))
        return self.world.run(self.store.claim(duty, limit=1))

    @rule(outcome=st.sampled_from(["running", "running", "queued", "failed", "uncertain", "interrupted"]))
    def submit(self, outcome):
        async def step(claim: Claim) -> Claim:
            if claim.job.state is JobState.QUEUED:
                claim = await self.store.begin_submit(claim)
            now = self.world.clock()
            match outcome:
                case "running":
                    await self.store.submitted(claim.job, f"task-{claim.job.id}", look_at=now)
                    await self.store.submitted(claim.job, f"task-{claim.job.id}", look_at=now)
                case "queued":
                    return await self.store.requeue(claim, due_at=now)
                case "failed":
                    return await self.store.fail(claim, "refused")
                case "uncertain":
                    return await self.store.become_uncertain(claim, detail="no answer")
            return claim

        self.work(Duty.SUBMIT, step)

    @rule(finished=st.booleans())
    def watch(self, finished):
        async def step(claim: Claim) -> Claim:
            if finished:
                return await self.store.video_ready(claim, "https://video.example/1.mp4")
            return await self.store.fail(claim, "The picture shows what the provider does not allow.")

        self.work(Duty.WATCH, step)

    @rule(delivered=st.booleans())
    def deliver(self, delivered):
        async def step(claim: Claim) -> Claim:
            if delivered:
                return await self.store.delivered(claim, 77, channel_id=70)
            return await self.store.undeliverable(claim, "No permission.")

        self.work(Duty.DELIVER, step)

    @precondition(lambda self: self.world.run(self.store.counts()).get(("kling", "undeliverable")))
    @rule()
    def resend(self):
        async def again() -> None:
            async with self.world.database.write() as connection:
                undeliverable = jobs.c.state == JobState.UNDELIVERABLE
                await connection.execute(update(jobs).where(undeliverable).values(state=JobState.DELIVERING))

        self.world.run(again())

    @invariant()
    def balances_are_the_sums_of_their_entries(self):
        assert self.world.run(self.store.inconsistencies()) == []

    @invariant()
    def every_job_was_reserved_once_and_closed_once_at_its_end(self):
        kinds = select(ledger.c.job_id, ledger.c.scope, ledger.c.kind, func.count().label("number"))
        found = {
            (row.job_id, row.scope, row.kind): row.number
            for row in self.world.run(self.world.rows(kinds.group_by(ledger.c.job_id, ledger.c.scope, ledger.c.kind)))
        }
        for row in self.world.run(self.world.rows(select(jobs.c.id, jobs.c.state))):
            for scope in ("operator", "member"):
                reserved, settled, released = (
                    found.pop((row.id, scope, kind), 0) for kind in ("reserve", "settle", "release")
                )
                assert reserved == 1
                assert settled + released <= 1
                assert released == (row.state in RELEASING)
                assert settled == (row.state in SETTLING) or row.state == JobState.DELIVERING
        assert found == {}

    @invariant()
    def the_members_and_the_operator_agree(self):
        sums = select(func.sum(balances.c.held), func.sum(balances.c.spent)).group_by(balances.c.scope)
        assert len({tuple(row) for row in self.world.run(self.world.rows(sums))}) <= 1


@pytest.fixture
def world(database_url):
    loop = asyncio.new_event_loop()
    database = Database(database_url)
    yield World(loop, database)
    loop.run_until_complete(database.close())
    loop.close()


def test_credits_are_never_lost_made_or_overspent(world):
    machine = type("CreditsHere", (Credits,), {"world": world})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=30,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

"""Whatever members, workers and the clock do, in whatever order: the ledger stays sound and no limit is overspent."""

import asyncio
import itertools
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import ColumnElement, Executable, Row, case, delete, func, select

from storage.database import Database
from storage.errors import NotEnoughCredits, NotGivable, NotPermitted
from storage.limits import Limit, Word, left_of, plus, rank
from storage.quota_records import Change, Holder, Origin, Server, Usage
from storage.quotas import Quotas
from storage.records import Acceptance, Claim, Duty, Job
from storage.resolutions import Resolutions
from storage.states import RELEASING, SETTLING, JobState
from storage.store import Store
from storage.tables import balances, jobs, ledger, metadata
from storage.windows import Period, window_at
from tests.conftest import ManualClock, sample_job

T = TypeVar("T")

ALLOWANCE, BUDGET = 40, 90
ROLE = 7
SERVERS, MEMBERS = st.integers(1, 2), st.integers(1, 2)
LIMITS = st.sampled_from([Word.FORBIDDEN, Word.UNLIMITED, 0, 15, 40, 60])
LATER = st.sampled_from([timedelta(seconds=20), timedelta(hours=5), timedelta(hours=23), timedelta(days=8)])
ZONES = st.sampled_from(["UTC", "Asia/Kolkata", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe"])
MODERATOR = 99


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
        self.quotas = Quotas(self.world.database, clock=self.world.clock, default_allowance=ALLOWANCE)
        self.resolutions = Resolutions(self.world.database, clock=self.world.clock)
        self.granted: Counter[tuple[int, int]] = Counter()
        self.world.run(self.world.empty())

    @rule(server=SERVERS, member=MEMBERS, credits=st.integers(1, 25), has_role=st.booleans())
    def accept(self, server, member, credits, has_role):
        roles = frozenset({ROLE} if has_role else ())
        before = self.usage(server, member, roles)
        left = {"member": before.left, **self.left_over(server)}
        new = sample_job(next(self.world.numbers), server_id=server, member_id=member, credits=credits)
        (outcome,) = self.world.run(self.gathered(self.store.accept(new, Origin(role_ids=roles))))
        if before.left is Word.FORBIDDEN:
            assert isinstance(outcome, NotPermitted)
        elif all(rank(each) >= credits for each in left.values()):
            assert isinstance(outcome, Acceptance), "it fits, and has to be taken"
            assert outcome.usage.left == plus(before.left, -credits)
            assert outcome.usage.held == before.held + credits
            return
        else:
            assert isinstance(outcome, NotEnoughCredits)
            short = {scope: max(0, rank(each)) for scope, each in left.items() if rank(each) < credits}
            assert {one.scope: one.left for one in outcome.shortages} == short
        assert self.usage(server, member, roles) == before

    def left_over(self, server: int) -> dict[str, Limit]:
        """What pool and budget still allow, counted from the jobs alone."""
        overview = self.world.run(self.quotas.overview(server))
        window = window_at(self.world.clock(), overview.server.period, overview.server.time_zone)
        month = window_at(self.world.clock(), Period.MONTH, "UTC")
        assert overview.pool_used == self.ordered_in(window, jobs.c.server_id == server)
        return {
            "server": left_of(overview.server.pool, overview.pool_used),
            "operator": left_of(BUDGET, self.ordered_in(month)),
        }

    def ordered_in(self, window: tuple[datetime, datetime], *which: ColumnElement[bool]) -> int:
        """Credits of the jobs that were ordered in a window and are not given back."""
        counts = (jobs.c.created_at >= window[0], jobs.c.created_at < window[1], jobs.c.state.not_in(RELEASING))
        (row,) = self.world.run(self.world.rows(select(func.sum(jobs.c.credits)).where(*counts, *which)))
        return row[0] or 0

    def usage(self, server: int, member: int, roles: Collection[int] = ()) -> Usage:
        return self.world.run(self.store.usage(server, member, roles))

    async def gathered(self, *awaitables: Awaitable[T]) -> list[T | BaseException]:
        return await asyncio.gather(*awaitables, return_exceptions=True)

    @rule(server=SERVERS, period=st.sampled_from(Period), time_zone=ZONES, pool=LIMITS)
    def settings_change(self, server, period, time_zone, pool):
        def edit(before: Server) -> Server:
            return replace(before, period=period, time_zone=time_zone, pool=pool, giving=True)

        self.world.run(self.quotas.change_server(server, edit, actor_id=MODERATOR))

    @rule(server=SERVERS, allowance=LIMITS)
    def default_changes(self, server, allowance):
        def edit(before: Server) -> Server:
            return replace(before, allowance=allowance)

        self.world.run(self.quotas.change_server(server, edit, actor_id=MODERATOR))
        assert self.world.run(self.quotas.server(server)).allowance == allowance

    @rule(server=SERVERS, holder=st.sampled_from([(Holder.MEMBER, 1), (Holder.ROLE, ROLE)]), limit=st.none() | LIMITS)
    def allowance_changes(self, server, holder, limit):
        kind, holder_id = holder
        self.world.run(self.quotas.set_allowance(server, kind, holder_id, limit, actor_id=MODERATOR))

    @rule(server=SERVERS, member=MEMBERS, credits=st.integers(1, 30), until=st.none() | LATER)
    def grant(self, server, member, credits, until):
        before = self.usage(server, member).granted
        end = self.world.clock() + until if until else None
        change = self.world.run(self.quotas.grant(server, member, credits, actor_id=MODERATOR, until=end))
        assert (change.before["left"], change.after["left"]) == (before, before + credits)
        assert self.usage(server, member).granted == before + credits
        self.granted[server, member] += credits

    @rule(server=SERVERS, member=MEMBERS, credits=st.integers(1, 30))
    def take_back(self, server, member, credits):
        before = self.usage(server, member).granted
        (outcome,) = self.world.run(self.gathered(self.quotas.take_back(server, member, credits, actor_id=MODERATOR)))
        fits = credits <= before
        assert isinstance(outcome, Change if fits else NotGivable)
        self.granted[server, member] -= credits if fits else 0
        assert self.usage(server, member).granted == before - (credits if fits else 0)

    @rule(server=SERVERS, giver=MEMBERS, credits=st.integers(1, 30))
    def give(self, server, giver, credits):
        member = 3 - giver
        before, theirs = self.usage(server, giver).granted, self.usage(server, member).granted
        giving = self.world.run(self.quotas.server(server)).giving
        (outcome,) = self.world.run(
            self.gathered(self.quotas.give(server, giver_id=giver, member_id=member, credits=credits))
        )
        moved = credits if giving and credits <= before else 0
        assert isinstance(outcome, Change if moved else NotGivable)
        assert self.usage(server, giver).granted == before - moved
        assert self.usage(server, member).granted == theirs + moved
        self.granted[server, giver] -= moved
        self.granted[server, member] += moved

    @rule(server=SERVERS, member=MEMBERS)
    def reset(self, server, member):
        before = self.usage(server, member)
        self.world.run(self.quotas.reset(server, member, actor_id=MODERATOR))
        after = self.usage(server, member)
        assert after.used <= before.used
        assert (after.spent, after.held, after.grants) == (before.spent, before.held, before.grants)
        assert 0 <= after.used <= after.held

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

    def one_in(self, *states: JobState) -> Job | None:
        """The newest job in one of these states."""
        for server in (1, 2):
            found = self.world.run(self.store.jobs_of(server, None, states=states, limit=1))
            if found:
                return found[0]
        return None

    @rule()
    def resend(self):
        if job := self.one_in(JobState.UNDELIVERABLE, JobState.DELIVERED):
            before = self.usage(job.server_id, job.member_id)
            self.world.run(self.resolutions.resend(job, channel_id=70))
            assert self.usage(job.server_id, job.member_id) == before

    @rule(actor=MEMBERS)
    def cancel(self, actor):
        if job := self.one_in(JobState.QUEUED):
            held = self.usage(job.server_id, job.member_id).held
            self.world.run(self.resolutions.cancel(job, actor_id=actor))
            assert self.usage(job.server_id, job.member_id).held == held - job.credits

    @rule(decision=st.sampled_from(["attach", "release", "again"]))
    def resolve(self, decision):
        if job := self.one_in(JobState.UNCERTAIN):
            held = self.usage(job.server_id, job.member_id).held
            match decision:
                case "attach":
                    self.world.run(self.resolutions.attach(job, f"found-{job.id}", actor_id=MODERATOR))
                case "release":
                    self.world.run(self.resolutions.release(job, "A moderator gave it up.", actor_id=MODERATOR))
                case "again":
                    self.world.run(self.resolutions.again(job, actor_id=MODERATOR))
            back = job.credits if decision == "release" else 0
            assert self.usage(job.server_id, job.member_id).held == held - back

    @invariant()
    def balances_are_the_sums_of_their_entries(self):
        assert self.world.run(self.store.inconsistencies()) == []

    @invariant()
    def every_job_was_reserved_once_and_closed_once_at_its_end(self):
        kinds = select(ledger.c.job_id, ledger.c.scope, ledger.c.kind, func.count().label("number"))
        kinds = kinds.where(ledger.c.scope.in_(["operator", "server"]))
        found = {
            (row.job_id, row.scope, row.kind): row.number
            for row in self.world.run(self.world.rows(kinds.group_by(ledger.c.job_id, ledger.c.scope, ledger.c.kind)))
        }
        for row in self.world.run(self.world.rows(select(jobs.c.id, jobs.c.state))):
            for scope in ("operator", "server"):
                reserved, settled, released = (
                    found.pop((row.id, scope, kind), 0) for kind in ("reserve", "settle", "release")
                )
                assert reserved == 1
                assert settled + released <= 1
                assert released == (row.state in RELEASING)
                assert settled == (row.state in SETTLING) or row.state == JobState.DELIVERING
        assert found == {}

    @invariant()
    def nobody_has_used_less_than_nothing(self):
        for server in (1, 2):
            for member in (1, 2):
                assert self.usage(server, member).used >= 0

    @invariant()
    def everybody_counts_the_same_credits(self):
        whose = case((balances.c.scope == "grant", "member"), else_=balances.c.scope)
        sums = select(func.sum(balances.c.held), func.sum(balances.c.spent)).group_by(whose)
        with_jobs = [tuple(row) for row in self.world.run(self.world.rows(sums))]
        assert len(set(with_jobs)) <= 1 or set(with_jobs) == {(0, 0)}

    @invariant()
    def granted_credits_are_neither_made_nor_lost(self):
        of_grants = select(balances.c.server_id, balances.c.member_id, func.sum(balances.c.added).label("added"))
        groups = of_grants.where(balances.c.scope == "grant").group_by(balances.c.server_id, balances.c.member_id)
        found = {(row.server_id, row.member_id): row.added for row in self.world.run(self.world.rows(groups))}
        assert found == {key: self.granted[key] for key in found}
        assert sum(found.values()) == sum(self.granted.values())


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
            max_examples=5,
            stateful_step_count=40,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

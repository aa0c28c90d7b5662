"""Who leaves the queue next, and the place that a member is shown."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from storage.database import Database
from storage.records import Job
from storage.store import LEASE, Store
from storage.tables import metadata
from tests.conftest import ManualClock, sample_job
from tests.storage.conftest import running

ORDERS = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), max_size=6)
"""Server and member of each order."""


class Desk:
    """One store that takes orders and hands them out, and remembers which was whose."""

    def __init__(self, database: Database) -> None:
        self.clock = ManualClock()
        self.store = Store(database, clock=self.clock, owner="one", default_allowance=1_000_000)
        self.jobs: dict[str, Job] = {}

    async def order(self, *whose: tuple[int, int], provider: str = "kling") -> list[str]:
        """Ids of the new jobs."""
        new = []
        for server_id, member_id in whose:
            self.clock.advance(timedelta(seconds=1))
            order = sample_job(
                len(self.jobs) + 1, server_id=server_id, member_id=member_id, provider=provider, credits=1
            )
            job = (await self.store.accept(order)).job
            self.jobs[job.id] = job
            new.append(job.id)
        return new

    async def leave(self, number: int) -> list[str]:
        claims = await self.store.claim_to_submit("kling", max_running=1_000, limit=number)
        return [claim.job.id for claim in claims]

    async def line(self, waiting: list[str]) -> list[str]:
        """The waiting jobs in the order of the places that are shown."""
        places = {job_id: await self.store.place(self.jobs[job_id]) for job_id in waiting}
        assert len(set(places.values())) == len(places)
        return sorted(waiting, key=places.__getitem__)


@pytest.fixture
def desk(database):
    return Desk(database)


async def test_a_burst_is_overtaken_by_everybody_else(desk):
    burst = await desk.order(*[(1, 1)] * 5)
    assert await desk.leave(1) == burst[:1]
    (newcomer,) = await desk.order((2, 7))
    (other_member,) = await desk.order((1, 2))
    assert await desk.store.place(desk.jobs[newcomer]) == 2  # the one that is just leaving is first
    assert await desk.leave(9) == [newcomer, other_member, *burst[1:]]


async def test_with_a_single_place_turns_are_taken_one_after_another(desk):
    """Although each time only one of them goes, and the burst is the older one."""
    burst = await desk.order(*[(1, 1)] * 3)
    others = await desk.order((2, 5), (2, 5), (2, 6))
    left = [job_id for _ in range(6) for job_id in await desk.leave(1)]
    assert left == [burst[0], others[0], burst[1], others[2], burst[2], others[1]]


async def test_whoever_was_served_before_the_others_came_waits_a_turn(desk):
    (first,) = await desk.order((1, 1))
    assert await desk.leave(1) == [first]
    (again,) = await desk.order((1, 1))
    (newcomer,) = await desk.order((2, 1))
    assert await desk.leave(2) == [newcomer, again]


async def test_both_apis_of_an_account_have_one_queue(desk):
    (older,) = await desk.order((1, 1))
    (newer,) = await desk.order((2, 1), provider="kling-new")
    await desk.order((3, 1), provider="klingon")
    assert await desk.store.place(desk.jobs[newer]) == 2
    assert await desk.leave(9) == [older, newer]


async def test_a_job_that_waits_for_its_next_try_holds_up_nobody_else(desk):
    stuck, same_member = await desk.order((1, 1), (1, 1))
    (other,) = await desk.order((2, 1))
    (claim,) = await desk.store.claim_to_submit("kling", max_running=9, limit=1)
    claim = await desk.store.begin_submit(claim)
    claim = await desk.store.requeue(claim, due_at=desk.clock() + timedelta(minutes=5))
    await desk.store.give_back(claim)
    assert claim.job.id == stuck
    assert await desk.leave(9) == [other, same_member]


async def test_a_turn_whose_process_died_is_not_taken_from_the_queue(desk):
    (lost,) = await desk.order((1, 1))
    assert await desk.leave(1) == [lost]
    assert await desk.leave(1) == []
    desk.clock.advance(LEASE * 2)
    assert await desk.leave(1) == [lost]


async def test_old_turns_are_forgotten(desk, database, row_counts, monkeypatch):
    monkeypatch.setattr("storage.queue._REMEMBERED", 2)
    for server_id in range(1, 6):
        await desk.order((server_id, 1))
        await desk.leave(1)
    assert (await row_counts())["turns"] == 3 * 2


async def test_what_runs_at_the_account_is_not_in_the_queue(desk):
    await running(desk.store, sample_job(900, credits=1))
    (job_id,) = await desk.order((1, 1))
    assert await desk.store.place(desk.jobs[job_id]) == 1


@pytest.fixture
def own_loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def test_places_are_kept_and_nobody_waits_longer_than_a_round(database_url, own_loop):
    """Whatever was ordered and served before: for each own job, at most one of every other member and server."""
    database = Database(database_url)

    async def play(before: list[tuple[int, int]], served: int, then: list[tuple[int, int]], batches: list[int]) -> None:
        async with database.write() as connection:
            for table in reversed(metadata.sorted_tables):
                await connection.execute(delete(table))
        desk = Desk(database)
        early = await desk.order(*before)
        gone = await desk.leave(served)
        desk.clock.advance(LEASE * 2)  # they are in the queue again, with their turns taken
        late = await desk.order(*then)
        line = await desk.line(early + late)
        assert set(gone) <= set(line)
        check_rounds([desk.jobs[job_id] for job_id in line])
        left = [job_id for size in [*batches, 99] for job_id in await desk.leave(size)]
        assert left == line

    @settings(max_examples=5, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(before=ORDERS, served=st.integers(0, 4), then=ORDERS, batches=st.lists(st.integers(1, 3), max_size=4))
    def rounds(**story):
        own_loop.run_until_complete(play(**story))

    rounds()
    own_loop.run_until_complete(database.close())


def check_rounds(line: list[Job]) -> None:
    for index, job in enumerate(line):
        servers = Counter(other.server_id for other in line[:index])
        members = Counter(other.member_id for other in line[:index] if other.server_id == job.server_id)
        assert max(servers.values(), default=0) <= servers[job.server_id] + 1
        assert max(members.values(), default=0) <= members[job.member_id] + 1
        mine = [other for other in line[:index] if (other.server_id, other.member_id) == (job.server_id, job.member_id)]
        assert all(other.created_at < job.created_at for other in mine)

"""Loops that never die, and the jobs that a process holds."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta

import pytest

from bot.pipeline import supervise
from bot.pipeline.supervise import Bell, Crew, Loop, later, step_of
from storage.errors import StateChanged
from storage.records import Claim, Duty, NewJob
from storage.store import LEASE, Store
from tests.conftest import START, ManualClock


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervise, "_FIRST_PAUSE", 0.01)
    monkeypatch.setattr(supervise, "_LONGEST_PAUSE", 0.02)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("error", [ValueError("odd"), KeyError("x"), ConnectionResetError(), RecursionError()])
async def test_f25_a_loop_goes_on_whatever_its_step_raises(error: Exception, clock: ManualClock) -> None:
    went_on = asyncio.Event()
    calls = 0

    async def step() -> None:
        nonlocal calls
        calls += 1
        if calls <= 3:
            raise error
        went_on.set()
        await asyncio.sleep(60)

    loop = Loop("test", step, clock=clock)
    loop.start()
    await asyncio.wait_for(went_on.wait(), 5)
    assert (calls, loop.restarts, loop.alive) == (4, 3, True)
    await loop.stop()
    assert not loop.alive


@pytest.mark.usefixtures("quick")
async def test_f25_a_step_that_stands_still_is_broken_off(clock: ManualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervise, "LONGEST_STEP", 0.05)
    went_on = asyncio.Event()
    calls = 0

    async def step() -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            went_on.set()
        await asyncio.Event().wait()

    loop = Loop("test", step, clock=clock)
    loop.start()
    await asyncio.wait_for(went_on.wait(), 5)
    assert (loop.restarts, loop.alive, loop.lost) == (1, True, False)
    await loop.stop()
    assert not loop.lost


async def test_a_step_that_cannot_be_broken_off_is_known(clock: ManualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervise, "LONGEST_STEP", 0.02)
    release = asyncio.Event()

    async def step() -> None:
        while not release.is_set():
            with suppress(asyncio.CancelledError):
                await release.wait()
        await asyncio.sleep(60)

    loop = Loop("test", step, clock=clock)
    loop.start()
    known = [loop.lost]
    async with asyncio.timeout(5):
        while not known[-1]:
            await asyncio.sleep(0.01)
            known.append(loop.lost)
    assert not known[0]
    release.set()
    await asyncio.sleep(0.01)
    await asyncio.wait_for(loop.stop(), 5)


async def test_a_loop_that_was_stopped_can_start_again(clock: ManualClock) -> None:
    beats = asyncio.Semaphore(0)

    async def step() -> None:
        beats.release()
        await asyncio.sleep(0)

    loop = Loop("test", step, clock=clock)
    for _ in range(2):
        loop.start()
        for _ in range(2):  # the second begins only after the first has ended well
            await asyncio.wait_for(beats.acquire(), 5)
        await loop.stop()
    assert loop.beat == clock()


async def test_a_ring_between_looking_and_waiting_is_not_lost() -> None:
    bell = Bell()
    bell.hush(Duty.WATCH)
    bell.ring(Duty.WATCH)
    await asyncio.wait_for(bell.wait(Duty.WATCH, 60), 1)


async def test_waiting_ends_by_itself() -> None:
    await asyncio.wait_for(Bell().wait(Duty.WATCH, 0.01), 1)


async def accepted(store: Store, new_job: Callable[..., NewJob], number: int = 1) -> None:
    for _ in range(number):
        await store.accept(new_job(credits=1))


async def test_work_that_ended_well_gives_its_lease_back(store: Store, new_job: Callable[..., NewJob]) -> None:
    await accepted(store, new_job)
    crew, done = Crew(store), asyncio.Event()
    claims = await store.claim_cards(limit=1)

    async def work(_: Sequence[Claim]) -> None:
        raise StateChanged("somebody was quicker")

    crew.take(claims, work, done.set)
    assert crew.busy(Duty.CARD) == 1
    await asyncio.wait_for(done.wait(), 5)
    assert crew.busy(Duty.CARD) == 0
    assert len(await store.claim_cards(limit=1)) == 1


async def test_work_that_broke_is_tried_again_but_not_at_once(
    store: Store, new_job: Callable[..., NewJob], clock: ManualClock
) -> None:
    await accepted(store, new_job)
    crew, done = Crew(store), asyncio.Event()

    async def work(_: Sequence[Claim]) -> None:
        raise ZeroDivisionError

    crew.take(await store.claim_cards(limit=1), work, done.set)
    await asyncio.wait_for(done.wait(), 5)
    assert await store.claim_cards(limit=1) == []
    clock.advance(LEASE + timedelta(seconds=1))
    assert len(await store.claim_cards(limit=1)) == 1


async def test_one_job_that_hangs_is_broken_off_and_stops_no_other(
    store: Store, new_job: Callable[..., NewJob], clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervise, "LONGEST_WORK", 0.2)
    await accepted(store, new_job, 2)
    crew, ends, finished = Crew(store), asyncio.Semaphore(0), list[str]()
    hanging, other = await store.claim_cards(limit=2)

    async def work(claims: Sequence[Claim]) -> None:
        if claims[0] is hanging:
            await asyncio.Event().wait()
        finished.append(claims[0].job.id)

    assert crew.longest(Duty.CARD) == 0
    for claim in (hanging, other):
        crew.take([claim], work, ends.release)
    await asyncio.wait_for(ends.acquire(), 5)
    assert finished == [other.job.id]
    assert 0 < crew.longest(Duty.CARD) < 5
    assert crew.longest(Duty.WATCH) == 0
    await asyncio.wait_for(ends.acquire(), 5)
    clock.advance(LEASE + timedelta(seconds=1))
    assert {claim.job.id for claim in await store.claim_cards(limit=2)} == {hanging.job.id, other.job.id}


async def test_held_jobs_stay_held_while_they_are_renewed(
    store: Store, new_job: Callable[..., NewJob], clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervise, "LEASE", timedelta(0))
    await accepted(store, new_job)
    crew, release = Crew(store), asyncio.Event()

    async def work(_: Sequence[Claim]) -> None:
        await release.wait()

    crew.take(await store.claim_cards(limit=1), work, lambda: None)
    for _ in range(5):
        clock.advance(LEASE * 0.8)
        await crew.renew()
        assert await store.claim_cards(limit=1) == []
    release.set()
    await crew.finish(5)


async def test_what_cannot_be_finished_in_time_is_handed_back(store: Store, new_job: Callable[..., NewJob]) -> None:
    await accepted(store, new_job, 2)
    crew, finished = Crew(store), []

    async def slow(_: Sequence[Claim]) -> None:
        await asyncio.sleep(60)

    async def quick_work(claims: Sequence[Claim]) -> None:
        await asyncio.sleep(0.01)
        finished.append(claims[0].job.id)

    first, second = await store.claim_cards(limit=2)
    crew.take([first], slow, lambda: None)
    crew.take([second], quick_work, lambda: None)
    await crew.finish(0.2)
    assert finished == [second.job.id]
    assert {claim.job.id for claim in await store.claim_cards(limit=2)} == {first.job.id, second.job.id}


class OneByOne:
    """A worker for cards that shows them all."""

    duty = Duty.CARD
    capacity = 2

    def __init__(self, store: Store) -> None:
        self.store = store
        self.most_at_once = 0
        self.at_once = 0
        self.shown = asyncio.Semaphore(0)

    async def claim(self, limit: int) -> list[Claim]:
        return await self.store.claim_cards(limit=limit)

    def groups(self, claims: list[Claim]) -> list[list[Claim]]:
        return [[claim] for claim in claims]

    async def work(self, claims: Sequence[Claim]) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0.01)
        await self.store.card_shown(claims[0], claims[0].job.revision)
        self.at_once -= 1
        self.shown.release()


async def test_a_loop_works_on_all_due_jobs_without_taking_more_than_it_can_hold(
    store: Store, new_job: Callable[..., NewJob], clock: ManualClock
) -> None:
    await accepted(store, new_job, 7)
    worker, crew, bell = OneByOne(store), Crew(store), Bell()
    loop = Loop("card", step_of(worker, store=store, crew=crew, bell=bell, clock=clock), clock=clock)
    loop.start()
    async with asyncio.timeout(10):
        for _ in range(7):
            await worker.shown.acquire()
    await loop.stop()
    await crew.finish(5)
    assert worker.most_at_once == 2
    assert await store.claim_cards(limit=1) == []


def test_pauses_grow_with_the_trouble_and_stay_bounded() -> None:
    assert later(START, START) == START + timedelta(seconds=5)
    assert later(START + timedelta(minutes=2), START) == START + timedelta(minutes=3)
    assert later(START + timedelta(days=1), START) == START + timedelta(days=1, minutes=10)

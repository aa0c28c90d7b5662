"""The pipeline while its database is away, and after the machine's clock has gone back."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import make_url
from structlog.testing import capture_logs

import storage.database
from bot.pipeline import supervise
from bot.pipeline.supervise import Crew, Loop, Worker, step_of
from bot.pipeline.watchdog import ClockWatch
from providers.errors import Refused
from sandbox.kling import Answer, Operation
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.operations import Operations
from storage.records import Job
from storage.states import JobState
from storage.store import LEASE
from tests.bot.pipeline.conftest import House
from tests.conftest import ManualClock, Postgres

Houses = Callable[..., Awaitable[House]]
Outage = Callable[[], Any]
HOUR = timedelta(hours=1)


@pytest.fixture(params=["sqlite", "own_postgresql"])
def database_url(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(storage.database, "BUSY_TIMEOUT", 50)
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def outage(request: pytest.FixtureRequest, database_url: str) -> Outage:
    """A block in which nobody gets at the database: another writer holds it, or its server lets nobody in."""
    name = make_url(database_url).database or ""

    @asynccontextmanager
    async def locked() -> AsyncIterator[None]:
        other = sqlite3.connect(name, timeout=5, isolation_level=None, check_same_thread=False)
        with closing(other):
            await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")

    @asynccontextmanager
    async def shut() -> AsyncIterator[None]:
        postgres: Postgres = request.getfixturevalue("postgres")
        await postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        await postgres.disconnect(name)
        yield
        await postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")

    return locked if database_url.startswith("sqlite") else shut


async def submit_into(outage: Outage, house: House, client: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Submit what is due; the database goes away before the provider's answer is there, and comes back later."""
    provider = house.submit._providers[client]
    create = provider.submit

    async with AsyncExitStack() as away:

        async def submit(submission: Any) -> Any:
            try:
                return await create(submission)
            finally:
                await away.enter_async_context(outage())

        monkeypatch.setattr(provider, "submit", submit)
        driving = asyncio.create_task(house.drive(house.submit))
        done, _ = await asyncio.wait([driving], timeout=0.6)
        assert not done
    async with asyncio.timeout(20):
        assert await driving == 1


async def test_an_answer_is_kept_until_the_database_is_back(
    open_house: Houses, outage: Outage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This provider cannot be asked: an answer that is forgotten would leave the job uncertain."""
    house = await open_house("ezmodel")
    job = await house.order(provider="ezmodel")
    await submit_into(outage, house, "ezmodel", monkeypatch)
    kept = await house.job(job)
    assert (kept.state, kept.attempts) == (JobState.RUNNING, 1)
    assert len(house.simulators["ezmodel"].creates) == 1


async def test_a_refusal_is_kept_until_the_database_is_back(
    open_house: Houses, outage: Outage, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await open_house("kling")
    job = await house.order()

    async def refuse(_: Any) -> Any:
        raise Refused("the picture will not do")

    monkeypatch.setattr(house.submit._providers["kling"], "submit", refuse)
    await submit_into(outage, house, "kling", monkeypatch)
    assert (await house.job(job)).state is JobState.FAILED
    assert (await house.store.usage(1, job.member_id)).held == 0


@asynccontextmanager
async def running(house: House, monkeypatch: pytest.MonkeyPatch, speed: int = 10) -> AsyncIterator[list[Loop]]:
    """All loops of the bot, in a time that goes ``speed`` times as fast."""
    monkeypatch.setattr(supervise, "_FIRST_PAUSE", 0.05)
    monkeypatch.setattr(supervise, "_LONGEST_PAUSE", 0.2)
    monkeypatch.setattr(supervise, "LOOK_ROUND", 0.1)
    monkeypatch.setattr(supervise, "LEASE", LEASE / (2 * speed))
    crew = Crew(house.store)
    workers: list[Worker] = [house.submit, house.watch, house.deliver, house.cards]
    steps = {
        one.duty: step_of(one, store=house.store, crew=crew, bell=house.bell, clock=house.clock) for one in workers
    }
    loops = [Loop(duty, step, clock=house.clock) for duty, step in steps.items()]
    loops.append(Loop("renewal", crew.renew, clock=house.clock))

    async def tick() -> None:
        while True:
            await asyncio.sleep(0.05)
            house.clock.advance(timedelta(seconds=0.05 * speed))

    ticking = asyncio.create_task(tick())
    for loop in loops:
        loop.start()
    try:
        yield loops
    finally:
        for loop in loops[:-1]:
            await loop.stop()
        await crew.finish(5)
        await loops[-1].stop()
        ticking.cancel()
        await asyncio.wait([ticking])


async def all_in(house: House, jobs: list[Job], state: JobState) -> None:
    async with asyncio.timeout(30):
        while {(await house.job(job)).state for job in jobs} != {state}:
            await asyncio.sleep(0.05)


async def test_half_a_minute_without_the_database_loses_nothing_and_accepts_nothing(
    open_house: Houses, outage: Outage, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await open_house("kling")
    with capture_logs() as lines:
        await lives_through(outage, house, monkeypatch)
    assert [line for line in lines if line["event"] == "loop failed"]
    assert len(house.kling.creates) == len(house.discord.results) == house.discord.posts == 3
    assert await house.store.counts() == {("kling", "delivered"): 3}
    assert await house.store.inconsistencies() == []


async def lives_through(outage: Outage, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two orders before, one in vain during, and one after an outage; all that were accepted are delivered."""
    async with running(house, monkeypatch) as loops:
        jobs = [await house.order(number) for number in (1, 2)]
        await asyncio.sleep(0.3)
        async with outage():
            with pytest.raises(StorageUnavailable):
                await house.order(3)
            await asyncio.sleep(3)
            assert all(loop.alive for loop in loops)
        jobs.append(await house.order(4))
        await all_in(house, jobs, JobState.DELIVERED)


async def test_a_clock_that_goes_back_an_hour_at_any_step_delays_no_video(
    open_house: Houses, database: Database, clock: ManualClock
) -> None:
    house = await open_house("kling")
    ticks = 0.0

    async def rest(seconds: float) -> None:
        return

    watch = ClockWatch(operations=Operations(database, clock=clock), clock=clock, monotonic=lambda: ticks, sleep=rest)

    async def back() -> None:
        clock.advance(-HOUR)
        await watch.step()

    job = await house.order()
    await back()
    assert await house.drive(house.submit) == 1
    assert await house.drive(house.cards) == 1
    await house.finish_film()
    await back()
    assert await house.drive(house.watch) == 1
    assert (await house.job(job)).state is JobState.DELIVERING
    await back()
    assert await house.drive(house.deliver) == 1
    await back()
    assert await house.drive(house.cards) == 1
    assert (await house.job(job)).state is JobState.DELIVERED
    assert (house.discord.posts, len(house.kling.creates)) == (1, 1)
    usage = await house.store.usage(1, job.member_id)
    assert (usage.spent, usage.held) == (21, 0)
    assert await house.store.inconsistencies() == []


async def test_a_provider_that_was_put_off_is_asked_again_after_the_clock_went_back(
    open_house: Houses, database: Database, clock: ManualClock
) -> None:
    house = await open_house("kling")
    house.kling.faults.inject(Operation.QUERY, Answer(500))
    job = await house.until_video()
    assert job.state is JobState.RUNNING
    watch = ClockWatch(
        operations=Operations(database, clock=clock), clock=clock, monotonic=lambda: 0.0, sleep=asyncio.sleep
    )
    clock.advance(-HOUR)
    assert await house.drive(house.watch) == 0
    watch._sleep = no_rest
    await watch.step()
    assert await house.drive(house.watch) == 1
    assert (await house.job(job)).state is JobState.DELIVERING


async def no_rest(_: float) -> None:
    return

"""The pipeline while its database is away or takes nothing, and after the machine's clock has jumped.

``OUTAGE_SECONDS`` (``make chaos``) is how long the minute without a database really lasts.
"""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import timedelta
from functools import partial
from typing import Any, Final

import pytest
from sqlalchemy.util import greenlet_spawn
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
SECONDS: Final = float(os.environ.get("OUTAGE_SECONDS", "3"))
SPEED: Final = 60 / SECONDS
"""How much faster than time the bot's clock goes, so that an outage lasts a minute."""


@pytest.fixture(params=["sqlite", "own_postgresql"])
def database_url(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(storage.database, "BUSY_TIMEOUT", 50)
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@asynccontextmanager
async def locked(database: Database, _: pytest.FixtureRequest) -> AsyncIterator[None]:
    """Another writer holds it."""
    other = sqlite3.connect(database.url.database or "", timeout=5, isolation_level=None, check_same_thread=False)
    with closing(other):
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@asynccontextmanager
async def full(database: Database, _: pytest.FixtureRequest) -> AsyncIterator[None]:
    """Its file can grow no more; SQLite says the same of a full disk."""
    await tell_sqlite(database, "max_page_count = 1")
    yield
    await tell_sqlite(database, "max_page_count = 1073741823")


@asynccontextmanager
async def read_only(database: Database, request: pytest.FixtureRequest) -> AsyncIterator[None]:
    """It can be read and not written."""
    postgres: Postgres | None = None if database.is_sqlite else request.getfixturevalue("postgres")
    for on in ("on", "off"):
        if postgres is None:
            await tell_sqlite(database, f"query_only = {on}")
        else:
            name = database.url.database or ""
            await postgres.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = {on}")
            await postgres.disconnect(name)
        if on == "on":
            yield


@asynccontextmanager
async def shut(database: Database, request: pytest.FixtureRequest) -> AsyncIterator[None]:
    """Its server lets nobody in."""
    postgres: Postgres = request.getfixturevalue("postgres")
    name = database.url.database or ""
    await postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    await postgres.disconnect(name)
    yield
    await postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


async def tell_sqlite(database: Database, pragma: str) -> None:
    """To the one connection that writes, outside of any transaction."""
    connection = await database._writer.raw_connection()
    driver: Any = connection.driver_connection
    await driver.execute_fetchall(f"PRAGMA {pragma}")
    await greenlet_spawn(connection.close)


@pytest.fixture
def outage(request: pytest.FixtureRequest, database: Database) -> Outage:
    """A block in which nobody gets at the database."""
    return partial(locked if database.is_sqlite else shut, database, request)


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
async def running(house: House, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[Loop]]:
    """All loops of the bot, in a time that goes ``SPEED`` times as fast."""
    monkeypatch.setattr(supervise, "_FIRST_PAUSE", 0.05)
    monkeypatch.setattr(supervise, "_LONGEST_PAUSE", 0.2)
    monkeypatch.setattr(supervise, "LOOK_ROUND", 0.1)
    monkeypatch.setattr(supervise, "LEASE", LEASE / (2 * SPEED))
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
            house.clock.advance(timedelta(seconds=0.05 * SPEED))

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
    async with asyncio.timeout(30 + 600 / SPEED):
        while {(await house.job(job)).state for job in jobs} != {state}:
            await asyncio.sleep(0.05)


AWAY: Final = {"sqlite": (locked, full, read_only), "postgresql": (shut, read_only)}


@pytest.mark.parametrize("kind", range(3))
async def test_a_minute_without_the_database_loses_nothing_and_accepts_nothing(
    open_house: Houses, database: Database, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, kind: int
) -> None:
    kinds = AWAY["sqlite" if database.is_sqlite else "postgresql"]
    away = kinds[kind % len(kinds)]
    house = await open_house("kling")
    with capture_logs() as lines:
        await lives_through(partial(away, database, request), house, monkeypatch)
    assert [line for line in lines if line["event"] == "loop failed"] or away is full  # what needs no room is written
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
            await asyncio.sleep(SECONDS)
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


async def test_a_clock_that_goes_forward_an_hour_during_any_call_repeats_nothing(
    make_house: Callable[..., House], clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every lease seems to have ended then: another process takes what is in hand."""
    one, two = make_house("one"), make_house("two")
    jumped = []

    def jump_during(target: Any, name: str, worker: Worker) -> None:
        real = getattr(target, name)

        async def call(*given: Any) -> Any:
            monkeypatch.setattr(target, name, real)
            clock.advance(HOUR)
            jumped.append(name)
            await two.drive(worker)
            return await real(*given)

        monkeypatch.setattr(target, name, call)

    async def drive(worker: Worker) -> None:
        crew = Crew(one.store)
        for group in worker.groups(await worker.claim(10)):
            crew.take(group, worker.work, lambda: None)
        await crew.finish(20)

    job = await one.order()
    kling = one.submit._providers["kling"]
    jump_during(one.discord, "post_card", two.cards)
    jump_during(kling, "submit", two.submit)
    jump_during(kling, "fetch_many", two.watch)
    jump_during(one.discord, "post_result", two.deliver)
    jump_during(one.discord, "edit_card", two.cards)
    for _ in range(6):
        for worker in (one.cards, one.submit, one.watch, one.deliver, one.cards):
            await drive(worker)
            await one.finish_film()
        clock.advance(timedelta(minutes=11))
    assert sorted(jumped) == ["edit_card", "fetch_many", "post_card", "post_result", "submit"]
    assert (await one.job(job)).state is JobState.DELIVERED
    assert (len(one.kling.creates), one.discord.posts) == (1, 1)
    assert [state for state in one.discord.cards[job.id] if state == "delivered"]
    assert await one.store.inconsistencies() == []


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

"""Another route is taken only after proof that the first took nothing, for no more credits, and never where the member
named the provider; what fails for everybody is switched off for a while.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.pipeline.intake import Refusal
from sandbox.ai302 import ErrorCode
from sandbox.common.faults import Answer, DropAfter, DropBefore, Fault, RawAnswer
from storage.database import Database
from storage.records import Job
from storage.states import JobState
from storage.tables import ledger
from tests.bot.pipeline.conftest import House, said, told
from tests.conftest import START

HouseOf = Callable[..., Awaitable[House]]

GONE = Answer(400, 1201, "The model 'kling-v2-5-turbo' has been discontinued and is no longer available.")
NO_MONEY = Answer(429, 1102, "Account balance not enough")


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One is enough: all of this is about providers. Every statement is tested on both in ``tests/storage``."""
    return sqlite_url


def inject(house: House, account: str, fault: Fault, times: int = 1) -> None:
    simulated = house.simulators[account]
    simulated.faults.inject(simulated._operations("create"), fault, times)


def offered(house: House) -> dict[str, int]:
    """How many creates each account has seen, taken or not."""
    return {
        account: sum(seen.operation == "create" for seen in simulated.requests)
        for account, simulated in house.simulators.items()
    }


async def submit(house: House, job: Job, times: int = 1) -> Job:
    """The job after so many tries, each when it is due."""
    for _ in range(times):
        house.clock.advance(max(timedelta(), (await house.job(job)).due_at - house.clock()))
        await house.drive(house.submit)
    return await house.job(job)


async def entries(database: Database, job: Job) -> list[tuple[str, int, int]]:
    """The job's ledger, the same for the member and the operator: kind, change of what is held and of what is spent."""
    chosen = select(ledger).where(ledger.c.job_id == job.id).order_by(ledger.c.id)
    by_scope: dict[str, list[tuple[str, int, int]]] = {}
    async with database.read() as connection:
        for row in await connection.execute(chosen):
            by_scope.setdefault(row.scope, []).append((row.kind, row.held_change, row.spent_change))
    assert by_scope["member"] == by_scope["operator"]
    return by_scope["member"]


async def finish(house: House, job: Job) -> Job:
    await house.finish_film()
    house.clock.advance(timedelta(minutes=10))
    for worker in (house.watch, house.cards, house.deliver, house.cards):
        await house.drive(worker)
    return await house.job(job)


@pytest.mark.parametrize("fault", [GONE, NO_MONEY], ids=["model gone", "out of money"])
async def test_another_route_makes_the_video_and_the_next_order_goes_there_at_once(
    open_house: HouseOf, database: Database, fault: Answer
) -> None:
    house = await open_house("kling", "ezmodel")
    inject(house, "kling", fault)
    job = await house.order()
    assert (job.provider, job.credits) == ("kling", 21)
    moved = await submit(house, job)
    assert (moved.state, moved.provider, moved.provider_model) == (JobState.QUEUED, "ezmodel", "kling-v2-5-turbo")
    moved = await submit(house, job)
    assert moved.state is JobState.RUNNING
    assert (await house.order(2)).provider == "ezmodel"
    assert offered(house) == {"kling": 1, "ezmodel": 1}

    assert (await finish(house, job)).state is JobState.DELIVERED
    assert await entries(database, job) == [("reserve", 21, 0), ("settle", -21, 21)]
    assert await house.store.inconsistencies() == []


async def test_the_other_api_of_the_same_account_counts_as_another_route(open_house: HouseOf) -> None:
    house = await open_house("kling", "kling-new")
    inject(house, "kling", GONE)
    job = await house.order()
    assert (await submit(house, job, 2)).state is JobState.RUNNING
    (create,) = house.kling.creates
    assert create["options"]["external_task_id"] == job.id


async def test_a_cheaper_route_gives_the_difference_back(open_house: HouseOf, database: Database) -> None:
    house = await open_house("kling", "aimlapi-universal")
    until = house.clock() + timedelta(minutes=1)
    await house.store.pause("kling", "", until=until, reason="a test")
    job = await house.order(mode="pro")
    assert (job.provider, job.credits) == ("aimlapi-universal", 46)
    house.clock.advance(timedelta(minutes=2))
    inject(house, "aimlapi", Answer(403))
    moved = await submit(house, job)
    assert (moved.provider, moved.credits) == ("kling", 35)
    assert (await house.store.usage(1, 3)).held == 35
    assert await house.store.inconsistencies() == []
    assert (await submit(house, job)).state is JobState.RUNNING
    assert (await finish(house, job)).state is JobState.DELIVERED
    assert await entries(database, job) == [("reserve", 46, 0), ("adjust", -11, 0), ("settle", -35, 35)]
    assert await house.store.inconsistencies() == []


async def test_a_dearer_route_is_not_taken(open_house: HouseOf, database: Database) -> None:
    house = await open_house("ai302", "aimlapi", "ezmodel")
    inject(house, "ai302", Answer(403, ErrorCode.ARREARS))
    job = await house.order(model="kling-v1-5")
    assert (job.provider, job.credits) == ("ai302", 30)
    failed = await submit(house, job)
    assert failed.state is JobState.FAILED
    assert "These models work: " in told(failed)
    assert "Kling 2.5 Turbo" in told(failed)
    assert offered(house) == {"ai302": 1, "aimlapi": 0, "ezmodel": 0}
    assert await entries(database, job) == [("reserve", 30, 0), ("release", -30, 0)]
    assert (await house.order(2, model="kling-v1-5")).credits == 37


@pytest.mark.parametrize(
    "fault",
    [DropAfter(), DropBefore(), Answer(500), Answer(504), RawAnswer("<html>", 502, "text/html"), RawAnswer('{"id')],
    ids=["lost", "dropped", "500", "504", "502", "torn"],
)
async def test_without_proof_no_other_route_is_taken(open_house: HouseOf, fault: Fault) -> None:
    house = await open_house("aimlapi-universal", "kling")
    await house.store.pause("kling", "", until=house.clock() + timedelta(seconds=1), reason="a test")
    inject(house, "aimlapi", fault)
    job = await house.order(mode="pro")
    assert job.provider == "aimlapi-universal"
    house.clock.advance(timedelta(minutes=1))
    uncertain = await submit(house, job)
    assert (uncertain.state, uncertain.provider) == (JobState.UNCERTAIN, "aimlapi-universal")
    house.clock.advance(timedelta(days=1))
    assert await house.drive(house.submit) == 0
    assert offered(house) == {"aimlapi": 1, "kling": 0}
    assert await house.store.pauses() == []


async def test_kling_is_asked_rather_than_left(open_house: HouseOf) -> None:
    house = await open_house("kling", "ezmodel")
    inject(house, "kling", DropAfter())
    job = await house.order()
    assert (await submit(house, job)).state is JobState.RUNNING
    assert offered(house) == {"kling": 1, "ezmodel": 0}


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (Answer(400, 1301, "Content security"), JobState.FAILED),
        (Answer(429, 1302, "Too many requests"), JobState.QUEUED),
        (Answer(503, 5001, "Maintenance"), JobState.QUEUED),
    ],
    ids=["refused", "busy", "maintenance"],
)
async def test_what_is_about_this_job_or_passes_does_not_lead_elsewhere(
    open_house: HouseOf, fault: Answer, state: JobState
) -> None:
    house = await open_house("kling", "ezmodel")
    inject(house, "kling", fault)
    job = await submit(house, await house.order())
    assert (job.state, job.provider) == (state, "kling")
    assert offered(house)["ezmodel"] == 0
    assert await house.store.pauses() == []


async def test_a_named_provider_is_never_left(open_house: HouseOf, database: Database) -> None:
    house = await open_house("kling", "ezmodel")
    inject(house, "kling", GONE)
    job = await house.order(provider="kling")
    failed = await submit(house, job)
    assert (failed.state, failed.provider) == (JobState.FAILED, "kling")
    assert offered(house) == {"kling": 1, "ezmodel": 0}
    assert await entries(database, job) == [("reserve", 21, 0), ("release", -21, 0)]
    with pytest.raises(Refusal) as refused:
        await house.order(2, provider="kling")
    assert said(refused).startswith("Kling 2.5 Turbo cannot be made at the moment.")
    assert (await house.order(3)).provider == "ezmodel"


async def test_a_named_provider_that_is_out_of_reach_is_waited_for(open_house: HouseOf) -> None:
    house = await open_house("kling", "ezmodel", unreachable=["kling"])
    job = await submit(house, await house.order(provider="kling"), 3)
    assert (job.state, job.provider) == (JobState.QUEUED, "kling")
    assert offered(house)["ezmodel"] == 0


async def test_out_of_reach_is_proof_enough_but_switches_nothing_off(open_house: HouseOf) -> None:
    house = await open_house("kling", "ezmodel", unreachable=["kling"])
    job = await submit(house, await house.order(), 2)
    assert (job.state, job.provider) == (JobState.RUNNING, "ezmodel")
    assert await house.store.pauses() == []


async def test_where_nobody_can_be_reached_the_job_ends_within_a_day(open_house: HouseOf, database: Database) -> None:
    house = await open_house("kling", "ezmodel", unreachable=["kling", "ezmodel"])
    job = await house.order()
    job = await submit(house, job, times=20)
    assert house.clock() - START > timedelta(hours=1)
    house.clock.advance(timedelta(hours=22))  # in which the tries are like these
    tries = 0
    while job.state is JobState.QUEUED and tries < 50:
        job = await submit(house, job)
        tries += 1
    assert job.state is JobState.FAILED
    assert timedelta(hours=24) < house.clock() - START < timedelta(hours=26)
    assert await entries(database, job) == [("reserve", 21, 0), ("release", -21, 0)]


async def test_when_every_route_is_gone_each_was_tried_once(open_house: HouseOf, database: Database) -> None:
    house = await open_house("kling", "kling-new", "ezmodel")
    inject(house, "kling", GONE, times=2)
    inject(house, "ezmodel", Answer(503, "model_not_found"))
    job = await submit(house, await house.order(), 3)
    assert job.state is JobState.FAILED
    assert offered(house) == {"kling": 2, "ezmodel": 1}
    assert len(await house.store.pauses()) == 3
    assert await entries(database, job) == [("reserve", 21, 0), ("release", -21, 0)]
    with pytest.raises(Refusal) as refused:
        await house.order(2)
    sentence, _, works = said(refused).partition(" These work: ")
    assert sentence == "Kling 2.5 Turbo cannot be made at the moment."
    assert works.startswith("Kling 3.0")
    assert "Kling 2.5 Turbo" not in works


async def test_a_route_comes_back_when_its_pause_is_over(open_house: HouseOf) -> None:
    house = await open_house("kling", "ezmodel")
    inject(house, "kling", GONE)
    await submit(house, await house.order())
    (pause,) = await house.store.pauses()
    assert pause.until - house.clock() == timedelta(hours=6)
    house.clock.advance(timedelta(hours=6))
    assert (await house.order(2)).provider == "kling"

"""What moderators decide about a video on hold becomes true at the provider and in Discord: paid once, posted once."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest

from bot.pipeline.decide import Decide, NoSuchTask
from sandbox.ai302.server import Operation
from sandbox.common.faults import DropAfter, DropBefore, Fault
from storage.database import Database
from storage.records import Job
from storage.resolutions import Resolutions
from storage.states import JobState
from tests.bot.pipeline.conftest import CLIENTS, KEY, House

MODERATOR = 9


@pytest.fixture
async def house(open_house: Callable[..., Awaitable[House]]) -> House:
    """With a provider that cannot be asked by our job's id."""
    return await open_house("ai302")


@pytest.fixture
async def decide(house: House, database: Database) -> AsyncIterator[Decide]:
    client = CLIENTS["ai302"](house.simulators["ai302"].base_url, KEY)
    resolutions = Resolutions(database, clock=house.clock)
    yield Decide(resolutions=resolutions, providers={client.name: client}, bell=house.bell)
    await client.close()


async def on_hold(house: House, fault: Fault) -> Job:
    """A job whose create was never answered."""
    house.simulators["ai302"].faults.inject(Operation.CREATE, fault)
    job = await house.order(model="kling-v1-5")
    await house.drive(house.cards)
    await house.drive(house.submit)
    job = await house.job(job)
    assert job.state is JobState.UNCERTAIN
    assert await spent_and_held(house) == (0, job.credits)
    return job


async def spent_and_held(house: House) -> tuple[int, int]:
    assert await house.store.inconsistencies() == []
    usage = await house.store.usage(1, 3)
    return usage.spent, usage.held


async def finished(house: House, job: Job) -> Job:
    """The job after all that there is to do for it."""
    await house.drive(house.submit)
    await house.finish_film()
    house.clock.advance(timedelta(seconds=job.expected_seconds + 60))
    for duty in (house.watch, house.deliver, house.cards):
        await house.drive(duty)
    return await house.job(job)


async def assert_delivered_once(house: House, job: Job) -> None:
    assert job.state is JobState.DELIVERED
    assert await spent_and_held(house) == (job.credits, 0)
    assert house.discord.posts == 1
    assert len(house.simulators["ai302"].tasks) == 1


async def test_a_task_that_the_provider_has_becomes_the_video(house: House, decide: Decide) -> None:
    job = await on_hold(house, DropAfter())
    (task,) = house.simulators["ai302"].tasks
    await decide.attach(job, task.id, actor_id=MODERATOR, reason="seen in the console")
    await assert_delivered_once(house, await finished(house, job))


async def test_a_task_that_the_provider_does_not_have_is_not_attached(house: House, decide: Decide) -> None:
    job = await on_hold(house, DropBefore())
    with pytest.raises(NoSuchTask):
        await decide.attach(job, "mistyped", actor_id=MODERATOR, reason="")
    assert await house.job(job) == job


async def test_what_is_sent_again_becomes_the_video_for_the_same_credits(house: House, decide: Decide) -> None:
    job = await on_hold(house, DropBefore())
    await decide.again(job, actor_id=MODERATOR, reason="the console shows nothing")
    await assert_delivered_once(house, await finished(house, job))


async def test_what_is_given_up_is_not_submitted_again(house: House, decide: Decide) -> None:
    job = await on_hold(house, DropBefore())
    await decide.release(job, actor_id=MODERATOR, reason="")
    job = await finished(house, job)
    assert job.state is JobState.FAILED
    assert await spent_and_held(house) == (0, 0)
    assert house.simulators["ai302"].tasks == []
    assert house.discord.cards[job.id][-1] == "failed"

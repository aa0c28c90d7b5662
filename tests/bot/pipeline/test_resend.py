"""A video that Discord did not take, or whose message was deleted, is posted once more: once, and at no cost."""

import asyncio
from datetime import timedelta

import pytest

from bot.pipeline.deliver import CARD_PATIENCE
from bot.pipeline.erase import Erase
from bot.pipeline.messenger import NotAllowed, PlaceGone, TryAgain
from bot.pipeline.resend import Resend, Resent
from sandbox.kling import Answer, DropAfter, Operation
from storage.database import Database
from storage.errors import StateChanged
from storage.records import Job
from storage.resolutions import Resolutions
from storage.retention import Retention
from storage.states import JobState
from tests.bot.pipeline.conftest import House


@pytest.fixture
def resolutions(database, clock) -> Resolutions:
    return Resolutions(database, clock=clock)


@pytest.fixture
def resend(house: House, resolutions: Resolutions) -> Resend:
    return Resend(resolutions=resolutions, deliver=house.deliver, bell=house.bell)


async def deliver_again(house: House, resend: Resend, job: Job) -> Job:
    assert await resend.take(job, channel_id=5) is Resent.ON_ITS_WAY
    await house.drive(house.deliver)
    await house.drive(house.cards)
    return await house.job(job)


async def assert_charged_once(house: House) -> None:
    usage = await house.store.usage(1, 3)
    assert (usage.spent, usage.held) == (21, 0)
    assert await house.store.inconsistencies() == []
    assert len(house.kling.creates) == 1


async def test_a_video_that_was_kept_is_posted_once_it_may_be(house: House, resend: Resend) -> None:
    house.discord.fail("post_result", NotAllowed("403"))
    job = await house.until_end()
    assert job.state is JobState.UNDELIVERABLE
    done = await deliver_again(house, resend, job)
    assert (done.state, done.failure) == (JobState.DELIVERED, None)
    assert house.discord.posts == 1
    assert house.discord.cards[job.id][-1] == "delivered"
    assert list(house.folder.iterdir()) == []
    await assert_charged_once(house)


async def test_what_is_still_not_taken_is_kept_again(house: House, resend: Resend) -> None:
    house.discord.fail("post_result", NotAllowed("403"), NotAllowed("403"))
    job = await deliver_again(house, resend, await house.until_end())
    assert job.state is JobState.UNDELIVERABLE
    assert (house.folder / f"{job.id}.mp4").exists()
    await assert_charged_once(house)


async def test_a_message_that_stands_is_not_posted_twice(house: House, resend: Resend) -> None:
    job = await house.until_end()
    assert await resend.take(job, channel_id=5) is Resent.STILL_THERE
    assert await house.job(job) == job


@pytest.mark.parametrize("expired", [False, True])
async def test_a_video_whose_message_was_deleted_is_posted_again(house: House, resend: Resend, expired: bool) -> None:
    """The address that the job knows may have ended: its provider is asked for a new one."""
    job = await house.until_end()
    (_, video) = house.discord.results.pop(job.id)
    if expired:
        house.kling.faults.inject(Operation.FILE, Answer(403, 0, "expired"))
    done = await deliver_again(house, resend, job)
    assert done.state is JobState.DELIVERED
    assert house.discord.results[job.id][1] == video
    assert done.result_message_id != job.result_message_id
    await assert_charged_once(house)


async def test_a_video_that_is_gone_stays_delivered_and_is_told(house: House, resend: Resend) -> None:
    job = await house.until_end()
    del house.discord.results[job.id]
    house.kling.faults.inject(Operation.FILE, Answer(404, 0, "gone"), 2)
    assert await resend.take(job, channel_id=5) is Resent.GONE
    assert await house.job(job) == job
    assert list(house.folder.iterdir()) == []


@pytest.mark.parametrize(("kept", "outcome"), [(False, Resent.GONE), (True, Resent.ON_ITS_WAY)])
async def test_a_kept_video_that_was_erased_after_its_time_is_told_to_be_gone_at_once(
    house: House, resend: Resend, database: Database, kept: bool, outcome: Resent
) -> None:
    """While its time is not over, the video may lie on another process's disk."""
    house.discord.fail("post_result", NotAllowed("403"))
    job = await house.until_end()
    house.clock.advance(timedelta(days=31))
    erase = Erase(
        store=house.store,
        retention=Retention(database, clock=house.clock),
        folder=house.folder,
        keep=timedelta(days=60 if kept else 30),
        clock=house.clock,
        sleep=no_rest,
    )
    for _ in range(2):
        await erase.step()
    (house.folder / f"{job.id}.mp4").unlink(missing_ok=not kept)
    house.kling.faults.inject(Operation.FILE, Answer(404, 0, "gone"), 2)
    assert await resend.take(job, channel_id=5) is outcome
    after = await house.job(job)
    assert after.state is (JobState.DELIVERING if kept else JobState.UNDELIVERABLE)


async def no_rest(_: float) -> None:
    return


async def test_a_kept_video_that_was_erased_and_can_be_had_again_is_posted(
    house: House, resend: Resend, database: Database
) -> None:
    house.discord.fail("post_result", NotAllowed("403"))
    job = await house.until_end()
    house.clock.advance(timedelta(days=31))
    assert await Retention(database, clock=house.clock).erase_pictures(timedelta(days=30)) == 1
    (house.folder / f"{job.id}.mp4").unlink()
    assert (await deliver_again(house, resend, job)).state is JobState.DELIVERED
    assert house.discord.posts == 1
    assert await house.store.inconsistencies() == []


@pytest.mark.parametrize("fault", [DropAfter(), Answer(500, 0, "broken")])
async def test_what_cannot_be_fetched_just_now_is_told(house: House, resend: Resend, fault: Answer) -> None:
    job = await house.until_end()
    del house.discord.results[job.id]
    house.kling.faults.inject(Operation.FILE, fault, 99)
    assert await resend.take(job, channel_id=5) is Resent.NOT_NOW
    house.discord.fail("result_stands", TryAgain("503"))
    assert await resend.take(job, channel_id=5) is Resent.NOT_NOW
    assert await house.job(job) == job


async def test_two_who_ask_at_once_get_one_message(house: House, resend: Resend) -> None:
    job = await house.until_end()
    del house.discord.results[job.id]
    outcomes = await asyncio.gather(*(resend.take(job, channel_id=5) for _ in range(3)), return_exceptions=True)
    assert outcomes.count(Resent.ON_ITS_WAY) == 1
    assert outcomes.count(Resent.NOT_NOW) == 2
    with pytest.raises(StateChanged):
        await resend.take(job, channel_id=5)
    await house.drive(house.deliver)
    assert await house.drive(house.deliver) == 0
    assert house.discord.posts == 2
    await assert_charged_once(house)


async def test_a_job_that_has_no_card_and_no_picture_any_more_gets_its_video(
    house: House, resend: Resend, database: Database
) -> None:
    house.discord.fail("post_card", *[PlaceGone("404")] * 2)
    house.discord.fail("post_result", PlaceGone("404"))
    job = await house.until_video()
    house.clock.advance(CARD_PATIENCE * 2)
    await house.drive(house.deliver)
    await house.drive(house.cards)
    house.clock.advance(timedelta(days=1))
    assert await Retention(database, clock=house.clock).erase_pictures(timedelta(hours=1)) == 1
    await deliver_again(house, resend, await house.job(job))
    house.clock.advance(CARD_PATIENCE * 2)
    await house.drive(house.deliver)
    await house.drive(house.cards)
    done = await house.job(job)
    assert (done.state, done.card_message_id, done.shown_revision) == (JobState.DELIVERED, None, done.revision)


async def test_a_job_without_a_video_has_nothing_to_post(house: House, resend: Resend) -> None:
    job = await house.order()
    assert await resend.take(job, channel_id=5) is Resent.NO_VIDEO

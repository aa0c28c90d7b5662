"""A job's life from order to result, and at each step: dying there, running twice, no answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.media.download import Downloader
from bot.pipeline.messenger import NotAllowed, PlaceGone, TryAgain
from sandbox.kling import Answer, DropAfter, DropBefore, Fate, Operation, Truncate
from storage.states import JobState
from tests.bot.pipeline.conftest import House, told


async def spent_and_held(house: House, member: int = 3) -> tuple[int, int]:
    usage = await house.store.usage(1, member)
    return usage.spent, usage.held


async def test_one_video_through_all_of_it(house: House) -> None:
    job = await house.until_video()
    assert await spent_and_held(house) == (0, 21)
    await house.drive(house.deliver)
    await house.drive(house.cards)
    done = await house.job(job)

    assert done.state is JobState.DELIVERED
    message, video = house.discord.results[job.id]
    assert done.result_message_id == message
    assert video[4:8] == b"ftyp"
    assert house.discord.cards[job.id] == ["queued", "delivered"]
    assert done.thread_id == done.card_message_id
    assert await spent_and_held(house) == (21, 0)
    assert await house.store.inconsistencies() == []
    assert list(house.folder.iterdir()) == []
    (create,) = house.kling.creates
    assert create["external_task_id"] == job.id


async def test_first_look_comes_when_such_videos_are_usually_ready(house: House) -> None:
    job = await house.order()
    await house.drive(house.submit)
    house.clock.advance(timedelta(seconds=job.expected_seconds * 0.7))
    assert await house.drive(house.watch) == 0
    house.clock.advance(timedelta(seconds=job.expected_seconds * 0.2))
    assert await house.drive(house.watch) == 1


async def test_an_answer_that_was_lost_is_asked_for_and_adopted(house: House) -> None:
    house.kling.faults.inject(Operation.CREATE, DropAfter())
    job = await house.order()
    await house.drive(house.submit)
    assert (await house.job(job)).state is JobState.RUNNING
    assert len(house.kling.creates) == 1


async def test_a_request_that_never_arrived_is_asked_for_twice_and_sent_again_with_the_same_id(house: House) -> None:
    house.kling.faults.inject(Operation.CREATE, DropBefore())
    job = await house.order()
    await house.drive(house.submit)
    waiting = await house.job(job)
    assert waiting.state is JobState.QUEUED
    assert house.slept == [10.0]
    house.clock.advance(waiting.due_at - house.clock())
    await house.drive(house.submit)
    assert (await house.job(job)).state is JobState.RUNNING
    assert [create["external_task_id"] for create in house.kling.creates] == [job.id]


async def test_f9_while_the_provider_cannot_be_asked_nothing_is_sent_again(house: House) -> None:
    house.kling.faults.inject(Operation.CREATE, DropAfter())
    house.kling.faults.inject(Operation.QUERY, DropBefore(), times=2)
    job = await house.order()
    await house.drive(house.submit)
    assert (await house.job(job)).state is JobState.SUBMITTING
    for _ in range(2):
        house.clock.advance(timedelta(minutes=10))
        await house.drive(house.submit)
    assert (await house.job(job)).state is JobState.RUNNING
    assert len(house.kling.creates) == 1


async def test_f7_a_process_that_died_while_submitting_does_not_submit_again(
    make_house: Callable[..., House],
) -> None:
    first, second = make_house("first"), make_house("second")
    job = await first.order()
    (claim,) = await first.submit.claim(1)
    claim = await first.store.begin_submit(claim)
    await first.submit._providers["kling"].submit(await first.submit._submission(claim.job))
    # The first process dies here: the task exists, and nothing of it is written down.
    assert await second.drive(second.submit) == 0
    second.clock.advance(timedelta(seconds=16))
    assert await second.drive(second.submit) == 1
    assert (await second.job(job)).state is JobState.RUNNING
    assert len(second.kling.creates) == 1


async def test_a_provider_that_cannot_be_asked_leaves_the_job_uncertain(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(house.submit._providers["kling"]), "finds_by_job_id", False)
    house.kling.faults.inject(Operation.CREATE, DropAfter())
    job = await house.order()
    await house.drive(house.submit)
    assert (await house.job(job)).state is JobState.UNCERTAIN
    assert await spent_and_held(house) == (0, 21)
    house.clock.advance(timedelta(days=2))
    assert await house.drive(house.submit) == 0
    assert len(house.kling.creates) == 1


@pytest.mark.parametrize(
    ("status", "code", "message"),
    [(429, 1303, "parallel task over resource pack limit"), (429, 1302, "too many requests"), (503, 5001, "busy")],
)
async def test_provider_pressure_slows_the_queue_and_fails_nothing(
    house: House, status: int, code: int, message: str
) -> None:
    house.kling.faults.inject(Operation.CREATE, Answer(status, code, message))
    job = await house.order()
    await house.drive(house.submit)
    waiting = await house.job(job)
    assert waiting.state is JobState.QUEUED
    assert waiting.due_at > house.clock()
    house.clock.advance(waiting.due_at - house.clock())
    await house.drive(house.submit)
    assert (await house.job(job)).state is JobState.RUNNING


@pytest.mark.parametrize(
    ("status", "code", "message", "read"),
    [
        (400, 1301, "Content security", "content"),
        (429, 1102, "Account balance not enough", "balance"),
        (401, 1002, "api key not found", "operator"),
    ],
)
async def test_f3_a_refusal_fails_the_job_and_gives_the_credits_back(
    house: House, status: int, code: int, message: str, read: str
) -> None:
    house.kling.faults.inject(Operation.CREATE, Answer(status, code, message))
    job = await house.order()
    await house.drive(house.submit)
    failed = await house.job(job)
    assert failed.state is JobState.FAILED
    assert read in told(failed)
    assert await spent_and_held(house) == (0, 0)
    assert await house.store.inconsistencies() == []


async def test_words_that_a_provider_refused_are_in_no_log(house: House) -> None:
    prompt = "a paper dragon breathes fire"
    house.kling.faults.inject(Operation.CREATE, Answer(400, 1301, f"sensitive: {prompt}"))
    house.kling.faults.doom(Fate(fail_with=f"risk control: {prompt}"))
    with capture_logs() as logs:
        refused = await house.order(1, prompt=prompt)
        await house.drive(house.submit)
        failed = await house.until_end(number=2, prompt=prompt)
    assert "content filter" in told(await house.job(refused))
    assert "content filter" in told(failed)
    reasons = [entry["reason"] for entry in logs if entry["event"] in ("job failed", "task failed")]
    assert ["28 characters" in reason for reason in reasons] == [True, True]
    assert "dragon" not in str(logs)


async def test_f27_a_failed_task_gives_its_reason_and_the_credits_back(house: House) -> None:
    house.kling.faults.doom(Fate(fail_with="Failure to pass the risk control system"))
    failed = await house.until_end()
    assert failed.state is JobState.FAILED
    assert "SUCCEED" not in told(failed)
    assert await spent_and_held(house) == (0, 0)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # hundreds of tries, alike on both
async def test_waiting_for_an_unreachable_provider_ends_with_the_credits_back(house: House) -> None:
    job = await house.order()
    house.kling.faults.inject(Operation.CREATE, Answer(429, 1302, "too many requests"), times=1000)
    for _ in range(400):
        await house.drive(house.submit)
        house.clock.advance(timedelta(minutes=11))
        if (await house.job(job)).state is JobState.FAILED:
            break
    failed = await house.job(job)
    assert failed.state is JobState.FAILED
    assert house.clock() - job.created_at < timedelta(hours=25)
    assert await spent_and_held(house) == (0, 0)


async def test_unknown_status_words_and_unreachable_queries_only_postpone(house: House) -> None:
    house.kling.faults.doom(Fate(status_word="pondering"))
    job = await house.order()
    await house.drive(house.submit)
    house.clock.advance(timedelta(minutes=5))
    await house.drive(house.watch)
    assert (await house.job(job)).state is JobState.RUNNING
    house.kling.faults.inject(Operation.QUERY, DropBefore())
    house.clock.advance(timedelta(minutes=5))
    await house.drive(house.watch)
    later = await house.job(job)
    assert later.state is JobState.RUNNING
    assert later.due_at > house.clock()


async def test_a_result_that_was_posted_before_the_process_died_is_found_and_not_posted_again(house: House) -> None:
    job = await house.until_video()
    house.discord.fail("after_post_result", TryAgain("the answer was lost"))
    await house.drive(house.deliver)
    assert (await house.job(job)).state is JobState.DELIVERING
    house.clock.advance(timedelta(minutes=30))
    await house.drive(house.deliver)
    done = await house.job(job)
    assert done.state is JobState.DELIVERED
    assert house.discord.posts == 1
    assert done.result_message_id == house.discord.results[job.id][0]


async def test_f11_a_video_that_is_too_large_is_made_smaller(house: House) -> None:
    job = await house.until_video()
    house.discord.largest = 60_000
    await house.drive(house.deliver)
    assert (await house.job(job)).state is JobState.DELIVERED
    assert len(house.discord.results[job.id][1]) <= 60_000


async def test_a_video_that_nobody_takes_is_kept_and_charged_once(house: House) -> None:
    job = await house.until_video()
    house.discord.fail("post_result", NotAllowed("50013"))
    await house.drive(house.deliver)
    kept = await house.job(job)
    assert kept.state is JobState.UNDELIVERABLE
    assert "kept" in told(kept)
    assert (house.folder / f"{job.id}.mp4").exists()
    assert await spent_and_held(house) == (21, 0)


async def test_without_a_thread_the_result_goes_into_the_channel(house: House) -> None:
    house.discord.fail("open_thread", NotAllowed("50013"))
    done = await house.until_end()
    assert done.state is JobState.DELIVERED
    assert done.thread_id is None
    assert done.in_thread is False


async def test_a_card_that_cannot_be_posted_holds_nothing_up(house: House) -> None:
    house.discord.fail("post_card", *[PlaceGone("10003")] * 5)
    job = await house.until_video()
    await house.drive(house.deliver)
    assert (await house.job(job)).state is JobState.DELIVERING
    house.clock.advance(timedelta(minutes=2))
    await house.drive(house.deliver)
    assert (await house.job(job)).state is JobState.DELIVERED


async def test_a_card_is_tried_again_and_shows_the_latest_state(house: House) -> None:
    house.discord.fail("post_card", TryAgain("502"))
    job = await house.order()
    await house.drive(house.cards)
    assert job.id not in house.discord.cards
    await house.drive(house.submit)
    house.clock.advance(timedelta(seconds=5))
    await house.drive(house.cards)
    assert house.discord.cards[job.id] == ["running"]
    assert await house.drive(house.cards) == 0


async def test_a_change_while_the_card_is_drawn_is_shown_afterwards(house: House) -> None:
    job = await house.order()
    (claim,) = await house.cards.claim(1)
    await house.drive(house.submit)
    await house.cards.work([claim])
    await house.store.give_back(claim)
    assert await house.drive(house.cards) == 1
    assert house.discord.cards[job.id] == ["queued", "running"]


@pytest.mark.parametrize("fault", [Answer(404, 0, "gone"), Answer(500, 0, "broken")])
async def test_a_download_that_fails_is_repeated(house: House, fault: Answer) -> None:
    house.kling.faults.inject(Operation.FILE, fault)
    job = await house.until_end()
    assert job.state is JobState.DELIVERING
    house.clock.advance(timedelta(minutes=10))
    await house.drive(house.deliver)
    assert (await house.job(job)).state is JobState.DELIVERED
    assert house.kling.leaks == []


async def test_an_address_that_leads_into_a_private_network_is_refused(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Downloader() as strict:
        monkeypatch.setattr(house.deliver, "_downloader", strict)
        done = await house.until_end()
    assert done.state is JobState.UNDELIVERABLE
    assert "could not be fetched" in told(done)


async def test_f11_a_video_that_cannot_be_made_small_enough_becomes_a_link_and_is_kept(house: House) -> None:
    house.discord.largest = 500
    done = await house.until_end()
    assert done.state is JobState.DELIVERED
    assert done.link == done.video_url == house.discord.links[done.id]
    assert [file.name for file in house.folder.iterdir()] == [f"{done.id}.mp4"]


async def test_a_truncated_download_is_fetched_again(house: House) -> None:
    house.kling.faults.inject(Operation.FILE, Truncate())
    job = await house.until_end()
    assert job.state is JobState.DELIVERING
    assert list(house.folder.glob("*.mp4")) == []
    house.clock.advance(timedelta(minutes=10))
    await house.drive(house.deliver)
    assert (await house.job(job)).state is JobState.DELIVERED

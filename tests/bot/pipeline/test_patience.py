"""Nothing waits for ever: tasks that never end, providers that were switched off, disks that are full, odd answers."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.pipeline.intake import Unsure
from bot.pipeline.supervise import Loop
from providers.errors import Busy
from sandbox.common.faults import Fate
from storage.errors import StorageUnavailable
from storage.records import Acceptance, NewJob
from storage.states import JobState
from storage.store import Store
from tests.bot.pipeline.conftest import House, told
from tests.conftest import ManualClock


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One is enough: all of this is about waiting. Every statement is tested on both in ``tests/storage``."""
    return sqlite_url


async def held(house: House) -> int:
    return (await house.store.usage(1, 3)).held


async def test_a_task_that_never_ends_frees_its_place_and_is_told(house: House) -> None:
    house.kling.faults.doom(Fate(never_finish=True))
    job = await house.order()
    await house.drive(house.cards)
    await house.drive(house.submit)
    waiting = await house.order(2)
    assert await house.store.claim_to_submit("kling", max_running=1, limit=1) == []
    for _ in range(30):
        house.clock.advance(timedelta(hours=1))
        await house.drive(house.watch)
    late = await house.job(job)
    assert late.state is JobState.RUNNING
    assert late.late_at is not None
    assert late.revision > late.shown_revision
    (claim,) = await house.store.claim_to_submit("kling", max_running=1, limit=1)
    assert claim.job.id == waiting.id
    assert await house.store.inconsistencies() == []


async def test_a_task_that_its_provider_does_not_know_gives_the_credits_back(house: House, clock: ManualClock) -> None:
    job = await house.order()
    (claim,) = await house.submit.claim(1)
    claim = await house.store.begin_submit(claim)
    await house.store.submitted(claim.job, "of another account", look_at=clock())
    for _ in range(30):
        house.clock.advance(timedelta(hours=1))
        await house.drive(house.watch)
    assert (await house.job(job)).state is JobState.FAILED
    assert await house.store.inconsistencies() == []


@pytest.mark.parametrize(
    "address", ["", "not a url", "ftp://a.test/v.mp4", "http://a.test/\ud800", "http://a.test/\x00"]
)
async def test_a_success_without_a_video_ends_with_a_reason_and_gives_the_credits_back(
    house: House, address: str
) -> None:
    house.kling.faults.doom(Fate(result_url=address))
    job = await house.until_video()
    assert job.state is JobState.RUNNING
    for _ in range(30):
        house.clock.advance(timedelta(hours=1))
        await house.drive(house.watch)
    failed = await house.job(job)
    assert (failed.state, told(failed)) == (
        JobState.FAILED,
        "The video provider says that this video is ready, but has given no address to fetch it from for a whole day.",
    )
    assert await held(house) == 0
    assert await house.store.inconsistencies() == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:abc/v.mp4", "http://127.0.0.1:99999/", "http://xn--/v.mp4"])
async def test_an_address_that_cannot_be_read_ends_with_a_reason(house: House, address: str) -> None:
    house.kling.faults.doom(Fate(result_url=address))
    job = await house.until_end()
    assert job.state is JobState.UNDELIVERABLE
    assert told(job)
    assert house.discord.cards[job.id][-1] == JobState.UNDELIVERABLE
    assert await house.store.inconsistencies() == []


@pytest.mark.parametrize(
    ("interrupted", "end"), [(False, JobState.FAILED), (True, JobState.UNCERTAIN)], ids=["queued", "submitting"]
)
async def test_jobs_of_a_provider_that_was_switched_off_are_not_forgotten(
    house: House, monkeypatch: pytest.MonkeyPatch, interrupted: bool, end: JobState
) -> None:
    job = await house.order()
    if interrupted:
        (claim,) = await house.submit.claim(1)
        await house.store.begin_submit(claim)
        house.clock.advance(timedelta(minutes=1))
    monkeypatch.setattr(house.submit, "_providers", {})
    await house.drive(house.submit)
    assert (await house.job(job)).state is end
    assert house.kling.creates == []
    assert await house.store.inconsistencies() == []


async def test_a_provider_cannot_make_a_job_wait_for_a_year(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def submit(_: object) -> None:
        raise Busy("429", retry_after=1e15)

    monkeypatch.setattr(house.submit._providers["kling"], "submit", submit)
    job = await house.order()
    await house.drive(house.submit)
    waiting = await house.job(job)
    assert waiting.state is JobState.QUEUED
    assert waiting.due_at <= house.clock() + timedelta(minutes=10)


async def test_a_job_that_stood_long_in_the_queue_is_not_given_up_at_its_first_refusal(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def submit(_: object) -> None:
        raise Busy("429")

    job = await house.order()
    house.clock.advance(timedelta(days=2))
    monkeypatch.setattr(house.submit._providers["kling"], "submit", submit)
    await house.drive(house.submit)
    assert (await house.job(job)).state is JobState.QUEUED


async def test_a_full_disk_is_waited_for(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fetch(_url: str, _target: Path) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(house.deliver._downloader, "fetch", fetch)
        job = await house.until_end()
    assert job.state is JobState.DELIVERING
    assert job.due_at > house.clock()
    house.clock.advance(timedelta(minutes=11))
    await house.drive(house.deliver)
    assert (await house.job(job)).state is JobState.DELIVERED


async def test_a_lost_answer_to_the_commit_is_found_out(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    accept = house.store.accept

    async def cut_after(new: NewJob, *rest: Any, **options: Any) -> Acceptance:
        await accept(new, *rest, **options)
        raise StorageUnavailable("connection lost")

    monkeypatch.setattr(house.store, "accept", cut_after)
    job = await house.order()
    assert (await house.job(job)).state is JobState.QUEUED
    assert await held(house) == 21


async def test_a_commit_that_never_was_costs_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def cut_before(*_: object, **__: object) -> Acceptance:
        raise StorageUnavailable("connection lost")

    monkeypatch.setattr(house.store, "accept", cut_before)
    with pytest.raises(StorageUnavailable):
        await house.order()
    assert await held(house) == 0


async def test_while_nobody_can_say_whether_it_was_accepted_nobody_claims_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(*_: object, **__: object) -> None:
        raise StorageUnavailable("connection lost")

    monkeypatch.setattr(house.store, "accept", gone)
    monkeypatch.setattr(house.store, "acceptance", gone)
    with pytest.raises(Unsure):
        await house.order()


async def test_a_cancellation_from_elsewhere_does_not_end_a_loop(
    clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.pipeline.supervise._FIRST_PAUSE", 0.01)
    went_on = asyncio.Event()
    calls = 0

    async def step() -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise asyncio.CancelledError
        went_on.set()
        await asyncio.sleep(60)

    loop = Loop("test", step, clock=clock)
    loop.start()
    await asyncio.wait_for(went_on.wait(), 5)
    assert loop.restarts == 1
    await loop.stop()
    assert not loop.alive


async def test_one_bad_task_does_not_hold_the_others_up(
    make_house: Callable[..., House], monkeypatch: pytest.MonkeyPatch
) -> None:
    house = make_house()
    jobs = [await house.order(1), await house.order(2)]
    await house.drive(house.submit)
    await house.finish_film()
    house.clock.advance(timedelta(minutes=10))
    ready = Store.video_ready

    async def video_ready(store: Store, claim: object, url: str) -> object:
        if claim.job.id == jobs[0].id:  # type: ignore[attr-defined]
            raise ZeroDivisionError
        return await ready(store, claim, url)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "video_ready", video_ready)
    with pytest.raises(ExceptionGroup):
        await house.drive(house.watch)
    assert [(await house.job(job)).state for job in jobs] == [JobState.RUNNING, JobState.DELIVERING]

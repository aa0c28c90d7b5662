"""Accounts: how many tasks they take, for how long they ask to wait, and how long their tasks take."""

from datetime import timedelta

import pytest

from storage.accounts import LONGEST_PAUSE
from storage.paces import ENOUGH, KEPT
from storage.records import Duty, Pace, account_of
from tests.storage.conftest import running, submitting

KEY = ("kling-v2-1", "pro", 5)
REQUEST = {"mode": "pro", "duration": 5}


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def test_further_apis_of_an_account_are_named_by_it():
    assert [account_of(client) for client in ("kling", "kling-new", "aimlapi-universal")] == [
        "kling",
        "kling",
        "aimlapi",
    ]


async def test_both_apis_share_the_accounts_places(make_store, new_job):
    store, other = make_store("one"), make_store("other")
    await running(store, new_job(provider="kling-new"))
    for provider in ("kling", "kling-new", "kling"):
        await store.accept(new_job(provider=provider))
    assert len(await other.claim_to_submit("kling", max_running=2, limit=9)) == 1
    assert await store.claim_to_submit("kling", max_running=2, limit=9) == []


async def test_refusals_in_a_row_make_every_process_wait_longer_each_time(make_store, new_job, clock):
    store, other = make_store("one"), make_store("other")
    await store.accept(new_job())
    pauses = []
    for _ in range(12):
        until = await store.slow_down("kling-new", Duty.SUBMIT, retry_after=None)
        pauses.append((until - clock()).total_seconds())
        assert await other.claim_to_submit("kling", max_running=9, limit=9) == []
        clock.now = until
    assert pauses == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]
    assert len(await other.claim_to_submit("kling", max_running=9, limit=9)) == 1


async def test_requests_that_were_refused_together_count_as_one_refusal(store, clock):
    pauses = {await store.slow_down("kling", Duty.SUBMIT, retry_after=None) - clock() for _ in range(8)}
    assert pauses == {seconds(2)}


async def test_after_a_pause_one_request_tries_it(store, new_job, clock):
    for _ in range(3):
        await store.accept(new_job())
    clock.now = await store.slow_down("kling", Duty.SUBMIT, retry_after=None)
    (claim,) = await store.claim_to_submit("kling", max_running=9, limit=9)
    assert await store.claim_to_submit("kling", max_running=9, limit=9) == []
    claim = await store.begin_submit(claim)
    await store.submitted(claim.job, "task", look_at=clock())
    await store.give_back(claim)
    assert len(await store.claim_to_submit("kling", max_running=9, limit=9)) == 2


@pytest.mark.parametrize(("asked", "pause"), [(60, 60), (0.5, 2), (1e15, 600)])
async def test_what_the_provider_asks_for_is_respected_within_bounds(store, clock, asked, pause):
    until = await store.slow_down("kling", Duty.SUBMIT, retry_after=asked)
    assert until - clock() == seconds(pause)


async def test_a_clock_that_went_back_does_not_prolong_a_pause(store, new_job, clock):
    await store.slow_down("kling", Duty.SUBMIT, retry_after=None)
    clock.advance(-timedelta(hours=1))
    await store.accept(new_job())
    assert len(await store.claim_to_submit("kling", max_running=9, limit=9)) == 1
    assert await store.slow_down("kling", Duty.SUBMIT, retry_after=None) - clock() <= LONGEST_PAUSE


async def test_other_accounts_and_duties_go_on(store, new_job):
    job = await running(store, new_job())
    await store.accept(new_job(provider="aimlapi"))
    await store.slow_down("kling", Duty.SUBMIT, retry_after=60)
    assert len(await store.claim_to_submit("aimlapi", max_running=9, limit=9)) == 1
    (claim,) = await store.claim_to_watch("kling", limit=9)
    assert claim.job.id == job.id


async def test_questions_wait_for_all_apis_of_the_account(make_store, new_job, clock):
    store, other = make_store("one"), make_store("other")
    for provider in ("kling", "kling-new", "aimlapi"):
        await running(store, new_job(provider=provider))
    until = await store.slow_down("kling", Duty.WATCH, retry_after=None)
    clock.advance(seconds(1))
    watched = {name: len(await other.claim_to_watch(name, limit=9)) for name in ("kling", "kling-new", "aimlapi")}
    assert watched == {"kling": 0, "kling-new": 0, "aimlapi": 1}
    clock.now = until
    await store.relax("kling", Duty.WATCH)
    assert len(await other.claim_to_watch("kling", limit=9)) == 1


async def finished(store, clock, new, took: float) -> None:
    await running(store, new)
    clock.advance(seconds(took))
    (claim,) = await store.claim_to_watch(new.provider, limit=1)
    await store.video_ready(claim, "https://video.example/1.mp4")


async def test_the_pace_is_learned_from_the_bots_own_tasks(make_store, new_job, clock):
    store, other = make_store("one", allowance=10_000), make_store("other", allowance=10_000)
    for took in (60, 80, 100, 120):
        await finished(store, clock, new_job(request=REQUEST), took)
    assert await store.paces("kling") == {}
    await finished(other, clock, new_job(request=REQUEST), 1_000)
    assert await store.paces("kling") == {KEY: Pace(80, 100, 120)}
    assert await store.paces("kling-new") == {}


async def test_only_the_newest_tasks_count(store, new_job, clock, monkeypatch):
    monkeypatch.setattr("storage.paces.KEPT", ENOUGH)
    for took in (900, 900, 10, 10, 10, 10, 10):
        await finished(store, clock, new_job(request=REQUEST, credits=1), took)
    assert await store.paces("kling") == {KEY: Pace(10, 10, 10)}
    assert KEPT == 100


async def test_models_modes_and_lengths_have_paces_of_their_own(store, new_job, clock):
    for mode, length in (("pro", 5), ("std", 5), ("pro", 10)):
        for _ in range(ENOUGH):
            request = {"mode": mode, "duration": length}
            await finished(store, clock, new_job(request=request, credits=1), length)
    paces = await store.paces("kling")
    assert {key: pace.usual for key, pace in paces.items()} == {
        KEY: 5,
        ("kling-v2-1", "std", 5): 5,
        ("kling-v2-1", "pro", 10): 10,
    }


async def test_a_clock_that_went_back_teaches_nothing_impossible(store, new_job, clock):
    for _ in range(ENOUGH):
        await running(store, new_job(request=REQUEST, credits=1))
        (claim,) = await store.claim(Duty.WATCH, limit=1)
        clock.advance(-timedelta(hours=1))
        await store.video_ready(claim, "https://video.example/1.mp4")
        clock.advance(timedelta(hours=2))
    assert await store.paces("kling") == {KEY: Pace(0, 0, 0)}


async def test_a_late_task_no_longer_takes_a_place(store, new_job):
    await running(store, new_job())
    waiting = await store.accept(new_job())
    (claim,) = await store.claim_to_watch("kling", limit=1)
    assert await store.claim_to_submit("kling", max_running=1, limit=1) == []
    late = await store.become_late(claim)
    assert late.job.revision == claim.job.revision + 1
    (leaving,) = await store.claim_to_submit("kling", max_running=1, limit=1)
    assert leaving.job.id == waiting.job.id


async def test_an_interrupted_submission_does_not_wait_for_the_account(store, new_job, clock):
    await submitting(store, new_job())
    clock.advance(timedelta(minutes=1))
    await store.slow_down("kling", Duty.SUBMIT, retry_after=60)
    assert len(await store.claim_to_submit("kling", max_running=1, limit=1)) == 1

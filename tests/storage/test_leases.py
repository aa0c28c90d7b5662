"""Who may work on a job now."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from storage import jobs as job_statements
from storage.errors import LeaseLost, StateChanged
from storage.records import Duty, NewJob
from storage.states import JobState
from storage.store import LEASE, Store
from tests.storage.conftest import running, submitting


@pytest.fixture
async def job(store, new_job):
    return await running(store, new_job())


@pytest.fixture
def other(make_store):
    return make_store("other")


async def test_a_lease_is_exclusive(store, other, job):
    (claim,) = await store.claim(Duty.WATCH, limit=5)
    assert (claim.job, claim.duty) == (job, Duty.WATCH)
    assert claim.owner.startswith("one-")
    assert await other.claim(Duty.WATCH, limit=5) == []
    assert await store.claim(Duty.WATCH, limit=5) == []


async def test_duties_are_independent(store, other, job):
    assert len(await store.claim(Duty.WATCH, limit=5)) == 1
    assert len(await other.claim_cards(limit=5)) == 1
    assert await store.claim(Duty.DELIVER, limit=5) == []


async def test_a_lease_runs_out(store, other, job, clock):
    await store.claim(Duty.WATCH, limit=5)
    clock.advance(LEASE)
    assert await other.claim(Duty.WATCH, limit=5) == []
    clock.advance(timedelta(microseconds=1))
    (claim,) = await other.claim(Duty.WATCH, limit=5)
    assert claim.owner.startswith("other-")


async def test_a_renewed_lease_lasts(store, other, job, clock):
    claims = await store.claim(Duty.WATCH, limit=5)
    for _ in range(3):
        clock.advance(LEASE * 0.9)
        await store.renew(claims)
    assert await other.claim(Duty.WATCH, limit=5) == []


async def test_a_lost_lease_cannot_be_renewed(store, other, job, clock):
    claims = await store.claim(Duty.WATCH, limit=5)
    clock.advance(LEASE * 2)
    (theirs,) = await other.claim(Duty.WATCH, limit=5)
    await store.renew(claims)
    await store.give_back(claims[0])
    await other.postpone(theirs, clock())
    with pytest.raises(LeaseLost):
        await store.postpone(claims[0], clock())


async def test_a_claim_that_ran_out_stays_lost_when_the_same_process_claims_again(store, job, clock):
    """As after a pause of the whole process: the work that was interrupted wakes beside its successor."""
    (lost,) = await store.claim(Duty.WATCH, limit=5)
    clock.advance(LEASE * 2)
    (held,) = await store.claim(Duty.WATCH, limit=5)
    with pytest.raises(LeaseLost):
        await store.video_ready(lost, "https://video.example/1.mp4")
    await store.give_back(lost)
    clock.advance(LEASE * 0.9)
    await store.renew([lost, held])
    clock.advance(LEASE * 0.9)
    held = await store.postpone(held, clock())
    await store.give_back(held)
    assert len(await store.claim(Duty.WATCH, limit=5)) == 1


async def test_a_job_given_back_is_free_at_once(store, other, job):
    (claim,) = await store.claim(Duty.WATCH, limit=5)
    await store.give_back(claim)
    assert len(await other.claim(Duty.WATCH, limit=5)) == 1


async def test_a_lost_lease_changes_nothing(store, other, database, new_job, clock):
    """Neither the state nor the ledger, although both were written before the lease was looked at."""
    claim = await submitting(store, new_job())
    clock.advance(LEASE * 2)
    (theirs,) = await other.claim_to_submit("kling", max_running=5, limit=5)
    usage = await store.usage(1, 101)
    with pytest.raises(LeaseLost):
        await store.fail(claim, "no")
    assert await store.job(claim.job.id) == theirs.job == claim.job
    assert await store.usage(1, 101) == usage
    assert await store.inconsistencies() == []
    await other.fail(theirs, "no")
    assert (await store.usage(1, 101)).held == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda store, claim: store.video_ready(claim, "https://video.example/1.mp4"),
        lambda store, claim: store.postpone(claim, claim.job.due_at),
        lambda store, claim: store.renew_video_url(claim, "https://video.example/2.mp4"),
        lambda store, claim: store.card_posted(claim, 5),
        lambda store, claim: store.card_shown(claim, 1),
        lambda store, claim: store.thread_opened(claim, 5),
        lambda store, claim: store.thread_refused(claim),
        lambda store, claim: store.postpone_card(claim, claim.job.due_at),
    ],
)
async def test_no_change_without_a_lease(store, job, change):
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    await store.give_back(claim)
    with pytest.raises(LeaseLost):
        await change(store, claim)
    assert await store.job(job.id) == job


@pytest.mark.parametrize(
    "change",
    [
        lambda store, claim: store.video_ready(claim, "https://video.example/1.mp4"),
        lambda store, claim: store.fail(claim, "no"),
        lambda store, claim: store.postpone(claim, claim.job.due_at),
        lambda store, claim: store.renew_video_url(claim, "https://video.example/2.mp4"),
    ],
)
async def test_a_stale_record_changes_nothing(store, job, change):
    (stale,) = await store.claim(Duty.WATCH, limit=1)
    current = await store.video_ready(stale, "https://video.example/1.mp4")
    with pytest.raises(StateChanged):
        await change(store, stale)
    assert await store.job(job.id) == current.job
    assert await store.inconsistencies() == []


async def test_a_card_that_changed_while_it_was_shown_is_shown_again(store, other, job):
    (card,) = await store.claim_cards(limit=1)
    (watch,) = await other.claim(Duty.WATCH, limit=1)
    await other.video_ready(watch, "https://video.example/1.mp4")
    card = await store.card_posted(card, 5)
    card = await store.card_shown(card, job.revision)
    await store.give_back(card)
    (again,) = await store.claim_cards(limit=1)
    assert again.job.state is JobState.DELIVERING
    assert again.job.card_message_id == 5
    await store.give_back(await store.card_shown(again, again.job.revision))
    assert await store.claim_cards(limit=1) == []


async def accept_40(store: Store, new_job: Callable[..., NewJob]) -> set[str]:
    acceptances = await asyncio.gather(*(store.accept(new_job(credits=1)) for _ in range(40)))
    return {acceptance.job.id for acceptance in acceptances}


async def test_two_stores_share_40_jobs(make_store, new_job, open_database, database_url):
    store, other = make_store("one"), make_store("other", on=await open_database(database_url))
    ids = await accept_40(store, new_job)

    async def claim_all(worker: Store) -> list[str]:
        mine: list[str] = []
        while claims := await worker.claim_cards(limit=5):
            mine += [claim.job.id for claim in claims]
        return mine

    claimed = await asyncio.gather(*(claim_all(worker) for worker in (store, other, store, other)))
    together = [job_id for mine in claimed for job_id in mine]
    assert len(together) == 40
    assert set(together) == ids


async def test_two_processes_share_40_jobs(store, new_job, database_url, start_child):
    ids = await accept_40(store, new_job)
    children = [await start_child("claims", database_url, owner) for owner in ("a", "b")]
    for child in children:
        await child.tell()
    mine, theirs = await asyncio.gather(*(child.hear() for child in children))
    assert len(mine) + len(theirs) == 40
    assert set(mine) | set(theirs) == ids


async def test_a_claim_never_returns_a_job_that_has_moved_on(job, make_store, database, database_url, open_database):
    """Not even when the move is written but not yet committed at the moment of the claim."""
    other = make_store("other", on=await open_database(database_url))
    async with database.write() as connection:
        await job_statements.advance(connection, job, JobState.DELIVERING, now=job.due_at)
        claiming = asyncio.create_task(other.claim(Duty.WATCH, limit=1))
        await asyncio.wait([claiming], timeout=0.2)
    assert await claiming == []


async def test_leases_taken_over_while_they_are_renewed(store, make_store, other, new_job, clock):
    """In opposite orders, many times at once: nobody ends in a deadlock, and each job has one holder."""
    for number in range(6):
        await running(store, new_job())
        await store.postpone((await store.claim(Duty.WATCH, limit=1))[0], clock() - timedelta(seconds=number))
    clock.advance(LEASE * 2)
    claims = await store.claim(Duty.WATCH, limit=6)
    for renewed in [claims, claims[::-1]] * 5:
        clock.advance(LEASE * 2)
        _, taken = await asyncio.gather(store.renew(renewed), other.claim(Duty.WATCH, limit=6))
        assert len(taken) + len(await store.claim(Duty.WATCH, limit=6)) <= 6
        for claim in taken:
            await other.give_back(claim)


async def test_claims_to_submit_take_as_many_as_the_provider_takes(store, new_job, clock):
    for _ in range(5):
        await store.accept(new_job())
    await store.accept(new_job(provider="other"))
    (first, second) = await store.claim_to_submit("kling", max_running=2, limit=9)
    assert [first.job.id, second.job.id] == ["job00001", "job00002"]
    assert await store.claim_to_submit("kling", max_running=2, limit=9) == []
    first, second = await store.begin_submit(first), await store.begin_submit(second)
    assert await store.claim_to_submit("kling", max_running=2, limit=9) == []
    job = await store.submitted(first.job, "task", look_at=clock())
    assert job.submitted_at == clock()
    assert await store.claim_to_submit("kling", max_running=2, limit=9) == []
    await store.fail(second, "refused")
    assert [claim.job.id for claim in await store.claim_to_submit("kling", max_running=2, limit=9)] == ["job00003"]


async def test_claims_to_submit_respect_their_limit(store, new_job):
    for _ in range(5):
        await store.accept(new_job())
    assert len(await store.claim_to_submit("kling", max_running=9, limit=2)) == 2
    assert await store.claim_to_submit("kling", max_running=9, limit=0) == []
    assert len(await store.claim_to_submit("kling", max_running=9, limit=9)) == 3


async def test_interrupted_submissions_come_first(store, other, new_job, clock):
    await store.accept(new_job())
    (claim,) = await store.claim_to_submit("kling", max_running=9, limit=1)
    await store.accept(new_job())
    await store.begin_submit(claim)
    clock.advance(LEASE * 2)
    claims = await other.claim_to_submit("kling", max_running=9, limit=9)
    assert [(claim.job.id, claim.job.state) for claim in claims] == [("job00001", "submitting"), ("job00002", "queued")]
    clock.advance(LEASE * 2)
    (interrupted,) = await store.claim_to_submit("kling", max_running=1, limit=9)
    assert interrupted.job.state is JobState.SUBMITTING


async def test_a_requeued_job_waits_for_its_time(store, new_job, clock):
    claim = await submitting(store, new_job())
    claim = await store.requeue(claim, due_at=clock() + timedelta(minutes=1))
    await store.give_back(claim)
    assert await store.claim_to_submit("kling", max_running=9, limit=9) == []
    clock.advance(timedelta(minutes=1))
    (again,) = await store.claim_to_submit("kling", max_running=9, limit=9)
    assert (again.job.state, again.job.attempts) == ("queued", 1)
    assert (await store.begin_submit(again)).job.attempts == 2


async def test_workers_together_take_as_many_as_the_provider_takes(make_store, new_job):
    """Their counts and claims never overlap, or each of them would find every place free."""
    for _ in range(10):
        await make_store().accept(new_job())
    workers = [make_store(f"worker{number}") for number in range(6)]
    claimed = await asyncio.gather(*(worker.claim_to_submit("kling", max_running=3, limit=9) for worker in workers))
    assert sum(map(len, claimed)) == 3


async def test_two_processes_together_take_as_many_as_the_provider_takes(
    make_store, new_job, database_url, start_child
):
    store = make_store()
    for _ in range(10):
        await store.accept(new_job())
    children = [await start_child("claims_to_submit", database_url, owner, 3) for owner in ("a", "b")]
    for child in children:
        await child.tell()
    mine, theirs = await asyncio.gather(*(child.hear() for child in children))
    assert len(set(mine) | set(theirs)) == len(mine) + len(theirs) == 3

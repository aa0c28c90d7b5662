"""What people decide about jobs: each decision counts once, and the ledger stays exact."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from storage.errors import InHand, StateChanged, StorageError, TaskTaken
from storage.quota_records import BOT, Action, Change
from storage.records import Claim, Duty, Job
from storage.resolutions import FINDS_OUT, Resolutions
from storage.states import RELEASING, SETTLING, JobState
from storage.store import LEASE, Store
from storage.tables import jobs
from tests.storage.conftest import MODERATOR, running, submitting

GIVEN_UP = "A moderator gave it up."

Decision = Callable[[Resolutions, Job], Awaitable[Change]]

DECISIONS: dict[str, Decision] = {
    "attach": lambda resolutions, job: resolutions.attach(job, "found", actor_id=MODERATOR),
    "release": lambda resolutions, job: resolutions.release(job, GIVEN_UP, actor_id=MODERATOR),
    "again": lambda resolutions, job: resolutions.again(job, actor_id=MODERATOR),
}
STATES = {"attach": JobState.RUNNING, "release": JobState.FAILED, "again": JobState.QUEUED}
HELD = {"attach": 10, "release": 0, "again": 10}


@pytest.fixture
def resolutions(database, clock) -> Resolutions:
    return Resolutions(database, clock=clock)


async def uncertain(store: Store, new) -> Job:
    """A job on hold, which nobody holds."""
    claim = await store.become_uncertain(await submitting(store, new), detail="no answer")
    await store.give_back(claim)
    return claim.job


async def undeliverable(store: Store, new) -> Job:
    await running(store, new)
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    await store.video_ready(claim, "https://video.example/1.mp4")
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    claim = await store.undeliverable(claim, "No permission.", detail="403")
    await store.give_back(claim)
    return claim.job


async def held_and_spent(store: Store, job: Job) -> tuple[int, int]:
    assert await store.inconsistencies() == []
    usage = await store.usage(job.server_id, job.member_id)
    return usage.held, usage.spent


async def now(store: Store, job: Job) -> Job:
    found = await store.job(job.id)
    assert found is not None
    return found


async def newest_change(quotas, job: Job) -> Change:
    (change,) = await quotas.changes(job.server_id, limit=1)
    assert isinstance(change, Change)
    return change


async def test_a_queued_job_is_taken_back_with_its_credits(store, resolutions, new_job, quotas):
    job = (await store.accept(new_job())).job
    canceled = await resolutions.cancel(job, actor_id=job.member_id)
    assert canceled.state is JobState.CANCELED
    assert await held_and_spent(store, job) == (0, 0)
    assert await quotas.changes(job.server_id, limit=1) == [], "members' own business"


async def test_a_moderator_who_takes_a_job_back_is_in_the_audit(store, resolutions, new_job, quotas):
    job = (await store.accept(new_job())).job
    await resolutions.cancel(job, actor_id=MODERATOR)
    change = await newest_change(quotas, job)
    assert (change.actor_id, change.action, change.member_id) == (MODERATOR, Action.CANCEL, job.member_id)
    assert (change.before["state"], change.after["state"]) == ("queued", "canceled")


async def test_what_is_not_queued_cannot_be_taken_back(store, resolutions, new_job):
    job = (await store.accept(new_job())).job
    for state in set(JobState) - {JobState.QUEUED}:
        with pytest.raises(StateChanged):
            await resolutions.cancel(replace(job, state=state), actor_id=job.member_id)
    assert await now(store, job) == job


async def test_a_job_is_taken_back_or_submitted_never_both(store, resolutions, new_job):
    ordered = [(await store.accept(new_job(credits=1))).job for _ in range(10)]
    claims = {claim.job.id: claim for claim in await store.claim_to_submit("kling", max_running=99, limit=10)}
    for job in ordered:
        outcomes = await asyncio.gather(
            resolutions.cancel(job, actor_id=job.member_id), store.begin_submit(claims[job.id]), return_exceptions=True
        )
        assert sorted(isinstance(one, StateChanged) for one in outcomes) == [False, True]
        canceled, submitted = outcomes
        winner = JobState.CANCELED if isinstance(canceled, Job) else JobState.SUBMITTING
        assert isinstance(submitted, Claim) == (winner is JobState.SUBMITTING)
        assert (await now(store, job)).state is winner
    left = [job for job in ordered if (await now(store, job)).state is JobState.SUBMITTING]
    assert await held_and_spent(store, ordered[0]) == (len(left), 0)


@pytest.mark.parametrize("decision", DECISIONS)
async def test_a_decision_moves_the_job_and_is_in_the_audit(store, resolutions, new_job, quotas, clock, decision):
    job = await uncertain(store, new_job())
    clock.advance(timedelta(hours=30))
    change = await DECISIONS[decision](resolutions, job)
    moved = await now(store, job)
    assert moved.state is STATES[decision]
    assert moved.revision == job.revision + 1
    assert moved.due_at == clock()
    assert await held_and_spent(store, job) == (HELD[decision], 0)
    assert change == await newest_change(quotas, job)
    assert (change.actor_id, change.action, change.member_id) == (MODERATOR, Action.RESOLVE, job.member_id)
    assert change.before == {"job": job.id, "state": "uncertain", "task": None}
    assert change.after == {"job": job.id, "state": moved.state, "task": moved.provider_task_id}


async def test_an_attached_task_is_watched_with_new_patience(store, resolutions, new_job, clock):
    job = await uncertain(store, new_job())
    clock.advance(timedelta(hours=30))
    await resolutions.attach(job, "found", actor_id=MODERATOR, reason="seen in the console")
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    assert (claim.job.provider_task_id, claim.job.submitted_at) == ("found", clock())


async def test_what_runs_again_has_no_task_and_can_be_submitted(store, resolutions, new_job, clock):
    await running(store, new_job())
    clock.advance(LEASE + timedelta(seconds=1))
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    claim = await store.become_uncertain(await store.become_late(claim), detail="out of sight")
    await store.give_back(claim)
    await resolutions.again(claim.job, actor_id=MODERATOR)
    (claim,) = await store.claim_to_submit("kling", max_running=1, limit=1)
    claim = await store.begin_submit(claim)
    assert (claim.job.attempts, claim.job.provider_task_id, claim.job.submitted_at) == (1, None, None)
    assert claim.job.late_at is None
    job = await store.submitted(claim.job, "a new one", look_at=claim.job.due_at)
    assert job.provider_task_id == "a new one"
    assert await held_and_spent(store, job) == (10, 0)


async def test_a_late_video_can_be_given_up_and_nothing_else(store, resolutions, new_job, clock):
    await running(store, new_job())
    clock.advance(LEASE + timedelta(seconds=1))
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    claim = await store.become_late(claim)
    await store.give_back(claim)
    for decision in ("attach", "again"):
        with pytest.raises(StateChanged):
            await DECISIONS[decision](resolutions, claim.job)
    await resolutions.release(claim.job, GIVEN_UP, actor_id=MODERATOR)
    assert (await now(store, claim.job)).state is JobState.FAILED
    assert await held_and_spent(store, claim.job) == (0, 0)


async def test_a_task_of_another_job_is_not_attached(store, resolutions, new_job, quotas):
    other = await running(store, new_job(), "task-1")
    job = await uncertain(store, new_job())
    with pytest.raises(TaskTaken):
        await resolutions.attach(job, "task-1", actor_id=MODERATOR)
    assert await now(store, job) == job
    assert await now(store, other) == other
    assert (await newest_change(quotas, job)).action is Action.UNCERTAIN
    elsewhere = await uncertain(store, new_job(provider="ai302"))
    await resolutions.attach(elsewhere, "task-1", actor_id=MODERATOR)


@pytest.mark.parametrize("decision", DECISIONS)
async def test_other_states_are_not_for_moderators_to_decide(store, database, resolutions, new_job, decision):
    job = (await store.accept(new_job())).job
    for state in set(JobState) - {JobState.UNCERTAIN, JobState.SUBMITTING}:
        async with database.write() as connection:
            await connection.execute(update(jobs).values(state=state))
        with pytest.raises(StateChanged):
            await DECISIONS[decision](resolutions, replace(job, state=state))
        assert await now(store, job) == replace(job, state=state)


@pytest.mark.parametrize("first", DECISIONS)
async def test_of_two_moderators_at_once_one_decides(store, make_store, resolutions, database, clock, new_job, first):
    job = await uncertain(store, new_job())
    others = Resolutions(database, clock=clock)
    decisions = [DECISIONS[first](resolutions, job), *(decide(others, job) for decide in DECISIONS.values())]
    outcomes = await asyncio.gather(*decisions, return_exceptions=True)
    (change,) = [one for one in outcomes if isinstance(one, Change)]
    assert [type(one) for one in outcomes if isinstance(one, StorageError)] == [StateChanged] * 3
    moved = await now(store, job)
    assert moved.state == change.after["state"]
    assert await held_and_spent(store, job) == (0 if moved.state in RELEASING else 10, 0)


async def test_a_decision_about_an_earlier_hold_does_not_count_for_a_later_one(store, resolutions, new_job):
    job = await uncertain(store, new_job())
    await resolutions.again(job, actor_id=MODERATOR)
    (claim,) = await store.claim_to_submit("kling", max_running=1, limit=1)
    claim = await store.become_uncertain(await store.begin_submit(claim), detail="no answer again")
    await store.give_back(claim)
    with pytest.raises(StateChanged):
        await resolutions.release(job, GIVEN_UP, actor_id=MODERATOR)
    assert (await now(store, job)).state is JobState.UNCERTAIN


async def test_what_a_worker_holds_is_not_decided(store, resolutions, new_job, clock):
    claim = await submitting(store, new_job())
    clock.advance(FINDS_OUT)
    await store.renew([claim])
    with pytest.raises(InHand) as raised:
        await resolutions.release(claim.job, GIVEN_UP, actor_id=MODERATOR)
    assert raised.value.until == clock() + LEASE
    await store.give_back(claim)
    await resolutions.release(claim.job, GIVEN_UP, actor_id=MODERATOR)
    assert await held_and_spent(store, claim.job) == (0, 0)


async def test_a_submission_is_left_to_the_bot_for_a_while(store, resolutions, new_job, clock):
    claim: Claim = await submitting(store, new_job())
    await store.give_back(claim)
    clock.advance(FINDS_OUT - timedelta(seconds=1))
    with pytest.raises(InHand) as raised:
        await resolutions.again(claim.job, actor_id=MODERATOR)
    assert raised.value.until == claim.job.changed_at + FINDS_OUT
    clock.advance(timedelta(seconds=1))
    await resolutions.again(claim.job, actor_id=MODERATOR)
    assert (await now(store, claim.job)).state is JobState.QUEUED


async def test_a_worker_that_was_decided_over_writes_nothing(store, resolutions, new_job, clock):
    claim = await submitting(store, new_job())
    clock.advance(FINDS_OUT)
    await resolutions.release(claim.job, GIVEN_UP, actor_id=MODERATOR)
    for late in (store.become_uncertain(claim, detail="late"), store.requeue(claim, due_at=clock())):
        with pytest.raises(StateChanged):
            await late
    assert (await now(store, claim.job)).state is JobState.FAILED
    assert await held_and_spent(store, claim.job) == (0, 0)


async def test_an_uncertain_job_is_told_to_moderators_in_the_same_transaction(store, new_job, quotas, settings):
    await settings(log_channel_id=5)
    job = await uncertain(store, new_job())
    (*_, unposted) = await quotas.unposted(limit=9)
    change = unposted.change
    assert (unposted.channel_id, change.actor_id, change.action, change.member_id) == (
        5,
        BOT,
        Action.UNCERTAIN,
        job.member_id,
    )
    assert (change.before["state"], change.after) == (
        "submitting",
        {"job": job.id, "state": "uncertain", "task": None},
    )


async def test_moderators_are_told_nothing_by_a_worker_that_lost_the_job(store, make_store, new_job, quotas, clock):
    claim = await submitting(store, new_job())
    clock.advance(LEASE + timedelta(seconds=1))
    await make_store("two").claim_to_submit("kling", max_running=1, limit=1)
    with pytest.raises(StorageError):
        await store.become_uncertain(claim, detail="late")
    assert await quotas.changes(1, limit=9) == []


async def test_a_kept_video_is_delivered_once_more_and_charged_once(store, resolutions, new_job):
    job = await undeliverable(store, new_job())
    assert await held_and_spent(store, job) == (0, 10)
    await resolutions.resend(job, channel_id=88)
    with pytest.raises(StateChanged):
        await resolutions.resend(job, channel_id=88)
    (claim,) = await store.claim(Duty.DELIVER, limit=9)
    assert (claim.job.failure, claim.job.failure_detail, claim.job.result_channel_id) == (None, None, 88)
    assert await held_and_spent(store, job) == (0, 10)
    claim = await store.delivered(claim, 77, channel_id=70)
    assert await held_and_spent(store, job) == (0, 10)
    assert (claim.job.result_message_id, claim.job.result_channel_id) == (77, 70)


async def test_a_delivered_video_can_be_delivered_again(store, resolutions, new_job):
    job = await undeliverable(store, new_job())
    await resolutions.resend(job, channel_id=88)
    (claim,) = await store.claim(Duty.DELIVER, limit=9)
    claim = await store.delivered(claim, 77, channel_id=70)
    await store.give_back(claim)
    again = await resolutions.resend(claim.job, channel_id=88)
    assert (again.state, again.result_message_id) == (JobState.DELIVERING, None)
    assert await held_and_spent(store, job) == (0, 10)


async def test_without_a_video_there_is_nothing_to_send(store, resolutions, new_job):
    job = (await store.accept(new_job())).job
    for state in set(JobState) - SETTLING:
        with pytest.raises(StateChanged):
            await resolutions.resend(replace(job, state=state), channel_id=88)
    assert await now(store, job) == job


async def test_the_newest_jobs_of_a_server_by_state_and_page(store, resolutions, new_job, clock):
    ordered = []
    for member in (1, 2, 1):
        clock.advance(timedelta(seconds=1))
        ordered.append((await store.accept(new_job(member_id=member))).job)
    await store.accept(new_job(server_id=2, member_id=1))
    await resolutions.cancel(ordered[0], actor_id=1)

    async def ids(member: int | None, **filters: Any) -> list[str]:
        return [job.id for job in await store.jobs_of(1, member, **{"limit": 9, **filters})]

    assert await ids(1) == [ordered[2].id, ordered[0].id]
    assert await ids(None) == [job.id for job in reversed(ordered)]
    assert await ids(None, skip=1, limit=1) == [ordered[1].id]
    assert await ids(1, states=[JobState.CANCELED]) == [ordered[0].id]

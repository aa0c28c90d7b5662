"""What the card says of credits is what the ledger did, in every state that a job can have."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot import look
from storage.records import Claim, Duty, Job, NewJob
from storage.states import JobState
from storage.store import Store
from tests.bot.test_look import read

Step = Callable[[Store, Claim], Awaitable[Claim]]

VIDEO = "https://video.example/1.mp4"


async def submitting(store: Store, new: NewJob) -> Claim:
    await store.accept(new)
    (claim,) = await store.claim_to_submit("kling", max_running=1, limit=1)
    return await store.begin_submit(claim)


async def delivering(store: Store, new: NewJob) -> Claim:
    claim = await submitting(store, new)
    await store.submitted(claim.job, "task-1", look_at=claim.job.due_at)
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    await store.video_ready(claim, VIDEO)
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    return claim


async def in_state(store: Store, new: NewJob, state: JobState) -> Job:
    match state:
        case JobState.QUEUED:
            return (await store.accept(new)).job
        case JobState.SUBMITTING:
            return (await submitting(store, new)).job
        case JobState.RUNNING:
            claim = await submitting(store, new)
            return await store.submitted(claim.job, "task-1", look_at=claim.job.due_at + timedelta(hours=1))
        case JobState.FAILED:
            return (await store.fail(await submitting(store, new), "The provider refused.")).job
        case JobState.UNCERTAIN:
            return (await store.become_uncertain(await submitting(store, new), detail="no answer")).job
        case JobState.DELIVERING:
            return (await delivering(store, new)).job
        case JobState.DELIVERED:
            return (await store.delivered(await delivering(store, new), 77, channel_id=70)).job
        case _:
            return (await store.undeliverable(await delivering(store, new), "No permission.")).job


@pytest.mark.parametrize("state", sorted(set(JobState) - {JobState.CANCELED}))
async def test_f4_credits_that_are_said_to_have_gone_back_are_back(store, new_job, state):
    """F4 of facts/competitors.md section 6."""
    job = await in_state(store, new_job(), state)
    assert job.state is state
    text = read(look.card(job, "Kling"))
    usage = await store.usage(job.server_id, job.member_id)
    assert ("went back" in text) == (usage.left == 100)
    assert ("not charged" in text) == (usage.left == 100)
    assert ("stay set aside" in text) <= (usage.held == job.credits)
    assert (usage.spent == job.credits) == (state in {JobState.DELIVERED, JobState.UNDELIVERABLE})

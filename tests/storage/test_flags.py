"""Reported and deleted videos: once each, whoever else does it at the same time, and the ledger stays as it is."""

import asyncio
from datetime import timedelta

import pytest

from storage.errors import AlreadyFlagged, StateChanged, TooManyFlags
from storage.flags import MOST, WITHIN
from storage.quota_records import Action
from storage.quotas import Quotas
from storage.records import Duty, Job
from storage.resolutions import Resolutions
from storage.states import JobState
from storage.store import Store
from tests.samples import ManualClock
from tests.storage.conftest import ALICE, BOB, MODERATOR, running


@pytest.fixture
def resolutions(database, clock) -> Resolutions:
    return Resolutions(database, clock=clock)


async def delivered(store: Store, new, link: str | None = None) -> Job:
    await running(store, new)
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    await store.give_back(await store.video_ready(claim, "https://video.example/1.mp4"))
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    claim = await store.delivered(claim, 77, channel_id=new.channel_id, link=link)
    await store.give_back(claim)
    return claim.job


async def test_a_deleted_video_is_forgotten_and_its_credits_stay_spent(store: Store, resolutions, new_job, clock):
    job = await delivered(store, new_job(), link="https://bot.example/videos/1")
    before = await store.usage(job.server_id, job.member_id)
    deleted = await resolutions.delete(job, actor_id=job.member_id)
    assert (deleted.state, deleted.deleted_by, deleted.deleted_at) == (JobState.DELIVERED, job.member_id, clock())
    assert (deleted.video_url, deleted.link) == (None, None)
    assert deleted.revision == job.revision + 1
    assert await store.usage(job.server_id, job.member_id) == before
    assert await store.inconsistencies() == []


async def test_of_somebody_else_s_video_the_audit_tells(store: Store, resolutions, quotas: Quotas, new_job):
    own, other = await delivered(store, new_job()), await delivered(store, new_job())
    await resolutions.delete(own, actor_id=own.member_id)
    await resolutions.delete(other, actor_id=MODERATOR)
    (change,) = await quotas.changes(1, limit=9)
    assert (change.action, change.actor_id, change.member_id) == (Action.DELETE, MODERATOR, other.member_id)
    assert (change.after["job"], change.changed) == (other.id, True)


async def test_a_video_is_deleted_once_and_posted_no_more(store: Store, resolutions, new_job):
    job = await delivered(store, new_job())
    outcomes = await asyncio.gather(
        *(resolutions.delete(job, actor_id=actor) for actor in (ALICE, BOB)), return_exceptions=True
    )
    assert sorted(isinstance(one, StateChanged) for one in outcomes) == [False, True]
    with pytest.raises(StateChanged):
        await resolutions.resend(job, channel_id=5)


async def test_what_is_being_posted_again_is_not_deleted(store: Store, resolutions, new_job):
    job = await delivered(store, new_job())
    await resolutions.resend(job, channel_id=5)
    with pytest.raises(StateChanged):
        await resolutions.delete(job, actor_id=ALICE)


async def test_a_flag_is_in_the_audit_and_due_for_the_log_channel(store: Store, settings, quotas: Quotas, new_job):
    await settings(log_channel_id=900)
    job = (await store.accept(new_job())).job
    change = await quotas.flag(job, actor_id=BOB, reason="it shows my face")
    assert (change.action, change.actor_id, change.member_id) == (Action.FLAG, BOB, job.member_id)
    assert (change.before, change.after) == ({"job": job.id, "flags": 0}, {"job": job.id, "flags": 1})
    assert [one.change.id for one in await quotas.unposted(limit=9)][-1] == change.id
    assert (await quotas.flag(job, actor_id=MODERATOR, reason="mine too")).after["flags"] == 2


async def test_of_two_flags_of_a_member_at_once_one_counts(store: Store, quotas: Quotas, new_job):
    job = (await store.accept(new_job())).job
    outcomes = await asyncio.gather(
        *(quotas.flag(job, actor_id=BOB, reason="bad") for _ in range(2)), return_exceptions=True
    )
    assert sorted(isinstance(one, AlreadyFlagged) for one in outcomes) == [False, True]
    assert len(await quotas.changes(1, limit=9)) == 1


async def test_a_member_can_flag_so_many_in_a_time(store: Store, quotas: Quotas, new_job, clock: ManualClock):
    jobs = [(await store.accept(new_job(credits=1))).job for _ in range(MOST + 1)]
    for job in jobs[:MOST]:
        await quotas.flag(job, actor_id=BOB, reason="bad")
    began = clock()
    clock.advance(timedelta(minutes=1))
    with pytest.raises(TooManyFlags) as refused:
        await quotas.flag(jobs[MOST], actor_id=BOB, reason="bad")
    assert refused.value.until == began + WITHIN
    await quotas.flag(jobs[MOST], actor_id=ALICE, reason="bad")
    clock.advance(WITHIN)
    assert (await quotas.flag(jobs[MOST], actor_id=BOB, reason="bad")).after["flags"] == 2

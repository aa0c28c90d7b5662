"""Pictures of jobs that ended long ago are erased, and nothing else."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from storage.database import Database
from storage.records import Duty, NewJob
from storage.retention import Retention
from storage.store import Store
from tests.conftest import ManualClock
from tests.storage.conftest import submitting

KEEP = timedelta(days=30)


@pytest.fixture
def retention(database: Database, clock: ManualClock) -> Retention:
    return Retention(database, clock=clock)


async def failed(store: Store, new: NewJob) -> str:
    await store.fail(await submitting(store, new), "no")
    return new.id


async def test_only_what_ended_long_ago_is_erased(
    store: Store, retention: Retention, clock: ManualClock, new_job: Callable[..., NewJob]
) -> None:
    queued, old = new_job(provider="ezmodel"), await failed(store, new_job())
    await store.accept(queued)
    clock.advance(KEEP)
    assert await retention.erase_pictures(KEEP) == 0
    clock.advance(timedelta(seconds=1))
    young = await failed(store, new_job())

    assert await retention.erase_pictures(KEEP) == 1
    assert await retention.erase_pictures(KEEP) == 0

    assert [len(await store.pictures(job_id)) for job_id in (old, young, queued.id)] == [0, 1, 1]
    assert await store.job(old) is not None
    assert await store.inconsistencies() == []


async def test_the_picture_of_a_video_that_nobody_took_goes_too(
    store: Store, retention: Retention, clock: ManualClock, new_job: Callable[..., NewJob]
) -> None:
    claim = await submitting(store, new_job())
    await store.submitted(claim.job, "task", look_at=clock())
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    await store.video_ready(claim, "https://films.example/video.mp4")
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    clock.advance(2 * KEEP)
    assert await retention.erase_pictures(KEEP) == 0
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    await store.undeliverable(claim, "no")
    clock.advance(2 * KEEP)
    assert await retention.erase_pictures(KEEP) == 1


async def test_two_processes_erase_beside_each_other(
    database_url: str,
    open_database: Callable[..., Awaitable[Database]],
    store: Store,
    clock: ManualClock,
    new_job: Callable[..., NewJob],
) -> None:
    for _ in range(3):
        await failed(store, new_job())
    clock.advance(2 * KEEP)
    others = [Retention(await open_database(database_url), clock=clock) for _ in range(2)]
    assert sum([await other.erase_pictures(KEEP) for other in others]) == 3

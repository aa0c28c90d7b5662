"""What operators and moderators see of everything, the log line of each move, and a clock that went back."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import insert, update
from structlog.testing import capture_logs

from storage.database import Database
from storage.errors import LeaseLost
from storage.moves import Move
from storage.operations import LATELY, STUCK_FOR, Backlog, Operations, Queue, Record, Standing
from storage.records import Duty, NewJob
from storage.states import JobState
from storage.store import LEASE, Store
from storage.tables import changes, jobs, pressure
from tests.conftest import START, ManualClock
from tests.storage.conftest import submitting

NewJobs = Callable[..., NewJob]
HOUR = timedelta(hours=1)


@pytest.fixture
def operations(database: Database, clock: ManualClock) -> Operations:
    return Operations(database, clock=clock)


async def delivered(store: Store, new: NewJob, clock: ManualClock) -> None:
    claim = await submitting(store, new)
    await store.submitted(claim.job, f"task-{new.id}", look_at=clock())
    await store.give_back(claim)
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    claim = await store.video_ready(claim, "https://video.test/1.mp4")
    await store.give_back(claim)
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    clock.advance(timedelta(seconds=3))
    await store.delivered(claim, 5, channel_id=6)


async def test_an_empty_database(operations: Operations) -> None:
    overview = await operations.overview()
    assert (overview.backlogs, overview.queue_ages, overview.paused, overview.slowed) == ({}, {}, {}, frozenset())
    assert (overview.held, overview.budget_used, overview.posts_waiting) == (0, 0, 0)


async def test_what_is_on_its_way(
    operations: Operations, store: Store, new_job: NewJobs, clock: ManualClock, database: Database
) -> None:
    await delivered(store, new_job(credits=7), clock)
    await store.accept(new_job(credits=10))
    clock.advance(timedelta(seconds=40))
    await store.accept(new_job(credits=20))
    await submitting(store, new_job(credits=5, provider="aimlapi"))
    await store.pause("ai302", "", until=clock() + HOUR, reason="no money")
    await store.pause("ai302", "kling", until=clock() + HOUR, reason="gone")
    await store.pause("kling", "", until=clock() - HOUR, reason="over")
    values = {"at": START, "server_id": 1, "actor_id": 3, "action": "grant", "before": {}, "after": {}, "reason": ""}
    async with database.write() as connection:
        await connection.execute(insert(changes).values(**values, post_due_at=START))
        await connection.execute(insert(changes).values(**values))
        for account, until in (("kling", clock() + HOUR), ("aimlapi", clock())):
            row = {"account": account, "duty": Duty.SUBMIT, "strikes": 1, "until": until}
            await connection.execute(insert(pressure).values(row))
        await connection.execute(update(jobs).where(jobs.c.provider == "aimlapi").values(late_at=clock()))
    clock.advance(timedelta(seconds=2))
    overview = await operations.overview()
    assert overview.backlogs == {
        ("kling", JobState.QUEUED): Backlog(2, 42.0),
        ("aimlapi", JobState.SUBMITTING): Backlog(1, 2.0, late=1),
    }
    assert overview.queue_ages == {"kling": 42.0}
    assert (overview.held, overview.budget_used) == (35, 42)
    assert (overview.posts_waiting, overview.paused) == (1, {"ai302": 2})
    assert overview.slowed == {"kling"}


async def test_each_move_is_one_line_and_one_word_to_the_listener(
    database_url: str, new_job: NewJobs, clock: ManualClock
) -> None:
    heard: list[Move] = []
    async with Database(database_url, listener=heard.append) as database:
        store = Store(database, clock=clock, owner="one", default_allowance=100)
        with capture_logs() as lines:
            await delivered(store, new_job(credits=7), clock)
    path = [None, "queued", "submitting", "running", "delivering", "delivered"]
    assert [(move.was, move.job.state) for move in heard] == list(pairwise(path))
    assert [move.spent for move in heard] == [0, 0, 0, 0, 7]
    assert [line for line in lines if line["event"] == "job moved"][-1] == {
        "event": "job moved",
        "log_level": "info",
        "job": heard[0].job.id,
        "provider": "kling",
        "was": "delivering",
        "state": "delivered",
        "seconds": 3.0,
        "attempt": 1,
    }
    assert len([line for line in lines if line["event"] == "job moved"]) == len(heard)


async def test_a_move_that_is_taken_back_is_not_told(database_url: str, new_job: NewJobs, clock: ManualClock) -> None:
    heard: list[Move] = []
    async with Database(database_url, listener=heard.append) as database:
        store = Store(database, clock=clock, owner="one", default_allowance=100)
        claim = await submitting(store, new_job())
        await store.give_back(claim)
        heard.clear()
        with pytest.raises(LeaseLost):
            await store.fail(claim, "no")
        assert heard == []
        await store.accept(new_job())
    assert [move.job.state for move in heard] == [JobState.QUEUED]


async def test_a_video_that_is_delivered_again_is_spent_once(
    database_url: str, new_job: NewJobs, clock: ManualClock
) -> None:
    heard: list[Move] = []
    async with Database(database_url, listener=heard.append) as database:
        store = Store(database, clock=clock, owner="one", default_allowance=100)
        claim = await submitting(store, new_job(credits=9))
        await store.submitted(claim.job, "task", look_at=clock())
        (claim,) = await store.claim(Duty.WATCH, limit=1)
        await store.video_ready(claim, "https://video.test/1.mp4")
        (claim,) = await store.claim(Duty.DELIVER, limit=1)
        await store.undeliverable(claim, "no place")
    assert [move.spent for move in heard if move.spent] == [9]


async def test_after_the_clock_went_back_everything_is_due_at_once(
    operations: Operations, store: Store, new_job: NewJobs, clock: ManualClock
) -> None:
    claim = await submitting(store, new_job())
    await store.submitted(claim.job, "task", look_at=clock() + timedelta(minutes=2))
    await store.give_back(claim)
    (card,) = await store.claim_cards(limit=1)
    await store.postpone_card(card, clock() + timedelta(minutes=1))
    await store.give_back(card)
    clock.advance(-HOUR)
    assert (await store.claim(Duty.WATCH, limit=5), await store.claim_cards(limit=5)) == ([], [])
    await operations.look_anew()
    assert [claim.job.provider_task_id for claim in await store.claim(Duty.WATCH, limit=5)] == ["task"]
    assert len(await store.claim_cards(limit=5)) == 1


async def test_after_the_clock_went_back_a_lease_lasts_no_longer_than_any(
    operations: Operations, store: Store, new_job: NewJobs, clock: ManualClock, make_store: Callable[..., Store]
) -> None:
    """Of two holders one is still there and renews its lease, the other died with the former clock."""
    for _ in range(2):
        await store.accept(new_job())
    living, dead = await store.claim_cards(limit=2)
    clock.advance(-HOUR)
    await operations.look_anew()
    other = make_store("two")
    assert await other.claim_cards(limit=5) == []
    clock.advance(LEASE * 0.8)
    await store.renew([living])
    clock.advance(LEASE * 0.4)
    assert [claim.job.id for claim in await other.claim_cards(limit=5)] == [dead.job.id]


async def test_jobs_that_have_ended_stay_as_they_are(
    operations: Operations, store: Store, new_job: NewJobs, clock: ManualClock
) -> None:
    new = new_job()
    await delivered(store, new, clock)
    before = await store.job(new.id)
    clock.advance(-HOUR)
    await operations.look_anew()
    after = await store.job(new.id)
    assert before is not None
    assert after is not None
    assert (after.due_at, after.changed_at) == (before.due_at, before.changed_at)


async def ended(store: Store, new: NewJob, how: str, clock: ManualClock, seconds: float = 0) -> None:
    """A job that came to its end ``seconds`` after it was ordered."""
    claim = await submitting(store, new)
    clock.advance(timedelta(seconds=seconds))
    if how == "failed":
        await store.fail(claim, "refused")
    elif how == "uncertain":
        await store.become_uncertain(claim, detail="no answer")
    else:
        await store.submitted(claim.job, f"task-{new.id}", look_at=clock())
        await store.give_back(claim)
        (claim,) = await store.claim(Duty.WATCH, limit=1)
        await store.give_back(await store.video_ready(claim, "https://video.test/1.mp4"))
        (claim,) = await store.claim(Duty.DELIVER, limit=1)
        if how == "delivered":
            await store.delivered(claim, 5, channel_id=6)
        else:
            await store.undeliverable(claim, "no place")
    await store.give_back(claim)


async def test_a_server_without_jobs_stands_well(operations: Operations) -> None:
    assert await operations.standing(1) == Standing(Queue(), Queue(), None, 0, 0, 0, {}, [])


async def test_how_a_servers_jobs_fare(
    operations: Operations, store: Store, new_job: NewJobs, clock: ManualClock, database: Database
) -> None:
    await ended(store, new_job(), "delivered", clock, seconds=500)
    clock.advance(LATELY)  # too long ago to count
    for how, seconds in (
        ("delivered", 60),
        ("delivered", 90),
        ("delivered", 600),
        ("failed", 5),
        ("undeliverable", 30),
    ):
        await ended(store, new_job(), how, clock, seconds)
    await ended(store, new_job(provider="kling-new"), "failed", clock)
    await ended(store, new_job(provider="ai302"), "failed", clock)
    await ended(store, new_job(server_id=2, provider="aimlapi"), "delivered", clock)
    await ended(store, new_job(), "uncertain", clock)
    ordered = clock()
    await store.accept(new_job())
    clock.advance(HOUR)
    await store.accept(new_job())
    await store.accept(new_job(server_id=2))
    await submitting(store, new_job(server_id=2, provider="aimlapi"))
    late = await submitting(store, new_job(provider="ezmodel"))
    await store.submitted(late.job, "late", look_at=clock())
    async with database.write() as connection:
        await connection.execute(update(jobs).where(jobs.c.id == late.job.id).values(late_at=clock()))
    await store.pause("ai302", "", until=clock() + HOUR, reason="no money")
    standing = await operations.standing(1)
    assert (standing.here, standing.everywhere, standing.oldest) == (Queue(2, 1), Queue(4, 1), ordered)
    assert (standing.late, standing.uncertain, standing.undeliverable) == (1, 1, 1)
    assert standing.records == {
        "ai302": Record(made=0, failed=1, usual=None),
        "kling": Record(made=4, failed=2, usual=timedelta(seconds=90)),
    }
    assert [(pause.client, pause.model) for pause in standing.pauses] == [("ai302", "")]


async def test_an_undeliverable_video_that_nobody_wants_is_no_longer_told(
    operations: Operations, store: Store, new_job: NewJobs, clock: ManualClock
) -> None:
    await ended(store, new_job(), "undeliverable", clock)
    assert (await operations.standing(1)).undeliverable == 1
    clock.advance(STUCK_FOR)
    assert (await operations.standing(1)).undeliverable == 0

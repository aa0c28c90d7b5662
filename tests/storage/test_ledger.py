"""Every reservation ends once, and the check finds whatever does not add up."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Executable, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage import jobs as job_statements
from storage import ledger as ledger_module
from storage.database import Database
from storage.errors import StateChanged
from storage.ledger import Account, Kind, Scope
from storage.records import Claim, Duty, NewJob
from storage.states import JobState
from storage.store import Store
from storage.tables import balances, jobs, ledger
from tests.conftest import START
from tests.storage.conftest import running, submitting

VIDEO = "https://video.example/1.mp4"


@pytest.fixture
def entries(database):
    """All entries, as (kind, scope, held, spent)."""

    async def read():
        async with database.read() as connection:
            rows = await connection.execute(select(ledger).order_by(ledger.c.id))
            return [(row.kind, row.scope, row.held_change, row.spent_change) for row in rows]

    return read


SCOPES = ("operator", "server", "member")
RESERVED = [("reserve", scope, 10, 0) for scope in SCOPES]
SETTLED = [("settle", scope, -10, 10) for scope in SCOPES]
RELEASED = [("release", scope, -10, 0) for scope in SCOPES]


async def credits_of_member(store: Store) -> tuple[int, int]:
    usage = await store.usage(1, 101)
    return usage.held, usage.spent


async def delivering(store: Store, new: NewJob) -> Claim:
    """A job whose video exists, held to deliver it."""
    await running(store, new)
    (watch,) = await store.claim(Duty.WATCH, limit=1)
    await store.video_ready(watch, VIDEO)
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    return claim


async def test_a_delivered_job_is_spent(store, new_job, entries):
    claim = await delivering(store, new_job())
    assert await credits_of_member(store) == (10, 0)
    assert await entries() == RESERVED
    claim = await store.delivered(claim, 77, channel_id=70)
    assert (claim.job.state, claim.job.result_message_id) == (JobState.DELIVERED, 77)
    assert await credits_of_member(store) == (0, 10)
    assert await entries() == RESERVED + SETTLED
    assert await store.inconsistencies() == []


async def test_a_failed_job_costs_nothing(store, new_job, entries):
    claim = await store.fail(await submitting(store, new_job()), "The provider refused.", detail="code 1301")
    assert (claim.job.failure, claim.job.failure_detail) == ("The provider refused.", "code 1301")
    assert await credits_of_member(store) == (0, 0)
    assert await entries() == RESERVED + RELEASED
    assert await store.inconsistencies() == []
    assert (await store.accept(new_job(credits=100))).usage.left == 0


async def test_an_uncertain_job_keeps_its_credits_set_aside(store, new_job, entries):
    claim = await store.become_uncertain(await submitting(store, new_job()), detail="no answer")
    assert claim.job.state is JobState.UNCERTAIN
    assert await credits_of_member(store) == (10, 0)
    assert await entries() == RESERVED


async def test_a_requeued_job_keeps_its_one_reservation(store, new_job, entries, clock):
    claim = await submitting(store, new_job())
    claim = await store.requeue(claim, due_at=clock())
    await store.begin_submit(claim)
    assert await entries() == RESERVED


async def test_an_undeliverable_video_is_spent_once_also_when_it_is_delivered_later(
    store, database, new_job, entries, clock
):
    claim = await store.undeliverable(await delivering(store, new_job()), "No permission.")
    assert await credits_of_member(store) == (0, 10)
    async with database.write() as connection:
        job = await job_statements.advance(connection, claim.job, JobState.DELIVERING, now=clock())
    assert await store.inconsistencies() == []
    await store.delivered(replace(claim, job=job), 78, channel_id=70)
    assert await entries() == RESERVED + SETTLED
    assert await credits_of_member(store) == (0, 10)
    assert await store.inconsistencies() == []


@pytest.mark.parametrize("first", [Kind.SETTLE, Kind.RELEASE])
@pytest.mark.parametrize("second", [Kind.SETTLE, Kind.RELEASE])
async def test_a_reservation_that_has_ended_stays_as_it_is(store, database, new_job, entries, clock, first, second):
    await store.accept(new_job())
    for kind in (first, second, second):
        async with database.write() as connection:
            await ledger_module.end(connection, "job00001", kind, clock())
    assert await entries() == RESERVED + (SETTLED if first is Kind.SETTLE else RELEASED)


async def test_the_same_end_in_parallel_happens_once(make_store, new_job, entries):
    """Two workers with the same claim, as after a crash and a restart under one name."""
    claim = await delivering(make_store(), new_job())
    outcomes = await asyncio.gather(
        *(make_store().delivered(claim, number, channel_id=70) for number in range(5)), return_exceptions=True
    )
    assert sum(isinstance(outcome, Claim) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, StateChanged) for outcome in outcomes) == 4
    assert await entries() == RESERVED + SETTLED


async def test_it_is_booked_into_the_window_of_the_reservation(store, new_job, clock, database):
    claim = await delivering(store, new_job())
    clock.advance(timedelta(days=40))
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    await store.delivered(claim, 77, channel_id=70)
    usage = await store.usage(1, 101)
    assert (usage.window_start, usage.held, usage.spent) == (datetime(2026, 4, 20, tzinfo=UTC), 0, 0)
    clock.now = START
    usage = await store.usage(1, 101)
    assert (usage.held, usage.spent, usage.left) == (0, 10, 90)
    assert await store.inconsistencies() == []


@pytest.mark.parametrize("kinds", [("reserve",), ("settle", "settle"), ("release", "release"), ("settle", "release")])
async def test_the_database_itself_refuses_a_second_entry(store, new_job, database, clock, kinds):
    """Were the statements wrong, the unique indexes would still hold. The job's reserve entry is there already."""
    await store.accept(new_job())
    account = vars(Account(Scope.MEMBER, 1, 101))
    changes = {"added_change": 0, "held_change": 0, "spent_change": 0}
    cause = {"at": clock(), "counted_at": clock(), "job_id": "job00001", "reason": ""}
    entry = insert(ledger).values(**account, **cause, **changes)
    *first, second = kinds
    async with database.write() as connection:
        for kind in first:
            await connection.execute(entry.values(kind=kind))
    with pytest.raises(IntegrityError, match=r"uq_ledger|UNIQUE"):
        async with database.write() as connection:
            await connection.execute(entry.values(kind=second))


async def test_a_balance_can_never_be_negative(store, new_job, database):
    await store.accept(new_job())
    for column in ("held", "spent"):
        with pytest.raises(IntegrityError):
            async with database.write() as connection:
                await connection.execute(update(balances).values({column: -1}))


async def tampered(store: Store, database: Database, *statements: Executable) -> list[str]:
    async with database.write() as connection:
        for statement in statements:
            await connection.execute(statement)
    return await store.inconsistencies()


IS_MEMBER = ledger.c.scope == "member"


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        (
            [update(balances).where(balances.c.scope == "member").values(held=11)],
            ["member 1/101: the balance says 0 added, 11 held"],
        ),
        (
            [update(balances).where(balances.c.scope == "operator").values(spent=1)],
            ["operator 0/0: the balance says 0 added, 10 held and 1 spent"],
        ),
        ([delete(balances).where(balances.c.scope == "member")], ["entries without a balance"]),
        (
            [delete(ledger).where(IS_MEMBER)],
            ["the balance says 0 added, 10 held and 0 spent, the entries 0, 0 and 0", "job job00001 is queued"],
        ),
        (
            [delete(ledger).where(IS_MEMBER), update(balances).where(balances.c.scope == "member").values(held=0)],
            ["job job00001 is queued"],
        ),
        ([update(jobs).values(state="delivered")], ["job job00001 is delivered"]),
        ([update(jobs).values(state="failed")], ["job job00001 is failed"]),
        ([update(jobs).values(state="canceled")], ["job job00001 is canceled"]),
        ([update(jobs).values(state="undeliverable")], ["job job00001 is undeliverable"]),
        ([update(jobs).values(credits=9)], ["job job00001 is queued"]),
    ],
)
async def test_what_does_not_add_up_is_found(store, database, new_job, statements, found):
    await store.accept(new_job())
    assert await store.inconsistencies() == []
    words = await tampered(store, database, *statements)
    assert len(words) == len(found)
    for word, expected in zip(words, found, strict=True):
        assert expected in word


async def test_an_end_that_does_not_fit_the_job_is_found(store, database, new_job):
    await store.delivered(await delivering(store, new_job()), 77, channel_id=70)
    for state in set(JobState) - {JobState.DELIVERED, JobState.UNDELIVERABLE, JobState.DELIVERING}:
        (word,) = await tampered(store, database, update(jobs).values(state=state))
        assert word.startswith(f"job job00001 is {state}")
    for state in (JobState.DELIVERED, JobState.UNDELIVERABLE, JobState.DELIVERING):
        assert await tampered(store, database, update(jobs).values(state=state)) == []


async def test_a_task_is_written_down_once(store, new_job, clock):
    claim = await submitting(store, new_job())
    first = await store.submitted(claim.job, "task-1", look_at=clock() + timedelta(minutes=2))
    assert (first.state, first.provider_task_id) == (JobState.RUNNING, "task-1")
    assert (first.submitted_at, first.due_at) == (clock(), clock() + timedelta(minutes=2))
    clock.advance(timedelta(minutes=1))
    assert await store.submitted(claim.job, "task-1", look_at=clock()) == first
    with pytest.raises(StateChanged):
        await store.submitted(claim.job, "task-2", look_at=clock())
    assert await store.job(first.id) == first


async def test_a_paid_task_is_kept_also_after_the_lease_was_lost(make_store, new_job, clock):
    store, other = make_store("one"), make_store("other")
    claim = await submitting(store, new_job())
    clock.advance(timedelta(minutes=5))
    (theirs,) = await other.claim_to_submit("kling", max_running=5, limit=5)
    assert (await store.submitted(claim.job, "task-1", look_at=clock())).provider_task_id == "task-1"
    assert (await other.submitted(theirs.job, "task-1", look_at=clock())).state is JobState.RUNNING
    with pytest.raises(StateChanged):
        await other.requeue(theirs, due_at=clock())


async def test_a_task_written_down_in_parallel_is_one_task(make_store, new_job, clock):
    claim = await submitting(make_store(), new_job())
    written = await asyncio.gather(*(make_store().submitted(claim.job, "task-1", look_at=clock()) for _ in range(5)))
    assert len(set(map(repr, written))) == 1


async def test_an_unknown_job_has_no_task(store, new_job, clock):
    claim = await submitting(store, new_job())
    unknown = await store.submitted(claim.job, "task-1", look_at=clock())
    with pytest.raises(StateChanged):
        await store.submitted(replace(unknown, id="none"), "task-1", look_at=clock())


async def test_two_jobs_never_share_a_task(store, new_job):
    """A provider that gave one id twice would otherwise give two members one video."""
    await running(store, new_job(), "task-1")
    with pytest.raises(IntegrityError):
        await running(store, new_job(), "task-1")
    await running(store, new_job(provider="other"), "task-1")

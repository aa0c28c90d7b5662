"""The table of transitions, and that it is the only way from state to state."""

import itertools
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from sqlalchemy import Row, update

from storage import jobs as job_statements
from storage.database import Database
from storage.errors import StateChanged
from storage.records import Claim, Duty, NewJob
from storage.states import RELEASING, SETTLING, TRANSITIONS, JobState, may_become
from storage.store import Store
from storage.tables import jobs, ledger

ALLOWED = {
    ("queued", "submitting"),
    ("queued", "failed"),
    ("queued", "canceled"),
    ("submitting", "running"),
    ("submitting", "queued"),
    ("submitting", "failed"),
    ("submitting", "uncertain"),
    ("running", "delivering"),
    ("running", "failed"),
    ("running", "uncertain"),
    ("delivering", "delivered"),
    ("delivering", "undeliverable"),
    ("delivered", "delivering"),
    ("uncertain", "running"),
    ("uncertain", "queued"),
    ("uncertain", "failed"),
    ("uncertain", "delivering"),
    ("undeliverable", "delivering"),
}

MOVES: dict[str, tuple[JobState, Callable[[Store, Claim], Awaitable[Any]]]] = {
    "begin_submit": (JobState.SUBMITTING, lambda store, claim: store.begin_submit(claim)),
    "submitted": (
        JobState.RUNNING,
        lambda store, claim: store.submitted(claim.job, claim.job.id, look_at=claim.job.due_at),
    ),
    "requeue": (JobState.QUEUED, lambda store, claim: store.requeue(claim, due_at=claim.job.due_at)),
    "fail": (JobState.FAILED, lambda store, claim: store.fail(claim, "the provider is closed")),
    "become_uncertain": (JobState.UNCERTAIN, lambda store, claim: store.become_uncertain(claim, detail="no answer")),
    "video_ready": (JobState.DELIVERING, lambda store, claim: store.video_ready(claim, "https://video.example/1.mp4")),
    "delivered": (JobState.DELIVERED, lambda store, claim: store.delivered(claim, 77, channel_id=70)),
    "undeliverable": (JobState.UNDELIVERABLE, lambda store, claim: store.undeliverable(claim, "no permission")),
}


def test_the_table_is_the_one_of_the_design():
    assert {(state.value, target.value) for state in TRANSITIONS for target in TRANSITIONS[state]} == ALLOWED
    assert set(TRANSITIONS) == set(JobState)
    assert not RELEASING & SETTLING


def test_from_every_state_that_is_no_end_an_end_can_be_reached():
    ends = {state for state in JobState if not TRANSITIONS[state]}
    assert ends == {JobState.FAILED, JobState.CANCELED}
    reaching = ends | {JobState.DELIVERED}
    while more := {state for state in JobState if TRANSITIONS[state] & reaching} - reaching:
        reaching |= more
    assert reaching == set(JobState)


async def claim_in(store: Store, database: Database, new: NewJob, state: JobState) -> Claim:
    """A job in the given state, held for one duty by the store."""
    await store.accept(new)
    (claim,) = await store.claim_cards(limit=1)
    async with database.write() as connection:
        this = update(jobs).where(jobs.c.id == new.id)
        row = (await connection.execute(this.values(state=state).returning(jobs))).one()
    return Claim(job_statements.record(row), Duty.CARD, claim.owner)


async def all_entries(database: Database) -> Sequence[Row[Any]]:
    async with database.read() as connection:
        return (await connection.execute(ledger.select())).all()


@pytest.mark.parametrize("move", MOVES)
async def test_the_stores_methods_make_the_allowed_moves_only(store, database, new_job, move):
    target, make_move = MOVES[move]
    for state in JobState:
        claim = await claim_in(store, database, new_job(credits=1), state)
        entries = await all_entries(database)
        if may_become(state, target):
            await make_move(store, claim)
            moved = await store.job(claim.job.id)
            assert moved is not None
            assert moved.state is target
            assert moved.revision == claim.job.revision + 1
        else:
            with pytest.raises(StateChanged):
                await make_move(store, claim)
            assert await store.job(claim.job.id) == claim.job
            assert await all_entries(database) == entries


async def test_advance_makes_the_allowed_moves_only(store, database, new_job, clock):
    """All 81 pairs, beneath the store's methods."""
    claim = await claim_in(store, database, new_job(), JobState.QUEUED)
    made = set()
    for state, target in itertools.product(JobState, JobState):
        async with database.write() as connection:
            row = (await connection.execute(update(jobs).values(state=state).returning(jobs))).one()
        job = job_statements.record(row)
        try:
            async with database.write() as connection:
                moved = await job_statements.advance(connection, job, target, now=clock())
        except StateChanged:
            assert await store.job(claim.job.id) == job
        else:
            assert moved.state is target
            made.add((state.value, target.value))
    assert made == ALLOWED

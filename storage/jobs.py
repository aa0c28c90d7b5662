"""Statements on jobs and their pictures. Every change of state is one guarded statement."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ColumnElement

from storage import ledger
from storage.errors import StateChanged
from storage.moves import Move, note
from storage.records import Claim, Job, NewJob, Picture, Terms
from storage.sql import upsert
from storage.states import RELEASING, SETTLING, JobState, may_become
from storage.tables import jobs, leases, pictures
from storage.tables import ledger as entries

_EACH = (ledger.Scope.OPERATOR, ledger.Scope.SERVER, ledger.Scope.MEMBER)
"""Whose credits each job takes; a member's come from allowance and grants."""


def record(row: Row[Any]) -> Job:
    """The job of a row of ``jobs``."""
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's documented access by name
    return Job(**values | {"state": JobState(values["state"])})


async def add(connection: AsyncConnection, new: NewJob, now: datetime) -> Job | None:
    """Insert the job; ``None`` where its interaction has one already."""
    values = {
        **{field.name: getattr(new, field.name) for field in fields(Terms)},
        "state": JobState.QUEUED,
        "attempts": 0,
        "created_at": now,
        "changed_at": now,
        "due_at": now,
        "revision": 1,
        "shown_revision": 0,
        "card_due_at": now,
    }
    row = (
        await connection.execute(
            upsert(connection, jobs).values(**values).on_conflict_do_nothing().returning(*jobs.columns)
        )
    ).first()
    if row is None:
        return None
    await connection.execute(insert(pictures), [{"job_id": new.id, **vars(picture)} for picture in new.pictures])
    job = record(row)
    note(connection, Move(job, was=None))
    return job


async def get(connection: AsyncConnection, job_id: str, *, locked: bool = False) -> Job | None:
    """The job; ``locked``, it stays as it is until the transaction ends."""
    query = select(jobs).where(jobs.c.id == job_id)
    row = (await connection.execute(query.with_for_update() if locked else query)).first()
    return record(row) if row else None


async def pictures_of(connection: AsyncConnection, job_id: str, kinds: Iterable[str] | None = None) -> list[Picture]:
    """The job's pictures; all, or those of some kinds."""
    query = select(pictures).where(pictures.c.job_id == job_id)
    if kinds is not None:
        query = query.where(pictures.c.kind.in_(list(kinds)))
    rows = await connection.execute(query)
    return [Picture(row.kind, row.content, row.media_type, row.width, row.height) for row in rows]


async def newest(
    connection: AsyncConnection,
    server_id: int,
    member_id: int | None,
    states: Iterable[JobState],
    *,
    skip: int,
    limit: int,
) -> list[Job]:
    """The newest jobs first, of a member or of all."""
    query = select(jobs).where(jobs.c.server_id == server_id, jobs.c.state.in_(list(states)))
    if member_id is not None:
        query = query.where(jobs.c.member_id == member_id)
    newest_first = query.order_by(jobs.c.created_at.desc(), jobs.c.id.desc())
    return [record(row) for row in await connection.execute(newest_first.offset(skip).limit(limit))]


async def advance(connection: AsyncConnection, job: Job, target: JobState, *, now: datetime, **changes: Any) -> Job:
    """Move the job to another state, and end its reservation where that state does.

    Raises ``StateChanged``, and writes nothing, when the job is no longer in the state of the given record.
    """
    if not may_become(job.state, target):
        message = f"{job.state} may not become {target}"
        raise StateChanged(message)
    values = {"state": target, "changed_at": now, "due_at": now, "revision": jobs.c.revision + 1} | changes
    row = (
        await connection.execute(
            update(jobs).where(jobs.c.id == job.id, jobs.c.state == job.state).values(**values).returning(jobs)
        )
    ).first()
    if row is None:
        message = f"job {job.id} is no longer {job.state}"
        raise StateChanged(message)
    spent = 0
    if target in RELEASING:
        await ledger.end(connection, job.id, ledger.Kind.RELEASE, now)
    elif target in SETTLING:
        spent = await ledger.end(connection, job.id, ledger.Kind.SETTLE, now)
    moved, seconds = record(row), max(0.0, (now - job.changed_at).total_seconds())
    note(connection, Move(moved, job.state, seconds, spent))
    return moved


async def change(connection: AsyncConnection, job: Job, **changes: Any) -> Job:
    """Change columns of a job that stays in its state; raises ``StateChanged`` when it is no longer in it."""
    row = (
        await connection.execute(
            update(jobs).where(jobs.c.id == job.id, jobs.c.state == job.state).values(**changes).returning(jobs)
        )
    ).first()
    if row is None:
        message = f"job {job.id} is no longer {job.state}"
        raise StateChanged(message)
    return record(row)


async def delete_result(connection: AsyncConnection, job: Job, *, actor_id: int, now: datetime) -> Job:
    """Forget where an ended job's video is, and who deleted it; raises ``StateChanged`` where nothing is left."""
    standing = (jobs.c.state.in_(RELEASING | SETTLING), jobs.c.deleted_at.is_(None))
    forgotten = {"deleted_by": actor_id, "deleted_at": now, "link": None, "video_url": None}
    shown = {"revision": jobs.c.revision + 1, "card_due_at": now}
    changed = update(jobs).where(jobs.c.id == job.id, *standing).values(**forgotten, **shown)
    row = (await connection.execute(changed.returning(jobs))).first()
    if row is None:
        raise StateChanged(f"job {job.id} has nothing that could be deleted")
    return record(row)


async def look_now(connection: AsyncConnection, job_id: str, now: datetime) -> None:
    """Make a watched job due; whoever looks at it just now will not put it off."""
    await connection.execute(update(jobs).where(jobs.c.id == job_id, watched()).values(due_at=now))


def watched() -> ColumnElement[bool]:
    """Whether a row's task may still get finished: also one whose job became uncertain, as far as its id is known."""
    known = (jobs.c.state == JobState.UNCERTAIN) & jobs.c.provider_task_id.is_not(None)
    return (jobs.c.state == JobState.RUNNING) | known


async def look_later(connection: AsyncConnection, looks: Iterable[tuple[Claim, datetime]]) -> None:
    """Put watched jobs off, as far as they are still held, unchanged, and nobody has asked for a look meanwhile."""
    lease = and_(
        leases.c.job_id == jobs.c.id, leases.c.duty == bindparam("duty"), leases.c.owner == bindparam("holder")
    )
    this = (jobs.c.id == bindparam("job"), jobs.c.state == bindparam("was"), jobs.c.due_at == bindparam("due"))
    statement = update(jobs).where(*this, select(leases.c.job_id).where(lease).exists()).values(due_at=bindparam("at"))
    rows = [
        {
            "job": claim.job.id,
            "was": claim.job.state,
            "due": claim.job.due_at,
            "duty": claim.duty,
            "holder": claim.owner,
            "at": at,
        }
        for claim, at in sorted(looks, key=lambda look: look[0].job.id)
    ]
    if rows:
        await connection.execute(statement, rows)


async def change_card(connection: AsyncConnection, job_id: str, **changes: Any) -> Job:
    """Change what is known of the job's card, in whatever state the job is."""
    row = (await connection.execute(update(jobs).where(jobs.c.id == job_id).values(**changes).returning(jobs))).one()
    return record(row)


async def count_by_state(connection: AsyncConnection) -> dict[tuple[str, str], int]:
    """How many jobs there are by provider and state."""
    rows = await connection.execute(
        select(jobs.c.provider, jobs.c.state, func.count().label("number")).group_by(jobs.c.provider, jobs.c.state)
    )
    return {(row.provider, row.state): row.number for row in rows}


async def wrong_reservations(connection: AsyncConnection) -> list[str]:
    """Jobs whose reservation does not fit their state or price, in words."""
    whose = case((entries.c.scope == ledger.Scope.GRANT, ledger.Scope.MEMBER), else_=entries.c.scope).label("whose")
    sums = (
        select(
            entries.c.job_id,
            whose,
            func.sum(entries.c.held_change).label("held"),
            func.sum(entries.c.spent_change).label("spent"),
        )
        .where(entries.c.job_id.is_not(None))
        .group_by(entries.c.job_id, whose)
    )
    found = {(row.job_id, row.whose): (int(row.held), int(row.spent)) for row in await connection.execute(sums)}
    rows = await connection.execute(select(jobs.c.id, jobs.c.state, jobs.c.credits))
    wrong = []
    for row in rows:
        held_and_spent = {scope: found.get((row.id, scope), (0, 0)) for scope in _EACH}
        fitting = _fitting_sums(JobState(row.state), row.credits)
        bad = [
            f"{scope} entries hold {held} and spend {spent}"
            for scope, (held, spent) in held_and_spent.items()
            if (held, spent) not in fitting
        ]
        if bad:
            wrong.append(f"job {row.id} is {row.state} and costs {row.credits}, its {', its '.join(bad)}")
    return wrong


def _fitting_sums(state: JobState, credits: int) -> Sequence[tuple[int, int]]:
    open_, released, settled = (credits, 0), (0, 0), (0, credits)
    if state in RELEASING:
        return (released,)
    if state in SETTLING:
        return (settled,)
    if state is JobState.DELIVERING:
        return (open_, settled)  # settled already when it is delivered again
    return (open_,)

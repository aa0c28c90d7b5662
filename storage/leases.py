"""Leases: who may work on a job now. An expired lease is anybody's."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Delete, Update, and_, bindparam, delete, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ColumnElement

from storage import jobs as job_statements
from storage.columns import UtcDateTime
from storage.errors import LeaseLost
from storage.records import Claim, Duty
from storage.sql import upsert
from storage.tables import jobs, leases


async def claim(
    connection: AsyncConnection,
    duty: Duty,
    due: ColumnElement[bool],
    *,
    owner: str,
    now: datetime,
    until: datetime,
    limit: int,
    order: ColumnElement[Any],
) -> list[Claim]:
    """Take leases on up to ``limit`` due jobs that nobody holds.

    The jobs' rows stay locked until the transaction ends, so what a claim says of its job is true when it is returned.
    Leases are locked in the order of their jobs' ids, here and in ``renew``: nobody waits in a circle.
    """
    free = ~held(duty, now)
    rows = (
        await connection.execute(
            select(jobs)
            .where(due, free)
            .order_by(order, jobs.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=jobs)
        )
    ).all()
    if not rows:
        return []
    taken = await _take(connection, [row.id for row in rows], duty, owner=owner, now=now, until=until)
    return [Claim(job_statements.record(row), duty, owner) for row in rows if row.id in taken]


def held(duty: Duty, now: datetime) -> ColumnElement[bool]:
    """Whether somebody holds the job of a row for this duty."""
    lease_of_job = and_(leases.c.job_id == jobs.c.id, leases.c.duty == duty)
    return select(leases.c.job_id).where(lease_of_job, leases.c.expires_at >= now).exists()


async def _take(
    connection: AsyncConnection, job_ids: Sequence[str], duty: Duty, *, owner: str, now: datetime, until: datetime
) -> set[str]:
    """Which of the leases were free and are now the owner's."""
    ours = select(jobs.c.id, literal(duty.value), literal(owner), literal(until, UtcDateTime()))
    columns = [leases.c.job_id, leases.c.duty, leases.c.owner, leases.c.expires_at]
    taken = await connection.execute(
        upsert(connection, leases)
        .from_select(columns, ours.where(jobs.c.id.in_(job_ids)).order_by(jobs.c.id))
        .on_conflict_do_update(
            index_elements=columns[:2],
            set_={"owner": owner, "expires_at": until},
            where=leases.c.expires_at < now,
        )
        .returning(leases.c.job_id)
    )
    return set(taken.scalars())


async def confirm(connection: AsyncConnection, claim: Claim) -> None:
    """Lock the lease for this transaction; raises ``LeaseLost`` where it is no longer the claim's."""
    confirmed = await connection.execute(update(leases).where(_of(claim)).values(owner=claim.owner))
    if confirmed.rowcount == 0:
        message = f"{claim.owner} no longer holds job {claim.job.id} to {claim.duty} it"
        raise LeaseLost(message)


async def ends(connection: AsyncConnection, job_id: str, duties: Iterable[Duty]) -> list[datetime]:
    """When the job's leases for these duties end, or have ended."""
    theirs = (leases.c.job_id == job_id, leases.c.duty.in_(list(duties)))
    return list(await connection.scalars(select(leases.c.expires_at).where(*theirs)))


async def renew(connection: AsyncConnection, claims: Iterable[Claim], until: datetime) -> None:
    await _each(connection, update(leases).values(expires_at=until), claims)


async def give_back(connection: AsyncConnection, claims: Iterable[Claim]) -> None:
    await _each(connection, delete(leases), claims)


async def _each(connection: AsyncConnection, statement: Update | Delete, claims: Iterable[Claim]) -> None:
    """Run a statement for the lease of each claim that is still its owner's."""
    key = [leases.c[name] == bindparam(f"its_{name}") for name in ("job_id", "duty", "owner")]
    rows = [
        {"its_job_id": claim.job.id, "its_duty": claim.duty, "its_owner": claim.owner}
        for claim in sorted(claims, key=lambda one: (one.job.id, one.duty))
    ]
    if rows:
        await connection.execute(statement.where(*key), rows)


def _of(claim: Claim) -> ColumnElement[bool]:
    return and_(leases.c.job_id == claim.job.id, leases.c.duty == claim.duty, leases.c.owner == claim.owner)

"""Leases: who may work on a job now. An expired lease is anybody's."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ColumnElement

from storage import jobs as job_statements
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
    order: ColumnElement[datetime],
) -> list[Claim]:
    """Take leases on up to ``limit`` due jobs that nobody holds.

    The jobs' rows stay locked until the transaction ends, so what a claim says of its job is true when it is returned.
    Leases are locked in the order of their jobs' ids, here and in ``renew``: nobody waits in a circle.
    """
    free = ~held(duty, now)
    rows = (
        await connection.execute(
            select(jobs).where(due, free).order_by(order, jobs.c.id).limit(limit).with_for_update(skip_locked=True)
        )
    ).all()
    taken = {
        job_id
        for job_id in sorted(row.id for row in rows)
        if await _take(connection, job_id, duty, owner=owner, now=now, until=until)
    }
    return [Claim(job_statements.record(row), duty, owner) for row in rows if row.id in taken]


def held(duty: Duty, now: datetime) -> ColumnElement[bool]:
    """Whether somebody holds the job of a row for this duty."""
    lease_of_job = and_(leases.c.job_id == jobs.c.id, leases.c.duty == duty)
    return select(leases.c.job_id).where(lease_of_job, leases.c.expires_at >= now).exists()


async def _take(
    connection: AsyncConnection, job_id: str, duty: Duty, *, owner: str, now: datetime, until: datetime
) -> bool:
    statement = upsert(connection, leases).values(job_id=job_id, duty=duty, owner=owner, expires_at=until)
    taken = await connection.execute(
        statement.on_conflict_do_update(
            index_elements=[leases.c.job_id, leases.c.duty],
            set_={"owner": owner, "expires_at": until},
            where=leases.c.expires_at < now,
        )
    )
    return taken.rowcount == 1


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
    for claim_ in sorted(claims, key=lambda one: (one.job.id, one.duty)):
        await connection.execute(update(leases).where(_of(claim_)).values(expires_at=until))


async def give_back(connection: AsyncConnection, claim: Claim) -> None:
    await connection.execute(delete(leases).where(_of(claim)))


def _of(claim: Claim) -> ColumnElement[bool]:
    return and_(leases.c.job_id == claim.job.id, leases.c.duty == claim.duty, leases.c.owner == claim.owner)

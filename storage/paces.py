"""Statements on paces: how long an account's own finished tasks took, by model, mode and length.

The newest samples are kept as they are, not as running sums: quartiles need them, a slow week is forgotten, and several
processes only append. They outlive their jobs, which are erased some day.
"""

import statistics
from datetime import datetime

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import Job, Pace, PaceKey, pace_key
from storage.sql import insert_if_new
from storage.tables import paces

ENOUGH = 5
"""Fewer samples say nothing."""

KEPT = 100


async def learn(connection: AsyncConnection, job: Job, now: datetime) -> None:
    """The job's task was found finished now."""
    if job.submitted_at is None:
        return
    took = round(max(0.0, (now - job.submitted_at).total_seconds()), 1)
    model, mode, length = pace_key(job.provider_model, job.request)
    key = {"provider": job.provider, "provider_model": model, "mode": mode, "length": length}
    await insert_if_new(connection, paces, {**key, "took": []})
    mine = and_(*(paces.c[name] == value for name, value in key.items()))
    kept = (await connection.execute(select(paces.c.took).where(mine).with_for_update())).scalar_one()
    await connection.execute(update(paces).where(mine).values(took=[*kept, took][-KEPT:]))


async def of_provider(connection: AsyncConnection, provider: str) -> dict[PaceKey, Pace]:
    """All that is known well enough."""
    rows = await connection.execute(select(paces).where(paces.c.provider == provider))
    return {(row.provider_model, row.mode, row.length): _pace(row.took) for row in rows if len(row.took) >= ENOUGH}


def _pace(took: list[float]) -> Pace:
    early, usual, late = statistics.quantiles(took, n=4, method="inclusive")
    return Pace(early, usual, late)

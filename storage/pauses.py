"""Statements on pauses: routes that are switched off for a while, for every process."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import Pause
from storage.sql import upsert
from storage.tables import pauses


async def begin(connection: AsyncConnection, pause: Pause) -> None:
    """Switch the route off; of two pauses the one that ends later counts."""
    statement = upsert(connection, pauses).values(**vars(pause))
    later = statement.excluded.until > pauses.c.until
    await connection.execute(
        statement.on_conflict_do_update(
            index_elements=[pauses.c.client, pauses.c.model],
            set_={"until": statement.excluded.until, "reason": statement.excluded.reason},
            where=later,
        )
    )


async def running(connection: AsyncConnection, now: datetime) -> list[Pause]:
    """The pauses that have not ended."""
    rows = await connection.execute(
        select(pauses).where(pauses.c.until > now).order_by(pauses.c.client, pauses.c.model)
    )
    return [Pause(row.client, row.model, row.until, row.reason) for row in rows]

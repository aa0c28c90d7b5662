"""Statements on how large a file each server takes: what Discord itself has said, by taking one or refusing it."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import UploadLimit
from storage.sql import upsert
from storage.tables import upload_limits

REFUSAL_HOLDS: Final = timedelta(days=1)
"""After this a refusal is forgotten: Discord's limits and a server's boosts change."""


async def limit_of(connection: AsyncConnection, server_id: int, now: datetime) -> UploadLimit:
    row = (await connection.execute(select(upload_limits).where(upload_limits.c.server_id == server_id))).first()
    if row is None:
        return UploadLimit()
    return UploadLimit(row.taken, row.refused if now - row.refused_at < REFUSAL_HOLDS else None)


async def refuse(connection: AsyncConnection, server_id: int, size: int, now: datetime) -> UploadLimit:
    """So much was refused; what is known now."""
    limit = (await limit_of(connection, server_id, now)).once_refused(size)
    changes = vars(limit) | {"refused_at": now}
    await connection.execute(
        upsert(connection, upload_limits)
        .values({"server_id": server_id, **changes})
        .on_conflict_do_update(index_elements=[upload_limits.c.server_id], set_=changes)
    )
    return limit


async def take(connection: AsyncConnection, server_id: int, size: int, now: datetime) -> None:
    """So much was taken; of a server that has never refused anything nothing is kept."""
    limit = (await limit_of(connection, server_id, now)).once_taken(size)
    await connection.execute(update(upload_limits).where(upload_limits.c.server_id == server_id).values(**vars(limit)))

"""Statements on server settings, and on the few words that the bot keeps for itself."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import Server
from storage.sql import insert_if_new, upsert
from storage.tables import bot_state, servers
from storage.windows import Period


def new(server_id: int, allowance: int) -> Server:
    """The settings that a server starts with."""
    return Server(server_id, allowance, Period.DAY, "UTC")


async def get(connection: AsyncConnection, server_id: int) -> Server | None:
    row = (await connection.execute(select(servers).where(servers.c.server_id == server_id))).first()
    return Server(row.server_id, row.allowance, row.period, row.time_zone) if row else None


async def ensure(connection: AsyncConnection, server_id: int, *, allowance: int, now: datetime) -> Server:
    """The server's settings, written down at its first job."""
    fresh = new(server_id, allowance)
    await insert_if_new(connection, servers, {**vars(fresh), "created_at": now})
    return await get(connection, server_id) or fresh


async def recall(connection: AsyncConnection, key: str) -> str | None:
    value: str | None = await connection.scalar(select(bot_state.c.value).where(bot_state.c.key == key))
    return value


async def remember(connection: AsyncConnection, key: str, value: str) -> None:
    statement = upsert(connection, bot_state).values(key=key, value=value)
    await connection.execute(statement.on_conflict_do_update(index_elements=[bot_state.c.key], set_={"value": value}))

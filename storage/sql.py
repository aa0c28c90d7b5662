"""What each database spells differently."""

import zlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def upsert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that knows ON CONFLICT, for this connection's database."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


async def insert_if_new(connection: AsyncConnection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert unless a row with the same key is there; whether a row was inserted."""
    result = await connection.execute(upsert(connection, table).values(**values).on_conflict_do_nothing())
    return result.rowcount == 1


async def one_at_a_time(connection: AsyncConnection, what: str) -> None:
    """Wait until no other transaction does this, and do it alone until the end of this one.

    On SQLite every writing transaction is alone anyway.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": zlib.crc32(what.encode())})

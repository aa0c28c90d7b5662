"""Statements on drafts: orders that wait for their member's word."""

from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.quota_records import Draft
from storage.tables import drafts


async def add(connection: AsyncConnection, draft: Draft, now: datetime) -> None:
    """Keep a draft, and forget those that have expired."""
    await connection.execute(delete(drafts).where(drafts.c.expires_at <= now))
    await connection.execute(insert(drafts).values(**vars(draft)))


async def get(connection: AsyncConnection, draft_id: str, member_id: int, now: datetime) -> Draft | None:
    mine = (drafts.c.id == draft_id, drafts.c.member_id == member_id, drafts.c.expires_at > now)
    row = (await connection.execute(select(drafts).where(*mine))).first()
    return Draft(**row._mapping) if row else None  # noqa: SLF001 - SQLAlchemy's documented access by name


async def drop(connection: AsyncConnection, draft_id: str, member_id: int) -> bool:
    """Whether it was there."""
    mine = (drafts.c.id == draft_id, drafts.c.member_id == member_id)
    return (await connection.execute(delete(drafts).where(*mine))).rowcount == 1

"""Statements on servers' settings, allowances and blocks, and on the few words that the bot keeps for itself."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ColumnElement

from storage.limits import Limit, highest
from storage.quota_records import Adult, Allowance, Block, Holder, Place, Server
from storage.sql import insert_if_new, upsert
from storage.tables import allowances, blocks, bot_state, servers
from storage.windows import Period


def _record(row: Row[Any]) -> Server:
    values = {field.name: getattr(row, field.name) for field in fields(Server)}
    kinds = {"period": Period(row.period), "place": Place(row.place), "adult": Adult(row.adult)}
    return Server(**values | kinds)


async def get(connection: AsyncConnection, server_id: int, *, default_allowance: int) -> Server:
    """The server's settings; those of a new server where it has none yet."""
    row = (await connection.execute(select(servers).where(servers.c.server_id == server_id))).first()
    return _record(row) if row else Server(server_id, default_allowance)


async def ensure(connection: AsyncConnection, server_id: int, *, default_allowance: int, now: datetime) -> None:
    """Write the server's settings down, at its first job or change."""
    await insert_if_new(connection, servers, {**vars(Server(server_id, default_allowance)), "created_at": now})


async def lock(connection: AsyncConnection, server_id: int) -> None:
    """Let nobody else change what belongs to the server until the transaction ends; its jobs may go on."""
    row = select(servers.c.server_id).where(servers.c.server_id == server_id)
    await connection.execute(row.with_for_update(key_share=True))


async def change(connection: AsyncConnection, server: Server) -> None:
    await connection.execute(update(servers).where(servers.c.server_id == server.server_id).values(**vars(server)))


async def allowance_of(
    connection: AsyncConnection, server: Server, member_id: int, role_ids: Collection[int]
) -> Allowance:
    """The member's own allowance, else the highest of their roles', else the server's."""
    found = await _allowances(connection, server.server_id, allowances.c.holder_id.in_([member_id, *role_ids]))
    if (own := found.get((Holder.MEMBER, member_id))) is not None:
        return Allowance(Holder.MEMBER, member_id, own)
    of_roles = {role: limit for (holder, role), limit in found.items() if holder is Holder.ROLE}
    if (best := highest(of_roles.values())) is not None:
        return Allowance(Holder.ROLE, next(role for role, limit in of_roles.items() if limit == best), best)
    return Allowance(Holder.SERVER, server.server_id, server.allowance)


async def allowances_of(connection: AsyncConnection, server_id: int) -> list[Allowance]:
    """All that differ from the server's own."""
    found = await _allowances(connection, server_id)
    return [Allowance(holder, holder_id, limit) for (holder, holder_id), limit in found.items()]


async def roles_with_allowance(connection: AsyncConnection) -> list[tuple[int, int]]:
    """The servers and ids of all roles that have an allowance."""
    query = select(allowances.c.server_id, allowances.c.holder_id).where(allowances.c.holder == Holder.ROLE)
    return [(row.server_id, row.holder_id) for row in await connection.execute(query)]


async def _allowances(
    connection: AsyncConnection, server_id: int, *which: ColumnElement[bool]
) -> dict[tuple[Holder, int], Limit]:
    query = select(allowances).where(allowances.c.server_id == server_id, *which)
    rows = await connection.execute(query.order_by(allowances.c.holder, allowances.c.holder_id))
    return {(Holder(row.holder), row.holder_id): row.allowance for row in rows}


async def set_allowance(
    connection: AsyncConnection, server_id: int, holder: Holder, holder_id: int, limit: Limit | None
) -> Limit | None:
    """Give a member or a role an allowance of their own, or none; the one they had."""
    key = {"server_id": server_id, "holder": holder, "holder_id": holder_id}
    same = [allowances.c[name] == value for name, value in key.items()]
    before: Limit | None = await connection.scalar(select(allowances.c.allowance).where(*same))
    if limit is None:
        await connection.execute(delete(allowances).where(*same))
    else:
        statement = upsert(connection, allowances).values(**key, allowance=limit)
        await connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_={"allowance": limit}))
    return before


async def block_of(connection: AsyncConnection, server_id: int, member_id: int, now: datetime) -> Block | None:
    """The member's block, unless it has ended."""
    mine = (blocks.c.server_id == server_id, blocks.c.member_id == member_id)
    row = (await connection.execute(select(blocks).where(*mine, _lasts(now)))).first()
    return _block(row) if row else None


async def blocks_of(connection: AsyncConnection, server_id: int, now: datetime) -> list[Block]:
    query = select(blocks).where(blocks.c.server_id == server_id, _lasts(now)).order_by(blocks.c.at)
    return [_block(row) for row in await connection.execute(query)]


async def set_block(connection: AsyncConnection, server_id: int, block: Block) -> None:
    statement = upsert(connection, blocks).values(server_id=server_id, **vars(block))
    await connection.execute(
        statement.on_conflict_do_update(index_elements=[blocks.c.server_id, blocks.c.member_id], set_=vars(block))
    )


async def end_block(connection: AsyncConnection, server_id: int, member_id: int) -> None:
    mine = (blocks.c.server_id == server_id, blocks.c.member_id == member_id)
    await connection.execute(delete(blocks).where(*mine))


def _lasts(now: datetime) -> ColumnElement[bool]:
    return blocks.c.until.is_(None) | (blocks.c.until > now)


def _block(row: Row[Any]) -> Block:
    return Block(row.member_id, row.until, row.reason, row.actor_id, row.at)


async def recall(connection: AsyncConnection, key: str) -> str | None:
    value: str | None = await connection.scalar(select(bot_state.c.value).where(bot_state.c.key == key))
    return value


async def remember(connection: AsyncConnection, key: str, value: str) -> None:
    statement = upsert(connection, bot_state).values(key=key, value=value)
    await connection.execute(statement.on_conflict_do_update(index_elements=[bot_state.c.key], set_={"value": value}))


_CLAIMED: Final = "until "


async def claim_word(connection: AsyncConnection, key: str, until: datetime, now: datetime) -> bool:
    claimed = f"{_CLAIMED}{until.isoformat()}"
    if await insert_if_new(connection, bot_state, {"key": key, "value": claimed}):
        return True
    over = bot_state.c.value.startswith(_CLAIMED) & (bot_state.c.value < f"{_CLAIMED}{now.isoformat()}")
    taken = update(bot_state).where(bot_state.c.key == key, over).values(value=claimed)
    return (await connection.execute(taken)).rowcount == 1


async def forget(connection: AsyncConnection, key: str) -> None:
    await connection.execute(delete(bot_state).where(bot_state.c.key == key))

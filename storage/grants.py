"""Statements on grants: extra credits, each with an account of its own. The one that ends first is used first."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import ledger
from storage.ledger import Account, Cause, Kind, Scope, Sums
from storage.quota_records import Grant
from storage.tables import balances, grants
from storage.tables import ledger as entries


@dataclass(frozen=True)
class NewGrant:
    """A grant that is about to be opened; ``until`` is when it ends, ``None`` for never."""

    server_id: int
    member_id: int
    credits: int
    until: datetime | None
    reason: str


def account(server_id: int, member_id: int, grant_id: int) -> Account:
    return Account(Scope.GRANT, server_id, member_id, grant_id)


async def usable(
    connection: AsyncConnection, server_id: int, member_id: int, now: datetime, *, locked: bool = False
) -> list[Grant]:
    """The member's grants that have not ended and have something left, in the order in which they are used.

    ``locked``, they stay as they are until the transaction ends.
    """
    left = balances.c.added - balances.c.held - balances.c.spent
    same = and_(balances.c.scope == Scope.GRANT, balances.c.grant_id == grants.c.id)
    mine = and_(grants.c.server_id == server_id, grants.c.member_id == member_id)
    query = (
        select(grants, left.label("left"))
        .join_from(grants, balances, same)
        .where(mine, left > 0, grants.c.until.is_(None) | (grants.c.until > now))
        .order_by(grants.c.id)
    )
    rows = (await connection.execute(query.with_for_update(of=balances) if locked else query)).all()
    found = [Grant(row.id, row.credits, row.left, row.until, row.reason) for row in rows]
    return sorted(found, key=_use)


def _use(grant: Grant) -> tuple[float, int]:
    return grant.until.timestamp() if grant.until else math.inf, grant.id


async def left_in(connection: AsyncConnection, server_id: int, now: datetime) -> int:
    """What can be used of all grants of a server."""
    left = func.sum(balances.c.added - balances.c.held - balances.c.spent)
    same = and_(balances.c.scope == Scope.GRANT, balances.c.grant_id == grants.c.id)
    usable_ = (grants.c.server_id == server_id, grants.c.until.is_(None) | (grants.c.until > now))
    return int(await connection.scalar(select(left).join_from(grants, balances, same).where(*usable_)) or 0)


async def add(
    connection: AsyncConnection, new: NewGrant, *, actor_id: int, now: datetime, giver_id: int | None = None
) -> None:
    """Write down granted credits, in a grant that is alike where there is one: many small gifts are one grant."""
    grant_id = await _grow(connection, new) or await _open(connection, new)
    opened = account(new.server_id, new.member_id, grant_id)
    await ledger.lock(connection, opened)
    cause = Cause(Kind.GRANT, now, now, actor_id=actor_id, partner_id=giver_id, reason=new.reason)
    await ledger.change(connection, opened, Sums(added=new.credits), cause)


async def _open(connection: AsyncConnection, new: NewGrant) -> int:
    grant_id: int = (await connection.execute(insert(grants).values(**vars(new)).returning(grants.c.id))).scalar_one()
    return grant_id


async def _grow(connection: AsyncConnection, new: NewGrant) -> int | None:
    """The oldest of the member's grants with the same end and reason, now with these credits too."""
    same_end = grants.c.until.is_(None) if new.until is None else grants.c.until == new.until
    theirs = and_(grants.c.server_id == new.server_id, grants.c.member_id == new.member_id)
    alike = select(func.min(grants.c.id)).where(theirs, same_end, grants.c.reason == new.reason).scalar_subquery()
    grown = update(grants).where(grants.c.id == alike).values(credits=grants.c.credits + new.credits)
    grant_id: int | None = await connection.scalar(grown.returning(grants.c.id))
    return grant_id


async def wrong_grants(connection: AsyncConnection) -> list[str]:
    """Grants that do not fit their entries, in words."""
    key = (entries.c.grant_id, entries.c.server_id, entries.c.member_id)
    granted = (
        select(*key, func.sum(entries.c.added_change).label("credits"))
        .where(entries.c.kind == Kind.GRANT)
        .group_by(*key)
        .subquery()
    )
    differs = [grants.c[name].is_distinct_from(granted.c[name]) for name in ("server_id", "member_id", "credits")]
    pairs = grants.outerjoin(granted, granted.c.grant_id == grants.c.id, full=True)
    rows = await connection.execute(select(grants.c.id, granted.c.grant_id).select_from(pairs).where(or_(*differs)))
    return [f"grant {row.id or row.grant_id} does not fit its entries" for row in rows]


def shares(found: Sequence[Grant], credits: int) -> list[tuple[Grant, int]]:
    """How many credits each grant gives, first come first used; together at most what they have left."""
    taken = []
    for grant in found:
        share = min(grant.left, credits)
        credits -= share
        if share > 0:
            taken.append((grant, share))
    return taken

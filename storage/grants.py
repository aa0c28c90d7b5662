"""Statements on grants: extra credits, each with an account of its own. The one that ends first is used first."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import ledger
from storage.ledger import Account, Cause, Kind, Scope, Sums
from storage.quota_records import Grant
from storage.tables import balances, grants


@dataclass(frozen=True)
class NewGrant:
    """A grant that is about to be opened; ``until`` is when it ends, ``None`` for never."""

    server_id: int
    member_id: int
    credits: int
    until: datetime | None
    reason: str


def account_of(server_id: int, member_id: int, grant_id: int) -> Account:
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


async def add(connection: AsyncConnection, new: NewGrant, *, actor_id: int, now: datetime) -> None:
    """Open a grant and write down its credits."""
    grant_id = (await connection.execute(insert(grants).values(**vars(new)).returning(grants.c.id))).scalar_one()
    account = account_of(new.server_id, new.member_id, grant_id)
    await ledger.lock(connection, account)
    cause = Cause(Kind.GRANT, now, now, actor_id=actor_id, reason=new.reason)
    await ledger.change(connection, account, Sums(added=new.credits), cause)


def shares(found: Sequence[Grant], credits: int) -> list[tuple[Grant, int]]:
    """How many credits each grant gives, first come first used; together at most what they have left."""
    taken = []
    for grant in found:
        share = min(grant.left, credits)
        credits -= share
        if share > 0:
            taken.append((grant, share))
    return taken

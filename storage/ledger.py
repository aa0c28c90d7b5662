"""The credit ledger: append-only entries, and balances that are the sums of them.

A job's reservation touches several accounts at once: the operator's, its server's pool, and the member's allowance and
grants. Whoever changes accounts locks them first, always in the same order, so that parallel requests on either
database see each other's sums and nobody waits in a circle. What an account has used in a window is the sum of its
entries that are counted in it, so a window may be drawn anew at any time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ColumnElement

from storage.sql import insert_if_new
from storage.tables import balances, ledger


class Scope(StrEnum):
    """Whose account; in the order in which accounts are locked."""

    OPERATOR = "operator"
    SERVER = "server"
    MEMBER = "member"
    GRANT = "grant"


_ORDER = {scope: number for number, scope in enumerate(Scope)}


class Kind(StrEnum):
    """What an entry does."""

    RESERVE = "reserve"
    SETTLE = "settle"
    RELEASE = "release"
    GRANT = "grant"
    ADJUST = "adjust"
    CARRY = "carry"
    """What somebody has used of a window, who had their data erased since; forgotten when the window has ended."""


@dataclass(frozen=True)
class Account:
    """One balance. Ids that do not belong to the scope are 0."""

    scope: Scope
    server_id: int = 0
    member_id: int = 0
    grant_id: int = 0

    def row(self) -> ColumnElement[bool]:
        """The account's row in ``balances``."""
        return and_(*(balances.c[name] == value for name, value in vars(self).items()))

    def entries(self) -> ColumnElement[bool]:
        """The account's rows in ``ledger``."""
        return and_(*(ledger.c[name] == value for name, value in vars(self).items()))

    @property
    def rank(self) -> tuple[int, int]:
        """Where it stands in the order of locking."""
        return _ORDER[self.scope], self.grant_id


@dataclass(frozen=True)
class Sums:
    """What entries add up to: credits granted or reset, set aside, and used up."""

    added: int = 0
    held: int = 0
    spent: int = 0

    @property
    def used(self) -> int:
        return self.held + self.spent - self.added


@dataclass(frozen=True)
class Cause:
    """Why entries are written, and when.

    ``counted_at`` decides the window: for a job's entries when it was ordered, so that its end changes the window of
    its reservation. Without ``actor_id`` the bot acted by itself; ``partner_id`` is the other member of a gift.
    """

    kind: Kind
    at: datetime
    counted_at: datetime
    job_id: str | None = None
    actor_id: int | None = None
    partner_id: int | None = None
    reason: str = ""


async def lock(connection: AsyncConnection, account: Account) -> None:
    """Hold the account until the transaction ends; it is opened where it is new."""
    await insert_if_new(connection, balances, {**vars(account), **vars(Sums())})
    await connection.execute(select(balances.c.held).where(account.row()).with_for_update())


async def balance(connection: AsyncConnection, account: Account) -> Sums:
    """All that the account's entries add up to."""
    columns = (balances.c.added, balances.c.held, balances.c.spent)
    row = (await connection.execute(select(*columns).where(account.row()))).first()
    return Sums(row.added, row.held, row.spent) if row else Sums()


async def held_by(connection: AsyncConnection, server_id: int, member_id: int) -> int:
    """What is set aside for all of a member's videos, from their allowance and their grants."""
    theirs = (
        balances.c.server_id == server_id,
        balances.c.member_id == member_id,
        balances.c.scope.in_((Scope.MEMBER, Scope.GRANT)),
    )
    held = await connection.scalar(select(func.sum(balances.c.held)).where(*theirs))
    return int(held or 0)


async def sums_in(connection: AsyncConnection, account: Account, start: datetime, end: datetime) -> Sums:
    """What the account's entries in a window add up to."""
    changes = (ledger.c.added_change, ledger.c.held_change, ledger.c.spent_change)
    counted = (ledger.c.counted_at >= start, ledger.c.counted_at < end)
    query = select(*(func.coalesce(func.sum(change), 0) for change in changes)).where(account.entries(), *counted)
    added, held, spent = (await connection.execute(query)).one()
    return Sums(int(added), int(held), int(spent))  # PostgreSQL's sums of whole numbers are of a type of their own


async def spent_in(
    connection: AsyncConnection, account: Account, start: datetime, end: datetime
) -> dict[datetime, int]:
    """What is spent in a window, less what resets gave back, by the time when it counts."""
    spent = func.sum(ledger.c.spent_change - ledger.c.added_change)
    counted = (ledger.c.counted_at >= start, ledger.c.counted_at < end)
    query = select(ledger.c.counted_at, spent.label("spent")).where(account.entries(), *counted)
    rows = await connection.execute(query.group_by(ledger.c.counted_at).having(spent > 0).order_by(ledger.c.counted_at))
    return {row.counted_at: int(row.spent) for row in rows}


async def change(connection: AsyncConnection, account: Account, by: Sums, cause: Cause) -> None:
    """Write one entry and carry it into the balance; the caller has locked the account."""
    await connection.execute(
        update(balances)
        .where(account.row())
        .values(added=balances.c.added + by.added, held=balances.c.held + by.held, spent=balances.c.spent + by.spent)
    )
    changes = {"added_change": by.added, "held_change": by.held, "spent_change": by.spent}
    await connection.execute(insert(ledger).values(**vars(account), **vars(cause), **changes))


async def reserve(connection: AsyncConnection, shares: Mapping[Account, int], cause: Cause) -> None:
    """Set credits aside in locked accounts that have them."""
    for account, credits in shares.items():
        await change(connection, account, Sums(held=credits), cause)


async def end(connection: AsyncConnection, job_id: str, kind: Kind, now: datetime) -> int:
    """Settle or release all that is reserved for a job; how many credits that used up.

    A reservation that has ended stays as it is.

    The caller holds the job's row, so two of these never run at once for one job.
    """
    held, counted_at = await _held(connection, job_id)
    for account in sorted(held, key=lambda one: one.rank):
        credits = held[account]
        spent = credits if kind is Kind.SETTLE else 0
        await change(connection, account, Sums(held=-credits, spent=spent), Cause(kind, now, counted_at, job_id))
    return held.get(Account(Scope.OPERATOR), 0) if kind is Kind.SETTLE else 0


async def lower(connection: AsyncConnection, job_id: str, credits: int, now: datetime) -> None:
    """Give back what an open reservation holds above ``credits``; the caller holds the job's row."""
    held, counted_at = await _held(connection, job_id)
    cause = Cause(Kind.ADJUST, now, counted_at, job_id, reason="cheaper")
    backs = _excess(held, credits)
    for account in sorted(backs, key=lambda one: one.rank):
        await change(connection, account, Sums(held=-backs[account]), cause)


def _excess(held: Mapping[Account, int], credits: int) -> dict[Account, int]:
    """What each account gets back. The member's own sources get back first what was taken from them last."""
    sources = [account for account in held if account.scope in (Scope.MEMBER, Scope.GRANT)]
    backs = {account: held[account] - credits for account in held if account not in sources}
    excess = sum(held[account] for account in sources) - credits
    for account in reversed(sources):
        backs[account] = min(held[account], max(0, excess))
        excess -= backs[account]
    return {account: back for account, back in backs.items() if back > 0}


async def _held(connection: AsyncConnection, job_id: str) -> tuple[dict[Account, int], datetime]:
    """What an open reservation holds in each account, in the order of reserving; empty once it has ended."""
    entries = (await connection.execute(select(ledger).where(ledger.c.job_id == job_id).order_by(ledger.c.id))).all()
    held: dict[Account, int] = {}
    for entry in entries:
        if entry.kind in (Kind.SETTLE, Kind.RELEASE):
            return {}, entry.counted_at
        account = Account(Scope(entry.scope), entry.server_id, entry.member_id, entry.grant_id)
        held[account] = held.get(account, 0) + entry.held_change
    return held, entries[0].counted_at


async def carried(connection: AsyncConnection) -> Sequence[Row[Any]]:
    """All entries that carry what was used of a window over an erasure."""
    return (await connection.execute(select(ledger).where(ledger.c.kind == Kind.CARRY))).all()


async def forget(connection: AsyncConnection, entry: Row[Any]) -> None:
    """Take an entry out of the ledger and of its balance; an account that had no other entry is gone."""
    account = Account(Scope(entry.scope), entry.server_id, entry.member_id, entry.grant_id)
    await lock(connection, account)
    await connection.execute(delete(ledger).where(ledger.c.id == entry.id))
    added = balances.c.added - entry.added_change
    await connection.execute(update(balances).where(account.row()).values(added=added))
    others = select(ledger.c.id).where(account.entries()).exists()
    await connection.execute(delete(balances).where(account.row(), ~others))


async def unequal_balances(connection: AsyncConnection) -> list[str]:
    """Balances that are not the sums of their entries, in words; empty when the ledger is sound."""
    key = (ledger.c.scope, ledger.c.server_id, ledger.c.member_id, ledger.c.grant_id)
    names = ("added", "held", "spent")
    sums = select(*key, *(func.sum(ledger.c[f"{name}_change"]).label(name) for name in names)).group_by(*key).subquery()
    same_account = and_(*(balances.c[column.name] == sums.c[column.name] for column in key))
    differs = [balances.c[name] != func.coalesce(sums.c[name], 0) for name in names]
    rows = await connection.execute(
        select(balances, *(func.coalesce(sums.c[name], 0).label(f"{name}_sum") for name in names))
        .select_from(balances.outerjoin(sums, same_account))
        .where(differs[0] | differs[1] | differs[2])
    )
    without_balance = await connection.execute(
        select(sums).select_from(sums.outerjoin(balances, same_account)).where(balances.c.scope.is_(None))
    )
    return [
        f"{_named(row)}: the balance says {row.added} added, {row.held} held and {row.spent} spent, "
        f"the entries {row.added_sum}, {row.held_sum} and {row.spent_sum}"
        for row in rows
    ] + [f"{_named(row)}: entries without a balance" for row in without_balance]


def _named(row: Row[Any]) -> str:
    grant = f" grant {row.grant_id}" if row.grant_id else ""
    return f"{row.scope} {row.server_id}/{row.member_id}{grant}"

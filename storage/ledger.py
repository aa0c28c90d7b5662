"""The credit ledger: append-only entries, and balances that are the sums of them.

A job's reservation touches several accounts at once: the member's in their window, and the operator's in theirs. Each
account is locked in the same order, checked against its limit and changed by one guarded statement, so that parallel
requests on either database cannot overspend any of them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ColumnElement

from storage.sql import insert_if_new
from storage.tables import balances, ledger


class Scope(StrEnum):
    """Whose account; in the order in which accounts are locked."""

    OPERATOR = "operator"
    MEMBER = "member"


class Kind(StrEnum):
    """What an entry does."""

    RESERVE = "reserve"
    SETTLE = "settle"
    RELEASE = "release"
    ADJUST = "adjust"


@dataclass(frozen=True)
class Account:
    """One balance. Ids that do not belong to the scope are 0."""

    scope: Scope
    window_start: datetime
    server_id: int = 0
    member_id: int = 0

    def row(self) -> ColumnElement[bool]:
        """The account's row in ``balances``."""
        return and_(
            balances.c.scope == self.scope,
            balances.c.server_id == self.server_id,
            balances.c.member_id == self.member_id,
            balances.c.window_start == self.window_start,
        )

    def key(self) -> dict[str, object]:
        """The account's columns."""
        return {
            "scope": self.scope,
            "server_id": self.server_id,
            "member_id": self.member_id,
            "window_start": self.window_start,
        }


async def balance(connection: AsyncConnection, account: Account) -> tuple[int, int]:
    """Credits held by reservations and credits spent."""
    row = (await connection.execute(select(balances.c.held, balances.c.spent).where(account.row()))).first()
    return (row.held, row.spent) if row else (0, 0)


async def reserve(
    connection: AsyncConnection, account: Account, *, job_id: str, credits: int, limit: int | None, now: datetime
) -> bool:
    """Set credits aside; ``False``, and nothing written, where the account's limit does not allow it."""
    await insert_if_new(connection, balances, {**account.key(), "held": 0, "spent": 0})
    fits = [balances.c.held + balances.c.spent + credits <= limit] if limit is not None else []
    changed = await connection.execute(
        update(balances).where(account.row(), *fits).values(held=balances.c.held + credits)
    )
    if changed.rowcount == 0:
        return False
    await _append(connection, account, Kind.RESERVE, job_id, held=credits, spent=0, now=now)
    return True


async def end(connection: AsyncConnection, job_id: str, kind: Kind, now: datetime) -> None:
    """Settle or release all that is reserved for a job. A reservation that has ended stays as it is.

    The caller holds the job's row, so two of these never run at once for one job.
    """
    for account, credits in (await _held(connection, job_id)).items():
        spent = credits if kind is Kind.SETTLE else 0
        await connection.execute(
            update(balances).where(account.row()).values(held=balances.c.held - credits, spent=balances.c.spent + spent)
        )
        await _append(connection, account, kind, job_id, held=-credits, spent=spent, now=now)


async def lower(connection: AsyncConnection, job_id: str, credits: int, now: datetime) -> None:
    """Give back what an open reservation holds above ``credits``; the caller holds the job's row."""
    for account, held in (await _held(connection, job_id)).items():
        if held > credits:
            await connection.execute(
                update(balances).where(account.row()).values(held=balances.c.held - (held - credits))
            )
            await _append(connection, account, Kind.ADJUST, job_id, held=credits - held, spent=0, now=now)


async def _held(connection: AsyncConnection, job_id: str) -> dict[Account, int]:
    """What an open reservation holds in each account, in the order of locking; empty once it has ended."""
    entries = (await connection.execute(select(ledger).where(ledger.c.job_id == job_id).order_by(ledger.c.id))).all()
    held: dict[Account, int] = {}
    for entry in entries:
        if entry.kind in (Kind.SETTLE, Kind.RELEASE):
            return {}
        account = Account(Scope(entry.scope), entry.window_start, entry.server_id, entry.member_id)
        held[account] = held.get(account, 0) + entry.held_change
    return held


async def _append(
    connection: AsyncConnection, account: Account, kind: Kind, job_id: str, *, held: int, spent: int, now: datetime
) -> None:
    await connection.execute(
        insert(ledger).values(**account.key(), at=now, kind=kind, job_id=job_id, held_change=held, spent_change=spent)
    )


async def unequal_balances(connection: AsyncConnection) -> list[str]:
    """Balances that are not the sums of their entries, in words; empty when the ledger is sound."""
    key = (ledger.c.scope, ledger.c.server_id, ledger.c.member_id, ledger.c.window_start)
    sums = (
        select(*key, func.sum(ledger.c.held_change).label("held"), func.sum(ledger.c.spent_change).label("spent"))
        .group_by(*key)
        .subquery()
    )
    same_account = and_(*(balances.c[column.name] == sums.c[column.name] for column in key))
    rows = await connection.execute(
        select(balances, sums.c.held.label("held_sum"), sums.c.spent.label("spent_sum"))
        .select_from(balances.outerjoin(sums, same_account))
        .where(
            (balances.c.held != func.coalesce(sums.c.held, 0)) | (balances.c.spent != func.coalesce(sums.c.spent, 0))
        )
    )
    without_balance = await connection.execute(
        select(sums).select_from(sums.outerjoin(balances, same_account)).where(balances.c.scope.is_(None))
    )
    return [
        f"{row.scope} {row.server_id}/{row.member_id} from {row.window_start:%Y-%m-%d %H:%M}: the balance says "
        f"{row.held} held and {row.spent} spent, the entries {row.held_sum or 0} and {row.spent_sum or 0}"
        for row in rows
    ] + [
        f"{row.scope} {row.server_id}/{row.member_id} from {row.window_start:%Y-%m-%d %H:%M}: entries without a balance"
        for row in without_balance
    ]

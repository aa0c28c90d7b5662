"""Whether an order may be taken, and its reservation: every limit and rule, checked in the accepting transaction.

The accounts are locked before anything is read that parallel orders change, and stay locked until the commit.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import grants, ledger, servers
from storage.errors import Blocked, CoolingDown, NotEnoughCredits, NotPermitted, Rule, Shortage, TooManyRunning
from storage.ledger import Account, Cause, Kind, Scope
from storage.limits import Limit, Word, left_of, plus, rank
from storage.quota_records import Origin, Server, Usage
from storage.records import NewJob, account_of
from storage.states import RELEASING, JobState
from storage.tables import jobs
from storage.windows import Period, window_at

ON_THE_WAY = (JobState.QUEUED, JobState.SUBMITTING, JobState.RUNNING, JobState.DELIVERING)
"""What counts as running; an uncertain job would count until a moderator comes."""


def pool_of(server_id: int) -> Account:
    return Account(Scope.SERVER, server_id)


def allowance_account(server_id: int, member_id: int) -> Account:
    return Account(Scope.MEMBER, server_id, member_id)


async def usage(
    connection: AsyncConnection, server: Server, member_id: int, role_ids: Iterable[int], now: datetime
) -> Usage:
    """The member's credits."""
    start, end = window_at(now, server.period, server.time_zone)
    account = allowance_account(server.server_id, member_id)
    window = await ledger.sums_in(connection, account, start, end)
    return Usage(
        allowance=await servers.allowance_of(connection, server, member_id, set(role_ids)),
        used=window.used,
        spent=window.spent,
        held=await ledger.held_by(connection, server.server_id, member_id),
        window_start=start,
        renews_at=end,
        grants=tuple(await grants.usable(connection, server.server_id, member_id, now)),
        block=await servers.block_of(connection, server.server_id, member_id, now),
        pool_left=await _pool_left(connection, server, start, end),
    )


async def _pool_left(connection: AsyncConnection, server: Server, start: datetime, end: datetime) -> Limit:
    if isinstance(server.pool, Word):
        return server.pool
    return left_of(server.pool, (await ledger.sums_in(connection, pool_of(server.server_id), start, end)).used)


async def lock(connection: AsyncConnection, new: NewJob) -> None:
    """Let nobody else reserve from the same accounts until the transaction ends."""
    for account in (
        Account(Scope.OPERATOR),
        pool_of(new.server_id),
        allowance_account(new.server_id, new.member_id),
    ):
        await ledger.lock(connection, account)


async def reserve(
    connection: AsyncConnection, new: NewJob, server: Server, budget: Limit, origin: Origin, now: datetime
) -> Usage:
    """Set the job's credits aside in accounts that are locked; the member's credits after it.

    Raises a ``QuotaError`` where something stands against it.
    """
    operator, pool = Account(Scope.OPERATOR), pool_of(new.server_id)
    member = allowance_account(new.server_id, new.member_id)
    before = await check(connection, new, server, budget, origin, now)
    from_allowance = int(min(rank(left_of(before.allowance.limit, before.used)), new.credits))
    shares = {operator: new.credits, pool: new.credits}
    if from_allowance:
        shares[member] = from_allowance
    for grant, share in grants.shares(before.grants, new.credits - from_allowance):
        shares[grants.account(new.server_id, new.member_id, grant.id)] = share
    await ledger.reserve(connection, shares, Cause(Kind.RESERVE, now, now, new.id, new.member_id))
    return await usage(connection, server, new.member_id, origin.role_ids, now)


async def check(
    connection: AsyncConnection, new: NewJob, server: Server, budget: Limit, origin: Origin, now: datetime
) -> Usage:
    """The member's credits as they are; raises a ``QuotaError`` where something stands against the order.

    What it finds holds until the commit only for whoever has locked the accounts.
    """
    member = await usage(connection, server, new.member_id, origin.role_ids, now)
    _check_rules(server, member, new, origin)
    await _check_running(connection, server, new, now)
    await _check_cooldown(connection, server, new, now)
    await _check_credits(connection, server, budget, new, member, now)
    return member


def _check_rules(server: Server, member: Usage, new: NewJob, origin: Origin) -> None:
    """What the server's settings say without counting anything; raises ``Blocked`` or ``NotPermitted``."""
    if member.block is not None:
        raise Blocked(member.block.reason, member.block.until)
    if member.allowance.limit is Word.FORBIDDEN:
        raise NotPermitted(Rule.ALLOWANCE)
    if server.roles and not server.roles & origin.role_ids:
        raise NotPermitted(Rule.ROLE, server.roles)
    if server.channels and not server.channels & (origin.place_ids | {new.channel_id}):
        raise NotPermitted(Rule.CHANNEL, server.channels)
    if server.models and new.model not in server.models:
        raise NotPermitted(Rule.MODEL, server.models)
    if server.providers and account_of(new.provider) not in server.providers:
        raise NotPermitted(Rule.PROVIDER, server.providers)
    if new.credits > rank(server.most_credits):
        raise NotPermitted(Rule.PRICE, [str(server.most_credits)])


async def _check_running(connection: AsyncConnection, server: Server, new: NewJob, now: datetime) -> None:
    theirs = jobs.c.server_id == new.server_id
    for whose, limit, which in (
        ("member", server.member_running, theirs & (jobs.c.member_id == new.member_id)),
        ("server", server.server_running, theirs),
    ):
        if isinstance(limit, Word):
            continue
        query = select(jobs.c.created_at, jobs.c.submitted_at, jobs.c.expected_seconds)
        others = which & (jobs.c.id != new.id) & jobs.c.state.in_(ON_THE_WAY)
        rows = (await connection.execute(query.where(others))).all()
        if len(rows) >= limit:
            next_at = min((_expected(row) for row in rows), default=now)
            raise TooManyRunning(whose, most=limit, next_at=max(now, next_at))


def _expected(row: Any) -> datetime:
    began: datetime = row.submitted_at or row.created_at
    return began + timedelta(seconds=row.expected_seconds)


async def _check_cooldown(connection: AsyncConnection, server: Server, new: NewJob, now: datetime) -> None:
    """A video that was not made starts no cooldown."""
    if not server.cooldown:
        return  # the clock of another process may be ahead
    mine = (jobs.c.server_id == new.server_id, jobs.c.member_id == new.member_id)
    counts = (jobs.c.id != new.id, jobs.c.state.not_in(RELEASING))
    latest = await connection.scalar(select(func.max(jobs.c.created_at)).where(*mine, *counts))
    if latest is not None and (until := latest + timedelta(seconds=server.cooldown)) > now:
        raise CoolingDown(until)


async def _check_credits(
    connection: AsyncConnection, server: Server, budget: Limit, new: NewJob, member: Usage, now: datetime
) -> None:
    """Every limit is looked at, so that the member reads of all that stand in the way."""
    month = window_at(now, Period.MONTH, "UTC")
    budget_used = (await ledger.sums_in(connection, Account(Scope.OPERATOR), *month)).used
    lasting = sum(grant.left for grant in member.grants if grant.until is None or grant.until > member.renews_at)
    checks = (
        (Scope.MEMBER, member.left, plus(member.allowance.limit, lasting), member.renews_at),
        (Scope.SERVER, member.pool_left, server.pool, member.renews_at),
        (Scope.OPERATOR, left_of(budget, budget_used), budget, month[1]),
    )
    shortages = [
        Shortage(scope, new.credits, max(0, int(rank(left))), renews_at if rank(full) >= new.credits else None)
        for scope, left, full, renews_at in checks
        if rank(left) < new.credits
    ]
    if shortages:
        raise NotEnoughCredits(shortages)

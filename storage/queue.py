"""Statements on the queue: the one order in which an account's waiting jobs leave it.

Places go round by server, and within a server by member; a member's own jobs keep their order. Whoever has waited
longest for a turn comes first, counted in turns and not in time, so that a clock that is set changes nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Subquery, and_, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import leases
from storage.accounts import of_account
from storage.records import Claim, Duty, Job, account_of
from storage.sql import upsert
from storage.states import JobState
from storage.tables import jobs, turns

_REMEMBERED = 10_000
"""Turns after which it is forgotten whose they were: a list of members must not grow for ever."""

BETWEEN_EDITS: Final = timedelta(seconds=15)
"""How often a card may be edited for its place alone."""

EDITED_FREELY: Final = timedelta(minutes=55)
"""Discord bounds the edits of messages that are older than an hour (error 30046)."""

_WHOLE_SERVER = 0
"""Stands for the member in the row of a server's own last turn."""


def line(account: str, now: datetime) -> Subquery:
    """The ids of the queued jobs that nobody holds, each with its ``place`` from 1.

    Who has not had a turn yet is as old as the first of their jobs, in every round: taking a turn changes nothing in
    the order of the others.
    """
    member, server = turns.alias(), turns.alias()
    mine = {"partition_by": (jobs.c.server_id, jobs.c.member_id), "order_by": (jobs.c.created_at, jobs.c.id)}
    waiting = (
        select(
            *(jobs.c.id, jobs.c.server_id, jobs.c.created_at),
            func.coalesce(member.c.number, 0).label("member_last"),
            func.coalesce(server.c.number, 0).label("server_last"),
            *_turn_and_first(jobs, mine),
        )
        .outerjoin(member, _last_turn(member, account) & (member.c.member_id == jobs.c.member_id))
        .outerjoin(server, _last_turn(server, account) & (server.c.member_id == _WHOLE_SERVER))
        .where(of_account(account), jobs.c.state == JobState.QUEUED, ~leases.held(Duty.SUBMIT, now))
        .subquery()
    )
    by_member = (waiting.c.turn, waiting.c.member_last, waiting.c.first_at, waiting.c.first_id)
    ours = {"partition_by": waiting.c.server_id, "order_by": by_member}
    servers = select(waiting.c.id, waiting.c.server_last, *_turn_and_first(waiting, ours)).subquery()
    by_server = (servers.c.turn, servers.c.server_last, servers.c.first_at, servers.c.first_id)
    return select(servers.c.id, func.row_number().over(order_by=by_server).label("place")).subquery()


def _turn_and_first(rows: FromClause, window: Mapping[str, Any]) -> list[ColumnElement[Any]]:
    """The number of a row in its window, and which job is the first there."""
    return [
        func.row_number().over(**window).label("turn"),
        func.first_value(rows.c.created_at).over(**window).label("first_at"),
        func.first_value(rows.c.id).over(**window).label("first_id"),
    ]


def _last_turn(of: FromClause, account: str) -> ColumnElement[bool]:
    return and_(of.c.account == account, of.c.server_id == jobs.c.server_id)


async def place(connection: AsyncConnection, job: Job, account: str, now: datetime) -> int:
    """The job's place among those that are not yet with the account, from 1."""
    line_ = line(account, now)
    rank = await connection.scalar(select(line_.c.place).where(line_.c.id == job.id))
    if rank is None:
        return 1
    return int(rank) + await _leaving(connection, account, now)


async def _leaving(connection: AsyncConnection, account: str, now: datetime) -> int:
    """How many jobs are just about to be handed over."""
    held = (jobs.c.state == JobState.QUEUED) & leases.held(Duty.SUBMIT, now)
    leaving = (jobs.c.state == JobState.SUBMITTING) | held
    return await connection.scalar(select(func.count()).select_from(jobs).where(of_account(account), leaving)) or 0


async def moved(connection: AsyncConnection, now: datetime) -> list[tuple[str, int]]:
    """The jobs whose card shows an old place, and the true one; those first whose place has changed most for its size.

    Cards that were edited a moment ago, or are so old that Discord bounds their edits, are left out.
    """
    found = []
    for account in await _accounts(connection):
        line_, ahead = line(account, now), await _leaving(connection, account, now)
        true = (line_.c.place + ahead).label("true")
        query = select(jobs.c.id, jobs.c.place, true).join(line_, line_.c.id == jobs.c.id)
        rows = await connection.execute(query.where(jobs.c.place.is_distinct_from(true), _can_be_edited(now)))
        found += [(abs((row.place or 0) - row.true) / row.true, row.id, row.true) for row in rows]
    return [(job_id, true) for _, job_id, true in sorted(found, reverse=True)]


def _can_be_edited(now: datetime) -> ColumnElement[bool]:
    return and_(
        jobs.c.card_message_id.is_not(None),
        jobs.c.revision == jobs.c.shown_revision,
        jobs.c.created_at > now - EDITED_FREELY,
        jobs.c.card_due_at <= now - BETWEEN_EDITS,
    )


async def show(connection: AsyncConnection, places: Sequence[tuple[str, int]], now: datetime) -> None:
    """Let the cards of these jobs show these places, as far as they still are queued and nobody was quicker."""
    queued = (jobs.c.id == bindparam("its_id"), jobs.c.state == JobState.QUEUED, _can_be_edited(now))
    values = {"place": bindparam("its_place"), "revision": jobs.c.revision + 1, "card_due_at": now}
    rows = [{"its_id": job_id, "its_place": place} for job_id, place in sorted(places)]
    await connection.execute(update(jobs).where(*queued).values(**values), rows)


async def _accounts(connection: AsyncConnection) -> list[str]:
    clients = await connection.scalars(select(jobs.c.provider).where(jobs.c.state == JobState.QUEUED).distinct())
    return sorted(set(map(account_of, clients)))


async def take_turns(connection: AsyncConnection, account: str, claims: Sequence[Claim]) -> None:
    """Write down whose turns were just taken, in this order; one transaction at a time for each account."""
    if not claims:
        return
    last = await connection.scalar(select(func.max(turns.c.number)).where(turns.c.account == account)) or 0
    numbers = {
        (claim.job.server_id, member_id): last + number
        for number, claim in enumerate(claims, start=1)
        for member_id in (claim.job.member_id, _WHOLE_SERVER)
    }
    rows = [
        {"account": account, "server_id": server_id, "member_id": member_id, "number": number}
        for (server_id, member_id), number in numbers.items()
    ]
    statement = upsert(connection, turns)
    key = [turns.c.account, turns.c.server_id, turns.c.member_id]
    await connection.execute(
        statement.on_conflict_do_update(index_elements=key, set_={"number": statement.excluded.number}), rows
    )
    long_ago = (turns.c.account == account) & (turns.c.number <= last - _REMEMBERED)
    await connection.execute(delete(turns).where(long_ago))

"""What moderators and members do with quotas, one transaction each, every change in the audit."""

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import audit, flags, grants, ledger, reports, reservation, servers
from storage.audit import Deed
from storage.database import Database, calls_run_to_their_end
from storage.errors import Blocked, NotGivable
from storage.grants import NewGrant
from storage.ledger import Cause, Kind, Sums
from storage.limits import Limit
from storage.quota_records import (
    Action,
    Block,
    Change,
    Entry,
    Grant,
    Holder,
    Overview,
    Report,
    Server,
    Unposted,
    Usage,
)
from storage.records import Job
from storage.windows import window_at

_ACTIONS = {Holder.MEMBER: Action.SET_MEMBER, Holder.ROLE: Action.SET_ROLE}


@calls_run_to_their_end
class Quotas:
    """The quotas of every server, as commands see them. Every method may raise ``StorageUnavailable``.

    ``default_allowance`` (credits a day) is what a new server allows each member. Whoever calls has made sure that the
    actor is a moderator, or acts for themselves.
    """

    def __init__(self, database: Database, *, clock: Callable[[], datetime], default_allowance: int) -> None:
        self._database = database
        self._now = clock
        self._default_allowance = default_allowance

    async def server(self, server_id: int) -> Server:
        """The server's settings."""
        async with self._database.read() as connection:
            return await servers.get(connection, server_id, default_allowance=self._default_allowance)

    async def language(self, server_id: int) -> str | None:
        """What is posted on the server is said in; ``None`` for what the server has set in Discord."""
        return (await self.server(server_id)).language

    async def change_server(
        self,
        server_id: int,
        edit: Callable[[Server], Server],
        *,
        actor_id: int,
        action: Action = Action.SETTINGS,
        reason: str = "",
    ) -> Change:
        """Put new settings in the place of the old; ``edit`` makes them from those that hold at that moment."""
        async with self._changing(server_id) as (connection, now):
            before = await servers.get(connection, server_id, default_allowance=self._default_allowance)
            after = edit(before)
            await servers.change(connection, after)
            names = [one.name for one in fields(Server) if getattr(before, one.name) != getattr(after, one.name)]
            deed = Deed(server_id, actor_id, action, reason=reason)
            return await audit.record(connection, deed, _plain(before, names), _plain(after, names), now)

    async def set_allowance(
        self, server_id: int, holder: Holder, holder_id: int, limit: Limit | None, *, actor_id: int, reason: str = ""
    ) -> Change:
        """Give a member or a role an allowance of their own; ``None`` takes it away."""
        whom = {"member_id" if holder is Holder.MEMBER else "role_id": holder_id}
        async with self._changing(server_id) as (connection, now):
            before = await servers.set_allowance(connection, server_id, holder, holder_id, limit)
            deed = Deed(server_id, actor_id, _ACTIONS[holder], reason=reason, **whom)
            return await audit.record(connection, deed, {"allowance": before}, {"allowance": limit}, now)

    async def grant(
        self,
        server_id: int,
        member_id: int,
        credits: int,
        *,
        actor_id: int,
        until: datetime | None = None,
        reason: str = "",
    ) -> Change:
        """Give a member extra credits, which end at ``until``."""
        ends = until.isoformat() if until else None
        async with self._changing(server_id) as (connection, now):
            left = _left(await grants.usable(connection, server_id, member_id, now))
            grant = NewGrant(server_id, member_id, credits, until, reason)
            await grants.add(connection, grant, actor_id=actor_id, now=now)
            deed = Deed(server_id, actor_id, Action.GRANT, member_id, reason=reason)
            before, after = {"left": left, "until": None}, {"left": left + credits, "until": ends}
            return await audit.record(connection, deed, before, after, now)

    async def take_back(
        self, server_id: int, member_id: int, credits: int, *, actor_id: int, reason: str = ""
    ) -> Change:
        """Take granted credits away again, those first that end first; raises ``NotGivable`` where fewer are left."""
        async with self._changing(server_id) as (connection, now):
            cause = Cause(Kind.ADJUST, now, now, actor_id=actor_id, reason=reason)
            left, _ = await self._take(connection, server_id, member_id, credits, cause)
            deed = Deed(server_id, actor_id, Action.TAKE_BACK, member_id, reason=reason)
            return await audit.record(connection, deed, {"left": left}, {"left": left - credits}, now)

    async def give(self, server_id: int, *, giver_id: int, member_id: int, credits: int, reason: str = "") -> Change:
        """Hand a member's granted credits to another one; they keep their end.

        Raises ``NotGivable`` where the server does not let members give, or the giver has fewer left, and ``Blocked``.
        """
        async with self._changing(server_id) as (connection, now):
            server = await servers.get(connection, server_id, default_allowance=self._default_allowance)
            if not server.giving:
                raise NotGivable(None)
            if (block := await servers.block_of(connection, server_id, giver_id, now)) is not None:
                raise Blocked(block.reason, block.until)
            theirs = _left(await grants.usable(connection, server_id, member_id, now))
            cause = Cause(Kind.ADJUST, now, now, actor_id=giver_id, partner_id=member_id, reason=reason)
            left, taken = await self._take(connection, server_id, giver_id, credits, cause)
            for grant, share in taken:
                given = NewGrant(server_id, member_id, share, grant.until, reason)
                await grants.add(connection, given, actor_id=giver_id, now=now, giver_id=giver_id)
            deed = Deed(server_id, giver_id, Action.GIVE, member_id, reason=reason)
            before = {"giver_left": left, "left": theirs}
            after = {"giver_left": left - credits, "left": theirs + credits}
            return await audit.record(connection, deed, before, after, now)

    async def _take(
        self, connection: AsyncConnection, server_id: int, member_id: int, credits: int, cause: Cause
    ) -> tuple[int, list[tuple[Grant, int]]]:
        """Take credits out of grants: how many were left before, and what each grant gave."""
        await ledger.lock(connection, reservation.allowance_account(server_id, member_id))
        usable = await grants.usable(connection, server_id, member_id, cause.at, locked=True)
        if (left := _left(usable)) < credits:
            raise NotGivable(left)
        taken = grants.shares(usable, credits)
        for grant, share in taken:
            account = grants.account(server_id, member_id, grant.id)
            await ledger.change(connection, account, Sums(added=-share), cause)
        return left, taken

    async def reset(self, server_id: int, member_id: int, *, actor_id: int, reason: str = "") -> Change:
        """Forget what the member has spent of the current window's allowance; what is set aside still counts."""
        async with self._changing(server_id) as (connection, now):
            server = await servers.get(connection, server_id, default_allowance=self._default_allowance)
            account = reservation.allowance_account(server_id, member_id)
            await ledger.lock(connection, account)
            window = window_at(now, server.period, server.time_zone)
            used = (await ledger.sums_in(connection, account, *window)).used
            forgotten = await ledger.spent_in(connection, account, *window)
            for counted_at, credits in forgotten.items():  # each where it counts, in whatever window that will be
                cause = Cause(Kind.ADJUST, now, counted_at, actor_id=actor_id, reason=reason)
                await ledger.change(connection, account, Sums(added=credits), cause)
            deed = Deed(server_id, actor_id, Action.RESET, member_id, reason=reason)
            before, after = {"used": used}, {"used": used - sum(forgotten.values())}
            return await audit.record(connection, deed, before, after, now)

    async def block(
        self, server_id: int, member_id: int, *, actor_id: int, until: datetime | None, reason: str
    ) -> Change:
        """Let a member order nothing until then; without ``until`` until they are unblocked."""
        async with self._changing(server_id) as (connection, now):
            before = await servers.block_of(connection, server_id, member_id, now)
            block = Block(member_id, until, reason, actor_id, now)
            await servers.set_block(connection, server_id, block)
            deed = Deed(server_id, actor_id, Action.BLOCK, member_id, reason=reason)
            return await audit.record(connection, deed, _words(before), _words(block), now)

    async def unblock(self, server_id: int, member_id: int, *, actor_id: int, reason: str = "") -> Change:
        """Let a blocked member order again."""
        async with self._changing(server_id) as (connection, now):
            before = await servers.block_of(connection, server_id, member_id, now)
            await servers.end_block(connection, server_id, member_id)
            deed = Deed(server_id, actor_id, Action.UNBLOCK, member_id, reason=reason)
            return await audit.record(connection, deed, _words(before), _words(None), now)

    async def flag(self, job: Job, *, actor_id: int, reason: str) -> Change:
        """Flag a video for the moderators; raises ``AlreadyFlagged`` and ``TooManyFlags``."""
        async with self._changing(job.server_id) as (connection, now):
            number = await flags.check(connection, job, actor_id, now)
            deed = Deed(job.server_id, actor_id, Action.FLAG, job.member_id, reason=reason)
            before, after = ({"job": job.id, "flags": times} for times in (number, number + 1))
            return await audit.record(connection, deed, before, after, now)

    async def usage(self, server_id: int, member_id: int, role_ids: Collection[int] = ()) -> Usage:
        """The member's credits."""
        async with self._database.read() as connection:
            server = await servers.get(connection, server_id, default_allowance=self._default_allowance)
            return await reservation.usage(connection, server, member_id, role_ids, self._now())

    async def overview(self, server_id: int) -> Overview:
        """The server's quotas at a glance."""
        now = self._now()
        async with self._database.read() as connection:
            server = await servers.get(connection, server_id, default_allowance=self._default_allowance)
            start, end = window_at(now, server.period, server.time_zone)
            pool = await ledger.sums_in(connection, reservation.pool_of(server_id), start, end)
            return Overview(
                server=server,
                pool_used=pool.used,
                window_start=start,
                renews_at=end,
                allowances=tuple(await servers.allowances_of(connection, server_id)),
                blocks=tuple(await servers.blocks_of(connection, server_id, now)),
                granted=await grants.left_in(connection, server_id, now),
            )

    async def roles_with_allowance(self) -> list[tuple[int, int]]:
        """The servers and ids of all roles that have an allowance of their own."""
        async with self._database.read() as connection:
            return await servers.roles_with_allowance(connection)

    async def history(
        self, server_id: int, member_id: int | None = None, *, before: int | None = None, limit: int
    ) -> list[Entry]:
        """Entries of a member, or of all members; the newest first, only those with ids below ``before``."""
        async with self._database.read() as connection:
            return await reports.newest_entries(connection, server_id, member_id, before=before, limit=limit)

    async def changes(self, server_id: int, *, before: int | None = None, limit: int) -> list[Change]:
        """What was changed on the server; the newest first, only those with ids below ``before``."""
        async with self._database.read() as connection:
            return await audit.newest(connection, server_id, before=before, limit=limit)

    async def report(self, server_id: int, start: datetime, end: datetime) -> Report:
        """The videos that were ordered from ``start`` to before ``end``."""
        async with self._database.read() as connection:
            server = await servers.get(connection, server_id, default_allowance=self._default_allowance)
            videos = await reports.videos(connection, server_id, start, end)
            return Report(server_id, start, end, server.time_zone, tuple(videos))

    async def entries(self, server_id: int, start: datetime, end: datetime) -> list[Entry]:
        """The members' entries that were written from ``start`` to before ``end``, oldest first."""
        async with self._database.read() as connection:
            return await reports.entries(connection, server_id, start, end)

    async def unposted(self, *, limit: int) -> list[Unposted]:
        """Changes that their server's log channel has yet to show, oldest first."""
        async with self._database.read() as connection:
            return await audit.unposted(connection, self._now(), limit)

    async def posted(self, change_id: int) -> None:
        """The log channel shows the change, or never will."""
        async with self._database.write() as connection:
            await audit.post_at(connection, change_id, None)

    async def postpone_post(self, change_id: int, due_at: datetime) -> None:
        """Try the log channel again later."""
        async with self._database.write() as connection:
            await audit.post_at(connection, change_id, due_at)

    @asynccontextmanager
    async def _changing(self, server_id: int) -> AsyncIterator[tuple[AsyncConnection, datetime]]:
        """A transaction in which nobody else changes the server's quotas."""
        now = self._now()
        async with self._database.write() as connection:
            await servers.ensure(connection, server_id, default_allowance=self._default_allowance, now=now)
            await servers.lock(connection, server_id)
            yield connection, now


def _left(usable: Collection[Grant]) -> int:
    return sum(grant.left for grant in usable)


def _words(block: Block | None) -> dict[str, Any]:
    until = block.until.isoformat() if block and block.until else None
    return {"blocked": block is not None, "block_reason": block.reason if block else "", "until": until}


def _plain(server: Server, names: Collection[str]) -> dict[str, Any]:
    values = {name: getattr(server, name) for name in names}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}

"""`/quota`: what moderators allow, grant and take, and where the credits went."""

from collections.abc import Callable, Container
from dataclasses import replace
from datetime import datetime
from typing import Final, Literal

import discord
import structlog
from discord import app_commands, ui
from discord.ext import commands

from bot import look
from bot.pipeline.reports import Reports
from cogs.authority import ModeratorCog, role_ids_of
from cogs.dates import UNTIL_LENGTH, Span, bounds, parse_until
from cogs.errors import NotChanged
from cogs.named import choices, named, options, texts
from cogs.paging import Page, Turn
from cogs.replies import answer, server_of
from cogs.settings import Settings
from languages.sentence import Sentence
from storage.errors import NotGivable, StorageUnavailable
from storage.limits import Limit, Word
from storage.quota_records import BOT, Action, Change, Holder
from storage.quotas import Quotas

log = structlog.get_logger()

ENTRIES: Final = 8
"""Ledger entries on a page."""

_MOST: Final = 1_000_000

Credits = app_commands.Range[int, 0, _MOST]
Reason = app_commands.Range[str, 1, 300]
Until = app_commands.Range[str, 1, UNTIL_LENGTH]
OwnWord = Literal["unlimited", "forbidden", "default"]

_WORDS: Final = choices("choice-word", ("unlimited", "forbidden"))
_OWN_WORDS: Final = choices("choice-word", ("unlimited", "forbidden", "default"))
_SPANS: Final = choices("choice-span", Span)

AnyMember = discord.Member | discord.User
"""Who has left the server is a user; their credits are still there."""


class Quota(ModeratorCog, group_name=named("command-quota"), group_description=named("command-quota.description")):
    """Every change takes effect at once and is confirmed with before and after; videos on their way go on."""

    def __init__(self, *, bot: commands.Bot, quotas: Quotas, reports: Reports, clock: Callable[[], datetime]) -> None:
        super().__init__(quotas)
        self._bot = bot
        self._reports = reports
        self._now = clock

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(Turn)

    @commands.Cog.listener()
    async def on_guild_role_delete(self, role: discord.Role) -> None:
        await self._forget_deleted_roles({role.id})

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Nobody tells of roles that were deleted while the bot was away."""
        await self._forget_deleted_roles()

    async def _forget_deleted_roles(self, which: Container[int] | None = None) -> None:
        """Nobody has such a role any more, so its allowance would only be in the way."""
        try:
            for server_id, role_id in await self.quotas.roles_with_allowance():
                if (which is None or role_id in which) and self._is_deleted(server_id, role_id):
                    reason = Sentence("changes-because-role-deleted").dump()
                    await self.quotas.set_allowance(server_id, Holder.ROLE, role_id, None, actor_id=BOT, reason=reason)
        except StorageUnavailable as error:
            log.warning("the allowances of deleted roles stay", reason=str(error))

    def _is_deleted(self, server_id: int, role_id: int) -> bool:
        """Of a server that is unavailable, or another process's, nothing is known."""
        guild = self._bot.get_guild(server_id)
        return guild is not None and not guild.unavailable and guild.get_role(role_id) is None

    @app_commands.command(**texts("quota-show"))
    @options("quota-show", "member", "role")
    async def show(
        self, interaction: discord.Interaction, member: discord.User | None = None, role: discord.Role | None = None
    ) -> None:
        if member and role:
            raise NotChanged(Sentence("quota-member-or-role"))
        if member:
            usage = await self.quotas.usage(server_of(interaction), _person(member), role_ids_of(member))
            await answer(interaction, look.quota_of_member(member.id, usage))
            return
        overview = await self.quotas.overview(server_of(interaction))
        await answer(interaction, look.quota_of_role(_real(role), overview) if role else look.quota_overview(overview))

    @app_commands.command(**texts("quota-grant"))
    @options("quota-grant", "member", "credits")
    @options("quota", "until", "reason")
    async def grant(
        self,
        interaction: discord.Interaction,
        member: discord.User,
        credits: app_commands.Range[int, -_MOST, _MOST],
        until: Until | None = None,
        reason: Reason = "",
    ) -> None:
        server_id, whom, actor_id = server_of(interaction), _person(member), interaction.user.id
        if credits > 0:
            end = await self._end(server_id, until)
            change = await self.quotas.grant(server_id, whom, credits, actor_id=actor_id, until=end, reason=reason)
        else:
            change = await self._take_back(server_id, whom, -credits, until, actor_id=actor_id, reason=reason)
        await _confirm(interaction, change)

    async def _take_back(
        self, server_id: int, member_id: int, credits: int, until: str | None, *, actor_id: int, reason: str
    ) -> Change:
        if credits == 0:
            raise NotChanged(Sentence("quota-zero"))
        if until is not None:
            raise NotChanged(Sentence("quota-no-until"))
        try:
            return await self.quotas.take_back(server_id, member_id, credits, actor_id=actor_id, reason=reason)
        except NotGivable as error:
            left = Sentence("quota-take-back-at-most", member=f"<@{member_id}>", left=error.left or 0)
            raise NotChanged(left) from error

    @app_commands.command(**texts("quota-set-member"))
    @options("quota-set-member", "member", "word")
    @options("quota", "credits", "reason")
    @app_commands.choices(word=_OWN_WORDS)
    async def set_member(
        self,
        interaction: discord.Interaction,
        member: discord.User,
        credits: Credits | None = None,
        word: OwnWord | None = None,
        reason: Reason = "",
    ) -> None:
        await self._set_own(interaction, Holder.MEMBER, _person(member), _own_limit(credits, word), reason)

    @app_commands.command(**texts("quota-set-role"))
    @options("quota-set-role", "role", "word")
    @options("quota", "credits", "reason")
    @app_commands.choices(word=_OWN_WORDS)
    async def set_role(
        self,
        interaction: discord.Interaction,
        role: discord.Role,
        credits: Credits | None = None,
        word: OwnWord | None = None,
        reason: Reason = "",
    ) -> None:
        await self._set_own(interaction, Holder.ROLE, _real(role), _own_limit(credits, word), reason)

    async def _set_own(
        self, interaction: discord.Interaction, holder: Holder, holder_id: int, limit: Limit | None, reason: str
    ) -> None:
        change = await self.quotas.set_allowance(
            server_of(interaction), holder, holder_id, limit, actor_id=interaction.user.id, reason=reason
        )
        await self._confirm_allowance(interaction, change, limit)

    @app_commands.command(**texts("quota-set-default"))
    @options("quota-set-default", "word")
    @options("quota", "credits", "reason")
    @app_commands.choices(word=_WORDS)
    async def set_default(
        self,
        interaction: discord.Interaction,
        credits: Credits | None = None,
        word: Literal["unlimited", "forbidden"] | None = None,
        reason: Reason = "",
    ) -> None:
        limit = _limit(credits, word)
        change = await self.quotas.change_server(
            server_of(interaction),
            lambda server: replace(server, allowance=limit),
            actor_id=interaction.user.id,
            action=Action.SET_DEFAULT,
            reason=reason,
        )
        await self._confirm_allowance(interaction, change, limit)

    @app_commands.command(**texts("quota-reset"))
    @options("quota-reset", "member")
    @options("quota", "reason")
    async def reset(self, interaction: discord.Interaction, member: discord.User, reason: Reason = "") -> None:
        change = await self.quotas.reset(
            server_of(interaction), _person(member), actor_id=interaction.user.id, reason=reason
        )
        await _confirm(interaction, change)

    @app_commands.command(**texts("quota-block"))
    @options("quota-block", "member", "reason")
    @options("quota", "until")
    async def block(
        self, interaction: discord.Interaction, member: discord.User, reason: Reason, until: Until | None = None
    ) -> None:
        server_id = server_of(interaction)
        end = await self._end(server_id, until)
        change = await self.quotas.block(
            server_id, _person(member), actor_id=interaction.user.id, until=end, reason=reason
        )
        await _confirm(interaction, change)

    @app_commands.command(**texts("quota-unblock"))
    @options("quota-block", "member")
    @options("quota", "reason")
    async def unblock(self, interaction: discord.Interaction, member: discord.User, reason: Reason = "") -> None:
        change = await self.quotas.unblock(
            server_of(interaction), _person(member), actor_id=interaction.user.id, reason=reason
        )
        await _confirm(interaction, change)

    @app_commands.command(**texts("quota-report"))
    @options("quota-report", "period")
    @app_commands.choices(period=_SPANS)
    async def report(self, interaction: discord.Interaction, period: Span) -> None:
        server = await self.quotas.server(server_of(interaction))
        start, end = bounds(period, self._now(), server.time_zone)
        made = await self._reports.make(server.server_id, start, end, look.report_words())
        most = interaction.filesize_limit
        await answer(interaction, look.report(made, most), lambda: look.report_files(made, most))

    @app_commands.command(**texts("quota-history"))
    @options("quota-history", "member")
    async def history(self, interaction: discord.Interaction, member: discord.User | None = None) -> None:
        page = Page(self.qualified_name, _person(member) if member else 0)
        await answer(interaction, await self.page(interaction, page))

    async def page(self, interaction: discord.Interaction, page: Page) -> ui.LayoutView:
        """A page of the ledger, for a moderator."""
        member_id = page.subject or None
        entries = await self.quotas.history(server_of(interaction), member_id, before=page.before, limit=ENTRIES + 1)
        return look.history_page(entries[:ENTRIES], member_id, page.turns(entries, ENTRIES))

    async def _confirm_allowance(self, interaction: discord.Interaction, change: Change, limit: Limit | None) -> None:
        """Confirm it, with word of an allowance that is not enough for any video."""
        settings = self._bot.get_cog(Settings.__cog_name__)
        server = await self.quotas.server(change.server_id)
        cheapest = settings.cheapest(server) if isinstance(settings, Settings) else None
        notes = [look.grants_only(cheapest)] if cheapest and isinstance(limit, int) and limit < cheapest else []
        await answer(interaction, look.changed(change, *notes))

    async def _end(self, server_id: int, until: str | None) -> datetime | None:
        if until is None:
            return None
        server = await self.quotas.server(server_id)
        return parse_until(until, self._now(), server.time_zone)


async def _confirm(interaction: discord.Interaction, change: Change) -> None:
    await answer(interaction, look.changed(change))


def _person(member: AnyMember) -> int:
    if member.bot:
        raise NotChanged(Sentence("quota-no-bots"))
    return member.id


def _real(role: discord.Role) -> int:
    if role.is_default():
        raise NotChanged(Sentence("quota-not-everyone"))
    return role.id


def _own_limit(credits: int | None, word: OwnWord | None) -> Limit | None:
    """What the options name; ``None`` for no own allowance any more."""
    return None if word == "default" and credits is None else _limit(credits, word)


def _limit(credits: int | None, word: str | None) -> Limit:
    if credits is not None and word is None:
        return credits
    if word is not None and credits is None:
        return Word(word)
    raise NotChanged(Sentence("quota-credits-or-word"))

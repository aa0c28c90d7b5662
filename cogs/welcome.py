"""The first message on a server that has invited the bot: what to set, and whether it may do all that it has to."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, Self

import discord
import structlog
from discord import ui
from discord.ext import commands

from bot import look
from bot.pipeline.permissions import NEEDED
from cogs.authority import require_moderator
from cogs.errors import NotChanged, answering
from cogs.replies import answer
from languages.sentence import Sentence
from languages.speech import say, speaking
from storage.errors import StorageUnavailable
from storage.quotas import Quotas
from storage.store import Store

log = structlog.get_logger()

NEW_FOR: Final = timedelta(days=1)
"""A server that invited the bot while no process was there is greeted up to this time later."""


_CLAIM: Final = timedelta(minutes=2)
"""How long the others wait for a process that is about to greet."""

_PAUSE: Final = timedelta(minutes=1)


class CheckAgain(ui.DynamicItem[ui.Button[Any]], template="welcome:check"):
    """Looks at the permissions once more, for moderators; it works for ever."""

    def __init__(self) -> None:
        super().__init__(ui.Button(custom_id="welcome:check", label=say("welcome-check"), emoji="🔄"))

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: ui.Item[Any], ___: re.Match[str], /) -> Self:
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            cog: Welcome = interaction.client.get_cog(Welcome.__name__)
            await cog.check_again(interaction)


class Welcome(commands.Cog):
    """Greets each server once for each invitation, whatever restarts and however many processes see it.

    ``command_ids`` gives Discord's ids of the commands, as far as they are known.
    """

    def __init__(
        self,
        *,
        bot: commands.Bot,
        store: Store,
        quotas: Quotas,
        command_ids: Callable[[], Mapping[str, int]],
        clock: Callable[[], datetime],
    ) -> None:
        self._bot = bot
        self._store = store
        self._quotas = quotas
        self._command_ids = command_ids
        self._now = clock
        self._tried: dict[int, datetime] = {}

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(CheckAgain)

    async def cog_unload(self) -> None:
        self._bot.remove_dynamic_items(CheckAgain)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self._greet(guild)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Whoever invites the bot again is greeted again."""
        try:
            await self._store.forget(_key(guild))
        except StorageUnavailable as error:
            log.warning("greeting not forgotten", server=guild.id, reason=str(error))

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        for guild in self._bot.guilds:
            if self._is_new(guild):
                await self._greet(guild)

    @commands.Cog.listener()
    async def on_guild_role_update(self, _: discord.Role, role: discord.Role) -> None:
        await self._allowed_more(role.guild)

    @commands.Cog.listener()
    async def on_guild_channel_update(self, _: discord.abc.GuildChannel, channel: discord.abc.GuildChannel) -> None:
        await self._allowed_more(channel.guild)

    async def _allowed_more(self, guild: discord.Guild) -> None:
        """Where nothing could be posted something may be now; asked for once in a while only."""
        now = self._now()
        self._tried = {server_id: at for server_id, at in self._tried.items() if now - at < _PAUSE}
        if self._is_new(guild) and guild.id not in self._tried:
            self._tried[guild.id] = now
            await self._greet(guild)

    def _is_new(self, guild: discord.Guild) -> bool:
        joined_at = None if guild.unavailable else guild.me.joined_at
        return joined_at is not None and joined_at > self._now() - NEW_FOR

    async def _greet(self, guild: discord.Guild) -> None:
        """Post the greeting where it can be read; where it cannot be posted, a later try may."""
        channel = _place_in(guild)
        if channel is None:
            log.info("nowhere to greet", server=guild.id)
            return
        try:
            if await self._store.claim_word(_key(guild), _CLAIM):
                await self._post(guild, channel)
        except (StorageUnavailable, discord.HTTPException, OSError) as error:
            log.warning("server not greeted", server=guild.id, reason=str(error))

    async def _post(self, guild: discord.Guild, channel: discord.TextChannel) -> None:
        try:
            with speaking(await self._language(guild)):
                view = await self._greeting(channel)
            await channel.send(view=view, allowed_mentions=discord.AllowedMentions.none())
        except (discord.HTTPException, OSError):
            await self._store.forget(_key(guild))
            raise
        await self._store.remember(_key(guild), self._now().isoformat())
        log.info("server greeted", server=guild.id)

    async def _language(self, guild: discord.Guild) -> str:
        return (await self._quotas.server(guild.id)).language or str(guild.preferred_locale)

    async def _greeting(self, channel: discord.abc.GuildChannel | discord.Thread) -> ui.LayoutView:
        me = channel.guild.me
        lacking = _missing(me.guild_permissions)
        lacking_here = [name for name in _missing(channel.permissions_for(me)) if name not in lacking]
        server = await self._quotas.server(channel.guild.id)
        check: ui.ActionRow[Any] = ui.ActionRow(CheckAgain())
        return look.greeting(server, lacking, lacking_here, self._command_ids(), check)

    async def check_again(self, interaction: discord.Interaction[Any]) -> None:
        """Bring the greeting up to date, in the server's language; raises ``NotModerator`` for others."""
        await require_moderator(interaction, self._quotas)
        channel = interaction.channel
        if not isinstance(channel, discord.abc.GuildChannel | discord.Thread) or channel.guild.unavailable:
            raise NotChanged(Sentence("settings-nothing-known"))
        await interaction.response.defer()
        with speaking(await self._language(channel.guild)):
            await answer(interaction, await self._greeting(channel))


def _key(guild: discord.Guild) -> str:
    return f"greeted {guild.id}"


def _place_in(guild: discord.Guild) -> discord.TextChannel | None:
    """The channel that greets members, else the first one in which the bot may post."""
    channels = [guild.system_channel, *guild.text_channels]
    return next((one for one in channels if one is not None and _may_post(one)), None)


def _may_post(channel: discord.TextChannel) -> bool:
    may = channel.permissions_for(channel.guild.me)
    return may.view_channel and may.send_messages


def _missing(may: discord.Permissions) -> list[str]:
    return [name for name in NEEDED if not getattr(may, name)]

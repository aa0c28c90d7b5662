"""`/status`: how everything goes, for moderators."""

from collections.abc import Callable, Mapping

import discord
from discord import app_commands
from discord.ext import commands

from bot import VERSION, look
from bot.pipeline.status import Status as StatusService
from cogs.authority import require_moderator
from cogs.named import texts
from cogs.replies import answer, defer, server_of
from storage.quotas import Quotas


class Status(commands.Cog):
    """Nothing of other servers but the number of their jobs. ``command_ids`` gives Discord's ids, as far as known."""

    def __init__(self, *, quotas: Quotas, status: StatusService, command_ids: Callable[[], Mapping[str, int]]) -> None:
        self._quotas = quotas
        self._status = status
        self._command_ids = command_ids

    @app_commands.command(**texts("status"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True)
    @app_commands.allowed_installs(guilds=True)
    async def status(self, interaction: discord.Interaction) -> None:
        await defer(interaction)
        await require_moderator(interaction, self._quotas)
        report = await self._status.of(server_of(interaction))
        await answer(interaction, look.status_page(report, VERSION, self._command_ids()))

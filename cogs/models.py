"""`/models`: what can be made, and for how much."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import look
from bot.pipeline.intake import Intake
from cogs.named import texts
from cogs.replies import answer, defer, server_of


class Models(commands.Cog):
    """Shows what the server allows, of what is on."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake

    @app_commands.command(**texts("models"))
    @app_commands.allowed_contexts(guilds=True)
    @app_commands.allowed_installs(guilds=True)
    async def models(self, interaction: discord.Interaction) -> None:
        await defer(interaction)
        menu = await self._intake.menu(server_of(interaction))
        await answer(interaction, look.the_models(menu.catalog, menu.clients))

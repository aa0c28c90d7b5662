"""`/models`: what can be made, and for how much."""

from collections.abc import Collection

import discord
from discord import app_commands
from discord.ext import commands

from bot import look
from cogs.replies import answer
from providers.catalog import Catalog


class Models(commands.Cog):
    """``providers`` are the names of those that are on."""

    def __init__(self, catalog: Catalog, providers: Collection[str]) -> None:
        self._catalog = catalog
        self._providers = providers

    @app_commands.command(description="The models, what they can do, and what a video costs")
    @app_commands.allowed_contexts(guilds=True)
    @app_commands.allowed_installs(guilds=True)
    async def models(self, interaction: discord.Interaction) -> None:
        await answer(interaction, look.the_models(self._catalog, self._providers))

"""`/usage`: what a member has left."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import look
from cogs.replies import answer, defer, server_of
from storage.store import Store


class Usage(commands.Cog):
    """Members see their own credits only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @app_commands.command(description="How many credits you have left, and when they renew")
    @app_commands.allowed_contexts(guilds=True)
    @app_commands.allowed_installs(guilds=True)
    async def usage(self, interaction: discord.Interaction) -> None:
        await defer(interaction)
        usage = await self._store.usage(server_of(interaction), interaction.user.id)
        await answer(interaction, look.my_usage(usage))

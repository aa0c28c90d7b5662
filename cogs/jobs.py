"""`/jobs`: a member's own jobs."""

from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot import look
from cogs.replies import answer, defer, server_of
from providers.catalog import Catalog
from storage.store import Store

NEWEST: Final = 10


@app_commands.allowed_contexts(guilds=True)
@app_commands.allowed_installs(guilds=True)
class Jobs(commands.GroupCog, group_name="jobs", group_description="Your videos"):
    """Members see the jobs that they ordered in this server."""

    def __init__(self, store: Store, catalog: Catalog) -> None:
        self._store = store
        self._catalog = catalog

    @app_commands.command(name="list", description="Your newest videos: how far they are, and where")
    async def list_(self, interaction: discord.Interaction) -> None:
        await defer(interaction)
        jobs = await self._store.jobs_of(server_of(interaction), interaction.user.id, limit=NEWEST)
        await answer(interaction, look.my_jobs(jobs, self._catalog))

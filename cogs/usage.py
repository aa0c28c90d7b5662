"""`/usage`: what a member has left, and may give away."""

from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot import look
from cogs.authority import role_ids_of
from cogs.errors import NotChanged
from cogs.named import named, options, texts
from cogs.replies import answer, defer, server_of
from languages.sentence import Sentence
from providers.catalog import Catalog
from storage.quotas import Quotas
from storage.store import Store

NEWEST: Final = 5

_MOST: Final = 1_000_000


@app_commands.allowed_contexts(guilds=True)
@app_commands.allowed_installs(guilds=True)
class Usage(commands.GroupCog, group_name=named("command-usage"), group_description=named("command-usage.description")):
    """Members see their own credits only."""

    def __init__(self, *, store: Store, quotas: Quotas, catalog: Catalog) -> None:
        self._store = store
        self._quotas = quotas
        self._catalog = catalog

    @app_commands.command(**texts("usage-show"))
    async def show(self, interaction: discord.Interaction) -> None:
        await defer(interaction)
        server_id, member = server_of(interaction), interaction.user
        server = await self._quotas.server(server_id)
        usage = await self._quotas.usage(server_id, member.id, role_ids_of(member))
        jobs = await self._store.jobs_of(server_id, member.id, limit=NEWEST)
        await answer(interaction, look.my_usage(usage, server, jobs, self._catalog))

    @app_commands.command(**texts("usage-give"))
    @options("usage-give", "member", "credits", "reason")
    async def give(
        self,
        interaction: discord.Interaction,
        member: discord.User,
        credits: app_commands.Range[int, 1, _MOST],
        reason: app_commands.Range[str, 1, 300] = "",
    ) -> None:
        await defer(interaction)
        change = await self._quotas.give(
            server_of(interaction),
            giver_id=interaction.user.id,
            member_id=_receiver(member, interaction.user.id),
            credits=credits,
            reason=reason,
        )
        await answer(interaction, look.given(change))


def _receiver(member: discord.Member | discord.User, giver_id: int) -> int:
    if member.id == giver_id:
        raise NotChanged(Sentence("quota-give-yourself"))
    if member.bot:
        raise NotChanged(Sentence("quota-give-bot"))
    if not isinstance(member, discord.Member):
        raise NotChanged(Sentence("quota-give-nobody"))
    return member.id

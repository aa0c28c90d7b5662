"""Who may do what: moderators are asked for here, whatever Discord has let through."""

from typing import Final

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from cogs.errors import NotModerator, Raised
from cogs.replies import defer, server_of
from storage.quotas import Quotas
from storage.records import Job

log = structlog.get_logger()


FOR_MEMBERS: Final = "for_members"
"""The extra of commands in a ``GuardedCog`` that are not for moderators only."""


async def require_moderator(interaction: discord.Interaction, quotas: Quotas) -> None:
    """Let moderators pass; raises ``NotModerator`` for others, and ``StorageUnavailable`` where nobody can tell."""
    if not await is_moderator(interaction, quotas):
        server = await quotas.server(server_of(interaction))
        log.warning("not a moderator", member=interaction.user.id, server=server.server_id)
        raise NotModerator(server.moderator_roles)


async def is_moderator(interaction: discord.Interaction, quotas: Quotas) -> bool:
    """Whether the member is one; raises ``StorageUnavailable`` where nobody can tell.

    Their permissions and roles are those that Discord sent with this very interaction.
    """
    may = interaction.permissions
    if may.manage_guild or may.administrator:
        return True
    server = await quotas.server(server_of(interaction))
    return bool(server.moderator_roles & role_ids_of(interaction.user))


async def may_decide(interaction: discord.Interaction, job: Job, quotas: Quotas) -> bool:
    """Whether the job is the member's own, or they are a moderator; raises as ``is_moderator`` does."""
    return job.member_id == interaction.user.id or await is_moderator(interaction, quotas)


def role_ids_of(member: discord.Member | discord.User) -> frozenset[int]:
    """The member's roles without @everyone; none for somebody who is not there."""
    if not isinstance(member, discord.Member):
        return frozenset()
    return frozenset(member._roles)  # noqa: SLF001 - ``roles`` leaves out all of a server that is not known yet


class GuardedCog(commands.GroupCog):
    """A group of commands, each of which has been deferred, and its member checked, before it runs.

    Whatever is not marked ``FOR_MEMBERS`` is for moderators only, so that forgetting the mark opens nothing.
    """

    def __init__(self, quotas: Quotas) -> None:
        self.quotas = quotas

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        try:
            await defer(interaction)
            if interaction.command is None or not interaction.command.extras.get(FOR_MEMBERS):
                await require_moderator(interaction, self.quotas)
        except Exception as error:
            raise Raised(error) from error  # only the library's own errors get from a check to the error handler
        return True


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True)
@app_commands.allowed_installs(guilds=True)
class ModeratorCog(GuardedCog):
    """A group of commands for moderators only, which Discord by itself shows to nobody else."""

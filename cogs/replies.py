"""How commands speak with the member who sent them: in time, and seen by nobody else."""

import aiohttp
import discord
import structlog
from discord import app_commands, ui

log = structlog.get_logger()


async def defer(interaction: discord.Interaction) -> None:
    """Answer at once, before anything that may take longer than Discord's 3 seconds."""
    await interaction.response.defer(ephemeral=True, thinking=True)


async def answer(interaction: discord.Interaction, view: ui.LayoutView) -> None:
    """Show the answer. Where it does not reach the member any more, only the log knows."""
    nobody = discord.AllowedMentions.none()
    try:
        if interaction.response.is_done():
            await interaction.edit_original_response(view=view, allowed_mentions=nobody)
        else:
            await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=nobody)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("answer did not reach the member", interaction=interaction.id, reason=str(error))


def server_of(interaction: discord.Interaction) -> int:
    """The server that the command was sent in; no command can be sent elsewhere."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    return interaction.guild_id

"""How commands speak with the member who sent them: in time, and seen by nobody else."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

import aiohttp
import discord
import structlog
from discord import app_commands, ui

log = structlog.get_logger()

TRY_AGAIN_SECONDS: Final = (1.0, 3.0)

ALREADY_ACKNOWLEDGED: Final = 40060
"""Discord has an answer already: an earlier try of ours, whose own answer was lost (facts/discord.md 2.9)."""


async def defer(interaction: discord.Interaction) -> None:
    """Answer at once, before anything that may take longer than Discord's 3 seconds."""
    await interaction.response.defer(ephemeral=True, thinking=True)


def _no_files() -> Sequence[discord.File]:
    return ()


async def answer(
    interaction: discord.Interaction, view: ui.LayoutView, files: Callable[[], Sequence[discord.File]] = _no_files
) -> None:
    """Show the answer, with a few tries. Where it does not reach the member, only the log knows.

    ``files`` makes the view's attachments anew for each try, as a try uses them up.
    """
    for pause in (*TRY_AGAIN_SECONDS, None):
        try:
            await _show(interaction, view, files())
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            final = isinstance(error, discord.HTTPException) and error.status < 500 and error.status != 429
            if final or pause is None:
                log.warning("answer did not reach the member", interaction=interaction.id, reason=str(error))
                return
            await asyncio.sleep(pause)
        else:
            return


async def _show(interaction: discord.Interaction, view: ui.LayoutView, files: Sequence[discord.File]) -> None:
    nobody = discord.AllowedMentions.none()
    if not interaction.response.is_done():
        try:
            await interaction.response.send_message(view=view, files=files, ephemeral=True, allowed_mentions=nobody)
        except discord.HTTPException as error:
            if error.code != ALREADY_ACKNOWLEDGED:
                raise
        else:
            return
    await interaction.edit_original_response(view=view, attachments=files, allowed_mentions=nobody)


def server_of(interaction: discord.Interaction) -> int:
    """The server that the command was sent in; no command can be sent elsewhere."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    return interaction.guild_id

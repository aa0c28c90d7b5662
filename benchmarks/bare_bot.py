"""A bare discord.py bot with one command that only defers: the least that any bot must do before its first answer."""

import asyncio
import os

import discord
import uvloop
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL


class BareBot(discord.Client):
    """Syncs ``/animate`` with a picture and a prompt, and defers each call."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)

        @self.tree.command(name="animate", description="defers and does nothing")
        async def animate(interaction: discord.Interaction, image: discord.Attachment, prompt: str) -> None:  # noqa: ARG001
            await interaction.response.defer(ephemeral=True, thinking=True)

    async def setup_hook(self) -> None:
        await self.tree.sync()


if __name__ == "__main__":
    Route.BASE = os.environ["DISCORD_API_URL"]
    DiscordWebSocket.DEFAULT_GATEWAY = URL(os.environ["DISCORD_GATEWAY_URL"])
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:  # the loop that this bot uses too
        runner.run(BareBot().start(os.environ["DISCORD_TOKEN"]))

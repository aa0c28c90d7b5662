"""`/help`: how it goes."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import look
from cogs.replies import answer


class Help(commands.Cog):
    """The way from a picture to a video, for somebody who has never used the bot."""

    @app_commands.command(description="How to turn a picture into a video")
    @app_commands.allowed_contexts(guilds=True)
    @app_commands.allowed_installs(guilds=True)
    async def help(self, interaction: discord.Interaction) -> None:
        await answer(interaction, look.help_page())

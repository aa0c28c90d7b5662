"""`/help`: how it goes."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import look
from cogs.named import named
from cogs.replies import answer


class Help(commands.Cog):
    """The way from a picture to a video, for somebody who has never used the bot."""

    @app_commands.command(name=named("command-help"), description=named("command-help.description"))
    @app_commands.allowed_contexts(guilds=True)
    @app_commands.allowed_installs(guilds=True)
    async def help(self, interaction: discord.Interaction) -> None:
        await answer(interaction, look.help_page())

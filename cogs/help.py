"""`/help`: how it goes, by topic."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import look
from bot.look import Topic
from cogs.errors import answering
from cogs.named import choices, options, texts
from cogs.replies import answer
from languages.speech import say

_OVERVIEW: Final = "overview"


class TopicMenu(ui.DynamicItem[ui.Select[Any]], template="help:topic"):
    """The topics, below each page; it works also below pages from before a restart."""

    def __init__(self, shown: Topic | None) -> None:
        menu: ui.Select[Any] = ui.Select(custom_id="help:topic", placeholder=say("help-topics"))
        if shown is not None:
            menu.add_option(label=say("help-topic-overview"), value=_OVERVIEW, emoji="📖")
        for topic in Topic:
            menu.add_option(
                label=look.topic_name(topic), value=topic, emoji=look.SYMBOLS[topic], default=topic is shown
            )
        super().__init__(menu)

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: ui.Item[Any], ___: re.Match[str], /) -> Self:
        return cls(None)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            await interaction.response.defer()
            cog: Help = interaction.client.get_cog(Help.__name__)
            await cog.show(interaction, self.item.values[0])


class Help(commands.Cog):
    """The way from a picture to a video, for somebody who has never used the bot.

    ``command_ids`` gives Discord's ids of the commands, as far as they are known.
    """

    def __init__(self, *, bot: commands.Bot, command_ids: Callable[[], Mapping[str, int]]) -> None:
        self._bot = bot
        self._command_ids = command_ids

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(TopicMenu)

    async def cog_unload(self) -> None:
        self._bot.remove_dynamic_items(TopicMenu)

    @app_commands.command(**texts("help"))
    @options("help", "topic")
    @app_commands.choices(topic=choices("help-topic", Topic))
    @app_commands.allowed_contexts(guilds=True)
    @app_commands.allowed_installs(guilds=True)
    async def help(self, interaction: discord.Interaction, topic: str | None = None) -> None:
        await self.show(interaction, topic or _OVERVIEW)

    async def show(self, interaction: discord.Interaction[Any], value: str) -> None:
        """The page of a topic; the overview for what is none."""
        topic = next((one for one in Topic if one == value), None)
        topics: ui.ActionRow[Any] = ui.ActionRow(TopicMenu(topic))
        await answer(interaction, look.help_page(topic, self._command_ids(), topics))

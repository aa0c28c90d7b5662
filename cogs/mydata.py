"""`/mydata`: what is stored about a member, for them alone; and its end."""

import re
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import look
from bot.pipeline.mydata import MyData, TooMuch
from cogs.errors import NotChanged, answering
from cogs.named import named, texts
from cogs.replies import answer, defer
from languages.sentence import Sentence
from languages.speech import say


class Erase(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"mydata:(?P<member>\d{1,20}):(?P<answer>yes|no)"):
    """A button below the question; it works for its member alone, also after a restart."""

    def __init__(self, member_id: int, *, yes: bool) -> None:
        style = discord.ButtonStyle.danger if yes else discord.ButtonStyle.secondary
        word = "yes" if yes else "no"
        label = say(f"mydata-{word}")
        super().__init__(ui.Button(label=label, style=style, custom_id=f"mydata:{member_id}:{word}"))
        self._member_id = member_id
        self._yes = yes

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls(int(match["member"]), yes=match["answer"] == "yes")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            await interaction.response.defer()
            if interaction.user.id != self._member_id:
                raise NotChanged(Sentence("mydata-of-another"))
            cog: OwnData = interaction.client.get_cog(OwnData.__name__)
            await cog.answered(interaction, yes=self._yes)


@app_commands.allowed_contexts(guilds=True)
@app_commands.allowed_installs(guilds=True)
class OwnData(
    commands.GroupCog, group_name=named("command-mydata"), group_description=named("command-mydata.description")
):
    """Nobody gets or erases anybody else's data."""

    def __init__(self, *, bot: commands.Bot, my_data: MyData) -> None:
        self._bot = bot
        self._my_data = my_data
        self._in_hand = set[int]()

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(Erase)

    async def cog_unload(self) -> None:
        self._bot.remove_dynamic_items(Erase)

    @app_commands.command(**texts("mydata-export"))
    async def export(self, interaction: discord.Interaction) -> None:
        await defer(interaction)
        member_id = interaction.user.id
        if member_id in self._in_hand:
            raise NotChanged(Sentence("mydata-in-hand"))
        self._in_hand.add(member_id)
        try:
            packed = await self._my_data.pack(member_id, most=interaction.filesize_limit, readme=look.readme)
        except TooMuch:
            await answer(interaction, look.too_much_stored())
            return
        finally:
            self._in_hand.discard(member_id)
        if packed is None:
            await answer(interaction, look.nothing_stored())
            return
        await answer(interaction, look.my_data(packed), lambda: [look.my_data_file(packed)])

    @app_commands.command(**texts("mydata-delete"))
    async def delete(self, interaction: discord.Interaction) -> None:
        await defer(interaction)
        member_id = interaction.user.id
        extent = await self._my_data.extent(member_id)
        if not extent.servers:
            await answer(interaction, look.nothing_stored())
            return
        answers: ui.ActionRow[Any] = ui.ActionRow(Erase(member_id, yes=True), Erase(member_id, yes=False))
        await answer(interaction, look.erase_question(extent, answers))

    async def answered(self, interaction: discord.Interaction[Any], *, yes: bool) -> None:
        """What the member has said to the question."""
        if not yes:
            await answer(interaction, look.nothing_erased())
            return
        await answer(interaction, look.erasing())
        await self._my_data.erase(interaction.user.id)
        await answer(interaction, look.erased())

"""The pages of `/jobs list`: two buttons that turn them, also below messages from before a restart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

import discord
from discord import ui

from cogs.errors import NotChanged, answering
from cogs.replies import answer
from languages.sentence import Sentence
from languages.speech import say
from storage.records import Job

SIZE: Final = 8
"""Jobs on a page."""


@dataclass(frozen=True)
class Leaf:
    """A page of a member's jobs of one group of states, from 0."""

    member_id: int
    group: str = "all"
    number: int = 0

    @property
    def skip(self) -> int:
        """How many newer jobs there are."""
        return self.number * SIZE

    def turns(self, found: Sequence[Job]) -> ui.ActionRow[Any] | None:
        """The buttons below the first ``SIZE`` of what was found; to be asked for one more than is shown."""
        buttons = []
        if self.number:
            buttons.append(TurnLeaf(replace(self, number=self.number - 1), say("jobs-newer")))
        if len(found) > SIZE:
            buttons.append(TurnLeaf(replace(self, number=self.number + 1), say("jobs-older")))
        return ui.ActionRow(*buttons) if buttons else None


class TurnLeaf(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=r"jobs:(?P<member>\d{1,20}):(?P<group>[a-z-]{1,16}):(?P<number>\d{1,6})",
):
    """A button that leads to another page of the list of whoever presses it."""

    def __init__(self, leaf: Leaf, label: str = "") -> None:
        custom_id = f"jobs:{leaf.member_id}:{leaf.group}:{leaf.number}"
        super().__init__(ui.Button(label=label, custom_id=custom_id))
        self._leaf = leaf

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls(Leaf(int(match["member"]), match["group"], int(match["number"])))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            await interaction.response.defer()
            if interaction.user.id != self._leaf.member_id:
                raise NotChanged(Sentence("jobs-of-another"))
            cog = interaction.client.get_cog("Jobs")
            await answer(interaction, await cog.page(interaction, self._leaf))

"""The form that asks for a reason."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

import discord
from discord import ui

from cogs.errors import answering
from cogs.replies import defer
from languages.speech import say

FORM_SECONDS: Final = 1800.0
"""How long a form that nobody sends is remembered."""

REASON_LIMIT: Final = 300
"""Characters."""

Given = Callable[[discord.Interaction[Any], str], Awaitable[None]]


class ReasonModal(ui.Modal):
    """``purpose`` begins the ids of its texts: ``button-flag-title``, ``…-reason`` and ``…-about``.

    ``given`` is called with the reason once the interaction is deferred; what it raises is answered as if a command had
    raised it.
    """

    def __init__(self, purpose: str, given: Given) -> None:
        super().__init__(title=say(f"{purpose}-title"), timeout=FORM_SECONDS)
        self._given = given
        self._reason = ui.TextInput["ReasonModal"](style=discord.TextStyle.paragraph, max_length=REASON_LIMIT)
        label, about = say(f"{purpose}-reason"), say(f"{purpose}-about")
        self.add_item(ui.Label(text=label, description=about, component=self._reason))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            await defer(interaction)
            await self._given(interaction, self._reason.value.strip())

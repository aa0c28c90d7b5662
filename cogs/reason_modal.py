"""The form that asks for a reason."""

from collections.abc import Mapping
from typing import Final

import discord
from discord import ui

from cogs.errors import NotChanged
from languages.sentence import Sentence
from languages.speech import say

REASON_LIMIT: Final = 300
"""Characters."""


class ReasonModal(ui.Modal):
    """``purpose`` ends the beginning of the ids of its texts: ``button-flag-title``, ``…-reason`` and ``…-about``.

    The library forgets it at once: ``Forms`` knows it by its id, whose end is ``about``.
    """

    def __init__(self, purpose: str, about: str) -> None:
        texts = f"button-{purpose}"
        super().__init__(title=say(f"{texts}-title"), custom_id=f"form:{purpose}:{about}")
        reason = ui.TextInput["ReasonModal"](
            custom_id="reason", style=discord.TextStyle.paragraph, max_length=REASON_LIMIT
        )
        self.add_item(ui.Label(text=say(f"{texts}-reason"), description=say(f"{texts}-about"), component=reason))
        self.stop()


def reason_of(fields: Mapping[str, str]) -> str:
    """What was written; raises ``NotChanged`` where that is nothing but spaces."""
    if reason := fields.get("reason", "").strip():
        return reason
    raise NotChanged(Sentence("button-reason-blank"))

"""Lists in pages: two buttons that turn them, also below messages from before a restart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol, Self, runtime_checkable

import discord
from discord import ui

from bot import look
from cogs.authority import require_moderator
from cogs.errors import answering
from cogs.replies import answer
from languages.speech import say
from storage.quotas import Quotas

_DEEPEST: Final = 5
"""Pages that a button leads back through; ids of any length then fit into Discord's 100 characters."""


class Numbered(Protocol):
    """Something in a list whose newest has the highest number."""

    @property
    def id(self) -> int: ...


@dataclass(frozen=True)
class Page:
    """A page of a list; ``subject`` is whose list, 0 for the server's.

    ``cog`` names the cog that reads it. ``trail`` holds the last number of each page before this one, as far back as
    the buttons lead; one page further back is the newest.
    """

    cog: str
    subject: int = 0
    trail: tuple[int, ...] = ()

    @property
    def before(self) -> int | None:
        """The page holds what has lower numbers; the newest, where there is none."""
        return self.trail[-1] if self.trail else None

    @property
    def custom_id(self) -> str:
        return f"page:{self.cog}:{self.subject}:{'.'.join(map(str, self.trail))}"

    def turns(self, found: Sequence[Numbered], size: int) -> ui.ActionRow[Any] | None:
        """The buttons below the first ``size`` of what was found; to be asked for one more than is shown."""
        buttons = []
        if self.trail:
            buttons.append(Turn(Page(self.cog, self.subject, self.trail[:-1]), say("jobs-newer")))
        if len(found) > size:
            trail = (*self.trail, found[size - 1].id)[-_DEEPEST:]
            buttons.append(Turn(Page(self.cog, self.subject, trail), say("jobs-older")))
        return ui.ActionRow(*buttons) if buttons else None


@runtime_checkable
class PagedCog(Protocol):
    """A cog of moderators' lists; registers ``Turn`` with the bot when it is loaded."""

    quotas: Quotas

    async def page(self, interaction: discord.Interaction, page: Page) -> ui.LayoutView:
        """The page as it is now, for a member who was found to be a moderator."""


class Turn(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=r"page:(?P<cog>\w{1,16}):(?P<subject>\d{1,20}):(?P<trail>(\d+(\.\d+)*)?)",
):
    """A button that leads to another page. Whoever presses it has to be a moderator at that moment."""

    def __init__(self, page: Page, label: str = "") -> None:
        super().__init__(ui.Button(label=label, custom_id=page.custom_id))
        self._page = page

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: ui.Item[Any], match: re.Match[str], /) -> Self:
        trail = match["trail"].split(".") if match["trail"] else ()
        return cls(Page(match["cog"], int(match["subject"]), tuple(map(int, trail))))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            await interaction.response.defer()
            cog = interaction.client.get_cog(self._page.cog)
            if not isinstance(cog, PagedCog):  # of another version of the bot
                await answer(interaction, look.outdated())
                return
            await require_moderator(interaction, cog.quotas)
            await answer(interaction, await cog.page(interaction, self._page))

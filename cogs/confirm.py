"""An order is placed: at once, or after its member has agreed to what it costs."""

import re
from dataclasses import replace
from typing import Any, Final, Self

import discord
import structlog
from discord import ui
from discord.ext import commands

from bot import look
from bot.pipeline.cards import Cards
from bot.pipeline.intake import Expensive, Intake, Order, order_of
from cogs.errors import answering
from cogs.places import origin_of, spot_of
from cogs.repeat import readers
from cogs.replies import answer
from storage.errors import DraftGone, StorageError
from storage.quota_records import Draft
from storage.records import Job
from storage.store import Store

log = structlog.get_logger()

CARD_SECONDS: Final = 2.0
"""How long the answer waits for the card, so that it can link to it."""


async def place(
    interaction: discord.Interaction[Any], order: Order, *, intake: Intake, cards: Cards, draft: Draft | None = None
) -> None:
    """Take the order, or the draft that its member agrees to, and answer; or ask whether it may cost so much."""
    try:
        if draft is None:
            receipt = await intake.take(order)
        else:
            receipt = await intake.take(order, draft.credits, draft_id=draft.id)
    except Expensive as question:
        log.info("order to be confirmed", draft=question.draft.id, credits=question.draft.credits)
        await answer(interaction, look.costly(question, _answers(question.draft), again=draft is not None))
        return
    # From here on the job is kept and paid for: nothing may tell the member otherwise.
    await answer(interaction, look.accepted(receipt, await _shown(cards, receipt.acceptance.job.id)))


async def _shown(cards: Cards, job_id: str) -> Job | None:
    try:
        return await cards.wait_posted(job_id, CARD_SECONDS)
    except StorageError as error:
        log.warning("cannot wait for the card", job=job_id, reason=str(error))
        return None


def _answers(draft: Draft) -> ui.ActionRow[Any]:
    yes = Answer(draft.id, yes=True, label=look.make_it(draft.credits), style=discord.ButtonStyle.success)
    return ui.ActionRow(yes, Answer(draft.id, yes=False, label=look.leave_it()))


class Answer(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"order:(?P<draft>[0-9a-z]{1,32}):(?P<answer>yes|no)"):
    """A button below the question; it works as long as the draft is kept, also after a restart."""

    def __init__(
        self,
        draft_id: str,
        *,
        yes: bool,
        label: str = "",
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        custom_id = f"order:{draft_id}:{'yes' if yes else 'no'}"
        super().__init__(ui.Button(label=label, style=style, custom_id=custom_id))
        self._draft_id = draft_id
        self._yes = yes

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls(match["draft"], yes=match["answer"] == "yes")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction, orders=self._yes):
            await interaction.response.defer()
            cog: Confirm = interaction.client.get_cog(Confirm.__name__)
            await cog.answered(interaction, self._draft_id, yes=self._yes)


class Confirm(commands.Cog):
    """Answers to the question are taken once, and from the member who ordered."""

    def __init__(self, *, bot: commands.Bot, store: Store, intake: Intake, cards: Cards) -> None:
        self._bot = bot
        self._store = store
        self._intake = intake
        self._cards = cards
        self._in_hand = set[str]()

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(Answer)

    async def cog_unload(self) -> None:
        self._bot.remove_dynamic_items(Answer)

    async def answered(self, interaction: discord.Interaction[Any], draft_id: str, *, yes: bool) -> None:
        if not yes and await self._store.drop_draft(draft_id, interaction.user.id):
            await answer(interaction, look.left_out())
            return
        if yes and draft_id not in self._in_hand and await self._agreed(interaction, draft_id):
            return
        # A second press must not hide what the first has led to.
        nobody = discord.AllowedMentions.none()
        await interaction.followup.send(view=look.question_over(), ephemeral=True, allowed_mentions=nobody)

    async def _agreed(self, interaction: discord.Interaction[Any], draft_id: str) -> bool:
        """Place the order, unless it was answered before; whether it was this press that did."""
        self._in_hand.add(draft_id)
        try:
            draft = await self._store.draft(draft_id, interaction.user.id)
            if draft is None:
                return False
            await self._place(interaction, draft)
        except DraftGone:
            log.info("draft answered meanwhile", draft=draft_id)
            return False
        finally:
            self._in_hand.discard(draft_id)
        return True

    async def _place(self, interaction: discord.Interaction[Any], draft: Draft) -> None:
        """Place the order as of now: roles and permissions may have changed since it was drafted."""
        await answer(interaction, look.ordering())
        kept = order_of(draft, readers(interaction.client, self._store))
        order = replace(kept, spot=spot_of(interaction), origin=origin_of(interaction))
        await place(interaction, order, intake=self._intake, cards=self._cards, draft=draft)

"""An order is placed: at once, or after its member has chosen how its picture is fitted and agreed to what it costs."""

import re
from dataclasses import replace
from functools import partial
from typing import Any, Final, Self

import discord
import structlog
from discord import ui
from discord.ext import commands

from bot import look
from bot.pipeline.cards import Cards
from bot.pipeline.intake import Expensive, Intake, Order, Unfit, order_of, with_fit
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
    interaction: discord.Interaction[Any],
    order: Order,
    *,
    intake: Intake,
    cards: Cards,
    draft: Draft | None = None,
    agreed: bool = False,
) -> bool:
    """Take the order, in place of its ``draft`` where it has one, and answer; or ask what is to be known first.

    ``agreed`` is whether the member agrees to the draft's price. Tells whether the order was taken.
    """
    confirmed = draft.credits if draft and agreed else None
    try:
        receipt = await intake.take(order, confirmed, draft_id=draft.id if draft else None)
    except Unfit as question:
        log.info("picture to be fitted", draft=question.draft.id, kind=question.kind, problem=question.problem.id)
        await answer(interaction, look.unfit(question, _fits(question)), partial(look.unfit_files, question))
        return False
    except Expensive as question:
        log.info("order to be confirmed", draft=question.draft.id, credits=question.draft.credits)
        await answer(interaction, look.costly(question, _answers(question.draft), again=agreed))
        return False
    # From here on the job is kept and paid for: nothing may tell the member otherwise.
    await answer(interaction, look.accepted(receipt, await _shown(cards, receipt.acceptance.job.id)))
    return True


async def _shown(cards: Cards, job_id: str) -> Job | None:
    try:
        return await cards.wait_posted(job_id, CARD_SECONDS)
    except StorageError as error:
        log.warning("cannot wait for the card", job=job_id, reason=str(error))
        return None


def _answers(draft: Draft) -> ui.ActionRow[Any]:
    yes = Answer(draft.id, "yes", label=look.make_it(draft.credits), style=discord.ButtonStyle.success)
    return ui.ActionRow(yes, Answer(draft.id, "no", label=look.leave_it()))


def _fits(question: Unfit) -> ui.ActionRow[Any]:
    only, draft_id = len(question.previews) == 1, question.draft.id
    ways = [
        Answer(
            draft_id,
            f"{how}-{question.kind}",
            label=look.fit_label(how, only=only),
            style=discord.ButtonStyle.success if only else discord.ButtonStyle.primary,
        )
        for how in question.previews
    ]
    return ui.ActionRow(*ways, Answer(draft_id, "no", label=look.leave_it()))


class Answer(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=r"order:(?P<draft>[0-9a-z]{1,32}):(?P<word>yes|no|(?:crop|pad)-(?:image|end_image))",
):
    """A button below a question; it works as long as the draft is kept, also after a restart."""

    def __init__(
        self,
        draft_id: str,
        word: str,
        *,
        label: str = "",
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(ui.Button(label=label, style=style, custom_id=f"order:{draft_id}:{word}"))
        self._draft_id = draft_id
        self._word = word

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls(match["draft"], match["word"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction, orders=self._word != "no"):
            await interaction.response.defer()
            cog: Confirm = interaction.client.get_cog(Confirm.__name__)
            await cog.answered(interaction, self._draft_id, self._word)


class Confirm(commands.Cog):
    """Answers to a question are taken once, and from the member who ordered."""

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

    async def answered(self, interaction: discord.Interaction[Any], draft_id: str, word: str) -> None:
        if word == "no" and await self._store.drop_draft(draft_id, interaction.user.id):
            await answer(interaction, look.left_out())
            return
        if word != "no" and draft_id not in self._in_hand and await self._go_on(interaction, draft_id, word):
            return
        # A second press must not hide what the first has led to.
        nobody = discord.AllowedMentions.none()
        await interaction.followup.send(view=look.question_over(), ephemeral=True, allowed_mentions=nobody)

    async def _go_on(self, interaction: discord.Interaction[Any], draft_id: str, word: str) -> bool:
        """Place the order, unless it was answered before; whether it was this press that did."""
        self._in_hand.add(draft_id)
        try:
            draft = await self._store.draft(draft_id, interaction.user.id)
            if draft is None:
                return False
            await self._place(interaction, draft, word)
        except DraftGone:
            log.info("draft answered meanwhile", draft=draft_id)
            return False
        finally:
            self._in_hand.discard(draft_id)
        return True

    async def _place(self, interaction: discord.Interaction[Any], draft: Draft, word: str) -> None:
        """Place the order as of now: roles and permissions may have changed since it was drafted."""
        await answer(interaction, look.ordering())
        kept = order_of(draft, readers(interaction.client, self._store))
        order = replace(kept, spot=spot_of(interaction), origin=origin_of(interaction))
        agreed = word == "yes"
        if not agreed:
            how, _, kind = word.partition("-")
            order = with_fit(order, kind, how)
        await place(interaction, order, intake=self._intake, cards=self._cards, draft=draft, agreed=agreed)

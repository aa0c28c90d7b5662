"""The forms that buttons and menus open, and what comes of them, also after a restart."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, Self

import discord
import structlog
from discord import ui
from discord.ext import commands

from bot import look
from bot.pipeline.cards import Cards
from bot.pipeline.intake import Intake, Order, Refusal, Upload
from cogs.attachments import reader
from cogs.confirm import place
from cogs.errors import NotChanged, PermissionsMissing, answering, designed
from cogs.order_modal import OrderModal, Wishes, filled_of, wishes_of
from cogs.places import order_from
from cogs.repeat import repeat
from cogs.replies import answer, defer, server_of
from languages.sentence import Sentence
from languages.speech import say
from providers.request import PictureKind
from storage.errors import QuotaError, StorageUnavailable
from storage.quota_records import Draft
from storage.store import Store

log = structlog.get_logger()

FORM_LIFE: Final = timedelta(minutes=30)
"""How long a form that nobody sends is remembered."""

_FORM_ID: Final = re.compile(r"form:(?P<purpose>[a-z]{1,16}):(?P<about>[0-9a-z]{1,32})")
_ORDER: Final = "order"
_MENDABLE: Final = (Refusal, QuotaError, PermissionsMissing)

Taker = Callable[[discord.Interaction[Any], str, Mapping[str, str]], Awaitable[None]]
"""Gets what a form is about, and its fields by their ids, once the interaction is deferred."""


@dataclass(frozen=True)
class Shown:
    """A form for an order: of the pictures (with their file names and addresses) or of those of an earlier job.

    ``filled`` is what ``OrderModal`` shows.
    """

    filled: Mapping[str, Any]
    pictures: Sequence[Mapping[str, Any]] = ()
    job_id: str | None = None

    @property
    def title(self) -> str:
        return say("button-edit-title") if self.job_id else say("start-form")


class Change(ui.DynamicItem[ui.Button[Any]], template=r"change:(?P<draft>[0-9a-z]{1,32})"):
    """Shows a form again that was refused, with what was written into it."""

    def __init__(self, draft_id: str) -> None:
        style = discord.ButtonStyle.primary
        super().__init__(ui.Button(label=say("start-form-change"), style=style, custom_id=f"change:{draft_id}"))
        self._draft_id = draft_id

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls(match["draft"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            cog: Forms = interaction.client.get_cog(Forms.__name__)
            await cog.open_again(interaction, self._draft_id)


class Forms(commands.Cog):
    """Forms are found by their ids, not by what this process remembers; presses that nobody knows are answered."""

    def __init__(
        self, *, bot: commands.Bot, store: Store, intake: Intake, cards: Cards, clock: Callable[[], datetime]
    ) -> None:
        self._bot = bot
        self._store = store
        self._intake = intake
        self._cards = cards
        self._now = clock
        self._takers: dict[str, Taker] = {_ORDER: self._ordered}

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(Change)

    async def cog_unload(self) -> None:
        self._bot.remove_dynamic_items(Change)

    def give(self, purpose: str, taker: Taker) -> None:
        """Let this one take what is written into forms for the purpose."""
        self._takers[purpose] = taker

    async def open(self, interaction: discord.Interaction[Any], shown: Shown) -> None:
        """Show a form for an order, and keep what it is about."""
        modal = OrderModal(
            await self._intake.menu(server_of(interaction)),
            shown.filled,
            custom_id=f"form:{_ORDER}:{interaction.id}",
            title=shown.title,
            pictures=[picture["filename"] for picture in shown.pictures],
        )
        await interaction.response.send_modal(modal)
        try:  # after the form, for which Discord does not wait long
            await self._keep(interaction, shown)
        except StorageUnavailable as error:
            log.warning("form will not be known when it is sent", interaction=interaction.id, reason=str(error))

    async def open_again(self, interaction: discord.Interaction[Any], draft_id: str) -> None:
        shown = await self._shown(interaction, draft_id)
        if shown is None:
            raise NotChanged(Sentence("start-over-forgotten"))
        await self.open(interaction, shown)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        data: Any = interaction.data or {}
        custom_id = str(data.get("custom_id"))
        if interaction.type is discord.InteractionType.modal_submit:
            await self._sent(interaction, custom_id)
        elif interaction.type is discord.InteractionType.component and not self._is_known(custom_id):
            async with answering(interaction):
                raise NotChanged(Sentence("button-unknown"))

    def _is_known(self, custom_id: str) -> bool:
        items = self._bot._connection._view_store._dynamic_items  # noqa: SLF001 - the library drops the others in silence
        return any(template.fullmatch(custom_id) for template in items)

    async def _sent(self, interaction: discord.Interaction[Any], custom_id: str) -> None:
        found = _FORM_ID.fullmatch(custom_id)
        taker = self._takers.get(found["purpose"]) if found else None
        fields = _fields(interaction.data)
        async with answering(interaction, orders=taker == self._ordered):
            await defer(interaction)
            if found is None or taker is None:
                await answer(interaction, look.form_over(_texts(interaction.data)))
            else:
                await taker(interaction, found["about"], fields)

    async def _ordered(self, interaction: discord.Interaction[Any], draft_id: str, fields: Mapping[str, str]) -> None:
        shown = await self._shown(interaction, draft_id)
        if shown is None:
            await answer(interaction, look.form_over(_texts(interaction.data)))
            return
        try:
            order = await self._order(interaction, shown, wishes_of(fields))
            await place(interaction, order, intake=self._intake, cards=self._cards)
        except _MENDABLE as refusal:
            log.info("form refused", reason=str(refusal), interaction=interaction.id)
            await self._keep(interaction, replace(shown, filled=filled_of(fields)))
            view = designed(refusal, orders=True)
            assert view is not None  # noqa: S101 - there is one for each of these
            await answer(interaction, look.with_row(view, ui.ActionRow(Change(str(interaction.id)))))

    async def _order(self, interaction: discord.Interaction[Any], shown: Shown, wishes: Wishes) -> Order:
        """What was written, with the rest and the pictures as they were."""
        if shown.job_id is None:
            picture = Upload(**shown.pictures[wishes.picture], read=self._reader(shown.pictures[wishes.picture]["url"]))
            uploads = {PictureKind.IMAGE: picture}
            return order_from(interaction, options=wishes.options, uploads=uploads, provider=wishes.provider)
        job = await self._store.job(shown.job_id)
        if job is None:
            raise NotChanged(Sentence("button-no-such-job"))
        if job.deleted:
            raise NotChanged(Sentence("button-was-deleted"))
        kept = repeat(interaction, job, self._store)
        return replace(kept, options={**kept.options, **wishes.options}, provider=wishes.provider)

    def _reader(self, url: str) -> Callable[[], Awaitable[bytes]]:
        return reader(self._bot, url)

    async def _keep(self, interaction: discord.Interaction[Any], shown: Shown) -> None:
        await self._store.keep_draft(
            Draft(
                id=str(interaction.id),
                server_id=server_of(interaction),
                member_id=interaction.user.id,
                credits=0,
                order={"form": vars(shown)},
                expires_at=self._now() + FORM_LIFE,
            )
        )

    async def _shown(self, interaction: discord.Interaction[Any], draft_id: str) -> Shown | None:
        draft = await self._store.draft(draft_id, interaction.user.id)
        return Shown(**draft.order["form"]) if draft is not None and "form" in draft.order else None


def _fields(data: Any) -> dict[str, str]:
    """What was written into a form, by the ids of its fields; of a choice the first."""
    return {
        field["custom_id"]: field["values"][0] if field.get("values") else field.get("value") or ""
        for label in data["components"]
        if (field := label.get("component"))
    }


def _texts(data: Any) -> list[str]:
    """What was written in words."""
    fields = [label.get("component", {}) for label in data["components"]]
    return [text for field in fields if (text := (field.get("value") or "").strip())]

"""What the buttons below cards, results and flagged videos do; they work for ever, also below messages of old."""

import re
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, Self

import discord
from discord import ui
from discord.ext import commands

from bot import look
from bot.look import Press
from bot.pipeline.cards import Cards
from bot.pipeline.decide import Decide
from bot.pipeline.intake import Intake
from bot.pipeline.remove import Remove
from cogs.authority import may_decide, require_moderator
from cogs.confirm import place
from cogs.errors import NotChanged, answering
from cogs.forms import Forms, Shown
from cogs.reason_modal import ReasonModal, reason_of
from cogs.repeat import check_ended, repeat
from cogs.replies import answer, defer, server_of
from languages.sentence import Sentence
from storage.errors import StateChanged
from storage.quotas import Quotas
from storage.records import Job, account_of
from storage.states import RELEASING, SETTLING
from storage.store import Store

DOUBLE_PRESS: Final = 10.0
"""Seconds after an order in which another press of the same member is taken for a slip, not for a second order."""

_OPENS_FORM: Final = frozenset({Press.EDIT, Press.FLAG, Press.BLOCK})
_ANSWERS: Final = frozenset({Press.DELETE_NOW, Press.KEEP})
_STILL_FITS: Final = frozenset({Press.CANCEL, Press.KEEP, Press.BLOCK})
"""What can be done about a video that was deleted."""


class JobButton(ui.DynamicItem[ui.Button[Any]], template=look.BUTTON_ID):
    """Any of the buttons; the custom id says which, and of which job."""

    def __init__(self, item: ui.Button[Any], job_id: str, press: str) -> None:
        super().__init__(item)
        self._job_id = job_id
        self._press = press

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        assert isinstance(item, ui.Button)  # noqa: S101 - the library found it by the id of a button
        return cls(item, match["job"], match["press"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction, orders=self._press == Press.AGAIN):
            cog: Buttons = interaction.client.get_cog(Buttons.__name__)
            await cog.pressed(interaction, self._job_id, self._press)


class Buttons(commands.Cog):
    """Anybody may order the same again and flag; deleting and taking back are for the job's member and moderators.

    ``monotonic`` is a clock in seconds.
    """

    def __init__(
        self,
        *,
        bot: commands.Bot,
        store: Store,
        quotas: Quotas,
        intake: Intake,
        cards: Cards,
        decide: Decide,
        remove: Remove,
        forms: Forms,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot = bot
        self._store = store
        self._quotas = quotas
        self._intake = intake
        self._cards = cards
        self._decide = decide
        self._remove = remove
        self._forms = forms
        self._monotonic = monotonic
        self._in_hand = set[tuple[str, int]]()
        self._ordered: dict[tuple[str, int], float] = {}
        self._does: Mapping[Press, Callable[[discord.Interaction[Any], Job], Awaitable[None]]] = {
            Press.CANCEL: self._cancel,
            Press.AGAIN: self._again,
            Press.EDIT: self._edit,
            Press.DELETE: self._ask_to_delete,
            Press.DELETE_NOW: self._delete,
            Press.KEEP: self._keep,
            Press.FLAG: self._flag,
            Press.BLOCK: self._block,
        }

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(JobButton)
        self._forms.give(Press.FLAG, self._flagged)
        self._forms.give(Press.BLOCK, self._blocked)

    async def cog_unload(self) -> None:
        self._bot.remove_dynamic_items(JobButton)

    async def pressed(self, interaction: discord.Interaction[Any], job_id: str, named: str) -> None:
        """Do what the button says, or answer why not."""
        if named not in self._does:  # of another version of the bot
            raise NotChanged(Sentence("button-unknown"))
        press = Press(named)
        if press in _ANSWERS:
            await interaction.response.defer()
        elif press not in _OPENS_FORM:
            await defer(interaction)
        await self._does[press](interaction, await self._job(interaction, job_id, press))

    async def _job(self, interaction: discord.Interaction[Any], job_id: str, press: Press) -> Job:
        job = await self._store.job(job_id)
        if job is None or job.server_id != server_of(interaction):
            raise NotChanged(Sentence("button-no-such-job"))
        if job.deleted and press not in _STILL_FITS:
            raise NotChanged(Sentence("button-was-deleted"))
        return job

    async def _check_own(self, interaction: discord.Interaction[Any], job: Job) -> None:
        if not await may_decide(interaction, job, self._quotas):
            raise NotChanged(Sentence("button-not-yours"))

    async def _cancel(self, interaction: discord.Interaction[Any], job: Job) -> None:
        await self._check_own(interaction, job)
        try:
            view = look.canceled(await self._decide.cancel(job, actor_id=interaction.user.id))
        except StateChanged:
            view = look.not_canceled(await self._job(interaction, job.id, Press.CANCEL))
        await answer(interaction, view)

    async def _again(self, interaction: discord.Interaction[Any], job: Job) -> None:
        check_ended(job)
        press = (job.id, interaction.user.id)
        self._check_once(press)
        self._in_hand.add(press)
        try:
            order = repeat(interaction, job, self._store)
            if await place(interaction, order, intake=self._intake, cards=self._cards):
                self._ordered[press] = self._monotonic()
        finally:
            self._in_hand.discard(press)

    def _check_once(self, press: tuple[str, int]) -> None:
        now = self._monotonic()
        self._ordered = {one: at for one, at in self._ordered.items() if now - at < DOUBLE_PRESS}
        if press in self._in_hand:
            raise NotChanged(Sentence("button-in-hand"))
        if press in self._ordered:
            raise NotChanged(Sentence("button-just-ordered"))

    async def _edit(self, interaction: discord.Interaction[Any], job: Job) -> None:
        check_ended(job)
        provider = account_of(job.provider) if job.pinned else None
        filled = {**job.request, "model": job.model, "provider": provider}
        await self._forms.open(interaction, Shown(filled, job_id=job.id))

    async def _ask_to_delete(self, interaction: discord.Interaction[Any], job: Job) -> None:
        await self._check_own(interaction, job)
        if job.state not in RELEASING | SETTLING:
            raise NotChanged(Sentence("button-not-deletable"))
        await answer(interaction, look.delete_question(job))

    async def _delete(self, interaction: discord.Interaction[Any], job: Job) -> None:
        await self._check_own(interaction, job)
        try:
            deleted = await self._remove.take(job, actor_id=interaction.user.id)
        except StateChanged as error:
            raise NotChanged(Sentence("button-not-deletable")) from error
        await answer(interaction, look.deleted(deleted))

    async def _keep(self, interaction: discord.Interaction[Any], _: Job) -> None:
        await answer(interaction, look.kept())

    async def _flag(self, interaction: discord.Interaction[Any], job: Job) -> None:
        await interaction.response.send_modal(ReasonModal(Press.FLAG, job.id))

    async def _flagged(self, interaction: discord.Interaction[Any], job_id: str, fields: Mapping[str, str]) -> None:
        reason = reason_of(fields)
        job = await self._job(interaction, job_id, Press.FLAG)
        await self._quotas.flag(job, actor_id=interaction.user.id, reason=reason)
        server = await self._quotas.server(job.server_id)
        await answer(interaction, look.flagged(logged=server.log_channel_id is not None))

    async def _block(self, interaction: discord.Interaction[Any], job: Job) -> None:
        await require_moderator(interaction, self._quotas)
        if job.erased:
            raise NotChanged(Sentence("button-nobody-to-block"))
        await interaction.response.send_modal(ReasonModal(Press.BLOCK, job.id))

    async def _blocked(self, interaction: discord.Interaction[Any], job_id: str, fields: Mapping[str, str]) -> None:
        await require_moderator(interaction, self._quotas)
        reason = reason_of(fields)
        job = await self._job(interaction, job_id, Press.BLOCK)
        if job.erased:
            raise NotChanged(Sentence("button-nobody-to-block"))
        change = await self._quotas.block(
            job.server_id, job.member_id, actor_id=interaction.user.id, until=None, reason=reason
        )
        await answer(interaction, look.changed(change))

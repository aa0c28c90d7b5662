"""The form that asks for a video's options: filled in with what is known, and read back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeAlias

import discord
import structlog
from discord import ui

from bot import look
from bot.pipeline.intake import Refusal
from bot.pipeline.routes import Menu
from cogs import order_line
from cogs.errors import answering
from cogs.replies import answer, defer
from languages.speech import say
from providers.catalog import Model, Openings
from providers.request import PROMPT_LIMIT, Mode

log = structlog.get_logger()

FORM_SECONDS: Final = 1800.0
"""How long a form that nobody sends is remembered."""

_CHOICES: Final = 25
_LINE: Final = 1000
_LIKED_SECONDS: Final = (5, 10, 3, 15, 8, 12, 6, 4, 7, 9, 11, 13, 14)
"""Lengths in the order in which they are offered where there is not room for all."""

Shape = tuple[Mode, int]


@dataclass(frozen=True)
class Wishes:
    """What a member has filled in.

    ``options`` are those of ``VideoRequest``: all that the form asks for, also where they are left out. ``picture`` is
    the chosen one's place among the ``pictures`` that were shown.
    """

    options: Mapping[str, object]
    provider: str | None
    picture: int


Submitted: TypeAlias = Callable[[discord.Interaction[Any], Wishes], Awaitable[None]]


class OrderModal(ui.Modal):
    """The options of one video; ``filled`` are those of a ``VideoRequest``, and ``provider``.

    ``submitted`` is called once the interaction is deferred, in the language of whoever sends the form; what it raises
    is answered as if a command had raised it, with a way back to the form where that helps. With several ``pictures``
    (their names) the form asks for one of them, and not for the options of ``order_line``.
    """

    def __init__(
        self,
        menu: Menu,
        filled: Mapping[str, Any],
        submitted: Submitted,
        *,
        title: str,
        pictures: Sequence[str] = (),
    ) -> None:
        super().__init__(title=title, timeout=FORM_SECONDS)
        self._again = partial(OrderModal, menu, submitted=submitted, title=title, pictures=pictures)
        self._submitted = submitted
        self._picture = _picture_choice(pictures, filled.get("picture", 0)) if len(pictures) > 1 else None
        self._prompt = _text(filled.get("prompt"), PROMPT_LIMIT, discord.TextStyle.paragraph)
        self._negative = _text(filled.get("negative_prompt"), PROMPT_LIMIT)
        line = "" if self._picture is not None else filled.get("more") or order_line.written(filled)
        self._more = _text(line, _LINE, discord.TextStyle.paragraph)
        model = _model_of(menu, filled)
        self._model = _model_choice(menu, model)
        self._shape = _shape_choice(menu, model, _shape_of(menu, model, filled))
        self._build()

    def _build(self) -> None:
        if self._picture is not None:
            self.add_item(ui.Label(text=say("start-form-picture"), component=self._picture))
        self.add_item(ui.Label(text=say("start-form-prompt"), component=self._prompt))
        about_model, about_shape = say("start-form-model-about"), say("start-form-shape-about")
        self.add_item(ui.Label(text=say("start-form-model"), description=about_model, component=self._model))
        self.add_item(ui.Label(text=say("start-form-shape"), description=about_shape, component=self._shape))
        self.add_item(ui.Label(text=say("start-form-negative"), component=self._negative))
        if self._picture is None:
            about_more = say("start-form-more-about", example=order_line.written(order_line.EXAMPLE))
            self.add_item(ui.Label(text=say("start-form-more"), description=about_more, component=self._more))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction, orders=True):
            await defer(interaction)
            try:
                await self._submitted(interaction, self._read())
            except Refusal as refusal:
                log.info("form refused", reason=str(refusal), interaction=interaction.id)
                change: ui.ActionRow[Any] = ui.ActionRow(_Change(self))
                view = look.refused(refusal.sentences, change)
                view.timeout = FORM_SECONDS
                await answer(interaction, view)

    def again(self) -> "OrderModal":
        """The form with all that was written into it."""
        return self._again({**self._own(), "picture": self._chosen(), "more": self._more.value})

    def _read(self) -> Wishes:
        """Raises ``Refusal``."""
        more = order_line.read(self._more.value)
        provider = more.pop("provider")
        return Wishes({**self._own(), **more}, str(provider) if provider else None, self._chosen())

    def _own(self) -> dict[str, object]:
        mode, _, seconds = self._shape.values[0].partition(":")
        return {
            "prompt": self._prompt.value,
            "negative_prompt": self._negative.value,
            "model": self._model.values[0],
            "mode": mode,
            "duration": int(seconds),
        }

    def _chosen(self) -> int:
        return int(self._picture.values[0]) if self._picture is not None else 0


class _Change(ui.Button[ui.LayoutView]):
    """Shows a form again that was refused; after a restart nobody knows any more what was in it."""

    def __init__(self, form: OrderModal) -> None:
        super().__init__(label=say("start-form-change"), style=discord.ButtonStyle.primary)
        self._form = form

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction, orders=False):
            await interaction.response.send_modal(self._form.again())


def _text(value: object, most: int, style: discord.TextStyle = discord.TextStyle.short) -> ui.TextInput[ui.Modal]:
    return ui.TextInput(default=str(value or "")[:most] or None, max_length=most, required=False, style=style)


def _picture_choice(pictures: Sequence[str], chosen: int) -> ui.Select[ui.Modal]:
    options = [
        discord.SelectOption(
            label=look.picture_line(number + 1, name),
            value=str(number),
            default=number == chosen,
        )
        for number, name in enumerate(pictures[:_CHOICES])
    ]
    return ui.Select(options=options)


def _model_of(menu: Menu, filled: Mapping[str, Any]) -> Model | None:
    """The model that is filled in, or the usual one where none is; ``None`` where it is not offered any more."""
    if (wanted := filled.get("model")) is None:
        return menu.catalog.default_model(menu.clients)
    return next((one for one in menu.catalog.offered(menu.clients) if one.id == wanted), None)


def _model_choice(menu: Menu, chosen: Model | None) -> ui.Select[ui.Modal]:
    models = sorted(menu.catalog.offered(menu.clients), key=lambda model: model != chosen)[:_CHOICES]
    options = [
        discord.SelectOption(
            label=model.name,
            value=model.id,
            description=look.can_line(model, menu.clients) or None,
            default=model == chosen,
        )
        for model in models
    ]
    return ui.Select(options=options)


def _shape_of(menu: Menu, model: Model | None, filled: Mapping[str, Any]) -> Shape | None:
    """Quality and length that are filled in, completed as for ``/animate``; ``None`` where they are not sold."""
    if model is None:
        return None
    given = {name: filled[name] for name in ("mode", "duration") if filled.get(name) is not None}
    usual = menu.catalog.usual({"model": model.id, **given}, Openings(menu.clients))
    shape = Mode(str(given.get("mode", usual["mode"]))), int(str(given.get("duration", usual["duration"])))
    return shape if shape in _sold(menu, model) else None


def _sold(menu: Menu, model: Model) -> list[Shape]:
    sold = model.sold(model.routes_of(menu.clients))
    return [(mode, seconds) for mode, lengths in sold.items() for seconds in lengths]


def _shape_choice(menu: Menu, model: Model | None, chosen: Shape | None) -> ui.Select[ui.Modal]:
    offered = dict.fromkeys(shape for one in menu.catalog.offered(menu.clients) for shape in _sold(menu, one))
    modes = list(Mode)
    liked = sorted(offered, key=lambda shape: (shape != chosen, _LIKED_SECONDS.index(shape[1]), modes.index(shape[0])))
    options = [
        discord.SelectOption(
            label=look.shape_line(mode, seconds),
            value=f"{mode}:{seconds}",
            description=look.prices_line(menu, model, mode, seconds),
            default=(mode, seconds) == chosen,
        )
        for mode, seconds in sorted(liked[:_CHOICES], key=lambda shape: (modes.index(shape[0]), shape[1]))
    ]
    return ui.Select(options=options)

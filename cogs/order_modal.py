"""The form that asks for a video's options: filled in with what is known, and read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import ui

from bot import look
from bot.pipeline.routes import Menu
from cogs import order_line
from languages.speech import say
from providers.catalog import Model, Openings
from providers.request import PROMPT_LIMIT, Mode

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


class OrderModal(ui.Modal):
    """The options of one video; ``filled`` are those of a ``VideoRequest``, and ``provider``, or a ``filled_of``.

    The library forgets it at once: whoever listens for forms knows it by ``custom_id``. With several ``pictures``
    (their names) the form asks for one of them, and not for the options of ``order_line``.
    """

    def __init__(
        self, menu: Menu, filled: Mapping[str, Any], *, custom_id: str, title: str, pictures: Sequence[str] = ()
    ) -> None:
        super().__init__(title=title, custom_id=custom_id)
        model = _model_of(menu, filled)
        several = len(pictures) > 1
        if several:
            self._ask("picture", _picture_choice(pictures, filled.get("picture", 0)))
        self._ask("prompt", _text("prompt", filled.get("prompt"), PROMPT_LIMIT, discord.TextStyle.paragraph))
        self._ask("model", _model_choice(menu, model), say("start-form-model-about"))
        shape = _shape_choice(menu, model, _shape_of(menu, model, filled))
        self._ask("shape", shape, say("start-form-shape-about"))
        self._ask("negative", _text("negative", filled.get("negative_prompt"), PROMPT_LIMIT))
        if not several:
            line = filled.get("more") or order_line.written(filled)
            about = say("start-form-more-about", example=order_line.example(model, menu.clients))
            self._ask("more", _text("more", line, _LINE, discord.TextStyle.paragraph), about)
        self.stop()

    def _ask(self, name: str, field: ui.Item[Any], about: str | None = None) -> None:
        self.add_item(ui.Label(text=say(f"start-form-{name}"), description=about, component=field))


def wishes_of(fields: Mapping[str, str]) -> Wishes:
    """What a form's fields ask for, by their ids; raises ``Refusal``."""
    more = order_line.read(fields.get("more", ""))
    provider = more.pop("provider")
    filled = filled_of(fields)
    own = {name: filled[name] for name in ("prompt", "negative_prompt", "model", "mode", "duration")}
    return Wishes({**own, **more}, str(provider) if provider else None, filled["picture"])


def filled_of(fields: Mapping[str, str]) -> dict[str, Any]:
    """All that was written into a form, to be filled in again."""
    mode, _, seconds = fields["shape"].partition(":")
    return {
        "prompt": fields.get("prompt", ""),
        "negative_prompt": fields.get("negative", ""),
        "model": fields["model"],
        "mode": mode,
        "duration": int(seconds),
        "picture": int(fields.get("picture", 0)),
        "more": fields.get("more", ""),
    }


def _text(
    name: str, value: object, most: int, style: discord.TextStyle = discord.TextStyle.short
) -> ui.TextInput[ui.Modal]:
    text = str(value or "")[:most] or None
    return ui.TextInput(custom_id=name, default=text, max_length=most, required=False, style=style)


def _picture_choice(pictures: Sequence[str], chosen: int) -> ui.Select[ui.Modal]:
    options = [
        discord.SelectOption(
            label=look.picture_line(number + 1, name),
            value=str(number),
            default=number == chosen,
        )
        for number, name in enumerate(pictures[:_CHOICES])
    ]
    return ui.Select(custom_id="picture", options=options)


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
    return ui.Select(custom_id="model", options=options)


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
    return ui.Select(custom_id="shape", options=options)

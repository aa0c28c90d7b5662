"""What a member chooses from when they start a video, and the question how a picture is to be fitted."""

from collections.abc import Collection
from typing import Final

from bot.look.answers import seconds_of
from bot.look.text import credits_of
from bot.pipeline.routes import Menu
from languages.speech import say
from providers.catalog_fit import spoken
from providers.catalog_models import Capability, Model
from providers.loose import readable
from providers.request import Mode

_LINE: Final = 100
"""Characters of a suggestion or a choice (facts/discord.md 2.2)."""

_NAMED: Final = (
    Capability.END_IMAGE,
    Capability.CAMERA,
    Capability.BRUSH,
    Capability.SOUND,
    Capability.VOICES,
)


def model_line(model: Model, providers: Collection[str]) -> str:
    """A model as a suggestion while a member types."""
    routes = model.routes_of(providers)
    cheapest = min(model.lowest(mode, lengths[0], routes) for mode, lengths in model.sold(routes).items())
    lengths, price = spoken(seconds_of(model, routes)), credits_of(cheapest)
    line = say("start-model-line", model=model.name, lengths=lengths, price=price)
    extras = can_line(model, providers)
    return readable(say("start-model-line-with", model=line, extras=extras) if extras else line, _LINE)


def can_line(model: Model, providers: Collection[str]) -> str:
    """What a model can do beyond the plain; empty where that is nothing."""
    routes = model.routes_of(providers)
    can = [say(f"start-can-{one.replace('_', '-')}") for one in _NAMED if model.usable(one, routes)]
    return readable(say("lists-separator").join(can), _LINE)


def shape_line(mode: Mode, seconds: int) -> str:
    """Quality and length as a choice."""
    return say("start-shape", mode=mode, seconds=seconds)


def prices_line(menu: Menu, first: Model | None, mode: Mode, seconds: int) -> str:
    """What such a video costs with each model that makes it: with ``first``, then from the cheapest on."""
    prices = {
        model.name: model.lowest(mode, seconds, routes)
        for model in menu.catalog.offered(menu.clients)
        if seconds in model.sold(routes := model.routes_of(menu.clients)).get(mode, ())
    }
    mine = first.name if first else ""
    names = sorted(prices, key=lambda name: (name != mine, prices[name]))
    return readable(" · ".join(say("start-price-with", model=name, price=prices[name]) for name in names), _LINE)

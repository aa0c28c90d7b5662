"""What a member chooses from when they start a video, and the question how a picture is to be fitted."""

from collections.abc import Collection, Sequence
from io import BytesIO
from typing import Final

import discord
from discord import ui

from bot.look.answers import seconds_of
from bot.look.text import Block, Colour, countdown, credits_of, escaped, panel, ruled
from bot.pipeline.intake import Unfit
from bot.pipeline.routes import Menu
from languages.speech import say
from providers.catalog_fit import spoken
from providers.catalog_models import Capability, Model
from providers.loose import readable
from providers.request import Mode

_LINE: Final = 100
"""Characters of a suggestion or a choice (facts/discord.md 2.2)."""

_MOST_WRITTEN: Final = 3000
"""Characters of what was written into a form; Discord takes 4000 in one message (facts/discord.md 2.2)."""

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


def picture_line(number: int, name: str) -> str:
    """A picture as a choice, counted from 1."""
    return readable(say("start-picture", number=str(number), name=name), _LINE)


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


def form_over(texts: Sequence[str]) -> ui.LayoutView:
    """A form was sent that nobody remembers; ``texts`` were written into it, and can be copied from here."""
    each = _MOST_WRITTEN // max(1, len(texts))
    return panel(
        Colour.CAUTION,
        f"### ⏳ {say('start-over')}\n{say('start-over-why')}",
        *ruled(escaped(text, each) for text in texts),
        say("start-nothing"),
    )


def no_picture() -> ui.LayoutView:
    """The message that a member has chosen shows nothing that can be animated."""
    return panel(Colour.BAD, f"### ❌ {say('start-no-picture')}\n{say('start-no-picture-here')}", say("start-nothing"))


def fit_label(how: str, *, only: bool) -> str:
    """The label of the button; ``only`` where there is no other way."""
    return say("start-fit-only" if only else f"start-fit-{how}")


def unfit(question: Unfit, answers: Block) -> ui.LayoutView:
    """How the picture is to be fitted; shows the attachments of ``unfit_files``."""
    only = len(question.previews) == 1
    blocks: list[Block] = []
    for how in question.previews:
        label, about = say(f"start-fit-{how}"), say(f"start-fit-{how}-about")
        title = "" if only else say("start-fit-way", label=label, about=about)
        picture = discord.MediaGalleryItem(f"attachment://{how}.jpg", description=say(f"start-fit-{how}-seen"))
        blocks += [title, ui.MediaGallery(picture)]
    price = say("start-fit-price", price=credits_of(question.draft.credits))
    return panel(
        Colour.CAUTION,
        f"### ✂️ {say('start-fit')}\n{say(question.problem)}",
        "\n".join(filter(None, (_remark(question), say("start-fit-once") if only else say("start-fit-choose")))),
        *blocks,
        answers,
        f"-# {price}\n-# {say('confirm-ends', when=countdown(question.draft.expires_at))}",
    )


def _remark(question: Unfit) -> str:
    """What fitting does beside the shape."""
    match question.problem.id:
        case "pictures-too-small":
            return say("start-fit-enlarged")
        case "pictures-too-heavy":
            return say("start-fit-lightened")
    return ""


def unfit_files(question: Unfit) -> Sequence[discord.File]:
    return [discord.File(BytesIO(content), f"{how}.jpg") for how, content in question.previews.items()]

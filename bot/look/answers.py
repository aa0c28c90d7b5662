"""What only the member who asked can read."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from discord import ui

from bot.look.card import card_link, job_mark
from bot.look.quota import explain_quota, left_text
from bot.look.text import Block, Colour, about, countdown, credits_of, link, panel, ruled
from bot.pipeline.intake import Receipt
from languages.sentence import Sentence
from languages.speech import say
from providers.catalog import Catalog
from providers.catalog_fit import LABELS, spoken
from providers.catalog_models import Capability, Model, Route
from providers.loose import readable
from providers.request import Mode, VideoRequest
from storage.errors import (
    AlreadyAccepted,
    AlreadyFlagged,
    InHand,
    QuotaError,
    StateChanged,
    StorageError,
    StorageUnavailable,
    TaskTaken,
    TooManyFlags,
)
from storage.quota_records import Usage
from storage.records import Job

_MOST_TEXT: Final = 3500
"""Characters; Discord takes 4000 in one message (facts/discord.md 2.2)."""

_SENTENCES: Final = 8
_MODELS: Final = 18  # each takes two of the 40 components of a message
_ROLES: Final = 10


def accepted(receipt: Receipt, shown: Job | None) -> ui.LayoutView:
    """The order was taken; ``shown`` is its job as it is once its card stands."""
    job, usage = receipt.acceptance.job, receipt.acceptance.usage
    place = receipt.acceptance.place
    when = countdown(receipt.expected_at)
    queue = say("answers-next", when=when) if place == 1 else say("answers-place", place=place, when=when)
    card: Block = f"-# {say('answers-card-soon')}"
    if shown and (address := card_link(shown)):
        card = link(say("answers-show-card"), address)
    return panel(
        Colour.GOOD,
        f"### ✅ {say('answers-ordered')}\n{queue}\n{say(receipt.where)}",
        f"{costs_text(receipt.offer.credits, usage)}\n-# {say('answers-go-back')}",
        card,
        job_mark(job),
    )


def costs_text(price: int, usage: Usage) -> str:
    """What a video costs, and what the member has."""
    return say("answers-costs", price=credits_of(price), left=left_text(usage))


def refused(sentences: Sequence[Sentence]) -> ui.LayoutView:
    """The member can change something."""
    shown = [readable(say(sentence), 300) for sentence in sentences[:_SENTENCES]]
    reasons = shown[0] if len(shown) == 1 else "\n".join(f"- {sentence}" for sentence in shown)
    return panel(Colour.BAD, f"### ❌ {say('answers-refused')}\n{reasons}", say("answers-refused-now"))


def not_changed(sentences: Sequence[Sentence]) -> ui.LayoutView:
    """A moderator asked for what cannot be; ``sentences`` say what can."""
    lines = "\n".join(map(say, sentences[:_SENTENCES]))
    return panel(Colour.BAD, f"### ❌ {say('answers-not-done')}\n{lines}", say("answers-unchanged"))


def not_moderator(role_ids: Collection[int]) -> ui.LayoutView:
    """Somebody else came upon a moderator's command or button; ``role_ids`` make moderators on this server."""
    roles = [f"- <@&{role_id}>" for role_id in sorted(role_ids)[:_ROLES]]
    who = say("answers-moderators-roles") if roles else say("answers-moderators")
    text = "\n".join((f"### ❌ {say('answers-not-moderator')}", who, *roles))
    return panel(Colour.BAD, text, say("answers-unchanged"))


def missing_permissions(names: Iterable[str]) -> ui.LayoutView:
    """The bot cannot post here; ``names`` are Discord's: ``attach_files``."""
    wanted = ["- " + say("permission-" + name.replace("_", "-")) for name in names]
    text = "\n".join((f"### ❌ {say('answers-may-not-post')}", say("answers-missing"), *wanted))
    return panel(Colour.BAD, text, say("answers-missing-now"))


def explain(error: StorageError) -> ui.LayoutView | None:
    """What storage refused; ``None`` for what a command should not have met."""
    match error:
        case QuotaError():
            return explain_quota(error)
        case StorageUnavailable():
            title, now = say("answers-database-away"), say("answers-nothing-accepted")
            return panel(Colour.CAUTION, f"### ⚠️ {title}\n{say('answers-no-database')}", now)
        case AlreadyAccepted():
            text = f"### ✅ {say('answers-taken-already')}\n{say('answers-taken-once')}"
            return panel(Colour.WAITING, text, say("answers-see-list"))
        case AlreadyFlagged():
            text = f"### 🚩 {say('button-flagged-already')}"
            return panel(Colour.WAITING, text, say("button-flagged-already-why"))
        case TooManyFlags():
            text = f"### ⏳ {say('button-flagged-often')}"
            return panel(Colour.CAUTION, text, say("button-flagged-often-why", when=countdown(error.until)))
        case StateChanged():
            text = f"### ⚠️ {say('answers-moved-on')}\n{say('answers-somebody-quicker')}"
            return panel(Colour.CAUTION, text, say("answers-unchanged"))
        case InHand():
            when = say("answers-decide-when", when=countdown(error.until))
            text = f"### ⏳ {say('answers-not-yet')}\n{say('answers-finding-out')}\n{when}"
            return panel(Colour.CAUTION, text, say("answers-unchanged"))
        case TaskTaken():
            text = f"### ❌ {say('answers-not-attached')}\n{say('answers-task-of-another')}"
            return panel(Colour.BAD, text, say("answers-unchanged"))
    return None


def database_away() -> ui.LayoutView:
    """A command that orders nothing; a change may have been made although nobody can say so."""
    text = f"### ⚠️ {say('answers-database-away')}\n{say('answers-no-database')}"
    return panel(Colour.CAUTION, text, say("answers-see-before-repeating"))


def broken(incident: str, *, may_have_charged: bool) -> ui.LayoutView:
    """Something unexpected; ``incident`` finds it in the log."""
    charged = say("answers-may-be-ordered") if may_have_charged else say("answers-try-again")
    tell = say("answers-incident", incident=incident)
    return panel(Colour.BAD, f"### ❌ {say('answers-broken')}", f"{charged}\n-# {tell}")


def outdated() -> ui.LayoutView:
    """Discord showed the member a command that has changed since."""
    text = f"### ⚠️ {say('answers-outdated')}\n{say('answers-old-form')}"
    return panel(Colour.CAUTION, text, say("answers-restart-discord"))


def the_models(catalog: Catalog, providers: Collection[str]) -> ui.LayoutView:
    """What can be asked for, and what it costs."""
    offered = catalog.offered(providers)
    if not offered:
        return panel(Colour.CAUTION, f"### {say('answers-models')}\n{say('answers-no-model')}")
    default = catalog.default_model(providers)
    texts = [_model_text(model, providers, is_default=model == default) for model in offered]
    shown = _fitting(texts)
    more = len(texts) - len(shown)
    return panel(
        Colour.WORKING,
        f"### {say('answers-models')}\n{say('answers-about-models')}",
        *ruled(shown),
        f"-# {say('answers-more-models', more=more)}" if more else "",
    )


def _fitting(texts: Sequence[str]) -> list[str]:
    """As many as one message takes, in characters and in components."""
    shown: list[str] = []
    for text in texts[:_MODELS]:
        if sum(map(len, shown)) + len(text) > _MOST_TEXT:
            break
        shown.append(text)
    return shown


def _model_text(model: Model, providers: Collection[str], *, is_default: bool) -> str:
    routes = model.routes_of(providers)
    sold = model.sold(routes)
    prices = " · ".join(_price_text(model, mode, seconds, routes) for mode, seconds in sold.items())
    extras = [LABELS[one] for one in Capability if model.usable(one, routes)]
    mode, lengths = next(iter(sold.items()))
    quickest = VideoRequest(model=model.id, duration=lengths[0], mode=mode)
    details = (
        say("answers-model-default") if is_default else "",
        say("answers-model-quickest", time=about(model.expected(quickest))),
        say("answers-model-takes", extras=spoken(extras, "and")) if extras else "",
        say("answers-model-prompt") if model.prompt_required or all(route.prompt_required for route in routes) else "",
    )
    lengths_sold = say("answers-model-seconds", lengths=spoken(seconds_of(model, routes)))
    return f"**{model.name}** · {lengths_sold}\n{prices}\n-# {' · '.join(filter(None, details))}"


def _price_text(model: Model, mode: Mode, lengths: Sequence[int], routes: Sequence[Route]) -> str:
    """``std 21 to 42``: the cheapest and the dearest length, each on its cheapest route."""
    prices = [model.lowest(mode, seconds, routes) for seconds in lengths]
    if min(prices) == max(prices):
        return say("answers-model-price", mode=mode, price=min(prices))
    return say("answers-model-prices", mode=mode, lowest=min(prices), highest=max(prices))


def seconds_of(model: Model, routes: Sequence[Route]) -> list[int]:
    """The lengths that are sold in any mode."""
    return sorted({seconds for lengths in model.sold(routes).values() for seconds in lengths})

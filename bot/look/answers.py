"""What only the member who asked can read."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from discord import ui

from bot.look.card import message_link
from bot.look.quota import explain_quota, left_text
from bot.look.text import Colour, about, countdown, credits_of, link, panel, ruled
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
    InHand,
    QuotaError,
    StateChanged,
    StorageError,
    StorageUnavailable,
    TaskTaken,
)

_MOST_TEXT: Final = 3500
"""Characters; Discord takes 4000 in one message (facts/discord.md 2.2)."""

_SENTENCES: Final = 8
_MODELS: Final = 18  # each takes two of the 40 components of a message
_ROLES: Final = 10
_UNTOUCHED: Final = "**Nothing was charged.**"
_UNCHANGED: Final = "**Nothing was changed.**"

_ABOUT_PICTURES: Final = (
    "**Pictures** have at least 300 pixels on each side, are at most 2.5 times as long as wide, and have up to 10 MB. "
    "JPG and PNG are used as they are; WebP, GIF and others are converted."
)
_ABOUT_CREDITS: Final = (
    "**Credits** are set aside when you order and spent when the video is posted. If it cannot be made, they go back."
)
_ABOUT_BRUSH: Final = (
    "**The motion brush** moves areas of the picture along paths, with models that can. `motion` takes "
    '`[{"area": [[x, y], …], "path": [[x, y], …]}]`, in pixels from the top left; `static_mask` is white where nothing '
    "may move."
)
_OTHER_COMMANDS: Final = (
    "`/usage show` your credits\n`/models` what can be made, with prices\n`/jobs list` your videos\n"
    "`/jobs cancel`, `retry` and `resend` take one back, order it once more, or post it again\n"
    "`/quota` and `/settings` are for moderators"
)


def accepted(receipt: Receipt, card_id: int | None) -> ui.LayoutView:
    """The order was taken; ``card_id`` is the card's message where it stands already."""
    job, usage = receipt.acceptance.job, receipt.acceptance.usage
    place = receipt.acceptance.place
    queue = "Next in line" if place == 1 else f"Place {place} in the queue"
    card = link("Show the card", message_link(job.server_id, job.channel_id, card_id)) if card_id else ""
    return panel(
        Colour.GOOD,
        f"### ✅ Your video is ordered\n{queue}, expected {countdown(receipt.expected_at)}.",
        f"It costs **{credits_of(receipt.offer.credits)}**; you have {left_text(usage)}.\n"
        "-# If the video cannot be made, its credits go back.",
        card or "-# Its card is about to appear in this channel.",
        f"-# job {job.id}",
    )


def _said(sentence: Sentence | str) -> str:
    return sentence if isinstance(sentence, str) else say(sentence)


def refused(sentences: Sequence[Sentence]) -> ui.LayoutView:
    """The member can change something."""
    shown = [readable(_said(sentence), 300) for sentence in sentences[:_SENTENCES]]
    reasons = shown[0] if len(shown) == 1 else "\n".join(f"- {sentence}" for sentence in shown)
    return panel(
        Colour.BAD,
        f"### ❌ This cannot be made\n{reasons}",
        f"{_UNTOUCHED} Change it and send the command again.",
    )


def not_changed(sentences: Sequence[Sentence]) -> ui.LayoutView:
    """A moderator asked for what cannot be; ``sentences`` say what can."""
    return panel(Colour.BAD, "### ❌ Not done\n" + "\n".join(map(_said, sentences[:_SENTENCES])), _UNCHANGED)


def not_moderator(role_ids: Collection[int]) -> ui.LayoutView:
    """Somebody else came upon a moderator's command or button; ``role_ids`` make moderators on this server."""
    roles = "".join(f"\n- <@&{role_id}>" for role_id in sorted(role_ids)[:_ROLES])
    who = f"members with Manage Server, or with one of these roles:{roles}" if roles else "members with Manage Server."
    return panel(Colour.BAD, f"### ❌ Only moderators can do this\nModerators are {who}", _UNCHANGED)


def missing_permissions(names: Iterable[str]) -> ui.LayoutView:
    """The bot cannot post here; ``names`` are those of Discord's own settings."""
    wanted = "\n".join(f"- {name}" for name in names)
    return panel(
        Colour.BAD,
        f"### ❌ The bot may not post here\nIn this channel it is missing:\n{wanted}",
        f"{_UNTOUCHED} Use another channel, or ask a moderator to give the bot these permissions.",
    )


def explain(error: StorageError) -> ui.LayoutView | None:
    """What storage refused; ``None`` for what a command should not have met."""
    match error:
        case QuotaError():
            return explain_quota(error)
        case StorageUnavailable():
            return panel(
                Colour.CAUTION,
                "### ⚠️ Not possible right now\nThe bot cannot reach its database.",
                "**Nothing was accepted and nothing was charged.** Please try again in a few minutes.",
            )
        case AlreadyAccepted():
            return panel(
                Colour.WAITING,
                "### ✅ Already ordered\nThis very command was taken once, and is not charged again.",
                "See it with `/jobs list`.",
            )
        case StateChanged():
            return panel(
                Colour.CAUTION,
                "### ⚠️ It has moved on\nSomebody was quicker, or the video went its way. See it with `/jobs show`.",
                _UNCHANGED,
            )
        case InHand():
            found = "The bot is still finding out what became of this video."
            return panel(
                Colour.CAUTION, f"### ⏳ Not yet\n{found}\nYou can decide {countdown(error.until)}.", _UNCHANGED
            )
        case TaskTaken():
            return panel(
                Colour.BAD, "### ❌ Not attached\nThis task belongs to another video. Check its id.", _UNCHANGED
            )
    return None


def database_away() -> ui.LayoutView:
    """A command that orders nothing; a change may have been made although nobody can say so."""
    return panel(
        Colour.CAUTION,
        "### ⚠️ Not possible right now\nThe bot cannot reach its database.",
        "Please try again in a few minutes. Before you repeat a change, see whether it was made: moderators in "
        "`/settings history`, others in `/usage show` or `/jobs list`.",
    )


def broken(incident: str, *, may_have_charged: bool) -> ui.LayoutView:
    """Something unexpected; ``incident`` finds it in the log."""
    charged = (
        "Look at `/jobs list` before you send the command again: your video may have been ordered."
        if may_have_charged
        else f"{_UNTOUCHED} Please try again."
    )
    return panel(
        Colour.BAD,
        "### ❌ Something went wrong on our side",
        f"{charged}\n-# If it happens again, tell a moderator: incident {incident}",
    )


def outdated() -> ui.LayoutView:
    """Discord showed the member a command that has changed since."""
    return panel(
        Colour.CAUTION,
        "### ⚠️ This command has changed\nDiscord still shows you its old form.",
        f"{_UNTOUCHED} Restart Discord, then send the command again.",
    )


def the_models(catalog: Catalog, providers: Collection[str]) -> ui.LayoutView:
    """What can be asked for, and what it costs."""
    offered = catalog.offered(providers)
    if not offered:
        return panel(Colour.CAUTION, "### Models\nNo model is on at the moment. Please tell a moderator.")
    default = catalog.default_model(providers)
    texts = [_model_text(model, providers, is_default=model == default) for model in offered]
    shown = _fitting(texts)
    more = len(texts) - len(shown)
    return panel(
        Colour.WORKING,
        "### Models\nName one as `model` in `/animate`. Prices in credits, from the shortest video to the longest.",
        *ruled(shown),
        f"-# And {more} more: type a few letters into the `model` option." if more else "",
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
        "used when you name none" if is_default else "",
        f"from about {about(model.expected(quickest))}",
        f"takes {spoken(extras, 'and')}" if extras else "",
        "needs a prompt" if model.prompt_required or all(route.prompt_required for route in routes) else "",
    )
    remarks = " · ".join(filter(None, details))
    return f"**{model.name}** · {spoken(_seconds(model, routes))} seconds\n{prices}\n-# {remarks}"


def _price_text(model: Model, mode: Mode, lengths: Sequence[int], routes: Sequence[Route]) -> str:
    """``std 21 to 42``: the cheapest and the dearest length, each on its cheapest route."""
    prices = [model.lowest(mode, seconds, routes) for seconds in lengths]
    return f"`{mode}` **{min(prices)}**" + (f" to **{max(prices)}**" if max(prices) > min(prices) else "")


def _seconds(model: Model, routes: Sequence[Route]) -> list[int]:
    """The lengths that are sold in any mode."""
    return sorted({seconds for lengths in model.sold(routes).values() for seconds in lengths})


def model_line(model: Model, providers: Collection[str]) -> str:
    """A model among the suggestions for an option: plain text, at most 100 characters."""
    routes = model.routes_of(providers)
    cheapest = min(model.lowest(mode, lengths[0], routes) for mode, lengths in model.sold(routes).items())
    return readable(f"{model.name} · {spoken(_seconds(model, routes))} s · from {credits_of(cheapest)}", 100)


def help_page() -> ui.LayoutView:
    return panel(
        Colour.WORKING,
        "### Turn a picture into a short video",
        "1. Send `/animate`, attach a picture and, if you like, say in `prompt` what should move.\n"
        "2. You read at once what it costs, and a card in the channel shows how far along it is.\n"
        "3. A few minutes later the video is posted in a thread under the card, and you are mentioned.",
        *ruled((_ABOUT_PICTURES, _ABOUT_CREDITS, _ABOUT_BRUSH, _OTHER_COMMANDS)),
        "-# Is a video wrong, harmful or stuck? Tell a moderator of this server, and name the job on its card.",
    )

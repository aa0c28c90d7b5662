"""A member's own data: the file they get, and the question before they are erased."""

import io
from collections.abc import Iterable
from typing import Final

import discord
from discord import ui

from bot.look.text import Block, Colour, countdown, credits_of, panel, ruled
from bot.pipeline.mydata import Counted, Packed
from languages.speech import say
from storage.mydata import Extent

_ARCHIVE: Final = "stillmotion-data.zip"


def my_data(packed: Packed) -> ui.LayoutView:
    """The answer with the archive; shows the attachment of ``my_data_file``."""
    left = packed.counted.left_out
    return panel(
        Colour.GOOD,
        f"### 📦 {say('mydata-packed')}\n{say('mydata-packed-all')}",
        say("mydata-packed-some", left=left) if left else "",
        ui.File[ui.LayoutView](f"attachment://{_ARCHIVE}"),
    )


def my_data_file(packed: Packed) -> discord.File:
    """What goes with the view; a new one for every try, as a file is read when it is sent."""
    return discord.File(io.BytesIO(packed.archive), _ARCHIVE)


def readme(counted: Counted) -> str:
    """The text file beside the data."""
    title = say("mydata-readme-title")
    counts = {
        "videos": say("mydata-videos-count", videos=counted.videos),
        "pictures": say("mydata-pictures-count", pictures=counted.pictures),
    }
    lines = [
        *(title, "=" * len(title), "", say("mydata-readme-counts", **counts), ""),
        *(say(f"mydata-readme-{name}") for name in ("data", "ledger", "pictures")),
        *([say("mydata-readme-left", left=counted.left_out)] if counted.left_out else []),
        *("", say("mydata-readme-videos"), say("mydata-readme-delete"), ""),
    ]
    return "\n".join(lines)


def nothing_stored() -> ui.LayoutView:
    return panel(Colour.WAITING, f"### {say('mydata-nothing')}")


def too_much_stored() -> ui.LayoutView:
    return panel(Colour.CAUTION, f"### ⚠️ {say('mydata-packed')}\n{say('mydata-too-much')}")


def erase_question(extent: Extent, answers: Block) -> ui.LayoutView:
    """What would go and what would stay; ``answers`` are the buttons."""
    counts = {
        "videos": say("mydata-videos-count", videos=extent.videos),
        "pictures": say("mydata-pictures-count", pictures=extent.pictures),
    }
    return panel(
        Colour.CAUTION,
        f"### 🗑️ {say('mydata-question')}\n{say('mydata-what-is-there', **counts, servers=extent.servers)}",
        *ruled([_listed("mydata-goes", _what_goes(extent)), _listed("mydata-stays", _what_stays(extent))]),
        answers,
    )


def _listed(title: str, sentences: Iterable[str]) -> str:
    return "\n".join([f"**{say(title)}**", *(f"- {sentence}" for sentence in sentences)])


def _what_goes(extent: Extent) -> Iterable[str]:
    yield say("mydata-goes-words")
    yield say("mydata-goes-name")
    if extent.queued:
        yield say("mydata-goes-queued", videos=extent.queued)
    if extent.being_made:
        yield say("mydata-goes-being-made", videos=extent.being_made)
    if extent.granted:
        yield say("mydata-goes-granted", price=credits_of(extent.granted))


def _what_stays(extent: Extent) -> Iterable[str]:
    yield say("mydata-stays-posted")
    if extent.counted_until is not None:
        yield say("mydata-stays-used", when=countdown(extent.counted_until))
    if extent.ruled:
        yield say("mydata-stays-ruled", servers=extent.ruled)


def erasing() -> ui.LayoutView:
    return panel(Colour.WORKING, f"### ⏳ {say('mydata-erasing')}")


def erased() -> ui.LayoutView:
    text = "\n".join(say(f"mydata-erased-{what}") for what in ("cards", "again"))
    return panel(Colour.GOOD, f"### ✅ {say('mydata-erased')}\n{text}")


def nothing_erased() -> ui.LayoutView:
    return panel(Colour.WAITING, f"### {say('mydata-kept')}")

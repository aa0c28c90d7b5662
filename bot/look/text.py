"""Words, times and colours; and members' own words made harmless."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

import discord
from babel.dates import format_skeleton
from discord import ui

from languages.speech import command_name, say, spoken
from providers.catalog import PROVIDERS
from providers.loose import readable

# A colon ends the automatic links; @, < and # end everything that Discord turns into a name.
_MARKUP = re.compile(r"[\\`*_~|<>#\[\]@:]")

_COMMAND = re.compile(r"`/([^`:]+)`")


class Colour(IntEnum):
    """The stripe beside a message."""

    WAITING = 0x80848E
    WORKING = 0x5865F2
    GOOD = 0x23A55A
    CAUTION = 0xF0B232
    BAD = 0xDA373C


def escaped(text: str, limit: int) -> str:
    """A member's words as one line that Discord shows as it is: at most ``limit`` characters before escaping."""
    return _MARKUP.sub(r"\\\g<0>", readable(text, limit))


def linked(text: str, commands: Mapping[str, int]) -> str:
    """The text with `/jobs list` as a link that opens the command, for those whose ids are known."""

    links = {command_name(name): f"</{name}:{number}>" for name, number in commands.items()}

    def link_to(found: re.Match[str]) -> str:
        return links.get(found[1], found[0])

    return _COMMAND.sub(link_to, text)


Block = str | ui.Item[ui.LayoutView]


def panel(colour: Colour, *blocks: Block) -> ui.LayoutView:
    """The one shape of all messages; empty blocks are left out."""
    items = [ui.TextDisplay(block) if isinstance(block, str) else block for block in blocks if block]
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*items, accent_colour=int(colour)))
    return view


def with_row(view: ui.LayoutView, row: ui.ActionRow[Any]) -> ui.LayoutView:
    """A ``panel`` with these buttons at its end."""
    for container in view.children:
        if isinstance(container, ui.Container):
            container.add_item(row)
    return view


def ruled(texts: Iterable[str]) -> list[Block]:
    """Each text under a thin line."""
    return [block for text in texts for block in (ui.Separator[ui.LayoutView](), text)]


def link(label: str, url: str) -> Block:
    return ui.ActionRow(ui.Button(label=label, url=url))


def credits_of(number: int) -> str:
    return say("credits-count", credits=number)


def countdown(moment: datetime) -> str:
    """Counts down in the reader's client, without edits."""
    return discord.utils.format_dt(moment, "R")


def clock_time(moment: datetime) -> str:
    """Hours and minutes in the reader's own zone."""
    return discord.utils.format_dt(moment, "t")


def moment_of(moment: datetime) -> str:
    """Date and time in the reader's own zone."""
    return discord.utils.format_dt(moment, "f")


def plain_moment(moment: datetime) -> str:
    """Date and time in UTC, where Discord shows no timestamps."""
    day, time = (format_skeleton(parts, moment, locale=spoken()) for parts in ("MMMd", "Hm"))
    return say("moment-utc", day=day, time=time)


def about(duration: timedelta) -> str:
    """``1 minute``, ``3 minutes``; always rounded up."""
    return say("minutes-count", minutes=max(1, -(-int(duration.total_seconds()) // 60)))


def mention(member_id: int) -> str:
    """A member as Discord shows them; whoever had their data erased has no name."""
    return f"<@{member_id}>" if member_id > 0 else say("mydata-nobody")


def provider_name(provider: str) -> str:
    """What members call a provider."""
    return PROVIDERS.get(provider, provider)

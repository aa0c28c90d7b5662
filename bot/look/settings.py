"""`/settings`: what a server has set, its lists of words, and what a change should be told with."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any, Final

from discord import ui

from bot.look.changes import LABELS, shown
from bot.look.text import Colour, credits_of, escaped, panel, provider_name, ruled
from storage.quota_records import Server

_MOST_WORDS: Final = 3000
"""Characters of a word list in one message."""

_SECTIONS: Final = (
    ("Credits", ("allowance", "pool", "most_credits", "confirm_percent", "giving"), "limits", "giving"),
    ("Time", ("period", "time_zone"), "window"),
    ("At once", ("member_running", "server_running", "cooldown"), "limits"),
    ("Who and where", ("channels", "roles", "place"), "channels", "roles", "place"),
    ("What", ("models", "providers", "words", "adult_words", "adult"), "models", "providers", "words", "adult"),
    ("Moderators", ("moderator_roles", "log_channel_id"), "moderator-roles", "log-channel"),
)
"""Title, settings, and the subcommands of `/settings` that change them."""

HIDDEN_COMMANDS: Final = (
    "-# Discord itself hides moderator commands from members without Manage Server. An administrator can show them to "
    "these roles under Server Settings > Integrations."
)
"""Beside moderator roles."""


def settings_page(server: Server, model_names: Callable[[str], str]) -> ui.LayoutView:
    """All settings, with the commands that change them; ``model_names`` gives a model's display name by its id."""
    named = replace(server, models=frozenset(map(model_names, server.models)))
    sections = [_section(title, named, names, commands) for title, names, *commands in _SECTIONS]
    return panel(Colour.WORKING, "### Settings of this server", *ruled(sections))


def _section(title: str, server: Server, names: Sequence[str], commands: Sequence[str]) -> str:
    lines = [f"{LABELS[name]}: **{_value(server, name)}**" for name in names]
    return "\n".join((f"**{title}**", *lines, f"-# {' · '.join(f'/settings {command}' for command in commands)}"))


def _value(server: Server, name: str) -> str:
    value: Any = getattr(server, name)
    if name in ("words", "adult_words") and value:
        return "1 word" if len(value) == 1 else f"{len(value)} words"
    if name == "allowance" and isinstance(value, int):
        return f"{shown(name, value)} a {server.period}"
    return shown(name, sorted(value) if isinstance(value, frozenset) else value)


def words_page(name: str, words: Collection[str]) -> ui.LayoutView:
    """A list of words; ``name`` is its field in ``Server``."""
    title = f"### {LABELS[name]}"
    if not words:
        return panel(Colour.WAITING, f"{title}\n{shown(name, ()).capitalize()}.")
    lines, left = [], _MOST_WORDS
    for word in sorted(words):
        line = f"- {escaped(word, 40)}"
        if len(line) >= left:
            break
        lines.append(line)
        left -= len(line) + 1
    more = len(words) - len(lines)
    return panel(Colour.WORKING, title, "\n".join(lines), f"-# and {more} more" if more else "")


def nothing_usable() -> str:
    """After a change that left no model on."""
    return "⚠️ With these settings no model is left that could make a video: every `/animate` is refused."


def all_too_dear(cheapest: int) -> str:
    """After a change that left no video cheap enough."""
    return f"⚠️ No video costs so little: the cheapest is {credits_of(cheapest)}, so every `/animate` is refused."


def provider_off(provider: str) -> str:
    """After allowing a provider that the operator has not switched on."""
    return f"-# {provider_name(provider)} is not switched on by the bot's operator at the moment."

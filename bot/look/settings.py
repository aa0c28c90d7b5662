"""`/settings`: what a server has set, its lists of words, and what a change should be told with."""

from collections.abc import Callable, Collection, Mapping, Sequence
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

_WHEN_GONE: Final = {
    "channels": "\n⚠️ So nobody can order anywhere: add a channel, or clear the list.",
    "roles": "\n⚠️ So nobody can order: add a role, or clear the list.",
    "models": "\n⚠️ So no video can be made: add a model, or clear the list.",
    "moderator_roles": "",
}
"""Lists of what may be deleted, and what it means that nothing else is left of one."""

HIDDEN_COMMANDS: Final = (
    "-# Discord itself hides moderator commands from members without Manage Server. An administrator can show them to "
    "these roles under Server Settings > Integrations."
)
"""Beside moderator roles."""


Existing = Mapping[str, Collection[int | str]]
"""What there is that a setting may name, by its field in ``Server``; nothing of those that nobody knows of."""


def settings_page(server: Server, model_names: Callable[[str], str], existing: Existing) -> ui.LayoutView:
    """All settings, with the commands that change them; ``model_names`` gives a model's display name by its id."""
    gone = {name: _named(server, name) - frozenset(known) for name, known in existing.items()}
    models = frozenset(map(model_names, server.models - gone.get("models", frozenset())))
    left = {name: getattr(server, name) - gone[name] for name in gone if name in _WHEN_GONE}
    known = replace(server, **{**left, "models": models})
    sections = [_section(title, known, names, commands, gone) for title, names, *commands in _SECTIONS]
    return panel(Colour.WORKING, "### Settings of this server", *ruled(sections))


def _named(server: Server, name: str) -> frozenset[int | str]:
    """All that a setting names."""
    value: Any = getattr(server, name)
    return value if isinstance(value, frozenset) else frozenset() if value is None else frozenset({value})


def _section(title: str, server: Server, names: Sequence[str], commands: Sequence[str], gone: Existing) -> str:
    lines = [_line(server, name, len(gone.get(name, ()))) for name in names]
    return "\n".join((f"**{title}**", *lines, f"-# {' · '.join(f'/settings {command}' for command in commands)}"))


def _line(server: Server, name: str, gone: int) -> str:
    """A setting, and what it names that exists no longer."""
    if not gone:
        return f"{LABELS[name]}: **{_value(server, name)}**"
    if name not in _WHEN_GONE:
        return f"{LABELS[name]}: **deleted**"
    if getattr(server, name):
        return f"{LABELS[name]}: **{_value(server, name)}**, and {gone} deleted"
    return f"{LABELS[name]}: **{gone} deleted**{_WHEN_GONE[name]}"


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


def too_small_for_all(cheapest: int) -> str:
    """After a change that left all members together less than any video costs."""
    return (
        f"⚠️ All members together have too little for any video: the cheapest is {credits_of(cheapest)}, so every "
        "`/animate` is refused."
    )


def grants_only(cheapest: int) -> str:
    """After giving an allowance that is less than any video costs."""
    return f"⚠️ This alone is too little for any video: the cheapest is {credits_of(cheapest)}."


def provider_off(provider: str) -> str:
    """After allowing a provider that the operator has not switched on."""
    return f"-# {provider_name(provider)} is not switched on by the bot's operator at the moment."

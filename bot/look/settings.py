"""`/settings`: what a server has set, its lists of words, and what a change should be told with."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from discord import ui

from bot.look.changes import name_of, shown
from bot.look.text import Colour, credits_of, escaped, panel, provider_name, ruled
from languages.speech import say
from storage.quota_records import Place, Server

_MOST_WORDS: Final = 3000
"""Characters of a word list in one message."""

_SECTIONS: Final = (
    ("credits", ("allowance", "pool", "most_credits", "confirm_percent", "giving"), "limits", "giving"),
    ("time", ("period", "time_zone"), "window"),
    ("at-once", ("member_running", "server_running", "cooldown"), "limits"),
    ("who-and-where", ("channels", "roles", "place", "language"), "channels", "roles", "place", "language"),
    ("what", ("models", "providers", "words", "adult_words", "adult"), "models", "providers", "words", "adult"),
    ("moderators", ("moderator_roles", "log_channel_id"), "moderator-roles", "log-channel"),
)
"""Title, settings, and the subcommands of `/settings` that change them."""

_RESTRICTING: Final = frozenset({"channels", "roles", "models"})
"""Lists of which something has to be left."""

_LISTS: Final = _RESTRICTING | {"moderator_roles"}
"""Lists of what may be deleted."""

Existing = Mapping[str, Collection[int | str]]
"""What there is that a setting may name, by its field in ``Server``; nothing of those that nobody knows of."""


def settings_page(server: Server, model_names: Callable[[str], str], existing: Existing) -> ui.LayoutView:
    """All settings, with the commands that change them; ``model_names`` gives a model's display name by its id."""
    gone = {name: _named(server, name) - frozenset(known) for name, known in existing.items()}
    models = frozenset(map(model_names, server.models - gone.get("models", frozenset())))
    left = {name: getattr(server, name) - gone[name] for name in gone if name in _LISTS}
    known = replace(server, **{**left, "models": models})
    sections = [_section(title, known, names, commands, gone) for title, names, *commands in _SECTIONS]
    return panel(Colour.WORKING, f"### {say('settings-title')}", *ruled(sections))


def _named(server: Server, name: str) -> frozenset[int | str]:
    """All that a setting names."""
    value: Any = getattr(server, name)
    return value if isinstance(value, frozenset) else frozenset() if value is None else frozenset({value})


def _section(title: str, server: Server, names: Sequence[str], commands: Sequence[str], gone: Existing) -> str:
    lines = [_line(server, name, len(gone.get(name, ()))) for name in names]
    heading = f"**{say(f'settings-section-{title}')}**"
    own = " · ".join(say(f"command-settings-{command}") for command in commands)
    return "\n".join((heading, *lines, f"-# /{say('command-settings')} {own}"))


def _line(server: Server, name: str, gone: int) -> str:
    """A setting, and what it names that exists no longer."""
    if not gone:
        line = say("settings-line", name=name_of(name), value=_value(server, name))
        return f"{line}\n{place_meaning(server.place)}" if name == "place" else line
    if name not in _LISTS:
        return say("settings-line-deleted", name=name_of(name))
    if getattr(server, name):
        return say("settings-line-some-deleted", name=name_of(name), value=_value(server, name), deleted=gone)
    line = say("settings-line-all-deleted", name=name_of(name), deleted=gone)
    return f"{line}\n⚠️ {say(f'settings-gone-{name}')}" if name in _RESTRICTING else line


def _value(server: Server, name: str) -> str:
    value: Any = getattr(server, name)
    if name in ("words", "adult_words") and value:
        return say("settings-words", words=len(value))
    if name == "allowance" and isinstance(value, int):
        return say(f"settings-allowance-{server.period}", allowance=shown(name, value))
    return shown(name, sorted(value) if isinstance(value, frozenset) else value)


def words_page(name: str, words: Collection[str]) -> ui.LayoutView:
    """A list of words; ``name`` is its field in ``Server``."""
    title = f"### {name_of(name)}"
    if not words:
        return panel(
            Colour.WAITING, f"{title}\n{say('settings-no-words' if name == 'words' else 'settings-no-adult-words')}"
        )
    lines, left = [], _MOST_WORDS
    for word in sorted(words):
        line = f"- {escaped(word, 40)}"
        if len(line) >= left:
            break
        lines.append(line)
        left -= len(line) + 1
    more = len(words) - len(lines)
    return panel(Colour.WORKING, title, "\n".join(lines), f"-# {say('lists-more', more=more)}" if more else "")


def place_meaning(place: Place) -> str:
    """What it means to choose it."""
    return f"-# {say(f'places-means-{place}')}\n-# {say('places-means-always')}"


def hidden_commands() -> str:
    """Beside moderator roles."""
    return f"-# {say('settings-hidden-commands')}"


def nothing_usable() -> str:
    """After a change that left no model on."""
    return f"⚠️ {say('settings-nothing-usable')}"


def all_too_dear(cheapest: int) -> str:
    """After a change that left no video cheap enough."""
    return f"⚠️ {say('settings-all-too-dear', cheapest=credits_of(cheapest))}"


def too_small_for_all(cheapest: int) -> str:
    """After a change that left all members together less than any video costs."""
    return f"⚠️ {say('settings-pool-too-small', cheapest=credits_of(cheapest))}"


def grants_only(cheapest: int) -> str:
    """After giving an allowance that is less than any video costs."""
    return f"⚠️ {say('settings-grants-only', cheapest=credits_of(cheapest))}"


def provider_off(provider: str) -> str:
    """After allowing a provider that the operator has not switched on."""
    return f"-# {say('settings-provider-off', provider=provider_name(provider))}"

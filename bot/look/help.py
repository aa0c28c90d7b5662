"""What ``/help`` shows: an overview, and a page for each topic that fits on a phone."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from discord import ui

from bot.look.text import Block, Colour, linked, panel, ruled
from languages.sentence import Sentence
from languages.speech import say


class Topic(StrEnum):
    """A page."""

    START = "start"
    PICTURES = "pictures"
    OPTIONS = "options"
    CREDITS = "credits"
    PROBLEMS = "problems"
    MODERATORS = "moderators"
    PRIVACY = "privacy"


SYMBOLS: Final[Mapping[Topic, str]] = {
    Topic.START: "🎬",
    Topic.PICTURES: "🖼️",
    Topic.OPTIONS: "🎛️",
    Topic.CREDITS: "🪙",
    Topic.PROBLEMS: "🛟",
    Topic.MODERATORS: "🛡️",
    Topic.PRIVACY: "🔏",
}

_SHAPE: Final = '`[{"area": [[x, y], …], "path": [[x, y], …]}]`'
"""What ``motion`` takes."""

_PAGES: Final[Mapping[Topic, Sequence[Sentence]]] = {
    Topic.START: (
        Sentence("help-start-attach"),
        Sentence("help-start-menu", entry=Sentence("menu-animate-image")),
        Sentence("help-start-prompt"),
        Sentence("help-start-price"),
        Sentence("help-start-card"),
        Sentence("help-start-more", again=Sentence("button-again"), edit=Sentence("button-edit")),
    ),
    Topic.PICTURES: (
        Sentence("help-pictures-size"),
        Sentence("help-pictures-kinds"),
        Sentence("help-pictures-fit"),
        Sentence("help-pictures-end"),
        Sentence("help-pictures-good"),
    ),
    Topic.OPTIONS: (
        Sentence("help-options-model"),
        Sentence("help-options-length"),
        Sentence("help-options-negative"),
        Sentence("help-options-cfg"),
        Sentence("help-options-camera"),
        Sentence("help-options-others"),
        Sentence("help-options-brush", shape=_SHAPE),
        Sentence("help-options-provider"),
    ),
    Topic.CREDITS: (
        Sentence("help-credits-worth"),
        Sentence("help-credits-aside"),
        Sentence("help-credits-left"),
        Sentence("help-credits-short"),
        Sentence("help-credits-give"),
    ),
    Topic.PROBLEMS: (
        Sentence("help-problems-waiting"),
        Sentence("help-problems-cancel"),
        Sentence("help-problems-failed"),
        Sentence("help-problems-refused"),
        Sentence("help-problems-lost"),
        Sentence("help-problems-hold"),
        Sentence("help-problems-else"),
    ),
    Topic.MODERATORS: (
        Sentence("help-moderators-allowance"),
        Sentence("help-moderators-limits"),
        Sentence("help-moderators-where"),
        Sentence("help-moderators-words"),
        Sentence("help-moderators-log"),
        Sentence("help-moderators-report"),
        Sentence("help-moderators-status"),
        Sentence("help-moderators-roles"),
    ),
    Topic.PRIVACY: (
        Sentence("help-privacy-made"),
        Sentence("help-privacy-rights"),
        Sentence("help-privacy-report", button=Sentence("button-flag")),
        Sentence("help-privacy-stored"),
        Sentence("help-privacy-own"),
    ),
}


def help_page(topic: Topic | None, commands: Mapping[str, int], topics: Block) -> ui.LayoutView:
    """A topic's page, or the overview; ``topics`` leads to the others, ``commands`` are known by their ids."""
    title, first, *others = (linked(text, commands) for text in (_overview() if topic is None else _page(topic)))
    return panel(Colour.WORKING, title, first, *ruled(others), topics)


def _overview() -> Sequence[str]:
    steps = "\n".join(f"{number}. {say(f'help-step-{number}')}" for number in (1, 2, 3))
    lines = "\n".join(f"- {say(f'help-commands-{name}')}" for name in ("models", "usage", "jobs"))
    return f"### {say('help-title')}", steps, lines, f"-# {say('help-wrong', button=say('button-flag'))}"


def _page(topic: Topic) -> Sequence[str]:
    points = "\n".join(f"- {say(sentence)}" for sentence in _PAGES[topic])
    return f"### {SYMBOLS[topic]} {topic_name(topic)}", points


def topic_name(topic: Topic) -> str:
    return say(f"help-topic-{topic}")

"""Each view has a scene, and each scene is what Discord takes, in every language."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any

import pytest

from bot import look
from bot.media.fitting import Fit
from languages.speech import LANGUAGES, speaking
from sandbox.discord.openapi import Document, RequestChecker
from sandbox.gallery.month import month
from sandbox.gallery.samples import COMMANDS, Cast, Samples, photograph
from sandbox.gallery.scene import Message, payload
from sandbox.gallery.scenes import GROUPS

BUTTON = 34
"""Characters of a label that still stands in one line beside another on a phone."""

VIEWS = ("LayoutView", "View")
ATTACHED = "attachment://"
SCENES = {name: scene for scenes in GROUPS.values() for name, scene in scenes.items()}


async def _undrawn(_: object) -> bytes:
    return photograph()


@pytest.fixture(params=sorted(LANGUAGES))
async def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def samples(language: str) -> Samples:
    commands = {name: 900 + number for number, name in enumerate(COMMANDS)}
    return Samples(Cast(), commands, await month(Cast(), language, _undrawn), dict.fromkeys(Fit, photograph()))


def views() -> dict[str, CodeType]:
    """The public functions of ``bot.look`` that make a whole message."""
    modules = [importlib.import_module(f"bot.look.{module.name}") for module in pkgutil.iter_modules(look.__path__)]
    return {
        f"{module.__name__}.{name}": function.__code__
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_") and _makes_a_view(function)
    }


def _makes_a_view(function: Callable[..., object]) -> bool:
    made = str(inspect.signature(function).return_annotation)
    return any(view in made for view in VIEWS)


@contextmanager
def watched() -> Iterator[set[CodeType]]:
    """The functions that are called inside."""
    called: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            called.add(frame.f_code)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield called
    finally:
        sys.setprofile(before)


async def test_every_message_has_a_scene(samples: Samples, language: str) -> None:
    with speaking(language), watched() as called:
        for scene in SCENES.values():
            scene(samples)
    assert {name for name, code in views().items() if code not in called} == set()


@pytest.fixture(scope="module")
def document() -> Document | None:
    return Document.load()


async def test_discord_takes_every_scene(samples: Samples, language: str, document: Document | None) -> None:
    checker = RequestChecker(document)
    for name, scene in SCENES.items():
        with speaking(language):
            shown = scene(samples)
        body = payload(shown)
        files = [file.filename for file in shown.files] if isinstance(shown, Message) else []
        assert checker.check("POST", "/interactions/1/token/callback", body, files) == (), name
        texts = list(texts_of(body["data"]))
        assert [text for key, text in texts if key == "label" and len(text) > BUTTON] == [], name
        used = {text.removeprefix(ATTACHED) for key, text in texts if text.startswith(ATTACHED)}
        assert used <= set(files), name


def texts_of(node: Any) -> Iterator[tuple[str, str]]:
    """All texts, with what they are called; of labels only those of buttons."""
    if isinstance(node, list):
        for one in node:
            yield from texts_of(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str) and (key != "label" or node.get("type") == 2):
                yield key, value
            else:
                yield from texts_of(value)


def test_names_are_given_once() -> None:
    assert len(SCENES) == sum(map(len, GROUPS.values()))

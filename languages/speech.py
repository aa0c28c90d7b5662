"""Sentences in the reader's language. Each folder beside this module is a language, named as Discord names it.

The files are Fluent's (projectfluent.org): plural rules and numbers are those of the language. One message is one line
of text; what stands below each other is put together by the code. Who reads is set once, where an interaction begins or
where the bot is about to post, with ``speak`` or ``speaking``; until then it is English.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

from babel.core import Locale
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from languages.sentence import Listed, Sentence, Value

ENGLISH: Final = "en"

_FOLDER: Final = Path(__file__).parent

LANGUAGES: Final = frozenset(folder.name for folder in _FOLDER.iterdir() if any(folder.glob("*.ftl")))
"""All of them have every message of English; a test says so."""

_ALIKE: Final = {"en-US": "en", "en-GB": "en", "es-ES": "es", "es-419": "es", "zh-TW": "zh-CN"}
"""Discord's names of locales that have no folder of their own name."""


_COMMAND: Final = re.compile(r"(?<![\w/<])/([a-z]+)(?: ([a-z-]+))?")
_MESSAGE: Final = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)
_COMMAND_NAME: Final = re.compile(r"^command-([a-z]+)(?:-([a-z-]+))? = (.+)$", re.MULTILINE)


AUTO: Final = "auto"
"""What a server chooses that wants the language of its Discord."""


class SpeechError(Exception):
    """The message does not exist, or lacks a value."""


def language_of(locale: str) -> str:
    """The language for a reader whose Discord is set to ``locale``; English where theirs is not there."""
    language = _ALIKE.get(locale, locale)
    return language if language in LANGUAGES else ENGLISH


def language_name(language: str) -> str:
    """What its speakers call one of ``LANGUAGES``."""
    name = Locale.parse(language, sep="-").display_name or language
    return name[0].upper() + name[1:]


_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def speak(locale: str) -> None:
    """Say everything in this reader's language from here to the end of the task."""
    _language.set(language_of(locale))


@contextmanager
def speaking(locale: str) -> Iterator[None]:
    """Say everything inside in this reader's language."""
    token = _language.set(language_of(locale))
    try:
        yield
    finally:
        _language.reset(token)


def spoken() -> Locale:
    """The language that is spoken now."""
    return _locale(_language.get())


def command_name(english: str) -> str:
    """What the reader's Discord calls a command, ``jobs list`` for example; English where it is none of ours."""
    return _command_names(_language.get()).get(english, english)


def say(sentence: str | Sentence, /, **values: Value) -> str:
    """The message of this id, or this sentence, for whoever reads now.

    ``id.attribute`` names a message's attribute. Raises ``SpeechError`` for what is not there.
    """
    if isinstance(sentence, Sentence):
        return say(sentence.id, **sentence.values)
    return _say(_language.get(), sentence, {name: _native(value) for name, value in values.items()})


def _native(value: Value) -> str | int | float:
    match value:
        case Sentence():
            return say(value)
        case Listed():
            # A number among others takes no separators: lengths and ratios are named, not counted.
            things = [str(_native(thing)) for thing in value.things]
            return format_list(things, style="or" if value.join == "or" else "standard", locale=spoken())
    return value


def _say(language: str, id: str, values: dict[str, str | int | float]) -> str:  # noqa: A002
    name, _, attribute = id.partition(".")
    try:
        bundle = _bundle(language, _files(language)[name])
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
    except LookupError as error:
        raise SpeechError(f"{language}: no message {id}") from error
    if pattern is None:
        raise SpeechError(f"{language}: no message {id}")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise SpeechError(f"{language}: {id}: {'; '.join(map(str, errors))}")
    return str(text)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse("en-GB" if language == ENGLISH else language, sep="-")


@cache
def _files(language: str) -> Mapping[str, Path]:
    """Where each message stands: parsing a file takes long, so each waits until something in it is said."""
    files = sorted((_FOLDER / language).glob("*.ftl"))
    return {name: file for file in files for name in _MESSAGE.findall(file.read_text("utf-8"))}


@cache
def _bundle(language: str, file: Path) -> FluentBundle:
    bundle = FluentBundle([str(_locale(language))], use_isolating=False)
    bundle.add_resource(FluentResource(_with_command_names(file.read_text("utf-8"), language)))
    return bundle


def _with_command_names(text: str, language: str) -> str:
    """Commands, which all files name in English, as Discord shows them in this language."""
    names = _command_names(language)

    def name_of(found: re.Match[str]) -> str:
        group, command = found.groups()
        if command and (name := names.get(f"{group} {command}")):
            return f"/{name}"
        return f"/{names.get(group, group)}{f' {command}' if command else ''}"

    return _COMMAND.sub(name_of, text)


@cache
def _command_names(language: str) -> Mapping[str, str]:
    """By what they are called in English: ``jobs``, and ``jobs list``."""
    parts: dict[str, str] = {}
    for group, command, name in _COMMAND_NAME.findall((_FOLDER / language / "commands.ftl").read_text("utf-8")):
        parts[f"{group} {command}".strip()] = name
    return {one: f"{parts[one.split()[0]]} {name}" if " " in one else name for one, name in parts.items()}

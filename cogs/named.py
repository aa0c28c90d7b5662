"""The texts of commands, as Discord is given them: in English, with the message that says them in other languages."""

from collections.abc import Callable, Iterable
from typing import Final, TypedDict, TypeVar

from discord import app_commands
from discord.app_commands import locale_str

from languages.speech import say

Callback = TypeVar("Callback", bound=Callable[..., object])

MESSAGE: Final = "message"
"""The extra of a text that names its message."""


def named(id: str) -> locale_str:  # noqa: A002 - as in languages.sentence
    """This message of ``commands.ftl``; names in English are those of DESIGN section 5."""
    return locale_str(say(id), **{MESSAGE: id})


class Texts(TypedDict):
    """What a command is called, and what Discord says about it."""

    name: locale_str
    description: locale_str


def texts(command: str) -> Texts:
    """The name and the description of a command: of ``quota-grant``, ``command-quota-grant`` and its attribute."""
    return Texts(name=named(f"command-{command}"), description=named(f"command-{command}.description"))


def option_id(name: str) -> str:
    """The message that says what the option ``name`` is called: of ``camera_value``, ``option-camera-value``."""
    return f"option-{name.replace('_', '-')}"


def options(command: str, *names: str) -> Callable[[Callback], Callback]:
    """Say the names and descriptions of a command's options: of ``member``, ``option-member`` and its attribute
    ``about-quota-grant`` where the command is ``quota-grant``.
    """
    texts = {name: option_id(name) for name in names}

    def decorate(callback: Callback) -> Callback:
        app_commands.rename(**{name: named(text) for name, text in texts.items()})(callback)
        app_commands.describe(**{name: named(f"{text}.about-{command}") for name, text in texts.items()})(callback)
        return callback

    return decorate


def choices(family: str, values: Iterable[str]) -> list[app_commands.Choice[str]]:
    """Choices of an option; ``family`` and a value are the id of what it is called."""
    return [
        app_commands.Choice(name=named(f"{family}-{value.replace('_', '-')}"), value=str(value)) for value in values
    ]

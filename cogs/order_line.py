"""Options that have no field of their own in a form: one line of ``name=value``, written for a member and read back."""

import re
from collections.abc import Mapping
from typing import Any, Final

from bot.pipeline.intake import Refusal
from languages.sentence import Sentence, listed
from languages.speech import say

PLAIN: Final[Mapping[str, object]] = {
    "cfg_scale": None,
    "camera": None,
    "camera_value": None,
    "aspect_ratio": None,
    "sound": False,
    "voices": (),
    "watermark": False,
    "provider": None,
}
"""The options of the line, with what they are where they are left out."""

EXAMPLE: Final[Mapping[str, object]] = {"camera": "zoom", "camera_value": 5, "sound": True}

_SHOWN: Final = 50
_YES_NO: Final = frozenset({"sound", "watermark"})
_NUMBERS: Final = frozenset({"cfg_scale", "camera_value"})
_PAIR: Final = re.compile(r'(?P<name>\w+)\s*=\s*(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))\s*')


def written(options: Mapping[str, Any]) -> str:
    """The line for these options, with their names in the reader's language; those that are not used are left out."""
    return " ".join(
        f"{_called(name)}={_value(options[name])}"
        for name in PLAIN
        if options.get(name) or (name in _NUMBERS and options.get(name) is not None)
    )


def read(line: str) -> dict[str, object]:
    """All options of the line, as ``PLAIN`` where they are left out; names may be English or the reader's own.

    Raises ``Refusal``. Whether a value will do is found out where all options are.
    """
    names = {_called(name): name for name in PLAIN} | {name: name for name in PLAIN}
    found: dict[str, object] = {}
    rest = line.strip()
    while rest:
        if (pair := _PAIR.match(rest)) is None:
            raise Refusal([Sentence("start-line-unreadable", words=rest[:_SHOWN], example=written(EXAMPLE))])
        rest = rest[pair.end() :].lstrip(" ,;")
        name = names.get(pair["name"].casefold())
        if name is None:
            known = listed(map(_called, PLAIN), "and")
            raise Refusal([Sentence("start-line-unknown", option=pair["name"][:_SHOWN], options=known)])
        if name in found:
            raise Refusal([Sentence("start-line-twice", option=_called(name))])
        found[name] = _meant(name, pair["quoted"] or (pair["plain"] or "").rstrip(",;"))
    return {**PLAIN, **found}


def _called(name: str) -> str:
    return say(f"option-{name.replace('_', '-')}")


def _value(value: object) -> str:
    match value:
        case bool():
            return say("start-yes") if value else say("start-no")
        case int() | float():
            return f"{value:g}"
        case list() | tuple():
            return ",".join(value)
    return str(value)


def _meant(name: str, text: str) -> object:
    if name in _YES_NO:
        words = {say("start-yes"): True, say("start-no"): False, "yes": True, "no": False, "true": True, "false": False}
        if text.casefold() not in words:
            yes_no = {"yes": say("start-yes"), "no": say("start-no")}
            raise Refusal([Sentence("start-line-yes-no", option=_called(name), **yes_no)])
        return words[text.casefold()]
    if name in _NUMBERS:
        return text.replace(",", ".")
    if name == "voices":
        return [voice for part in text.split(",") if (voice := part.strip())]
    return text.casefold()

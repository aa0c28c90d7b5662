"""Reading what providers send: nothing here raises, whatever came."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

_COMPLAINTS = ("message", "msg", "detail", "error", "errors", "meta")
_DEPTH = 6
_PARTS = 3
_SENTENCE = 2000

# Letters and marks by Unicode's book that show nothing: fillers of Hangul and Khmer, a joiner, an empty Braille cell.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")

_JOINER = "\u200d"
_EMOJI = "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f300-\U0001faff]"
_JOINS_NOTHING = re.compile(f"(?<!{_EMOJI}){_JOINER}|{_JOINER}(?!{_EMOJI})")
"""A joiner is not seen, but between emoji it makes one of several: a family, a profession, a flag."""


def parsed(raw: bytes | str) -> Any:
    """The JSON, or nothing."""
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def mapping(value: Any) -> Mapping[str, Any]:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: Any) -> Sequence[Any]:
    """The list, or an empty one."""
    return value if isinstance(value, list) else []


def text(value: Any) -> str:
    """The text; a whole number as its digits; else nothing."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def token(value: Any) -> str:
    """An id or an address; nothing where it holds what can neither be sent back nor kept, such as half a character."""
    found = text(value)
    return found if found.isprintable() else ""


def whole(value: Any) -> int | None:
    """The whole number, also where it came as text or with a point."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
        return int(value) if number.is_integer() else None
    except (ValueError, OverflowError):
        return None


def link(value: Any) -> str | None:
    """The web address, or nothing."""
    address = token(value)
    return address if address.startswith(("https://", "http://")) else None


def sentence(value: Any) -> str:
    """What a provider says in words, cut where patterns would take long to search it."""
    return text(value)[:_SENTENCE]


def complaint(value: Any, depth: int = _DEPTH) -> str:
    """The sentences in an error of any form: text, ``{message}``, ``{detail: [{msg}]}``, or these in each other."""
    if isinstance(value, str):
        return sentence(value)
    if depth == 0 or not isinstance(value, dict | list):
        return ""
    fields = mapping(value)
    inner = sequence(value)[:_PARTS] or [fields.get(key) for key in _COMPLAINTS]
    found = dict.fromkeys(complaint(one, depth - 1) for one in inner)
    return sentence(": ".join(part for part in found if part) or fields.get("name"))


def readable(value: str, limit: int = 200) -> str:
    """One line of what can be seen, in its order, without control characters, of at most ``limit`` characters."""
    shown = "".join(char if char == _JOINER or _is_seen(char) else " " for char in value[: 4 * limit])
    line = " ".join(_JOINS_NOTHING.sub(" ", shown).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip(f" {_JOINER}") + "…"


def _is_seen(char: str) -> bool:
    return char.isprintable() and char not in _BLANK

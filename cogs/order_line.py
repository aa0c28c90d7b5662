"""Options that have no field of their own in a form: one line of ``name=value``, written for a member and read back."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any, Final

from bot.pipeline.intake import Refusal
from cogs.named import option_id
from languages.sentence import Sentence, listed
from languages.speech import say
from providers.catalog import Capability, Model, Selector
from providers.request import Camera

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

EXAMPLE: Final[Mapping[str, object]] = {"cfg_scale": 0.5, "aspect_ratio": "16:9", "watermark": True}
"""Options that cost nothing and go with every quality and length, where a model takes them at all."""

_SHOWN: Final = 50
_YES_NO: Final = frozenset({"sound", "watermark"})
_NUMBERS: Final = frozenset({"cfg_scale", "camera_value"})
_NAME: Final = re.compile(r"(\w+)\s*=")
_AROUND: Final = ' \t\n,;"„“”'
"""What may stand around a value without being of it."""


def written(options: Mapping[str, Any]) -> str:
    """The line for these options, in the reader's words; those that are not used are left out."""
    return " ".join(
        f"{_called(name)}={_value(name, options[name])}"
        for name in PLAIN
        if options.get(name) or (name in _NUMBERS and options.get(name) is not None)
    )


def example(model: Model | None, clients: Collection[str]) -> str:
    """A line that the model takes through one of these clients, as long as can be; any line where it takes none."""
    if model is None:
        return written(EXAMPLE)
    taken = [
        {name: value for name, value in EXAMPLE.items() if Selector() in model.usable(Capability(name), [route])}
        for route in model.routes_of(clients)
    ]
    return written(max(taken, key=len, default={}) or EXAMPLE)


def read(line: str) -> dict[str, object]:
    """All options of the line, as ``PLAIN`` where they are left out; words may be English or the reader's own.

    Keyboards of other scripts have other signs for ``=`` and the comma: they are taken, too. Raises ``Refusal``.
    Whether a value will do is found out where all options are.
    """
    before, *pairs = _NAME.split(unicodedata.normalize("NFKC", line).replace("、", ","))
    if before.strip(_AROUND):
        raise Refusal([Sentence("start-line-unreadable", words=before.strip()[:_SHOWN], example=written(EXAMPLE))])
    names = {_folded(called): name for name in PLAIN for called in (name, _called(name))}
    found: dict[str, object] = {}
    for called, text in zip(pairs[::2], pairs[1::2], strict=True):
        name = names.get(_folded(called))
        if name is None:
            known = listed(map(_called, PLAIN), "and")
            raise Refusal([Sentence("start-line-unknown", option=called[:_SHOWN], options=known)])
        if name in found:
            raise Refusal([Sentence("start-line-twice", option=_called(name))])
        found[name] = _meant(name, text.strip(_AROUND))
    return {**PLAIN, **found}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _called(name: str) -> str:
    return say(option_id(name))


def _value(name: str, value: object) -> str:
    match name, value:
        case "camera", str():
            return _joined(say(Camera(value).called))
        case _, bool():
            return say("start-yes") if value else say("start-no")
        case _, int() | float():
            return f"{value:g}"
        case _, list() | tuple():
            return ",".join(value)
    return str(value)


def _meant(name: str, text: str) -> object:
    if name in _YES_NO:
        words = {say("start-yes"): True, say("start-no"): False, "yes": True, "no": False, "true": True, "false": False}
        if _folded(text) not in words:
            yes_no = {"yes": say("start-yes"), "no": say("start-no")}
            raise Refusal([Sentence("start-line-yes-no", option=_called(name), **yes_no)])
        return words[_folded(text)]
    if name in _NUMBERS:
        return text.replace(",", ".")
    if name == "voices":
        return [voice for part in text.split(",") if (voice := part.strip())]
    if name == "camera":
        moves = {_joined(say(move.called)): move for move in Camera}
        return moves.get(_joined(text), _joined(text))
    return _folded(text)


def _joined(words: str) -> str:
    """A move as one word, as its value is in English."""
    return "_".join(_folded(words).split())

"""A sentence that somebody will read, in a language that is known only when it is shown.

Whoever finds out what has to be said (a provider's client, a check of a picture) names the sentence and what goes into
it; ``languages.speech`` says it.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Join: TypeAlias = Literal["and", "or"]
Value: TypeAlias = "str | int | float | Sentence | Listed"
"""Strings are shown as they are: names, and somebody's own words. Numbers are written as the reader's language does."""


@dataclass(frozen=True)
class Listed:
    """Several things in one sentence, joined by the reader's "and" or "or"."""

    things: tuple[Value, ...]
    join: Join = "or"


class Sentence:
    """A message of the files beside this module, by its id, with the values it names.

    It can be kept as text: ``Sentence.load(sentence.dump()) == sentence``.
    """

    def __init__(self, id: str, /, **values: Value) -> None:  # noqa: A002 - positional only
        self.id = id
        self.values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentence) and (self.id, self.values) == (other.id, other.values)

    def __hash__(self) -> int:
        return hash(self.dump())

    def __repr__(self) -> str:
        return f"Sentence({', '.join([repr(self.id), *(f'{name}={value!r}' for name, value in self.values.items())])})"

    def dump(self) -> str:
        return json.dumps(_plain(self), ensure_ascii=False)

    @staticmethod
    def load(text: str) -> "Sentence":
        """Raises ``ValueError`` for text that ``dump`` has not made."""
        try:
            return _sentence(json.loads(text))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"not a sentence: {text[:80]!r}") from error

    def with_words(self, change: Callable[[str], str]) -> "Sentence":
        """The sentence with its strings changed, wherever they stand: to make somebody's own words harmless."""
        return Sentence(self.id, **{name: _changed(value, change) for name, value in self.values.items()})


def listed(things: Iterable[Value], join: Join = "or") -> Listed:
    return Listed(tuple(things), join)


def _changed(value: Value, change: Callable[[str], str]) -> Value:
    match value:
        case str():
            return change(value)
        case Sentence():
            return value.with_words(change)
        case Listed():
            return Listed(tuple(_changed(thing, change) for thing in value.things), value.join)
    return value


def _plain(value: Value) -> Any:
    match value:
        case Sentence():
            return {"id": value.id, "values": {name: _plain(one) for name, one in value.values.items()}}
        case Listed():
            return {"things": [_plain(thing) for thing in value.things], "join": value.join}
    return value


def _sentence(plain: Any) -> Sentence:
    if not isinstance(plain["id"], str):
        raise TypeError(plain)
    return Sentence(plain["id"], **{name: _value(value) for name, value in plain["values"].items()})


def _value(plain: Any) -> Value:
    match plain:
        case {"id": str(), "values": dict()}:
            return _sentence(plain)
        case {"things": list(things), "join": ("and" | "or") as join}:
            return Listed(tuple(map(_value, things)), join)
        case str() | int() | float():
            return plain
    raise TypeError(plain)

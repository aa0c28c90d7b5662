"""How much somebody may spend: a number of credits, or a word."""

from collections.abc import Iterable
from enum import StrEnum


class Word(StrEnum):
    """What no number of credits says."""

    FORBIDDEN = "forbidden"
    """Nothing may be ordered, not even from grants; 0 credits leave the grants."""
    UNLIMITED = "unlimited"


Limit = int | Word


def rank(limit: Limit) -> float:
    """Orders limits: forbidden, then numbers, then unlimited."""
    match limit:
        case Word.FORBIDDEN:
            return -1
        case Word.UNLIMITED:
            return float("inf")
        case int():
            return limit


def highest(limits: Iterable[Limit]) -> Limit | None:
    """The one that allows most; ``None`` of none."""
    return max(limits, key=rank, default=None)


def left_of(limit: Limit, used: int) -> Limit:
    """What a limit still allows; never below zero, also after it was lowered."""
    return limit if isinstance(limit, Word) else max(0, limit - used)


def plus(limit: Limit, credits: int) -> Limit:
    """A limit with so many credits more; words stay as they are."""
    return limit if isinstance(limit, Word) else limit + credits

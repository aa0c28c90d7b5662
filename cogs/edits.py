"""Edits of a server's settings: pure functions from the old settings to the new, which refuse what cannot be."""

import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from bot.look import escaped
from bot.pipeline.words import has_word
from cogs.errors import NotChanged
from languages.sentence import Sentence
from storage.quota_records import Server

Edit = Callable[[Server], Server]
Action = Literal["add", "remove", "clear"]
TidyAction = Literal["add", "remove", "clear", "tidy"]

MOST_PLACES: Final = 50
MOST_WORDS: Final = 200
LONGEST_WORD: Final = 40


@dataclass(frozen=True)
class Listing:
    """A set among the settings, at most so many. ``field`` is its name in ``Server``, ``what`` that of its messages.

    ``all_when_empty`` where an empty set allows everything: such a set is emptied only by ``clear``, never by the way.
    """

    field: str
    what: str
    most: int = MOST_PLACES
    all_when_empty: bool = True

    def edit(self, action: Action, items: Collection[int | str]) -> Edit:
        """Add these, remove these, or empty the set."""

        def edited(server: Server) -> Server:
            before: frozenset[Any] = getattr(server, self.field)
            match action:
                case "add":
                    after = self._bounded(before, before | set(items))
                case "remove":
                    after = self._not_emptied(before, before - set(items))
                case "clear":
                    after = frozenset()
            return change_of(**{self.field: after})(server)

        return edited

    def tidied(self, existing: Collection[int | str]) -> Edit:
        """Keep those that exist."""

        def edited(server: Server) -> Server:
            before: frozenset[Any] = getattr(server, self.field)
            after = before & frozenset(existing)
            if after == before:
                raise NotChanged(Sentence(f"settings-all-exist-{self.what}"))
            if self.all_when_empty and not after:
                raise NotChanged(Sentence(f"settings-none-exists-{self.what}"), Sentence("settings-add-or-clear"))
            return change_of(**{self.field: after})(server)

        return edited

    def _bounded(self, before: frozenset[Any], after: frozenset[Any]) -> frozenset[Any]:
        if len(after) > self.most:
            raise NotChanged(Sentence(f"settings-full-{self.what}", most=self.most, now=len(before)))
        return after

    def _not_emptied(self, before: frozenset[Any], after: frozenset[Any]) -> frozenset[Any]:
        if not self.all_when_empty or after:
            return after
        if not before:
            raise NotChanged(Sentence(f"settings-all-allowed-{self.what}"))
        raise NotChanged(Sentence(f"settings-none-left-{self.what}"))


CHANNELS: Final = Listing("channels", "channels")
ROLES: Final = Listing("roles", "roles")
MODERATOR_ROLES: Final = Listing("moderator_roles", "roles", all_when_empty=False)
MODELS: Final = Listing("models", "models")
PROVIDERS: Final = Listing("providers", "providers")
WORDS: Final = {
    "forbidden": Listing("words", "words", MOST_WORDS, all_when_empty=False),
    "adult": Listing("adult_words", "words", MOST_WORDS, all_when_empty=False),
}


def change_of(**values: Any) -> Edit:
    """These settings, whatever they were."""
    return lambda server: replace(server, **values)


def words_of(typed: str) -> frozenset[str]:
    """The words of a comma-separated list; ``NotChanged`` for one that is too long, or that no prompt could have."""
    words = frozenset(" ".join(part.split()).casefold() for part in typed.split(",")) - {""}
    if long := [word for word in words if len(word) > LONGEST_WORD]:
        word, length = escaped(long[0], 20), len(long[0])
        raise NotChanged(Sentence("settings-word-too-long", most=LONGEST_WORD, word=word, length=length))
    if nothing := [word for word in words if not (_has_sign(word) and has_word(word, frozenset({word})))]:
        raise NotChanged(Sentence("settings-word-not-findable", word=escaped(nothing[0], LONGEST_WORD)))
    if not words:
        raise NotChanged(Sentence("settings-no-word-named"))
    return words


def _has_sign(word: str) -> bool:
    """Whether there is a letter, a digit or an emoji: anything else stands in harmless prompts too."""
    kinds = {unicodedata.category(char) for char in word}
    return "So" in kinds or any(kind[0] in "LN" for kind in kinds)

"""Whether a text has a word of a list, however the word is written.

Words and text are folded alike: case, width, accents, invisible characters, and letters that look like Latin ones,
by Unicode's own table (UTS 39), shipped by confusable-homoglyphs, or by their Unicode name, or as members use them.
UTS 39's own skeleton is not used: there "m" is "rn", so that "bum" would be found in "burn".

Words are found whole; in scripts that are written without spaces they are found anywhere.
"""

import functools
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import regex
from confusable_homoglyphs import confusables

from providers.loose import readable

_INVISIBLE: Final = regex.compile(r"(?V1)[[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}ـ]--\s]")
# The marks of kana, of Thai and of Indian scripts make other letters, so they stay.
_ACCENT: Final = regex.compile(r"(?V1)[[\p{M}&&[\p{sc=Inherited}\p{sc=Hebrew}]]--\p{scx=Hiragana}]")
_UNSPACED: Final = regex.compile(
    r"[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]"
)
_SPACED_LETTER: Final = rf"[[\p{{L}}\p{{M}}\p{{N}}]--{_UNSPACED.pattern}]"
_SPACED: Final = regex.compile(f"(?V1){_SPACED_LETTER}")
_VARIANT: Final = regex.compile(r".*\b(?:LATIN|SYMBOL)\b.* ([A-Z])(?: WITH .+)?")
_ANY_GAP: Final = r"[\s\p{Pd}_]*"
_GAP: Final = regex.compile(_ANY_GAP.replace("*", "+"))

_USED_AS: Final[Mapping[str, str]] = dict(zip("ктмвнκτηεχӏӀ", "ktmbhktnex11", strict=True))
"""What UTS 39 tells apart; a bar is a 1, which stands for i or for l."""
_LUNATE: Final = str.maketrans("\u03f2\u03f9", "cC")
"""NFKC makes ordinary sigmas of them."""
_INNER_I: Final = regex.compile(r"(?<=\p{L})I")
_PICTOGRAMS: Final = regex.compile(r"(?<=\p{L})[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f]+(?=\p{L})")

_ALONE: Final = regex.compile(r"(?<![\p{L}\p{N}])\p{L}(?![\p{L}\p{M}\p{N}])")
_BETWEEN: Final = regex.compile(r"[^\p{L}\p{N}]{1,3}")
_SPLIT: Final = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]++)(?:[^\p{L}\p{M}\p{N}\s]|\n)([\p{L}\p{M}\p{N}]++)"
)
_SHORTEST_SPLIT: Final = 6
"""Letters; the halves of shorter words are often words themselves, like "pen-is"."""
_LONGEST: Final = 40
_SIGNS: Final = "@$|!"
_TOKEN: Final = regex.compile(rf"[\p{{L}}\p{{M}}\p{{N}}{_SIGNS}]+")
_UNCLEAR: Final = frozenset("013457" + _SIGNS)
_DIGITS: Final = tuple(str.maketrans("013457" + _SIGNS, f"o{one}eastas{one}i") for one in "il")


def _adult_words() -> frozenset[str]:
    lists: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("adult_words.toml").read_text("utf-8"))
    return frozenset(word for words in lists.values() for word in words)


ADULT_WORDS: Final = _adult_words()
"""Clear words for adult content in the languages of the bot; servers add their own."""


@dataclass(frozen=True)
class _Wanted:
    """A list of words: as a pattern, and each without its gaps."""

    pattern: "regex.Pattern[str]"
    compact: frozenset[str]

    def is_in(self, text: str) -> bool:
        """Whether a folded text has one of them: as it stands, spelled out, or split once."""
        spelled = list(_spelled(text))
        return (
            any(map(self.pattern.search, (text, "\n".join(spelled))))
            or any(not self.compact.isdisjoint(_endings(word)) for word in spelled)
            or not self.compact.isdisjoint(_mended(text))
        )


def has_word(text: str, words: frozenset[str]) -> bool:
    """Whether the text has one of these words; a word may be several, with or without a space or a dash between.

    Long words are also found where one sign or line break splits them, all words where pictograms do.
    """
    wanted = _wanted(words)
    return wanted is not None and any(map(wanted.is_in, _readings(text)))


def unquoted(said: str, request: Mapping[str, Any]) -> str:
    """What a provider said, for the log: of a request's words that it repeats only the length is told."""
    for words in (str(request.get("prompt") or ""), str(request.get("negative_prompt") or "")):
        line = readable(words, max(1, len(words)))
        if len(line) > 1:
            said = said.replace(line, f"[{len(words)} characters]")
    return said


def folded(word: str) -> str:
    """A word as it is compared; empty where nothing of it can be seen."""
    return " ".join(_GAP.split(_latin(_bare(_wide(word))))).strip()


@functools.lru_cache(maxsize=256)
def _wanted(words: frozenset[str]) -> _Wanted | None:
    """All words at once; where one begins or ends with a spaced letter, no other one touches it."""
    seen = sorted(filter(None, map(folded, words)))
    alike: dict[tuple[str, str], list[str]] = {}
    for word in seen:
        before = f"(?<!{_SPACED_LETTER})" if _SPACED.match(word[0]) else ""
        after = f"(?!{_SPACED_LETTER})" if _SPACED.match(word[-1]) else ""
        inner = _ANY_GAP.join(map(regex.escape, word.split()))
        alike.setdefault((before, after), []).append(inner)
    groups = [f"{before}(?:{'|'.join(inner)}){after}" for (before, after), inner in alike.items()]
    compact = frozenset(word.replace(" ", "") for word in seen)
    return _Wanted(regex.compile("(?V1)" + "|".join(groups)), compact) if seen else None


def _readings(text: str) -> set[str]:
    """The text as it may be meant, folded."""
    wide = _wide(text)
    meant = {wide, _PICTOGRAMS.sub("", wide)}
    plain = {reading for one in meant for reading in _plain(one)}
    unclear = {
        reading for one in meant for reading in _plain(_INNER_I.sub("1", one)) if not _UNCLEAR.isdisjoint(reading)
    }
    return plain | {_TOKEN.sub(functools.partial(_undigited, table), one) for one in unclear for table in _DIGITS}


def _plain(text: str) -> set[str]:
    """Some letters look like Latin ones as capitals only."""
    return {_latin(_bare(text)), _latin(_bare(_latin(text)))}


def _wide(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_LUNATE))


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", _INVISIBLE.sub("", text).casefold())
    return unicodedata.normalize("NFKC", _ACCENT.sub("", decomposed))


def _latin(text: str) -> str:
    return "".join(map(_look_alike, text))


@functools.cache
def _look_alike(char: str) -> str:
    """The Latin letter that the character looks like, or the character itself."""
    if char.isascii() or _UNSPACED.match(char):
        return char
    if char in _USED_AS:
        return _USED_AS[char]
    if variant := _VARIANT.fullmatch(unicodedata.name(char, "")):
        return str(variant[1]).lower()
    if not char.isalpha():
        return char
    for found in confusables.is_confusable(char, greedy=True, preferred_aliases=[]) or ():
        for letter in (one["c"] for one in found["homoglyphs"]):
            if len(letter) == 1 and letter.isascii() and letter.isalpha():
                return "I" if letter == "l" and char.isupper() else str(letter)
    return char


def _undigited(table: dict[int, int], token: "regex.Match[str]") -> str:
    """A token whose digits and signs stand for letters; one that is mostly digits means them."""
    word: str = token[0]
    letters = sum(char.isalpha() or char in _SIGNS for char in word)
    return word.translate(table) if 2 <= letters >= len(word) / 2 else word


def _spelled(text: str) -> Iterator[str]:
    """Words of letters that stand alone, each as far from the next: "b a d", "b-a-d"."""
    word, gap, end = "", "", 0
    for letter in _ALONE.finditer(text):
        between = text[end : letter.start()]
        if word and between == gap:
            word += letter[0]
        else:
            yield from _meant(word)
            joined = bool(word) and _BETWEEN.fullmatch(between) is not None
            word, gap = (word[-1] + letter[0], between) if joined else (letter[0], "")
        end = letter.end()
    yield from _meant(word)


def _meant(word: str) -> Iterator[str]:
    """The word, unless two letters may have met by chance."""
    if len(word) > 2 or (len(word) == 2 and _UNSPACED.match(word)):
        yield word


def _endings(word: str) -> Iterator[str]:
    """What a spelled word may be where single letters stand before it."""
    return (word[-length:] for length in range(3, min(len(word), _LONGEST) + 1))


def _mended(text: str) -> Iterator[str]:
    """Pairs of words with one sign between, put together."""
    for pair in _SPLIT.finditer(text, overlapped=True):
        if len(word := pair[1] + pair[2]) >= _SHORTEST_SPLIT:
            yield word

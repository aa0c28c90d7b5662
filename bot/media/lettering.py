"""Names in any script, as far as this machine's fonts can write them."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from matplotlib.font_manager import findfont, fontManager, get_font

FAMILY: Final = "DejaVu Sans"
"""What matplotlib brings along: Latin, Cyrillic, Greek, Arabic, Hebrew and more, but no Chinese, Japanese or Korean."""

_PLACEHOLDERS: Final = "Last Resort"
"""A font of boxes for every character there is."""

_SHAPES: Final = range(0xFE00, 0xFE10)
"""Marks that ask for a symbol in colour or in black."""

_MARKS: Final = 2
"""Marks that a letter keeps; further ones are piled up for fun, over the lines above and below."""


class Lettering:
    """Fonts for these texts: ``families``, in the order in which a letter is looked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.families = [FAMILY]
        self._known = _signs(findfont(FAMILY))
        missing = {ord(sign) for text in texts for sign in _plain(text) if _is_letter(sign)} - self._known
        for family, file in _further_fonts():
            if not missing:
                break
            if found := missing & _signs(file):
                self.families.append(family)
                self._known |= found
                missing -= found

    def writes(self, text: str) -> bool:
        """Whether each letter is in one of the fonts."""
        return all(ord(sign) in self._known for sign in _plain(text) if _is_letter(sign))

    def write(self, label: str, spare: str) -> str:
        """The label without what no font here has, or ``spare`` where that is most of its letters."""
        plain = _plain(label)
        shown = "".join(sign for sign in plain if ord(sign) in self._known or sign.isspace())
        letters, readable = (sum(map(_is_letter, text)) for text in (plain, shown))
        return " ".join(shown.split()) if readable and readable * 2 >= letters else spare


def _plain(label: str) -> str:
    """Letters in fancy shapes become plain ones; controls and piles of marks go."""
    kept, marks = [], 0
    for sign in unicodedata.normalize("NFKC", label):
        category = unicodedata.category(sign)
        marks = marks + 1 if category == "Mn" else 0
        visible = sign.isspace() or not (category.startswith("C") or ord(sign) in _SHAPES)
        if visible and marks <= _MARKS:
            kept.append(sign)
    return "".join(kept)


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LN"


def _signs(file: str) -> set[int]:
    return set(get_font(file).get_charmap())


def _further_fonts() -> Iterator[tuple[str, str]]:
    """Upright fonts of usual weight, by family and file, in an order that does not change."""
    usual = {
        (font.name, font.fname)
        for font in fontManager.ttflist
        if font.style == "normal" and font.weight == 400 and not font.name.startswith((FAMILY, _PLACEHOLDERS))
    }
    yield from sorted(usual)

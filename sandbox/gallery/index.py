"""The page that shows all pictures of the gallery, side by side, as far as they were drawn."""

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sandbox.gallery.painter import THEMES, WIDTHS
from sandbox.gallery.scenes import GROUPS

_PAGE: Final = """<!doctype html><meta charset="utf-8"><title>Stillmotion's gallery</title>
<style>
body {{ font: 15px/1.5 system-ui; margin: 2rem; background: #8a8d93; }}
h2 {{ position: sticky; top: 0; margin: 2rem 0 0; padding: .3rem 0; background: #8a8d93; }}
section {{ display: flex; gap: 1rem; align-items: flex-start; }}
img {{ max-width: 100%; }}
body:has(#dark:checked) .light, body:has(#light:checked) .dark,
body:has(#phone:checked) .desktop, body:has(#desktop:checked) .phone {{ display: none; }}
</style>
<h1>Stillmotion's gallery</h1>
<p>{choices}</p>
{scenes}
"""
_NOTHING: Final = '<label><input type="radio" name="{name}" checked> both</label>'
_CHOICE: Final = '<label><input type="radio" name="{name}" id="{value}"> {value}</label>'
_PICTURE: Final = '<img class="{theme} {width}" loading="lazy" src="{source}" alt="{name} in {language}">'


def write_index(gallery: Path) -> Path:
    """The page, in the folder of the pictures."""
    languages = sorted(folder.name for folder in gallery.iterdir() if folder.is_dir())
    page = gallery / "index.html"
    page.write_text(_PAGE.format(choices=_choices(), scenes="\n".join(_scenes(gallery, languages))), "utf-8")
    return page


def _choices() -> str:
    parts = []
    for name, values in (("theme", THEMES), ("width", WIDTHS)):
        parts.append(_NOTHING.format(name=name))
        parts += [_CHOICE.format(name=name, value=value) for value in values]
    return " ".join(parts)


def _scenes(gallery: Path, languages: list[str]) -> Iterator[str]:
    for scenes in GROUPS.values():
        for name in scenes:
            pictures = [picture for language in languages for picture in _pictures(gallery, language, name)]
            if pictures:
                yield f'<h2 id="{name}">{html.escape(name)}</h2><section>{"".join(pictures)}</section>'


def _pictures(gallery: Path, language: str, name: str) -> Iterator[str]:
    for theme in THEMES:
        for width in WIDTHS:
            source = f"{language}/{theme}-{width}/{name}.png"
            if (gallery / source).exists():
                yield _PICTURE.format(theme=theme, width=width, source=source, name=name, language=language)

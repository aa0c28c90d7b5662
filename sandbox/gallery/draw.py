"""``make gallery``: every scene, in every language, theme and width, into ``out/gallery``; needs Chromium."""

import asyncio
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from itertools import islice
from pathlib import Path
from typing import Final

from playwright.async_api import Browser

from languages.speech import LANGUAGES
from sandbox.discord.openapi import Document, RequestChecker
from sandbox.gallery.index import write_index
from sandbox.gallery.painter import Painter, opened_browser
from sandbox.gallery.scene import Scene, Scenes
from sandbox.gallery.scenes import GROUPS
from sandbox.gallery.stage import Stage, open_stage
from sandbox.stage import PROJECT

GALLERY: Final = PROJECT / "out" / "gallery"
FORMS: Final = "forms"
SHEET: Final = 50
"""Messages on one page: SimCord shows no more of a channel."""


def chosen(languages: str, scenes: str) -> tuple[list[str], Mapping[str, Scenes]]:
    """Languages and scenes by comma-separated names, where ``*`` stands for anything; nothing means all."""
    wanted = _split(languages)
    patterns = _split(scenes)
    found = {
        group: {name: scene for name, scene in all_.items() if _matches(name, patterns) or group in patterns}
        for group, all_ in GROUPS.items()
    }
    return sorted(one for one in LANGUAGES if _matches(one, wanted)), {
        group: scenes for group, scenes in found.items() if scenes
    }


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _matches(name: str, patterns: list[str]) -> bool:
    return not patterns or any(fnmatch(name, pattern) for pattern in patterns)


async def draw(languages: list[str], groups: Mapping[str, Scenes]) -> None:
    document = await asyncio.to_thread(Document.load)
    async with opened_browser() as browser:
        for language in languages:
            started = time.monotonic()
            async with open_stage(language, RequestChecker(document)) as stage:
                await _draw_language(browser, stage, GALLERY / language, groups)
            print(f"{language}: {time.monotonic() - started:.0f} s", flush=True)


async def _draw_language(browser: Browser, stage: Stage, folder: Path, groups: Mapping[str, Scenes]) -> None:
    painter = Painter(browser, stage, folder)
    messages = {name: scene for group, scenes in groups.items() if group != FORMS for name, scene in scenes.items()}
    for number, sheet in enumerate(_sheets(messages)):
        await painter.messages(await stage.hang(f"hall-{number}", sheet))
    if FORMS in groups:
        await painter.forms((await stage.hang(FORMS, {})).channel, groups[FORMS])


def _sheets(scenes: Scenes) -> Iterator[dict[str, Scene]]:
    left = iter(scenes.items())
    while sheet := dict(islice(left, SHEET)):
        yield sheet


def main() -> int:
    languages, groups = chosen(os.environ.get("LANGUAGES", ""), os.environ.get("SCENES", ""))
    if not languages or not groups:
        print("no such language or scene")
        return 1
    if not os.environ.get("LANGUAGES") and not os.environ.get("SCENES"):
        shutil.rmtree(GALLERY, ignore_errors=True)
    asyncio.run(draw(languages, groups))
    print(write_index(GALLERY).relative_to(PROJECT))
    return 0

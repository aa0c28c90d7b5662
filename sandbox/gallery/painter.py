"""Pictures of messages and forms: many on one page of SimCord's preview, photographed at once and cut out."""

import asyncio
import io
import shutil
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from PIL import Image
from playwright.async_api import Browser, BrowserContext, FloatRect, Page, Route, async_playwright
from simcord.builders import ChannelHandle
from simcord.preview import Preview

from sandbox.discord.preview import CHROMIUM_FLAGS
from sandbox.gallery.scene import Scene
from sandbox.gallery.stage import Hall, Stage

WIDTHS: Final[Mapping[str, int]] = {"phone": 390, "desktop": 720}
"""In pixels of the page; a desktop shows messages no wider than this."""
THEMES: Final = ("dark", "light")

_STYLE: Final = Path(__file__).with_suffix(".css").with_stem("gallery").read_text("utf-8")
_HEIGHT: Final = 900
_STRIP: Final = 8000
"""Pixels; Chromium photographs up to 16,384 of height."""
_READY: Final = "() => window.simcordPreview && window.simcordPreview.ready === true"
_DRESS: Final = """([theme, shown]) => {
    document.documentElement.dataset.theme = theme;
    document.body.dataset.shown = shown;
}"""
_BOXES: Final = """selector => [...document.querySelectorAll(selector)].map(element => {
    const box = element.getBoundingClientRect();
    return [element.dataset.messageId || "", box.top + scrollY, box.bottom + scrollY];
})"""
_MESSAGES: Final = ".channel-message[data-message-id]"
_FORM: Final = ".modal-backdrop"

Span = tuple[int, int]
"""From where to where something stands, in pixels from the page's top."""


class Painter:
    """Paints what is on a stage into ``folder``, as ``<theme>-<width>/<name>.png``."""

    def __init__(self, browser: Browser, stage: Stage, folder: Path) -> None:
        self._browser = browser
        self._stage = stage
        self._folder = folder

    async def messages(self, hall: Hall) -> None:
        """Each message of the channel."""
        names = {str(message_id): name for name, message_id in hall.messages.items()}
        async with self._stage.preview(hall.channel) as preview, self._context(preview) as context:
            page = await _opened(context, preview, None)
            await self._photograph(page, _MESSAGES, names)

    async def forms(self, channel: ChannelHandle, scenes: Mapping[str, Scene]) -> None:
        """Each of these forms, as it opens in the channel."""
        async with self._stage.preview(channel) as preview, self._context(preview) as context:
            for name, scene in scenes.items():
                page = await _opened(context, preview, await self._stage.open(channel, scene))
                await self._photograph(page, _FORM, {"": name})

    @asynccontextmanager
    async def _context(self, preview: Preview) -> AsyncIterator[BrowserContext]:
        context = await self._browser.new_context(
            locale=preview.locale,
            timezone_id="UTC",
            reduced_motion="reduce",
            extra_http_headers={"X-Simcord-Capability": preview.capability},
        )
        yield context
        await context.close()

    async def _photograph(self, page: Page, selector: str, names: Mapping[str, str]) -> None:
        """What is selected, in each theme and width; ``names`` are by message, or that of the form."""
        for width, pixels in WIDTHS.items():
            await page.set_viewport_size({"width": pixels, "height": _HEIGHT})
            for theme in THEMES:
                await page.evaluate(_DRESS, [theme, "messages" if selector == _MESSAGES else "form"])
                found = await page.evaluate(_BOXES, selector)
                boxes = {names[key]: (round(top), round(bottom)) for key, top, bottom in found}
                folder = self._folder / f"{theme}-{width}"
                await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
                for strip in _strips(boxes):
                    await self._cut(page, strip, pixels, folder)

    async def _cut(self, page: Page, strip: Mapping[str, Span], pixels: int, folder: Path) -> None:
        """Pictures of what stands below each other, from one photograph."""
        top, bottom = min(one for one, _ in strip.values()), max(one for _, one in strip.values())
        clip: FloatRect = {"x": 0, "y": top, "width": pixels, "height": bottom - top}
        photograph = await page.screenshot(full_page=True, animations="disabled", clip=clip)
        await asyncio.to_thread(_save, photograph, {name: (a - top, b - top) for name, (a, b) in strip.items()}, folder)


async def _opened(context: BrowserContext, preview: Preview, target: Any) -> Page:
    """A page that shows the preview as it is now; with ``target``, the form that this interaction has opened."""
    size = (max(WIDTHS.values()), _HEIGHT)
    pin = preview._pin_capture(preview._capture_viewer(None), target, 0.0, size, "channel")

    async def answer(route: Route) -> None:
        if route.request.url.endswith("/preview.css"):
            original = await route.fetch()
            await route.fulfill(response=original, body=await original.text() + _STYLE)
        else:
            await preview._capture_manager._route(route, pin, preview._origin)

    page = await context.new_page()
    await page.route("**/*", answer)
    await page.goto(f"{preview._origin}/#{preview.capability}", wait_until="domcontentloaded")
    await page.wait_for_function(_READY)
    return page


def _strips(boxes: Mapping[str, Span]) -> Iterator[dict[str, Span]]:
    """The boxes, from the top, in strips that can be photographed at once."""
    strip: dict[str, Span] = {}
    for name, (top, bottom) in sorted(boxes.items(), key=lambda item: item[1]):
        if strip and bottom - min(one for one, _ in strip.values()) > _STRIP:
            yield strip
            strip = {}
        strip[name] = (top, bottom)
    yield strip


def _save(photograph: bytes, strip: Mapping[str, Span], folder: Path) -> None:
    with Image.open(io.BytesIO(photograph)) as whole:
        for name, (top, bottom) in strip.items():
            whole.crop((0, top, whole.width, bottom)).save(folder / f"{name}.png")


@asynccontextmanager
async def opened_browser() -> AsyncIterator[Browser]:
    """Debian's Chromium, or Playwright's own."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM_FLAGS))
        yield browser
        await browser.close()

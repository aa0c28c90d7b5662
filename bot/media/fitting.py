"""Pictures that providers would refuse for their shape or size, made to fit: cropped or padded, larger or lighter.

What comes out depends on nothing but the picture and the way, so it may be made again from the member's own file. That
is done in a process of its own, as in ``bot.media.pictures``.
"""

import math
from enum import StrEnum
from typing import Final

from PIL import Image, ImageFilter, ImageOps
from pydantic import BaseModel

from bot.media.pictures import (
    CARD_SIDE,
    MAX_RATIO,
    MIN_SIDE,
    Picture,
    answer,
    as_jpeg,
    called,
    check_pixels,
    encoded,
    flatten,
    joined,
    opened,
    parted,
    rgb_profile,
    told,
)
from languages.sentence import Sentence

MOST_BYTES: Final = 25_000_000
"""Of a file that may be fitted; it is held in memory."""

_CURABLE: Final = frozenset({"pictures-too-heavy", "pictures-too-small", "pictures-too-narrow"})

_LONGEST: Final = 3840
"""Pixels of the longer side: no video has more."""

_BLUR_SIDE: Final = 96
_BLUR: Final = 4


class Fit(StrEnum):
    """How a picture with the wrong shape gets a right one: by losing its ends, or by blurred bars."""

    CROP = "crop"
    PAD = "pad"


class _Task(BaseModel):
    """What the process that draws is asked; the picture's bytes follow in the next line. ``name`` is a sentence."""

    name: str
    how: Fit
    check_ratio: bool
    preview: bool


def helps(problem: Sentence) -> bool:
    """Whether fitting does away with this problem of a picture."""
    return problem.id in _CURABLE


async def fit(content: bytes, how: Fit, *, filename: str = "", check_ratio: bool = True) -> Picture:
    """The picture as a provider takes it; ``check_ratio`` as in ``inspect``. Raises ``PictureError``."""
    return await _drawn(content, how, filename, check_ratio=check_ratio, preview=False)


async def previews(content: bytes, *, filename: str = "", check_ratio: bool = True) -> dict[Fit, bytes]:
    """A light JPEG of what each way leads to; only one where they lead to the same. Raises ``PictureError``."""
    seen: dict[Fit, bytes] = {}
    for how in Fit:
        drawn = await _drawn(content, how, filename, check_ratio=check_ratio, preview=True)
        if drawn.content not in seen.values():
            seen[how] = drawn.content
    return seen


async def _drawn(content: bytes, how: Fit, filename: str, *, check_ratio: bool, preview: bool) -> Picture:
    name = called(filename)
    task = _Task(name=name.dump(), how=how, check_ratio=check_ratio, preview=preview)
    return await told(draw, name, joined(task, content), content)


def draw(given: bytes) -> bytes:
    """In the process of its own: from a task and a picture to the fitted one."""
    head, content = parted(given)
    task = _Task.model_validate_json(head)
    return answer(lambda: _fitted(content, task))


def _fitted(content: bytes, task: _Task) -> Picture:
    name = Sentence.load(task.name)
    with opened(content, name) as image:
        image.draft("RGB", (_LONGEST, _LONGEST))
        profile = rgb_profile(image)
        drawn = flatten(ImageOps.exif_transpose(image), name)
        drawn = _shaped(drawn, task.how) if task.check_ratio else _shrunk(drawn)
        drawn = _enlarged(drawn, name)
        if not task.preview:
            return encoded(drawn, profile, name)
        drawn.thumbnail((CARD_SIDE, CARD_SIDE))
        return Picture(as_jpeg(drawn, 85, profile), "image/jpeg", drawn.width, drawn.height, converted=True)


def _shaped(image: Image.Image, how: Fit) -> Image.Image:
    longer, shorter = max(image.size), min(image.size)
    if longer <= shorter * MAX_RATIO:
        return _shrunk(image)
    if how is Fit.CROP:
        return _shrunk(_cropped(image, math.floor(shorter * MAX_RATIO)))
    return _padded(_shrunk(image))


def _cropped(image: Image.Image, longest: int) -> Image.Image:
    """The middle."""
    width, height = min(image.width, longest), min(image.height, longest)
    left, top = (image.width - width) // 2, (image.height - height) // 2
    return image.crop((left, top, left + width, top + height))


def _padded(image: Image.Image) -> Image.Image:
    """On a blurred copy of itself, which moves better in a video than plain bars."""
    least = math.ceil(max(image.size) / MAX_RATIO)
    size = max(image.width, least), max(image.height, least)
    scale = _BLUR_SIDE / max(size)
    small = ImageOps.fit(image, (max(1, round(size[0] * scale)), max(1, round(size[1] * scale))))
    padded = small.filter(ImageFilter.GaussianBlur(_BLUR)).resize(size, Image.Resampling.BICUBIC)
    padded.paste(image, ((size[0] - image.width) // 2, (size[1] - image.height) // 2))
    return padded


def _shrunk(image: Image.Image) -> Image.Image:
    image.thumbnail((_LONGEST, _LONGEST))
    return image


def _enlarged(image: Image.Image, name: Sentence) -> Image.Image:
    scale = MIN_SIDE / min(image.size)
    if scale <= 1:
        return image
    width, height = (max(MIN_SIDE, round(side * scale)) for side in image.size)
    check_pixels(width, height, name)
    return image.resize((width, height), Image.Resampling.LANCZOS)

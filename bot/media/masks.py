"""The motion brush: what a member writes becomes masks and paths as the providers want them.

A member writes JSON, in pixels of the picture counted from its top left corner::

    [{"area": [[100, 80], [220, 80], [160, 200]], "path": [[160, 120], [320, 120]]}, …]

``area`` is the outline of what moves (3 points or more), ``path`` the way that it goes (2 to 77 points), and there are
at most 6 such areas. Providers count pixels from the bottom left corner (seed 002), and want a mask for each area: a
picture of the same size, white where something moves.
"""

import asyncio
import io
from dataclasses import dataclass
from typing import Annotated

from PIL import Image, ImageChops, ImageDraw
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.media.workshop import MIB, WORKSHOP, Bounds, WorkshopError
from languages.sentence import Sentence

MOST_AREAS = 6
RATIO_TOLERANCE = 0.01
"""How far a mask's ratio may be from the picture's: by rounding of the sides."""

_FARTHEST = 100_000

Coordinate = Annotated[int, Field(ge=0, le=_FARTHEST, strict=True)]
Pixel = tuple[Coordinate, Coordinate]


_UNREADABLE = Sentence("pictures-mask-no-picture")
_BOUNDS = Bounds(seconds=15, processor_seconds=15, memory=2048 * MIB)


class MaskError(Exception):
    """The text or the mask will not do; ``sentence`` is for the member."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class _Area(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    area: tuple[Pixel, ...] = Field(min_length=3, max_length=200)
    path: tuple[Pixel, ...] = Field(min_length=2, max_length=77)


_AREAS = TypeAdapter(Annotated[tuple[_Area, ...], Field(min_length=1, max_length=MOST_AREAS)])


@dataclass(frozen=True)
class Motion:
    """A moving area; ``path`` is in pixels from the bottom left, ``mask`` a PNG of the picture's size."""

    path: tuple[tuple[int, int], ...]
    mask: bytes


def parse(text: str) -> tuple[_Area, ...]:
    """The areas of a member's text; raises ``MaskError``."""
    try:
        return _AREAS.validate_json(text)
    except ValidationError as error:
        raise MaskError(Sentence("pictures-motion-unreadable", problem=_problem(error))) from error


async def draw(text: str, width: int, height: int) -> list[Motion]:
    """The areas of a member's text for a picture of this size; raises ``MaskError``."""
    areas = parse(text)
    for number, area in enumerate(areas, 1):
        for x, y in (*area.area, *area.path):
            if x >= width or y >= height:
                sides = _sides(width, height)
                raise MaskError(Sentence("pictures-motion-outside", area=number, point=f"({x}, {y})", sides=sides))
    return await asyncio.to_thread(lambda: [_drawn(area, width, height) for area in areas])


async def fit(content: bytes, width: int, height: int) -> bytes:
    """A member's static mask in the picture's own size, as PNG; raises ``MaskError`` where its ratio differs."""
    try:
        done = await WORKSHOP.call(f"{__name__}:{fitted.__name__}", b"%d %d\n%b" % (width, height, content), _BOUNDS)
    except WorkshopError as error:
        raise MaskError(Sentence("pictures-mask-not-now")) from error
    problem, _, mask = done.output.partition(b"\n")
    if not done.well:
        raise MaskError(_UNREADABLE)
    if problem:
        raise MaskError(_told(problem))
    return mask


def _told(problem: bytes) -> Sentence:
    try:
        return Sentence.load(problem.decode())
    except ValueError:
        return _UNREADABLE


def fitted(given: bytes) -> bytes:
    """In a process of its own: from the picture's size and a mask to what is wrong with it or the mask in that size."""
    size, _, content = given.partition(b"\n")
    width, height = (int(side) for side in size.split())
    try:
        return b"\n" + _fitted(content, width, height)
    except MaskError as error:
        return error.sentence.dump().encode() + b"\n"


def _drawn(area: _Area, width: int, height: int) -> Motion:
    mask = Image.new("L", (width, height), 0)
    ImageDraw.Draw(mask).polygon(list(area.area), fill=255)
    return Motion(tuple((x, height - 1 - y) for x, y in area.path), _png(mask))


def _fitted(content: bytes, width: int, height: int) -> bytes:
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            mask = _marked(image)
    except Exception as error:  # Pillow raises whatever its format code stumbles over in a damaged file
        raise MaskError(_UNREADABLE) from error
    if abs(mask.width / mask.height - width / height) > RATIO_TOLERANCE * width / height:
        sides = {"mask": _sides(mask.width, mask.height), "picture": _sides(width, height)}
        raise MaskError(Sentence("pictures-mask-ratio", **sides))
    return _png(mask.resize((width, height), Image.Resampling.NEAREST))


def _sides(width: int, height: int) -> Sentence:
    return Sentence("pictures-sides", width=str(width), height=str(height))


def _marked(image: Image.Image) -> Image.Image:
    """What is transparent is not marked: paint programs leave erased parts white."""
    if not image.has_transparency_data:
        return image.convert("L")
    seen = image.convert("RGBA")
    return ImageChops.multiply(seen.convert("L"), seen.getchannel("A"))


def _png(mask: Image.Image) -> bytes:
    out = io.BytesIO()
    mask.save(out, "PNG")
    return out.getvalue()


_COMPLAINTS = frozenset({
    "json_invalid", "missing", "extra_forbidden", "too_short", "too_long", "model_type", "tuple_type",
})  # fmt: skip
_PLACES = ("text", "area", "list", "point")
_STEPS = _PLACES[1:]


def _problem(error: ValidationError) -> Sentence:
    """The first mistake, as in ``area 2, `path`, point 3 has to be …``."""
    first = error.errors(include_url=False, include_input=False)[0]
    steps = [step + 1 if isinstance(step, int) else step for step in first["loc"][: len(_STEPS)]]
    place = Sentence(f"pictures-motion-{_PLACES[len(steps)]}", **dict(zip(_STEPS, steps, strict=False)))
    if len(first["loc"]) >= len(_STEPS) or first["type"] not in _COMPLAINTS:
        return Sentence("pictures-motion-no-point", place=place, most=_FARTHEST)
    bounds = {name: value for name, value in first.get("ctx", {}).items() if isinstance(value, int)}
    return Sentence(f"pictures-motion-{first['type'].replace('_', '-')}", place=place, **bounds)

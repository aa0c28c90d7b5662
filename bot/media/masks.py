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

MOST_AREAS = 6
RATIO_TOLERANCE = 0.01
"""How far a mask's ratio may be from the picture's: by rounding of the sides."""

Coordinate = Annotated[int, Field(ge=0, le=100_000, strict=True)]
Pixel = tuple[Coordinate, Coordinate]


_UNREADABLE = "The mask is not a picture that can be read; send a JPG or PNG file."
_BOUNDS = Bounds(seconds=15, processor_seconds=15, memory=2048 * MIB)


class MaskError(Exception):
    """The text or the mask will not do; one sentence for the member."""


class _Area(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    area: tuple[Pixel, ...] = Field(min_length=3, max_length=200)
    path: tuple[Pixel, ...] = Field(min_length=2, max_length=77)


_AREAS = TypeAdapter(Annotated[tuple[_Area, ...], Field(min_length=1, max_length=MOST_AREAS)])
_FORM = 'Write `motion` like `[{"area": [[x, y], …], "path": [[x, y], …]}]`, in pixels from the top left.'


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
        raise MaskError(f"`motion` cannot be read: {_problem(error)}. {_FORM}") from error


async def draw(text: str, width: int, height: int) -> list[Motion]:
    """The areas of a member's text for a picture of this size; raises ``MaskError``."""
    areas = parse(text)
    for number, area in enumerate(areas, 1):
        for x, y in (*area.area, *area.path):
            if x >= width or y >= height:
                raise MaskError(
                    f"Area {number} of `motion` leaves the picture at ({x}, {y}); it has {width} by {height}."
                )
    return await asyncio.to_thread(lambda: [_drawn(area, width, height) for area in areas])


async def fit(content: bytes, width: int, height: int) -> bytes:
    """A member's static mask in the picture's own size, as PNG; raises ``MaskError`` where its ratio differs."""
    try:
        done = await WORKSHOP.call(f"{__name__}:{fitted.__name__}", b"%d %d\n%b" % (width, height, content), _BOUNDS)
    except WorkshopError as error:
        raise MaskError("The mask could not be looked at just now; send it again in a minute.") from error
    problem, _, mask = done.output.partition(b"\n")
    if not done.well:
        raise MaskError(_UNREADABLE)
    if problem:
        raise MaskError(problem.decode())
    return mask


def fitted(given: bytes) -> bytes:
    """In a process of its own: from the picture's size and a mask to what is wrong with it or the mask in that size."""
    size, _, content = given.partition(b"\n")
    width, height = (int(side) for side in size.split())
    try:
        return b"\n" + _fitted(content, width, height)
    except MaskError as error:
        return str(error).encode() + b"\n"


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
        raise MaskError(
            f"The mask is {mask.width} by {mask.height} and the picture {width} by {height}; they need the same ratio."
        )
    return _png(mask.resize((width, height), Image.Resampling.NEAREST))


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


_COMPLAINTS = {
    "json_invalid": "is not JSON",
    "missing": "is missing",
    "extra_forbidden": "is not known",
    "too_short": "has {actual_length} entries, and needs at least {min_length}",
    "too_long": "has more than {max_length} entries",
    "model_type": "has to have an `area` and a `path`",
    "tuple_type": "has to be a list",
}
_NO_POINT = "has to be two whole numbers from 0 to 100,000"
_STEPS = ("area {}", "`{}`", "point {}")


def _problem(error: ValidationError) -> str:
    """The first mistake, as in ``area 2, `path`, point 3 has to be …``."""
    first = error.errors(include_url=False, include_input=False)[0]
    steps = [step + 1 if isinstance(step, int) else step for step in first["loc"]]
    place = ", ".join(form.format(step) for form, step in zip(_STEPS, steps, strict=False)) or "the text"
    known = len(steps) < len(_STEPS) and first["type"] in _COMPLAINTS
    return f"{place} {_COMPLAINTS[first['type']].format(**first.get('ctx', {})) if known else _NO_POINT}"

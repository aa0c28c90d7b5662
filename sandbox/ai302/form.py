"""The multipart form: fields, types and ranges (seed 004, facts/providers.md section 4).

All values arrive as text, the pictures as files. An empty text counts as absent. The seed says what is required, which
words are allowed and the ranges; that other fields, repeated ones and pictures as text are refused, that prompts end at
2500 characters as with Kling itself, and all wording, is ours.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web

from sandbox.common.pictures import find_problem
from sandbox.common.studio import Order
from sandbox.film import Shot

from .answers import invalid
from .products import Product

MAX_PICTURE_BYTES = 10 * 1024 * 1024
MAX_PROMPT = 2500

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
RATIOS = {"1:1": (1, 1), "16:9": (16, 9), "9:16": (9, 16)}
AXES = {"horizontal", "vertical", "zoom", "tilt", "pan", "roll"}
PRESETS = {"down_back", "forward_up", "right_turn_forward", "left_turn_forward"}
TEXTS = {"prompt", "negative_prompt", "cfg", "aspect_ratio", "camera_type", "camera_value", "enable_audio"}


@dataclass(frozen=True, slots=True)
class Part:
    """One field as it arrived; `filename` is None where it came as text."""

    content: bytes = field(repr=False)
    filename: str | None
    media_type: str | None

    @property
    def text(self) -> str:
        return self.content.decode()


Form = Mapping[str, Part]


@dataclass(frozen=True, slots=True)
class CreateBody:
    """What an acceptable form asks for. The seed's word for no camera, `empty`, has become an empty one."""

    product: Product
    picture: bytes = field(repr=False)
    tail: bytes | None = field(repr=False)
    prompt: str
    negative_prompt: str
    cfg: float | None
    aspect_ratio: str
    camera_type: str
    camera_value: float
    audio: bool


async def read_form(request: web.Request) -> dict[str, Part]:
    """Raise a Refusal for anything but a multipart form in which each name comes once."""
    if request.content_type != "multipart/form-data":
        raise invalid("Content-Type", "must be multipart/form-data")
    form: dict[str, Part] = {}
    try:
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or not part.name:
                raise invalid("form", "must have a name for each part")
            if part.name in form:
                raise invalid(part.name, "must be given once")
            form[part.name] = Part(bytes(await part.read()), part.filename, part.headers.get("Content-Type"))
    except ValueError as error:
        raise invalid("form", "is malformed") from error
    return form


def accept(form: Form, product: Product) -> CreateBody:
    """Raise a Refusal unless every field is as documented."""
    pictures = {"input_image", "tail_image"} if product.has_tail else {"input_image"}
    if strange := sorted(set(form) - TEXTS - pictures):
        raise invalid(strange[0], f"is not a field of {product.path}")
    values = {name: _text(name, form.get(name)) for name in TEXTS}
    for name in ("prompt", "negative_prompt"):
        if len(values[name]) > MAX_PROMPT:
            raise invalid(name, f"cannot exceed {MAX_PROMPT} characters")
    camera = _word("camera_type", values, AXES | PRESETS | {"empty"})
    return CreateBody(
        product=product,
        picture=_picture("input_image", form.get("input_image")),
        tail=_picture("tail_image", form["tail_image"]) if "tail_image" in form else None,
        prompt=values["prompt"],
        negative_prompt=values["negative_prompt"],
        cfg=_number("cfg", values, 0, 1),
        aspect_ratio=_word("aspect_ratio", values, set(RATIOS)),
        camera_type="" if camera == "empty" else camera,
        camera_value=_number("camera_value", values, -10, 10) or 0,
        audio=_word("enable_audio", values, {"true", "false"}) == "true",
    )


def order_of(body: CreateBody, sizes: Mapping[str, int]) -> Order:
    """Blocks: it decodes the pictures. `sizes` is the area of a frame by mode."""
    shot = Shot(
        seconds=body.product.seconds,
        pixels=sizes[body.product.mode],
        move=body.camera_type or "push_in",
        strength=body.camera_value / 10 if body.camera_type in AXES else 1,
        end_picture=body.tail,
        sound=body.audio,
        aspect_ratio=RATIOS.get(body.aspect_ratio),
    )
    return Order(picture=body.picture, shot=shot, problem=find_problem(body.picture, body.tail or b""))


def _text(name: str, part: Part | None) -> str:
    if part is None:
        return ""
    if part.filename is not None:
        raise invalid(name, "must be text")
    try:
        return part.text
    except UnicodeDecodeError as error:
        raise invalid(name, "must be text") from error


def _number(name: str, values: Mapping[str, str], least: float, most: float) -> float | None:
    text = values[name]
    if not text:
        return None
    if not NUMBER.fullmatch(text) or not least <= float(text) <= most:
        raise invalid(name, f"must be a number from {least} to {most}")
    return float(text)


def _word(name: str, values: Mapping[str, str], allowed: set[str]) -> str:
    word = values[name]
    if word and word not in allowed:
        raise invalid(name, f"must be one of {', '.join(sorted(allowed))}")
    return word


def _picture(name: str, part: Part | None) -> bytes:
    if part is None or not part.content:
        raise invalid(name, "is required")
    if part.filename is None:
        raise invalid(name, "must be a file")
    if len(part.content) > MAX_PICTURE_BYTES:
        raise invalid(name, "cannot exceed 10MB")
    return part.content

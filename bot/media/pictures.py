"""Whether a picture may go to a provider, judged by its bytes and never by its name.

The limits are those of seeds/002 (Kling, "Reference Image"). It writes 10MB without saying which megabyte; the smaller
one holds with both readings.

JPG and PNG go byte for byte, with two exceptions that are drawn anew as JPEG: a picture with an EXIF orientation other
than upright (some readers turn it and some do not, so the member's video could lie on its side, and the ratio rule and
mask coordinates would mean two things), and an animated PNG (a provider may refuse it). Of whatever is animated, only
the first frame counts.

Bytes of pictures are decoded in a process of their own (``bot.media.workshop``); what it says is checked again.
"""

import asyncio
import io
import math
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Final, Literal
from weakref import WeakKeyDictionary

import structlog
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError, features
from pydantic import BaseModel, Field

from bot.media.workshop import MIB, WORKSHOP, Bounds, WorkshopError
from languages.sentence import Sentence, listed

log = structlog.get_logger()

MAX_BYTES: Final = 10_000_000
MIN_SIDE: Final = 300
MAX_RATIO: Final = 2.5
MAX_PIXELS: Final = 50_000_000
SECONDS = 15.0
"""What one picture may take."""

CARD_SIDE: Final = 1024

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", *(("AVIF",) if features.check("avif") else ()))
_READABLE: Final = listed(["JPG", "PNG", "WebP", "GIF", "BMP", "TIFF", "AVIF"])
_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = 1

_MEMORY: Final = 2048 * MIB
"""A picture of MAX_PIXELS takes up to 0.9 GB while it is drawn anew (measured, WebP)."""

_AT_ONCE: Final = 2
_PLACES: Final = WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore]()

warnings.simplefilter("error", Image.DecompressionBombWarning)
Image.init()  # here, and not once for each picture in its own process


class PictureError(Exception):
    """The picture cannot be used; ``sentence`` is for the member."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Picture:
    """What a provider gets: whole, upright, within the limits.

    ``converted`` tells that the bytes are not the member's own.
    """

    content: bytes
    media_type: Literal["image/jpeg", "image/png"]
    width: int
    height: int
    converted: bool


class _Question(BaseModel):
    """What the process that judges is asked about a picture, whose bytes follow in the next line.

    ``name`` is a dumped sentence, as is ``problem`` in the answer.
    """

    name: str
    check_ratio: bool


class _Judgement(BaseModel):
    """What it answers; the bytes of a picture that it has drawn anew follow in the next line."""

    problem: str = ""
    media_type: Literal["image/jpeg", "image/png"] = "image/jpeg"
    width: Annotated[int, Field(ge=0)] = 0
    height: Annotated[int, Field(ge=0)] = 0
    converted: bool = False


async def inspect(content: bytes, *, filename: str = "", check_ratio: bool = True) -> Picture:
    """Judge a picture, and convert what providers do not take.

    ``filename`` is only used to tell the member which file is meant. Seeds/002 states no ratio for an end picture:
    ``check_ratio=False``. Raises ``PictureError`` and nothing else.
    """
    name = called(filename)
    if not content:
        raise PictureError(Sentence("pictures-empty", picture=name))
    if len(content) > MAX_BYTES:
        raise PictureError(_too_heavy(name, len(content)))
    question = _Question(name=name.dump(), check_ratio=check_ratio)
    return await told(judge, name, joined(question, content), content)


async def told(work: Callable[[bytes], bytes], name: Sentence, given: bytes, content: bytes) -> Picture:
    """What such a function says in the end, as ``answer`` has put it, of a picture with these bytes."""
    head, drawn = parted(await have_done(work, name, given))
    try:
        judgement = _Judgement.model_validate_json(head)
        problem = Sentence.load(judgement.problem) if judgement.problem else None
    except ValueError as error:
        raise PictureError(_cannot_be_opened(name)) from error
    if problem is not None:
        raise PictureError(problem)
    return Picture(
        drawn if judgement.converted else content,
        judgement.media_type,
        judgement.width,
        judgement.height,
        judgement.converted,
    )


async def card_picture(content: bytes) -> bytes:
    """A light JPEG of an inspected picture for the public card, without its metadata (place, camera, comments).

    Raises ``PictureError``.
    """
    return await have_done(draw_card, called(""), content)


async def have_done(work: Callable[[bytes], bytes], name: Sentence, given: bytes) -> bytes:
    """Call a function of a module of this package in the process of its own; raises ``PictureError``."""
    bounds = Bounds(SECONDS, processor_seconds=math.ceil(SECONDS), memory=_MEMORY)
    places = _PLACES.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(_AT_ONCE))
    try:
        async with places:
            done = await WORKSHOP.call(f"{work.__module__}:{work.__name__}", given, bounds)
    except WorkshopError as error:
        log.warning("pictures cannot be handled", reason=str(error))
        raise PictureError(Sentence("pictures-not-now", picture=name)) from error
    if done.late:
        raise PictureError(Sentence("pictures-slow", picture=name))
    if not done.well:
        log.warning("a picture ended its reader", returncode=done.returncode, reason=done.last_words)
        raise PictureError(_cannot_be_opened(name))
    return done.output


def _cannot_be_opened(name: Sentence) -> Sentence:
    return Sentence("pictures-closed", picture=name)


def joined(head: BaseModel, content: bytes) -> bytes:
    return head.model_dump_json().encode() + b"\n" + content


def parted(message: bytes) -> tuple[bytes, bytes]:
    head, _, content = message.partition(b"\n")
    return head, content


def judge(given: bytes) -> bytes:
    """In the process of its own: from a question and a picture to a judgement."""
    head, content = parted(given)
    question = _Question.model_validate_json(head)
    return answer(lambda: judged(content, Sentence.load(question.name), check_ratio=question.check_ratio))


def answer(find: Callable[[], Picture]) -> bytes:
    """In the process of its own: the picture that is found, or what is wrong with it."""
    try:
        picture = find()
    except PictureError as error:
        return joined(_Judgement(problem=error.sentence.dump()), b"")
    judgement = _Judgement(
        media_type=picture.media_type, width=picture.width, height=picture.height, converted=picture.converted
    )
    return joined(judgement, picture.content if picture.converted else b"")


def called(filename: str) -> Sentence:
    readable = "".join(c for c in filename if c.isprintable() and c not in "`*_~|<>@")[:60].strip()
    return Sentence("pictures-named", name=readable) if readable else Sentence("pictures-nameless")


def judged(content: bytes, name: Sentence, *, check_ratio: bool) -> Picture:
    """In the process of its own; raises ``PictureError`` and nothing else."""
    with opened(content, name) as image:
        check_shape(image.width, image.height, name, check_ratio=check_ratio)
        return _judge(image, content, name)


@contextmanager
def opened(content: bytes, name: Sentence) -> Iterator[ImageFile.ImageFile]:
    """The picture, which has no more pixels than are allowed; whatever is raised inside becomes a ``PictureError``."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            check_pixels(image.width, image.height, name)
            yield image
    except PictureError:
        raise
    except UnidentifiedImageError as error:
        raise PictureError(Sentence("pictures-no-picture", picture=name, formats=_READABLE)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError(Sentence("pictures-too-many-pixels", picture=name, most=MAX_PIXELS // 1_000_000)) from error
    except MemoryError as error:
        raise PictureError(_cannot_be_opened(name)) from error
    except Exception as error:  # Pillow raises whatever its format code stumbles over in a damaged file
        raise PictureError(Sentence("pictures-damaged", picture=name)) from error


def _judge(image: ImageFile.ImageFile, content: bytes, name: Sentence) -> Picture:
    image.load()
    upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    # A phone's JPEG with a second picture behind the first (MPO) is a JPEG to every reader.
    if upright and image.format in ("JPEG", "MPO"):
        return Picture(content, "image/jpeg", image.width, image.height, converted=False)
    if upright and image.format == "PNG" and not getattr(image, "is_animated", False):
        return Picture(content, "image/png", image.width, image.height, converted=False)
    ImageOps.exif_transpose(image, in_place=True)
    return _convert(image, name)


def size_of(width: int, height: int) -> str:
    return f"{width} x {height}"


def check_pixels(width: int, height: int, name: Sentence) -> None:
    if width * height > MAX_PIXELS:
        size = size_of(width, height)
        raise PictureError(Sentence("pictures-too-big", picture=name, size=size, most=MAX_PIXELS // 1_000_000))


def check_shape(width: int, height: int, name: Sentence, *, check_ratio: bool) -> None:
    longer, shorter = max(width, height), min(width, height)
    if shorter < MIN_SIDE:
        raise PictureError(Sentence("pictures-too-small", picture=name, size=size_of(width, height), least=MIN_SIDE))
    if check_ratio and longer > shorter * MAX_RATIO:
        ratio, size = round(longer / shorter, 2), size_of(width, height)
        raise PictureError(Sentence("pictures-too-narrow", picture=name, ratio=ratio, size=size, most=MAX_RATIO))


def _convert(image: Image.Image, name: Sentence) -> Picture:
    return encoded(flatten(image, name), rgb_profile(image), name)


def encoded(drawn: Image.Image, profile: bytes | None, name: Sentence) -> Picture:
    """As good a JPEG as providers take."""
    content = b""
    for quality in (95, 80, 60, 40):
        content = as_jpeg(drawn, quality, profile)
        if len(content) <= MAX_BYTES:
            return Picture(content, "image/jpeg", drawn.width, drawn.height, converted=True)
    raise PictureError(_too_heavy(name, len(content)))


def _too_heavy(name: Sentence, size: int) -> Sentence:
    megabytes = round(size / 1_000_000, 1)
    return Sentence("pictures-too-heavy", picture=name, size=megabytes, most=MAX_BYTES // 1_000_000)


def flatten(image: Image.Image, name: Sentence) -> Image.Image:
    """RGB, with transparent parts on white, as most pages and apps show them."""
    if image.mode in ("I", "F"):  # no telling which number is black and which is white
        raise PictureError(Sentence("pictures-measurement", picture=name))
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image if image.mode == "RGBA" else image.convert("RGBA")
    drawn = Image.new("RGB", layer.size, "white")
    drawn.paste(layer, mask=layer.getchannel("A"))
    return drawn


def rgb_profile(image: Image.Image) -> bytes | None:
    """The colour profile, where it still fits the picture after ``flatten``."""
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) and profile[16:20] == b"RGB " else None


def as_jpeg(image: Image.Image, quality: int, profile: bytes | None) -> bytes:
    image.info.clear()  # Pillow would carry a comment over
    target = io.BytesIO()
    image.save(target, "JPEG", quality=quality, icc_profile=profile)
    return target.getvalue()


def draw_card(content: bytes) -> bytes:
    """In the process of its own: the card's picture."""
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as image:
        image.thumbnail((CARD_SIDE, CARD_SIDE))
        return as_jpeg(flatten(image, called("")), 85, rgb_profile(image))

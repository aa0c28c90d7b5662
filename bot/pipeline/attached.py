"""The pictures of an order: checked or fitted, and with the masks that its brush draws."""

from bot.media import fitting, masks
from bot.media.fitting import Fit
from bot.media.pictures import PictureError, inspect
from languages.sentence import Sentence
from providers.request import MOTION_KINDS, PictureKind, Point, VideoRequest
from storage.records import Picture


class Misfit(Exception):
    """The picture of this kind, with these bytes, has a problem that fitting does away with."""

    def __init__(self, kind: PictureKind, content: bytes, problem: Sentence) -> None:
        super().__init__(problem.id)
        self.kind = kind
        self.content = content
        self.problem = problem


async def checked(kind: PictureKind, content: bytes, *, filename: str, how: Fit | None) -> Picture:
    """The picture as it is sent, fitted where it is said ``how``; raises ``PictureError`` and ``Misfit``."""
    check_ratio = kind is PictureKind.IMAGE
    try:
        if how is None:
            picture = await inspect(content, filename=filename, check_ratio=check_ratio)
        else:
            picture = await fitting.fit(content, how, filename=filename, check_ratio=check_ratio)
    except PictureError as error:
        if how is None and kind is not PictureKind.STATIC_MASK and fitting.helps(error.sentence):
            raise Misfit(kind, content, error.sentence) from error
        raise
    return Picture(kind, picture.content, picture.media_type, picture.width, picture.height)


async def brush(request: VideoRequest, motion: str | None, pictures: dict[PictureKind, Picture]) -> VideoRequest:
    """Add the brush's masks to the pictures; the request with its paths as the providers count pixels.

    An order that repeats another one has its masks and paths already, and no ``motion``. Raises ``MaskError``.
    """
    picture = pictures[PictureKind.IMAGE]
    if (mask := pictures.get(PictureKind.STATIC_MASK)) is not None:
        fitted = await masks.fit(mask.content, picture.width, picture.height)
        pictures[PictureKind.STATIC_MASK] = _mask(PictureKind.STATIC_MASK, fitted, picture)
    if motion is None:
        return request
    areas = await masks.draw(motion, picture.width, picture.height)
    for kind, area in zip(MOTION_KINDS, areas, strict=False):
        pictures[kind] = _mask(kind, area.mask, picture)
    return request.model_copy(update={"motion": tuple(tuple(Point(x=x, y=y) for x, y in area.path) for area in areas)})


def _mask(kind: PictureKind, content: bytes, picture: Picture) -> Picture:
    return Picture(kind, content, "image/png", picture.width, picture.height)

"""What Kling, and so whoever passes pictures on to it, finds out about them only after the task was accepted.

The texts for too few pixels and for the aspect ratio are recorded (facts/providers.md 1.5), the others worded by us.
"""

import io
from collections.abc import Sequence

from PIL import Image

MIN_SIDE = 300
MAX_RATIO = 2.5
RATIO_TOLERANCE = 0.01

TOO_SMALL = "Image pixel is invalid"
BAD_RATIO = (
    "The resolution or aspect ratio of the input image is invalid. Please ensure it meets the required specifications."
)
BAD_FORMAT = "Image format is invalid"
MASK_RATIO = "The aspect ratio of the mask does not match the input image"
MASK_SIZES = "The resolution of static_mask and dynamic_masks does not match"


class _NoPicture(Exception):
    """No whole JPEG or PNG picture."""


def find_problem(image: bytes, tail: bytes = b"", masks: Sequence[bytes] = ()) -> str | None:
    """The reason for which the task will fail, or None; no bytes are no picture. Blocks: it decodes them whole."""
    try:
        of_image = _size(image) if image else None
        of_tail = _size(tail) if tail else None
        of_masks = [_size(mask) for mask in masks]
    except _NoPicture:
        return BAD_FORMAT
    if any(size and min(size) < MIN_SIDE for size in (of_image, of_tail)):
        return TOO_SMALL
    if of_image and max(of_image) > MAX_RATIO * min(of_image):
        return BAD_RATIO
    return _problem_of_masks(of_image, of_masks)


def _problem_of_masks(image: tuple[int, int] | None, masks: list[tuple[int, int]]) -> str | None:
    if len(set(masks)) > 1:
        return MASK_SIZES
    if image and masks:
        ratio, of_mask = (width / height for width, height in (image, masks[0]))
        if abs(of_mask / ratio - 1) > RATIO_TOLERANCE:
            return MASK_RATIO
    return None


def _size(content: bytes) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
            picture.load()
            return picture.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _NoPicture from error

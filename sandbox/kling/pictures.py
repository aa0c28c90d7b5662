"""What the API finds out about pictures only after it accepted the task.

The texts for too few pixels and for the aspect ratio are recorded (facts/providers.md 1.5), the others worded by us.
"""

import io

from PIL import Image

from .body import CreateBody
from .rules import decode_picture

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


def find_problem(body: CreateBody) -> str | None:
    """The task_status_msg with which the task will fail, or None. Blocks: it decodes every picture whole."""
    image, tail = (_size(decode_picture(name, getattr(body, name))) for name in ("image", "image_tail"))
    masks = [_size(decode_picture("mask", mask)) for mask in body.masks]
    frames = [(body.image, image), (body.image_tail, tail)]
    if any(sent and size is None for sent, size in frames) or None in masks:
        return BAD_FORMAT
    if any(size and min(size) < MIN_SIDE for _, size in frames):
        return TOO_SMALL
    if image and max(image) > MAX_RATIO * min(image):
        return BAD_RATIO
    return _problem_of_masks(image, [mask for mask in masks if mask])


def _problem_of_masks(image: tuple[int, int] | None, masks: list[tuple[int, int]]) -> str | None:
    if len(set(masks)) > 1:
        return MASK_SIZES
    if image and masks:
        ratio, of_mask = (width / height for width, height in (image, masks[0]))
        if abs(of_mask / ratio - 1) > RATIO_TOLERANCE:
            return MASK_RATIO
    return None


def _size(content: bytes) -> tuple[int, int] | None:
    """None for what is no whole JPEG or PNG picture."""
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
            picture.load()
            return picture.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None

"""Areas of a picture that travel along paths, or stay while all else moves: what a motion brush asks for."""

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops

FINENESS = (1, 2, 4, 8, 16, 32, 64)


@dataclass(frozen=True, slots=True)
class Area:
    """Part of a picture; `mask` is as large as the picture, `path` in its pixels, y upwards."""

    mask: Image.Image
    path: Sequence[tuple[float, float]]

    def shift(self, share: float) -> tuple[float, float]:
        """How far right and up of its start it is when that share, 0 to 1, of the path is travelled."""
        left = share * sum(math.dist(*leg) for leg in pairwise(self.path))
        x, y = self.path[0]
        for (from_x, from_y), (to_x, to_y) in pairwise(self.path):
            length = math.dist((from_x, from_y), (to_x, to_y))
            part = min(left / length, 1) if length else 1
            x, y = from_x + part * (to_x - from_x), from_y + part * (to_y - from_y)
            left -= length
            if left <= 0:
                break
        return x - self.path[0][0], y - self.path[0][1]


def opened_mask(content: bytes) -> Image.Image:
    """What a mask marks: bright and opaque is inside, dark or transparent outside."""
    with Image.open(io.BytesIO(content)) as image:
        marked = image.convert("RGBA")
    return ImageChops.multiply(marked.convert("L"), marked.getchannel("A"))


def without(picture: Image.Image, masks: Iterable[Image.Image]) -> Image.Image:
    """The picture without those areas: each hole is filled from around it, coarse to fine."""
    holed = picture.convert("RGBA")
    kept = holed.getchannel("A")
    for mask in masks:
        kept = ImageChops.darker(kept, ImageChops.invert(mask))
    holed.putalpha(kept)
    filled = Image.new("RGBA", picture.size, "black")
    for side in FINENESS:
        coarse = holed.resize((side, side), Image.Resampling.BOX)
        # Whatever a cell still has of the picture decides its colour.
        coarse.putalpha(coarse.getchannel("A").point(lambda share: min(255, 8 * share)))
        filled.alpha_composite(coarse.resize(picture.size, Image.Resampling.BILINEAR))
    filled.alpha_composite(holed)
    return filled.convert("RGB")

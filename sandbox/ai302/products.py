"""What 302.AI sells as "Kling Image to Video 1.5": four paths, each with its own length and quality (seed 004)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Product:
    """`path` is the last part of the route, `type` what the answers call it, `mode` the key of the frame sizes."""

    path: str
    type: str
    seconds: int
    mode: str
    has_tail: bool


_RAPID, _HQ = "m2v_img2video", "m2v_img2video_hq"

PRODUCTS = {
    product.path: product
    for product in (
        Product("m2v_15_img2video", _RAPID, 5, "std", has_tail=False),
        Product("m2v_15_img2video_10s", _RAPID, 10, "std", has_tail=False),
        Product("m2v_img2video_hq", _HQ, 5, "pro", has_tail=True),
        Product("m2v_img2video_hq_10s", _HQ, 10, "pro", has_tail=True),
    )
}

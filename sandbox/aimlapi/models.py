"""The image-to-video models and the fields of each: seeds 000 and 001, facts/providers.md section 2 and the vendor's
OpenAPI documents, which know of two paths.
"""

from collections.abc import Mapping
from dataclasses import dataclass

FIVE_OR_TEN = (5, 10)

_BASE = frozenset({"model", "image_url", "prompt", "negative_prompt", "duration"})
_CFG = _BASE | {"cfg_scale"}
_CONTROLLED = _CFG | {"static_mask", "dynamic_masks", "camera_control"}
_WITH_TAIL = _CONTROLLED | {"tail_image_url"}
_LEGACY = frozenset({"type", "external_task_id"})
_NEEDED = frozenset({"model", "image_url"})
_PROMPTED = _NEEDED | {"prompt"}

# Credits for a second, of which a dollar buys 2,000,000: the two numbers of the old price page (facts section 2).
STANDARD_PRICE = 63_000
PRO_PRICE = 262_500


@dataclass(frozen=True, slots=True)
class Model:
    """The fields that it has on each path; `legacy` is None where it is not on that path.

    `mode` says how large frames are. A model with sound makes some unless told not to.
    """

    universal: frozenset[str] = _CONTROLLED
    legacy: frozenset[str] | None = _CONTROLLED | _LEGACY
    required: frozenset[str] = _NEEDED
    durations: tuple[int, ...] = FIVE_OR_TEN
    longest_prompt: int | None = None
    mode: str = "pro"
    sound: bool = False

    def fields_on(self, *, legacy: bool) -> frozenset[str] | None:
        return self.legacy if legacy else self.universal

    def price(self, seconds: int) -> int:
        return seconds * (STANDARD_PRICE if self.mode == "std" else PRO_PRICE)


_V3 = frozenset({"tail_image_url", "multi_prompt", "elements", "shot_type", "generate_audio", "cfg_scale", "provider"})

MODELS: Mapping[str, Model] = {
    "kling-video/v1/standard/image-to-video": Model(_WITH_TAIL, _WITH_TAIL | _LEGACY, mode="std"),
    "kling-video/v1/pro/image-to-video": Model(_WITH_TAIL, _WITH_TAIL | _LEGACY),
    "kling-video/v1.5/standard/image-to-video": Model(_WITH_TAIL, _WITH_TAIL | _LEGACY, mode="std"),
    "kling-video/v1.5/pro/image-to-video": Model(_WITH_TAIL, _WITH_TAIL | _LEGACY),
    "kling-video/v1.6/standard/image-to-video": Model(
        _CFG | {"ratio", "aspect_ratio"}, _CFG | {"ratio", "aspect_ratio"}, _PROMPTED, mode="std"
    ),
    "kling-video/v1.6/pro/image-to-video": Model(_WITH_TAIL, _WITH_TAIL | _LEGACY),
    "klingai/v2-master-image-to-video": Model(),
    "kling-video/v2.1/standard/image-to-video": Model(mode="std"),
    "kling-video/v2.1/pro/image-to-video": Model(),
    "klingai/v2.1-master-image-to-video": Model(),
    "klingai/v2.5-turbo/pro/image-to-video": Model(_CFG | {"provider"}, _CFG, _PROMPTED),
    "klingai/video-v2-6-pro-image-to-video": Model(
        _BASE | {"generate_audio", "provider"}, None, _PROMPTED, longest_prompt=2500, sound=True
    ),
    "klingai/video-v3-pro-image-to-video": Model(_BASE | _V3, None, durations=tuple(range(3, 16)), sound=True),
}
"""The ratio that v1.6 standard takes is deprecated and changes nothing."""

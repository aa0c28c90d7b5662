"""The create request as the gateway handles it before Kling sees it (seed 003, facts/providers.md 3.2).

Behind it stand Kling's own rules, as `sandbox.kling` has them: what they refuse, the gateway passes on.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sandbox.common.refusal import Refusal
from sandbox.common.studio import Order
from sandbox.kling.answers import invalid_value
from sandbox.kling.body import CreateBody, read_object
from sandbox.kling.capabilities import Model
from sandbox.kling.rules import accept
from sandbox.kling.tasks import order_of

from .answers import internal, invalid, no_channel, no_model_name, unreadable

RATIOS = {"16:9": (16, 9), "9:16": (9, 16), "1:1": (1, 1)}

_STRING, _NUMBER, _OBJECT, _ARRAY = (str,), (int, float), (dict,), (list,)
FORWARDED: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("prompt", "negative_prompt", "image", "image_tail", "mode", "duration"), _STRING),
    **dict.fromkeys(("aspect_ratio", "sound", "static_mask", "callback_url", "external_task_id"), _STRING),
    "cfg_scale": _NUMBER,
    "camera_control": _OBJECT,
    **dict.fromkeys(("dynamic_masks", "voice_list", "image_list", "video_list"), _ARRAY),
    **dict.fromkeys(("element_list", "multi_prompt"), _ARRAY),
}
"""Every field that reaches Kling, with its type; the gateway drops all others without a word."""

NAMES = ("model_name", "model")

_KINDS: Mapping[type, str] = {
    bool: "bool",
    str: "string",
    int: "number",
    float: "number",
    list: "array",
    dict: "object",
}


def read_fields(raw: bytes) -> dict[str, Any]:
    try:
        return read_object(raw)
    except Refusal as refusal:
        raise unreadable() from refusal


def route(fields: Mapping[str, Any], models: Mapping[str, Model]) -> dict[str, Any]:
    """What is forwarded to Kling. Raises the gateway's own Refusals, in its order."""
    name = next((fields[key] for key in NAMES if isinstance(fields.get(key), str) and fields[key]), "")
    if not name:
        raise no_model_name()
    if name not in models:
        raise no_channel(name)
    if not isinstance(fields.get("prompt"), str) or not fields["prompt"].strip():
        raise invalid("prompt is required")
    if not fields.get("image"):
        raise invalid("image is required")  # worded by us: the real gateway would make a video of the text alone
    forwarded = {key: fields[key] for key in FORWARDED if fields.get(key) not in (None, "")}
    _check_types(forwarded)
    _check_price(forwarded, name, models[name])
    return {"model_name": name} | forwarded


def accept_by_kling(
    forwarded: dict[str, Any], models: Mapping[str, Model], sizes: Mapping[str, int]
) -> tuple[CreateBody, Order]:
    """Raise Kling's Refusals. Blocks: it decodes every picture. `sizes` is the area of a frame by mode.

    Without an aspect_ratio the frame keeps the picture's, although the gateway sends 1:1: Kling goes by the picture.
    """
    ratio = forwarded.get("aspect_ratio", "")
    if ratio and ratio not in RATIOS:
        raise invalid_value("aspect_ratio", ratio)
    body = accept(forwarded, models)
    order = order_of(body, sizes)
    return body, replace(order, shot=replace(order.shot, aspect_ratio=RATIOS.get(ratio)))


def dropped(fields: Mapping[str, Any]) -> set[str]:
    return set(fields) - set(FORWARDED) - set(NAMES)


def _check_types(forwarded: Mapping[str, Any]) -> None:
    for name, value in forwarded.items():
        if isinstance(value, bool) or not isinstance(value, FORWARDED[name]):
            expected = _KINDS[FORWARDED[name][0]]
            raise internal(
                "build_request_failed",
                f"unmarshal metadata failed: json: cannot unmarshal {_KINDS[type(value)]}"
                f" into Go struct field requestPayload.{name} of type {expected}",
            )


def _check_price(forwarded: Mapping[str, Any], name: str, model: Model) -> None:
    """The gateway knows prices for these only."""
    duration, mode = forwarded.get("duration", "5"), forwarded.get("mode", "std")
    if mode not in {"std", "pro"}:
        raise _no_price(f"unsupported mode: {mode}")
    if mode == "pro" and not model.modes:
        raise _no_price(f"unsupported model for pro mode: {name}")
    if duration not in {"5", "10"}:
        raise _no_price(f"legacy endpoint only supports duration 5 or 10, got: {duration}")


def _no_price(message: str) -> Refusal:
    return internal("get_price_scale_failed", message)

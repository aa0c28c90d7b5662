"""The create body: fields, types, lengths and ranges (seed 002, facts/providers.md 1.4).

Unknown fields are ignored, as the API does with `model`; an empty string counts as absent, as in its examples.
Messages are in the style of the recorded ones ("duration value '99' is invalid", "prompt is required"); those for
types and lengths are worded by us.
"""

import json
from typing import Annotated, Any, Literal, TypeVar

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

from sandbox.common.controls import CameraControl, DynamicMask, Part
from sandbox.common.refusal import Refusal

from .answers import invalid, invalid_value, required

AnyPart = TypeVar("AnyPart", bound=Part)
Prompt = Annotated[str, MaxLen(2500)]


class Voice(Part):
    """The n-th of the list is what the prompt calls <<<voice_n>>>."""

    voice_id: Annotated[str, MinLen(1)]


class Element(Part):
    """A character or thing kept with the account."""

    element_id: int | str


class PromptOfShot(Part):
    """One shot of several; its duration is a string, like that of the whole."""

    index: int
    prompt: Annotated[str, MaxLen(512)]
    duration: str


class WatermarkInfo(Part):
    """Asks for a second, watermarked address."""

    enabled: bool = False


class CreateBody(Part):
    """All fields of POST /v1/videos/image2video with their documented defaults."""

    model_name: str = ""
    image: str = ""
    image_tail: str = ""
    prompt: Prompt = ""
    negative_prompt: Prompt = ""
    voice_list: Annotated[list[Voice], MaxLen(2)] = Field(default_factory=list)
    sound: Literal["on", "off"] = "off"
    cfg_scale: Annotated[float, Ge(0), Le(1)] = 0.5
    mode: str = "std"
    static_mask: str = ""
    dynamic_masks: Annotated[list[DynamicMask], MaxLen(6)] = Field(default_factory=list)
    camera_control: CameraControl | None = None
    duration: str = "5"
    watermark_info: WatermarkInfo = WatermarkInfo()
    callback_url: str = ""
    external_task_id: str = ""
    multi_shot: bool = False
    shot_type: Literal["", "customize", "intelligence"] = ""
    multi_prompt: Annotated[list[PromptOfShot], MaxLen(6)] = Field(default_factory=list)
    element_list: Annotated[list[Element], MaxLen(3)] = Field(default_factory=list)

    def has(self, field: str) -> bool:
        """Whether the caller sent the field, even with its default."""
        return field in self.model_fields_set

    @property
    def model(self) -> str:
        return self.model_name or "kling-v1"

    @property
    def watermarked(self) -> bool:
        return self.watermark_info.enabled

    @property
    def masks(self) -> list[str]:
        return [mask for mask in (self.static_mask, *(each.mask for each in self.dynamic_masks)) if mask]


def read_object(raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw)
    except ValueError as error:
        raise _malformed() from error
    if not isinstance(fields, dict):
        raise _malformed()
    return fields


def read(kind: type[AnyPart], fields: dict[str, Any]) -> AnyPart:
    """Raise the Refusal that belongs to the first wrong field."""
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise _refusal(error.errors()[0]) from error


def _malformed() -> Refusal:
    refusal = invalid("Request body must be a JSON object")  # worded by us
    refusal.code = 1200
    return refusal


_KINDS = {
    "string_type": "a string",
    "int_type": "an integer",
    "int_from_float": "an integer",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_type": "a boolean",
    "list_type": "an array",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "dict_type": "an object",
}


def _refusal(error: ErrorDetails) -> Refusal:
    name, kind = _name(error["loc"]), error["type"]
    limits = error.get("ctx", {})
    match kind:
        case "missing" | "union_tag_not_found":
            return required(name if kind == "missing" else f"{name}.type")
        case "union_tag_invalid":
            return invalid_value(f"{name}.type", limits["tag"])
        case "extra_forbidden":
            return invalid(f"{name} is not supported")
        case "string_too_long":
            return invalid(f"{name} cannot exceed {limits['max_length']} characters")
        case "string_too_short":
            return required(name)
        case "too_long":
            return invalid(f"{name} cannot exceed {limits['max_length']} in total")
        case "too_short":
            return invalid(f"{name} must have at least {limits['min_length']} in total")
        case _ if kind in _KINDS:
            return invalid(f"{name} must be {_KINDS[kind]}")
        case _:
            return invalid_value(name, error["input"])


def _name(location: tuple[int | str, ...]) -> str:
    name = ""
    for part in location:
        name += f"[{part}]" if isinstance(part, int) else f".{part}"
    return name.removeprefix(".")

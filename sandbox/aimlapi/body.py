"""The create body: which fields a model has on which path, their types and ranges (the vendor's OpenAPI documents).

What is not in the document is refused, so that a wrong name is found. The hints are in the style of the one that is
recorded ("Invalid enum value. Expected …, received …").
"""

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from sandbox.common import controls
from sandbox.common.refusal import Refusal

from .answers import invalid, invalid_choice
from .models import Model

Ratio = Literal["16:9", "9:16", "1:1"]

_CLOSED = ConfigDict(extra="forbid")


class Point(controls.Point):
    """A pixel, counted from the bottom left corner."""

    model_config = _CLOSED


class DynamicMask(controls.DynamicMask):
    """What moves, and along which points."""

    model_config = _CLOSED
    trajectories: Annotated[list[Point], MinLen(2), MaxLen(77)]  # type: ignore[assignment]


class CameraConfig(controls.CameraConfig):
    """Strength and direction for the axes of a simple move."""

    model_config = _CLOSED


class CameraControl(controls.CameraControl):
    """A move; only `simple` takes a config."""

    model_config = _CLOSED
    config: CameraConfig | None = None


class Element(controls.Part):
    """Somebody or something that is to appear."""

    model_config = _CLOSED
    reference_image_urls: Annotated[list[str], MinLen(1), MaxLen(4)]
    frontal_image_url: str = ""
    video_url: str = ""


class CreateBody(controls.Part):
    """The fields of every model; which of them one has is in the table of models."""

    model_config = _CLOSED
    model: str
    image_url: str = ""
    tail_image_url: str = ""
    prompt: str = ""
    negative_prompt: str = ""
    duration: int = 5
    type: Literal["image-to-video"] = "image-to-video"
    cfg_scale: Annotated[float, Ge(0), Le(1)] = 0.5
    static_mask: str = ""
    dynamic_masks: Annotated[list[DynamicMask], MaxLen(6)] = Field(default_factory=list)
    camera_control: CameraControl | None = None
    external_task_id: str = ""
    ratio: Ratio | None = None
    aspect_ratio: Ratio | None = None
    generate_audio: bool = True
    provider: Literal["auto", "kling", "fal"] = "auto"
    multi_prompt: list[str] = Field(default_factory=list)
    shot_type: Literal["customize", "intelligent"] = "customize"
    elements: Annotated[list[Element], MaxLen(4)] = Field(default_factory=list)


def read_object(raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw)
    except ValueError as error:
        raise invalid("Request body is no JSON") from error
    if not isinstance(fields, dict):
        raise invalid(f"Expected object, received {_kind(fields)}")
    return fields


def read_body(fields: dict[str, Any], models: Mapping[str, Model], *, legacy: bool) -> CreateBody:
    """Raise a Refusal for whatever the model does not know on this path."""
    offered = {name: known for name, model in models.items() if (known := model.fields_on(legacy=legacy))}
    name = fields.get("model")
    if not isinstance(name, str) or name not in offered:
        raise invalid_choice(list(offered), name)
    _check_names(fields, offered[name], models[name].required)
    try:
        body = CreateBody.model_validate(fields)
    except ValidationError as error:
        raise _refusal(error.errors()[0]) from error
    _check_values(body, models[name])
    return body


def _check_names(fields: dict[str, Any], known: frozenset[str], required: frozenset[str]) -> None:
    if unknown := sorted(fields.keys() - known):
        raise invalid(f"Unrecognized key(s) in object: {', '.join(map(repr, unknown))}")
    if missing := sorted(required - fields.keys()):
        raise invalid(f"{missing[0]}: Required")
    if empty := [name for name, value in fields.items() if value is None]:
        raise invalid(f"{empty[0]}: Expected a value, received null")


def _check_values(body: CreateBody, model: Model) -> None:
    """Also what Kling checks behind the gateway: what excludes each other, and cameras (seed 002)."""
    if body.duration not in model.durations:
        raise invalid_choice(list(model.durations), body.duration)
    if model.longest_prompt is not None and len(body.prompt) > model.longest_prompt:
        raise invalid(f"prompt: String must contain at most {model.longest_prompt} character(s)")
    used = [bool(body.tail_image_url), bool(body.static_mask or body.dynamic_masks), body.camera_control is not None]
    if sum(used) > 1:
        raise invalid("tail_image_url, dynamic_masks/static_mask and camera_control are mutually exclusive")
    if body.camera_control and (problem := body.camera_control.problem()):
        raise invalid(problem)


_TYPES = {
    "string_type": "string",
    "int_type": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "finite_number": "number",
    "bool_type": "boolean",
    "list_type": "array",
    "model_type": "object",
}


def _refusal(error: ErrorDetails) -> Refusal:
    name, kind = ".".join(map(str, error["loc"])), error["type"]
    match kind:
        case "literal_error":
            choices = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            return invalid_choice(choices, error["input"])
        case "missing":
            return invalid(f"{name}: Required")
        case "extra_forbidden":
            return invalid(f"Unrecognized key(s) in object: '{name}'")
        case _ if kind in _TYPES:
            return invalid(f"{name}: Expected {_TYPES[kind]}, received {_kind(error['input'])}")
        case _:
            return invalid(f"{name}: {error['msg']}")


def _kind(value: Any) -> str:
    kinds = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return kinds.get(type(value), "null")

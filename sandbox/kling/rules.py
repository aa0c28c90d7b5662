"""Which create bodies are refused, and with which words (seed 002, facts/providers.md 1.4, 1.6 and 1.10).

The rules for single fields are in `body`; here stand those between fields, and those of the models. Recorded texts:
"model is not supported", "The model '…' has been discontinued and is no longer available.", "… value '…' is invalid",
"… is required", "File is not in a valid base64 format". All others are worded by us in their style, and 400/1201 is our
choice for the discontinued models, whose code nobody wrote down.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from sandbox.common.controls import CameraControl

from .answers import invalid, invalid_value, required
from .body import CreateBody, read
from .capabilities import Model

MAX_PICTURE_MB = 10
VOICE_REFERENCE = re.compile(r"<<<voice_(\d+)>>>")


def accept(fields: dict[str, Any], models: Mapping[str, Model]) -> CreateBody:
    """The body, if every rule that is checked at once lets it pass; raises Refusal. Blocks: it decodes the pictures."""
    body = read(CreateBody, fields)
    model = _model(body.model, models)
    for check in (_mode, _duration, _exclusive, _pictures, _controls, _cfg_scale, _sound, _voices, _shots, _elements):
        check(body, model)
    _camera(body.camera_control, model)
    check_callback(body.callback_url)
    for field in ("image", "image_tail", "static_mask"):
        decode_picture(field, getattr(body, field))
    for index, each in enumerate(body.dynamic_masks):
        decode_picture(f"dynamic_masks[{index}].mask", each.mask)
    return body


def decode_picture(field: str, value: str, most_mb: int = MAX_PICTURE_MB) -> bytes:
    """The picture's bytes; an absent one has none."""
    if value.startswith(("http://", "https://")):
        raise invalid(f"{field} cannot be downloaded, please make sure the URL is accessible")
    try:
        content = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise invalid("File is not in a valid base64 format") from error
    if len(content) > most_mb * 1024 * 1024:
        raise invalid(f"{field} file size cannot exceed {most_mb}MB")
    return content


def _model(name: str, models: Mapping[str, Model]) -> Model:
    model = models.get(name)
    if model is None:
        raise invalid("model is not supported")
    if model.retired:
        raise invalid(f"The model '{name}' has been discontinued and is no longer available.")
    return model


def _mode(body: CreateBody, model: Model) -> None:
    if model.modes and body.mode not in model.modes:
        raise invalid_value("mode", body.mode)
    if not model.modes and body.has("mode"):
        raise invalid(f"mode is not supported by {body.model}")


def _duration(body: CreateBody, model: Model) -> None:
    if body.duration not in model.durations:
        raise invalid_value("duration", body.duration)


def _exclusive(body: CreateBody, _: Model) -> None:
    used = [bool(body.image_tail), bool(body.masks), body.camera_control is not None]
    if sum(used) > 1:
        raise invalid("image_tail, dynamic_masks/static_mask and camera_control are mutually exclusive")


def _pictures(body: CreateBody, model: Model) -> None:
    if not body.image and not body.image_tail:
        raise required("image or image_tail")
    if not body.image_tail:
        return
    modes = model.first_and_last if body.image else model.end_only
    if body.mode not in modes or body.duration not in model.frame_durations:
        raise _unsupported("image_tail" if body.image else "image_tail without image", body)
    if model.silent_end and body.sound == "on":
        raise invalid(f"{body.model} does not support sound together with image_tail")


def _controls(body: CreateBody, model: Model) -> None:
    offered = body.duration in model.control_durations
    if body.masks and not (offered and body.mode in model.brush):
        raise _unsupported("dynamic_masks/static_mask", body)
    if body.camera_control and not (offered and body.mode in model.camera):
        raise _unsupported("camera_control", body)


def _camera(camera: CameraControl | None, model: Model) -> None:
    if camera is None:
        return
    if camera.type not in model.camera_types:
        raise invalid_value("camera_control.type", camera.type)
    if problem := camera.problem():
        raise invalid(problem)


def _cfg_scale(body: CreateBody, model: Model) -> None:
    if body.has("cfg_scale") and not model.cfg_scale:
        raise invalid(f"cfg_scale is not supported by {body.model}")


def _sound(body: CreateBody, model: Model) -> None:
    if body.has("sound") and not model.has_sound_field:
        raise invalid(f"sound is not supported by {body.model}")
    if body.sound == "on" and body.mode not in model.sound:
        raise invalid_value("sound", body.sound)


def _voices(body: CreateBody, model: Model) -> None:
    references = {int(number) for number in VOICE_REFERENCE.findall(body.prompt)}
    if (body.voice_list or references) and not model.voices:
        raise invalid(f"voice_list is not supported by {body.model}")
    if body.voice_list and body.sound != "on":
        raise invalid("sound must be 'on' when voice_list is not empty")
    if references - set(range(1, len(body.voice_list) + 1)):
        raise invalid("prompt references a voice that is not in voice_list")


def _shots(body: CreateBody, model: Model) -> None:
    asked = body.multi_shot or body.shot_type or body.multi_prompt
    if asked and not model.shots_and_elements:
        raise invalid(f"multi_shot is not supported by {body.model}")
    if body.multi_shot and not body.shot_type:
        raise required("shot_type")
    customized = body.multi_shot and body.shot_type == "customize"
    if customized != bool(body.multi_prompt):
        raise required("multi_prompt") if customized else invalid("multi_prompt needs multi_shot and customize")
    if customized:
        _durations_of_shots(body)


def _durations_of_shots(body: CreateBody) -> None:
    for index, shot in enumerate(body.multi_prompt):
        if not re.fullmatch(r"[1-9]\d?", shot.duration):
            raise invalid_value(f"multi_prompt[{index}].duration", shot.duration)
    if sum(int(shot.duration) for shot in body.multi_prompt) != int(body.duration):
        raise invalid("The durations in multi_prompt must add up to duration")


def _elements(body: CreateBody, model: Model) -> None:
    if body.element_list and not model.shots_and_elements:
        raise invalid(f"element_list is not supported by {body.model}")


def check_callback(url: str) -> None:
    if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname):
        raise invalid_value("callback_url", url)


def _unsupported(feature: str, body: CreateBody) -> Exception:
    return invalid(f"{feature} is not supported by {body.model} with mode {body.mode} and duration {body.duration}")

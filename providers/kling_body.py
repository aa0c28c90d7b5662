"""The body that creates a task (seed 002, facts/providers.md 1.4)."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from providers.provider import Submission
from providers.request import MOTION_KINDS, Camera, PictureFile, PictureKind, VideoRequest

_WITHOUT_MODE = {"kling-v2-master", "kling-v2-1-master"}
_AXES = (Camera.HORIZONTAL, Camera.VERTICAL, Camera.PAN, Camera.TILT, Camera.ROLL, Camera.ZOOM)


def create_body(submission: Submission) -> dict[str, Any]:
    """Only what was asked for is in it: Kling's default is right for the rest, except for its default model.

    Encodes the pictures, so it belongs in a thread. ``aspect_ratio`` is not Kling's: its videos follow the picture.
    """
    body: dict[str, Any] = {"model_name": submission.provider_model} | common_body(submission)
    if submission.request.watermark:
        body["watermark_info"] = {"enabled": True}
    return body


def common_body(submission: Submission) -> dict[str, Any]:
    """What is the same wherever a request ends at Kling's older API."""
    request = submission.request
    body: dict[str, Any] = {
        "image": submission.pictures[PictureKind.IMAGE].base64,
        "duration": str(request.duration),
        "external_task_id": submission.job_id,
    }
    if submission.provider_model not in _WITHOUT_MODE:
        body["mode"] = request.mode.value
    if submission.callback_url is not None:
        body["callback_url"] = submission.callback_url
    brush_or_camera = motion(submission, attrgetter("base64"), end_image="image_tail")
    return body | words(request) | _sound(request) | brush_or_camera


def words(request: VideoRequest) -> dict[str, Any]:
    """Prompts, and how closely to follow them."""
    options: dict[str, Any] = {}
    if request.prompt:
        options["prompt"] = request.prompt
    if request.negative_prompt:
        options["negative_prompt"] = request.negative_prompt
    if request.cfg_scale is not None:
        options["cfg_scale"] = request.cfg_scale
    return options


def _sound(request: VideoRequest) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if request.sound:
        options["sound"] = "on"
    if request.voices:
        options["voice_list"] = [{"voice_id": voice} for voice in request.voices]
    return options


def motion(submission: Submission, encode: Callable[[PictureFile], str], *, end_image: str) -> dict[str, Any]:
    """End picture, camera move or motion brush; ``end_image`` names the field of the first."""
    request = submission.request
    options: dict[str, Any] = {}
    if request.end_image:
        options[end_image] = encode(submission.pictures[PictureKind.END_IMAGE])
    if request.camera is not None:
        options["camera_control"] = _camera(request.camera, request.camera_value)
    if request.static_mask:
        options["static_mask"] = encode(submission.pictures[PictureKind.STATIC_MASK])
    if request.motion:
        options["dynamic_masks"] = [
            {
                "mask": encode(submission.pictures[kind]),
                "trajectories": [{"x": point.x, "y": point.y} for point in path],
            }
            for kind, path in zip(MOTION_KINDS, request.motion, strict=False)
        ]
    return options


def _camera(camera: Camera, value: float | None) -> dict[str, Any]:
    if not camera.takes_strength:
        return {"type": camera.value}
    return {"type": "simple", "config": {axis.value: value if axis is camera else 0 for axis in _AXES}}

"""The body that creates a task (seed 002, facts/providers.md 1.4)."""

from typing import Any

from providers.provider import Submission
from providers.request import MOTION_KINDS, Camera, PictureKind, VideoRequest

_WITHOUT_MODE = {"kling-v2-master", "kling-v2-1-master"}
_AXES = (Camera.HORIZONTAL, Camera.VERTICAL, Camera.PAN, Camera.TILT, Camera.ROLL, Camera.ZOOM)


def create_body(submission: Submission) -> dict[str, Any]:
    """Only what was asked for is in it: Kling's default is right for the rest, except for its default model.

    Encodes the pictures, so it belongs in a thread. ``aspect_ratio`` is not Kling's: its videos follow the picture.
    """
    request = submission.request
    body: dict[str, Any] = {
        "model_name": submission.provider_model,
        "image": submission.pictures[PictureKind.IMAGE].base64,
        "duration": str(request.duration),
        "external_task_id": submission.job_id,
    }
    if submission.provider_model not in _WITHOUT_MODE:
        body["mode"] = request.mode.value
    if submission.callback_url is not None:
        body["callback_url"] = submission.callback_url
    return body | _words(request) | _sound(request) | _motion(submission)


def _words(request: VideoRequest) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if request.prompt:
        options["prompt"] = request.prompt
    if request.negative_prompt:
        options["negative_prompt"] = request.negative_prompt
    if request.cfg_scale is not None:
        options["cfg_scale"] = request.cfg_scale
    if request.watermark:
        options["watermark_info"] = {"enabled": True}
    return options


def _sound(request: VideoRequest) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if request.sound:
        options["sound"] = "on"
    if request.voices:
        options["voice_list"] = [{"voice_id": voice} for voice in request.voices]
    return options


def _motion(submission: Submission) -> dict[str, Any]:
    request = submission.request
    options: dict[str, Any] = {}
    if request.end_image:
        options["image_tail"] = submission.pictures[PictureKind.END_IMAGE].base64
    if request.camera is not None:
        options["camera_control"] = _camera(request.camera, request.camera_value)
    if request.static_mask:
        options["static_mask"] = submission.pictures[PictureKind.STATIC_MASK].base64
    if request.motion:
        options["dynamic_masks"] = [
            {
                "mask": submission.pictures[kind].base64,
                "trajectories": [{"x": point.x, "y": point.y} for point in path],
            }
            for kind, path in zip(MOTION_KINDS, request.motion, strict=False)
        ]
    return options


def _camera(camera: Camera, value: float | None) -> dict[str, Any]:
    if not camera.takes_strength:
        return {"type": camera.value}
    return {"type": "simple", "config": {axis.value: value if axis is camera else 0 for axis in _AXES}}

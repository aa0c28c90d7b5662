"""The body that creates a task, field by field and type by type."""

import json
import os
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from providers.kling_body import create_body
from providers.request import Camera, PictureKind

PATHS = [[{"x": 1, "y": 2}, {"x": 30, "y": 40}], [{"x": 5, "y": 6}, {"x": 7, "y": 8}, {"x": 9, "y": 10}]]
SIMPLE_MOVES = [camera for camera in Camera if camera.takes_strength]
FIXED_MOVES = [camera for camera in Camera if not camera.takes_strength]


def encoded(kind: PictureKind) -> str:
    return b64encode(f"bytes of {kind}".encode()).decode()


def exactly(value: object) -> str:
    """The value with the types of all its parts, so that 5, 5.0, "5" and True differ."""
    return json.dumps(value, sort_keys=True)


def schema() -> Any:
    folder = Path(os.environ.get("STILLMOTION_SCHEMAS", Path(__file__).parents[3] / "shared" / "schemas"))
    file = folder / "kling" / "image2video.typed.schema.json"
    if not file.exists():
        pytest.skip(f"no schema at {file}")
    return json.loads(file.read_text("utf-8"))


def test_the_smallest_body(submission):
    assert exactly(create_body(submission(prompt=""))) == exactly(
        {
            "model_name": "kling-v2-5-turbo",
            "image": encoded(PictureKind.IMAGE),
            "duration": "5",
            "mode": "std",
            "external_task_id": "job-1",
        }
    )


def test_every_option_that_goes_together(submission):
    asked = submission(
        "job-2",
        provider_model="kling-v2-6",
        callback_url="https://bot.example/callbacks/kling/job-2/token",
        prompt="The man<<<voice_1>>> says hello to <<<voice_2>>>",
        negative_prompt="blur",
        duration=10,
        mode="pro",
        cfg_scale=0.25,
        end_image=True,
        sound=True,
        voices=("v-1", "v-2"),
        watermark=True,
    )
    assert exactly(create_body(asked)) == exactly(
        {
            "model_name": "kling-v2-6",
            "image": encoded(PictureKind.IMAGE),
            "image_tail": encoded(PictureKind.END_IMAGE),
            "prompt": "The man<<<voice_1>>> says hello to <<<voice_2>>>",
            "negative_prompt": "blur",
            "voice_list": [{"voice_id": "v-1"}, {"voice_id": "v-2"}],
            "sound": "on",
            "cfg_scale": 0.25,
            "mode": "pro",
            "duration": "10",
            "watermark_info": {"enabled": True},
            "callback_url": "https://bot.example/callbacks/kling/job-2/token",
            "external_task_id": "job-2",
        }
    )


def test_the_motion_brush(submission):
    body = create_body(submission(provider_model="kling-v1", prompt="", static_mask=True, motion=PATHS))
    assert exactly(body) == exactly(
        {
            "model_name": "kling-v1",
            "image": encoded(PictureKind.IMAGE),
            "static_mask": encoded(PictureKind.STATIC_MASK),
            "dynamic_masks": [
                {"mask": encoded(PictureKind.MOTION_1), "trajectories": PATHS[0]},
                {"mask": encoded(PictureKind.MOTION_2), "trajectories": PATHS[1]},
            ],
            "mode": "std",
            "duration": "5",
            "external_task_id": "job-1",
        }
    )


@pytest.mark.parametrize("camera", SIMPLE_MOVES)
@pytest.mark.parametrize("value", [-10, -0.5, 7.5])
def test_simple_moves_name_all_six_axes_and_use_one(submission, camera, value):
    control = create_body(submission(camera=camera, camera_value=value))["camera_control"]
    assert control["type"] == "simple"
    assert set(control["config"]) == {"horizontal", "vertical", "pan", "tilt", "roll", "zoom"}
    assert {axis: strength for axis, strength in control["config"].items() if strength} == {camera.value: value}


@pytest.mark.parametrize("camera", FIXED_MOVES)
def test_fixed_moves_have_no_config(submission, camera):
    assert exactly(create_body(submission(camera=camera))["camera_control"]) == exactly({"type": camera.value})


@pytest.mark.parametrize("model", ["kling-v2-master", "kling-v2-1-master"])
def test_masters_are_asked_for_without_a_mode(submission, model):
    assert "mode" not in create_body(submission(provider_model=model))


@pytest.mark.parametrize("mode", ["std", "pro", "4k"])
@pytest.mark.parametrize("seconds", [3, 15])
def test_durations_are_text_and_modes_are_words(submission, mode, seconds):
    body = create_body(submission(provider_model="kling-v3", mode=mode, duration=seconds))
    assert (body["mode"], body["duration"]) == (mode, str(seconds))


def test_the_aspect_ratio_stays_home(submission):
    assert "aspect_ratio" not in create_body(submission(aspect_ratio="16:9"))


def test_a_cfg_scale_of_zero_is_sent(submission):
    assert create_body(submission(cfg_scale=0))["cfg_scale"] == 0


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"end_image": True, "negative_prompt": "blur", "cfg_scale": 1, "watermark": True},
        {"camera": "zoom", "camera_value": 3},
        {"static_mask": True, "motion": PATHS},
        {"sound": True, "voices": ("a",), "duration": 7, "mode": "4k"},
    ],
)
def test_bodies_follow_the_schema(submission, options):
    jsonschema.validate(create_body(submission(provider_model="kling-v3", **options)), schema())


async def test_what_leaves_is_that_body_and_nothing_else(kling_says, submission):
    kling, server = await kling_says((200, {"code": 0, "data": {"task_id": "7", "task_status": "submitted"}}))
    asked = submission(end_image=True, mode="pro")
    await kling.submit(asked)
    (seen,) = server.seen
    assert (seen.method, seen.path) == ("POST", "/v1/videos/image2video")
    assert json.loads(seen.body) == create_body(asked)
    assert b64decode(json.loads(seen.body)["image"]) == b"bytes of image"

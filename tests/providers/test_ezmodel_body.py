"""The body that creates a task at EZModel (seed 003), field by field and type by type."""

import json
from base64 import b64encode

import pytest

from providers.ezmodel import NEUTRAL_PROMPT, create_body
from providers.request import AspectRatio, Camera, PictureKind

PATHS = [[{"x": 1, "y": 2}, {"x": 30, "y": 40}], [{"x": 5, "y": 6}, {"x": 7, "y": 8}, {"x": 9, "y": 10}]]


def encoded(kind: PictureKind) -> str:
    return b64encode(f"bytes of {kind}".encode()).decode()


def exactly(value: object) -> str:
    """The value with the types of all its parts, so that 5, 5.0, "5" and True differ."""
    return json.dumps(value, sort_keys=True)


def test_the_smallest_body_has_a_prompt(submission):
    assert exactly(create_body(submission(provider_model="kling-v1", prompt=""))) == exactly(
        {
            "model": "kling-v1",
            "image": encoded(PictureKind.IMAGE),
            "prompt": NEUTRAL_PROMPT,
            "mode": "std",
            "duration": "5",
            "external_task_id": "job-1",
        }
    )


def test_every_option_that_goes_together(submission):
    asked = submission(
        "job-2",
        provider_model="kling-v2-6",
        callback_url="https://bot.example/callbacks/ezmodel/job-2/token",
        prompt="The man<<<voice_1>>> says hello to <<<voice_2>>>",
        negative_prompt="blur",
        duration=10,
        mode="pro",
        cfg_scale=0.25,
        aspect_ratio="9:16",
        end_image=True,
        sound=True,
        voices=("v-1", "v-2"),
        watermark=True,
    )
    assert exactly(create_body(asked)) == exactly(
        {
            "model": "kling-v2-6",
            "image": encoded(PictureKind.IMAGE),
            "image_tail": encoded(PictureKind.END_IMAGE),
            "prompt": "The man<<<voice_1>>> says hello to <<<voice_2>>>",
            "negative_prompt": "blur",
            "cfg_scale": 0.25,
            "mode": "pro",
            "aspect_ratio": "9:16",
            "duration": "10",
            "sound": "on",
            "voice_list": [{"voice_id": "v-1"}, {"voice_id": "v-2"}],
            "callback_url": "https://bot.example/callbacks/ezmodel/job-2/token",
            "external_task_id": "job-2",
        }
    )


def test_the_motion_brush(submission):
    body = create_body(submission(provider_model="kling-v1", static_mask=True, motion=PATHS))
    assert exactly({key: body[key] for key in ("static_mask", "dynamic_masks")}) == exactly(
        {
            "static_mask": encoded(PictureKind.STATIC_MASK),
            "dynamic_masks": [
                {"mask": encoded(PictureKind.MOTION_1), "trajectories": PATHS[0]},
                {"mask": encoded(PictureKind.MOTION_2), "trajectories": PATHS[1]},
            ],
        }
    )


@pytest.mark.parametrize("camera", list(Camera))
def test_camera_moves(submission, camera):
    strength = {"camera_value": 3.5} if camera.takes_strength else {}
    control = create_body(submission(provider_model="kling-v1-5", camera=camera, **strength))["camera_control"]
    if camera.takes_strength:
        assert control["type"] == "simple"
        assert {axis: value for axis, value in control["config"].items() if value} == {camera.value: 3.5}
    else:
        assert exactly(control) == exactly({"type": camera.value})


@pytest.mark.parametrize("ratio", list(AspectRatio))
def test_aspect_ratios(submission, ratio):
    assert exactly(create_body(submission(aspect_ratio=ratio))["aspect_ratio"]) == exactly(ratio.value)


@pytest.mark.parametrize(("scale", "sent"), [(0, 0.0), (1, 1.0), (0.5, 0.5)])
def test_the_scale_is_klings_and_not_the_documents(submission, scale, sent):
    assert exactly(create_body(submission(cfg_scale=scale))["cfg_scale"]) == exactly(sent)

"""The body that creates a task at AI/ML API, field by field and type by type, and by the vendor's own documents."""

import json
from base64 import b64encode
from typing import Any

import jsonschema
import pytest

from providers.aimlapi_body import create_body
from providers.request import Camera, PictureKind
from sandbox.common.schemas import schema_path

V1 = "kling-video/v1/pro/image-to-video"
V2_1 = "kling-video/v2.1/pro/image-to-video"
V2_5 = "klingai/v2.5-turbo/pro/image-to-video"
V2_6 = "klingai/video-v2-6-pro-image-to-video"
V3 = "klingai/video-v3-pro-image-to-video"
AXES = {"horizontal", "vertical", "pan", "tilt", "roll", "zoom"}
PATHS = [[{"x": 1, "y": 2}, {"x": 30, "y": 40}], [{"x": 5, "y": 6}, {"x": 7, "y": 8}, {"x": 9, "y": 10}]]
WORDS = {"prompt": "leaves move", "negative_prompt": "blur", "cfg_scale": 0.25, "duration": 10}
BRUSH = {"static_mask": True, "motion": PATHS}


def encoded(kind: PictureKind) -> str:
    return "data:image/png;base64," + b64encode(f"bytes of {kind}".encode()).decode()


def exactly(value: object) -> str:
    """The value with the types of all its parts, so that 5, 5.0, "5" and True differ."""
    return json.dumps(value, sort_keys=True)


def document(name: str) -> Any:
    file = schema_path(f"aimlapi/{name}.openapi.json")
    if file is None:
        pytest.skip(f"no schema of {name}")
    return json.loads(file.read_text("utf-8"))


def create_schema(name: str) -> Any:
    """What the vendor's document says of a create."""
    (path,) = document(name)["paths"].values()
    return path["post"]["requestBody"]["content"]["application/json"]["schema"]


def validate(body: dict[str, Any], form: Any) -> None:
    """Fields that the document does not name are not allowed here."""
    strict = form | {"additionalProperties": False}
    jsonschema.validate(body, strict, format_checker=jsonschema.FormatChecker())


def test_seed_000_with_every_option_that_goes_together(submission):
    asked = submission("job-2", provider_model=V1, end_image=True, callback_url="https://bot.example/x", **WORDS)
    assert exactly(create_body(asked, universal=False)) == exactly(
        {
            "model": V1,
            "type": "image-to-video",
            "image_url": encoded(PictureKind.IMAGE),
            "tail_image_url": encoded(PictureKind.END_IMAGE),
            "prompt": "leaves move",
            "negative_prompt": "blur",
            "duration": 10,
            "cfg_scale": 0.25,
            "external_task_id": "job-2",
        }
    )


def test_seed_001_with_the_motion_brush(submission):
    body = create_body(submission(provider_model=V2_1, prompt="", cfg_scale=0, **BRUSH), universal=False)
    assert exactly(body) == exactly(
        {
            "model": V2_1,
            "type": "image-to-video",
            "image_url": encoded(PictureKind.IMAGE),
            "static_mask": encoded(PictureKind.STATIC_MASK),
            "dynamic_masks": [
                {"mask": encoded(PictureKind.MOTION_1), "trajectories": PATHS[0]},
                {"mask": encoded(PictureKind.MOTION_2), "trajectories": PATHS[1]},
            ],
            "duration": 5,
            "cfg_scale": 0.0,
            "external_task_id": "job-1",
        }
    )


def test_the_universal_path_knows_neither_type_nor_our_id(submission):
    assert exactly(create_body(submission(provider_model=V2_5), universal=True)) == exactly(
        {"model": V2_5, "image_url": encoded(PictureKind.IMAGE), "prompt": "leaves move", "duration": 5}
    )


@pytest.mark.parametrize("model", [V2_6, V3])
@pytest.mark.parametrize("sound", [True, False])
@pytest.mark.parametrize("universal", [True, False])
def test_sound_is_said_either_way_where_a_model_has_it(submission, model, sound, universal):
    body = create_body(submission(provider_model=model, sound=sound), universal=universal)
    assert body["generate_audio"] is sound


@pytest.mark.parametrize("model", [V1, V2_1, V2_5, "klingai/v2.1-master-image-to-video"])
def test_sound_is_not_mentioned_to_the_others(submission, model):
    assert "generate_audio" not in create_body(submission(provider_model=model), universal=True)


@pytest.mark.parametrize("camera", list(Camera))
def test_camera_moves(submission, camera):
    strength = {"camera_value": -7.5} if camera.takes_strength else {}
    control = create_body(submission(provider_model=V1, camera=camera, **strength), universal=False)["camera_control"]
    if camera.takes_strength:
        assert set(control) == {"type", "config"}
        assert (control["type"], set(control["config"])) == ("simple", AXES)
        assert {axis: value for axis, value in control["config"].items() if value} == {camera.value: -7.5}
    else:
        assert exactly(control) == exactly({"type": camera.value})


def test_what_it_has_no_field_for_stays_home(submission):
    asked = submission(provider_model=V1, mode="pro", aspect_ratio="16:9", watermark=True, sound=True, voices=("a",))
    assert set(create_body(asked, universal=False)) == {
        "model", "type", "image_url", "prompt", "duration", "external_task_id",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "model", "options"),
    [
        ("legacy-v1-pro-create", V1, {}),
        ("legacy-v1-pro-create", V1, WORDS | {"end_image": True}),
        ("legacy-v1-pro-create", V1, WORDS | BRUSH),
        ("legacy-v1-pro-create", V1, {"camera": "zoom", "camera_value": -10}),
        ("legacy-v1-pro-create", V1, {"camera": "forward_up"}),
        ("v1-pro-image-to-video", V1, WORDS | {"end_image": True}),
        ("v1-pro-image-to-video", V1, BRUSH),
        ("v1.5-pro-image-to-video", "kling-video/v1.5/pro/image-to-video", WORDS | {"end_image": True}),
        ("v1.6-pro-image-to-video", "kling-video/v1.6/pro/image-to-video", WORDS | {"end_image": True}),
        ("v2.1-pro-image-to-video", V2_1, WORDS | BRUSH),
        ("v2.1-standard-image-to-video", "kling-video/v2.1/standard/image-to-video", WORDS),
        ("v2.5-turbo-pro-image-to-video", V2_5, WORDS),
        ("video-v2-6-pro-image-to-video", V2_6, {"negative_prompt": "blur", "sound": True, "duration": 10}),
        ("video-v3-pro-image-to-video", V3, WORDS | {"end_image": True, "sound": True, "duration": 15}),
    ],
)
def test_bodies_follow_the_vendors_documents(submission, name, model, options):
    body = create_body(submission(provider_model=model, **options), universal=not name.startswith("legacy"))
    validate(body, create_schema(name))


def test_seed_001s_bodies_follow_the_legacy_document(submission):
    union = document("legacy-kling-v2-generation")["components"]["schemas"]["Kling.v2.SubmitGenerationPayloadDTO"]
    (form,) = [one for one in union["anyOf"] if V2_1 in one.get("properties", {}).get("model", {}).get("enum", [])]
    validate(create_body(submission(provider_model=V2_1, **WORDS, **BRUSH), universal=False), form)

from typing import Any

import pytest

from sandbox.aimlapi import LEGACY_PATH, MODELS, UNIVERSAL_PATH
from sandbox.aimlapi.body import read_body
from sandbox.aimlapi.vendor import vendor_schemas
from sandbox.common.refusal import Refusal
from sandbox.common.schemas import schema_path

V1, V21 = "kling-video/v1/pro/image-to-video", "kling-video/v2.1/pro/image-to-video"
TURBO, V26 = "klingai/v2.5-turbo/pro/image-to-video", "klingai/video-v2-6-pro-image-to-video"
V3 = "klingai/video-v3-pro-image-to-video"
POINTS = [{"x": 1, "y": 2}, {"x": 3, "y": 4}]
MASKS = [{"mask": "QUJD", "trajectories": POINTS}]
ZOOM = {"type": "simple", "config": {"zoom": -3.5, "pan": 0}}

ACCEPTED: list[tuple[str, str, dict[str, Any]]] = [
    (LEGACY_PATH, V1, {}),
    (LEGACY_PATH, V1, {"type": "image-to-video", "external_task_id": "job-1", "duration": 10, "cfg_scale": 1}),
    (LEGACY_PATH, V1, {"tail_image_url": "https://example.test/end.png", "negative_prompt": "fog"}),
    (LEGACY_PATH, V21, {"static_mask": "QUJD", "dynamic_masks": MASKS * 6}),
    (LEGACY_PATH, V21, {"camera_control": ZOOM}),
    (LEGACY_PATH, V21, {"camera_control": {"type": "down_back"}}),
    (LEGACY_PATH, "kling-video/v1/standard/image-to-video", {"cfg_scale": 0.25}),
    (LEGACY_PATH, TURBO, {"prompt": "p"}),
    (LEGACY_PATH, "kling-video/v1.6/standard/image-to-video", {"prompt": "p", "aspect_ratio": "9:16"}),
    (UNIVERSAL_PATH, V1, {"tail_image_url": "https://example.test/end.png", "duration": 5}),
    (UNIVERSAL_PATH, V21, {"camera_control": ZOOM, "cfg_scale": 0}),
    (UNIVERSAL_PATH, TURBO, {"prompt": "p", "cfg_scale": 0.5, "provider": "kling"}),
    (UNIVERSAL_PATH, V26, {"prompt": "p" * 2500, "generate_audio": False}),
    (UNIVERSAL_PATH, V3, {"duration": 15, "tail_image_url": "https://example.test/end.png", "generate_audio": True}),
    (UNIVERSAL_PATH, V3, {"multi_prompt": ["a", "b"], "shot_type": "intelligent", "elements": [
        {"reference_image_urls": ["https://example.test/1.png"]}]}),
]  # fmt: skip

REFUSED: list[tuple[str, str, dict[str, Any], str]] = [
    (LEGACY_PATH, V1, {"duration": "5"}, "duration: Expected integer, received string"),
    (LEGACY_PATH, V1, {"duration": 7}, "Invalid enum value. Expected 5 | 10, received 7"),
    (LEGACY_PATH, V1, {"duration": 5.5}, "duration: Expected integer, received number"),
    (LEGACY_PATH, V1, {"duration": True}, "duration: Expected integer, received boolean"),
    (LEGACY_PATH, V1, {"duration": None}, "duration: Expected a value, received null"),
    (LEGACY_PATH, V1, {"type": "video"}, "Invalid enum value. Expected 'image-to-video', received 'video'"),
    (LEGACY_PATH, V1, {"aspect_ratio": "16:9"}, "Unrecognized key(s) in object: 'aspect_ratio'"),
    (LEGACY_PATH, V1, {"mode": "pro", "image": "QUJD"}, "Unrecognized key(s) in object: 'image', 'mode'"),
    (LEGACY_PATH, V1, {"cfg_scale": 1.1}, "cfg_scale: Input should be less than or equal to 1"),
    (LEGACY_PATH, V1, {"cfg_scale": "0.5"}, "cfg_scale: Expected number, received string"),
    (LEGACY_PATH, V1, {"prompt": 5}, "prompt: Expected string, received number"),
    (LEGACY_PATH, V1, {"external_task_id": 5}, "external_task_id: Expected string, received number"),
    (LEGACY_PATH, V1, {"dynamic_masks": MASKS * 7},
     "dynamic_masks: List should have at most 6 items after validation, not 7"),
    (LEGACY_PATH, V1, {"dynamic_masks": [{"mask": "QUJD", "trajectories": POINTS[:1]}]},
     "dynamic_masks.0.trajectories: List should have at least 2 items after validation, not 1"),
    (LEGACY_PATH, V1, {"dynamic_masks": [{"mask": "QUJD", "trajectories": [[1, 2], [3, 4]]}]},
     "dynamic_masks.0.trajectories.0: Expected object, received array"),
    (LEGACY_PATH, V1, {"dynamic_masks": [{"mask": "QUJD", "trajectories": [{"x": 1.5, "y": 2}, POINTS[0]]}]},
     "dynamic_masks.0.trajectories.0.x: Expected integer, received number"),
    (LEGACY_PATH, V1, {"dynamic_masks": [{"trajectories": POINTS}]}, "dynamic_masks.0.mask: Required"),
    (LEGACY_PATH, V1, {"camera_control": {"type": "zoom"}},
     ("Invalid enum value. Expected 'simple' | 'down_back' | 'forward_up' | 'right_turn_forward' | "
      "'left_turn_forward', received 'zoom'")),
    (LEGACY_PATH, V1, {"camera_control": {"type": "simple", "config": {"zoom": 11}}},
     "camera_control.config.zoom: Input should be less than or equal to 10"),
    (LEGACY_PATH, V1, {"camera_control": {"type": "simple", "config": {"zoom": 1, "pan": 1}}},
     "camera_control.config must have exactly one non-zero parameter"),
    (LEGACY_PATH, V1, {"camera_control": {"type": "simple", "config": {"truck": 1}}},
     "Unrecognized key(s) in object: 'camera_control.config.truck'"),
    (LEGACY_PATH, V1, {"camera_control": {"type": "down_back"}, "tail_image_url": "https://example.test/end.png"},
     "tail_image_url, dynamic_masks/static_mask and camera_control are mutually exclusive"),
    (LEGACY_PATH, V21, {"tail_image_url": "https://example.test/end.png"},
     "Unrecognized key(s) in object: 'tail_image_url'"),
    (UNIVERSAL_PATH, V1, {"type": "image-to-video"}, "Unrecognized key(s) in object: 'type'"),
    (UNIVERSAL_PATH, V1, {"external_task_id": "job-1"}, "Unrecognized key(s) in object: 'external_task_id'"),
    (UNIVERSAL_PATH, TURBO, {}, "prompt: Required"),
    (UNIVERSAL_PATH, TURBO, {"prompt": "p", "camera_control": ZOOM}, "Unrecognized key(s) in object: 'camera_control'"),
    (UNIVERSAL_PATH, V26, {"prompt": "p" * 2501}, "prompt: String must contain at most 2500 character(s)"),
    (UNIVERSAL_PATH, V26, {"prompt": "p", "cfg_scale": 0.5}, "Unrecognized key(s) in object: 'cfg_scale'"),
    (UNIVERSAL_PATH, V26, {"prompt": "p", "generate_audio": "true"},
     "generate_audio: Expected boolean, received string"),
    (UNIVERSAL_PATH, V3, {"duration": 16},
     "Invalid enum value. Expected 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15, received 16"),
    (UNIVERSAL_PATH, V3, {"last_image_url": "https://example.test/end.png"},
     "Unrecognized key(s) in object: 'last_image_url'"),
]  # fmt: skip


def fields_for(model: str, changes: dict[str, Any]) -> dict[str, Any]:
    return {"model": model, "image_url": "https://example.test/image.png"} | changes


def read(path: str, fields: dict[str, Any]) -> Any:
    return read_body(fields, MODELS, legacy=path == LEGACY_PATH)


@pytest.mark.parametrize(("path", "model", "changes"), ACCEPTED)
def test_accepted_bodies_are_also_the_vendors(path, model, changes):
    fields = fields_for(model, changes)
    assert read(path, fields).model == model
    assert vendor_schemas(LEGACY_PATH).problem(path, fields) is None


@pytest.mark.parametrize(("path", "model", "changes", "hint"), REFUSED)
def test_refused_bodies(path, model, changes, hint):
    with pytest.raises(Refusal) as refusal:
        read(path, fields_for(model, changes))
    assert (refusal.value.status, refusal.value.message) == (400, f"Body validation error\n{hint}")


@pytest.mark.parametrize("path", [LEGACY_PATH, UNIVERSAL_PATH])
def test_a_body_without_its_picture(path):
    with pytest.raises(Refusal, match="image_url: Required"):
        read(path, {"model": V1})


def test_a_model_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(Refusal) as legacy:
        read(LEGACY_PATH, fields_for(V26, {"prompt": "p"}))
    assert f"received '{V26}'" in legacy.value.message
    assert f"Expected 'kling-video/v1/standard/image-to-video' | '{V1}' | " in legacy.value.message
    assert "v3-pro" not in legacy.value.message
    with pytest.raises(Refusal, match="v3-pro"):
        read(UNIVERSAL_PATH, fields_for("kling-v1", {}))


@pytest.mark.skipif(schema_path("aimlapi") is None, reason="no schemas of AI/ML API here")
def test_the_vendor_knows_every_field_that_a_model_has_and_no_other():
    known = vendor_schemas(LEGACY_PATH)
    checked = 0
    for path in (LEGACY_PATH, UNIVERSAL_PATH):
        for name, model in MODELS.items():
            if (path, name) not in known:
                continue
            schema = known._schemas[path, name].schema
            assert frozenset(schema["properties"]) == model.fields_on(legacy=path == LEGACY_PATH)
            assert set(schema["required"]) == model.required
            assert tuple(schema["properties"]["duration"]["enum"]) == model.durations
            checked += 1
    assert checked == 11 + 8


@pytest.mark.skipif(schema_path("aimlapi") is None, reason="no schemas of AI/ML API here")
def test_the_vendors_complaint_names_the_place_and_not_the_picture():
    complaint = vendor_schemas(LEGACY_PATH).problem(LEGACY_PATH, fields_for(V1, {"image_url": 5, "prompt": "secret"}))
    assert complaint == "$.image_url breaks 'type' of the vendor's schema: string"

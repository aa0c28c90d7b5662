import base64
import json
from typing import Any

import jsonschema
import pytest

from sandbox.common.refusal import Refusal
from sandbox.kling import model_table
from sandbox.kling.rules import accept

ALL = model_table(allow_retired=True, v3_controls=True)
PICTURE = base64.b64encode(b"looked at later").decode()
POINTS = [{"x": 1, "y": 2}, {"x": 3, "y": 4}]
MASK = {"mask": PICTURE, "trajectories": POINTS}
SHOTS = [{"index": 1, "prompt": "a", "duration": "2"}, {"index": 2, "prompt": "b", "duration": "3"}]


def simple(**config: Any) -> dict[str, Any]:
    return {"type": "simple", "config": config}


def request(model: Any = "kling-v2-5-turbo", **changes: Any) -> dict[str, Any]:
    fields = {"model_name": model, "image": PICTURE, "prompt": "leaves"} | changes
    return {name: value for name, value in fields.items() if value is not None}


ACCEPTED = [
    request(),
    request(duration="10", mode="pro", image_tail=PICTURE, negative_prompt="blur"),
    request(prompt="p" * 2500, watermark_info={"enabled": True}, external_task_id="", image_tail=""),
    request("kling-v2-6", prompt=None, aspect_ratio="16:9", unknown=1),
    request("kling-v2-6", mode="pro", sound="on", prompt="<<<voice_1>>> hi", voice_list=[{"voice_id": "v"}]),
    request("kling-v2-6", mode="pro", sound="off", image_tail=PICTURE),
    request("kling-v3", mode="4k", duration="15", sound="on", cfg_scale=1, image_tail=PICTURE),
    request("kling-v3", duration="3", element_list=[{"element_id": 7}]),
    request("kling-v3", multi_shot=True, shot_type="customize", multi_prompt=SHOTS),
    request("kling-v3", multi_shot=True, shot_type="intelligence"),
    request("kling-v3", camera_control={"type": "forward_up"}),
    request("kling-v3", camera_control={"type": "down_back", "config": {}}),
    request("kling-v1", cfg_scale=0.5, dynamic_masks=[MASK] * 6, static_mask=PICTURE),
    request("kling-v1", image_tail=PICTURE),
    request("kling-v1-5", mode="pro", camera_control=simple(zoom=-10, pan=0)),
    request("kling-v1-5", mode="pro", camera_control=simple(horizontal=0.5)),
    request("kling-v1-6", mode="pro", image=None, image_tail=PICTURE),
    request("kling-v2-1-master"),
]


@pytest.mark.parametrize("fields", ACCEPTED)
def test_accepted(fields):
    assert accept(fields, ALL).model == fields["model_name"]


@pytest.mark.parametrize("fields", ACCEPTED)
def test_what_is_accepted_agrees_with_the_typed_up_schema(fields, schemas):
    schema = json.loads((schemas / "image2video.typed.schema.json").read_text("utf-8"))
    jsonschema.validate(fields, schema)


RECORDED = [
    (request("kling-v3-omni"), "model is not supported"),
    (request(duration="99"), "duration value '99' is invalid"),
    (request(mode="4k"), "mode value '4k' is invalid"),
    (request(image="data:image/png;base64," + PICTURE), "File is not in a valid base64 format"),
    (request(image=PICTURE[:-1]), "File is not in a valid base64 format"),
]

OF_FIELDS = [
    (request(duration=5), "duration must be a string"),
    (request(3), "model_name must be a string"),
    (request(prompt=["a"]), "prompt must be a string"),
    (request(negative_prompt=7), "negative_prompt must be a string"),
    (request(image=1), "image must be a string"),
    (request(callback_url=1), "callback_url must be a string"),
    (request(external_task_id=12), "external_task_id must be a string"),
    (request(prompt="p" * 2501), "prompt cannot exceed 2500 characters"),
    (request(negative_prompt="p" * 2501), "negative_prompt cannot exceed 2500 characters"),
    (request("kling-v1", cfg_scale="0.5"), "cfg_scale must be a number"),
    (request("kling-v1", cfg_scale=True), "cfg_scale must be a number"),
    (request("kling-v1", cfg_scale=1.01), "cfg_scale value '1.01' is invalid"),
    (request("kling-v1", cfg_scale=-1), "cfg_scale value '-1' is invalid"),
    (request("kling-v2-6", sound=True), "sound value 'True' is invalid"),
    (request("kling-v2-6", sound="loud"), "sound value 'loud' is invalid"),
    (request(watermark_info=True), "watermark_info must be an object"),
    (request(watermark_info={"enabled": "yes"}), "watermark_info.enabled must be a boolean"),
    (request("kling-v2-6", voice_list=[{"voice_id": "v"}] * 3), "voice_list cannot exceed 2 in total"),
    (request("kling-v2-6", voice_list=["v"]), "voice_list[0] must be an object"),
    (request("kling-v3", element_list=[{"element_id": 1}] * 4), "element_list cannot exceed 3 in total"),
    (request("kling-v3", multi_shot="yes"), "multi_shot must be a boolean"),
    (request("kling-v3", camera_control={"config": {}}), "camera_control.type is required"),
    (request("kling-v3", camera_control={"type": "spin"}), "camera_control.type value 'spin' is invalid"),
    (request("kling-v3", camera_control=simple(pan=10.5)), "camera_control.config.pan value '10.5' is invalid"),
    (request("kling-v3", camera_control=simple(pan="1")), "camera_control.config.pan must be a number"),
    (request("kling-v1", dynamic_masks=[MASK] * 7), "dynamic_masks cannot exceed 6 in total"),
    (
        request("kling-v1", dynamic_masks=[MASK | {"trajectories": POINTS[:1]}]),
        "dynamic_masks[0].trajectories must have at least 2 in total",
    ),
    (
        request("kling-v1", dynamic_masks=[MASK | {"trajectories": POINTS * 39}]),
        "dynamic_masks[0].trajectories cannot exceed 77 in total",
    ),
    (
        request("kling-v1", dynamic_masks=[MASK | {"trajectories": [[1, 2], [3, 4]]}]),
        "dynamic_masks[0].trajectories[0] must be an object",
    ),
    (
        request("kling-v1", dynamic_masks=[MASK | {"trajectories": [{"x": 1.5, "y": 1}, POINTS[0]]}]),
        "dynamic_masks[0].trajectories[0].x must be an integer",
    ),
    (request("kling-v1", dynamic_masks=[{"trajectories": POINTS}]), "dynamic_masks[0].mask is required"),
    (request("kling-v1", dynamic_masks=[MASK | {"mask": "data:,"}]), "File is not in a valid base64 format"),
    (request("kling-v1", static_mask="?"), "File is not in a valid base64 format"),
    (request(mode="pro", image_tail="?"), "File is not in a valid base64 format"),
    (request(image=base64.b64encode(bytes(10 * 1024 * 1024 + 1)).decode()), "image file size cannot exceed 10MB"),
    (
        request(image="https://example.com/a.png"),
        "image cannot be downloaded, please make sure the URL is accessible",
    ),
    (request(callback_url="ftp://example.com"), "callback_url value 'ftp://example.com' is invalid"),
    (request(callback_url="callback"), "callback_url value 'callback' is invalid"),
]

EXCLUSIVE = "image_tail, dynamic_masks/static_mask and camera_control are mutually exclusive"
ONE_AXIS = "camera_control.config must have exactly one non-zero parameter"
BETWEEN_FIELDS = [
    (request(image=None), "image or image_tail is required"),
    (request(image=""), "image or image_tail is required"),
    (request("kling-v1", image_tail=PICTURE, static_mask=PICTURE), EXCLUSIVE),
    (request("kling-v1", image_tail=PICTURE, camera_control=simple(pan=1)), EXCLUSIVE),
    (request("kling-v3", dynamic_masks=[MASK], camera_control=simple(pan=1)), EXCLUSIVE),
    (request("kling-v3", camera_control={"type": "simple"}), "camera_control.config is required"),
    (request("kling-v3", camera_control=simple()), ONE_AXIS),
    (request("kling-v3", camera_control=simple(pan=0)), ONE_AXIS),
    (request("kling-v3", camera_control=simple(pan=1, zoom=1)), ONE_AXIS),
    (
        request("kling-v3", camera_control={"type": "forward_up", "config": {"pan": 0}}),
        "camera_control.config must be empty when type is forward_up",
    ),
    (
        request("kling-v2-6", mode="pro", voice_list=[{"voice_id": "v"}]),
        "sound must be 'on' when voice_list is not empty",
    ),
    (
        request("kling-v2-6", mode="pro", sound="on", voice_list=[{"voice_id": "v"}], prompt="<<<voice_2>>>"),
        "prompt references a voice that is not in voice_list",
    ),
    (request("kling-v3", multi_shot=True), "shot_type is required"),
    (request("kling-v3", multi_shot=True, shot_type="customize"), "multi_prompt is required"),
    (request("kling-v3", multi_prompt=SHOTS), "multi_prompt needs multi_shot and customize"),
    (
        request("kling-v3", multi_shot=True, shot_type="customize", multi_prompt=SHOTS, duration="6"),
        "The durations in multi_prompt must add up to duration",
    ),
    (
        request("kling-v3", multi_shot=True, shot_type="customize", multi_prompt=[SHOTS[0] | {"duration": "0"}]),
        "multi_prompt[0].duration value '0' is invalid",
    ),
]

OF_MODELS = [
    (request(cfg_scale=0.5), "cfg_scale is not supported by kling-v2-5-turbo"),
    (request(sound="off"), "sound is not supported by kling-v2-5-turbo"),
    (request("kling-v2-6", sound="on"), "sound value 'on' is invalid"),
    (
        request("kling-v2-6", mode="pro", sound="on", image_tail=PICTURE),
        "kling-v2-6 does not support sound together with image_tail",
    ),
    (
        request(image_tail=PICTURE),
        "image_tail is not supported by kling-v2-5-turbo with mode std and duration 5",
    ),
    (
        request("kling-v1", image_tail=PICTURE, duration="10"),
        "image_tail is not supported by kling-v1 with mode std and duration 10",
    ),
    (
        request(image=None, mode="pro", image_tail=PICTURE),
        "image_tail without image is not supported by kling-v2-5-turbo with mode pro and duration 5",
    ),
    (
        request(camera_control=simple(pan=1)),
        "camera_control is not supported by kling-v2-5-turbo with mode std and duration 5",
    ),
    (
        request("kling-v1-5", mode="pro", duration="10", camera_control=simple(pan=1)),
        "camera_control is not supported by kling-v1-5 with mode pro and duration 10",
    ),
    (
        request("kling-v1-5", mode="pro", camera_control={"type": "down_back"}),
        "camera_control.type value 'down_back' is invalid",
    ),
    (
        request("kling-v1-6", static_mask=PICTURE),
        "dynamic_masks/static_mask is not supported by kling-v1-6 with mode std and duration 5",
    ),
    (request("kling-v2-master", mode="std"), "mode is not supported by kling-v2-master"),
    (request(voice_list=[{"voice_id": "v"}]), "voice_list is not supported by kling-v2-5-turbo"),
    (request("kling-v3", voice_list=[{"voice_id": "v"}]), "voice_list is not supported by kling-v3"),
    (request(element_list=[{"element_id": "e"}]), "element_list is not supported by kling-v2-5-turbo"),
    (request(multi_shot=True), "multi_shot is not supported by kling-v2-5-turbo"),
    (request(duration="3"), "duration value '3' is invalid"),
    (request("kling-v3", duration="16"), "duration value '16' is invalid"),
]


@pytest.mark.parametrize(("fields", "message"), RECORDED + OF_FIELDS + BETWEEN_FIELDS + OF_MODELS)
def test_refused(fields, message):
    with pytest.raises(Refusal) as refusal:
        accept(fields, ALL)
    assert (refusal.value.status, refusal.value.code, refusal.value.message) == (400, 1201, message)


@pytest.mark.parametrize(
    ("model", "named"),
    [
        ("kling-v1", "kling-v1"),
        ("kling-v1-5", "kling-v1-5"),
        ("kling-v1-6", "kling-v1-6"),
        ("kling-v2-master", "kling-v2-master"),
        ("kling-v2-1", "kling-v2-1"),
        ("kling-v2-1-master", "kling-v2-1-master"),
        (None, "kling-v1"),
        ("", "kling-v1"),
    ],
)
def test_models_of_the_past_are_discontinued(model, named):
    with pytest.raises(Refusal, match=f"The model '{named}' has been discontinued and is no longer available."):
        accept(request(model), model_table())


def test_the_old_name_of_model_name_counts_for_nothing():
    assert accept({"model": "kling-v3", "image": PICTURE}, ALL).model == "kling-v1"


def test_only_one_reading_gives_v3_a_camera():
    with pytest.raises(Refusal, match="camera_control is not supported by kling-v3"):
        accept(request("kling-v3", camera_control=simple(pan=1)), model_table())
    assert accept(request("kling-v3", camera_control=simple(pan=1)), model_table(v3_controls=True)).camera_control

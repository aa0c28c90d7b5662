import json
from typing import Any

import pytest

from sandbox.kling import MODELS

TASKS = "/kling/v1/videos/image2video"


def through(reply: Any) -> tuple[int, int, str]:
    """Kling's own refusal inside the gateway's."""
    status, code, message = reply.refusal
    assert code == "fail_to_fetch_task"
    inner = json.loads(message)
    assert inner["request_id"]
    return status, inner["code"], inner["message"]


async def test_every_option_of_the_seed_is_accepted_and_kept(caller, picture):
    options = {
        "model": "kling-v1-6",
        "image": picture(),
        "image_tail": picture(),
        "prompt": "Make the person in the image smile",
        "negative_prompt": "blur, watermark",
        "cfg_scale": 0.7,
        "mode": "pro",
        "aspect_ratio": "9:16",
        "duration": "10",
    }
    reply = await caller.call("POST", TASKS, json=options)
    assert reply.status == 200
    assert caller.ezmodel.creates == caller.ezmodel.offered == [options]
    (task,) = caller.ezmodel.tasks
    assert (task.order.slot, task.order.shot.seconds, task.order.shot.aspect_ratio) == ("kling-v1-6", 10, (9, 16))
    assert caller.ezmodel.dropped == set()


async def test_either_name_of_the_model_counts_and_model_name_wins(caller):
    assert (await caller.create(model=None, model_name="kling-v2-6")).body["model"] == "kling-v2-6"
    assert (await caller.create(model="kling-v1", model_name="kling-v2-6")).body["model"] == "kling-v2-6"
    assert (await caller.create(model="kling-v1", model_name="")).body["model"] == "kling-v1"


async def test_what_the_gateway_does_not_forward_is_dropped_silently(caller):
    reply = await caller.create(watermark_info={"enabled": True}, multi_shot=True, colour="red")
    assert reply.status == 200
    assert caller.ezmodel.dropped == {"watermark_info", "multi_shot", "colour"}


async def test_empty_options_are_as_good_as_absent(caller):
    empty = dict.fromkeys(("mode", "duration", "aspect_ratio", "image_tail", "negative_prompt", "callback_url"), "")
    assert (await caller.create(**empty)).status == 200
    shot = caller.ezmodel.tasks[0].order.shot
    assert (shot.seconds, shot.end_picture, shot.aspect_ratio) == (5, None, None)


@pytest.mark.parametrize("changes", [{"model": None}, {"model": ""}, {"model": 1}])
async def test_without_a_model_nothing_is_routed(caller, changes):
    assert (await caller.create(**changes)).complaint == (400, "", "未指定模型名称，模型名称不能为空")  # noqa: RUF001


async def test_an_unknown_model_has_no_channel(caller):
    reply = await caller.create(model="kling-v9")
    message = "分组 default 下模型 kling-v9 无可用渠道（distributor）"  # noqa: RUF001
    assert reply.complaint == (503, "model_not_found", message)
    assert reply.body["error"]["type"] == "new_api_error"


@pytest.mark.parametrize("changes", [{"prompt": None}, {"prompt": ""}, {"prompt": "  "}])
async def test_a_prompt_is_required(caller, changes):
    assert (await caller.create(**changes)).refusal == (400, "invalid_request", "prompt is required")


async def test_no_video_is_made_of_text_alone(caller, picture):
    for changes in ({"image": None}, {"image": ""}, {"image": None, "image_tail": picture()}):
        assert (await caller.create(**changes)).refusal == (400, "invalid_request", "image is required")
    assert caller.ezmodel.creates == []


@pytest.mark.parametrize(
    ("changes", "sent", "name", "expected"),
    [
        ({"duration": 5}, "number", "duration", "string"),
        ({"cfg_scale": "0.5"}, "string", "cfg_scale", "number"),
        ({"cfg_scale": True}, "bool", "cfg_scale", "number"),
        ({"camera_control": "zoom"}, "string", "camera_control", "object"),
        ({"dynamic_masks": {}}, "object", "dynamic_masks", "array"),
    ],
)
async def test_wrong_types_are_an_internal_error(caller, changes, sent, name, expected):
    text = f"cannot unmarshal {sent} into Go struct field requestPayload.{name} of type {expected}"
    status, code, message = (await caller.create(**changes)).refusal
    assert (status, code) == (500, "build_request_failed")
    assert message.endswith(text)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"duration": "6"}, "legacy endpoint only supports duration 5 or 10, got: 6"),
        ({"model": "kling-v3", "duration": "3"}, "legacy endpoint only supports duration 5 or 10, got: 3"),
        ({"mode": "4k", "model": "kling-v3"}, "unsupported mode: 4k"),
        ({"mode": "pro", "model": "kling-v2-master"}, "unsupported model for pro mode: kling-v2-master"),
    ],
)
async def test_what_has_no_price_is_an_internal_error(caller, changes, message):
    assert (await caller.create(**changes)).refusal == (500, "get_price_scale_failed", message)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"cfg_scale": 5.0}, "cfg_scale value '5.0' is invalid"),
        ({"aspect_ratio": "4:3"}, "aspect_ratio value '4:3' is invalid"),
        ({"image": "data:image/png;base64,QUJD"}, "File is not in a valid base64 format"),
        (
            {"image": "https://example.com/start.jpg"},
            "image cannot be downloaded, please make sure the URL is accessible",
        ),
        ({"prompt": "x" * 2501}, "prompt cannot exceed 2500 characters"),
    ],
)
async def test_klings_refusals_are_passed_on_whole(caller, changes, message):
    assert through(await caller.create(**changes)) == (400, 1201, message)
    assert caller.ezmodel.creates == []
    assert len(caller.ezmodel.offered) == 1


async def test_a_retired_model_is_gone_where_kling_has_it_no_more(start):
    async with start(models=MODELS) as caller:
        message = "The model 'kling-v1' has been discontinued and is no longer available."
        assert through(await caller.create()) == (400, 1201, message)
        assert (await caller.create(model="kling-v2-6")).status == 200


async def test_an_external_task_id_is_refused_twice_but_finds_nothing(caller):
    assert (await caller.create(external_task_id="job-1")).status == 200
    assert through(await caller.create(external_task_id="job-1")) == (
        400,
        1201,
        "External_task_id job-1 already exists",
    )
    assert (await caller.call("GET", f"{TASKS}/job-1")).refusal == (400, "task_not_exist", "task_not_exist")


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"\xff"])
async def test_a_body_that_is_no_object(caller, raw):
    assert (await caller.call("POST", TASKS, data=raw)).complaint == (400, "", "无效的请求")
    assert caller.ezmodel.offered == []


async def test_who_calls_is_asked_first(caller):
    assert (await caller.call("POST", TASKS, authorization=None, json={})).complaint == (401, "", "未提供令牌")
    assert (await caller.call("GET", f"{TASKS}/1", authorization="sk-x")).complaint == (401, "", "无效的令牌")
    assert "sk-ezmodel" not in repr(caller.ezmodel.requests)


async def test_there_is_no_list_and_no_other_address(caller):
    for method, path in (("GET", TASKS), ("GET", "/kling/v1/nowhere"), ("DELETE", f"{TASKS}/1")):
        reply = await caller.call(method, path)
        assert reply.complaint == (404, "", "Invalid URL")
        assert reply.body["error"]["type"] == "invalid_request_error"

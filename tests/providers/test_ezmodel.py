"""What EZModel answers, over HTTP: tasks in its form and in Kling's, and errors of all three that may speak."""

import json
from functools import partial
from typing import Any

import pytest
from structlog.testing import capture_logs

from languages.speech import say
from providers.errors import (
    AlreadySubmitted,
    AnswerLost,
    Busy,
    ModelGone,
    OperatorProblem,
    OutOfMoney,
    ProviderError,
    Refused,
    Sent,
    TaskUnknown,
)
from providers.ezmodel import EzmodelProvider, create_body
from providers.provider import Provider, ProviderTask, TaskStatus
from providers.words import SUPPLIER

KEY = "sk-0123456789abcdef0123456789abcdef"
BUILD = partial(EzmodelProvider, api_key=KEY)
URL = "https://v16-kling-fdl.klingai.com/a.mp4?Expires=1"
OTHER_URL = "https://v16-kling-fdl.klingai.com/b.mp4"
PATH = "/kling/v1/videos/image2video"
UNKNOWN = (400, {"code": "task_not_exist", "message": "task_not_exist", "data": None})


def klings(status: str = "processing", **fields: object) -> dict[str, Any]:
    return {"task_id": "7", "task_status": status, "task_info": {}, "created_at": 1} | fields


def kling_answer(task: object, code: int = 0, message: str = "SUCCEED") -> dict[str, Any]:
    return {"code": code, "message": message, "request_id": "r", "data": task}


def own(status: object, kling: object = None, **fields: object) -> tuple[int, dict[str, Any]]:
    task = {"task_id": "7", "action": "generate", "status": status, "fail_reason": "", "data": kling} | fields
    return 200, {"code": "success", "message": "", "data": task}


def relay(status: int, code: str, message: str) -> tuple[int, dict[str, Any]]:
    return status, {"code": code, "message": message, "data": None}


def gateway(status: int, message: str, code: str = "") -> tuple[int, dict[str, Any]]:
    return status, {"error": {"message": f"{message} (request id: 2026)", "type": "new_api_error", "code": code}}


def upstream(status: int, code: int, message: str) -> tuple[int, dict[str, Any]]:
    return relay(status, "fail_to_fetch_task", json.dumps({"code": code, "message": message, "request_id": "r"}))


WITH_VIDEO = kling_answer(klings("succeed", task_result={"videos": [{"id": "8", "url": URL, "duration": "5.1"}]}))


async def test_the_client_is_a_provider(says, submission):
    client, server = await says(BUILD, (200, {"id": "7", "status": "queued"}), own("SUBMITTED", task_id="a/b?c:d"))
    provider: Provider = client
    assert (provider.name, provider.finds_by_job_id) == ("ezmodel", False)
    asked = submission(mode="pro", end_image=True)
    await provider.submit(asked)
    await provider.fetch("a/b?c:d")
    create, query = server.seen
    assert (create.method, create.path) == ("POST", PATH)
    assert json.loads(create.body) == create_body(asked)
    assert (query.method, query.path, query.query) == ("GET", f"{PATH}/a/b?c:d", {})
    assert {seen.headers["Authorization"] for seen in server.seen} == {f"Bearer {KEY}"}


@pytest.mark.parametrize(
    "body",
    [
        {"code": 0, "message": "SUCCEED", "data": {"task_id": "7", "task_status": "submitted"}},
        {"code": "0", "data": {"task_id": 7}},
        {"code": "success", "data": {"task_id": "7"}},
        {"id": "7", "task_id": "7", "object": "video", "model": "kling-v1", "status": "queued", "progress": 0},
        {"id": "7", "object": "video", "status": "queued"},
        {"task_id": "7", "status": "queued"},
    ],
)
@pytest.mark.parametrize("status", [200, 201])
async def test_created(says, submission, status, body):
    client, _ = await says(BUILD, (status, body))
    assert await client.submit(submission()) == ProviderTask("7", TaskStatus.WAITING)


DONE = ProviderTask("7", TaskStatus.SUCCEEDED, video_url=URL)


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        *[(own(word), ProviderTask("7", TaskStatus.WAITING)) for word in ("NOT_START", "SUBMITTED", "QUEUED")],
        *[(own(word), ProviderTask("7", TaskStatus.RUNNING)) for word in ("IN_PROGRESS", "UNKNOWN", "in_progress")],
        (own("IN_PROGRESS", kling_answer(klings()), progress="30%"), ProviderTask("7", TaskStatus.RUNNING)),
        (own("SUCCESS", WITH_VIDEO, fail_reason=URL), DONE),
        (own("SUCCESS", WITH_VIDEO, fail_reason=OTHER_URL), DONE),
        (own("SUCCESS", WITH_VIDEO), DONE),
        (own("SUCCESS", None, fail_reason=URL), DONE),
        (own("SUCCESS", kling_answer(klings("submitted")), fail_reason=URL), DONE),
        (own("DREAMING", WITH_VIDEO), DONE),
        (own(None, WITH_VIDEO), DONE),
        (own("SUCCESS", WITH_VIDEO, task_id="another form"), DONE),
        ((200, WITH_VIDEO), DONE),
        ((200, WITH_VIDEO | {"code": "success"}), DONE),
        ((200, kling_answer(klings("submitted"))), ProviderTask("7", TaskStatus.WAITING)),
        ((200, kling_answer({"task_status": "processing"})), ProviderTask("7", TaskStatus.RUNNING)),
    ],
)
async def test_fetched(says, reply, expected):
    client, _ = await says(BUILD, reply)
    assert await client.fetch("7") == expected


FAILED = klings("failed", task_status_msg="Image pixel is invalid")


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (own("FAILURE", kling_answer(FAILED), fail_reason="SUCCEED"), "at least 300 pixels"),
        (own("FAILURE", kling_answer(klings("failed")), fail_reason="SUCCEED"), "gave no reason"),
        (own("FAILURE", kling_answer(klings("failed", task_status_msg="SUCCEED"))), "gave no reason"),
        (own("FAILURE", None, fail_reason=URL), "gave no reason"),
        (own("FAILURE", None, fail_reason="Too dark\n"), "“Too dark”"),
        (own("FAILURE", None, fail_reason="任务超时"), "could not make this video: “任务超时”"),
        (own("FAILURE", kling_answer(klings("failed", task_status_msg="risk control"))), "content filter stopped"),
        ((200, kling_answer(FAILED)), "at least 300 pixels"),
        (own("DREAMING", kling_answer(FAILED)), "at least 300 pixels"),
    ],
)
async def test_failures_have_a_reason_that_is_none_of_the_traps(says, reply, words):
    client, _ = await says(BUILD, reply)
    failed = await client.fetch("7")
    assert (failed.status, failed.video_url) == (TaskStatus.FAILED, None)
    sentence = say(failed.reason or "")
    assert words in sentence
    assert "SUCCEED" not in sentence
    assert "http" not in sentence


@pytest.mark.parametrize(
    "reply",
    [
        own("DREAMING"),
        own(7),
        own("SUCCESS"),
        own("SUCCESS", fail_reason="SUCCEED"),
        own("SUCCESS", kling_answer(klings("succeed", task_result={}))),
        (200, kling_answer(klings("dreaming"))),
        (200, kling_answer(klings("succeed"))),
        own("DREAMING", kling_answer(klings("dreaming"))),
    ],
)
async def test_what_is_not_understood_goes_on_running_and_is_logged_once(says, reply):
    client, _ = await says(BUILD, reply)
    with capture_logs() as lines:
        task = await client.fetch("7")
    assert (task.status is TaskStatus.FAILED, task.video_url, task.reason) == (False, None, None)
    assert len([line for line in lines if line["log_level"] == "warning"]) == 1


@pytest.mark.parametrize(
    "reply", [own("SUCCESS", task_id="8", fail_reason=URL), (200, kling_answer(klings(task_id="8")))]
)
async def test_what_is_said_of_another_task_is_not_believed(says, reply):
    client, _ = await says(BUILD, reply)
    with pytest.raises(AnswerLost, match="got another one"):
        await client.fetch("7")


@pytest.mark.parametrize("named", [None, "", {}])
async def test_without_any_id_the_answer_is_about_what_was_asked_for(says, named):
    client, _ = await says(BUILD, own("SUCCESS", task_id=named, fail_reason=URL))
    assert await client.fetch("7") == ProviderTask("7", TaskStatus.SUCCEEDED, video_url=URL)


BOTH = [
    (*gateway(401, "无效的令牌"), OperatorProblem),
    (*gateway(401, "未提供令牌"), OperatorProblem),
    (*gateway(401, "该令牌已过期"), OperatorProblem),
    (*gateway(401, "该令牌额度已用尽 !token.UnlimitedQuota"), OutOfMoney),
    (*gateway(403, "用户额度不足, 剩余额度: 0"), OutOfMoney),
    (*gateway(403, "您的 IP 不在令牌允许访问的列表中"), OperatorProblem),
    (*gateway(403, "该令牌无权访问模型 kling-v1"), OperatorProblem),
    (*gateway(429, "当前分组上游负载已饱和"), Busy),
    (*relay(429, "fail_to_fetch_task", "当前分组上游负载已饱和"), Busy),
    (*relay(500, "do_request_failed", "connection reset"), AnswerLost),
    (*relay(500, "unmarshal_response_failed", "invalid character"), AnswerLost),
    (*relay(500, "get_task_failed", "database"), AnswerLost),
    (*relay(500, "get_channel_failed", "no channel (retry)"), AnswerLost),
    (*relay(500, "insert_task_failed", "database"), AnswerLost),
    (*relay(504, "fail_to_fetch_task", "<html>Gateway Timeout</html>"), AnswerLost),
    (404, "<html>Not Found</html>", OperatorProblem),
    (404, {"error": {"message": "Invalid URL (GET /kling)", "type": "invalid_request_error"}}, OperatorProblem),
    (302, "", OperatorProblem),
    (408, "", AnswerLost),
    (500, "<html>", AnswerLost),
    (502, "<html>Bad Gateway</html>", AnswerLost),
    (503, "<html>Service Unavailable</html>", AnswerLost),
    (504, "<html>", AnswerLost),
    (200, "{", AnswerLost),
    (200, "[]", AnswerLost),
    (200, {}, AnswerLost),
    (200, {"code": "success", "data": None}, AnswerLost),
    (200, {"code": "success", "data": "7"}, AnswerLost),
    (500, {"id": "7", "task_id": "7", "status": "queued"}, AnswerLost),
]
CREATE = [
    *BOTH,
    (*relay(403, "quota_not_enough", "user quota is not enough"), OutOfMoney),
    (*relay(400, "invalid_request", "prompt is required"), Refused),
    (*relay(500, "get_price_scale_failed", "legacy endpoint only supports duration 5 or 10, got: 7"), Refused),
    (*relay(500, "build_request_failed", "unmarshal"), Refused),
    (*relay(500, "get_user_quota_failed", "database"), Busy),
    (*relay(400, "model_mapping_failed", "cycle"), ModelGone),
    (*relay(400, "invalid_api_platform", "invalid api platform: 0"), ModelGone),
    (*gateway(503, "分组 default 下模型 kling-v1 无可用渠道 distributor", "model_not_found"), ModelGone),
    (*gateway(400, "未指定模型名称"), Refused),
    (*relay(400, "task_failed", "duration value '99' is invalid"), Refused),
    (*relay(400, "task_failed", "The model 'kling-v1' has been discontinued and is no longer available."), ModelGone),
    (*relay(400, "task_failed", "External_task_id job-1 already exists"), AlreadySubmitted),
    (*relay(400, "task_failed", "Account balance not enough"), OperatorProblem),
    (*relay(400, "task_failed", "parallel task over resource pack limit"), Busy),
    (*relay(400, "task_failed", "internal error"), AnswerLost),
    (*upstream(400, 1201, "duration value '99' is invalid"), Refused),
    (*upstream(400, 1301, "content security policy"), Refused),
    (*upstream(400, 1201, "External_task_id job-1 already exists"), AlreadySubmitted),
    (*upstream(400, 1201, "The model 'kling-v1' has been discontinued"), ModelGone),
    (*upstream(404, 1203, "resource does not exist"), ModelGone),
    (*upstream(401, 1002, "api key not found"), OperatorProblem),
    (*upstream(400, 1102, "Account balance not enough"), OperatorProblem),
    (*upstream(400, 1303, "parallel task over resource pack limit"), Busy),
    (*upstream(500, 5000, "internal error"), AnswerLost),
    (*upstream(503, 5001, "maintenance"), Busy),
    (400, kling_answer(None, 1201, "duration value '99' is invalid"), Refused),
    (200, kling_answer({"task_id": "7"}, 1301, "content security policy"), Refused),
    (429, kling_answer(None, 1303, "parallel task over resource pack limit"), Busy),
    (413, "<html>Request Entity Too Large</html>", Refused),
    (200, {"code": "strange", "data": {"task_id": "7"}}, AnswerLost),
]
QUERY = [
    *BOTH,
    (*UNKNOWN, TaskUnknown),
    (400, kling_answer(None, 1201, "Task not found by id/external id: 7"), TaskUnknown),
    (400, kling_answer(None, 1201, "id is invalid"), AnswerLost),
    (*relay(400, "invalid_request", "task_id is required"), AnswerLost),
    (*relay(403, "quota_not_enough", "user quota is not enough"), OutOfMoney),
]


@pytest.mark.parametrize(("status", "body", "meaning"), CREATE)
async def test_refused_creates(says, submission, status, body, meaning):
    client, server = await says(BUILD, (status, body))
    with pytest.raises(ProviderError) as caught:
        await client.submit(submission())
    assert type(caught.value) is meaning
    assert caught.value.sent is (Sent.MAYBE if meaning is AnswerLost else Sent.ANSWERED)
    assert len(server.seen) == 1


@pytest.mark.parametrize(("status", "body", "meaning"), QUERY)
async def test_refused_queries(says, status, body, meaning):
    client, _ = await says(BUILD, (status, body))
    with pytest.raises(ProviderError) as caught:
        await client.fetch("7")
    assert type(caught.value) is meaning


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (relay(400, "invalid_request", "prompt is required"), "“prompt is required”"),
        (gateway(400, "未指定模型名称"), "The video provider refused this request: “未指定模型名称”."),
        (upstream(400, 1301, "You are bad"), "content filter stopped this one"),
        (upstream(401, 1002, "api key not found"), say(SUPPLIER)),
        (relay(400, "task_failed", "Account balance not enough"), say(SUPPLIER)),
    ],
)
async def test_members_read_a_plain_sentence(says, submission, reply, sentence):
    client, _ = await says(BUILD, reply)
    with pytest.raises(ProviderError) as caught:
        await client.submit(submission())
    assert sentence in say(caught.value.sentence)
    assert "request id" not in say(caught.value.sentence)


async def test_the_gateways_own_trouble_with_kling_is_told_to_the_operator(says, submission):
    client, _ = await says(BUILD, upstream(400, 1102, "Account balance not enough"))
    with pytest.raises(OperatorProblem) as caught:
        await client.submit(submission())
    assert caught.value.detail.startswith("EZModel's own account at Kling: HTTP 400, code 1102")


async def test_nothing_is_found_by_the_jobs_id(says):
    client, server = await says(BUILD, own("SUBMITTED"))
    with pytest.raises(AnswerLost):
        await client.find("job-1")
    assert server.seen == []


async def test_many_tasks_are_asked_for_one_by_one(says):
    client, server = await says(BUILD, own("QUEUED", task_id=None))
    assert set(await client.fetch_many(["a", "b", "a"])) == {"a", "b"}
    assert sorted(seen.path for seen in server.seen) == [f"{PATH}/a", f"{PATH}/b"]


async def test_credentials_are_proven_by_a_task_that_is_not_there(says):
    client, server = await says(BUILD, UNKNOWN)
    await client.check_credentials()
    assert server.seen[0].method == "GET"


@pytest.mark.parametrize(
    ("reply", "meaning"),
    [
        (gateway(401, "无效的令牌"), OperatorProblem),
        (gateway(401, "该令牌额度已用尽"), OutOfMoney),
        ((404, "<html>"), OperatorProblem),
        ((200, "<html>Welcome</html>"), OperatorProblem),
        ((200, {"code": "success", "data": None}), OperatorProblem),
        ((503, ""), AnswerLost),
    ],
)
async def test_credentials_that_prove_nothing_are_reported(says, reply, meaning):
    client, _ = await says(BUILD, reply)
    with pytest.raises(meaning):
        await client.check_credentials()


@pytest.mark.parametrize(
    ("body", "task_id"),
    [
        (json.dumps(klings("succeed")).encode(), "7"),
        (json.dumps(kling_answer(klings())).encode(), None),
        (b'{"id": "7"}', None),
        (b"\xff", None),
        (b"", None),
    ],
)
async def test_callbacks_are_klings(says, body, task_id):
    client, _ = await says(BUILD, UNKNOWN)
    assert client.parse_callback(body) == task_id

"""Tasks and errors of Kling's new-standard API, over HTTP."""

import json
import traceback
from contextlib import suppress
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from languages.speech import say
from providers.errors import (
    AlreadySubmitted,
    AnswerLost,
    Busy,
    ModelGone,
    NotSent,
    OperatorProblem,
    OutOfMoney,
    ProviderError,
    Refused,
    Sent,
    TaskUnknown,
)
from providers.http import Answer
from providers.kling_new import KlingNewProvider
from providers.kling_new_answers import callback_task_id, created_task, listed_tasks, read_task
from providers.provider import Provider, ProviderTask, TaskStatus
from sandbox.common.schemas import schema_path

KEY = "api-key-kling-0123456789abcdefghijklmnop"
URL = "https://v15-kling-fdl.klingai.com/a.mp4?Expires=1&Signature=x"
VIDEO = {"type": "video", "id": "8", "url": URL, "watermark_url": "", "duration": "5.1"}
MARKED = VIDEO | {"watermark_url": "https://host/marked.mp4"}
NO_KEY_PAIRS = "Authentication error. The current API does not support AK/SK; please go to the console"
EXISTS = "External_task_id job-1 already exists"
GONE = "The model 'kling-2.5-turbo' has been discontinued and is no longer available."


def task(task_id: object = "7", status: object = "processing", **fields: object) -> dict[str, Any]:
    return {"id": task_id, "status": status, "message": "", "create_time": 1, "update_time": 2} | fields


def done(task_id: str = "7", **fields: object) -> dict[str, Any]:
    return task(task_id, "succeeded", outputs=[VIDEO], billing=[]) | fields


def found(data: object) -> tuple[int, dict[str, object]]:
    return (200, {"code": 0, "message": "SUCCEED", "request_id": "r", "data": data})


def refused(status: int, code: object, message: str = "no") -> tuple[int, dict[str, object]]:
    return (status, {"code": code, "message": message, "request_id": "0d5c"})


@pytest.fixture
def kling_new(says):
    return lambda *replies: says(lambda url: KlingNewProvider(url, KEY), *replies)


async def test_the_client_is_a_provider(kling_new):
    provider: Provider
    provider, _ = await kling_new(found([]))
    assert (provider.name, provider.finds_by_job_id) == ("kling-new", True)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (task(status="submitted", external_id="job-1"), ProviderTask("7", TaskStatus.WAITING)),
        (task(7), ProviderTask("7", TaskStatus.RUNNING)),
        ({"id": "7"}, ProviderTask("7", TaskStatus.RUNNING)),
        (done(), ProviderTask("7", TaskStatus.SUCCEEDED, video_url=URL)),
    ],
)
async def test_a_create_begins_a_task(kling_new, submission, data, expected):
    provider, _ = await kling_new(found(data))
    assert await provider.submit(submission()) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (task(status="submitted"), ProviderTask("7", TaskStatus.WAITING)),
        (task(), ProviderTask("7", TaskStatus.RUNNING)),
        (done(), ProviderTask("7", TaskStatus.SUCCEEDED, video_url=URL)),
        (done(outputs=[{"url": URL}]), ProviderTask("7", TaskStatus.SUCCEEDED, video_url=URL)),
        (done(outputs=[MARKED]), ProviderTask("7", TaskStatus.SUCCEEDED, video_url=MARKED["watermark_url"])),
        (
            done(outputs=[None, {"type": "image", "url": "https://host/a.png"}, VIDEO]),
            ProviderTask("7", TaskStatus.SUCCEEDED, video_url=URL),
        ),
        (done(more={"unknown": [1]}), ProviderTask("7", TaskStatus.SUCCEEDED, video_url=URL)),
    ],
)
async def test_one_task(kling_new, data, expected):
    provider, server = await kling_new(found([data]))
    assert await provider.fetch("7") == expected
    seen = server.seen[0]
    assert (seen.method, seen.path, seen.query) == ("GET", "/tasks", {"task_ids": "7"})


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("Failure to pass the risk control system", "content filter stopped this one"),
        ("Image pixel is invalid", "at least 300 pixels"),
        ("SUCCEED", "gave no reason"),
        (None, "gave no reason"),
    ],
)
async def test_a_failed_task_has_a_reason(kling_new, message, words):
    provider, _ = await kling_new(found([task(status="failed", message=message)]))
    failed = await provider.fetch("7")
    assert failed.status is TaskStatus.FAILED
    assert words in say(failed.reason or "")


@pytest.mark.parametrize(
    "data", [task(status="dreaming"), task(status=99), task(status="succeeded"), done(outputs=[{"url": "a.mp4"}])]
)
async def test_what_is_not_understood_goes_on_running_and_is_logged_once(kling_new, data):
    provider, _ = await kling_new(found([data]))
    with capture_logs() as lines:
        told = await provider.fetch("7")
    assert (told.status is TaskStatus.FAILED, told.video_url, told.reason) == (False, None, None)
    assert len([line for line in lines if line["log_level"] == "warning"]) == 1


async def test_a_task_that_kling_does_not_know(kling_new):
    provider, _ = await kling_new(found([]), refused(400, 1201, "Task not found by id/external id: 7"))
    for _ in range(2):
        with pytest.raises(TaskUnknown):
            await provider.fetch("7")


async def test_a_job_is_found_by_its_id(kling_new):
    provider, server = await kling_new(
        found([done("7", external_id="job-1")]), found([task("7")]), found([]), refused(400, 1201, "task not found")
    )
    assert await provider.find("job-1") == ProviderTask("7", TaskStatus.SUCCEEDED, video_url=URL)
    assert await provider.find("job-1") == ProviderTask("7", TaskStatus.RUNNING)
    assert await provider.find("job-1") is None
    assert await provider.find("job-1") is None
    assert {seen.path for seen in server.seen} == {"/tasks"}
    assert [seen.query for seen in server.seen] == [{"external_task_ids": "job-1"}] * 4


@pytest.mark.parametrize("entry", [task("8", external_id="job-2"), {}, None, "junk"])
async def test_what_is_not_this_jobs_task_proves_nothing(kling_new, entry):
    provider, _ = await kling_new(found([entry]))
    with pytest.raises(AnswerLost):
        await provider.find("job-1")
    with pytest.raises(AnswerLost):
        await provider.fetch("7")


@pytest.mark.parametrize(
    "reply", [(200, "{"), (200, {"code": 0}), (200, {"code": 0, "data": {}}), (500, ""), refused(400, 1200), (404, "")]
)
async def test_only_an_empty_list_says_that_there_is_none(kling_new, reply):
    provider, _ = await kling_new(reply)
    with pytest.raises(ProviderError):
        await provider.find("job-1")


async def test_many_tasks_are_asked_for_by_twenties(kling_new):
    ids = [str(number) for number in range(45)]
    provider, server = await kling_new(
        found([task(one) for one in ids[:20]]),
        found([done(one) for one in ids[20:39]]),
        found([task("40"), task("99"), None, task("")]),
    )
    tasks = await provider.fetch_many([*ids, "0"])
    assert set(tasks) == {*ids[:39], "40"}
    assert [seen.query["task_ids"].split(",") for seen in server.seen] == [ids[:20], ids[20:40], ids[40:]]


@pytest.mark.parametrize("broken", [(200, "{"), (500, ""), refused(400, 1201, "id value 'x' is invalid")])
async def test_what_cannot_be_read_together_is_asked_for_one_by_one(kling_new, broken):
    async def knows_a_and_c(request: web.Request) -> web.Response:
        asked = request.query["task_ids"]
        return web.json_response(found([task(asked)] if asked in ("a", "c") else [])[1])

    provider, server = await kling_new(broken, knows_a_and_c)
    assert set(await provider.fetch_many(["a", "b", "c"])) == {"a", "c"}
    assert len(server.seen) == 4


async def test_what_was_read_before_kling_grew_busy_is_kept(kling_new):
    ids = [str(number) for number in range(60)]
    provider, server = await kling_new(found([task(one) for one in ids[:20]]), refused(429, 1302))
    with pytest.raises(Busy) as caught:
        await provider.fetch_many(ids)
    assert set(caught.value.found) == set(ids[:20])
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("reply", "error"), [((500, ""), AnswerLost), (refused(401, 1002), OperatorProblem), (refused(429, 1302), Busy)]
)
async def test_where_nothing_can_be_read_the_reason_is_raised(kling_new, reply, error):
    provider, _ = await kling_new(reply)
    with pytest.raises(error):
        await provider.fetch_many(["1", "2"])


async def test_no_tasks_cost_no_request(kling_new):
    provider, server = await kling_new((500, ""))
    assert await provider.fetch_many([]) == {}
    assert server.seen == []


@pytest.mark.parametrize("reply", [found([]), refused(400, 1201, "Task not found by id/external id: 0")])
async def test_credentials_are_proven_by_a_task_that_is_not_there(kling_new, reply):
    provider, server = await kling_new(reply)
    await provider.check_credentials()
    assert [seen.method for seen in server.seen] == ["GET"]


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (refused(401, 1002, NO_KEY_PAIRS), OperatorProblem),
        (refused(401, 1002, "api key not found"), OperatorProblem),
        (refused(429, 1101), OutOfMoney),
        ((404, "<html>"), OperatorProblem),
        ((200, "<html>Welcome</html>"), OperatorProblem),
        ((200, {"code": 0, "data": {"id": "7"}}), OperatorProblem),
        ((302, ""), OperatorProblem),
        ((500, ""), AnswerLost),
    ],
)
async def test_credentials_that_prove_nothing_are_reported(kling_new, reply, error):
    provider, _ = await kling_new(reply)
    with pytest.raises(error):
        await provider.check_credentials()


@pytest.mark.parametrize(
    ("reply", "meaning"),
    [
        (refused(401, 1001, "Authorization is empty"), OperatorProblem),
        (refused(401, 1002, NO_KEY_PAIRS), OperatorProblem),
        (refused(401, 1004, "expired"), OperatorProblem),
        (refused(429, 1101), OutOfMoney),
        (refused(429, 1102, "Account balance not enough"), OutOfMoney),
        (refused(403, 1103), OperatorProblem),
        (refused(400, 1200), Refused),
        (refused(400, 1201, "contents cannot be empty"), Refused),
        (refused(400, 1201, EXISTS), AlreadySubmitted),
        (refused(400, 1201, GONE), ModelGone),
        (refused(404, 1203), ModelGone),
        (refused(400, 1301), Refused),
        (refused(429, 1302), Busy),
        (refused(429, 1303, "parallel task over resource pack limit"), Busy),
        (refused(500, 5000), AnswerLost),
        (refused(503, 5001), Busy),
        (refused(504, 5002), AnswerLost),
        (refused(200, 1301), Refused),
        (refused(400, 1201, "task " * 180_000), Refused),
        ((200, {"code": 0, "data": [task()]}), AnswerLost),
        ((200, {"code": 0, "data": {"id": ""}}), AnswerLost),
        ((200, "[" * 200_000), AnswerLost),
        ((404, "<html>"), OperatorProblem),
        ((502, "<html>"), AnswerLost),
        ((503, ""), AnswerLost),
        ((500, {"code": 0, "data": task()}), AnswerLost),
    ],
)
async def test_refused_creates(kling_new, submission, reply, meaning):
    provider, server = await kling_new(reply)
    with pytest.raises(ProviderError) as caught:
        await provider.submit(submission())
    assert type(caught.value) is meaning
    assert caught.value.sent is (Sent.MAYBE if meaning is AnswerLost else Sent.ANSWERED)
    assert len(say(caught.value.sentence)) < 300
    assert len(server.seen) == 1


async def test_a_kling_out_of_reach_was_not_sent_to(kling_new, submission):
    _, server = await kling_new(found([]))
    elsewhere = KlingNewProvider(server.url.replace("http:", "https:"), KEY)
    with pytest.raises(NotSent):
        await elsewhere.submit(submission())
    await elsewhere.close()
    assert server.seen == []


async def test_the_key_is_in_no_error(kling_new, submission):
    provider, _ = await kling_new(refused(400, 1201, f"who is {KEY}?"))
    for call in (
        provider.submit(submission()),
        provider.find("job-1"),
        provider.fetch("7"),
        provider.fetch_many(["1", "2"]),
    ):
        with pytest.raises(ProviderError) as caught:
            await call
        shown = "".join([repr(caught.value), say(caught.value.sentence), *traceback.format_exception(caught.value)])
        assert KEY not in shown


@pytest.mark.parametrize(
    ("body", "task_id"),
    [
        (json.dumps(done("9876543210")).encode(), "9876543210"),
        (b'{"id": 12}', "12"),
        (b'{"task_id": "older", "task_status": "succeed"}', None),
        (b'{"code": 0, "data": {"id": "7"}}', None),
        (b'[{"id": "7"}]', None),
        (b'{"id": ""}', None),
        (b"", None),
        (b"\xff\xfe\xfd", None),
        (b"[" * 200_000, None),
        (b'"7"', None),
    ],
)
async def test_callbacks_name_their_task(kling_new, body, task_id):
    provider, _ = await kling_new(found([]))
    assert provider.parse_callback(body) == task_id


def test_official_examples_are_understood():
    file = schema_path("kling/official-examples.json")
    if file is None:
        pytest.skip("no examples: kling/official-examples.json")
    examples = json.loads(file.read_text("utf-8"))
    assert created_task(Answer(200, examples["new_create"], "")).status is TaskStatus.WAITING
    (listed,) = listed_tasks(Answer(200, examples["new_tasks_get_video"], ""))
    assert listed is not None
    assert (listed.task.task_id, listed.job_id) == ("893605946402811985", "string")
    callback = json.dumps(examples["new_callback_video"]).encode()
    assert callback_task_id(callback) == "string"
    assert callback_task_id(examples["webhook_signature_vector"]["raw_body"].encode()) == "1234567890"


KEYS = st.sampled_from(["code", "message", "data", "id", "status", "outputs", "type", "url", "external_id"])
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    | st.sampled_from(["0", 0, "succeeded", "failed", "video", "https://host/a.mp4", 1201, "task not found"])
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)
TASKS = st.fixed_dictionaries({"id": JSON, "status": JSON, "outputs": JSON, "message": JSON})
ANSWERS = st.fixed_dictionaries({"code": st.just(0) | JSON, "data": TASKS | st.lists(TASKS | JSON, max_size=3) | JSON})
STATUSES = st.sampled_from([200, 201, 302, 400, 401, 404, 408, 429, 500, 503]) | st.integers(100, 599)


@given(STATUSES, JSON | ANSWERS, st.text())
def test_no_answer_makes_the_reading_fail(status, data, text):
    answer = Answer(status, data, text)
    for read in (created_task, listed_tasks):
        with suppress(ProviderError):
            assert read(answer) is not None


@given(JSON | TASKS)
def test_tasks_keep_the_promises_of_their_status(data):
    read = read_task(data)
    if read is not None:
        assert read.task.task_id
        assert (read.task.video_url is not None) == (read.task.status is TaskStatus.SUCCEEDED)
        assert (read.task.reason is not None) == (read.task.status is TaskStatus.FAILED)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_callback_makes_the_reading_fail(body):
    assert callback_task_id(body) is None or callback_task_id(body)

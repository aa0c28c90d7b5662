"""What AI/ML API answers, over HTTP: tasks in all their forms, the balance, and errors."""

import json
from functools import partial

import pytest
from structlog.testing import capture_logs

from languages.speech import say
from providers.aimlapi import AimlapiProvider
from providers.aimlapi_body import create_body
from providers.errors import (
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
from providers.provider import Provider, ProviderTask, TaskStatus

KEY = "aiml-key-0123456789abcdef"
URL = "https://cdn.aimlapi.com/generations/hedgehog/1.mp4"
LEGACY = partial(AimlapiProvider, api_key=KEY)
UNIVERSAL = partial(AimlapiProvider, api_key=KEY, universal=True)
NO_CREDITS = "You've run out of credits. Please top up your balance: https://aimlapi.com/app/billing/"
WRONG_MODEL = (
    "Body validation error\nInvalid enum value. Expected 'kling-video/v1/standard/image-to-video' | "
    "'kling-video/v1/pro/image-to-video', received 'kling-video/v1/ultra/image-to-video'"
)


def error(status: int, message: object, **fields: object) -> tuple[int, dict[str, object]]:
    return status, {"message": message, "path": "/v2", "requestId": "0d5c", "statusCode": str(status)} | fields


def task(status: str = "generating", **fields: object) -> dict[str, object]:
    return {"id": "7", "status": status} | fields


@pytest.mark.parametrize(
    ("build", "name", "path"),
    [
        (LEGACY, "aimlapi", "/v2/generate/video/kling/generation"),
        (UNIVERSAL, "aimlapi-universal", "/v2/video/generations"),
    ],
)
async def test_two_paths(says, submission, build, name, path):
    client, server = await says(build, (201, task("queued")), (200, task()))
    provider: Provider = client
    assert (provider.name, provider.finds_by_job_id) == (name, False)
    asked = submission(end_image=True)
    await provider.submit(asked)
    await provider.fetch("50f3:kling-video/v1.6/pro a&b")
    create, query = server.seen
    assert (create.method, create.path, create.query) == ("POST", path, {})
    assert json.loads(create.body) == create_body(asked, universal=build is UNIVERSAL)
    assert (query.method, query.path) == ("GET", path)
    assert query.query == {"generation_id": "50f3:kling-video/v1.6/pro a&b"}
    assert {seen.headers["Authorization"] for seen in server.seen} == {f"Bearer {KEY}"}


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (200, task("queued"), ProviderTask("7", TaskStatus.WAITING)),
        (201, task("generating", video=None, error=None, meta=None), ProviderTask("7", TaskStatus.RUNNING)),
        (202, {"id": "7"}, ProviderTask("7", TaskStatus.WAITING)),
        (200, {"id": 349060, "status": "queued"}, ProviderTask("349060", TaskStatus.WAITING)),
        (200, {"generation_id": "a:b/c", "status": "waiting"}, ProviderTask("a:b/c", TaskStatus.WAITING)),
    ],
)
async def test_created(says, submission, status, body, expected):
    client, _ = await says(LEGACY, (status, body))
    assert await client.submit(submission()) == expected


DONE = ProviderTask("7", TaskStatus.SUCCEEDED, video_url=URL)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        *[(task(word), ProviderTask("7", TaskStatus.WAITING)) for word in ("queued", "waiting")],
        *[(task(word), ProviderTask("7", TaskStatus.RUNNING)) for word in ("generating", "active", "processing")],
        *[(task(word, video={"url": URL}), DONE) for word in ("completed", "complete", "succeeded", "Completed")],
        (task("completed", video={"url": URL, "duration": 5}, duration=5, meta={"usage": {"tokens_used": 1}}), DONE),
        (task("completed", video={"url": URL}, error=None, meta={"usage": {"credits_used": 1.5}}), DONE),
        ({"status": "completed", "video": {"url": URL}}, DONE),
        ({"id": "another form", "status": "completed", "video": {"url": URL}}, DONE),
    ],
)
async def test_fetched(says, body, expected):
    client, _ = await says(LEGACY, (200, body))
    assert await client.fetch("7") == expected


@pytest.mark.parametrize("word", ["error", "failed", "cancelled", "canceled"])
@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": "Error", "message": "no face\nfound"}, "“no face found”"),
        (
            {"detail": [{"loc": ["body"], "msg": "Could not detect face", "input": "https://x"}]},
            "“Could not detect face”",
        ),
        ({"detail": "Too dark"}, "“Too dark”"),
        ("plain words", "“plain words”"),
        ([{"message": "one"}, "two"], "“one: two”"),
        ({"error": {"message": {"detail": [{"msg": "deep"}]}}}, "“deep”"),
        ({"name": "TimeoutError"}, "“TimeoutError”"),
        ({"message": "Failure to pass the risk control system"}, "content filter stopped this one"),
        ("x" * 5000, "xxx…”"),
        (None, "gave no reason"),
        ({}, "gave no reason"),
        (7.5, "gave no reason"),
    ],
)
async def test_failures_in_any_form_have_a_reason(says, word, said, words):
    client, _ = await says(LEGACY, (200, task(word, error=said)))
    failed = await client.fetch("7")
    assert failed.status is TaskStatus.FAILED
    sentence = say(failed.reason or "")
    assert words in sentence
    assert sentence.isprintable()
    assert len(sentence) < 300


@pytest.mark.parametrize(
    "body",
    [
        task("dreaming"),
        task("99"),
        task("completed"),
        task("completed", video={"url": "ftp://x"}),
        task("completed", video=URL),
    ],
)
async def test_what_is_not_understood_goes_on_running_and_is_logged_once(says, body):
    client, _ = await says(LEGACY, (200, body))
    with capture_logs() as lines:
        told = await client.fetch("7")
    assert (told.status is TaskStatus.FAILED, told.video_url, told.reason) == (False, None, None)
    assert len([line for line in lines if line["log_level"] == "warning"]) == 1


BOTH = [
    (*error(401, "This request requires a valid API key."), OperatorProblem),
    (*error(403, NO_CREDITS), OutOfMoney),
    (*error(403, "Forbidden"), OperatorProblem),
    (403, "<html>Forbidden</html>", OperatorProblem),
    (*error(402, "Payment Required"), OutOfMoney),
    (*error(429, "Too Many Requests"), Busy),
    (*error(429, "Free-tier limit: You've reached your free limit for the hour."), Busy),
    (*error(500, "Internal server error"), AnswerLost),
    (*error(500, "Something wrong with the server. Please, try again later."), AnswerLost),
    (*error(500, "The model is under maintenance, please contact us. Your Request ID is 0d5c."), AnswerLost),
    (*error(502, "Bad Gateway"), AnswerLost),
    (*error(503, "Service unavailable"), AnswerLost),
    (*error(504, "Generation timeout"), AnswerLost),
    (404, {"message": "Cannot GET /v2", "error": "Not Found", "statusCode": 404}, OperatorProblem),
    (404, "<html>Not Found</html>", OperatorProblem),
    (302, "", OperatorProblem),
    (408, "", AnswerLost),
    (500, "<html>", AnswerLost),
    (503, "<html>generation not found</html>", AnswerLost),
    (200, "{", AnswerLost),
    (200, "[]", AnswerLost),
    (200, {}, AnswerLost),
    (204, "", AnswerLost),
    (200, {"error": {"message": "no"}}, AnswerLost),
    (500, task("queued"), AnswerLost),
]
CREATE = [
    *BOTH,
    (*error(404, "Not Found"), OperatorProblem),
    (*error(400, "Body validation error"), Refused),
    (*error(400, [{"path": ["duration"], "message": "Expected 5 | 10"}]), Refused),
    (*error(400, "Invalid enum value. Expected 'image-to-video', received 'x'"), Refused),
    (*error(400, "tail_image_url is not supported by this model"), Refused),
    (*error(400, WRONG_MODEL), ModelGone),
    (*error(400, "Body validation error", errors=[{"message": WRONG_MODEL}]), ModelGone),
    (*error(404, "Model 'kling-video/v1/pro/image-to-video' not found"), ModelGone),
    (*error(400, "The model kling-video/v1/pro/image-to-video has been deprecated"), ModelGone),
    (413, "<html>Request Entity Too Large</html>", Refused),
    (200, {"id": "", "status": "queued"}, AnswerLost),
    (200, {"status": "queued"}, AnswerLost),
]
QUERY = [
    *BOTH,
    (*error(404, "Not Found"), AnswerLost),
    (*error(404, "Generation not found"), TaskUnknown),
    (*error(400, "Task 7 does not exist"), TaskUnknown),
    (*error(400, "Body validation error"), AnswerLost),
    (200, {"id": "7"}, AnswerLost),
    (200, {"id": "7", "status": None}, AnswerLost),
]


@pytest.mark.parametrize(("status", "body", "meaning"), CREATE)
async def test_refused_creates(says, submission, status, body, meaning):
    client, server = await says(LEGACY, (status, body))
    with pytest.raises(ProviderError) as caught:
        await client.submit(submission())
    assert type(caught.value) is meaning
    assert caught.value.sent is (Sent.MAYBE if meaning is AnswerLost else Sent.ANSWERED)
    assert len(server.seen) == 1


@pytest.mark.parametrize(("status", "body", "meaning"), QUERY)
async def test_refused_queries(says, status, body, meaning):
    client, _ = await says(UNIVERSAL, (status, body))
    with pytest.raises(ProviderError) as caught:
        await client.fetch("7")
    assert type(caught.value) is meaning


async def test_members_and_operators_read_what_it_said(says, submission):
    client, _ = await says(LEGACY, error(400, "Body validation error", errors=[{"message": "Expected 5, received 7"}]))
    with pytest.raises(Refused) as caught:
        await client.submit(submission())
    assert "“Body validation error: Expected 5, received 7”" in say(caught.value.sentence)
    assert caught.value.detail == "HTTP 400: Body validation error: Expected 5, received 7 (request 0d5c)"


async def test_nothing_is_found_by_the_jobs_id(says):
    client, server = await says(LEGACY, (200, task()))
    with pytest.raises(AnswerLost):
        await client.find("job-1")
    assert server.seen == []


async def test_many_tasks_are_asked_for_one_by_one(says):
    client, server = await says(LEGACY, (200, task()))
    assert set(await client.fetch_many(["a", "b:c/d", "a"])) == {"a", "b:c/d"}
    assert sorted(seen.query["generation_id"] for seen in server.seen) == ["a", "b:c/d"]


@pytest.mark.parametrize("low", [True, False])
async def test_the_balance_proves_the_key_and_is_told_of_where_it_is_low(says, low):
    client, server = await says(LEGACY, (200, {"balance": 10_000_000, "lowBalance": low, "status": "current"}))
    with capture_logs() as lines:
        await client.check_credentials()
    assert (server.seen[0].method, server.seen[0].path) == ("GET", "/v1/billing/balance")
    assert [line["event"] for line in lines if line["log_level"] == "warning"] == ["the balance is low"] * low


@pytest.mark.parametrize(
    ("reply", "meaning"),
    [
        (error(401, "This request requires a valid API key."), OperatorProblem),
        (error(403, NO_CREDITS), OutOfMoney),
        ((404, "<html>"), OperatorProblem),
        (error(404, "Not Found"), OperatorProblem),
        ((200, "<html>Welcome</html>"), OperatorProblem),
        ((200, {"hello": "world"}), OperatorProblem),
        ((503, ""), AnswerLost),
    ],
)
async def test_credentials_that_prove_nothing_are_reported(says, reply, meaning):
    client, _ = await says(UNIVERSAL, reply)
    with pytest.raises(meaning):
        await client.check_credentials()


@pytest.mark.parametrize("body", [b"", b'{"id": "7", "status": "completed"}', b'{"task_id": "7"}', b"\xff"])
async def test_no_callback_is_believed(says, body):
    client, _ = await says(LEGACY, (200, task()))
    assert client.parse_callback(body) is None

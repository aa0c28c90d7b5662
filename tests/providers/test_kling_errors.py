"""Every row of Kling's error table, over HTTP, for creates and for queries."""

import traceback

import pytest

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
from providers.kling_auth import ApiKey, KeyPair

NOT_FOUND = "Task not found by id/external id: X"
EXISTS = "External_task_id job-1 already exists"
GONE = "The model 'kling-v1' has been discontinued and is no longer available."

CREATE = [
    (401, 1000, "authentication failed", OperatorProblem),
    (401, 1001, "Authorization is empty", OperatorProblem),
    (401, 1002, "api key not found", OperatorProblem),
    (401, 1003, "not yet valid", OperatorProblem),
    (401, 1004, "expired", OperatorProblem),
    (429, 1100, "account exception", OperatorProblem),
    (429, 1101, "account in arrears", OutOfMoney),
    (429, 1102, "Account balance not enough", OutOfMoney),
    (403, 1103, "no permission", OperatorProblem),
    (400, 1200, "invalid request parameters", Refused),
    (400, 1201, "duration value '99' is invalid", Refused),
    (400, 1201, EXISTS, AlreadySubmitted),
    (400, 1201, GONE, ModelGone),
    (403, 1103, GONE, ModelGone),
    (400, 1201, "model is not supported", ModelGone),
    (400, 1201, "model_name value 'kling-v9' is invalid", ModelGone),
    (400, 1201, "image_tail is not supported by model kling-v2-6", Refused),
    (400, 1201, "The model does not support camera_control", Refused),
    (404, 1202, "method invalid", OperatorProblem),
    (404, 1203, "resource does not exist", ModelGone),
    (400, 1300, "platform policy", Refused),
    (400, 1301, "content security policy", Refused),
    (429, 1302, "too many requests", Busy),
    (429, 1303, "parallel task over resource pack limit", Busy),
    (429, 1304, "IP whitelist", OperatorProblem),
    (500, 5000, "internal error", AnswerLost),
    (503, 5001, "maintenance", Busy),
    (504, 5002, "internal timeout", AnswerLost),
    (200, 1301, "content security policy", Refused),
    (200, 1303, "parallel task over resource pack limit", Busy),
    (200, 9999, "a code that nobody knows", AnswerLost),
    (400, 9999, "a code that nobody knows", Refused),
    (418, "1201", "numbers may be text", Refused),
]
"""HTTP status, code, message, what it means for a create (facts/providers.md 1.2, 1.5 and 1.6)."""

QUERY = [
    *[row for row in CREATE if row[3] not in (Refused, ModelGone, AlreadySubmitted)],
    (400, 1201, NOT_FOUND, TaskUnknown),
    (200, 1201, NOT_FOUND, TaskUnknown),
    (404, 1203, "task does not exist", TaskUnknown),
    (404, 1203, "The requested resource does not exist", OperatorProblem),
    (400, 1200, "invalid request parameters", AnswerLost),
    (400, 1201, "id value 'X' is invalid", AnswerLost),
    (400, 1301, "content security policy", AnswerLost),
]

BY_STATUS = [
    (200, {}, AnswerLost),
    (200, {"code": 0, "message": "SUCCEED"}, AnswerLost),
    (200, {"code": 0, "message": "SUCCEED", "data": {"task_status": "submitted"}}, AnswerLost),
    (200, {"code": 0, "data": {"task_id": ""}}, AnswerLost),
    (200, {"code": 0, "data": [{"task_id": "7"}]}, AnswerLost),
    (201, "<html>", AnswerLost),
    (204, "", AnswerLost),
    (302, "", OperatorProblem),
    (400, "<html>Bad Request</html>", Refused),
    (401, "<html>", OperatorProblem),
    (402, "", OutOfMoney),
    (403, "<html>Forbidden</html>", OperatorProblem),
    (404, "<html>Not Found</html>", OperatorProblem),
    (404, {"message": "task not found"}, OperatorProblem),
    (405, "", OperatorProblem),
    (408, "", AnswerLost),
    (413, "<html>Request Entity Too Large</html>", Refused),
    (429, "slow down", Busy),
    (500, "<html>", AnswerLost),
    (502, "<html>Bad Gateway</html>", AnswerLost),
    (503, "<html>Service Unavailable</html>", AnswerLost),
    (504, "<html>", AnswerLost),
    (500, {"code": 0, "data": {"task_id": "7", "task_status": "submitted"}}, AnswerLost),
]


def envelope(code: object, message: str) -> dict[str, object]:
    return {"code": code, "message": message, "request_id": "0d5c"}


@pytest.mark.parametrize(("status", "code", "message", "meaning"), CREATE)
async def test_refused_creates(kling_says, submission, status, code, message, meaning):
    kling, server = await kling_says((status, envelope(code, message)))
    with pytest.raises(ProviderError) as caught:
        await kling.submit(submission())
    assert type(caught.value) is meaning
    assert caught.value.sent is (Sent.MAYBE if meaning is AnswerLost else Sent.ANSWERED)
    assert message in caught.value.detail
    assert "0d5c" in caught.value.detail
    assert len(server.seen) == 1


@pytest.mark.parametrize(("status", "code", "message", "meaning"), QUERY)
async def test_refused_queries(kling_says, status, code, message, meaning):
    kling, _ = await kling_says((status, envelope(code, message)))
    with pytest.raises(ProviderError) as caught:
        await kling.fetch("7")
    assert type(caught.value) is meaning


@pytest.mark.parametrize(("status", "body", "meaning"), BY_STATUS)
async def test_answers_that_are_not_klings_count_by_their_status(kling_says, submission, status, body, meaning):
    kling, _ = await kling_says((status, body))
    with pytest.raises(ProviderError) as caught:
        await kling.submit(submission())
    assert type(caught.value) is meaning
    with pytest.raises(ProviderError) as caught:
        await kling.fetch("7")
    assert type(caught.value) is (AnswerLost if meaning is Refused else meaning)
    with pytest.raises(ProviderError):
        await kling.find("job-1")


async def test_a_busy_kling_may_say_how_long(kling_says, submission):
    kling, _ = await kling_says((429, envelope(1302, "too many requests"), {"Retry-After": "9"}))
    with pytest.raises(Busy) as caught:
        await kling.submit(submission())
    assert caught.value.retry_after == 9


@pytest.mark.parametrize(
    ("code", "message", "words"),
    [
        (1201, "duration value '99' is invalid", "“duration value '99' is invalid”"),
        (1201, "one\nline\x07 \u202eonly " + "x" * 1000, "“one line only xxx"),
        (1201, "File is not in a valid base64 format", "could not read this picture"),
        (1201, "", "gave no reason"),
        (1300, "Violation of platform policy", "harmless pictures"),
        (1301, "You are a bad person", "content filter stopped this one"),
    ],
)
async def test_members_read_why_in_plain_words(kling_says, submission, code, message, words):
    kling, _ = await kling_says((400, envelope(code, message)))
    with pytest.raises(Refused) as caught:
        await kling.submit(submission())
    said = say(caught.value.sentence)
    assert words in said
    assert said.isprintable()
    assert len(said) < 300
    assert "You are" not in said


@pytest.mark.parametrize(
    "reply",
    [
        (401, envelope(1002, "api key not found")),
        (400, envelope(1201, "bad value")),
        (502, "<html>"),
        (200, "{"),
    ],
)
@pytest.mark.parametrize("echo", [False, True])
async def test_keys_are_in_no_error(kling_says, submission, clock, reply, echo):
    secrets = ["plain-api-key-0123456789", "access-0123456789abcdef012345678", "secret-0123456789abcdef012345678"]
    pair = KeyPair(secrets[1], secrets[2], clock)
    for auth in (ApiKey(secrets[0]), pair):
        token = auth.headers()["Authorization"].removeprefix("Bearer ")
        status, body = reply
        said = envelope(1002, f"who is {token}?") if echo else body
        kling, _ = await kling_says((status, said), auth=auth)
        for call in (kling.submit(submission()), kling.fetch("7"), kling.find("job-1"), kling.fetch_many(["1", "2"])):
            with pytest.raises(ProviderError) as caught:
                await call
            shown = "".join([repr(caught.value), say(caught.value.sentence), *traceback.format_exception(caught.value)])
            assert not [secret for secret in (*secrets, token) if secret in shown]

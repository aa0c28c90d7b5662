"""What goes wrong at 302.AI, over HTTP, for creates and for queries."""

import json
import traceback
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.speech import say
from providers.ai302 import Ai302Provider
from providers.ai302_answers import created_task, fetched_task, is_native, query_error
from providers.errors import (
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
from providers.loose import parsed
from providers.provider import TaskStatus

KEY = "sk-302-0123456789abcdefghijklmnop"


def error(code: object, message: str = "It went wrong", **languages: object) -> dict[str, object]:
    return {"error": {"err_code": code, "message": message, "message_cn": "出错了", "type": "api_error"} | languages}


def undone(status: object, message: str = "no") -> dict[str, object]:
    return {"result": 0, "status": status, "message": message, "data": None}


BY_CODE = [
    (-10001, OperatorProblem),
    (-10002, OperatorProblem),
    (-10003, AnswerLost),
    (-10004, OutOfMoney),
    (-10005, OperatorProblem),
    (-10006, OutOfMoney),
    (-10007, OutOfMoney),
    (-10011, Refused),
    (-10012, Busy),
    ("-10004", OutOfMoney),
]
"""The code's meaning, whatever the HTTP status (facts/providers.md 4)."""

OTHERS = [
    ((400, error(-10018)), Refused, AnswerLost),
    ((401, error(-101)), OperatorProblem, OperatorProblem),
    ((402, error(-99)), OutOfMoney, OutOfMoney),
    ((403, error(-1024)), OperatorProblem, OperatorProblem),
    ((404, error(-100)), ModelGone, AnswerLost),
    ((400, error(-100, "The model 'kling-v1-5' has been discontinued")), ModelGone, AnswerLost),
    ((429, error(-10009)), Busy, Busy),
    ((503, error(-10008, "No available channels currently")), Busy, Busy),
    ((500, error(-100)), AnswerLost, AnswerLost),
    ((503, error(-100)), AnswerLost, AnswerLost),
    ((400, error(-100, "The task does not exist")), Refused, TaskUnknown),
    ((200, undone(200)), Refused, AnswerLost),
    ((200, undone(None)), Refused, AnswerLost),
    ((200, undone(429)), Busy, AnswerLost),
    ((200, undone(500)), AnswerLost, AnswerLost),
    ((200, {"result": 0, "data": {"task": {"id": "7", "status": 5}}}), AnswerLost, AnswerLost),
    ((200, {"result": 1, "data": None}), AnswerLost, AnswerLost),
    ((200, {"result": 1, "data": {"task": {"id": ""}}}), AnswerLost, AnswerLost),
    ((500, {"result": 1, "data": {"task": {"id": "7", "status": 5}}}), AnswerLost, AnswerLost),
    ((200, {}), AnswerLost, AnswerLost),
    ((200, [1]), AnswerLost, AnswerLost),
    ((200, "<html>"), AnswerLost, AnswerLost),
    ((204, ""), AnswerLost, AnswerLost),
    ((302, ""), OperatorProblem, OperatorProblem),
    ((400, "<html>Bad Request</html>"), Refused, AnswerLost),
    ((401, ""), OperatorProblem, OperatorProblem),
    ((403, "<html>Forbidden</html>"), OperatorProblem, OperatorProblem),
    ((404, "<html>Not Found</html>"), OperatorProblem, OperatorProblem),
    ((404, {"message": "task not found"}), OperatorProblem, OperatorProblem),
    ((408, ""), AnswerLost, AnswerLost),
    ((413, ""), Refused, AnswerLost),
    ((429, "slow down"), Busy, Busy),
    ((500, "<html>"), AnswerLost, AnswerLost),
    ((502, "<html>Bad Gateway</html>"), AnswerLost, AnswerLost),
    ((503, ""), AnswerLost, AnswerLost),
    ((504, ""), AnswerLost, AnswerLost),
    ((200, '{"result": 1, "data": {"task": {"id": "7"'), AnswerLost, AnswerLost),
    ((200, "[" * 200_000), AnswerLost, AnswerLost),
    ((400, error(-10018, "task " * 180_000)), Refused, AnswerLost),
]
"""An answer, what it means for a create, and what for a query."""


@pytest.fixture
def ai302(says):
    return lambda *replies: says(lambda url: Ai302Provider(url, KEY), *replies)


async def refusal(call) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        await call
    assert caught.value.sent is (Sent.MAYBE if type(caught.value) is AnswerLost else Sent.ANSWERED)
    return caught.value


@pytest.mark.parametrize("status", [200, 400, 401, 403, 429, 500, 503])
@pytest.mark.parametrize(("code", "meaning"), BY_CODE)
async def test_the_code_decides_whatever_the_status(ai302, submission, status, code, meaning):
    provider, server = await ai302((status, error(code)))
    raised = await refusal(provider.submit(submission()))
    assert type(raised) is meaning
    assert "It went wrong" in raised.detail
    assert str(code) in raised.detail
    assert len(server.seen) == 1
    assert type(await refusal(provider.fetch("7"))) is (AnswerLost if meaning is Refused else meaning)


@pytest.mark.parametrize(("reply", "create", "query"), OTHERS)
async def test_other_answers(ai302, submission, reply, create, query):
    provider, server = await ai302(reply)
    assert type(await refusal(provider.submit(submission()))) is create
    assert len(server.seen) == 1
    assert type(await refusal(provider.fetch("7"))) is query


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (error(-10018, "Only JPG"), "“Only JPG”"),
        (error(-10018, "仅支持JPG", message_en="Only JPG"), "“Only JPG”"),
        (error(-10018, "", message_cn="", message_jp=""), "gave no reason"),
        ({"error": "Only JPG"}, "“Only JPG”"),
        ({"message": "Only JPG"}, "“Only JPG”"),
        ({"detail": [{"msg": "Only JPG"}]}, "“Only JPG”"),
        (error(-10011, "You are a bad person"), "content filter stopped this one"),
        (error(-10018, "one\nline\x07 \u202eonly " + "x" * 1000), "“one line only xxx"),
    ],
)
async def test_members_read_why_in_plain_words(ai302, submission, body, words):
    provider, _ = await ai302((400, body))
    raised = await refusal(provider.submit(submission()))
    assert isinstance(raised, Refused)
    assert words in say(raised.sentence)
    assert say(raised.sentence).isprintable()
    assert len(say(raised.sentence)) < 300
    assert "You are" not in say(raised.sentence)


async def test_a_busy_302_may_say_how_long(ai302, submission):
    provider, _ = await ai302((429, error(-10012), {"Retry-After": "9"}))
    with pytest.raises(Busy) as caught:
        await provider.submit(submission())
    assert caught.value.retry_after == 9


@pytest.mark.parametrize(
    "reply",
    [
        (404, error(-100, "task not found")),
        (400, error(-100)),
        (500, error(-10003, "Network error, please try again later")),
        (200, {"result": 0, "message": "no such task", "data": None}),
        (200, {"result": 1, "data": None}),
    ],
)
async def test_a_key_that_302_lets_in_is_proven_for_free(ai302, reply):
    provider, server = await ai302(reply)
    await provider.check_credentials()
    assert [(seen.method, seen.path) for seen in server.seen] == [("GET", "/klingai/task/credentials-check/fetch")]


@pytest.mark.parametrize(
    ("reply", "meaning"),
    [
        ((401, error(-10002)), OperatorProblem),
        ((200, error(-10002)), OperatorProblem),
        ((400, error(-10004)), OutOfMoney),
        ((401, ""), OperatorProblem),
        ((404, "<html>"), OperatorProblem),
        ((200, "<html>Welcome</html>"), OperatorProblem),
        ((200, {"ok": True}), OperatorProblem),
        ((302, ""), OperatorProblem),
        ((429, ""), Busy),
        ((502, "<html>"), AnswerLost),
    ],
)
async def test_what_proves_nothing_is_reported(ai302, reply, meaning):
    provider, _ = await ai302(reply)
    with pytest.raises(meaning):
        await provider.check_credentials()


async def test_an_address_where_nobody_listens_was_not_sent_to(ai302, submission):
    _, server = await ai302((200, {}))
    elsewhere = Ai302Provider(server.url.replace("http:", "https:"), KEY)
    with pytest.raises(NotSent):
        await elsewhere.submit(submission())
    await elsewhere.close()
    assert server.seen == []


@pytest.mark.parametrize("status", [200, 400, 401, 500])
async def test_the_key_is_in_no_error(ai302, submission, status):
    provider, _ = await ai302((status, error(-10018, f"who is {KEY}?", message_en=f"Bearer {KEY}")))
    for call in (provider.submit(submission()), provider.fetch("7"), provider.fetch_many(["1", "2"])):
        raised = await refusal(call)
        shown = "".join([repr(raised), say(raised.sentence), *traceback.format_exception(raised)])
        assert KEY not in shown


@pytest.mark.parametrize("key", ["", "two words", "schlüssel", "line\nbreak"])
async def test_a_key_that_cannot_be_one_is_refused_at_once(key):
    with pytest.raises(ValueError, match="one word of plain characters") as caught:
        Ai302Provider("http://127.0.0.1", key)
    assert not key or key not in str(caught.value)


KEYS = st.sampled_from(
    ["result", "status", "data", "task", "id", "works", "taskWorks", "resource", "url", "error", "err_code", "message"]
)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    | st.sampled_from([1, "1", 5, 10, 99, 50, -1, -10004, "https://host/a.mp4", "kling_7", "task not found"])
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)
TASKS = st.fixed_dictionaries(
    {"result": JSON, "data": st.fixed_dictionaries({"task": JSON, "status": JSON, "works": JSON, "message": JSON})}
)
ERRORS = st.fixed_dictionaries({"error": st.fixed_dictionaries({"err_code": JSON, "message": JSON})})
STATUSES = st.sampled_from([200, 201, 302, 400, 401, 404, 408, 429, 500, 503]) | st.integers(100, 599)


@given(STATUSES, JSON | TASKS | ERRORS, st.text())
def test_no_answer_makes_the_reading_fail(status, data, text):
    answer = Answer(status, data, text)
    assert say(query_error(answer).sentence)
    for read in (created_task, lambda answer: fetched_task("7", answer)):
        with suppress(ProviderError):
            task = read(answer)
            assert task.task_id
            assert (task.video_url is not None) == (task.status is TaskStatus.SUCCEEDED)
            assert (task.reason is not None) == (task.status is TaskStatus.FAILED)


def test_truncated_answers_tell_nothing():
    body = json.dumps({"result": 1, "data": {"task": {"id": "kling_é"}, "status": 99}}).encode()
    for length in range(len(body)):
        answer = Answer(200, parsed(body[:length]), "")
        assert not is_native(answer)
        with pytest.raises(AnswerLost):
            created_task(answer)

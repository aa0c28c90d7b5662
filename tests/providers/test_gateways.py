"""What holds for AI/ML API's client and EZModel's alike: transports, keys, and answers of any form."""

import asyncio
import json
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from languages.speech import say
from providers import aimlapi_answers, ezmodel_answers
from providers.aimlapi import AimlapiProvider
from providers.errors import AnswerLost, NotSent, ProviderError, Sent
from providers.ezmodel import EzmodelProvider
from providers.http import Answer, HttpClient
from providers.keys import bearer
from providers.provider import Provider, ProviderTask, TaskStatus

KEY = "sk-0123456789abcdef0123456789abcdef"
CLIENTS = [
    partial(AimlapiProvider, api_key=KEY),
    partial(AimlapiProvider, api_key=KEY, universal=True),
    partial(EzmodelProvider, api_key=KEY),
]
Build = Callable[[str], Provider]


async def reset(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def silence(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


async def half(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "100"})
    await response.prepare(request)
    await response.write(b'{"id": "7", "status": "queued"}')
    assert request.transport is not None
    request.transport.close()
    return response


@pytest.mark.parametrize("build", CLIENTS)
async def test_a_refused_connection_surely_sent_nothing(build, submission, unused_tcp_port):
    client = build(f"http://127.0.0.1:{unused_tcp_port}")
    try:
        for call in (client.submit(submission()), client.fetch("7"), client.check_credentials()):
            with pytest.raises(NotSent):
                await call
    finally:
        await client.close()


@pytest.mark.parametrize("build", CLIENTS)
@pytest.mark.parametrize("reply", [reset, half, (200, "x" * (5 * 1024 * 1024))])
async def test_an_answer_that_did_not_come_whole_is_lost(says, submission, build, reply):
    client, server = await says(build, reply)
    with pytest.raises(AnswerLost) as caught:
        await client.submit(submission())
    assert caught.value.sent is Sent.MAYBE
    assert len(server.seen) == 1
    with pytest.raises(AnswerLost):
        await client.fetch_many(["7", "8"])


@pytest.mark.parametrize("build", CLIENTS)
async def test_waiting_ends(says, submission, build):
    client, server = await says(build, silence)
    await client.close()
    client._http = HttpClient(server.url, bearer(KEY), read_time=0.1, total_time=0.2)
    with pytest.raises(AnswerLost):
        await client.submit(submission())


@pytest.mark.parametrize("build", CLIENTS)
@pytest.mark.parametrize(
    "reply",
    [
        (401, {"message": f"who is {KEY}?"}),
        (400, {"error": {"message": f"{KEY} is wrong"}}),
        (500, f"<html>{KEY}</html>"),
        (302, "", {"Location": f"http://127.0.0.1:1/{KEY}"}),
        reset,
    ],
)
async def test_keys_are_in_no_error(says, submission, build, reply):
    client, _ = await says(build, reply)
    for call in (client.submit(submission()), client.fetch("7"), client.fetch_many(["7"]), client.check_credentials()):
        with pytest.raises(ProviderError) as caught:
            await call
        shown = "".join([repr(caught.value), say(caught.value.sentence), *traceback.format_exception(caught.value)])
        assert KEY not in shown
    assert KEY not in repr(client)


@pytest.mark.parametrize("build", CLIENTS)
async def test_unusable_keys_are_told_without_being_quoted(build):
    with pytest.raises(ValueError, match="one word of plain characters") as caught:
        build.func("http://127.0.0.1:1", "two words")
    assert "two words" not in str(caught.value)


KEYS = st.sampled_from(
    [
        "id", "task_id", "status", "task_status", "task_status_msg", "video", "url", "error", "message", "detail",
        "msg", "code", "data", "fail_reason", "task_result", "videos", "balance", "lowBalance", "generation_id",
    ]
)  # fmt: skip
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    | st.sampled_from(
        [
            "0", 0, 1201, "success", "SUCCESS", "FAILURE", "completed", "error", "succeed", "failed", "SUCCEED",
            "https://host/a.mp4", "task_failed", "fail_to_fetch_task", "task_not_exist", "quota_not_enough",
            '{"code": 1102, "message": "x"}', "[" * 2000, "Model x not found", "Generation not found",
        ]
    )
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(), inner, max_size=6),
    max_leaves=25,
)
STATUSES = st.sampled_from([200, 201, 302, 400, 401, 403, 404, 408, 429, 500, 503]) | st.integers(100, 599)
CREATES = (aimlapi_answers.created_task, ezmodel_answers.created_task)
QUERIES = (aimlapi_answers.queried_task, ezmodel_answers.queried_task)


def keeps_its_promises(task: ProviderTask) -> bool:
    return (
        bool(task.task_id)
        and (task.video_url is not None) == (task.status is TaskStatus.SUCCEEDED)
        and (task.reason is not None) == (task.status is TaskStatus.FAILED)
        and (task.reason is None or say(task.reason).isprintable())
    )


@given(STATUSES, JSON, st.text())
def test_no_answer_makes_the_reading_fail(status, data, text):
    answer = Answer(status, data, text)
    for create in CREATES:
        with suppress(ProviderError):
            assert keeps_its_promises(create(answer))
    for query in QUERIES:
        with suppress(ProviderError):
            task = query(answer, "7")
            assert task.task_id == "7"
            assert keeps_its_promises(task)
    assert say(ezmodel_answers.query_error(answer).sentence)
    with suppress(ProviderError):
        assert aimlapi_answers.balance_is_low(answer) in (True, False)


def refusal(create: Callable[[Answer], ProviderTask], answer: Answer) -> ProviderError | None:
    try:
        create(answer)
    except ProviderError as error:
        return error
    return None


@given(STATUSES, JSON)
def test_whoever_reads_a_refusal_can_read_it(status, data):
    for create in CREATES:
        error = refusal(create, Answer(status, data, ""))
        for shown in (say(error.sentence), error.detail) if error else ():
            assert shown.isprintable()
            assert len(shown) < 400


@given(st.integers(200, 299) | st.integers(500, 599), JSON)
def test_ai_ml_api_has_no_5xx_that_proves_that_nothing_was_taken(status, data):
    assert type(refusal(aimlapi_answers.created_task, Answer(status, data, ""))) in (type(None), AnswerLost)


@given(st.integers(min_value=0, max_value=120), st.sampled_from([200, 400, 500]))
def test_truncated_answers_are_no_tasks(length, status):
    whole: Any = {"code": "success", "data": {"task_id": "7", "status": "SUCCESS", "fail_reason": "https://host/é.mp4"}}
    cut = json.dumps(whole)[:length]
    for query in QUERIES:
        with pytest.raises(ProviderError):
            query(Answer(status, None, cut), "7")


def test_depth_does_not_matter():
    deep: Any = "end"
    for _ in range(900):
        deep = {"error": [deep]}
    for query in QUERIES:
        with pytest.raises(ProviderError):
            query(Answer(400, deep, ""), "7")

"""Tasks as Kling tells of them, in single queries, lists and callbacks."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from languages.speech import say
from providers.errors import AnswerLost, Busy, NotSent, OperatorProblem, OutOfMoney, ProviderError, TaskUnknown
from providers.http import Answer
from providers.kling_answers import callback_task_id, created_task, listed_tasks, queried_task, read_task
from providers.kling_envelope import query_error
from providers.provider import Provider, ProviderTask, TaskStatus

VIDEO = {"id": "8", "url": "https://v15-kling-fdl.klingai.com/a.mp4?Expires=1&Signature=x", "duration": "5.1"}
MARKED = VIDEO | {"watermark_url": "https://v15-kling-fdl.klingai.com/marked.mp4"}
UNKNOWN = (400, {"code": 1201, "message": "Task not found by id/external id: 7"})


def task(task_id: str = "7", status: object = "processing", **fields: object) -> dict[str, Any]:
    return {"task_id": task_id, "task_status": status, "task_info": {}, "task_result": {}, "created_at": 1} | fields


def done(task_id: str = "7", **fields: object) -> dict[str, Any]:
    return task(task_id, **{"status": "succeed", "task_result": {"videos": [VIDEO]}} | fields)


def found(data: object) -> tuple[int, dict[str, object]]:
    return (200, {"code": 0, "message": "SUCCEED", "request_id": "r", "data": data})


async def test_the_client_is_a_provider(kling_says):
    kling, _ = await kling_says((200, {}))
    provider: Provider = kling
    assert (provider.name, provider.finds_by_job_id) == ("kling", True)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (task(status="submitted"), ProviderTask("7", TaskStatus.WAITING)),
        (task(), ProviderTask("7", TaskStatus.RUNNING)),
        (done(), ProviderTask("7", TaskStatus.SUCCEEDED, video_url=VIDEO["url"])),
        (done(more={"unknown": [1]}), ProviderTask("7", TaskStatus.SUCCEEDED, video_url=VIDEO["url"])),
        (
            done(task_result={"videos": [MARKED]}),
            ProviderTask("7", TaskStatus.SUCCEEDED, video_url=MARKED["watermark_url"]),
        ),
        ({"task_id": 7, "task_status": "submitted"}, ProviderTask("7", TaskStatus.WAITING)),
        ({"task_id": "7"}, ProviderTask("7", TaskStatus.RUNNING)),
        (task(task_result=None, task_info=None), ProviderTask("7", TaskStatus.RUNNING)),
    ],
)
async def test_one_task(kling_says, data, expected):
    kling, server = await kling_says(found(data))
    assert await kling.fetch("7") == expected
    assert (server.seen[0].method, server.seen[0].path) == ("GET", "/v1/videos/image2video/7")


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("Failure to pass the risk control system", "content filter stopped this one"),
        ("Image pixel is invalid", "at least 300 pixels"),
        ("The resolution or aspect ratio of the input image is invalid. Please check.", "2.5 times"),
        ("File is not in a valid base64 format", "could not read this picture"),
        ("Something\nnew \x1b[31m " + "x" * 900, "“Something new [31m xxx"),
        ("SUCCEED", "gave no reason"),
        ("succeed", "gave no reason"),
        ("", "gave no reason"),
        (None, "gave no reason"),
        ({"text": "no"}, "gave no reason"),
    ],
)
async def test_a_failed_task_has_a_reason_that_members_can_read(kling_says, message, words):
    kling, _ = await kling_says(found(task(status="failed", task_status_msg=message)))
    failed = await kling.fetch("7")
    assert failed.status is TaskStatus.FAILED
    sentence = say(failed.reason or "")
    assert words in sentence
    assert sentence.isprintable()
    assert len(sentence) < 300
    assert "SUCCEED" not in sentence


@pytest.mark.parametrize(
    "data",
    [
        task(status="dreaming"),
        task(status=99),
        task(status="succeed"),
        task(status="succeed", task_result={"videos": [{"url": "javascript:alert(1)"}]}),
        task(status="succeed", task_result={"videos": "none"}),
    ],
)
async def test_what_is_not_understood_goes_on_running_and_is_logged_once(kling_says, data):
    kling, _ = await kling_says(found(data))
    with capture_logs() as lines:
        told = await kling.fetch("7")
    assert (told.status is TaskStatus.FAILED, told.video_url, told.reason) == (False, None, None)
    assert len([line for line in lines if line["log_level"] == "warning"]) == 1


async def test_a_job_is_found_by_its_id(kling_says):
    kling, server = await kling_says(
        found(task("7", task_info={"external_task_id": "job-1"})), found(task("7")), UNKNOWN
    )
    assert await kling.find("job-1") == ProviderTask("7", TaskStatus.RUNNING)
    assert await kling.find("job-1") == ProviderTask("7", TaskStatus.RUNNING)
    assert await kling.find("job-1") is None
    assert server.seen[0].path == "/v1/videos/image2video/job-1"


async def test_somebody_elses_task_is_not_taken(kling_says):
    kling, _ = await kling_says(found(task("8", task_info={"external_task_id": "job-2"})))
    with pytest.raises(AnswerLost):
        await kling.find("job-1")
    with pytest.raises(AnswerLost):
        await kling.fetch("7")


async def test_odd_ids_are_quoted(kling_says):
    kling, server = await kling_says(found(task("a/b?c=d:e")))
    assert (await kling.fetch("a/b?c=d:e")).task_id == "a/b?c=d:e"
    assert server.seen[0].path == "/v1/videos/image2video/a/b?c=d:e"
    assert server.seen[0].query == {}


async def test_few_tasks_are_asked_for_one_by_one(kling_says):
    kling, server = await kling_says(found(task("1")), UNKNOWN, found(done("3")))
    assert list(await kling.fetch_many(["1", "2", "3"])) == ["1", "3"]
    assert [seen.path.rsplit("/", 1)[1] for seen in server.seen] == ["1", "2", "3"]


async def test_many_tasks_are_taken_from_the_list_and_the_rest_one_by_one(kling_says):
    page = [task("1"), task(""), "junk", None, done("2"), task("99"), task("4", status="dreaming")]
    kling, server = await kling_says(found(page), found(done("3")))
    tasks = await kling.fetch_many(["1", "2", "3", "4", "4"])
    assert {task_id: one.status.value for task_id, one in tasks.items()} == {
        "1": "running", "2": "succeeded", "3": "succeeded", "4": "running",
    }  # fmt: skip
    assert [seen.query for seen in server.seen] == [{"pageNum": "1", "pageSize": "100"}, {}]


async def test_full_pages_are_followed_as_far_as_needed(kling_says):
    wanted = ["a", "b", "c", "d"]
    pages = [[task(f"x{page}-{n}") for n in range(100)] for page in range(2)]
    pages[1][:4] = [task(one) for one in wanted]
    kling, server = await kling_says(*map(found, pages))
    assert set(await kling.fetch_many(wanted)) == set(wanted)
    assert [seen.query["pageNum"] for seen in server.seen] == ["1", "2"]


async def test_pages_are_bounded(kling_says):
    pages = [found([task(f"{page}-{n}") for n in range(100)]) for page in range(5)]
    kling, server = await kling_says(*pages, UNKNOWN)
    assert await kling.fetch_many(["a", "b", "c", "d"]) == {}
    assert len(server.seen) == 5 + 4


@pytest.mark.parametrize("broken", [(200, "{"), (200, {"code": 0, "data": {}}), (500, ""), UNKNOWN])
async def test_a_list_that_cannot_be_read_is_done_without(kling_says, broken):
    kling, _ = await kling_says(broken, *(found(task(one)) for one in "abcd"))
    assert list(await kling.fetch_many(list("abcd"))) == list("abcd")


async def test_one_unreadable_task_does_not_break_the_others(kling_says):
    kling, _ = await kling_says(found(task("1")), (500, "<html>"), found(task("3")))
    assert list(await kling.fetch_many(["1", "2", "3"])) == ["1", "3"]


async def test_what_was_read_before_kling_grew_busy_is_kept(kling_says):
    kling, server = await kling_says(found(task("1")), (429, {"code": 1302, "message": "too many requests"}))
    with pytest.raises(Busy) as caught:
        await kling.fetch_many(["1", "2", "3"])
    assert list(caught.value.found) == ["1"]
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        ((500, ""), AnswerLost),
        ((401, {"code": 1002, "message": "api key not found"}), OperatorProblem),
        ((429, {"code": 1302, "message": "too many requests"}), Busy),
    ],
)
@pytest.mark.parametrize("ids", [["1", "2"], list("abcdef")])
async def test_where_nothing_can_be_read_the_reason_is_raised(kling_says, reply, error, ids):
    kling, _ = await kling_says(reply)
    with pytest.raises(error):
        await kling.fetch_many(ids)


async def test_no_tasks_cost_no_request(kling_says):
    kling, server = await kling_says((500, ""))
    assert await kling.fetch_many([]) == {}
    assert server.seen == []


async def test_credentials_are_proven_by_a_task_that_is_not_there(kling_says):
    kling, server = await kling_says(UNKNOWN)
    await kling.check_credentials()
    assert server.seen[0].method == "GET"


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        ((401, {"code": 1002, "message": "api key not found"}), OperatorProblem),
        ((429, {"code": 1101, "message": "in arrears"}), OutOfMoney),
        ((404, {"code": 1203, "message": "The requested resource does not exist"}), OperatorProblem),
        ((404, "<html>"), OperatorProblem),
        ((200, "<html>Welcome</html>"), OperatorProblem),
        ((200, {"code": 0, "data": {"task_id": "7"}}), OperatorProblem),
        ((302, ""), OperatorProblem),
        ((500, ""), AnswerLost),
    ],
)
async def test_credentials_that_prove_nothing_are_reported(kling_says, reply, error):
    kling, _ = await kling_says(reply)
    with pytest.raises(error):
        await kling.check_credentials()


async def test_a_kling_out_of_reach_is_not_the_keys_fault(scripted, make_kling):
    server = await scripted((200, {}))
    kling = make_kling(server.url.replace("http:", "https:"))
    with pytest.raises(NotSent):
        await kling.check_credentials()


@pytest.mark.parametrize(
    ("body", "task_id"),
    [
        (json.dumps(done("5228111")).encode(), "5228111"),
        (b'{"task_id": 12}', "12"),
        (b'{"id": "new-standard", "status": "succeeded"}', None),
        (b'{"code": 0, "data": {"task_id": "7"}}', None),
        (b'[{"task_id": "7"}]', None),
        (b'{"task_id": ""}', None),
        (b'{"task_id": null}', None),
        (b"", None),
        (b"\xff\xfe\xfd", None),
        (b"[" * 200_000, None),
        (b'"7"', None),
    ],
)
async def test_callbacks_name_their_task(kling_says, body, task_id):
    kling, _ = await kling_says((200, {}))
    assert kling.parse_callback(body) == task_id


def test_official_examples_are_understood():
    folder = Path(os.environ.get("STILLMOTION_SCHEMAS", Path(__file__).parents[3] / "shared" / "schemas"))
    file = folder / "kling" / "official-examples.json"
    if not file.exists():
        pytest.skip(f"no examples at {file}")
    examples = json.loads(file.read_text("utf-8"))
    answers = [one for one in walk(examples) if isinstance(one.get("data"), dict) and "task_id" in one["data"]]
    callbacks = [one for one in walk(examples) if "task_id" in one and "task_result" in one and "code" not in one]
    assert answers
    assert callbacks
    for answer in answers:
        assert queried_task(Answer(200, answer, "")).task.task_id == answer["data"]["task_id"]
    for callback in callbacks:
        assert callback_task_id(json.dumps(callback).encode()) == callback["task_id"]


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in it."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


KEYS = st.sampled_from(
    [
        "code",
        "message",
        "data",
        "task_id",
        "task_status",
        "task_status_msg",
        "task_result",
        "task_info",
        "videos",
        "url",
    ]
)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    | st.sampled_from(["0", 0, "succeed", "failed", "SUCCEED", "https://host/a.mp4", 1201, "Task not found by id"])
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(), inner, max_size=6),
    max_leaves=25,
)
STATUSES = st.sampled_from([200, 201, 302, 400, 401, 404, 408, 429, 500, 503]) | st.integers(100, 599)


@given(STATUSES, JSON, st.text())
def test_no_answer_makes_the_reading_fail(status, data, text):
    answer = Answer(status, data, text)
    for read in (created_task, queried_task, listed_tasks):
        with suppress(ProviderError):
            assert read(answer) is not None
    assert say(query_error(answer).sentence)


@given(JSON)
def test_tasks_keep_the_promises_of_their_status(data):
    read = read_task(data)
    if read is not None:
        assert read.task.task_id
        assert (read.task.video_url is not None) == (read.task.status is TaskStatus.SUCCEEDED)
        assert (read.task.reason is not None) == (read.task.status is TaskStatus.FAILED)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_callback_makes_the_reading_fail(body):
    assert callback_task_id(body) is None or callback_task_id(body)


@given(st.integers(min_value=0, max_value=200))
def test_truncated_callbacks_name_no_task(length):
    body = json.dumps(done("5228111", task_status_msg="é")).encode()
    assert length >= len(body) or callback_task_id(body[:length]) is None


@given(STATUSES.filter(lambda status: status != 400), st.text())
def test_only_klings_word_makes_a_task_unknown(status, text):
    assert not isinstance(query_error(Answer(status, None, text)), TaskUnknown)

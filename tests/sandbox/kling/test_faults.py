import time

import aiohttp
import pytest

from sandbox.kling import Answer, Delay, DropAfter, DropBefore, Fate, Operation, RawAnswer, Redirect, Truncate

TASKS = "/v1/videos/image2video"


async def test_an_answer_for_the_next_n_requests_of_one_operation(caller):
    caller.kling.faults.inject(Operation.CREATE, Answer(503, 5001, "maintenance"), times=2)
    assert [(await caller.create()).status for _ in range(3)] == [503, 503, 200]
    assert len(caller.kling.creates) == 1
    assert [seen.operation for seen in caller.kling.requests] == [Operation.CREATE] * 3


async def test_faults_wait_in_line_and_leave_other_operations_alone(caller):
    faults = caller.kling.faults
    faults.inject(Operation.LIST, Answer(500, 5000, "internal"))
    faults.inject(Operation.LIST, Answer(504, 5002, "timeout"))
    assert (await caller.create()).status == 200
    assert [(await caller.call("GET", TASKS)).status for _ in range(3)] == [500, 504, 200]


async def test_a_request_without_a_key_takes_no_fault(caller):
    caller.kling.faults.inject(Operation.LIST, Answer(500, 5000, "internal"))
    assert (await caller.call("GET", TASKS, authorization=None)).status == 401
    assert (await caller.call("GET", TASKS)).status == 500


async def test_a_lost_answer_leaves_a_task_that_its_external_id_finds(caller):
    caller.kling.faults.inject(Operation.CREATE, DropAfter())
    with pytest.raises(aiohttp.ClientConnectionError):
        await caller.create(external_task_id="job-1")
    assert len(caller.kling.creates) == 1
    assert (await caller.task("job-1"))["task_info"] == {"external_task_id": "job-1"}


async def test_a_lost_request_leaves_nothing(caller):
    caller.kling.faults.inject(Operation.CREATE, DropBefore())
    with pytest.raises(aiohttp.ClientConnectionError):
        await caller.create(external_task_id="job-1")
    assert caller.kling.creates == []
    assert (await caller.call("GET", f"{TASKS}/job-1")).refusal[:2] == (400, 1201)


async def test_a_delay(caller):
    caller.kling.faults.inject(Operation.LIST, Delay(0.2))
    started = time.monotonic()
    assert (await caller.call("GET", TASKS)).status == 200
    assert time.monotonic() - started >= 0.2


@pytest.mark.parametrize(
    ("fault", "status", "content_type"),
    [
        (RawAnswer('{"code": 0, "data"'), 200, "application/json"),
        (RawAnswer("<html>Bad Gateway</html>", 502, "text/html"), 502, "text/html"),
    ],
)
async def test_a_body_that_is_no_json(caller, fault, status, content_type):
    caller.kling.faults.inject(Operation.CREATE, fault)
    headers = {"Authorization": "Bearer api-key-kling-for-tests"}
    async with caller.session.post(caller.kling.base_url + TASKS, headers=headers, json={}) as answer:
        assert (answer.status, answer.content_type, await answer.text()) == (status, content_type, fault.body)
    assert caller.kling.creates == []


async def test_a_truncated_answer_after_the_work_was_done(caller):
    caller.kling.faults.inject(Operation.CREATE, Truncate())
    with pytest.raises(aiohttp.ClientPayloadError):
        await caller.create()
    assert len(caller.kling.creates) == 1


async def test_files_can_be_truncated_moved_or_gone(caller):
    faults = caller.kling.faults
    task = await caller.finished(await caller.created())
    url = task["task_result"]["videos"][0]["url"]
    faults.inject(Operation.FILE, Truncate(0.3))
    faults.inject(Operation.FILE, Answer(404, 404, "gone"))
    faults.inject(Operation.FILE, Redirect("http://127.0.0.1:9/elsewhere"))
    async with caller.session.get(url) as answer:
        promised = answer.content_length
        with pytest.raises(aiohttp.ClientPayloadError):
            await answer.read()
    async with caller.session.get(url) as answer:
        assert answer.status == 404
    async with caller.session.get(url, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (302, "http://127.0.0.1:9/elsewhere")
    async with caller.session.get(url) as answer:
        assert len(await answer.read()) == promised


async def test_a_task_fails_for_the_given_reason_inside_a_successful_envelope(caller):
    caller.kling.faults.doom(Fate(fail_with="Failure to pass the risk control system"))
    task = await caller.finished(await caller.created())
    assert (task["task_status"], task["task_status_msg"]) == ("failed", "Failure to pass the risk control system")
    assert (await caller.finished(await caller.created()))["task_status"] == "succeed"


async def test_a_task_that_never_finishes(start):
    async with start(max_parallel=1) as caller:
        caller.kling.faults.doom(Fate(never_finish=True))
        stuck = await caller.created()
        other = await caller.created(model_name="kling-v2-6")
        await caller.finished(other)
        assert (await caller.task(stuck))["task_status"] == "processing"
        assert (await caller.create()).status == 429


async def test_an_unknown_status_word(caller):
    caller.kling.faults.doom(Fate(status_word="pondering", never_finish=True))
    task_id = await caller.created()
    await caller.finished(await caller.created())
    assert (await caller.task(task_id))["task_status"] == "pondering"


async def test_a_result_that_lies_elsewhere(caller):
    caller.kling.faults.doom(Fate(result_url="http://10.0.0.1/video.mp4"))
    task = await caller.finished(await caller.created())
    assert task["task_result"]["videos"][0]["url"] == "http://10.0.0.1/video.mp4"


async def test_clear_forgets_what_was_injected(caller):
    caller.kling.faults.inject(Operation.LIST, Answer(500, 5000, "internal"), times=9)
    caller.kling.faults.doom(Fate(fail_with="no"), times=9)
    caller.kling.faults.clear()
    assert (await caller.call("GET", TASKS)).status == 200
    assert (await caller.finished(await caller.created()))["task_status"] == "succeed"

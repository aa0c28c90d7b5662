import asyncio
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from sandbox.common.faults import Answer, DropAfter, Fate, RawAnswer
from sandbox.common.tasks import Timings
from sandbox.ezmodel import KEY_USED_UP, SATURATED, CreateShape, Operation, QueryShape, Shapes

TASKS = "/kling/v1/videos/image2video"
NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)


async def test_what_a_create_answers_by_default(start):
    async with start(clock=lambda: NOW) as caller:
        answer = (await caller.create()).body
    task_id = answer["id"]
    assert task_id.isdecimal()
    assert answer == {
        "id": task_id,
        "task_id": task_id,
        "object": "video",
        "model": "kling-v1",
        "status": "queued",
        "progress": 0,
        "created_at": int(NOW.timestamp()),
    }


async def test_other_answers_to_a_create_on_demand(caller):
    caller.ezmodel.shapes = Shapes(create=CreateShape.DOCUMENTED)
    documented = (await caller.create()).body
    caller.ezmodel.shapes = Shapes(create=CreateShape.SHORT)
    short = (await caller.create()).body
    first, second = (task.id for task in caller.ezmodel.tasks)
    assert documented == {"code": 0, "message": "SUCCEED", "data": {"task_id": first, "task_status": "submitted"}}
    assert short == {"task_id": second, "status": "queued"}


async def test_a_task_from_submitted_to_success(caller):
    task_id = await caller.created()
    seen: list[dict[str, Any]] = []
    async with asyncio.timeout(20):
        while not seen or seen[-1]["status"] != "SUCCESS":
            seen.append(await caller.row(task_id))
    order = ["SUBMITTED", "IN_PROGRESS", "SUCCESS"]
    words = [row["status"] for row in seen]
    assert words == sorted(words, key=order.index)
    progress = dict(zip(order, ("10%", "30%", "100%"), strict=True))
    assert all(row["progress"] == progress[row["status"]] for row in seen)
    assert all(row["fail_reason"] == "" and row["finish_time"] == 0 for row in seen[:-1])


async def test_what_a_finished_task_says(caller):
    task_id = await caller.created()
    row = await caller.finished(task_id)
    assert (row["task_id"], row["action"], row["progress"]) == (task_id, "generate", "100%")
    assert row["submit_time"] <= row["start_time"] <= row["finish_time"]
    assert (row["data"]["code"], row["data"]["message"]) == (0, "SUCCEED")
    inner = row["data"]["data"]
    (video,) = inner["task_result"]["videos"]
    assert (inner["task_id"], inner["task_status"], video["duration"]) == (task_id, "succeed", "5.041")
    assert row["fail_reason"] == video["url"]
    assert video["url"].startswith(f"{caller.ezmodel.base_url}/files/")


async def test_a_failed_task_says_succeed_outside_and_why_inside(caller):
    caller.ezmodel.faults.doom(Fate(fail_with="Failure to pass the risk control system"))
    row = await caller.finished(await caller.created())
    assert (row["status"], row["fail_reason"], row["progress"]) == ("FAILURE", "SUCCEED", "100%")
    assert row["data"]["data"]["task_status"] == "failed"
    assert row["data"]["data"]["task_status_msg"] == "Failure to pass the risk control system"


async def test_a_picture_too_small_is_found_out_afterwards(caller, picture):
    row = await caller.finished(await caller.created(image=picture(200, 200)))
    assert row["data"]["data"]["task_status_msg"] == "Image pixel is invalid"


async def test_the_flat_answer_is_klings_own(caller):
    task_id = await caller.created()
    await caller.finished(task_id)
    caller.ezmodel.shapes = Shapes(query=QueryShape.FLAT)
    answer = (await caller.call("GET", f"{TASKS}/{task_id}")).body
    assert (answer["code"], answer["message"], answer["data"]["task_status"]) == (0, "SUCCEED", "succeed")


async def test_a_stale_answer_tells_what_was_seen_before(caller):
    caller.ezmodel.stale = True
    task_id = await caller.created()
    other = await caller.created()
    caller.ezmodel.stale = False
    await caller.finished(other)
    caller.ezmodel.stale = True
    row = await caller.row(task_id)
    assert (row["status"], row["progress"], row["start_time"]) == ("NOT_START", "0%", 0)
    assert row["data"]["data"]["task_status"] == "submitted"
    caller.ezmodel.stale = False
    assert (await caller.finished(task_id))["status"] == "SUCCESS"


async def test_an_unknown_status(caller):
    caller.ezmodel.faults.doom(Fate(status_word="UNKNOWN", never_finish=True))
    task_id = await caller.created()
    await caller.finished(await caller.created())
    assert (await caller.row(task_id))["status"] == "UNKNOWN"


async def test_no_place_means_saturated_in_chinese(start):
    async with start(max_parallel=1, timings=Timings(0, 3600)) as caller:
        await caller.created()
        assert (await caller.create()).refusal == (429, "fail_to_fetch_task", SATURATED)
        assert (await caller.create(model="kling-v2-6")).status == 200
        assert len(caller.ezmodel.creates) == 2


RELAY = [
    (Answer(403, "quota_not_enough"), (403, "quota_not_enough", "user quota is not enough")),
    (Answer(429, "fail_to_fetch_task", "Too many requests"), (429, "fail_to_fetch_task", SATURATED)),
    (Answer(400, "task_failed", "content"), (400, "task_failed", "content")),
    (Answer(500, "get_channel_failed"), (500, "get_channel_failed", "get_channel_failed")),
]


@pytest.mark.parametrize(("fault", "refusal"), RELAY)
async def test_the_relays_errors_on_demand(caller, fault, refusal):
    caller.ezmodel.faults.inject(Operation.CREATE, fault)
    assert (await caller.create()).refusal == refusal
    assert caller.ezmodel.creates == []


ROUTING = [
    (Answer(401, message=KEY_USED_UP), (401, "", "该令牌额度已用尽")),
    (Answer(401), (401, "", "无效的令牌")),
    (
        Answer(503, "model_not_found"),
        (503, "model_not_found", "分组 default 下模型 kling-v1 无可用渠道（distributor）"),  # noqa: RUF001
    ),
    (Answer(502), (502, "", "Bad Gateway")),
]


@pytest.mark.parametrize(("fault", "complaint"), ROUTING)
async def test_the_routings_errors_on_demand(caller, fault, complaint):
    caller.ezmodel.faults.inject(Operation.QUERY, fault)
    assert (await caller.call("GET", f"{TASKS}/1")).complaint == complaint


async def test_a_lost_answer_leaves_a_task_that_nobody_finds(caller):
    caller.ezmodel.faults.inject(Operation.CREATE, DropAfter())
    with pytest.raises(aiohttp.ClientConnectionError):
        await caller.create()
    assert len(caller.ezmodel.creates) == len(caller.ezmodel.tasks) == 1


async def test_html_instead_of_json(caller):
    caller.ezmodel.faults.inject(Operation.CREATE, RawAnswer("<html>", 502, "text/html"))
    headers = {"Authorization": "Bearer sk-ezmodel-for-tests"}
    async with caller.session.post(caller.ezmodel.base_url + TASKS, headers=headers, json={}) as answer:
        assert (answer.status, await answer.text()) == (502, "<html>")


async def test_callbacks_come_in_klings_shape(caller):
    received: list[dict[str, Any]] = []

    async def receive(request: web.Request) -> web.Response:
        received.append(await request.json())
        return web.Response()

    application = web.Application()
    application.router.add_post("/callback", receive)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/callback"
    try:
        task_id = await caller.created(callback_url=url)
        await caller.finished(task_id)
        async with asyncio.timeout(10):
            while len(caller.ezmodel.callbacks) < 2:
                await asyncio.sleep(0.01)
    finally:
        await runner.cleanup()
    assert [(each["task_id"], each["task_status"]) for each in received] == [
        (task_id, "processing"),
        (task_id, "succeed"),
    ]
    assert not {"code", "status", "data"} & set(received[-1])

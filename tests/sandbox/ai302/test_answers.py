import asyncio
import re
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from sandbox.ai302 import ErrorCode, Operation, ResultShape, Shapes
from sandbox.common.faults import Answer, DropAfter, Fate, RawAnswer
from sandbox.common.pictures import BAD_FORMAT, TOO_SMALL
from sandbox.common.tasks import Timings


async def test_what_a_create_answers(caller):
    answer = (await caller.create()).body
    data = answer["data"]
    assert (answer["result"], answer["status"]) == (1, 200)
    assert re.fullmatch(r"kling_[0-9a-f]{12}", data["task"]["id"])
    assert (data["status"], data["task"]["status"], data["works"], data["message"]) == (5, 5, [], "")


async def test_a_task_from_5_by_10_to_99(caller):
    task_id = await caller.created(cfg="0.7")
    seen: list[dict[str, Any]] = []
    async with asyncio.timeout(20):
        while not seen or seen[-1]["status"] != 99:
            seen.append(await caller.fetch(task_id))
    order = [5, 10, 99]
    statuses = [data["status"] for data in seen]
    assert statuses == sorted(statuses, key=order.index)
    assert all(data["works"] == [] and "message" not in data for data in seen[:-1])
    task = seen[-1]["task"]
    assert (task["id"], task["status"]) == (task_id, 99)
    assert {"name": "cfg", "value": "0.7"} in task["taskInfo"]["arguments"]


async def test_any_geo_finds_the_task_and_another_id_does_not(caller):
    task_id = await caller.created()
    reply = await caller.call("GET", f"/klingai/task/{task_id}/fetch?geo=global")
    assert (reply.status, reply.body["data"]["task"]["id"]) == (200, task_id)
    unknown = await caller.call("GET", "/klingai/task/kling_0/fetch")
    assert unknown.refusal == (404, ErrorCode.NO_TASK, "Task not found: kling_0")


RESULTS: dict[ResultShape, Callable[[dict[str, Any]], str]] = {
    ResultShape.RESOURCE: lambda data: data["works"][0]["resource"]["resource"],
    ResultShape.PLAIN: lambda data: data["works"][0]["resource"],
    ResultShape.TASK_WORKS: lambda data: data["taskWorks"][0]["resource"]["resource"],
    ResultShape.URL: lambda data: data["works"][0]["resource"]["url"],
}


async def test_the_address_can_be_in_any_of_the_recorded_places(caller):
    task_id = await caller.created()
    await caller.finished(task_id)
    assert set(RESULTS) == set(ResultShape)
    for shape, address in RESULTS.items():
        caller.ai302.shapes = Shapes(result=shape)
        assert address(await caller.fetch(task_id)).startswith(f"{caller.ai302.base_url}/files/")


async def test_a_failed_task_may_say_why(caller):
    caller.ai302.faults.doom(Fate(fail_with="The picture shows somebody famous"))
    caller.ai302.faults.doom(Fate(fail_with=""))
    with_reason = await caller.finished(await caller.created())
    without = await caller.finished(await caller.created())
    assert (with_reason["status"], with_reason["message"]) == (50, "The picture shows somebody famous")
    assert (without["status"], without["works"]) == (50, [])
    assert "message" not in without


async def test_a_failed_task_can_be_minus_one(start):
    async with start(shapes=Shapes(failed=-1)) as caller:
        caller.ai302.faults.doom(Fate(fail_with="no"))
        assert (await caller.finished(await caller.created()))["status"] == -1


@pytest.mark.parametrize(("word", "status"), [("77", 77), ("pondering", "pondering")])
async def test_an_unknown_status(caller, word, status):
    caller.ai302.faults.doom(Fate(status_word=word, never_finish=True))
    assert (await caller.finished(await caller.created()))["status"] == status


async def test_bad_pictures_are_found_out_afterwards(caller, picture):
    small = await caller.finished(await caller.created(input_image=picture(299, 400)))
    moving = await caller.finished(await caller.created(input_image=picture(image_format="GIF")))
    assert (small["status"], small["message"], moving["message"]) == (50, TOO_SMALL, BAD_FORMAT)


async def test_without_a_place_there_is_no_channel(start):
    async with start(max_parallel=1, timings=Timings(0, 3600)) as caller:
        await caller.created()
        reply = await caller.create("m2v_img2video_hq")
        assert reply.refusal == (503, ErrorCode.NO_CHANNEL, "No available channels currently")
        assert len(caller.ai302.creates) == 1


@pytest.mark.parametrize("code", list(ErrorCode))
async def test_each_code_comes_in_several_languages_with_any_status(caller, code):
    caller.ai302.faults.inject(Operation.CREATE, Answer(418, code))
    reply = await caller.create()
    error = reply.body["error"]
    assert (reply.status, error["err_code"], error["type"]) == (418, code, "api_error")
    assert error["message"] == error["message_en"]
    assert error["message"].isascii()
    assert not error["message_cn"].isascii()
    assert error["message_jp"] == error["message_ja"] != error["message_cn"]
    assert caller.ai302.creates == []


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, ErrorCode.KEY_INVALID),
        (402, ErrorCode.ARREARS),
        (403, ErrorCode.TOTAL_LIMIT),
        (429, ErrorCode.TOO_MANY),
        (500, ErrorCode.INTERNAL),
        (502, ErrorCode.INTERNAL),
        (503, ErrorCode.NO_CHANNEL),
    ],
)
async def test_a_status_alone_has_its_usual_code(caller, status, code):
    caller.ai302.faults.inject(Operation.FETCH, Answer(status))
    assert (await caller.call("GET", "/klingai/task/1/fetch")).refusal[:2] == (status, code)


async def test_a_code_that_nobody_knows_says_what_it_was_given(caller):
    caller.ai302.faults.inject(Operation.CREATE, Answer(400, -10018, "something else"))
    reply = await caller.create()
    assert reply.refusal == (400, -10018, "something else")
    assert reply.body["error"]["message_cn"] == "something else"


async def test_a_refusal_may_come_with_200(caller):
    caller.ai302.faults.inject(Operation.CREATE, RawAnswer('{"result": 0, "status": 500, "message": "no"}'))
    reply = await caller.create()
    assert (reply.status, reply.body["result"]) == (200, 0)


async def test_a_lost_answer_leaves_a_task_that_nobody_finds(caller):
    caller.ai302.faults.inject(Operation.CREATE, DropAfter())
    with pytest.raises(aiohttp.ClientConnectionError):
        await caller.create()
    assert len(caller.ai302.creates) == len(caller.ai302.tasks) == 1

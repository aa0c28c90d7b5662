import asyncio
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest

from sandbox.common.pictures import BAD_FORMAT, BAD_RATIO, MASK_RATIO, MASK_SIZES, TOO_SMALL
from sandbox.kling import Fate, Status, Timings, model_table

TASKS = "/v1/videos/image2video"
STUCK = Timings(submitted=0, processing=3600)
POINTS = [{"x": 1, "y": 2}, {"x": 3, "y": 4}]


async def test_a_task_from_submitted_to_succeed(caller):
    reply = await caller.create(external_task_id="job-1")
    created = reply.body["data"]
    assert (reply.status, reply.body["code"], reply.body["message"]) == (200, 0, "SUCCEED")
    assert uuid.UUID(reply.body["request_id"])
    assert created["task_status"] == "submitted"
    assert created["task_info"] == {"external_task_id": "job-1"}

    seen: list[dict[str, Any]] = []
    async with asyncio.timeout(20):
        while not seen or seen[-1]["task_status"] != "succeed":
            seen.append(await caller.task(created["task_id"]))
    order = ["submitted", "processing", "succeed"]
    assert [task["task_status"] for task in seen] == sorted((task["task_status"] for task in seen), key=order.index)
    assert all(task["task_result"] == {} for task in seen[:-1])
    assert seen[-1]["updated_at"] > seen[-1]["created_at"] == created["created_at"]


async def test_what_a_finished_task_says(caller):
    task = await caller.finished(await caller.created(watermark_info={"enabled": True}))
    (video,) = task["task_result"]["videos"]
    assert video["duration"] == "5.041"
    assert video["id"].isdecimal()
    assert video["url"].startswith(f"{caller.kling.base_url}/files/{video['id']}.mp4?Expires=")
    assert video["watermark_url"] == video["url"]
    assert task["watermark_info"] == {"enabled": True}
    assert task["task_info"] == {}
    assert "task_status_msg" not in task


async def test_ids_look_like_the_recorded_ones_and_times_are_the_clocks_milliseconds(start):
    # The example of the official documentation, whose id and create_time belong together.
    now = datetime.fromtimestamp(1781080778.802, UTC)
    async with start(clock=lambda: now) as caller:
        ids = [await caller.created() for _ in range(3)]
        task = await caller.task(ids[0])
    assert task["created_at"] == 1781080778802
    assert len(set(ids)) == 3
    assert all(int(each) >> 22 == 893605946402811985 >> 22 and len(each) == 18 for each in ids)


async def test_status_changes_wait_for_the_given_sleep(start):
    alarms: list[tuple[float, asyncio.Event]] = []

    async def sleep(seconds: float) -> None:
        alarms.append((seconds, asyncio.Event()))
        await alarms[-1][1].wait()

    async def next_alarm(number: int) -> tuple[float, asyncio.Event]:
        async with asyncio.timeout(10):
            while len(alarms) <= number:
                await asyncio.sleep(0.001)
        return alarms[number]

    async with start(sleep=sleep, timings=Timings(submitted=20, processing=100)) as caller:
        task_id = await caller.created()
        seconds, alarm = await next_alarm(0)
        assert (seconds, (await caller.task(task_id))["task_status"]) == (20, "submitted")
        alarm.set()
        seconds, alarm = await next_alarm(1)
        assert (seconds, (await caller.task(task_id))["task_status"]) == (100, "processing")
        alarm.set()
        assert (await caller.finished(task_id))["task_status"] == "succeed"


async def test_a_task_is_found_by_either_id(caller):
    task_id = await caller.created(external_task_id="job-1")
    assert (await caller.task("job-1"))["task_id"] == task_id
    assert (await caller.call("GET", f"{TASKS}/job-2")).refusal == (
        400,
        1201,
        "Task not found by id/external id: job-2",
    )


async def test_an_external_task_id_is_taken_once_even_after_failure(caller, body):
    caller.kling.faults.doom(Fate(fail_with="Failure to pass the risk control system"))
    await caller.finished(await caller.created(external_task_id="job-1"))
    again = await caller.create(external_task_id="job-1")
    assert again.refusal == (400, 1201, "External_task_id job-1 already exists")
    assert len(caller.kling.creates) == 1
    assert len(caller.kling.offered) == 2
    assert caller.kling.creates == [body(external_task_id="job-1")]


async def test_simultaneous_creates_with_one_external_task_id_make_one_task(caller):
    replies = await asyncio.gather(*(caller.create(external_task_id="job-1") for _ in range(5)))
    assert sorted(reply.status for reply in replies) == [200, 400, 400, 400, 400]
    assert len(caller.kling.tasks) == 1


async def test_a_slot_is_held_until_the_end_whatever_it_is(start):
    gate = asyncio.Event()

    async def sleep(_: float) -> None:
        await gate.wait()

    async with start(max_parallel=2, sleep=sleep) as caller:
        caller.kling.faults.doom(Fate(fail_with="no"))
        ids = [await caller.created() for _ in range(2)]
        assert (await caller.create()).refusal == (429, 1303, "parallel task over resource pack limit")
        assert len(caller.kling.creates) == 2
        gate.set()
        for task_id in ids:
            await caller.finished(task_id)
        assert (await caller.create()).status == 200


async def test_slots_are_counted_by_model(start):
    async with start(max_parallel=1, timings=STUCK) as caller:
        await caller.created(model_name="kling-v2-5-turbo")
        assert (await caller.create(model_name="kling-v2-5-turbo")).status == 429
        assert (await caller.create(model_name="kling-v2-6")).status == 200


async def test_lists_are_paged_newest_first(start):
    async with start(timings=STUCK, max_parallel=9) as caller:
        ids = [await caller.created() for _ in range(3)]

        async def page(query: str) -> list[str]:
            reply = await caller.call("GET", TASKS + query)
            return [task["task_id"] for task in reply.body["data"]]

        assert await page("") == ids[::-1]
        assert await page("?pageNum=1&pageSize=2") == [ids[2], ids[1]]
        assert await page("?pageNum=2&pageSize=2") == [ids[0]]
        assert await page("?pageNum=1000&pageSize=500") == []


@pytest.mark.parametrize("query", ["pageNum=0", "pageNum=1001", "pageSize=0", "pageSize=501", "pageSize=x"])
async def test_pages_outside_the_range_are_refused(caller, query):
    name, value = query.split("=")
    assert (await caller.call("GET", f"{TASKS}?{query}")).refusal == (400, 1201, f"{name} value '{value}' is invalid")


BAD_PICTURES = [
    ((299, 400), TOO_SMALL),
    ((1000, 390), BAD_RATIO),
    ((390, 1000), BAD_RATIO),
]


@pytest.mark.parametrize(("size", "message"), BAD_PICTURES)
async def test_bad_pictures_are_accepted_and_fail_afterwards(caller, picture, size, message):
    reply = await caller.create(image=picture(*size))
    assert reply.status == 200
    task = await caller.finished(reply.body["data"]["task_id"])
    assert (task["task_status"], task["task_status_msg"], task["task_result"]) == ("failed", message, {})


async def test_the_last_allowed_sizes_succeed(start, picture):
    async with start(max_parallel=9) as caller:
        for size in ((300, 300), (750, 300), (300, 750)):
            assert (await caller.finished(await caller.created(image=picture(*size))))["task_status"] == "succeed"


async def test_what_is_no_whole_picture_fails(caller, picture):
    for image in (picture(image_format="GIF"), picture()[:400], "QUJD"):
        task = await caller.finished(await caller.created(image=image))
        assert task["task_status_msg"] == BAD_FORMAT


async def test_an_end_picture_may_be_long_but_not_small(caller, picture):
    long = await caller.finished(await caller.created(mode="pro", image_tail=picture(1200, 300)))
    small = await caller.finished(await caller.created(mode="pro", image_tail=picture(200, 200)))
    assert long["task_status"] == "succeed"
    assert small["task_status_msg"] == TOO_SMALL


async def test_masks_fit_the_picture_and_each_other(start, picture):
    async with start(models=model_table(allow_retired=True)) as caller:

        async def message(static: str, dynamic: str) -> Any:
            masks = [{"mask": dynamic, "trajectories": POINTS}]
            task = await caller.finished(
                await caller.created(model_name="kling-v1", static_mask=static, dynamic_masks=masks)
            )
            return task.get("task_status_msg")

        assert await message(picture(320, 180), picture(320, 180)) is None
        assert await message(picture(320, 180), picture(640, 360)) == MASK_SIZES
        assert await message(picture(320, 320), picture(320, 320)) == MASK_RATIO


async def test_account_costs(start):
    async with start(units=42.5) as caller:
        assert (await caller.call("GET", "/account/costs")).refusal == (400, 1201, "start_time is required")
        wrong = await caller.call("GET", "/account/costs?start_time=1&end_time=now")
        assert wrong.refusal == (400, 1201, "end_time value 'now' is invalid")
        reply, again = await asyncio.gather(
            *(caller.call("GET", "/account/costs?start_time=1&end_time=2") for _ in range(2))
        )
        if reply.status != 200:
            reply, again = again, reply
        (pack,) = reply.body["data"]["resource_pack_subscribe_infos"]
        assert (pack["total_quantity"], pack["remaining_quantity"], pack["status"]) == (42.5, 42.5, "online")
        assert again.refusal[:2] == (429, 1302)
    async with start(units=None) as caller:
        reply = await caller.call("GET", "/account/costs?start_time=1&end_time=2")
        assert reply.body["data"] == {"code": 0, "msg": "success"}


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'"x"', b"\xff"])
async def test_a_body_that_is_no_object(caller, raw):
    reply = await caller.call("POST", TASKS, data=raw)
    assert reply.refusal == (400, 1200, "Request body must be a JSON object")
    assert caller.kling.offered == []


async def test_refused_bodies_create_nothing(caller):
    assert (await caller.create(duration=5)).refusal == (400, 1201, "duration must be a string")
    assert len(caller.kling.offered) == 1
    assert caller.kling.creates == caller.kling.tasks == []


async def test_leaving_stops_what_still_runs(start):
    async with start(timings=STUCK) as caller:
        await caller.created()
        kling = caller.kling
    assert kling.tasks[0].status in {Status.SUBMITTED, Status.PROCESSING}
    assert len(asyncio.all_tasks()) == 1


async def test_no_secret_shows_in_what_is_recorded(caller):
    await caller.created(callback_url="http://127.0.0.1:9/secret")
    assert caller.kling.requests[0].headers["Authorization"].startswith("Bearer api-key")
    assert "api-key" not in repr(caller.kling.requests)
    assert "api-key" not in repr(caller.kling._account)

import asyncio
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import jwt
import pytest
from aiohttp import web

from sandbox.kling import Fate, Timings
from sandbox.kling.auth import KEYS_ONLY

STUCK = Timings(submitted=0, processing=3600)
NEW = "/image-to-video/kling-2.6"


def new_body(picture: Any, **options: Any) -> dict[str, Any]:
    contents = [{"type": "prompt", "text": "the leaves move"}, {"type": "first_frame", "url": picture()}]
    return {"contents": contents, "settings": {}, "options": options}


async def create(caller: Any, picture: Any, path: str = NEW, **options: Any) -> Any:
    return await caller.call("POST", path, json=new_body(picture, **options))


async def created(caller: Any, picture: Any, path: str = NEW, **options: Any) -> str:
    reply = await create(caller, picture, path, **options)
    assert reply.status == 200, reply.body
    return str(reply.body["data"]["id"])


async def items(caller: Any, query: str) -> list[dict[str, Any]]:
    reply = await caller.call("GET", f"/tasks?{query}")
    assert (reply.status, reply.body["code"], reply.body["message"]) == (200, 0, "SUCCEED")
    return list(reply.body["data"])


async def finished(caller: Any, task_id: str) -> dict[str, Any]:
    async with asyncio.timeout(20):
        while True:
            (item,) = await items(caller, f"task_ids={task_id}")
            if item["status"] in {"succeeded", "failed"}:
                return item
            await asyncio.sleep(0.01)


async def test_a_task_from_submitted_to_succeeded(caller, picture, schemas):
    examples = json.loads((schemas / "official-examples.json").read_text("utf-8"))
    reply = await create(caller, picture, external_task_id="job-1", watermark_info={"enabled": True})
    answer = reply.body["data"]
    assert answer.keys() == examples["new_create"]["data"].keys()
    assert (answer["status"], answer["external_id"]) == ("submitted", "job-1")
    done = await finished(caller, answer["id"])
    assert done.keys() == examples["new_tasks_get_video"]["data"][0].keys()
    (output,) = done["outputs"]
    assert output.keys() == examples["new_tasks_get_video"]["data"][0]["outputs"][0].keys()
    assert (output["type"], output["duration"]) == ("video", "5.041")
    assert done["billing"] == [{"charge_type": "unit", "amount": "1.5", "package_type": "video"}]
    async with caller.session.get(output["url"]) as video:
        assert (video.status, video.content_type) == (200, "video/mp4")


async def test_a_failed_task_says_why(caller, picture):
    caller.kling.faults.doom(Fate(fail_with="Failure to pass the risk control system"))
    done = await finished(caller, await created(caller, picture))
    assert (done["status"], done["message"]) == ("failed", "Failure to pass the risk control system")
    assert done["outputs"] == done["billing"] == []


async def test_a_small_picture_is_accepted_and_fails_afterwards(caller, picture):
    task_id = await created(caller, lambda: picture(200, 200))
    assert (await finished(caller, task_id))["message"] == "Image pixel is invalid"


async def test_tasks_are_found_by_ids_of_either_kind_and_what_is_unknown_is_left_out(start, picture):
    async with start(timings=STUCK) as caller:
        ids = [await created(caller, picture, external_task_id=f"job-{number}") for number in range(3)]
        assert [each["id"] for each in await items(caller, f"task_ids={ids[0]},x,{ids[2]}")] == [ids[0], ids[2]]
        assert [each["id"] for each in await items(caller, "external_task_ids=job-1,job-9")] == [ids[1]]
        assert await items(caller, "task_ids=x") == []


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "task_ids or external_task_ids is required"),
        ("task_ids=,", "task_ids or external_task_ids is required"),
        (
            f"external_task_ids={','.join(map(str, range(21)))}",
            "task_ids and external_task_ids cannot exceed 20 in total",
        ),
        ("task_ids=1&external_task_ids=2", "task_ids and external_task_ids cannot be used simultaneously"),
    ],
)
async def test_wrong_queries(caller, query, message):
    assert (await caller.call("GET", f"/tasks?{query}")).refusal == (400, 1201, message)


async def test_both_apis_share_external_ids_and_places(start, picture):
    async with start(timings=STUCK, max_parallel=2) as caller:
        await caller.created(model_name="kling-v2-6", external_task_id="job-1")
        taken = (400, 1201, "External_task_id job-1 already exists")
        assert (await create(caller, picture, external_task_id="job-1")).refusal == taken
        await created(caller, picture, external_task_id="job-2")
        assert (await caller.create(external_task_id="job-2")).refusal[2] == "External_task_id job-2 already exists"
        assert (await create(caller, picture)).refusal[:2] == (429, 1303)
        assert (await create(caller, picture, "/image-to-video/kling-2.5-turbo")).status == 200


async def test_a_legacy_task_is_normalised_and_a_new_one_is_unknown_to_the_legacy_api(caller, picture):
    legacy = await caller.created(external_task_id="job-1", duration="10", mode="pro")
    assert (await caller.finished(legacy))["task_status"] == "succeed"
    (item,) = await items(caller, "external_task_ids=job-1")
    assert (item["id"], item["status"], item["external_id"]) == (legacy, "succeeded", "job-1")
    assert item["billing"][0]["amount"] == "5"
    new = await created(caller, picture)
    assert (await caller.call("GET", f"/v1/videos/image2video/{new}")).refusal[:2] == (400, 1201)
    listed = await caller.call("GET", "/v1/videos/image2video")
    assert [task["task_id"] for task in listed.body["data"]] == [legacy]


async def test_only_plain_keys_open_the_new_standard(start, picture):
    now = int(time.time())
    token = jwt.encode({"iss": "access", "exp": now + 60, "nbf": now - 5}, "secret" * 6, "HS256")
    async with start(access_key="access", secret_key="secret" * 6) as caller:
        assert (await caller.call("GET", "/v1/videos/image2video", authorization=token)).status == 200
        for method, path in (("POST", NEW), ("GET", "/tasks?task_ids=1"), ("POST", "/tasks")):
            assert (await caller.call(method, path, authorization=token)).refusal == (401, 1002, KEYS_ONLY)
            assert (await caller.call(method, path, authorization="junk")).refusal == (401, 1002, "api key not found")
            nobody = await caller.call(method, path, authorization=None)
            assert nobody.refusal == (401, 1001, "Authorization is empty")


async def test_an_unknown_model_and_a_wrong_method(caller, picture):
    assert (await create(caller, picture, "/image-to-video/kling-1.6")).refusal[:2] == (404, 1203)
    assert (await caller.call("GET", NEW)).refusal[:2] == (404, 1202)


async def test_refused_creates_make_nothing(caller):
    assert (await caller.call("POST", NEW, json={"contents": []})).refusal[2] == "contents cannot be empty"
    assert caller.kling.offered == [{"contents": []}]
    assert caller.kling.creates == caller.kling.tasks == []


@pytest.fixture
async def receiver() -> AsyncIterator[tuple[str, list[dict[str, Any]]]]:
    received: list[dict[str, Any]] = []

    async def receive(request: web.Request) -> web.Response:
        received.append(await request.json())
        return web.Response()

    application = web.Application()
    application.router.add_post("/callbacks", receive)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/callbacks", received
    await runner.cleanup()


async def test_callbacks_are_items_without_an_envelope(caller, picture, receiver):
    url, received = receiver
    task_id = await created(caller, picture, callback_url=url, external_task_id="job-1")
    done = await finished(caller, task_id)
    async with asyncio.timeout(10):
        while len(received) < 2:
            await asyncio.sleep(0.01)
    assert [each["status"] for each in received] == ["processing", "succeeded"]
    assert received[1] == done


async def test_lists_have_cursors_and_filters(start, picture):
    async with start(timings=STUCK, max_parallel=9) as caller:
        ids = [await created(caller, picture) for _ in range(2)] + [await caller.created()]

        async def page(**fields: Any) -> Any:
            reply = await caller.call("POST", "/tasks", json=fields)
            return reply.body["data"] if reply.status == 200 else reply.refusal

        first = await page(limit=2)
        assert ([each["id"] for each in first["result"]], first["count"], first["has_more"]) == (ids[:0:-1], 2, True)
        rest = await page(limit=2, cursor=first["next_cursor"])
        assert ([each["id"] for each in rest["result"]], rest["has_more"]) == (ids[:1], False)
        assert (await page(filters=[{"key": "status", "values": ["succeeded"]}]))["result"] == []
        assert (await page(filters=[{"key": "product_type", "values": ["video"]}]))["count"] == 3
        assert (await page(start_time="1700000000000", end_time="1700000000001"))["count"] == 0
        assert await page(limit=501) == (400, 1201, "limit value '501' is invalid")
        assert await page(start_time=5) == (400, 1201, "start_time must be a string")
        assert await page(end_time="soon") == (400, 1201, "end_time value 'soon' is invalid")
        wrong = await page(start_time="1700000000001", end_time="1700000000000")
        assert wrong == (400, 1201, "start_time must be earlier than end_time")

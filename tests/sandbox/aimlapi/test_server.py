import asyncio
import base64
import json
import re
import uuid
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from jsonschema import Draft202012Validator

from sandbox.aimlapi import (
    LEGACY_PATH,
    MAINTENANCE,
    OLDER,
    THIRD_PARTY_DOWN,
    UNIVERSAL_PATH,
    Answer,
    DropAfter,
    ErrorForm,
    Fate,
    IdForm,
    Operation,
    Status,
    Timings,
    Variants,
)
from sandbox.common.pictures import BAD_FORMAT, TOO_SMALL
from sandbox.common.schemas import schema_path
from sandbox.viewing import view

V1, V21 = "kling-video/v1/pro/image-to-video", "kling-video/v2.1/pro/image-to-video"
V26 = "klingai/video-v2-6-pro-image-to-video"
STUCK = Timings(submitted=0, processing=3600)
PATHS = [LEGACY_PATH, UNIVERSAL_PATH]


def answer_schema(name: str, path: str) -> Draft202012Validator:
    folder = schema_path("aimlapi")
    if folder is None:
        pytest.skip("no schemas of AI/ML API here")
    document = json.loads((folder / f"{name}.openapi.json").read_text("utf-8"))
    content = document["paths"][path]["get"]["responses"]["200"]["content"]
    return Draft202012Validator(content["application/json"]["schema"])


@pytest.mark.parametrize("path", PATHS)
async def test_a_generation_from_queued_to_completed(caller, path):
    reply = await caller.create(path)
    assert reply.status == 200
    assert reply.body == {"id": reply.body["id"], "status": "queued"}
    assert uuid.UUID(reply.headers["x-inference-id"])
    seen = [await caller.generation(reply.body["id"], path)]
    async with asyncio.timeout(20):
        while seen[-1]["status"] != "completed":
            seen.append(await caller.generation(reply.body["id"], path))
    order = ["queued", "generating", "completed"]
    words = [each["status"] for each in seen]
    assert words == sorted(words, key=order.index)
    assert seen[-1]["video"]["url"].startswith(f"{caller.aimlapi.base_url}/files/")
    assert seen[-1]["meta"] == {"usage": {"credits_used": 5 * 262_500}}


async def test_both_paths_know_all_generations(caller):
    generation_id = await caller.created(LEGACY_PATH)
    assert (await caller.generation(generation_id, UNIVERSAL_PATH))["id"] == generation_id


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        (IdForm.NANOID, r"[\w-]{21}"),
        (IdForm.DIGITS, r"\d{7}"),
        (IdForm.UUID_AND_MODEL, r"[0-9a-f-]{36}:kling-video/v1/pro/image-to-video"),
    ],
)
async def test_ids_of_every_recorded_form_are_found_again(start, form, pattern):
    async with start(variants=Variants(ids=form), timings=STUCK) as caller:
        ids = [await caller.created() for _ in range(2)]
        assert len(set(ids)) == 2
        assert all(re.fullmatch(pattern, each) for each in ids)
        assert (await caller.generation(ids[1]))["id"] == ids[1]


async def test_the_older_shapes(start):
    async with start(variants=OLDER) as caller:
        reply = await caller.create()
        assert reply.status == 201
        nothing = {"video": None, "error": None, "meta": None, "duration": None}
        assert reply.body == nothing | {"id": reply.body["id"], "status": "waiting"}
        done = await caller.finished(reply.body["id"])
    assert done["video"]["duration"] == done["duration"] == 5
    assert done["meta"]["usage"] == {"tokens_used": 5 * 262_500}


@pytest.mark.parametrize(
    ("form", "error"),
    [
        (ErrorForm.NAMED, {"name": "Error", "message": "no face"}),
        (ErrorForm.DETAIL, {"detail": [{"loc": ["body", "image_url"], "msg": "no face", "type": "generation_error"}]}),
        (ErrorForm.TEXT, "no face"),
    ],
)
async def test_errors_of_every_shape(start, form, error):
    async with start(variants=Variants(error=form)) as caller:
        caller.aimlapi.faults.doom(Fate(fail_with="no face"))
        done = await caller.finished(await caller.created())
    assert done == {"id": done["id"], "status": "error", "error": error}


@pytest.mark.parametrize("fails", [False, True])
async def test_answers_are_the_vendors(caller, fails):
    schema = answer_schema("universal-video-fetch", UNIVERSAL_PATH)
    if fails:
        caller.aimlapi.faults.doom(Fate(fail_with="no"))
    reply = await caller.create()
    for body in (reply.body, await caller.finished(reply.body["id"])):
        schema.validate(body)


async def test_the_film_is_as_ordered(caller, picture, tmp_path):
    camera = {"type": "simple", "config": {"horizontal": 10}}
    done = await caller.finished(await caller.created(model=V21, camera_control=camera, duration=10))
    order = caller.aimlapi.tasks[0].order
    assert (order.shot.move, order.shot.strength, order.shot.seconds) == ("horizontal", 1, 10)
    async with caller.session.get(done["video"]["url"]) as answer:
        (tmp_path / "video.mp4").write_bytes(await answer.read())
    seen = view(tmp_path / "video.mp4")
    assert (len(seen.frames), seen.frames[0].size, seen.audio_codec) == (241, (128, 72), None)


async def test_brushes_reach_the_film(start, picture):
    async with start(timings=STUCK) as caller:
        mask = picture(320, 180)
        await caller.created(
            static_mask=mask, dynamic_masks=[{"mask": mask, "trajectories": [{"x": 1, "y": 2}, {"x": 30, "y": 40}]}]
        )
        shot = caller.aimlapi.tasks[0].order.shot
    content = base64.b64decode(mask.partition(",")[2])
    assert shot.motion == ((content, ((1, 2), (30, 40))),)
    assert shot.static_mask == content


@pytest.mark.parametrize(("choice", "sound"), [({}, True), ({"generate_audio": False}, False)])
async def test_newer_models_make_sound_unless_told_not_to(start, choice, sound):
    async with start(timings=STUCK) as caller:
        await caller.created(UNIVERSAL_PATH, model=V26, **choice)
        assert caller.aimlapi.tasks[0].order.shot.sound is sound


async def test_pictures_come_as_base64_as_data_urls_and_by_address(start, picture):
    async def serve(_: web.Request) -> web.Response:
        return web.Response(body=base64.b64decode(picture().partition(",")[2]), content_type="image/png")

    application = web.Application()
    application.router.add_get("/image.png", serve)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    raw = picture().partition(",")[2]
    async with start(timings=STUCK, max_parallel=9) as caller:
        assert (await caller.create(image_url=raw)).status == 200
        assert (await caller.create(UNIVERSAL_PATH, image_url=raw)).hint == (400, "image_url: Invalid url")
        for path in PATHS:
            assert (await caller.create(path, image_url=picture())).status == 200
            assert (await caller.create(path, image_url=f"{address}/image.png")).status == 200
            for unreachable in (f"{address}/gone.png", "https://192.0.2.1/image.png", "http://[broken/image.png"):
                reply = await caller.create(path, image_url=unreachable)
                assert reply.hint == (400, "image_url: The image cannot be downloaded")
        pictures = {task.order.picture for task in caller.aimlapi.tasks}
    assert pictures == {base64.b64decode(raw)}
    await runner.cleanup()


@pytest.mark.parametrize("image", ["data:image/png;base64,", "data:image/png,abc", "not base64!", ""])
async def test_what_is_no_picture_at_all_is_refused(caller, image):
    assert (await caller.create(image_url=image)).status == 400
    assert caller.aimlapi.creates == []


@pytest.mark.parametrize(("image", "reason"), [((299, 400), TOO_SMALL), ((640, 360, "GIF"), BAD_FORMAT)])
async def test_bad_pictures_are_accepted_and_fail_afterwards(caller, picture, image, reason):
    done = await caller.finished(await caller.created(image_url=picture(*image)))
    assert done["error"]["message"] == reason


@pytest.mark.parametrize("path", PATHS)
async def test_refusals_have_the_documented_body(start, path):
    now = datetime(2026, 3, 11, 7, 13, 27, 813000, UTC)
    async with start(clock=lambda: now) as caller:
        for key in (None, "wrong"):
            reply = await caller.call("POST", path, key=key, json={})
            assert reply.status == 401
            assert reply.body["message"].startswith("This request requires a valid API key.")
            assert uuid.UUID(reply.body.pop("requestId"))
            assert reply.body | {"message": ""} == {
                "message": "",
                "path": path,
                "statusCode": "401",
                "timestamp": "2026-03-11T07:13:27.813Z",
            }


async def test_unknown_routes_methods_and_generations(caller):
    for method, path in (("GET", "/v2/elsewhere"), ("PUT", LEGACY_PATH), ("GET", f"{LEGACY_PATH}?generation_id=x")):
        assert (await caller.call(method, path)).status == 404
    assert (await caller.call("GET", LEGACY_PATH)).hint == (400, "generation_id: Required")


@pytest.mark.parametrize(
    ("raw", "hint"), [(b"", "Request body is no JSON"), (b"[]", "Expected object, received array")]
)
async def test_a_body_that_is_no_object(caller, raw, hint):
    assert (await caller.call("POST", LEGACY_PATH, data=raw)).hint == (400, hint)


async def test_finished_videos_cost_and_without_credits_there_is_none(start):
    async with start(balance=2 * 5 * 262_500 - 1) as caller:
        caller.aimlapi.faults.doom(Fate(fail_with="no"))
        for _ in range(2):
            await caller.finished(await caller.created())
        reply = await caller.call("GET", "/v1/billing/balance")
        assert (reply.body["balance"], reply.body["lowBalance"]) == (5 * 262_500 - 1, False)
        refused = await caller.create()
        assert refused.status == 403
        assert refused.body["message"].startswith("You've run out of credits.")
        caller.aimlapi.balance = 5 * 262_500
        assert (await caller.create()).status == 200


async def test_the_balance_is_the_vendors(caller):
    reply = await caller.call("GET", "/v1/billing/balance")
    answer_schema("billing-balance-v1", "/v1/billing/balance").validate(reply.body)


async def test_places_are_the_accounts(start):
    async with start(max_parallel=1, timings=STUCK) as caller:
        await caller.created()
        reply = await caller.create(model=V21)
        assert (reply.status, reply.body["message"]) == (429, "Too Many Requests")
        assert len(caller.aimlapi.creates) == 1
        assert len(caller.aimlapi.offered) == 2


async def test_models_in_maintenance_and_models_that_are_gone(caller):
    caller.aimlapi.maintenance.add(V1)
    reply = await caller.create()
    assert (reply.status, reply.body["message"]) == (500, MAINTENANCE.format(request_id=reply.body["requestId"]))
    del caller.aimlapi.models[V1]
    assert (await caller.create()).hint[1].startswith("Invalid enum value.")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 502, 503, 504])
async def test_every_documented_error_on_demand(caller, status):
    caller.aimlapi.faults.inject(Operation.CREATE, Answer(status))
    reply = await caller.create()
    assert (reply.status, reply.body["statusCode"]) == (status, str(status))
    assert reply.body["message"]
    caller.aimlapi.faults.inject(Operation.QUERY, Answer(status, message=THIRD_PARTY_DOWN))
    assert (await caller.call("GET", f"{LEGACY_PATH}?generation_id=x")).body["message"] == THIRD_PARTY_DOWN


async def test_a_lost_answer_leaves_a_generation_that_nobody_can_find(start, body: Any):
    async with start(timings=STUCK) as caller:
        caller.aimlapi.faults.inject(Operation.CREATE, DropAfter())
        with pytest.raises(aiohttp.ClientConnectionError):
            await caller.create(external_task_id="job-1")
        assert caller.aimlapi.creates == [body(external_task_id="job-1")]
        assert (await caller.call("GET", f"{LEGACY_PATH}?generation_id=job-1")).status == 404
        assert (await caller.create(external_task_id="job-1")).status == 200


async def test_a_request_for_a_file_with_our_key_is_refused_and_remembered(caller):
    done = await caller.finished(await caller.created())
    async with caller.session.get(done["video"]["url"], headers={"Authorization": "Bearer key"}) as answer:
        assert answer.status == 400
    assert [leak.operation for leak in caller.aimlapi.leaks] == [Operation.FILE]
    assert "key" not in repr(caller.aimlapi.leaks)


async def test_leaving_stops_what_still_runs(start):
    async with start(timings=STUCK) as caller:
        await caller.created()
    assert caller.aimlapi.tasks[0].status in {Status.SUBMITTED, Status.PROCESSING}
    assert len(asyncio.all_tasks()) == 1

"""Callbacks over real HTTP: they wake the watcher and do nothing else, whoever sends what, how often and when."""

import asyncio
import json
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from multidict import CIMultiDict, CIMultiDictProxy
from standardwebhooks import Webhook

from bot.web.callbacks import CALLBACK_LIMIT, Signature
from sandbox.common.schemas import schema_path
from storage.records import Duty, Job
from storage.store import Store
from tests.bot.web.conftest import Door
from tests.conftest import ManualClock


async def test_the_right_token_wakes_the_watcher(door: Door, job: Job, store: Store, clock: ManualClock) -> None:
    assert await store.claim(Duty.WATCH, limit=5) == []
    assert await door.post(f"/callbacks/kling/{job.id}/tok_en-1") == 200
    assert await door.rung()
    assert await store.job(job.id) == replace(job, due_at=clock())
    (claim,) = await store.claim(Duty.WATCH, limit=5)
    assert claim.job.id == job.id


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff\xfe",
        b"not json",
        b"[" * 50_000,
        b"null",
        json.dumps({"task_id": "other", "task_status": "failed", "task_status_msg": "no"}).encode(),
        json.dumps({"task_status": "succeed", "task_result": {"videos": [{"url": "http://10.0.0.1/x.mp4"}]}}).encode(),
        json.dumps({"external_task_id": "job00002", "state": "delivered", "credits": 0}).encode(),
        b"x" * CALLBACK_LIMIT,
    ],
    ids=lambda body: repr(body[:20]),
)
async def test_the_body_changes_nothing(door: Door, job: Job, rows, clock: ManualClock, body: bytes) -> None:
    _, *before = await rows()
    assert await door.post(f"/callbacks/kling/{job.id}/tok_en-1", body) == 200
    (changed,), *after = await rows()
    assert Job(**changed._mapping) == replace(job, due_at=clock())
    assert after == before


async def test_a_job_that_does_not_run_stays_as_it_is(door: Door, store: Store, new_job, rows) -> None:
    await store.accept(new_job(callback_token="t"))
    before = await rows()
    assert await door.post("/callbacks/kling/job00001/t") == 200
    assert await rows() == before


@pytest.mark.parametrize(
    "path",
    [
        "kling/{id}/tok_en-2",
        "kling/{id}/tok_en-",
        "kling/{id}/tok_en-1x",
        "kling/{id}/%74%C3%B6k",
        "kling/{id}/%FF%00",
        "kling/{id}/",
        "kling/job00009/tok_en-1",
        "kling/%00/tok_en-1",
        "kling/{id}%00/tok_en-1",
        "kling/%ED%A0%80/tok_en-1",
        "kling/'%20OR%201=1--/tok_en-1",
        "aimlapi/{id}/tok_en-1",
        "%00/{id}/tok_en-1",
        "kling/{id}/no such job",
        "kling/none/no%20such%20job",
    ],
)
async def test_anything_else_is_not_found_and_costs_nothing(door: Door, job: Job, rows, path: str) -> None:
    before = await rows()
    assert await door.post(f"/callbacks/{path.format(id=job.id)}") == 404
    assert await rows() == before
    assert not await door.rung()


async def test_another_providers_job_is_not_found(open_door, store: Store, new_job, rows) -> None:
    await store.accept(new_job(provider="aimlapi", callback_token="t"))
    before = await rows()
    door = await open_door(store)
    for provider in ("kling", "aimlapi"):
        assert await door.post(f"/callbacks/{provider}/job00001/t") == 404
    assert await rows() == before


async def test_a_get_is_no_callback(door: Door, job: Job) -> None:
    status, _ = await door.get(f"/callbacks/kling/{job.id}/tok_en-1")
    assert status == 405
    assert not await door.rung()


async def test_a_body_that_is_too_large_is_refused_before_it_has_come(door: Door, job: Job, rows) -> None:
    before = await rows()
    head = f"POST /callbacks/kling/{job.id}/tok_en-1 HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000000\r\n\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    try:
        writer.write(head.encode() + b"x" * (CALLBACK_LIMIT + 1))
        await writer.drain()
        async with asyncio.timeout(5):
            assert b" 413 " in await reader.readline()
    finally:
        writer.close()
        await writer.wait_closed()
    assert await rows() == before
    assert not await door.rung()


async def test_a_body_without_an_end_is_refused(door: Door, job: Job) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(CALLBACK_LIMIT // 1024 + 1):
            yield b"x" * 1024

    assert await door.post(f"/callbacks/kling/{job.id}/tok_en-1", endless()) == 413
    assert not await door.rung()


SECRET = "whsec_" + b64encode(b"the account's secret").decode()


@pytest.fixture
async def signed_door(open_door: Callable[..., Any], store: Store, clock: ManualClock) -> Door:
    """Kling's calls have to be signed here."""
    opened: Door = await open_door(store, signatures={"kling": Signature(SECRET, clock)})
    return opened


def signature(body: bytes, at: datetime, *, secret: str = SECRET, message_id: str = "one") -> dict[str, str]:
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(message_id, at, body.decode()),
    }


async def test_a_signed_call_wakes_the_watcher(signed_door: Door, job: Job, clock: ManualClock) -> None:
    for body in (b"{}", b"", "größer".encode()):
        headers = signature(body, clock())
        assert await signed_door.post(f"/callbacks/kling/{job.id}/tok_en-1", body, headers) == 200
        assert await signed_door.rung()


async def test_one_right_signature_among_several_is_enough(signed_door: Door, job: Job, clock: ManualClock) -> None:
    headers = signature(b"{}", clock())
    headers["webhook-signature"] = f"v1,b3RoZXI= {headers['webhook-signature']} v2,x"
    assert await signed_door.post(f"/callbacks/kling/{job.id}/tok_en-1", b"{}", headers) == 200


@pytest.mark.parametrize("minutes", [-4, 4])
async def test_clocks_may_differ_a_little(signed_door: Door, job: Job, clock: ManualClock, minutes: int) -> None:
    headers = signature(b"{}", clock() + timedelta(minutes=minutes))
    assert await signed_door.post(f"/callbacks/kling/{job.id}/tok_en-1", b"{}", headers) == 200


@pytest.mark.parametrize(
    "change",
    [
        {"webhook-signature": None},
        {"webhook-id": None},
        {"webhook-timestamp": None},
        {"webhook-id": "two"},
        {"webhook-id": ""},
        {"webhook-signature": ""},
        {"webhook-signature": "v1,"},
        {"webhook-signature": "v1,a,b,c"},
        {"webhook-signature": "v1,größe"},
        {"webhook-timestamp": "soon"},
        {"webhook-timestamp": "-1"},
        {"webhook-timestamp": "1e9"},
        {"webhook-timestamp": "9" * 40},
        {"webhook-timestamp": "99999999999"},
        {"webhook-timestamp": "\u0661"},
    ],
    ids=repr,
)
async def test_a_wrong_signature_is_not_found_and_costs_nothing(
    signed_door: Door, job: Job, clock: ManualClock, rows: Any, change: dict[str, str | None]
) -> None:
    before = await rows()
    headers = {name: value for name, value in (signature(b"{}", clock()) | change).items() if value is not None}
    assert await signed_door.post(f"/callbacks/kling/{job.id}/tok_en-1", b"{}", headers) == 404
    assert await rows() == before
    assert not await signed_door.rung()


@pytest.mark.parametrize("minutes", [-6, 6, -60 * 24])
async def test_an_old_call_that_is_sent_again_is_not_found(
    signed_door: Door, job: Job, clock: ManualClock, minutes: int
) -> None:
    headers = signature(b"{}", clock() + timedelta(minutes=minutes))
    assert await signed_door.post(f"/callbacks/kling/{job.id}/tok_en-1", b"{}", headers) == 404


async def test_a_signature_holds_for_its_secret_and_its_body(signed_door: Door, job: Job, clock: ManualClock) -> None:
    path = f"/callbacks/kling/{job.id}/tok_en-1"
    another = signature(b"{}", clock(), secret="whsec_" + b64encode(b"another").decode())
    assert await signed_door.post(path, b"{}", another) == 404
    assert await signed_door.post(path, b"{ }", signature(b"{}", clock())) == 404
    assert await signed_door.post(path, b"\xff", signature(b"{}", clock())) == 404
    assert not await signed_door.rung()


async def test_a_right_signature_does_not_replace_the_token(signed_door: Door, job: Job, clock: ManualClock) -> None:
    headers = signature(b"{}", clock())
    assert await signed_door.post(f"/callbacks/kling/{job.id}/tok_en-2", b"{}", headers) == 404


def test_klings_own_example_is_right() -> None:
    file = schema_path("kling/official-examples.json")
    if file is None:
        pytest.skip("no examples: kling/official-examples.json")
    example = json.loads(file.read_text("utf-8"))["webhook_signature_vector"]
    moment = datetime.fromtimestamp(int(example["webhook-timestamp"]), UTC)
    headers = CIMultiDict({name: example[name] for name in ("webhook-id", "webhook-timestamp", "webhook-signature")})
    body = example["raw_body"].encode()
    assert Signature(example["secret"], lambda: moment).holds(CIMultiDictProxy(headers), body)
    assert not Signature(example["secret"], lambda: moment).holds(CIMultiDictProxy(headers), body + b" ")


@pytest.mark.parametrize(
    "public_url", [None, "https://bot.example", "https://bot.example/", "https://one.example/bot/"]
)
async def test_behind_a_proxy_with_and_without_a_path(
    open_door: Callable[..., Any], store: Store, job: Job, public_url: str | None
) -> None:
    door = await open_door(store, public_url=public_url)
    assert await door.post(f"/callbacks/kling/{job.id}/tok_en-1") == 200
    left_on = 200 if public_url and public_url.endswith("/bot/") else 404
    assert await door.post(f"/bot/callbacks/kling/{job.id}/tok_en-1") == left_on


async def test_repeated_and_late_calls_are_taken_and_change_nothing_more(
    door: Door, job: Job, store: Store, rows: Any
) -> None:
    path = f"/callbacks/kling/{job.id}/tok_en-1"
    assert await door.post(path) == 200
    before = await rows()
    assert [await door.post(path) for _ in range(5)] == [200] * 5
    assert await rows() == before
    (claim,) = await store.claim(Duty.WATCH, limit=5)
    await store.video_ready(claim, "https://files.example/video.mp4")
    before = await rows()
    assert await door.post(path) == 200
    assert await rows() == before

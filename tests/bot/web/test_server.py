"""The web server over real HTTP: health, metrics, and callbacks that wake and do nothing else."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import select

import storage.database
from bot.app import checks_of, now
from bot.client import StillmotionBot
from bot.pipeline.supervise import Bell, Loop
from bot.web.server import CALLBACK_LIMIT, CannotListen, WebServer
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey
from storage.database import Database
from storage.records import Duty, Job, NewJob
from storage.store import Store
from storage.tables import balances, jobs, leases, ledger, pictures
from tests.conftest import ManualClock
from tests.storage.conftest import submitting

TABLES = (jobs, pictures, ledger, balances, leases)


class Door:
    """A running web server, and what a provider or an operator sees of it."""

    def __init__(self, server: WebServer, bell: Bell, session: aiohttp.ClientSession) -> None:
        self.base = f"http://127.0.0.1:{server.port}"
        self.port = server.port
        self._bell = bell
        self._session = session

    async def post(self, path: str, body: Any = b"{}") -> int:
        async with self._session.post(f"{self.base}{path}", data=body) as answer:
            return answer.status

    async def get(self, path: str) -> tuple[int, str]:
        async with self._session.get(f"{self.base}{path}") as answer:
            return answer.status, await answer.text()

    async def rung(self) -> bool:
        """Whether the watcher was woken since the last look."""
        began = asyncio.get_running_loop().time()
        await self._bell.wait(Duty.WATCH, 0.05)
        self._bell.hush(Duty.WATCH)
        return asyncio.get_running_loop().time() - began < 0.05


@pytest.fixture
async def open_door() -> AsyncIterator[Callable[..., Any]]:
    """Starts web servers on a store; all end with the test."""
    async with AsyncExitStack() as stack:
        kling = KlingProvider("http://127.0.0.1:9", ApiKey("key"))
        stack.push_async_callback(kling.close)

        async def open_(store: Store, **options: Any) -> Door:
            bell = Bell()
            usual: dict[str, Any] = {"host": "127.0.0.1", "port": 0, "providers": {"kling": kling}}
            usual |= {"loops": [], "checks": {}}
            server = await stack.enter_async_context(WebServer(store=store, bell=bell, **usual | options))
            return Door(server, bell, await stack.enter_async_context(aiohttp.ClientSession()))

        yield open_


@pytest.fixture
async def door(open_door, store: Store) -> Door:
    opened: Door = await open_door(store)
    return opened


async def running_for_an_hour(store: Store, new: NewJob, clock: ManualClock) -> Job:
    """A job that its provider has; the next look is in an hour."""
    claim = await submitting(store, new)
    return await store.submitted(claim.job, f"task-{new.id}", look_at=clock() + timedelta(hours=1))


@pytest.fixture
async def job(store: Store, new_job: Callable[..., NewJob], clock: ManualClock) -> Job:
    return await running_for_an_hour(store, new_job(callback_token="tok_en-1"), clock)


@pytest.fixture
def rows(database: Database) -> Callable[[], Any]:
    """Everything that stands in the database."""

    async def read() -> list[Any]:
        async with database.read() as connection:
            return [(await connection.execute(select(table))).all() for table in TABLES]

    return read


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


@pytest.fixture
def nowhere(tmp_path: Path) -> str:
    """A database that nobody serves."""
    return f"postgresql+asyncpg://me@/name?host={tmp_path}"


async def test_without_a_database_callbacks_and_metrics_answer_503(
    open_door, make_store, open_database, nowhere: str
) -> None:
    door = await open_door(make_store(on=await open_database(nowhere)))
    assert await door.post("/callbacks/kling/job00001/token1") == 503
    assert await door.get("/metrics") == (503, "")
    assert await door.get("/healthz") == (200, '{"status": "alive"}')
    assert not await door.rung()


async def test_a_database_that_cannot_be_written_answers_503(
    open_door, make_store, open_database, sqlite_url: str, new_job, clock: ManualClock, monkeypatch
) -> None:
    monkeypatch.setattr(storage.database, "BUSY_TIMEOUT", 20)
    store = make_store(on=await open_database(sqlite_url))
    door = await open_door(store)
    job = await running_for_an_hour(store, new_job(callback_token="t"), clock)
    with closing(sqlite3.connect(sqlite_url.partition(":///")[2])) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await door.post(f"/callbacks/kling/{job.id}/t") == 503
    assert not await door.rung()
    assert await store.job(job.id) == job


async def test_readiness_gives_each_reason(open_door, store: Store) -> None:
    reasons: dict[str, str | None] = {"gateway": None, "database": None, "loops": None}

    def check(name: str) -> Callable[[], Any]:
        async def ask() -> str | None:
            return reasons[name]

        return ask

    door = await open_door(store, checks={name: check(name) for name in reasons})
    status, text = await door.get("/readyz")
    assert (status, json.loads(text)) == (200, {"status": "ready"})
    for name in list(reasons):
        reasons[name] = f"{name} is ill"
        status, text = await door.get("/readyz")
        assert status == 503
        assert json.loads(text)["reasons"][name] == f"{name} is ill"
    assert json.loads(text)["reasons"] == reasons
    assert await door.get("/healthz") == (200, '{"status": "alive"}')


async def test_what_the_bot_itself_checks(open_door, store: Store, make_store, open_database, nowhere: str) -> None:
    async def step() -> None:
        await asyncio.sleep(0.001)

    loops = [Loop(name, step, clock=now) for name in ("watch", "deliver")]
    ill = make_store(on=await open_database(nowhere))
    door = await open_door(ill, checks=checks_of(StillmotionBot(store=ill), ill, loops))
    loops[0].start()
    try:
        async with asyncio.timeout(5):
            while loops[0].beat is None:
                await asyncio.sleep(0.001)
        status, text = await door.get("/readyz")
    finally:
        await loops[0].stop()
    reasons = json.loads(text)["reasons"]
    assert status == 503
    assert reasons["gateway"] == "not connected to Discord"
    assert "No such file or directory" in reasons["database"]
    assert reasons["loops"] == "stuck: deliver"


async def test_metrics_can_be_scraped(open_door, store: Store, new_job, clock: ManualClock) -> None:
    async def step() -> None:
        raise RuntimeError

    loop = Loop("watch", step, clock=clock)
    door = await open_door(store, loops=[loop])
    await running_for_an_hour(store, new_job(), clock)
    for _ in range(2):
        await store.accept(new_job())
    loop.start()
    await asyncio.sleep(0.05)
    await loop.stop()
    status, text = await door.get("/metrics")
    assert status == 200
    families = {family.name: family for family in text_string_to_metric_families(text)}
    numbers = {
        (sample.labels["provider"], sample.labels["state"]): sample.value
        for sample in families["stillmotion_jobs"].samples
    }
    assert numbers == {("kling", "running"): 1, ("kling", "queued"): 2}
    (restarts,) = families["stillmotion_loop_restarts"].samples
    assert (restarts.labels, restarts.value) == ({"loop": "watch"}, 1)


async def test_a_port_that_is_taken_is_said(open_door, store: Store) -> None:
    first = await open_door(store)
    with pytest.raises(CannotListen, match=rf"127\.0\.0\.1, port {first.port}: .*in use"):
        await open_door(store, port=first.port)


async def test_the_port_is_free_afterwards(open_door, store: Store) -> None:
    async with WebServer(
        host="127.0.0.1", port=0, store=store, bell=Bell(), providers={}, loops=[], checks={}
    ) as server:
        port = server.port
    assert (await open_door(store, port=port)).port == port

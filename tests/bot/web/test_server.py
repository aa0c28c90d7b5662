"""The web server over real HTTP: health and metrics, with a database and without one."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

import storage.database
from bot.app import checks_of, now
from bot.client import StillmotionBot
from bot.pipeline.supervise import Bell, Loop
from bot.web.callbacks import Callbacks
from bot.web.server import CannotListen, WebServer
from storage.store import Store
from tests.bot.web.conftest import running_for_an_hour
from tests.conftest import ManualClock


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
    callbacks = Callbacks(store=store, bell=Bell(), providers=[], signatures={})
    async with WebServer(host="127.0.0.1", port=0, store=store, callbacks=callbacks, loops=[], checks={}) as server:
        port = server.port
    assert (await open_door(store, port=port)).port == port

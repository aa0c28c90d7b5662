"""The web server over real HTTP: health and metrics, with a database and without one."""

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from structlog.testing import capture_logs

import storage.database
from bot.pipeline import health, supervise
from bot.pipeline.supervise import Bell, Loop
from bot.web.callbacks import CALLBACK_LIMIT, Callbacks
from bot.web.server import CannotListen
from storage.store import Store
from tests.bot.web.conftest import Door, build_server, running_for_an_hour
from tests.conftest import ManualClock


@pytest.fixture
def nowhere(tmp_path: Path) -> str:
    """A database that nobody serves."""
    return f"postgresql+asyncpg://me@/name?host={tmp_path}"


async def test_without_a_database_callbacks_answer_503(open_door, make_store, open_database, nowhere: str) -> None:
    door = await open_door(make_store(on=await open_database(nowhere)))
    assert await door.post("/callbacks/kling/job00001/token1") == 503
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


def beating(clock: ManualClock, *names: str) -> list[Loop]:
    """Loops that have just ended a step, and now rest."""

    async def step() -> None:
        await asyncio.sleep(0.001)

    return [Loop(name, step, clock=clock) for name in names]


async def until_beat(*loops: Loop) -> None:
    async with asyncio.timeout(5):
        while any(loop.beat is None for loop in loops):
            await asyncio.sleep(0.001)


async def test_ready(open_door, store: Store, clock: ManualClock) -> None:
    loops = beating(clock, "watch", "deliver")
    door = await open_door(store, loops=loops)
    for loop in loops:
        loop.start()
    await until_beat(*loops)
    assert await door.get("/readyz") == (200, '{"status": "ready"}')
    for loop in loops:
        await loop.stop()
    status, text = await door.get("/readyz")
    assert (status, json.loads(text)["reasons"]) == (503, {"loops": "stuck: watch, deliver"})


async def test_readiness_gives_each_reason_in_words_of_its_own(
    open_door, make_store, open_database, nowhere: str, clock: ManualClock
) -> None:
    loops = beating(clock, "watch", "deliver")
    ill = make_store(on=await open_database(nowhere))
    door = await open_door(ill, loops=loops, connected=lambda: False)
    loops[0].start()
    await until_beat(loops[0])
    with capture_logs() as lines:
        status, text = await door.get("/readyz")
    await loops[0].stop()
    assert status == 503
    assert json.loads(text)["reasons"] == {
        "gateway": "not connected to Discord",
        "database": "cannot be written",
        "loops": "stuck: deliver",
    }
    (line,) = [line for line in lines if line["event"] == "database is not well"]
    assert "No such file or directory" in line["reason"]
    assert await door.get("/healthz") == (200, '{"status": "alive"}')


async def test_a_database_that_hangs_is_asked_once(
    open_door, store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "DATABASE_SECONDS", 0.02)
    answers, asked = asyncio.Event(), 0

    async def ping() -> None:
        nonlocal asked
        asked += 1
        await answers.wait()

    monkeypatch.setattr(store, "ping", ping)
    door = await open_door(store)
    for _ in range(3):
        status, text = await door.get("/readyz")
        assert (status, json.loads(text)["reasons"]) == (503, {"database": "no answer within 0.02 s"})
    assert asked == 1
    answers.set()
    await asyncio.sleep(0.01)
    assert (await door.get("/readyz"))[0] == 200


async def test_a_loop_that_only_a_new_process_mends_ends_the_health(
    open_door, store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def step() -> None:
        await asyncio.Event().wait()

    loop = Loop("watch", step, clock=clock)
    door = await open_door(store, loops=[loop])
    loop.start()
    assert (await door.get("/healthz"))[0] == 200
    monkeypatch.setattr(supervise, "LONGEST_STEP", 0.0)
    assert await door.get("/healthz") == (503, '{"status": "stands still: watch"}')
    await loop.stop()
    assert (await door.get("/healthz"))[0] == 200


async def scraped(door: Door) -> dict[str, dict[tuple[str, ...], float]]:
    """The numbers by name, and by label values in the order of the labels' names."""
    status, text = await door.get("/metrics")
    assert status == 200
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found.setdefault(sample.name, {})[tuple(value for _, value in sorted(sample.labels.items()))] = sample.value
    return found


async def test_metrics_can_be_scraped(open_door, store: Store, new_job, clock: ManualClock) -> None:
    async def step() -> None:
        raise RuntimeError

    loop = Loop("watch", step, clock=clock)
    door = await open_door(store, loops=[loop], budget=5000)
    await running_for_an_hour(store, new_job(credits=10), clock)
    for _ in range(2):
        await store.accept(new_job(credits=10))
    await store.pause("kling", "", until=clock() + timedelta(hours=1), reason="no money")
    clock.advance(timedelta(minutes=3))
    loop.start()
    await asyncio.sleep(0.05)
    numbers = await scraped(door)
    await loop.stop()
    assert numbers["stillmotion_jobs"] == {("kling", "running"): 1, ("kling", "queued"): 2}
    assert numbers["stillmotion_jobs_longest_seconds"][("kling", "queued")] == 180
    assert numbers["stillmotion_queue_age_seconds"] == {("kling",): 180, ("aimlapi",): 0}
    assert numbers["stillmotion_paused_routes"] == {("kling",): 1, ("aimlapi",): 0}
    assert numbers["stillmotion_late_jobs"] == {("kling",): 0, ("aimlapi",): 0}
    assert numbers["stillmotion_slowed_account"] == {("kling",): 0, ("aimlapi",): 0}
    assert numbers["stillmotion_held_credits"] == numbers["stillmotion_budget_used_credits"] == {(): 30}
    assert numbers["stillmotion_budget_credits"] == {(): 5000}
    assert numbers["stillmotion_log_posts_waiting"] == {(): 0}
    assert numbers["stillmotion_loop_restarts_total"] == {("watch",): 1}
    assert numbers["stillmotion_ready"] == {("gateway",): 1, ("database",): 1, ("loops",): 0}
    assert set(numbers["stillmotion_work_longest_seconds"]) == {("submit",), ("watch",), ("deliver",), ("card",)}
    assert numbers["process_resident_memory_bytes"][()] > 1_000_000


async def test_metrics_without_a_database_tell_the_rest(open_door, make_store, open_database, nowhere: str) -> None:
    door = await open_door(make_store(on=await open_database(nowhere)))
    numbers = await scraped(door)
    assert numbers["stillmotion_ready"][("database",)] == 0
    assert "stillmotion_event_loop_lag_seconds_count" in numbers
    assert "stillmotion_jobs" not in numbers


async def test_callbacks_are_counted_under_bounded_names(open_door, store: Store, new_job, clock: ManualClock) -> None:
    door = await open_door(store, providers=["kling", "aimlapi"])
    job = await running_for_an_hour(store, new_job(callback_token="t"), clock)
    paths = [f"kling/{job.id}/t", f"kling/{job.id}/wrong", *(f"forged{number}/x/y" for number in range(5))]
    for path in paths:
        await door.post(f"/callbacks/{path}")
    assert await door.post(f"/callbacks/kling/{job.id}/t", b"x" * (CALLBACK_LIMIT + 1)) == 413
    assert await door.post("/callbacks/nowhere") == 404
    counted = (await scraped(door))["stillmotion_callbacks_total"]
    assert counted == {("accepted", "kling"): 1, ("refused", "kling"): 2, ("refused", "unknown"): 5}


async def test_a_port_that_is_taken_is_said(open_door, store: Store) -> None:
    first = await open_door(store)
    with pytest.raises(CannotListen, match=rf"127\.0\.0\.1, port {first.port}: .*in use"):
        await open_door(store, port=first.port)


async def test_the_port_is_free_afterwards(open_door, store: Store) -> None:
    callbacks = Callbacks(store=store, bell=Bell(), providers=[], signatures={})
    async with build_server(store, callbacks) as server:
        port = server.port
    assert (await open_door(store, port=port)).port == port

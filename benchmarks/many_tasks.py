"""What 1,000 running tasks cost: calls to the provider, seconds for one look at all, and how long the loop stood still.

The real watcher, client and SQLite file; the provider is on loopback. All tasks are due at once, the worst case.
"""

import asyncio
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from bot.pipeline.supervise import Bell, Crew, step_of
from bot.pipeline.watch import Watch
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey
from sandbox.kling.crowd import Crowd, crowd
from storage.database import Database
from storage.migrate import migrate
from storage.records import Duty
from storage.store import Store
from storage.tables import jobs, servers

TASKS = 1_000
TICK = 0.005
NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)


async def fill(database: Database, stage: Crowd) -> None:
    """A running job for each task, submitted a minute ago and due now."""
    common = {
        "callback_token": "-",
        "server_id": 1,
        "channel_id": 2,
        "member_id": 3,
        "in_thread": True,
        "request": {},
        "credits": 21,
    }
    route = {"model": "kling-v2-5-turbo", "provider": "kling", "provider_model": "kling-v2-5-turbo"}
    times = {"created_at": NOW, "changed_at": NOW, "due_at": NOW, "submitted_at": NOW, "card_due_at": NOW}
    counts = {"state": "running", "attempts": 1, "revision": 1, "shown_revision": 1, "expected_seconds": 120}
    rows = [
        {**common, **route, **times, **counts, "id": f"{n:032}", "interaction_id": n, "provider_task_id": task_id}
        for n, task_id in enumerate(stage.task_ids)
    ]
    server = {"server_id": 1, "allowance": 100, "period": "day", "time_zone": "UTC", "created_at": NOW}
    async with database.write() as connection:
        await connection.execute(insert(servers).values(server))
        await connection.execute(insert(jobs), rows)


async def lag(longest: list[float]) -> None:
    """Note how much later than asked this task is woken."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(TICK)
        longest[0] = max(longest[0], time.perf_counter() - began - TICK)


async def look_at_all(store: Store, provider: KlingProvider) -> tuple[float, float]:
    """Seconds until no task is due any more, and for how long the loop stood still at most."""
    bell, crew, longest = Bell(), Crew(store), [0.0]
    watch = Watch(store=store, providers={"kling": provider}, bell=bell, clock=lambda: NOW, interval=10)
    step = step_of(watch, store=store, crew=crew, bell=bell, clock=lambda: NOW)
    ticking = asyncio.create_task(lag(longest))
    began = time.perf_counter()
    while True:
        await step()
        if crew.busy(Duty.WATCH) == 0 and await store.next_due(Duty.WATCH, after=NOW) is not None:
            due = await store.claim(Duty.WATCH, limit=1)
            if not due:
                break
    took = time.perf_counter() - began
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking
    return took, longest[0]


async def measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        async with Database(url) as database, crowd(TASKS) as stage:
            await migrate(database)
            await fill(database, stage)
            store = Store(database, clock=lambda: NOW, owner="bench", default_allowance=100)
            provider = KlingProvider(stage.base_url, ApiKey("key"))
            took, stood_still = await look_at_all(store, provider)
            await provider.close()
    print(f"{TASKS:,} tasks were looked at with {dict(stage.calls)} calls in {took:.2f} s")
    print(f"the event loop stood still for {stood_still * 1000:.0f} ms at most")


def main() -> None:
    asyncio.run(measure())


if __name__ == "__main__":
    main()

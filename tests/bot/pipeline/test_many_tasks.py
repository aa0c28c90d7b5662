"""Many tasks of one account, with the real client against a list of them."""

from datetime import timedelta

from sqlalchemy import func, insert, select

from bot.pipeline.supervise import Bell
from bot.pipeline.watch import Watch
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey
from sandbox.kling.crowd import Crowd, crowd
from storage.database import Database
from storage.store import Store
from storage.tables import jobs, leases, servers
from tests.conftest import START, ManualClock

TASKS = 1_000
MOST_CALLS = 4
"""Two looks of up to 500 tasks, which may be anywhere in two pages of 500."""


async def fill(database: Database, stage: Crowd) -> None:
    """A running job for each task, due now."""
    whose = {"server_id": 1, "channel_id": 2, "member_id": 3, "in_thread": True, "callback_token": "-"}
    what = {"request": {}, "model": "m", "provider": "kling", "provider_model": "m", "credits": 21}
    times = dict.fromkeys(("created_at", "changed_at", "due_at", "submitted_at", "card_due_at"), START)
    counts = {"state": "running", "attempts": 1, "revision": 1, "shown_revision": 1, "expected_seconds": 120}
    rows = [
        {**whose, **what, **times, **counts, "id": f"{number:032}", "interaction_id": number, "provider_task_id": task}
        for number, task in enumerate(stage.task_ids)
    ]
    server = {"server_id": 1, "allowance": 100, "period": "day", "time_zone": "UTC", "created_at": START}
    async with database.write() as connection:
        await connection.execute(insert(servers).values(server))
        await connection.execute(insert(jobs), rows)


async def test_1000_running_tasks_are_looked_at_with_a_few_calls(
    database: Database, store: Store, clock: ManualClock
) -> None:
    async with crowd(TASKS) as stage:
        await fill(database, stage)
        provider = KlingProvider(stage.base_url, ApiKey("key"))
        watch = Watch(store=store, providers={"kling": provider}, bell=Bell(), clock=clock, interval=10)
        looked_at = 0
        while claims := await watch.claim(watch.capacity):
            looked_at += len(claims)
            for group in watch.groups(claims):
                await watch.work(group)
            await store.give_back(*claims)
        await provider.close()
    assert looked_at == TASKS
    assert sum(stage.calls.values()) <= MOST_CALLS
    async with database.read() as connection:
        soonest = await connection.scalar(select(func.min(jobs.c.due_at)))
        assert await connection.scalar(select(func.count()).select_from(leases)) == 0
    assert soonest >= clock() + timedelta(seconds=10)

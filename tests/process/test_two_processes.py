"""Two bot processes on one PostgreSQL share the work: each job once, nothing twice."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial

import pytest

from sandbox.common.tasks import Timings
from sandbox.stage import Stage
from storage.database import Database
from storage.store import Store
from tests.bot.pipeline.conftest import photograph
from tests.conftest import ManualClock
from tests.process.conftest import cards, eventually, results

pytestmark = pytest.mark.process

JOBS = 50


async def test_two_processes_finish_50_jobs_with_50_creates_and_50_results(
    make_stage: Callable[..., AbstractAsyncContextManager[Stage]], postgresql_url: str, clock: ManualClock
) -> None:
    async with make_stage(
        database_url=postgresql_url, max_parallel=20, timings=Timings(submitted=0.1, processing=0.3)
    ) as stage:
        for number in (1, 2):
            await stage.start_bot(DATA_DIR=str(stage.folder / f"data-{number}"), DEFAULT_ALLOWANCE="100000")
        await stage.ready()
        await stage.discord.wait_for(lambda: len(stage.discord.gateway.ready_sessions) == 2, 20, "both sessions")
        world, photo = stage.discord.world, photograph(320, 320)
        members = [world.alice, world.bob, world.moderator]
        calls = [
            await stage.discord.slash(
                members[number % 3], world.channel, "animate", image=(photo, "p.jpg"), prompt=f"scene {number}"
            )
            for number in range(JOBS)
        ]
        answers = await asyncio.gather(*(call.answer(60) for call in calls))
        assert all("21 credits" in answer.text for answer in answers)
        await stage.discord.wait_for(lambda: len(results(stage.discord)) >= JOBS, 120, "all results")
        async with Database(postgresql_url) as database:
            store = Store(database, clock=clock, owner="test", default_allowance=0)
            await eventually(partial(_all_delivered, store))
            assert await store.inconsistencies() == []
        assert len(stage.kling.creates) == JOBS
        assert len({create["external_task_id"] for create in stage.kling.creates}) == JOBS
        assert len(results(stage.discord)) == JOBS
        assert len(cards(stage.discord)) == JOBS
        shares = [bot.log.read_text().count("video delivered") for bot in stage.bots]
        assert sum(shares) == JOBS
        assert min(shares) > 0


async def _all_delivered(store: Store) -> bool:
    return await store.counts() == {("kling", "delivered"): JOBS}

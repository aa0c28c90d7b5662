"""``kill -9`` of the real process at a call to the outside that chance picks; the next process goes on, once."""

import asyncio
import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, closing
from typing import Final

import pytest

from sandbox.common.tasks import Timings
from sandbox.stage import BotProcess, Stage
from tests.process.conftest import cards, eventually, make_stage, order, results

__all__ = ["make_stage"]

pytestmark = pytest.mark.process

SEED: Final = int(os.environ.get("CHAOS_SEED") or 0) or random.SystemRandom().randrange(1, 2**32)
KILLS: Final = 5 if os.environ.get("KILL_MATRIX") == "full" else 1
CALLS_OF_A_JOB: Final = 14

StageMaker = Callable[..., AbstractAsyncContextManager[Stage]]


async def test_f8_killed_at_any_call_every_job_is_made_and_posted_once(make_stage: StageMaker) -> None:
    calls = [random.Random(SEED + kill).randint(1, CALLS_OF_A_JOB) for kill in range(KILLS)]  # noqa: S311
    async with make_stage(timings=Timings(0.1, 0.3)) as stage:
        for call in calls:
            bot = await stage.start_bot(DEFAULT_ALLOWANCE="1000")
            await stage.ready()
            ordering = asyncio.create_task(order(stage.discord))
            await _killed_at(stage, bot, _calls(stage) + call)
            ordering.cancel()
            await asyncio.wait([ordering])
        await stage.start_bot()
        await eventually(lambda: _states(stage) <= {"delivered"}, within=60)
        jobs = len(_jobs(stage))
        found = (len(stage.kling.creates), len(results(stage.discord)), len(cards(stage.discord)))
        assert found == (jobs, jobs, jobs), f"CHAOS_SEED={SEED}, killed at calls {calls}"


async def _killed_at(stage: Stage, bot: BotProcess, calls: int) -> None:
    """A job may have fewer calls than that: then the process dies when all is done."""
    for _ in range(400):
        if _calls(stage) >= calls:
            break
        await asyncio.sleep(0.01)
    await bot.kill()


def _calls(stage: Stage) -> int:
    return len(stage.discord.requests) + sum(len(simulated.requests) for simulated in stage.simulators.values())


def _jobs(stage: Stage) -> list[tuple[str, bool]]:
    """State, and whether the card shows it."""
    with closing(sqlite3.connect(stage.folder / "data" / "stillmotion.db")) as database:
        return database.execute("SELECT state, shown_revision = revision FROM jobs").fetchall()


def _states(stage: Stage) -> set[str]:
    return {state if shown else "not shown" for state, shown in _jobs(stage)}

"""SIGTERM at any moment: exit code 0 within 20 s, and whatever was in hand is done by a later process, once."""

import asyncio
import os
import random
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Final

import pytest

from sandbox.common.tasks import Timings
from sandbox.stage import BotProcess, Stage
from tests.chaos.storm import say
from tests.process.conftest import cards, results

pytestmark = pytest.mark.process

ROUNDS: Final = int(os.environ.get("SIGTERM_ROUNDS", "1"))
SEED: Final = int(os.environ.get("CHAOS_SEED") or 0) or random.SystemRandom().randrange(1, 2**32)

StageMaker = Callable[..., AbstractAsyncContextManager[Stage]]


async def test_sigterm_at_any_moment_ends_the_process_in_order(make_stage: StageMaker, photo: bytes) -> None:
    say(f"CHAOS_SEED={SEED} SIGTERM_ROUNDS={ROUNDS}")
    chance = random.Random(SEED)  # noqa: S311 - chance by a seed
    async with make_stage(timings=Timings(0.2, 0.5), max_parallel=20) as stage:
        world, jobs = stage.discord.world, 0
        for _ in range(ROUNDS):
            bot = await stage.start_bot(DEFAULT_ALLOWANCE="100000")
            await stage.ready()
            for _ in range(2):
                call = await stage.discord.slash(
                    world.alice, world.channel, "animate", image=(photo, "photo.jpg"), prompt="it moves"
                )
                jobs += "is ordered" in (await call.answer()).text
            await asyncio.sleep(chance.uniform(0, 2))
            assert await bot.stop(within=20) == 0
            await _stopped_at_its_start(await stage.start_bot(), chance)
        await stage.start_bot()
        await stage.discord.wait_for(lambda: len(results(stage.discord)) == jobs or None, 60, "all videos")
        assert len(stage.kling.creates) == len(cards(stage.discord)) == jobs == 2 * ROUNDS


async def _stopped_at_its_start(bot: BotProcess, chance: random.Random) -> None:
    """From when it has begun to do anything, which it logs first: before that there is nothing to end in order."""
    async with asyncio.timeout(20):
        while bot.log.stat().st_size == 0:
            await asyncio.sleep(0.01)
    await asyncio.sleep(chance.uniform(0, 0.5))
    assert await bot.stop(within=20) == 0


async def test_a_command_in_hand_is_answered_before_the_end(make_stage: StageMaker, photo: bytes) -> None:
    async with make_stage() as stage:
        bot = await stage.start_bot()
        await stage.ready()
        world = stage.discord.world
        call = await stage.discord.slash(
            world.alice, world.channel, "animate", image=(photo, "photo.jpg"), prompt="it moves"
        )
        await call.acknowledgement()
        assert await bot.stop(within=20) == 0
        assert "is ordered" in (await call.answer(0.1)).text

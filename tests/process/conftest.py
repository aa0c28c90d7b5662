"""The real bot as a process of its own, between the simulated Discord and simulated providers.

After each test every request to Discord has passed its OpenAPI document, no video was fetched with a key, and no log
line holds a secret or what a member wrote.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox.common.tasks import Timings
from sandbox.demo import sample_photograph
from sandbox.discord.server import SimulatedDiscord
from sandbox.discord.views import MessageView
from sandbox.stage import Stage, api_key, open_stage

SMALL = dict.fromkeys(("std", "pro", "4k"), 128 * 128)
"""Films of few pixels cost little processor time."""


PROMPT = "she smiles"
"""What members write belongs into no log either."""


async def order(discord: SimulatedDiscord, prompt: str = PROMPT) -> MessageView:
    call = await discord.slash(
        discord.world.alice, discord.world.channel, "animate", image=(sample_photograph(), "photo.jpg"), prompt=prompt
    )
    return await call.answer()


def results(discord: SimulatedDiscord) -> list[MessageView]:
    return [
        one for thread in discord.threads(discord.world.channel) for one in discord.messages(thread) if one.attachments
    ]


def cards(discord: SimulatedDiscord) -> list[MessageView]:
    return [one for one in discord.messages(discord.world.channel) if not one.ephemeral]


async def wait_settled(discord: SimulatedDiscord) -> None:
    """Until the card shows that the video is there, which is the last edit."""
    await discord.wait_for(lambda: "Ready" in cards(discord)[0].text or None, 20, "the last edit")


async def eventually(check: Callable[[], bool | Awaitable[bool]], within: float = 20) -> None:
    """Wait until the check holds of what another process does; for at most so many seconds."""
    async with asyncio.timeout(within):
        while not await _held(check()):
            await asyncio.sleep(0.05)


async def _held(result: bool | Awaitable[bool]) -> bool:
    return result if isinstance(result, bool) else await result


async def answers_with(session: aiohttp.ClientSession, url: str, status: int) -> bool:
    async with session.get(url) as answer:
        return answer.status == status


@asynccontextmanager
async def checked_stage(folder: Path, **options: Any) -> AsyncIterator[Stage]:
    """A stage with quick and small films; ``options`` are those of ``open_stage``."""
    usual: dict[str, Any] = {"timings": Timings(submitted=0.2, processing=0.5), "frame_pixels": SMALL}
    async with open_stage(folder, **usual | options) as stage:
        yield stage
    stage.discord.checker.assert_clean()
    assert [simulated.leaks for simulated in stage.simulators.values() if simulated.leaks] == []
    secrets = [stage.discord.token, *map(api_key, stage.simulators), PROMPT]
    for bot in stage.bots:
        text = bot.log.read_text("utf-8")
        assert [secret for secret in secrets if secret in text] == []


@pytest.fixture
def make_stage(tmp_path: Path) -> Callable[..., AbstractAsyncContextManager[Stage]]:
    return partial(checked_stage, tmp_path)


@pytest.fixture
async def stage(make_stage: Callable[..., AbstractAsyncContextManager[Stage]]) -> AsyncIterator[Stage]:
    async with make_stage() as opened:
        yield opened

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from sandbox.discord import BOT_TOKEN, SimulatedDiscord

SAMPLE_BOT = Path(__file__).with_name("sample_bot.py")


@asynccontextmanager
async def sample_bot(discord: SimulatedDiscord, token: str = BOT_TOKEN) -> AsyncIterator[asyncio.subprocess.Process]:
    """The sample bot as a process of its own; it is gone when the block ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(SAMPLE_BOT),
        env={
            **os.environ,
            "DISCORD_API_URL": discord.api_url,
            "DISCORD_GATEWAY_URL": discord.gateway_url,
            "DISCORD_TOKEN": token,
        },
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        async with asyncio.timeout(10):
            await process.wait()


@pytest.fixture(autouse=True)
def every_request_is_good() -> None:
    """These tests send bad ones to be refused, and look at what is said of them."""


@pytest.fixture
async def discord() -> AsyncIterator[SimulatedDiscord]:
    async with SimulatedDiscord.start() as simulated:
        yield simulated


@pytest.fixture
async def bot(discord: SimulatedDiscord) -> AsyncIterator[asyncio.subprocess.Process]:
    async with sample_bot(discord) as process:
        await discord.bot_ready()
        yield process


@pytest.fixture
def launch(discord: SimulatedDiscord):
    return lambda token=BOT_TOKEN: sample_bot(discord, token)

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import discord
import pytest
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot import logs
from sandbox.discord import SimulatedDiscord
from storage.records import Job
from storage.states import JobState

ORDERED = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


def make_job(**changes: Any) -> Job:
    """A job as storage hands it out right after the order, with some fields changed."""
    ordinary = {
        "id": "0123456789abcdef0123456789abcdef",
        "interaction_id": 1,
        "server_id": 10,
        "channel_id": 20,
        "member_id": 30,
        "in_thread": True,
        "request": {"model": "kling-v2-5-turbo", "prompt": "the sea moves", "duration": 5, "mode": "std"},
        "model": "kling-v2-5-turbo",
        "provider": "kling",
        "provider_model": "kling-v2-5-turbo",
        "credits": 21,
        "expected_seconds": 60,
        "state": JobState.QUEUED,
        "attempts": 0,
        "created_at": ORDERED,
        "changed_at": ORDERED,
        "due_at": ORDERED,
        "revision": 1,
        "shown_revision": 0,
        "card_due_at": ORDERED,
    }
    values: dict[str, Any] = dict.fromkeys(field.name for field in fields(Job)) | ordinary | changes
    return Job(**values)


@pytest.fixture
async def simulated(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SimulatedDiscord]:
    """A simulated Discord that the library talks to; every request has to fit Discord's own document."""
    async with SimulatedDiscord.start() as opened:
        monkeypatch.setattr(Route, "BASE", opened.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(opened.gateway_url))
        yield opened
        opened.checker.assert_clean()


@pytest.fixture
async def client(simulated: SimulatedDiscord) -> AsyncIterator[discord.Client]:
    """Logged in, but not connected to the gateway."""
    async with discord.Client(intents=discord.Intents(guilds=True), guild_ready_timeout=0.1) as opened:
        await opened.login(simulated.token)
        yield opened


@pytest.fixture
async def connected(client: discord.Client) -> AsyncIterator[discord.Client]:
    """Connected too: it knows its servers, and no members but itself."""
    running = asyncio.create_task(client.connect())
    await client.wait_until_ready()
    yield client
    await client.close()
    await running


@pytest.fixture
def logging_as_before() -> Iterator[None]:
    """For tests that configure the logs of their process, which is everybody's."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in logs.OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)
    logging.captureWarnings(capture=False)
    structlog.contextvars.clear_contextvars()
    structlog.reset_defaults()

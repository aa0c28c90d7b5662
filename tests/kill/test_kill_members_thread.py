"""Two orders of a member at once open one thread, whatever step around it their process dies at."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from sandbox.discord import MessageView
from storage.quota_records import Place
from storage.quotas import Quotas
from storage.records import Job
from storage.states import JobState
from storage.store import LEASE
from tests.bot.pipeline.conftest import House
from tests.kill.conftest import Scene, Theatre
from tests.kill.seams import Death, Life, Side

OUTAGES = (LEASE + timedelta(seconds=5), timedelta(minutes=10))
"""In which others still wait for the thread, and no longer do."""

AROUND = ("/threads", ".seek_thread", ".card_posted", ".thread_opened")
"""What is done on the way to a card in the member's thread."""


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """How each database keeps and locks is tested with the statements."""
    return sqlite_url


@asynccontextmanager
async def _scene(theatre: Theatre) -> AsyncIterator[Scene]:
    async with theatre.scene("kling") as scene:
        quotas = Quotas(scene.database, clock=scene.clock, default_allowance=100_000)
        server_id = scene.discord.world.guild.id
        await quotas.change_server(server_id, lambda server: replace(server, place=Place.MEMBER), actor_id=9)
        yield scene


async def _two_orders(scene: Scene, house: House) -> None:
    for number in (1, 2):
        await house.intake.take(replace(scene.order(), interaction_id=number), 1_000_000)
    await _go_on(scene, house)


async def _go_on(scene: Scene, house: House) -> None:
    for _ in range(8):
        await scene.go_on(house)
        if all(
            job.state is JobState.DELIVERED and job.revision == job.shown_revision for job in await _jobs(scene, house)
        ):
            return
        await scene.pass_time(timedelta(seconds=10))


async def _jobs(scene: Scene, house: House) -> list[Job]:
    world = scene.discord.world
    return await house.store.jobs_of(world.guild.id, world.alice.id, limit=5)


async def _problems(scene: Scene, house: House) -> list[str]:
    """Where it differs from one thread, on the card of one job, with the other's card in it.

    A video that has waited too long for its thread comes into the channel.
    """
    jobs = await _jobs(scene, house)
    places = [scene.channel, *scene.threads()]
    texts = [[message.text for message in scene.discord.messages(place)] for place in places]
    videos = [_videos(scene.discord.messages(place)) for place in places]
    counts = {
        "states": ([job.state for job in jobs], [JobState.DELIVERED] * 2),
        "threads": (len(places) - 1, 1),
        "cards": ([sum(job.id in text for text in found for job in jobs) for found in texts], [1, 1]),
        "videos": (sum(videos), 2),
        "creates": (scene.creates, 2),
        "ledger": (await house.store.inconsistencies(), []),
    }
    return [f"{name}: {found}, not {right}" for name, (found, right) in counts.items() if found != right]


def _videos(messages: list[MessageView]) -> int:
    return sum(file.filename.endswith(".mp4") for message in messages for file in message.attachments)


async def test_one_thread_is_opened_and_all_comes_into_it(theatre: Theatre) -> None:
    async with _scene(theatre) as scene:
        house, life = await scene.start(), Life()
        assert await life.run(_two_orders(scene, house))
        assert await _problems(scene, house) == []
    around = [(step, name) for step, name in enumerate(life.steps) if any(part in name for part in AROUND)]
    assert {part for part in AROUND for _, name in around if part in name} == set(AROUND)
    wrong = []
    for step, name in around:
        for outage in OUTAGES:
            found = await _die_and_go_on(theatre, Death(step, Side.AFTER), outage)
            wrong += [f"after step {step} ({name}), {outage}: {one}" for one in found]
    assert wrong == []


async def _die_and_go_on(theatre: Theatre, death: Death, outage: timedelta) -> list[str]:
    async with _scene(theatre) as scene:
        first, life = await scene.start(), Life(death)
        try:
            assert not await life.run(_two_orders(scene, first))
            await scene.pass_time(outage)
            second = await scene.start()
            await _go_on(scene, second)
            return await _problems(scene, second)
        finally:
            await life.bury()

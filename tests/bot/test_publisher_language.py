"""What the bot posts is read by a whole server, and speaks its language."""

from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest

from bot.pipeline.messenger import Parcel
from bot.publisher import Publisher
from languages.speech import say
from providers.catalog import load
from sandbox.discord import SimulatedDiscord
from storage.errors import StorageUnavailable
from storage.records import Job
from tests.bot.conftest import make_job
from tests.cogs.conftest import photograph
from tests.tongues import GERMAN, invented_german

MESSAGES = """
state-queued = Wartet
card-thread-of = Video für { $member }
card-result = { $member }, dein Video ist da.
"""


async def held() -> None:
    """Nobody else has the job."""


@pytest.fixture
async def german_server(simulated: SimulatedDiscord) -> None:
    simulated.backend.get_guild(simulated.world.guild.id).preferred_locale = GERMAN


@pytest.fixture
def publisher(client: discord.Client) -> Publisher:
    return Publisher(client, catalog=load(), clock=lambda: datetime.now(UTC))


@pytest.fixture
def job(simulated: SimulatedDiscord) -> Job:
    world, now = simulated.world, datetime.now(UTC)
    here = {"server_id": world.guild.id, "channel_id": world.channel.id, "member_id": world.alice.id}
    return make_job(**here, created_at=now, changed_at=now, request={})


@pytest.mark.usefixtures("german_server", "connected")
async def test_card_thread_and_result_speak_the_servers_language(
    simulated: SimulatedDiscord, publisher: Publisher, job: Job, tmp_path: Path
):
    video = tmp_path / "video.mp4"
    video.write_bytes(b"\x00\x00\x00\x18ftypmp42")
    with invented_german(MESSAGES):
        card_id = await publisher.post_card(job, photograph(), held)
        carded = make_job(**vars(job) | {"card_message_id": card_id})
        await publisher.edit_card(carded)
        thread_id = await publisher.open_thread(carded)
        await publisher.post_result(make_job(**vars(carded) | {"thread_id": thread_id}), Parcel(video), held)
        assert say("state-queued") == "Waiting for its turn"
    (card, *_) = simulated.messages(simulated.world.channel)
    assert "### ⏳ Wartet" in card.text
    (thread,) = simulated.threads(simulated.world.channel)
    assert thread.name == "Video für Alice"
    (result,) = simulated.messages(thread)
    assert f"<@{job.member_id}>, dein Video ist da." in result.text


@pytest.mark.usefixtures("connected")
async def test_what_the_server_has_chosen_goes_before_what_discord_says(
    simulated: SimulatedDiscord, client: discord.Client, job: Job
):
    async def chosen(_: int) -> str:
        return GERMAN

    publisher = Publisher(client, catalog=load(), clock=lambda: datetime.now(UTC), language=chosen)
    with invented_german(MESSAGES):
        await publisher.post_card(job, photograph(), held)
    (card, *_) = simulated.messages(simulated.world.channel)
    assert "### ⏳ Wartet" in card.text


@pytest.mark.usefixtures("german_server", "connected")
async def test_without_the_database_it_is_what_discord_says(
    simulated: SimulatedDiscord, client: discord.Client, job: Job
):
    async def away(_: int) -> str:
        raise StorageUnavailable("gone")

    publisher = Publisher(client, catalog=load(), clock=lambda: datetime.now(UTC), language=away)
    with invented_german(MESSAGES):
        await publisher.post_card(job, photograph(), held)
    (card, *_) = simulated.messages(simulated.world.channel)
    assert "### ⏳ Wartet" in card.text


async def test_a_server_that_is_not_known_yet_reads_english(
    simulated: SimulatedDiscord, publisher: Publisher, job: Job
):
    with invented_german(MESSAGES):
        await publisher.post_card(job, photograph(), held)
    (card,) = simulated.messages(simulated.world.channel)
    assert "### ⏳ Waiting for its turn" in card.text

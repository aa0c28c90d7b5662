"""What is posted once, however long ago it was looked for; and the messages of the log channels."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.pipeline.messenger import Parcel, PlaceGone, TryAgain
from bot.publisher import Publisher
from bot.traces import nonce
from providers.catalog import load
from sandbox.discord import SimulatedDiscord
from storage.errors import LeaseLost
from storage.quota_records import Action, Change
from tests.bot import test_publisher
from tests.bot.test_publisher import PICTURE, held, threaded
from tests.conftest import ManualClock

clock, publisher, order, video = (
    test_publisher.clock,
    test_publisher.publisher,
    test_publisher.order,
    test_publisher.video,
)
"""The same fixtures."""


@pytest.fixture
def change(simulated: SimulatedDiscord, clock: ManualClock) -> Change:
    """A moderator has just let Alice order nothing."""
    return Change(
        id=12,
        at=clock.now,
        server_id=simulated.world.guild.id,
        actor_id=simulated.world.bob.id,
        action=Action.BLOCK,
        member_id=simulated.world.alice.id,
        role_id=None,
        before={"blocked": False, "until": None},
        after={"blocked": True, "until": None},
        reason="@everyone look",
    )


async def test_a_change_is_shown_in_the_log_channel_and_mentions_nobody(
    simulated: SimulatedDiscord, publisher, change: Change
):
    await publisher.post_change(change, simulated.world.channel.id)
    (message,) = simulated.messages(simulated.world.channel)
    assert f"Member blocked: <@{simulated.world.alice.id}>" in message.text
    assert message.nonce == nonce("12", "change")
    assert message.mentions == ()
    assert not message.mention_everyone


async def test_a_change_is_shown_once_however_often_it_is_tried(simulated: SimulatedDiscord, publisher, change: Change):
    channel = simulated.world.channel
    simulated.faults.add("POST", "/messages$", reset=True, when="after")
    with pytest.raises(TryAgain):
        await publisher.post_change(change, channel.id)
    await publisher.post_change(change, channel.id)
    assert len(simulated.messages(channel)) == 1
    await publisher.post_change(replace(change, id=13), channel.id)
    assert len(simulated.messages(channel)) == 2


async def test_a_log_channel_that_was_deleted_is_gone(publisher, change: Change):
    with pytest.raises(PlaceGone):
        await publisher.post_change(change, 123456)


@pytest.fixture
def drowsy(client: discord.Client, clock: ManualClock) -> tuple[Publisher, list[float]]:
    """A publisher whose monotonic clock is set by hand."""
    ticks = [0.0]
    return Publisher(client, catalog=load(), clock=clock, monotonic=lambda: ticks[0]), ticks


@pytest.mark.parametrize(("wall", "monotonic"), [(90.0, 0.0), (-3600.0, 0.0), (0.0, 90.0)])
async def test_who_slept_after_the_look_posts_nothing(
    simulated: SimulatedDiscord, drowsy, order, video: Path, change: Change, clock: ManualClock, wall, monotonic
):
    """A process that is stopped sees it by its monotonic clock, one whose machine was stopped by the other."""
    publisher, ticks = drowsy

    async def sleep() -> None:
        clock.advance(timedelta(seconds=wall))
        ticks[0] += monotonic

    for post in (publisher.post_card(order(), PICTURE, sleep), publisher.post_result(order(), Parcel(video), sleep)):
        with pytest.raises(TryAgain, match="too long ago"):
            await post
    assert simulated.messages(simulated.world.channel) == []


async def test_who_waited_too_long_for_a_limit_of_discords_posts_nothing(
    simulated: SimulatedDiscord, drowsy, order, video: Path, monkeypatch: pytest.MonkeyPatch
):
    publisher, ticks = drowsy
    simulated.faults.add("POST", "/messages$", status=500)
    rest = asyncio.sleep

    async def sleep(seconds: float, result: Any = None) -> Any:
        ticks[0] += 90
        return await rest(min(seconds, 0.01), result)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    with pytest.raises(TryAgain, match="too long ago"):
        await publisher.post_result(order(), Parcel(video), held)
    assert simulated.messages(simulated.world.channel) == []


async def test_who_lost_the_job_after_the_look_posts_nothing(
    simulated: SimulatedDiscord, publisher, order, video: Path
):
    async def lost() -> None:
        raise LeaseLost("somebody else has it")

    for post in (publisher.post_card(order(), PICTURE, lost), publisher.post_result(order(), Parcel(video), lost)):
        with pytest.raises(LeaseLost):
            await post
    assert simulated.messages(simulated.world.channel) == []


@pytest.mark.parametrize("ahead", [timedelta(), timedelta(hours=1)])
async def test_a_result_that_stands_is_not_posted_again_when_its_nonce_is_forgotten(
    simulated: SimulatedDiscord, publisher, order, video: Path, clock: ManualClock, ahead: timedelta
):
    """Also where the clock was ahead when the job changed, and was set back since."""
    job = replace(await threaded(publisher, order()), changed_at=clock.now + ahead)
    posted = await publisher.post_result(job, Parcel(video), held)
    clock.advance(timedelta(hours=1) - ahead)
    simulated.advance(3600)
    assert await publisher.post_result(job, Parcel(video), held) == posted


@pytest.mark.parametrize("jump", [timedelta(hours=5), timedelta(hours=-1)])
async def test_a_change_of_long_ago_is_found_by_looking(
    simulated: SimulatedDiscord, publisher, change: Change, clock: ManualClock, jump: timedelta
):
    """Also by a process whose clock went back since."""
    channel = simulated.world.channel
    await publisher.post_change(replace(change, id=1), channel.id)
    await publisher.post_change(change, channel.id)
    await simulated.post(simulated.world.bob, channel, "change 13")
    clock.advance(jump)
    simulated.advance(5 * 3600)  # Discord forgets the nonce
    await publisher.post_change(change, channel.id)
    assert len(simulated.messages(channel)) == 3
    await publisher.post_change(replace(change, id=13), channel.id)
    assert len(simulated.messages(channel)) == 4

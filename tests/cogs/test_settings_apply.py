"""F22: a setting that is accepted but never applied. Each is set with its command, and then does what it says."""

from dataclasses import fields
from datetime import timedelta
from typing import Any

import discord

from bot.pipeline.announce import Announce
from bot.publisher import Publisher
from providers.catalog import load
from storage.quota_records import Server
from tests.cogs.conftest import PHOTO, Stage

PRICE = 21
"""Credits of the order below."""


async def order(stage: Stage, channel: Any = None, **options: Any) -> str:
    return await stage.slash("animate", channel, image=PHOTO, **{"prompt": "the sea moves"} | options)


async def ordered(stage: Stage, channel: Any = None, **options: Any) -> bool:
    """Whether Alice's order was taken; a refusal costs nothing."""
    before = len(await stage.jobs())
    text = await order(stage, channel, **options)
    taken = len(await stage.jobs()) > before
    assert taken == ("Your video is ordered" in text)
    assert taken or "othing was charged" in text
    return taken


def test_every_setting_has_its_test():
    missing = [field.name for field in fields(Server) if f"test_f22_{field.name}" not in globals()]
    assert missing == ["server_id"]


async def test_f22_allowance(stage: Stage):
    await stage.moderate("quota set-default", credits=PRICE - 1)
    assert not await ordered(stage)
    await stage.moderate("quota set-default", credits=PRICE * 3)
    assert await ordered(stage)


async def test_f22_pool(stage: Stage):
    await stage.moderate("settings limits", pool=PRICE)
    assert await ordered(stage)
    assert "All members of this server together" in await order(stage)
    await stage.moderate("settings limits", lift="pool")
    assert await ordered(stage)


async def test_f22_period(stage: Stage):
    await stage.moderate("settings limits", confirm_percent=0)
    await stage.moderate("quota set-default", credits=PRICE)
    assert await ordered(stage)
    stage.clock.advance(timedelta(days=1))
    await stage.moderate("settings window", period="week")
    assert not await ordered(stage)
    await stage.moderate("settings window", period="day")
    assert await ordered(stage)


async def test_f22_time_zone(stage: Stage):
    await stage.moderate("settings limits", confirm_percent=0)
    await stage.moderate("quota set-default", credits=PRICE)
    assert await ordered(stage)
    stage.clock.advance(timedelta(hours=4))  # 16:00 in UTC, but 01:00 of the next day in Japan
    assert not await ordered(stage)
    await stage.moderate("settings window", time_zone="Asia/Tokyo")
    assert await ordered(stage)


async def test_f22_most_credits(stage: Stage):
    await stage.moderate("settings limits", most_credits=PRICE - 1)
    assert f"at most {PRICE - 1} credits" in await order(stage)
    await stage.moderate("settings limits", most_credits=PRICE)
    assert await ordered(stage)


async def test_f22_member_running(stage: Stage):
    await stage.moderate("settings limits", member_running=1)
    assert await ordered(stage)
    assert "Too many videos at once" in await order(stage)
    await stage.moderate("settings limits", lift="member_running")
    assert await ordered(stage)


async def test_f22_server_running(stage: Stage):
    await stage.moderate("settings limits", server_running=1)
    assert await ordered(stage)
    assert "Too many videos at once" in await order(stage)
    await stage.moderate("settings limits", lift="server_running")
    assert await ordered(stage)


async def test_f22_cooldown(stage: Stage):
    await stage.moderate("settings limits", cooldown=600)
    assert await ordered(stage)
    stage.clock.advance(timedelta(seconds=599))
    assert "too soon" in await order(stage)
    stage.clock.advance(timedelta(seconds=1))
    assert await ordered(stage)


async def test_f22_confirm_percent(stage: Stage):
    await stage.moderate("settings limits", confirm_percent=PRICE)
    assert f"{PRICE} credits" in await order(stage)
    assert await stage.jobs() == []
    await stage.moderate("settings limits", confirm_percent=PRICE + 1)
    assert await ordered(stage)


async def test_f22_giving(stage: Stage):
    await stage.moderate("quota grant", member=stage.alice, credits=50)
    gift = {"member": stage.mia, "credits": 20}
    assert "does not let members give" in await stage.slash("usage give", **gift)
    await stage.moderate("settings giving", allowed=True)
    await stage.slash("usage give", **gift)
    assert (await stage.quotas.usage(stage.guild.id, stage.mia.id)).granted == 20


async def test_f22_place(stage: Stage):
    await stage.moderate("settings place", where="channel")
    assert await ordered(stage)
    await stage.moderate("settings place", where="thread")
    assert await ordered(stage)
    assert sorted(job.in_thread for job in await stage.jobs()) == [False, True]


async def test_f22_language(stage: Stage):
    """Members are answered in their own language; what is posted is said in the server's (test_publisher_language)."""
    await stage.moderate("settings language", language="de")
    assert await ordered(stage)
    assert await stage.quotas.language(stage.guild.id) == "de"


async def test_f22_adult(stage: Stage):
    grown_up = stage.guild.create_text_channel("late")
    known = stage.bot.get_channel(grown_up.id)
    assert isinstance(known, discord.TextChannel)
    known.nsfw = True  # as the gateway would tell; SimCord's channels are for everybody
    await stage.moderate("settings words", action="add", kind="adult", words="burlesque")
    assert not await ordered(stage, grown_up, prompt="a burlesque show")
    await stage.moderate("settings adult", where="age_restricted")
    assert await ordered(stage, grown_up, prompt="a burlesque show")
    assert not await ordered(stage, prompt="a burlesque show")


async def test_f22_log_channel_id(stage: Stage):
    there = stage.guild.create_text_channel("log")
    await stage.moderate("settings limits", pool=500)
    await stage.moderate("settings log-channel", channel=there)
    await stage.moderate("settings limits", pool=600)
    messenger = Publisher(stage.bot, catalog=load(), clock=stage.clock)
    announce = Announce(store=stage.store, quotas=stage.quotas, messenger=messenger, clock=stage.clock, sleep=no_sleep)
    await announce.step()
    first, second = (words_of(message) for message in there.history())
    assert f"Log channel: none → **<#{there.id}>**" in first
    assert "500 credits → **600 credits**" in second


def words_of(message: discord.Message) -> str:
    (container,) = message.components
    assert isinstance(container, discord.Container)
    return "\n".join(child.content for child in container.children if isinstance(child, discord.TextDisplay))


async def no_sleep(_seconds: float) -> None:
    pass


async def test_f22_channels(stage: Stage):
    category = stage.guild.create_category("studio")
    inside = stage.guild.create_text_channel("inside", category=category)
    await stage.moderate("settings channels", action="add", channel=category)
    assert f"<#{category.id}>" in await order(stage)
    assert await ordered(stage, inside)
    await stage.moderate("settings channels", action="add", channel=stage.channel)
    assert await ordered(stage)


async def test_f22_roles(stage: Stage):
    artists = stage.guild.create_role("artists")
    await stage.moderate("settings roles", action="add", role=artists)
    assert f"<@&{artists.id}>" in await order(stage)
    stage.set_roles(stage.alice, artists)
    assert await ordered(stage)
    stage.set_roles(stage.alice)
    assert not await ordered(stage)


async def test_f22_moderator_roles(stage: Stage):
    stage.reveal("settings")
    helpers = stage.guild.create_role("helpers")
    stage.set_roles(stage.alice, helpers)
    assert "Only moderators" in await stage.slash("settings show")
    await stage.moderate("settings moderator-roles", action="add", role=helpers)
    assert "Settings of this server" in await stage.slash("settings show")


async def test_f22_models(stage: Stage):
    await stage.moderate("settings limits", confirm_percent=0)
    await stage.moderate("settings models", action="add", model="kling-v2-6")
    assert "Kling 2.6" in await order(stage, model="kling-v2-5-turbo")
    assert await ordered(stage)
    (job,) = await stage.jobs()
    assert job.model == "kling-v2-6"


async def test_f22_providers(stage: Stage):
    await stage.moderate("settings providers", action="add", provider="ezmodel")
    assert not await ordered(stage)
    await stage.moderate("settings providers", action="add", provider="kling")
    assert await ordered(stage)


async def test_f22_words(stage: Stage):
    await stage.moderate("settings words", action="add", kind="forbidden", words="purple, green cheese")
    assert "does not allow" in await order(stage, prompt="a PURPLE sea")
    assert not await ordered(stage, prompt="the moon of green  cheese")
    assert await ordered(stage, prompt="a blue sea")
    await stage.moderate("settings words", action="remove", kind="forbidden", words="purple")
    assert await ordered(stage, prompt="a purple sea")


async def test_f22_adult_words(stage: Stage):
    assert await ordered(stage, prompt="a burlesque show")
    await stage.moderate("settings words", action="add", kind="adult", words="burlesque")
    assert "adult content" in await order(stage, prompt="a burlesque show")

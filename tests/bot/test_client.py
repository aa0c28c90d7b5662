"""The Discord client against a served Discord: command sync, malformed events, and the held connection."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from structlog.testing import capture_logs

from bot import client as client_module
from bot.client import (
    FINAL_CLOSE_CODES,
    GatewayEnded,
    GatewayRefused,
    ShardedStillmotionBot,
    StillmotionBot,
    hold_gateway,
    point_at,
)
from sandbox.common.tasks import Timings
from sandbox.demo import sample_photograph
from sandbox.discord.server import SimulatedDiscord
from sandbox.stage import api_key, open_stage
from storage.database import Database
from storage.store import Store


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    async with Database(sqlite_url) as database_:
        yield database_


@pytest.fixture
async def discord_(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SimulatedDiscord]:
    """A Discord at which this process's clients point."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    monkeypatch.setattr(client_module, "_FIRST_PAUSE", 0.01)
    async with SimulatedDiscord.start() as simulated:
        point_at(simulated.api_url, simulated.gateway_url)
        yield simulated
        simulated.checker.assert_clean()


@pytest.fixture
def logged() -> Iterator[Callable[[str], int]]:
    """How often an event was logged for everybody to see."""
    with capture_logs() as lines:
        yield lambda event: sum(line["event"] == event and line["log_level"] != "debug" for line in lines)


class Sample(commands.Cog):
    """Commands like the bot's own."""

    @app_commands.command()
    @app_commands.guild_only()
    async def usage(self, interaction: discord.Interaction) -> None:
        """What is left."""
        await interaction.response.send_message("21 credits", ephemeral=True)


class Longer(Sample):
    """The same with a command more."""

    @app_commands.command()
    async def models(self, interaction: discord.Interaction) -> None:
        """The models."""


@asynccontextmanager
async def held(
    discord_: SimulatedDiscord,
    store: Store,
    cog: commands.Cog | None = None,
    shard_count: int | None = None,
    **options: Any,
) -> AsyncIterator[tuple[StillmotionBot, asyncio.Task[None]]]:
    """A client on a held connection; both are over when the block ends."""
    if shard_count is None:
        bot = StillmotionBot(store=store, guild_ready_timeout=0.02, **options)
    else:
        bot = ShardedStillmotionBot(store=store, guild_ready_timeout=0.02, shard_count=shard_count)
    bot.plan_cogs([cog or Sample()])
    gateway = asyncio.create_task(hold_gateway(bot, discord_.token))
    try:
        yield bot, gateway
    finally:
        await bot.close()
        gateway.cancel()
        await asyncio.wait([gateway])


async def ready(discord_: SimulatedDiscord, bot: StillmotionBot) -> None:
    async with asyncio.timeout(10):
        await discord_.bot_ready()
        while not bot.is_ready():
            await asyncio.sleep(0.01)


def syncs(discord_: SimulatedDiscord) -> int:
    return sum(request.method == "PUT" and request.path.endswith("/commands") for request in discord_.requests)


async def start_and_end(discord_: SimulatedDiscord, store: Store, cog: commands.Cog) -> None:
    async with held(discord_, store, cog) as (bot, _):
        await ready(discord_, bot)


async def test_commands_are_synced_once_and_when_they_change(discord_, store: Store) -> None:
    for cog, expected in ((Sample(), 1), (Sample(), 1), (Longer(), 2), (Longer(), 2), (Sample(), 3)):
        await start_and_end(discord_, store, cog)
        assert syncs(discord_) == expected


class Grouped(commands.GroupCog, group_name="jobs"):
    @app_commands.command(name="list")
    async def list_(self, interaction: discord.Interaction) -> None:
        """All of them."""

    @app_commands.command()
    async def show(self, interaction: discord.Interaction) -> None:
        """One of them."""


async def test_the_ids_of_commands_are_known_also_where_none_was_synced(discord_, store: Store) -> None:
    known = []
    for _ in range(2):
        async with held(discord_, store, Grouped()) as (bot, _):
            await ready(discord_, bot)
            known.append(bot.command_ids)
    assert syncs(discord_) == 1
    (command,) = discord_.backend.commands[None].values()
    assert known == [dict.fromkeys(("jobs list", "jobs show"), int(command["id"]))] * 2


async def test_what_a_former_version_kept_of_its_commands_is_replaced(discord_, store: Store) -> None:
    await store.remember(f"commands {discord_.backend.application_id}", "1" * 64)
    async with held(discord_, store, Sample()) as (bot, _):
        await ready(discord_, bot)
        assert bot.command_ids.keys() == {"usage"}
    assert syncs(discord_) == 1


class Translator(app_commands.Translator):
    """Has one text for all that can be translated."""

    def __init__(self, text: str) -> None:
        self.text = text

    async def translate(self, _: app_commands.locale_str, locale: discord.Locale, __: object) -> str | None:
        return self.text if locale is discord.Locale.german else None


class Translated(commands.Cog):
    @app_commands.command(description=app_commands.locale_str("What is left"))
    async def usage(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message("21 credits", ephemeral=True)


async def test_commands_are_synced_when_a_translation_has_changed(discord_, store: Store) -> None:
    for text, expected in (("Was übrig ist", 1), ("Was übrig ist", 1), ("Was noch da ist", 2)):
        async with held(discord_, store, Translated(), translator=Translator(text)) as (bot, _):
            await ready(discord_, bot)
        assert syncs(discord_) == expected
        (command,) = [request for request in discord_.requests if request.path.endswith("/commands")][-1].json
        assert command["description_localizations"] == {"de": text}


async def test_commands_are_synced_for_another_application(discord_, store: Store, monkeypatch) -> None:
    await start_and_end(discord_, store, Sample())
    digest = await store.recall(f"commands {discord_.backend.application_id}")
    assert digest is not None
    monkeypatch.setattr(discord_.backend, "application_id", discord_.backend.application_id + 1)
    await start_and_end(discord_, store, Sample())
    assert syncs(discord_) == 2
    assert await store.recall(f"commands {discord_.backend.application_id}") == digest


async def test_a_sync_that_fails_is_done_again(discord_, store: Store, logged) -> None:
    fault = discord_.faults.add("PUT", "/commands$", status=503, times=2)
    async with held(discord_, store) as (bot, gateway):
        await ready(discord_, bot)
        assert not gateway.done()
    assert fault.hits == 2
    assert syncs(discord_) == 3
    assert logged("gateway connection failed") == 2


async def test_it_asks_for_little(discord_, store: Store) -> None:
    async with held(discord_, store) as (bot, _):
        await ready(discord_, bot)
        assert bot.intents == discord.Intents(guilds=True)
        assert bot.allowed_mentions is not None
        assert dict(bot.allowed_mentions.to_dict()) == {"parse": []}
        assert list(bot.cached_messages) == []


async def test_malformed_events_are_skipped_and_the_rest_arrives(discord_, store: Store, logged) -> None:
    async with held(discord_, store) as (bot, gateway):
        await ready(discord_, bot)
        server = str(discord_.world.guild.id)
        for event, broken in (("THREAD_UPDATE", {}), ("CHANNEL_CREATE", {"type": 0}), ("CHANNEL_UPDATE", {"id": "x"})):
            discord_.backend.emit(event, {"guild_id": server, **broken})
        call = await discord_.slash(discord_.world.alice, discord_.world.channel, "usage")
        assert (await call.answer()).text == "21 credits"
        assert not gateway.done()
    assert logged("event skipped") == 3
    assert discord_.gateway.identifies == 1


@pytest.mark.parametrize("code", sorted(FINAL_CLOSE_CODES))
async def test_final_close_codes_end_it_with_what_to_mend(discord_, store: Store, code: int) -> None:
    async with held(discord_, store) as (bot, gateway):
        await ready(discord_, bot)
        discord_.gateway.close(code)
        with pytest.raises(GatewayRefused) as refused:
            await asyncio.wait_for(gateway, 10)
    assert str(refused.value) == FINAL_CLOSE_CODES[code]


async def test_a_refused_token(discord_, store: Store) -> None:
    async with StillmotionBot(store=store) as bot:
        with pytest.raises(GatewayRefused, match="DISCORD_TOKEN"):
            await asyncio.wait_for(hold_gateway(bot, "another.token"), 10)


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4001, 4007, 4008, 4009])
async def test_after_other_close_codes_it_comes_back(discord_, store: Store, code: int) -> None:
    async with held(discord_, store) as (bot, gateway):
        await ready(discord_, bot)
        discord_.gateway.close(code)
        await discord_.wait_for(lambda: not discord_.gateway.ready_sessions, 10, "the end of the connection")
        await ready(discord_, bot)
        assert not gateway.done()


@pytest.mark.parametrize("resumable", [True, False])
async def test_after_an_invalid_session_it_comes_back(discord_, store: Store, resumable: bool) -> None:
    """Discord says whether the session is over for good; only then the bot identifies anew."""
    async with held(discord_, store) as (bot, gateway):
        bot.before_identify_hook = no_pause  # type: ignore[method-assign]
        await ready(discord_, bot)
        (session,) = discord_.gateway.ready_sessions
        discord_.gateway.invalidate(resumable=resumable)
        await discord_.wait_for(
            lambda: session.resumes if resumable else discord_.gateway.identifies == 2, 10, "the return"
        )
        await ready(discord_, bot)
        assert not gateway.done()
    assert discord_.gateway.identifies == (1 if resumable else 2)


async def no_pause(shard_id: int | None, *, initial: bool = False) -> None:
    """In place of the 5 s that the library waits before it identifies again."""


async def test_when_discord_asks_for_it_the_bot_reconnects_and_resumes(discord_, store: Store) -> None:
    async with held(discord_, store) as (bot, gateway):
        await ready(discord_, bot)
        (session,) = discord_.gateway.ready_sessions
        discord_.gateway.reconnect()
        await discord_.wait_for(lambda: session.resumes, 10, "the return")
        assert not gateway.done()
    assert discord_.gateway.identifies == 1


async def test_a_token_that_is_revoked_while_the_network_is_down(discord_, store: Store, monkeypatch) -> None:
    async with held(discord_, store) as (bot, gateway):
        await ready(discord_, bot)
        monkeypatch.setattr(discord_.gateway, "_token", "another.token")
        discord_.gateway.cut()
        with pytest.raises(GatewayRefused, match="DISCORD_TOKEN"):
            await asyncio.wait_for(gateway, 10)


async def test_a_client_that_somebody_closed_is_not_held(discord_, store: Store, monkeypatch) -> None:
    """Another start may do, so this is no refusal."""
    async with StillmotionBot(store=store) as bot:

        async def broken(*_: object, **__: object) -> None:
            await bot.close()
            raise OSError("gone")

        monkeypatch.setattr(bot, "connect", broken)
        with pytest.raises(GatewayEnded, match="gone"):
            await asyncio.wait_for(hold_gateway(bot, discord_.token), 10)


async def test_after_a_broken_network_it_comes_back(discord_, store: Store) -> None:
    async with held(discord_, store) as (bot, gateway):
        await ready(discord_, bot)
        discord_.gateway.refuse_with = 503
        discord_.gateway.cut()
        await discord_.wait_for(lambda: not discord_.gateway.ready_sessions, 10, "the end of the connection")
        async with asyncio.timeout(10):
            while bot.is_ready():
                await asyncio.sleep(0.01)
        discord_.gateway.refuse_with = None
        await ready(discord_, bot)
        assert not gateway.done()


async def test_a_gateway_that_is_down_at_the_start_is_tried_again(discord_, store: Store, logged) -> None:
    discord_.gateway.refuse_with = 503
    async with held(discord_, store) as (bot, gateway):
        async with asyncio.timeout(10):
            while logged("gateway connection failed") < 3:
                await asyncio.sleep(0.01)
        assert not gateway.done()
        discord_.gateway.refuse_with = None
        await ready(discord_, bot)
    assert syncs(discord_) == 1


async def test_an_api_that_cannot_be_reached_is_tried_again(discord_, store: Store, logged) -> None:
    point_at("http://127.0.0.1:9/api/v10", None)
    async with held(discord_, store) as (bot, gateway):
        async with asyncio.timeout(10):
            while logged("gateway connection failed") < 2:
                await asyncio.sleep(0.01)
        assert not gateway.done()
        point_at(discord_.api_url, None)
        await ready(discord_, bot)


async def test_closing_the_client_ends_it(discord_, store: Store) -> None:
    async with held(discord_, store) as (bot, gateway):
        await ready(discord_, bot)
        await bot.close()
        await asyncio.wait_for(gateway, 5)


@pytest.mark.parametrize("shard_count", [None, 1])
async def test_a_discord_that_has_gone_silent_does_not_hold_up_the_end(
    discord_, store: Store, shard_count: int | None
) -> None:
    async with held(discord_, store, shard_count=shard_count) as (bot, gateway):
        await ready(discord_, bot)
        transports = [connection._transport for connection in discord_.gateway._connections]
        assert transports
        for transport in transports:
            transport.pause_reading()
        try:
            async with asyncio.timeout(5):
                await bot.close()
                await gateway
        finally:
            for transport in transports:
                transport.resume_reading()


@pytest.mark.process
async def test_a_bot_on_two_shards_makes_a_video(tmp_path: Path) -> None:
    timings = Timings(submitted=0.1, processing=0.3)
    small = dict.fromkeys(("std", "pro", "4k"), 128 * 128)
    async with open_stage(tmp_path, timings=timings, frame_pixels=small) as stage:
        bot = await stage.start_bot(SHARD_COUNT="2")
        await stage.ready()
        simulated, world = stage.discord, stage.discord.world
        await simulated.wait_for(lambda: len(simulated.gateway.ready_sessions) == 2, 20, "both shards")
        call = await simulated.slash(
            world.alice, world.channel, "animate", image=(sample_photograph(), "photo.jpg"), prompt="she smiles"
        )
        assert (await call.answer()).ephemeral
        await simulated.wait_for(
            lambda: [
                one
                for thread in simulated.threads(world.channel)
                for one in simulated.messages(thread)
                if one.attachments
            ],
            30,
            "the result",
        )
        listens = re.search(r"web server listens.* port=(\d+)", bot.log.read_text("utf-8"))
        assert listens is not None
        await becomes_ready(f"http://127.0.0.1:{listens[1]}/readyz")
        assert await bot.stop() == 0
        assert len(stage.kling.creates) == 1
        assert simulated.gateway.identifies == 2
        simulated.checker.assert_clean()
        assert api_key("kling") not in bot.log.read_text("utf-8")


async def becomes_ready(url: str) -> None:
    """The library waits some seconds for the servers of its last shard."""
    async with asyncio.timeout(20), aiohttp.ClientSession() as session:
        while (await session.get(url)).status != 200:
            await asyncio.sleep(0.1)

"""Names of members, with a real discord.py client against the simulated Discord, over loopback."""

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

import bot.members
from bot.members import MOST_ASKED, Members
from sandbox.discord import SimulatedDiscord


@pytest.fixture
async def discord_(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SimulatedDiscord]:
    async with SimulatedDiscord.start() as simulated:
        monkeypatch.setattr(Route, "BASE", simulated.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(simulated.gateway_url))
        yield simulated
        simulated.checker.assert_clean()


@pytest.fixture
async def client(discord_: SimulatedDiscord) -> AsyncIterator[discord.Client]:
    """Knows its servers, and no members but itself."""
    async with discord.Client(intents=discord.Intents(guilds=True), guild_ready_timeout=0.1) as client_:
        await client_.login(discord_.token)
        running = asyncio.create_task(client_.connect())
        await client_.wait_until_ready()
        yield client_
        await client_.close()
        await running


async def test_members_are_asked_for_by_their_ids(discord_: SimulatedDiscord, client):
    world = discord_.world
    names = await Members(client).names(world.guild.id, [world.alice.id, world.bob.id])
    assert names == {world.alice.id: "Alice", world.bob.id: "Bob"}


async def test_who_has_left_has_no_name(discord_: SimulatedDiscord, client):
    world = discord_.world
    names = await Members(client).names(world.guild.id, [world.alice.id, 999])
    assert names == {world.alice.id: "Alice"}


@pytest.mark.parametrize("fault", [{"status": 403, "code": 50001}, {"reset": True, "times": None}, {"delay": 2.0}])
async def test_what_goes_wrong_costs_that_name_only(discord_: SimulatedDiscord, client, monkeypatch, fault):
    monkeypatch.setattr(bot.members, "ASK_SECONDS", 0.5)
    world = discord_.world
    discord_.faults.add("GET", f"/members/{world.alice.id}$", **fault)
    names = await Members(client).names(world.guild.id, [world.bob.id, world.alice.id])
    assert names == {world.bob.id: "Bob"}


async def test_discord_is_asked_for_few_members(discord_: SimulatedDiscord, client):
    await Members(client).names(discord_.world.guild.id, range(1000, 1050))
    asked = [request for request in discord_.requests if "/members/" in request.path]
    assert len(asked) == MOST_ASKED


async def test_nobody_is_asked_for_in_a_server_without_the_bot(discord_: SimulatedDiscord, client):
    assert await Members(client).names(5, [discord_.world.alice.id]) == {}
    assert not [request for request in discord_.requests if "/members/" in request.path]

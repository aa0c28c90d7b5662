"""The browser page, without a browser: what it serves, and that it follows what the bot does."""

import asyncio
from urllib.parse import urlsplit

import aiohttp
import pytest

from sandbox.discord import SimulatedDiscord
from sandbox.discord.preview import open_preview, serve_preview


async def until_shown(text: str, session: aiohttp.ClientSession, url: str, headers: dict[str, str]) -> None:
    async with asyncio.timeout(10):
        while True:
            async with session.get(url, headers=headers) as response:
                if text in await response.text():
                    return
            await asyncio.sleep(0.1)


async def test_the_index_leads_to_pages_that_follow(discord: SimulatedDiscord) -> None:
    world = discord.world
    index = await serve_preview(discord)
    async with aiohttp.ClientSession() as browser:
        async with browser.get(index) as response:
            assert "Workshop" in await response.text()
        async with browser.get(index + "places") as response:
            assert await response.json() == [{"id": str(world.channel.id), "name": "films", "thread": False}]
        async with browser.get(f"{index}open/{world.channel.id}", allow_redirects=False) as response:
            page = urlsplit(response.headers["Location"])
        origin, headers = f"{page.scheme}://{page.netloc}", {"X-Simcord-Capability": page.fragment}
        async with browser.post(f"{origin}/api/pages", json={}, headers=headers) as response:
            headers["X-Simcord-Context"] = (await response.json())["context"]["id"]

        await discord.post(world.bob, world.channel, "minutes later")
        await until_shown("minutes later", browser, f"{origin}/api/state", headers)


async def test_an_unknown_place_is_not_found(discord: SimulatedDiscord) -> None:
    index = await serve_preview(discord)
    async with aiohttp.ClientSession() as browser, browser.get(f"{index}open/1") as response:
        assert response.status == 404


async def test_a_viewer_sees_only_their_own_ephemeral_answers(discord: SimulatedDiscord) -> None:
    world = discord.world
    backend = discord.backend
    backend.create_message(
        world.channel.id,
        backend.bot_user.id,
        "for Alice only",
        flags=64,
        interaction_metadata={"id": "1", "type": 2, "user": {"id": str(world.alice.id)}},
    )
    shown = {}
    for member in (world.alice, world.bob):
        async with open_preview(discord, world.channel, [member]) as preview:
            shown[member.name] = "for Alice only" in str(await preview.snapshot())
    assert shown == {"alice": True, "bob": False}


@pytest.mark.process
async def test_a_command_from_the_page_reaches_the_bot(discord: SimulatedDiscord, bot) -> None:
    async with open_preview(discord, discord.world.channel) as preview:
        actor = next(viewer for viewer in preview.viewers if viewer.name == "bob")
        result = await actor.slash(preview.channel, "echo", word="from the page")
        await discord.wait_for(lambda: result.response, 5, "an answer")
        assert result.response.content == "from the page"

"""The gateway as a client sees it that is not discord.py."""

import asyncio
import json
import zlib
from typing import Any

import aiohttp
import pytest

from sandbox.discord import BOT_TOKEN, SimulatedDiscord

GUILDS = 1


@pytest.fixture
async def session():
    async with aiohttp.ClientSession() as session:
        yield session


async def connect(session: aiohttp.ClientSession, discord: SimulatedDiscord) -> Any:
    socket = await session.ws_connect(discord.gateway_url)
    assert (await receive(socket))["op"] == 10
    return socket


async def receive(socket: Any) -> dict[str, Any]:
    async with asyncio.timeout(5):
        message: dict[str, Any] = json.loads((await socket.receive()).data)
        return message


async def identify(socket: Any, token: str = BOT_TOKEN, **options: Any) -> None:
    await socket.send_json({"op": 2, "d": {"token": token, "intents": GUILDS, "properties": {}, **options}})


async def test_identify_and_heartbeat(discord, session) -> None:
    socket = await connect(session, discord)
    await identify(socket)
    ready, guild = await receive(socket), await receive(socket)

    assert (ready["t"], ready["s"], ready["d"]["resume_gateway_url"]) == ("READY", 1, discord.gateway_url)
    assert (guild["t"], guild["d"]["name"]) == ("GUILD_CREATE", "Workshop")
    await socket.send_json({"op": 1, "d": 2})
    assert (await receive(socket))["op"] == 11


async def test_a_wrong_token_closes_with_4004(discord, session) -> None:
    socket = await connect(session, discord)
    await identify(socket, "other")
    assert (await socket.receive()).data == 4004


async def test_not_identified_closes_with_4003(discord, session) -> None:
    socket = await connect(session, discord)
    await socket.send_json({"op": 8, "d": {}})
    assert (await socket.receive()).data == 4003


async def test_compressed_stream(discord, session) -> None:
    socket = await session.ws_connect(discord.gateway_url + "?compress=zlib-stream")
    stream = zlib.decompressobj()
    assert json.loads(stream.decompress((await socket.receive()).data))["op"] == 10
    await identify(socket)
    assert json.loads(stream.decompress((await socket.receive()).data))["t"] == "READY"


async def test_resume_replays_only_what_was_missed(discord, session) -> None:
    first = await connect(session, discord)
    await identify(first)
    ready = await receive(first)
    await receive(first)
    discord.gateway.cut()
    await discord.wait_for(lambda: not discord.gateway.ready_sessions)
    discord.world.add_channel("missed")

    second = await connect(session, discord)
    await second.send_json({"op": 6, "d": {"token": BOT_TOKEN, "session_id": ready["d"]["session_id"], "seq": 2}})
    missed, resumed = await receive(second), await receive(second)
    assert (missed["t"], missed["s"], missed["d"]["name"]) == ("CHANNEL_CREATE", 3, "missed")
    assert (resumed["t"], resumed["s"]) == ("RESUMED", 4)


@pytest.mark.parametrize("ending", ["clean close", "unknown", "future"])
async def test_a_session_that_is_over_is_not_resumed(discord, session, ending) -> None:
    first = await connect(session, discord)
    await identify(first)
    known = (await receive(first))["d"]["session_id"]
    await first.close(code=1000 if ending == "clean close" else 4000)
    await discord.wait_for(lambda: not discord.gateway.ready_sessions)

    second = await connect(session, discord)
    data = {"token": BOT_TOKEN, "session_id": "x" if ending == "unknown" else known, "seq": 99}
    await second.send_json({"op": 6, "d": data})
    assert (await receive(second))["op"] == 9


async def test_shards_get_their_own_guilds(discord, session) -> None:
    owner = (discord.world.guild.id >> 22) % 2
    sockets = [await connect(session, discord) for _ in range(2)]
    for number, socket in enumerate(sockets):
        await identify(socket, shard=[number, 2])
    readies = [await receive(socket) for socket in sockets]

    assert [len(ready["d"]["guilds"]) for ready in readies] == [int(owner == 0), int(owner == 1)]
    assert (await receive(sockets[owner]))["t"] == "GUILD_CREATE"


async def test_the_gateway_can_be_down(discord, session) -> None:
    discord.gateway.refuse_with = 503
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await session.ws_connect(discord.gateway_url)

"""Strangers at the web server, over raw connections."""

import asyncio
import logging

import pytest

from bot.web import gate, server
from storage.store import Store


async def talk(port: int, *sent: bytes) -> bytes:
    """What is answered until the server closes the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for part in sent:
            writer.write(part)
            await writer.drain()
        async with asyncio.timeout(5):
            return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


@pytest.mark.parametrize(
    "sent", [(), (b"POST /callbacks/kling/x/y HTTP/1.1\r\nHost: x\r\n",), (b"GET /healthz HTTP/1.1\r\n\r\nGET /h",)]
)
async def test_half_a_request_is_not_waited_for(
    open_door, store: Store, monkeypatch: pytest.MonkeyPatch, sent: tuple[bytes, ...]
) -> None:
    monkeypatch.setattr(gate, "FIRST_SECONDS", 0.2)
    monkeypatch.setattr(server, "IDLE_SECONDS", 0.2)
    door = await open_door(store)
    began = asyncio.get_running_loop().time()
    await talk(door.port, *sent)
    assert asyncio.get_running_loop().time() - began < 3
    assert (await door.get("/healthz"))[0] == 200


async def test_a_connection_that_has_asked_may_ask_again(open_door, store: Store, monkeypatch) -> None:
    monkeypatch.setattr(gate, "FIRST_SECONDS", 0.1)
    door = await open_door(store)
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    for _ in range(2):
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"200 OK" in await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(len('{"status": "alive"}'))
        await asyncio.sleep(0.2)
    writer.close()


async def test_connections_are_counted(open_door, store: Store, monkeypatch) -> None:
    monkeypatch.setattr(gate, "MOST_CONNECTIONS", 3)
    door = await open_door(store)
    held = [await asyncio.open_connection("127.0.0.1", door.port) for _ in range(3)]
    await asyncio.sleep(0.1)
    assert await talk(door.port, b"GET /healthz HTTP/1.0\r\n\r\n") == b""
    for _, writer in held:
        writer.close()
        await writer.wait_closed()
    await asyncio.sleep(0.1)
    assert b"200 OK" in await talk(door.port, b"GET /healthz HTTP/1.0\r\n\r\n")


@pytest.mark.parametrize(
    "sent", [b"GET / HTTP/1.1\r\nsecret header\r\n\r\n", b"POST /x HTTP/1.1\r\nContent-Length: ten\r\n\r\n"]
)
async def test_what_is_no_http_is_one_line_without_its_words(
    open_door, store: Store, caplog: pytest.LogCaptureFixture, sent: bytes
) -> None:
    caplog.set_level(logging.INFO)
    door = await open_door(store)
    assert b" 400 " in await talk(door.port, sent)
    (record,) = [record for record in caplog.records if record.name == gate.LOGGER.name]
    assert (record.levelname, record.exc_info) == ("INFO", None)
    assert record.getMessage().startswith("request that is no HTTP: ")
    assert "secret" not in record.getMessage()


async def test_a_body_that_is_not_packed_as_it_says_is_answered_by_400(
    open_door, store: Store, job, caplog: pytest.LogCaptureFixture
) -> None:
    door = await open_door(store)
    path = f"/callbacks/kling/{job.id}/tok_en-1"
    assert await door.post(path, b"this is not gzip", {"Content-Encoding": "gzip"}) == 400
    assert not await door.rung()
    assert [record for record in caplog.records if record.exc_info] == []
    assert await door.post(path, b"{}") == 200

"""The shared HTTP layer against real sockets: what is surely not sent, what is lost, what stays secret."""

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any

import pytest
from structlog.testing import capture_logs

from languages.speech import say
from providers.errors import AnswerLost, NotSent, ProviderError
from providers.http import FilePart, HttpClient

SECRET = "s3cr3t-key-that-nobody-may-read"


@pytest.fixture
async def client() -> AsyncIterator[Callable[..., HttpClient]]:
    async with AsyncExitStack() as stack:

        def make(url: str, **limits: Any) -> HttpClient:
            made = HttpClient(url, lambda: {"Authorization": f"Bearer {SECRET}"}, **limits)
            stack.push_async_callback(made.close)
            return made

        yield make


@asynccontextmanager
async def tcp_server(talk: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]):
    """A server below HTTP; yields its port."""

    async def talk_and_hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            await talk(reader, writer)
        writer.close()

    server = await asyncio.start_server(talk_and_hang_up, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def assert_secret_kept(error: ProviderError) -> None:
    shown = [str(error), repr(error), error.detail, say(error.sentence), *traceback.format_exception(error)]
    assert not [words for words in shown if SECRET in words]


async def test_json_goes_out_and_comes_back(scripted, client):
    server = await scripted((200, {"answer": [1, 2]}))
    answer = await client(server.url + "/base/").post_json("/things", {"picture": "x" * 3_000_000, "n": 1})
    assert (answer.status, answer.ok, answer.data) == (200, True, {"answer": [1, 2]})
    (seen,) = server.seen
    assert (seen.method, seen.path) == ("POST", "/base/things")
    assert seen.headers["Content-Type"] == "application/json"
    assert seen.headers["Authorization"] == f"Bearer {SECRET}"
    assert len(seen.body) > 3_000_000


async def test_forms_carry_fields_and_files(scripted, client):
    server = await scripted((200, {}))
    answer = await client(server.url).post_form(
        "/f", {"cfg": "0.5", "image": FilePart("a.png", b"\x89PNG", "image/png")}
    )
    assert answer.ok
    (seen,) = server.seen
    assert seen.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    assert b'name="cfg"' in seen.body
    assert b'name="image"; filename="a.png"' in seen.body
    assert b"\x89PNG" in seen.body


async def test_quoted_paths_and_parameters_arrive_as_they_were_meant(scripted, client):
    server = await scripted((200, {}))
    await client(server.url).get("/v1/a%2Fb%3Ac", {"pageNum": "1"})
    assert server.seen[0].path == "/v1/a/b:c"
    assert server.seen[0].query == {"pageNum": "1"}


async def test_headers_are_asked_for_each_time(scripted):
    server = await scripted((200, {}))
    tokens = iter(["one", "two"])
    client = HttpClient(server.url, lambda: {"Authorization": next(tokens)})
    await client.get("/")
    await client.get("/")
    await client.close()
    assert [seen.headers["Authorization"] for seen in server.seen] == ["one", "two"]


@pytest.mark.parametrize("body", ["<html>Bad gateway</html>", "", "{", b"\xff\xfe\x00", "[" * 100_000, '{"code": 0'])
async def test_answers_without_json_keep_their_beginning(scripted, client, body):
    server = await scripted((502, body))
    answer = await client(server.url).get("/")
    assert (answer.status, answer.ok, answer.data) == (502, False, None)
    assert len(answer.text) <= 500
    assert answer.text.isprintable()


async def test_redirects_are_not_followed(scripted, client):
    elsewhere = await scripted((200, {}))
    server = await scripted((302, "", {"Location": elsewhere.url}))
    answer = await client(server.url).get("/")
    assert answer.status == 302
    assert elsewhere.seen == []


@pytest.mark.parametrize(("header", "seconds"), [("7", 7), ("1.5", 1.5), ("soon", None), ("-1", None), ("inf", None)])
async def test_retry_after_is_read_in_seconds(scripted, client, header, seconds):
    server = await scripted((429, {}, {"Retry-After": header}))
    assert (await client(server.url).get("/")).retry_after == seconds


async def test_an_echoed_key_is_blotted_out(scripted, client):
    server = await scripted((401, {"message": f"bad key {SECRET}"}))
    answer = await client(server.url).get("/")
    assert answer.data == {"message": "bad key [key]"}
    assert SECRET not in repr(answer)


async def test_log_lines_have_no_headers_and_no_query(scripted, client):
    server = await scripted((200, {}))
    with capture_logs() as lines:
        await client(server.url).get("/path", {"private": "word"})
    assert [line["path"] for line in lines] == ["/path"]
    assert SECRET not in str(lines)
    assert "word" not in str(lines)


async def test_a_refused_connection_was_not_sent(client):
    with pytest.raises(NotSent) as caught:
        await client(f"http://127.0.0.1:{unused_port()}").post_json("/", {})
    assert_secret_kept(caught.value)


async def test_an_unknown_host_was_not_sent(client, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)  # a real look-up would leave this machine
    with pytest.raises(NotSent) as caught:
        await client("http://provider.invalid").post_json("/", {})
    assert_secret_kept(caught.value)


async def test_a_server_without_tls_was_not_sent_to(scripted, client):
    server = await scripted((200, {}))
    with pytest.raises(NotSent):
        await client(server.url.replace("http:", "https:")).post_json("/", {})
    assert server.seen == []


async def test_a_handshake_that_hangs_was_not_sent(client):
    async def hang(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read(-1)

    async with tcp_server(hang) as port:
        with pytest.raises(NotSent):
            await client(f"https://127.0.0.1:{port}", connect_time=0.2).post_json("/", {})


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
        b"SSH-2.0-OpenSSH\r\n",
    ],
    ids=["hung up", "half a body", "bad chunks", "bad gzip", "no HTTP"],
)
async def test_after_the_connection_stood_the_answer_is_lost(client, said):
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)
        await writer.drain()

    async with tcp_server(say) as port:
        with pytest.raises(AnswerLost) as caught:
            await client(f"http://127.0.0.1:{port}").post_json("/", {})
    assert_secret_kept(caught.value)


@pytest.mark.parametrize("limits", [{"read_time": 0.1}, {"total_time": 0.2}])
async def test_a_silent_server_loses_the_answer(client, limits):
    async def hang(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read(-1)

    async with tcp_server(hang) as port:
        with pytest.raises(AnswerLost):
            await client(f"http://127.0.0.1:{port}", **limits).post_json("/", {})


async def test_an_endless_answer_is_lost(client):
    async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"x" * 65536)
            await writer.drain()

    async with tcp_server(pour) as port:
        with pytest.raises(AnswerLost, match="longer than 1000 bytes"):
            await client(f"http://127.0.0.1:{port}", answer_bytes=1000).get("/")


async def test_no_connection_is_used_twice(client):
    connections = 0

    async def answer_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        await writer.drain()

    async with tcp_server(answer_once) as port:
        session = client(f"http://127.0.0.1:{port}")
        await session.post_json("/", {})
        await session.post_json("/", {})
    assert connections == 2


@pytest.mark.parametrize(
    "url", ["", "host", "ftp://host", "https://", "https://user:word@host", "https://host?x=1", "https://" + "a" * 64]
)
async def test_addresses_that_cannot_work_are_refused_at_once(client, url):
    with pytest.raises(ValueError):  # noqa: PT011 - yarl and the host's encoding have words of their own
        client(url)

"""A server on loopback that says whatever a test wants, and what downloads are tested with."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]
SIGNED = "?Expires=1768112080&Signature=s3cret%2Fwith~odd+signs%3D"


def answered(head: str, body: bytes = b"") -> Answer:
    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {head}\r\n\r\n".encode() + body)
        await writer.drain()

    return answer


def whole(body: bytes) -> Answer:
    return answered(f"200 OK\r\nContent-Length: {len(body)}", body)


def redirect(location: str) -> Answer:
    return answered(f"302 Found\r\nContent-Length: 0\r\nSet-Cookie: a=b; Path=/\r\nLocation: {location}")


class Origin:
    """A server on loopback that gives each path its scripted answer, whatever HTTP would say, and then hangs up."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.heads: list[str] = []
        self.tasks: list[asyncio.Task[None] | None] = []
        self.base = ""

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.tasks.append(asyncio.current_task())
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            try:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                self.heads.append(head)
                await self.answers[head.split()[1].partition("?")[0]](writer)
            finally:
                writer.close()
                await writer.wait_closed()


def assert_nothing_left(target: Path) -> None:
    assert list(target.parent.iterdir()) == []

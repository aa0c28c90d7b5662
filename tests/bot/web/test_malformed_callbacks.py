"""1,600 malformed callbacks and other requests: each is answered, and the database says what it said before."""

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import pytest
from structlog.testing import capture_logs

from storage.records import Job
from storage.store import Store
from tests.bot.web.conftest import Door
from tests.conftest import ManualClock
from tests.malformed import body

REQUESTS = 1_600
SEED = 20_261_120
TOKEN = "tok_en-1"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


def target(chance: random.Random, job: Job) -> str:
    """The job's own address now and then, mostly one with something spoilt."""
    right = ["callbacks", "kling", job.id, TOKEN]
    if chance.random() < 0.1:
        return "/" + "/".join(right)
    place = chance.randrange(4)
    near = (right[place][:-1], right[place] + "x", right[place].swapcase())
    right[place] = chance.choice((*near, "%00", "%ff", "..", "*", "'", "%F0%9F%A6%8A", "a" * 2000, ""))
    if right == ["callbacks", "kling", job.id, TOKEN]:
        right.append("more")
    return "/" + "/".join(right) + chance.choice(("", "", "?x=1", "?" + "y" * 500, "#z", "//"))


@dataclass(frozen=True)
class Request:
    """What goes over the wire; whether it is ``whole``, and whether it is ``right``: a callback of the job."""

    wire: bytes
    whole: bool
    right: bool


def request(chance: random.Random, job: Job) -> Request:
    path, content = target(chance, job), body(chance)
    method = chance.choice(("POST",) * 8 + ("GET", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "post", "\x00"))
    length = chance.choice((*(str(len(content)),) * 12, "-1", "x", "99999999999", str(len(content) + 5)))
    extra = chance.choice(
        ("", "", "", "X: " + "y" * 9000 + "\r\n", "webhook-signature: v1,é\r\n", "Expect: nothing\r\n")
    )
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: bot.example\r\n{extra}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    )
    wire = head.encode("latin-1", "replace") + content
    if chance.random() < 0.05:
        spoilt = chance.choice((b"", b"\x16\x03\x01\x00", wire[: len(wire) // 3], b"\r\n" * 9, chance.randbytes(300)))
        return Request(spoilt, whole=False, right=False)
    whole = length == str(len(content))
    return Request(wire, whole, whole and method == "POST" and path == f"/callbacks/kling/{job.id}/{TOKEN}")


async def answered(port: int, asked: Request) -> int | None:
    """The status that came; ``None`` for a connection that was closed without one."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        with suppress(ConnectionError):
            writer.write(asked.wire)
            if not asked.whole:
                writer.write_eof()
            async with asyncio.timeout(10):
                line = await reader.readline()
                await reader.read()
            return int(line.split()[1]) if line else None
        return None
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def test_malformed_callbacks(door: Door, job: Job, store: Store, clock: ManualClock, rows: Any) -> None:
    chance = random.Random(SEED)  # noqa: S311 - spoils bytes
    _, *others = await rows()
    called, statuses = 0, set[int | None]()
    with capture_logs() as logs:
        for _ in range(REQUESTS):
            asked = request(chance, job)
            status = await answered(door.port, asked)
            statuses.add(status)
            called += status == 200
            assert status != 200 or asked.right, asked
            assert status is None or status < 500, asked
    assert called > 20
    assert statuses >= {200, 404, 400}
    assert await store.job(job.id) == replace(job, due_at=clock())
    assert (await rows())[1:] == others
    assert await store.inconsistencies() == []
    assert TOKEN not in repr(logs)
    assert (await door.get("/healthz"))[0] == 200

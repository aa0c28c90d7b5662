"""8,400 malformed answers to every client: none raises but what it may, and none is taken for what it does not say."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pytest
from structlog.testing import capture_logs

from languages.speech import say
from providers.errors import AnswerLost, NotSent, ProviderError
from providers.loose import parsed
from providers.provider import Provider, ProviderTask, Submission, TaskStatus
from tests.bot.pipeline.conftest import CLIENTS
from tests.malformed import TASK, Answer, answer

ANSWERS = 1_400
"""For each of the six clients."""

SEED = 20_261_120
KEY = "key-of-this-test-0123456789"
MODELS = {
    "kling": "kling-v2-5-turbo",
    "kling-new": "kling-2.5-turbo",
    "aimlapi": "klingai/v2.1-pro",
    "aimlapi-universal": "klingai/v2.1-pro",
    "ezmodel": "kling-v2-5-turbo",
    "ai302": "m2v_16_pro",
}


@dataclass
class Liar:
    """A server on loopback that hears a request out and then says ``says``."""

    url: str = ""
    says: bytes = b""
    heard: int = 0

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            if b"content-length:" in head:
                await reader.readexactly(int(head.split(b"content-length:")[1].split()[0]))
            elif b"chunked" in head:
                await reader.readuntil(b"0\r\n\r\n")
            self.heard += 1
            writer.write(self.says)
            await writer.drain()
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


@pytest.fixture
async def liar() -> AsyncIterator[Liar]:
    opened = Liar()
    server = await asyncio.start_server(opened.handle, "127.0.0.1", 0)
    opened.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield opened
    server.close()
    await server.wait_closed()


def assert_said(task: ProviderTask, said: Answer) -> None:
    """The task ended only where the answer has a word for it."""
    assert task.task_id
    words = said.body.lower().replace(b"\0", b"")  # JSON may be UTF-16
    if task.status is TaskStatus.SUCCEEDED:
        assert task.video_url is None or task.video_url.startswith(("https://", "http://"))
        assert any(word in words for word in (b"succe", b"complete", b"99"))
    if task.status is TaskStatus.FAILED:
        assert say(task.reason or "")
        assert any(word in words for word in (b"fail", b"error", b"cancel", b"-1", b"50"))


def assert_refusal_was_said(error: ProviderError, said: Answer) -> None:
    """A create that was heard is never told as not sent; and one whose answer cannot be read may have been taken."""
    assert not isinstance(error, NotSent)
    if 200 <= said.status < 300 and not isinstance(parsed(said.body), dict):
        assert isinstance(error, AnswerLost)


async def outcome(call: Awaitable[object]) -> object:
    """What came, or the ``ProviderError``; anything else is raised."""
    try:
        return await call
    except ProviderError as error:
        return error


def assert_fits(kind: str, came: Any, said: Answer) -> None:
    """What a client makes of an answer is not more than the answer says."""
    if kind == "submit" and isinstance(came, ProviderError):
        assert_refusal_was_said(came, said)
    elif kind == "submit":
        assert came.task_id
    elif isinstance(came, ProviderTask):
        assert_said(came, said)
    elif isinstance(came, dict):
        assert came.keys() <= {TASK, "another"}
        for task in came.values():
            assert_said(task, said)
    else:
        assert came is None or isinstance(came, ProviderError)


@pytest.mark.parametrize("client", CLIENTS)
async def test_malformed_answers(liar: Liar, client: str, submission: Callable[..., Submission]) -> None:
    chance = random.Random(f"{SEED} {client}")  # noqa: S311 - spoils bytes
    order = submission(provider_model=MODELS[client], duration=5)
    provider: Provider = CLIENTS[client](liar.url, KEY)
    questions: Mapping[str, Callable[[], Awaitable[object]]] = {
        "submit": lambda: provider.submit(order),
        "fetch": lambda: provider.fetch(TASK),
        "many": lambda: provider.fetch_many([TASK, "another"]),
        "find": lambda: provider.find("job-1"),
    }
    asked = [kind for kind in questions if kind != "find" or provider.finds_by_job_id]
    try:
        with capture_logs() as logs:
            for number in range(ANSWERS):
                said, kind = answer(chance), asked[number % len(asked)]
                liar.says = said.wire
                assert_fits(kind, await outcome(questions[kind]()), said)
    finally:
        await provider.close()
    assert liar.heard >= ANSWERS
    assert KEY not in repr(logs)

"""A server that says what a test wants, and requests to send."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from hypothesis import settings

from providers.kling import KlingProvider
from providers.kling_auth import ApiKey, KlingAuth
from providers.provider import Provider, Submission
from providers.request import PictureFile, VideoRequest

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")

API_KEY = "api-key-kling-0123456789abcdefghijklmnop"


@dataclass(frozen=True)
class Seen:
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Scripted:
    """Gives its replies in turn; the last one again and again.

    A reply is ``(status, body)`` or ``(status, body, headers)`` with a dict as JSON and text or bytes as they are, or a
    handler.
    """

    replies: list[Any]
    url: str = ""
    seen: list[Seen] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.seen.append(
            Seen(request.method, request.path, dict(request.query), dict(request.headers), await request.read())
        )
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if callable(reply):
            answer: web.StreamResponse = await reply(request)
            return answer
        status, body, *headers = reply
        raw = json.dumps(body) if isinstance(body, dict | list) else body
        return web.Response(status=status, body=raw, headers=headers[0] if headers else None)


@pytest.fixture
async def scripted() -> AsyncIterator[Callable[..., Awaitable[Scripted]]]:
    async with AsyncExitStack() as stack:

        async def start(*replies: Any) -> Scripted:
            server = Scripted(list(replies))
            application = web.Application(client_max_size=2**28)
            application.router.add_route("*", "/{tail:.*}", server.handle)
            runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            return server

        yield start


@pytest.fixture
async def says(scripted) -> AsyncIterator[Callable[..., Awaitable[tuple[Provider, Scripted]]]]:
    """Starts a scripted server and the client that is built for its address."""
    async with AsyncExitStack() as stack:

        async def start(build: Callable[[str], Provider], *replies: Any) -> tuple[Provider, Scripted]:
            server = await scripted(*replies)
            provider = build(server.url)
            stack.push_async_callback(provider.close)
            return provider, server

        yield start


@pytest.fixture
async def make_kling() -> AsyncIterator[Callable[..., KlingProvider]]:
    async with AsyncExitStack() as stack:

        def make(url: str, auth: KlingAuth | None = None) -> KlingProvider:
            provider = KlingProvider(url, auth or ApiKey(API_KEY))
            stack.push_async_callback(provider.close)
            return provider

        yield make


@pytest.fixture
def kling_says(scripted, make_kling) -> Callable[..., Awaitable[tuple[KlingProvider, Scripted]]]:
    """A client and the scripted Kling that it talks to."""

    async def start(*replies: Any, auth: KlingAuth | None = None) -> tuple[KlingProvider, Scripted]:
        server = await scripted(*replies)
        return make_kling(server.url, auth), server

    return start


@pytest.fixture
def submission() -> Callable[..., Submission]:
    """A submission whose pictures are told apart by their bytes; keywords are the request's options."""

    def make(
        job_id: str = "job-1",
        *,
        provider_model: str = "kling-v2-5-turbo",
        callback_url: str | None = None,
        **options: Any,
    ) -> Submission:
        request = VideoRequest.build(**{"model": provider_model, "prompt": "leaves move"} | options)
        pictures = {kind: PictureFile(f"bytes of {kind}".encode(), "image/png") for kind in request.picture_kinds}
        return Submission(job_id, provider_model, request, pictures, callback_url)

    return make

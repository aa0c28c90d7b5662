"""Carries out an injected fault on one request."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from .faults import Answer, Delay, DropAfter, DropBefore, Fault, RawAnswer, Redirect, Truncate
from .refusal import Refusal

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def answer_with(fault: Fault | None, request: web.Request, handler: Handler) -> web.StreamResponse:
    match fault:
        case Answer(status, code, message):
            raise Refusal(status, code, message)
        case RawAnswer(body, status, content_type):
            return web.Response(text=body, status=status, content_type=content_type)
        case Redirect(location):
            return web.Response(status=302, headers={"Location": location})
        case DropBefore():
            return _drop(request)
        case DropAfter():
            await handler(request)
            return _drop(request)
        case Truncate(share):
            return await _truncate(request, await handler(request), share)
        case Delay(seconds):
            await asyncio.sleep(seconds)
            return await handler(request)
        case None:
            return await handler(request)


def _drop(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _truncate(request: web.Request, whole: web.StreamResponse, share: float) -> web.StreamResponse:
    content_type, content = await _content(whole)
    cut = web.StreamResponse(status=whole.status, headers={"Content-Type": content_type})
    cut.content_length = len(content)
    await cut.prepare(request)
    await cut.write(content[: int(len(content) * share)])
    if request.transport is not None:
        request.transport.close()
    return cut


async def _content(response: web.StreamResponse) -> tuple[str, bytes]:
    if isinstance(response, web.FileResponse):
        return "video/mp4", await asyncio.to_thread(response._path.read_bytes)
    assert isinstance(response, web.Response)
    assert isinstance(response.body, bytes)
    return response.content_type, response.body

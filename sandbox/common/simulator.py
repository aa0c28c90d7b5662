"""What every simulated provider is: one account behind HTTP on loopback, with records and faults."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from aiohttp import web

from .faults import Faults
from .mishaps import Handler, answer_with
from .refusal import Refusal
from .tasks import Task, Tasks
from .world import World

MAX_BODY_BYTES = 128 * 1024 * 1024
FILE = "file"
"""The operation, in each provider's enum, that fetches a video: no key belongs there."""

Operation = TypeVar("Operation", bound=StrEnum)
Body = TypeVar("Body")


@dataclass(frozen=True, slots=True)
class SeenRequest(Generic[Operation]):
    """A request as it arrived; the parts that may hold secrets stay out of its repr, and so out of logs."""

    operation: Operation | None
    method: str
    path: str
    target: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)


class Simulator(ABC, Generic[Operation, Body]):
    """The base of the simulators; a route's name is its operation, with `:anything` behind it where several share it.

    `creates` are the bodies of the accepted tasks, `offered` all create bodies that could be read.
    """

    def __init__(self, operations: type[Operation], tasks: Tasks[Body], world: World) -> None:
        self.base_url = ""
        self.faults = Faults(operations)
        self.requests: list[SeenRequest[Operation]] = []
        self.offered: list[dict[str, Any]] = []
        self.creates: list[dict[str, Any]] = []
        self._operations = operations
        self._tasks = tasks
        self._world = world

    @property
    def tasks(self) -> list[Task[Body]]:
        """Oldest first."""
        return list(self._tasks)

    @property
    def leaks(self) -> list[SeenRequest[Operation]]:
        """Requests for video files that carried an Authorization header."""
        return [seen for seen in self.requests if seen.operation == FILE and "Authorization" in seen.headers]

    @abstractmethod
    def _add_routes(self, routes: web.UrlDispatcher) -> None:
        """All but the one for files."""

    @abstractmethod
    def _authenticate(self, request: web.Request) -> None:
        """Raise a Refusal unless the request belongs to the account."""

    @abstractmethod
    def _nowhere(self, *, method: bool) -> Refusal:
        """The refusal for a route that does not exist, or only with another `method`."""

    @abstractmethod
    def _refused(self, request: web.Request, refusal: Refusal) -> web.Response:
        """The provider's own form of an error."""

    @asynccontextmanager
    async def _served(self, port: int) -> AsyncIterator[None]:
        """Serve on that port, 0 for any. No access log: addresses of files are signed.

        At the end what still runs is canceled; work that broke meanwhile raises an ExceptionGroup.
        """
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self._tasks.background.close)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, "127.0.0.1", port).start()
            self.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield

    def _application(self) -> web.Application:
        @web.middleware
        async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._answer(request, handler)

        application = web.Application(middlewares=[answer], client_max_size=MAX_BODY_BYTES)
        self._add_routes(application.router)
        application.router.add_get("/files/{video}.mp4", self._file, name=FILE, allow_head=False)
        return application

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            operation = self._admit(request)
            return await answer_with(self.faults.take(operation), request, handler)
        except Refusal as refusal:
            return self._refused(request, refusal)

    def _admit(self, request: web.Request) -> Operation:
        """Unknown routes first, then who is calling, then the method: keyless GET of a real route is 401."""
        name = request.match_info.route.name
        operation = self._operations(name.partition(":")[0]) if name else None
        self.requests.append(
            SeenRequest(operation, request.method, request.path, request.path_qs, request.headers.copy())
        )
        if operation is not None and operation == FILE:
            return operation
        if isinstance(request.match_info.http_exception, web.HTTPNotFound):
            raise self._nowhere(method=False)
        self._authenticate(request)
        if operation is None:
            raise self._nowhere(method=True)
        return operation

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if "Authorization" in request.headers:
            raise web.HTTPBadRequest(text="Only one auth mechanism allowed: the signature in the address")
        video = self._tasks.video(request.match_info["video"])
        if video is None:
            raise web.HTTPNotFound
        wanted = (str(int(video.expires.timestamp())), video.signature)
        given = (request.query.get("Expires"), request.query.get("Signature"))
        if given != wanted or self._world.clock() >= video.expires:
            raise web.HTTPForbidden
        return web.FileResponse(video.film.path)

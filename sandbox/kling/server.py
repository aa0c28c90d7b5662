"""The HTTP surface of the simulated Kling API, on loopback (seed 002, facts/providers.md section 1)."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from .answers import Refusal, busy, invalid_value, not_found, refused, required, succeeded
from .auth import Account, authenticate
from .background import Background
from .body import read_object
from .callbacks import CallbackRecord, Callbacks
from .capabilities import MODELS, Model
from .faults import Faults, Operation
from .mishaps import answer_with
from .rules import accept
from .tasks import DRAFT_SIZES, Clock, Plan, Studio, Task, Tasks, Timings, World, utc_now
from .wire import callback_object, created_object, task_object

MAX_BODY_BYTES = 128 * 1024 * 1024
COSTS_INTERVAL_SECONDS = 1
TASKS_PATH = "/v1/videos/image2video"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request as it arrived; the parts that may hold secrets stay out of its repr, and so out of logs."""

    operation: Operation | None
    method: str
    path: str
    target: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)


class SimulatedKling:
    """One account of the API. Start it with `async with SimulatedKling.start(...) as kling`.

    `creates` are the bodies of the accepted tasks, `offered` all create bodies that were JSON objects.
    """

    def __init__(
        self,
        account: Account,
        models: Mapping[str, Model],
        units: float | None,
        studio: Studio,
        plan: Plan,
        callbacks: Callbacks,
        world: World,
    ) -> None:
        self.base_url = ""
        self.faults = Faults()
        self.requests: list[SeenRequest] = []
        self.offered: list[dict[str, Any]] = []
        self.creates: list[dict[str, Any]] = []
        self._account = account
        self._models = models
        self._units = units
        self._world = world
        self._callbacks = callbacks
        self._background = Background()
        self._tasks = Tasks(studio, plan, world, self._background, self._tell_about)
        self._costs_asked_at = float("-inf")

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        *,
        api_key: str | None = None,
        access_key: str | None = None,
        secret_key: str | None = None,
        webhook_secret: str | None = None,
        timings: Timings | None = None,
        max_parallel: int = 5,
        models: Mapping[str, Model] = MODELS,
        frame_pixels: Mapping[str, int] = DRAFT_SIZES,
        units: float | None = 1000,
        clock: Clock = utc_now,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        port: int = 0,
    ) -> AsyncIterator["SimulatedKling"]:
        """`max_parallel` counts by model, `frame_pixels` is the area of a frame by mode.

        `units` fill one resource pack, None means no pack. Leaving cancels what still runs; work that broke meanwhile
        raises an ExceptionGroup.
        """
        world = World(clock, sleep)
        account = Account(api_key, access_key, secret_key)
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kling-")))
            session = await stack.enter_async_context(aiohttp.ClientSession())
            callbacks = Callbacks(session, webhook_secret, world)
            plan = Plan(timings or Timings(), max_parallel)
            kling = cls(account, models, units, Studio(folder, frame_pixels), plan, callbacks, world)
            stack.push_async_callback(kling._background.close)
            kling.base_url = await stack.enter_async_context(_serve(kling._application(), port))
            yield kling

    @property
    def tasks(self) -> list[Task]:
        """Oldest first."""
        return list(self._tasks)

    @property
    def callbacks(self) -> list[CallbackRecord]:
        return self._callbacks.sent

    @property
    def leaks(self) -> list[SeenRequest]:
        """Requests for video files that carried an Authorization header."""
        return [seen for seen in self.requests if seen.operation is Operation.FILE and "Authorization" in seen.headers]

    def _application(self) -> web.Application:
        @web.middleware
        async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._answer(request, handler)

        application = web.Application(middlewares=[answer], client_max_size=MAX_BODY_BYTES)
        routes = application.router
        routes.add_post(TASKS_PATH, self._create, name=Operation.CREATE)
        routes.add_get(TASKS_PATH, self._list, name=Operation.LIST, allow_head=False)
        routes.add_get(TASKS_PATH + "/{id}", self._query, name=Operation.QUERY, allow_head=False)
        routes.add_get("/account/costs", self._costs, name=Operation.COSTS, allow_head=False)
        routes.add_get("/files/{video}.mp4", self._file, name=Operation.FILE, allow_head=False)
        return application

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            operation = self._admit(request)
            return await answer_with(self.faults.take(operation), request, handler)
        except Refusal as refusal:
            return refused(refusal, self._world.new_uuid)

    def _admit(self, request: web.Request) -> Operation:
        """Unknown routes first, then who is calling, then the method: keyless GET of a real route is 401."""
        name = request.match_info.route.name
        operation = Operation(name) if name else None
        self.requests.append(
            SeenRequest(operation, request.method, request.path, request.path_qs, request.headers.copy())
        )
        if operation is Operation.FILE:
            return operation
        if isinstance(request.match_info.http_exception, web.HTTPNotFound):
            raise not_found(1203, "The requested resource does not exist")
        authenticate(request.headers.get("Authorization"), self._account, self._world.clock)
        if operation is None:
            raise not_found(1202, "The requested method is invalid")
        return operation

    async def _create(self, request: web.Request) -> web.Response:
        fields = await asyncio.to_thread(read_object, await request.read())
        self.offered.append(fields)
        body = await asyncio.to_thread(accept, fields, self._models)
        task = self._tasks.create(body, self.faults.take_fate)
        self.creates.append(fields)
        return self._succeeded(created_object(task))

    async def _query(self, request: web.Request) -> web.Response:
        task = self._tasks.find(request.match_info["id"])
        return self._succeeded(task_object(task, self.base_url))

    async def _list(self, request: web.Request) -> web.Response:
        number = _whole_number(request, "pageNum", 1, 1000)
        size = _whole_number(request, "pageSize", 30, 500)
        return self._succeeded([task_object(task, self.base_url) for task in self._tasks.page(number, size)])

    async def _costs(self, request: web.Request) -> web.Response:
        for name in ("start_time", "end_time"):
            if not request.query.get(name, ""):
                raise required(name)
            if not request.query[name].isdecimal():
                raise invalid_value(name, request.query[name])
        now = asyncio.get_running_loop().time()
        if now - self._costs_asked_at < COSTS_INTERVAL_SECONDS:
            raise busy(1302, "Too many requests")  # worded by us
        self._costs_asked_at = now
        return self._succeeded({"code": 0, "msg": "success"} | self._packs())

    def _packs(self) -> dict[str, Any]:
        """Without a pack the key is missing. What is left lags twelve hours behind, so nothing is missing yet."""
        if self._units is None:
            return {}
        pack = {
            "resource_pack_name": "Simulated-Video-Pack",
            "resource_pack_id": "simulated",
            "resource_pack_type": "decreasing_total",
            "total_quantity": self._units,
            "remaining_quantity": self._units,
            "status": "online",
        }
        return {"resource_pack_subscribe_infos": [pack]}

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

    def _tell_about(self, task: Task) -> None:
        if url := task.body.callback_url:
            self._background.spawn(self._callbacks.send(url, callback_object(task, self.base_url)))

    def _succeeded(self, data: Any) -> web.Response:
        return succeeded(data, self._world.new_uuid)


def _whole_number(request: web.Request, name: str, default: int, highest: int) -> int:
    text = request.query.get(name, str(default))
    if not (text.isdecimal() and len(text) < 6 and 1 <= int(text) <= highest):
        raise invalid_value(name, text)
    return int(text)


@asynccontextmanager
async def _serve(application: web.Application, port: int) -> AsyncIterator[str]:
    """The base URL. No access log: addresses of files are signed."""
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()

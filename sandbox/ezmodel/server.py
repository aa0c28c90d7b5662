"""The HTTP surface of the simulated EZModel, on loopback (seed 003, facts/providers.md section 3)."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from enum import StrEnum
from hmac import compare_digest
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.common.callbacks import CallbackRecord, Callbacks
from sandbox.common.refusal import Refusal
from sandbox.common.simulator import Simulator
from sandbox.common.studio import DRAFT_SIZES, Studio
from sandbox.common.tasks import Plan, Timings
from sandbox.common.world import Clock, Sleep, World, utc_now
from sandbox.kling.capabilities import Model, model_table
from sandbox.kling.tasks import AnyBody, KlingTask, KlingTasks
from sandbox.kling.wire import callback_object, task_object
from sandbox.kling.wire import created_object as created_by_kling

from .answers import NO_KEY, WRONG_KEY, no_route, no_task, passed_on, refused, unauthorized
from .gateway import accept_by_kling, dropped, read_fields, route
from .wire import Row, Shapes, created_object, queried_object

TASKS_PATH = "/kling/v1/videos/image2video"


class Operation(StrEnum):
    """What a request asks for; also the name of its route."""

    CREATE = "create"
    QUERY = "query"
    FILE = "file"


class SimulatedEzmodel(Simulator[Operation, AnyBody]):
    """A gateway with one account, and Kling behind it. Start it with `async with SimulatedEzmodel.start(...)`.

    `shapes` and `stale` may be changed at any time: while it is stale, queries tell what the last one before saw, as
    they do when the gateway does not reach Kling. `dropped` names the fields of accepted creates that went nowhere.
    """

    def __init__(
        self,
        api_key: str,
        models: Mapping[str, Model],
        frame_pixels: Mapping[str, int],
        studio: Studio,
        plan: Plan,
        callbacks: Callbacks,
        world: World,
    ) -> None:
        self._kling_tasks = KlingTasks(studio, plan, world, self._tell_about)
        super().__init__(Operation, self._kling_tasks, world)
        self.shapes = Shapes()
        self.stale = False
        self.dropped: set[str] = set()
        self._api_key = api_key
        self._models = models
        self._frame_pixels = frame_pixels
        self._callbacks = callbacks
        self._rows: dict[str, Row] = {}

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        *,
        api_key: str,
        timings: Timings | None = None,
        max_parallel: int = 5,
        models: Mapping[str, Model] | None = None,
        frame_pixels: Mapping[str, int] = DRAFT_SIZES,
        shapes: Shapes | None = None,
        clock: Clock = utc_now,
        sleep: Sleep = asyncio.sleep,
        port: int = 0,
    ) -> AsyncIterator["SimulatedEzmodel"]:
        """`max_parallel` counts by model, `frame_pixels` is the area of a frame by mode.

        `models` are all that Kling ever had: whether the gateway still makes the retired ones is not known. Leaving
        cancels what still runs; work that broke meanwhile raises an ExceptionGroup.
        """
        world = World(clock, sleep)
        models = model_table(allow_retired=True) if models is None else models
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ezmodel-")))
            session = await stack.enter_async_context(aiohttp.ClientSession())
            plan = Plan(timings or Timings(), max_parallel)
            callbacks = Callbacks(session, None, world)
            ezmodel = cls(api_key, models, frame_pixels, Studio(folder), plan, callbacks, world)
            ezmodel.shapes = shapes or ezmodel.shapes
            await stack.enter_async_context(ezmodel._served(port))
            yield ezmodel

    @property
    def callbacks(self) -> list[CallbackRecord]:
        """They come from Kling itself, in its shape."""
        return self._callbacks.sent

    def _add_routes(self, routes: web.UrlDispatcher) -> None:
        routes.add_post(TASKS_PATH, self._create, name=Operation.CREATE)
        routes.add_get(TASKS_PATH + "/{id}", self._query, name=Operation.QUERY, allow_head=False)

    def _authenticate(self, request: web.Request) -> None:
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not key:
            raise unauthorized(NO_KEY)
        if not compare_digest(key.encode(), self._api_key.encode()):
            raise unauthorized(WRONG_KEY)

    def _nowhere(self, *, method: bool) -> Refusal:  # noqa: ARG002
        return no_route()

    def _refused(self, _: web.Request, refusal: Refusal) -> web.Response:
        moment = self._world.clock().strftime("%Y%m%d%H%M%S%f")
        return refused(refusal, moment + self._world.new_uuid().hex[:8])

    async def _create(self, request: web.Request) -> web.Response:
        fields = await asyncio.to_thread(read_fields, await request.read())
        self.offered.append(fields)
        forwarded = route(fields, self._models)
        try:
            body, order = await asyncio.to_thread(accept_by_kling, forwarded, self._models, self._frame_pixels)
            task = self._kling_tasks.create(body, order, self.faults.take_fate)
        except Refusal as refusal:
            raise passed_on(refusal, self._world.new_uuid) from refusal
        self.creates.append(fields)
        self.dropped |= dropped(fields)
        raw = self._from_kling(created_by_kling(task))
        self._rows[task.id] = Row(task.id, int(task.created_at.timestamp()), raw)
        return web.json_response(created_object(self.shapes.create, task))

    async def _query(self, request: web.Request) -> web.Response:
        """By the gateway's id only."""
        task = self._tasks.get(request.match_info["id"])
        if task is None:
            raise no_task()
        row = self._rows[task.id]
        if not self.stale:
            row.refresh(task, self._from_kling(task_object(task, self.base_url)), task.video_url(self.base_url))
        return web.json_response(queried_object(self.shapes.query, row))

    def _from_kling(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"code": 0, "message": "SUCCEED", "request_id": str(self._world.new_uuid()), "data": data}

    def _tell_about(self, task: KlingTask) -> None:
        if url := task.order.callback_url:
            self._tasks.background.spawn(self._callbacks.send(url, callback_object(task, self.base_url)))

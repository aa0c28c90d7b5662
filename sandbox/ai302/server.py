"""The HTTP surface of the simulated 302.AI, on loopback (seed 004, facts/providers.md section 4)."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from enum import StrEnum
from hmac import compare_digest
from pathlib import Path

from aiohttp import web

from sandbox.common.refusal import Refusal
from sandbox.common.simulator import Simulator
from sandbox.common.studio import DRAFT_SIZES, Order, Studio
from sandbox.common.tasks import Plan, Tasks, Timings
from sandbox.common.world import Clock, Sleep, World, utc_now

from .answers import ErrorCode, busy, no_task, refused, unauthorized
from .form import CreateBody, Form, accept, order_of, read_form
from .products import PRODUCTS, Product
from .wire import Shapes, created_object, fetched_object


class Operation(StrEnum):
    """What a request asks for; also the name of its route."""

    CREATE = "create"
    FETCH = "fetch"
    FILE = "file"


class SimulatedAi302(Simulator[Operation, CreateBody]):
    """One account. Start it with `async with SimulatedAi302.start(...) as ai302`.

    `creates` and `offered` hold forms: a Part for each name. `shapes` may be changed at any time.
    """

    def __init__(
        self, api_key: str, frame_pixels: Mapping[str, int], studio: Studio, plan: Plan, shapes: Shapes, world: World
    ) -> None:
        super().__init__(Operation, Tasks[CreateBody](studio, plan, world), world)
        self.shapes = shapes
        self._api_key = api_key
        self._frame_pixels = frame_pixels

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        *,
        api_key: str,
        timings: Timings | None = None,
        max_parallel: int = 5,
        frame_pixels: Mapping[str, int] = DRAFT_SIZES,
        shapes: Shapes | None = None,
        clock: Clock = utc_now,
        sleep: Sleep = asyncio.sleep,
        port: int = 0,
    ) -> AsyncIterator["SimulatedAi302"]:
        """`max_parallel` counts all tasks; `frame_pixels` is the area of a frame by mode: std is Rapid, pro is HQ.

        Leaving cancels what still runs; work that broke meanwhile raises an ExceptionGroup.
        """
        world = World(clock, sleep)
        with tempfile.TemporaryDirectory(prefix="ai302-") as folder:
            plan = Plan(timings or Timings(), max_parallel)
            ai302 = cls(api_key, frame_pixels, Studio(Path(folder)), plan, shapes or Shapes(), world)
            async with ai302._served(port):
                yield ai302

    def _add_routes(self, routes: web.UrlDispatcher) -> None:
        for path in PRODUCTS:
            routes.add_post(f"/klingai/{path}", self._create, name=f"{Operation.CREATE}:{path}")
        routes.add_get("/klingai/task/{id}/fetch", self._fetch, name=Operation.FETCH, allow_head=False)

    def _authenticate(self, request: web.Request) -> None:
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not key:
            raise unauthorized(ErrorCode.KEY_MISSING)
        if not compare_digest(key.encode(), self._api_key.encode()):
            raise unauthorized(ErrorCode.KEY_INVALID)

    def _nowhere(self, *, method: bool) -> Refusal:
        return Refusal(405 if method else 404, ErrorCode.BAD_FIELD, "There is no such endpoint")  # worded by us

    def _refused(self, _: web.Request, refusal: Refusal) -> web.Response:
        return refused(refusal)

    async def _create(self, request: web.Request) -> web.Response:
        form = await read_form(request)
        self.offered.append(form)
        product = PRODUCTS[request.path.rpartition("/")[2]]
        body, order = await asyncio.to_thread(self._accepted, form, product)
        if not self._tasks.has_place(order.slot):
            raise busy()
        task = self._tasks.add(f"kling_{self._world.new_uuid().hex[:12]}", body, order, self.faults.take_fate())
        self.creates.append(form)
        return web.json_response(created_object(task))

    def _accepted(self, form: Form, product: Product) -> tuple[CreateBody, Order]:
        body = accept(form, product)
        return body, order_of(body, self._frame_pixels)

    async def _fetch(self, request: web.Request) -> web.Response:
        task = self._tasks.get(request.match_info["id"])
        if task is None:
            raise no_task(request.match_info["id"])
        return web.json_response(fetched_object(task, self.base_url, self.shapes))

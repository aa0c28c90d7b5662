"""The HTTP surface of the simulated Kling API, legacy and new standard (seed 002, facts/providers.md section 1)."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.common.callbacks import CallbackRecord, Callbacks
from sandbox.common.refusal import Refusal
from sandbox.common.simulator import Simulator
from sandbox.common.studio import DRAFT_SIZES, Order, Studio
from sandbox.common.tasks import Plan, Timings
from sandbox.common.world import Clock, Sleep, World, utc_now

from .answers import busy, invalid, invalid_value, not_found, refused, required, succeeded
from .auth import Account, authenticate
from .body import CreateBody, read_object
from .capabilities import MODELS, Model
from .new_body import NewBody
from .new_list import listed
from .new_rules import accept_new, find_model, order_of_new
from .new_wire import created_item, item
from .operations import Operation
from .rules import accept
from .tasks import AnyBody, KlingTask, KlingTasks, order_of
from .wire import callback_object, created_object, task_object

COSTS_INTERVAL_SECONDS = 1
TASKS_PATH = "/v1/videos/image2video"
NEW_CREATE_PATH = "/image-to-video/{model}"
NEW_TASKS_PATH = "/tasks"
MOST_IDS = 20
ID_PARAMETERS = ("task_ids", "external_task_ids")


@dataclass(frozen=True, slots=True)
class Offer:
    """What the account can buy: models, the area of a frame by mode, units in its one pack (None: it has none)."""

    models: Mapping[str, Model]
    frame_pixels: Mapping[str, int]
    units: float | None


class SimulatedKling(Simulator[Operation, AnyBody]):
    """One account of the API. Start it with `async with SimulatedKling.start(...) as kling`."""

    def __init__(
        self, account: Account, offer: Offer, studio: Studio, plan: Plan, callbacks: Callbacks, world: World
    ) -> None:
        self._account_tasks = KlingTasks(studio, plan, world, self._tell_about)
        super().__init__(Operation, self._account_tasks, world)
        self._account = account
        self._offer = offer
        self._callbacks = callbacks
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
        sleep: Sleep = asyncio.sleep,
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
            offer = Offer(models, frame_pixels, units)
            kling = cls(account, offer, Studio(folder), plan, callbacks, world)
            await stack.enter_async_context(kling._served(port))
            yield kling

    @property
    def callbacks(self) -> list[CallbackRecord]:
        return self._callbacks.sent

    def _add_routes(self, routes: web.UrlDispatcher) -> None:
        routes.add_post(TASKS_PATH, self._create, name=Operation.CREATE)
        routes.add_get(TASKS_PATH, self._list, name=Operation.LIST, allow_head=False)
        routes.add_get(TASKS_PATH + "/{id}", self._query, name=Operation.QUERY, allow_head=False)
        routes.add_post(NEW_CREATE_PATH, self._create_new, name=f"{Operation.CREATE}:new")
        routes.add_get(NEW_TASKS_PATH, self._query_new, name=f"{Operation.QUERY}:new", allow_head=False)
        routes.add_post(NEW_TASKS_PATH, self._list_new, name=f"{Operation.LIST}:new")
        routes.add_get("/account/costs", self._costs, name=Operation.COSTS, allow_head=False)

    def _authenticate(self, request: web.Request) -> None:
        new = request.path == NEW_TASKS_PATH or request.path.startswith("/image-to-video/")
        authenticate(request.headers.get("Authorization"), self._account, self._world.clock, keys_only=new)

    def _nowhere(self, *, method: bool) -> Refusal:
        if method:
            return not_found(1202, "The requested method is invalid")
        return not_found(1203, "The requested resource does not exist")

    def _refused(self, _: web.Request, refusal: Refusal) -> web.Response:
        return refused(refusal, self._world.new_uuid)

    async def _create(self, request: web.Request) -> web.Response:
        fields = await asyncio.to_thread(read_object, await request.read())
        self.offered.append(fields)
        body, order = await asyncio.to_thread(self._accepted, fields)
        task = self._account_tasks.create(body, order, self.faults.take_fate)
        self.creates.append(fields)
        return self._succeeded(created_object(task))

    def _accepted(self, fields: dict[str, Any]) -> tuple[CreateBody, Order]:
        body = accept(fields, self._offer.models)
        return body, order_of(body, self._offer.frame_pixels)

    async def _query(self, request: web.Request) -> web.Response:
        task = self._account_tasks.find(request.match_info["id"])
        return self._succeeded(task_object(task, self.base_url))

    async def _list(self, request: web.Request) -> web.Response:
        number = _whole_number(request, "pageNum", 1, 1000)
        size = _whole_number(request, "pageSize", 30, 500)
        return self._succeeded([task_object(task, self.base_url) for task in self._account_tasks.page(number, size)])

    async def _create_new(self, request: web.Request) -> web.Response:
        model = find_model(request.match_info["model"])
        fields = await asyncio.to_thread(read_object, await request.read())
        self.offered.append(fields)
        body = accept_new(fields, model)
        order = await asyncio.to_thread(order_of_new, body, model, self._offer.frame_pixels)
        task = self._account_tasks.create(body, order, self.faults.take_fate)
        self.creates.append(fields)
        return self._succeeded(created_item(task))

    async def _query_new(self, request: web.Request) -> web.Response:
        """What is not there is left out."""
        ids, external_ids = (set(filter(None, request.query.get(name, "").split(","))) for name in ID_PARAMETERS)
        if not ids and not external_ids:
            raise required("task_ids or external_task_ids")
        if len(ids) + len(external_ids) > MOST_IDS:
            raise invalid(f"task_ids and external_task_ids cannot exceed {MOST_IDS} in total")
        if ids and external_ids:
            raise invalid("task_ids and external_task_ids cannot be used simultaneously")  # worded by us
        found = [task for task in self._tasks if task.id in ids or task.order.external_id in external_ids]
        return self._succeeded([item(task, self.base_url) for task in found])

    async def _list_new(self, request: web.Request) -> web.Response:
        fields = read_object(await request.read())
        return self._succeeded(listed(fields, self.tasks, self._world.clock(), self.base_url))

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
        if self._offer.units is None:
            return {}
        pack = {
            "resource_pack_name": "Simulated-Video-Pack",
            "resource_pack_id": "simulated",
            "resource_pack_type": "decreasing_total",
            "total_quantity": self._offer.units,
            "remaining_quantity": self._offer.units,
            "status": "online",
        }
        return {"resource_pack_subscribe_infos": [pack]}

    def _tell_about(self, task: KlingTask) -> None:
        if url := task.order.callback_url:
            new = isinstance(task.body, NewBody)
            body = item(task, self.base_url) if new else callback_object(task, self.base_url)
            self._tasks.background.spawn(self._callbacks.send(url, body))

    def _succeeded(self, data: Any) -> web.Response:
        return succeeded(data, self._world.new_uuid)


def _whole_number(request: web.Request, name: str, default: int, highest: int) -> int:
    text = request.query.get(name, str(default))
    if not (text.isdecimal() and len(text) < 6 and 1 <= int(text) <= highest):
        raise invalid_value(name, text)
    return int(text)

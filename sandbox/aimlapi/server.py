"""The HTTP surface of the simulated AI/ML API, on loopback (seeds 000 and 001, facts/providers.md section 2)."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from hmac import compare_digest
from http import HTTPStatus
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.common.controls import move_of
from sandbox.common.pictures import find_problem
from sandbox.common.refusal import Refusal
from sandbox.common.simulator import Simulator
from sandbox.common.studio import DRAFT_SIZES, Order, Studio
from sandbox.common.tasks import Plan, Status, Tasks, Timings
from sandbox.common.world import Clock, Sleep, World, utc_now
from sandbox.film import Shot

from .answers import MAINTENANCE, invalid, refused
from .body import CreateBody, read_body, read_object
from .models import MODELS, Model
from .operations import Operation
from .pictures import PictureReader
from .vendor import vendor_schemas
from .wire import Generation, GenerationIds, Variants, generation

LEGACY_PATH = "/v2/generate/video/kling/generation"
UNIVERSAL_PATH = "/v2/video/generations"
BALANCE_PATH = "/v1/billing/balance"
LOW_BALANCE = 10_000


class SimulatedAimlapi(Simulator[Operation, CreateBody]):
    """One account of the API. Start it with `async with SimulatedAimlapi.start(...) as aimlapi`.

    Free to change while it runs: `models` (what is taken out is gone), `maintenance` (models that answer 500),
    `balance` in credits, `variants`.
    """

    def __init__(
        self,
        api_key: str,
        models: Mapping[str, Model],
        frame_pixels: Mapping[str, int],
        studio: Studio,
        plan: Plan,
        world: World,
        session: aiohttp.ClientSession,
    ) -> None:
        super().__init__(Operation, Tasks(studio, plan, world, changed=self._charge), world)
        self.models = dict(models)
        self.maintenance: set[str] = set()
        self.balance = 0.0
        self.variants = Variants()
        self._authorization = f"Bearer {api_key}".encode()
        self._prices = dict(models)
        self._frame_pixels = frame_pixels
        self._session = session
        self._new_id = GenerationIds(world.new_uuid)

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        *,
        api_key: str,
        timings: Timings | None = None,
        max_parallel: int = 5,
        models: Mapping[str, Model] = MODELS,
        frame_pixels: Mapping[str, int] = DRAFT_SIZES,
        balance: float = 100_000_000,
        variants: Variants | None = None,
        clock: Clock = utc_now,
        sleep: Sleep = asyncio.sleep,
        port: int = 0,
    ) -> AsyncIterator["SimulatedAimlapi"]:
        """`max_parallel` counts all tasks of the account, `frame_pixels` is the area of a frame by mode."""
        world = World(clock, sleep)
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="aimlapi-")))
            session = await stack.enter_async_context(aiohttp.ClientSession())
            plan = Plan(timings or Timings(), max_parallel)
            aimlapi = cls(api_key, models, frame_pixels, Studio(folder), plan, world, session)
            aimlapi.balance = balance
            aimlapi.variants = variants or Variants()
            await stack.enter_async_context(aimlapi._served(port))
            yield aimlapi

    def _add_routes(self, routes: web.UrlDispatcher) -> None:
        for name, path in (("legacy", LEGACY_PATH), ("universal", UNIVERSAL_PATH)):
            routes.add_post(path, self._create, name=f"{Operation.CREATE}:{name}")
            routes.add_get(path, self._query, name=f"{Operation.QUERY}:{name}", allow_head=False)
        routes.add_get(BALANCE_PATH, self._balance, name=Operation.BALANCE, allow_head=False)

    def _authenticate(self, request: web.Request) -> None:
        if not compare_digest(request.headers.get("Authorization", "").encode(), self._authorization):
            raise Refusal(HTTPStatus.UNAUTHORIZED)

    def _nowhere(self, *, method: bool) -> Refusal:
        """The error page knows 404 only, for wrong methods as well."""
        del method
        return Refusal(HTTPStatus.NOT_FOUND)

    def _refused(self, request: web.Request, refusal: Refusal) -> web.Response:
        return refused(refusal, request.path, self._world.clock(), self._world.new_uuid())

    async def _create(self, request: web.Request) -> web.Response:
        fields = await asyncio.to_thread(read_object, await request.read())
        self.offered.append(fields)
        legacy = request.path == LEGACY_PATH
        body = read_body(fields, self.models, legacy=legacy)
        await asyncio.to_thread(_ask_vendor, request.path, fields)
        order = await self._order(body, PictureReader(self._session, strict=not legacy))
        self._check_account(body)
        task = self._tasks.add(self._new_id(self.variants.ids, body.model), body, order, self.faults.take_fate())
        self.creates.append(fields)
        return self._told(task, self.variants.created_status)

    def _check_account(self, body: CreateBody) -> None:
        if body.model in self.maintenance:
            raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, message=MAINTENANCE)
        if self.balance < self._price(body):
            raise Refusal(HTTPStatus.FORBIDDEN)
        if not self._tasks.has_place(""):
            raise Refusal(HTTPStatus.TOO_MANY_REQUESTS)

    async def _order(self, body: CreateBody, pictures: PictureReader) -> Order:
        image = await pictures.read("image_url", body.image_url)
        tail = await pictures.read("tail_image_url", body.tail_image_url)
        static = await pictures.read("static_mask", body.static_mask)
        masks = [await pictures.read("mask", each.mask, any_string=True) for each in body.dynamic_masks]
        if not image:
            raise invalid("image_url: Required")
        model = self.models[body.model]
        move, strength = move_of(body.camera_control)
        shot = Shot(
            seconds=body.duration,
            pixels=self._frame_pixels[model.mode],
            move=move,
            strength=strength,
            end_picture=tail or None,
            sound=model.sound and body.generate_audio,
            motion=tuple((mask, each.path) for mask, each in zip(masks, body.dynamic_masks, strict=True)),
            static_mask=static or None,
        )
        problem = await asyncio.to_thread(find_problem, image, tail, [*masks, static] if static else masks)
        return Order(image, shot, external_id=body.external_task_id, problem=problem)

    async def _query(self, request: web.Request) -> web.Response:
        generation_id = request.query.get("generation_id")
        if not generation_id:
            raise invalid("generation_id: Required")
        task = self._tasks.get(generation_id)
        if task is None:
            raise Refusal(HTTPStatus.NOT_FOUND)
        return self._told(task, HTTPStatus.OK)

    async def _balance(self, _: web.Request) -> web.Response:
        return web.json_response(
            {
                "balance": self.balance,
                "lowBalance": self.balance < LOW_BALANCE,
                "lowBalanceThreshold": LOW_BALANCE,
                "lastUpdated": self._world.clock().isoformat(timespec="seconds").replace("+00:00", "Z"),
                "autoDebitStatus": "disabled",
                "status": "current",
                "statusExplanation": "Balance is current and up to date",
            }
        )

    def _told(self, task: Generation, status: int) -> web.Response:
        body = generation(task, self.variants, self.base_url, self._price(task.body))
        return web.json_response(body, status=status, headers={"x-inference-id": str(self._world.new_uuid())})

    def _price(self, body: CreateBody) -> int:
        return self._prices[body.model].price(body.duration)

    def _charge(self, task: Generation) -> None:
        """Only finished videos cost anything."""
        if task.status is Status.SUCCEEDED:
            self.balance -= self._price(task.body)


def _ask_vendor(path: str, fields: dict[str, Any]) -> None:
    if problem := vendor_schemas(LEGACY_PATH).problem(path, fields):
        raise invalid(problem)

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from PIL import Image

from sandbox.ai302 import SimulatedAi302
from sandbox.common.tasks import Timings

API_KEY = "sk-302-for-tests"
RAPID = "m2v_15_img2video"
QUICK = Timings(submitted=0.05, processing=0.05)
TINY = {"std": 128 * 72, "pro": 256 * 144}


def a_picture(width: int = 640, height: int = 360, color: str = "", image_format: str = "PNG") -> bytes:
    """A gradient, or all of one colour."""
    gradient = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    file = io.BytesIO()
    (Image.new("RGB", (width, height), color) if color else gradient).save(file, image_format)
    return file.getvalue()


def a_form(**changes: str | bytes | None) -> aiohttp.FormData:
    """An acceptable form with changes: bytes become file parts, None takes a field out."""
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in ({"input_image": a_picture(), "prompt": "the leaves move"} | changes).items():
        if isinstance(value, bytes):
            form.add_field(name, io.BytesIO(value), filename=f"{name}.png", content_type="image/png")
        elif value is not None:
            form.add_field(name, value)
    return form


@dataclass
class Reply:
    status: int
    body: Any

    @property
    def refusal(self) -> tuple[int, int, str]:
        error = self.body["error"]
        return self.status, error["err_code"], error["message"]


@dataclass
class Caller:
    """Talks plain HTTP to the simulator, with the API key unless told otherwise."""

    ai302: SimulatedAi302
    session: aiohttp.ClientSession

    async def call(self, method: str, path: str, *, authorization: str | None = API_KEY, **options: Any) -> Reply:
        headers = {"Authorization": f"Bearer {authorization}"} if authorization else {}
        async with self.session.request(
            method, self.ai302.base_url + path, headers=headers, allow_redirects=False, **options
        ) as answer:
            return Reply(answer.status, json.loads(await answer.text()))

    async def create(self, product: str = RAPID, **changes: str | bytes | None) -> Reply:
        return await self.call("POST", f"/klingai/{product}", data=a_form(**changes))

    async def created(self, product: str = RAPID, **changes: str | bytes | None) -> str:
        """The id of a task that was accepted."""
        reply = await self.create(product, **changes)
        assert (reply.status, reply.body["result"]) == (200, 1), reply.body
        return str(reply.body["data"]["task"]["id"])

    async def fetch(self, task_id: str) -> dict[str, Any]:
        reply = await self.call("GET", f"/klingai/task/{task_id}/fetch")
        assert (reply.status, reply.body["result"]) == (200, 1), reply.body
        return dict(reply.body["data"])

    async def finished(self, task_id: str) -> dict[str, Any]:
        async with asyncio.timeout(20):
            while True:
                data = await self.fetch(task_id)
                if data["status"] not in {5, 10}:
                    return data
                await asyncio.sleep(0.01)


Start = Callable[..., AbstractAsyncContextManager[Caller]]


@asynccontextmanager
async def _start(**options: Any) -> AsyncIterator[Caller]:
    settings: dict[str, Any] = {"api_key": API_KEY, "timings": QUICK, "frame_pixels": TINY} | options
    async with SimulatedAi302.start(**settings) as ai302, aiohttp.ClientSession() as session:
        yield Caller(ai302, session)


@pytest.fixture
def start() -> Start:
    return _start


@pytest.fixture
async def caller() -> AsyncIterator[Caller]:
    async with _start() as caller:
        yield caller


@pytest.fixture
def picture() -> Callable[..., bytes]:
    return a_picture


@pytest.fixture
def form() -> Callable[..., aiohttp.FormData]:
    return a_form

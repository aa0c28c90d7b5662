import asyncio
import base64
import io
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from PIL import Image

from sandbox.common.schemas import schema_path
from sandbox.kling import SimulatedKling, Timings

API_KEY = "api-key-kling-for-tests"
TASKS = "/v1/videos/image2video"
QUICK = Timings(submitted=0.05, processing=0.05)
TINY = {"std": 128 * 72, "pro": 128 * 72}
ENDS = {"succeed", "failed"}


def a_picture(width: int = 640, height: int = 360, image_format: str = "PNG") -> str:
    """Base64 as the API wants it."""
    file = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(file, image_format)
    return base64.b64encode(file.getvalue()).decode()


def a_body(**changes: Any) -> dict[str, Any]:
    """An acceptable create body with changes; None takes a field out."""
    body = {"model_name": "kling-v2-5-turbo", "image": a_picture(), "prompt": "the leaves move"} | changes
    return {name: value for name, value in body.items() if value is not None}


@dataclass
class Reply:
    status: int
    body: Any
    headers: dict[str, str]

    @property
    def refusal(self) -> tuple[int, int, str]:
        return self.status, self.body["code"], self.body["message"]


@dataclass
class Caller:
    """Talks plain HTTP to the simulator, with the API key unless told otherwise."""

    kling: SimulatedKling
    session: aiohttp.ClientSession

    async def call(self, method: str, path: str, *, authorization: str | None = API_KEY, **options: Any) -> Reply:
        headers = {"Authorization": f"Bearer {authorization}"} if authorization else {}
        url = self.kling.base_url + path
        async with self.session.request(method, url, headers=headers, allow_redirects=False, **options) as answer:
            return Reply(answer.status, json.loads(await answer.text()), dict(answer.headers))

    async def create(self, **changes: Any) -> Reply:
        return await self.call("POST", TASKS, json=a_body(**changes))

    async def created(self, **changes: Any) -> str:
        """The id of a task that was accepted."""
        reply = await self.create(**changes)
        assert reply.status == 200, reply.body
        return str(reply.body["data"]["task_id"])

    async def task(self, either_id: str) -> dict[str, Any]:
        reply = await self.call("GET", f"{TASKS}/{either_id}")
        assert reply.status == 200, reply.body
        assert (reply.body["code"], reply.body["message"]) == (0, "SUCCEED")
        return dict(reply.body["data"])

    async def finished(self, either_id: str) -> dict[str, Any]:
        async with asyncio.timeout(20):
            while True:
                task = await self.task(either_id)
                if task["task_status"] in ENDS:
                    return task
                await asyncio.sleep(0.01)


Start = Callable[..., AbstractAsyncContextManager[Caller]]


@asynccontextmanager
async def _start(**options: Any) -> AsyncIterator[Caller]:
    settings: dict[str, Any] = {"api_key": API_KEY, "timings": QUICK, "frame_pixels": TINY} | options
    async with SimulatedKling.start(**settings) as kling, aiohttp.ClientSession() as session:
        yield Caller(kling, session)


@pytest.fixture
def start() -> Start:
    return _start


@pytest.fixture
async def caller() -> AsyncIterator[Caller]:
    async with _start() as caller:
        yield caller


@pytest.fixture
def picture() -> Callable[..., str]:
    return a_picture


@pytest.fixture
def body() -> Callable[..., dict[str, Any]]:
    return a_body


@pytest.fixture
def schemas() -> Path:
    """Kling's schemas, which do not belong to this repository."""
    folder = schema_path("kling")
    if folder is None:
        pytest.skip("no schemas of Kling here")
    return folder

import asyncio
import base64
import io
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from PIL import Image

from sandbox.common.tasks import Timings
from sandbox.ezmodel import SimulatedEzmodel

API_KEY = "sk-ezmodel-for-tests"
TASKS = "/kling/v1/videos/image2video"
QUICK = Timings(submitted=0.05, processing=0.05)
TINY = {"std": 128 * 72, "pro": 128 * 72}


def a_picture(width: int = 640, height: int = 360, color: str = "") -> str:
    """Base64: a gradient, or all of one colour."""
    gradient = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    file = io.BytesIO()
    (Image.new("RGB", (width, height), color) if color else gradient).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


def a_body(**changes: Any) -> dict[str, Any]:
    """An acceptable create body with changes; None takes a field out."""
    body = {"model": "kling-v1", "image": a_picture(), "prompt": "the leaves move"} | changes
    return {name: value for name, value in body.items() if value is not None}


@dataclass
class Reply:
    status: int
    body: Any

    @property
    def refusal(self) -> tuple[int, str, str]:
        """Of the relay's form."""
        assert self.body["data"] is None
        return self.status, self.body["code"], self.body["message"]

    @property
    def complaint(self) -> tuple[int, str, str]:
        """Of the routing's form, without the request's id."""
        error = self.body["error"]
        message, _, request_id = error["message"].partition(" (request id: ")
        assert request_id.endswith(")")
        return self.status, error["code"], message


@dataclass
class Caller:
    """Talks plain HTTP to the simulator, with the API key unless told otherwise."""

    ezmodel: SimulatedEzmodel
    session: aiohttp.ClientSession

    async def call(self, method: str, path: str, *, authorization: str | None = API_KEY, **options: Any) -> Reply:
        headers = {"Authorization": f"Bearer {authorization}"} if authorization else {}
        async with self.session.request(
            method, self.ezmodel.base_url + path, headers=headers, allow_redirects=False, **options
        ) as answer:
            return Reply(answer.status, json.loads(await answer.text()))

    async def create(self, **changes: Any) -> Reply:
        return await self.call("POST", TASKS, json=a_body(**changes))

    async def created(self, **changes: Any) -> str:
        """The id of a task that was accepted."""
        reply = await self.create(**changes)
        assert reply.status == 200, reply.body
        return str(reply.body["id"])

    async def row(self, task_id: str) -> dict[str, Any]:
        reply = await self.call("GET", f"{TASKS}/{task_id}")
        assert (reply.status, reply.body["code"], reply.body["message"]) == (200, "success", "")
        return dict(reply.body["data"])

    async def finished(self, task_id: str) -> dict[str, Any]:
        async with asyncio.timeout(20):
            while True:
                row = await self.row(task_id)
                if row["status"] in {"SUCCESS", "FAILURE"}:
                    return row
                await asyncio.sleep(0.01)


Start = Callable[..., AbstractAsyncContextManager[Caller]]


@asynccontextmanager
async def _start(**options: Any) -> AsyncIterator[Caller]:
    settings: dict[str, Any] = {"api_key": API_KEY, "timings": QUICK, "frame_pixels": TINY} | options
    async with SimulatedEzmodel.start(**settings) as ezmodel, aiohttp.ClientSession() as session:
        yield Caller(ezmodel, session)


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

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

from sandbox.aimlapi import LEGACY_PATH, SimulatedAimlapi, Timings

KEY = "aimlapi-key-for-tests"
V1 = "kling-video/v1/pro/image-to-video"
QUICK = Timings(submitted=0.05, processing=0.05)
TINY = {"std": 96 * 54, "pro": 128 * 72}
ENDS = {"completed", "error"}


def picture_bytes(width: int = 640, height: int = 360, image_format: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(file, image_format)
    return file.getvalue()


def raw_base64(width: int = 640, height: int = 360, image_format: str = "PNG") -> str:
    return base64.b64encode(picture_bytes(width, height, image_format)).decode()


def data_url(width: int = 640, height: int = 360, image_format: str = "PNG") -> str:
    return f"data:image/{image_format.lower()};base64,{raw_base64(width, height, image_format)}"


def a_body(**changes: Any) -> dict[str, Any]:
    """An acceptable create body with changes; None takes a field out."""
    body = {"model": V1, "image_url": data_url(), "prompt": "the leaves move"} | changes
    return {name: value for name, value in body.items() if value is not None}


@dataclass
class Reply:
    status: int
    body: Any
    headers: dict[str, str]

    @property
    def hint(self) -> tuple[int, str]:
        """The status and what follows the first line of a refused body."""
        first, _, rest = self.body["message"].partition("\n")
        assert first == "Body validation error"
        return self.status, rest


@dataclass
class Caller:
    """Talks plain HTTP to the simulator, with the key unless told otherwise."""

    aimlapi: SimulatedAimlapi
    session: aiohttp.ClientSession

    async def call(self, method: str, path: str, *, key: str | None = KEY, **options: Any) -> Reply:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        url = self.aimlapi.base_url + path
        async with self.session.request(method, url, headers=headers, **options) as answer:
            return Reply(answer.status, json.loads(await answer.text()), dict(answer.headers))

    async def create(self, path: str = LEGACY_PATH, **changes: Any) -> Reply:
        return await self.call("POST", path, json=a_body(**changes))

    async def created(self, path: str = LEGACY_PATH, **changes: Any) -> str:
        """The id of a generation that was accepted."""
        reply = await self.create(path, **changes)
        assert reply.status in {200, 201}, reply.body
        return str(reply.body["id"])

    async def generation(self, generation_id: str, path: str = LEGACY_PATH) -> dict[str, Any]:
        reply = await self.call("GET", path, params={"generation_id": generation_id})
        assert reply.status == 200, reply.body
        return dict(reply.body)

    async def finished(self, generation_id: str, path: str = LEGACY_PATH) -> dict[str, Any]:
        async with asyncio.timeout(20):
            while (generation := await self.generation(generation_id, path))["status"] not in ENDS:
                await asyncio.sleep(0.01)
        return generation


Start = Callable[..., AbstractAsyncContextManager[Caller]]


@asynccontextmanager
async def _start(**options: Any) -> AsyncIterator[Caller]:
    settings: dict[str, Any] = {"api_key": KEY, "timings": QUICK, "frame_pixels": TINY} | options
    async with SimulatedAimlapi.start(**settings) as aimlapi, aiohttp.ClientSession() as session:
        yield Caller(aimlapi, session)


@pytest.fixture
def start() -> Start:
    return _start


@pytest.fixture
async def caller() -> AsyncIterator[Caller]:
    async with _start() as caller:
        yield caller


@pytest.fixture
def picture() -> Callable[..., str]:
    """Data URLs."""
    return data_url


@pytest.fixture
def body() -> Callable[..., dict[str, Any]]:
    return a_body

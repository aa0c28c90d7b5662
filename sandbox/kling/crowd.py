"""A Kling account with many tasks that are all being made; it tells of them, and nothing is filmed."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class Crowd:
    """``calls`` counts the queries by kind."""

    task_ids: list[str]
    base_url: str = ""
    calls: Counter[str] = field(default_factory=Counter)

    async def _list(self, request: web.Request) -> web.Response:
        self.calls["list"] += 1
        number, size = int(request.query["pageNum"]), int(request.query["pageSize"])
        newest = self.task_ids[::-1][(number - 1) * size : number * size]
        return _answer([_task(task_id) for task_id in newest])

    async def _query(self, request: web.Request) -> web.Response:
        self.calls["single"] += 1
        return _answer(_task(request.match_info["id"]))


@asynccontextmanager
async def crowd(number: int) -> AsyncIterator[Crowd]:
    """On loopback, with this many tasks."""
    stage = Crowd([str(10**17 + one) for one in range(number)])
    app = web.Application()
    app.add_routes(
        [web.get("/v1/videos/image2video", stage._list), web.get("/v1/videos/image2video/{id}", stage._query)]
    )
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        stage.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield stage
    finally:
        await runner.cleanup()


def _answer(data: object) -> web.Response:
    return web.json_response({"code": 0, "message": "SUCCEED", "request_id": "1", "data": data})


def _task(task_id: str) -> dict[str, object]:
    return {
        "task_id": task_id,
        "task_status": "processing",
        "task_info": {},
        "task_result": {},
        "created_at": 1781080778802,
        "updated_at": 1781080778802,
    }

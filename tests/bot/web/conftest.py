"""A running web server, as a provider or an operator meets it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot.metrics import Metrics, Scrape
from bot.pipeline.health import Health
from bot.pipeline.supervise import Bell, Crew, Loop
from bot.web.callbacks import Callbacks
from bot.web.server import WebServer
from bot.web.videos import Videos
from storage.database import Database
from storage.operations import Operations
from storage.records import Duty, Job, NewJob
from storage.store import Store
from storage.tables import balances, jobs, leases, ledger, pictures
from tests.conftest import ManualClock
from tests.storage.conftest import submitting

TABLES = (jobs, pictures, ledger, balances, leases)


class Door:
    """A running web server, and what a provider or an operator sees of it."""

    def __init__(self, server: WebServer, bell: Bell, session: aiohttp.ClientSession) -> None:
        self.base = f"http://127.0.0.1:{server.port}"
        self.port = server.port
        self._bell = bell
        self._session = session

    async def post(self, path: str, body: Any = b"{}", headers: Mapping[str, str] | None = None) -> int:
        async with self._session.post(f"{self.base}{path}", data=body, headers=headers) as answer:
            return answer.status

    async def get(self, path: str) -> tuple[int, str]:
        async with self._session.get(f"{self.base}{path}") as answer:
            return answer.status, await answer.text()

    async def rung(self) -> bool:
        """Whether the watcher was woken since the last look."""
        began = asyncio.get_running_loop().time()
        await self._bell.wait(Duty.WATCH, 0.05)
        self._bell.hush(Duty.WATCH)
        return asyncio.get_running_loop().time() - began < 0.05


def build_server(
    store: Store,
    callbacks: Callbacks,
    *,
    port: int = 0,
    loops: Sequence[Loop] = (),
    connected: Callable[[], bool] = lambda: True,
    budget: int | None = None,
    videos: Videos | None = None,
) -> WebServer:
    """A web server as the bot builds it, on this store's database and clock."""
    metrics, clock = Metrics(["kling", "aimlapi"]), store._now
    health = Health(store=store, loops=loops, connected=connected, clock=clock)
    operations = Operations(store._database, clock=clock)
    scrape = Scrape(metrics, operations=operations, health=health, loops=loops, crew=Crew(store), budget=budget)
    return WebServer(
        host="127.0.0.1",
        port=port,
        callbacks=callbacks,
        videos=videos or Videos(store=store, folder=Path()),
        health=health,
        metrics=metrics,
        scrape=scrape,
    )


@pytest.fixture
async def open_door() -> AsyncIterator[Callable[..., Any]]:
    """Starts web servers on a store; all end with the test."""
    async with AsyncExitStack() as stack:

        async def open_(store: Store, **options: Any) -> Door:
            bell = Bell()
            usual: dict[str, Any] = {"providers": ["kling"], "signatures": {}, "public_url": None}
            own = {name: options.pop(name, default) for name, default in usual.items()}
            server = await stack.enter_async_context(
                build_server(store, Callbacks(store=store, bell=bell, **own), **options)
            )
            return Door(server, bell, await stack.enter_async_context(aiohttp.ClientSession()))

        yield open_


@pytest.fixture
async def door(open_door, store: Store) -> Door:
    opened: Door = await open_door(store)
    return opened


async def running_for_an_hour(store: Store, new: NewJob, clock: ManualClock) -> Job:
    """A job that its provider has; the next look is in an hour."""
    claim = await submitting(store, new)
    return await store.submitted(claim.job, f"task-{new.id}", look_at=clock() + timedelta(hours=1))


@pytest.fixture
async def job(store: Store, new_job: Callable[..., NewJob], clock: ManualClock) -> Job:
    return await running_for_an_hour(store, new_job(callback_token="tok_en-1"), clock)


@pytest.fixture
def rows(database: Database) -> Callable[[], Any]:
    """Everything that stands in the database."""

    async def read() -> list[Any]:
        async with database.read() as connection:
            return [(await connection.execute(select(table))).all() for table in TABLES]

    return read

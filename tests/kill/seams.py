"""Death at a chosen moment, found at the code's own seams.

Every transaction that writes, every HTTP request of providers, downloads and Discord, and every piece of work on files
passes ``Life.step``. A life that dies at one of them is like a process after ``kill -9``: what was done stays done, an
open transaction is rolled back, and nothing runs any more, no ``except`` and no ``finally``, until it is buried.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import aiohttp
import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database


class Side(StrEnum):
    """Of a step: before anything is done, or when all is done and nobody has heard of it."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Death:
    """The step at which a life ends; steps are counted from 0."""

    step: int
    side: Side


class Life:
    """One process between its start and its death. ``steps`` are the names of what it has begun to do, ``written`` the
    statements in its commits.
    """

    def __init__(self, death: Death | None = None) -> None:
        self.steps: list[str] = []
        self.written: list[str] = []
        self._death = death
        self._died = asyncio.Event()
        self._grave: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._living: asyncio.Task[None] | None = None

    async def run(self, work: Coroutine[Any, Any, None]) -> bool:
        """Do the work, until its end or the life's; whether it came to its end."""
        self._living = asyncio.create_task(self._live(work))
        dying = asyncio.create_task(self._died.wait())
        await asyncio.wait({self._living, dying}, return_when=asyncio.FIRST_COMPLETED)
        dying.cancel()
        if not self._died.is_set():
            await self._living
        return not self._died.is_set()

    async def _live(self, work: Coroutine[Any, Any, None]) -> None:
        _LIFE.set(self)
        await work

    async def wake(self) -> None:
        """It was no death, only a long sleep: go on to the end of the work with what it knew."""
        assert self._living is not None
        self._death = None
        self._died.clear()
        self._grave.set_result(None)
        await self._living

    async def bury(self) -> None:
        """Let the tasks that stood still break off; still nothing of theirs gets through a seam."""
        self._grave.cancel()
        if self._living is not None:
            await asyncio.wait([self._living])

    def begin(self, name: str) -> int:
        """The number of the next step."""
        self.steps.append(name)
        return len(self.steps) - 1

    def dies(self, step: int, side: Side) -> bool:
        return self._died.is_set() or self._death == Death(step, side)

    async def stand_still(self) -> None:
        """Where the life is over, nothing comes after this."""
        if self._died.is_set():
            await asyncio.shield(self._grave)

    async def reach(self, step: int, side: Side) -> None:
        """Where the life ends here, nothing comes after this."""
        if self.dies(step, side):
            self._died.set()
        await self.stand_still()


_LIFE: ContextVar[Life | None] = ContextVar("life", default=None)


@contextmanager
def seams(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make every write, request and work on files a step of the life in whose task it happens."""
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", _writing(Database.write))
        patch.setattr(Database, "read", _reading(Database.read))
        patch.setattr(aiohttp.ClientSession, "_request", _requesting(aiohttp.ClientSession._request))
        patch.setattr(asyncio, "to_thread", _in_thread(asyncio.to_thread))
        yield


def _writing(real: Callable[..., Any]) -> Callable[..., Any]:
    @asynccontextmanager
    async def write(database: Database) -> AsyncIterator[AsyncConnection]:
        life = _LIFE.get()
        if life is None:
            async with real(database) as connection:
                yield connection
            return
        await life.stand_still()
        async with real(database) as connection:
            with _noticing(connection) as changes:
                yield connection
            if not changes:
                return
            life.written += changes
            step = life.begin(f"commit of {_caller()}")
            if life.dies(step, Side.BEFORE):
                await connection.rollback()
        await life.reach(step, Side.BEFORE)
        await life.reach(step, Side.AFTER)

    return write


@contextmanager
def _noticing(connection: AsyncConnection) -> Iterator[list[str]]:
    """The statements that may change something: a transaction without any is no step."""
    changes: list[str] = []

    def notice(_connection: Any, _cursor: Any, statement: str, _values: Any, context: Any, _many: bool) -> None:
        if context.isinsert or context.isupdate or context.isdelete:
            changes.append(statement)

    event.listen(connection.sync_connection, "after_cursor_execute", notice)
    try:
        yield changes
    finally:
        event.remove(connection.sync_connection, "after_cursor_execute", notice)


def _reading(real: Callable[..., Any]) -> Callable[..., Any]:
    """No step, as it changes nothing; but the dead do not read."""

    @asynccontextmanager
    async def read(database: Database) -> AsyncIterator[AsyncConnection]:
        if (life := _LIFE.get()) is not None:
            await life.stand_still()
        async with real(database) as connection:
            yield connection

    return read


def _caller() -> str:
    """The store runs each of its methods in a task of its own."""
    task = asyncio.current_task()
    coroutine = task.get_coro() if task else None
    return str(getattr(coroutine, "__qualname__", coroutine))


def _requesting(real: Callable[..., Any]) -> Callable[..., Any]:
    async def request(session: aiohttp.ClientSession, method: str, url: Any, **options: Any) -> aiohttp.ClientResponse:
        life = _LIFE.get()
        if life is None:
            answer: aiohttp.ClientResponse = await real(session, method, url, **options)
            return answer
        step = life.begin(f"{method} {str(url).partition('?')[0]}")
        await life.reach(step, Side.BEFORE)
        try:
            answer = await real(session, method, url, **options)
        except aiohttp.ClientError:
            await life.reach(step, Side.AFTER)
            raise
        try:
            await life.reach(step, Side.AFTER)
        except asyncio.CancelledError:
            answer.close()
            raise
        return answer

    return request


def _in_thread(real: Callable[..., Any]) -> Callable[..., Any]:
    async def to_thread(work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        life = _LIFE.get()
        if life is None:
            return await real(work, *args, **kwargs)
        step = life.begin(f"thread for {getattr(work, '__qualname__', work)}")
        await life.reach(step, Side.BEFORE)
        result = await real(work, *args, **kwargs)
        await life.reach(step, Side.AFTER)
        return result

    return to_thread

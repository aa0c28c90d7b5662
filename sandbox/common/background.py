"""Tasks that outlive the request that started them."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Background:
    """Keeps strong references; `close` cancels what still runs and raises what went wrong meanwhile."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        self._tasks.add(task := asyncio.create_task(work))
        task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[Any]) -> None:
        if task.cancelled() or (failure := task.exception()) is None:
            self._tasks.discard(task)
        else:
            log.error("simulator work failed", exc_info=failure)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        results = await asyncio.gather(*self._tasks, return_exceptions=True)
        if failures := [result for result in results if isinstance(result, Exception)]:
            raise ExceptionGroup("simulator work failed", failures)

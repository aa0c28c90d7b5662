"""Asking for many tasks where the provider tells of one at a time."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping

import structlog

from providers.errors import AnswerLost, Busy, ProviderError, TaskUnknown
from providers.provider import ProviderTask

AT_ONCE = 4
"""Queries that run side by side; no provider here says how many it bears."""

log = structlog.get_logger()


async def fetch_each(
    fetch: Callable[[str], Awaitable[ProviderTask]],
    task_ids: Iterable[str],
    *,
    provider: str,
    found: Mapping[str, ProviderTask] | None = None,
    at_once: int = AT_ONCE,
) -> dict[str, ProviderTask]:
    """``found`` and those of the tasks that can be read; raises the first error where that is none at all.

    Raises ``Busy`` with them where the provider asks to wait. Stops there and where the provider is out of reach, but
    not at a task that cannot be read.
    """
    tasks = dict(found or {})
    errors: list[ProviderError] = []
    queue = deque(dict.fromkeys(task_ids))

    async def work() -> None:
        while queue:
            task_id = queue.popleft()
            try:
                tasks[task_id] = await fetch(task_id)
            except TaskUnknown as error:
                log.info("task unknown", provider=provider, task_id=task_id, detail=error.detail)
            except ProviderError as error:
                log.warning("task cannot be read", provider=provider, task_id=task_id, detail=error.detail)
                errors.append(error)
                if not isinstance(error, AnswerLost):
                    queue.clear()

    async with asyncio.TaskGroup() as group:
        for _ in range(min(at_once, len(queue))):
            group.create_task(work())
    if busy := next((error for error in errors if isinstance(error, Busy)), None):
        raise Busy(busy.detail, retry_after=busy.retry_after, found=tasks)
    if errors and not tasks:
        raise errors[0]
    return tasks

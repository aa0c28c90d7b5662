"""Pictures and videos are kept as long as somebody may need them, and not longer."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import structlog

from bot.pipeline.supervise import LOOK_ROUND
from storage.retention import Retention
from storage.states import JobState
from storage.store import Store

log = structlog.get_logger()

BETWEEN: Final = timedelta(hours=1)

LEFT_OVER: Final = timedelta(hours=24)
"""How old a file of a delivered job, or an unfinished one, is before nobody can be working on it."""


class Erase:
    """Erases, ``keep`` after a job's end, its pictures and the video that Discord did not take, linked to or not."""

    def __init__(
        self,
        *,
        store: Store,
        retention: Retention,
        folder: Path,
        keep: timedelta,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._retention = retention
        self._folder = folder
        self._keep = keep
        self._now = clock
        self._sleep = sleep
        self._next: datetime | None = None

    async def step(self) -> None:
        """Erase what is due; all is looked through once in ``BETWEEN``."""
        if self._next is None or not self._now() < self._next <= self._now() + BETWEEN:
            erased = await self._retention.erase_pictures(self._keep)
            if erased:
                log.info("pictures erased", jobs=erased)
                return
            await self._retention.forget_ended()
            await self._sweep()
            self._next = self._now() + BETWEEN
        await self._sleep(LOOK_ROUND)

    async def _sweep(self) -> None:
        files = await asyncio.to_thread(lambda: sorted(self._folder.glob("*.mp4*")))
        for file in files:
            job_id = file.name.split(".")[0]
            if await self._is_old(file, job_id):
                await asyncio.to_thread(file.unlink, missing_ok=True)
                log.info("file erased", job=job_id, file=file.name)

    async def _is_old(self, file: Path, job_id: str) -> bool:
        job = await self._store.job(job_id)
        if job is not None and job.hidden:
            return True
        if job is not None and file.suffix == ".mp4" and file.stem == job_id:
            if job.state is JobState.DELIVERING:
                return False
            if job.state is JobState.UNDELIVERABLE or job.link is not None:
                return self._now() - job.changed_at > self._keep
        try:
            written = (await asyncio.to_thread(file.stat)).st_mtime
        except FileNotFoundError:  # another process was quicker
            return False
        return written < (self._now() - LEFT_OVER).timestamp()

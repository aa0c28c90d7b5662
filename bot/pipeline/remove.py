"""A finished video is deleted: nobody shall have it any more."""

import asyncio
from pathlib import Path

import structlog

from bot.pipeline.supervise import Bell
from storage.records import Duty, Job
from storage.resolutions import Resolutions

log = structlog.get_logger()


class Remove:
    """Deletes videos that were delivered. Whoever calls has made sure that the actor may. ``folder`` is ``Deliver``'s.

    What is written down is enough: the card duty deletes the message, also after a restart, and a file that stays
    behind is erased by ``Erase``. The ledger is not touched, the thread stays.
    """

    def __init__(self, *, resolutions: Resolutions, folder: Path, bell: Bell) -> None:
        self._resolutions = resolutions
        self._folder = folder
        self._bell = bell

    async def take(self, job: Job, *, actor_id: int) -> Job:
        """Delete the job's video; raises ``StateChanged`` where there is none, or not any more."""
        deleted = await self._resolutions.delete(job, actor_id=actor_id)
        self._bell.ring(Duty.CARD)
        await asyncio.to_thread((self._folder / f"{job.id}.mp4").unlink, missing_ok=True)
        log.info("video deleted", job=job.id, actor=actor_id)
        return deleted

"""How a finished video gets into Discord: as it is, made playable, made smaller, or as a link."""

import asyncio
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import structlog

from bot.media.encode import fit, make_playable
from bot.media.videos import FfmpegStopped, VideoError, probe
from bot.pipeline.links import Links
from bot.pipeline.messenger import Hold, Link, Messenger, Parcel, Posted, TooLarge
from storage.records import Job
from storage.store import Store

log = structlog.get_logger()

_TRIES: Final = 4
"""How often Discord may find a video too large before it becomes a link."""

_NEAR: Final = 0.75
"""What was taken is aimed at again where it is at least this share of what was refused."""

_ADDRESS: Final = re.compile(r"https?://[!-~]+")
_LONGEST_ADDRESS: Final = 1500
"""Characters; a message has 2,000."""


class Results:
    """Posts results. Without ``links`` a video that no size makes fit is linked to where its provider keeps it."""

    def __init__(
        self, *, store: Store, messenger: Messenger, links: Links | None, clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._links = links
        self._now = clock

    async def post(self, job: Job, video: Path, hold: Hold) -> Posted:
        """Post a whole video, or find the result that is there.

        Where it becomes a link, ``video`` may be replaced by what was made of it to play everywhere. Raises
        ``MessengerError``, and ``FfmpegStopped`` where trying again may help.
        """
        playable, smaller = video.with_suffix(".playable.mp4"), video.with_suffix(".smaller.mp4")
        try:
            converted = await self._convert(job, video, playable)
            best = playable if converted else video
            try:
                return await self._post_file(job, Parcel(best, converted), best, smaller, hold)
            except (TooLarge, FfmpegStopped) as error:
                link = self._link(job)
                if link is None:
                    raise
                log.info("video becomes a link", job=job.id, reason=str(error))
                if converted:
                    await asyncio.to_thread(playable.replace, video)
                return await self._messenger.post_result(job, Parcel(link, converted), hold)
        finally:
            for made in (playable, smaller):
                made.unlink(missing_ok=True)

    async def _convert(self, job: Job, video: Path, playable: Path) -> bool:
        """Make it playable everywhere; whether that was needed and done. As it is, it is better than none."""
        was = await probe(video)
        if was.plays_everywhere:
            return False
        try:
            await make_playable(video, playable)
        except VideoError as error:
            log.warning("video stays as it is", job=job.id, reason=str(error))
            return False
        log.info("video converted", job=job.id, was=f"{was.video_codec} {was.pix_fmt} {was.audio_codec}")
        return True

    async def _post_file(self, job: Job, parcel: Parcel, best: Path, smaller: Path, hold: Hold) -> Posted:
        """Post it as large as the server takes it; raises ``TooLarge`` where that is no video any more."""
        whole = size = best.stat().st_size
        limit, refused = await self._store.upload_limit(job.server_id), TooLarge(f"{whole} bytes")
        for _ in range(_TRIES):
            if limit.refused is not None and size >= limit.refused:
                await self._make_smaller(job, best, self._aim(job, limit.taken, limit.refused), smaller)
                size = smaller.stat().st_size
                parcel = Parcel(smaller, was=whole, size=size)
            try:
                posted = await self._messenger.post_result(job, parcel, hold)
            except TooLarge as error:
                limit, refused = await self._store.upload_refused(job.server_id, size), error
                log.info("video too large", job=job.id, size=size, taken=limit.taken)
            else:
                if limit.refused is not None and size > limit.taken:
                    await self._store.upload_taken(job.server_id, size)
                return posted
        raise refused

    def _aim(self, job: Job, taken: int, refused: int) -> int:
        """Bytes to try: less than what was refused, and more than what was taken unless that is near."""
        believed = self._messenger.upload_limit(job)
        if taken < believed < refused:
            return believed
        return taken if taken >= _NEAR * refused else (taken + refused) // 2

    async def _make_smaller(self, job: Job, best: Path, size: int, smaller: Path) -> None:
        try:
            await fit(best, size, smaller)
        except FfmpegStopped:
            raise
        except VideoError as error:
            raise TooLarge(str(error)) from error
        log.info("video made smaller", job=job.id, was=best.stat().st_size, now=smaller.stat().st_size)

    def _link(self, job: Job) -> Link | None:
        if self._links is not None:
            return Link(self._links.address(job), self._now() + self._links.keep)
        address = job.video_url or ""
        return Link(address, None) if _ADDRESS.fullmatch(address) and len(address) <= _LONGEST_ADDRESS else None

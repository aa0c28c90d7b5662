"""A finished video is posted once more: one that Discord did not take, or whose message was deleted."""

from enum import Enum, auto

import structlog

from bot.media.download import DownloadError, DownloadGone, DownloadRefused, DownloadTooLarge
from bot.media.videos import FfmpegStopped, VideoError
from bot.pipeline.deliver import Deliver
from bot.pipeline.messenger import MessengerError
from bot.pipeline.supervise import Bell
from providers.errors import ProviderError, TaskUnknown
from storage.records import Duty, Job
from storage.resolutions import Resolutions
from storage.states import SETTLING, JobState

log = structlog.get_logger()

_LASTING = (DownloadGone, DownloadRefused, DownloadTooLarge, VideoError, TaskUnknown)
"""What trying again does not mend."""


class Resent(Enum):
    """What became of the wish."""

    ON_ITS_WAY = auto()
    STILL_THERE = auto()
    """Its message stands; nothing was posted."""
    GONE = auto()
    """The video was delivered once, or kept for its time, and its provider no longer has it."""
    NOT_NOW = auto()
    """Discord or the provider cannot be asked."""
    DELETED = auto()
    """Somebody deleted it for good."""
    NO_VIDEO = auto()
    """The job has no finished video, or its video is on its way already."""


class Resend:
    """Posts finished videos once more."""

    def __init__(self, *, resolutions: Resolutions, deliver: Deliver, bell: Bell) -> None:
        self._resolutions = resolutions
        self._deliver = deliver
        self._bell = bell
        self._fetching = set[str]()

    async def take(self, job: Job, *, channel_id: int) -> Resent:
        """Deliver the video again, for no further credits.

        It goes into ``channel_id`` where its own thread and channel no longer take it. A video that is kept nowhere is
        fetched first: a job whose video is gone stays as it is. Raises ``StateChanged`` where somebody was quicker.
        """
        if job.state not in SETTLING:
            return Resent.NO_VIDEO
        if job.deleted:
            return Resent.DELETED
        is_kept = job.state is JobState.UNDELIVERABLE and not await self._deliver.was_erased(job)
        if not is_kept and (obstacle := await self._obstacle(job)) is not None:
            return obstacle
        await self._resolutions.resend(job, channel_id=channel_id)
        self._bell.ring(Duty.CARD, Duty.DELIVER)
        return Resent.ON_ITS_WAY

    async def _obstacle(self, job: Job) -> Resent | None:
        """What stands against posting the video again; ``None`` where it lies ready."""
        if job.id in self._fetching:
            return Resent.NOT_NOW
        self._fetching.add(job.id)
        try:
            return None if await self._deliver.make_ready(job) else Resent.STILL_THERE
        except (MessengerError, ProviderError, DownloadError, VideoError, OSError) as error:  # OSError: our own disk
            lasting = isinstance(error, _LASTING) and not isinstance(error, FfmpegStopped)
            log.warning("video cannot be had", job=job.id, lasting=lasting, reason=str(error))
            return Resent.GONE if lasting else Resent.NOT_NOW
        finally:
            self._fetching.discard(job.id)

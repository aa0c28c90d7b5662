"""What people decide about jobs: the database, the providers and the loops hear of it."""

from collections.abc import Mapping

import structlog

from bot.pipeline.supervise import Bell
from languages.sentence import Sentence
from providers.errors import ProviderError, TaskUnknown
from providers.provider import Provider
from storage.quota_records import Change
from storage.records import Duty, Job
from storage.resolutions import Resolutions

log = structlog.get_logger()

_GIVEN_UP = Sentence("delivery-given-up")


class NoSuchTask(Exception):
    """The job's provider knows no task with this id, or is off, so that nobody could watch it. Nothing was changed."""


class Decide:
    """Decisions about jobs. Whoever calls has made sure that the actor may decide.

    Every method takes the job as the actor saw it, and raises what ``Resolutions`` raises.
    """

    def __init__(self, *, resolutions: Resolutions, providers: Mapping[str, Provider], bell: Bell) -> None:
        self._resolutions = resolutions
        self._providers = providers
        self._bell = bell

    async def cancel(self, job: Job, *, actor_id: int) -> Job:
        """Take a queued job back."""
        canceled = await self._resolutions.cancel(job, actor_id=actor_id)
        self._bell.ring(Duty.CARD)
        log.info("job canceled", job=job.id, actor=actor_id)
        return canceled

    async def attach(self, job: Job, task_id: str, *, actor_id: int, reason: str) -> Change:
        """Watch this task for the job; raises ``NoSuchTask`` where its provider surely has none."""
        await self._check(job, task_id)
        change = await self._resolutions.attach(job, task_id, actor_id=actor_id, reason=reason)
        return self._decided(change, Duty.WATCH)

    async def release(self, job: Job, *, actor_id: int, reason: str) -> Change:
        """Give the credits back; no video is waited for any longer."""
        released = await self._resolutions.release(job, _GIVEN_UP.dump(), actor_id=actor_id, reason=reason)
        return self._decided(released)

    async def again(self, job: Job, *, actor_id: int, reason: str) -> Change:
        """Submit the job once more."""
        return self._decided(await self._resolutions.again(job, actor_id=actor_id, reason=reason), Duty.SUBMIT)

    async def _check(self, job: Job, task_id: str) -> None:
        """What cannot be asked for now is attached nevertheless: the moderator has seen it."""
        if (provider := self._providers.get(job.provider)) is None:
            raise NoSuchTask(job.provider)
        try:
            await provider.fetch(task_id)
        except TaskUnknown as error:
            raise NoSuchTask(task_id) from error
        except ProviderError as error:
            log.warning("task attached unseen", job=job.id, provider=job.provider, reason=error.detail)

    def _decided(self, change: Change, *duties: Duty) -> Change:
        self._bell.ring(Duty.CARD, *duties)
        log.warning("job resolved", job=change.after["job"], actor=change.actor_id, to=change.after["state"])
        return change

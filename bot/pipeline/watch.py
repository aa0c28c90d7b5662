"""Running tasks are looked at until their provider has finished them, however late that is.

A task that takes far too long is called late: member and moderators are told, and it no longer takes a place of its
account. Its credits stay set aside and it is still looked at, so that a late video arrives like any other, once and for
its price. Only the provider's own word fails a job; what was given back is never charged again (F6).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from bot.pipeline.looks import GIVEN_UP_AFTER, deadline, guess, next_look
from bot.pipeline.supervise import Bell
from bot.pipeline.words import unquoted
from languages.sentence import Sentence
from providers.errors import Busy, ProviderError, TaskUnknown
from providers.provider import Provider, ProviderTask, TaskStatus
from storage.errors import LeaseLost, StateChanged
from storage.records import Claim, Duty, Job, Pace, PaceKey, pace_key
from storage.states import JobState
from storage.store import Store

log = structlog.get_logger()

AT_ONCE = 500
"""Tasks of one client that are looked at together."""

UNKNOWN_FOR = timedelta(hours=24)
"""A task that its provider does not know for so long does not exist, and one that succeeded has no video."""


class Watch:
    """The watch duty: one question for all due tasks of a client, and one client never waits for another.

    ``interval`` (seconds) is the closest at which a task is looked at.
    """

    duty = Duty.WATCH

    def __init__(
        self,
        *,
        store: Store,
        providers: Mapping[str, Provider],
        bell: Bell,
        clock: Callable[[], datetime],
        interval: float,
    ) -> None:
        self.capacity = AT_ONCE * (len(providers) + 1)
        self._store = store
        self._providers = providers
        self._bell = bell
        self._now = clock
        self._interval = interval
        self._asking = set[str]()
        self._refused = set[str]()

    async def claim(self, limit: int) -> list[Claim]:
        claims: list[Claim] = []
        for name in self._providers.keys() - self._asking:
            claims += await self._store.claim_to_watch(name, limit=min(limit - len(claims), AT_ONCE))
        left = min(limit - len(claims), AT_ONCE)
        return claims + await self._store.claim_stranded(self.duty, list(self._providers), limit=left)

    def groups(self, claims: list[Claim]) -> list[list[Claim]]:
        by_provider: dict[str, list[Claim]] = {}
        for claim in claims:
            by_provider.setdefault(claim.job.provider, []).append(claim)
        return list(by_provider.values())

    async def work(self, claims: Sequence[Claim]) -> None:
        """Ask one provider for all these tasks."""
        name = claims[0].job.provider
        self._asking.add(name)
        try:
            tasks = await self._ask(claims)
            await self._note_all(claims, tasks, await self._store.paces(name))
        finally:
            self._asking.discard(name)

    async def _ask(self, claims: Sequence[Claim]) -> Mapping[str, ProviderTask]:
        name = claims[0].job.provider
        if name not in self._providers:
            return {}
        ids = [claim.job.provider_task_id for claim in claims if claim.job.provider_task_id]
        try:
            tasks = await self._providers[name].fetch_many(ids)
        except ProviderError as error:
            log.warning("cannot look at tasks", provider=name, tasks=len(ids), reason=error.detail)
            if not isinstance(error, Busy):
                return {}
            await self._slow_down(name, error)
            return error.found
        if name in self._refused:
            await self._store.relax(name, self.duty)
            self._refused.discard(name)
        return tasks

    async def _slow_down(self, name: str, error: Busy) -> None:
        self._refused.add(name)
        until = await self._store.slow_down(name, self.duty, retry_after=error.retry_after)
        log.warning("account asks to wait", provider=name, duty=self.duty, until=str(until))

    async def _note_all(
        self, claims: Sequence[Claim], tasks: Mapping[str, ProviderTask], paces: Mapping[PaceKey, Pace]
    ) -> None:
        looks: list[tuple[Claim, datetime]] = []
        broken: list[Exception] = []
        for claim in claims:
            pace = paces.get(pace_key(claim.job.provider_model, claim.job.request)) or guess(claim.job.expected_seconds)
            try:
                still = await self._note(claim, tasks.get(claim.job.provider_task_id or ""), pace)
            except (LeaseLost, StateChanged) as error:
                log.warning("job is in other hands", job=claim.job.id, reason=str(error))
            except Exception as error:  # noqa: BLE001 - raised below, when the others have been looked after
                broken.append(error)
            else:
                if still is not None:
                    looks.append((still, self._now() + next_look(pace, self._elapsed(still.job), self._interval)))
        await self._store.look_later(looks)
        self._bell.ring(Duty.SUBMIT)
        if broken:
            raise ExceptionGroup("tasks that could not be looked after", broken)

    def _elapsed(self, job: Job) -> timedelta:
        return self._now() - (job.submitted_at or job.changed_at)

    async def _note(self, claim: Claim, task: ProviderTask | None, pace: Pace) -> Claim | None:
        """Move the job on; the claim of one whose task is to be looked at again."""
        job = claim.job
        if task is not None and task.status is TaskStatus.SUCCEEDED and task.video_url:
            await self._store.video_ready(claim, task.video_url)
            self._bell.ring(Duty.CARD, Duty.DELIVER)
            return None
        if task is not None and task.status is TaskStatus.FAILED:
            await self._fail(claim, task.reason or Sentence("providers-failed"), task.detail)
            return None
        if job.state is JobState.RUNNING and self._elapsed(job) > deadline(pace):
            return await self._look_after_late(claim, task)
        return claim

    async def _fail(self, claim: Claim, reason: Sentence, detail: str) -> None:
        await self._store.fail(claim, reason.dump(), detail=detail)
        self._bell.ring(Duty.CARD)
        log.warning(
            "task failed", job=claim.job.id, provider=claim.job.provider, reason=unquoted(detail, claim.job.request)
        )

    async def _look_after_late(self, claim: Claim, task: ProviderTask | None) -> Claim | None:
        """Tell once that the task is late; later the job fails where there is no such task, or is put on hold."""
        if claim.job.late_at is None:
            claim = await self._store.become_late(claim)
            self._bell.ring(Duty.CARD)
            log.error("task late", job=claim.job.id, provider=claim.job.provider, task=claim.job.provider_task_id)
        elapsed = self._elapsed(claim.job)
        if task is not None and task.status is TaskStatus.SUCCEEDED and elapsed > UNKNOWN_FOR:
            await self._fail(claim, Sentence("providers-no-video"), "the task succeeded without a video")
            return None
        if task is None and elapsed > UNKNOWN_FOR and (unknown := await self._unknown(claim.job)) is not None:
            await self._fail(claim, unknown.sentence, unknown.detail)
            return None
        if elapsed > GIVEN_UP_AFTER:
            await self._store.become_uncertain(claim, detail="the task runs far too long, or its provider is off")
            self._bell.ring(Duty.CARD)
            return None
        return claim

    async def _unknown(self, job: Job) -> TaskUnknown | None:
        """The provider's own word that there is no such task."""
        provider = self._providers.get(job.provider)
        try:
            if provider is not None:
                await provider.fetch(job.provider_task_id or "")
        except TaskUnknown as error:
            return error
        except ProviderError as error:
            log.warning("cannot ask for the task", job=job.id, provider=job.provider, reason=error.detail)
        return None

"""Running tasks are looked at until their provider has finished them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from bot.pipeline.supervise import Bell, later
from providers.errors import ProviderError, TaskUnknown
from providers.provider import Provider, ProviderTask, TaskStatus
from storage.errors import LeaseLost, StateChanged
from storage.records import Claim, Duty
from storage.store import Store

log = structlog.get_logger()

PATIENCE = timedelta(hours=24)
"""How long a task may run, or be out of sight, before its job no longer waits for it."""


class Watch:
    """The watch duty: one question for all due tasks of a provider. ``interval`` is in seconds."""

    duty = Duty.WATCH
    capacity = 200

    def __init__(
        self,
        *,
        store: Store,
        providers: Mapping[str, Provider],
        bell: Bell,
        clock: Callable[[], datetime],
        interval: float,
    ) -> None:
        self._store = store
        self._providers = providers
        self._bell = bell
        self._now = clock
        self._interval = interval

    async def claim(self, limit: int) -> list[Claim]:
        return await self._store.claim(self.duty, limit=limit)

    def groups(self, claims: list[Claim]) -> list[list[Claim]]:
        by_provider: dict[str, list[Claim]] = {}
        for claim in claims:
            by_provider.setdefault(claim.job.provider, []).append(claim)
        return list(by_provider.values())

    async def work(self, claims: Sequence[Claim]) -> None:
        """Ask one provider for all these tasks."""
        known = [claim for claim in claims if claim.job.provider in self._providers]
        tasks = await self._ask(known) if known else {}
        broken: list[Exception] = []
        for claim in claims:
            try:
                await self._note(claim, tasks.get(claim.job.provider_task_id or ""))
            except (LeaseLost, StateChanged) as error:
                log.warning("job is in other hands", job=claim.job.id, reason=str(error))
            except Exception as error:  # noqa: BLE001 - raised below, when the others have been looked after
                broken.append(error)
        self._bell.ring(Duty.SUBMIT)
        if broken:
            raise ExceptionGroup("tasks that could not be looked after", broken)

    async def _ask(self, claims: Sequence[Claim]) -> Mapping[str, ProviderTask]:
        provider = self._providers[claims[0].job.provider]
        ids = [claim.job.provider_task_id for claim in claims if claim.job.provider_task_id]
        try:
            return await provider.fetch_many(ids)
        except ProviderError as error:
            log.warning("cannot look at tasks", provider=provider.name, tasks=len(ids), reason=error.detail)
            return {}

    async def _note(self, claim: Claim, task: ProviderTask | None) -> None:
        job = claim.job
        if task is not None and task.status is TaskStatus.SUCCEEDED and task.video_url:
            await self._store.video_ready(claim, task.video_url)
            self._bell.ring(Duty.CARD, Duty.DELIVER)
            log.info("video ready", job=job.id, provider=job.provider, task=task.task_id)
        elif task is not None and task.status is TaskStatus.FAILED:
            reason = task.reason or "The video provider could not make this video."
            await self._store.fail(claim, reason, detail=task.detail)
            self._bell.ring(Duty.CARD)
            log.warning("task failed", job=job.id, provider=job.provider, task=task.task_id, reason=task.detail)
        elif self._now() - (job.submitted_at or job.changed_at) > PATIENCE:
            await self._give_up(claim)
        elif task is None:
            await self._store.postpone(claim, later(self._now(), job.changed_at, least=self._interval))
        else:
            await self._store.postpone(claim, self._now() + timedelta(seconds=self._interval))

    async def _give_up(self, claim: Claim) -> None:
        """The credits go back where the provider surely has no such task; else a moderator has to decide."""
        job = claim.job
        try:
            if job.provider in self._providers:
                await self._providers[job.provider].fetch(job.provider_task_id or "")
        except TaskUnknown as error:
            await self._store.fail(claim, error.member_text, detail=error.detail)
        except ProviderError as error:
            await self._store.become_uncertain(claim, detail=error.detail)
        else:
            await self._store.become_uncertain(claim, detail="the task runs far too long, or its provider is off")
        self._bell.ring(Duty.CARD)
        log.error("task given up", job=job.id, provider=job.provider, task=job.provider_task_id)

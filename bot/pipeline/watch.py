"""Running tasks are looked at until their provider has finished them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from bot.pipeline.supervise import Bell, later
from providers.errors import ProviderError
from providers.provider import Provider, ProviderTask, TaskStatus
from storage.records import Claim, Duty
from storage.store import Store

log = structlog.get_logger()


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
        for claim in claims:
            await self._note(claim, tasks.get(claim.job.provider_task_id or ""))

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
        if task is None:
            await self._store.postpone(claim, later(self._now(), job.changed_at, least=self._interval))
        elif task.status is TaskStatus.SUCCEEDED and task.video_url:
            await self._store.video_ready(claim, task.video_url)
            self._bell.ring(Duty.CARD, Duty.DELIVER)
            log.info("video ready", job=job.id, provider=job.provider, task=task.task_id)
        elif task.status is TaskStatus.FAILED:
            reason = task.reason or "The video provider could not make this video."
            await self._store.fail(claim, reason, detail=task.detail)
            self._bell.ring(Duty.CARD)
            log.warning("task failed", job=job.id, provider=job.provider, task=task.task_id, reason=task.detail)
        else:
            await self._store.postpone(claim, self._now() + timedelta(seconds=self._interval))

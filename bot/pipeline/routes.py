"""Which routes may be taken: chosen for orders, switched off for a while when they fail, replaced by another one.

Pauses are in the database, so every process keeps to them.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from providers.catalog import Catalog, Offer, Openings
from providers.errors import ModelGone, NotSent, OperatorProblem, OutOfMoney, ProviderError
from providers.request import RequestError, VideoRequest
from storage.records import Job
from storage.store import Store

log = structlog.get_logger()

_PAUSES: tuple[tuple[type[ProviderError], timedelta], ...] = (
    (ModelGone, timedelta(hours=6)),
    (OutOfMoney, timedelta(minutes=30)),
    (OperatorProblem, timedelta(minutes=10)),
)


class Routes:
    """The catalogue's routes, as far as their clients are on and they are not paused."""

    def __init__(
        self, *, catalog: Catalog, clients: Collection[str], store: Store, clock: Callable[[], datetime]
    ) -> None:
        self.catalog = catalog
        self.clients = clients
        self._store = store
        self._now = clock

    async def choose(self, request: VideoRequest, provider: str | None = None) -> Offer:
        """The cheapest open route; raises ``RequestError`` with sentences for the member where there is none."""
        return self.catalog.choose(request, await self._openings(provider))

    async def pause(self, job: Job, error: ProviderError) -> None:
        """Switch the job's route off for a while where the error says that it will fail for others too."""
        for kind, length in _PAUSES:
            if isinstance(error, kind):
                model = job.provider_model if kind is ModelGone else ""
                until = self._now() + length
                await self._store.pause(job.provider, model, until=until, reason=error.detail)
                log.error("route paused", job=job.id, provider=job.provider, model=model, until=str(until))
                return

    async def another(self, job: Job, error: ProviderError) -> Offer | None:
        """Another open route for a job that its provider surely has not taken, for at most what is set aside."""
        if job.pinned:
            return None
        openings = await self._openings(None)
        failed = (job.provider, "" if isinstance(error, NotSent) else job.provider_model)
        try:
            offer = self.catalog.choose(
                VideoRequest.model_validate(job.request), replace(openings, paused={*openings.paused, failed})
            )
        except RequestError:
            return None
        return offer if offer.credits <= job.credits else None

    async def works(self, job: Job) -> list[str]:
        """Names of the models that can be made now."""
        openings = await self._openings(None)
        return [
            model.name
            for model in self.catalog.offered(self.clients)
            if model.id != job.model and any(openings.has(route) for route in model.routes_of(self.clients))
        ]

    async def _openings(self, provider: str | None) -> Openings:
        paused = {(pause.client, pause.model) for pause in await self._store.pauses()}
        return Openings(self.clients, paused, provider)

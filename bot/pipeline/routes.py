"""Which routes may be taken: chosen for orders, switched off for a while when they fail, replaced by another one.

Pauses and what a server allows are in the database, so every process keeps to them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from providers.catalog import Catalog, Offer, Openings
from providers.errors import ModelGone, NotSent, OperatorProblem, OutOfMoney, ProviderError
from providers.request import RequestError, VideoRequest
from storage.quota_records import Server
from storage.quotas import Quotas
from storage.records import Job, account_of
from storage.store import Store

log = structlog.get_logger()

_PAUSES: tuple[tuple[type[ProviderError], timedelta], ...] = (
    (ModelGone, timedelta(hours=6)),
    (OutOfMoney, timedelta(minutes=30)),
    (OperatorProblem, timedelta(minutes=10)),
)


@dataclass(frozen=True)
class Menu:
    """What can be ordered: the models of ``catalog``, made through ``clients``."""

    catalog: Catalog
    clients: Collection[str]

    def names(self, model: object) -> bool:
        """Whether this is the id or the name of one of its models."""
        wanted = str(model).strip().casefold()
        return any(wanted in {one.id.casefold(), one.name.casefold()} for one in self.catalog.models)


class Routes:
    """The catalogue's routes, as far as their clients are on and they are not paused."""

    def __init__(
        self,
        *,
        catalog: Catalog,
        clients: Collection[str],
        store: Store,
        quotas: Quotas,
        clock: Callable[[], datetime],
    ) -> None:
        self.everything = Menu(catalog, clients)
        self._store = store
        self._quotas = quotas
        self._now = clock

    def menu(self, server: Server) -> Menu:
        """What the server's settings leave of everything."""
        catalog, clients = self.everything.catalog, self.everything.clients
        if server.models:
            models = tuple(model for model in catalog.models if model.id in server.models)
            catalog = catalog.model_copy(update={"models": models})
        if server.providers:
            clients = [client for client in clients if account_of(client) in server.providers]
        return Menu(catalog, clients)

    async def choose(self, request: VideoRequest, menu: Menu, provider: str | None = None) -> Offer:
        """The cheapest open route; raises ``RequestError`` where there is none."""
        return menu.catalog.choose(request, await self._openings(menu, provider))

    async def pause(self, job: Job, error: ProviderError) -> None:
        """Switch the job's route off for a while where the error says that it will fail for others too."""
        for kind, length in _PAUSES:
            if isinstance(error, kind):
                model = job.provider_model if kind is ModelGone else ""
                until = self._now() + length
                for client in self._sharing_money(job.provider) if kind is OutOfMoney else (job.provider,):
                    await self._store.pause(client, model, until=until, reason=error.detail)
                    log.error("route paused", job=job.id, provider=client, model=model, until=str(until))
                return

    def _sharing_money(self, client: str) -> list[str]:
        """The clients of the same account."""
        return [one for one in {*self.everything.clients, client} if account_of(one) == account_of(client)]

    async def another(self, job: Job, error: ProviderError) -> Offer | None:
        """Another open route for a job that its provider surely has not taken, for at most what is set aside."""
        if job.pinned:
            return None
        menu = self.menu(await self._quotas.server(job.server_id))
        openings = await self._openings(menu)
        failed = (job.provider, "" if isinstance(error, NotSent) else job.provider_model)
        try:
            # The job goes on with its model, also where new orders could not name it any more.
            offer = self.everything.catalog.choose(
                VideoRequest.model_validate(job.request), replace(openings, paused={*openings.paused, failed})
            )
        except RequestError:
            return None
        return offer if offer.credits <= job.credits else None

    async def works(self, job: Job) -> list[str]:
        """Names of the models that can be made now on the job's server."""
        menu = self.menu(await self._quotas.server(job.server_id))
        openings = await self._openings(menu)
        return [
            model.name
            for model in menu.catalog.offered(menu.clients)
            if model.id != job.model and openings.routes(model)
        ]

    async def _openings(self, menu: Menu, provider: str | None = None) -> Openings:
        paused = {(pause.client, pause.model) for pause in await self._store.pauses()}
        return Openings(menu.clients, paused, provider)

"""The process's own web server: health, metrics and the providers' callbacks."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Self

import structlog
from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.pipeline.supervise import Loop
from bot.web.callbacks import CALLBACK_LIMIT, Callbacks
from storage.errors import StorageUnavailable
from storage.store import Store

log = structlog.get_logger()

Check = Callable[[], Awaitable[str | None]]
"""What is wrong with a part of the bot, in a few words; ``None`` when it is well."""


class CannotListen(Exception):
    """The address or the port is not to be had."""


class WebServer:
    """Serves ``/healthz``, ``/readyz``, ``/metrics`` and ``/callbacks``. With port 0 the machine chooses ``port``."""

    def __init__(
        self,
        *,
        host: str,
        port: int,
        store: Store,
        callbacks: Callbacks,
        loops: Sequence[Loop],
        checks: Mapping[str, Check],
    ) -> None:
        self._host = host
        self.port = port
        self._store = store
        self._loops = loops
        self._checks = checks
        app = web.Application(client_max_size=CALLBACK_LIMIT, middlewares=[_without_database])
        app.add_routes(
            [
                web.get("/healthz", self._healthz),
                web.get("/readyz", self._readyz),
                web.get("/metrics", self._metrics),
                *callbacks.routes,
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self.port)
        try:
            await site.start()
        except OSError as error:
            await self._runner.cleanup()
            raise CannotListen(f"{self._host}, port {self.port}: {error.strerror}") from error
        self.port = self._runner.addresses[0][1]
        log.info("web server listens", host=self._host, port=self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _healthz(self, _request: web.Request) -> web.Response:
        return web.json_response({"status": "alive"})

    async def _readyz(self, _request: web.Request) -> web.Response:
        found = {name: await check() for name, check in self._checks.items()}
        wrong = {name: reason for name, reason in found.items() if reason is not None}
        if wrong:
            return web.json_response({"status": "not ready", "reasons": wrong}, status=503)
        return web.json_response({"status": "ready"})

    async def _metrics(self, _request: web.Request) -> web.Response:
        registry = CollectorRegistry()
        jobs = Gauge("stillmotion_jobs", "Jobs by provider and state", ["provider", "state"], registry=registry)
        for (provider, state), number in (await self._store.counts()).items():
            jobs.labels(provider, state).set(number)
        restarts = Gauge("stillmotion_loop_restarts", "Failures of each loop", ["loop"], registry=registry)
        for loop in self._loops:
            restarts.labels(loop.name).set(loop.restarts)
        return web.Response(body=generate_latest(registry), content_type="text/plain", charset="utf-8")


@web.middleware
async def _without_database(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answers 503 where the database is away; the path stays out of the log, it may hold a token."""
    try:
        return await handler(request)
    except StorageUnavailable as error:
        log.warning("no answer without the database", handler=handler.__name__, reason=str(error))
        return web.Response(status=503)

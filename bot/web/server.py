"""The process's own web server: health, metrics, the providers' callbacks and links to videos."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Self

import structlog
from aiohttp import web

from bot.metrics import Metrics, Scrape
from bot.pipeline.health import Health
from bot.web.callbacks import CALLBACK_LIMIT, Callbacks
from bot.web.gate import IDLE_SECONDS, LOGGER, Gate
from bot.web.videos import Videos
from storage.errors import StorageUnavailable

log = structlog.get_logger()

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class CannotListen(Exception):
    """The address or the port is not to be had."""


class WebServer:
    """Serves ``/healthz``, ``/readyz``, ``/metrics``, ``/callbacks`` and ``/videos``.

    With port 0 the machine chooses ``port``.
    """

    def __init__(
        self,
        *,
        host: str,
        port: int,
        callbacks: Callbacks,
        videos: Videos,
        health: Health,
        metrics: Metrics,
        scrape: Scrape,
    ) -> None:
        self._host = host
        self.port = port
        self._health = health
        self._metrics = metrics
        self._scrape = scrape
        app = web.Application(client_max_size=CALLBACK_LIMIT, middlewares=[self._counted, _without_database])
        app.add_routes(
            [
                web.get("/healthz", self._healthz),
                web.get("/readyz", self._readyz),
                web.get("/metrics", self._scraped),
                *callbacks.routes,
                *videos.routes,
            ]
        )
        self._runner = web.AppRunner(
            app, access_log=None, shutdown_timeout=2, keepalive_timeout=IDLE_SECONDS, logger=LOGGER
        )
        self._gate = Gate(self._runner)
        self._listening: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        try:
            listening = await asyncio.get_running_loop().create_server(self._gate, self._host, self.port)
        except OSError as error:
            await self._runner.cleanup()
            raise CannotListen(f"{self._host}, port {self.port}: {error.strerror}") from error
        self._listening, self.port = listening, listening.sockets[0].getsockname()[1]
        log.info("web server listens", host=self._host, port=self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._listening is not None:
            self._listening.close()
        await self._runner.cleanup()

    async def _healthz(self, _request: web.Request) -> web.Response:
        """503 where only a new process helps; while the event loop stands still there is no answer at all."""
        if (lost := self._health.lost()) is not None:
            return web.json_response({"status": lost}, status=503)
        return web.json_response({"status": "alive"})

    async def _readyz(self, _request: web.Request) -> web.Response:
        if wrong := await self._health.wrong():
            return web.json_response({"status": "not ready", "reasons": wrong}, status=503)
        return web.json_response({"status": "ready"})

    async def _scraped(self, _request: web.Request) -> web.Response:
        return web.Response(body=await self._scrape.text(), content_type="text/plain", charset="utf-8")

    @web.middleware
    async def _counted(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Counts callbacks by how they were answered."""
        self._gate.heard(request)
        status = 500
        try:
            answer = await handler(request)
            status = answer.status
        except web.HTTPException as refusal:
            status = refusal.status
            raise
        finally:
            if (provider := request.match_info.get("provider")) is not None:
                self._metrics.called_back(provider, status)
        return answer


@web.middleware
async def _without_database(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answers 503 where the database is away; the path stays out of the log, it may hold a token."""
    try:
        return await handler(request)
    except StorageUnavailable as error:
        log.warning("no answer without the database", handler=handler.__name__, reason=str(error))
        return web.Response(status=503)

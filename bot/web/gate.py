"""What keeps strangers from holding the web server up: half a request, too many connections, or what is no HTTP."""

import asyncio
import logging
from typing import Final

from aiohttp import web
from aiohttp.http import HttpProcessingError

MOST_CONNECTIONS: Final = 200
"""More are closed at once: their descriptors are needed for the database, Discord and the providers."""

FIRST_SECONDS: Final = 10.0
"""From the connection to the end of its first request's headers."""

IDLE_SECONDS: Final = 30.0
"""Between two requests."""


class Gate:
    """Makes the protocols of a server's connections, for ``create_server``."""

    def __init__(self, runner: web.AppRunner) -> None:
        self._runner = runner
        self._silent = set[asyncio.Protocol]()

    def __call__(self) -> asyncio.Protocol:
        server = self._runner.server
        if server is None or len(server.connections) >= MOST_CONNECTIONS:
            return _Shut()
        connection = server()
        self._silent.add(connection)
        asyncio.get_running_loop().call_later(FIRST_SECONDS, self._hurry, connection)
        return connection

    def heard(self, request: web.Request) -> None:
        """A request's headers have come whole."""
        self._silent.discard(request.protocol)

    def _hurry(self, connection: web.RequestHandler) -> None:
        if connection in self._silent:
            self._silent.discard(connection)
            connection.force_close()


class _Shut(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


def _one_line(record: logging.LogRecord) -> bool:
    """What strangers send that is no HTTP is nobody's failure here: no traceback, and nothing of what they sent."""
    error = record.exc_info[1] if record.exc_info else None
    if not isinstance(error, (HttpProcessingError, web.RequestPayloadError)):
        return True
    record.msg, record.args, record.exc_info = "request that is no HTTP: %s", (type(error).__name__,), None
    record.levelno, record.levelname = logging.INFO, logging.getLevelName(logging.INFO)
    return LOGGER.isEnabledFor(logging.INFO)


LOGGER: Final = logging.getLogger(__name__)
LOGGER.addFilter(_one_line)

"""One gateway connection: frames go out in order, compressed as the client asked, and it can be broken."""

import asyncio
import json
import socket as sockets
import struct
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from sandbox.discord.gateway import Session

CLEAN_CLOSE = (1000, 1001)


def reset(transport: asyncio.BaseTransport | None) -> None:
    """Break a TCP connection so that the other side sees a reset, not an end."""
    if transport is None or transport.is_closing():
        return
    raw = transport.get_extra_info("socket")
    raw.setsockopt(sockets.SOL_SOCKET, sockets.SO_LINGER, struct.pack("ii", 1, 0))
    assert isinstance(transport, asyncio.Transport)
    transport.abort()


class Connection:
    """A websocket with an outgoing queue, so that events can be sent from code that does not wait."""

    def __init__(
        self, socket: web.WebSocketResponse, transport: asyncio.BaseTransport | None, deflate: "zlib._Compress | None"
    ) -> None:
        self.session: Session | None = None
        self._socket = socket
        self._transport = transport
        self._deflate = deflate
        self._outgoing: asyncio.Queue[str | int] = asyncio.Queue()
        self._closing = False

    @property
    def left_cleanly(self) -> bool:
        """The client said goodbye for good: it closed first, with a code that ends the session."""
        return not self._closing and self._socket.close_code in CLEAN_CLOSE

    def send(self, frame: str) -> None:
        self._outgoing.put_nowait(frame)

    def send_op(self, op: int, data: Any) -> None:
        self.send(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    def close(self, code: int) -> None:
        """Close after everything that is already queued."""
        self._closing = True
        self._outgoing.put_nowait(code)

    def abort(self) -> None:
        reset(self._transport)

    async def finish(self, writer: "asyncio.Task[None]") -> None:
        """End the writer when nothing more comes in; a closing frame that is on its way is sent first."""
        if not self._closing:
            writer.cancel()
        with suppress(asyncio.CancelledError):
            await writer

    async def write_all(self) -> None:
        while True:
            item = await self._outgoing.get()
            if isinstance(item, int):
                await self._socket.close(code=item)
                return
            try:
                await self._write(item)
            except ConnectionError:
                return

    async def _write(self, frame: str) -> None:
        if self._deflate is None:
            await self._socket.send_str(frame)
        else:
            data = self._deflate.compress(frame.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
            await self._socket.send_bytes(data)

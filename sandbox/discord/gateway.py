"""The gateway: HELLO, IDENTIFY, RESUME with replay, and every event to every connected session.

Several processes may be connected with the same token; each gets all events of its shard, as with Discord.
"""

import asyncio
import json
import secrets
import zlib
from collections import deque
from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any

import discord
from aiohttp import WSMsgType, web
from simcord.backend import serializers
from simcord.gateway import FakeGateway, FakeWebSocket

from sandbox.discord.backend import LiveBackend
from sandbox.discord.connection import Connection


class Op(IntEnum):
    """Gateway opcodes that this gateway sends or understands."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


UNKNOWN_ERROR, NOT_AUTHENTICATED, AUTHENTICATION_FAILED = 4000, 4003, 4004
BACKLOG = 2000


class _Outlet:
    """What SimCord's intent filter takes for a client's state: it asks for intents and for parsers by event name."""

    def __init__(self, intents: discord.Intents, send: Callable[[str, Mapping[str, Any]], None]) -> None:
        self.intents = intents
        self._send = send

    @property
    def parsers(self) -> "_Outlet":
        return self

    def __getitem__(self, event: str) -> Callable[[Mapping[str, Any]], None]:
        return lambda payload: self._send(event, payload)

    get = __getitem__


class Session:
    """One identified client: what was sent to it, and the connection that it is on, if any."""

    def __init__(self, backend: LiveBackend, identify: Mapping[str, Any]) -> None:
        self.id = secrets.token_hex(16)
        shard = identify.get("shard") or (0, 1)
        self.shard_id, self.shard_count = int(shard[0]), int(shard[1])
        self.connection: Connection | None = None
        self.resumable = True
        self.resumes = 0
        self._backlog: deque[tuple[int, str]] = deque(maxlen=BACKLOG)
        self._sequence = 0
        self._filter = FakeGateway(
            backend, _Outlet(discord.Intents._from_value(int(identify["intents"])), self._dispatch)
        )
        self.members = FakeWebSocket(backend, self._filter, shard_id=self.shard_id)

    @property
    def ready(self) -> bool:
        return self.connection is not None and self._sequence > 0

    def owns(self, event: str, payload: Mapping[str, Any]) -> bool:
        guild_id = payload.get("guild_id")
        if guild_id is None and event in ("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE"):
            guild_id = payload["id"]
        return (int(guild_id or 0) >> 22) % self.shard_count == self.shard_id

    def feed(self, event: str, payload: Mapping[str, Any]) -> None:
        self._filter.feed(event, payload)

    def replay(self, after: int) -> bool:
        """Send again what followed sequence number `after`; False when that is no longer known."""
        oldest = self._backlog[0][0] if self._backlog else 1
        if not oldest - 1 <= after <= self._sequence or self.connection is None:
            return False
        for number, frame in self._backlog:
            if number > after:
                self.connection.send(frame)
        return True

    def _dispatch(self, event: str, payload: Mapping[str, Any]) -> None:
        self._sequence += 1
        frame = json.dumps({"op": Op.DISPATCH, "s": self._sequence, "t": event, "d": payload})
        self._backlog.append((self._sequence, frame))
        if self.connection is not None:
            self.connection.send(frame)


class Gateway:
    """All sessions, and the ways in which Discord ends or disturbs them."""

    def __init__(self, backend: LiveBackend, token: str, changed: Callable[[], None]) -> None:
        self.url = ""
        self.heartbeat_interval = 41.25  # seconds
        self.refuse_with: int | None = None  # HTTP status for every new connection
        self.identifies = 0
        self._backend = backend
        self._token = token
        self._changed = changed
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        backend.subscribers.append(self._broadcast)

    @property
    def ready_sessions(self) -> list[Session]:
        return [session for session in self._sessions.values() if session.ready]

    def close(self, code: int = UNKNOWN_ERROR) -> None:
        """Close every connection with this code; sessions stay resumable."""
        for connection in tuple(self._connections):
            connection.close(code)

    def cut(self) -> None:
        """Break every connection without a closing frame, as a lost network does."""
        for connection in tuple(self._connections):
            connection.abort()

    def reconnect(self) -> None:
        """Ask every client to come back (op 7)."""
        for connection in tuple(self._connections):
            connection.send_op(Op.RECONNECT, None)

    def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every client that its session is over (op 9); with False they must IDENTIFY again."""
        for session in self.ready_sessions:
            session.resumable = resumable
            if session.connection is not None:
                session.connection.send_op(Op.INVALID_SESSION, resumable)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if self.refuse_with is not None:
            return web.Response(status=self.refuse_with)
        socket = web.WebSocketResponse(max_msg_size=64 * 1024)
        await socket.prepare(request)
        deflate = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        connection = Connection(socket, request.transport, deflate)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write_all())
        try:
            connection.send_op(Op.HELLO, {"heartbeat_interval": int(self.heartbeat_interval * 1000)})
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._receive(connection, json.loads(message.data))
        finally:
            await connection.finish(writer)
            self._forget(connection)
        return socket

    async def _receive(self, connection: Connection, message: Mapping[str, Any]) -> None:
        data: Any = message.get("d")
        match message["op"]:
            case Op.HEARTBEAT:
                connection.send_op(Op.HEARTBEAT_ACK, None)
            case Op.IDENTIFY:
                self._identify(connection, data)
            case Op.RESUME:
                self._resume(connection, data)
            case _ if connection.session is None:
                connection.close(NOT_AUTHENTICATED)
            case Op.REQUEST_MEMBERS:
                await connection.session.members.request_chunks(
                    int(data["guild_id"]),
                    data.get("query"),
                    limit=int(data.get("limit") or 0),
                    user_ids=[int(user) for user in data.get("user_ids") or []],
                    presences=bool(data.get("presences")),
                    nonce=data.get("nonce"),
                )

    def _identify(self, connection: Connection, data: Mapping[str, Any]) -> None:
        self.identifies += 1
        if data["token"] != self._token:
            connection.close(AUTHENTICATION_FAILED)
            return
        session = Session(self._backend, data)
        self._sessions[session.id] = session
        self._attach(session, connection)
        guilds = [
            serializers.guild_create_payload(self._backend, guild)
            for guild in self._backend.guilds.values()
            if session.owns("GUILD_CREATE", {"id": guild.id})
        ]
        session.feed(
            "READY",
            {
                "v": 10,
                "user": serializers.user_payload(self._backend.bot_user),
                "application": {"id": str(self._backend.application_id), "flags": 0},
                "guilds": [{"id": guild["id"], "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "session_type": "normal",
                "resume_gateway_url": self.url,
                "shard": [session.shard_id, session.shard_count],
            },
        )
        for guild in guilds:
            session.feed("GUILD_CREATE", guild)
        self._changed()

    def _resume(self, connection: Connection, data: Mapping[str, Any]) -> None:
        if data["token"] != self._token:
            connection.close(AUTHENTICATION_FAILED)
            return
        session = self._sessions.get(str(data["session_id"]))
        if session is None or not session.resumable:
            connection.send_op(Op.INVALID_SESSION, False)
            return
        self._attach(session, connection)
        if not session.replay(int(data["seq"])):
            connection.send_op(Op.INVALID_SESSION, False)
            return
        session.resumes += 1
        session.feed("RESUMED", {})
        self._changed()

    def _attach(self, session: Session, connection: Connection) -> None:
        if session.connection is not None:
            session.connection.close(UNKNOWN_ERROR)
        session.connection = connection
        connection.session = session

    def _forget(self, connection: Connection) -> None:
        self._connections.discard(connection)
        session = connection.session
        if session is not None and session.connection is connection:
            session.connection = None
            if connection.left_cleanly:
                del self._sessions[session.id]
        self._changed()

    def _broadcast(self, event: str, payload: Mapping[str, Any]) -> None:
        for session in tuple(self._sessions.values()):
            if session.owns(event, payload):
                session.feed(event, payload)
        self._changed()

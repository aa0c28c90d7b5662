"""The REST API and the CDN: SimCord's routes behind the exact HTTP that discord.py expects (facts/discord.md 1.2)."""

import asyncio
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiohttp import BodyPartReader, web
from simcord.backend import serializers
from simcord.backend.errors import BackendError
from simcord.http import routes  # noqa: F401 - importing it fills the route table
from simcord.http.router import _ROUTES, RouteNotImplemented, UnsupportedField, dispatch

from sandbox.discord.backend import LiveBackend
from sandbox.discord.connection import reset
from sandbox.discord.faults import Fault, Faults, RecordedRequest
from sandbox.discord.openapi import RequestChecker, Violation

MEBIBYTE = 1024 * 1024
_OPEN = re.compile(r"^/(interactions/|webhooks/\d+/[^/]+)")
_CALLBACK = re.compile(r"^/interactions/(\d+)/[^/]+/callback$")
_WEBHOOK = re.compile(r"^/webhooks/\d+/(?P<token>[^/]+)")
_SEND = re.compile(r"^/channels/(\d+)/messages$")
_CHANNEL = re.compile(r"^/channels/(\d+)$")
_NUMBERED_FILE = re.compile(r"^files\[(\d+)\]$")


@dataclass
class Upload:
    """One file of a multipart request, in the shape that SimCord's routes read."""

    filename: str
    fp: io.BytesIO
    description: str | None


@dataclass
class Body:
    """A request's JSON, from wherever it stood, and its files in order."""

    json: Any = None
    files: list[Upload] = field(default_factory=list)
    too_large: bool = False


class RestApi:
    """Answers `/api/v10/…` and `/cdn/…`; every request is recorded, judged and can be made to fail."""

    def __init__(self, backend: LiveBackend, token: str, checker: RequestChecker, changed: Callable[[], None]) -> None:
        self.upload_limit = 20 * MEBIBYTE
        self.nonce_window = timedelta(minutes=5)
        self.faults = Faults()
        self.requests: list[RecordedRequest] = []
        self.nonces: dict[int, str] = {}
        self.gateway_url = ""
        self.on_first_answer: Callable[[int], None] = lambda _interaction_id: None
        self._backend = backend
        self._token = token
        self._checker = checker
        self._changed = changed
        self._sent: dict[tuple[int, str], tuple[int, datetime]] = {}

    async def handle(self, request: web.Request) -> web.StreamResponse:
        path, method = "/" + request.match_info["path"], request.method
        arrived = self._backend.clock.now()
        if callback := _CALLBACK.match(path):
            self.on_first_answer(int(callback[1]))
        body = await self._read(request)
        names = tuple(upload.filename for upload in body.files)
        record = RecordedRequest(method, path, route_template(method, path), body.json, names, arrived)
        self.requests.append(record)
        fault = self.faults.take(method, path)
        if fault is not None and fault.when == "before":
            failure = await self._fail(request, fault, record)
            if failure is not None:
                return failure
        status, payload = self._answer(request, method, path, body)
        self._changed()
        if fault is not None and fault.when == "after":
            failure = await self._fail(request, fault, record)
            if failure is not None:
                return failure
        record.status = status
        return _respond(status, payload)

    async def download(self, request: web.Request) -> web.StreamResponse:
        address = f"{self._backend.cdn.base}/{request.raw_path.removeprefix('/cdn/')}"
        blob = self._backend.cdn.fetch(address, request.query.get("ex", ""))
        if blob is None:
            return web.Response(status=404, text="This content is no longer available.")
        return web.Response(body=blob, content_type="application/octet-stream")

    async def _fail(self, request: web.Request, fault: Fault, record: RecordedRequest) -> web.Response | None:
        self._changed()
        await asyncio.sleep(fault.delay)
        if fault.reset:
            reset(request.transport)
            return web.Response()
        if fault.status is None:
            return None
        record.status = fault.status
        response = _respond(fault.status, fault.payload())
        if not fault.via:
            del response.headers["Via"]
        return response

    async def _read(self, request: web.Request) -> Body:
        if request.content_type == "multipart/form-data":
            return await self._read_form(request)
        raw = await request.read()
        return Body(json.loads(raw) if raw else None)

    async def _read_form(self, request: web.Request) -> Body:
        """All parts; a file over the limit is read to its end and dropped, so that the client can hear about it."""
        body, numbered, fields = Body(), dict[int, Upload](), dict[str, str]()
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            match = _NUMBERED_FILE.match(part.name or "")
            if match is None and part.filename is None:
                fields[part.name or ""] = await part.text()
                continue
            data = io.BytesIO()
            while chunk := await part.read_chunk(MEBIBYTE):
                if data.tell() + len(chunk) > self.upload_limit:
                    body.too_large = True
                else:
                    data.write(chunk)
            data.seek(0)
            numbered[int(match[1]) if match else len(numbered)] = Upload(part.filename or "", data, None)
        body.json = json.loads(fields["payload_json"]) if "payload_json" in fields else (fields or None)
        body.files = [numbered[index] for index in sorted(numbered)]
        _describe(body)
        return body

    def _answer(self, request: web.Request, method: str, path: str, body: Body) -> tuple[int, Any]:
        try:
            self._authorise(request, path)
            if body.too_large:
                raise BackendError(413, 40005, "Request entity too large")  # noqa: TRY301
            problems = self._checker.check(method, path, body.json, [upload.filename for upload in body.files])
            if problems:
                raise BackendError(400, 50035, "Invalid Form Body: " + "; ".join(problems))  # noqa: TRY301
            payload = self._perform(request, method, path, body)
        except (RouteNotImplemented, UnsupportedField) as gap:
            # A hole in the simulation must fail the test, not be retried by the bot as a server error.
            self._checker.violations.append(Violation(method, path, (str(gap),)))
            return 400, {"message": str(gap), "code": 0}
        except BackendError as error:
            return error.status, error.to_json()
        if _CALLBACK.match(path) and request.query.get("with_response", "").lower() not in ("1", "true"):
            payload = None
        return (204 if payload is None else 200), payload

    def _authorise(self, request: web.Request, path: str) -> None:
        if _OPEN.match(path) is None and request.headers.get("Authorization") != f"Bot {self._token}":
            raise BackendError(401, 0, "401: Unauthorized")
        webhook = _WEBHOOK.match(path)
        interaction_id = self._backend.interaction_tokens.get(webhook["token"]) if webhook else None
        if interaction_id is not None:
            expires = self._backend.interactions[interaction_id].expires_at
            if expires is not None and self._backend.now_iso() >= expires:
                raise BackendError(401, 50027, "Invalid Webhook Token")

    def _perform(self, request: web.Request, method: str, path: str, body: Body) -> Any:
        if method == "GET" and path in ("/gateway", "/gateway/bot"):
            return self._gateway_info(path)
        if send := _SEND.match(path) if method == "POST" else None:
            return self._send_message(request, int(send[1]), path, body)
        if thread := _CHANNEL.match(path) if method == "PATCH" else None:
            edited = self._backend.edit_own_thread(int(thread[1]), body.json)
            if edited is not None:
                return serializers.channel_payload(self._backend, edited)
        if history := _SEND.match(path) if method == "GET" and "after" in request.query else None:
            return self._with_thread(self._after(request, int(history[1]), path, body))
        payload = self._dispatch(request, method, path, body)
        return self._with_thread(payload) if method == "GET" and "/messages" in path else payload

    def _after(self, request: web.Request, channel_id: int, path: str, body: Body) -> Any:
        """The messages next to ``after``, newest first; SimCord gives the newest of all that come after it."""
        limit, every = int(request.query.get("limit", "50")), len(self._backend.messages.get(channel_id, {}))
        return self._dispatch(request, "GET", path, body, limit=str(every))[-limit:]

    def _dispatch(self, request: web.Request, method: str, path: str, body: Body, **params: str) -> Any:
        return dispatch(
            self._backend,
            method,
            path,
            json=body.json,
            params=dict(request.query) | params,
            files=body.files,
            reason=request.headers.get("X-Audit-Log-Reason"),
        )

    def _send_message(self, request: web.Request, channel_id: int, path: str, body: Body) -> Any:
        """Create a message, unless its enforced nonce was used in this channel within the last minutes."""
        payload: Mapping[str, Any] = body.json if isinstance(body.json, Mapping) else {}
        nonce = str(payload["nonce"]) if payload.get("nonce") is not None else None
        enforced = nonce if payload.get("enforce_nonce") else None
        if body.files:
            guild_id = self._backend.get_channel(channel_id).guild_id
            self._backend.require_permissions(guild_id, self._backend.bot_user.id, channel_id, "attach_files")
        now = self._backend.clock.now()
        known, at = self._sent.get((channel_id, enforced or ""), (0, now))
        message = self._backend.messages.get(channel_id, {}).get(known)
        if message is not None and now - at < self.nonce_window:
            answer: dict[str, Any] = dict(serializers.message_payload(self._backend, message))
        else:
            answer = dict(self._dispatch(request, "POST", path, body))
            if enforced is not None:
                self._sent[channel_id, enforced] = (int(answer["id"]), now)
            if nonce is not None:
                self.nonces[int(answer["id"])] = nonce
        return {**answer, "nonce": nonce}

    def _with_thread(self, payload: Any) -> Any:
        """Messages carry the thread that hangs on them, which SimCord leaves out."""
        if isinstance(payload, list):
            return [self._with_thread(item) for item in payload]
        thread = (
            self._backend.channels.get(int(payload["id"])) if isinstance(payload, Mapping) and "id" in payload else None
        )
        if thread is None or not thread.is_thread:
            return payload
        return {**payload, "thread": serializers.thread_payload(self._backend, thread)}

    def _gateway_info(self, path: str) -> Mapping[str, Any]:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.gateway_url} | ({"shards": 1, "session_start_limit": limit} if path.endswith("bot") else {})


def _describe(body: Body) -> None:
    """Give uploads the names and descriptions that the request's `attachments` state for them."""
    root: Mapping[str, Any] = body.json if isinstance(body.json, Mapping) else {}
    declared = (root.get("data") or root).get("attachments") or []
    for item in declared:
        index = str(item.get("id"))
        if index.isdecimal() and int(index) < len(body.files):
            upload = body.files[int(index)]
            upload.filename = item.get("filename") or upload.filename
            upload.description = item.get("description")


def _respond(status: int, payload: Any) -> web.Response:
    # discord.py reads a body as JSON only when the type carries no charset, and a 429 as Discord's only with Via.
    headers = {"Via": "1.1 google"}
    if status == 204:
        return web.Response(status=204, headers=headers)
    if isinstance(payload, Mapping) and "retry_after" in payload:
        headers["Retry-After"] = str(payload["retry_after"])
    return web.Response(
        status=status, body=json.dumps(payload).encode(), content_type="application/json", headers=headers
    )


def route_template(method: str, path: str) -> str:
    """The route's template as SimCord writes it, such as `/channels/{channel_id}/messages`; the path if unknown."""
    segments = path.strip("/").split("/")
    best: list[str] = []
    for template, _handler in _ROUTES.get(method, ()):
        fits = len(template) == len(segments) and all(
            part.startswith("{") or part == segment for part, segment in zip(template, segments, strict=True)
        )
        if fits and (not best or _literals(template) > _literals(best)):
            best = template
    return "/" + "/".join(best) if best else path


def _literals(template: list[str]) -> int:
    return sum(not part.startswith("{") for part in template)

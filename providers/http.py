"""HTTP as all providers need it: bounded, without redirects, and honest about what was surely not sent."""

import asyncio
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp
import structlog
from yarl import URL

from providers.errors import AnswerLost, NotSent
from providers.loose import parsed, readable

ANSWER_BYTES = 4 * 1024 * 1024
TEXT_CHARACTERS = 500

Headers = Callable[[], Mapping[str, str]]
"""Asked before every request, so that a token can be signed again. Their values are secrets."""

log = structlog.get_logger()


@dataclass(frozen=True)
class FilePart:
    """A file in a form."""

    filename: str
    content: bytes
    media_type: str


@dataclass(frozen=True)
class Answer:
    """What a provider answered.

    ``data`` is the parsed JSON, ``None`` where it was none; ``text`` is the body's beginning on one line, for the log;
    ``retry_after`` is in seconds. Where the body repeats one of our keys, the key is blotted out in both.
    """

    status: int
    data: Any
    text: str
    retry_after: float | None = None

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


class HttpClient:
    """Talks to one provider at its base address; has to be built while the event loop runs.

    Requests raise ``NotSent`` where no connection came to stand, ``AnswerLost`` where one stood and no whole answer
    came, and nothing else. Times are in seconds: to connect, to wait for bytes, and for a whole request.
    """

    def __init__(
        self,
        base_url: str,
        headers: Headers,
        *,
        connect_time: float = 10,
        read_time: float = 60,
        total_time: float = 150,
        answer_bytes: int = ANSWER_BYTES,
    ) -> None:
        self._base_url = _checked(base_url)
        self._headers = headers
        self._answer_bytes = answer_bytes
        # A kept connection that the provider closes just as we write a create would cost us the answer.
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(force_close=True),
            timeout=aiohttp.ClientTimeout(total=total_time, sock_connect=connect_time, sock_read=read_time),
            cookie_jar=aiohttp.DummyCookieJar(),
        )

    @property
    def base_url(self) -> str:
        return self._base_url

    async def get(self, path: str, params: Mapping[str, str] | None = None) -> Answer:
        """``path`` is appended to the base address as it is: quote what comes from elsewhere."""
        return await self._send("GET", path, params=params)

    async def post_json(self, path: str, body: Mapping[str, Any]) -> Answer:
        # Bodies carry pictures, so they are encoded beside the loop; as a stream, aiohttp writes them bit by bit.
        encoded = await asyncio.to_thread(lambda: json.dumps(body).encode())
        return await self._send("POST", path, data=BytesIO(encoded), content_type="application/json")

    async def post_form(self, path: str, fields: Mapping[str, str | FilePart]) -> Answer:
        form = aiohttp.FormData()
        for name, value in fields.items():
            if isinstance(value, FilePart):
                form.add_field(name, BytesIO(value.content), filename=value.filename, content_type=value.media_type)
            else:
                form.add_field(name, value, content_type="text/plain; charset=utf-8")
        return await self._send("POST", path, data=form)

    async def close(self) -> None:
        await self._session.close()

    async def _send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        data: BytesIO | aiohttp.FormData | None = None,
        content_type: str | None = None,
    ) -> Answer:
        secrets = dict(self._headers())
        headers = {"Content-Type": content_type, **secrets} if content_type else secrets
        url = URL(self._base_url + path, encoded=True)
        try:
            async with self._session.request(
                method, url, params=params, data=data, headers=headers, allow_redirects=False
            ) as response:
                body = await self._read(response)
        # aiohttp's errors may carry the request's headers, so they are quoted and not chained.
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as error:
            raise NotSent(f"{method} {path}: {_said(error)}") from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise AnswerLost(f"{method} {path}: {_said(error)}") from None
        log.debug("provider answered", host=url.host, method=method, path=path, status=response.status)
        return _answer(response, _without(secrets, body))

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        body = bytearray()
        async for piece in response.content.iter_any():
            body += piece
            if len(body) > self._answer_bytes:
                raise aiohttp.ClientPayloadError(f"the answer is longer than {self._answer_bytes} bytes")
        return bytes(body)


def _checked(base_url: str) -> str:
    url = URL(base_url.strip())
    if url.scheme not in ("http", "https") or not url.host or url.user or url.query_string or url.fragment:
        raise ValueError("a provider's address looks like https://host or https://host/path")
    url.host.encode("idna")
    return str(url).rstrip("/")


def _said(error: Exception) -> str:
    return readable(f"{type(error).__name__}: {error}")


def _without(secrets: Mapping[str, str], body: bytes) -> bytes:
    for value in secrets.values():
        body = body.replace(value.removeprefix("Bearer ").encode(), b"[key]")
    return body


def _answer(response: aiohttp.ClientResponse, body: bytes) -> Answer:
    beginning = body[: 4 * TEXT_CHARACTERS].decode("utf-8", "replace")
    return Answer(
        status=response.status,
        data=parsed(body),
        text=readable(beginning, TEXT_CHARACTERS),
        retry_after=_seconds(response.headers.get("Retry-After", "")),
    )


def _seconds(header: str) -> float | None:
    try:
        seconds = float(header)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None

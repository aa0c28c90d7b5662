"""Tells whoever asked about each change of a task, as Kling does (facts/providers.md 1.8)."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from standardwebhooks import Webhook

from .world import World

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PATIENCE = aiohttp.ClientTimeout(total=5)


@dataclass(frozen=True, slots=True)
class CallbackRecord:
    """What was sent; `status` is the receiver's, None when it did not answer or is not on loopback."""

    url: str = field(repr=False)
    body: dict[str, Any]
    headers: dict[str, str] = field(repr=False)
    status: int | None


class Callbacks:
    """Posts to receivers on loopback and records it; with a secret, signed as Standard Webhooks."""

    def __init__(self, session: aiohttp.ClientSession, secret: str | None, world: World) -> None:
        self._session = session
        self._webhook = Webhook(secret) if secret else None
        self._world = world
        self.sent: list[CallbackRecord] = []

    async def send(self, url: str, body: dict[str, Any]) -> None:
        """What the receiver answers, or that there is none, changes nothing."""
        raw = json.dumps(body)
        headers = self._headers(raw)
        status = await self._post(url, raw, headers) if urlsplit(url).hostname in LOOPBACK else None
        self.sent.append(CallbackRecord(url, body, headers, status))

    async def _post(self, url: str, raw: str, headers: dict[str, str]) -> int | None:
        try:
            async with self._session.post(
                url, data=raw.encode(), headers=headers, timeout=PATIENCE, allow_redirects=False
            ) as answer:
                return answer.status
        except (aiohttp.ClientError, TimeoutError):
            return None

    def _headers(self, raw: str) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "Apache-HttpClient/4.5.13 (Java/11.0.14-internal)",
        }
        if self._webhook is None:
            return headers
        now, message_id = self._world.clock(), self._world.new_uuid().hex
        return headers | {
            "webhook-id": message_id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": self._webhook.sign(message_id, now, raw),
        }

"""Providers' callbacks: each is a reason to ask the provider now, and nothing else.

The body changes nothing by itself, so order, repetition and lateness do no harm. The address holds a token of the job;
where the provider's account has a webhook secret, the call has to be signed with it as well (Standard Webhooks;
facts/providers.md 1.8).
"""

import hmac
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

import structlog
from aiohttp import web
from multidict import CIMultiDictProxy
from standardwebhooks import Webhook
from yarl import URL

from bot.pipeline.supervise import Bell
from storage.records import Duty, Job
from storage.store import Store

log = structlog.get_logger()

CALLBACK_LIMIT: Final = 64 * 1024
"""Bytes of a callback's body; Kling's have less than 2 KiB."""

OLDEST: Final = timedelta(minutes=5)
"""How far a signed call's time may be from now, before or after."""

_MOST_SIGNATURES: Final = 10
_SIGNED_AT_DIGITS: Final = 11


class Signature:
    """What proves that a call comes from the account that has this secret. ``secret`` may begin with ``whsec_``."""

    def __init__(self, secret: str, clock: Callable[[], datetime]) -> None:
        self._webhook = Webhook(secret)
        self._now = clock

    def holds(self, headers: CIMultiDictProxy[str], body: bytes) -> bool:
        """Whether one of the call's signatures is right and young; a provider that changes its secret sends two."""
        message_id, signed_at = headers.get("webhook-id"), headers.get("webhook-timestamp", "")
        if not message_id or not (signed_at.isascii() and signed_at.isdigit()) or len(signed_at) > _SIGNED_AT_DIGITS:
            return False
        moment = datetime.fromtimestamp(int(signed_at), UTC)
        try:
            expected = self._webhook.sign(message_id, moment, body.decode()).encode()
        except UnicodeError:  # of the body, or of a header that is no text
            return False
        given = headers.get("webhook-signature", "").split(" ")[:_MOST_SIGNATURES]
        right = any(hmac.compare_digest(one.encode("utf-8", "replace"), expected) for one in given)
        return right and abs(self._now() - moment) <= OLDEST


class Callbacks:
    """``POST /callbacks/{provider}/{job_id}/{token}``; whatever is wrong with a call is answered by 404,
    but for a body that is not packed as it says (400).

    ``providers`` are the clients by name, ``signatures`` those whose calls have to be signed. ``public_url`` is where a
    proxy serves the bot: its path, if it has one, may have been taken off by the proxy or not.
    """

    def __init__(
        self,
        *,
        store: Store,
        bell: Bell,
        providers: Collection[str],
        signatures: Mapping[str, Signature],
        public_url: str | None = None,
    ) -> None:
        self._store = store
        self._bell = bell
        self._providers = frozenset(providers)
        self._signatures = signatures
        self._prefixes = dict.fromkeys(("", URL(public_url or "").raw_path.rstrip("/")))

    @property
    def routes(self) -> list[web.RouteDef]:
        place = r"/callbacks/{provider}/{job_id:\w+}/{token:[\w-]+}"
        return [web.post(f"{prefix}{place}", self._called) for prefix in self._prefixes]

    async def _called(self, request: web.Request) -> web.Response:
        job = await self._meant(request)
        if job is None:
            return web.Response(status=404)
        try:
            body = await request.read()
        except web.RequestPayloadError:  # not packed as it says
            return web.Response(status=400)
        signature = self._signatures.get(job.provider)
        if signature is not None and not signature.holds(request.headers, body):
            log.warning("callback without a right signature", job=job.id, provider=job.provider)
            return web.Response(status=404)
        await self._store.look_now(job.id)
        self._bell.ring(Duty.WATCH)
        log.debug("callback", job=job.id, provider=job.provider)
        return web.Response()

    async def _meant(self, request: web.Request) -> Job | None:
        """The job whose token the address holds."""
        job = await self._store.job(request.match_info["job_id"])
        expected = (job.callback_token if job else "no such job").encode()
        right = hmac.compare_digest(request.match_info["token"].encode(), expected)
        provider = request.match_info["provider"]
        if not right or job is None or provider not in self._providers or job.provider != provider:
            return None
        return job

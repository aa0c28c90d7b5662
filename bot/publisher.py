"""All that is posted outside an interaction: cards, threads and results, with the bot's own token.

Nothing here needs the client's cache or an intent: channels and messages are addressed by their ids. Why each error
means what it means is in facts/discord.md 1.4 and 2.9.
"""

import asyncio
import hashlib
import io
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import aiohttp
import discord
import structlog

from bot import look
from bot.look.card import PICTURE
from bot.pipeline.messenger import MessengerError, NotAllowed, PlaceGone, Posted, TooLarge, TryAgain
from languages.speech import ENGLISH, speaking
from providers.catalog import Catalog
from storage.quota_records import Change
from storage.records import Job

log = structlog.get_logger()

CALL_SECONDS: Final = 60.0
UPLOAD_SECONDS: Final = 300.0

NONCE_HOLDS: Final = timedelta(minutes=2)
"""Discord refuses a second message with the same nonce "in the past few minutes"; these are surely among them."""

LOOK_BACK: Final = 200
"""Messages that are looked through for one that may have been posted."""

CLOCK_DIFFERENCE: Final = timedelta(minutes=5)
"""How far this machine's clock may be from Discord's."""

_DEFAULT_LIMIT: Final = 10 * 1024 * 1024
_ARCHIVE_MINUTES: Final = 1440

_TOO_LARGE = {40005, 50045}
_GONE = {10003, 10004, 10008}
_THREAD_EXISTS = 160004
_CLOUDFLARE = 40333
_MISSING_ACCESS = 50001


class Publisher:
    """Implements ``bot.pipeline.messenger.Messenger`` with a client that has logged in."""

    def __init__(self, client: discord.Client, *, catalog: Catalog, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._catalog = catalog
        self._now = clock

    async def post_card(self, job: Job, picture: bytes) -> int:
        async with self._asking(job.server_id, UPLOAD_SECONDS):
            found = await self._find_card(job)
            if found is not None:
                return found
            message = await self._channel(job).send(
                view=look.card(job, self._model(job)),
                file=discord.File(io.BytesIO(picture), PICTURE),
                nonce=nonce(job.id, "card"),
                allowed_mentions=discord.AllowedMentions.none(),
            )
            return message.id

    async def edit_card(self, job: Job) -> None:
        """The picture stays: attachments that an edit does not name are kept."""
        async with self._asking(job.server_id):
            await self._card(job).edit(
                view=look.card(job, self._model(job)), allowed_mentions=discord.AllowedMentions.none()
            )

    async def open_thread(self, job: Job) -> int:
        card = self._card(job)
        async with self._asking(job.server_id):
            name = look.thread_name(job, "" if job.request.get("prompt") else await self._member_name(job))
            try:
                # PartialMessage.create_thread wants the server in its cache; Discord itself does not.
                thread = await self._client.http.start_thread_with_message(
                    job.channel_id, card.id, name=name, auto_archive_duration=_ARCHIVE_MINUTES
                )
            except discord.HTTPException as error:
                if error.code != _THREAD_EXISTS:
                    raise
                return card.id  # a thread on a message has the message's id
            return int(thread["id"])

    async def find_result(self, job: Job) -> Posted | None:
        since = job.changed_at - CLOCK_DIFFERENCE
        for place in self._places(job):
            try:
                async with self._asking(job.server_id):
                    async for message in self._own(place, since):
                        if any(file.filename == result_name(job) for file in message.attachments):
                            return Posted(message.id, place.id)
            except (PlaceGone, NotAllowed) as error:
                log.info("cannot look for the result", job=job.id, channel=place.id, reason=str(error))
        return None

    async def result_stands(self, job: Job) -> bool:
        try:
            async with self._asking(job.server_id):
                place = self._place(job, job.result_channel_id or job.channel_id)
                await place.fetch_message(job.result_message_id or 0)
        except PlaceGone:
            return False
        return True

    async def post_result(self, job: Job, video: Path) -> Posted:
        *places, last = self._places(job)
        for place in places:
            try:
                return await self._send_result(job, video, place)
            except (PlaceGone, NotAllowed) as error:
                log.warning("result goes elsewhere", job=job.id, channel=place.id, reason=str(error))
        return await self._send_result(job, video, last)

    async def post_change(self, change: Change, channel_id: int) -> None:
        async with self._asking(change.server_id):
            await self._client.get_partial_messageable(channel_id, guild_id=change.server_id).send(
                view=look.change_panel(change),
                nonce=nonce(str(change.id), "change"),
                allowed_mentions=discord.AllowedMentions.none(),
            )

    def upload_limit(self, job: Job) -> int:
        guild = self._client.get_guild(job.server_id)
        return guild.filesize_limit if guild else _DEFAULT_LIMIT

    async def _send_result(self, job: Job, video: Path, place: discord.PartialMessageable) -> Posted:
        in_channel = place.id == job.channel_id and job.card_message_id is not None
        mentions = discord.AllowedMentions(
            everyone=False, roles=False, replied_user=False, users=[discord.Object(job.member_id)]
        )
        async with self._asking(job.server_id, UPLOAD_SECONDS):
            message = await place.send(
                look.result(job, self._model(job)),
                file=discord.File(video, result_name(job)),
                nonce=nonce(f"{job.id} {job.changed_at.timestamp()}", "result"),
                allowed_mentions=mentions,
                reference=self._card(job).to_reference(fail_if_not_exists=False) if in_channel else None,  # type: ignore[arg-type]
            )
            return Posted(message.id, place.id)

    async def _find_card(self, job: Job) -> int | None:
        """The card that an earlier try has posted, where Discord no longer remembers its nonce."""
        if self._now() - job.created_at < NONCE_HOLDS:
            return None
        async for message in self._own(self._channel(job), job.created_at - CLOCK_DIFFERENCE):
            if any(job.id in text for text in _texts(message.components)):
                return message.id
        return None

    async def _own(self, place: discord.PartialMessageable, since: datetime) -> AsyncIterator[discord.Message]:
        """The bot's own messages, oldest first."""
        async for message in place.history(limit=LOOK_BACK, after=since, oldest_first=True):
            if self._client.user is not None and message.author.id == self._client.user.id:
                yield message

    async def _member_name(self, job: Job) -> str:
        guild = self._client.get_guild(job.server_id)
        if guild is None:
            return ""
        try:
            return (await guild.fetch_member(job.member_id)).display_name
        except discord.NotFound:
            return ""

    def _model(self, job: Job) -> str:
        return look.model_name(self._catalog, job.model)

    def _places(self, job: Job) -> list[discord.PartialMessageable]:
        """Where the result may go, the best place first."""
        ids = dict.fromkeys((job.thread_id, job.channel_id, job.result_channel_id))
        return [self._place(job, channel_id) for channel_id in ids if channel_id is not None]

    def _channel(self, job: Job) -> discord.PartialMessageable:
        return self._place(job, job.channel_id)

    def _place(self, job: Job, channel_id: int) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(channel_id, guild_id=job.server_id)

    def _card(self, job: Job) -> discord.PartialMessage:
        if job.card_message_id is None:
            message = f"job {job.id} has no card"
            raise PlaceGone(message)
        return self._channel(job).get_partial_message(job.card_message_id)

    @asynccontextmanager
    async def _asking(self, server_id: int, seconds: float = CALL_SECONDS) -> AsyncIterator[None]:
        """Speak the server's language, and turn whatever goes wrong into a ``MessengerError``."""
        guild = self._client.get_guild(server_id)
        try:
            with speaking(str(guild.preferred_locale) if guild else ENGLISH):
                async with asyncio.timeout(seconds):
                    yield
        except discord.HTTPException as error:
            raise self._meaning(error, server_id) from error
        except (discord.RateLimited, aiohttp.ClientError, OSError) as error:  # a TimeoutError is an OSError
            raise TryAgain(f"{type(error).__name__}: {error}") from error

    def _meaning(self, error: discord.HTTPException, server_id: int) -> MessengerError:
        if error.status == 413 or error.code in _TOO_LARGE:
            return TooLarge(str(error))
        # 401 is a token that the operator has to mend, not the message's fault.
        if error.status in (401, 429) or error.status >= 500 or error.code == _CLOUDFLARE:
            return TryAgain(str(error))
        if error.status == 404 or error.code in _GONE or (error.code == _MISSING_ACCESS and self._has_left(server_id)):
            return PlaceGone(str(error))
        return NotAllowed(str(error))

    def _has_left(self, server_id: int) -> bool:
        """Whether the bot is no longer in the server; before the client is ready its list of servers is not whole."""
        return self._client.is_ready() and self._client.get_guild(server_id) is None


def nonce(subject: str, purpose: str) -> str:
    """The same for every try, in every process, of posting one thing for a job or a change; 25 characters at most.

    A result that is delivered again is another thing: Discord may remember one that was deleted a moment ago.
    """
    return hashlib.blake2b(f"{purpose} {subject}".encode(), digest_size=12).hexdigest()


def result_name(job: Job) -> str:
    """The file name by which a job's result is found again."""
    return f"stillmotion-{job.id}.mp4"


def _texts(components: Iterable[object]) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _texts(getattr(component, "children", ()))

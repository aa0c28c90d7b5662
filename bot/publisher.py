"""All that is posted outside an interaction: cards, threads and results, with the bot's own token.

Nothing here needs the client's cache or an intent: channels and messages are addressed by their ids. Why each error
means what it means is in facts/discord.md 1.4 and 2.9.
"""

import asyncio
import io
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Final

import aiohttp
import discord
import structlog

from bot import look
from bot.look.card import PICTURE
from bot.pipeline.links import file_name
from bot.pipeline.messenger import (
    Hold,
    Link,
    MessengerError,
    NotAllowed,
    Parcel,
    PlaceGone,
    Posted,
    TooLarge,
    TryAgain,
)
from bot.traces import TimelyFile, Traces, nonce
from languages.speech import ENGLISH, speaking
from providers.catalog import Catalog
from storage.errors import StorageUnavailable
from storage.quota_records import Change
from storage.records import Job

log = structlog.get_logger()

CALL_SECONDS: Final = 60.0
UPLOAD_SECONDS: Final = 300.0

_DEFAULT_LIMIT: Final = 20 * 1024 * 1024  # facts/discord.md 2.3
_ARCHIVE_MINUTES: Final = 1440

_TOO_LARGE = {40005, 50045}
_GONE = {10003, 10004, 10008}
_THREAD_EXISTS = 160004
_CLOUDFLARE = 40333
_MISSING_ACCESS = 50001
_ARCHIVED = 50083
_EDITED_TOO_OFTEN = 30046
"""Comes with 429, but waiting does not mend it (facts/discord.md 0.7)."""


class Publisher:
    """Implements ``bot.pipeline.messenger.Messenger`` with a client that has logged in.

    ``language`` gives the one that a server, by its id, has chosen.
    """

    def __init__(
        self,
        client: discord.Client,
        *,
        catalog: Catalog,
        clock: Callable[[], datetime],
        language: Callable[[int], Awaitable[str | None]] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._catalog = catalog
        self._chosen = language
        self._traces = Traces(client, clock=clock, monotonic=monotonic)

    async def post_card(self, job: Job, picture: bytes, hold: Hold) -> int:
        async with self._asking(job.server_id, UPLOAD_SECONDS):
            check = self._traces.awake()
            found = await self._traces.card(self._channel(job), job)
            if found is not None:
                return found
            await hold()
            message = await self._channel(job).send(
                view=look.card(job, self._model(job)),
                file=TimelyFile(io.BytesIO(picture), PICTURE, check),
                nonce=nonce(job.id, "card"),
                allowed_mentions=discord.AllowedMentions.none(),
            )
            return message.id

    async def edit_card(self, job: Job) -> None:
        """The picture stays, as attachments do that an edit does not name; but not what nobody shall see any more."""
        gone: dict[str, Any] = {"attachments": []} if job.hidden else {}
        async with self._asking(job.server_id):
            card, nobody = self._card(job), discord.AllowedMentions.none()
            view = look.card(job, self._model(job))
            await self._reviving(card.channel.id, lambda: card.edit(view=view, allowed_mentions=nobody, **gone))

    async def delete_result(self, job: Job) -> None:
        place = self._place(job, job.result_channel_id or job.channel_id)
        message = place.get_partial_message(job.result_message_id or 0)
        async with self._asking(job.server_id):
            await self._reviving(place.id, message.delete)

    async def _reviving(self, channel_id: int, change: Callable[[], Awaitable[object]]) -> None:
        """Change a message, also in a thread that is archived by now."""
        try:
            await change()
        except discord.HTTPException as error:
            if error.code != _ARCHIVED:
                raise
            await self._client.http.edit_channel(channel_id, archived=False)
            await change()

    async def open_thread(self, job: Job, *, of_member: bool = False) -> int:
        card = self._card(job)
        async with self._asking(job.server_id):
            if of_member:
                name = look.members_thread_name(await self._member_name(job))
            else:
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
        for place in self._places(job):
            try:
                async with self._asking(job.server_id):
                    if (found := await self._traces.result(place, job)) is not None:
                        return found
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

    async def post_result(self, job: Job, parcel: Parcel, hold: Hold) -> Posted:
        check = self._traces.awake()
        if (found := await self.find_result(job)) is not None:
            return found
        await hold()
        *places, last = self._places(job)
        for place in places:
            try:
                return await self._send_result(job, parcel, place, check)
            except (PlaceGone, NotAllowed) as error:
                log.warning("result goes elsewhere", job=job.id, channel=place.id, reason=str(error))
        return await self._send_result(job, parcel, last, check)

    async def post_change(self, change: Change, channel_id: int, job: Job | None = None) -> None:
        place = self._client.get_partial_messageable(channel_id, guild_id=change.server_id)
        async with self._asking(change.server_id):
            check = self._traces.awake()
            if await self._traces.shows(place, change):
                return
            check()
            await place.send(
                view=look.change_panel(change) if job is None else look.flag_panel(change, job),
                nonce=nonce(str(change.id), "change"),
                allowed_mentions=discord.AllowedMentions.none(),
            )

    def upload_limit(self, job: Job) -> int:
        """discord.py's own default is Discord's former one."""
        guild = self._client.get_guild(job.server_id)
        return max(_DEFAULT_LIMIT, guild.filesize_limit if guild else 0)

    async def _send_result(
        self, job: Job, parcel: Parcel, place: discord.PartialMessageable, check: Callable[[], None]
    ) -> Posted:
        in_channel = place.id == job.channel_id and job.card_message_id is not None
        mentions = discord.AllowedMentions(
            everyone=False, roles=False, replied_user=False, users=[discord.Object(job.member_id)]
        )
        content, name = parcel.content, file_name(job)
        async with self._asking(job.server_id, UPLOAD_SECONDS):
            check()
            message = await place.send(
                look.result(job, self._model(job), parcel),
                view=look.result_buttons(job, content.address if isinstance(content, Link) else None),
                file=discord.utils.MISSING if isinstance(content, Link) else TimelyFile(content, name, check),
                nonce=nonce(f"{job.id} {job.changed_at.timestamp()}", "result"),
                allowed_mentions=mentions,
                reference=self._card(job).to_reference(fail_if_not_exists=False) if in_channel else None,  # type: ignore[arg-type]
            )
            return Posted(message.id, place.id, content.address if isinstance(content, Link) else None)

    async def _member_name(self, job: Job) -> str:
        guild = self._client.get_guild(job.server_id)
        if guild is None or job.erased:
            return ""
        try:
            return (await guild.fetch_member(job.member_id)).display_name
        except discord.NotFound:
            return ""

    def _model(self, job: Job) -> str:
        return look.model_name(self._catalog, job.model)

    def _places(self, job: Job) -> list[discord.PartialMessageable]:
        """Where the result may go, the best place first."""
        ids = dict.fromkeys((job.thread_id, job.channel_id, job.parent_id, job.result_channel_id))
        return [self._place(job, channel_id) for channel_id in ids if channel_id is not None]

    def _channel(self, job: Job) -> discord.PartialMessageable:
        return self._place(job, job.channel_id)

    def _place(self, job: Job, channel_id: int) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(channel_id, guild_id=job.server_id)

    def _card(self, job: Job) -> discord.PartialMessage:
        if job.card_message_id is None:
            raise PlaceGone(f"job {job.id} has no card")
        return self._channel(job).get_partial_message(job.card_message_id)

    @asynccontextmanager
    async def _asking(self, server_id: int, seconds: float = CALL_SECONDS) -> AsyncIterator[None]:
        """Speak the server's language, and turn whatever goes wrong into a ``MessengerError``."""
        try:
            with speaking(await self._language(server_id)):
                async with asyncio.timeout(seconds):
                    yield
        except discord.HTTPException as error:
            raise self._meaning(error, server_id) from error
        except (discord.RateLimited, aiohttp.ClientError, OSError) as error:  # a TimeoutError is an OSError
            raise TryAgain(f"{type(error).__name__}: {error}") from error

    async def _language(self, server_id: int) -> str:
        """What the server has chosen, else that of its Discord."""
        try:
            if self._chosen is not None and (chosen := await self._chosen(server_id)) is not None:
                return chosen
        except StorageUnavailable as error:
            log.warning("server's language is not known", server=server_id, reason=str(error))
        guild = self._client.get_guild(server_id)
        return str(guild.preferred_locale) if guild else ENGLISH

    def _meaning(self, error: discord.HTTPException, server_id: int) -> MessengerError:
        if error.status == 413 or error.code in _TOO_LARGE:
            return TooLarge(str(error))
        if error.code == _EDITED_TOO_OFTEN:
            return NotAllowed(str(error))
        # 401 is a token that the operator has to mend, not the message's fault.
        if error.status in (401, 429) or error.status >= 500 or error.code == _CLOUDFLARE:
            return TryAgain(str(error))
        if error.status == 404 or error.code in _GONE or (error.code == _MISSING_ACCESS and self._has_left(server_id)):
            return PlaceGone(str(error))
        return NotAllowed(str(error))

    def _has_left(self, server_id: int) -> bool:
        """Whether the bot is no longer in the server; before the client is ready its list of servers is not whole."""
        return self._client.is_ready() and self._client.get_guild(server_id) is None

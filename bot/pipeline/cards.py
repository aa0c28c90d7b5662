"""Each job's card shows the job as it is, and carries the thread for its result."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Final

import structlog

from bot.media.pictures import card_picture
from bot.pipeline.messenger import Messenger, MessengerError, NotAllowed, PlaceGone, TryAgain
from bot.pipeline.supervise import Bell, later
from providers.request import PictureKind
from storage.records import Claim, Duty, Job
from storage.store import Store

log = structlog.get_logger()

EDIT_PATIENCE: Final = timedelta(hours=24)
"""How long an edit that Discord puts off is tried again."""

BETWEEN_PLACES: Final = 5.0
"""Seconds between two looks for places in the queue that have changed."""

THREAD_WAIT: Final = timedelta(seconds=2)
"""Between two looks for a thread that another card of the member is about to carry."""

_PLACES_AT_ONCE: Final = 10


class _ThreadAwaited(Exception):
    """The member's thread is about to be opened on another card."""


class Cards:
    """The card duty. A card is brought up to date whenever its job has changed since it was last shown."""

    duty = Duty.CARD
    capacity = 16

    def __init__(self, *, store: Store, messenger: Messenger, bell: Bell, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._messenger = messenger
        self._bell = bell
        self._now = clock
        self._waiting: dict[str, asyncio.Future[Job]] = {}

    async def wait_posted(self, job_id: str, seconds: float) -> Job | None:
        """The job as soon as this process has posted its card; ``None`` where that takes longer."""
        posted = self._waiting.setdefault(job_id, asyncio.get_running_loop().create_future())
        job = await self._store.job(job_id)
        if job is not None and job.card_message_id is not None:
            self._tell_posted(job)
        try:
            with suppress(TimeoutError):
                return await asyncio.wait_for(posted, seconds)
            return None
        finally:
            self._waiting.pop(job_id, None)

    def _tell_posted(self, job: Job) -> None:
        posted = self._waiting.get(job.id)
        if posted is not None and not posted.done():
            posted.set_result(job)

    async def claim(self, limit: int) -> list[Claim]:
        return await self._store.claim_cards(limit=limit)

    def groups(self, claims: list[Claim]) -> list[list[Claim]]:
        return [[claim] for claim in claims]

    async def work(self, claims: Sequence[Claim]) -> None:
        """Post or edit one job's card."""
        (claim,) = claims
        revision = claim.job.revision
        try:
            claim = await self._remove_result(claim)
            if claim.job.card_message_id is None:
                claim = await self._post(claim)
            else:
                await self._messenger.edit_card(claim.job)
            claim = await self._open_thread(claim)
        except _ThreadAwaited:
            await self._store.postpone_card(claim, self._now() + THREAD_WAIT)
            return
        except (PlaceGone, NotAllowed) as error:
            log.warning("card cannot be shown", job=claim.job.id, reason=str(error))
        except MessengerError as error:
            if not self._is_too_old(claim.job):
                log.warning("card postponed", job=claim.job.id, reason=str(error))
                await self._store.postpone_card(claim, later(self._now(), claim.job.changed_at, least=2))
                return
            log.warning("card stays as it is", job=claim.job.id, reason=str(error))
        await self._store.card_shown(claim, revision)

    def _is_too_old(self, job: Job) -> bool:
        """Whether nobody waits for the card any more; what shall be seen no longer is tried for ever."""
        return self._now() - job.changed_at > EDIT_PATIENCE and not job.hidden

    async def _remove_result(self, claim: Claim) -> Claim:
        """Delete the message of a video that somebody has deleted."""
        job = claim.job
        if not job.deleted or job.result_message_id is None:
            return claim
        try:
            await self._messenger.delete_result(job)
        except PlaceGone:
            log.info("result was gone already", job=job.id)
        except NotAllowed as error:
            log.warning("result cannot be deleted", job=job.id, reason=str(error))
            return claim
        return await self._store.result_removed(claim)

    async def _post(self, claim: Claim) -> Claim:
        pictures = await self._store.pictures(claim.job.id, [PictureKind.IMAGE])
        if not pictures:
            raise PlaceGone("the job ended long ago and its picture is erased")
        (picture,) = pictures
        claim, message_id = await self._post_in_place(claim, await card_picture(picture.content))
        claim = await self._store.card_posted(claim, message_id)
        self._tell_posted(claim.job)
        return claim

    async def _post_in_place(self, claim: Claim, picture: bytes) -> tuple[Claim, int]:
        """Post the card where it belongs; where that is a thread that takes nothing, in the channel around it."""
        while True:
            claim = await self._seek_thread(claim)
            try:
                return claim, await self._messenger.post_card(claim.job, picture, partial(self._store.hold, claim))
            except (PlaceGone, NotAllowed) as error:
                if claim.job.parent_id is None:
                    raise
                log.warning("card goes into the channel", job=claim.job.id, reason=str(error))
                claim = await self._store.leave_thread(claim, deleted=isinstance(error, PlaceGone))

    async def _seek_thread(self, claim: Claim) -> Claim:
        if not claim.job.seeks_thread:
            return claim
        found = await self._store.seek_thread(claim)
        if found is None:
            raise _ThreadAwaited
        return found

    async def _open_thread(self, claim: Claim) -> Claim:
        if not claim.job.in_thread or claim.job.thread_id is not None:
            return claim
        try:
            of_member = await self._store.carries_members_thread(claim.job.id)
            thread_id = await self._messenger.open_thread(claim.job, of_member=of_member)
        except TryAgain:
            raise
        except MessengerError as error:
            log.warning("no thread", job=claim.job.id, reason=str(error))
            claim = await self._store.thread_refused(claim)
        else:
            claim = await self._store.thread_opened(claim, thread_id)
        self._bell.ring(Duty.DELIVER)
        return claim


class Places:
    """Lets cards show the true places in the queue, so few at once that Discord's limits are left to more urgent posts.

    One card is edited for its place at most once in ``storage.queue.BETWEEN_EDITS``.
    """

    def __init__(self, *, store: Store, bell: Bell, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._store = store
        self._bell = bell
        self._sleep = sleep

    async def step(self) -> None:
        """Look once, then rest."""
        if await self._store.show_places(limit=_PLACES_AT_ONCE):
            self._bell.ring(Duty.CARD)
        await self._sleep(BETWEEN_PLACES)

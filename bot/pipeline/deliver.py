"""Finished videos go into Discord, each once, and are kept until Discord has them."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import structlog

from bot.media.download import Downloader, DownloadError, DownloadGone, DownloadRefused, DownloadTooLarge
from bot.media.videos import FfmpegStopped, VideoError, check_whole
from bot.pipeline.links import Links
from bot.pipeline.messenger import Messenger, MessengerError, NotAllowed, PlaceGone, Posted, TooLarge
from bot.pipeline.results import Results
from bot.pipeline.supervise import Bell, later
from languages.sentence import Sentence
from providers.errors import ProviderError
from providers.provider import Provider
from providers.request import PictureKind
from storage.records import Claim, Duty, Job, account_of
from storage.store import Store

log = structlog.get_logger()

CARD_PATIENCE = timedelta(minutes=1)
"""How long a finished video waits for its job's card and thread before it goes into the channel without them."""

VIDEO_PATIENCE = timedelta(hours=24)
"""How long a finished video is asked of its provider again."""

AT_ONCE = 4
"""Videos of one account that are in hand at once, so that where they come from slowly no others wait; and videos of all
that are checked or posted at once, which takes this machine's time.
"""


class Deliver:
    """The deliver duty. Videos lie in ``folder``, named by their job, until Discord has them.

    ``links`` are given to videos that no size makes fit.
    """

    duty = Duty.DELIVER

    def __init__(
        self,
        *,
        store: Store,
        providers: Mapping[str, Provider],
        messenger: Messenger,
        downloader: Downloader,
        folder: Path,
        bell: Bell,
        clock: Callable[[], datetime],
        links: Links | None = None,
    ) -> None:
        self._accounts = {account_of(client) for client in providers}
        self.capacity = AT_ONCE * (len(self._accounts) + 1)
        self._in_hand = Counter[str]()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._store = store
        self._providers = providers
        self._messenger = messenger
        self._downloader = downloader
        self._folder = folder
        self._bell = bell
        self._now = clock
        self._results = Results(store=store, messenger=messenger, links=links, clock=clock)

    async def claim(self, limit: int) -> list[Claim]:
        claims: list[Claim] = []
        for account in self._accounts:
            most = min(limit - len(claims), AT_ONCE - self._in_hand[account])
            claims += await self._store.claim_of(account, self.duty, limit=most)
        left = min(limit - len(claims), AT_ONCE)
        return claims + await self._store.claim_stranded(self.duty, list(self._providers), limit=left)

    def groups(self, claims: list[Claim]) -> list[list[Claim]]:
        return [[claim] for claim in claims]

    async def work(self, claims: Sequence[Claim]) -> None:
        """Bring one video into Discord."""
        (claim,) = claims
        account = account_of(claim.job.provider)
        self._in_hand[account] += 1
        try:
            await self._work(claim)
        finally:
            self._in_hand[account] -= 1

    async def _work(self, claim: Claim) -> None:
        if claim.job.erased:
            await self._withhold(claim)
            return
        if await self._waits_for_thread(claim):
            return
        try:
            posted = await self._post(claim)
        except (DownloadRefused, DownloadTooLarge, PlaceGone, NotAllowed, TooLarge) as error:
            await self._give_up(claim, error)
        except (DownloadError, VideoError, OSError) as error:  # OSError: this machine's disk
            await self._fetch_later(claim, error)
        except MessengerError as error:
            await self._store.postpone(claim, later(self._now(), claim.job.changed_at))
            log.warning("delivery postponed", job=claim.job.id, reason=str(error))
        else:
            await self._store.delivered(claim, posted.message_id, channel_id=posted.channel_id, link=posted.link)
            self._bell.ring(Duty.CARD)
            if posted.link is None:
                self._file(claim.job).unlink(missing_ok=True)
            log.info("video delivered", job=claim.job.id, message=posted.message_id)

    async def _withhold(self, claim: Claim) -> None:
        """The member has had their data erased: nothing is fetched, and nothing posted."""
        await self._store.withhold(claim, Sentence("mydata-not-posted").dump())
        self._bell.ring(Duty.CARD)
        log.info("video withheld", job=claim.job.id)

    async def _waits_for_thread(self, claim: Claim) -> bool:
        job = claim.job
        if not job.in_thread or job.thread_id is not None or self._now() - job.changed_at > CARD_PATIENCE:
            return False
        await self._store.postpone(claim, self._now() + timedelta(seconds=1))
        return True

    def _file(self, job: Job) -> Path:
        return self._folder / f"{job.id}.mp4"

    async def _video(self, job: Job) -> Path:
        """The whole video on this machine's disk."""
        video = self._file(job)
        if not video.exists():
            await self._downloader.fetch(job.video_url or "", video)
        try:
            async with self._places:
                await check_whole(video)
        except FfmpegStopped:  # says nothing about the file, which may be the only copy
            raise
        except VideoError:
            video.unlink(missing_ok=True)
            raise
        return video

    async def make_ready(self, job: Job) -> bool:
        """Have a finished video ready to be delivered again; whether its message is not there and it can be.

        Raises ``DownloadError``, ``VideoError``, ``ProviderError`` or ``OSError`` where the video cannot be fetched,
        and ``MessengerError`` where Discord does not tell about the message.
        """
        if job.result_message_id is not None and await self._messenger.result_stands(job):
            return False
        try:
            await self._video(job)
        except DownloadGone as gone:
            url = await self._address(job)
            if url is None:
                raise DownloadGone("its provider has no address for it") from gone
            await self._video(replace(job, video_url=url))
        return True

    async def was_erased(self, job: Job) -> bool:
        """Whether nobody keeps a video any more that Discord did not take: it is erased with its job's pictures."""
        return not await self._store.pictures(job.id, [PictureKind.IMAGE])

    async def _post(self, claim: Claim) -> Posted:
        """Post the video, or find it posted where it cannot be had any more."""
        try:
            video = await self._video(claim.job)
        except (DownloadError, VideoError, OSError):
            if (posted := await self._messenger.find_result(claim.job)) is not None:
                return posted
            raise
        async with self._places:
            return await self._results.post(claim.job, video, partial(self._store.hold, claim))

    async def _fetch_later(self, claim: Claim, error: DownloadError | VideoError | OSError) -> None:
        """Try again, with a new address where the old one has ended; give up after ``VIDEO_PATIENCE``."""
        job = claim.job
        log.warning("video not fetched", job=job.id, provider=job.provider, reason=str(error))
        if self._now() - job.changed_at > VIDEO_PATIENCE:
            await self._give_up(claim, error)
            return
        if isinstance(error, DownloadGone):
            claim = await self._new_address(claim)
        await self._store.postpone(claim, later(self._now(), job.changed_at))

    async def _new_address(self, claim: Claim) -> Claim:
        job = claim.job
        try:
            url = await self._address(job)
        except ProviderError as error:
            log.warning("no new address", job=job.id, provider=job.provider, reason=error.detail)
            return claim
        return await self._store.renew_video_url(claim, url) if url else claim

    async def _address(self, job: Job) -> str | None:
        """Where the video is now, as its provider says; raises ``ProviderError``."""
        provider = self._providers.get(job.provider)
        return (await provider.fetch(job.provider_task_id or "")).video_url if provider is not None else None

    async def _give_up(self, claim: Claim, error: Exception) -> None:
        """The video stays where it is, and the member is told why."""
        sentence = _SENTENCES.get(type(error), _NOT_FETCHED)
        await self._store.undeliverable(claim, sentence.dump(), detail=str(error))
        self._bell.ring(Duty.CARD)
        log.error("video undeliverable", job=claim.job.id, reason=str(error))


_NOT_FETCHED = Sentence("delivery-not-fetched")
_SENTENCES: Mapping[type[Exception], Sentence] = {
    PlaceGone: Sentence("delivery-place-gone"),
    NotAllowed: Sentence("delivery-not-allowed"),
    TooLarge: Sentence("delivery-too-large"),
}

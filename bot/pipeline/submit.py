"""Queued jobs go to their provider, each at most once.

That a request is about to leave is written down before it leaves. An answer that never came is not a failure: the
provider is asked by our job's id where it can be, and where it cannot the job becomes uncertain. Only what surely was
not taken is tried again.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.pipeline.looks import first_look, guess
from bot.pipeline.routes import Routes
from bot.pipeline.supervise import Bell, later
from bot.pipeline.words import unquoted
from languages.sentence import Sentence, listed
from providers.errors import (
    AlreadySubmitted,
    Answered,
    AnswerLost,
    Busy,
    NotSent,
    OperatorProblem,
    ProviderError,
    Refused,
)
from providers.provider import Provider, ProviderTask, Submission
from providers.request import PictureFile, PictureKind, VideoRequest
from storage.errors import StorageUnavailable
from storage.records import Claim, Duty, Job, Pace, account_of, pace_key
from storage.states import JobState
from storage.store import Store

log = structlog.get_logger()

ASK_AGAIN = 10.0
"""Seconds between two questions for a task whose create was not answered (facts/providers.md 1.7)."""

WRITE_AGAIN = 2.0
"""Seconds between two attempts to write down a provider's answer."""

PATIENCE = timedelta(hours=24)
MANY_ATTEMPTS = 20
"""After so long and so many attempts a job whose provider is out of reach or busy gets its credits back."""

AT_ONCE = 16
"""Jobs of one account that are in hand at once, so that one that does not answer holds up no other."""


class Submit:
    """The submit duty. ``max_running`` bounds the tasks of each client's account, which all its clients share."""

    duty = Duty.SUBMIT

    def __init__(
        self,
        *,
        store: Store,
        providers: Mapping[str, Provider],
        max_running: Mapping[str, int],
        routes: Routes,
        bell: Bell,
        clock: Callable[[], datetime],
        public_url: str | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._places = {account_of(client): max_running[client] for client in providers}
        self.capacity = AT_ONCE * (len(self._places) + 1)
        self._in_hand = Counter[str]()
        self._store = store
        self._providers = providers
        self._routes = routes
        self._bell = bell
        self._now = clock
        self._public_url = public_url
        self._sleep = sleep

    async def claim(self, limit: int) -> list[Claim]:
        claims: list[Claim] = []
        for account, places in self._places.items():
            most = min(limit - len(claims), AT_ONCE - self._in_hand[account])
            claims += await self._store.claim_to_submit(account, max_running=places, limit=most)
        left = min(limit - len(claims), AT_ONCE)
        return claims + await self._store.claim_stranded(self.duty, list(self._providers), limit=left)

    def groups(self, claims: list[Claim]) -> list[list[Claim]]:
        return [[claim] for claim in claims]

    async def work(self, claims: Sequence[Claim]) -> None:
        """Submit one job, or find out what became of its submission."""
        (claim,) = claims
        account = account_of(claim.job.provider)
        self._in_hand[account] += 1
        try:
            await self._work(claim)
        finally:
            self._in_hand[account] -= 1

    async def _work(self, claim: Claim) -> None:
        if claim.job.provider not in self._providers:
            await self._strand(claim)
        elif claim.job.state is JobState.SUBMITTING:
            await self._find_out(claim, "the submission was interrupted")
        else:
            await self._send(await self._store.begin_submit(claim))

    async def _strand(self, claim: Claim) -> None:
        """The job's provider has been switched off."""
        if claim.job.state is JobState.SUBMITTING:
            await self._become_uncertain(claim, "the submission was interrupted, and the provider is off")
        else:
            await self._leave_route(await self._store.begin_submit(claim), OperatorProblem("the provider is off"))

    async def _become_uncertain(self, claim: Claim, why: str) -> None:
        await self._store.become_uncertain(claim, detail=why)
        self._bell.ring(Duty.CARD)
        log.error("job uncertain", job=claim.job.id, provider=claim.job.provider, reason=why)

    async def _send(self, claim: Claim) -> None:
        job = claim.job
        provider = self._providers[job.provider]
        submission, pace = await self._submission(job), await self._pace(job)
        if not submission.pictures:
            await self._fail(claim, NotSent("its pictures are erased", sentence=Sentence("mydata-not-made")))
            return
        try:
            task = await provider.submit(submission)
        except ProviderError as error:
            await self._insist(partial(self._refused, claim, error), job=job.id)
        else:
            await self._insist(partial(self._submitted, job, task, pace), job=job.id, task=task.task_id)

    async def _insist(self, write_down: Callable[[], Awaitable[None]], **about: str) -> None:
        """However long the database is away: an answer that is forgotten is as bad as one that never came."""
        while True:
            try:
                await write_down()
            except StorageUnavailable as error:
                log.warning("the provider's answer is not yet written down", reason=str(error), **about)
                await self._sleep(WRITE_AGAIN)
            else:
                return

    async def _refused(self, claim: Claim, error: ProviderError) -> None:
        match error:
            case Busy():
                await self._slow_down(claim, error)
            case AlreadySubmitted() | AnswerLost():
                await self._find_out(claim, error.detail)
            case Refused():
                await self._fail(claim, error)
            case NotSent() | Answered():
                await self._leave_route(claim, error)
            case _:
                raise error

    async def _pace(self, job: Job) -> Pace:
        """Asked for before the provider is, so that nothing stands between its answer and our writing it down."""
        paces = await self._store.paces(job.provider)
        return paces.get(pace_key(job.provider_model, job.request)) or guess(job.expected_seconds)

    async def _submission(self, job: Job) -> Submission:
        pictures = await self._store.pictures(job.id)
        return Submission(
            job_id=job.id,
            provider_model=job.provider_model,
            request=VideoRequest.model_validate(job.request),
            pictures={PictureKind(one.kind): PictureFile(one.content, one.media_type) for one in pictures},
            callback_url=self._callback_url(job),
        )

    def _callback_url(self, job: Job) -> str | None:
        if self._public_url is None:
            return None
        return f"{self._public_url.rstrip('/')}/callbacks/{job.provider}/{job.id}/{job.callback_token}"

    async def _submitted(self, job: Job, task: ProviderTask, pace: Pace) -> None:
        await self._store.submitted(job, task.task_id, look_at=self._now() + first_look(pace))
        self._bell.ring(Duty.CARD, Duty.WATCH)
        log.info("task submitted", job=job.id, provider=job.provider, task=task.task_id, attempt=job.attempts)

    async def _find_out(self, claim: Claim, why: str) -> None:
        """Ask twice for the task; where the provider surely has none, send the same request again."""
        job = claim.job
        provider = self._providers[job.provider]
        log.warning("asking for the task", job=job.id, provider=job.provider, reason=why)
        if not provider.finds_by_job_id:
            await self._become_uncertain(claim, why)
            return
        pace = await self._pace(job)
        try:
            task = await provider.find(job.id)
            if task is None:
                await self._sleep(ASK_AGAIN)
                task = await provider.find(job.id)
        except ProviderError as error:
            await self._store.postpone(claim, later(self._now(), job.changed_at))
            log.warning("cannot ask for the task", job=job.id, provider=job.provider, reason=error.detail)
            return
        if task is not None:
            await self._submitted(job, task, pace)
        else:
            await self._wait(claim, NotSent("the provider has no task for this job"))

    async def _leave_route(self, claim: Claim, error: NotSent | Answered) -> None:
        """The route fails for everybody, and surely has no task: take another one, or wait, or give up."""
        job = claim.job
        await self._routes.pause(job, error)
        offer = await self._routes.another(job, error)
        if offer is not None and not self._waited_too_long(job):
            await self._store.reroute(
                claim,
                provider=offer.route.client,
                provider_model=offer.route.model,
                credits=offer.credits,
                due_at=self._now() + timedelta(seconds=_pause(job.attempts)),
            )
            self._bell.ring(Duty.CARD)
            log.warning("another route", job=job.id, provider=job.provider, to=offer.route.client, reason=error.detail)
        elif isinstance(error, NotSent):
            await self._wait(claim, error)
        else:
            await self._fail(claim, error, works=await self._routes.works(job))

    def _waited_too_long(self, job: Job) -> bool:
        return job.attempts >= MANY_ATTEMPTS and self._now() - job.created_at > PATIENCE

    async def _slow_down(self, claim: Claim, error: Busy) -> None:
        """Nothing more is submitted to the account for a while, by any process."""
        until = await self._store.slow_down(claim.job.provider, self.duty, retry_after=error.retry_after)
        await self._try_again(claim, error, until)

    async def _wait(self, claim: Claim, error: NotSent) -> None:
        job = claim.job
        await self._try_again(claim, error, later(self._now(), job.changed_at, least=_pause(job.attempts)))

    async def _try_again(self, claim: Claim, error: NotSent | Busy, due_at: datetime) -> None:
        """The provider surely has no task."""
        job = claim.job
        if self._waited_too_long(job):
            await self._fail(claim, error)
            return
        await self._store.requeue(claim, due_at=due_at)
        log.warning(
            "submission postponed", job=job.id, provider=job.provider, reason=error.detail, attempt=job.attempts
        )

    async def _fail(self, claim: Claim, error: ProviderError, *, works: Sequence[str] = ()) -> None:
        why = error.sentence
        if works:
            why = Sentence("providers-others-work", why=why, models=listed(works, "and"))
        await self._store.fail(claim, why.dump(), detail=error.detail)
        self._bell.ring(Duty.CARD)
        reason = unquoted(error.detail, claim.job.request)
        log.warning("job failed", job=claim.job.id, provider=claim.job.provider, reason=reason)


def _pause(attempts: int) -> float:
    return float(min(2 ** min(attempts, 10), 300))

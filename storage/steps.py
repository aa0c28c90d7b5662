"""What a worker writes down about a job that it holds, one transaction each."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import accounts, audit, leases, ledger, paces, threads
from storage import jobs as job_statements
from storage.audit import Deed
from storage.claims import Claims
from storage.database import calls_run_to_their_end
from storage.errors import StateChanged
from storage.quota_records import BOT, Action
from storage.records import Claim, Duty, Job, account_of
from storage.states import JobState
from storage.tables import jobs


@calls_run_to_their_end
class Steps(Claims):
    """The part of the store that takes jobs through their life.

    A step of a claim changes nothing, and raises ``LeaseLost``, where the worker has lost its lease.
    """

    async def begin_submit(self, claim: Claim) -> Claim:
        """Write down that the request is about to leave."""
        return await self._advance(claim, JobState.SUBMITTING, attempts=jobs.c.attempts + 1)

    async def submitted(self, job: Job, task_id: str, *, look_at: datetime) -> Job:
        """The provider has the task. A task that was paid for is kept also by a worker that has lost its lease."""
        now = self._now()
        async with self._database.write() as connection:
            current = await job_statements.get(connection, job.id, locked=True)
            if current is None or (current.provider_task_id not in {None, task_id}):
                message = f"job {job.id} has another task than {task_id}"
                raise StateChanged(message)
            if current.provider_task_id == task_id:
                return current
            await accounts.relax(connection, account_of(job.provider), Duty.SUBMIT, now)
            return await job_statements.advance(
                connection,
                current,
                JobState.RUNNING,
                now=now,
                provider_task_id=task_id,
                submitted_at=now,
                due_at=look_at,
            )

    async def requeue(self, claim: Claim, *, due_at: datetime) -> Claim:
        """The provider surely has no task; try again later."""
        return await self._advance(claim, JobState.QUEUED, due_at=due_at)

    async def reroute(
        self, claim: Claim, *, provider: str, provider_model: str, credits: int, due_at: datetime
    ) -> Claim:
        """The provider surely has no task; another route takes the job, for no more credits than are set aside."""
        now = self._now()
        async with self._holding(claim) as connection:
            route = {"provider": provider, "provider_model": provider_model, "credits": credits}
            job = await job_statements.advance(connection, claim.job, JobState.QUEUED, now=now, due_at=due_at, **route)
            await ledger.lower(connection, job.id, credits, now)
        return replace(claim, job=job)

    async def postpone(self, claim: Claim, due_at: datetime) -> Claim:
        """Look at the job again later; its state stays."""
        return await self._change(claim, due_at=due_at)

    async def fail(self, claim: Claim, failure: str, *, detail: str = "") -> Claim:
        """No video; the credits go back. ``failure`` is read by the member."""
        return await self._advance(claim, JobState.FAILED, failure=failure, failure_detail=detail)

    async def become_uncertain(self, claim: Claim, *, detail: str) -> Claim:
        """The provider may have the task and cannot be asked; the credits stay set aside, and moderators are told."""
        now = self._now()
        async with self._holding(claim) as connection:
            job = await job_statements.advance(
                connection, claim.job, JobState.UNCERTAIN, now=now, failure_detail=detail
            )
            deed = Deed(job.server_id, BOT, Action.UNCERTAIN, job.member_id)
            await audit.record_move(connection, deed, claim.job, job, now)
        return replace(claim, job=job)

    async def become_late(self, claim: Claim) -> Claim:
        """The task takes far too long; its job goes on waiting for it, and moderators are told."""
        now = self._now()
        async with self._holding(claim) as connection:
            changes = {"late_at": now, "revision": jobs.c.revision + 1}
            job = await job_statements.change(connection, claim.job, **changes)
            await audit.record_late(connection, Deed(job.server_id, BOT, Action.LATE, job.member_id), job, now)
        return replace(claim, job=job)

    async def video_ready(self, claim: Claim, video_url: str) -> Claim:
        """The provider has finished the video, in time or late; how long it took is learned from."""
        now = self._now()
        async with self._holding(claim) as connection:
            job = await job_statements.advance(connection, claim.job, JobState.DELIVERING, now=now, video_url=video_url)
            await paces.learn(connection, job, now)
        return replace(claim, job=job)

    async def renew_video_url(self, claim: Claim, video_url: str) -> Claim:
        """The provider has given the video a new address."""
        return await self._change(claim, video_url=video_url)

    async def delivered(self, claim: Claim, message_id: int, *, channel_id: int, link: str | None = None) -> Claim:
        """The result stands in Discord, with the video or a ``link`` to it; the credits are spent."""
        first = claim.job.delivered_at or self._now()
        result = {"result_message_id": message_id, "result_channel_id": channel_id, "link": link}
        return await self._advance(claim, JobState.DELIVERED, **result, delivered_at=first)

    async def undeliverable(self, claim: Claim, failure: str, *, detail: str = "") -> Claim:
        """Discord would not take the video, which is kept; its making was charged, so the credits are spent."""
        return await self._advance(claim, JobState.UNDELIVERABLE, failure=failure, failure_detail=detail)

    async def withhold(self, claim: Claim, failure: str) -> Claim:
        """The video is posted nowhere, and where it is forgotten; its making was charged, so the credits are spent."""
        return await self._advance(
            claim, JobState.UNDELIVERABLE, failure=failure, video_url=None, provider_task_id=None
        )

    async def result_removed(self, claim: Claim) -> Claim:
        """The message of a deleted result is gone."""
        return await self._change_card(claim, result_message_id=None)

    async def card_posted(self, claim: Claim, message_id: int) -> Claim:
        """The card stands in Discord."""
        return await self._change_card(claim, card_message_id=message_id)

    async def card_shown(self, claim: Claim, revision: int) -> Claim:
        """The card shows the job as it was at this revision."""
        return await self._change_card(claim, shown_revision=revision)

    async def postpone_card(self, claim: Claim, due_at: datetime) -> Claim:
        """Try the card again later."""
        return await self._change_card(claim, card_due_at=due_at)

    async def seek_thread(self, claim: Claim) -> Claim | None:
        """Put the job into its member's thread of the channel; where there is none, its card is to carry that.

        ``None`` where another job's card is about to.
        """
        now = self._now()
        async with self._holding(claim) as connection:
            job = await job_statements.get(connection, claim.job.id, locked=True)
            if job is not None and job.seeks_thread:
                changes = await threads.seek(connection, job, now)
                if changes is None:
                    return None
                job = await job_statements.change_card(connection, job.id, **changes)
        return replace(claim, job=job or claim.job)

    async def leave_thread(self, claim: Claim, *, deleted: bool) -> Claim:
        """The thread where the card should stand takes nothing; it goes to the channel around it, or is sought anew."""
        async with self._holding(claim) as connection:
            job = await job_statements.get(connection, claim.job.id, locked=True)
            if job is not None and job.parent_id is not None:
                changes = await threads.leave(connection, job, deleted=deleted, now=self._now())
                job = await job_statements.change_card(connection, job.id, **changes)
        return replace(claim, job=job or claim.job)

    async def thread_opened(self, claim: Claim, thread_id: int) -> Claim:
        """Where the result goes; also later ones, if it is the member's thread."""
        async with self._holding(claim) as connection:
            job = await job_statements.change_card(connection, claim.job.id, thread_id=thread_id)
            await threads.opened(connection, job.id, thread_id)
        return replace(claim, job=job)

    async def thread_refused(self, claim: Claim) -> Claim:
        """No thread can be opened; the result goes into the channel."""
        async with self._holding(claim) as connection:
            job = await job_statements.change_card(connection, claim.job.id, in_thread=False)
            await threads.refused(connection, job.id)
        return replace(claim, job=job)

    @asynccontextmanager
    async def _holding(self, claim: Claim) -> AsyncIterator[AsyncConnection]:
        """A transaction that locks the lease as its last: nobody waits for another lock with a lease in hand."""
        async with self._database.write() as connection:
            yield connection
            await leases.confirm(connection, claim)

    async def _advance(self, claim: Claim, target: JobState, **changes: Any) -> Claim:
        async with self._holding(claim) as connection:
            job = await job_statements.advance(connection, claim.job, target, now=self._now(), **changes)
        return replace(claim, job=job)

    async def _change(self, claim: Claim, **changes: Any) -> Claim:
        async with self._holding(claim) as connection:
            job = await job_statements.change(connection, claim.job, **changes)
        return replace(claim, job=job)

    async def _change_card(self, claim: Claim, **changes: Any) -> Claim:
        async with self._holding(claim) as connection:
            job = await job_statements.change_card(connection, claim.job.id, **changes)
        return replace(claim, job=job)

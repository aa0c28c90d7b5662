"""Everything the house asks of the database, one transaction each."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import (
    accounts,
    audit,
    drafts,
    grants,
    leases,
    ledger,
    paces,
    pauses,
    reservation,
    servers,
    threads,
    uploads,
)
from storage import jobs as job_statements
from storage.audit import Deed
from storage.claims import LEASE, Claims
from storage.database import Database, calls_run_to_their_end
from storage.errors import AlreadyAccepted, DraftGone, StateChanged
from storage.limits import Limit, Word
from storage.quota_records import BOT, NOWHERE, Action, Draft, Origin, Usage
from storage.records import (
    Acceptance,
    Claim,
    Duty,
    Job,
    NewJob,
    Pace,
    PaceKey,
    Pause,
    Picture,
    UploadLimit,
    account_of,
)
from storage.states import JobState
from storage.tables import jobs

__all__ = ["LEASE", "Store"]


@calls_run_to_their_end
class Store(Claims):
    """The database as the pipeline and the commands see it.

    ``owner`` names this process in leases. ``default_allowance`` is what a new server allows each member a day;
    ``operator_budget`` bounds all servers together in a calendar month in UTC (both in credits).
    Every method may raise ``StorageUnavailable``.
    """

    def __init__(
        self,
        database: Database,
        *,
        clock: Callable[[], datetime],
        owner: str,
        default_allowance: int,
        operator_budget: int | None = None,
    ) -> None:
        super().__init__(database, clock=clock, owner=owner)
        self._default_allowance = default_allowance
        self._operator_budget: Limit = Word.UNLIMITED if operator_budget is None else operator_budget

    async def accept(self, new: NewJob, origin: Origin = NOWHERE, *, draft_id: str | None = None) -> Acceptance:
        """Keep the job, its pictures and its reservation; all of it or nothing.

        With ``draft_id`` it takes the place of a draft. Raises a ``QuotaError`` where a limit or a rule of the server
        stands against it, ``AlreadyAccepted`` where the interaction has its job already, and ``DraftGone``.
        """
        now = self._now()
        async with self._database.write() as connection:
            await servers.ensure(connection, new.server_id, default_allowance=self._default_allowance, now=now)
            job = await job_statements.add(connection, new, now)
            if job is None:
                raise AlreadyAccepted(new.id)
            if draft_id is not None and not await drafts.drop(connection, draft_id, new.member_id):
                raise DraftGone(draft_id)
            await reservation.lock(connection, new)
            # The settings as they are now, however long the locks have taken.
            server = await servers.get(connection, new.server_id, default_allowance=self._default_allowance)
            usage = await reservation.reserve(connection, new, server, self._operator_budget, origin, now)
            place = await self._place(connection, job)
            return Acceptance(await job_statements.change_card(connection, job.id, place=place), usage, place)

    async def check(self, new: NewJob, origin: Origin = NOWHERE) -> Usage:
        """The member's credits, if ``accept`` would take the order now; raises its ``QuotaError`` if not."""
        async with self._database.read() as connection:
            server = await servers.get(connection, new.server_id, default_allowance=self._default_allowance)
            return await reservation.check(connection, new, server, self._operator_budget, origin, self._now())

    async def acceptance(self, job_id: str, origin: Origin = NOWHERE) -> Acceptance | None:
        """How a job was accepted, for one whose answer was lost; ``None`` where it was not."""
        async with self._database.read() as connection:
            job = await job_statements.get(connection, job_id)
            if job is None:
                return None
            usage = await self._usage(connection, job.server_id, job.member_id, origin.role_ids)
            return Acceptance(job, usage, await self._place(connection, job))

    async def usage(self, server_id: int, member_id: int, role_ids: Collection[int] = ()) -> Usage:
        """The member's credits."""
        async with self._database.read() as connection:
            return await self._usage(connection, server_id, member_id, role_ids)

    async def _usage(
        self, connection: AsyncConnection, server_id: int, member_id: int, role_ids: Collection[int]
    ) -> Usage:
        server = await servers.get(connection, server_id, default_allowance=self._default_allowance)
        return await reservation.usage(connection, server, member_id, role_ids, self._now())

    async def keep_draft(self, draft: Draft) -> None:
        """Keep an order that waits for its member; those that have expired are forgotten."""
        async with self._database.write() as connection:
            await drafts.add(connection, draft, self._now())

    async def draft(self, draft_id: str, member_id: int) -> Draft | None:
        """The member's draft; ``None`` where it was answered or has expired."""
        async with self._database.read() as connection:
            return await drafts.get(connection, draft_id, member_id, self._now())

    async def drop_draft(self, draft_id: str, member_id: int) -> bool:
        """Forget the member's draft; whether it was there."""
        async with self._database.write() as connection:
            return await drafts.drop(connection, draft_id, member_id)

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
        async with self._database.write() as connection:
            route = {"provider": provider, "provider_model": provider_model, "credits": credits}
            job = await job_statements.advance(connection, claim.job, JobState.QUEUED, now=now, due_at=due_at, **route)
            await leases.confirm(connection, claim)
            await ledger.lower(connection, job.id, credits, now)
        return Claim(job, claim.duty, claim.owner)

    async def pause(self, client: str, model: str, *, until: datetime, reason: str) -> None:
        """Switch a client's model off for a while; with "" all of its models."""
        async with self._database.write() as connection:
            await pauses.begin(connection, Pause(client, model, until, reason))

    async def pauses(self) -> list[Pause]:
        """What is switched off now."""
        async with self._database.read() as connection:
            return await pauses.running(connection, self._now())

    async def postpone(self, claim: Claim, due_at: datetime) -> Claim:
        """Look at the job again later; its state stays."""
        return await self._change(claim, due_at=due_at)

    async def fail(self, claim: Claim, failure: str, *, detail: str = "") -> Claim:
        """No video; the credits go back. ``failure`` is read by the member."""
        return await self._advance(claim, JobState.FAILED, failure=failure, failure_detail=detail)

    async def become_uncertain(self, claim: Claim, *, detail: str) -> Claim:
        """The provider may have the task and cannot be asked; the credits stay set aside, and moderators are told."""
        now = self._now()
        async with self._database.write() as connection:
            job = await job_statements.advance(
                connection, claim.job, JobState.UNCERTAIN, now=now, failure_detail=detail
            )
            await leases.confirm(connection, claim)
            deed = Deed(job.server_id, BOT, Action.UNCERTAIN, job.member_id)
            await audit.record_move(connection, deed, claim.job, job, now)
        return Claim(job, claim.duty, claim.owner)

    async def become_late(self, claim: Claim) -> Claim:
        """The task takes far too long; its job goes on waiting for it, and moderators are told."""
        now = self._now()
        async with self._database.write() as connection:
            changes = {"late_at": now, "revision": jobs.c.revision + 1}
            job = await job_statements.change(connection, claim.job, **changes)
            await leases.confirm(connection, claim)
            await audit.record_late(connection, Deed(job.server_id, BOT, Action.LATE, job.member_id), job, now)
        return Claim(job, claim.duty, claim.owner)

    async def video_ready(self, claim: Claim, video_url: str) -> Claim:
        """The provider has finished the video, in time or late; how long it took is learned from."""
        now = self._now()
        async with self._database.write() as connection:
            job = await job_statements.advance(connection, claim.job, JobState.DELIVERING, now=now, video_url=video_url)
            await leases.confirm(connection, claim)
            await paces.learn(connection, job, now)
        return Claim(job, claim.duty, claim.owner)

    async def renew_video_url(self, claim: Claim, video_url: str) -> Claim:
        """The provider has given the video a new address."""
        return await self._change(claim, video_url=video_url)

    async def delivered(self, claim: Claim, message_id: int, *, channel_id: int, link: str | None = None) -> Claim:
        """The result stands in Discord, with the video or a ``link`` to it; the credits are spent."""
        first = claim.job.delivered_at or self._now()
        result = {"result_message_id": message_id, "result_channel_id": channel_id, "link": link}
        return await self._advance(claim, JobState.DELIVERED, **result, delivered_at=first)

    async def upload_limit(self, server_id: int) -> UploadLimit:
        """What is known of how large a file the server takes."""
        async with self._database.read() as connection:
            return await uploads.limit_of(connection, server_id, self._now())

    async def upload_refused(self, server_id: int, size: int) -> UploadLimit:
        """Discord has refused a file for its size; what is known now."""
        async with self._database.write() as connection:
            return await uploads.refuse(connection, server_id, size, self._now())

    async def upload_taken(self, server_id: int, size: int) -> None:
        """Discord has taken a file of this size; it is kept of a server that has refused one."""
        async with self._database.write() as connection:
            await uploads.take(connection, server_id, size, self._now())

    async def undeliverable(self, claim: Claim, failure: str, *, detail: str = "") -> Claim:
        """Discord would not take the video, which is kept; its making was charged, so the credits are spent."""
        return await self._advance(claim, JobState.UNDELIVERABLE, failure=failure, failure_detail=detail)

    async def withhold(self, claim: Claim, failure: str) -> Claim:
        """The video is posted nowhere, and where it is forgotten; its making was charged, so the credits are spent."""
        return await self._advance(
            claim, JobState.UNDELIVERABLE, failure=failure, video_url=None, provider_task_id=None
        )

    async def card_posted(self, claim: Claim, message_id: int) -> Claim:
        """The card stands in Discord."""
        return await self._change_card(claim, card_message_id=message_id)

    async def card_shown(self, claim: Claim, revision: int) -> Claim:
        """The card shows the job as it was at this revision."""
        return await self._change_card(claim, shown_revision=revision)

    async def result_removed(self, claim: Claim) -> Claim:
        """The message of a deleted result is gone."""
        return await self._change_card(claim, result_message_id=None)

    async def seek_thread(self, claim: Claim) -> Claim | None:
        """Put the job into its member's thread of the channel; where there is none, its card is to carry that.

        ``None`` where another job's card is about to.
        """
        now = self._now()
        async with self._database.write() as connection:
            job = await job_statements.get(connection, claim.job.id, locked=True)
            if job is not None and job.seeks_thread:
                changes = await threads.seek(connection, job, now)
                if changes is None:
                    return None
                job = await job_statements.change_card(connection, job.id, **changes)
            await leases.confirm(connection, claim)
        return Claim(job or claim.job, claim.duty, claim.owner)

    async def leave_thread(self, claim: Claim, *, deleted: bool) -> Claim:
        """The thread where the card should stand takes nothing; it goes to the channel around it, or is sought anew."""
        async with self._database.write() as connection:
            job = await job_statements.get(connection, claim.job.id, locked=True)
            if job is not None and job.parent_id is not None:
                changes = await threads.leave(connection, job, deleted=deleted, now=self._now())
                job = await job_statements.change_card(connection, job.id, **changes)
            await leases.confirm(connection, claim)
        return Claim(job or claim.job, claim.duty, claim.owner)

    async def carries_members_thread(self, job_id: str) -> bool:
        """Whether the thread on the job's card is its member's."""
        async with self._database.read() as connection:
            return await threads.carries(connection, job_id)

    async def thread_opened(self, claim: Claim, thread_id: int) -> Claim:
        """Where the result goes; also later ones, if it is the member's thread."""
        async with self._database.write() as connection:
            job = await job_statements.change_card(connection, claim.job.id, thread_id=thread_id)
            await threads.opened(connection, job.id, thread_id)
            await leases.confirm(connection, claim)
        return Claim(job, claim.duty, claim.owner)

    async def thread_refused(self, claim: Claim) -> Claim:
        """No thread can be opened; the result goes into the channel."""
        async with self._database.write() as connection:
            job = await job_statements.change_card(connection, claim.job.id, in_thread=False)
            await threads.refused(connection, job.id)
            await leases.confirm(connection, claim)
        return Claim(job, claim.duty, claim.owner)

    async def postpone_card(self, claim: Claim, due_at: datetime) -> Claim:
        """Try the card again later."""
        return await self._change_card(claim, card_due_at=due_at)

    async def _advance(self, claim: Claim, target: JobState, **changes: Any) -> Claim:
        async with self._database.write() as connection:
            job = await job_statements.advance(connection, claim.job, target, now=self._now(), **changes)
            await leases.confirm(connection, claim)
        return Claim(job, claim.duty, claim.owner)

    async def _change(self, claim: Claim, **changes: Any) -> Claim:
        async with self._database.write() as connection:
            job = await job_statements.change(connection, claim.job, **changes)
            await leases.confirm(connection, claim)
        return Claim(job, claim.duty, claim.owner)

    async def _change_card(self, claim: Claim, **changes: Any) -> Claim:
        async with self._database.write() as connection:
            job = await job_statements.change_card(connection, claim.job.id, **changes)
            await leases.confirm(connection, claim)
        return Claim(job, claim.duty, claim.owner)

    async def job(self, job_id: str) -> Job | None:
        async with self._database.read() as connection:
            return await job_statements.get(connection, job_id)

    async def paces(self, provider: str) -> Mapping[PaceKey, Pace]:
        """How long the provider's own finished tasks took, as far as that is known well enough."""
        async with self._database.read() as connection:
            return await paces.of_provider(connection, provider)

    async def pictures(self, job_id: str, kinds: Sequence[str] | None = None) -> list[Picture]:
        async with self._database.read() as connection:
            return await job_statements.pictures_of(connection, job_id, kinds)

    async def jobs_of(
        self,
        server_id: int,
        member_id: int | None,
        *,
        states: Collection[JobState] = tuple(JobState),
        skip: int = 0,
        limit: int,
    ) -> list[Job]:
        """The newest jobs first, of a member or of all; those after the first ``skip``."""
        async with self._database.read() as connection:
            return await job_statements.newest(connection, server_id, member_id, states, skip=skip, limit=limit)

    async def counts(self) -> dict[tuple[str, str], int]:
        """How many jobs there are by provider and state."""
        async with self._database.read() as connection:
            return await job_statements.count_by_state(connection)

    async def inconsistencies(self) -> list[str]:
        """Where balances, entries and jobs disagree, in words; empty when the ledger is sound."""
        async with self._database.read() as connection:
            return [
                *await ledger.unequal_balances(connection),
                *await job_statements.wrong_reservations(connection),
                *await grants.wrong_grants(connection),
            ]

    async def ping(self) -> None:
        """Prove that the database can be written."""
        await self.remember("pinged", self._now().isoformat())

    async def recall(self, key: str) -> str | None:
        """What ``remember`` kept under this key."""
        async with self._database.read() as connection:
            return await servers.recall(connection, key)

    async def remember(self, key: str, value: str) -> None:
        """Keep a word of the bot itself over restarts."""
        async with self._database.write() as connection:
            await servers.remember(connection, key, value)

    async def remember_once(self, key: str, value: str) -> bool:
        """Keep a word unless there is one already; of several who do this at once, one is told that it is theirs."""
        async with self._database.write() as connection:
            return await servers.remember_once(connection, key, value)

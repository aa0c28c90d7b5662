"""What people decide about jobs, one transaction each: members about their own, moderators about those on hold.

Each decision is a guarded move like those of the duties: of two at once, the second finds the job moved on.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import audit, leases
from storage import jobs as job_statements
from storage.audit import Deed
from storage.database import Database, calls_run_to_their_end
from storage.errors import InHand, StateChanged, TaskTaken
from storage.quota_records import Action, Change
from storage.records import Duty, Job
from storage.states import JobState

FINDS_OUT: Final = timedelta(minutes=15)
"""How long a submission is left to the bot, which asks the provider what became of it."""


@calls_run_to_their_end
class Resolutions:
    """Decisions about jobs. Whoever calls has made sure that the actor may decide.

    Every method takes the job as the actor saw it, and raises ``StateChanged`` where it has moved on since, or where
    its state does not allow this. Every method may raise ``StorageUnavailable``.
    """

    def __init__(self, database: Database, *, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._now = clock

    async def cancel(self, job: Job, *, actor_id: int) -> Job:
        """Take a queued job back; its credits go back. Of somebody else's job the audit tells."""
        now = self._now()
        async with self._database.write() as connection:
            canceled = await job_statements.advance(connection, job, JobState.CANCELED, now=now)
            if actor_id != job.member_id:
                deed = Deed(job.server_id, actor_id, Action.CANCEL, job.member_id)
                await audit.record_move(connection, deed, job, canceled, now)
            return canceled

    async def resend(self, job: Job, *, channel_id: int) -> Job:
        """Deliver a finished video once more, for no further credits.

        It goes into ``channel_id`` where its own thread and channel no longer take it. Raises ``StateChanged`` for one
        that was deleted, too.
        """
        again = {"failure": None, "failure_detail": None, "result_message_id": None, "result_channel_id": channel_id}
        async with self._database.write() as connection:
            current = await job_statements.get(connection, job.id, locked=True)
            if current is None or current.deleted:
                raise StateChanged(f"the video of job {job.id} was deleted")
            return await job_statements.advance(connection, job, JobState.DELIVERING, now=self._now(), **again)

    async def delete(self, job: Job, *, actor_id: int) -> Job:
        """Nobody shall have or see any more what became of a job that has ended; messages are for the card duty.

        Its credits stay where they are. Of somebody else's the audit tells.
        """
        now = self._now()
        async with self._database.write() as connection:
            deleted = await job_statements.delete_result(connection, job, actor_id=actor_id, now=now)
            if actor_id != job.member_id:
                deed = Deed(job.server_id, actor_id, Action.DELETE, job.member_id)
                await audit.record_deleted(connection, deed, deleted, now)
            return deleted

    async def attach(self, job: Job, task_id: str, *, actor_id: int, reason: str = "") -> Change:
        """The provider has made this task of the job, which is watched from now on.

        Raises ``TaskTaken`` where the task belongs to another job, and ``InHand``.
        """
        found = {"provider_task_id": task_id, "submitted_at": self._now(), "late_at": None, "failure_detail": None}
        try:
            return await self._resolve(job, JobState.RUNNING, actor_id, reason, **found)
        except IntegrityError as error:
            raise TaskTaken(task_id) from error

    async def release(self, job: Job, failure: str, *, actor_id: int, reason: str = "") -> Change:
        """Wait for the video no longer, be it only late, and give its credits back; raises ``InHand``.

        ``failure`` is read by the member.
        """
        return await self._resolve(job, JobState.FAILED, actor_id, reason, failure=failure)

    async def again(self, job: Job, *, actor_id: int, reason: str = "") -> Change:
        """Submit the job once more, for the credits that are set aside; raises ``InHand``."""
        fresh = dict.fromkeys(("provider_task_id", "submitted_at", "late_at", "failure_detail"))
        return await self._resolve(job, JobState.QUEUED, actor_id, reason, attempts=0, **fresh)

    async def _resolve(self, job: Job, target: JobState, actor_id: int, reason: str, **changes: Any) -> Change:
        now = self._now()
        async with self._database.write() as connection:
            await _check_free(connection, job, now)
            moved = await job_statements.advance(connection, job, target, now=now, **changes)
            deed = Deed(job.server_id, actor_id, Action.RESOLVE, job.member_id, reason=reason)
            return await audit.record_move(connection, deed, job, moved, now)


async def _check_free(connection: AsyncConnection, job: Job, now: datetime) -> None:
    """Make sure that the job is as it was seen, on hold, and in nobody's hands until the transaction ends."""
    current = await job_statements.get(connection, job.id, locked=True)
    if current is None or current.revision != job.revision or not current.on_hold:
        message = f"job {job.id} is not on hold any more"
        raise StateChanged(message)
    waits = await leases.ends(connection, job.id, (Duty.SUBMIT, Duty.WATCH))
    if current.state is JobState.SUBMITTING:
        waits.append(current.changed_at + FINDS_OUT)
    if (free_at := max(waits, default=now)) > now:
        raise InHand(free_at)

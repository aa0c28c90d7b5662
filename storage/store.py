"""Everything the house asks of the database, one transaction each."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import drafts, grants, ledger, paces, pauses, reservation, servers, threads, uploads
from storage import jobs as job_statements
from storage.claims import LEASE
from storage.database import Database, calls_run_to_their_end
from storage.errors import AlreadyAccepted, DraftGone
from storage.limits import Limit, Word
from storage.quota_records import NOWHERE, Draft, Origin, Usage
from storage.records import Acceptance, Job, NewJob, Pace, PaceKey, Pause, Picture, UploadLimit
from storage.states import JobState
from storage.steps import Steps

__all__ = ["LEASE", "Store"]


@calls_run_to_their_end
class Store(Steps):
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

    async def pause(self, client: str, model: str, *, until: datetime, reason: str) -> None:
        """Switch a client's model off for a while; with "" all of its models."""
        async with self._database.write() as connection:
            await pauses.begin(connection, Pause(client, model, until, reason))

    async def pauses(self) -> list[Pause]:
        """What is switched off now."""
        async with self._database.read() as connection:
            return await pauses.running(connection, self._now())

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

    async def carries_members_thread(self, job_id: str) -> bool:
        """Whether the thread on the job's card is its member's."""
        async with self._database.read() as connection:
            return await threads.carries(connection, job_id)

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

    async def claim_word(self, key: str, lasts: timedelta) -> bool:
        """Keep ``key`` for the caller unless it is remembered, or claimed by somebody for some time yet.

        Of several who do this at once, one is told that it is theirs; who is done with it calls ``remember``.
        """
        async with self._database.write() as connection:
            now = self._now()
            return await servers.claim_word(connection, key, now + lasts, now)

    async def forget(self, key: str) -> None:
        """Forget what was remembered or claimed."""
        async with self._database.write() as connection:
            await servers.forget(connection, key)

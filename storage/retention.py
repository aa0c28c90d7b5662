"""What is forgotten after a time: pictures of jobs that have ended, and what was only kept for a while.

The jobs' rows stay, the ledger needs them.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select

from storage import ledger, servers
from storage.database import Database, calls_run_to_their_end
from storage.states import JobState
from storage.tables import blocks, jobs, pictures
from storage.windows import window_at

ENDED: Final = frozenset({JobState.DELIVERED, JobState.FAILED, JobState.CANCELED, JobState.UNDELIVERABLE})

_AT_ONCE: Final = 200


@calls_run_to_their_end
class Retention:
    """Every method may raise ``StorageUnavailable``."""

    def __init__(self, database: Database, *, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._now = clock

    async def erase_pictures(self, older_than: timedelta) -> int:
        """Erase the pictures of some jobs that ended so long ago; of how many jobs, 0 when none is left."""
        long_ago = self._now() - older_than
        async with self._database.write() as connection:
            rows = await connection.execute(
                select(jobs.c.id)
                .where(jobs.c.state.in_(ENDED), jobs.c.changed_at < long_ago)
                .where(select(pictures.c.job_id).where(pictures.c.job_id == jobs.c.id).exists())
                .order_by(jobs.c.changed_at)
                .limit(_AT_ONCE)
                .with_for_update(skip_locked=True)
            )
            ids = [row.id for row in rows]
            await connection.execute(delete(pictures).where(pictures.c.job_id.in_(ids)))
            return len(ids)

    async def forget_ended(self) -> None:
        """Forget blocks that have ended, and what erased members had used of windows that have ended."""
        now = self._now()
        async with self._database.write() as connection:
            await connection.execute(delete(blocks).where(blocks.c.until <= now))
            for carried in await ledger.carried(connection):
                server = await servers.get(connection, carried.server_id, default_allowance=0)
                _, end = window_at(carried.counted_at, server.period, server.time_zone)
                if end <= now:
                    await ledger.forget(connection, carried)

"""Other processes, and what the tests of storage look at beneath the store."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from storage.database import Database
from storage.quota_records import Origin
from storage.records import Claim, Job, NewJob
from storage.store import Store
from storage.tables import metadata
from tests.conftest import START

ROOT = Path(__file__).parents[2]

MODERATOR, ALICE, BOB, ROLE, OTHER_ROLE = 99, 101, 102, 7, 8
TOMORROW = datetime(2026, 3, 12, tzinfo=UTC)


class Child:
    """One part of ``tests/storage/child.py``, running as a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def hear(self) -> Any:
        assert self._process.stdout is not None
        async with asyncio.timeout(30):
            return json.loads(await self._process.stdout.readline())

    async def tell(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        await self._process.stdin.drain()

    async def kill(self) -> None:
        """``kill -9``, if it still runs."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.communicate()


StartChild = Callable[..., Awaitable[Child]]


@pytest.fixture
async def start_child() -> AsyncIterator[StartChild]:
    """Starts a part of ``child.py`` with its arguments, up to the moment when it waits for its first line."""
    children: list[Child] = []

    async def start(part: str, *arguments: object) -> Child:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.storage.child", part, *map(str, arguments)),
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        children.append(Child(process))
        assert await children[-1].hear() == "ready"
        return children[-1]

    yield start
    for child in children:
        await child.kill()


@pytest.fixture
def row_counts(database: Database) -> Callable[[], Awaitable[dict[str, int]]]:
    """How many rows each table has; tables without rows are left out."""

    async def counts() -> dict[str, int]:
        async with database.read() as connection:
            numbers = {
                table.name: await connection.scalar(select(func.count()).select_from(table))
                for table in metadata.sorted_tables
            }
        return {name: number for name, number in numbers.items() if number}

    return counts


async def submitting(store: Store, new: NewJob) -> Claim:
    """A job that its store has begun to submit."""
    await store.accept(new)
    (claim,) = await store.claim_to_submit(new.provider, max_running=1_000, limit=1)
    return await store.begin_submit(claim)


async def running(store: Store, new: NewJob, task_id: str | None = None) -> Job:
    """A job that its provider has, due now; nobody holds it to watch it."""
    claim = await submitting(store, new)
    return await store.submitted(claim.job, task_id or f"task-{new.id}", look_at=claim.job.due_at)


@pytest.fixture
def settings(quotas):
    """Changes fields of server 1's settings."""

    async def change(**fields):
        return await quotas.change_server(1, lambda server: replace(server, **fields), actor_id=MODERATOR)

    return change


@pytest.fixture
def grant(quotas):
    """Grants credits to a member of server 1."""

    async def grant_(credits, *, member=ALICE, **until):
        end = START + timedelta(**until) if until else None
        return await quotas.grant(1, member, credits, actor_id=MODERATOR, until=end, reason="a prize")

    return grant_


def as_role(*role_ids: int) -> Origin:
    return Origin(role_ids=frozenset(role_ids))

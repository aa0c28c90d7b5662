"""Another process on the same database: says ``ready``, waits for a line, does its part, says what came of it."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.errors import NotEnoughCredits
from storage.store import Store
from tests.samples import START, sample_job


def say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


async def told() -> None:
    """Wait for a line; the end of the input, when the test is over or dead, ends this process."""
    if not await asyncio.to_thread(sys.stdin.readline):
        sys.exit(1)


class PausingDatabase(Database):
    """Says when everything is written, and waits before it commits."""

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        async with super().write() as connection:
            yield connection
            say("written")
            await told()


def store_on(database: Database, owner: str, budget: int | None = None) -> Store:
    return Store(database, clock=lambda: START, owner=owner, default_allowance=10_000, operator_budget=budget)


async def migrates(url: str) -> None:
    from storage.migrate import migrate  # the other parts do without, and begin sooner

    async with Database(url) as database:
        await ready()
        await migrate(database)
    say("migrated")


async def accepts(url: str, first: str, count: str, budget: str) -> None:
    """Accept many jobs at once, each of one of two members; says how many were accepted."""
    async with Database(url) as database:
        store = store_on(database, "child", int(budget))

        async def accepted(number: int) -> bool:
            try:
                await store.accept(sample_job(number, member_id=number % 2))
            except NotEnoughCredits:
                return False
            return True

        await ready()
        say(sum(await asyncio.gather(*(accepted(int(first) + number) for number in range(int(count))))))


async def claims(url: str, owner: str) -> None:
    """Claim jobs a few at a time until there are none; says which."""
    async with Database(url) as database:
        store = store_on(database, owner)
        await ready()
        mine: list[str] = []
        while claimed := await store.claim_cards(limit=5):
            mine += [claim.job.id for claim in claimed]
        say(mine)


async def claims_to_submit(url: str, owner: str, max_running: str) -> None:
    async with Database(url) as database:
        store = store_on(database, owner)
        await ready()
        claimed = await store.claim_to_submit("kling", max_running=int(max_running), limit=100)
        say([claim.job.id for claim in claimed])


async def accepts_one(url: str) -> None:
    """Accept a job; lives on until it is told to end."""
    async with Database(url) as database:
        await ready()
        await store_on(database, "child").accept(sample_job(1))
        say("accepted")
        await told()


async def pauses_before_commit(url: str) -> None:
    async with PausingDatabase(url) as database:
        await ready()
        await store_on(database, "child").accept(sample_job(1))
        say("committed")


async def ready() -> None:
    say("ready")
    await told()


PARTS: dict[str, Callable[..., Awaitable[None]]] = {
    part.__name__: part for part in (migrates, accepts, claims, claims_to_submit, accepts_one, pauses_before_commit)
}

if __name__ == "__main__":
    structlog.configure(
        logger_factory=structlog.PrintLoggerFactory(sys.stderr)
    )  # what is said is JSON and nothing else
    asyncio.run(PARTS[sys.argv[1]](*sys.argv[2:]))  # type: ignore[arg-type]

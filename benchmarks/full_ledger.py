"""How much longer an order takes when the month is full: accepting a job in a new ledger and in one of many entries.

Both are measured in turns in one run, on SQLite files. What counts is the ratio.
"""

import asyncio
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from storage.database import Database
from storage.ledger import Account, Scope, Sums
from storage.migrate import migrate
from storage.quotas import Quotas
from storage.records import NewJob, Picture
from storage.store import Store
from storage.tables import balances, ledger
from storage.windows import Period

VIDEOS = 50_000
"""Videos of one month in the full ledger; each has two entries of the operator and two of the server's pool."""

ROUNDS = 200
NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
ACCOUNTS = (Account(Scope.OPERATOR), Account(Scope.SERVER, 1))


def store_on(database: Database) -> Store:
    return Store(database, clock=lambda: NOW, owner="bench", default_allowance=10**6, operator_budget=10**9)


def order(number: int) -> NewJob:
    return NewJob(
        id=f"{number:032}",
        interaction_id=number,
        server_id=1,
        channel_id=2,
        member_id=3,
        in_thread=True,
        request={},
        model="kling-v2-5-turbo",
        provider="kling",
        provider_model="kling-v2-5-turbo",
        pinned=False,
        credits=21,
        expected_seconds=120,
        callback_token="",
        pictures=(Picture("image", b"\xff\xd8" * 50_000, "image/jpeg", 640, 480),),
    )


async def fill(database: Database) -> None:
    """A month's entries; the pool counts by month, so that both sums are as long."""
    quotas = Quotas(database, clock=lambda: NOW, default_allowance=10**6)
    await quotas.change_server(1, lambda server: replace(server, pool=10**9, period=Period.MONTH), actor_id=1)
    about = {"at": NOW, "counted_at": NOW, "reason": "", "added_change": 0}
    entries = [
        {**vars(account), **about, "kind": kind, "held_change": held, "spent_change": spent}
        for account in ACCOUNTS
        for kind, held, spent in (("reserve", 21, 0), ("settle", -21, 21))
    ]
    async with database.write() as connection:
        for _ in range(VIDEOS // 1000):
            await connection.execute(insert(ledger), entries * 1000)
        spent = Sums(spent=21 * VIDEOS)
        await connection.execute(insert(balances), [{**vars(account), **vars(spent)} for account in ACCOUNTS])


async def measure() -> tuple[list[float], list[float]]:
    """Seconds for each order: in the new ledger, in the full one."""
    times: tuple[list[float], list[float]] = ([], [])
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite+aiosqlite:///{Path(folder) / name}" for name in ("new.db", "full.db")]
        async with Database(urls[0]) as new, Database(urls[1]) as full:
            for database in (new, full):
                await migrate(database)
            await fill(full)
            for number in range(ROUNDS):
                for database, taken in zip((new, full), times, strict=True):
                    began = time.perf_counter()
                    await store_on(database).accept(order(number))
                    taken.append(time.perf_counter() - began)
            assert await store_on(full).inconsistencies() == []
    return times


def main() -> None:
    new, full = (statistics.median(taken) * 1000 for taken in asyncio.run(measure()))
    print(f"an order in a new ledger: {new:.2f} ms at the median")
    print(f"an order after {VIDEOS:,} videos in the month: {full:.2f} ms")
    print(f"ratio: {full / new:.2f}")


if __name__ == "__main__":
    main()

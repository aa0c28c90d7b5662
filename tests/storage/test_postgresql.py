"""What the database promises on a PostgreSQL server that is away, slow, silent or held up by others."""

import asyncio

import pytest
from sqlalchemy import insert, make_url, text

from storage.database import Database
from storage.errors import StorageUnavailable
from storage.sql import one_at_a_time
from storage.store import Store
from storage.tables import balances, bot_state
from tests.conftest import START


def store_on(database: Database) -> Store:
    return Store(database, clock=lambda: START, owner="one", default_allowance=100)


def name_of(url: str) -> str:
    name = make_url(url).database
    assert name is not None
    return name


async def test_f2_nothing_is_accepted_while_postgresql_is_out_of_reach(
    postgres, own_postgresql_url, open_database, new_job
):
    """F2: the connections drop and no new ones are let in; later everything works again with the same pool."""
    store, job, name = store_on(await open_database(own_postgresql_url)), new_job(), name_of(own_postgresql_url)
    await store.ping()
    await postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    await postgres.disconnect(name)
    for attempt in (store.accept(job), store.ping(), store.usage(1, 101)):
        with pytest.raises(StorageUnavailable):
            await attempt
    await postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert await store.job(job.id) is None
    assert (await store.accept(job)).usage.held == job.credits


async def test_a_connection_that_drops_in_the_middle(postgres, postgresql_url, open_database):
    database, name = await open_database(postgresql_url), name_of(postgresql_url)

    async def write_and_lose_the_connection() -> None:
        async with database.write() as connection:
            await connection.execute(insert(bot_state).values(key="a", value="b"))
            await postgres.disconnect(name)
            await connection.execute(insert(bot_state).values(key="c", value="d"))

    with pytest.raises(StorageUnavailable):
        await write_and_lose_the_connection()
    assert await store_on(database).recall("a") is None


async def test_f2_a_postgresql_that_only_reads(postgres, own_postgresql_url, open_database, new_job):
    """As after a failover to a standby."""
    await postgres.execute(f"ALTER DATABASE {name_of(own_postgresql_url)} SET default_transaction_read_only = on")
    store, job = store_on(await open_database(own_postgresql_url)), new_job()
    with pytest.raises(StorageUnavailable, match="read-only"):
        await store.accept(job)
    assert await store.job(job.id) is None


async def test_a_deadlock_is_no_programming_error(postgresql_url, open_database):
    database = await open_database(postgresql_url)
    store = store_on(database)
    for key in "ab":
        await store.remember(key, "0")
    met = asyncio.Barrier(2)

    async def write_both(first: str, second: str) -> None:
        async with database.write() as connection:
            for key in (first, second):
                await connection.execute(bot_state.update().where(bot_state.c.key == key).values(value=first))
                if key == first:
                    await met.wait()

    outcomes = await asyncio.gather(write_both("a", "b"), write_both("b", "a"), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes if outcome] == [StorageUnavailable]


async def test_a_host_that_goes_silent_in_a_transaction_holds_nobody_up(postgresql_url, open_database, new_job):
    silent, store = await open_database(postgresql_url, idle=0.5), store_on(await open_database(postgresql_url))
    await store.accept(new_job())
    locked, woken = asyncio.Event(), asyncio.Event()

    async def lock_and_go_silent() -> None:
        async with silent.write() as connection:
            await connection.execute(balances.update().values(held=0))
            await one_at_a_time(connection, "submit to kling")
            locked.set()
            await woken.wait()

    task = asyncio.create_task(lock_and_go_silent())
    await locked.wait()
    async with asyncio.timeout(5):
        assert (await store.accept(new_job())).usage.held == 20
        assert len(await store.claim_to_submit("kling", max_running=5, limit=5)) == 2
    woken.set()
    with pytest.raises(StorageUnavailable):
        await task
    assert await store.inconsistencies() == []


async def test_a_lock_that_somebody_holds_for_too_long(postgresql_url, open_database, new_job):
    store = store_on(await open_database(postgresql_url, lock=0.1))
    await store.accept(new_job())
    job = new_job()
    async with (await open_database(postgresql_url)).write() as connection:
        await connection.execute(balances.update().values(held=balances.c.held))
        with pytest.raises(StorageUnavailable, match="lock timeout"):
            await store.accept(job)
    assert await store.job(job.id) is None
    assert (await store.accept(job)).usage.held == 20


async def test_a_statement_that_takes_too_long(postgresql_url, open_database):
    database = await open_database(postgresql_url, statement=0.2)
    with pytest.raises(StorageUnavailable, match="TimeoutError"):
        async with database.read() as connection:
            await connection.execute(text("SELECT pg_sleep(20)"))
    await store_on(database).ping()


async def test_a_server_that_does_not_answer(open_database):
    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(say_nothing, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        database = await open_database(f"postgresql+asyncpg://bot@127.0.0.1:{port}/bot", connect=0.2)
        with pytest.raises(StorageUnavailable, match="TimeoutError"):
            await store_on(database).ping()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+asyncpg://bot@127.0.0.1:1/bot",
        "postgresql+asyncpg://bot@/bot?host=/nowhere",
    ],
)
async def test_nobody_listens(url, new_job):
    async with Database(url) as database:
        with pytest.raises(StorageUnavailable):
            await store_on(database).accept(new_job())


async def test_a_database_that_does_not_exist(postgres):
    async with Database(postgres.url("never_made")) as database:
        with pytest.raises(StorageUnavailable, match="never_made"):
            await store_on(database).ping()

"""Transactions, and what they promise when the database is slow, gone, full of others or not writable."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, make_url, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from storage import database as database_module
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.store import Store
from storage.tables import bot_state, servers
from tests.conftest import START


def store_on(database: Database) -> Store:
    return Store(database, clock=lambda: START, owner="one", default_allowance=100)


async def write_nothing(database: Database) -> None:
    async with database.write():
        return


@pytest.fixture
async def sqlite(sqlite_url, open_database):
    return await open_database(sqlite_url)


@pytest.mark.parametrize("side", ["read", "write"])
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2), ("busy_timeout", 5_000)],
)
async def test_sqlite_is_durable_and_strict(sqlite, side, pragma, value):
    async with getattr(sqlite, side)() as connection:
        assert await connection.scalar(text(f"PRAGMA {pragma}")) == value


async def test_an_sqlite_file_is_made_with_its_directory(tmp_path):
    file = tmp_path / "new" / "data" / "bot.db"
    async with Database(f"sqlite+aiosqlite:///{file}") as database, database.write() as connection:
        await connection.execute(text("CREATE TABLE one (id INTEGER)"))
    assert file.exists()


async def test_the_reader_of_sqlite_cannot_write(sqlite):
    with pytest.raises(StorageUnavailable, match="readonly"):
        async with sqlite.read() as connection:
            await connection.execute(insert(bot_state).values(key="a", value="b"))


async def test_a_reader_of_sqlite_sees_one_moment_while_another_writes(sqlite):
    store = store_on(sqlite)
    async with sqlite.read() as connection:
        assert (await connection.execute(select(bot_state))).all() == []
        await store.remember("a", "b")
        assert (await connection.execute(select(bot_state))).all() == []
    assert await store.recall("a") == "b"


async def test_foreign_keys_are_kept(database):
    with pytest.raises(IntegrityError):
        async with database.write() as connection:
            await connection.execute(
                text(
                    "INSERT INTO leases (job_id, duty, owner, expires_at) VALUES ('none', 'watch', 'me', '2026-01-01')"
                )
            )


async def test_an_exception_takes_everything_back(database):
    class Unexpected(Exception): ...

    async def write_and_fail() -> None:
        async with database.write() as connection:
            await connection.execute(insert(bot_state).values(key="a", value="b"))
            raise Unexpected

    with pytest.raises(Unexpected):
        await write_and_fail()
    assert await store_on(database).recall("a") is None


async def test_a_cancelled_transaction_leaves_nothing_and_blocks_nobody(database):
    written = asyncio.Event()

    async def write_and_wait() -> None:
        async with database.write() as connection:
            await connection.execute(insert(bot_state).values(key="a", value="b"))
            written.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write_and_wait())
    await written.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    store = store_on(database)
    assert await store.recall("a") is None
    await store.remember("a", "c")
    assert await store.recall("a") == "c"


async def test_writes_cancelled_at_any_moment_are_whole_and_block_nobody(database, new_job):
    store = store_on(database)
    await store.ping()
    cancelled = []
    for round_ in range(40):
        job = new_job(credits=1)
        cancelled.append(asyncio.create_task(store.accept(job)))
        await asyncio.sleep(round_ * 0.00015)
        cancelled[-1].cancel()
        await asyncio.wait(cancelled)
        await store.ping()
        assert len(await store.pictures(job.id)) == (await store.job(job.id) is not None)
    assert any(task.cancelled() for task in cancelled)
    assert await store.inconsistencies() == []


async def test_cancelled_reads_let_go_of_what_they_saw(sqlite_url, sqlite, new_job):
    store, cancelled = store_on(sqlite), []
    for _ in range(10):
        await store.accept(new_job())
    for round_ in range(40):
        cancelled.append(asyncio.create_task(store.jobs_of(1, 101, limit=10)))
        await asyncio.sleep(round_ * 0.00005)
        cancelled[-1].cancel()
    await asyncio.wait(cancelled)
    await store.remember("a", "b")
    with closing(sqlite3.connect(make_url(sqlite_url).database or "", timeout=0.1)) as other:
        ((busy, _, _),) = other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert not busy
    assert any(task.cancelled() for task in cancelled)


async def test_a_cancelled_write_is_over_when_its_caller_is(sqlite_url, sqlite, start_child):
    """It neither breaks off nor goes on behind the back of whoever cancelled it, whatever it waits for."""
    child = await start_child("pauses_before_commit", sqlite_url)
    await child.tell()
    assert await child.hear() == "written"
    writing = asyncio.create_task(store_on(sqlite).remember("a", "b"))
    await asyncio.sleep(0)
    writing.cancel()
    done, _ = await asyncio.wait([writing], timeout=0.3)
    assert not done
    await child.tell()
    with pytest.raises(asyncio.CancelledError):
        await writing
    assert await store_on(sqlite).recall("a") == "b"


async def test_a_write_in_another_process_makes_this_one_wait_not_fail(sqlite_url, sqlite, start_child, new_job):
    """The transaction begins IMMEDIATE: it never finds out at its first statement that it came too late."""
    child = await start_child("pauses_before_commit", sqlite_url)
    await child.tell()
    assert await child.hear() == "written"
    writing = asyncio.create_task(store_on(sqlite).remember("a", "b"))
    done, _ = await asyncio.wait([writing], timeout=0.3)
    assert not done
    await child.tell()
    assert await child.hear() == "committed"
    await writing
    assert await store_on(sqlite).recall("a") == "b"


@pytest.mark.parametrize("lock", ["SHARED", "RESERVED", "EXCLUSIVE"])
async def test_a_new_file_that_another_process_is_just_beginning(tmp_path, lock):
    """SQLite itself would not wait for a file that is not yet in WAL mode."""
    file = tmp_path / "new.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("CREATE TABLE one (id INTEGER)")
        other.execute("BEGIN" if lock == "SHARED" else f"BEGIN {'IMMEDIATE' if lock == 'RESERVED' else lock}")
        other.execute("SELECT * FROM one").fetchall()
        async with Database(f"sqlite+aiosqlite:///{file}") as database:
            writing = asyncio.create_task(write_nothing(database))
            done, _ = await asyncio.wait([writing], timeout=0.3)
            assert not done
            other.execute("COMMIT")
            await writing


async def test_a_lock_held_for_longer_than_the_busy_timeout(sqlite_url, sqlite, open_database, monkeypatch, new_job):
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT", 100)
    store = store_on(await open_database(sqlite_url))
    job = new_job()
    async with sqlite.write():
        with pytest.raises(StorageUnavailable, match="locked"):
            await store.accept(job)
    assert await store.job(job.id) is None
    assert (await store.accept(job)).job.id == job.id


async def test_f2_nothing_is_accepted_into_a_file_that_cannot_be_written(sqlite_url, open_database, new_job):
    """F2 of facts/competitors.md section 6: where the quota cannot be written down, it is not open to all."""
    file = sqlite_url.removeprefix("sqlite+aiosqlite:///")
    async with Database(sqlite_url) as writable, writable.read():
        read_only = Database(f"sqlite+aiosqlite:///file:{file}?mode=ro&uri=true")
        try:
            with pytest.raises(StorageUnavailable, match="readonly"):
                await store_on(read_only).accept(new_job())
            assert await store_on(read_only).jobs_of(1, 101, limit=5) == []
        finally:
            await read_only.close()


async def test_a_file_that_is_no_database(tmp_path):
    file = tmp_path / "notes.db"
    file.write_text("buy milk, and then some more milk\n" * 100)
    async with Database(f"sqlite+aiosqlite:///{file}") as database:
        with pytest.raises(StorageUnavailable, match="not a database"):
            await store_on(database).ping()


@pytest.mark.parametrize("put_back", [False, True], ids=["nothing there", "another file there"])
async def test_nothing_is_accepted_into_a_file_that_was_taken_away(sqlite_url, open_database, new_job, put_back):
    file, away = Path(make_url(sqlite_url).database or ""), Path(f"{make_url(sqlite_url).database}.away")
    async with Database(sqlite_url) as database:
        store, job = store_on(database), new_job()
        await store.ping()
        if put_back:
            away.write_bytes(file.read_bytes())
        file.rename(file.with_suffix(".first"))
        if put_back:
            away.rename(file)
        for attempt in (store.accept(job), store.ping()):
            with pytest.raises(StorageUnavailable, match="moved or replaced"):
                await attempt
        file.unlink(missing_ok=True)
        await database.close()
        for attempt in (store.accept(job), store.ping()):  # with new connections
            with pytest.raises(StorageUnavailable, match="moved or replaced"):
                await attempt
        assert not file.exists()
        file.with_suffix(".first").rename(file)
        assert await store.job(job.id) is None
        assert (await store.accept(job)).job.id == job.id


async def test_who_waits_behind_another_for_a_locked_file_is_refused_as_soon(
    sqlite_url, sqlite, open_database, new_job
):
    store, loop = store_on(await open_database(sqlite_url)), asyncio.get_running_loop()
    async with sqlite.write():
        began = loop.time()
        done = await asyncio.gather(*(store.accept(new_job()) for _ in range(3)), return_exceptions=True)
        assert loop.time() - began < database_module.BUSY_TIMEOUT / 1000 + 2
    assert {type(one) for one in done} == {StorageUnavailable}


async def test_a_ping_writes(sqlite_url, sqlite):
    moments = count()
    store = Store(sqlite, clock=lambda: START + timedelta(seconds=next(moments)), owner="one", default_allowance=100)
    wal = Path(f"{make_url(sqlite_url).database}-wal")
    await store.ping()
    before = wal.read_bytes()
    await store.ping()
    assert wal.read_bytes() != before


async def test_a_path_where_no_file_can_be(tmp_path):
    (tmp_path / "taken.db").mkdir()
    with pytest.raises(StorageUnavailable, match="unable to open"):
        async with Database(f"sqlite+aiosqlite:///{tmp_path / 'taken.db'}"):
            pytest.fail("it was opened")


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///", "sqlite+aiosqlite:///:memory:"])
def test_sqlite_in_memory_is_refused(url):
    with pytest.raises(StorageUnavailable, match="needs a file"):
        Database(url)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 11, 12, 0, 0, 123_456, tzinfo=UTC),
        datetime(2026, 3, 11, 12, 0, 0, 1, tzinfo=ZoneInfo("Asia/Kathmandu")),
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(1999, 12, 31, 23, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=-9, minutes=-30))),
    ],
)
async def test_a_moment_comes_back_exactly_and_in_utc(database, moment):
    values = {"server_id": 1, "allowance": 1, "period": "day", "time_zone": "UTC"}
    async with database.write() as connection:
        await connection.execute(insert(servers).values(**values, created_at=moment))
        back = await connection.scalar(select(servers.c.created_at).where(servers.c.created_at == moment))
    assert back == moment.astimezone(UTC)
    assert back.tzinfo is UTC


async def test_naive_moments_are_refused(database):
    with pytest.raises(StatementError, match="naive datetime"):
        async with database.read() as connection:
            await connection.execute(select(servers).where(servers.c.created_at == datetime(2026, 1, 1)))  # noqa: DTZ001

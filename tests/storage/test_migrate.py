import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from storage import tables
from storage.migrate import migrate, pending
from storage.quotas import Quotas
from storage.records import Duty
from storage.sql import one_at_a_time
from storage.store import Store
from storage.tables import metadata

HEAD = max(path.name for path in (Path(tables.__file__).parent / "migrations" / "versions").glob("0*.py"))[:4]


@pytest.fixture
async def bare(bare_database_url, open_database):
    return await open_database(bare_database_url)


def differences(connection):
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return compare_metadata(context, metadata)


def partial_indexes(connection):
    """Every partial index with its condition, which Alembic does not compare."""
    inspector, dialect = inspect(connection), connection.dialect.name
    return {
        index["name"]: "".join(character for character in str(where) if character.isalnum() or character in "_>=,")
        for table in metadata.tables
        for index in inspector.get_indexes(table)
        if (where := index["dialect_options"].get(f"{dialect}_where")) is not None
    }


async def test_from_nothing_to_the_tables_of_the_code(bare):
    assert await pending(bare)
    await migrate(bare)
    assert not await pending(bare)
    async with bare.read() as connection:
        assert await connection.run_sync(differences) == []


async def test_the_partial_indexes_have_their_conditions(database):
    async with database.read() as connection:
        found = await connection.run_sync(partial_indexes)
    assert set(found) == {"ix_jobs_stale_card", "ix_changes_unposted", "uq_ledger_reserve", "uq_ledger_end"}
    assert "revision>shown_revision" in found["ix_jobs_stale_card"]
    assert found["uq_ledger_reserve"].startswith("kind")
    assert "reserve" in found["uq_ledger_reserve"]
    assert {"settle", "release"} <= {
        word for word in ("settle", "release", "reserve") if word in found["uq_ledger_end"]
    }


async def test_it_can_be_run_again(bare):
    await migrate(bare)
    await migrate(bare)
    async with bare.read() as connection:
        assert (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalars().all() == [HEAD]


async def test_a_migration_that_breaks_leaves_nothing(bare):
    async with bare.write() as connection:
        await connection.execute(text("CREATE TABLE ledger (mine INTEGER)"))
    with pytest.raises(Exception, match="already exists"):
        await migrate(bare)
    async with bare.read() as connection:
        tables = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    assert tables == {"ledger"}
    assert await pending(bare)


async def test_migrating_waits_longer_than_a_member_would(bare_postgresql_url, open_database):
    impatient = await open_database(bare_postgresql_url, lock=0.1, statement=0.1)
    async with (await open_database(bare_postgresql_url)).write() as connection:
        await one_at_a_time(connection, "migrate")
        migrating = asyncio.create_task(migrate(impatient))
        done, _ = await asyncio.wait([migrating], timeout=0.4)
        assert not done
    await migrating
    assert not await pending(impatient)


async def test_two_processes_migrate_at_once(bare_database_url, bare, start_child):
    children = [await start_child("migrates", bare_database_url) for _ in range(2)]
    for child in children:
        await child.tell()
    assert await asyncio.gather(*(child.hear() for child in children)) == ["migrated", "migrated"]
    assert not await pending(bare)
    async with bare.read() as connection:
        assert await connection.run_sync(differences) == []


BEFORE_QUOTAS = """
INSERT INTO servers VALUES (1, 40, 'day', 'UTC', '2026-03-10 09:00:00+00');
INSERT INTO jobs (id, interaction_id, server_id, channel_id, member_id, in_thread, request, model, provider,
    provider_model, credits, expected_seconds, window_start, callback_token, state, attempts, created_at, changed_at,
    due_at, revision, shown_revision, card_due_at)
  SELECT id, interaction, 1, 11, 101, '1', '{}', 'kling-v2-1', 'kling', 'kling-v2-1', 10, 120,
    '2026-03-11 00:00:00+00', 'token', state, 1, '2026-03-11 12:00:00+00', '2026-03-11 12:05:00+00',
    '2026-03-11 12:00:00+00', 1, 1, '2026-03-11 12:00:00+00'
  FROM (SELECT 'made' AS id, 1 AS interaction, 'delivered' AS state UNION SELECT 'open', 2, 'running') AS orders;
INSERT INTO ledger (at, kind, scope, server_id, member_id, window_start, job_id, held_change, spent_change)
  SELECT '2026-03-11 12:00:00+00', 'reserve', scope, server, member, '2026-03-11 00:00:00+00', jobs.id, 10, 0
  FROM jobs, (SELECT 'operator' AS scope, 0 AS server, 0 AS member UNION SELECT 'member', 1, 101) AS accounts;
INSERT INTO ledger (at, kind, scope, server_id, member_id, window_start, job_id, held_change, spent_change)
  SELECT '2026-03-11 12:05:00+00', 'settle', scope, server_id, member_id, window_start, job_id, -10, 10
  FROM ledger WHERE job_id = 'made';
INSERT INTO balances (scope, server_id, member_id, window_start, held, spent)
  VALUES ('operator', 0, 0, '2026-03-01 00:00:00+00', 10, 10), ('member', 1, 101, '2026-03-11 00:00:00+00', 10, 10);
"""


async def test_a_ledger_from_before_quotas_goes_on(bare, clock):
    await migrate(bare, to="0002")
    async with bare.write() as connection:
        for statement in BEFORE_QUOTAS.split(";")[:-1]:
            adapted = statement.replace("+00'", ".000000'") if bare.is_sqlite else statement
            await connection.execute(text(adapted))
    await migrate(bare)
    store = Store(bare, clock=clock, owner="one", default_allowance=100)
    assert await store.inconsistencies() == []
    usage = await store.usage(1, 101)
    assert (usage.allowance.limit, usage.held, usage.spent, usage.left) == (40, 10, 10, 20)
    known = {job.id: job.delivered_at for job in await store.jobs_of(1, 101, limit=5)}
    assert known == {"made": datetime(2026, 3, 11, 12, 5, tzinfo=UTC), "open": None}
    (claim,) = await store.claim(Duty.WATCH, limit=5)
    await store.fail(claim, "The provider refused.")
    assert (await store.usage(1, 101)).left == 30
    assert (await Quotas(bare, clock=clock, default_allowance=100).overview(1)).pool_used == 10
    assert await store.inconsistencies() == []

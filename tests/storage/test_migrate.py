import asyncio
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from storage import tables
from storage.migrate import migrate, pending
from storage.sql import one_at_a_time
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

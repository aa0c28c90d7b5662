"""Brings the database to the newest form of the tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.database import Database, Patience
from storage.sql import one_at_a_time

_PATIENCE = Patience(statement=600, lock=600)
"""Changing a large table takes its time, and another process may be at it."""


async def migrate(database: Database, to: str = "head") -> None:
    """Run the migrations that are missing up to a revision, all or none, one process at a time."""
    async with Database(database.url, _PATIENCE) as patient, patient.write() as connection:
        await one_at_a_time(connection, "migrate")
        await connection.run_sync(_upgrade, to)


async def pending(database: Database) -> bool:
    """Whether migrations are missing."""
    async with database.read() as connection:
        current = await connection.run_sync(lambda sync: MigrationContext.configure(sync).get_current_revision())
    return current != ScriptDirectory.from_config(_config()).get_current_head()


def _upgrade(connection: Connection, to: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config

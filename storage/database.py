"""The connection to SQLite or PostgreSQL, and how transactions are made on each."""

import asyncio
import inspect
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, Self, TypeVar

import aiosqlite
from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage import moves
from storage.errors import StorageUnavailable

BUSY_TIMEOUT = 5_000
"""Milliseconds that SQLite waits for another process's write before it gives up."""

_LEAST_PATIENCE = 100


@dataclass(frozen=True)
class Patience:
    """Seconds after which something on PostgreSQL is given up.

    The server ends a transaction that is ``idle`` so long, because its process or host went silent: nobody waits for
    its locks any longer.
    """

    connect: float = 10
    statement: float = 30
    lock: float = 10
    idle: float = 10


P = ParamSpec("P")
R = TypeVar("R")
C = TypeVar("C")


def calls_run_to_their_end(cls: type[C]) -> type[C]:
    """Let no public coroutine of a class break off: a cancelled caller gets ``CancelledError`` once the call is over.

    SQLAlchemy drops a connection whose statement was cancelled. On SQLite the statement may live on, and with it the
    write lock, or for a reader the moment that it sees, which the write-ahead log has to keep.
    """
    for name, member in list(vars(cls).items()):
        if inspect.iscoroutinefunction(member) and not name.startswith("_"):
            setattr(cls, name, _to_the_end(member))
    return cls


def _to_the_end(work: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    @wraps(work)
    async def run(*args: P.args, **kwargs: P.kwargs) -> R:
        task = asyncio.create_task(work(*args, **kwargs))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            await asyncio.wait([task])  # cancelled once more, this ends; the task does not
            raise

    return run


class Database:
    """Transactions on one database.

    On SQLite there is one writing connection, whose transactions begin with the write lock in hand, and several reading
    ones that can never write. Commits are on the disk when ``write`` ends, and in the file that ``async with`` found or
    made, and in no other one. On PostgreSQL the guarded statements take row locks. ``listener`` hears of every change
    of state.
    """

    def __init__(
        self, url: str | URL, patience: Patience = Patience(), *, listener: moves.Listener | None = None
    ) -> None:
        self.url = make_url(url)
        self._listener = listener
        self._file: tuple[int, int] | None = None
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            if self.url.database in {None, "", ":memory:"}:
                raise StorageUnavailable(
                    "SQLite needs a file: each connection would have a database of its own in memory"
                )
            self._writer = _sqlite_engine(self.url, self._check_file, begin="BEGIN IMMEDIATE", pool_size=1)
            self._reader = _sqlite_engine(self.url, self._check_file, begin="BEGIN", pool_size=4)
        else:
            self._writer = self._reader = _postgresql_engine(self.url, patience)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that commits at the end; raises ``StorageUnavailable`` where it could not.

        For callers that are never cancelled, or whose calls run to their end. The changes of state in it are told when
        it has committed.
        """
        async with _translated(), self._writing() as connection:
            moves.taken(connection)  # of an earlier transaction that came to nothing
            yield connection
            self._check_file()
            committing = moves.taken(connection)
        moves.tell(committing, self._listener)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that sees one moment on SQLite, and committed rows on PostgreSQL."""
        async with _translated(), self._reader.begin() as connection:
            yield connection

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction. On SQLite who has waited for others of this process waits so much less for another one's."""
        began = time.monotonic()
        async with self._writer.connect() as connection:
            waited = round(1000 * (time.monotonic() - began), -2)
            await connection.execution_options(patience=int(max(_LEAST_PATIENCE, BUSY_TIMEOUT - waited)))
            async with connection.begin():
                yield connection

    def _check_file(self) -> None:
        """A file that was deleted or moved can still be written, and is lost with that; a new one would be empty."""
        if self._file is not None and _identity(self.url.database or "") != self._file:
            raise StorageUnavailable("the database's file was moved or replaced: put it back, or start again")

    async def close(self) -> None:
        """Give back every connection."""
        await self._reader.dispose()
        await self._writer.dispose()

    async def __aenter__(self) -> Self:
        if self.is_sqlite and self.url.database and not self.url.database.startswith("file:"):
            async with _translated():
                await asyncio.to_thread(_try_to_open, Path(self.url.database))
            self._file = _identity(self.url.database)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


@asynccontextmanager
async def _translated() -> AsyncIterator[None]:
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError):
        raise  # the statement is wrong, not the database
    except (DBAPIError, PoolTimeoutError) as error:
        raise StorageUnavailable(_short(error)) from error
    except (OSError, sqlite3.Error) as error:  # asyncpg: nobody listens there, or no answer in time
        raise StorageUnavailable(_short(error)) from error


def _try_to_open(file: Path) -> None:
    """Fail here where the file cannot be opened: aiosqlite's own thread would outlive the failure, and tell of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    sqlite3.connect(file).close()


def _identity(file: str) -> tuple[int, int] | None:
    """What tells a file from another one under its name."""
    try:
        found = Path(file).stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _short(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error) or type(error).__name__


def _postgresql_engine(url: URL, patience: Patience) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=10,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "timeout": patience.connect,
            "command_timeout": patience.statement,
            "server_settings": {
                "lock_timeout": f"{patience.lock}s",
                "idle_in_transaction_session_timeout": f"{patience.idle}s",
            },
        },
    )


def _sqlite_engine(url: URL, check: Callable[[], None], *, begin: str, pool_size: int) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        connect_args={"timeout": BUSY_TIMEOUT / 1000},
        hide_parameters=True,  # an error's text would carry callback tokens and pictures into the log
    )

    @event.listens_for(engine.sync_engine, "do_connect")
    def before(*_: object) -> None:
        check()

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver would otherwise begin transactions by its own rules
        connection.run_async(_enter_wal)
        cursor = connection.cursor()
        for pragma in ("synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_TIMEOUT}"):
            cursor.execute(f"PRAGMA {pragma}")
        if begin == "BEGIN":
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Any) -> None:
        patience = connection.get_execution_options().get("patience")
        if patience is not None:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={patience}")
        connection.exec_driver_sql(begin)

    return engine


async def _enter_wal(connection: aiosqlite.Connection) -> None:
    """Switch a new file to WAL; while another process does the same, SQLite refuses at once and would not wait."""
    deadline = time.monotonic() + BUSY_TIMEOUT / 1000
    while True:
        try:
            await connection.execute_fetchall("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.02)
        else:
            return

"""The command line as an operator uses it: its exit code and what it prints.

A process of its own imports everything anew; where that is not what is tested, ``main`` runs in a thread of this one.
"""

import asyncio
import os
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import Settings
from providers.catalog import load
from storage.database import Database
from storage.migrate import pending

PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.process


@dataclass(frozen=True)
class Ended:
    """A command that has run."""

    code: int | None
    out: str
    err: str


RunBot = Callable[..., Awaitable[Ended]]


FOREIGN = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}


@pytest.fixture
def start_bot(tmp_path: Path) -> RunBot:
    """Runs ``python -m bot`` in an empty folder, with these settings and no others."""
    warnings = "error,ignore:'audioop' is deprecated"

    async def run(*arguments: str, **settings: str) -> Ended:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=tmp_path,
            env=FOREIGN | {"PYTHONPATH": str(PROJECT), "PYTHONWARNINGS": warnings} | settings,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with asyncio.timeout(30):
                out, err = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
        assert b"Traceback" not in out + err
        return Ended(process.returncode, out.decode(), err.decode())

    return run


@pytest.fixture
def run_main(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], logging_as_before: None
) -> RunBot:
    """Runs ``main`` in an empty folder, with these settings and no others."""
    monkeypatch.chdir(tmp_path)

    async def run(*arguments: str, **settings: str) -> Ended:
        with pytest.MonkeyPatch.context() as environment:
            for name in os.environ.keys() - FOREIGN.keys():
                environment.delenv(name)
            for name, value in settings.items():
                environment.setenv(name, value)
            code = await asyncio.to_thread(main, list(arguments))
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ended(code, out, err)

    return run


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["fly"], 2), (["--help"], 0)])
def test_every_command_is_named(capsys: pytest.CaptureFixture[str], arguments: list[str], code: int) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == code
    out, err = capsys.readouterr()
    assert (out or err).startswith("usage: python -m bot")
    for command in ("run", "doctor", "migrate", "catalog"):
        assert command in out + err
    assert ("run the bot until Ctrl-C or SIGTERM" in out) == (code == 0)


async def test_catalog_prints_every_model_and_needs_no_settings(start_bot: RunBot) -> None:
    ended = await start_bot("catalog")
    assert (ended.code, ended.err) == (0, "")
    models = load().models
    assert models
    for model in models:
        assert model.id in ended.out


async def test_catalog_prints_the_operators_own(run_main: RunBot, tmp_path: Path) -> None:
    shipped = (PROJECT / "providers" / "catalog.toml").read_text("utf-8")
    first = load().models[0].id
    (tmp_path / "own.toml").write_text(shipped.replace(f'"{first}"', '"a-model-of-mine"'), "utf-8")
    ended = await run_main("catalog", CATALOG_FILE="own.toml")
    assert ended.code == 0
    assert "a-model-of-mine" in ended.out


@pytest.mark.parametrize("content", [None, "models = 3", "not toml ["])
async def test_a_catalogue_that_will_not_do(run_main: RunBot, tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "own.toml").write_text(content)
    ended = await run_main("catalog", CATALOG_FILE="own.toml")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("The catalogue will not do:\n  ")
    assert "own.toml" in ended.err


async def test_migrate_makes_the_tables_once(run_main: RunBot, tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'data' / 'stillmotion.db'}"
    for _ in range(2):
        ended = await run_main("migrate")
        assert (ended.code, ended.out) == (0, "The database has the newest tables.\n")
        async with Database(url) as database:
            assert not await pending(database)


async def test_migrate_on_both_databases(run_main: RunBot, bare_database_url: str) -> None:
    ended = await run_main("migrate", DATABASE_URL=bare_database_url)
    assert (ended.code, ended.out) == (0, "The database has the newest tables.\n")
    async with Database(bare_database_url) as database:
        assert not await pending(database)


async def test_migrate_without_a_database(run_main: RunBot, tmp_path: Path) -> None:
    for url in (f"sqlite+aiosqlite:///{tmp_path}", f"postgresql+asyncpg://me@/name?host={tmp_path}"):
        ended = await run_main("migrate", DATABASE_URL=url)
        assert (ended.code, ended.out) == (1, "")
        assert ended.err.startswith("The database cannot be used (DATABASE_URL): ")
        assert ended.err.count("\n") == 1


async def test_migrate_keeps_what_is_there(run_main: RunBot, sqlite_url: str) -> None:
    file = sqlite_url.partition(":///")[2]
    with closing(sqlite3.connect(file)) as database:
        before = list(database.iterdump())
    assert (await run_main("migrate", DATABASE_URL=sqlite_url)).code == 0
    with closing(sqlite3.connect(file)) as database:
        assert list(database.iterdump()) == before


@pytest.mark.parametrize("command", ["run", "doctor"])
async def test_settings_that_will_not_do_are_listed_at_once(run_main: RunBot, command: str) -> None:
    ended = await run_main(command, LOG_LEVEL="loud")
    assert (ended.code, ended.out) == (2, "")
    first, *lines = ended.err.splitlines()
    assert first == "These settings will not do (see .env.example):"
    assert [line.partition(":")[0] for line in lines] == ["  LOG_LEVEL", "  DISCORD_TOKEN", "  KLING_SECRET_KEY"]
    assert "no provider has a key" in lines[-1]


async def test_a_database_that_can_only_be_read_is_told_in_one_line(start_bot: RunBot, sqlite_url: str) -> None:
    file = sqlite_url.partition(":///")[2]
    url = f"sqlite+aiosqlite:///file:{file}?mode=ro&uri=true"
    ended = await start_bot("run", DATABASE_URL=url, DISCORD_TOKEN="t", KLING_API_KEY="k")
    assert ended.code == 1
    assert ended.err.endswith("The database cannot be used (DATABASE_URL): attempt to write a readonly database\n")


async def test_a_data_dir_that_is_a_file(start_bot: RunBot, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    url = f"sqlite+aiosqlite:///{tmp_path / 'stillmotion.db'}"
    ended = await start_bot("run", DATA_DIR="taken", DATABASE_URL=url, DISCORD_TOKEN="t", KLING_API_KEY="k")
    assert ended.code == 2
    line = "  DATA_DIR: taken cannot hold the videos: Not a directory\n"
    assert ended.err.endswith(f"These settings will not do (see .env.example):\n{line}")


async def test_signals_after_the_first_do_not_change_the_end() -> None:
    """Neither while the event loop runs nor after it, when its own handlers would be gone."""
    program = """if True:
        import asyncio, os, signal, sys
        from bot.stopping import stop_signal

        async def run():
            stop = stop_signal()
            os.kill(os.getpid(), signal.SIGTERM)
            await stop.wait()
            os.kill(os.getpid(), signal.SIGINT)

        asyncio.run(run())
        os.kill(os.getpid(), signal.SIGTERM)
        sys.exit(0)
    """
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, cwd=PROJECT)
    async with asyncio.timeout(30):
        assert await process.wait() == 0


async def test_a_port_that_is_taken(start_bot: RunBot) -> None:
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    async with server:
        port = str(server.sockets[0].getsockname()[1])
        ended = await start_bot("run", HTTP_PORT=port, DISCORD_TOKEN="t", KLING_API_KEY="k")
    assert ended.code == 1
    assert f"The web server cannot listen (HTTP_HOST, HTTP_PORT): 127.0.0.1, port {port}: " in ended.err

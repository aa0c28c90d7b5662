"""The command line: run, doctor, migrate, catalog."""

import signal
import sys

if __name__ == "__main__" and sys.argv[1:2] == ["run"]:

    def _leave(*_: object) -> None:
        """Also where the signal comes once more."""
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        sys.exit(0)

    # What is imported below takes a second or more, in which there is nothing yet to end in order.
    signal.signal(signal.SIGTERM, _leave)

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot import app, doctor, logs
from bot.settings import CatalogSettings, DatabaseSettings, LogSettings, Settings, SettingsError, load
from bot.web.server import CannotListen
from languages.speech import say
from providers.catalog import CatalogError
from providers.catalog import load as load_catalog
from providers.catalog_table import describe
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.migrate import migrate


def main(arguments: list[str] | None = None) -> int:
    """The process's exit code: 0 well, 1 failed, 2 something has to be mended first (docs/operations)."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="Stillmotion, pictures into videos on Discord")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=command.help)
    chosen = COMMANDS[parser.parse_args(arguments).command]
    try:
        settings = load(chosen.settings)
        logs.configure(settings.log_level, settings.log_format, secrets=settings.secrets)
        return _run(chosen.work(settings))
    except SettingsError as error:
        print(f"These settings will not do (see .env.example):\n{_indented(error)}", file=sys.stderr)
    except CatalogError as error:
        print(f"The catalogue will not do:\n{_indented(error)}", file=sys.stderr)
    except StorageUnavailable as error:
        print(f"The database cannot be used (DATABASE_URL): {error}", file=sys.stderr)
        return app.FAILED
    except CannotListen as error:
        print(f"The web server cannot listen (HTTP_HOST, HTTP_PORT): {error}", file=sys.stderr)
        return app.FAILED
    return app.UNUSABLE


def _indented(error: Exception) -> str:
    return "\n".join(f"  {line}" for line in str(error).split("\n"))


def _run(work: Awaitable[int]) -> int:
    async def awaited() -> int:
        return await work

    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        return runner.run(awaited())


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return None
    return uvloop.new_event_loop


async def _migrate(settings: DatabaseSettings) -> int:
    async with Database(settings.database_url) as database:
        await migrate(database)
    print("The database has the newest tables.")
    return 0


async def _catalog(settings: CatalogSettings) -> int:
    print(describe(load_catalog(settings.catalog_file), say))
    return 0


@dataclass(frozen=True)
class Command:
    """What a command does, and the settings that it needs for that: no others have to be there."""

    settings: type[LogSettings]
    work: Callable[[Any], Awaitable[int]]
    help: str


COMMANDS = {
    "run": Command(Settings, app.run, "run the bot until Ctrl-C or SIGTERM"),
    "doctor": Command(Settings, doctor.run, "check token, permissions, database, providers, ffmpeg and public address"),
    "migrate": Command(DatabaseSettings, _migrate, "bring the database to the newest tables"),
    "catalog": Command(CatalogSettings, _catalog, "print the models, what they can do and what they cost"),
}

if __name__ == "__main__":
    sys.exit(main())

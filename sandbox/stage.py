"""The whole scene on loopback: a simulated Discord, simulated providers, and the real bot as a process of its own."""

import asyncio
import json
import os
import sys
import tomllib
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from providers.catalog import SHIPPED
from sandbox.ai302 import SimulatedAi302
from sandbox.aimlapi import SimulatedAimlapi
from sandbox.common.simulator import Simulator
from sandbox.common.tasks import Timings
from sandbox.discord.server import SimulatedDiscord
from sandbox.ezmodel import SimulatedEzmodel
from sandbox.kling import Model, SimulatedKling

PROJECT = Path(__file__).parent.parent

AnySimulator = Simulator[Any, Any]
One = TypeVar("One", bound=AnySimulator)

SIMULATORS: Mapping[str, type[SimulatedKling | SimulatedAimlapi | SimulatedEzmodel | SimulatedAi302]] = {
    "kling": SimulatedKling,
    "aimlapi": SimulatedAimlapi,
    "ezmodel": SimulatedEzmodel,
    "ai302": SimulatedAi302,
}
"""By the provider's name in the catalogue."""

PROVIDERS = tuple(SIMULATORS)


def api_key(provider: str) -> str:
    """The key of the one account that the simulated provider has."""
    return f"api-key-{provider}-simulated"


API_KEY = api_key("kling")


class BotEnded(Exception):
    """A bot process ended before it was ready; the text is its log."""


class BotProcess:
    """``python -m bot run``; what it logs is in ``log``."""

    def __init__(self, process: Process, log: Path) -> None:
        self.process = process
        self.log = log

    @property
    def running(self) -> bool:
        """Whether the process has not ended."""
        return self.process.returncode is None

    async def kill(self) -> None:
        """End it as ``kill -9`` does."""
        self.process.kill()
        await self.process.wait()

    async def stop(self, within: float = 20) -> int:
        """Ask it to end with SIGTERM; its exit code. Raises ``TimeoutError`` where it takes longer (seconds)."""
        if self.running:
            self.process.terminate()
        async with asyncio.timeout(within):
            return await self.process.wait()


@dataclass
class Stage:
    """All simulators, and the environment in which bots are started. ``folder`` holds data and logs."""

    discord: SimulatedDiscord
    simulators: Mapping[str, AnySimulator]
    folder: Path
    environment: dict[str, str]
    bots: list[BotProcess] = field(default_factory=list)

    @property
    def kling(self) -> SimulatedKling:
        return self._the(SimulatedKling)

    @property
    def aimlapi(self) -> SimulatedAimlapi:
        return self._the(SimulatedAimlapi)

    @property
    def ezmodel(self) -> SimulatedEzmodel:
        return self._the(SimulatedEzmodel)

    @property
    def ai302(self) -> SimulatedAi302:
        return self._the(SimulatedAi302)

    def _the(self, kind: type[One]) -> One:
        return next(one for one in self.simulators.values() if isinstance(one, kind))

    async def start_bot(self, **environment: str) -> BotProcess:
        """Start a bot, without waiting until it is ready."""
        log = self.folder / f"bot-{len(self.bots) + 1}.log"
        with log.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                cwd=self.folder,
                env=self.environment | environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        bot = BotProcess(process, log)
        self.bots.append(bot)
        return bot

    async def ready(self, within: float = 30) -> None:
        """Wait until a bot is connected and its commands are known; raises ``BotEnded`` where one ends before that."""
        ready = asyncio.create_task(self.discord.bot_ready(within))
        ends = {asyncio.create_task(bot.process.wait()): bot for bot in self.bots if bot.running}
        try:
            await asyncio.wait({ready, *ends}, return_when=asyncio.FIRST_COMPLETED)
            for end, bot in ends.items():
                if end.done():
                    raise BotEnded(await asyncio.to_thread(bot.log.read_text))
            await ready
        finally:
            for task in (ready, *ends):
                task.cancel()


@asynccontextmanager
async def open_stage(
    folder: Path,
    *,
    providers: Collection[str] = ("kling",),
    timings: Timings | None = None,
    max_parallel: int = 5,
    database_url: str | None = None,
    frame_pixels: dict[str, int] | None = None,
    kling_models: Mapping[str, Model] | None = None,
    webhook_secret: str | None = None,
    catalog: Mapping[str, Any] | None = None,
) -> AsyncIterator[Stage]:
    """Set the scene; at the end every process that was started on it is gone.

    ``providers`` are keys of ``SIMULATORS``. ``kling_models`` is what the simulated Kling offers, ``webhook_secret``
    signs its callbacks; ``catalog`` is what an operator would write into a catalogue of their own.
    """
    timings = timings or Timings()
    options: dict[str, Any] = {"timings": timings, "max_parallel": max_parallel}
    if frame_pixels is not None:
        options["frame_pixels"] = frame_pixels
    async with AsyncExitStack() as stack:
        discord = await stack.enter_async_context(SimulatedDiscord.start())
        simulators: dict[str, AnySimulator] = {}
        for name in providers:
            own: dict[str, Any] = {"webhook_secret": webhook_secret} if name == "kling" else {}
            if name == "kling" and kling_models is not None:
                own["models"] = kling_models
            simulated = SIMULATORS[name].start(api_key=api_key(name), **options, **own)
            simulators[name] = await stack.enter_async_context(simulated)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "catalog.json"
        file.write_text(_catalog(timings.submitted + timings.processing, catalog or {}), "utf-8")
        environment = _environment(discord, folder) | {"CATALOG_FILE": str(file)}
        for name, simulator in simulators.items():
            environment |= _account(name, simulator, max_parallel)
        if database_url is not None:
            environment["DATABASE_URL"] = database_url
        stage = Stage(discord, simulators, folder, environment)
        try:
            yield stage
        finally:
            await asyncio.gather(*(_end(bot) for bot in stage.bots))


def _environment(discord: SimulatedDiscord, folder: Path) -> dict[str, str]:
    """Everything but the providers and the catalogue."""
    return {
        **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "TMPDIR", "LANG"}},
        "PYTHONPATH": str(PROJECT),
        "PYTHONWARNINGS": "error,ignore:'audioop' is deprecated",
        "DISCORD_TOKEN": discord.token,
        "DISCORD_API_URL": discord.api_url,
        "DISCORD_GATEWAY_URL": discord.gateway_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'data' / 'stillmotion.db'}",
        "DATA_DIR": str(folder / "data"),
        "HTTP_PORT": "0",
        "POLL_INTERVAL_SECONDS": "0.5",
        "ALLOW_PRIVATE_NETWORKS": "true",
        "LOG_LEVEL": "DEBUG",
    }


def _account(name: str, simulator: AnySimulator, max_parallel: int) -> dict[str, str]:
    prefix = name.upper()
    return {
        f"{prefix}_API_KEY": api_key(name),
        f"{prefix}_BASE_URL": simulator.base_url,
        f"{prefix}_MAX_RUNNING": str(max_parallel),
    }


async def _end(bot: BotProcess) -> None:
    try:
        await bot.stop()
    except TimeoutError:
        await bot.kill()


def _catalog(seconds: float, own: Mapping[str, Any]) -> str:
    """An operator's file: ``own``, and the shipped models with the simulators' time in place of the real providers'."""
    models = {model["id"]: model for model in tomllib.loads(SHIPPED.read_text("utf-8"))["models"]}
    models |= {model["id"]: model for model in own.get("models", ())}
    for model in models.values():
        model["expected_seconds"] = dict.fromkeys(model["expected_seconds"], seconds)
    return json.dumps({**own, "models": list(models.values())}, default=str)

"""The whole scene on loopback: a simulated Discord, a simulated Kling, and the real bot as a process of its own."""

import asyncio
import json
import os
import sys
import tomllib
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from providers.catalog import SHIPPED
from sandbox.common.tasks import Timings
from sandbox.discord.server import SimulatedDiscord
from sandbox.kling.server import SimulatedKling

PROJECT = Path(__file__).parent.parent
API_KEY = "api-key-kling-simulated"


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
    """Both simulators, and the environment in which bots are started. ``folder`` holds data and logs."""

    discord: SimulatedDiscord
    kling: SimulatedKling
    folder: Path
    environment: dict[str, str]
    bots: list[BotProcess] = field(default_factory=list)

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
    timings: Timings | None = None,
    max_parallel: int = 5,
    database_url: str | None = None,
    frame_pixels: dict[str, int] | None = None,
) -> AsyncIterator[Stage]:
    """Set the scene; at the end every process that was started on it is gone."""
    timings = timings or Timings()
    options: dict[str, Any] = {} if frame_pixels is None else {"frame_pixels": frame_pixels}
    async with AsyncExitStack() as stack:
        discord = await stack.enter_async_context(SimulatedDiscord.start())
        kling = await stack.enter_async_context(
            SimulatedKling.start(api_key=API_KEY, timings=timings, max_parallel=max_parallel, **options)
        )
        folder.mkdir(parents=True, exist_ok=True)
        catalog = folder / "catalog.json"
        catalog.write_text(_catalog(timings.submitted + timings.processing), "utf-8")
        environment = {
            **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "TMPDIR", "LANG"}},
            "PYTHONPATH": str(PROJECT),
            "PYTHONWARNINGS": "error,ignore:'audioop' is deprecated",
            "DISCORD_TOKEN": discord.token,
            "DISCORD_API_URL": discord.api_url,
            "DISCORD_GATEWAY_URL": discord.gateway_url,
            "DATABASE_URL": database_url or f"sqlite+aiosqlite:///{folder / 'data' / 'stillmotion.db'}",
            "DATA_DIR": str(folder / "data"),
            "CATALOG_FILE": str(catalog),
            "HTTP_PORT": "0",
            "KLING_API_KEY": API_KEY,
            "KLING_BASE_URL": kling.base_url,
            "KLING_MAX_RUNNING": str(max_parallel),
            "POLL_INTERVAL_SECONDS": "0.5",
            "ALLOW_PRIVATE_NETWORKS": "true",
            "LOG_LEVEL": "DEBUG",
        }
        stage = Stage(discord, kling, folder, environment)
        try:
            yield stage
        finally:
            await asyncio.gather(*(_end(bot) for bot in stage.bots))


async def _end(bot: BotProcess) -> None:
    try:
        await bot.stop()
    except TimeoutError:
        await bot.kill()


def _catalog(seconds: float) -> str:
    """The shipped catalogue, with the simulator's own time in place of the real provider's."""
    content = tomllib.loads(SHIPPED.read_text("utf-8"))
    for model in content["models"]:
        model["expected_seconds"] = dict.fromkeys(model["expected_seconds"], seconds)
    return json.dumps(content, default=str)

"""``make sandbox``: the real bot in a local browser page, with the simulated providers behind it, until Ctrl-C."""

import asyncio
import signal
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sandbox.common.tasks import Timings
from sandbox.demo import FRAME_PIXELS
from sandbox.discord.preview import serve_preview
from sandbox.stage import PROVIDERS, open_stage


async def play() -> int:
    """Serve until SIGINT or SIGTERM, or until the bot ends by itself; the exit code."""
    ended = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    with tempfile.TemporaryDirectory(prefix="stillmotion-sandbox-") as folder:
        timings = Timings(submitted=2, processing=15)
        async with open_stage(Path(folder), providers=PROVIDERS, timings=timings, frame_pixels=FRAME_PIXELS) as stage:
            stage.discord.world.invited(datetime.now(UTC))
            bot = await stage.start_bot(LOG_LEVEL="INFO")
            await stage.ready()
            address = await serve_preview(stage.discord)
            print(f"Open {address} in a browser: choose a channel and type /animate. Ctrl-C ends it.", flush=True)
            print(f"The bot logs to {bot.log}", flush=True)
            crashed = asyncio.create_task(bot.process.wait())
            stopped = asyncio.create_task(ended.wait())
            await asyncio.wait({crashed, stopped}, return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()
            return 0 if ended.is_set() else 1


def main() -> int:
    return asyncio.run(play())

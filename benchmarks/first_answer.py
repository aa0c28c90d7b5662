"""``make bench``: from a slash command's arrival to its first answer, for this bot and for a bare one that only defers.

Both run as processes of their own against a simulated Discord each; the calls alternate, so that a slower machine slows
both. Printed are the medians and the median of the pairwise ratios; the aim is at most 1.5.
"""

import asyncio
import os
import statistics
import sys
import tempfile
from pathlib import Path

from sandbox.common.faults import Fate
from sandbox.demo import sample_photograph
from sandbox.discord.server import SimulatedDiscord
from sandbox.stage import PROJECT, open_stage

CALLS = 100
SETTLE = 0.05
"""Seconds between two calls, so that what one bot still does is not measured with the other."""

WARM_UP = 5


async def first_answer(discord: SimulatedDiscord, photo: bytes, *, filled: bool) -> float:
    """Seconds to the first answer of one ``/animate``; with ``filled`` it returns when the deferred answer is there."""
    world = discord.world
    call = await discord.slash(world.alice, world.channel, "animate", image=(photo, "photo.jpg"), prompt="it moves")
    await (call.answer() if filled else call.acknowledgement())
    assert call.first_answer_seconds is not None
    await asyncio.sleep(SETTLE)
    return call.first_answer_seconds


async def measure(folder: Path) -> list[tuple[float, float]]:
    """Pairs of seconds: this bot, the bare bot."""
    photo = await asyncio.to_thread(sample_photograph)
    async with SimulatedDiscord.start() as bare_discord, open_stage(folder, max_parallel=1) as stage:
        stage.kling.faults.doom(Fate(never_finish=True))  # one task that runs for ever: the films cost no processor
        await stage.start_bot(DEFAULT_ALLOWANCE="1000000", LOG_LEVEL="INFO")
        bare = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "benchmarks.bare_bot",
            cwd=PROJECT,
            env=os.environ
            | {
                "DISCORD_TOKEN": bare_discord.token,
                "DISCORD_API_URL": bare_discord.api_url,
                "DISCORD_GATEWAY_URL": bare_discord.gateway_url,
            },
        )
        try:
            await stage.ready()
            await bare_discord.bot_ready()
            pairs = [
                (
                    await first_answer(stage.discord, photo, filled=True),
                    await first_answer(bare_discord, photo, filled=False),
                )
                for _ in range(WARM_UP + CALLS)
            ]
        finally:
            bare.terminate()
            await bare.wait()
    return pairs[WARM_UP:]


def report(pairs: list[tuple[float, float]]) -> str:
    rows = [("this bot", [ours for ours, _ in pairs]), ("a bare bot", [bare for _, bare in pairs])]
    lines = [
        f"{name:12} median {statistics.median(seconds) * 1000:6.2f} ms   "
        f"90th percentile {statistics.quantiles(seconds, n=10)[-1] * 1000:6.2f} ms"
        for name, seconds in rows
    ]
    ratios = [ours / bare for ours, bare in pairs]
    lines.append(f"{'ratio':12} median {statistics.median(ratios):6.2f}      (aim: at most 1.50; {len(pairs)} pairs)")
    return "\n".join(lines)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="stillmotion-bench-") as folder:
        print(report(asyncio.run(measure(Path(folder)))))


if __name__ == "__main__":
    main()

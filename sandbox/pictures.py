"""``python -m sandbox pictures``: what a member sees, drawn from the running bot for the README; needs Chromium."""

import asyncio
import tempfile
from pathlib import Path

from simcord.builders import ChannelHandle

from sandbox.common.tasks import Timings
from sandbox.demo import FRAME_PIXELS, PATIENCE, PROMPT, sample_photograph
from sandbox.discord.preview import screenshot
from sandbox.discord.server import SimulatedDiscord
from sandbox.stage import PROJECT, open_stage

IMAGES = PROJECT / "docs" / "images"
PHONE = (430, 800)


async def draw() -> int:
    """Draw the pictures of the README; the exit code."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="stillmotion-pictures-") as folder:
        timings = Timings(submitted=2, processing=20)
        async with open_stage(Path(folder), timings=timings, frame_pixels=FRAME_PIXELS) as stage:
            await stage.start_bot()
            await stage.ready()
            discord, world = stage.discord, stage.discord.world
            picture = (sample_photograph(), "hopper.jpg")
            call = await discord.slash(world.alice, world.channel, "animate", image=picture, prompt=PROMPT)
            await call.answer(PATIENCE)
            thread = await discord.wait_for(lambda: next(iter(discord.threads(world.channel)), None), PATIENCE)
            await discord.wait_for(lambda: stage.kling.creates, PATIENCE)
            await screenshot(discord, world.channel, IMAGES / "ordered.png", size=PHONE)
            await discord.wait_for(lambda: _has_video(discord, thread), PATIENCE)
            await screenshot(discord, thread, IMAGES / "result.png", size=PHONE)
            answers = world.add_channel("answers")
            for command in ("usage show", "models"):
                await (await discord.slash(world.alice, answers, command)).answer(PATIENCE)
            await screenshot(discord, answers, IMAGES / "answers.png", size=(PHONE[0], 1100))
    print("\n".join(str(path.relative_to(PROJECT)) for path in sorted(IMAGES.glob("*.png"))))
    return 0


def _has_video(discord: SimulatedDiscord, thread: ChannelHandle) -> bool:
    return any(message.attachments for message in discord.messages(thread))


def main() -> int:
    return asyncio.run(draw())

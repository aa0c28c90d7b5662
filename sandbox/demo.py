"""``make demo``: one video of a real photograph, from the slash command to the MP4, told as a member sees it."""

import asyncio
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from matplotlib import get_data_path
from simcord.builders import ChannelHandle

from bot.media.videos import Video, probe
from sandbox.common.tasks import Timings
from sandbox.discord.server import SimulatedDiscord
from sandbox.discord.views import MessageView
from sandbox.stage import PROJECT, Stage, open_stage

OUT = PROJECT / "out"
PATIENCE = 60.0
PROMPT = "she smiles, and the camera moves slowly closer"
FRAME_PIXELS = {"std": 640 * 640, "pro": 1280 * 720, "4k": 1280 * 720}


def sample_photograph() -> bytes:
    """Grace Hopper in 1984, a public domain photograph that matplotlib ships among its sample data."""
    return (Path(get_data_path()) / "sample_data" / "grace_hopper.jpg").read_bytes()


@dataclass(frozen=True)
class Choice:
    """What Alice types besides the picture and the prompt."""

    name: str
    options: Mapping[str, Any] = field(default_factory=dict)


CHOICES = {
    "kling": Choice("Kling"),
    "aimlapi": Choice("AI/ML API", {"model": "kling-v1", "mode": "pro", "camera": "zoom", "camera_value": -8}),
    "ezmodel": Choice("EZModel", {"model": "kling-v2-5-turbo", "aspect_ratio": "1:1"}),
    "ai302": Choice("302.AI", {"model": "kling-v1-5", "camera": "horizontal", "camera_value": 8, "sound": True}),
}
"""For each provider something that it can and not all others."""


async def demo(provider: str) -> int:
    """Show one video being made; the exit code."""
    if provider not in CHOICES:
        print(f"There is no simulated provider {provider!r}; there is {', '.join(CHOICES)}.")
        return 2
    with tempfile.TemporaryDirectory(prefix="stillmotion-demo-") as folder:
        timings = Timings(submitted=1, processing=4)
        async with open_stage(Path(folder), providers=[provider], timings=timings, frame_pixels=FRAME_PIXELS) as stage:
            result, code = await _perform(stage, provider)
    return await _keep(result, provider) or code


async def _perform(stage: Stage, provider: str) -> tuple[MessageView, int]:
    """One video by a bot that starts before and ends after it; the result, and the bot's exit code."""
    choice, simulator = CHOICES[provider], stage.simulators[provider]
    say(
        f"this is {choice.name}; with PROVIDER=… make demo also shows",
        ", ".join(name for name in CHOICES if name != provider),
    )
    say(f"simulated Discord and {choice.name} are up", f"{stage.discord.api_url}  {simulator.base_url}")
    bot = await stage.start_bot()
    say("the bot starts as a process of its own", f"pid {bot.process.pid}")
    await stage.ready()
    result = await _one_video(stage.discord, choice.options)
    (create,) = (seen for seen in simulator.requests if seen.operation == "create")
    say(f"{choice.name} got", f"{create.method} {create.path}")
    code = await bot.stop()
    say("the bot is asked to stop (SIGTERM)", f"it exits with {code}")
    return result, code


async def _one_video(discord: SimulatedDiscord, options: Mapping[str, Any]) -> MessageView:
    """What happens between the command and the video."""
    world = discord.world
    photo = sample_photograph()
    typed = " ".join(f"{name}: {value}" for name, value in {"prompt": PROMPT, **options}.items())
    say(f"in #{world.channel.name}, Alice types", f"/animate image: hopper.jpg ({len(photo):,} bytes) {typed}")
    picture = (photo, "hopper.jpg")
    invocation = await discord.slash(world.alice, world.channel, "animate", image=picture, prompt=PROMPT, **options)
    answer = await invocation.answer(PATIENCE)
    show("only Alice sees", answer)
    say("the first answer took", f"{(invocation.first_answer_seconds or 0) * 1000:.0f} ms")
    await discord.wait_for(lambda: _cards(discord), PATIENCE, "the card")
    thread = await discord.wait_for(lambda: next(iter(discord.threads(world.channel)), None), PATIENCE, "the thread")
    say("a thread opens", str(thread.name))
    shown = ""
    while True:
        await discord.wait_for(partial(_moved_on, discord, shown), PATIENCE, "the next step")
        (card,) = _cards(discord)
        shown = card.text
        show(f"the card in #{world.channel.name}", card)
        result = _result(discord, thread)
        if result is not None and card.edited_at is not None and card.edited_at >= result.created_at:
            show(f"in the thread {thread.name!r}", result)
            return result


def _moved_on(discord: SimulatedDiscord, shown: str) -> bool:
    (card,) = _cards(discord)
    return card.text != shown


def _cards(discord: SimulatedDiscord) -> list[MessageView]:
    return [message for message in discord.messages(discord.world.channel) if not message.ephemeral]


def _result(discord: SimulatedDiscord, thread: ChannelHandle) -> MessageView | None:
    return next((one for one in discord.messages(thread) if one.attachments), None)


async def _keep(result: MessageView, provider: str) -> int:
    """Leave the MP4 in ``out/``; 0 where it is a playable video of 5 s."""
    (attachment,) = result.attachments
    OUT.mkdir(exist_ok=True)
    path = OUT / f"{provider}-{attachment.filename}"
    path.write_bytes(attachment.data)
    video = await probe(path)
    say("the video", _in_words(video))
    print(path)
    return 0 if abs(video.duration - 5) < 0.5 else 1


def _in_words(video: Video) -> str:
    frame = f"{video.width} x {video.height}"
    return f"{video.duration:.2f} s, {frame}, {video.video_codec} {video.pix_fmt}, {video.size / 1000:.0f} kB"


def say(what: str, detail: str) -> None:
    print(f"• {what}: {detail}", flush=True)


def show(where: str, message: MessageView) -> None:
    """A message as it reads, indented."""
    print(f"• {where}:", flush=True)
    for line in message.text.split("\n"):
        print(f"    │ {line}", flush=True)
    for attachment in message.attachments:
        print(f"    │ [{attachment.filename}, {len(attachment.data) / 1000:.0f} kB]", flush=True)


def main(provider: str) -> int:
    return asyncio.run(demo(provider))

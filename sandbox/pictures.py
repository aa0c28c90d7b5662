"""``python -m sandbox pictures``: what a member sees, drawn from the running bot for the docs; needs Chromium."""

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from sandbox.common.tasks import Timings
from sandbox.demo import FRAME_PIXELS, PATIENCE, PROMPT, sample_photograph
from sandbox.discord.preview import screenshot
from sandbox.discord.server import SimulatedDiscord
from sandbox.history import fill
from sandbox.stage import PROJECT, Stage, open_stage

IMAGES = PROJECT / "docs" / "images"
PHONE = (430, 800)


async def draw() -> int:
    """Draw all pictures; the exit code."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="stillmotion-pictures-") as folder:
        timings = Timings(submitted=2, processing=20)
        async with open_stage(Path(folder), timings=timings, frame_pixels=FRAME_PIXELS) as stage:
            await _past(stage)
            await stage.start_bot()
            await stage.ready()
            await _draw_video(stage)
            await _draw_answers(stage)
            await _draw_quotas(stage)
    print("\n".join(str(path.relative_to(PROJECT)) for path in sorted(IMAGES.glob("*.png"))))
    return 0


async def _past(stage: Stage) -> None:
    """Four weeks of videos, for the report."""
    world = stage.discord.world
    others = [world.add_member(name) for name in ("Noor", "Jun", "Zoë", "Ravi", "Ana")]
    members = [member.id for member in (world.alice, *others, world.bob)]
    now = datetime.now(UTC)
    await fill(stage.environment["DATABASE_URL"], world.guild.id, members, moderator_id=world.moderator.id, until=now)


async def _draw_video(stage: Stage) -> None:
    discord, world = stage.discord, stage.discord.world
    picture = (sample_photograph(), "hopper.jpg")
    call = await discord.slash(world.alice, world.channel, "animate", image=picture, prompt=PROMPT)
    await call.answer(PATIENCE)
    thread = await discord.wait_for(lambda: next(iter(discord.threads(world.channel)), None), PATIENCE)
    await discord.wait_for(lambda: stage.kling.creates, PATIENCE)
    await screenshot(discord, world.channel, IMAGES / "ordered.png", size=PHONE)
    await discord.wait_for(lambda: _has_video(discord, thread), PATIENCE)
    await screenshot(discord, thread, IMAGES / "result.png", size=PHONE)


async def _draw_answers(stage: Stage) -> None:
    world = stage.discord.world
    answers = await _answered(stage, "answers", (world.alice, "models", {}))
    await screenshot(stage.discord, answers, IMAGES / "models.png", size=(PHONE[0], 1000))


async def _draw_quotas(stage: Stage) -> None:
    """What members and moderators see of quotas."""
    world = stage.discord.world
    alice, bob, mia = world.alice, world.bob, world.moderator
    painters = world.guild.create_role("Painters")
    usage = await _answered(stage, "credits", (alice, "usage show", {}))
    await screenshot(stage.discord, usage, IMAGES / "usage.png", size=(PHONE[0], 1000), viewer=alice)
    show = await _answered(
        stage,
        "moderators",
        (mia, "quota set-role", {"role": painters, "credits": 200, "reason": "they paint"}),
        (mia, "quota set-member", {"member": bob, "credits": 10}),
        (mia, "settings limits", {"pool": 3000}),
        (mia, "quota show", {}),
    )
    await screenshot(stage.discord, show, IMAGES / "quota-show.png", size=(PHONE[0], 1300), viewer=mia)
    picture = (sample_photograph(), "hopper.jpg")
    refusal = await _answered(stage, "refused", (bob, "animate", {"image": picture, "prompt": PROMPT}))
    await screenshot(stage.discord, refusal, IMAGES / "refusal.png", size=(PHONE[0], 500), viewer=bob)
    report = await _answered(stage, "reports", (mia, "quota report", {"period": "30-days"}))
    await screenshot(stage.discord, report, IMAGES / "quota-report.png", size=(PHONE[0], 1400), viewer=mia)
    status = await _answered(stage, "watch", (mia, "status", {}))
    await screenshot(stage.discord, status, IMAGES / "status.png", size=(PHONE[0], 580), viewer=mia)


async def _answered(stage: Stage, channel: str, *calls: tuple[MemberActor, str, dict[str, Any]]) -> ChannelHandle:
    """A new channel in which these commands were answered."""
    place = stage.discord.world.add_channel(channel)
    for member, command, options in calls:
        await (await stage.discord.slash(member, place, command, **options)).answer(PATIENCE)
    return place


def _has_video(discord: SimulatedDiscord, thread: ChannelHandle) -> bool:
    return any(message.attachments for message in discord.messages(thread))


def main() -> int:
    return asyncio.run(draw())

"""From an empty server to the first video, in the three steps that the README has."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.media.videos import check_whole
from sandbox.demo import sample_photograph
from sandbox.discord.views import MessageView
from sandbox.discord.world import INVITE_PERMISSIONS
from sandbox.stage import PROJECT, Stage
from tests.process.conftest import cards, results

pytestmark = pytest.mark.process


def readme_steps() -> list[str]:
    text = (PROJECT / "README.md").read_text("utf-8")
    section = text.partition("## From an empty server to the first video")[2].partition("\n## ")[0]
    return re.findall(r"^\d\. \*\*(.+?)\*\*", section, re.MULTILINE)


async def test_three_steps_from_an_empty_server_to_the_first_video(stage: Stage, tmp_path: Path) -> None:
    assert readme_steps() == ["Invite the bot.", "Read its first message.", "Send `/animate`."]
    discord, world = stage.discord, stage.discord.world
    stored = discord.backend.get_guild(world.guild.id)
    role = next(role for role in stored.roles.values() if role.managed)

    link = re.search(r"scope=bot\+applications\.commands&permissions=(\d+)", (PROJECT / "README.md").read_text("utf-8"))
    assert link is not None
    role.permissions = int(link[1])
    assert role.permissions == INVITE_PERMISSIONS
    world.invited(datetime.now(UTC))
    await stage.start_bot()
    await stage.ready()

    def greeting() -> MessageView | None:
        return next(iter(cards(discord)), None)

    first = await discord.wait_for(greeting, 20, "the first message")
    ids = {command["name"]: command["id"] for command in discord.backend.commands[None].values()}
    assert f"send </animate:{ids['animate']}> and attach a picture" in first.text
    await (await discord.click(world.moderator, first, label="Check again")).answer()
    again = greeting()
    assert again is not None
    assert "✅ The bot has all that it needs." in again.text

    call = await discord.slash(world.alice, world.channel, "animate", image=(sample_photograph(), "photo.jpg"))
    assert "Your video is ordered" in (await call.answer()).text
    result = await discord.wait_for(lambda: next(iter(results(discord)), None), 60, "the video")
    film = tmp_path / "first.mp4"
    film.write_bytes(result.attachments[0].data)
    assert (await check_whole(film)).duration == pytest.approx(5, abs=0.2)

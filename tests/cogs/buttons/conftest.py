"""Cards, results and reported videos in a simulated Discord, with buttons that members press. Mia has Manage Server."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.pipeline.announce import Announce
from bot.pipeline.messenger import Parcel
from bot.pipeline.remove import Remove
from bot.publisher import Publisher
from cogs.buttons import Buttons, JobButton
from cogs.forms import Forms
from storage.database import Database
from storage.records import Duty, Job, NewJob
from storage.resolutions import Resolutions
from tests.cogs.conftest import Behind, Stage, texts_of
from tests.cogs.job_states import delivering

NOTHING = "Nothing was changed"


async def no_sleep(_: float) -> None:
    """No rest."""


@dataclass
class Buttoned:
    """The stage with the buttons' cog; ``ticks`` is its clock in seconds."""

    stage: Stage
    behind: Behind
    database: Database
    folder: Path
    ticks: float = 0.0

    async def add_cog(self) -> None:
        resolutions = Resolutions(self.database, clock=self.stage.clock)
        forms = self.stage.bot.get_cog(Forms.__name__)
        assert isinstance(forms, Forms)
        await self.stage.bot.add_cog(
            Buttons(
                bot=self.stage.bot,
                store=self.stage.store,
                quotas=self.stage.quotas,
                intake=self.behind.intake,
                cards=self.stage.cards,
                decide=self.behind.decide,
                remove=Remove(resolutions=resolutions, folder=self.folder, bell=self.behind.bell),
                forms=forms,
                monotonic=lambda: self.ticks,
            )
        )

    @property
    def publisher(self) -> Publisher:
        return Publisher(self.stage.bot, catalog=self.behind.catalog, clock=self.stage.clock)

    async def draw(self) -> None:
        """Let all cards show what is true."""
        for claim in await self.stage.cards.claim(100):
            await self.stage.cards.work([claim])
            await self.stage.store.give_back(claim)

    async def job(self, job_id: str) -> Job:
        found = await self.stage.store.job(job_id)
        assert found is not None
        return found

    async def card(self, job_id: str) -> discord.Message:
        """The job's card as it is now."""
        await self.draw()
        job = await self.job(job_id)
        return next(message for message in self.stage.channel.history() if message.id == job.card_message_id)

    async def deliver(self, new: NewJob) -> tuple[Job, discord.Message]:
        """The job with its result in the channel."""
        job = await delivering(self.stage, new)
        await self.draw()
        (claim,) = await self.stage.store.claim(Duty.DELIVER, limit=1)
        video = self.folder / f"{job.id}.mp4"
        video.write_bytes(b"\x00\x00\x00\x18ftypmp42")
        posted = await self.publisher.post_result(claim.job, Parcel(video), no_hold)
        claim = await self.stage.store.delivered(claim, posted.message_id, channel_id=posted.channel_id)
        await self.stage.store.give_back(claim)
        await self.draw()
        return await self.job(job.id), self.message(posted.message_id)

    def message(self, message_id: int) -> discord.Message:
        return next(message for message in self.stage.channel.history() if message.id == message_id)

    def is_there(self, message_id: int) -> bool:
        return any(message.id == message_id for message in self.stage.channel.history())

    async def announce(self) -> None:
        """Let log channels show what is due."""
        stage = self.stage
        await Announce(
            store=stage.store, quotas=stage.quotas, messenger=self.publisher, clock=stage.clock, sleep=no_sleep
        ).step()

    async def log_channel(self) -> ChannelHandle:
        channel = self.stage.guild.create_text_channel("log")
        await self.stage.quotas.change_server(
            self.stage.guild.id, lambda server: replace(server, log_channel_id=channel.id), actor_id=self.stage.mia.id
        )
        await self.announce()
        return channel


async def no_hold() -> None:
    """Nobody else has the job."""


@pytest.fixture
async def buttoned(stage: Stage, behind: Behind, database: Database, tmp_path: Path) -> Buttoned:
    buttoned = Buttoned(stage, behind, database, tmp_path)
    await buttoned.add_cog()
    return buttoned


@pytest.fixture
def order(order: Callable[..., NewJob]) -> Callable[..., NewJob]:
    """Into the channel, where all messages of a test stand."""
    return lambda **changes: order(**{"in_thread": False, "credits": 30} | changes)


@pytest.fixture
def bob(stage: Stage) -> MemberActor:
    return stage.guild.add_member(stage.env.create_user("bob"))


async def press(member: MemberActor, message: Any, label: str) -> str:
    """What the member alone reads after the press."""
    return told(await member.click(message, label=label))


async def at_once(*presses: tuple[MemberActor, Any, str]) -> list[str]:
    """What each member reads after presses that the bot works on at the same time."""
    work, held = JobButton.callback, list[tuple[JobButton, discord.Interaction[Any]]]()

    async def hold(button: JobButton, interaction: discord.Interaction[Any]) -> None:
        held.append((button, interaction))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(JobButton, "callback", hold)  # SimCord's members press one after the other
        results = [await member.click(message, label=label) for member, message, label in presses]
    await asyncio.gather(*(work(button, interaction) for button, interaction in held))
    return [words_of(result) for result in results]


def told(result: InteractionResult) -> str:
    assert result.ephemeral
    return words_of(result)


def words_of(result: InteractionResult) -> str:
    assert result.response is not None
    return "\n".join(texts_of(result.response.components))


async def fill(member: MemberActor, shown: InteractionResult, **changes: str) -> str:
    """What the member alone reads after sending the form with these fields, by their labels, changed."""
    assert shown.modal is not None
    values: dict[str, Any] = {}
    for label in shown.modal["components"]:
        field = label["component"]
        chosen = [option["value"] for option in field.get("options", ()) if option.get("default")]
        kept = chosen if "options" in field else field.get("value", "")
        values[field["custom_id"]] = changes.pop(label["label"], kept)
    assert not changes
    return told(await member.submit_modal(shown, values))


async def newest(stage: Stage, member: MemberActor) -> Job:
    (job,) = await stage.store.jobs_of(stage.guild.id, member.id, limit=1)
    return job


async def count_jobs(stage: Stage) -> int:
    return len(await stage.store.jobs_of(stage.guild.id, None, limit=25))


def texts_of_message(message: discord.Message) -> str:
    components: list[Any] = [component.to_dict() for component in message.components]
    return "\n".join(texts_of(components))


def rename(components: list[dict[str, Any]], old: str, new: str) -> None:
    """Let the button with this custom id have another, as one of another time has."""
    for component in components:
        if component.get("custom_id") == old:
            component["custom_id"] = new
        rename(component.get("components", []), old, new)

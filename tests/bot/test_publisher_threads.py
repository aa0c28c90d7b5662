"""Threads of members, and threads that are archived, locked or gone, over loopback with the simulated Discord."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest
from simcord.builders import ChannelHandle

from bot.pipeline.messenger import NotAllowed, Parcel, PlaceGone
from bot.publisher import Publisher
from providers.catalog import load
from sandbox.discord import SimulatedDiscord
from storage.records import Job
from storage.states import JobState
from tests.bot.conftest import make_job
from tests.cogs.conftest import photograph
from tests.samples import ManualClock

PICTURE = photograph()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime.now(UTC))


@pytest.fixture
def publisher(client: discord.Client, clock: ManualClock) -> Publisher:
    return Publisher(client, catalog=load(), clock=clock)


@pytest.fixture
def video(tmp_path: Path) -> Path:
    file = tmp_path / "video.mp4"
    file.write_bytes(b"\x00\x00\x00\x18ftypmp42")
    return file


async def held() -> None:
    """Nobody else has the job."""


@pytest.fixture
async def first(simulated: SimulatedDiscord, publisher: Publisher, clock: ManualClock, connected: object) -> Job:
    """A job whose card carries Alice's thread."""
    world = simulated.world
    here = {"server_id": world.guild.id, "channel_id": world.channel.id, "member_id": world.alice.id}
    job = make_job(**here, created_at=clock.now, changed_at=clock.now)
    job = replace(job, card_message_id=await publisher.post_card(job, PICTURE, held))
    return replace(job, thread_id=await publisher.open_thread(job, of_member=True))


@pytest.fixture
async def later(publisher: Publisher, first: Job) -> Job:
    """Alice's next job, with its card in her thread and its video ready."""
    job = replace(first, id="f" * 32, channel_id=first.thread_id or 0, parent_id=first.channel_id, in_thread=False)
    job = replace(job, thread_id=None, state=JobState.DELIVERING)
    return replace(job, card_message_id=await publisher.post_card(job, PICTURE, held))


def thread_of(simulated: SimulatedDiscord) -> ChannelHandle:
    (thread,) = simulated.threads(simulated.world.channel)
    return thread


Shut = Callable[..., None]


@pytest.fixture
def shut(simulated: SimulatedDiscord) -> Shut:
    """Archives the thread, and locks it."""

    def shut_(*, locked: bool = False) -> None:
        metadata = simulated.backend.get_channel(thread_of(simulated).id).thread_metadata
        assert metadata is not None
        metadata.archived, metadata.locked = True, locked

    return shut_


def is_archived(simulated: SimulatedDiscord) -> bool:
    metadata = simulated.backend.get_channel(thread_of(simulated).id).thread_metadata
    return metadata is not None and metadata.archived


async def test_a_members_thread_has_the_members_name(simulated: SimulatedDiscord, publisher: Publisher, first: Job):
    assert thread_of(simulated).name == "Videos for Alice"
    assert first.thread_id == first.card_message_id
    assert await publisher.open_thread(first, of_member=True) == first.thread_id


async def test_of_a_member_who_left_the_thread_has_no_name(
    simulated: SimulatedDiscord, publisher: Publisher, clock: ManualClock, first: Job
):
    job = replace(first, id="a" * 32, member_id=12345, thread_id=None)
    job = replace(job, card_message_id=await publisher.post_card(job, PICTURE, held))
    await publisher.open_thread(job, of_member=True)
    assert [thread.name for thread in simulated.threads(simulated.world.channel)] == ["Videos for Alice", "Videos"]


async def test_the_next_card_and_its_video_stand_in_the_thread(
    simulated: SimulatedDiscord, publisher: Publisher, later: Job, video: Path
):
    posted = await publisher.post_result(later, Parcel(video), held)
    card, result = simulated.messages(thread_of(simulated))
    assert (card.id, result.id) == (later.card_message_id, posted.message_id)
    assert posted.channel_id == later.channel_id
    assert await publisher.find_result(later) == posted
    (carrier,) = simulated.messages(simulated.world.channel)
    assert carrier.id == later.channel_id


async def _edit(publisher: Publisher, job: Job, _video: Path) -> None:
    await publisher.edit_card(job)


async def _deliver(publisher: Publisher, job: Job, video: Path) -> None:
    assert (await publisher.post_result(job, Parcel(video), held)).channel_id == job.channel_id


async def _post(publisher: Publisher, job: Job, _video: Path) -> None:
    await publisher.post_card(replace(job, id="e" * 32), PICTURE, held)


@pytest.mark.parametrize("act", [_edit, _deliver, _post])
async def test_an_archived_thread_revives(
    simulated: SimulatedDiscord,
    publisher: Publisher,
    later: Job,
    video: Path,
    shut: Shut,
    act: Callable[[Publisher, Job, Path], Awaitable[None]],
):
    shut()
    await act(publisher, later, video)
    assert not is_archived(simulated)


async def test_a_locked_thread_takes_no_card_and_its_video_goes_into_the_channel(
    simulated: SimulatedDiscord, publisher: Publisher, later: Job, video: Path, shut: Shut
):
    shut(locked=True)
    for act in (_edit, _post):
        with pytest.raises(NotAllowed):
            await act(publisher, later, video)
    posted = await publisher.post_result(later, Parcel(video), held)
    assert posted.channel_id == simulated.world.channel.id
    assert await publisher.find_result(later) == posted
    assert is_archived(simulated)


async def test_a_deleted_thread_takes_no_card_and_its_video_goes_into_the_channel(
    simulated: SimulatedDiscord, publisher: Publisher, later: Job, video: Path
):
    simulated.backend.delete_channel(thread_of(simulated).id)
    with pytest.raises(PlaceGone):
        await _post(publisher, later, video)
    posted = await publisher.post_result(later, Parcel(video), held)
    assert posted.channel_id == simulated.world.channel.id


async def test_what_is_said_in_private_is_never_said_elsewhere(
    simulated: SimulatedDiscord, publisher: Publisher, later: Job, video: Path
):
    simulated.backend.delete_channel(thread_of(simulated).id)
    with pytest.raises(PlaceGone):
        await publisher.post_result(replace(later, parent_id=None), Parcel(video), held)

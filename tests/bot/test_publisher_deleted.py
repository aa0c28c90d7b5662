"""Deleted and reported videos: what the publisher asks of Discord for them, over loopback."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.pipeline.messenger import Link, NotAllowed, Parcel, PlaceGone, TryAgain
from bot.publisher import Publisher
from providers.catalog import load
from sandbox.discord import SimulatedDiscord
from storage.quota_records import Action, Change
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


async def held() -> None:
    """Nobody else has the job."""


@pytest.fixture
async def delivered(simulated: SimulatedDiscord, publisher: Publisher, clock: ManualClock, tmp_path: Path) -> Job:
    """A job of Alice with its card and its result in the channel."""
    world, video = simulated.world, tmp_path / "video.mp4"
    video.write_bytes(b"\x00\x00\x00\x18ftypmp42")
    here = {"server_id": world.guild.id, "channel_id": world.channel.id, "member_id": world.alice.id}
    job = make_job(**here, created_at=clock.now, changed_at=clock.now, in_thread=False, state=JobState.DELIVERING)
    job = replace(job, card_message_id=await publisher.post_card(job, PICTURE, held))
    posted = await publisher.post_result(job, Parcel(video), held)
    place: dict[str, Any] = {"result_message_id": posted.message_id, "result_channel_id": posted.channel_id}
    return replace(job, state=JobState.DELIVERED, **place)


def texts(simulated: SimulatedDiscord) -> list[str]:
    return [message.text for message in simulated.messages(simulated.world.channel)]


async def test_a_result_is_deleted_once(simulated: SimulatedDiscord, publisher: Publisher, delivered: Job):
    await publisher.delete_result(delivered)
    assert [message.id for message in simulated.messages(simulated.world.channel)] == [delivered.card_message_id]
    with pytest.raises(PlaceGone):
        await publisher.delete_result(delivered)


async def test_a_result_in_an_archived_thread_is_deleted(
    simulated: SimulatedDiscord, publisher: Publisher, delivered: Job, tmp_path: Path
):
    threaded = replace(delivered, id="e" * 32, thread_id=await publisher.open_thread(delivered))
    posted = await publisher.post_result(threaded, Parcel(tmp_path / "video.mp4"), held)
    (thread,) = simulated.threads(simulated.world.channel)
    simulated.faults.add("DELETE", "/messages/", status=400, code=50083, times=1)
    there: dict[str, Any] = {"result_message_id": posted.message_id, "result_channel_id": posted.channel_id}
    await publisher.delete_result(replace(threaded, **there))
    assert simulated.messages(thread) == []
    assert [request.method for request in simulated.requests[-3:]] == ["DELETE", "PATCH", "DELETE"]


@pytest.mark.parametrize(("status", "code", "meaning"), [(403, 50001, NotAllowed), (503, 0, TryAgain)])
async def test_a_refusal_to_delete_has_its_meaning(
    simulated: SimulatedDiscord, publisher: Publisher, delivered: Job, status: int, code: int, meaning: type[Exception]
):
    simulated.faults.add("DELETE", "/messages/", status=status, code=code, times=None)
    with pytest.raises(meaning):
        await publisher.delete_result(delivered)


async def test_the_card_of_a_deleted_video_loses_picture_and_prompt(
    simulated: SimulatedDiscord, publisher: Publisher, delivered: Job, clock: ManualClock
):
    await publisher.edit_card(replace(delivered, deleted_by=5, deleted_at=clock()))
    card = simulated.messages(simulated.world.channel)[0]
    assert "Deleted" in card.text
    assert "the sea moves" not in card.text
    assert card.attachments == ()


async def test_the_card_of_an_erased_member_loses_its_picture(
    simulated: SimulatedDiscord, publisher: Publisher, delivered: Job
):
    await publisher.edit_card(replace(delivered, member_id=-5, request={"duration": 5}))
    assert simulated.messages(simulated.world.channel)[0].attachments == ()


async def test_too_many_edits_of_an_old_card_are_no_reason_to_wait(
    simulated: SimulatedDiscord, publisher: Publisher, delivered: Job
):
    simulated.faults.add("PATCH", "/messages/", status=400, code=30046)
    with pytest.raises(NotAllowed):
        await publisher.edit_card(delivered)


async def test_a_link_has_its_button(simulated: SimulatedDiscord, publisher: Publisher, delivered: Job):
    again = replace(delivered, id="f" * 32, state=JobState.DELIVERING)
    await publisher.post_result(again, Parcel(Link("https://bot.example/videos/1.mp4", None)), held)
    (row,) = simulated.messages(simulated.world.channel)[-1].components
    assert [button["label"] for button in row["components"]] == ["Download", "Again", "Edit", "Delete", "Report"]
    assert row["components"][0]["url"] == "https://bot.example/videos/1.mp4"


def flag(job: Job, clock: ManualClock, **changes: Any) -> Change:
    known: dict[str, Any] = {
        "id": 12,
        "at": clock.now,
        "server_id": job.server_id,
        "actor_id": 7,
        "action": Action.FLAG,
        "member_id": job.member_id,
        "role_id": None,
        "before": {"job": job.id, "flags": 0},
        "after": {"job": job.id, "flags": 1},
        "reason": "it shows my face",
    }
    return Change(**known | changes)


@pytest.fixture
def flagging(simulated: SimulatedDiscord, publisher: Publisher, clock: ManualClock) -> Callable[[Job], Any]:
    """Posts the report of a job; the labels of its buttons."""

    async def post(job: Job) -> list[str]:
        await publisher.post_change(flag(job, clock), simulated.world.channel.id, job)
        message = simulated.messages(simulated.world.channel)[-1]
        assert "it shows my face" in message.text
        assert job.id in message.text
        assert message.mentions == ()
        (container,) = message.components
        rows = [part["components"] for part in container["components"] if part["type"] == 1]
        return [button["label"] for row in rows for button in row]

    return post


async def test_a_report_has_the_buttons_that_moderators_need(flagging, delivered: Job):
    assert await flagging(delivered) == ["Show it", "Delete", "Block the member"]


async def test_a_report_of_what_is_not_posted_yet_can_be_acted_on_once_it_is(flagging, delivered: Job):
    assert await flagging(replace(delivered, state=JobState.RUNNING, result_message_id=None)) == [
        *("Show it", "Delete", "Block the member")
    ]


async def test_a_report_of_an_erased_member_has_nobody_to_block(flagging, delivered: Job):
    assert await flagging(replace(delivered, member_id=-5)) == ["Show it", "Delete"]


async def test_a_report_is_posted_once(simulated: SimulatedDiscord, flagging, delivered: Job):
    before = len(texts(simulated))
    await flagging(delivered)
    await flagging(delivered)
    assert len(texts(simulated)) == before + 1

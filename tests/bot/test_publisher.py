"""The publisher with a real discord.py client against the simulated Discord, over loopback."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

import bot.publisher
import bot.traces
from bot.pipeline.links import file_name
from bot.pipeline.messenger import MessengerError, NotAllowed, Parcel, PlaceGone, Posted, TooLarge, TryAgain
from bot.publisher import Publisher
from bot.traces import nonce
from providers.catalog import load
from sandbox.discord import SimulatedDiscord
from storage.records import Job
from storage.states import JobState
from tests.bot.conftest import make_job
from tests.cogs.conftest import photograph
from tests.conftest import ManualClock

PICTURE = photograph()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime.now(UTC))


@pytest.fixture
def publisher(client: discord.Client, clock: ManualClock) -> Publisher:
    return Publisher(client, catalog=load(), clock=clock)


@pytest.fixture
def order(simulated: SimulatedDiscord, clock: ManualClock) -> Callable[..., Job]:
    """Jobs that Alice has just ordered in the channel."""
    world = simulated.world
    here = {
        "server_id": world.guild.id,
        "channel_id": world.channel.id,
        "member_id": world.alice.id,
        "created_at": clock.now,
        "changed_at": clock.now,
    }
    return lambda **changes: make_job(**here | changes)


@pytest.fixture
def video(tmp_path: Path) -> Path:
    file = tmp_path / "video.mp4"
    file.write_bytes(b"\x00\x00\x00\x18ftypmp42" * 100)
    return file


async def held() -> None:
    """Nobody else has the job."""


async def carded(publisher: Publisher, job: Job, **changes: Any) -> Job:
    """The same job with its card posted."""
    message_id = await publisher.post_card(job, PICTURE, held)
    return make_job(**vars(job) | {"card_message_id": message_id} | changes)


async def threaded(publisher: Publisher, job: Job) -> Job:
    """The same job with its card and thread, about to be delivered."""
    job = await carded(publisher, job, state=JobState.DELIVERING)
    return make_job(**vars(job) | {"thread_id": await publisher.open_thread(job)})


async def test_a_card_shows_picture_and_job_and_mentions_nobody(simulated: SimulatedDiscord, publisher, order):
    job = order(request={"prompt": "@everyone look"})
    message_id = await publisher.post_card(job, PICTURE, held)
    (message,) = simulated.messages(simulated.world.channel)
    assert message.id == message_id
    assert job.id in message.text
    assert message.nonce == nonce(job.id, "card")
    assert [file.data for file in message.attachments] == [PICTURE]
    assert message.mentions == ()
    assert not message.mention_everyone


async def test_a_card_is_posted_once_however_often_it_is_tried(simulated: SimulatedDiscord, publisher, order):
    job = order()
    first, second = await publisher.post_card(job, PICTURE, held), await publisher.post_card(job, PICTURE, held)
    assert first == second
    assert len(simulated.messages(simulated.world.channel)) == 1


async def test_an_answer_that_was_lost_does_not_post_twice(simulated: SimulatedDiscord, publisher, order):
    simulated.faults.add("POST", "/messages$", reset=True, when="after")
    with pytest.raises(TryAgain):
        await publisher.post_card(order(), PICTURE, held)
    (message,) = simulated.messages(simulated.world.channel)
    assert await publisher.post_card(order(), PICTURE, held) == message.id


async def test_a_card_of_long_ago_is_found_by_looking(
    simulated: SimulatedDiscord, publisher, order, clock: ManualClock
):
    await simulated.post(simulated.world.bob, simulated.world.channel, f"job {order().id}")
    await publisher.post_card(order(id="f" * 32), PICTURE, held)
    message_id = await publisher.post_card(order(), PICTURE, held)
    clock.advance(timedelta(hours=1))
    simulated.advance(3600)  # Discord forgets the nonce
    assert await publisher.post_card(order(), PICTURE, held) == message_id
    assert len(simulated.messages(simulated.world.channel)) == 3


@pytest.mark.parametrize(("before", "after", "look_back"), [(230, 0, 1000), (120, 60, 100)])
async def test_in_a_busy_channel_a_card_and_a_result_are_found_among_what_others_write(
    simulated: SimulatedDiscord,
    publisher,
    order,
    video: Path,
    clock: ManualClock,
    monkeypatch,
    before,
    after,
    look_back,
):
    """Also where that is too much to look through: what was tried first and what was tried last."""
    monkeypatch.setattr(bot.traces, "LOOK_BACK", look_back)
    world, job = simulated.world, order()

    async def chat(times: int) -> None:
        for number in range(times):
            await simulated.post(world.bob, world.channel, f"chatter {number}")

    await chat(before)
    card, posted = await publisher.post_card(job, PICTURE, held), await publisher.post_result(job, Parcel(video), held)
    await chat(after)
    clock.advance(timedelta(minutes=10))
    simulated.advance(600)  # Discord forgets the nonces
    assert await publisher.post_card(job, PICTURE, held) == card
    assert await publisher.post_result(job, Parcel(video), held) == posted
    assert len(simulated.messages(world.channel)) == before + after + 2


async def test_an_edit_changes_the_state_and_keeps_the_picture(simulated: SimulatedDiscord, publisher, order):
    job = await carded(publisher, order(), state=JobState.RUNNING)
    await publisher.edit_card(job)
    (message,) = simulated.messages(simulated.world.channel)
    assert "Being made" in message.text
    assert [file.data for file in message.attachments] == [PICTURE]
    edit = simulated.requests[-1]
    assert (edit.method, edit.files) == ("PATCH", ())


async def test_a_thread_is_opened_once_with_a_clean_name(simulated: SimulatedDiscord, publisher, order):
    job = await carded(publisher, order(request={"prompt": "the\nsea \u202emoves " + "x" * 200}))
    thread_id = await publisher.open_thread(job)
    (thread,) = simulated.threads(simulated.world.channel)
    assert thread.id == thread_id == job.card_message_id
    name = thread.name or ""
    assert name.startswith("the sea moves xxx")
    assert len(name) <= 100
    assert simulated.requests[-1].json["auto_archive_duration"] == 1440
    assert await publisher.open_thread(job) == thread_id


async def test_a_thread_without_a_prompt_is_named_by_its_member(
    simulated: SimulatedDiscord, publisher, order, connected: discord.Client
):
    await publisher.open_thread(await carded(publisher, order(request={})))
    (thread,) = simulated.threads(simulated.world.channel)
    assert thread.name == "Video for Alice"


async def test_a_result_is_a_plain_file_that_mentions_its_member(
    simulated: SimulatedDiscord, publisher, order, video: Path
):
    job = await threaded(publisher, order())
    posted = await publisher.post_result(job, Parcel(video), held)
    (message,) = simulated.messages(simulated.threads(simulated.world.channel)[0])
    assert posted == Posted(message.id, job.thread_id or 0)
    assert [button["label"] for row in message.components for button in row["components"]] == [
        *("Again", "Edit", "Delete", "Report")
    ]
    assert message.mentions == (simulated.world.alice.id,)
    assert message.nonce == nonce(f"{job.id} {job.changed_at.timestamp()}", "result")
    assert [(file.filename, file.data) for file in message.attachments] == [(file_name(job), video.read_bytes())]


async def test_a_result_is_posted_once_however_often_it_is_tried(
    simulated: SimulatedDiscord, publisher, order, video: Path
):
    job = await threaded(publisher, order())
    simulated.faults.add("POST", "/messages$", reset=True, when="after")
    with pytest.raises(TryAgain):
        await publisher.post_result(job, Parcel(video), held)
    await publisher.post_result(job, Parcel(video), held)
    assert len(simulated.messages(simulated.threads(simulated.world.channel)[0])) == 1


async def test_a_result_stands_until_its_message_is_deleted(
    simulated: SimulatedDiscord, publisher, client: discord.Client, order, video: Path
):
    job = await threaded(publisher, order())
    posted = await publisher.post_result(job, Parcel(video), held)
    done = replace(job, result_message_id=posted.message_id, result_channel_id=posted.channel_id)
    assert await publisher.result_stands(done)
    await client.get_partial_messageable(posted.channel_id).get_partial_message(posted.message_id).delete()
    assert not await publisher.result_stands(done)
    again = replace(job, changed_at=job.changed_at + timedelta(seconds=1))
    assert (await publisher.post_result(again, Parcel(video), held)).message_id != posted.message_id
    simulated.faults.add("GET", "/messages/", status=403, code=50001)
    with pytest.raises(NotAllowed):
        await publisher.result_stands(done)


async def test_where_all_is_gone_the_result_goes_where_it_was_asked_for_again(
    simulated: SimulatedDiscord, publisher, order, video: Path
):
    job = await threaded(publisher, order())
    other = simulated.world.add_channel("elsewhere")
    for place in (job.thread_id, job.channel_id):
        simulated.faults.add("*", f"/channels/{place}/messages", status=404, code=10003, times=None)
    asked = replace(job, result_channel_id=other.id)
    posted = await publisher.post_result(asked, Parcel(video), held)
    assert [message.id for message in simulated.messages(other)] == [posted.message_id]
    assert await publisher.find_result(asked) == posted


async def test_a_result_is_found_by_its_file_and_its_author(
    simulated: SimulatedDiscord, publisher, order, video: Path, clock: ManualClock
):
    job = await threaded(publisher, order())
    await simulated.post(simulated.world.bob, simulated.world.channel, "mine", (b"video", file_name(job)))
    assert await publisher.find_result(job) is None
    posted = await publisher.post_result(job, Parcel(video), held)
    clock.advance(timedelta(hours=5))
    assert await publisher.find_result(job) == posted


@pytest.mark.parametrize(("status", "code"), [(404, 10003), (403, 50001), (400, 160005), (400, 50083)])
async def test_where_the_thread_takes_nothing_the_result_goes_below_the_card(
    simulated: SimulatedDiscord, publisher, order, video: Path, status: int, code: int
):
    job = await threaded(publisher, order())
    simulated.faults.add("*", f"/channels/{job.thread_id}/messages", status=status, code=code, times=None)
    posted = await publisher.post_result(job, Parcel(video), held)
    assert simulated.messages(simulated.world.channel)[-1].id == posted.message_id
    assert posted.channel_id == simulated.world.channel.id
    reference = simulated.requests[-1].json["message_reference"]
    assert (reference["message_id"], reference["fail_if_not_exists"]) == (job.card_message_id, False)
    assert await publisher.find_result(job) == posted


async def test_a_result_without_thread_and_card_goes_into_the_channel(
    simulated: SimulatedDiscord, publisher, order, video: Path
):
    posted = await publisher.post_result(order(), Parcel(video), held)
    assert [message.id for message in simulated.messages(simulated.world.channel)] == [posted.message_id]


ERRORS = [
    (413, 40005, TooLarge),
    (413, 0, TooLarge),
    (400, 50045, TooLarge),
    (403, 50001, NotAllowed),
    (403, 50013, NotAllowed),
    (403, 20009, NotAllowed),
    (400, 200000, NotAllowed),
    (400, 50035, NotAllowed),
    (403, 40333, TryAgain),
    (404, 10003, PlaceGone),
    (404, 10008, PlaceGone),
    (404, 10004, PlaceGone),
    (401, 0, TryAgain),
    (503, 130000, TryAgain),
]


@pytest.mark.parametrize(("status", "code", "meaning"), ERRORS)
async def test_each_error_of_discord_has_its_meaning(
    simulated: SimulatedDiscord, publisher, order, video: Path, status: int, code: int, meaning: type[MessengerError]
):
    job = await carded(publisher, order())
    simulated.faults.add("*", "/messages", status=status, code=code, times=None)
    for call in (
        publisher.edit_card(job),
        publisher.post_result(job, Parcel(video), held),
        publisher.post_card(job, PICTURE, held),
    ):
        with pytest.raises(MessengerError) as caught:
            await call
        assert type(caught.value) is meaning


@pytest.mark.parametrize(
    ("status", "code", "meaning"),
    [
        (400, 160005, NotAllowed),
        (400, 160006, NotAllowed),
        (400, 50024, NotAllowed),
        (403, 50013, NotAllowed),
        (404, 10008, PlaceGone),
        (503, 0, TryAgain),
    ],
)
async def test_each_refusal_of_a_thread_has_its_meaning(
    simulated: SimulatedDiscord, publisher, order, status: int, code: int, meaning: type[MessengerError]
):
    job = await carded(publisher, order())
    simulated.faults.add("POST", "/threads$", status=status, code=code)
    with pytest.raises(MessengerError) as caught:
        await publisher.open_thread(job)
    assert type(caught.value) is meaning


@pytest.mark.parametrize("fault", [{"reset": True}, {"status": 429, "via": False}])
async def test_what_may_pass_is_tried_again(simulated: SimulatedDiscord, publisher, order, fault: dict[str, Any]):
    job = await carded(publisher, order())
    simulated.faults.add("PATCH", "/messages", **fault)
    with pytest.raises(TryAgain):
        await publisher.edit_card(job)


async def test_a_call_that_hangs_is_tried_again(
    simulated: SimulatedDiscord, publisher, order, monkeypatch: pytest.MonkeyPatch
):
    job = await carded(publisher, order())
    monkeypatch.setattr(bot.publisher, "UPLOAD_SECONDS", 0.05)
    simulated.faults.add("POST", "/messages", delay=1.0)
    with pytest.raises(TryAgain, match="TimeoutError"):
        await publisher.post_card(job, PICTURE, held)


async def test_a_file_that_is_too_large_is_told_apart(simulated: SimulatedDiscord, publisher, order, video: Path):
    simulated.api.upload_limit = 1000
    with pytest.raises(TooLarge):
        await publisher.post_result(order(), Parcel(video), held)


async def test_a_server_that_threw_the_bot_out_is_gone(simulated: SimulatedDiscord, publisher, order, connected):
    simulated.faults.add("PATCH", "/messages", status=403, code=50001)
    with pytest.raises(PlaceGone):
        await publisher.edit_card(order(server_id=999, card_message_id=40))


async def test_a_deleted_channel_is_gone(publisher, order):
    with pytest.raises(PlaceGone):
        await publisher.post_card(order(channel_id=123456), PICTURE, held)


async def test_a_card_that_was_never_posted_is_gone(publisher, order):
    with pytest.raises(PlaceGone):
        await publisher.edit_card(order())


async def test_the_upload_limit_is_the_servers(publisher, order, connected: discord.Client):
    guild = connected.get_guild(order().server_id)
    assert guild is not None
    assert publisher.upload_limit(order()) == publisher.upload_limit(order(server_id=999)) == 20 * 1024**2
    guild.premium_tier = 3
    assert publisher.upload_limit(order()) == guild.filesize_limit == 100 * 1024**2


def test_nonces_differ_by_job_and_purpose_and_are_short():
    nonces = {nonce(job, purpose) for job in ("a", "b") for purpose in ("card", "result")}
    assert len(nonces) == 4
    assert all(len(each) <= 25 for each in nonces)
    assert nonce("a", "card") in nonces

"""From each kind of channel and with each set of permissions: where card and video go, and what the member reads."""

from dataclasses import replace

import pytest
from discord import ChannelType
from simcord.backend import permissions
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle
from simcord.enums import OverwriteType

from storage.quota_records import Place
from storage.records import Job
from tests.cogs.conftest import PHOTO, Stage

OWN = "The video comes into a thread below its card."
MEMBERS = "Card and video come into your thread in this channel."
HERE = "Card and video come into this channel."
INSIDE = "Card and video come into this thread."
NONE = "Card and video come into this channel, which has no threads."
MISSING = "Card and video come into this channel: for a thread the bot is missing"

WANTED = [(Place.THREAD, OWN), (Place.MEMBER, MEMBERS), (Place.CHANNEL, HERE)]


async def choose(stage: Stage, place: Place) -> None:
    await stage.quotas.change_server(stage.guild.id, lambda one: replace(one, place=place), actor_id=stage.mia.id)


async def order_from(stage: Stage, channel: ChannelHandle, sentence: str) -> Job:
    """The one job of an order that was answered with this sentence."""
    assert sentence in await stage.slash("animate", channel, image=PHOTO)
    (job,) = await stage.jobs()
    return job


def channel_of(stage: Stage, kind: ChannelType) -> ChannelHandle:
    backend = stage.env.backend
    return ChannelHandle(stage.env, stage.guild, backend.create_channel(stage.guild.id, "place", type=kind.value))


def thread_in(
    stage: Stage, parent: ChannelHandle, kind: ChannelType = ChannelType.public_thread, *, with_bot: bool = False
) -> ChannelHandle:
    """Opened by Alice; of a private one Discord tells only those who are in it."""
    backend, told = stage.env.backend, with_bot or kind is not ChannelType.private_thread
    thread = backend.create_thread(parent.id, "talk", stage.alice.id, type=kind.value, broadcast=told)
    if with_bot:
        backend.add_thread_member(thread.id, backend.bot_user.id)
    return ChannelHandle(stage.env, stage.guild, thread)


def deny(stage: Stage, channel: ChannelHandle, *names: str) -> None:
    denied = sum(permissions.flag(name) for name in names)
    backend = stage.env.backend
    backend.set_overwrite(channel.id, Overwrite(backend.bot_user.id, OverwriteType.MEMBER, 0, denied))


@pytest.mark.parametrize("kind", [ChannelType.text, ChannelType.news])
@pytest.mark.parametrize(("wanted", "sentence"), WANTED)
async def test_where_threads_can_be_the_server_chooses(stage: Stage, kind: ChannelType, wanted: Place, sentence: str):
    await choose(stage, wanted)
    channel = channel_of(stage, kind)
    job = await order_from(stage, channel, sentence)
    assert (job.channel_id, job.parent_id) == (channel.id, None)
    assert (job.in_thread, job.seeks_thread) == (wanted is not Place.CHANNEL, wanted is Place.MEMBER)


@pytest.mark.parametrize("kind", [ChannelType.voice, ChannelType.stage_voice])
@pytest.mark.parametrize(("wanted", "sentence"), [(Place.THREAD, NONE), (Place.MEMBER, NONE), (Place.CHANNEL, HERE)])
async def test_the_chats_of_voice_channels_have_no_threads(
    stage: Stage, kind: ChannelType, wanted: Place, sentence: str
):
    await choose(stage, wanted)
    channel = channel_of(stage, kind)
    job = await order_from(stage, channel, sentence)
    assert (job.channel_id, job.in_thread, job.seeks_thread) == (channel.id, False, False)


@pytest.mark.parametrize("wanted", list(Place))
async def test_inside_a_thread_it_stays_there(stage: Stage, wanted: Place):
    await choose(stage, wanted)
    thread = thread_in(stage, stage.channel)
    job = await order_from(stage, thread, INSIDE)
    assert (job.channel_id, job.in_thread, job.seeks_thread) == (thread.id, False, False)
    assert job.parent_id == stage.channel.id


@pytest.mark.parametrize("kind", [ChannelType.forum, ChannelType.media])
async def test_a_forums_post_is_a_thread_with_nothing_around_it(stage: Stage, kind: ChannelType):
    post = thread_in(stage, channel_of(stage, kind))
    job = await order_from(stage, post, INSIDE)
    assert (job.channel_id, job.in_thread, job.parent_id) == (post.id, False, None)


async def test_what_is_ordered_in_private_stays_private(stage: Stage):
    thread = thread_in(stage, stage.channel, ChannelType.private_thread, with_bot=True)
    job = await order_from(stage, thread, INSIDE)
    assert (job.channel_id, job.in_thread, job.parent_id) == (thread.id, False, None)


async def test_from_a_private_thread_without_the_bot_nothing_is_taken(stage: Stage):
    thread = thread_in(stage, stage.channel, ChannelType.private_thread)
    text = await stage.slash("animate", thread, image=PHOTO)
    assert "The bot is not in this private thread" in text
    assert "**Nothing was charged.**" in text
    assert await stage.jobs() == []
    assert await stage.left() == 100


LACKING = {
    ("create_public_threads",): "Create Public Threads.",
    ("send_messages_in_threads",): "Send Messages in Threads.",
    ("create_public_threads", "send_messages_in_threads"): "Create Public Threads and Send Messages in Threads.",
}


@pytest.mark.parametrize(("lacking", "named"), LACKING.items())
@pytest.mark.parametrize("wanted", [Place.THREAD, Place.MEMBER])
async def test_without_threads_it_goes_into_the_channel_and_the_member_reads_why(
    stage: Stage, wanted: Place, lacking: tuple[str, ...], named: str
):
    await choose(stage, wanted)
    stage.deny_bot(*lacking)
    job = await order_from(stage, stage.channel, f"{MISSING} {named}")
    assert (job.channel_id, job.in_thread, job.seeks_thread) == (stage.channel.id, False, False)


async def test_who_wants_no_threads_reads_of_no_permission(stage: Stage):
    await choose(stage, Place.CHANNEL)
    stage.deny_bot("create_public_threads")
    await order_from(stage, stage.channel, HERE)


@pytest.mark.parametrize(
    ("permission", "inside", "taken"),
    [
        ("send_messages", False, False),
        ("send_messages", True, True),
        ("send_messages_in_threads", True, False),
        ("create_public_threads", True, True),
        ("attach_files", True, False),
        ("embed_links", True, False),
        ("read_message_history", False, False),
    ],
)
async def test_what_is_missing_entirely_is_refused_before_anything_is_charged(
    stage: Stage, permission: str, inside: bool, taken: bool
):
    deny(stage, stage.channel, permission)
    place = thread_in(stage, stage.channel) if inside else stage.channel
    text = await stage.slash("animate", place, image=PHOTO)
    assert ("The bot may not post here" in text, len(await stage.jobs())) == (not taken, int(taken))


async def test_moderators_read_what_each_choice_means(stage: Stage):
    told = {
        "thread": "The channel shows the card of each video, and the video comes into a thread below its card.",
        "member": "Each member has one thread in a channel",
        "channel": "The channel shows cards and videos, and no thread is opened.",
    }
    for where, meaning in told.items():
        assert meaning in await stage.moderate("settings place", where=where)
        page = await stage.moderate("settings show")
        assert meaning in page
        assert "\n-# What is ordered inside a thread or a forum post stays there." in page


async def test_the_answer_links_to_the_card_where_it_stands(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    await choose(stage, Place.MEMBER)
    await stage.slash("animate", image=PHOTO)
    (claim,) = await stage.cards.claim(1)
    await stage.cards.work([claim])
    (opened,) = stage.channel.threads
    assert opened.name == "Videos for alice"

    async def posted(_cards: object, job_id: str) -> Job | None:
        for claim in await stage.cards.claim(5):
            await stage.cards.work([claim])
        return await stage.store.job(job_id)

    monkeypatch.setattr("cogs.confirm._shown", posted)
    text = await stage.slash("animate", image=PHOTO)
    (job,) = [job for job in await stage.jobs() if job.channel_id != stage.channel.id]
    assert f"/{opened.id}/{job.card_message_id}" in text

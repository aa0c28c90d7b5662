"""Cards and videos of a member come into the member's one thread of a channel; what takes nothing is passed by."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.pipeline.messenger import NotAllowed, PlaceGone, TryAgain
from bot.pipeline.spots import Spot, Threads
from languages.sentence import Sentence, listed
from storage.limits import Word
from storage.quota_records import Place
from storage.states import JobState
from tests.bot.pipeline.conftest import House

CHANNEL = 2


@pytest.fixture(autouse=True)
async def one_thread_each(house: House) -> None:
    await house.quotas.change_server(
        1, lambda server: replace(server, place=Place.MEMBER, allowance=Word.UNLIMITED), actor_id=9
    )


async def carded(house: House, number: int) -> int:
    """Where the card of a new order stands."""
    job = await house.order(number)
    await house.drive(house.cards)
    done = await house.job(job)
    assert done.card_message_id is not None
    return done.channel_id


async def test_the_second_video_comes_into_the_thread_of_the_first(house: House) -> None:
    first = await house.until_end()
    assert first.channel_id == CHANNEL
    assert house.discord.of_members == {first.card_message_id}
    second = await house.until_end(number=2)
    assert second.state is JobState.DELIVERED
    assert second.channel_id == second.result_channel_id == first.thread_id == first.result_channel_id
    assert second.parent_id == CHANNEL
    assert len(house.discord.threads) == 1


@pytest.mark.parametrize("processes", [1, 2])
async def test_two_orders_at_once_open_one_thread(make_house: Callable[..., House], house: House, processes: int):
    houses = [house, *(make_house(f"other-{number}") for number in range(processes - 1))]
    jobs = [await house.order(number) for number in (1, 2)]
    for _ in range(2):
        await asyncio.gather(*(one.drive(one.cards) for one in houses))
        house.clock.advance(timedelta(seconds=10))
    first, second = sorted([await house.job(job) for job in jobs], key=lambda job: job.thread_id is None)
    assert first.thread_id == second.channel_id
    assert (first.channel_id, second.parent_id) == (CHANNEL, CHANNEL)
    assert len(house.discord.threads) == 1


async def test_a_deleted_thread_is_opened_anew(house: House) -> None:
    await house.until_end()
    house.discord.fail("post_card", PlaceGone("10003"))
    assert await carded(house, 2) == CHANNEL
    assert len(house.discord.threads) == 2
    second_thread = max(house.discord.threads.values())
    assert await carded(house, 3) == second_thread


async def test_a_locked_thread_is_passed_by(house: House) -> None:
    thread = (await house.until_end()).thread_id
    house.discord.fail("post_card", NotAllowed("160005"))
    assert await carded(house, 2) == CHANNEL
    assert len(house.discord.threads) == 1
    assert await carded(house, 3) == thread


async def test_where_no_thread_can_be_opened_all_stands_in_the_channel(house: House) -> None:
    house.discord.fail("open_thread", *[NotAllowed("160006")] * 2)
    assert [await carded(house, number) for number in (1, 2)] == [CHANNEL, CHANNEL]
    assert await carded(house, 3) == CHANNEL
    assert len(house.discord.threads) == 1
    assert await carded(house, 4) in house.discord.threads.values()


async def test_a_card_that_discord_puts_off_keeps_no_other_waiting_for_ever(house: House) -> None:
    first = await house.order(1)
    house.discord.fail("post_card", TryAgain("502"))
    await house.drive(house.cards)
    second = await house.order(2)
    await house.drive(house.cards)
    assert (await house.job(second)).card_message_id is None
    house.clock.advance(timedelta(minutes=2))
    await house.drive(house.cards)
    jobs = [await house.job(job) for job in (first, second)]
    assert all(job.card_message_id for job in jobs)
    assert [job.channel_id for job in jobs].count(CHANNEL) >= 1


async def test_a_video_does_not_wait_for_a_thread_that_is_never_opened(house: House) -> None:
    house.discord.fail("post_card", *[TryAgain("502")] * 9)
    job = await house.until_video()
    house.clock.advance(timedelta(minutes=2))
    await house.drive(house.deliver)
    done = await house.job(job)
    assert (done.state, done.result_channel_id) == (JobState.DELIVERED, CHANNEL)


FORBIDDEN = Spot(missing=("create_public_threads", "send_messages_in_threads"))


@pytest.mark.parametrize(
    ("spot", "wanted", "place", "told"),
    [
        (Spot(), Place.THREAD, Place.THREAD, Sentence("places-told-thread")),
        (Spot(), Place.MEMBER, Place.MEMBER, Sentence("places-told-member")),
        (Spot(), Place.CHANNEL, Place.CHANNEL, Sentence("places-told-channel")),
        (Spot(Threads.INSIDE), Place.MEMBER, Place.CHANNEL, Sentence("places-told-inside")),
        (Spot(Threads.INSIDE), Place.CHANNEL, Place.CHANNEL, Sentence("places-told-inside")),
        (Spot(Threads.NONE), Place.THREAD, Place.CHANNEL, Sentence("places-told-no-threads")),
        (Spot(Threads.NONE), Place.CHANNEL, Place.CHANNEL, Sentence("places-told-channel")),
        (FORBIDDEN, Place.CHANNEL, Place.CHANNEL, Sentence("places-told-channel")),
        (
            FORBIDDEN,
            Place.MEMBER,
            Place.CHANNEL,
            Sentence(
                "places-told-missing",
                permissions=listed(
                    [Sentence("permission-create-public-threads"), Sentence("permission-send-messages-in-threads")],
                    "and",
                ),
            ),
        ),
    ],
)
def test_what_is_possible_is_chosen_and_told(spot: Spot, wanted: Place, place: Place, told: Sentence) -> None:
    assert spot.place(wanted) is place
    assert spot.told(wanted) == told

"""A deleted video: its message, its file and its card, whatever dies or refuses in between."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.pipeline.cards import EDIT_PATIENCE, Places
from bot.pipeline.erase import Erase
from bot.pipeline.messenger import NotAllowed, PlaceGone, TryAgain
from bot.pipeline.remove import Remove
from bot.pipeline.resend import Resend, Resent
from storage.database import Database
from storage.queue import BETWEEN_EDITS
from storage.resolutions import Resolutions
from storage.retention import Retention
from storage.states import JobState
from tests.bot.pipeline.conftest import House

MODERATOR = 99


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One is enough: all of this is about Discord. Every statement is tested on both in ``tests/storage``."""
    return sqlite_url


@pytest.fixture
def resolutions(database: Database, house: House) -> Resolutions:
    return Resolutions(database, clock=house.clock)


@pytest.fixture
def remove(house: House, resolutions: Resolutions) -> Remove:
    return Remove(resolutions=resolutions, folder=house.folder, bell=house.bell)


async def test_a_deleted_video_leaves_discord_and_the_disk(house: House, remove: Remove) -> None:
    job = await house.until_end()
    file = house.folder / f"{job.id}.mp4"
    file.write_bytes(b"behind a link")
    deleted = await remove.take(job, actor_id=MODERATOR)
    assert not file.exists()
    assert job.id in house.discord.results
    await house.drive(house.cards)
    done = await house.job(deleted)
    assert job.id not in house.discord.results
    assert (done.state, done.result_message_id, done.deleted_by) == (JobState.DELIVERED, None, MODERATOR)
    assert done.thread_id == job.thread_id
    assert await house.drive(house.cards) == 0
    assert (await house.store.usage(1, 3)).spent == 21


async def test_a_message_that_cannot_be_deleted_now_is_deleted_later(house: House, remove: Remove) -> None:
    job = await house.until_end()
    await remove.take(job, actor_id=MODERATOR)
    house.discord.fail("delete_result", TryAgain("503"))
    house.clock.advance(EDIT_PATIENCE + timedelta(hours=1))
    await house.drive(house.cards)
    assert job.id in house.discord.results
    house.clock.advance(timedelta(minutes=10))
    await house.drive(house.cards)
    assert job.id not in house.discord.results
    assert (await house.job(job)).result_message_id is None


async def test_a_message_that_is_gone_already_is_gone(house: House, remove: Remove) -> None:
    job = await house.until_end()
    await remove.take(job, actor_id=MODERATOR)
    house.discord.fail("delete_result", PlaceGone("404"))
    drawn = len(house.discord.cards[job.id])
    await house.drive(house.cards)
    assert (await house.job(job)).result_message_id is None
    assert len(house.discord.cards[job.id]) == drawn + 1


async def test_where_the_bot_may_not_delete_the_card_still_says_it(house: House, remove: Remove) -> None:
    job = await house.until_end()
    await remove.take(job, actor_id=MODERATOR)
    house.discord.fail("delete_result", NotAllowed("403"))
    drawn = len(house.discord.cards[job.id])
    await house.drive(house.cards)
    assert len(house.discord.cards[job.id]) == drawn + 1
    assert await house.drive(house.cards) == 0


async def test_a_deleted_video_is_not_posted_again(house: House, remove: Remove, resolutions: Resolutions) -> None:
    resend = Resend(resolutions=resolutions, deliver=house.deliver, bell=house.bell)
    deleted = await remove.take(await house.until_end(), actor_id=MODERATOR)
    assert await resend.take(deleted, channel_id=5) is Resent.DELETED


async def test_a_file_that_stayed_behind_is_erased(house: House, remove: Remove, database: Database) -> None:
    job = await house.until_end()
    await remove.take(job, actor_id=MODERATOR)
    file: Path = house.folder / f"{job.id}.mp4"
    file.write_bytes(b"written by a process that died")
    retention = Retention(database, clock=house.clock)

    async def sleep(_: float) -> None:
        """No rest."""

    keep = timedelta(days=7)
    await Erase(
        store=house.store, retention=retention, folder=house.folder, keep=keep, clock=house.clock, sleep=sleep
    ).step()
    assert not file.exists()


async def test_an_edit_that_is_put_off_for_ever_is_given_up(house: House) -> None:
    job = await house.order()
    await house.drive(house.cards)
    await house.drive(house.submit)
    house.discord.fail("edit_card", *[TryAgain("429")] * 3)
    await house.drive(house.cards)
    house.clock.advance(timedelta(hours=1))
    assert await house.drive(house.cards) == 1
    house.clock.advance(EDIT_PATIENCE)
    assert await house.drive(house.cards) == 1
    assert house.discord.failures["edit_card"] == []
    assert await house.drive(house.cards) == 0
    assert house.discord.cards[job.id] == [JobState.QUEUED]


async def test_the_places_of_those_that_wait_are_shown_when_they_change(house: House) -> None:
    rested = list[float]()

    async def sleep(seconds: float) -> None:
        rested.append(seconds)

    jobs = [await house.order(number, member=number) for number in (1, 2, 3)]
    await house.drive(house.cards)
    (claim,) = await house.store.claim_to_submit("kling", max_running=1, limit=1)
    await house.store.submitted((await house.store.begin_submit(claim)).job, "task", look_at=house.clock())
    places = Places(store=house.store, bell=house.bell, sleep=sleep)
    house.clock.advance(BETWEEN_EDITS)
    await places.step()
    assert [(await house.job(job)).place for job in jobs[1:]] == [1, 2]
    assert await house.drive(house.cards) == 3
    await places.step()
    assert await house.drive(house.cards) == 0
    assert len(rested) == 2

"""Nothing is kept longer than somebody may need it, and nothing that is needed goes."""

import os
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.pipeline.erase import BETWEEN, LEFT_OVER, Erase
from bot.pipeline.messenger import NotAllowed
from storage.database import Database
from storage.records import Duty
from storage.retention import Retention
from storage.states import JobState
from tests.bot.pipeline.conftest import House

KEEP = timedelta(days=30)


@pytest.fixture
def erase(house: House, database: Database) -> Erase:
    """Rests for no time."""

    async def rest(_seconds: float) -> None:
        return

    retention = Retention(database, clock=house.clock)
    return Erase(store=house.store, retention=retention, folder=house.folder, keep=KEEP, clock=house.clock, sleep=rest)


@pytest.fixture
def written(house: House) -> Callable[[str], None]:
    """Puts a file into the folder, written at the house's time."""

    def write(name: str) -> None:
        file = house.folder / name
        file.touch()
        os.utime(file, (house.clock().timestamp(),) * 2)

    return write


def kept(house: House) -> set[str]:
    return {file.name for file in house.folder.iterdir()}


async def erased(erase: Erase) -> None:
    """Until it rests."""
    for _ in range(3):
        await erase.step()


async def test_a_video_that_discord_did_not_take_is_kept_for_its_time(house: House, erase: Erase) -> None:
    job = await house.until_video()
    house.discord.fail("post_result", NotAllowed("50013"))
    await house.drive(house.deliver)
    house.clock.advance(KEEP)
    await erased(erase)
    assert kept(house) == {f"{job.id}.mp4"}
    assert len(await house.store.pictures(job.id)) == 1
    house.clock.advance(BETWEEN)
    await erased(erase)
    assert kept(house) == set()
    assert await house.store.pictures(job.id) == []
    assert (await house.job(job)).state is JobState.UNDELIVERABLE
    assert await house.store.inconsistencies() == []


async def test_a_video_behind_a_link_is_kept_as_long(house: House, erase: Erase) -> None:
    house.discord.largest = 0
    job = await house.until_end()
    assert (job.state, job.link) == (JobState.DELIVERED, job.video_url)
    house.clock.advance(KEEP)
    await erased(erase)
    assert kept(house) == {f"{job.id}.mp4"}
    house.clock.advance(BETWEEN)
    await erased(erase)
    assert kept(house) == set()


async def test_a_video_on_its_way_is_never_erased(house: House, erase: Erase) -> None:
    job = await house.until_video()
    await house.deliver._video(job)
    house.clock.advance(10 * KEEP)
    await erased(erase)
    assert kept(house) == {f"{job.id}.mp4"}
    assert len(await house.store.pictures(job.id)) == 1


async def test_what_was_left_over_goes_after_a_day(house: House, erase: Erase, written: Callable[[str], None]) -> None:
    done = await house.until_end()
    names = {f"{done.id}.mp4", f"{done.id}.mp4.part", f"{done.id}.small.mp4", "unknown.mp4.part"}
    for name in names:
        written(name)
    await erased(erase)
    assert kept(house) == names
    house.clock.advance(LEFT_OVER + BETWEEN)
    await erased(erase)
    assert kept(house) == set()


async def test_it_looks_once_an_hour_and_again_when_the_clock_went_back(
    house: House, erase: Erase, written: Callable[[str], None]
) -> None:
    await erased(erase)
    house.clock.advance(-3 * LEFT_OVER)
    written("old.mp4.part")
    house.clock.advance(2 * LEFT_OVER)
    await erased(erase)
    assert kept(house) == set()


async def test_a_card_whose_picture_is_erased_is_waited_for_no_more(house: House, erase: Erase) -> None:
    job = await house.order()
    (claim,) = await house.submit.claim(1)
    await house.store.fail(await house.store.begin_submit(claim), "no")
    house.clock.advance(2 * KEEP)
    await erased(erase)
    assert await house.drive(house.cards) == 1
    assert await house.drive(house.cards) == 0
    assert house.discord.cards == {}
    assert await house.store.next_due(Duty.CARD, after=house.clock()) is None
    assert (await house.job(job)).state is JobState.FAILED

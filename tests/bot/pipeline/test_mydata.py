"""Members get their data as a file; and what is erased is made, posted and kept no further."""

import csv
import io
import itertools
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.pipeline.erase import Erase
from bot.pipeline.messenger import NotAllowed
from bot.pipeline.mydata import Counted, MyData, TooMuch
from storage.database import Database
from storage.mydata import MemberData
from storage.records import Job
from storage.resolutions import Resolutions
from storage.retention import Retention
from storage.states import JobState
from tests.bot.pipeline.conftest import House, told

ALICE, MOST = 283_746_501_928_374_650, 10 * 1024 * 1024


@pytest.fixture
def my_data(house: House, database: Database) -> MyData:
    aliases = itertools.count(-1, -1)
    data = MemberData(database, clock=house.clock, new_alias=lambda: next(aliases))
    return MyData(data=data, folder=house.folder, bell=house.bell)


def readme(counted: Counted) -> str:
    return f"{counted.videos} {counted.pictures} {counted.left_out}"


async def unpacked(my_data: MyData, most: int = MOST) -> dict[str, bytes]:
    packed = await my_data.pack(ALICE, most=most, readme=readme)
    assert packed is not None
    assert len(packed.archive) <= most
    with zipfile.ZipFile(io.BytesIO(packed.archive)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


async def test_the_file_holds_rows_ledger_and_pictures(house: House, my_data: MyData) -> None:
    job = await house.until_end(member=ALICE, prompt="Blätter im Wind")
    files = await unpacked(my_data)
    picture = f"pictures/{job.id}-image.jpg"
    assert set(files) == {"data.json", "ledger.csv", "README.txt", picture}
    assert files[picture] == (await house.store.pictures(job.id))[0].content
    assert files["README.txt"] == b"1 1 0"
    tables: dict[str, list[dict[str, Any]]] = json.loads(files["data.json"])
    assert [(row["id"], row["state"]) for row in tables["jobs"]] == [(job.id, "delivered")]
    assert tables["jobs"][0]["request"]["prompt"] == "Blätter im Wind"
    assert tables["jobs"][0]["created_at"] == job.created_at.isoformat()
    rows = list(csv.DictReader(io.StringIO(files["ledger.csv"].decode("utf-8-sig"))))
    assert [row["kind"] for row in rows] == ["reserve", "settle"]
    assert {row["member"] for row in rows} == {f"<@{ALICE}>"}


async def test_pictures_that_do_not_fit_are_counted_the_newest_go_first(house: House, my_data: MyData) -> None:
    ids = []
    for number in range(1, 4):
        ids.append((await house.order(number, member=ALICE)).id)
        house.clock.advance(timedelta(minutes=1))
    room = len((await house.store.pictures(ids[0]))[0].content)
    files = await unpacked(my_data, most=64 * 1024 + 2 * room + 5000)
    assert {name[9:41] for name in files if name.startswith("pictures/")} == set(ids[1:])
    assert files["README.txt"] == b"3 2 1"


async def test_what_no_file_takes_is_said(house: House, my_data: MyData) -> None:
    await house.order(member=ALICE)
    with pytest.raises(TooMuch):
        await my_data.pack(ALICE, most=64 * 1024, readme=readme)


async def test_of_a_stranger_there_is_nothing(my_data: MyData) -> None:
    assert await my_data.pack(ALICE, most=MOST, readme=readme) is None


async def test_a_video_that_discord_did_not_take_goes_from_the_disk(house: House, my_data: MyData) -> None:
    await house.until_video(member=ALICE)
    house.discord.fail("post_result", NotAllowed("50013"))
    await house.drive(house.deliver)
    other = house.folder / "other.mp4"
    other.touch()
    assert len(list(house.folder.iterdir())) == 2
    await my_data.erase(ALICE)
    assert list(house.folder.iterdir()) == [other]


async def test_a_file_on_another_machine_is_found_by_its_sweep(
    house: House, make_house: Callable[..., House], my_data: MyData, database: Database
) -> None:
    job = await house.until_video(member=ALICE)
    house.discord.fail("post_result", NotAllowed("50013"))
    await house.drive(house.deliver)
    elsewhere = make_house("two").folder / f"{job.id}.mp4"
    elsewhere.touch()
    await my_data.erase(ALICE)
    retention = Retention(database, clock=house.clock)
    folder, keep = elsewhere.parent, timedelta(days=30)
    await Erase(store=house.store, retention=retention, folder=folder, keep=keep, clock=house.clock)._sweep()
    assert not elsewhere.exists()


async def test_a_video_that_was_being_made_is_paid_and_posted_nowhere(house: House, my_data: MyData) -> None:
    job = await house.order(member=ALICE)
    await house.drive(house.cards)
    await house.drive(house.submit)
    await my_data.erase(ALICE)
    await house.finish_film()
    house.clock.advance(timedelta(seconds=job.expected_seconds + 60))
    await house.drive(house.watch)
    await house.drive(house.deliver)
    await house.drive(house.cards)
    job = await house.job(job)
    assert (job.state, job.video_url, job.provider_task_id) == (JobState.UNDELIVERABLE, None, None)
    assert "has had their data erased" in told(job)
    assert (house.discord.posts, list(house.folder.iterdir())) == (0, [])
    assert house.discord.cards[job.id][-1] == "undeliverable"
    assert await house.store.inconsistencies() == []


async def test_a_video_on_hold_cannot_be_made_again_without_its_pictures(
    house: House, my_data: MyData, database: Database
) -> None:
    job = await on_hold(house)
    await my_data.erase(ALICE)
    await Resolutions(database, clock=house.clock).again(await house.job(job), actor_id=9)
    await house.drive(house.submit)
    job = await house.job(job)
    assert job.state is JobState.FAILED
    assert "has had their data erased" in told(job)
    assert house.kling.tasks == []
    assert await house.store.inconsistencies() == []


async def on_hold(house: House) -> Job:
    job = await house.order(member=ALICE)
    (claim,) = await house.submit.claim(1)
    claim = await house.store.become_uncertain(await house.store.begin_submit(claim), detail="no answer")
    await house.store.give_back(claim)
    return job


async def test_erased_members_have_no_word_in_the_log(
    house: House, my_data: MyData, capsys: pytest.CaptureFixture[str]
) -> None:
    await house.order(member=ALICE, prompt="nobody reads this")
    capsys.readouterr()
    await unpacked(my_data)
    await my_data.erase(ALICE)
    text = capsys.readouterr().out
    assert "data handed out" in text
    assert "data erased" in text
    assert str(ALICE) not in text
    assert "nobody reads this" not in text

"""Finished videos get into Discord as they play everywhere and fit, or as a link."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.media.videos import FfmpegStopped, probe
from bot.pipeline import results
from bot.pipeline.links import Links
from bot.pipeline.messenger import Hold, Link, Parcel, Posted, TooLarge, TryAgain
from bot.pipeline.results import Results
from storage.records import Job, UploadLimit
from storage.store import Store
from tests.bot.conftest import make_job
from tests.bot.media.test_videos import H264, make
from tests.bot.pipeline.fake_discord import FakeDiscord
from tests.conftest import ManualClock

SNOW = ("-f", "lavfi", "-i", "testsrc2=size=160x120:rate=8:duration=1,noise=alls=40:allf=t")
LINKS = Links("https://bots.invalid/stillmotion", timedelta(days=30))
FILMS = "https://films.invalid/film.mp4?signature=a%2Fb"
LONG = (FILMS + "x" * 2000, FILMS + "\n@everyone")


class Post(FakeDiscord):
    """Writes down what it was given; believes that ``believed`` bytes are taken."""

    def __init__(self, largest: int, believed: int) -> None:
        super().__init__(largest=largest)
        self.believed = believed
        self.parcels: list[tuple[Parcel, int]] = []

    async def post_result(self, job: Job, parcel: Parcel, hold: Hold) -> Posted:
        size = parcel.content.stat().st_size if isinstance(parcel.content, Path) else 0
        self.parcels.append((parcel, size))
        return await super().post_result(job, parcel, hold)

    def upload_limit(self, _job: Job) -> int:
        return self.believed

    @property
    def sizes(self) -> list[int]:
        return [size for _, size in self.parcels]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    return make(path, *SNOW, *H264, "-crf", "15", "-movflags", "+faststart").read_bytes()


@pytest.fixture
def video(tmp_path: Path, film: bytes) -> Path:
    path = tmp_path / "kept" / "job.mp4"
    path.parent.mkdir()
    path.write_bytes(film)
    return path


@pytest.fixture
def job(clock: ManualClock) -> Job:
    return make_job(changed_at=clock(), callback_token="callback-token", video_url=FILMS)


@pytest.fixture
def post(store: Store, clock: ManualClock, job: Job, video: Path):
    """Posts the video through a Discord that takes and is believed to take so much."""

    async def post_(largest: int, believed: int = 20_000_000, links: Links | None = None, **changes: Any) -> Post:
        discord = Post(largest, believed)
        opened = Results(store=store, messenger=discord, links=links, clock=clock)
        await opened.post(make_job(**vars(job) | changes), video, nothing)
        return discord

    return post_


async def nothing() -> None:
    """Nobody else has the job."""


async def test_what_plays_and_fits_is_posted_as_it_is(post, store: Store, job: Job, video: Path, film: bytes):
    discord = await post(len(film))
    assert discord.parcels == [(Parcel(video), len(film))]
    assert discord.results[job.id][1] == film
    assert await store.upload_limit(job.server_id) == UploadLimit()
    assert [path.name for path in video.parent.iterdir()] == ["job.mp4"]


async def test_what_some_client_cannot_play_is_converted_and_kept_until_then(post, job: Job, video: Path):
    make(video.with_suffix(".webm"), *SNOW, "-c:v", "libvpx-vp9", "-deadline", "realtime").replace(video)
    original = video.read_bytes()
    discord = await post(20_000_000)
    ((parcel, _),) = discord.parcels
    assert parcel.converted
    assert video.read_bytes() == original
    video.write_bytes(discord.results[job.id][1])
    assert (await probe(video)).plays_everywhere


async def test_what_cannot_be_converted_is_posted_as_it_is(post, job: Job, video: Path, monkeypatch):
    make(video.with_name("end.mp4"), "-i", str(video), "-c", "copy").replace(video)

    async def stopped(*_: object) -> None:
        raise FfmpegStopped("too slow")

    monkeypatch.setattr(results, "make_playable", stopped)
    discord = await post(20_000_000)
    assert [parcel for parcel, _ in discord.parcels] == [Parcel(video)]


async def test_what_is_refused_is_made_as_large_as_is_believed(post, store: Store, job: Job, film: bytes):
    most = len(film) // 2
    discord = await post(most, believed=most)
    assert discord.sizes[0] == len(film)
    assert 0.8 * most < discord.sizes[1] <= most
    ((parcel, size),) = discord.parcels[1:]
    assert (parcel.was, parcel.size, parcel.converted) == (len(film), size, False)
    assert await store.upload_limit(job.server_id) == UploadLimit(size, len(film))


async def test_what_was_refused_once_is_not_tried_again(post, film: bytes):
    """Also for the next video; what was taken is, where that is near."""
    most = len(film) // 2
    first = await post(most, believed=len(film))
    assert len(first.sizes) == 2
    second = await post(most, believed=len(film))
    assert first.sizes[1] < second.sizes[0] < first.sizes[0]
    third = await post(most, believed=len(film))
    assert max(third.sizes) < second.sizes[0]
    assert len(third.sizes) == 1


async def test_a_limit_that_grew_is_found_again(post, clock: ManualClock, film: bytes):
    await post(len(film) // 2, believed=len(film) // 2)
    clock.advance(timedelta(days=1))
    assert (await post(len(film))).sizes == [len(film)]


async def test_what_fits_nowhere_becomes_a_link_of_the_bot(
    post, job: Job, video: Path, film: bytes, clock: ManualClock
):
    discord = await post(0, links=LINKS)
    sizes = discord.sizes[:-1]
    assert len(sizes) == 4
    assert sizes == sorted(sizes, reverse=True)
    link = discord.parcels[-1][0].content
    assert link == Link(LINKS.address(job), clock() + LINKS.keep)
    assert discord.links[job.id] == LINKS.address(job)
    assert LINKS.address(job).startswith("https://bots.invalid/stillmotion/videos/")
    assert video.read_bytes() == film


async def test_behind_a_link_lies_what_plays_everywhere(post, video: Path):
    make(video.with_suffix(".webm"), *SNOW, "-c:v", "libvpx-vp9", "-deadline", "realtime").replace(video)
    discord = await post(0, links=LINKS)
    assert discord.parcels[-1][0].converted
    assert (await probe(video)).plays_everywhere
    assert [path.name for path in video.parent.iterdir()] == ["job.mp4"]


async def test_without_an_address_of_its_own_the_bot_gives_the_providers(post, job: Job):
    discord = await post(0)
    assert discord.parcels[-1][0].content == Link(FILMS, None)
    assert discord.links[job.id] == FILMS


@pytest.mark.parametrize("address", [None, "", "film.mp4", "ftp://films.invalid/film.mp4", *LONG])
async def test_where_no_link_can_be_given_the_refusal_is_told(post, video: Path, address: str | None):
    with pytest.raises(TooLarge):
        await post(0, video_url=address)
    assert [path.name for path in video.parent.iterdir()] == ["job.mp4"]


async def test_an_ffmpeg_that_is_ended_makes_it_a_link(post, job: Job, monkeypatch):
    async def stopped(*_: object) -> None:
        raise FfmpegStopped("too slow")

    monkeypatch.setattr(results, "fit", stopped)
    discord = await post(0, links=LINKS)
    assert discord.links[job.id] == LINKS.address(job)


async def test_what_is_not_a_matter_of_size_is_told_at_once(store: Store, clock: ManualClock, job: Job, video: Path):
    discord = Post(0, 0)
    discord.fail("post_result", TryAgain("503"))
    with pytest.raises(TryAgain):
        await Results(store=store, messenger=discord, links=LINKS, clock=clock).post(job, video, nothing)
    assert discord.links == {}

"""Whatever Discord does, a finished video ends as promised: posted once, or kept and told.

The deliver and card duties with the real publisher and client, against the simulated Discord.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.media.download import Downloader
from bot.pipeline.cards import Cards
from bot.pipeline.deliver import Deliver
from bot.pipeline.links import Links
from bot.pipeline.supervise import Bell, Worker
from bot.publisher import Publisher
from providers.catalog import load
from sandbox.discord import SimulatedDiscord
from storage.records import Duty, Job, NewJob, Picture
from storage.states import JobState
from storage.store import Store
from tests.bot.media.test_videos import H264, make
from tests.bot.pipeline.conftest import photograph, told
from tests.conftest import ManualClock
from tests.storage.conftest import submitting

GUILD_REMOVED = 50001
SNOW = ("-f", "lavfi", "-i", "testsrc2=size=160x120:rate=8:duration=2,noise=alls=40:allf=t")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make(
        tmp_path_factory.mktemp("film") / "film.mp4", *SNOW, *H264, "-crf", "20", "-movflags", "+faststart"
    ).read_bytes()


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One is enough: all of this is about Discord."""
    return sqlite_url


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime.now(UTC))


@dataclass
class Office:
    """One finished video on its way, with its card and thread; ``folder`` is where it lies."""

    simulated: SimulatedDiscord
    store: Store
    clock: ManualClock
    cards: Cards
    deliver: Deliver
    folder: Path
    job: Job

    async def drive(self, worker: Worker) -> None:
        for claim in await worker.claim(10):
            await worker.work([claim])
            await self.store.give_back(claim)

    async def try_for(self, hours: float) -> Job:
        """Deliver as often as the duty wants to in this time."""
        end = self.clock() + timedelta(hours=hours)
        while True:
            await self.drive(self.deliver)
            due = await self.store.next_due(Duty.DELIVER, after=self.clock())
            if due is None or due > end:
                break
            self.simulated.advance((due - self.clock()).total_seconds())
            self.clock.now = due
        await self.drive(self.cards)
        found = await self.store.job(self.job.id)
        assert found is not None
        return found

    @property
    def thread(self) -> Any:
        return self.simulated.threads(self.simulated.world.channel)[0]

    def results(self, place: Any) -> list[Any]:
        return [message for message in self.simulated.messages(place) if "your video is ready" in message.text]

    def card(self) -> str:
        return str(self.simulated.messages(self.simulated.world.channel)[0].text)

    async def charged(self) -> tuple[int, int]:
        usage = await self.store.usage(self.job.server_id, self.job.member_id)
        return usage.spent, usage.held

    @property
    def kept(self) -> list[str]:
        return [file.name for file in self.folder.iterdir()]


@pytest.fixture
async def office(
    simulated: SimulatedDiscord,
    client: discord.Client,
    store: Store,
    new_job: Callable[..., NewJob],
    clock: ManualClock,
    tmp_path: Path,
    film: bytes,
) -> AsyncIterator[Office]:
    folder = tmp_path / "kept"
    folder.mkdir()
    world = simulated.world
    here = {"server_id": world.guild.id, "channel_id": world.channel.id, "member_id": world.alice.id}
    picture = Picture("image", photograph(), "image/jpeg", 640, 480)
    claim = await submitting(store, new_job(pictures=(picture,), **here))
    job = await store.submitted(claim.job, "task", look_at=clock())
    await store.give_back(claim)
    (claim,) = await store.claim_to_watch(job.provider, limit=1)
    await store.video_ready(claim, "https://films.invalid/film.mp4")
    await store.give_back(claim)
    await asyncio.to_thread((folder / f"{job.id}.mp4").write_bytes, film)
    publisher, bell = Publisher(client, catalog=load(), clock=clock), Bell()
    common: dict[str, Any] = {"store": store, "messenger": publisher, "bell": bell, "clock": clock}
    async with Downloader() as downloader:
        deliver = Deliver(**common, providers={}, downloader=downloader, folder=folder)
        opened = Office(simulated, store, clock, Cards(**common), deliver, folder, job)
        await opened.drive(opened.cards)
        yield opened


async def assert_delivered_once(office: Office, place: Any) -> None:
    assert len(office.results(place)) == 1
    assert office.kept == []
    assert await office.charged() == (10, 0)
    assert await office.store.inconsistencies() == []
    assert "Ready" in office.card()


TROUBLE: dict[str, dict[str, Any]] = {
    "429": {"status": 429, "retry_after": 0.1},
    "429 for everything": {"status": 429, "retry_after": 0.1, "is_global": True},
    "429 by Cloudflare": {"status": 429, "via": False},
    "500 before": {"status": 500},
    "502 after": {"status": 502, "when": "after"},
    "503 before": {"status": 503},
    "503 after": {"status": 503, "when": "after"},
    "reset before": {"reset": True},
    "reset after": {"reset": True, "when": "after"},
    "401, a token that is mended later": {"status": 401},
    "Cloudflare does not like it": {"status": 403, "code": 40333},
}


@pytest.mark.parametrize("fault", TROUBLE.values(), ids=TROUBLE)
async def test_what_passes_is_waited_for_and_the_video_is_posted_once(
    office: Office, fault: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.http.asyncio.sleep", _no_rest)
    office.simulated.faults.add("POST", "/messages$", times=2, **fault)
    done = await office.try_for(hours=1)
    assert done.state is JobState.DELIVERED
    assert done.result_channel_id == done.thread_id
    await assert_delivered_once(office, office.thread)


async def _no_rest(_seconds: float) -> None:
    """discord.py tries 5xx again by itself, with seconds between."""


async def test_an_outage_of_hours_is_waited_for(office: Office) -> None:
    fault = office.simulated.faults.add("*", "/messages", reset=True, when="after", times=None)
    assert (await office.try_for(hours=3)).state is JobState.DELIVERING
    assert office.kept == [f"{office.job.id}.mp4"]
    assert fault.hits < 100
    office.simulated.faults.clear()
    assert (await office.try_for(hours=1)).state is JobState.DELIVERED
    await assert_delivered_once(office, office.thread)


async def test_an_archived_thread_is_revived(office: Office) -> None:
    office.simulated.backend.edit_channel(office.thread.id, {}, thread_metadata={"archived": True})
    assert (await office.try_for(hours=0)).state is JobState.DELIVERED
    await assert_delivered_once(office, office.thread)


async def test_a_locked_thread_gives_way_to_its_channel(office: Office) -> None:
    office.simulated.backend.edit_channel(office.thread.id, {}, thread_metadata={"archived": True, "locked": True})
    done = await office.try_for(hours=0)
    assert done.result_channel_id == office.job.channel_id
    await assert_delivered_once(office, office.simulated.world.channel)


async def test_a_deleted_thread_gives_way_to_its_channel(office: Office) -> None:
    office.simulated.backend.delete_channel(office.thread.id)
    done = await office.try_for(hours=0)
    assert done.result_channel_id == office.job.channel_id
    await assert_delivered_once(office, office.simulated.world.channel)


async def assert_kept(office: Office, words: str, hours: float = 0) -> None:
    """The video lies there, the member reads why, and it has been charged once."""
    done = await office.try_for(hours)
    assert done.state is JobState.UNDELIVERABLE
    assert words in told(done)
    assert office.kept == [f"{office.job.id}.mp4"]
    assert await office.charged() == (10, 0)
    assert await office.store.inconsistencies() == []


async def test_a_deleted_channel_keeps_the_video(office: Office) -> None:
    office.simulated.backend.delete_channel(office.simulated.world.channel.id)
    await assert_kept(office, "is gone")


@pytest.mark.parametrize("missing", ["attach_files", "view_channel"])
async def test_a_missing_permission_keeps_the_video(office: Office, missing: str) -> None:
    office.simulated.world.deny_bot(office.simulated.world.channel, missing)
    await assert_kept(office, "may not post")


async def test_without_leave_to_write_the_card_tells_it(office: Office) -> None:
    channel = office.simulated.world.channel
    office.simulated.world.deny_bot(channel, "send_messages", "send_messages_in_threads")
    await assert_kept(office, "may not post")
    assert "may not post the finished video" in office.card()


async def test_a_bot_that_was_removed_keeps_the_video(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.Client, "is_ready", lambda _client: True)  # and the server is not in its list
    office.simulated.faults.add("*", "/channels/", status=403, code=GUILD_REMOVED, times=None)
    await assert_kept(office, "is gone")


@pytest.mark.parametrize("share", [0.8, 0.4])
async def test_a_video_that_is_too_large_is_made_ever_smaller(office: Office, film: bytes, share: float) -> None:
    office.simulated.api.upload_limit = int(len(film) * share)
    assert (await office.try_for(hours=0)).state is JobState.DELIVERED
    (result,) = office.results(office.thread)
    assert len(result.attachments[0].data) <= len(film) * share
    await assert_delivered_once(office, office.thread)


async def test_what_was_done_to_a_video_is_told_beside_it(office: Office, film: bytes) -> None:
    original = office.folder / f"{office.job.id}.mp4"
    make(original.with_suffix(".webm"), *SNOW, "-c:v", "libvpx", "-b:v", "2M").replace(original)
    done = await office.try_for(hours=0)
    (result,) = office.results(office.thread)
    assert "plays everywhere" in result.text
    assert "made with AI" in result.text
    assert "a link" not in office.card()
    assert done.link is None


async def assert_linked(office: Office, film: bytes, done: Job, link: str) -> None:
    assert (done.state, done.link) == (JobState.DELIVERED, link)
    (result,) = office.results(office.thread)
    assert done.result_message_id == result.id
    assert result.attachments == ()
    assert link in result.text.splitlines()
    assert result.mentions == (office.job.member_id,)
    assert "a link to it is in the thread" in office.card()
    assert (office.folder / f"{office.job.id}.mp4").read_bytes() == film
    assert await office.charged() == (10, 0)
    assert await office.store.inconsistencies() == []


TOO_LARGE: tuple[dict[str, Any], ...] = ({"status": 413, "code": 40005}, {"status": 400, "code": 50045})


@pytest.mark.parametrize("fault", TOO_LARGE)
async def test_a_video_that_is_too_large_at_any_size_becomes_a_link(
    office: Office, film: bytes, fault: dict[str, Any]
) -> None:
    office.simulated.faults.add("POST", "/messages$", times=4, **fault)
    done = await office.try_for(hours=0)
    await assert_linked(office, film, done, "https://films.invalid/film.mp4")
    (result,) = office.results(office.thread)
    assert "such links end without notice" in result.text


@pytest.fixture
def links() -> Links:
    return Links("https://bots.invalid/stillmotion", timedelta(days=30))


async def test_a_link_of_the_bots_own_says_until_when_and_is_posted_once(
    office: Office, film: bytes, links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its message is found again, also after Discord has forgotten the nonce, and as what it is."""
    monkeypatch.setattr(office.deliver._results, "_links", links)
    monkeypatch.setattr("bot.pipeline.results._TRIES", 1)
    office.simulated.api.upload_limit = 1000
    office.simulated.faults.add("POST", "/messages$")  # it lets the file pass, to be refused
    office.simulated.faults.add("POST", "/messages$", reset=True, when="after")
    until = office.clock() + links.keep
    assert (await office.try_for(hours=0)).state is JobState.DELIVERING
    office.simulated.advance(3600)
    office.clock.advance(timedelta(hours=1))
    done = await office.try_for(hours=1)
    await assert_linked(office, film, done, links.address(office.job))
    (result,) = office.results(office.thread)
    assert f"works until <t:{int(until.timestamp())}:f>" in result.text


async def test_a_video_that_is_too_large_and_has_no_link_is_kept_whole(
    office: Office, film: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.pipeline.results._LONGEST_ADDRESS", 5)
    office.simulated.api.upload_limit = 1000
    await assert_kept(office, "too large")
    assert (office.folder / f"{office.job.id}.mp4").read_bytes() == film
    assert "too large for this server" in office.card()

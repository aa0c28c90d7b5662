"""A stage on which a bot's life can be cut at any step and a second bot has to go on with what is left.

Real clients and a real ``Publisher`` speak over loopback with simulated providers and a simulated Discord.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import discord
import pytest
from discord.http import Route
from simcord.builders import ChannelHandle

import sandbox.common.studio
from bot.media.download import Downloader
from bot.pipeline.intake import Order, Upload
from bot.pipeline.supervise import Crew, Worker
from bot.publisher import Publisher
from providers.request import PictureKind
from sandbox.common.tasks import Timings
from sandbox.discord import MessageView, SimulatedDiscord
from sandbox.film import Film, Shot, film
from sandbox.stage import SIMULATORS, AnySimulator
from storage.database import Database
from storage.quotas import Quotas
from storage.states import JobState
from storage.store import Store
from storage.tables import metadata
from tests.bot.pipeline.conftest import CATALOG, CLIENTS, KEY, PHOTO_URL, SMALL, House, build_house, photograph
from tests.conftest import ManualClock
from tests.kill.seams import seams

ENDS: Final = frozenset({JobState.DELIVERED, JobState.FAILED, JobState.UNCERTAIN, JobState.UNDELIVERABLE})
ALLOWANCE: Final = 100_000
PHOTO: Final = photograph(320, 320)

EVENING: Final = 21
"""From this hour on (UTC) a scene begins on the next day: credits are counted by day, and no scene goes over two."""


@dataclass
class Scene:
    """What outlives a process: the database, Discord, the providers, and the disk."""

    database: Database
    clock: ManualClock
    discord: SimulatedDiscord
    channel: ChannelHandle
    simulators: Mapping[str, AnySimulator]
    folder: Path
    stack: AsyncExitStack
    options: Mapping[str, Any]
    clients: tuple[str, ...]
    film: bytes = field(repr=False)
    job_id: str = field(default="00000001" * 4, init=False)

    async def start(self) -> House:
        """Another process on the same things."""
        providers = {}
        for client in self.clients:
            url = self.simulators[client.split("-")[0]].base_url
            providers[client] = CLIENTS[client](url, KEY)
            self.stack.push_async_callback(providers[client].close)
        client_ = await self.stack.enter_async_context(discord.Client(intents=discord.Intents(guilds=True)))
        await client_.login(self.discord.token)
        messenger: Any = Publisher(client_, catalog=CATALOG(), clock=self.clock)
        return build_house(
            store=Store(self.database, clock=self.clock, owner=f"{id(client_)}", default_allowance=ALLOWANCE),
            quotas=Quotas(self.database, clock=self.clock, default_allowance=ALLOWANCE),
            clock=self.clock,
            simulators=self.simulators,
            providers=providers,
            discord=messenger,
            downloader=await self.stack.enter_async_context(Downloader(allow_private_networks=True)),
            folder=self.folder,
        )

    async def pass_time(self, by: timedelta) -> None:
        self.clock.advance(by)
        self.discord.advance(by.total_seconds())

    async def whole_life(self, house: House) -> None:
        """From the order to its end."""
        await house.intake.take(self.order(), 1_000_000)
        await self.go_on(house)

    async def go_on(self, house: House) -> None:
        """Do what is due until the job has come to its end and its card shows that."""
        for _ in range(12):
            await self.drive(house, house.cards, house.submit, house.watch, house.deliver, house.cards)
            job = await house.store.job(self.job_id)
            if job is None or (job.state in ENDS and job.shown_revision == job.revision):
                return
            await house.finish_film()
            await self.pass_time(timedelta(seconds=job.expected_seconds + 60))

    async def drive(self, house: House, *workers: Worker) -> None:
        """Let these duties do once what is due, one after the other."""
        crew = Crew(house.store)
        for worker in workers:
            for group in worker.groups(await worker.claim(10)):
                crew.take(group, worker.work, lambda: None)
            await crew.finish(30)

    def order(self) -> Order:
        async def read() -> bytes:
            return PHOTO

        world = self.discord.world
        return Order(
            interaction_id=1,
            server_id=world.guild.id,
            channel_id=self.channel.id,
            member_id=world.alice.id,
            options={"prompt": "it moves", **self.options},
            uploads={PictureKind.IMAGE: Upload("photo.jpg", len(PHOTO), PHOTO_URL, read)},
        )

    @property
    def creates(self) -> int:
        return sum(len(simulated.creates) for simulated in self.simulators.values())

    def cards(self) -> list[MessageView]:
        return [one for one in self.discord.messages(self.channel) if self.job_id in one.text and not _is_result(one)]

    def threads(self) -> list[ChannelHandle]:
        return self.discord.threads(self.channel)

    def results(self) -> list[bytes]:
        """The videos that were posted."""
        places = [self.channel, *self.threads()]
        found = [one for place in places for one in self.discord.messages(place) if _is_result(one)]
        return [file.data for one in found for file in one.attachments]


def _is_result(message: MessageView) -> bool:
    return any(file.filename.endswith(".mp4") for file in message.attachments)


@pytest.fixture(scope="session")
def one_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Filming would cost most of the time, and here a short film is as good as another."""
    target = tmp_path_factory.mktemp("film") / "film.mp4"
    asyncio.run(film(PHOTO, target, Shot(seconds=1, pixels=64 * 64)))
    return target


@dataclass(frozen=True)
class Theatre:
    """Opens scenes one after the other, each with an empty database, a new channel and providers of its own."""

    database: Database
    discord: SimulatedDiscord
    folder: Path
    film: bytes = field(repr=False)

    @asynccontextmanager
    async def scene(self, *clients: str, **options: Any) -> AsyncIterator[Scene]:
        async with self.database.write() as connection:
            for table in reversed(metadata.sorted_tables):
                await connection.execute(table.delete())
        async with AsyncExitStack() as stack:
            simulators: dict[str, AnySimulator] = {}
            for account in dict.fromkeys(client.split("-")[0] for client in clients):
                started = SIMULATORS[account].start(api_key=KEY, timings=Timings(0, 0), frame_pixels=SMALL)
                simulators[account] = await stack.enter_async_context(started)
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=self.folder)))
            if self.discord.backend.clock.now().hour >= EVENING:
                self.discord.advance(timedelta(hours=24 - EVENING).total_seconds())
            clock = ManualClock(self.discord.backend.clock.now())
            channel = self.discord.world.add_channel("films")
            yield Scene(
                self.database, clock, self.discord, channel, simulators, folder, stack, options, clients, self.film
            )


@pytest.fixture
async def theatre(
    database: Database, tmp_path: Path, one_film: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Theatre]:
    async def copied(_picture: bytes, target: Path, _shot: Shot | None = None) -> Film:
        shutil.copyfile(one_film, target)
        return Film(target, 64, 64, 1.04)

    monkeypatch.setattr(sandbox.common.studio, "film", copied)
    async with SimulatedDiscord.start() as discord_:
        monkeypatch.setattr(Route, "BASE", discord_.api_url)
        with seams(monkeypatch):
            yield Theatre(database, discord_, tmp_path, one_film.read_bytes())
        discord_.checker.assert_clean()

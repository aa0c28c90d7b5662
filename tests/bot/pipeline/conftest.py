"""The pipeline on a real database, with the real clients against their simulated providers.

Discord is a working fake behind the ``Messenger`` protocol, which refuses second copies as Discord does by the nonce.
"""

import asyncio
import io
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.media.download import Downloader
from bot.pipeline.cards import Cards
from bot.pipeline.deliver import Deliver
from bot.pipeline.intake import Intake, Order, Refusal, Upload
from bot.pipeline.routes import Routes
from bot.pipeline.submit import Submit
from bot.pipeline.supervise import Bell, Worker
from bot.pipeline.watch import Watch
from languages.sentence import Sentence
from languages.speech import say
from providers.ai302 import Ai302Provider
from providers.aimlapi import AimlapiProvider
from providers.catalog import load
from providers.ezmodel import EzmodelProvider
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey
from providers.kling_new import KlingNewProvider
from providers.provider import Provider
from providers.request import PictureKind
from sandbox.common.tasks import Timings
from sandbox.kling.server import SimulatedKling
from sandbox.stage import SIMULATORS, AnySimulator
from storage.quota_records import NOWHERE, Origin
from storage.quotas import Quotas
from storage.records import Job
from storage.store import Store
from tests.bot.pipeline.fake_discord import FakeDiscord
from tests.conftest import ManualClock

KEY = "api-key-of-this-test"
CATALOG = cache(load)
"""It is read once and not for each house."""
PHOTO_URL = "http://127.0.0.1/photo.jpg"
QUICK = Timings(submitted=0.02, processing=0.05)
SMALL = dict.fromkeys(("std", "pro"), 192 * 144)

CLIENTS: Mapping[str, Callable[[str, str], Provider]] = {
    "kling": lambda url, key: KlingProvider(url, ApiKey(key)),
    "kling-new": KlingNewProvider,
    "aimlapi": AimlapiProvider,
    "aimlapi-universal": partial(AimlapiProvider, universal=True),
    "ezmodel": EzmodelProvider,
    "ai302": Ai302Provider,
}
"""Every client by its name; what stands before a dash is the account."""


def told(job: Job) -> str:
    """Why there is no video, or none in Discord, as the member reads it."""
    return say(Sentence.load(job.failure or ""))


def said(refused: pytest.ExceptionInfo[Refusal]) -> str:
    """The only sentence of a refusal."""
    (sentence,) = refused.value.sentences
    return say(sentence)


def photograph(width: int = 640, height: int = 480) -> bytes:
    """A colourful JPEG."""
    image = Image.linear_gradient("L").resize((width, height))
    out = io.BytesIO()
    Image.merge("RGB", (image, image.rotate(180), image)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
async def kling() -> AsyncIterator[SimulatedKling]:
    async with SimulatedKling.start(api_key=KEY, timings=QUICK, frame_pixels=SMALL) as simulated:
        yield simulated


@pytest.fixture
async def provider(kling: SimulatedKling) -> AsyncIterator[KlingProvider]:
    client = KlingProvider(kling.base_url, ApiKey(KEY))
    yield client
    await client.close()


@pytest.fixture
def discord_() -> FakeDiscord:
    return FakeDiscord()


@dataclass
class House:
    """The four duties, driven by hand."""

    store: Store
    quotas: Quotas
    clock: ManualClock
    simulators: Mapping[str, AnySimulator]
    discord: FakeDiscord
    intake: Intake
    submit: Submit
    watch: Watch
    deliver: Deliver
    cards: Cards
    bell: Bell
    folder: Path
    slept: list[float]

    @property
    def kling(self) -> SimulatedKling:
        simulated = self.simulators["kling"]
        assert isinstance(simulated, SimulatedKling)
        return simulated

    async def order(
        self,
        number: int = 1,
        *,
        picture: bytes | None = None,
        member: int = 3,
        provider: str | None = None,
        origin: Origin = NOWHERE,
        confirmed: int | None = 1_000_000,
        draft_id: str | None = None,
        **options: Any,
    ) -> Job:
        """Take an order for a job with a certain id; ``provider`` is the one that the member named."""
        content = photograph() if picture is None else picture

        async def read() -> bytes:
            return content

        receipt = await self.intake.take(
            Order(
                interaction_id=number,
                server_id=1,
                channel_id=2,
                member_id=member,
                options={"model": "kling-v2-5-turbo", "prompt": "it moves"} | options,
                uploads={PictureKind.IMAGE: Upload("photo.jpg", len(content), PHOTO_URL, read)},
                provider=provider,
                origin=origin,
            ),
            confirmed,
            draft_id=draft_id,
        )
        return receipt.acceptance.job

    async def drive(self, worker: Worker) -> int:
        """Let the duty do once what is due; how many jobs that were."""
        claims = await worker.claim(100)
        for group in worker.groups(claims):
            await worker.work(group)
            for claim in group:
                await self.store.give_back(claim)
        return len(claims)

    async def finish_film(self) -> None:
        """Wait until the simulated providers have made every film."""
        async with asyncio.timeout(20):
            while any(task.running for simulated in self.simulators.values() for task in simulated.tasks):
                await asyncio.sleep(0.02)

    async def until_video(self, **options: Any) -> Job:
        """An order whose video is ready at the provider."""
        job = await self.order(**options)
        await self.drive(self.cards)
        await self.drive(self.submit)
        await self.finish_film()
        self.clock.advance(timedelta(seconds=job.expected_seconds + 60))
        await self.drive(self.watch)
        return await self.job(job)

    async def until_end(self, **options: Any) -> Job:
        """An order brought as far as it comes without waiting."""
        job = await self.until_video(**options)
        await self.drive(self.deliver)
        await self.drive(self.cards)
        return await self.job(job)

    async def job(self, job: Job) -> Job:
        found = await self.store.job(job.id)
        assert found is not None
        return found


def build_house(
    *,
    store: Store,
    quotas: Quotas,
    clock: ManualClock,
    simulators: Mapping[str, AnySimulator],
    providers: Mapping[str, Provider],
    discord: FakeDiscord,
    downloader: Downloader,
    folder: Path,
) -> House:
    bell, slept = Bell(), list[float]()

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    every: dict[str, Any] = {"store": store, "bell": bell, "clock": clock}
    outside: dict[str, Any] = every | {"providers": providers}
    routed: dict[str, Any] = {
        "routes": Routes(catalog=CATALOG(), clients=list(providers), store=store, quotas=quotas, clock=clock),
        "max_running": dict.fromkeys(providers, 5),
    }
    ids = count(1)
    return House(
        store=store,
        quotas=quotas,
        clock=clock,
        simulators=simulators,
        discord=discord,
        intake=Intake(
            **every, **routed, quotas=quotas, new_id=lambda: f"{next(ids):08x}" * 4, new_token=lambda: "callback-token"
        ),
        submit=Submit(**outside, **routed, sleep=sleep),
        watch=Watch(**outside, interval=10),
        deliver=Deliver(**outside, messenger=discord, downloader=downloader, folder=folder),
        cards=Cards(**every, messenger=discord),
        bell=bell,
        folder=folder,
        slept=slept,
    )


@pytest.fixture
def make_house(
    kling: SimulatedKling,
    provider: KlingProvider,
    discord_: FakeDiscord,
    make_store: Callable[..., Store],
    quotas: Quotas,
    clock: ManualClock,
    tmp_path: Path,
    downloader: Downloader,
) -> Callable[..., House]:
    """Houses on the same database, each with an owner of its own, as processes are."""

    def make(owner: str = "one") -> House:
        folder = tmp_path / f"videos-{owner}"
        folder.mkdir()
        return build_house(
            store=make_store(owner),
            quotas=quotas,
            clock=clock,
            simulators={"kling": kling},
            providers={"kling": provider},
            discord=discord_,
            downloader=downloader,
            folder=folder,
        )

    return make


@pytest.fixture
async def downloader() -> AsyncIterator[Downloader]:
    async with Downloader(allow_private_networks=True) as opened:
        yield opened


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house()


@pytest.fixture
async def open_house(
    discord_: FakeDiscord,
    make_store: Callable[..., Store],
    quotas: Quotas,
    clock: ManualClock,
    tmp_path: Path,
    downloader: Downloader,
) -> AsyncIterator[Callable[..., Awaitable[House]]]:
    """Opens a house with these clients; ``locked`` ones have a wrong key, to ``unreachable`` ones nobody listens."""
    async with AsyncExitStack() as stack:
        closed = stack.enter_context(socket.socket())
        closed.bind(("127.0.0.1", 0))  # taken, so that nobody else listens there

        async def open_(*clients: str, locked: Collection[str] = (), unreachable: Collection[str] = ()) -> House:
            simulators: dict[str, AnySimulator] = {}
            for account in dict.fromkeys(client.split("-")[0] for client in clients):
                started = SIMULATORS[account].start(api_key=KEY, timings=QUICK, frame_pixels=SMALL)
                simulators[account] = await stack.enter_async_context(started)
            providers = {}
            for client in clients:
                url = simulators[client.split("-")[0]].base_url
                if client in unreachable:
                    url = f"http://127.0.0.1:{closed.getsockname()[1]}"
                providers[client] = CLIENTS[client](url, "another-key" if client in locked else KEY)
                stack.push_async_callback(providers[client].close)
            return build_house(
                store=make_store(),
                quotas=quotas,
                clock=clock,
                simulators=simulators,
                providers=providers,
                discord=discord_,
                downloader=downloader,
                folder=tmp_path,
            )

        yield open_

"""Builds what takes an order to its delivered video: intake, the four duties, and the loops that they run in."""

import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord

from bot.accounts import max_running_of
from bot.media.download import Downloader
from bot.pipeline.announce import Announce
from bot.pipeline.cards import Cards, Places
from bot.pipeline.deliver import Deliver
from bot.pipeline.erase import Erase
from bot.pipeline.intake import Intake
from bot.pipeline.links import Links
from bot.pipeline.routes import Routes
from bot.pipeline.submit import Submit
from bot.pipeline.supervise import Bell, Crew, Loop, Worker, step_of
from bot.pipeline.watch import Watch
from bot.pipeline.watchdog import ClockWatch
from bot.publisher import Publisher
from bot.settings import Settings, SettingsError
from providers.catalog import Catalog
from providers.provider import Provider
from storage.database import Database
from storage.operations import Operations
from storage.quotas import Quotas
from storage.retention import Retention
from storage.store import Store


def now() -> datetime:
    """The clock of the real process."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Pipeline:
    """The loops and what the commands need of them."""

    bell: Bell
    crew: Crew
    cards: Cards
    intake: Intake
    deliver: Deliver
    loops: tuple[Loop, ...]
    renewal: Loop
    catalog: Catalog

    @property
    def all_loops(self) -> tuple[Loop, ...]:
        """The renewal too."""
        return (*self.loops, self.renewal)


def video_folder(settings: Settings) -> Path:
    folder = settings.data_dir / "videos"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"DATA_DIR: {settings.data_dir} cannot hold the videos: {error.strerror}") from error
    return folder


def _keep(settings: Settings) -> timedelta:
    return timedelta(days=settings.retention_days)


def build_pipeline(
    settings: Settings,
    *,
    store: Store,
    quotas: Quotas,
    operations: Operations,
    erase: Erase,
    providers: Mapping[str, Provider],
    models: Catalog,
    client: discord.Client,
    downloader: Downloader,
) -> Pipeline:
    """Intake, the four duties, the log channels and their loops."""
    bell, crew, max_running = Bell(), Crew(store), max_running_of(settings, providers)
    messenger = Publisher(client, catalog=models, clock=now, language=quotas.language)
    posting: dict[str, Any] = {"store": store, "messenger": messenger, "bell": bell, "clock": now}
    routes = Routes(catalog=models, clients=list(providers), store=store, quotas=quotas, clock=now)
    cards = Cards(**posting)
    deliver = Deliver(
        **posting,
        providers=providers,
        downloader=downloader,
        folder=video_folder(settings),
        links=Links(settings.public_url, _keep(settings)) if settings.public_url else None,
    )
    workers: list[Worker] = [
        Submit(
            store=store,
            providers=providers,
            max_running=max_running,
            routes=routes,
            bell=bell,
            clock=now,
            public_url=settings.public_url,
        ),
        Watch(store=store, providers=providers, bell=bell, clock=now, interval=settings.poll_interval_seconds),
        deliver,
        cards,
    ]
    steps = {worker.duty: step_of(worker, store=store, crew=crew, bell=bell, clock=now) for worker in workers}
    intake = _build_intake(routes, max_running, store=store, quotas=quotas, bell=bell)
    loops = (
        *(Loop(duty, step, clock=now) for duty, step in steps.items()),
        Loop("announce", Announce(store=store, quotas=quotas, messenger=messenger, clock=now).step, clock=now),
        Loop("places", Places(store=store, bell=bell).step, clock=now),
        Loop("clock", ClockWatch(operations=operations, clock=now).step, clock=now),
        Loop("erase", erase.step, clock=now),
    )
    return Pipeline(bell, crew, cards, intake, deliver, loops, Loop("renewal", crew.renew, clock=now), models)


def build_erase(settings: Settings, database: Database, store: Store) -> Erase:
    return Erase(
        store=store,
        retention=Retention(database, clock=now),
        folder=video_folder(settings),
        keep=_keep(settings),
        clock=now,
    )


def _build_intake(
    routes: Routes, max_running: Mapping[str, int], *, store: Store, quotas: Quotas, bell: Bell
) -> Intake:
    return Intake(
        routes=routes,
        max_running=max_running,
        store=store,
        quotas=quotas,
        bell=bell,
        clock=now,
        new_id=lambda: uuid.uuid4().hex,
        new_token=lambda: secrets.token_urlsafe(32),
    )

"""The composition root: builds every part, starts and stops them in order."""

import asyncio
import secrets
import uuid
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import discord
import structlog
from discord.ext.commands import Cog

from bot.accounts import build_providers, signatures
from bot.client import GatewayRefused, ShardedStillmotionBot, StillmotionBot, hold_gateway, point_at
from bot.duties import Pipeline, build_erase, build_pipeline, now, video_folder
from bot.media.download import Downloader
from bot.media.workshop import WORKSHOP
from bot.members import Members
from bot.metrics import Measured, Metrics, Scrape
from bot.pipeline.decide import Decide
from bot.pipeline.health import Health
from bot.pipeline.mydata import MyData
from bot.pipeline.remove import Remove
from bot.pipeline.reports import Reports
from bot.pipeline.resend import Resend
from bot.pipeline.status import Status
from bot.pipeline.supervise import Bell
from bot.pipeline.watchdog import Watchdog
from bot.settings import Settings
from bot.stopping import answered, stop_signal
from bot.web.callbacks import Callbacks
from bot.web.server import WebServer
from bot.web.videos import Videos
from cogs.animate import Animate
from cogs.buttons import Buttons
from cogs.confirm import Confirm
from cogs.errors import install_error_handler
from cogs.forms import Forms
from cogs.help import Help
from cogs.jobs import Jobs
from cogs.models import Models
from cogs.mydata import OwnData
from cogs.quota import Quota
from cogs.settings import Settings as SettingsCog
from cogs.start import Start
from cogs.status import Status as StatusCog
from cogs.tasks import Tasks
from cogs.translator import SpeakingTree, Translator
from cogs.usage import Usage
from cogs.welcome import Welcome
from providers.catalog import load as load_catalog
from providers.provider import Provider
from storage.database import Database
from storage.migrate import migrate
from storage.mydata import MemberData
from storage.operations import Operations
from storage.quotas import Quotas
from storage.resolutions import Resolutions
from storage.store import Store

log = structlog.get_logger()

FAILED, UNUSABLE = 1, 2
"""Exit codes: after 1 another start may do; after 2 something has to be mended first (docs/operations)."""

STOP_SECONDS = 16
"""What ending may take; whoever supervises the process kills it after 20 s or more."""


def build_store(settings: Settings, database: Database) -> Store:
    """The store, with this process's name in leases."""
    return Store(
        database,
        clock=now,
        owner=uuid.uuid4().hex,
        default_allowance=settings.default_allowance,
        operator_budget=settings.operator_monthly_budget,
    )


def build_quotas(settings: Settings, database: Database) -> Quotas:
    return Quotas(database, clock=now, default_allowance=settings.default_allowance)


def build_client(settings: Settings, store: Store) -> StillmotionBot:
    """The Discord client, on shards where the settings ask for them."""
    speech: dict[str, Any] = {"translator": Translator(), "tree_cls": SpeakingTree}
    if settings.shard_count is None:
        return StillmotionBot(store=store, **speech)
    ids = list(settings.shard_ids) if settings.shard_ids else None
    return ShardedStillmotionBot(store=store, shard_count=settings.shard_count, shard_ids=ids, **speech)


def build_my_data(settings: Settings, database: Database, bell: Bell) -> MyData:
    data = MemberData(database, clock=now, new_alias=lambda: -1 - secrets.randbelow(2**62))
    return MyData(data=data, folder=video_folder(settings), bell=bell)


def build_cogs(
    pipeline: Pipeline,
    bot: StillmotionBot,
    *,
    store: Store,
    quotas: Quotas,
    resolutions: Resolutions,
    providers: Mapping[str, Provider],
    my_data: MyData,
    folder: Path,
) -> list[Cog]:
    """The commands and buttons, and the loops behind their own cog. ``folder`` holds the videos."""
    decide = Decide(resolutions=resolutions, providers=providers, bell=pipeline.bell)
    ordering: dict[str, Any] = {"bot": bot, "store": store, "intake": pipeline.intake, "cards": pipeline.cards}
    catalog, reports = pipeline.catalog, Reports(quotas, pipeline.catalog, Members(bot).names)
    forms = Forms(**ordering, clock=now)
    return [
        Animate(intake=pipeline.intake, cards=pipeline.cards),
        Confirm(**ordering),
        forms,
        Start(bot=bot, intake=pipeline.intake, forms=forms),
        Usage(store=store, quotas=quotas, catalog=catalog),
        Jobs(
            **ordering,
            quotas=quotas,
            catalog=catalog,
            decide=decide,
            resend=Resend(resolutions=resolutions, deliver=pipeline.deliver, bell=pipeline.bell),
        ),
        Buttons(
            **ordering,
            quotas=quotas,
            decide=decide,
            remove=Remove(resolutions=resolutions, folder=folder, bell=pipeline.bell),
            forms=forms,
        ),
        Models(pipeline.intake),
        OwnData(bot=bot, my_data=my_data),
        Quota(bot=bot, quotas=quotas, reports=reports, clock=now),
        SettingsCog(bot=bot, quotas=quotas, catalog=catalog, providers=list(providers)),
        Tasks(loops=pipeline.loops, renewal=pipeline.renewal, crew=pipeline.crew),
    ]


def build_guides(bot: StillmotionBot, *, store: Store, quotas: Quotas, status: Status) -> list[Cog]:
    """What tells members and moderators how it goes."""

    def command_ids() -> Mapping[str, int]:
        return bot.command_ids

    return [
        Help(bot=bot, command_ids=command_ids),
        StatusCog(quotas=quotas, status=status, command_ids=command_ids),
        Welcome(bot=bot, store=store, quotas=quotas, command_ids=command_ids, clock=now),
    ]


def build_callbacks(settings: Settings, *, store: Store, bell: Bell, providers: Collection[str]) -> Callbacks:
    return Callbacks(
        store=store,
        bell=bell,
        providers=providers,
        signatures=signatures(settings, providers, now),
        public_url=settings.public_url,
    )


def build_health(pipeline: Pipeline, client: discord.Client, store: Store) -> Health:
    def connected() -> bool:
        return client.is_ready() and not client.is_closed()

    return Health(store=store, loops=pipeline.all_loops, connected=connected, clock=now)


def build_web(
    settings: Settings,
    pipeline: Pipeline,
    *,
    store: Store,
    operations: Operations,
    health: Health,
    metrics: Metrics,
    callbacks: Callbacks,
) -> WebServer:
    scrape = Scrape(
        metrics,
        operations=operations,
        health=health,
        loops=pipeline.all_loops,
        crew=pipeline.crew,
        budget=settings.operator_monthly_budget,
    )
    return WebServer(
        host=settings.http_host,
        port=settings.http_port,
        callbacks=callbacks,
        videos=Videos(store=store, folder=video_folder(settings), public_url=settings.public_url),
        health=health,
        metrics=metrics,
        scrape=scrape,
    )


def _plan_commands(
    settings: Settings,
    pipeline: Pipeline,
    client: StillmotionBot,
    database: Database,
    *,
    store: Store,
    quotas: Quotas,
    providers: Mapping[str, Provider],
    status: Status,
) -> None:
    install_error_handler(client.tree, new_incident=lambda: secrets.token_hex(4))
    resolutions, my_data = Resolutions(database, clock=now), build_my_data(settings, database, pipeline.bell)
    guides = build_guides(client, store=store, quotas=quotas, status=status)
    cogs = build_cogs(
        pipeline,
        client,
        store=store,
        quotas=quotas,
        resolutions=resolutions,
        providers=providers,
        my_data=my_data,
        folder=video_folder(settings),
    )
    client.plan_cogs([*guides, *cogs])


@asynccontextmanager
async def _open_database(settings: Settings, metrics: Metrics) -> AsyncIterator[Database]:
    """Migrated, and known to take writes: one that can only be read is told now, and not by every loop."""
    async with Database(settings.database_url, listener=metrics.moved) as database:
        await migrate(database)
        await build_store(settings, database).ping()
        yield database


async def run(settings: Settings) -> int:
    """Run the bot until SIGTERM or Ctrl-C; the process's exit code.

    Raises ``CatalogError`` and ``StorageUnavailable`` where it cannot start.
    """
    stop = stop_signal()
    models = load_catalog(settings.catalog_file)
    WORKSHOP.open()
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    clients = build_providers(settings, now)
    metrics = Metrics(list(clients))
    providers = {name: Measured(client, metrics) for name, client in clients.items()}
    async with AsyncExitStack() as stack:
        for provider in providers.values():
            stack.push_async_callback(provider.close)
        database = await stack.enter_async_context(_open_database(settings, metrics))
        store, quotas = build_store(settings, database), build_quotas(settings, database)
        operations = Operations(database, clock=now)
        downloader = await stack.enter_async_context(Downloader(allow_private_networks=settings.allow_private_networks))
        client = build_client(settings, store)
        pipeline = build_pipeline(
            settings,
            store=store,
            quotas=quotas,
            operations=operations,
            erase=build_erase(settings, database, store),
            providers=providers,
            models=models,
            client=client,
            downloader=downloader,
        )
        health = build_health(pipeline, client, store)
        status = Status(operations=operations, quotas=quotas, health=health, clients=list(providers))
        _plan_commands(
            settings, pipeline, client, database, store=store, quotas=quotas, providers=providers, status=status
        )
        callbacks = build_callbacks(settings, store=store, bell=pipeline.bell, providers=list(providers))
        await stack.enter_async_context(
            build_web(
                settings,
                pipeline,
                store=store,
                operations=operations,
                health=health,
                metrics=metrics,
                callbacks=callbacks,
            )
        )
        await stack.enter_async_context(Watchdog(lagged=metrics.lagged))
        return 0 if stop.is_set() else await _until_stopped(client, settings.discord_token.get_secret_value(), stop)


async def _until_stopped(client: StillmotionBot, token: str, stop: asyncio.Event) -> int:
    """Hold the gateway until a signal comes; closing the client stops the loops and hands back their jobs."""
    gateway = asyncio.create_task(hold_gateway(client, token), name="gateway")
    stopped = asyncio.create_task(stop.wait(), name="stop")
    await asyncio.wait({gateway, stopped}, return_when=asyncio.FIRST_COMPLETED)
    log.info("stopping")
    stopped.cancel()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            # The loops first, while Discord can still be spoken to and commands are still answered.
            await client.remove_cog(Tasks.__name__)
            await answered()
            await client.close()
    except TimeoutError:
        log.warning("not everything ended in time")
    gateway.cancel()
    await asyncio.wait({gateway})
    if not gateway.cancelled() and (error := gateway.exception()) is not None:
        log.error("stopped", reason=str(error))
        return UNUSABLE if isinstance(error, GatewayRefused) else FAILED
    log.info("stopped")
    return 0

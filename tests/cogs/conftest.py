"""The commands as members meet them: the real bot parts on SQLite, inside a simulated Discord."""

import io
import itertools
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from discord.ext import commands
from PIL import Image
from simcord.actors import MemberActor
from simcord.backend import permissions
from simcord.backend.cdn import CDN_BASE
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle, GuildHandle, RoleHandle
from simcord.enums import OverwriteType
from simcord.results import ResponseMessage
from yarl import URL

from bot.media.download import Downloader
from bot.members import Members
from bot.pipeline.cards import Cards
from bot.pipeline.decide import Decide
from bot.pipeline.deliver import Deliver
from bot.pipeline.health import Health
from bot.pipeline.intake import Intake
from bot.pipeline.mydata import MyData
from bot.pipeline.reports import Reports
from bot.pipeline.resend import Resend
from bot.pipeline.routes import Routes
from bot.pipeline.status import Status as StatusService
from bot.pipeline.supervise import Bell
from bot.publisher import Publisher
from cogs import attachments, confirm
from cogs.animate import Animate
from cogs.confirm import Confirm
from cogs.errors import install_error_handler
from cogs.forms import Forms
from cogs.help import Help
from cogs.jobs import Jobs
from cogs.models import Models
from cogs.mydata import OwnData
from cogs.quota import Quota
from cogs.settings import Settings
from cogs.start import Start
from cogs.status import Status
from cogs.translator import SpeakingTree, Translator
from cogs.usage import Usage
from cogs.welcome import Welcome
from providers.catalog import Catalog, load
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey
from providers.provider import Provider
from providers.request import PictureKind
from sandbox.common.tasks import Timings
from sandbox.discord.openapi import Document, RequestChecker, checking_in_process
from sandbox.discord.world import INVITE_PERMISSIONS
from sandbox.kling.server import SimulatedKling
from storage.database import Database
from storage.limits import Limit
from storage.mydata import MemberData
from storage.operations import Operations
from storage.quota_records import Action
from storage.quotas import Quotas
from storage.records import Job, NewJob, Picture
from storage.resolutions import Resolutions
from storage.store import Store
from tests.conftest import ManualClock


def photograph(width: int = 640, height: int = 480) -> bytes:
    """A JPEG that can be animated."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


PHOTO = ("photo.jpg", photograph())

KEY = "api-key-of-this-test"

COMMAND_IDS = {"animate": 7, "jobs list": 8, "jobs resolve": 8}
"""Those that texts link to; the others are said as if nobody knew their ids."""


@dataclass
class Stage:
    """A server with two members, and everything behind the commands; Mia has Manage Server."""

    bot: commands.Bot
    env: simcord.Env
    store: Store
    quotas: Quotas
    clock: ManualClock
    cards: Cards
    guild: GuildHandle
    channel: ChannelHandle
    alice: MemberActor
    mia: MemberActor
    commands: Mapping[str, discord.app_commands.AppCommand] = field(repr=False)

    async def slash(self, command: str, channel: ChannelHandle | None = None, /, **options: Any) -> str:
        """What Alice alone can read after her command."""
        return "\n".join(texts_of((await self.call(self.alice, command, channel, **options)).components))

    async def moderate(self, command: str, /, **options: Any) -> str:
        """What Mia alone can read after her command."""
        return "\n".join(texts_of((await self.call(self.mia, command, None, **options)).components))

    async def call(
        self, member: MemberActor, command: str, channel: ChannelHandle | None = None, /, **options: Any
    ) -> ResponseMessage:
        """The answer to a member's command, which nobody else can see."""
        result = await member.slash(channel or self.channel, command, **options)
        assert result.response is not None
        assert result.ephemeral
        assert result.followups == []
        return result.response

    async def press(self, member: MemberActor, message: ResponseMessage, label: str) -> str:
        """What the message says after a press of its button."""
        await member.click(message, label=label)
        stored = self.env.backend.get_message(message.channel_id, message.id)
        return "\n".join(texts_of(stored.components))

    def set_roles(self, member: MemberActor, *roles: RoleHandle) -> None:
        """Let the member have these roles and no others."""
        stored = self.env.backend.get_guild(self.guild.id).members[member.id]
        stored.role_ids = [role.id for role in roles]

    def reveal(self, command: str) -> None:
        """Let Discord offer a moderators' command to everybody, as a server's admins can."""
        self.guild.set_command_permissions(self.commands[command], {self.guild.default_role: True})

    async def refused(self, **options: Any) -> str:
        """The sentence for an order after which there is no job and the balance is what it was."""
        before = await self.left()
        text = await self.slash("animate", **options)
        assert "othing was charged" in text
        assert await self.jobs() == []
        assert await self.left() == before
        return text

    def deny_bot(self, *names: str) -> None:
        """Take these permissions (discord.py's names) away from the bot in the channel."""
        denied = sum(permissions.flag(name) for name in names)
        overwrite = Overwrite(self.env.backend.bot_user.id, OverwriteType.MEMBER, 0, denied)
        self.env.backend.set_overwrite(self.channel.id, overwrite)

    async def jobs(self) -> list[Job]:
        return await self.store.jobs_of(self.guild.id, self.alice.id, limit=25)

    async def changes(self) -> list[Action]:
        """What moderators did, the newest first."""
        return [change.action for change in await self.quotas.changes(self.guild.id, limit=50)]

    async def left(self) -> Limit:
        return (await self.store.usage(self.guild.id, self.alice.id)).left


COMMANDS: dict[str, dict[str, Any]] = {
    "show": {},
    "grant": {"credits": 500},
    "set-member": {"credits": 500},
    "set-role": {"credits": 500},
    "set-default": {"credits": 500},
    "reset": {},
    "block": {"reason": "revenge"},
    "unblock": {},
    "report": {"period": "today"},
    "history": {},
}
"""Every command of moderators; members and roles are filled in by the tests."""


def filled(stage: Stage, name: str, options: dict[str, Any]) -> dict[str, Any]:
    if name == "set-role":
        return {**options, "role": stage.guild.create_role("painters")}
    no_member = ("show", "set-default", "report", "history")
    return options if name in no_member else {**options, "member": stage.alice}


def texts_of(components: list[dict[str, Any]]) -> list[str]:
    """All that can be read or pressed, from top to bottom."""
    found: list[str] = []
    for component in components:
        found += [component[key] for key in ("content", "label", "url") if component.get(key)]
        found += texts_of(component.get("components", []))
    return found


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    async with Database(sqlite_url) as database_:
        yield database_


@pytest.fixture
async def quotas(database: Database, clock: ManualClock) -> Quotas:
    return Quotas(database, clock=clock, default_allowance=100)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load()


@pytest.fixture(scope="session")
def document() -> Document | None:
    """It is large, and read once."""
    return Document.load()


@pytest.fixture
def providers() -> Mapping[str, Provider]:
    """The clients that commands speak with; a test module may have some."""
    return {}


@pytest.fixture
async def downloader() -> AsyncIterator[Downloader]:
    async with Downloader(allow_private_networks=True) as opened:
        yield opened


@pytest.fixture
def bot() -> commands.Bot:
    intents = discord.Intents(guilds=True)
    return commands.Bot(commands.when_mentioned, intents=intents, help_command=None, tree_cls=SpeakingTree)


@dataclass
class Behind:
    """What stands behind the commands."""

    store: Store
    quotas: Quotas
    clock: ManualClock
    catalog: Catalog
    bell: Bell
    cards: Cards
    intake: Intake
    decide: Decide
    resend: Resend
    my_data: MyData
    status: StatusService


@pytest.fixture
def behind(
    bot: commands.Bot,
    database: Database,
    store: Store,
    quotas: Quotas,
    clock: ManualClock,
    catalog: Catalog,
    providers: Mapping[str, Provider],
    downloader: Downloader,
    tmp_path: Path,
) -> Behind:
    bell, resolutions = Bell(), Resolutions(database, clock=clock)
    posting: dict[str, Any] = {"store": store, "bell": bell, "clock": clock}
    posting["messenger"] = Publisher(bot, catalog=catalog, clock=clock)
    deliver = Deliver(**posting, providers=providers, downloader=downloader, folder=tmp_path)
    ids = itertools.count(1)
    intake = Intake(
        routes=Routes(catalog=catalog, clients=["kling"], store=store, quotas=quotas, clock=clock),
        max_running={"kling": 3},
        store=store,
        quotas=quotas,
        bell=bell,
        clock=clock,
        new_id=lambda: f"order{next(ids):05}",
        new_token=lambda: "token",
    )
    decide = Decide(resolutions=resolutions, providers=providers, bell=bell)
    resend = Resend(resolutions=resolutions, deliver=deliver, bell=bell)
    data = MemberData(database, clock=clock, new_alias=lambda: -next(ids))
    my_data = MyData(data=data, folder=tmp_path, bell=bell)
    health = Health(store=store, loops=[], connected=lambda: True, clock=clock)
    operations = Operations(database, clock=clock)
    status = StatusService(operations=operations, quotas=quotas, health=health, clients=["kling", "kling-new", "ai302"])
    return Behind(store, quotas, clock, catalog, bell, Cards(**posting), intake, decide, resend, my_data, status)


async def add_cogs(bot: commands.Bot, behind: Behind) -> None:
    """All that members and moderators can send."""
    store, quotas, catalog, cards, intake = behind.store, behind.quotas, behind.catalog, behind.cards, behind.intake
    forms = Forms(bot=bot, store=store, intake=intake, cards=cards, clock=behind.clock)
    for cog in (
        forms,
        Animate(intake=intake, cards=cards),
        Confirm(bot=bot, store=store, intake=intake, cards=cards),
        Start(bot=bot, intake=intake, forms=forms),
        Usage(store=store, quotas=quotas, catalog=catalog),
        Quota(bot=bot, quotas=quotas, reports=Reports(quotas, catalog, Members(bot).names), clock=behind.clock),
        Settings(bot=bot, quotas=quotas, catalog=catalog, providers=["kling"]),
        Jobs(
            bot=bot,
            store=store,
            quotas=quotas,
            catalog=catalog,
            intake=intake,
            cards=cards,
            decide=behind.decide,
            resend=behind.resend,
        ),
        Models(intake),
        Help(bot=bot, command_ids=lambda: COMMAND_IDS),
        Status(quotas=quotas, status=behind.status, command_ids=lambda: COMMAND_IDS),
        Welcome(bot=bot, store=store, quotas=quotas, command_ids=lambda: COMMAND_IDS, clock=behind.clock),
        OwnData(bot=bot, my_data=behind.my_data),
    ):
        await bot.add_cog(cog)


@pytest.fixture
async def stage(
    bot: commands.Bot, behind: Behind, document: Document | None, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Stage]:
    monkeypatch.setattr(confirm, "CARD_SECONDS", 0)  # SimCord waits in its own time
    monkeypatch.setattr(attachments, "HOSTS", {URL(CDN_BASE).host})
    incidents = itertools.count(1)
    await add_cogs(bot, behind)
    install_error_handler(bot.tree, new_incident=lambda: f"incident{next(incidents)}")
    checker = RequestChecker(document)
    env = simcord.Env(bot, check_errors=False, strict_sync=False)
    await env.start()
    synced = {command.name: command for command in await bot.tree.sync()}  # one test judges them for all, translated
    await bot.tree.set_translator(Translator())
    with checking_in_process(checker):
        guild = env.create_guild("Workshop")
        roles = env.backend.get_guild(guild.id).roles.values()
        next(role for role in roles if role.managed).permissions = INVITE_PERMISSIONS
        channel = guild.create_text_channel("films")
        moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
        alice = guild.add_member(env.create_user("alice"))
        mia = guild.add_member(env.create_user("mia"), roles=[moderators])
        yield Stage(
            bot, env, behind.store, behind.quotas, behind.clock, behind.cards, guild, channel, alice, mia, synced
        )
        await env.shutdown()
    checker.assert_clean()


@pytest.fixture
async def kling() -> AsyncIterator[SimulatedKling]:
    quick = Timings(submitted=0.02, processing=0.05)
    async with SimulatedKling.start(api_key=KEY, timings=quick, frame_pixels={"std": 192 * 144}) as simulated:
        yield simulated


@pytest.fixture
async def kling_client(kling: SimulatedKling) -> AsyncIterator[Provider]:
    client = KlingProvider(kling.base_url, ApiKey(KEY))
    yield client
    await client.close()


@pytest.fixture
def order(stage: Stage, new_job: Callable[..., NewJob]) -> Callable[..., NewJob]:
    """New jobs of Alice, with a real picture and a model that can be ordered."""
    plain = {
        "server_id": stage.guild.id,
        "channel_id": stage.channel.id,
        "member_id": stage.alice.id,
        "request": {"model": "kling-v2-5-turbo", "prompt": "the sea moves", "duration": 5, "mode": "std"},
        "model": "kling-v2-5-turbo",
        "provider_model": "kling-v2-5-turbo",
        "pictures": (Picture(PictureKind.IMAGE, PHOTO[1], "image/jpeg", 640, 480),),
    }
    return lambda **changes: new_job(**plain | changes)

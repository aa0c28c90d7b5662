"""``python -m bot doctor``: is everything there that the bot needs? One line each, in plain words."""

import asyncio
from http import HTTPStatus

import aiohttp
import discord
import imageio_ffmpeg

from bot.accounts import build_providers
from bot.app import build_store
from bot.client import point_at
from bot.duties import now
from bot.pipeline.permissions import NEEDED
from bot.settings import Settings
from providers.errors import NotSent, ProviderError
from providers.provider import Provider
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.migrate import pending
from storage.records import Pause

PERMISSIONS = discord.Permissions(**dict.fromkeys(NEEDED, True))
"""What the bot needs; the invite link in the README carries the same number."""

PATIENCE = 15
"""Seconds that each check may take."""

MOST_SERVERS = 20
"""So many servers are looked at; each costs two requests."""


class Trouble(Exception):
    """A check failed; the text says what to do."""


async def run(settings: Settings) -> int:
    """Print a line for each check; 0 when all are well, else 1."""
    checks = {
        "discord": _discord(settings),
        "database": _database(settings),
        **{name: _credentials(provider) for name, provider in build_providers(settings, now).items()},
        "ffmpeg": _ffmpeg(),
        "public address": _public_url(settings),
    }
    well = True
    for name, check in checks.items():
        try:
            async with asyncio.timeout(PATIENCE):
                for line in await check:
                    print(f"ok     {name}: {line}")
        except Trouble as trouble:
            well = False
            print(f"WRONG  {name}: {trouble}")
        except TimeoutError:
            well = False
            print(f"WRONG  {name}: no answer within {PATIENCE} s")
        except Exception as error:  # noqa: BLE001 - the other checks still have something to tell
            well = False
            print(f"WRONG  {name}: {type(error).__name__}: {error}")
    return 0 if well else 1


async def _discord(settings: Settings) -> list[str]:
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    async with discord.Client(intents=discord.Intents(guilds=True)) as client:
        try:
            await client.login(settings.discord_token.get_secret_value())
            servers = [server async for server in client.fetch_guilds(limit=MOST_SERVERS + 1)]
            looked_at = servers[:MOST_SERVERS]
            missing = await asyncio.gather(*(_missing(client, server.id) for server in looked_at))
        except discord.LoginFailure as error:
            raise Trouble("Discord refused DISCORD_TOKEN; copy it again from the developer portal") from error
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            raise Trouble(f"Discord cannot be reached: {error}") from error
    invite = discord.utils.oauth_url(client.application_id or 0, permissions=PERMISSIONS)
    lacking = [
        f"{server.name} lacks {', '.join(names)}" for server, names in zip(looked_at, missing, strict=True) if names
    ]
    if lacking:
        raise Trouble(f"permissions are missing (invite the bot again, {invite}): {'; '.join(lacking)}")
    where = f"{len(servers)} server(s)" if servers == looked_at else f"the first {MOST_SERVERS} servers; it is in more"
    return [
        f"the token belongs to {client.user}",
        f"permissions are complete in {where}",
        f"invite it with {invite}",
    ]


async def _missing(client: discord.Client, server_id: int) -> list[str]:
    """Names of the permissions that the bot's roles in this server do not give."""
    server = await client.fetch_guild(server_id)
    me = await server.fetch_member(client.user.id if client.user else 0)
    return [name.replace("_", " ") for name in NEEDED if not getattr(me.guild_permissions, name)]


async def _database(settings: Settings) -> list[str]:
    async with Database(settings.database_url) as database:
        store = build_store(settings, database)
        try:
            if await pending(database):
                return ["can be reached; the tables are made at the first start"]
            await store.ping()
            wrong = await store.inconsistencies()
            pauses = await store.pauses()
        except StorageUnavailable as error:
            raise Trouble(f"cannot be used (DATABASE_URL): {error}") from error
    if wrong:
        raise Trouble(f"the ledger does not add up: {'; '.join(wrong)}")
    paused = "; ".join(map(_described, pauses))
    kind = settings.database_url.partition("+")[0]
    return [
        f"can be written ({kind})",
        "the ledger adds up",
        f"paused routes: {paused}" if paused else "no route is paused",
    ]


def _described(pause: Pause) -> str:
    return f"{pause.client} ({pause.model or 'all models'}) until {pause.until:%Y-%m-%d %H:%M} UTC: {pause.reason}"


async def _credentials(provider: Provider) -> list[str]:
    try:
        await provider.check_credentials()
    except NotSent as error:
        raise Trouble(f"cannot be reached: {error.detail}") from error
    except ProviderError as error:
        raise Trouble(error.detail) from error
    finally:
        await provider.close()
    return ["the keys work"]


async def _ffmpeg() -> list[str]:
    process = await asyncio.create_subprocess_exec(
        imageio_ffmpeg.get_ffmpeg_exe(), "-version", stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    if process.returncode != 0:
        raise Trouble(f"ffmpeg ended with exit code {process.returncode}")
    return [" ".join(output.decode(errors="replace").split()[:3])]


async def _public_url(settings: Settings) -> list[str]:
    if settings.public_url is None:
        return ["PUBLIC_URL is not set; providers are polled, which is enough"]
    url = f"{str(settings.public_url).rstrip('/')}/healthz"
    try:
        async with aiohttp.ClientSession() as session, session.get(url) as answer:
            if answer.status != HTTPStatus.OK:
                raise Trouble(f"{url} answers {answer.status}; is the bot running, and does the proxy lead to it?")
    except (aiohttp.ClientError, OSError) as error:
        raise Trouble(f"{url} cannot be reached; is the bot running, and does the proxy lead to it?") from error
    return [f"{settings.public_url} leads to the bot"]

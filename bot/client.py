"""The Discord client, and the connection to Discord's gateway that is held whatever happens to it."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

import discord
import structlog
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import BaseModel, ConfigDict, ValidationError
from yarl import URL

from storage.store import Store

log = structlog.get_logger()

FINAL_CLOSE_CODES = {
    4004: "Discord refused the token (DISCORD_TOKEN).",
    4010: "Discord refused the shards (SHARD_IDS, SHARD_COUNT).",
    4011: "Discord demands more shards (SHARD_COUNT).",
    4012: "Discord no longer speaks this version of its gateway; a newer Stillmotion is needed.",
    4013: "Discord does not know the intents of this version.",
    4014: "Discord did not allow the intents of this version.",
}
"""Gateway close codes after which reconnecting is of no use (facts/discord.md 1.5)."""

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0

discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it never speaks


class GatewayRefused(Exception):
    """Discord will not have this bot; the text tells the operator what to mend."""


class GatewayEnded(Exception):
    """This process cannot connect to Discord any more; another one can."""


def point_at(api_url: str | None, gateway_url: str | None) -> None:
    """Use another Discord than the real one, for the whole process; discord.py has no narrower setting."""
    if api_url is not None:
        Route.BASE = api_url.rstrip("/")
    if gateway_url is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway_url)


class _Synced(BaseModel):
    """The commands as Discord has them: what they were made of, and their ids by what members type."""

    model_config = ConfigDict(frozen=True)

    digest: str
    ids: Mapping[str, int]

    @classmethod
    def recalled(cls, text: str | None) -> Self | None:
        """What was kept; ``None`` for nothing, and for what a former version kept."""
        try:
            return None if text is None else cls.model_validate_json(text)
        except ValidationError:
            return None


def _ids_of(synced: Sequence[app_commands.AppCommand]) -> dict[str, int]:
    """Each slash command that can be sent; all of a group have its id."""
    slash = [command for command in synced if command.type is discord.AppCommandType.chat_input]
    found: dict[str, int] = {}
    for command in slash:
        parts = [part for part in command.options if isinstance(part, app_commands.AppCommandGroup)]
        found |= {part.qualified_name: command.id for part in parts} or {command.name: command.id}
    return found


class StillmotionBot(commands.Bot):
    """The client: slash commands only, no privileged intent, commands synced only when they have changed.

    ``translator`` says their texts in the other languages. ``command_ids`` has Discord's ids of the commands by what
    members type, ``jobs list``, from the moment when the bot has logged in.
    """

    def __init__(self, *, store: Store, translator: app_commands.Translator | None = None, **options: Any) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            **options,
        )
        self._store = store
        self._translator = translator
        self._planned_cogs: list[commands.Cog] = []
        self.command_ids: Mapping[str, int] = {}
        parsers = self._connection.parsers
        parsers.update({event: _guarded(event, parser) for event, parser in parsers.items()})

    def plan_cogs(self, cogs: Sequence[commands.Cog]) -> None:
        """Cogs to be added as soon as the bot is logged in."""
        self._planned_cogs = list(cogs)

    async def setup_hook(self) -> None:
        while self._planned_cogs:  # an earlier login may have got as far as this
            await self.add_cog(self._planned_cogs.pop(0))
        await self.tree.set_translator(self._translator)
        await self._sync_commands()

    async def _sync_commands(self) -> None:
        tree, translator = self.tree, self._translator
        payload = [
            await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
            for command in tree.get_commands()
        ]
        digest = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
        key = f"commands {self.application_id}"
        synced = _Synced.recalled(await self._store.recall(key))
        if synced is not None and synced.digest == digest:
            log.info("commands unchanged", commands=len(payload))
        else:
            synced = _Synced(digest=digest, ids=_ids_of(await tree.sync()))
            await self._store.remember(key, synced.model_dump_json())
            log.info("commands synced", commands=len(payload))
        self.command_ids = synced.ids

    async def on_ready(self) -> None:
        log.info("ready", bot=str(self.user), servers=len(self.guilds))

    def is_ready(self) -> bool:
        """Whether the connection stands and all servers are known; the library's own word outlives the connection."""
        return super().is_ready() and self._connected()

    def _connected(self) -> bool:
        return self.ws is not None and self.ws.open


class ShardedStillmotionBot(StillmotionBot, commands.AutoShardedBot):
    """The same client on several shards, or on this process's share of them."""

    def _connected(self) -> bool:
        return not any(shard.is_closed() for shard in self.shards.values())


def _guarded(event: str, parser: Callable[[Any], None]) -> Callable[[Any], None]:
    """A parser that skips an event which it cannot read; the library would end the whole client."""

    def parse(data: Any) -> None:
        try:
            parser(data)
        except Exception:
            log.exception("event skipped", event_name=event)

    return parse


async def hold_gateway(client: discord.Client, token: str) -> None:
    """Log in and stay connected until the client is closed; returns then.

    Raises ``GatewayRefused`` where trying again is of no use, and ``GatewayEnded`` where it is of none in this process.
    Everything else that ends a connection is logged and followed by a new connection, after a pause that grows to a
    minute.
    """
    pause = _FIRST_PAUSE
    loop = asyncio.get_running_loop()
    logged_in = False
    while True:
        began = loop.time()
        try:
            if not logged_in:
                await client.login(token)
                logged_in = True
            await client.connect(reconnect=True)
        except Exception as error:
            _raise_if_final(error, client)
            log.warning("gateway connection failed", reason=f"{type(error).__name__}: {error}", pause=pause)
            log.debug("gateway connection failed", exc_info=True)
        else:
            return
        if not logged_in:
            await _forget_session(client)
        if client.ws is not None and client.ws.open:
            await client.ws.close(code=4000)
        await asyncio.sleep(pause)
        pause = _FIRST_PAUSE if loop.time() - began > 2 * _LONGEST_PAUSE else min(pause * 2, _LONGEST_PAUSE)


async def _forget_session(client: discord.Client) -> None:
    """Close what a login opened that did not succeed; the next one opens its own and would drop this unclosed."""
    await client.http.close()
    client.http.connector = discord.utils.MISSING


def _raise_if_final(error: Exception, client: discord.Client) -> None:
    if isinstance(error, discord.LoginFailure):
        raise GatewayRefused(FINAL_CLOSE_CODES[4004]) from error
    if isinstance(error, discord.PrivilegedIntentsRequired):
        raise GatewayRefused(FINAL_CLOSE_CODES[4014]) from error
    if isinstance(error, discord.ConnectionClosed) and error.code in FINAL_CLOSE_CODES:
        raise GatewayRefused(FINAL_CLOSE_CODES[error.code]) from error
    if client.is_closed():
        message = f"The connection to Discord ended and cannot be taken up again: {error}"
        raise GatewayEnded(message) from error

"""The simulated Discord as one object: it serves a bot in another process, and plays its members."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, TypeVar

from aiohttp import web
from simcord import actors
from simcord.actors import MemberActor
from simcord.backend.models import Interaction
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult, ResponseMessage

from sandbox.discord.api import MEBIBYTE, RestApi
from sandbox.discord.backend import LiveBackend
from sandbox.discord.changes import Changes
from sandbox.discord.faults import Faults, RecordedRequest
from sandbox.discord.gateway import Gateway
from sandbox.discord.openapi import Document, RequestChecker
from sandbox.discord.views import FIRST_ANSWER_SECONDS, Invocation, MessageView, view_message
from sandbox.discord.world import World, create_world

T = TypeVar("T")

BOT_TOKEN = "simulated.bot.token"  # noqa: S105 - opens nothing but this simulation
SYSTEM_MESSAGES = frozenset({18, 21})


class SimulatedDiscord:
    """A Discord on 127.0.0.1 with one small server in it.

    Point a bot at it with `discord.http.Route.BASE = discord.api_url` and
    `discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(discord.gateway_url)`, and log in with `token`.
    """

    def __init__(self, token: str, document: Document | None) -> None:
        self.token = token
        self.backend = LiveBackend()
        self.changes = Changes()
        self.checker = RequestChecker(document)
        self.gateway = Gateway(self.backend, token, self.changes.notify)
        self.api = RestApi(self.backend, token, self.checker, self.changes.notify)
        self.api.on_first_answer = self._note_first_answer
        self.world: World = create_world(self.backend, self.wait_for_answer)
        self.api_url = self.gateway_url = self.base_url = ""
        # What else lives as long as the simulation, such as preview pages.
        self.stack = AsyncExitStack()
        self._invocations: dict[int, Invocation] = {}
        # Before the gateway's own listener, so that what it sends is complete.
        self.backend.subscribers.insert(0, self._complete)

    @classmethod
    @asynccontextmanager
    async def start(
        cls, token: str = BOT_TOKEN, *, port: int = 0, document: Document | None = None
    ) -> AsyncIterator["SimulatedDiscord"]:
        """Serve until the block ends; requests are checked with `document`, or the one that is found."""
        discord = cls(token, document or Document.load())
        app = web.Application(client_max_size=64 * MEBIBYTE)
        app.router.add_route("*", "/api/v10/{path:.*}", discord.api.handle)
        app.router.add_get("/cdn/{path:.*}", discord.api.download)
        app.router.add_get("/gateway", discord.gateway.handle)
        runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", port)
            await site.start()
            discord._listen_on(runner.addresses[0][1])
            async with discord.stack:
                yield discord
        finally:
            discord.gateway.cut()
            await runner.cleanup()

    def _listen_on(self, port: int) -> None:
        self.base_url = f"http://127.0.0.1:{port}"
        self.api_url = f"{self.base_url}/api/v10"
        self.backend.cdn.base = f"{self.base_url}/cdn"
        self.gateway_url = self.gateway.url = self.api.gateway_url = f"ws://127.0.0.1:{port}/gateway"

    @property
    def faults(self) -> Faults:
        return self.api.faults

    @property
    def requests(self) -> list[RecordedRequest]:
        return self.api.requests

    def advance(self, seconds: float) -> None:
        """Let time pass for Discord only: tokens, links and nonces run out."""
        self.backend.clock.advance(seconds)

    async def wait_for(self, predicate: Callable[[], T | None], timeout: float = 10.0, what: str = "") -> T:  # noqa: ASYNC109
        """The predicate's first true value, tried whenever something happens here."""
        return await self.changes.until(predicate, timeout, what)

    async def bot_ready(self, timeout: float = 20.0) -> None:  # noqa: ASYNC109
        """Wait until a bot is connected and identified and its commands are registered."""
        await self.wait_for(
            lambda: self.gateway.ready_sessions and any(self.backend.commands.values()),
            timeout,
            "a bot that is connected and has synced its commands",
        )

    async def slash(self, member: MemberActor, channel: ChannelHandle, command: str, /, **options: Any) -> Invocation:
        """Run a slash command (`"jobs list"` for a subcommand) as the client would: only what the bot registered.

        Attachments are given as `(bytes, filename)`; members, roles and channels as their handles. Raises SimCord's
        SetupError for what a member could not do.
        """
        return self._invocation(await member.slash(channel, command, **_wire_options(options)))

    async def autocomplete(
        self, member: MemberActor, channel: ChannelHandle, command: str, option: str, typed: str, **filled: Any
    ) -> list[dict[str, Any]]:
        """What the bot offers while the member types into an option."""
        result = await actors._autocomplete_result(member, channel, command, option, typed, _wire_options(filled))
        return await self._invocation(result).choices()

    async def context_menu(self, member: MemberActor, command: str, message: MessageView) -> Invocation:
        """Run a message command on a message, in its channel."""
        channel = self.world.handle(message.channel_id)
        return self._invocation(await member.context_menu(channel, command, self._handle(message)))

    async def click(
        self, member: MemberActor, message: MessageView, *, label: str | None = None, custom_id: str | None = None
    ) -> Invocation:
        """Press a button, found by its label or its custom id."""
        return self._invocation(await member.click(self._handle(message), label=label, custom_id=custom_id))

    async def post(
        self, member: MemberActor, channel: ChannelHandle, content: str, *files: tuple[bytes, str]
    ) -> MessageView:
        """A message of a member, with files."""
        message = await member.send(channel, content, attachments=[(name, data) for data, name in files])
        return self._view(channel.id, message.id)

    def messages(self, channel: ChannelHandle) -> list[MessageView]:
        """Everything in a channel or thread, oldest first, also what only one member can see; no system messages."""
        stored = self.backend.messages.get(channel.id, {})
        return [self._view(channel.id, key) for key in sorted(stored) if stored[key].type not in SYSTEM_MESSAGES]

    def threads(self, channel: ChannelHandle) -> list[ChannelHandle]:
        return sorted(channel.threads, key=lambda thread: thread.id)

    def _view(self, channel_id: int, message_id: int) -> MessageView:
        message = self.backend.get_message(channel_id, message_id)
        return view_message(self.backend, message, self.api.nonces.get(message_id))

    def _handle(self, message: MessageView) -> ResponseMessage:
        return ResponseMessage(self.world.env, self.backend.get_message(message.channel_id, message.id))

    def _invocation(self, result: InteractionResult) -> Invocation:
        return self._invocations[result._interaction.id]

    def _complete(self, event: str, payload: Mapping[str, Any]) -> None:
        """Fill in what SimCord's interactions lack, and start the clock of the first answer."""
        if event != "INTERACTION_CREATE":
            return
        assert isinstance(payload, dict)
        payload["attachment_size_limit"] = self.api.upload_limit
        payload["authorizing_integration_owners"] = {"0": payload.get("guild_id", "0")}
        record = self.backend.interactions[int(payload["id"])]
        self._invocations[record.id] = Invocation(self.backend, self.changes, record, time.monotonic())

    def _note_first_answer(self, interaction_id: int) -> None:
        invocation = self._invocations.get(interaction_id)
        if invocation is not None and invocation.answered_at is None:
            invocation.answered_at = time.monotonic()

    async def wait_for_answer(self, interaction: Interaction) -> None:
        """For the preview page: until the bot answered, or Discord would give up."""
        answered = asyncio.create_task(self._invocations[interaction.id].acknowledgement())
        await asyncio.wait((answered,), timeout=FIRST_ANSWER_SECONDS)
        answered.cancel()


def _wire_options(options: Mapping[str, Any]) -> dict[str, Any]:
    """SimCord takes attachments the other way round: name first."""
    return {
        name: (value[1], value[0]) if isinstance(value, tuple) and isinstance(value[0], bytes) else value
        for name, value in options.items()
    }

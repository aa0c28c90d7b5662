"""A small ready-made server, and SimCord's actors freed from a bot in the same process."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
from simcord.actors import MemberActor
from simcord.backend import permissions
from simcord.backend.models import Interaction, Overwrite
from simcord.builders import ChannelHandle, GuildHandle
from simcord.enums import OverwriteType
from simcord.env import Env

from sandbox.discord.backend import LiveBackend

INVITE_PERMISSIONS = 309237763072  # facts/discord.md 2.5: what the bot's invite link asks for


class LiveEnv(Env):
    """SimCord's environment around a world whose bot lives in another process.

    Nothing settles here: an action returns when its event is sent, except that the preview page waits for the bot's
    first answer by `wait_for_answer`.
    """

    def __init__(self, backend: LiveBackend, wait_for_answer: Callable[[Interaction], Any]) -> None:
        super().__init__(discord.Client(intents=discord.Intents.none()))
        self.backend = backend
        self._wait_for_answer = wait_for_answer
        self._loop = asyncio.get_running_loop()
        self._started = True
        self._generation = 1
        self._message_states.add(self.bot._connection)
        self._pending: dict[asyncio.Task[Any] | None, Interaction] = {}

    def _begin_operation(self, label: str) -> None:
        """Members of a live server act at the same time."""

    def _end_operation(self) -> None:
        pass

    def _mark_mutation(self) -> None:
        if self._preview is not None:
            self._preview._mark_action_dispatched()

    def _notify_dispatch_observers(self, interaction: Interaction) -> None:
        super()._notify_dispatch_observers(interaction)
        self._pending[asyncio.current_task()] = interaction

    async def _settle_internal(self, **_options: Any) -> None:
        task = asyncio.current_task()
        interaction = self._pending.pop(task, None)
        if interaction is not None and self._preview is not None and self._preview._active_task is task:
            await self._wait_for_answer(interaction)


@dataclass(frozen=True)
class World:
    """One guild with a text channel, two members, a moderator who has Manage Server, and the bot since a year ago."""

    env: LiveEnv
    guild: GuildHandle
    channel: ChannelHandle
    alice: MemberActor
    bob: MemberActor
    moderator: MemberActor

    def add_member(self, name: str) -> MemberActor:
        return self.guild.add_member(self.env.create_user(name.lower(), global_name=name))

    def add_channel(self, name: str) -> ChannelHandle:
        return self.guild.create_text_channel(name)

    def handle(self, channel_id: int) -> ChannelHandle:
        return ChannelHandle(self.env, self.guild, self.env.backend.get_channel(channel_id))

    def invited(self, at: datetime) -> None:
        """Let the bot have come to the server at that time."""
        backend = self.env.backend
        backend.get_guild(self.guild.id).members[backend.bot_user.id].joined_at = at.isoformat()

    def deny_bot(self, channel: ChannelHandle, *names: str) -> None:
        """Take permissions (discord.py's names) away from the bot in one channel; with none, give all back."""
        deny = 0
        for name in names:
            deny |= permissions.flag(name)
        self.env.backend.set_overwrite(
            channel.id, Overwrite(self.env.backend.bot_user.id, OverwriteType.MEMBER, 0, deny)
        )


def create_world(backend: LiveBackend, wait_for_answer: Callable[[Interaction], Any]) -> World:
    env = LiveEnv(backend, wait_for_answer)
    backend.bot_user.name = "Stillmotion"
    guild = env.create_guild("Workshop")
    stored = backend.get_guild(guild.id)
    bot_role = next(role for role in stored.roles.values() if role.managed)
    bot_role.permissions = INVITE_PERMISSIONS
    moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    members = [
        guild.add_member(env.create_user(name.lower(), global_name=name), roles=roles)
        for name, roles in (("Alice", ()), ("Bob", ()), ("Mia", (moderators,)))
    ]
    world = World(env, guild, guild.create_text_channel("films"), *members)
    world.invited(datetime.now(UTC) - timedelta(days=365))
    return world

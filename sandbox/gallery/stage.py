"""A simulated Discord in this process, in which a bot shows the scenes; every request is judged."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

import discord
import simcord
from discord import app_commands
from discord.ext import commands
from simcord.builders import ChannelHandle, GuildHandle
from simcord.preview import Preview

from bot.media.fitting import previews
from languages.speech import speaking
from sandbox.discord.openapi import RequestChecker, checking_in_process
from sandbox.gallery.month import month
from sandbox.gallery.samples import COMMANDS, NOW, Cast, Samples, photograph
from sandbox.gallery.scene import Message, Scene, Shown

_APART: Final = 8 * 60.0
"""Seconds between two messages: closer ones would share a headline."""

_PANORAMA: Final = 136
"""Pixels of height that make a picture too narrow."""


@dataclass(frozen=True)
class Hall:
    """A channel with messages; ``messages`` has their ids by the scenes' names."""

    channel: ChannelHandle
    messages: Mapping[str, int]


class Stage:
    """One server with a few people, in one language."""

    def __init__(self, env: simcord.Env, guild: GuildHandle, language: str) -> None:
        self._env = env
        self._guild = guild
        self._language = language
        self._next: Shown = Message()
        self.alice, bob, mia = (
            guild.add_member(env.create_user(name.lower(), global_name=name)) for name in ("Alice", "Bob", "Mia")
        )
        films, lounge, log = (guild.create_text_channel(name) for name in ("films", "lounge", "stillmotion-log"))
        painters, moderators = (guild.create_role(name) for name in ("Painters", "Moderators"))
        things = (guild, self.alice, bob, mia, films, lounge, log, painters, moderators)
        self.cast = Cast(*(thing.id for thing in things))
        self._samples: Samples | None = None
        self._commands: Mapping[str, int] = {}

    async def register(self, tree: app_commands.CommandTree[Any]) -> None:
        """The command that shows, and those that messages link to: of a subcommand the command that it belongs to."""
        for name in {"show", *(command.split()[0] for command in COMMANDS)}:
            tree.add_command(app_commands.Command(name=name, description="Shows a scene", callback=self._answer))
        ids = {command.name: command.id for command in await tree.sync()}
        self._commands = {command: ids[command.split()[0]] for command in COMMANDS}

    async def _answer(self, interaction: discord.Interaction) -> None:
        """What the command does: it shows what is next."""
        if isinstance(self._next, Message):
            shown: dict[str, Any] = {"view": self._next.view} if self._next.view else {}
            await interaction.response.send_message(
                self._next.text, files=self._next.files, ephemeral=self._next.private, **shown
            )
        else:
            await interaction.response.send_modal(self._next)

    async def samples(self) -> Samples:
        """Made when they are asked for first: pictures are drawn for them."""
        if self._samples is None:
            fitted = await previews(photograph(_PANORAMA))
            self._samples = Samples(self.cast, self._commands, await month(self.cast, self._language), fitted)
        return self._samples

    async def hang(self, name: str, scenes: Mapping[str, Scene]) -> Hall:
        """A new channel with these scenes, which are messages."""
        channel = self._guild.create_text_channel(name)
        return Hall(channel, {name: await self._show(channel, name, scene) for name, scene in scenes.items()})

    async def _show(self, channel: ChannelHandle, name: str, scene: Scene) -> int:
        result = await self.open(channel, scene)
        assert result.response is not None, name
        self._env.backend.advance_clock(_APART)
        return int(result.response.id)

    async def open(self, channel: ChannelHandle, scene: Scene) -> simcord.InteractionResult:
        """Alice opens a scene there."""
        samples = await self.samples()
        with speaking(self._language):
            self._next = scene(samples)
        return await self.alice.slash(channel, "show")

    @asynccontextmanager
    async def preview(self, channel: ChannelHandle) -> AsyncIterator[Preview]:
        preview = self._env.preview(
            channel,
            viewers=(self.alice,),
            layout="channel",
            locale={"en": "en-GB"}.get(self._language, self._language),
            presentation_time=NOW,
        )
        async with preview:
            yield preview


@asynccontextmanager
async def open_stage(language: str, checker: RequestChecker) -> AsyncIterator[Stage]:
    bot = commands.Bot(commands.when_mentioned, intents=discord.Intents(guilds=True), help_command=None)
    env = simcord.Env(bot, strict_sync=False)
    env.backend.bot_user.name = "Stillmotion"
    env.backend.advance_clock((NOW - env.backend.clock.now()).total_seconds())
    await env.start()
    try:
        stage = Stage(env, env.create_guild("Workshop"), language)
        await stage.register(bot.tree)
        with checking_in_process(checker):
            yield stage
        checker.assert_clean()
    finally:
        await env.shutdown()

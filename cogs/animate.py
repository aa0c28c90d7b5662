"""`/animate`: a member's picture and wishes become an order."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import Final

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot import look
from bot.pipeline.cards import Cards
from bot.pipeline.intake import Intake, Order, Refusal, Upload
from cogs.errors import ORDERS, PermissionsMissing
from cogs.replies import answer, defer, server_of
from providers.catalog import Catalog
from providers.request import Mode, PictureKind
from storage.errors import StorageError

log = structlog.get_logger()

CARD_SECONDS: Final = 2.0
"""How long the answer waits for the card, so that it can link to it."""

READ_SECONDS: Final = 30.0

_MODE_NAMES: Final = {
    Mode.STD: "std: quick and cheap",
    Mode.PRO: "pro: better quality",
    Mode.FOUR_K: "4k: the sharpest",
}
_MODES: Final = [app_commands.Choice(name=name, value=mode.value) for mode, name in _MODE_NAMES.items()]

_THREAD_PARENTS: Final = {discord.ChannelType.text, discord.ChannelType.news}
_THREADS: Final = {
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
}


class Animate(commands.Cog):
    """``providers`` are the names of those that are on."""

    def __init__(self, *, intake: Intake, cards: Cards, catalog: Catalog, providers: Collection[str]) -> None:
        self._intake = intake
        self._cards = cards
        self._catalog = catalog
        self._providers = providers

    @app_commands.command(description="Turn a picture into a short video", extras={ORDERS: True})
    @app_commands.allowed_contexts(guilds=True)
    @app_commands.allowed_installs(guilds=True)
    @app_commands.describe(
        image="The picture to start from",
        prompt="What should happen in the video",
        negative_prompt="What should not be in the video",
        model="Which model makes it; see /models",
        duration="Length in seconds; most models make 5 or 10",
        mode="Quality; std if you choose none",
        cfg_scale="How closely to follow the prompt: 0 freely, 1 strictly",
        end_image="The picture to end with",
    )
    @app_commands.choices(mode=_MODES)
    async def animate(
        self,
        interaction: discord.Interaction,
        image: discord.Attachment,
        prompt: str | None = None,
        negative_prompt: str | None = None,
        model: str | None = None,
        duration: app_commands.Range[int, 3, 15] | None = None,
        mode: str | None = None,
        cfg_scale: app_commands.Range[float, 0, 1] | None = None,
        end_image: discord.Attachment | None = None,
    ) -> None:
        await defer(interaction)
        given = {
            "prompt": prompt,
            "negative_prompt": negative_prompt,
            "model": model or self._default_model(),
            "duration": duration,
            "mode": mode,
            "cfg_scale": cfg_scale,
        }
        pictures = {PictureKind.IMAGE: image, PictureKind.END_IMAGE: end_image}
        order = Order(
            interaction_id=interaction.id,
            server_id=server_of(interaction),
            channel_id=interaction.channel_id or 0,
            member_id=interaction.user.id,
            in_thread=_check_place(interaction),
            options={name: value for name, value in given.items() if value is not None},
            uploads={kind: _upload(file) for kind, file in pictures.items() if file is not None},
        )
        receipt = await self._intake.take(order)
        # From here on the job is kept and paid for: nothing may tell the member otherwise.
        await answer(interaction, look.accepted(receipt, await self._card(receipt.acceptance.job.id)))

    @animate.autocomplete("model")
    async def suggest_models(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        models = self._catalog.search(typed, self._providers)
        return [app_commands.Choice(name=look.model_line(one, self._providers), value=one.id) for one in models]

    def _default_model(self) -> str:
        default = self._catalog.default_model(self._providers)
        if default is None:
            raise Refusal(["No model is on at the moment. Please tell a moderator."])
        return default.id

    async def _card(self, job_id: str) -> int | None:
        try:
            return await self._cards.wait_posted(job_id, CARD_SECONDS)
        except StorageError as error:
            log.warning("cannot wait for the card", job=job_id, reason=str(error))
            return None


def _check_place(interaction: discord.Interaction) -> bool:
    """Whether the result gets a thread of its own; ``PermissionsMissing`` where the bot could not post it at all."""
    may = interaction.app_permissions
    kind = interaction.channel.type if interaction.channel else None
    needed = {
        "View Channel": may.view_channel,
        "Send Messages in Threads": may.send_messages_in_threads or kind not in _THREADS,
        "Send Messages": may.send_messages or kind in _THREADS,
        "Attach Files": may.attach_files,
        "Embed Links": may.embed_links,
    }
    missing = [name for name, there in needed.items() if not there]
    if missing:
        raise PermissionsMissing(missing)
    return kind in _THREAD_PARENTS and may.create_public_threads and may.send_messages_in_threads


def _upload(file: discord.Attachment) -> Upload:
    return Upload(file.filename, file.size, _reader(file))


def _reader(file: discord.Attachment) -> Callable[[], Awaitable[bytes]]:
    async def read() -> bytes:
        try:
            async with asyncio.timeout(READ_SECONDS):
                return await file.read()
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("attachment not read", attachment=file.id, reason=str(error))
            raise Refusal(["Discord did not hand the picture over; attach it again."]) from error

    return read

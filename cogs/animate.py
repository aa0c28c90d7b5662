"""`/animate`: a member's picture and wishes become an order."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any, Final

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
from providers.request import AspectRatio, Camera, Mode, PictureKind
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

_OPTIONS: Final = (
    "prompt",
    "negative_prompt",
    "model",
    "duration",
    "mode",
    "cfg_scale",
    "camera",
    "camera_value",
    "aspect_ratio",
    "sound",
    "watermark",
)
"""Options of the command that go into the request under their own names."""

_PICTURES: Final = (PictureKind.IMAGE, PictureKind.END_IMAGE, PictureKind.STATIC_MASK)

_CAMERAS: Final = [app_commands.Choice(name=move.value.replace("_", " "), value=move.value) for move in Camera]
_RATIOS: Final = [app_commands.Choice(name=ratio.value, value=ratio.value) for ratio in AspectRatio]

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
        mode="Quality; the cheapest if you choose none",
        cfg_scale="How closely to follow the prompt: 0 freely, 1 strictly",
        end_image="The picture to end with",
        camera="How the camera moves",
        camera_value="How strongly it moves, from -10 to 10; not for the fixed moves",
        aspect_ratio="Width to height of the video",
        sound="Make sound as well",
        voices="Ids of up to 2 voices, separated by commas; name them in the prompt as <<<voice_1>>>",
        static_mask="A picture of the same shape, white where nothing may move",
        motion="Areas and the paths they move along, as JSON; see /help",
        watermark="With the provider's watermark",
        provider="Who makes it; the cheapest if you choose none",
    )
    @app_commands.choices(mode=_MODES, camera=_CAMERAS, aspect_ratio=_RATIOS)
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
        camera: str | None = None,
        camera_value: app_commands.Range[float, -10, 10] | None = None,
        aspect_ratio: str | None = None,
        sound: bool | None = None,
        voices: str | None = None,
        static_mask: discord.Attachment | None = None,
        motion: str | None = None,
        watermark: bool | None = None,
        provider: str | None = None,
    ) -> None:
        await defer(interaction)
        receipt = await self._intake.take(self._order(interaction, vars(interaction.namespace)))
        # From here on the job is kept and paid for: nothing may tell the member otherwise.
        await answer(interaction, look.accepted(receipt, await self._card(receipt.acceptance.job.id)))

    def _order(self, interaction: discord.Interaction, given: Mapping[str, Any]) -> Order:
        options = {name: given[name] for name in _OPTIONS if given.get(name) is not None}
        if voices := given.get("voices"):
            options["voices"] = [voice for part in voices.split(",") if (voice := part.strip())]
        return Order(
            interaction_id=interaction.id,
            server_id=server_of(interaction),
            channel_id=interaction.channel_id or 0,
            member_id=interaction.user.id,
            in_thread=_check_place(interaction),
            options={"model": self._default_model(), **options},
            uploads={kind: _upload(given[kind]) for kind in _PICTURES if given.get(kind) is not None},
            provider=given.get("provider"),
            motion=given.get("motion"),
        )

    @animate.autocomplete("model")
    async def suggest_models(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        models = self._catalog.search(typed, self._providers)
        return [app_commands.Choice(name=look.model_line(one, self._providers), value=one.id) for one in models]

    @animate.autocomplete("provider")
    async def suggest_providers(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        on = dict.fromkeys(client.split("-")[0] for client in self._providers)
        shown = {provider: look.provider_name(provider) for provider in on}
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(name=name, value=provider)
            for provider, name in shown.items()
            if wanted in provider or wanted in name.casefold()
        ]

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
        "Read Message History": may.read_message_history,
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

"""`/animate`: a member's picture and wishes become an order."""

from collections.abc import Mapping
from typing import Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot import look
from bot.pipeline.cards import Cards
from bot.pipeline.intake import Intake, Order, Upload
from cogs.attachments import reader
from cogs.confirm import place
from cogs.errors import ORDERS
from cogs.named import choices, options, texts
from cogs.places import order_from
from cogs.replies import defer, server_of
from providers.request import AspectRatio, Camera, Mode, PictureKind
from storage.records import account_of

_MODES: Final = choices("choice-mode", Mode)

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

_CAMERAS: Final = choices("choice-camera", Camera)
_RATIOS: Final = [app_commands.Choice(name=ratio.value, value=ratio.value) for ratio in AspectRatio]


class Animate(commands.Cog):
    """A member's way from a picture to a video."""

    def __init__(self, *, intake: Intake, cards: Cards) -> None:
        self._intake = intake
        self._cards = cards

    @app_commands.command(**texts("animate"), extras={ORDERS: True})
    @app_commands.allowed_contexts(guilds=True)
    @app_commands.allowed_installs(guilds=True)
    @options("animate", *_OPTIONS, *_PICTURES, "voices", "motion", "provider")
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
        order = _order(interaction, vars(interaction.namespace))
        await place(interaction, order, intake=self._intake, cards=self._cards)

    @animate.autocomplete("model")
    async def suggest_models(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        menu = await self._intake.menu(server_of(interaction))
        models = menu.catalog.search(typed, menu.clients)
        if not typed.strip():
            lately = (await self._intake.recent(server_of(interaction), interaction.user.id)).models
            models.sort(key=lambda model: lately.index(model.id) if model.id in lately else len(lately))
        return [app_commands.Choice(name=look.model_line(one, menu.clients), value=one.id) for one in models]

    @animate.autocomplete("provider")
    async def suggest_providers(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        menu = await self._intake.menu(server_of(interaction))
        on = dict.fromkeys(account_of(client) for client in menu.clients)
        shown = {provider: look.provider_name(provider) for provider in on}
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(name=name, value=provider)
            for provider, name in shown.items()
            if wanted in provider or wanted in name.casefold()
        ]


def _order(interaction: discord.Interaction, given: Mapping[str, Any]) -> Order:
    options = {name: given[name] for name in _OPTIONS if given.get(name) is not None}
    if voices := given.get("voices"):
        options["voices"] = [voice for part in voices.split(",") if (voice := part.strip())]
    return order_from(
        interaction,
        options=options,
        uploads={
            kind: Upload(file.filename, file.size, file.url, reader(interaction.client, file.url))
            for kind in _PICTURES
            if (file := given.get(kind)) is not None
        },
        provider=given.get("provider"),
        motion=given.get("motion"),
    )

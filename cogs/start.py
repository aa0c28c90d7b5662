"""`Animate image`: a message's picture and a form become an order."""

from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final

import discord
from discord import app_commands
from discord.ext import commands
from yarl import URL

from bot import look
from bot.pipeline.cards import Cards
from bot.pipeline.intake import Intake, Upload
from cogs.attachments import is_proxied, reader
from cogs.confirm import place
from cogs.errors import answering
from cogs.named import named
from cogs.order_modal import OrderModal, Wishes
from cogs.places import order_from, spot_of
from cogs.replies import answer, server_of
from languages.speech import say
from providers.request import PictureKind

_PICTURE_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif"})


class Start(commands.Cog):
    """A member's way from any message with a picture to a video."""

    def __init__(self, *, bot: commands.Bot, intake: Intake, cards: Cards) -> None:
        self._bot = bot
        self._intake = intake
        self._cards = cards
        self._menu = app_commands.ContextMenu(
            name=named("menu-animate-image"),
            callback=self.animate_image,
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )

    async def cog_load(self) -> None:
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    async def animate_image(self, interaction: discord.Interaction, message: discord.Message) -> None:
        pictures = pictures_of(interaction.client, message)
        if not pictures:
            await answer(interaction, look.no_picture())
            return
        spot_of(interaction)
        server_id = server_of(interaction)
        recent = await self._intake.recent(server_id, interaction.user.id)
        form = OrderModal(
            await self._intake.menu(server_id),
            recent.options,
            partial(self._order, pictures),
            title=say("start-form"),
            pictures=[picture.filename for picture in pictures],
        )
        async with answering(interaction):
            await interaction.response.send_modal(form)

    async def _order(self, pictures: list[Upload], interaction: discord.Interaction[Any], wishes: Wishes) -> None:
        order = order_from(
            interaction,
            options=wishes.options,
            uploads={PictureKind.IMAGE: pictures[wishes.picture]},
            provider=wishes.provider,
        )
        await place(interaction, order, intake=self._intake, cards=self._cards)


def pictures_of(client: discord.Client, message: discord.Message) -> list[Upload]:
    """The pictures of a message, or of what it forwards: attached ones, then those that Discord shows of its links."""
    parts: list[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
    attached = [
        Upload(file.filename, file.size, file.url, reader(client, file.url))
        for part in parts
        for file in part.attachments
        if _is_picture(file)
    ]
    shown = dict.fromkeys(
        url for part in parts for embed in part.embeds for url in (embed.image.proxy_url, embed.thumbnail.proxy_url)
    )
    linked = [Upload(URL(url).name, 0, url, reader(client, url)) for url in shown if url and is_proxied(URL(url))]
    return [*attached, *linked]


def _is_picture(file: discord.Attachment) -> bool:
    if file.content_type is not None:
        return file.content_type.startswith("image/") and not file.content_type.startswith("image/svg")
    return PurePosixPath(file.filename.casefold()).suffix in _PICTURE_SUFFIXES

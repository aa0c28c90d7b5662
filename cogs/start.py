"""`Animate image`: a message's picture and a form become an order."""

from pathlib import PurePosixPath
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands
from yarl import URL

from bot import look
from bot.pipeline.intake import Intake, Upload
from cogs.attachments import is_proxied, reader
from cogs.errors import answering
from cogs.forms import Forms, Shown
from cogs.named import named
from cogs.places import spot_of
from cogs.replies import answer, server_of

_PICTURE_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif"})


class Start(commands.Cog):
    """A member's way from any message with a picture to a video."""

    def __init__(self, *, bot: commands.Bot, intake: Intake, forms: Forms) -> None:
        self._bot = bot
        self._intake = intake
        self._forms = forms
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
        found = pictures_of(interaction.client, message)
        if not found:
            await answer(interaction, look.no_picture())
            return
        spot_of(interaction)
        server_id = server_of(interaction)
        recent = await self._intake.recent(server_id, interaction.user.id)
        pictures = [{"filename": one.filename, "size": one.size, "url": one.url} for one in found]
        async with answering(interaction):
            await self._forms.open(interaction, Shown(recent.options, pictures))


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

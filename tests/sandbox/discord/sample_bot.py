"""A bot that uses only discord.py; the tests run it as a process of its own against the simulated Discord."""

import asyncio
import io
import logging
import os
import signal
import sys

import discord
import yarl
from discord import app_commands
from discord.ext import commands

discord.http.Route.BASE = os.environ["DISCORD_API_URL"]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])

LOGIN_REFUSED = 3


class Again(discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"again:(?P<nonce>\d+)"):
    def __init__(self, nonce: str) -> None:
        super().__init__(discord.ui.Button(label="Again", custom_id=f"again:{nonce}"))
        self.nonce = nonce

    @classmethod
    async def from_custom_id(cls, _interaction, _item, match, /):
        return cls(match["nonce"])

    async def callback(self, interaction):
        channel = interaction.channel
        message = await channel.send("posted once", nonce=self.nonce)
        await interaction.response.send_message(f"message {message.id}", ephemeral=True)


class Layout(discord.ui.LayoutView):
    def __init__(self) -> None:
        super().__init__(timeout=None)
        text: discord.ui.TextDisplay[Layout] = discord.ui.TextDisplay("**Components V2 card**")
        gallery: discord.ui.MediaGallery[Layout] = discord.ui.MediaGallery(
            discord.MediaGalleryItem("attachment://layout.png")
        )
        self.add_item(discord.ui.Container(text, gallery))


class SampleBot(commands.Bot):
    def __init__(self) -> None:
        super().__init__(command_prefix="!", intents=discord.Intents(guilds=True), help_command=None)
        self.tree.add_command(make_card)
        self.tree.add_command(echo)
        self.tree.add_command(too_long)
        self.tree.add_command(read_back)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Again)
        await self.tree.sync()


@app_commands.command(name="card", description="Posts cards and a thread with a file")
@app_commands.guild_only()
async def make_card(interaction: discord.Interaction, image: discord.Attachment, title: str = "untitled") -> None:
    assert not interaction.is_expired()
    await interaction.response.defer(ephemeral=True, thinking=True)
    data = await image.read()
    channel = interaction.channel
    assert isinstance(channel, discord.TextChannel)
    embed = discord.Embed(title=title, description=f"{len(data)} bytes")
    embed.set_image(url=f"attachment://{image.filename}")
    view = discord.ui.View(timeout=None)
    view.add_item(Again("77"))
    card = await channel.send(embed=embed, file=await image.to_file(), view=view)
    await channel.send(view=Layout(), file=discord.File(io.BytesIO(data), "layout.png"))
    thread = await card.create_thread(name=title, auto_archive_duration=1440)
    allowed = discord.AllowedMentions(users=[interaction.user], everyone=False, roles=False)
    result = discord.File(io.BytesIO(data), "result.png")
    await thread.send(f"{interaction.user.mention} done", file=result, nonce=4711, allowed_mentions=allowed)
    embed.description = "delivered"
    await card.edit(embed=embed)
    await interaction.edit_original_response(content=f"queued, see {thread.mention}")
    await interaction.followup.send("a follow-up", ephemeral=True)
    try:
        await card.create_thread(name="second")
    except discord.HTTPException as error:
        await interaction.followup.send(f"second thread: {error.status} {error.code}", ephemeral=True)


@app_commands.command(name="echo", description="Answers with its option")
async def echo(interaction: discord.Interaction, word: str) -> None:
    await interaction.response.send_message(word)


@echo.autocomplete("word")
async def offer(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{current}{end}", value=f"{current}{end}") for end in ("s", "ed")]


@app_commands.command(name="long", description="Breaks a limit")
async def too_long(interaction: discord.Interaction, length: int) -> None:
    try:
        await interaction.response.send_message("x" * length)
    except discord.HTTPException as error:
        await interaction.response.send_message(f"{error.status} {error.code}")


@app_commands.command(name="history", description="Reads the channel back")
async def read_back(interaction: discord.Interaction) -> None:
    channel = interaction.channel
    assert isinstance(channel, discord.TextChannel)
    seen = [message async for message in channel.history(limit=10)]
    await interaction.response.send_message(" | ".join(f"{m.author.name}:{len(m.attachments)}" for m in seen))


async def main() -> None:
    discord.utils.setup_logging(level=logging.WARNING)
    bot = SampleBot()
    loop = asyncio.get_running_loop()
    async with bot:
        running = asyncio.ensure_future(bot.start(os.environ["DISCORD_TOKEN"]))
        loop.add_signal_handler(signal.SIGTERM, running.cancel)
        try:
            await running
        except asyncio.CancelledError:
            await bot.close()
        except discord.LoginFailure:
            sys.exit(LOGIN_REFUSED)


if __name__ == "__main__":
    asyncio.run(main())

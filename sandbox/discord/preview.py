"""The simulated Discord in a browser: a page per channel and thread, drawn by SimCord's preview, and pictures of them.

SimCord shows one channel per preview and one preview per environment; here each channel gets an environment of its own
over the same world, and an index page leads to them.
"""

import asyncio
import html
import json
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from aiohttp import web
from playwright.async_api import async_playwright
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle, UserHandle
from simcord.preview import Preview

from sandbox.discord.server import SimulatedDiscord
from sandbox.discord.world import LiveEnv

CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SETTLE_SECONDS = 0.3

INDEX = """<!doctype html><meta charset="utf-8"><title>{guild} on a simulated Discord</title>
<style>body{{font:16px/1.6 system-ui;background:#313338;color:#dbdee1;margin:3rem auto;max-width:40rem}}
a{{color:#00a8fc;display:block;padding:.3rem .6rem;border-radius:.3rem;text-decoration:none}}
a:hover{{background:#404249}}.thread{{margin-left:1.6rem}}p{{color:#949ba4}}</style>
<h1>{guild}</h1><div id="places"></div>
<p>Each place opens in a tab of its own and follows what the bot does there. A new thread appears in this list.</p>
<script>
const places = document.getElementById("places");
async function list() {{
  const known = await (await fetch("/places")).text();
  if (known !== places.dataset.known) {{
    places.dataset.known = known;
    places.replaceChildren(...JSON.parse(known).map(({{id, name, thread}}) => {{
      const link = Object.assign(document.createElement("a"), {{href: "/open/" + id, target: "place" + id}});
      link.textContent = (thread ? "" : "# ") + name;
      link.className = thread ? "thread" : "";
      return link;
    }}));
  }}
}}
list(); setInterval(list, 1000);
</script>"""


@asynccontextmanager
async def open_preview(
    discord: SimulatedDiscord,
    channel: ChannelHandle,
    viewers: Sequence[MemberActor] = (),
    size: tuple[int, int] = (960, 720),
) -> AsyncIterator[Preview]:
    """A preview of one channel or thread that is drawn anew whenever the channel changes."""
    env = LiveEnv(discord.backend, discord.wait_for_answer)
    guild = GuildHandle(env, discord.backend.get_guild(discord.world.guild.id))
    members = viewers or (discord.world.alice, discord.world.bob, discord.world.moderator)
    actors = [MemberActor(env, guild, UserHandle(env, discord.backend.get_user(member.id))) for member in members]
    place = ChannelHandle(env, guild, discord.backend.get_channel(channel.id))
    async with env.preview(place, viewers=actors, layout="channel", width=size[0], height=size[1]) as preview:
        following = asyncio.create_task(_follow(discord, preview))
        try:
            yield preview
        finally:
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following


async def _follow(discord: SimulatedDiscord, preview: Preview) -> None:
    """Publish what changed, but not under the hands of a viewer: an open action would be refused as outdated."""
    shown = None
    while True:
        current = _fingerprint(discord, preview.channel.id)
        if current == shown or preview._active_action is not None:
            await discord.changes.next()
            await asyncio.sleep(SETTLE_SECONDS)
            continue
        shown = current
        preview._advance_presentation_time()
        preview._publish_message_pages(reason="refresh")


def _fingerprint(discord: SimulatedDiscord, channel_id: int) -> tuple[object, ...]:
    messages = discord.backend.messages.get(channel_id, {})
    threads = tuple(discord.backend.channels[key].message_count for key in messages if key in discord.backend.channels)
    commands = tuple(len(registered) for registered in discord.backend.commands.values())
    return (*((key, item.edited_timestamp, item.flags) for key, item in messages.items()), threads, commands)


class PreviewPages:
    """The index page and the previews that were opened from it."""

    def __init__(self, discord: SimulatedDiscord) -> None:
        self._discord = discord
        self._previews: dict[int, Preview] = {}

    async def index(self, _request: web.Request) -> web.Response:
        page = INDEX.format(guild=html.escape(self._discord.backend.get_guild(self._discord.world.guild.id).name))
        return web.Response(text=page, content_type="text/html")

    async def places(self, _request: web.Request) -> web.Response:
        channels = self._discord.backend.channels
        stored = self._discord.backend.get_guild(self._discord.world.guild.id)
        listed = []
        for channel_id in stored.channel_ids:
            listed.append({"id": str(channel_id), "name": channels[channel_id].name, "thread": False})
            threads = (channels[key] for key in stored.thread_ids if channels[key].parent_id == channel_id)
            listed += [{"id": str(thread.id), "name": thread.name, "thread": True} for thread in threads]
        return web.Response(text=json.dumps(listed), content_type="application/json")

    async def open(self, request: web.Request) -> web.Response:
        channel_id = int(request.match_info["channel_id"])
        if channel_id not in self._discord.backend.channels:
            raise web.HTTPNotFound
        if channel_id not in self._previews or self._previews[channel_id]._closed:
            handle = self._discord.world.handle(channel_id)
            context = open_preview(self._discord, handle)
            self._previews[channel_id] = await self._discord.stack.enter_async_context(context)
        raise web.HTTPFound(self._previews[channel_id].url)


async def serve_preview(discord: SimulatedDiscord, port: int = 0) -> str:
    """Serve the pages until the simulated Discord ends; returns the address of the index."""
    pages = PreviewPages(discord)
    app = web.Application()
    app.router.add_get("/", pages.index)
    app.router.add_get("/places", pages.places)
    app.router.add_get("/open/{channel_id:\\d+}", pages.open)
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1)
    await runner.setup()
    discord.stack.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return f"http://127.0.0.1:{runner.addresses[0][1]}/"


async def screenshot(
    discord: SimulatedDiscord,
    channel: ChannelHandle,
    path: Path,
    *,
    viewer: MemberActor | None = None,
    size: tuple[int, int] = (960, 720),
) -> None:
    """Write a PNG of a channel or thread as a member sees it; needs Chromium (Debian's, or Playwright's own)."""
    viewers = (viewer or discord.world.alice,)
    async with open_preview(discord, channel, viewers, size) as preview:
        capture = preview._capture_manager
        capture._playwright = await async_playwright().start()
        capture._browser = await capture._playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(CHROMIUM_FLAGS)
        )
        await preview.screenshot(path, mode="viewport", allow_incomplete=True)

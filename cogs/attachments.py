"""Reading the files that members attach, at once or when they confirm."""

import asyncio
from typing import Final

import aiohttp
import discord
import structlog
from discord.http import Route
from yarl import URL

from bot.pipeline.intake import MOST_BYTES, Reader, Refusal
from languages.sentence import Sentence

log = structlog.get_logger()

HOSTS: Final = frozenset({"cdn.discordapp.com", "media.discordapp.net"})

PROXIES: Final = frozenset({"media.discordapp.net", "images-ext-1.discordapp.net", "images-ext-2.discordapp.net"})
"""Where Discord serves pictures of other sites that it shows below links."""

READ_SECONDS: Final = 30.0

_TRY_AGAIN: Final = Sentence("answers-not-handed-over")


def reader(client: discord.Client, url: str) -> Reader:
    """Gets the file's bytes from Discord, and from nowhere else; raises ``Refusal`` where they cannot be had."""

    async def read() -> bytes:
        where = URL(url)
        if not _is_discords(where):
            log.error("attachment elsewhere", host=where.host)
            raise Refusal([_TRY_AGAIN])
        try:
            async with asyncio.timeout(READ_SECONDS):
                return await (_from_proxy(where) if is_proxied(where) else client.http.get_from_cdn(url))
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("attachment not read", reason=str(error))
            raise Refusal([_TRY_AGAIN]) from error

    return read


def is_proxied(url: URL) -> bool:
    """Whether this is a picture of another site, as Discord itself serves it."""
    return url.host in PROXIES and _is_discords(url)


async def _from_proxy(url: URL) -> bytes:
    """``get_from_cdn`` would read any number of bytes."""
    async with aiohttp.ClientSession() as session, session.get(url, allow_redirects=False) as response:
        response.raise_for_status()
        content = b""
        async for chunk in response.content.iter_any():
            content += chunk
            if len(content) > MOST_BYTES:
                raise Refusal([Sentence("start-linked-too-heavy", most=MOST_BYTES // 1_000_000)])
        return content


def _is_discords(url: URL) -> bool:
    """Whether Discord serves this address: its own hosts, or wherever this process was told that Discord is."""
    return (url.scheme == "https" and url.host in HOSTS | PROXIES) or url.origin() == URL(Route.BASE).origin()

"""Reading the files that members attach, at once or when they confirm."""

import asyncio
from typing import Final

import aiohttp
import discord
import structlog
from discord.http import Route
from yarl import URL

from bot.pipeline.intake import Reader, Refusal
from languages.sentence import Sentence

log = structlog.get_logger()

HOSTS: Final = frozenset({"cdn.discordapp.com", "media.discordapp.net"})

READ_SECONDS: Final = 30.0

_TRY_AGAIN: Final = Sentence("answers-not-handed-over")


def reader(client: discord.Client, url: str) -> Reader:
    """Gets the file's bytes from Discord, and from nowhere else; raises ``Refusal`` where they cannot be had."""

    async def read() -> bytes:
        if not _is_discords(URL(url)):
            log.error("attachment elsewhere", host=URL(url).host)
            raise Refusal([_TRY_AGAIN])
        try:
            async with asyncio.timeout(READ_SECONDS):
                return await client.http.get_from_cdn(url)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("attachment not read", reason=str(error))
            raise Refusal([_TRY_AGAIN]) from error

    return read


def _is_discords(url: URL) -> bool:
    """Whether Discord serves this address: its own hosts, or wherever this process was told that Discord is."""
    return (url.scheme == "https" and url.host in HOSTS) or url.origin() == URL(Route.BASE).origin()

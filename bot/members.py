"""What members of a server are called."""

import asyncio
from collections.abc import Collection, Mapping
from typing import Final

import aiohttp
import discord
import structlog

log = structlog.get_logger()

MOST_ASKED: Final = 8
"""Members that Discord is asked for; without the members' intent few are known before."""

ASK_SECONDS: Final = 5.0
"""For all of them together; who asks shows what it has by then."""


class Members:
    """Looks members up with a client that has logged in."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def names(self, server_id: int, member_ids: Collection[int]) -> Mapping[int, str]:
        """The display names of these members, as far as they can be had; who has left the server has none."""
        guild = self._client.get_guild(server_id)
        if guild is None:
            return {}
        known = [member for member_id in member_ids if (member := guild.get_member(member_id)) is not None]
        names = {member.id: member.display_name for member in known}
        unknown = [member_id for member_id in member_ids if member_id not in names and member_id > 0]  # or erased
        try:
            async with asyncio.timeout(ASK_SECONDS):
                for member_id in unknown[:MOST_ASKED]:
                    if (name := await _ask(guild, member_id)) is not None:
                        names[member_id] = name
        except TimeoutError:
            log.info("not all members' names in time", server=server_id)
        return names


async def _ask(guild: discord.Guild, member_id: int) -> str | None:
    try:
        return (await guild.fetch_member(member_id)).display_name
    except discord.NotFound:
        return None
    except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as error:
        log.info("member without a name", member=member_id, reason=str(error))
        return None

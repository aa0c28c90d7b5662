"""What members of a server are called."""

import asyncio
from collections.abc import Collection, Mapping
from typing import Final

import aiohttp
import discord
import structlog

log = structlog.get_logger()

MOST_ASKED: Final = 8
"""Members that Discord is asked for at once; without the members' intent few are known before."""

ASK_SECONDS: Final = 5.0
"""After that a report is shown without the names that are missing."""


class Members:
    """Looks members up with a client that has logged in."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def names(self, server_id: int, member_ids: Collection[int]) -> Mapping[int, str]:
        """The display names of these members, as far as they can be had; who has left the server has none."""
        guild = self._client.get_guild(server_id)
        if guild is None:
            return {}
        known = {member_id: guild.get_member(member_id) for member_id in member_ids}
        unknown = [member_id for member_id, member in known.items() if member is None][:MOST_ASKED]
        asked = await asyncio.gather(*(_ask(guild, member_id) for member_id in unknown))
        found = [*known.values(), *asked]
        return {member.id: member.display_name for member in found if member is not None}


async def _ask(guild: discord.Guild, member_id: int) -> discord.Member | None:
    try:
        async with asyncio.timeout(ASK_SECONDS):
            return await guild.fetch_member(member_id)
    except discord.NotFound:
        return None
    except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as error:
        log.info("member without a name", member=member_id, reason=str(error))  # a TimeoutError is an OSError
        return None

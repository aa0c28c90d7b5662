"""The background loops, started and stopped with the bot."""

from collections.abc import Sequence
from typing import Final

from discord.ext import commands

from bot.pipeline.supervise import Crew, Loop

FINISH_SECONDS: Final = 12.0


class Tasks(commands.Cog):
    """``loops`` take jobs on; ``renewal`` keeps those in hand, and therefore ends last."""

    def __init__(self, *, loops: Sequence[Loop], renewal: Loop, crew: Crew) -> None:
        self._loops = loops
        self._renewal = renewal
        self._crew = crew

    async def cog_load(self) -> None:
        for loop in (self._renewal, *self._loops):
            loop.start()

    async def cog_unload(self) -> None:
        for loop in self._loops:
            await loop.stop()
        await self._crew.finish(within=FINISH_SECONDS)
        await self._renewal.stop()

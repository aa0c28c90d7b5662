"""Whether this process is well: for whoever sends it traffic, and for whoever may start it again."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import structlog

from bot.pipeline.supervise import Loop
from storage.errors import StorageUnavailable
from storage.store import Store

log = structlog.get_logger()

STALE_BEAT = timedelta(seconds=60)
"""A loop without a finished step for so long counts as stuck."""

DATABASE_SECONDS = 2.0
"""What the database may take to answer."""

PARTS = ("gateway", "database", "loops")


class Health:
    """``connected`` says whether the gateway stands."""

    def __init__(
        self, *, store: Store, loops: Sequence[Loop], connected: Callable[[], bool], clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._loops = loops
        self._connected = connected
        self._now = clock
        self._question: asyncio.Task[None] | None = None

    def lost(self) -> str | None:
        """What only a new process can mend, in a few words; ``None`` almost always."""
        lost = [loop.name for loop in self._loops if loop.lost]
        return f"stands still: {', '.join(lost)}" if lost else None

    async def wrong(self) -> dict[str, str]:
        """What is not well, by part, in words that tell a stranger nothing; what stands behind them is logged."""
        reasons = {
            "gateway": None if self._connected() else "not connected to Discord",
            "database": await self._database(),
            "loops": self._stuck(),
        }
        return {part: reason for part, reason in reasons.items() if reason is not None}

    def _stuck(self) -> str | None:
        oldest = self._now() - STALE_BEAT
        stuck = [loop.name for loop in self._loops if not loop.alive or loop.beat is None or loop.beat < oldest]
        return f"stuck: {', '.join(stuck)}" if stuck else None

    async def _database(self) -> str | None:
        """One question at a time: a database that hangs is not asked by more and more tasks."""
        if self._question is None or self._question.done():
            self._question = asyncio.create_task(self._store.ping())
            self._question.add_done_callback(_note_end)
        await asyncio.wait([self._question], timeout=DATABASE_SECONDS)
        if not self._question.done():
            return f"no answer within {DATABASE_SECONDS:g} s"
        try:
            self._question.result()
        except StorageUnavailable:
            return "cannot be written"
        return None


def _note_end(question: asyncio.Task[None]) -> None:
    if not question.cancelled() and (error := question.exception()) is not None:
        log.warning("database is not well", reason=str(error))

"""The log channel: what moderators changed is shown there, each change once."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

import structlog

from bot.pipeline.messenger import Messenger, MessengerError, NotAllowed, PlaceGone
from bot.pipeline.supervise import later
from storage.quota_records import Action, Change, Unposted
from storage.quotas import Quotas
from storage.records import Job
from storage.store import Store

log = structlog.get_logger()

LOOK_ROUND: Final = 3.0
"""Seconds between two looks for new changes."""

_AT_ONCE: Final = 10


class Announce:
    """Shows changes in the log channels of their servers.

    Several processes may do so: the second copy is refused by Discord, as is that of a process that died after posting.
    """

    def __init__(
        self,
        *,
        store: Store,
        quotas: Quotas,
        messenger: Messenger,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._quotas = quotas
        self._messenger = messenger
        self._now = clock
        self._sleep = sleep

    async def step(self) -> None:
        """Show what is due, then rest unless there may be more."""
        due = await self._quotas.unposted(limit=_AT_ONCE)
        late = set[int]()
        for one in due:
            if one.channel_id in late or not await self._post(one):
                late.add(one.channel_id)
                await self._postpone(one)
        if len(due) < _AT_ONCE:
            await self._sleep(LOOK_ROUND)

    async def _post(self, one: Unposted) -> bool:
        """Whether the change is done with; what can never be shown stays in the audit only."""
        change = one.change
        about = {"change": change.id, "server": change.server_id, "channel": one.channel_id}
        try:
            if change.changed:
                await self._messenger.post_change(change, one.channel_id, await self._flagged(change))
        except (NotAllowed, PlaceGone) as error:
            log.warning("change cannot be shown in the log channel", reason=str(error), **about)
        except MessengerError as error:
            log.warning("change postponed", reason=str(error), **about)
            return False
        await self._quotas.posted(change.id)
        return True

    async def _flagged(self, change: Change) -> Job | None:
        return await self._store.job(change.after["job"]) if change.action is Action.FLAG else None

    async def _postpone(self, one: Unposted) -> None:
        """Changes of one channel wait together, so that they keep their order."""
        await self._quotas.postpone_post(one.change.id, later(self._now(), one.change.at, least=2))

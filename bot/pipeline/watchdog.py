"""What looks after the event loop and the clock, on which everything else here relies."""

import asyncio
import os
import sys
import threading
import time
import traceback
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final, Self

import structlog

from storage.operations import Operations

log = structlog.get_logger()

STOOD_STILL: Final = 3
"""Exit code of a process whose event loop no longer moves."""

JUMP: Final = timedelta(seconds=5)
"""A clock that goes back by less is being set, not wrong."""

_FEEDING = 0.5
_TICKS = 12
_LAST_WORDS = 5.0


class Watchdog:
    """A thread that the event loop has to feed.

    Starved for ``patience`` seconds it logs where the loop stands, and after as long again it ends the process: nothing
    is lost by that (promise 6), and an event loop that stands still answers neither members nor ``/healthz``. Time in
    which the whole process was stopped does not count. ``lagged`` hears twice a second by how many seconds the loop was
    too late.
    """

    def __init__(
        self,
        *,
        lagged: Callable[[float], None],
        patience: float = 60.0,
        end: Callable[[int], Any] = os._exit,
    ) -> None:
        self._lagged = lagged
        self._tick = patience / _TICKS
        self._end = end
        self._fed = False
        self._over = threading.Event()
        self._watched = threading.get_ident()

    async def __aenter__(self) -> Self:
        self._watched = threading.get_ident()
        self._feeder = asyncio.create_task(self._feed(), name="watchdog")
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self._thread.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._over.set()
        self._feeder.cancel()
        await asyncio.wait([self._feeder])
        await asyncio.to_thread(self._thread.join)

    async def _feed(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            self._fed = True
            expected = loop.time() + min(_FEEDING, self._tick / 2)
            await asyncio.sleep(expected - loop.time())
            self._lagged(max(0.0, loop.time() - expected))

    def _watch(self) -> None:
        hungry = 0
        while not self._over.wait(self._tick):
            hungry = 0 if self._fed else hungry + 1
            self._fed = False
            if hungry == _TICKS:
                _say("event loop stands still", stack=self._stack())
            elif hungry >= 2 * _TICKS:
                _say("event loop stands still, the process ends", stack=self._stack()).join(_LAST_WORDS)
                self._end(STOOD_STILL)
                return

    def _stack(self) -> str:
        frame = sys._current_frames().get(self._watched)  # noqa: SLF001 - documented, in spite of its name
        return "".join(traceback.format_stack(frame)) if frame else "unknown"


def _say(event: str, **about: object) -> threading.Thread:
    """Log from a thread of its own: the event loop may stand still because it waits for the log."""
    thread = threading.Thread(target=log.critical, args=(event,), kwargs=about, daemon=True)
    thread.start()
    return thread


class ClockWatch:
    """Notices when the machine's clock goes back, and has everything looked at anew then.

    Times until which something was put off were told by the former clock: without this, all of it would wait for as
    long as the clock went back. ``monotonic`` is in seconds.
    """

    def __init__(
        self,
        *,
        operations: Operations,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._operations = operations
        self._now = clock
        self._monotonic = monotonic
        self._sleep = sleep
        self._seen = (clock(), monotonic())

    async def step(self) -> None:
        """Compare both clocks, then rest; a loop calls this again and again."""
        now, ticks = self._now(), self._monotonic()
        seen, seen_ticks = self._seen
        back = seen + timedelta(seconds=ticks - seen_ticks) - now
        if back > JUMP:
            log.warning("the clock went back", seconds=back.total_seconds())
            await self._operations.look_anew()
        self._seen = (now, ticks)
        await self._sleep(JUMP.total_seconds())

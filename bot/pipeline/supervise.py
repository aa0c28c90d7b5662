"""Loops that never die, and the jobs that they hold."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from storage.errors import LeaseLost, StateChanged
from storage.records import Claim, Duty
from storage.store import LEASE, Store

log = structlog.get_logger()

LOOK_ROUND = 5.0
"""Seconds after which a loop looks for due jobs although nobody rang: for those of a process that died."""

LONGEST_STEP = 300.0
"""Seconds after which a step that stands still is broken off and counted as a failure."""

LONGEST_WORK = 3600.0
"""Seconds after which work on jobs is broken off; whoever takes them up next finds out how far it came."""

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0


class Bell:
    """Tells a loop that there is something to do now."""

    def __init__(self) -> None:
        self._events = {duty: asyncio.Event() for duty in Duty}

    def ring(self, *duties: Duty) -> None:
        """Wake the loops of these duties."""
        for duty in duties:
            self._events[duty].set()

    def hush(self, duty: Duty) -> None:
        """Forget earlier rings; to be called before looking at what there is to do."""
        self._events[duty].clear()

    async def wait(self, duty: Duty, seconds: float) -> None:
        """Until somebody has rung since ``hush``, at most so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, seconds)):
                await self._events[duty].wait()


class Loop:
    """Runs a step again and again, whatever it raises and however long it stands still.

    After a failure it pauses, each time twice as long up to a minute. ``restarts`` counts failures; ``beat`` is when
    the last step ended well.
    """

    def __init__(
        self,
        name: str,
        step: Callable[[], Awaitable[None]],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self.name = name
        self.restarts = 0
        self.beat: datetime | None = None
        self._step = step
        self._now = clock
        self._task: asyncio.Task[None] | None = None
        self._step_began = 0.0

    @property
    def alive(self) -> bool:
        """Whether the loop runs."""
        return self._task is not None and not self._task.done()

    @property
    def lost(self) -> bool:
        """Whether only a new process helps: the loop ended unasked, or its step does not even let itself be broken off.

        Whoever asks does so from the loop's own event loop.
        """
        if self._task is None:
            return False
        return self._task.done() or self._task.get_loop().time() - self._step_began > 2 * LONGEST_STEP

    def start(self) -> None:
        self._step_began = asyncio.get_running_loop().time()
        self._task = asyncio.create_task(self._run(), name=f"loop-{self.name}")

    async def stop(self) -> None:
        if self._task is None:
            return
        task, self._task = self._task, None
        task.cancel()
        await asyncio.wait([task])

    async def _run(self) -> None:
        pause = _FIRST_PAUSE
        while True:
            self._step_began = asyncio.get_running_loop().time()
            try:
                async with asyncio.timeout(LONGEST_STEP):
                    await self._step()
            except (Exception, asyncio.CancelledError) as error:
                task = asyncio.current_task()
                if isinstance(error, asyncio.CancelledError) and task is not None and task.cancelling():
                    raise  # the loop itself is stopped
                self.restarts += 1
                log.exception("loop failed", loop=self.name, pause=pause, restarts=self.restarts)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
            else:
                self.beat = self._now()
                pause = _FIRST_PAUSE


@dataclass(frozen=True)
class _Work:
    """What is in hand together; ``began`` is in the event loop's time."""

    claims: Sequence[Claim]
    duty: Duty
    began: float


class Crew:
    """The jobs that this process holds, each group of them worked on in a task of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: dict[asyncio.Task[None], _Work] = {}

    def busy(self, duty: Duty) -> int:
        """How many jobs of this duty are in hand."""
        return sum(len(held.claims) for held in self._held.values() if held.duty is duty)

    def longest(self, duty: Duty) -> float:
        """For how many seconds the oldest work of this duty has been in hand; 0 where there is none."""
        began = [held.began for held in self._held.values() if held.duty is duty]
        return asyncio.get_running_loop().time() - min(began) if began else 0.0

    def take(
        self, claims: Sequence[Claim], work: Callable[[Sequence[Claim]], Awaitable[None]], done: Callable[[], None]
    ) -> None:
        """Work on these jobs; their leases are given back when the work has ended well.

        After an unexpected failure the leases are left to expire, so that the jobs are tried again, but not at once.
        """
        task = asyncio.create_task(self._work(claims, work))
        self._held[task] = _Work(claims, claims[0].duty, asyncio.get_running_loop().time())

        def ended(finished: asyncio.Task[None]) -> None:
            self._held.pop(finished, None)
            done()

        task.add_done_callback(ended)

    async def _work(self, claims: Sequence[Claim], work: Callable[[Sequence[Claim]], Awaitable[None]]) -> None:
        about = {"job": [claim.job.id for claim in claims], "duty": claims[0].duty}
        try:
            try:
                async with asyncio.timeout(LONGEST_WORK):
                    await work(claims)
            except (LeaseLost, StateChanged) as error:
                log.warning("job is in other hands", reason=str(error), **about)
            await self._give_back(claims)
        except Exception:
            log.exception("work failed", **about)

    async def _give_back(self, claims: Sequence[Claim]) -> None:
        await self._store.give_back(*claims)

    async def renew(self) -> None:
        """Keep holding what is held; to be called again and again."""
        claims = [claim for held in self._held.values() for claim in held.claims]
        if claims:
            await self._store.renew(claims)
        await asyncio.sleep(LEASE.total_seconds() / 3)

    async def finish(self, within: float) -> None:
        """Wait so many seconds for the work in hand, then break it off and hand it back."""
        if not self._held:
            return
        _, late = await asyncio.wait(self._held, timeout=within)
        unfinished = [claim for task in late for claim in self._held[task].claims]
        for task in late:
            task.cancel()
        if late:
            log.warning("work broken off", job=[claim.job.id for claim in unfinished])
            await asyncio.wait(late)
            await self._give_back(unfinished)


class Worker(Protocol):
    """One duty's rules: which jobs to take, and what to do with them."""

    duty: Duty
    capacity: int

    async def claim(self, limit: int) -> list[Claim]:
        """Hold up to so many due jobs."""

    def groups(self, claims: list[Claim]) -> list[list[Claim]]:
        """The claims by what is worked on together."""

    async def work(self, claims: Sequence[Claim]) -> None:
        """Move these jobs on."""


def step_of(
    worker: Worker, *, store: Store, crew: Crew, bell: Bell, clock: Callable[[], datetime]
) -> Callable[[], Awaitable[None]]:
    """A loop's step: take what is due, then sleep until more is due, somebody rings, or it is time to look round."""

    async def step() -> None:
        bell.hush(worker.duty)
        free = worker.capacity - crew.busy(worker.duty)
        if free > 0:
            for group in worker.groups(await worker.claim(free)):
                crew.take(group, worker.work, lambda: bell.ring(worker.duty))
        now = clock()
        due = await store.next_due(worker.duty, after=now)
        await bell.wait(worker.duty, min(LOOK_ROUND, (due - now).total_seconds()) if due else LOOK_ROUND)

    return step


def later(now: datetime, since: datetime, *, least: float = 5.0, most: float = 600.0) -> datetime:
    """When to try again: the longer something has been going wrong, the longer the pause (in seconds)."""
    return now + timedelta(seconds=min(most, max(least, (now - since).total_seconds() / 2)))

"""An event loop that stands still, and a machine's clock that goes back."""

import asyncio
import threading
import time
from collections.abc import Callable
from datetime import timedelta

from structlog.testing import capture_logs

from bot.pipeline.watchdog import STOOD_STILL, ClockWatch, Watchdog
from storage.database import Database
from storage.operations import Operations
from storage.records import Duty, NewJob
from storage.store import Store
from tests.conftest import ManualClock
from tests.storage.conftest import submitting


def stand_still(seconds: float) -> None:
    """As a bug would that blocks the event loop."""
    threading.Event().wait(seconds)


async def test_f25_an_event_loop_that_stands_still_is_shown_and_then_ended() -> None:
    codes: list[int] = []
    with capture_logs() as lines:
        async with Watchdog(lagged=lambda _: None, patience=0.12, end=codes.append):
            await asyncio.sleep(0.05)
            stand_still(0.6)
    assert codes == [STOOD_STILL]
    shown, ended = [line for line in lines if "stands still" in line["event"]]
    assert (shown["event"], shown["log_level"]) == ("event loop stands still", "critical")
    assert "in stand_still" in shown["stack"]
    assert ended["event"] == "event loop stands still, the process ends"


async def test_a_pause_that_ends_in_time_ends_nothing() -> None:
    codes: list[int] = []
    with capture_logs() as lines:
        async with Watchdog(lagged=lambda _: None, patience=0.3, end=codes.append):
            for _ in range(3):
                await asyncio.sleep(0.06)
                stand_still(0.15)
            await asyncio.sleep(0.06)
    assert codes == []
    assert lines == []


async def test_lag_is_told() -> None:
    lags: list[float] = []
    async with Watchdog(lagged=lags.append, patience=6):
        await asyncio.sleep(0.1)
        stand_still(0.4)
        await asyncio.sleep(0.5)
    assert 0.1 < max(lags) < 5
    assert min(lags) < 0.1


async def test_the_watchdog_ends_with_its_block() -> None:
    async with Watchdog(lagged=lambda _: None):
        assert "watchdog" in {thread.name for thread in threading.enumerate()}
        began = time.monotonic()
    assert time.monotonic() - began < 2
    assert "watchdog" not in {thread.name for thread in threading.enumerate()}


class Ticks:
    """A monotonic clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


async def test_a_clock_that_goes_back_an_hour_puts_nothing_off(
    database: Database, store: Store, clock: ManualClock, new_job: Callable[..., NewJob]
) -> None:
    ticks = Ticks()

    async def rest(seconds: float) -> None:
        ticks.now += seconds
        clock.advance(timedelta(seconds=seconds))

    watch = ClockWatch(operations=Operations(database, clock=clock), clock=clock, monotonic=ticks, sleep=rest)
    claim = await submitting(store, new_job())
    await store.submitted(claim.job, "task", look_at=clock() + timedelta(minutes=2))
    await store.give_back(claim)
    await watch.step()
    clock.advance(timedelta(seconds=-3))
    await watch.step()
    assert await store.claim(Duty.WATCH, limit=1) == []
    clock.advance(timedelta(hours=-1))
    with capture_logs() as lines:
        await watch.step()
        await watch.step()
    assert [line["seconds"] for line in lines if line["event"] == "the clock went back"] == [3600.0]
    assert len(await store.claim(Duty.WATCH, limit=1)) == 1


async def test_a_clock_that_goes_forward_is_left_alone(
    database: Database, store: Store, clock: ManualClock, new_job: Callable[..., NewJob]
) -> None:
    async def rest(seconds: float) -> None:
        assert seconds > 0

    watch = ClockWatch(operations=Operations(database, clock=clock), clock=clock, monotonic=Ticks(), sleep=rest)
    with capture_logs() as lines:
        for _ in range(3):
            await watch.step()
            clock.advance(timedelta(hours=1))
    assert lines == []

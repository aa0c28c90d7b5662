"""Signals end the process in order, and in any case in time."""

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest

from bot import stopping
from bot.stopping import answered, stop_signal


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The codes with which the process would have been left at once."""
    codes: list[int] = []
    monkeypatch.setattr(os, "_exit", codes.append)
    monkeypatch.setattr(stopping, "EXIT_SECONDS", 0.2)
    return codes


@pytest.fixture(autouse=True)
def _own_signals() -> Iterator[None]:
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_asks_to_stop_and_whatever_holds_the_end_up_the_process_is_gone_in_time(
    ends: list[int], name: signal.Signals
) -> None:
    stop = stop_signal()
    os.kill(os.getpid(), name)
    async with asyncio.timeout(5):
        await stop.wait()
        assert ends == []
        while not ends:
            await asyncio.sleep(0.01)
    assert ends == [0]


async def test_a_second_signal_is_ignored(ends: list[int]) -> None:
    stop = stop_signal()
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(5):
        await stop.wait()
        while not ends:
            await asyncio.sleep(0.01)
    assert [signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)] == [signal.SIG_IGN] * 2


async def test_commands_in_hand_are_waited_for_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "ANSWER_SECONDS", 0.1)
    quick = asyncio.create_task(asyncio.sleep(0.01), name="CommandTree-invoker")
    stuck = asyncio.create_task(asyncio.sleep(60), name="discord-ui-view-dispatch-1")
    other = asyncio.create_task(asyncio.sleep(60), name="gateway")
    await answered()
    assert [task.done() for task in (quick, stuck, other)] == [True, False, False]
    stuck.cancel()
    other.cancel()

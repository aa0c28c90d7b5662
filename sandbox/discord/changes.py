"""Waiting for the world to change without polling it."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """Wakes everybody who waits whenever something happened in the simulated Discord."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def notify(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def next(self) -> None:
        await self._next.wait()

    async def until(self, predicate: Callable[[], T | None], timeout: float, what: str = "") -> T:  # noqa: ASYNC109
        """Return the predicate's first true value; TimeoutError names `what` after `timeout` seconds."""
        try:
            async with asyncio.timeout(timeout):
                while not (value := predicate()):
                    await self._next.wait()
                return value
        except TimeoutError:
            raise TimeoutError(f"not within {timeout:g} s: {what or predicate}") from None

"""Where simulators take time and chance from."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

Clock = Callable[[], datetime]
Sleep = Callable[[float], Awaitable[None]]


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class World:
    """`clock` gives aware times, `sleep` takes seconds."""

    clock: Clock = utc_now
    sleep: Sleep = asyncio.sleep
    new_uuid: Callable[[], UUID] = uuid4

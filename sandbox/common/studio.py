"""What simulated providers make of accepted creates: films."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.film import DRAFT, FULL_HD, HD, ULTRA_HD, Film, Shot, film

PARALLEL_FILMS = 2

FULL_SIZES: Mapping[str, int] = {"std": HD, "pro": FULL_HD, "4k": ULTRA_HD}
DRAFT_SIZES: Mapping[str, int] = dict.fromkeys(FULL_SIZES, DRAFT)
"""The area of a frame by mode."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a create asks for, whatever its wire form.

    slot: tasks with the same one share the account's places. problem: the reason for which the task will fail as soon
    as somebody looks at its pictures.
    """

    picture: bytes = field(repr=False)
    shot: Shot = field(repr=False)
    slot: str = ""
    external_id: str = ""
    callback_url: str = field(default="", repr=False)
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Studio:
    """Where orders become files in `folder`."""

    folder: Path
    desks: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PARALLEL_FILMS))

    async def shoot(self, order: Order, name: str) -> Film:
        async with self.desks:
            return await film(order.picture, self.folder / f"{name}.mp4", order.shot)

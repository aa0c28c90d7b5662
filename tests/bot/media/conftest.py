import asyncio
import io
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.media import drawing
from bot.media.download import Downloader
from bot.media.plots import Captions, Figures, Share, Slot
from tests.bot.media.origins import Origin

CAPTIONS = Captions(
    locale="en_GB",
    title="Videos",
    credits_by_day="Credits per day",
    credits_by_week="Credits per week",
    videos="Videos",
    delivered="14 delivered",
    failed="7 failed",
    models="By model",
    members="By member",
    member="member …{ending}",
    others="others",
    waiting="Waiting",
    within="half within {median}, 9 of 10 within {most}",
    nothing="Nothing",
    seconds="{number} s",
    minutes="{number} min",
    hours="{number} h",
)
FIRST = date(2026, 3, 1)


def figures(days: int = 7, names: tuple[str, ...] = ("alice", "bob"), *, step: int = 1) -> Figures:
    return Figures(
        captions=CAPTIONS,
        first=FIRST,
        last=FIRST + timedelta(days=days * step - 1),
        time_zone="Europe/Berlin",
        slots=tuple(
            Slot(first=FIRST + timedelta(days=day * step), credits=10 + day, delivered=2, failed=1)
            for day in range(days)
        ),
        weekly=step == 7,
        models=(Share(label="Kling", credits=90), Share(label="others", credits=500, rest=True)),
        members=tuple(Share(label=name, credits=50 - row, spare=f"member …{row}") for row, name in enumerate(names)),
        waits=tuple(float(wait) for wait in range(30, 300, 7)),
        median_wait=160,
        most_wait=270,
    )


def nothing() -> Figures:
    day = Slot(first=FIRST)
    return Figures(captions=CAPTIONS, first=FIRST, last=FIRST, time_zone="UTC", slots=(day,))


def painted(shown: Figures) -> bytes:
    """The picture, without a process of its own."""
    out = io.BytesIO()
    drawing.draw(shown).write(out)
    return out.getvalue()


@pytest.fixture
async def origin() -> AsyncIterator[Origin]:
    origin = Origin()
    server = await asyncio.start_server(origin.handle, "127.0.0.1", 0)
    origin.base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield origin
    server.close()
    for task in filter(None, origin.tasks):
        task.cancel()
    await asyncio.gather(*filter(None, origin.tasks), return_exceptions=True)


@pytest.fixture
async def downloader() -> AsyncIterator[Downloader]:
    async with Downloader(allow_private_networks=True, max_bytes=1_000_000, idle_seconds=5) as downloader:
        yield downloader


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "video.mp4"

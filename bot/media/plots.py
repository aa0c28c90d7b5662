"""The picture of a report: what is in it, and having it drawn.

matplotlib takes a second of processor time and 100 MB, so it is loaded and runs in a process of its own, which gets
figures and captions and none of the bot's environment. It ends with its caller: cancellation and the time limit kill
it.
"""

import asyncio
import contextlib
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

DRAW_SECONDS: Final = 30.0
"""Usually it takes one to two, on a busy machine several times that."""

_HOME: Final = Path(__file__).parents[2]
_PNG: Final = b"\x89PNG\r\n\x1a\n"

# Without these an interpreter may not find its own libraries; no setting of the bot has such a name.
_KEPT: Final = ("LD_LIBRARY_PATH", "SYSTEMROOT")


class PlotError(Exception):
    """The picture was not drawn; the text is for the log."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Captions(_Frozen):
    """All words of the picture, in one language.

    ``within`` holds ``{median}`` and ``{most}``; ``member``, for members without a name, ``{ending}`` of their id.
    """

    title: str
    credits_by_day: str
    credits_by_week: str
    videos: str
    delivered: str
    failed: str
    models: str
    members: str
    member: str
    others: str
    waiting: str
    within: str
    nothing: str
    months: tuple[str, ...] = Field(min_length=12, max_length=12)


class Slot(_Frozen):
    """A day, or the week that begins on ``first``: credits spent, and videos delivered and failed."""

    first: date
    credits: int = 0
    delivered: int = 0
    failed: int = 0


class Share(_Frozen):
    """What somebody or something has cost, or all others together (``rest``).

    ``spare`` is shown where no font of this machine can write ``label``.
    """

    label: str
    credits: int
    spare: str = ""
    rest: bool = False


class Figures(_Frozen):
    """What is drawn.

    The period goes from ``first`` to ``last``, both included. ``models`` and ``members`` are shown as they come, the
    highest first. ``waits`` are seconds, ``median_wait`` and ``most_wait`` (what nine of ten stayed within) theirs.
    """

    captions: Captions
    first: date
    last: date
    time_zone: str
    slots: tuple[Slot, ...] = Field(min_length=1)
    weekly: bool = False
    models: tuple[Share, ...] = ()
    members: tuple[Share, ...] = ()
    waits: tuple[float, ...] = ()
    median_wait: float = 0
    most_wait: float = 0


async def draw(figures: Figures, *, seconds: float = DRAW_SECONDS) -> bytes:
    """The picture as PNG, ``drawing.WIDTH`` pixels wide; raises ``PlotError`` and nothing else."""
    try:
        # What a killed child's own children still write must not fail the cleaning up.
        with tempfile.TemporaryDirectory(prefix="stillmotion-plot-", ignore_cleanup_errors=True) as folder:
            return await _run(figures, folder, seconds)
    except TimeoutError as error:
        raise PlotError(f"not drawn after {seconds:g} s") from error
    except OSError as error:
        raise PlotError(f"drawing did not start: {error}") from error


async def _run(figures: Figures, folder: str, seconds: float) -> bytes:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.media.drawing", cwd=_HOME, env=_environment(folder),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(seconds):
            picture, complaints = await process.communicate(figures.model_dump_json().encode())
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):  # it ended by itself in this very moment
                process.kill()
            await process.wait()
    if process.returncode != 0 or not picture.startswith(_PNG):
        raise PlotError(f"drawing ended with {process.returncode}: {_last_words(complaints)}")
    return picture


def _environment(folder: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {"HOME": folder, "MPLCONFIGDIR": folder, "PYTHONDONTWRITEBYTECODE": "1"}


def _last_words(complaints: bytes) -> str:
    lines = complaints.decode(errors="replace").splitlines()
    return next((line for line in reversed(lines) if line.strip()), "it said nothing")[:300]

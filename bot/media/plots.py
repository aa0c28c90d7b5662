"""The picture of a report: what is in it, and having it drawn.

matplotlib takes a second of processor time and 100 MB, so it is loaded and runs in a process of its own
(``bot.media.workshop``), which gets figures and captions.
"""

import math
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from bot.media.workshop import MIB, WORKSHOP, Bounds, Done, WorkshopError

DRAW_SECONDS: Final = 30.0
"""Usually it takes one to two, on a busy machine several times that."""

_HOME: Final = Path(__file__).parents[2]
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_THREADS: Final = 4
_MEMORY: Final = 4096 * MIB
"""Its libraries reserve far more than they use."""


class PlotError(Exception):
    """The picture was not drawn; the text is for the log."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Captions(_Frozen):
    """All words of the picture, in one language; ``locale`` (as in ``en_GB``) writes its numbers and dates.

    ``delivered`` and ``failed`` tell how many. ``member``, for members without a name, holds ``{ending}`` of their id,
    ``within`` ``{median}`` and ``{most}``, and ``seconds``, ``minutes`` and ``hours`` their ``{number}``.
    """

    locale: str
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
    seconds: str
    minutes: str
    hours: str


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
    ``spare`` is the same in another language, drawn where no font of this machine can write the captions.
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
    spare: "Figures | None" = None


async def draw(figures: Figures, *, seconds: float = DRAW_SECONDS) -> bytes:
    """The picture as PNG, ``drawing.WIDTH`` pixels wide; raises ``PlotError`` and nothing else."""
    try:
        # What a killed process's own children still write must not fail the cleaning up.
        with tempfile.TemporaryDirectory(prefix="stillmotion-plot-", ignore_cleanup_errors=True) as folder:
            done = await _run(figures, folder, seconds)
    except (OSError, WorkshopError) as error:
        raise PlotError(f"drawing did not start: {error}") from error
    if done.late:
        raise PlotError(f"not drawn after {seconds:g} s")
    if not done.well or not done.output.startswith(_PNG):
        raise PlotError(f"drawing ended with {done.returncode}: {done.last_words}")
    return done.output


async def _run(figures: Figures, folder: str, seconds: float) -> Done:
    return await WORKSHOP.run(
        [sys.executable, "-m", "bot.media.drawing"],
        Bounds(seconds, processor_seconds=math.ceil(seconds) * _THREADS, memory=_MEMORY),
        given=figures.model_dump_json().encode(),
        folder=_HOME,
        environment={"HOME": folder, "MPLCONFIGDIR": folder, "PYTHONDONTWRITEBYTECODE": "1"},
    )

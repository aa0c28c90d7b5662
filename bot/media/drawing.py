"""Draws a report: ``Figures`` as JSON on stdin, a PNG on stdout. For a process of its own; see ``bot.media.plots``.

A sheet of cards in the colours of Discord's dark theme, measured for a phone, which shows it little more
than 300 pixels wide. Texts of members are never read as mathtext.
"""

import math
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO, Final

from babel.dates import format_skeleton
from babel.numbers import format_compact_decimal, format_decimal
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from matplotlib.ticker import MaxNLocator

from bot.media.lettering import Lettering
from bot.media.plots import Captions, Figures, Share

WIDTH: Final = 900
_EDGE: Final = 28
_GAP: Final = 24
_PADDING: Final = 32
_INNER: Final = WIDTH - 2 * _EDGE
_RIGHT: Final = WIDTH - _EDGE - _PADDING
_HEADER: Final = 158
_HEADING: Final = 92
_AXIS: Final = 96
"""Pixels for the numbers left of a chart."""
_TICKS: Final = 56
"""Pixels for the words below a chart."""
_ROW: Final = 72
_COLUMN_GAP: Final = 44
_TALL: Final = _HEADING + 230 + _TICKS
_LOW: Final = _HEADING + 160 + _TICKS

_BACKGROUND: Final = "#2b2d31"
_CARD: Final = "#383a40"
_LINE: Final = "#4a4d55"
_BRIGHT: Final = "#f2f3f5"
_MUTED: Final = "#b9bdc5"
_BLUE: Final = "#7c87ff"
_GREEN: Final = "#2fb573"
_RED: Final = "#ff8078"

_TITLE: Final = 46
_TEXT: Final = 31
_SMALL: Final = 28

_FROM_TO: Final = " \N{EN DASH} "
_MOST_DAYS: Final = 5
"""Names of days below a chart."""
_SHORT_DAY: Final = 8
"""Letters; of longer names, as "22 de mar.", fewer have room."""
_MOST_LONG_DAYS: Final = 3
_BINS: Final = 14
_BIN_SECONDS: Final = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400)


@dataclass(frozen=True)
class Histogram:
    """How many waits fall into each bin of ``width`` seconds; an ``open`` one at the end has no upper bound."""

    width: int
    counts: list[int]
    open: bool


class Sheet:
    """A figure on which one point is one pixel, counted from the top left; ``locale`` writes its numbers."""

    def __init__(self, height: int, lettering: Lettering, locale: str) -> None:
        self.height = height
        self.lettering = lettering
        self.locale = locale
        self.figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72, facecolor=_BACKGROUND)
        FigureCanvasAgg(self.figure)
        self._ground = self.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
        self._ground.axis("off")

    def box(self, left: float, top: float, width: float, height: float, colour: str, radius: float) -> None:
        """A filled rectangle with round corners."""
        self._ground.add_patch(
            FancyBboxPatch(
                (left + radius, top + radius), max(0, width - 2 * radius), max(0, height - 2 * radius),
                boxstyle=f"round,pad={radius}", facecolor=colour, linewidth=0,
            )
        )  # fmt: skip

    def text(
        self, left: float, middle: float, words: str, *, size: int = _TEXT, colour: str = _BRIGHT, align: str = "left",
        bold: bool = False, most: float = math.inf,
    ) -> float:  # fmt: skip
        """One line, shortened to ``most`` pixels; its width."""
        drawn = self._ground.text(
            left, middle, words, horizontalalignment=align, verticalalignment="center_baseline", parse_math=False,
            color=colour, fontsize=size, fontfamily=self.lettering.families, fontweight="bold" if bold else "normal",
        )  # fmt: skip
        while (width := drawn.get_window_extent().width) > most and len(words) > 1:
            words = words[: max(1, min(len(words) - 1, int(len(words) * most / width)))].rstrip()
            drawn.set_text(f"{words}…")
        return width

    def card(self, top: int, height: int, heading: str) -> float:
        """A box with a heading; how much room is left beside that."""
        self.box(_EDGE, top, _INNER, height, _CARD, 20)
        room = _INNER - 2 * _PADDING
        return room - self.text(_EDGE + _PADDING, top + 48, heading, bold=True, most=room) - _PADDING

    def chart(self, top: int, height: int, highest: int) -> Axes:
        """Room for bars in a card of this height, with numbers to the left and words below."""
        top, height = top + _HEADING, height - _HEADING - _TICKS
        left, width = _EDGE + _PADDING + _AXIS, _INNER - 2 * _PADDING - _AXIS
        area = (left / WIDTH, 1 - (top + height) / self.height, width / WIDTH, height / self.height)
        axes = self.figure.add_axes(area, facecolor="none")
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0, pad=10, labelsize=_SMALL, labelcolor=_MUTED, labelfontfamily=self.lettering.families)
        axes.grid(axis="y", color=_LINE, linewidth=2)
        axes.set_axisbelow(True)
        ticks = MaxNLocator(nbins=height // 55, integer=True).tick_values(0, highest)
        axes.set_yticks(ticks, [short(tick, self.locale) for tick in ticks])
        axes.set_ylim(0, ticks[-1])
        return axes

    def number(self, number: int) -> str:
        return format_decimal(number, locale=self.locale)

    def write(self, out: IO[bytes]) -> None:
        self.figure.savefig(out, format="png", metadata={"Software": None})


def draw(figures: Figures) -> Sheet:
    """The whole picture, or the whole of the spare one."""
    captions = figures.captions
    words = [_period(figures), *(text for _, text in captions)]
    lettering = Lettering([*words, *(share.label for share in (*figures.models, *figures.members))])
    if figures.spare is not None and not all(map(lettering.writes, words)):
        return draw(figures.spare)
    parts = _parts(figures)
    sheet = Sheet(_HEADER + sum(height + _GAP for height, _ in parts) - _GAP + _EDGE, lettering, captions.locale)
    sheet.text(_EDGE, 58, captions.title, size=_TITLE, bold=True, most=_INNER)
    sheet.text(_EDGE, 112, _period(figures), size=_SMALL, colour=_MUTED, most=_INNER)
    top = _HEADER
    for height, paint in parts:
        paint(sheet, figures, top, height)
        top += height + _GAP
    return sheet


Painter = Callable[[Sheet, Figures, int, int], None]
"""Draws one part of the sheet, from a top downwards and so many pixels high."""


def _parts(figures: Figures) -> list[tuple[int, Painter]]:
    """What there is something to show of, from top to bottom."""
    parts = (
        (any(slot.credits for slot in figures.slots), _TALL, _credits),
        (any(slot.delivered or slot.failed for slot in figures.slots), _LOW, _videos),
        (bool(figures.models), _rows_height(figures.models), _models),
        (bool(figures.members), _rows_height(figures.members), _members),
        (bool(figures.waits), _LOW, _waiting),
    )
    return [(height, paint) for shown, height, paint in parts if shown] or [(_TALL, _nothing)]


def _nothing(sheet: Sheet, figures: Figures, top: int, height: int) -> None:
    sheet.box(_EDGE, top, _INNER, height, _CARD, 20)
    sheet.text(WIDTH / 2, top + height / 2, figures.captions.nothing, colour=_MUTED, align="center", most=_INNER)


def _credits(sheet: Sheet, figures: Figures, top: int, height: int) -> None:
    captions = figures.captions
    sheet.card(top, height, captions.credits_by_week if figures.weekly else captions.credits_by_day)
    credits = [slot.credits for slot in figures.slots]
    sheet.text(_RIGHT, top + 48, sheet.number(sum(credits)), align="right", bold=True, colour=_BLUE)
    axes = sheet.chart(top, height, max(credits))
    _bars(axes, credits, _BLUE)
    _days(axes, figures)


def _videos(sheet: Sheet, figures: Figures, top: int, height: int) -> None:
    captions = figures.captions
    sheet.card(top, height, captions.videos)
    delivered = [slot.delivered for slot in figures.slots]
    failed = [slot.failed for slot in figures.slots]
    left = _legend(sheet, _RIGHT, top, captions.failed, _RED)
    _legend(sheet, left, top, captions.delivered, _GREEN)
    axes = sheet.chart(top, height, max(map(sum, zip(delivered, failed, strict=True))))
    _bars(axes, delivered, _GREEN)
    _bars(axes, failed, _RED, on=delivered)
    _days(axes, figures)


def _legend(sheet: Sheet, right: float, top: int, words: str, colour: str) -> float:
    """A coloured square and what it means; where the next one to the left of it ends."""
    left = right - sheet.text(right, top + 48, words, size=_SMALL, align="right", colour=_MUTED) - 34
    sheet.box(left, top + 36, 22, 22, colour, 6)
    return left - 28


def _models(sheet: Sheet, figures: Figures, top: int, height: int) -> None:
    sheet.card(top, height, figures.captions.models)
    _rows(sheet, top + _HEADING, figures.models)


def _members(sheet: Sheet, figures: Figures, top: int, height: int) -> None:
    sheet.card(top, height, figures.captions.members)
    _rows(sheet, top + _HEADING, figures.members)


def _columns(shares: Sequence[Share]) -> int:
    return 1 if len(shares) <= 2 else 2


def _rows_height(shares: Sequence[Share]) -> int:
    return _HEADING + math.ceil(len(shares) / _columns(shares)) * _ROW + 20


def _rows(sheet: Sheet, top: int, shares: Sequence[Share]) -> None:
    """The shares column by column. The rest has no bar: beside those of single ones it would be misread."""
    columns = _columns(shares)
    room = _INNER - 2 * _PADDING
    width = (room - (columns - 1) * _COLUMN_GAP) / columns
    highest = max((share.credits for share in shares if not share.rest), default=1)
    for place, share in enumerate(shares):
        column, row = divmod(place, math.ceil(len(shares) / columns))
        left = _EDGE + _PADDING + column * (width + _COLUMN_GAP)
        _row(sheet, left, top + row * _ROW, width, share, share.credits / highest)


def _row(sheet: Sheet, left: float, top: int, width: float, share: Share, part: float) -> None:
    """A name and its credits, and below them, but for the rest, a bar as long as its part of the highest."""
    taken = sheet.text(left + width, top + 14, sheet.number(share.credits), size=_SMALL, align="right", bold=True)
    name = sheet.lettering.write(share.label, share.spare)
    sheet.text(left, top + 14, name, size=_SMALL, most=width - taken - 20)
    if not share.rest:
        sheet.box(left, top + 36, width, 12, _LINE, 6)
        sheet.box(left, top + 36, max(12, width * part), 12, _BLUE, 6)


def _waiting(sheet: Sheet, figures: Figures, top: int, height: int) -> None:
    captions = figures.captions
    room = sheet.card(top, height, captions.waiting)
    median, most = (lasting(wait, captions) for wait in (figures.median_wait, figures.most_wait))
    within = captions.within.format(median=median, most=most)
    sheet.text(_RIGHT, top + 48, within, align="right", size=_SMALL, colour=_MUTED, most=room)
    waits = histogram(figures.waits)
    _durations(sheet.chart(top, height, max(waits.counts)), waits, captions)


def _durations(axes: Axes, waits: Histogram, captions: Captions) -> None:
    bins = len(waits.counts)
    axes.bar([bin_ + 0.5 for bin_ in range(bins)], waits.counts, width=0.86, color=_BLUE)
    axes.set_xlim(0, bins)
    round_steps = (step for step in range(1, bins + 1) if step * waits.width in _BIN_SECONDS and bins <= step * 6)
    step = next(round_steps, bins)
    ticks = {tick: lasting(tick * waits.width, captions) for tick in range(0, bins, step)}
    if waits.open:
        ticks = {tick: words for tick, words in ticks.items() if tick < bins * 0.7}
        ticks[bins] = f"{lasting((bins - 1) * waits.width, captions)}+"
    axes.set_xticks(list(ticks), list(ticks.values()))
    if waits.open:
        axes.get_xticklabels()[-1].set_horizontalalignment("right")


def _bars(axes: Axes, numbers: Sequence[int], colour: str, on: Sequence[int] | None = None) -> None:
    """Bars side by side; few of them do not grow fat."""
    axes.bar(range(len(numbers)), numbers, bottom=on, width=0.72, color=colour)
    missing = max(0, 7 - len(numbers)) / 2
    axes.set_xlim(-0.6 - missing, len(numbers) - 0.4 + missing)


def _days(axes: Axes, figures: Figures) -> None:
    days = [_day(slot.first, figures) for slot in figures.slots]
    most = _MOST_DAYS if max(map(len, days)) <= _SHORT_DAY else _MOST_LONG_DAYS
    step = math.ceil(len(days) / most) if figures.weekly else _tick_step(len(days), most)
    axes.set_xticks(range(0, len(days), step), days[::step])


def _tick_step(slots: int, most: int) -> int:
    """Every day, every other one, or whole weeks."""
    return next((step for step in (1, 2, 7, 14) if slots <= step * most), 28)


def _day(day: date, figures: Figures) -> str:
    return format_skeleton("MMMd", day, locale=figures.captions.locale)


def _period(figures: Figures) -> str:
    days = [format_skeleton("yMMMd", day, locale=figures.captions.locale) for day in (figures.first, figures.last)]
    return f"{_FROM_TO.join(dict.fromkeys(days))} · {figures.time_zone}"


def short(number: float, locale: str) -> str:
    """``950``, ``12K``, ``1.5M``: what fits left of a chart, where a zero goes without saying."""
    return format_compact_decimal(number, locale=locale, fraction_digits=2) if number else ""


def lasting(seconds: float, captions: Captions) -> str:
    """``45 s``, ``4 min``, ``1.3 h``; minutes are rounded up, as they are wherever members read them."""
    if seconds < 120 and seconds != 60:
        return captions.seconds.format(number=round(seconds))
    minutes = math.ceil(seconds / 60)
    if minutes < 60:
        return captions.minutes.format(number=minutes)
    return captions.hours.format(number=format_decimal(round(seconds / 3600, 1), locale=captions.locale))


def histogram(waits: Sequence[float]) -> Histogram:
    """The last twentieth may share an open bin, so that one wait of a day does not squeeze all others."""
    ordered = sorted(waits)
    reach = ordered[math.ceil(len(ordered) * 0.95) - 1]
    width = next((width for width in _BIN_SECONDS if reach < width * _BINS), _BIN_SECONDS[-1])
    closed = min(int(reach // width) + 1, _BINS)
    counts = Counter(min(int(wait // width), closed) for wait in waits)
    return Histogram(width, [counts[bin_] for bin_ in range(max(counts) + 1)], open=closed in counts)


if __name__ == "__main__":
    draw(Figures.model_validate_json(sys.stdin.buffer.read())).write(sys.stdout.buffer)

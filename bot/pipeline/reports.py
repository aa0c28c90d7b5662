"""Reports for moderators: what a server's videos of a period cost and how they went, as figures, picture and ledger."""

import asyncio
import csv
import io
import math
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

import structlog

from bot.media import plots
from bot.media.plots import Captions, Figures, PlotError, Share, Slot
from providers.catalog import Catalog
from providers.loose import readable
from storage.quota_records import Entry, MadeVideo, Report
from storage.quotas import Quotas
from storage.states import SETTLING, JobState

log = structlog.get_logger()

MOST_NAMED: Final = 8
"""Members and models that have a line of their own in the picture."""

MOST_DAYS: Final = 62
"""Longer periods are shown week by week."""

_NAME: Final = 40
_ENDED: Final = frozenset({*SETTLING, JobState.FAILED, JobState.CANCELED})

# What makes a spreadsheet take a text for a formula; the wide ones count in Japanese and Chinese editions.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
COLUMNS: Final = (
    "entry", "time", "member", "kind", "grant", "job", "added", "held", "spent", "actor", "partner", "reason",
)  # fmt: skip
"""What the table of a ledger tells of each entry."""

Key = TypeVar("Key", int, str)

MemberNames = Callable[[int, Collection[int]], Awaitable[Mapping[int, str]]]
"""The names of a server's members, as far as they can be had."""

Draw = Callable[[Figures], Awaitable[bytes]]
"""Makes a PNG, or raises ``PlotError``."""


@dataclass(frozen=True)
class Totals:
    """A period in numbers.

    ``credits`` were spent, for videos that are made; ``held`` are set aside for those ``on_the_way``. ``undelivered``
    ones are made and paid, and Discord would not take them. ``median_wait`` and ``most_wait`` (what nine of ten stayed
    within) are seconds from order to result, of delivered ones. ``members`` and ``models`` (by id) spent something, the
    highest first.
    """

    credits: int
    held: int
    delivered: int
    undelivered: int
    failed: int
    canceled: int
    on_the_way: int
    median_wait: float | None
    most_wait: float | None
    members: tuple[tuple[int, int], ...]
    models: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class ReportWords:
    """What a report says in its reader's language.

    ``captions`` are those of the picture for these numbers, ``spare`` the same in English; ``headings`` those of
    ``COLUMNS``.
    """

    captions: Callable[[Totals], Captions]
    spare: Callable[[Totals], Captions]
    headings: tuple[str, ...]


@dataclass(frozen=True)
class MadeReport:
    """A report to be shown. Without ``picture`` it could not be drawn; ``csv`` is the period's ledger."""

    report: Report
    totals: Totals
    picture: bytes | None = field(repr=False)
    csv: bytes = field(repr=False)


class Reports:
    """Makes reports, one picture at a time: each takes a processor for a second."""

    def __init__(self, quotas: Quotas, catalog: Catalog, member_names: MemberNames, *, draw: Draw = plots.draw) -> None:
        self._quotas = quotas
        self._catalog = catalog
        self._member_names = member_names
        self._draw = draw
        self._turn = asyncio.Semaphore(1)

    async def make(self, server_id: int, start: datetime, end: datetime, words: ReportWords) -> MadeReport:
        """What was ordered, and what the ledger wrote, from ``start`` to before ``end``."""
        report = await self._quotas.report(server_id, start, end)
        entries = await self._quotas.entries(server_id, start, end)
        totals = await asyncio.to_thread(add_up, report.videos)
        table = await asyncio.to_thread(ledger_csv, entries, words.headings)
        names = await self._member_names(server_id, [member_id for member_id, _ in totals.members[:MOST_NAMED]])
        captions, spare = words.captions(totals), words.spare(totals)
        figures = await asyncio.to_thread(self._figures_in, report, totals, names, captions)
        if spare != captions:
            english = await asyncio.to_thread(self._figures_in, report, totals, names, spare)
            figures = figures.model_copy(update={"spare": english})
        return MadeReport(report, totals, await self._picture(figures), table)

    def _figures_in(self, report: Report, totals: Totals, names: Mapping[int, str], captions: Captions) -> Figures:
        members, models = _members(totals, names, captions), _models(totals, self._catalog, captions)
        return _figures(report, totals, captions, members, models)

    async def _picture(self, figures: Figures) -> bytes | None:
        """The words and the ledger are worth having without the picture."""
        async with self._turn:
            try:
                return await self._draw(figures)
            except PlotError as error:
                log.warning("report without its picture", reason=str(error))
                return None


def add_up(videos: Sequence[MadeVideo]) -> Totals:
    """The numbers of these videos."""
    states = Counter(video.state for video in videos)
    waits = sorted(video.waited for video in videos if video.waited is not None)
    spent = [video for video in videos if video.state in SETTLING]
    pending = [video for video in videos if video.state not in _ENDED]
    return Totals(
        credits=sum(video.credits for video in spent),
        held=sum(video.credits for video in pending),
        delivered=states[JobState.DELIVERED],
        undelivered=states[JobState.UNDELIVERABLE],
        failed=states[JobState.FAILED],
        canceled=states[JobState.CANCELED],
        on_the_way=len(pending),
        median_wait=median(waits) if waits else None,
        most_wait=waits[math.ceil(len(waits) * 0.9) - 1] if waits else None,
        members=_highest((video.member_id, video.credits) for video in spent),
        models=_highest((video.model, video.credits) for video in spent),
    )


def _highest(costs: Iterable[tuple[Key, int]]) -> tuple[tuple[Key, int], ...]:
    sums: Counter[Key] = Counter()
    for key, credits in costs:
        sums[key] += credits
    return tuple(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


def _members(totals: Totals, names: Mapping[int, str], captions: Captions) -> tuple[Share, ...]:
    """The highest by name, and all others together."""
    shares = []
    for member_id, credits in totals.members[:MOST_NAMED]:
        spare = captions.member.format(ending=str(member_id)[-4:])
        shares.append(Share(label=readable(names.get(member_id, ""), _NAME) or spare, credits=credits, spare=spare))
    return (*shares, *_rest(totals.members, captions))


def _models(totals: Totals, catalog: Catalog, captions: Captions) -> tuple[Share, ...]:
    names = {model.id: model.name for model in catalog.models}
    shares = [
        Share(label=readable(names.get(model_id, model_id), _NAME), credits=credits, spare=readable(model_id, _NAME))
        for model_id, credits in totals.models[:MOST_NAMED]
    ]
    return (*shares, *_rest(totals.models, captions))


def _rest(spent: Sequence[tuple[object, int]], captions: Captions) -> tuple[Share, ...]:
    credits = sum(credits for _, credits in spent[MOST_NAMED:])
    return (Share(label=captions.others, credits=credits, spare=captions.others, rest=True),) if credits else ()


def _figures(
    report: Report, totals: Totals, captions: Captions, members: tuple[Share, ...], models: tuple[Share, ...]
) -> Figures:
    zone = ZoneInfo(report.time_zone)
    first = report.start.astimezone(zone).date()
    last = (report.end - timedelta(microseconds=1)).astimezone(zone).date()
    weekly = (last - first).days >= MOST_DAYS
    return Figures(
        captions=captions,
        first=first,
        last=last,
        time_zone=report.time_zone,
        slots=_slots(report.videos, first, last, zone, weekly=weekly),
        weekly=weekly,
        models=models,
        members=members,
        waits=tuple(video.waited for video in report.videos if video.waited is not None),
        median_wait=totals.median_wait or 0,
        most_wait=totals.most_wait or 0,
    )


def _slots(videos: Iterable[MadeVideo], first: date, last: date, zone: ZoneInfo, *, weekly: bool) -> tuple[Slot, ...]:
    """Days or weeks of the zone without a gap; a video counts for the day on which it was ordered."""
    credits: Counter[date] = Counter()
    states: Counter[tuple[date, str]] = Counter()
    for video in videos:
        day = _opening(video.at.astimezone(zone).date(), weekly=weekly)
        states[day, video.state] += 1
        if video.state in SETTLING:
            credits[day] += video.credits
    opening = _opening(first, weekly=weekly)
    step = 7 if weekly else 1
    days = [opening + timedelta(days=passed) for passed in range(0, (last - opening).days + 1, step)]
    return tuple(
        Slot(
            first=day,
            credits=credits[day],
            delivered=states[day, JobState.DELIVERED],
            failed=states[day, JobState.FAILED],
        )
        for day in days
    )


def _opening(day: date, *, weekly: bool) -> date:
    """The day itself, or the Monday of its week."""
    return day - timedelta(days=day.weekday()) if weekly else day


def ledger_csv(entries: Iterable[Entry], headings: Sequence[str] = COLUMNS) -> bytes:
    """The entries for a spreadsheet, which the mark at the start tells that this is UTF-8.

    Members are written as mentions: a spreadsheet would round such long numbers, and Discord turns a mention that is
    pasted into a message into the member's name. Without a grant an entry is about the allowance.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(headings)
    table.writerows(
        (
            entry.id,
            entry.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S"),
            _mention(entry.member_id),
            entry.kind,
            entry.grant_id or "",
            entry.job_id or "",
            entry.added,
            entry.held,
            entry.spent,
            _mention(entry.actor_id),
            _mention(entry.partner_id),
            _harmless(entry.reason),
        )
        for entry in entries
    )
    return out.getvalue().encode("utf-8-sig")


def _mention(member_id: int | None) -> str:
    return f"<@{member_id}>" if (member_id or 0) > 0 else ""  # below 0 stand erased members


def _harmless(text: str) -> str:
    """A text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text

"""Moments that moderators write or choose, in their server's own time zone."""

import re
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from cogs.errors import NotChanged
from languages.sentence import Sentence
from storage.windows import Period, window_at

FARTHEST: Final = timedelta(days=10 * 366)
UNTIL_LENGTH: Final = 40

_UNITS: Final = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_PART = re.compile(
    r"(?P<number>\d{1,6})\s*(?P<unit>m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)(?![a-z])(?:\s*,|\s+and\b)?\s*"
)
_DATE = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:[ t]+(?P<time>\d{1,2}:\d{2}))?")
_FORMS: Final = Sentence("quota-until-forms")


def parse_until(text: str, now: datetime, time_zone: str) -> datetime:
    """The moment in UTC that a moderator means; a date without a time includes that day.

    Raises ``NotChanged`` where it cannot be read, is not in the future, or is farther away than ``FARTHEST``.
    """
    words = text.strip().lower()
    moment = _date(words, ZoneInfo(time_zone)) or _while(words, now)
    if moment is None:
        raise NotChanged(Sentence("quota-until-unreadable"), _FORMS)
    if moment <= now:
        raise NotChanged(Sentence("quota-until-past"), _FORMS, Sentence("quota-until-zone", zone=time_zone))
    if moment > now + FARTHEST:
        raise NotChanged(Sentence("quota-until-far"), Sentence("quota-until-no-end"))
    return moment


def _date(words: str, zone: ZoneInfo) -> datetime | None:
    found = _DATE.fullmatch(words)
    if found is None:
        return None
    try:
        day = datetime.strptime(found["day"], "%Y-%m-%d").replace(tzinfo=zone)
        time = datetime.strptime(found["time"], "%H:%M").time() if found["time"] else None  # noqa: DTZ007 - a clock's face
        local = datetime.combine(day, time, zone) if time else day + timedelta(days=1)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _while(words: str, now: datetime) -> datetime | None:
    rest = words.removeprefix("in ").strip()
    total, position = timedelta(), 0
    while (part := _PART.match(rest, position)) is not None:
        total += int(part["number"]) * _UNITS[part["unit"][0]]
        position = part.end()
    if position == 0 or position < len(rest):
        return None
    return now + min(total, 2 * FARTHEST)


class Span(StrEnum):
    """Which days a report is about."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this-week"
    LAST_WEEK = "last-week"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    SEVEN_DAYS = "7-days"
    THIRTY_DAYS = "30-days"


_WINDOWS: Final = {
    Span.TODAY: (Period.DAY, False),
    Span.YESTERDAY: (Period.DAY, True),
    Span.THIS_WEEK: (Period.WEEK, False),
    Span.LAST_WEEK: (Period.WEEK, True),
    Span.THIS_MONTH: (Period.MONTH, False),
    Span.LAST_MONTH: (Period.MONTH, True),
}
_DAYS: Final = {Span.SEVEN_DAYS: 7, Span.THIRTY_DAYS: 30}


def bounds(span: Span, now: datetime, time_zone: str) -> tuple[datetime, datetime]:
    """Start and end in UTC of whole local days; today is the last of them, unless the span is over."""
    today, tomorrow = window_at(now, Period.DAY, time_zone)
    if span in _DAYS:
        noon = now.astimezone(ZoneInfo(time_zone)).replace(hour=12)
        return window_at(noon - timedelta(days=_DAYS[span] - 1), Period.DAY, time_zone)[0], tomorrow
    period, is_over = _WINDOWS[span]
    start, _ = window_at(today, period, time_zone)
    return window_at(start - timedelta(hours=1), period, time_zone) if is_over else (start, tomorrow)

"""Windows: the periods in which an allowance counts, in a server's own time zone."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Period(StrEnum):
    """How long a window is. Weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def window_at(moment: datetime, period: str, time_zone: str) -> tuple[datetime, datetime]:
    """Start and end in UTC of the window that holds ``moment``; days are local days, also those of 23 or 25 hours."""
    zone = ZoneInfo(time_zone)
    first, after = _bounds(moment.astimezone(zone).date(), Period(period))
    return _midnight(first, zone), _midnight(after, zone)


def _bounds(day: date, period: Period) -> tuple[date, date]:
    if period is Period.DAY:
        return day, day + timedelta(days=1)
    if period is Period.WEEK:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=7)
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)

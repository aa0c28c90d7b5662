from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.windows import Period, window_at

ZONES = st.sampled_from(sorted(available_timezones()))
# before 2011 a few zones turned their clocks back over midnight, and had the end of a day twice
MOMENTS = st.integers(2011, 2045).flatmap(
    lambda year: st.timedeltas(timedelta(0), timedelta(days=366)).map(
        lambda since: datetime(year, 1, 1, tzinfo=UTC) + since
    )
)
PERIODS = st.sampled_from(Period)


def window(local: str, period: Period, zone: str) -> tuple[str, str]:
    """The window that holds a local time; its bounds as local times with their offsets."""
    moment = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    start, end = window_at(moment, period, zone)
    assert start.tzinfo is UTC
    assert end.tzinfo is UTC
    return tuple(bound.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes") for bound in (start, end))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("local", "period", "zone", "start", "end"),
    [
        ("2026-03-11T12:00", "day", "UTC", "2026-03-11T00:00+00:00", "2026-03-12T00:00+00:00"),
        ("2026-03-11T00:00", "day", "UTC", "2026-03-11T00:00+00:00", "2026-03-12T00:00+00:00"),
        ("2026-03-11T23:59:59.999999", "day", "UTC", "2026-03-11T00:00+00:00", "2026-03-12T00:00+00:00"),
        ("2026-03-11T12:00", "week", "UTC", "2026-03-09T00:00+00:00", "2026-03-16T00:00+00:00"),
        ("2026-03-09T00:00", "week", "UTC", "2026-03-09T00:00+00:00", "2026-03-16T00:00+00:00"),
        ("2026-01-01T08:00", "week", "UTC", "2025-12-29T00:00+00:00", "2026-01-05T00:00+00:00"),
        ("2026-12-31T23:00", "month", "UTC", "2026-12-01T00:00+00:00", "2027-01-01T00:00+00:00"),
        ("2028-02-29T12:00", "month", "UTC", "2028-02-01T00:00+00:00", "2028-03-01T00:00+00:00"),
        ("2026-06-01T00:00", "month", "Asia/Kolkata", "2026-06-01T00:00+05:30", "2026-07-01T00:00+05:30"),
        ("2026-06-01T12:00", "day", "Asia/Kathmandu", "2026-06-01T00:00+05:45", "2026-06-02T00:00+05:45"),
        ("2026-03-31T12:00", "month", "Europe/Berlin", "2026-03-01T00:00+01:00", "2026-04-01T00:00+02:00"),
        ("2018-11-04T12:00", "day", "America/Sao_Paulo", "2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00"),
        ("2018-11-03T12:00", "day", "America/Sao_Paulo", "2018-11-03T00:00-03:00", "2018-11-04T01:00-02:00"),
        ("2026-04-24T12:00", "day", "Africa/Cairo", "2026-04-24T01:00+03:00", "2026-04-25T00:00+03:00"),
        ("2011-12-31T12:00", "day", "Pacific/Apia", "2011-12-31T00:00+14:00", "2012-01-01T00:00+14:00"),
    ],
)
def test_a_window_goes_from_local_midnight_to_local_midnight(local, period, zone, start, end):
    assert window(local, period, zone) == (start, end)


@pytest.mark.parametrize(
    ("local", "zone", "hours"),
    [
        ("2026-03-29T12:00", "Europe/Berlin", 23),
        ("2026-10-25T12:00", "Europe/Berlin", 25),
        ("2026-10-25T01:00", "Europe/Berlin", 25),
        ("2018-11-04T12:00", "America/Sao_Paulo", 23),
        ("2019-02-16T12:00", "America/Sao_Paulo", 25),
        ("2026-04-24T12:00", "Africa/Cairo", 23),
        ("2026-10-04T12:00", "Australia/Lord_Howe", 23.5),
    ],
)
def test_a_local_day_may_be_shorter_or_longer(local, zone, hours):
    start, end = window_at(datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)), Period.DAY, zone)
    assert end - start == timedelta(hours=hours)


def test_both_passes_of_a_repeated_hour_are_in_one_day():
    """Sao Paulo went back at midnight to 23:00, so that hour came twice and belongs to the same day."""
    first = datetime(2019, 2, 16, 23, 30, tzinfo=ZoneInfo("America/Sao_Paulo"))
    again = first.replace(fold=1)
    assert again.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)
    assert window_at(first, "day", "America/Sao_Paulo") == window_at(again, "day", "America/Sao_Paulo")


@given(moment=MOMENTS, period=PERIODS, zone=ZONES)
def test_every_moment_lies_in_its_window(moment, period, zone):
    start, end = window_at(moment, period, zone)
    assert start <= moment < end


@given(moment=MOMENTS, period=PERIODS, zone=ZONES)
def test_consecutive_windows_touch(moment, period, zone):
    start, end = window_at(moment, period, zone)
    assert window_at(end, period, zone)[0] == end
    assert window_at(start - timedelta(microseconds=1), period, zone)[1] == start
    assert window_at(start, period, zone) == (start, end)


@pytest.mark.parametrize(("period", "zone"), [("year", "UTC"), ("day", "Mars/Olympus")])
def test_unknown_periods_and_zones_are_refused(period, zone):
    with pytest.raises((ValueError, KeyError)):
        window_at(datetime(2026, 1, 1, tzinfo=UTC), period, zone)

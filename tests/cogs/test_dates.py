from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.dates import FARTHEST, Span, bounds, parse_until
from cogs.errors import NotChanged
from languages.speech import say
from tests.conftest import START

BERLIN = "Europe/Berlin"


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-24", berlin(2026, 12, 25)),
        ("2026-12-24 18:00", berlin(2026, 12, 24, 18)),
        ("2026-12-24T8:05", berlin(2026, 12, 24, 8, 5)),
        (" 2026-03-11 13:01 ", berlin(2026, 3, 11, 13, 1)),
        ("2026-03-28", berlin(2026, 3, 29)),
        ("2026-03-29", berlin(2026, 3, 30)),
        ("in 3 days", START + timedelta(days=3)),
        ("3 Days", START + timedelta(days=3)),
        ("2w", START + timedelta(weeks=2)),
        ("1 week, 2 days and 3 hours", START + timedelta(days=9, hours=3)),
        ("90m", START + timedelta(minutes=90)),
        ("1d12h", START + timedelta(hours=36)),
        ("30 mins", START + timedelta(minutes=30)),
    ],
)
def test_dates_and_whiles_are_understood_in_the_servers_time_zone(text: str, moment: datetime):
    parsed = parse_until(text, START, BERLIN)
    assert parsed == moment
    assert parsed.tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13-01", "2026-02-30", "2026-12-24 25:00", "24.12.2026", "2 months", "3", "3 days ago"]
)
def test_what_cannot_be_read_is_refused_with_what_can(text: str):
    with pytest.raises(NotChanged) as refused:
        parse_until(text, START, BERLIN)
    cannot, can = map(say, refused.value.sentences)
    assert "cannot be read" in cannot
    assert "2026-12-24 18:00" in can


@pytest.mark.parametrize("text", ["2026-03-10", "2026-03-11 13:00", "0 days", "0001-01-01"])
def test_the_past_is_refused_and_the_time_zone_named(text: str):
    with pytest.raises(NotChanged) as refused:
        parse_until(text, START, BERLIN)
    assert BERLIN in say(refused.value.sentences[-1])


@pytest.mark.parametrize("text", ["9999-12-30", "9999-12-31", "999999 weeks", "999999w 999999w 999999w"])
def test_no_end_is_farther_than_ten_years(text: str):
    with pytest.raises(NotChanged):
        parse_until(text, START, BERLIN)


@given(st.text(max_size=40))
def test_any_text_is_understood_or_refused(text: str):
    try:
        moment = parse_until(text, START, BERLIN)
    except NotChanged:
        return
    assert START < moment <= START + FARTHEST


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        (Span.TODAY, berlin(2026, 3, 11), berlin(2026, 3, 12)),
        (Span.YESTERDAY, berlin(2026, 3, 10), berlin(2026, 3, 11)),
        (Span.THIS_WEEK, berlin(2026, 3, 9), berlin(2026, 3, 12)),
        (Span.LAST_WEEK, berlin(2026, 3, 2), berlin(2026, 3, 9)),
        (Span.THIS_MONTH, berlin(2026, 3, 1), berlin(2026, 3, 12)),
        (Span.LAST_MONTH, berlin(2026, 2, 1), berlin(2026, 3, 1)),
        (Span.SEVEN_DAYS, berlin(2026, 3, 5), berlin(2026, 3, 12)),
        (Span.THIRTY_DAYS, berlin(2026, 2, 10), berlin(2026, 3, 12)),
    ],
)
def test_spans_are_whole_days_of_the_servers_time_zone(span: Span, start: datetime, end: datetime):
    assert bounds(span, START, BERLIN) == (start, end)


def test_the_last_seven_days_hold_the_day_of_23_hours():
    start, end = bounds(Span.SEVEN_DAYS, datetime(2026, 3, 31, 12, tzinfo=UTC), BERLIN)
    assert end - start == timedelta(days=7, hours=-1)

"""Time zones as moderators type them."""

from zoneinfo import ZoneInfo

import pytest

from cogs.errors import NotChanged
from cogs.zones import zone_named, zones_like
from languages.speech import say


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (" europe/berlin ", "Europe/Berlin"),
        ("america/new york", "America/New_York"),
        ("utc", "UTC"),
        ("Asia/Kathmandu", "Asia/Kathmandu"),
    ],
)
def test_a_zone_is_found_however_it_is_written(typed: str, zone: str):
    assert zone_named(typed) == zone
    assert ZoneInfo(zone).key == zone


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Europe/Berln", "Europe/Berlin"),
        ("berlin", "Europe/Berlin"),
        ("Kolkata", "Asia/Kolkata"),
        ("???", "Use a name"),
    ],
)
def test_an_unknown_zone_is_refused_with_what_may_be_meant(typed: str, meant: str):
    with pytest.raises(NotChanged) as refused:
        zone_named(typed)
    no_zone, hint = map(say, refused.value.sentences)
    assert "There is no time zone" in no_zone
    assert meant in hint


@pytest.mark.parametrize("typed", ["localtime", "Factory", "/etc/passwd", "posixrules", ""])
def test_what_is_a_file_but_no_zone_is_refused(typed: str):
    with pytest.raises(NotChanged):
        zone_named(typed)


def test_what_was_typed_is_quoted_harmlessly():
    with pytest.raises(NotChanged) as refused:
        zone_named("**@everyone**\n# <@5>")
    assert r"“\*\*\@everyone\*\* \# \<\@5\>”" in say(refused.value.sentences[0])


def test_suggestions_begin_with_the_city_that_is_typed():
    assert zones_like("new y") == ["America/New_York"]
    assert zones_like("ber") == ["Atlantic/Bermuda", "Europe/Berlin", "Australia/Canberra"]
    assert len(zones_like("")) == 25
    assert zones_like("nowhere at all") == []

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import discord
import pytest

from bot import look
from bot.pipeline.reports import MadeReport, Totals
from storage.quota_records import Report

PERIOD = Report(1, datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC), "UTC")
NOTHING = Totals(0, 0, 0, 0, 0, 0, 0, None, None, (), ())
MONTH = Totals(
    credits=9256,
    held=40,
    delivered=464,
    undelivered=1,
    failed=35,
    canceled=2,
    on_the_way=3,
    median_wait=170,
    most_wait=290,
    members=((101, 4321), (102, 2160)),
    models=(("kling-v3", 9256),),
)


def made(totals: Totals = MONTH, **changes: Any) -> MadeReport:
    return replace(MadeReport(PERIOD, totals, picture=b"\x89PNG picture", csv=b"one,two"), **changes)


def parts(view: discord.ui.LayoutView) -> list[dict[str, Any]]:
    """All components, also those inside of others."""
    found: list[dict[str, Any]] = []
    waiting = list(view.to_components())  # type: ignore[no-untyped-call]
    while waiting:
        component = waiting.pop(0)
        found.append(component)
        waiting += component.get("components", [])
    return found


def read(view: discord.ui.LayoutView) -> str:
    assert view.content_length() <= 4000
    return "\n".join(part["content"] for part in parts(view) if part["type"] == 10)


def shown_files(view: discord.ui.LayoutView) -> list[str]:
    """The attachments that the view shows, as picture or as file."""
    media = [item["media"]["url"] for part in parts(view) if part["type"] == 12 for item in part["items"]]
    return media + [part["file"]["url"] for part in parts(view) if part["type"] == 13]


async def test_a_report_in_words():
    assert read(look.report(made())).splitlines() == [
        "### Report",
        "<t:1772323200:D> to <t:1775001599:D>",
        "**9,256 credits** spent · **464 videos** delivered · 35 failed",
        "2 cancelled · 1 made, but not posted · 3 on the way, 40 credits set aside",
        "Half of them came within **3 minutes**, nine of ten within **5 minutes**.",
        "Most was spent by <@101>: 4,321 credits.",
        "-# Every entry of the ledger, for a spreadsheet.",
        "-# The ledger goes by when entries were written, the picture by when videos were ordered.",
    ]


async def test_a_single_day_is_named_once():
    berlin = Report(1, datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC), "Europe/Berlin")
    assert read(look.report(made(report=berlin))).splitlines()[1] == "<t:1774738800:D>"
    assert " to " in read(look.report(made(report=replace(berlin, time_zone="UTC")))).splitlines()[1]


async def test_a_period_without_videos_in_words():
    text = read(look.report(made(NOTHING)))
    assert "**0 credits** spent · **0 videos** delivered · 0 failed" in text
    assert "Half" not in text
    assert "Most" not in text
    assert "on the way" not in text


@pytest.mark.parametrize(
    ("delivered", "half", "most", "words"),
    [
        (1, 100, 100, "\nIt came within **2 minutes**."),
        (3, 100, 110, "\nNine of ten came within **2 minutes**."),
        (3, 100, 130, "\nHalf of them came within **2 minutes**, nine of ten within **3 minutes**."),
    ],
)
async def test_how_long_members_waited(delivered, half, most, words):
    totals = replace(NOTHING, delivered=delivered, median_wait=half, most_wait=most)
    assert words in read(look.report(made(totals)))


@pytest.mark.parametrize(
    ("changes", "limit", "names", "words"),
    [
        ({}, 100, ["report.png", "ledger.csv"], "Every entry of the ledger"),
        ({"csv": b"x" * 101}, 100, ["report.png"], "too large for Discord. Choose a shorter period"),
        ({"csv": b"x" * 101}, 101, ["report.png", "ledger.csv"], "Every entry of the ledger"),
        ({"picture": None}, 100, ["ledger.csv"], "The picture could not be drawn"),
    ],
)
async def test_the_view_shows_exactly_the_files_that_are_sent(changes, limit, names, words):
    report = made(**changes)
    view = look.report(report, limit)
    assert words in read(view)
    assert [file.filename for file in look.report_files(report, limit)] == names
    assert shown_files(view) == [f"attachment://{name}" for name in names]


async def test_the_usual_limit_is_ten_mebibytes():
    assert len(look.report_files(made(csv=bytes(10 * 1024 * 1024)))) == 2
    assert len(look.report_files(made(csv=bytes(10 * 1024 * 1024 + 1)))) == 1


async def test_the_picture_is_described_for_those_who_cannot_see_it():
    (gallery,) = (part for part in parts(look.report(made())) if part["type"] == 12)
    assert gallery["items"][0]["description"] == ("Charts: 9,256 credits spent, 464 videos delivered, 35 failed")


def test_files_are_new_for_every_try():
    first, second = (look.report_files(made())[0] for _ in range(2))
    assert first.fp.read() == second.fp.read() == b"\x89PNG picture"

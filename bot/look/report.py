"""The report of a period: its picture's words, the text around it, and the files that come along."""

import io
from collections.abc import Iterable
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

import discord
from discord import ui

from bot.look.text import Block, Colour, about, credits_of, panel
from bot.media.plots import Captions
from bot.pipeline.reports import COLUMNS, MadeReport, ReportWords, Totals
from languages.speech import ENGLISH, say, speaking, spoken
from storage.quota_records import Report

UPLOAD_LIMIT: Final = 10 * 1024 * 1024
"""Bytes that every server has taken since January 2025 (facts/discord.md 2.3); an interaction may allow more."""

_PICTURE: Final = "report.png"
_LEDGER: Final = "ledger.csv"


def report_words() -> ReportWords:
    """For whoever reads now."""
    return ReportWords(_captions, _english_captions, tuple(say(f"report-column-{column}") for column in COLUMNS))


def _english_captions(totals: Totals) -> Captions:
    with speaking(ENGLISH):
        return _captions(totals)


def _captions(totals: Totals) -> Captions:
    return Captions(
        locale=str(spoken()),
        title=say("report-chart-title"),
        credits_by_day=say("report-chart-credits-by-day"),
        credits_by_week=say("report-chart-credits-by-week"),
        videos=say("report-chart-videos"),
        delivered=say("report-chart-delivered", videos=totals.delivered),
        failed=say("report-chart-failed", videos=totals.failed),
        models=say("report-chart-models"),
        members=say("report-chart-members"),
        member=say("report-chart-member", ending="{ending}"),
        others=say("report-chart-others"),
        waiting=say("report-chart-waiting"),
        within=say("report-chart-within", median="{median}", most="{most}"),
        nothing=say("report-chart-nothing"),
        seconds=say("report-chart-seconds", number="{number}"),
        minutes=say("report-chart-minutes", number="{number}"),
        hours=say("report-chart-hours", number="{number}"),
    )


def report(made: MadeReport, upload_limit: int = UPLOAD_LIMIT) -> ui.LayoutView:
    """A period in words and in a picture; shows the attachments of ``report_files`` for the same limit."""
    return panel(
        Colour.WORKING,
        f"### {say('report-title')}\n{_days(made.report)}",
        "\n".join(_words(made.totals)),
        _picture(made),
        *_ledger(made, upload_limit),
    )


def report_files(made: MadeReport, upload_limit: int = UPLOAD_LIMIT) -> list[discord.File]:
    """What goes with the view; new ones for every try, as a file is read when it is sent."""
    files = [discord.File(io.BytesIO(made.picture), _PICTURE)] if made.picture else []
    if _fits(made, upload_limit):
        files.append(discord.File(io.BytesIO(made.csv), _LEDGER))
    return files


def _days(period: Report) -> str:
    """From the first day to the last, both included."""
    zone, ends = ZoneInfo(period.time_zone), (period.start, period.end - timedelta(seconds=1))
    first, last = (discord.utils.format_dt(moment, "D") for moment in ends)
    one_day = len({moment.astimezone(zone).date() for moment in ends}) == 1
    return first if one_day else say("report-days", first=first, last=last)


def _words(totals: Totals) -> Iterable[str]:
    yield say("report-result", **_result(totals))
    others = (
        (totals.canceled, say("report-canceled", videos=totals.canceled)),
        (totals.undelivered, say("report-undelivered", videos=totals.undelivered)),
        (totals.on_the_way, say("report-on-the-way", videos=totals.on_the_way, credits=credits_of(totals.held))),
    )
    if any(number for number, _ in others):
        yield " · ".join(words for number, words in others if number)
    if totals.median_wait is not None and totals.most_wait is not None:
        yield _waits(totals.delivered, *(timedelta(seconds=wait) for wait in (totals.median_wait, totals.most_wait)))
    if totals.members:
        member_id, credits = totals.members[0]
        yield say("report-most-by", member=f"<@{member_id}>", credits=credits_of(credits))


def _result(totals: Totals) -> dict[str, str | int]:
    return {
        "credits": credits_of(totals.credits),
        "videos": say("report-videos", videos=totals.delivered),
        "failed": totals.failed,
    }


def _waits(delivered: int, half: timedelta, most: timedelta) -> str:
    if delivered == 1:
        return say("report-came", most=about(most))
    if about(half) == about(most):
        return say("report-nine-of-ten", most=about(most))
    return say("report-half", half=about(half), most=about(most))


def _picture(made: MadeReport) -> Block:
    if made.picture is None:
        return f"-# {say('report-no-picture')}"
    described = say("report-described", **_result(made.totals))
    return ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{_PICTURE}", description=described))


def _ledger(made: MadeReport, upload_limit: int) -> tuple[Block, ...]:
    if _fits(made, upload_limit):
        words = f"-# {say('report-ledger')}\n-# {say('report-ledger-times')}"
        return ui.File[ui.LayoutView](f"attachment://{_LEDGER}"), words
    return (f"-# {say('report-ledger-too-large')}",)


def _fits(made: MadeReport, upload_limit: int) -> bool:
    return len(made.csv) <= upload_limit

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
from bot.pipeline.reports import MadeReport, Totals
from storage.quota_records import Report

REPORT_CAPTIONS: Final = Captions(
    title="Videos and credits",
    credits_by_day="Credits per day",
    credits_by_week="Credits per week",
    videos="Videos",
    delivered="delivered",
    failed="failed",
    models="Credits by model",
    members="Credits by member",
    member="member …{ending}",
    others="others",
    waiting="Waiting time",
    within="half in {median}, 90% in {most}",
    nothing="No videos in this period",
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)

UPLOAD_LIMIT: Final = 10 * 1024 * 1024
"""Bytes that every server has taken since January 2025 (facts/discord.md 2.3); an interaction may allow more."""

_PICTURE: Final = "report.png"
_LEDGER: Final = "ledger.csv"
_ABOUT_LEDGER: Final = (
    "-# Every entry of the ledger, for a spreadsheet.\n"
    "-# The ledger goes by when entries were written, the picture by when videos were ordered."
)


def report(made: MadeReport, upload_limit: int = UPLOAD_LIMIT) -> ui.LayoutView:
    """A period in words and in a picture; shows the attachments of ``report_files`` for the same limit."""
    return panel(
        Colour.WORKING,
        f"### Report\n{_days(made.report)}",
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
    one_day = len({moment.astimezone(zone).date() for moment in ends}) == 1
    return " to ".join(discord.utils.format_dt(moment, "D") for moment in ends[: 1 if one_day else 2])


def _words(totals: Totals) -> Iterable[str]:
    spent, delivered = credits_of(totals.credits), _videos(totals.delivered)
    yield f"**{spent}** spent · **{delivered}** delivered · {totals.failed:,} failed"
    others = (
        (totals.canceled, f"{totals.canceled:,} cancelled"),
        (totals.undelivered, f"{totals.undelivered:,} made, but not posted"),
        (totals.on_the_way, f"{totals.on_the_way:,} on the way, {credits_of(totals.held)} set aside"),
    )
    if any(number for number, _ in others):
        yield " · ".join(words for number, words in others if number)
    if totals.median_wait is not None and totals.most_wait is not None:
        yield _waits(totals.delivered, *(timedelta(seconds=wait) for wait in (totals.median_wait, totals.most_wait)))
    if totals.members:
        member_id, credits = totals.members[0]
        yield f"Most was spent by <@{member_id}>: {credits_of(credits)}."


def _waits(delivered: int, half: timedelta, most: timedelta) -> str:
    if delivered == 1:
        return f"It came within **{about(most)}**."
    if about(half) == about(most):
        return f"Nine of ten came within **{about(most)}**."
    return f"Half of them came within **{about(half)}**, nine of ten within **{about(most)}**."


def _videos(number: int) -> str:
    return "1 video" if number == 1 else f"{number:,} videos"


def _picture(made: MadeReport) -> Block:
    if made.picture is None:
        return "-# The picture could not be drawn this time. Send the command again to try it once more."
    totals = made.totals
    described = f"{credits_of(totals.credits)} spent, {_videos(totals.delivered)} delivered, {totals.failed:,} failed"
    return ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{_PICTURE}", description=f"Charts: {described}"))


def _ledger(made: MadeReport, upload_limit: int) -> tuple[Block, ...]:
    if _fits(made, upload_limit):
        return ui.File[ui.LayoutView](f"attachment://{_LEDGER}"), _ABOUT_LEDGER
    return ("-# The ledger of this period is too large for Discord. Choose a shorter period to get it as a file.",)


def _fits(made: MadeReport, upload_limit: int) -> bool:
    return len(made.csv) <= upload_limit

"""Reports over real jobs in a real database, counted by hand."""

import asyncio
import csv
import io
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.look.report import report_words
from bot.media.drawing import WIDTH
from bot.media.plots import Figures, PlotError, Share, Slot
from bot.pipeline.reports import MadeReport, Reports, Totals, add_up, ledger_csv
from providers.catalog import load
from storage.database import Database
from storage.quota_records import Entry, MadeVideo
from storage.quotas import Quotas
from storage.records import Duty
from storage.store import Store
from tests.conftest import START, ManualClock, sample_job

BERLIN_SUNDAY = datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC)
"""The day on which the clocks in Berlin go forward, of 23 hours."""

ALICE, BOB = 1_234_567_890_123_456_789, 102


class House:
    """A server in Berlin whose members order at certain times."""

    def __init__(self, store: Store, quotas: Quotas, clock: ManualClock) -> None:
        self.store = store
        self.quotas = quotas
        self.clock = clock
        self.asked_for: list[int] = []
        self.drawn: list[Figures] = []
        self.reports = Reports(quotas, load(), self.names, draw=self.draw)
        self._number = 0

    async def names(self, server_id: int, member_ids: Collection[int]) -> Mapping[int, str]:
        assert server_id == 1
        self.asked_for = list(member_ids)
        return {ALICE: "alice"}

    async def draw(self, figures: Figures) -> bytes:
        self.drawn.append(figures)
        return b"picture"

    async def order(self, at: datetime, end: str, *, seconds: int = 60, **changes: Any) -> None:
        """An order that has come to this end after some seconds."""
        self._number += 1
        self.clock.now = at
        new = sample_job(self._number, **{"member_id": ALICE, "model": "kling-v2-1"} | changes)
        await self.store.accept(new)
        if end == "queued":
            return
        (claim,) = await self.store.claim_to_submit("kling", max_running=1_000, limit=1)
        claim = await self.store.begin_submit(claim)
        if end == "uncertain":
            await self.store.become_uncertain(claim, detail="no answer")
            return
        if end == "failed":
            await self.store.fail(claim, "The provider refused.")
            return
        await self.store.submitted(claim.job, f"task-{new.id}", look_at=self.clock.now)
        (watch,) = await self.store.claim(Duty.WATCH, limit=1)
        await self.store.video_ready(watch, "https://videos.example/1.mp4")
        self.clock.advance(timedelta(seconds=seconds))
        (claim,) = await self.store.claim(Duty.DELIVER, limit=1)
        if end == "delivered":
            await self.store.delivered(claim, 77, channel_id=70)
        else:
            await self.store.undeliverable(claim, "Discord would not take it.")

    async def make(self, start: datetime, end: datetime) -> MadeReport:
        return await self.reports.make(1, start, end, report_words())


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    async with Database(sqlite_url) as database_:
        yield database_


@pytest.fixture
async def house(make_store: Callable[..., Store], database: Database, clock: ManualClock) -> House:
    quotas = Quotas(database, clock=clock, default_allowance=10_000)
    await quotas.change_server(1, lambda server: replace(server, time_zone="Europe/Berlin"), actor_id=9)
    return House(make_store(allowance=10_000), quotas, clock)


async def test_a_day_of_23_hours_counted_by_hand(house: House):
    start, end = BERLIN_SUNDAY
    await house.order(start - timedelta(seconds=1), "delivered", credits=1000)
    await house.order(start, "delivered", credits=10, seconds=100)
    await house.order(start + timedelta(hours=2), "delivered", credits=20, seconds=200, model="kling-v3")
    await house.order(start + timedelta(hours=3), "failed", credits=400)
    await house.order(start + timedelta(hours=4), "uncertain", credits=5, member_id=BOB)
    await house.order(start + timedelta(hours=5), "undeliverable", credits=7, member_id=BOB)
    await house.order(end - timedelta(seconds=1), "queued", credits=3)
    await house.order(end, "queued", credits=1000)

    made = await house.make(start, end)

    assert made.totals == Totals(
        credits=37,
        held=8,
        delivered=2,
        undelivered=1,
        failed=1,
        canceled=0,
        on_the_way=2,
        median_wait=150,
        most_wait=200,
        members=((ALICE, 30), (BOB, 7)),
        models=(("kling-v3", 20), ("kling-v2-1", 17)),
    )
    (figures,) = house.drawn
    day = date(2026, 3, 29)
    assert (figures.first, figures.last, figures.time_zone, figures.weekly) == (day, day, "Europe/Berlin", False)
    assert figures.slots == (Slot(first=day, credits=37, delivered=2, failed=1),)
    assert figures.members == (
        Share(label="alice", credits=30, spare="member …6789"),
        Share(label="member …102", credits=7, spare="member …102"),
    )
    assert [share.label for share in figures.models] == ["Kling 3.0", "Kling 2.1"]
    assert sorted(figures.waits) == [100, 200]
    assert (figures.median_wait, figures.most_wait) == (150, 200)
    assert house.asked_for == [ALICE, BOB]


async def test_days_of_23_and_25_hours_hold_what_was_ordered_on_them(house: House):
    """Each order stands right at a midnight in Berlin, which is another hour in UTC after the change."""
    for month, day in ((3, 29), (10, 25)):
        zone = ZoneInfo("Europe/Berlin")
        midnights = [datetime(2026, month, day + passed, tzinfo=zone).astimezone(UTC) for passed in (-1, 0, 1, 2)]
        for number, midnight in enumerate(midnights[:3]):
            await house.order(midnight, "delivered", credits=1 + number)
            await house.order(midnights[number + 1] - timedelta(seconds=1), "failed", credits=10)

        await house.make(midnights[0], midnights[3])

        assert [(slot.first.day, slot.credits, slot.delivered, slot.failed) for slot in house.drawn[-1].slots] == [
            (day - 1, 1, 1, 1),
            (day, 2, 1, 1),
            (day + 1, 3, 1, 1),
        ]


async def test_the_ledger_of_a_period_adds_up_to_what_was_spent(house: House):
    start, end = BERLIN_SUNDAY
    await house.order(start, "delivered", credits=10)
    await house.order(start + timedelta(hours=1), "failed", credits=400)
    house.clock.now = start + timedelta(hours=2)
    await house.quotas.grant(1, BOB, 50, actor_id=9, reason="=2+5; the contest, won by “李”")

    made = await house.make(start, end)

    rows = read(made.csv)
    assert [row["kind"] for row in rows] == ["reserve", "settle", "reserve", "release", "grant"]
    assert sum(int(row["spent"]) for row in rows) == made.totals.credits == 10
    assert sum(int(row["held"]) for row in rows) == 0
    assert rows[0]["time (UTC)"] == "2026-03-28 23:00:00"
    assert rows[0]["member"] == f"<@{ALICE}>"
    assert [(row["job"], row["grant"], row["actor"]) for row in rows[:2]] == [
        ("job00001", "", f"<@{ALICE}>"),
        ("job00001", "", ""),
    ]
    assert (rows[4]["added"], rows[4]["actor"], rows[4]["job"]) == ("50", "<@9>", "")
    assert rows[4]["grant"] != ""
    assert rows[4]["reason"] == "'=2+5; the contest, won by “李”"


def test_a_gift_names_the_other_member_in_the_table():
    gift = entry(grant_id=3, actor_id=ALICE, partner_id=BOB)
    assert [row["partner"] for row in read(ledger_csv([gift, entry()]))] == [f"<@{BOB}>", ""]


async def test_eight_have_a_line_of_their_own(house: House):
    start, end = BERLIN_SUNDAY
    for number in range(11):
        await house.order(start, "delivered", credits=100 - number, member_id=200 + number)

    made = await house.make(start, end)

    members = house.drawn[0].members
    assert [share.credits for share in members] == [*range(100, 92, -1), 92 + 91 + 90]
    assert (members[-1].label, members[-1].rest) == ("others", True)
    assert house.asked_for == [*range(200, 208)]
    assert len(made.totals.members) == 11


async def test_long_periods_are_shown_week_by_week(house: House):
    start = datetime(2026, 1, 6, 23, tzinfo=UTC)
    await house.order(start, "delivered", credits=10)
    await house.order(start + timedelta(days=5), "delivered", credits=20)
    await house.order(start + timedelta(days=70), "delivered", credits=40)

    await house.make(start, start + timedelta(days=62))
    await house.make(start, start + timedelta(days=71))

    days, weeks = house.drawn
    assert (len(days.slots), days.weekly) == (62, False)
    assert weeks.weekly
    assert weeks.slots[0] == Slot(first=date(2026, 1, 5), credits=10, delivered=1)
    assert weeks.slots[1] == Slot(first=date(2026, 1, 12), credits=20, delivered=1)
    assert (weeks.slots[-1].first, weeks.slots[-1].credits) == (date(2026, 3, 16), 40)
    assert all(slot.first.weekday() == 0 for slot in weeks.slots)
    assert (weeks.first, weeks.last) == (date(2026, 1, 7), date(2026, 3, 18))


async def test_nothing_of_another_server_is_in_it(house: House):
    start, end = BERLIN_SUNDAY
    await house.order(start, "delivered", credits=10, server_id=2)

    made = await house.make(start, end)

    assert made.totals == add_up(())
    assert (made.totals.median_wait, made.totals.most_wait) == (None, None)
    assert read(made.csv) == []
    assert house.drawn[0].slots == (Slot(first=date(2026, 3, 29)),)


async def test_words_and_ledger_come_without_a_picture_too(house: House):
    async def broken(_: Figures) -> bytes:
        raise PlotError("not drawn after 30 s")

    start, end = BERLIN_SUNDAY
    await house.order(start, "delivered", credits=10)
    made = await Reports(house.quotas, load(), house.names, draw=broken).make(1, start, end, report_words())
    assert made.picture is None
    assert made.totals.credits == 10
    assert len(read(made.csv)) == 2


async def test_a_report_in_another_language_can_be_drawn_in_english_too(house: House):
    english = report_words()
    captions = english.captions
    words = replace(
        english,
        captions=lambda totals: captions(totals).model_copy(update={"locale": "ru", "others": "остальные"}),
        headings=("запись", *english.headings[1:]),
    )
    start, end = BERLIN_SUNDAY
    for number in range(10):
        await house.order(start, "delivered", credits=10, member_id=number + 1)
    made = await house.reports.make(1, start, end, words)
    (figures,) = house.drawn
    assert figures.spare is not None
    assert (figures.members[-1].label, figures.spare.members[-1].label) == ("остальные", "others")
    assert figures.spare.captions == captions(made.totals)
    assert figures.captions.delivered == "10 delivered"
    assert figures.slots == figures.spare.slots
    assert "запись" in read(made.csv)[0]
    assert (await house.reports.make(1, start, end, english)).totals == made.totals
    assert house.drawn[-1].spare is None


async def test_a_real_picture_of_real_jobs(house: House):
    start, end = BERLIN_SUNDAY
    await house.order(start, "delivered", credits=10)
    made = await Reports(house.quotas, load(), house.names).make(1, start, end, report_words())
    assert made.picture is not None
    assert Image.open(io.BytesIO(made.picture)).size[0] == WIDTH


def read(table: bytes) -> list[dict[str, str]]:
    """As a spreadsheet reads it."""
    assert table.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def entry(number: int = 1, **changes: Any) -> Entry:
    ordinary = Entry(number, BERLIN_SUNDAY[0], "adjust", ALICE, 0, None, -5, 0, 0, None, "")
    return replace(ordinary, **changes)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_no_reason_is_run_as_a_formula(start):
    (row,) = read(ledger_csv([entry(reason=f'{start}HYPERLINK("http://x.example")')]))
    assert row["reason"] == f'\'{start}HYPERLINK("http://x.example")'
    assert row["added"] == "-5"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_every_other_reason_is_read_back_as_it_was(reason):
    (row,) = read(ledger_csv([entry(reason=reason)]))
    assert row["reason"].removeprefix("'") == reason.removeprefix("'")
    assert not row["reason"].startswith(("=", "+", "-", "@"))


async def test_a_hundred_thousand_entries_do_not_hold_up_the_event_loop():
    entries = [entry(number, reason="for the contest") for number in range(100_000)]
    writing = asyncio.create_task(asyncio.to_thread(ledger_csv, entries))
    beats = 0
    while not writing.done():
        await asyncio.sleep(0.005)
        beats += 1
    assert len(await writing) > 5_000_000
    assert beats > 10


def test_nine_of_ten_and_half():
    videos = [MadeVideo(START, 1, "m", "delivered", 1, float(wait)) for wait in range(1, 11)]
    assert (add_up(videos).median_wait, add_up(videos).most_wait) == (5.5, 9)
    assert (add_up(videos[:1]).median_wait, add_up(videos[:1]).most_wait) == (1, 1)

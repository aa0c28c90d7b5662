"""A member's data: all of it handed out, and erased so that no table knows the member any more."""

import asyncio
import itertools
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Text, cast, select

from storage import mydata
from storage.database import Database
from storage.errors import NotEnoughCredits
from storage.limits import Word
from storage.mydata import MemberData
from storage.quota_records import Draft, Holder
from storage.quotas import Quotas
from storage.records import Duty, Job, NewJob, Picture
from storage.retention import Retention
from storage.states import JobState
from storage.store import Store
from storage.tables import blocks, metadata
from tests.conftest import START, ManualClock
from tests.storage.conftest import MODERATOR, TOMORROW, running, submitting

ALICE, BOB = 283_746_501_928_374_650, 918_273_645_546_372_819
"""Real ids are that long: no other number holds one by chance."""

OF_NOBODY = {"servers", "pictures", "leases", "paces", "pressure", "pauses", "bot_state", "upload_limits"}
"""Tables whose rows are not about a member. Whoever adds a table decides; columns go to ``storage.erasing``."""


@pytest.fixture
def data(database: Database, clock: ManualClock) -> MemberData:
    aliases = itertools.count(-1, -1)
    return MemberData(database, clock=clock, new_alias=lambda: next(aliases))


@pytest.fixture
def retention(database: Database, clock: ManualClock) -> Retention:
    return Retention(database, clock=clock)


@pytest.fixture
def order(new_job: Callable[..., NewJob]) -> Callable[..., NewJob]:
    options = {"model": "kling-v2-1", "duration": 5, "mode": "std", "prompt": "my cat", "voices": ["mine"]}
    return lambda **changes: new_job(**{"member_id": ALICE, "request": options} | changes)


async def known_in(database: Database, member_id: int = ALICE) -> set[str]:
    """The tables in which the id stands anywhere, be it inside of a text or a picture's name."""
    async with database.read() as connection:
        return {
            table.name
            for table in metadata.sorted_tables
            for column in table.columns
            if (
                await connection.execute(
                    select(column).where(cast(column, Text).contains(str(member_id)))
                    if column.name != "content"
                    else select(column).where(column == str(member_id).encode())
                )
            ).first()
        }


async def delivered(store: Store, new: NewJob, message_id: int = 5) -> Job:
    await running(store, new)
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    await store.video_ready(claim, "https://films.example/video.mp4")
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    return (await store.delivered(claim, message_id, channel_id=11)).job


@pytest.fixture
async def lived(store: Store, quotas: Quotas, order: Callable[..., NewJob]) -> dict[str, Job]:
    """Alice has left traces in every table that knows members, on two servers, and others have spoken of her."""
    for server_id in (1, 2):
        await quotas.change_server(server_id, lambda one: replace(one, giving=True), actor_id=ALICE)
        await quotas.grant(server_id, ALICE, 30, actor_id=MODERATOR, reason="for the best cat")
    await quotas.set_allowance(1, Holder.MEMBER, ALICE, 500, actor_id=MODERATOR, reason="a friend")
    await quotas.give(1, giver_id=ALICE, member_id=BOB, credits=5, reason=f"from <@{ALICE}>")
    await quotas.block(1, BOB, actor_id=ALICE, until=None, reason="spam")
    await quotas.block(2, ALICE, actor_id=MODERATOR, until=START + timedelta(minutes=1), reason="she shouted")
    await quotas.unblock(2, ALICE, actor_id=MODERATOR)
    await store.keep_draft(Draft("draft1", 1, ALICE, 80, {"member_id": ALICE}, START + timedelta(minutes=10)))
    jobs = {
        "delivered": await delivered(store, order()),
        "elsewhere": await delivered(store, order(server_id=2)),
        "running": await running(store, order()),
        "bobs": await running(store, order(member_id=BOB, server_id=2, request={"prompt": f"kiss <@{ALICE}>"})),
        "queued": (await store.accept(order(seeks_thread=True))).job,
    }
    cards = {claim.job.id: claim for claim in await store.claim_cards(limit=10)}
    assert await store.seek_thread(cards[jobs["queued"].id])
    for claim in cards.values():
        await store.give_back(claim)
    await store.keep_draft(Draft("draft2", 1, ALICE, 80, {"member_id": ALICE}, START + timedelta(minutes=10)))
    return jobs


async def test_no_table_keeps_the_id(
    database: Database, data: MemberData, retention: Retention, store: Store, clock: ManualClock, lived: dict[str, Job]
) -> None:
    assert await known_in(database) == set(metadata.tables) - OF_NOBODY, "a new table: is it about members?"
    await data.erase(ALICE)
    assert await known_in(database) == {"ledger", "balances"}  # what she has used of today's allowance
    assert await store.inconsistencies() == []
    clock.now = TOMORROW
    await retention.forget_ended()
    assert await known_in(database) == set()
    assert await store.inconsistencies() == []


async def test_a_pictures_bytes_go_and_others_stay(store: Store, data: MemberData, lived: dict[str, Job]) -> None:
    await data.erase(ALICE)
    left = {name: len(await store.pictures(job.id)) for name, job in lived.items()}
    assert left == {"delivered": 0, "elsewhere": 0, "running": 0, "queued": 0, "bobs": 1}


async def test_jobs_keep_what_prices_and_times_need(store: Store, data: MemberData, lived: dict[str, Job]) -> None:
    await data.erase(ALICE)
    found = {name: await store.job(job.id) for name, job in lived.items()}
    jobs = {name: job for name, job in found.items() if job is not None}
    assert {name: job.state for name, job in jobs.items()} == {
        "delivered": JobState.DELIVERED,
        "elsewhere": JobState.DELIVERED,
        "running": JobState.RUNNING,
        "bobs": JobState.RUNNING,
        "queued": JobState.CANCELED,
    }
    bobs = jobs.pop("bobs")
    assert (bobs.member_id, bobs.request) == (BOB, {"prompt": "kiss <@0>"})
    assert all(job.request == {"model": "kling-v2-1", "duration": 5, "mode": "std"} for job in jobs.values())
    assert all(job.erased for job in jobs.values())
    assert len({job.member_id for job in jobs.values()}) == 2  # one for each server
    assert (jobs["delivered"].video_url, jobs["delivered"].provider_task_id) == (None, None)
    assert jobs["running"].provider_task_id  # or nobody could watch it


async def test_the_servers_and_the_operators_accounts_are_what_they_were(
    data: MemberData, quotas: Quotas, store: Store, lived: dict[str, Job]
) -> None:
    before = [(await quotas.overview(server_id)).pool_used for server_id in (1, 2)]
    await data.erase(ALICE)
    queued = lived["queued"].credits
    assert [(await quotas.overview(server_id)).pool_used for server_id in (1, 2)] == [before[0] - queued, before[1]]


async def test_a_job_that_was_being_made_ends_under_nobodys_name(
    data: MemberData, store: Store, lived: dict[str, Job]
) -> None:
    await data.erase(ALICE)
    claims = {claim.job.id: claim for claim in await store.claim(Duty.WATCH, limit=5)}
    await store.fail(claims[lived["running"].id], "The provider refused.")
    assert await store.inconsistencies() == []


async def test_erasing_gives_nobody_a_new_allowance(
    data: MemberData, store: Store, clock: ManualClock, retention: Retention, order: Callable[..., NewJob]
) -> None:
    await delivered(store, order(credits=60))
    await store.accept(order(credits=40))
    await data.erase(ALICE)
    assert (await store.usage(1, ALICE)).left == 40  # the queued one was taken back
    await data.erase(ALICE)
    assert (await store.usage(1, ALICE)).left == 40
    with pytest.raises(NotEnoughCredits):
        await store.accept(order(credits=41))
    await store.accept(order(credits=40))
    clock.now = TOMORROW - timedelta(seconds=1)
    await retention.forget_ended()
    assert (await store.usage(1, ALICE)).left == 0
    clock.now = TOMORROW
    await retention.forget_ended()
    assert (await store.usage(1, ALICE)).left == 100
    assert await store.inconsistencies() == []


async def test_a_reset_forgives_what_was_carried_over(
    data: MemberData, store: Store, quotas: Quotas, order: Callable[..., NewJob]
) -> None:
    await delivered(store, order(credits=60))
    await data.erase(ALICE)
    await quotas.reset(1, ALICE, actor_id=MODERATOR)
    assert (await store.usage(1, ALICE)).left == 100
    assert await store.inconsistencies() == []


@pytest.mark.parametrize(("own", "stays"), [(20, True), (Word.FORBIDDEN, True), (100, False), (Word.UNLIMITED, False)])
async def test_an_own_allowance_stays_where_it_restricts(
    database: Database, data: MemberData, store: Store, quotas: Quotas, own: Any, stays: bool
) -> None:
    await quotas.set_allowance(1, Holder.MEMBER, ALICE, own, actor_id=MODERATOR)
    assert (await data.extent(ALICE)).ruled == stays
    await data.erase(ALICE)
    assert (await store.usage(1, ALICE)).allowance.limit == (own if stays else 100)
    assert await known_in(database) == ({"allowances"} if stays else set())


async def test_a_block_outlives_the_erasing_and_goes_when_it_ends(
    database: Database, data: MemberData, quotas: Quotas, retention: Retention, clock: ManualClock
) -> None:
    await quotas.block(1, ALICE, actor_id=MODERATOR, until=START + timedelta(days=3), reason="she shouted")
    await quotas.block(2, ALICE, actor_id=MODERATOR, until=START + timedelta(seconds=1), reason="she shouted")
    clock.advance(timedelta(days=1))
    assert (await data.extent(ALICE)).ruled == 1
    await data.erase(ALICE)
    assert await known_in(database) == {"blocks"}
    assert [one.member_id for one in (await quotas.overview(1)).blocks] == [ALICE]
    clock.advance(timedelta(days=2))
    await retention.forget_ended()
    assert await known_in(database) == set()


async def test_what_moderators_wrote_about_the_member_goes(
    database: Database, data: MemberData, quotas: Quotas, lived: dict[str, Job]
) -> None:
    await data.erase(ALICE)
    for table in metadata.sorted_tables:
        async with database.read() as connection:
            rows = [str(row) for row in await connection.execute(select(table))]
        assert not [row for row in rows if re.search("shouted|best cat|a friend|my cat|'mine'", row)], table.name
    async with database.read() as connection:
        (block,) = (await connection.execute(select(blocks))).all()
    assert (block.member_id, block.reason) == (BOB, "spam")
    assert block.actor_id < 0


async def test_only_the_newest_cards_are_redrawn_one_after_the_other(
    store: Store, data: MemberData, clock: ManualClock, order: Callable[..., NewJob], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.erasing.CARDS_REDRAWN", 2)
    ids = []
    for number in range(4):
        clock.advance(timedelta(seconds=1))
        job = await delivered(store, order(credits=1), message_id=number)
        (card,) = await store.claim_cards(limit=5)
        if number != 3:
            card = await store.card_posted(card, number)
        await store.give_back(await store.card_shown(card, card.job.revision))
        ids.append(job.id)
    await data.erase(ALICE)
    redrawn = [claim.job.id for claim in await store.claim_cards(limit=5)]
    clock.advance(timedelta(seconds=5))
    redrawn += [claim.job.id for claim in await store.claim_cards(limit=5)]
    clock.advance(timedelta(hours=1))
    assert redrawn == [ids[2], ids[1]]


async def test_the_extent_says_what_would_happen(
    data: MemberData, store: Store, lived: dict[str, Job], order: Callable[..., NewJob]
) -> None:
    await store.become_uncertain(await submitting(store, order(provider="ezmodel", credits=1)), detail="no answer")
    extent = await data.extent(ALICE)
    assert (extent.servers, extent.videos, extent.pictures) == (2, 5, 5)
    assert (extent.queued, extent.being_made) == (1, 2)
    assert (extent.granted, extent.ruled, extent.counted_until) == (55, 0, TOMORROW)
    assert (await data.extent(ALICE + 1)) == mydata.Extent(0, 0, 0, 0, 0, 0, 0, None)


async def test_all_that_is_stored_is_handed_out_without_secrets_and_others(
    database: Database, data: MemberData, lived: dict[str, Job]
) -> None:
    stored = await data.stored(ALICE)
    assert {name for name, rows in stored.tables.items() if rows} == await known_in(database) - {"bot_state"}
    assert {row["id"] for row in stored.tables["jobs"]} == {job.id for name, job in lived.items() if name != "bobs"}
    text = str(stored.tables) + str(stored.entries)
    assert "my cat" in text
    assert str(BOB) not in text
    assert not re.search(rf"\b{MODERATOR}\b", text)
    assert "token" not in text
    assert {entry.member_id for entry in stored.entries} == {ALICE}
    assert {one.job_id for one in stored.pictures} == {row["id"] for row in stored.tables["jobs"]}
    assert await data.picture(stored.pictures[0]) == b"\xff\xd8picture"
    assert stored.pictures[0].size == len(b"\xff\xd8picture")
    await data.erase(ALICE)
    assert await data.picture(stored.pictures[0]) is None


async def test_nothing_is_stored_about_a_stranger(data: MemberData) -> None:
    stored = await data.stored(ALICE)
    assert not any(stored.tables.values())
    assert await data.erase(ALICE) == []


async def test_an_erasure_that_breaks_off_has_erased_nothing(
    database: Database, store: Store, clock: ManualClock, lived: dict[str, Job]
) -> None:
    def breaks() -> int:
        raise OSError("killed")

    before = await known_in(database)
    with pytest.raises(Exception, match="killed"):
        await MemberData(database, clock=clock, new_alias=breaks).erase(ALICE)
    assert await known_in(database) == before
    job = await store.job(lived["queued"].id)
    assert job is not None
    assert job.state is JobState.QUEUED


async def test_orders_and_grants_go_on_beside_it(
    database_url: str,
    open_database: Callable[..., Awaitable[Database]],
    data: MemberData,
    make_store: Callable[..., Store],
    clock: ManualClock,
    order: Callable[..., NewJob],
) -> None:
    other = await open_database(database_url)
    store, quotas = make_store("two", on=other), Quotas(other, clock=clock, default_allowance=100)
    await store.accept(order(credits=10))

    async def orders() -> None:
        for _ in range(5):
            await store.accept(order(credits=10, pictures=(Picture("image", b"x", "image/jpeg", 1, 1),)))

    async def grants() -> None:
        for _ in range(5):
            await quotas.grant(1, ALICE, 10, actor_id=MODERATOR, reason="again")

    async def erases() -> None:
        for _ in range(3):
            await data.erase(ALICE)

    await asyncio.gather(orders(), grants(), erases())
    assert await store.inconsistencies() == []
    await data.erase(ALICE)
    assert await store.inconsistencies() == []
    assert await known_in(other) <= {"ledger", "balances"}

"""Of each member one thread in a channel, whichever job's card carries it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest

from storage.database import Database
from storage.errors import LeaseLost
from storage.records import Claim, Job, NewJob
from storage.store import LEASE, Store
from storage.threads import PATIENCE
from tests.conftest import ManualClock
from tests.storage.conftest import ALICE, BOB

CHANNEL, THREAD = 11, 4000


@pytest.fixture
def order(new_job: Callable[..., NewJob]) -> Callable[..., NewJob]:
    return partial(new_job, credits=1, member_id=ALICE, channel_id=CHANNEL, seeks_thread=True)


async def ordered(store: Store, new: NewJob) -> Claim:
    """The job, held to post its card."""
    await store.accept(new)
    (claim,) = await store.claim_cards(limit=1)
    return claim


async def sought(store: Store, claim: Claim) -> Job:
    found = await store.seek_thread(claim)
    assert found is not None
    return found.job


async def with_thread(store: Store, new: NewJob) -> Claim:
    """A job whose card carries its member's thread."""
    claim = await ordered(store, new)
    assert await store.seek_thread(claim)
    return await store.thread_opened(claim, THREAD)


async def test_the_first_card_carries_the_thread_and_later_ones_go_into_it(store: Store, order):
    first, second = await ordered(store, order()), await ordered(store, order())
    carrier = await sought(store, first)
    assert (carrier.channel_id, carrier.in_thread, carrier.seeks_thread) == (CHANNEL, True, False)
    assert await store.carries_members_thread(carrier.id)
    assert await store.seek_thread(second) is None
    await store.thread_opened(first, THREAD)
    later = await sought(store, second)
    assert (later.channel_id, later.parent_id) == (THREAD, CHANNEL)
    assert (later.in_thread, later.seeks_thread, later.thread_id) == (False, False, None)
    assert not await store.carries_members_thread(later.id)


async def test_a_process_that_dies_before_it_opens_the_thread_finds_its_card_still_to_carry_it(
    store: Store, make_store, order, clock: ManualClock
):
    dead = await ordered(store, order())
    await sought(store, dead)
    clock.advance(LEASE + timedelta(seconds=1))
    (again,) = await make_store("two").claim_cards(limit=1)
    assert (again.job.in_thread, again.job.seeks_thread) == (True, False)
    assert await sought(store, again) == again.job
    assert await store.carries_members_thread(again.job.id)
    with pytest.raises(LeaseLost):
        await store.thread_opened(dead, THREAD)
    assert (await make_store("two").thread_opened(again, THREAD)).job.thread_id == THREAD


async def test_members_and_channels_and_servers_have_threads_of_their_own(store: Store, order):
    await with_thread(store, order())
    for other in ({"member_id": BOB}, {"channel_id": CHANNEL + 1}, {"server_id": 2}):
        job = await sought(store, await ordered(store, order(**other)))
        assert (job.channel_id, job.in_thread) == (other.get("channel_id", CHANNEL), True)


async def test_nobody_waits_for_long_for_a_card_that_does_not_appear(store: Store, order, clock: ManualClock):
    first, second, third = [await ordered(store, order()) for _ in range(3)]
    await sought(store, first)
    await store.postpone_card(first, clock.now + 2 * PATIENCE)
    clock.advance(PATIENCE - timedelta(seconds=1))
    assert await store.seek_thread(second) is None
    clock.advance(timedelta(seconds=1))
    assert (await sought(store, second)).in_thread
    assert await store.seek_thread(third) is None
    await store.thread_opened(first, THREAD + 1)  # its own now, and nobody else's
    assert await store.seek_thread(third) is None
    await store.thread_opened(second, THREAD)
    assert (await sought(store, third)).channel_id == THREAD


async def test_after_an_outage_the_card_that_is_about_to_appear_is_waited_for(store: Store, order, clock: ManualClock):
    first, second = await ordered(store, order()), await ordered(store, order())
    await sought(store, first)
    clock.advance(timedelta(hours=1))
    assert await store.seek_thread(second) is None
    await store.thread_opened(first, THREAD)
    assert (await sought(store, second)).channel_id == THREAD


async def test_a_card_that_cannot_be_posted_is_not_waited_for(store: Store, order):
    first, second = await ordered(store, order()), await ordered(store, order())
    await sought(store, first)
    await store.card_shown(first, first.job.revision)
    assert (await sought(store, second)).in_thread


async def test_where_no_thread_can_be_opened_the_next_card_tries(store: Store, order):
    first, second = await ordered(store, order()), await ordered(store, order())
    await sought(store, first)
    refused = await store.thread_refused(first)
    assert (refused.job.channel_id, refused.job.in_thread) == (CHANNEL, False)
    assert (await sought(store, second)).in_thread


async def test_a_deleted_thread_is_opened_anew_once(store: Store, order):
    await with_thread(store, order())
    two, three = [await ordered(store, order()) for _ in range(2)]
    for claim in (two, three):
        await sought(store, claim)
    left = [(await store.leave_thread(claim, deleted=True)).job for claim in (two, three)]
    assert {(job.channel_id, job.parent_id, job.in_thread) for job in left} == {(CHANNEL, None, True)}
    assert [job.seeks_thread for job in left] == [False, True]
    assert await store.carries_members_thread(two.job.id)
    assert await store.seek_thread(three) is None
    await store.thread_opened(two, THREAD + 1)
    assert (await sought(store, three)).channel_id == THREAD + 1


async def test_a_locked_thread_is_passed_by_and_used_again_later(store: Store, order):
    await with_thread(store, order())
    locked, later = await ordered(store, order()), await ordered(store, order())
    await sought(store, locked)
    passed = (await store.leave_thread(locked, deleted=False)).job
    assert (passed.channel_id, passed.parent_id, passed.in_thread, passed.seeks_thread) == (CHANNEL, None, False, False)
    assert (await sought(store, later)).channel_id == THREAD


async def test_who_ordered_inside_a_thread_that_is_gone_gets_no_other_thread(store: Store, order):
    inside = order(channel_id=77, parent_id=CHANNEL, in_thread=False, seeks_thread=False)
    claim = await ordered(store, inside)
    left = await store.leave_thread(claim, deleted=True)
    assert (left.job.channel_id, left.job.in_thread, left.job.seeks_thread) == (CHANNEL, False, False)
    assert await store.leave_thread(left, deleted=True) == left


async def test_of_many_processes_at_once_one_opens_the_thread(
    database_url: str,
    open_database: Callable[..., Awaitable[Database]],
    make_store: Callable[..., Store],
    order: Callable[..., NewJob],
):
    stores = [make_store(f"p{number}", on=await open_database(database_url)) for number in range(4)]
    claims = [await ordered(store, order()) for store in stores for _ in range(2)]
    owners = [store for store in stores for _ in range(2)]
    found = await asyncio.gather(*(store.seek_thread(one) for store, one in zip(owners, claims, strict=True)))
    (carrier,) = [one for one in found if one is not None]
    await owners[0].thread_opened(carrier, THREAD)
    rest = [one for one in claims if one.job.id != carrier.job.id]
    joined = await asyncio.gather(*(owners[0].seek_thread(one) for one in rest))
    assert [one and one.job.channel_id for one in joined] == [THREAD] * 7

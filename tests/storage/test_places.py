"""The places in the queue that cards show: the true ones, and each card is edited for its place only now and then."""

from collections.abc import Callable
from datetime import timedelta

from storage.queue import BETWEEN_EDITS, EDITED_FREELY
from storage.records import NewJob
from storage.store import LEASE, Store
from tests.samples import ManualClock


async def ordered(store: Store, new_job: Callable[..., NewJob], number: int) -> list[str]:
    """Queued jobs whose cards show them as they are."""
    ids = [(await store.accept(new_job(credits=1))).job.id for _ in range(number)]
    await draw(store)
    return ids


async def draw(store: Store) -> int:
    """Show all cards that are due; how many that were."""
    claims = await store.claim_cards(limit=100)
    for claim in claims:
        posted = await store.card_posted(claim, 1000)
        await store.give_back(await store.card_shown(posted, posted.job.revision))
    return len(claims)


async def places(store: Store, ids: list[str]) -> list[int | None]:
    found = [await store.job(job_id) for job_id in ids]
    return [job.place for job in found if job]


async def leave(store: Store) -> None:
    """The first of the queue is handed over."""
    (claim,) = await store.claim_to_submit("kling", max_running=100, limit=1)
    await store.submitted((await store.begin_submit(claim)).job, claim.job.id, look_at=claim.job.due_at)


async def test_a_job_is_accepted_with_its_place(store: Store, new_job):
    assert await places(store, await ordered(store, new_job, 3)) == [1, 2, 3]


async def test_cards_follow_the_queue_but_not_too_often(store: Store, new_job, clock: ManualClock):
    first, *others = await ordered(store, new_job, 4)
    await leave(store)
    assert await store.show_places(limit=10) == 0
    await draw(store)
    clock.advance(BETWEEN_EDITS)
    assert await store.show_places(limit=10) == 3
    assert await places(store, [first, *others]) == [1, 1, 2, 3]
    assert await draw(store) == 3
    await leave(store)
    clock.advance(BETWEEN_EDITS - timedelta(seconds=1))
    assert await store.show_places(limit=10) == 0
    clock.advance(timedelta(seconds=1))
    assert await store.show_places(limit=10) == 2
    assert await places(store, others) == [1, 1, 2]


async def test_where_nothing_changes_no_card_is_edited(store: Store, new_job, clock: ManualClock):
    await ordered(store, new_job, 2)
    clock.advance(BETWEEN_EDITS)
    assert await store.show_places(limit=10) == 0
    assert await draw(store) == 0


async def test_those_whose_place_has_changed_most_come_first(store: Store, new_job, clock: ManualClock):
    _, *others = await ordered(store, new_job, 4)
    await leave(store)
    clock.advance(BETWEEN_EDITS)
    assert await store.show_places(limit=1) == 1
    assert await places(store, others) == [1, 3, 4]
    assert await store.show_places(limit=1) == 1
    assert await places(store, others) == [1, 2, 4]


async def test_what_is_being_handed_over_counts_and_is_not_touched(store: Store, new_job, clock: ManualClock):
    first, second = await ordered(store, new_job, 2)
    clock.advance(BETWEEN_EDITS)
    (claim,) = await store.claim_to_submit("kling", max_running=100, limit=1)
    await store.begin_submit(claim)
    await draw(store)
    clock.advance(BETWEEN_EDITS)
    assert await store.show_places(limit=10) == 0
    assert await places(store, [first, second]) == [1, 2]


async def test_old_cards_and_cards_that_wait_to_be_drawn_are_left_alone(store: Store, new_job, clock: ManualClock):
    _, second = await ordered(store, new_job, 2)
    waiting = (await store.accept(new_job(credits=1))).job.id
    await leave(store)
    await draw(store)
    clock.advance(LEASE + BETWEEN_EDITS)
    unseen = (await store.accept(new_job(credits=1))).job.id
    assert await store.show_places(limit=10) == 2
    assert await places(store, [second, waiting, unseen]) == [1, 2, 3]
    await draw(store)
    await leave(store)
    await draw(store)
    clock.advance(EDITED_FREELY)
    assert await store.show_places(limit=10) == 0

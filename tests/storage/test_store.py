"""Accepting a job: all of it or nothing, and never more than every limit allows."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from storage.errors import AlreadyAccepted, NotEnoughCredits, Shortage
from storage.limits import Word, rank
from storage.records import Duty, NewJob, Picture
from storage.states import JobState
from storage.store import Store
from storage.tables import servers
from storage.windows import Period
from tests.conftest import START
from tests.storage.conftest import running

NEXT_DAY = datetime(2026, 3, 12, tzinfo=UTC)
NEXT_MONTH = datetime(2026, 4, 1, tzinfo=UTC)


async def accepted(store: Store, jobs: Sequence[NewJob]) -> int:
    """How many of these jobs are accepted when all are asked for at once; the others lack credits."""
    outcomes = await asyncio.gather(*(store.accept(job) for job in jobs), return_exceptions=True)
    refused = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert all(isinstance(outcome, NotEnoughCredits) for outcome in refused), refused
    return len(outcomes) - len(refused)


async def test_an_accepted_job_is_kept_as_it_was_asked_for(store, new_job, row_counts):
    pictures = (Picture("image", b"\x00\xffa", "image/png", 300, 400), Picture("end_image", b"b", "image/jpeg", 5, 6))
    new = new_job(
        request={"prompt": "Blätter im Wind 🍂", "camera": {"pan": -2.5}, "voices": None},
        pictures=pictures,
        interaction_id=2**63 - 1,
        channel_id=2**62,
        in_thread=False,
    )
    acceptance = await store.accept(new)
    job = await store.job(new.id)
    assert job == acceptance.job
    for field in set(vars(new)) - {"pictures"}:
        assert getattr(job, field) == getattr(new, field), field
    assert job.state is JobState.QUEUED
    assert job.created_at == job.changed_at == job.due_at == job.card_due_at == START
    assert (job.attempts, job.revision, job.shown_revision) == (0, 1, 0)
    assert sorted(await store.pictures(new.id), key=lambda one: one.kind, reverse=True) == list(pictures)
    assert await store.pictures(new.id, ["end_image"]) == [pictures[1]]
    assert await row_counts() == {"servers": 1, "jobs": 1, "pictures": 2, "balances": 3, "ledger": 3}


async def test_an_acceptance_tells_the_members_credits(store, new_job):
    acceptance = await store.accept(new_job(credits=30))
    usage = acceptance.usage
    assert (usage.allowance.limit, usage.held, usage.spent, usage.left) == (100, 30, 0, 70)
    assert (usage.window_start, usage.renews_at) == (datetime(2026, 3, 11, tzinfo=UTC), NEXT_DAY)
    assert await store.usage(1, 101) == usage
    assert (await store.usage(1, 102)).left == 100
    assert (await store.usage(2, 101)).left == 100


async def test_the_place_in_the_queue(store, new_job, clock):
    """Jobs of the same provider that came before and are not yet with it."""
    places = [(await store.accept(new_job(credits=1))).place for _ in range(3)]
    assert places == [1, 2, 3]
    assert (await store.accept(new_job(credits=1, provider="other"))).place == 1
    (first,) = await store.claim_to_submit("kling", max_running=1, limit=9)
    last = await store.job("job00003")
    assert await store.place(last) == 3
    claim = await store.begin_submit(first)
    assert await store.place(last) == 3
    await store.submitted(claim.job, "task", look_at=clock())
    assert await store.place(last) == 2


@pytest.mark.parametrize("same", ["interaction", "job"])
async def test_one_interaction_gets_one_job(store, new_job, row_counts, same):
    new = new_job()
    await store.accept(new)
    before = await row_counts()
    again = new_job(interaction_id=new.interaction_id) if same == "interaction" else new_job(id=new.id)
    with pytest.raises(AlreadyAccepted):
        await store.accept(again)
    assert await row_counts() == before
    assert (await store.usage(1, 101)).held == new.credits


async def test_one_interaction_gets_one_job_also_in_parallel(store, new_job, row_counts):
    jobs = [new_job(interaction_id=7) for _ in range(10)]
    outcomes = await asyncio.gather(*(store.accept(job) for job in jobs), return_exceptions=True)
    assert sum(isinstance(outcome, AlreadyAccepted) for outcome in outcomes) == 9
    assert await row_counts() == {"servers": 1, "jobs": 1, "pictures": 1, "balances": 3, "ledger": 3}


async def test_the_first_refusal_in_a_new_server_writes_nothing_at_all(make_store, new_job, row_counts):
    for store in (make_store(allowance=9), make_store(budget=9)):
        with pytest.raises(NotEnoughCredits):
            await store.accept(new_job(credits=10))
        assert await row_counts() == {}


async def test_a_refusal_says_which_limit_and_what_is_left(make_store, new_job, row_counts):
    store = make_store(allowance=25, budget=40)
    await store.accept(new_job(credits=20))
    before = await row_counts()
    with pytest.raises(NotEnoughCredits) as refused:
        await store.accept(new_job(credits=10))
    assert refused.value.shortages == (Shortage("member", 10, 5, NEXT_DAY),)
    with pytest.raises(NotEnoughCredits) as refused:
        await store.accept(new_job(credits=21, member_id=102))
    assert refused.value.shortages == (Shortage("operator", 21, 20, NEXT_MONTH),)
    assert await row_counts() == before
    assert await store.inconsistencies() == []


async def test_what_fits_exactly_is_accepted(make_store, new_job):
    store = make_store(allowance=25, budget=25)
    assert (await store.accept(new_job(credits=25))).usage.left == 0
    with pytest.raises(NotEnoughCredits):
        await store.accept(new_job(credits=1))


async def test_an_allowance_of_nothing_allows_nothing(make_store, new_job):
    with pytest.raises(NotEnoughCredits) as refused:
        await make_store(allowance=0).accept(new_job(credits=1))
    assert refused.value.shortages == (Shortage("member", 1, 0, None),)


async def test_a_lowered_allowance_never_shows_less_than_nothing(store, new_job, database):
    await store.accept(new_job(credits=80))
    async with database.write() as connection:
        await connection.execute(update(servers).values(allowance=50))
    assert (await store.usage(1, 101)).left == 0
    with pytest.raises(NotEnoughCredits) as refused:
        await store.accept(new_job(credits=1))
    assert refused.value.shortages == (Shortage("member", 1, 0, NEXT_DAY),)


async def test_a_new_window_allows_as_much_again(make_store, new_job, clock):
    store = make_store(allowance=10)
    await store.accept(new_job())
    clock.now = NEXT_DAY - timedelta(microseconds=1)
    with pytest.raises(NotEnoughCredits):
        await store.accept(new_job())
    clock.now = NEXT_DAY
    assert (await store.accept(new_job())).usage.left == 0


async def test_the_operators_window_is_the_month_in_utc(make_store, new_job, clock):
    store = make_store(allowance=10, budget=10)
    await store.accept(new_job())
    clock.now = NEXT_MONTH - timedelta(microseconds=1)
    with pytest.raises(NotEnoughCredits, match="operator"):
        await store.accept(new_job())
    clock.now = NEXT_MONTH
    await store.accept(new_job())


async def test_windows_are_those_of_the_servers_time_zone(make_store, new_job, quotas, clock):
    store = make_store(allowance=20)
    await store.accept(new_job())
    await quotas.change_server(
        1, lambda server: replace(server, period=Period.WEEK, time_zone="Asia/Kolkata"), actor_id=1
    )
    clock.now = datetime(2026, 3, 15, 18, 29, 59, tzinfo=UTC)  # Sunday, one second before midnight in India
    usage = (await store.accept(new_job())).usage
    assert (usage.window_start, usage.renews_at) == (
        datetime(2026, 3, 8, 18, 30, tzinfo=UTC),
        datetime(2026, 3, 15, 18, 30, tzinfo=UTC),
    )
    assert usage.left == 0
    clock.advance(timedelta(seconds=1))
    usage = (await store.accept(new_job())).usage
    assert (usage.window_start, usage.left) == (datetime(2026, 3, 15, 18, 30, tzinfo=UTC), 10)


@pytest.mark.parametrize(
    ("number", "allowance", "pool", "budget", "fit"),
    [
        (50, 70, Word.UNLIMITED, 10_000, 14),
        (50, 10_000, 10_000, 95, 9),
        (50, 33, 1_000, 47, 4),
        (50, Word.UNLIMITED, 57, 1_000, 5),
        (200, 30, 63, 59, 5),
    ],
)
async def test_f1_parallel_requests_never_overspend(make_store, new_job, quotas, number, allowance, pool, budget, fit):
    """F1 of facts/competitors.md section 6. All at once, of two members: what fits is accepted, to the last credit.

    A pool of connections is busy with few of them; that the others wait long does not depend on the limits.
    """
    await quotas.change_server(1, lambda server: replace(server, allowance=allowance, pool=pool), actor_id=1)
    store = make_store(budget=budget)
    jobs = [new_job(credits=10, member_id=each % 2) for each in range(number)]
    assert await accepted(store, jobs) == fit
    used = [(await store.usage(1, member)).held for member in (0, 1)]
    assert sum(used) == (await quotas.overview(1)).pool_used == fit * 10
    assert max(used) <= rank(allowance)
    assert await store.inconsistencies() == []


async def test_f1_allowance_and_grants_are_used_to_the_last_credit_and_no_further(store, new_job, quotas):
    await quotas.change_server(1, lambda server: replace(server, allowance=25), actor_id=1)
    for credits in (7, 5):
        await quotas.grant(1, 101, credits, actor_id=1)
    assert await accepted(store, [new_job(credits=3) for _ in range(60)]) == 12
    usage = await store.usage(1, 101)
    assert (usage.left, usage.held) == (1, 36)
    assert await accepted(store, [new_job(credits=1) for _ in range(10)]) == 1
    assert await store.inconsistencies() == []


async def test_f1_requests_of_unequal_price_fill_the_allowance(make_store, new_job):
    store = make_store(allowance=100)
    assert await accepted(store, [new_job(credits=7) for _ in range(50)]) == 14
    assert await accepted(store, [new_job(credits=1) for _ in range(50)]) == 2


@pytest.mark.parametrize(
    ("allowance", "pool", "budget", "fit"), [(60, 10_000, 95, 9), (60, 70, 95, 7), (20, 10_000, 95, 4)]
)
async def test_f1_two_processes_never_overspend(database_url, store, quotas, start_child, allowance, pool, budget, fit):
    await quotas.change_server(1, lambda server: replace(server, allowance=allowance, pool=pool), actor_id=1)
    children = [await start_child("accepts", database_url, first, 40, budget) for first in (0, 1_000)]
    for child in children:
        await child.tell()
    numbers = await asyncio.gather(*(child.hear() for child in children))
    assert sum(numbers) == fit
    used = [(await store.usage(1, member)).held for member in (0, 1)]
    assert sum(used) == fit * 10
    assert max(used) <= allowance
    assert await store.inconsistencies() == []


async def test_an_accepted_job_survives_kill_9(database_url, start_child, store):
    child = await start_child("accepts_one", database_url)
    await child.tell()
    assert await child.hear() == "accepted"
    await child.kill()
    (claim,) = await store.claim_to_submit("kling", max_running=1, limit=1)
    assert claim.job.state is JobState.QUEUED
    assert len(await store.pictures(claim.job.id)) == 1
    assert (await store.usage(1, 101)).held == claim.job.credits


async def test_kill_9_before_the_commit_leaves_nothing(database_url, start_child, store, row_counts, new_job):
    child = await start_child("pauses_before_commit", database_url)
    await child.tell()
    assert await child.hear() == "written"
    await child.kill()
    assert await row_counts() == {}
    assert (await store.accept(new_job())).place == 1


async def test_the_members_jobs_newest_first(store, new_job, clock):
    for _ in range(3):
        await store.accept(new_job(credits=1))
        clock.advance(timedelta(minutes=1))
    await store.accept(new_job(credits=1, member_id=102))
    assert [job.id for job in await store.jobs_of(1, 101, limit=2)] == ["job00003", "job00002"]
    assert await store.jobs_of(2, 101, limit=2) == []


async def test_counts_by_provider_and_state(store, new_job):
    await running(store, new_job())
    await store.accept(new_job())
    await store.accept(new_job(provider="other"))
    assert await store.counts() == {("kling", "running"): 1, ("kling", "queued"): 1, ("other", "queued"): 1}


async def test_words_are_remembered(make_store):
    store = make_store()
    assert await store.recall("commands") is None
    await store.remember("commands", "a")
    await store.remember("commands", "b")
    assert await make_store("another").recall("commands") == "b"


async def test_of_many_who_claim_at_once_one_does(store, make_store) -> None:
    stores = [store, *(make_store(f"store {number}") for number in range(4))]
    did = await asyncio.gather(*(one.claim_word("greeted 1", timedelta(minutes=1)) for one in stores))
    assert sorted(did) == [False] * 4 + [True]


async def test_a_claim_ends_and_what_is_remembered_does_not_until_it_is_forgotten(store, clock) -> None:
    minute = timedelta(minutes=1)
    assert await store.claim_word("greeted 1", minute)
    clock.advance(minute + timedelta(seconds=1))
    assert await store.claim_word("greeted 1", minute)
    await store.remember("greeted 1", "done")
    clock.advance(2 * minute)
    assert not await store.claim_word("greeted 1", minute)
    await store.forget("greeted 1")
    assert await store.claim_word("greeted 1", minute)


async def test_when_the_next_job_wants_attention(store, new_job, clock):
    assert await store.next_due(Duty.WATCH, after=START) is None
    job = await running(store, new_job())
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    assert await store.next_due(Duty.WATCH, after=START) is None
    later, latest = START + timedelta(seconds=30), START + timedelta(seconds=90)
    await store.postpone(claim, latest)
    (card,) = await store.claim_cards(limit=1)
    await store.postpone_card(card, later)
    assert await store.next_due(Duty.WATCH, after=START) == latest
    assert await store.next_due(Duty.CARD, after=START) == later
    assert await store.next_due(Duty.CARD, after=later) is None
    assert await store.next_due(Duty.DELIVER, after=START) is None
    assert await store.claim(Duty.WATCH, limit=1) == []
    await store.look_now(job.id)
    await store.give_back(claim)
    assert len(await store.claim(Duty.WATCH, limit=1)) == 1

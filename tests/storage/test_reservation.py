"""What stands against an order besides its price, and what does not."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from storage import reservation
from storage.errors import (
    Blocked,
    CoolingDown,
    NotEnoughCredits,
    NotPermitted,
    QuotaError,
    Rule,
    Shortage,
    TooManyRunning,
)
from storage.limits import Word
from storage.quota_records import Origin
from storage.quotas import Quotas
from storage.records import Duty
from storage.states import JobState
from storage.store import Store
from storage.windows import Period
from tests.conftest import START
from tests.storage.conftest import ALICE, BOB, MODERATOR, OTHER_ROLE, ROLE, as_role, submitting


async def test_unlimited_is_bounded_by_pool_and_budget_alone(make_store, settings, new_job):
    await settings(allowance=Word.UNLIMITED, pool=500)
    store = make_store(budget=700)
    assert (await store.accept(new_job(credits=400))).usage.left is Word.UNLIMITED
    with pytest.raises(NotEnoughCredits) as refused:
        await store.accept(new_job(credits=301))
    assert [(one.scope, one.missing) for one in refused.value.shortages] == [("server", 201), ("operator", 1)]


async def test_usage_tells_what_is_left_of_the_pool(store, settings, new_job):
    assert (await store.usage(1, ALICE)).pool_left is Word.UNLIMITED
    await settings(pool=50)
    after = (await store.accept(new_job(credits=20, member_id=BOB))).usage
    assert (await store.usage(1, ALICE)).pool_left == after.pool_left == 30
    await settings(pool=10)
    assert (await store.usage(1, ALICE)).pool_left == 0


async def test_a_refusal_names_all_limits_in_the_way_and_when_each_will_do(make_store, settings, new_job):
    await settings(allowance=40, pool=30, period=Period.WEEK)
    store = make_store(budget=35)
    await store.accept(new_job(credits=20))
    with pytest.raises(NotEnoughCredits) as refused:
        await store.accept(new_job(credits=35))
    assert refused.value.shortages == (
        Shortage("member", 35, 20, datetime(2026, 3, 16, tzinfo=UTC)),
        Shortage("server", 35, 10, None),
        Shortage("operator", 35, 15, datetime(2026, 4, 1, tzinfo=UTC)),
    )


async def test_a_lower_limit_takes_effect_at_once_and_fails_no_job(store, settings, new_job):
    claim = await submitting(store, new_job(credits=60))
    await settings(allowance=10, pool=10, most_credits=5, member_running=0, channels=frozenset({5}))
    assert (await store.usage(1, ALICE)).left == 0
    task = await store.submitted(claim.job, "task-1", look_at=START)
    assert task.state is JobState.RUNNING
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    claim = await store.video_ready(claim, "https://video.example/1.mp4")
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    await store.delivered(claim, 77, channel_id=70)
    assert (await store.usage(1, ALICE)).spent == 60
    assert await store.inconsistencies() == []


@pytest.mark.parametrize("whose", ["member", "server"])
async def test_so_many_videos_at_once_and_no_more(store, settings, new_job, whose):
    await settings(**{f"{whose}_running": 2})
    orders = [new_job(credits=1, member_id=ALICE if whose == "member" else 100 + number) for number in range(20)]
    outcomes = await asyncio.gather(*(store.accept(order) for order in orders), return_exceptions=True)
    refused = [outcome for outcome in outcomes if isinstance(outcome, TooManyRunning)]
    assert [(one.whose, one.most) for one in refused] == [(whose, 2)] * 18
    assert refused[0].next_at == START + timedelta(seconds=120)
    claim, _ = await store.claim_to_submit("kling", max_running=5, limit=2)
    await store.fail(await store.begin_submit(claim), "The provider refused.")
    await store.accept(new_job(credits=1, member_id=ALICE))


async def test_an_uncertain_video_blocks_nobodys_place(store, settings, new_job):
    await settings(member_running=1)
    await store.become_uncertain(await submitting(store, new_job()), detail="no answer")
    await store.accept(new_job())


async def test_without_a_cooldown_a_process_whose_clock_is_behind_takes_orders(store, new_job, clock):
    await store.accept(new_job())
    clock.advance(-timedelta(seconds=1))
    await store.accept(new_job())


async def test_the_cooldown_runs_from_the_last_order_that_was_not_given_back(store, settings, new_job, clock):
    await settings(cooldown=60)
    await store.fail(await submitting(store, new_job()), "The provider refused.")
    await store.accept(new_job())
    clock.advance(timedelta(seconds=59))
    with pytest.raises(CoolingDown) as refused:
        await store.accept(new_job())
    assert refused.value.until == START + timedelta(seconds=60)
    await store.accept(new_job(member_id=BOB))
    clock.advance(timedelta(seconds=1))
    await store.accept(new_job())


@pytest.mark.parametrize(
    ("fields", "origin", "change", "rule", "allowed"),
    [
        ({"roles": {ROLE}}, as_role(OTHER_ROLE), {}, Rule.ROLE, (ROLE,)),
        ({"channels": {5, 6}}, Origin(place_ids=frozenset({11, 12})), {}, Rule.CHANNEL, (5, 6)),
        ({"models": {"kling-v3"}}, Origin(), {}, Rule.MODEL, ("kling-v3",)),
        ({"providers": {"aimlapi"}}, Origin(), {"provider": "kling-new"}, Rule.PROVIDER, ("aimlapi",)),
        ({"most_credits": 9}, Origin(), {}, Rule.PRICE, ("9",)),
    ],
)
async def test_what_the_settings_do_not_allow(
    store, settings, new_job, row_counts, fields, origin, change, rule, allowed
):
    await settings(**{name: frozenset(value) if isinstance(value, set) else value for name, value in fields.items()})
    before = await row_counts()
    with pytest.raises(NotPermitted) as refused:
        await store.accept(new_job(**change), origin)
    assert (refused.value.rule, refused.value.allowed) == (rule, allowed)
    assert await row_counts() == before


@pytest.mark.parametrize(
    ("fields", "origin", "change"),
    [
        ({"roles": {ROLE, OTHER_ROLE}}, as_role(OTHER_ROLE), {}),
        ({"channels": {12}}, Origin(place_ids=frozenset({11, 12})), {}),
        ({"channels": {11}}, Origin(), {}),
        ({"models": {"kling-v2-1"}}, Origin(), {}),
        ({"providers": {"kling"}}, Origin(), {"provider": "kling-new"}),
        ({"most_credits": 10}, Origin(), {}),
    ],
)
async def test_what_the_settings_allow(store, settings, new_job, fields, origin, change):
    await settings(**{name: frozenset(value) if isinstance(value, set) else value for name, value in fields.items()})
    await store.accept(new_job(**change), origin)


async def test_a_block_says_why_and_ends(store, quotas, new_job, clock):
    end = START + timedelta(hours=2)
    change = await quotas.block(1, ALICE, actor_id=MODERATOR, until=end, reason="spam")
    assert (change.before, change.after) == (
        {"blocked": False, "block_reason": "", "until": None},
        {"blocked": True, "block_reason": "spam", "until": end.isoformat()},
    )
    with pytest.raises(Blocked) as refused:
        await store.accept(new_job())
    assert (refused.value.reason, refused.value.until) == ("spam", end)
    assert (await store.usage(1, ALICE)).block.actor_id == MODERATOR
    await store.accept(new_job(server_id=2))
    clock.now = end
    await store.accept(new_job())
    assert (await quotas.overview(1)).blocks == ()


async def test_unblocked_is_unblocked(store, quotas, new_job):
    await quotas.block(1, ALICE, actor_id=MODERATOR, until=None, reason="spam")
    assert [block.member_id for block in (await quotas.overview(1)).blocks] == [ALICE]
    assert (await quotas.unblock(1, ALICE, actor_id=MODERATOR)).changed
    assert not (await quotas.unblock(1, ALICE, actor_id=MODERATOR)).changed
    await store.accept(new_job())


async def test_a_check_says_what_accepting_would_and_writes_nothing(store, settings, new_job, row_counts):
    assert (await store.check(new_job(credits=100))).left == 100
    assert await row_counts() == {}
    await settings(member_running=0)
    with pytest.raises(TooManyRunning):
        await store.check(new_job())
    await settings(roles=frozenset({ROLE}))
    with pytest.raises(NotPermitted):
        await store.check(new_job())


@pytest.mark.parametrize("new_settings", [{"pool": 0}, {"most_credits": 1}, {"member_running": 0}, {"allowance": 0}])
async def test_a_confirmed_change_counts_for_every_order_that_still_waits_for_its_turn(
    postgresql_url, open_database, clock, new_job, new_settings
):
    """On SQLite an order begins when it is its turn; on PostgreSQL it waits for the accounts in the middle."""
    database = await open_database(postgresql_url)
    store = Store(database, clock=clock, owner="one", default_allowance=100)
    quotas = Quotas(database, clock=clock, default_allowance=100)
    await store.accept(new_job(credits=1))
    async with database.write() as connection:
        await reservation.lock(connection, new_job())
        waiting = [asyncio.create_task(store.accept(new_job(credits=2))) for _ in range(3)]
        async with asyncio.timeout(10):
            while await connection.scalar(WAITING) < len(waiting):
                await asyncio.sleep(0.01)
        await quotas.change_server(1, lambda server: replace(server, **new_settings), actor_id=MODERATOR)
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert all(isinstance(outcome, QuotaError) for outcome in outcomes), outcomes


WAITING = text("SELECT count(*) FROM pg_locks WHERE NOT granted")

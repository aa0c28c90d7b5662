"""Allowances, grants and resets."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from storage import ledger
from storage.errors import (
    Blocked,
    NotEnoughCredits,
    NotGivable,
    NotPermitted,
    Rule,
    Shortage,
)
from storage.limits import Word
from storage.quota_records import Action, Holder
from storage.quotas import Quotas
from storage.records import Duty
from storage.states import JobState
from storage.tables import grants, jobs
from storage.windows import Period
from tests.conftest import START
from tests.storage.conftest import ALICE, BOB, MODERATOR, OTHER_ROLE, ROLE, TOMORROW, as_role, running, submitting


async def test_own_allowance_counts_before_the_roles_and_these_before_the_servers(store, quotas):
    async def limit(*roles: int):
        usage = await store.usage(1, ALICE, roles)
        return usage.allowance.holder, usage.allowance.limit

    assert await limit(ROLE) == (Holder.SERVER, 100)
    for role, allowance in ((ROLE, 150), (OTHER_ROLE, Word.FORBIDDEN)):
        await quotas.set_allowance(1, Holder.ROLE, role, allowance, actor_id=MODERATOR)
    assert await limit() == (Holder.SERVER, 100)
    assert await limit(OTHER_ROLE) == (Holder.ROLE, Word.FORBIDDEN)
    assert await limit(OTHER_ROLE, ROLE) == (Holder.ROLE, 150)
    await quotas.set_allowance(1, Holder.ROLE, OTHER_ROLE, Word.UNLIMITED, actor_id=MODERATOR)
    assert await limit(OTHER_ROLE, ROLE) == (Holder.ROLE, Word.UNLIMITED)
    await quotas.set_allowance(1, Holder.MEMBER, ALICE, 5, actor_id=MODERATOR)
    assert await limit(OTHER_ROLE, ROLE) == (Holder.MEMBER, 5)
    await quotas.set_allowance(1, Holder.MEMBER, ALICE, None, actor_id=MODERATOR)
    assert await limit(ROLE) == (Holder.ROLE, 150)


async def test_a_role_that_is_taken_away_takes_its_allowance_along(store, quotas, new_job):
    await quotas.set_allowance(1, Holder.ROLE, ROLE, 150, actor_id=MODERATOR)
    await store.accept(new_job(credits=120), as_role(ROLE))
    with pytest.raises(NotEnoughCredits) as refused:
        await store.accept(new_job(credits=1))
    assert refused.value.shortages == (Shortage("member", 1, 0, TOMORROW),)
    assert (await store.accept(new_job(credits=30), as_role(ROLE))).usage.left == 0


async def test_forbidden_forbids_grants_too_and_nothing_leaves_them(store, quotas, grant, new_job):
    await grant(50)
    await quotas.set_allowance(1, Holder.MEMBER, ALICE, Word.FORBIDDEN, actor_id=MODERATOR)
    with pytest.raises(NotPermitted) as refused:
        await store.accept(new_job())
    assert refused.value.rule is Rule.ALLOWANCE
    await quotas.set_allowance(1, Holder.MEMBER, ALICE, 0, actor_id=MODERATOR)
    assert (await store.accept(new_job())).usage.left == 40


async def test_grants_are_used_after_the_allowance_and_the_one_that_ends_first_is_used_first(store, grant, new_job):
    await grant(10)
    await grant(10, days=9)
    await grant(10, days=2)
    usage = (await store.accept(new_job(credits=115))).usage
    assert [(one.left, one.until and (one.until - START).days) for one in usage.grants] == [(5, 9), (10, None)]
    assert (usage.used, usage.held, usage.left) == (100, 115, 15)


async def test_a_grant_that_has_ended_is_of_no_use(store, grant, new_job, clock):
    await grant(10, hours=1)
    clock.advance(timedelta(minutes=59))
    assert (await store.usage(1, ALICE)).left == 110
    clock.advance(timedelta(minutes=1))
    assert (await store.usage(1, ALICE)).left == 100
    with pytest.raises(NotEnoughCredits):
        await store.accept(new_job(credits=101))


async def test_a_failed_video_gives_each_credit_back_to_where_it_came_from(store, grant, new_job):
    await grant(30, days=3)
    before = await store.usage(1, ALICE)
    await store.fail(await submitting(store, new_job(credits=120)), "The provider refused.")
    assert await store.usage(1, ALICE) == before
    assert await store.inconsistencies() == []


async def test_a_cheaper_route_gives_back_what_was_taken_last(store, grant, new_job, clock):
    await grant(30, days=3)
    claim = await submitting(store, new_job(credits=120))
    await store.reroute(claim, provider="other", provider_model="m", credits=90, due_at=clock())
    usage = await store.usage(1, ALICE)
    assert (usage.used, usage.granted, usage.held) == (90, 30, 90)
    assert await store.inconsistencies() == []


async def test_given_credits_keep_their_end(store, quotas, settings, grant):
    await settings(giving=True)
    await grant(10, days=9)
    await grant(10, days=2)
    change = await quotas.give(1, giver_id=ALICE, member_id=BOB, credits=15, reason="thanks")
    assert (change.action, change.actor_id, change.member_id, change.reason) == (Action.GIVE, ALICE, BOB, "thanks")
    assert (change.before, change.after) == ({"giver_left": 20, "left": 0}, {"giver_left": 5, "left": 15})
    theirs = (await store.usage(1, BOB)).grants
    assert [(one.left, one.until) for one in theirs] == [
        (10, START + timedelta(days=2)),
        (5, START + timedelta(days=9)),
    ]
    assert [one.left for one in (await store.usage(1, ALICE)).grants] == [5]
    assert await store.inconsistencies() == []


async def test_only_what_is_left_of_grants_can_be_given_and_only_where_the_server_lets(store, quotas, settings, grant):
    await grant(10)
    with pytest.raises(NotGivable) as refused:
        await quotas.give(1, giver_id=ALICE, member_id=BOB, credits=5)
    assert refused.value.left is None
    await settings(giving=True)
    with pytest.raises(NotGivable) as refused:
        await quotas.give(1, giver_id=ALICE, member_id=BOB, credits=11)
    assert refused.value.left == 10
    assert (await store.usage(1, BOB)).granted == 0


async def test_parallel_gifts_give_no_credit_twice(quotas, settings, grant, store):
    await settings(giving=True)
    await grant(10, days=1)
    await grant(10)
    gifts = (quotas.give(1, giver_id=ALICE, member_id=BOB, credits=3) for _ in range(20))
    outcomes = await asyncio.gather(*gifts, return_exceptions=True)
    assert sum(not isinstance(outcome, NotGivable) for outcome in outcomes) == 6
    assert [(await store.usage(1, member)).granted for member in (ALICE, BOB)] == [2, 18]
    assert await store.inconsistencies() == []


async def test_gifts_and_orders_at_once_share_what_there_is(store, quotas, settings, grant, new_job):
    await settings(giving=True, allowance=0)
    for credits in (20, 20, 20):
        await grant(credits)
    gifts = (quotas.give(1, giver_id=ALICE, member_id=BOB, credits=3) for _ in range(20))
    orders = (store.accept(new_job(credits=3)) for _ in range(20))
    outcomes = await asyncio.gather(
        *(one for pair in zip(gifts, orders, strict=True) for one in pair), return_exceptions=True
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert {type(one) for one in refused} <= {NotGivable, NotEnoughCredits}
    assert len(outcomes) - len(refused) == 20
    alice, bob = await store.usage(1, ALICE), await store.usage(1, BOB)
    assert (alice.granted, alice.held + bob.granted) == (0, 60)
    assert await store.inconsistencies() == []


async def test_what_videos_hold_cannot_be_taken_back(store, quotas, grant, new_job):
    await grant(30)
    await store.accept(new_job(credits=110))
    with pytest.raises(NotGivable) as refused:
        await quotas.take_back(1, ALICE, 21, actor_id=MODERATOR)
    assert refused.value.left == 20
    change = await quotas.take_back(1, ALICE, 20, actor_id=MODERATOR, reason="a slip")
    assert (change.before, change.after) == ({"left": 20}, {"left": 0})


async def test_a_reset_forgets_what_is_spent_and_keeps_what_is_on_its_way(store, quotas, new_job):
    await running(store, new_job(credits=40))
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    await store.video_ready(claim, "https://video.example/1.mp4")
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    await store.delivered(claim, 77, channel_id=70)
    await store.accept(new_job(credits=25))
    for expected in ({"used": 65}, {"used": 25}):
        change = await quotas.reset(1, ALICE, actor_id=MODERATOR, reason="our fault")
        assert (change.before, change.after) == (expected, {"used": 25})
    usage = await store.usage(1, ALICE)
    assert (usage.left, usage.spent, usage.held) == (75, 40, 25)
    assert await store.inconsistencies() == []


@pytest.mark.parametrize("after", [{"period": Period.DAY}, {"time_zone": "America/New_York"}])
async def test_what_a_reset_gave_back_is_given_back_once_however_the_window_is_drawn(
    store, settings, quotas, new_job, clock, database, after
):
    """The reset counts where the spending counts, so a window that holds one of them holds both."""
    await settings(period=Period.WEEK)
    await store.accept(new_job(credits=90))
    async with database.write() as connection:
        await connection.execute(update(jobs).values(state=JobState.DELIVERED))
        await ledger.end(connection, "job00001", ledger.Kind.SETTLE, clock())
    clock.advance(timedelta(days=2))
    await quotas.reset(1, ALICE, actor_id=MODERATOR)
    await settings(**after)
    usage = await store.usage(1, ALICE)
    assert (usage.used, usage.left) == (0, 100)
    await settings(period=Period.MONTH)
    assert (await store.usage(1, ALICE)).left == 100


async def test_small_gifts_become_one_grant_and_a_blocked_member_gives_nothing(store, quotas, settings, grant):
    await settings(giving=True)
    await grant(10)
    for _ in range(5):
        await quotas.give(1, giver_id=ALICE, member_id=BOB, credits=1)
    assert [(one.credits, one.left) for one in (await store.usage(1, BOB)).grants] == [(5, 5)]
    gift = (await quotas.history(1, BOB, limit=1))[0]
    taken = (await quotas.history(1, ALICE, limit=1))[0]
    assert [(one.actor_id, one.partner_id, one.added) for one in (gift, taken)] == [(ALICE, ALICE, 1), (ALICE, BOB, -1)]
    await quotas.block(1, ALICE, actor_id=MODERATOR, until=None, reason="spam")
    with pytest.raises(Blocked):
        await quotas.give(1, giver_id=ALICE, member_id=BOB, credits=1)
    assert await store.inconsistencies() == []


@pytest.mark.parametrize("change", [{"credits": 11}, {"member_id": BOB}, {"server_id": 2}])
async def test_a_grant_that_does_not_fit_its_entries_is_found(store, quotas, grant, database, change):
    await grant(10)
    await quotas.change_server(2, lambda server: server, actor_id=MODERATOR)
    assert await store.inconsistencies() == []
    async with database.write() as connection:
        await connection.execute(update(grants).values(**change))
    (found,) = await store.inconsistencies()
    assert found.startswith("grant ")
    assert "does not fit its entries" in found


async def test_a_new_time_zone_or_period_gives_nobody_a_fresh_allowance(store, settings, new_job):
    await store.accept(new_job(credits=60))
    for period in Period:
        await settings(period=period, time_zone="Asia/Tokyo")
        assert (await store.usage(1, ALICE)).left == 40


async def test_f18_quotas_and_blocks_outlive_a_restart(database_url, open_database, quotas, settings, grant, clock):
    """F18 of facts/competitors.md section 6."""
    await settings(allowance=40, moderator_roles=frozenset({ROLE}))
    await quotas.set_allowance(1, Holder.MEMBER, ALICE, 60, actor_id=MODERATOR)
    await quotas.block(1, BOB, actor_id=MODERATOR, until=None, reason="spam")
    await grant(10, days=3)
    again = Quotas(await open_database(database_url), clock=clock, default_allowance=1)
    assert await again.server(1) == await quotas.server(1)
    assert await again.usage(1, ALICE) == await quotas.usage(1, ALICE)
    assert (await again.usage(1, ALICE)).left == 70
    assert (await again.overview(1)).blocks == (await quotas.overview(1)).blocks != ()

"""What moderators change, and what stands against an order."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from storage.errors import (
    Blocked,
    CoolingDown,
    NotEnoughCredits,
    NotGivable,
    NotPermitted,
    Rule,
    Shortage,
    TooManyRunning,
)
from storage.limits import Word
from storage.quota_records import Action, Draft, Holder, Origin, Place
from storage.quotas import Quotas
from storage.records import Duty
from storage.states import JobState
from storage.tables import jobs
from storage.windows import Period
from tests.conftest import START
from tests.storage.conftest import running, submitting

MODERATOR, ALICE, BOB, ROLE, OTHER_ROLE = 99, 101, 102, 7, 8
TOMORROW = datetime(2026, 3, 12, tzinfo=UTC)


@pytest.fixture
def settings(quotas):
    """Changes fields of server 1's settings."""

    async def change(**fields):
        return await quotas.change_server(1, lambda server: replace(server, **fields), actor_id=MODERATOR)

    return change


@pytest.fixture
def grant(quotas):
    """Grants credits to a member of server 1."""

    async def grant_(credits, *, member=ALICE, **until):
        end = START + timedelta(**until) if until else None
        return await quotas.grant(1, member, credits, actor_id=MODERATOR, until=end, reason="a prize")

    return grant_


def as_role(*role_ids: int) -> Origin:
    return Origin(role_ids=frozenset(role_ids))


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


async def test_unlimited_is_bounded_by_pool_and_budget_alone(make_store, settings, new_job):
    await settings(allowance=Word.UNLIMITED, pool=500)
    store = make_store(budget=700)
    assert (await store.accept(new_job(credits=400))).usage.left is Word.UNLIMITED
    with pytest.raises(NotEnoughCredits) as refused:
        await store.accept(new_job(credits=301))
    assert [(one.scope, one.missing) for one in refused.value.shortages] == [("server", 201), ("operator", 1)]


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


async def test_a_new_time_zone_or_period_gives_nobody_a_fresh_allowance(store, settings, new_job):
    await store.accept(new_job(credits=60))
    for period in Period:
        await settings(period=period, time_zone="Asia/Tokyo")
        assert (await store.usage(1, ALICE)).left == 40


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
        {"blocked": False, "until": None},
        {"blocked": True, "until": end.isoformat()},
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


async def test_every_change_is_audited_with_before_and_after(quotas, settings):
    await settings(pool=500, place=Place.CHANNEL, channels=frozenset({6, 5}))
    await quotas.set_allowance(1, Holder.ROLE, ROLE, Word.UNLIMITED, actor_id=MODERATOR, reason="sponsors")
    role, server = await quotas.changes(1, limit=5)
    assert server.before == {"pool": "unlimited", "place": "thread", "channels": []}
    assert server.after == {"pool": 500, "place": "channel", "channels": [5, 6]}
    assert (role.action, role.role_id, role.before, role.after) == (
        Action.SET_ROLE,
        ROLE,
        {"allowance": None},
        {"allowance": "unlimited"},
    )
    assert (role.reason, role.actor_id, role.at) == ("sponsors", MODERATOR, START)
    assert await quotas.changes(1, before=role.id, limit=5) == [server]
    assert await quotas.changes(2, limit=5) == []


async def test_edits_in_parallel_lose_nothing(quotas):
    def adding(channel: int):
        return lambda server: replace(server, channels=server.channels | {channel})

    await asyncio.gather(*(quotas.change_server(1, adding(channel), actor_id=1) for channel in range(10)))
    assert (await quotas.server(1)).channels == frozenset(range(10))


async def test_a_change_waits_for_the_log_channel_until_it_is_posted(quotas, settings, clock):
    await settings(pool=1)
    assert await quotas.unposted(limit=5) == []
    await settings(log_channel_id=55)
    await settings(pool=2)
    await settings(pool=2)
    first, second = await quotas.unposted(limit=5)
    assert (first.channel_id, first.change.after, second.change.after) == (55, {"log_channel_id": 55}, {"pool": 2})
    await quotas.posted(first.change.id)
    await quotas.postpone_post(second.change.id, START + timedelta(minutes=1))
    assert await quotas.unposted(limit=5) == []
    clock.advance(timedelta(minutes=1))
    assert [one.change.id for one in await quotas.unposted(limit=5)] == [second.change.id]


async def test_the_history_explains_every_credit(store, quotas, grant, new_job):
    await grant(10)
    await store.fail(await submitting(store, new_job(credits=105)), "The provider refused.")
    await store.accept(new_job(member_id=BOB, credits=1))
    entries = await quotas.history(1, ALICE, limit=10)
    shown = [(one.kind, one.job_id, one.actor_id, one.reason, one.added, one.held) for one in reversed(entries)]
    assert shown == [
        ("grant", None, MODERATOR, "a prize", 10, 0),
        ("reserve", "job00001", ALICE, "", 0, 100),
        ("reserve", "job00001", ALICE, "", 0, 5),
        ("release", "job00001", None, "", 0, -100),
        ("release", "job00001", None, "", 0, -5),
    ]
    assert await quotas.history(1, ALICE, before=entries[1].id, limit=2) == entries[2:4]
    assert [one.member_id for one in await quotas.history(1, limit=1)] == [BOB]
    assert await quotas.history(2, limit=5) == []
    assert await quotas.entries(1, START, START + timedelta(seconds=1)) == (await quotas.history(1, limit=99))[::-1]
    assert await quotas.entries(1, START + timedelta(seconds=1), TOMORROW) == []


async def test_a_report_holds_the_videos_of_its_period(store, quotas, new_job, database, clock):
    await store.accept(new_job(credits=30))
    async with database.write() as connection:
        await connection.execute(update(jobs).values(state="delivered", changed_at=START + timedelta(seconds=90)))
    clock.advance(timedelta(days=1))
    await store.accept(new_job(credits=20, member_id=BOB))
    report = await quotas.report(1, START, clock() + timedelta(seconds=1))
    assert [(one.member_id, one.credits, one.state, one.waited) for one in report.videos] == [
        (ALICE, 30, "delivered", 90.0),
        (BOB, 20, "queued", None),
    ]
    assert (await quotas.report(1, START, clock())).videos == report.videos[:1]
    assert (await quotas.report(2, START, clock())).videos == ()


async def test_a_draft_is_taken_once_by_its_member_and_in_time(store, clock):
    draft = Draft("draft1", 1, ALICE, 80, {"options": {"prompt": "Blätter"}}, START + timedelta(minutes=10))
    await store.keep_draft(draft)
    assert await store.take_draft("draft1", BOB) is None
    assert await store.take_draft("draft1", ALICE) == draft
    assert await store.take_draft("draft1", ALICE) is None
    await store.keep_draft(draft)
    clock.advance(timedelta(minutes=10))
    assert await store.take_draft("draft1", ALICE) is None


async def test_what_has_expired_is_forgotten_with_the_next_draft(store, clock, row_counts):
    for number in range(3):
        await store.keep_draft(Draft(f"draft{number}", 1, ALICE, 80, {}, clock() + timedelta(minutes=10)))
        clock.advance(timedelta(minutes=10))
    assert (await row_counts())["drafts"] == 1


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

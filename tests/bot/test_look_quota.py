"""Credits as members and moderators read them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot import look
from providers.catalog import Catalog, load
from storage.errors import (
    Blocked,
    CoolingDown,
    NotEnoughCredits,
    NotGivable,
    NotPermitted,
    QuotaError,
    Rule,
    Shortage,
    StorageError,
    TooManyRunning,
)
from storage.limits import Limit, Word
from storage.quota_records import Allowance, Block, Entry, Grant, Holder, Overview, Server, Usage
from storage.states import JobState
from storage.windows import Period
from tests.bot.conftest import ORDERED, make_job
from tests.bot.test_look import NASTY, read

RENEWS = datetime(2026, 3, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 14, 9, tzinfo=UTC)
SERVER = Server(1, allowance=100)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load()


def stamp(moment: datetime, style: str) -> str:
    return f"<t:{int(moment.timestamp())}:{style}>"


def make_usage(limit: Limit = 100, holder: Holder = Holder.SERVER, **changes: Any) -> Usage:
    values: dict[str, Any] = {"used": 31, "spent": 10, "held": 21, "window_start": ORDERED, "renews_at": RENEWS}
    return Usage(allowance=Allowance(holder, 7, limit), **values | changes)


def grant(number: int, until: datetime | None = None, reason: str = "") -> Grant:
    return Grant(number, credits=50, left=20, until=until, reason=reason)


async def test_usage_tells_what_is_left_of_what_and_when_it_renews(catalog: Catalog):
    text = read(look.my_usage(make_usage(), SERVER, [], catalog))
    assert "**69** of 100 left\n▰▰▰▰▰▰▰▰▱▱▱▱" in text
    assert "Spent: 10 · On the way: 21" in text
    assert f"Renews {stamp(RENEWS, 'R')}, on {stamp(RENEWS, 'f')}" in text
    assert "Everybody's allowance" in text
    assert "granted" not in text
    assert "Here:" not in text


@pytest.mark.parametrize(
    ("holder", "source"),
    [
        (Holder.MEMBER, "An allowance of your own"),
        (Holder.ROLE, "The allowance of <@&7>, the highest of your roles"),
        (Holder.SERVER, "Everybody's allowance on this server"),
    ],
)
async def test_usage_tells_whose_allowance_it_is(catalog: Catalog, holder: Holder, source: str):
    assert source in read(look.my_usage(make_usage(holder=holder), SERVER, [], catalog))


@pytest.mark.parametrize(
    ("limit", "used", "words"),
    [
        (Word.UNLIMITED, 31, "**Unlimited**"),
        (Word.FORBIDDEN, 0, "**None:** you may not order videos here"),
        (0, 0, "**0** of 0 left\n▱▱▱▱▱▱▱▱▱▱▱▱"),
        (20, 31, "**0** of 20 left\n▱▱▱▱▱▱▱▱▱▱▱▱"),
        (100, 0, "**100** of 100 left\n▰▰▰▰▰▰▰▰▰▰▰▰"),
        (10**9, 1, "**999,999,999** of 1,000,000,000 left\n▰▰▰▰▰▰▰▰▰▰▰▰"),
    ],
)
async def test_usage_shows_any_allowance(catalog: Catalog, limit: Limit, used: int, words: str):
    assert words in read(look.my_usage(make_usage(limit, used=used), SERVER, [], catalog))


async def test_usage_lists_grants_with_their_ends_in_order_of_use(catalog: Catalog):
    grants = (grant(1, LATER, "the contest"), grant(2))
    text = read(look.my_usage(make_usage(grants=grants), SERVER, [], catalog))
    first = f"- **20** until {stamp(LATER, 'f')}: the contest"
    assert "**+40 granted**, used after the allowance" in text
    assert text.index(first) < text.index("- **20** without an end")


async def test_grants_that_cannot_be_used_are_not_promised(catalog: Catalog):
    usage = make_usage(Word.FORBIDDEN, used=0, grants=(grant(1),))
    for view in (look.my_usage(usage, SERVER, [], catalog), look.quota_of_member(5, usage)):
        text = read(view)
        assert "**+20 granted**, which cannot be used while ordering is forbidden" in text
        assert "used after the allowance" not in text


@pytest.mark.parametrize(
    ("limit", "pool_left", "line"),
    [
        (100, 12, "All members together: **12 left**"),
        (100, 0, "All members together: **0 left**"),
        (Word.UNLIMITED, 1200, "All members together: **1,200 left**"),
        (100, Word.FORBIDDEN, "All members together: **no videos**"),
        (100, 69, None),
        (100, Word.UNLIMITED, None),
        (Word.FORBIDDEN, 0, None),
    ],
)
async def test_the_servers_pool_is_named_where_it_is_shorter(
    catalog: Catalog, limit: Limit, pool_left: Limit, line: str | None
):
    usage = make_usage(limit, pool_left=pool_left)
    for view in (look.my_usage(usage, SERVER, [], catalog), look.quota_of_member(5, usage)):
        text = read(view)
        assert ("All members together" in text) == (line is not None)
        assert line is None or line in text


async def test_usage_names_a_block_and_the_servers_other_limits(catalog: Catalog):
    server = Server(1, allowance=100, member_running=2, server_running=9, cooldown=120, most_credits=50)
    usage = make_usage(block=Block(5, LATER, "flooding", 6, ORDERED))
    text = read(look.my_usage(usage, server, [], catalog))
    assert f"You are blocked until {stamp(LATER, 'R')}, on {stamp(LATER, 'f')}: flooding" in text
    limits = "2 of your videos at once, 9 of all members at once, 2 minutes between your orders, at most 50 credits"
    assert limits in text


async def test_usage_shows_what_the_last_jobs_cost(catalog: Catalog):
    jobs = [make_job(state=JobState.DELIVERED), make_job(state=JobState.FAILED), make_job()]
    text = read(look.my_usage(make_usage(), SERVER, jobs, catalog))
    assert text.count("-# Kling 2.5 Turbo · 21 credits") == 2
    assert "21 credits set aside" in text
    assert "Kling 2.5 Turbo · not charged" in text


async def test_the_fullest_usage_fits(catalog: Catalog):
    grants = tuple(grant(number, LATER, "@" * 300) for number in range(30))
    jobs = [make_job(request={"prompt": NASTY * 30}, card_message_id=40)] * 5
    usage = make_usage(grants=grants, block=Block(5, None, "@" * 300, 6, ORDERED))
    text = read(look.my_usage(usage, SERVER, jobs, catalog))
    assert "and 22 grants more" in text
    assert "until a moderator lifts it" in text


async def test_a_members_quota_is_told_to_moderators_in_the_third_person():
    block = Block(5, None, "flooding", 6, ORDERED)
    text = read(look.quota_of_member(5, make_usage(holder=Holder.MEMBER, block=block)))
    assert "Credits of <@5>" in text
    assert "An allowance of their own" in text
    assert "They are blocked until a moderator lifts it: flooding" in text


def make_overview(server: Server = SERVER, allowances: Any = (), blocks: Any = ()) -> Overview:
    return Overview(server, 35, ORDERED, RENEWS, tuple(allowances), tuple(blocks), granted=40)


async def test_a_roles_quota_is_its_own_or_everybodys():
    overview = make_overview(allowances=[Allowance(Holder.ROLE, 8, 200), Allowance(Holder.MEMBER, 9, 5)])
    assert "**200 credits** per day for each member" in read(look.quota_of_role(8, overview))
    assert "None of its own; everybody has **100 credits** per day" in read(look.quota_of_role(9, overview))
    forbidden = make_overview(allowances=[Allowance(Holder.ROLE, 8, Word.FORBIDDEN)])
    assert "**no videos** per day" not in read(look.quota_of_role(8, forbidden))
    assert "**no videos**" in read(look.quota_of_role(8, forbidden))


async def test_the_overview_shows_pool_grants_allowances_and_blocks():
    server = Server(1, allowance=100, pool=500, period=Period.WEEK)
    allowances = [Allowance(Holder.ROLE, 8, Word.UNLIMITED), Allowance(Holder.MEMBER, 9, Word.FORBIDDEN)]
    text = read(look.quota_overview(make_overview(server, allowances, [Block(5, LATER, "flooding", 6, ORDERED)])))
    assert "**100 credits** per week for each member" in text
    assert "**465** of 500 left" in text
    assert f"Renews {stamp(RENEWS, 'R')}" in text
    assert "Granted credits left: **40**" in text
    assert "**Roles**\n<@&8>: no limit" in text
    assert "**Members**\n<@9>: no videos" in text
    assert f"**Blocked**\n<@5> until {stamp(LATER, 'f')}: flooding" in text


async def test_the_fullest_overview_fits():
    allowances = [Allowance(holder, 10**18 + n, 10**6) for n in range(200) for holder in (Holder.ROLE, Holder.MEMBER)]
    blocks = [Block(10**18 + number, LATER, "@" * 300, 6, ORDERED) for number in range(50)]
    text = read(look.quota_overview(make_overview(SERVER, allowances, blocks)))
    assert text.count("and 188 more") == 2
    assert "and 38 more" in text


def make_entry(kind: str, **changes: Any) -> Entry:
    values: dict[str, Any] = {"id": 4, "at": ORDERED, "member_id": 5, "grant_id": 0, "job_id": None, "actor_id": None}
    return Entry(kind=kind, **values | {"added": 0, "held": 0, "spent": 0, "reason": ""} | changes)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (make_entry("reserve", held=21, job_id="a"), "**21** set aside"),
        (make_entry("settle", held=-21, spent=21, job_id="a"), "**21** spent"),
        (make_entry("release", held=-21, job_id="a"), "**21** went back"),
        (make_entry("grant", added=50, grant_id=3, actor_id=6), "**+50** granted"),
        (make_entry("adjust", added=-50, grant_id=3, actor_id=6), "**−50** taken back"),  # noqa: RUF001
        (make_entry("adjust", added=-50, grant_id=3, actor_id=5), "**−50** taken back"),  # noqa: RUF001
        (make_entry("adjust", added=50, actor_id=6), "**+50** back by a reset"),
    ],
)
async def test_each_entry_tells_what_happened_by_whom_and_for_which_job(entry: Entry, words: str):
    text = read(look.history_page([entry], None, None))
    assert f"<@5>: {words}\n-# {stamp(ORDERED, 'f')} · " in text
    assert ("job a" in text) == (entry.job_id is not None)
    assert ("by <@" in text) == (entry.actor_id is not None)
    assert "entry 4" in text


async def test_credits_that_a_cheaper_provider_leaves_over_are_explained():
    text = read(look.history_page([make_entry("adjust", held=-9, job_id="a", reason="cheaper")], None, None))
    assert "<@5>: **9** went back\nanother provider makes it for less\n-# " in text


async def test_a_gift_names_the_other_member_on_both_sides():
    sent = make_entry("adjust", added=-50, grant_id=3, actor_id=5, partner_id=6)
    received = make_entry("grant", added=50, grant_id=9, member_id=6, actor_id=5, partner_id=5)
    text = read(look.history_page([sent, received], None, None))
    assert "<@5>: **−50** given away to <@6>\n" in text  # noqa: RUF001
    assert "<@6>: **+50** given by <@5>\n" in text
    assert "· by" not in text


async def test_an_entry_tells_its_reason_and_account():
    text = read(look.history_page([make_entry("settle", spent=5, grant_id=3, job_id="a", reason=NASTY)], 5, None))
    assert "from grant 3" in text
    assert "<@5>:" not in text
    assert "@everyone" not in text.replace("\\@everyone", "")
    assert "from the allowance" in read(look.history_page([make_entry("settle", spent=5, job_id="a")], 5, None))


async def test_the_fullest_history_fits_and_an_empty_one_says_so():
    entry = make_entry(
        "reserve",
        id=10**12,
        held=10**6,
        grant_id=10**9,
        job_id="f" * 32,
        actor_id=10**18,
        member_id=10**18,
        reason="@" * 300,
    )
    turns: ui.ActionRow[Any] = ui.ActionRow(ui.Button(label="Newer", custom_id="n"), ui.Button(label="Older"))
    assert "Ledger of all members" in read(look.history_page([entry] * 8, None, turns))
    assert "Nothing yet." in read(look.history_page([], 5, None))


def explained(error: StorageError) -> str:
    view = look.explain(error)
    assert view is not None
    return read(view)


async def test_each_shortage_names_its_limit_what_is_missing_and_when_there_is_enough():
    shortages = [
        Shortage("member", 21, 4, RENEWS),
        Shortage("server", 21, 20, LATER),
        Shortage("operator", 21, 0, None),
    ]
    text = explained(NotEnoughCredits(shortages))
    assert "This video costs **21 credits**." in text
    assert "`std` may cost less" in text
    assert f"You have **4** left, 17 credits short.\nEnough again {stamp(RENEWS, 'R')}" in text
    assert f"this server together have **20** left, 1 credit short.\nEnough again {stamp(LATER, 'R')}" in text
    assert "The bot's own budget for all servers has **0** left, 21 credits short.\nWaiting does not help." in text
    assert "**Nothing was charged.**" in text


@pytest.mark.parametrize("scope", ["member", "server", "operator"])
async def test_where_waiting_does_not_help_the_refusal_says_why(scope: str):
    text = explained(NotEnoughCredits([Shortage(scope, 500, 100, None)]))
    assert "Waiting does not help." in text
    assert "<t:" not in text
    assert "moderator" in text


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TooManyRunning("member", most=2, next_at=LATER), "You have 2 on the way, as many as this server allows"),
        (TooManyRunning("member", most=2, next_at=LATER), stamp(LATER, "R")),
        (TooManyRunning("server", most=9, next_at=LATER), "The members of this server have together 9 on the way"),
        (TooManyRunning("server", most=0, next_at=LATER), "takes no new videos"),
        (CoolingDown(LATER), f"Yours can follow {stamp(LATER, 'R')}"),
        (Blocked("flooding @everyone", LATER), f"It ends {stamp(LATER, 'R')}"),
        (Blocked("flooding @everyone", None), "It has no end.\n> flooding \\@everyone"),
        (NotPermitted(Rule.ALLOWANCE), "Your allowance forbids all videos"),
        (NotPermitted(Rule.ROLE, [8, 9]), "one of these roles: <@&8> or <@&9>."),
        (NotPermitted(Rule.CHANNEL, [11]), "can be ordered in <#11>"),
        (NotPermitted(Rule.MODEL, ["Kling *3*", "Kling 2.1"]), r"used here: Kling \*3\* and Kling 2.1."),
        (NotPermitted(Rule.PROVIDER, ["aimlapi", "kling"]), "made here by AI/ML API or Kling."),
        (NotPermitted(Rule.PRICE, ["40"]), "at most 40 credits."),
        (NotPermitted(Rule.PRICE, ["1"]), "at most 1 credit."),
        (NotPermitted(Rule.PRICE, ["forbidden"]), "No video may cost anything"),
    ],
)
async def test_each_rule_is_named_with_what_is_allowed(error: QuotaError, words: str):
    text = explained(error)
    assert words in text
    assert "**Nothing was charged.**" in text


async def test_long_lists_of_what_is_allowed_fit():
    text = explained(NotPermitted(Rule.CHANNEL, range(10**18, 10**18 + 50)))
    assert "and 38 more" in text


async def test_what_cannot_be_given_says_what_could_be():
    assert "at most **30 credits**" in explained(NotGivable(30))
    assert "does not let members give" in explained(NotGivable(None))
    assert "**Nothing was moved.**" in explained(NotGivable(0))


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.sampled_from(["member", "server", "operator"]))
async def test_any_shortage_fits(left: int, missing: int, scope: str):
    text = explained(NotEnoughCredits([Shortage(scope, left + missing, left, RENEWS + timedelta(days=1))] * 3))
    assert f"{missing:,} credit" in text


async def test_moderators_alone_are_named_by_their_roles():
    assert "members with Manage Server." in read(look.not_moderator([]))
    text = read(look.not_moderator([8, 9]))
    assert "- <@&8>\n- <@&9>" in text
    assert "**Nothing was changed.**" in text

"""`/quota` as moderators use it, and as others try to. Mia has Manage Server; Alice is a member like many."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from simcord.actors import MemberActor
from structlog.testing import capture_logs

from cogs.quota import Quota
from storage.database import Database
from storage.errors import NotPermitted, StorageUnavailable
from storage.limits import Word
from storage.quota_records import BOT, Action, Holder, Origin
from storage.quotas import Quotas
from storage.records import Duty, NewJob
from storage.windows import Period
from tests.cogs.conftest import COMMANDS, PHOTO, Stage, filled, texts_of
from tests.conftest import ManualClock

Jobs = Callable[..., NewJob]


def stamp(moment: Any, style: str = "f") -> str:
    return f"<t:{int(moment.timestamp())}:{style}>"


async def ordered(stage: Stage, new_job: Jobs, member: MemberActor, credits: int = 21) -> str:
    roles = frozenset(stage.env.backend.get_guild(stage.guild.id).members[member.id].role_ids)
    new = new_job(server_id=stage.guild.id, member_id=member.id, credits=credits)
    return (await stage.store.accept(new, Origin(role_ids=roles))).job.id


async def test_the_overview_shows_what_the_server_allows(stage: Stage):
    role = stage.guild.create_role("painters")
    await stage.moderate("quota set-role", role=role, credits=200)
    await stage.moderate("quota set-member", member=stage.alice, word="unlimited")
    text = await stage.moderate("quota show")
    assert "**100 credits** per day for each member" in text
    assert f"{role.mention}: 200 credits" in text
    assert f"<@{stage.alice.id}>: no limit" in text


async def test_a_members_credits_are_shown_with_the_roles_they_have_now(stage: Stage):
    role = stage.guild.create_role("painters")
    await stage.moderate("quota set-role", role=role, credits=200)
    stage.set_roles(stage.alice, role)
    text = await stage.moderate("quota show", member=stage.alice)
    assert "**200** of 200 left" in text
    assert f"The allowance of {role.mention}" in text
    assert "**200 credits** per day for each member" in await stage.moderate("quota show", role=role)


async def test_a_grant_is_confirmed_and_can_be_spent(stage: Stage, new_job: Jobs):
    text = await stage.moderate("quota grant", member=stage.alice, credits=30, until="3 days", reason="the contest")
    assert "Granted credits left: 0 credits → **30 credits**" in text
    assert stamp(stage.clock.now + timedelta(days=3)) in text
    assert "the contest" in text
    assert await stage.left() == 130
    await ordered(stage, new_job, stage.alice, 120)
    assert await stage.left() == 10


async def test_granted_credits_can_be_taken_back_but_not_more_than_are_left(stage: Stage):
    await stage.moderate("quota grant", member=stage.alice, credits=30)
    refused = await stage.moderate("quota grant", member=stage.alice, credits=-40)
    assert "only 30 are left to take back" in refused
    assert "**Nothing was changed.**" in refused
    assert await stage.left() == 130
    assert "30 credits → **10 credits**" in await stage.moderate("quota grant", member=stage.alice, credits=-20)
    assert await stage.left() == 110


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"credits": 0}, "0 credits change nothing"),
        ({"credits": -5, "until": "3 days"}, "does not go with taking credits back"),
        ({"credits": 5, "until": "tomorrow"}, "`until` cannot be read."),
        ({"credits": 5, "until": "2026-03-10"}, "`until` is in the past."),
    ],
)
async def test_a_wrong_grant_is_refused_with_what_is_allowed(stage: Stage, options: dict[str, Any], sentence: str):
    text = await stage.moderate("quota grant", member=stage.alice, **options)
    assert sentence in text
    assert "**Nothing was changed.**" in text
    assert await stage.changes() == []


async def test_until_is_read_in_the_servers_time_zone(stage: Stage):
    await stage.moderate("settings window", time_zone="Asia/Tokyo")
    text = await stage.moderate("quota block", member=stage.alice, reason="flooding", until="2026-03-20 09:00")
    assert "<t:1773964800:f>" in text  # midnight in UTC


@pytest.mark.parametrize("word", ["unlimited", "forbidden"])
async def test_an_allowance_may_be_a_word(stage: Stage, word: str):
    text = await stage.moderate("quota set-member", member=stage.alice, word=word, reason="trusted")
    assert f"Allowance: none of their own → **{word}**" in text
    assert (await stage.quotas.usage(stage.guild.id, stage.alice.id)).allowance.limit == Word(word)


async def test_an_own_allowance_goes_with_the_word_default(stage: Stage):
    await stage.moderate("quota set-member", member=stage.alice, credits=7)
    assert await stage.left() == 7
    text = await stage.moderate("quota set-member", member=stage.alice, word="default")
    assert "7 credits → **none of their own**" in text
    assert await stage.left() == 100


@pytest.mark.parametrize("options", [{}, {"credits": 5, "word": "unlimited"}, {"credits": 5, "word": "default"}])
@pytest.mark.parametrize("command", ["set-member", "set-role"])
async def test_credits_and_word_exclude_each_other(stage: Stage, command: str, options: dict[str, Any]):
    text = await stage.moderate(f"quota {command}", **filled(stage, command, options))
    assert "either `credits` or a `word`" in text
    assert await stage.changes() == []


async def test_everybodys_allowance_changes_at_once_and_is_not_a_roles(stage: Stage, new_job: Jobs):
    job_id = await ordered(stage, new_job, stage.alice, 60)
    text = await stage.moderate("quota set-default", credits=50)
    assert "Allowance: 100 credits → **50 credits**" in text
    assert await stage.left() == 0
    job = await stage.store.job(job_id)
    assert job is not None
    assert job.state == "queued"
    everyone = stage.guild.default_role
    assert "`/quota set-default`" in await stage.moderate("quota set-role", role=everyone, credits=50)
    assert await stage.changes() == [Action.SET_DEFAULT]


async def test_a_reset_forgets_what_was_spent_but_not_what_is_set_aside(stage: Stage, new_job: Jobs):
    await settled(stage, new_job, 40)
    await ordered(stage, new_job, stage.alice, 21)
    assert await stage.left() == 39
    assert "61 credits → **21 credits**" in await stage.moderate("quota reset", member=stage.alice)
    assert await stage.left() == 79


async def settled(stage: Stage, new_job: Jobs, credits: int) -> None:
    """A video of Alice that is made and charged."""
    await ordered(stage, new_job, stage.alice, credits)
    (claim,) = await stage.store.claim_to_submit("kling", max_running=3, limit=1)
    claim = await stage.store.begin_submit(claim)
    job = await stage.store.submitted(claim.job, "task", look_at=stage.clock.now)
    (claim,) = await stage.store.claim(Duty.WATCH, limit=1)
    await stage.store.video_ready(claim, "https://example.org/video.mp4")
    (claim,) = await stage.store.claim(Duty.DELIVER, limit=1)
    assert claim.job.id == job.id
    await stage.store.delivered(claim, 99, channel_id=stage.channel.id)


async def test_a_blocked_member_is_told_why_until_when_and_may_order_after_that(stage: Stage):
    text = await stage.moderate("quota block", member=stage.alice, reason="flooding", until="2 days")
    assert "may order → **blocked until" in text
    end = stage.clock.now + timedelta(days=2)
    refused = await stage.refused(image=PHOTO)
    assert "flooding" in refused
    assert stamp(end, "R") in refused
    stage.clock.advance(timedelta(days=2, seconds=1))
    assert "Your video is ordered" in await stage.slash("animate", image=PHOTO)


async def test_an_unblocked_member_may_order(stage: Stage):
    await stage.moderate("quota block", member=stage.alice, reason="flooding")
    assert "→ **may order**" in await stage.moderate("quota unblock", member=stage.alice, reason="sorry")
    assert "Your video is ordered" in await stage.slash("animate", image=PHOTO)


@pytest.mark.parametrize("command", ["show", "grant", "set-member", "reset", "block", "unblock", "history"])
async def test_bots_have_no_quota(stage: Stage, command: str):
    robot = stage.guild.add_member(stage.env.create_user("robot", bot=True))
    text = await stage.moderate(f"quota {command}", **{**COMMANDS[command], "member": robot})
    assert "Bots order no videos" in text
    assert await stage.changes() == []


async def test_a_member_and_a_role_are_not_shown_together(stage: Stage):
    text = await stage.moderate("quota show", member=stage.alice, role=stage.guild.create_role("painters"))
    assert "not both" in text


async def test_the_report_comes_with_picture_and_ledger(stage: Stage, new_job: Jobs):
    await settled(stage, new_job, 40)
    answer = await stage.call(stage.mia, "quota report", period="today")
    assert "**40 credits** spent · **1 video** delivered" in "\n".join(texts_of(answer.components))
    assert {file.filename for file in answer.attachments} == {"report.png", "ledger.csv"}


async def test_history_explains_every_entry(stage: Stage, new_job: Jobs):
    await stage.moderate("quota grant", member=stage.alice, credits=30, reason="the contest")
    job_id = await ordered(stage, new_job, stage.alice, 110)
    text = await stage.moderate("quota history", member=stage.alice)
    assert "**+30** granted" in text
    assert f"by <@{stage.mia.id}>" in text
    assert "the contest" in text
    assert "**100** set aside" in text
    assert "**10** set aside" in text
    assert text.count(f"job {job_id}") == 2
    assert f"<@{stage.alice.id}>: **+30** granted" in await stage.moderate("quota history")


async def test_history_turns_its_pages(stage: Stage, new_job: Jobs):
    for _ in range(20):
        await ordered(stage, new_job, stage.alice, 1)
    await stage.store.accept(new_job(server_id=stage.guild.id, member_id=stage.mia.id, credits=1))
    page = await stage.call(stage.mia, "quota history", member=stage.alice)
    seen = [entries_of("\n".join(texts_of(page.components)))]
    for label in ("Older ▶", "Older ▶", "◀ Newer", "◀ Newer"):
        seen += [entries_of(await stage.press(stage.mia, page, label))]
    assert [len(entries) for entries in seen] == [8, 8, 4, 8, 8]
    assert len({*seen[0], *seen[1], *seen[2]}) == 20
    assert seen[3:] == [seen[1], seen[0]]


def entries_of(text: str) -> list[str]:
    return [line.rpartition("entry ")[2] for line in text.splitlines() if "· entry " in line]


async def test_pages_turn_after_a_restart_of_the_bot(stage: Stage, new_job: Jobs):
    for _ in range(10):
        await ordered(stage, new_job, stage.alice, 1)
    page = await stage.call(stage.mia, "quota history")
    stage.bot._connection._view_store._views.clear()  # what a new process knows of old messages
    assert len(entries_of(await stage.press(stage.mia, page, "Older ▶"))) == 2


async def test_a_press_that_fails_is_answered_and_logged_like_a_command(
    stage: Stage, new_job: Jobs, monkeypatch: pytest.MonkeyPatch
):
    for _ in range(10):
        await ordered(stage, new_job, stage.alice, 1)
    page = await stage.call(stage.mia, "quota history")

    async def surprise(*_: object, **__: object) -> None:
        raise RuntimeError("secret words of the inside")

    monkeypatch.setattr(stage.quotas, "history", surprise)
    with capture_logs() as lines:
        text = await stage.press(stage.mia, page, "Older ▶")
    assert "Something went wrong" in text
    assert "secret" not in text
    (incident,) = [line["incident"] for line in lines if line["log_level"] == "error"]
    assert incident in text


async def test_a_roles_allowance_ends_when_the_role_is_taken_away(stage: Stage, new_job: Jobs):
    role = stage.guild.create_role("painters")
    await stage.moderate("quota set-role", role=role, credits=200)
    stage.set_roles(stage.alice, role)
    assert "**200** of 200 left" in await stage.slash("usage show")
    job_id = await ordered(stage, new_job, stage.alice, 150)
    stage.set_roles(stage.alice)
    assert "**0** of 100 left" in await stage.slash("usage show")
    job = await stage.store.job(job_id)
    assert job is not None
    assert job.state == "queued"


async def test_roles_count_also_while_the_bot_does_not_know_the_server_yet(stage: Stage):
    role = stage.guild.create_role("muted")
    await stage.moderate("quota set-role", role=role, word="forbidden")
    stage.set_roles(stage.alice, role)
    stage.bot._connection._guilds.clear()  # as right after a start
    text = await stage.slash("usage show")
    assert "you may not order videos here" in text


async def test_a_member_who_left_and_came_back_has_the_same_ledger(stage: Stage, new_job: Jobs):
    await stage.moderate("quota grant", member=stage.alice, credits=30)
    await ordered(stage, new_job, stage.alice, 21)
    before = await stage.slash("usage show")
    stage.guild.remove_member(stage.alice)
    stage.alice = stage.guild.add_member(stage.alice.user)
    assert await stage.slash("usage show") == before


async def test_f18_quotas_and_blocks_outlive_a_restart(stage: Stage, sqlite_url: str, clock: ManualClock):
    await stage.moderate("quota set-member", member=stage.alice, word="forbidden")
    await stage.moderate("quota block", member=stage.alice, reason="flooding")
    async with Database(sqlite_url) as database:
        usage = await Quotas(database, clock=clock, default_allowance=100).usage(stage.guild.id, stage.alice.id)
    assert usage.allowance.limit is Word.FORBIDDEN
    assert usage.block is not None
    assert usage.block.reason == "flooding"


@pytest.mark.parametrize("period", Period)
@pytest.mark.parametrize("time_zone", ["Asia/Tokyo", "America/Sao_Paulo", "Pacific/Apia"])
async def test_f21_the_time_of_renewal_that_is_shown_is_the_one_that_is_counted(
    stage: Stage, new_job: Jobs, time_zone: str, period: Period
):
    await stage.moderate("settings window", period=period.value, time_zone=time_zone)
    await ordered(stage, new_job, stage.alice, 100)
    shown = await stage.slash("usage show")
    usage = await stage.quotas.usage(stage.guild.id, stage.alice.id)
    assert f"Renews <t:{int(usage.renews_at.timestamp())}:R>" in shown
    stage.clock.now = usage.renews_at - timedelta(seconds=1)
    assert await stage.left() == 0
    stage.clock.now = usage.renews_at
    assert await stage.left() == 100


@pytest.mark.parametrize(
    ("command", "options", "left"),
    [
        ("set-default", {"credits": 40}, 40),
        ("set-default", {"word": "forbidden"}, Word.FORBIDDEN),
        ("set-member", {"credits": 40}, 40),
        ("set-member", {"word": "unlimited"}, Word.UNLIMITED),
        ("grant", {"credits": 40}, 140),
    ],
)
async def test_f22_what_a_moderator_sets_is_what_counts(
    stage: Stage, command: str, options: dict[str, Any], left: int | Word
):
    whom = {} if command == "set-default" else {"member": stage.alice}
    await stage.moderate(f"quota {command}", **options, **whom)
    assert await stage.left() == left
    if left is Word.FORBIDDEN:
        assert "Your allowance forbids all videos" in await stage.slash("animate", image=PHOTO)


async def test_f22_a_forbidden_role_keeps_its_members_from_ordering(stage: Stage, new_job: Jobs):
    role = stage.guild.create_role("muted")
    await stage.moderate("quota set-role", role=role, word="forbidden")
    stage.set_roles(stage.alice, role)
    with pytest.raises(NotPermitted):
        await ordered(stage, new_job, stage.alice)


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("set-default", {"credits": 100}),
        ("set-member", {"word": "default"}),
        ("reset", {}),
        ("unblock", {}),
    ],
)
async def test_f23_a_change_that_changes_nothing_says_so(stage: Stage, command: str, options: dict[str, Any]):
    whom = {} if command == "set-default" else {"member": stage.alice}
    text = await stage.moderate(f"quota {command}", **options, **whom)
    assert "Nothing changed" in text
    assert "It was so already" in text


@pytest.mark.parametrize("word", ["forbidden", "unlimited"])
async def test_f23_a_moderators_own_quota_can_be_changed_like_any_other(stage: Stage, word: str):
    await stage.moderate("quota set-member", member=stage.mia, word=word)
    usage = await stage.quotas.usage(stage.guild.id, stage.mia.id)
    assert (usage.allowance.holder, usage.allowance.limit) == (Holder.MEMBER, Word(word))
    text = await stage.moderate("quota grant", member=stage.mia, credits=-5)
    assert "only 0 are left to take back" in text


@pytest.mark.parametrize("command", ["set-default", "set-member", "set-role"])
async def test_an_allowance_that_no_video_fits_into_is_warned_of(stage: Stage, command: str):
    options = filled(stage, command, {})
    assert "too little for any video: the cheapest is" in await stage.moderate(f"quota {command}", credits=1, **options)
    for enough in ({"credits": 500}, {"word": "unlimited"}, {"word": "forbidden"}):
        assert "too little" not in await stage.moderate(f"quota {command}", **enough, **options)


async def test_a_deleted_role_loses_its_allowance(stage: Stage):
    role, other = stage.guild.create_role("painters"), stage.guild.create_role("others")
    await stage.moderate("quota set-role", role=role, credits=500)
    for one in (other, role):
        stage.env.backend.delete_role(stage.guild.id, one.id)
    await stage.env.settle()
    assert f"<@&{role.id}>" not in await stage.moderate("quota show")
    newest, earlier = await stage.quotas.changes(stage.guild.id, limit=5)
    assert (newest.actor_id, newest.role_id) == (BOT, role.id)
    assert (newest.before, newest.after) == ({"allowance": 500}, {"allowance": None})
    assert earlier.actor_id == stage.mia.id
    history = await stage.moderate("settings history")
    assert "Reason: the role was deleted" in history
    assert "By the bot itself" in history


async def test_a_role_that_was_deleted_unheard_loses_its_allowance_later(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    async def away() -> list[tuple[int, int]]:
        raise StorageUnavailable("no route to it")

    role, other = stage.guild.create_role("painters"), stage.guild.create_role("others")
    for one in (role, other):
        await stage.moderate("quota set-role", role=one, credits=500)
    with monkeypatch.context() as patch:
        patch.setattr(stage.quotas, "roles_with_allowance", away)
        stage.env.backend.delete_role(stage.guild.id, role.id)
        await stage.env.settle()
    assert stage.env.errors == []
    assert f"<@&{role.id}>: 500 credits" in await stage.moderate("quota show")
    cog = stage.bot.get_cog(Quota.__cog_name__)
    assert isinstance(cog, Quota)
    await cog.on_ready()  # as after a time in which the bot was away
    text = await stage.moderate("quota show")
    assert f"<@&{role.id}>" not in text
    assert f"<@&{other.id}>: 500 credits" in text

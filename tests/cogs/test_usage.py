"""`/usage` as members use it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from simcord.actors import MemberActor

from storage.quota_records import Action
from tests.cogs.conftest import PHOTO, Stage, texts_of


async def allow_giving(stage: Stage) -> None:
    await stage.quotas.change_server(stage.guild.id, lambda server: replace(server, giving=True), actor_id=stage.mia.id)


@pytest.fixture
def bob(stage: Stage) -> MemberActor:
    return stage.guild.add_member(stage.env.create_user("bob"))


async def test_usage_shows_credits_grants_and_the_last_jobs_with_their_costs(stage: Stage):
    await stage.moderate("quota grant", member=stage.alice, credits=30, until="3 days", reason="the contest")
    await stage.slash("animate", image=PHOTO, prompt="the sea moves")
    text = await stage.slash("usage show")
    assert "**79** of 100 left" in text
    assert f"- **30** until <t:{int((stage.clock.now + timedelta(days=3)).timestamp())}:f>: the contest" in text
    assert "the sea moves\n-# Kling 2.5 Turbo · 21 credits set aside" in text


async def test_usage_is_ones_own(stage: Stage):
    await stage.slash("animate", image=PHOTO)
    assert "**100** of 100 left" in await stage.moderate("usage show")


async def test_usage_names_the_pool_where_it_is_what_ends_first(stage: Stage):
    await stage.moderate("settings limits", pool=50)
    await stage.slash("animate", image=PHOTO)
    assert "All members together: **29 left**" in await stage.slash("usage show")
    assert "All members together: **29 left**" in await stage.moderate("quota show", member=stage.alice)


async def test_usage_names_the_servers_other_limits(stage: Stage):
    await stage.quotas.change_server(
        stage.guild.id, lambda server: replace(server, member_running=2, cooldown=60), actor_id=stage.mia.id
    )
    assert "Here: 2 of your videos at once, 1 minute between your orders." in await stage.slash("usage show")


async def test_granted_credits_can_be_given_and_both_ledgers_say_so(stage: Stage, bob: MemberActor):
    await allow_giving(stage)
    await stage.moderate("quota grant", member=stage.alice, credits=30, until="3 days")
    text = await stage.slash("usage give", member=bob, credits=20, reason="for your help")
    assert f"20 credits given\nTo <@{bob.id}>. Of the credits granted to you **10** are left, of 30." in text
    assert "> for your help" in text
    assert await stage.left() == 110
    received = await stage.quotas.usage(stage.guild.id, bob.id)
    assert [(one.left, one.until) for one in received.grants] == [(20, stage.clock.now + timedelta(days=3))]
    history = await stage.moderate("quota history")
    assert f"<@{stage.alice.id}>: **−20** given away to <@{bob.id}>" in history  # noqa: RUF001
    assert f"<@{bob.id}>: **+20** given by <@{stage.alice.id}>" in history
    assert history.count("for your help") == 2


async def test_the_giver_learns_nothing_of_what_the_receiver_has(stage: Stage, bob: MemberActor):
    await allow_giving(stage)
    await stage.moderate("quota grant", member=stage.alice, credits=30)
    await stage.moderate("quota grant", member=bob, credits=777)
    text = await stage.slash("usage give", member=bob, credits=20)
    assert "777" not in text
    assert "797" not in text


async def test_only_granted_credits_can_be_given(stage: Stage, bob: MemberActor):
    await allow_giving(stage)
    await stage.moderate("quota grant", member=stage.alice, credits=5)
    text = await stage.slash("usage give", member=bob, credits=20)
    assert "You can give at most **5 credits**" in text
    assert "**Nothing was moved.**" in text
    assert await stage.left() == 105


async def test_nothing_is_given_where_the_server_does_not_allow_it(stage: Stage, bob: MemberActor):
    await stage.moderate("quota grant", member=stage.alice, credits=30)
    assert "does not let members give" in await stage.slash("usage give", member=bob, credits=20)
    assert await stage.left() == 130


async def test_nothing_is_given_to_oneself_bots_or_strangers(stage: Stage, bob: MemberActor):
    await allow_giving(stage)
    await stage.moderate("quota grant", member=stage.alice, credits=30)
    robot = stage.guild.add_member(stage.env.create_user("robot", bot=True))
    assert "yours already" in await stage.slash("usage give", member=stage.alice, credits=20)
    assert "Name a person" in await stage.slash("usage give", member=robot, credits=20)
    assert await stage.left() == 130
    assert Action.GIVE not in [change.action for change in await stage.quotas.changes(stage.guild.id, limit=9)]


async def test_a_gift_to_many_never_makes_credits(stage: Stage):
    await allow_giving(stage)
    await stage.moderate("quota grant", member=stage.alice, credits=30)
    friends = [stage.guild.add_member(stage.env.create_user(f"friend{number}")) for number in range(4)]
    for friend in friends:
        await stage.call(stage.alice, "usage give", member=friend, credits=9)
    received = [(await stage.quotas.usage(stage.guild.id, friend.id)).granted for friend in friends]
    assert received == [9, 9, 9, 0]
    answer = await stage.call(stage.alice, "usage show")
    assert "**+3 granted**" in "\n".join(texts_of(answer.components))

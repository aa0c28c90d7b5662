"""Who may use moderators' commands and buttons, and who is told that they may not. Mia has Manage Server."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import discord
import pytest
from simcord.actors import MemberActor
from structlog.testing import capture_logs

from storage.quota_records import Action, Origin
from storage.records import NewJob
from tests.cogs.conftest import COMMANDS, PHOTO, Stage, filled, texts_of

Jobs = Callable[..., NewJob]


async def ordered(stage: Stage, new_job: Jobs, member: MemberActor, credits: int = 21) -> str:
    roles = frozenset(stage.env.backend.get_guild(stage.guild.id).members[member.id].role_ids)
    new = new_job(server_id=stage.guild.id, member_id=member.id, credits=credits)
    return (await stage.store.accept(new, Origin(role_ids=roles))).job.id


def entries_of(text: str) -> list[str]:
    return [line.rpartition("entry ")[2] for line in text.splitlines() if "· entry " in line]


async def test_a_stale_button_pressed_without_the_role_shows_nothing(stage: Stage, new_job: Jobs):
    for _ in range(10):
        await ordered(stage, new_job, stage.alice, 1)
    page = await stage.call(stage.mia, "quota history")
    stage.set_roles(stage.mia)
    text = await stage.press(stage.mia, page, "Older ▶")
    assert "Only moderators can do this" in text
    assert entries_of(text) == []


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_member_without_rights_changes_nothing_and_is_told_so(stage: Stage, name: str):
    stage.reveal("quota")
    with capture_logs() as lines:
        text = await stage.slash(f"quota {name}", **filled(stage, name, COMMANDS[name]))
    assert "Only moderators can do this" in text
    assert "**Nothing was changed.**" in text
    assert [line["member"] for line in lines if line["event"] == "not a moderator"] == [stage.alice.id]
    assert await stage.changes() == []
    assert await stage.left() == 100
    assert (await stage.quotas.server(stage.guild.id)).allowance == 100


def test_every_command_of_the_group_is_tried_without_rights(stage: Stage):
    group = stage.bot.tree.get_command("quota")
    assert isinstance(group, discord.app_commands.Group)
    assert {command.name for command in group.commands} == set(COMMANDS)


async def test_discord_offers_the_group_to_moderators_only(stage: Stage):
    assert "quota show" in stage.mia.available_commands(stage.channel)
    assert "quota show" not in stage.alice.available_commands(stage.channel)
    assert "usage show" in stage.alice.available_commands(stage.channel)


async def test_a_role_that_the_settings_name_makes_a_moderator(stage: Stage):
    role = stage.guild.create_role("helpers")
    ben = stage.guild.add_member(stage.env.create_user("ben"), roles=[role])
    stage.reveal("quota")
    refused = await stage.call(ben, "quota grant", member=stage.alice, credits=5)
    assert "Only moderators" in "\n".join(texts_of(refused.components))
    await stage.moderate("settings moderator-roles", action="add", role=role)
    granted = await stage.call(ben, "quota grant", member=stage.alice, credits=5)
    assert "**5 credits**" in "\n".join(texts_of(granted.components))
    stage.set_roles(ben)
    again = "\n".join(texts_of((await stage.call(ben, "quota grant", member=stage.alice, credits=5)).components))
    assert f"<@&{role.id}>" in again
    assert await stage.left() == 105


async def test_moderators_of_another_server_see_and_change_nothing(stage: Stage, new_job: Jobs):
    await stage.moderate("quota grant", member=stage.alice, credits=30, reason="the contest")
    other = stage.env.create_guild("Elsewhere")
    channel = other.create_text_channel("films")
    chief = other.add_member(
        stage.env.create_user("chief"),
        roles=[other.create_role("Chiefs", permissions=discord.Permissions(administrator=True))],
    )
    there = other.add_member(stage.alice.user)
    stage.guild.add_member(chief.user)
    for command, options in (
        ("grant", {"member": there, "credits": 5}),
        ("block", {"member": there, "reason": "elsewhere"}),
        ("set-default", {"credits": 1}),
    ):
        await chief.slash(channel, f"quota {command}", **options)
    history = (await chief.slash(channel, "quota history")).response
    assert history is not None
    assert "the contest" not in "\n".join(texts_of(history.components))
    assert await stage.left() == 130
    assert "Your video is ordered" in await stage.slash("animate", image=PHOTO)
    assert await stage.changes() == [Action.GRANT]


async def test_a_page_of_one_server_shows_only_that_server_wherever_its_button_is_pressed(stage: Stage, new_job: Jobs):
    for _ in range(10):
        await ordered(stage, new_job, stage.alice, 1)
    page = await stage.call(stage.mia, "quota history")
    other = stage.env.create_guild("Elsewhere")
    channel = other.create_text_channel("films")
    chief = other.add_member(
        stage.env.create_user("chief"),
        roles=[other.create_role("Chiefs", permissions=discord.Permissions(administrator=True))],
    )
    there = (await chief.slash(channel, "quota history")).response
    assert there is not None
    stored = stage.env.backend.get_message(there.channel_id, there.id)
    stored.components = stage.env.backend.get_message(page.channel_id, page.id).components
    await chief.click(there, label="Older ▶")
    shown = "\n".join(texts_of(stage.env.backend.get_message(there.channel_id, there.id).components))
    assert "Nothing yet." in shown


async def test_a_moderators_command_without_a_database_changes_nothing_and_says_so(stage: Stage, sqlite_url: str):
    with closing(sqlite3.connect(sqlite_url.partition("///")[2])) as other:
        other.execute("DROP TABLE servers")
    stage.reveal("quota")
    text = await stage.moderate("quota grant", member=stage.alice, credits=5)
    assert "cannot reach its database" in text
    assert "Before you repeat a change" in text
    assert "cannot reach its database" in await stage.slash("quota grant", member=stage.alice, credits=5)

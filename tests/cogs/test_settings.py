"""`/settings` as moderators meet it: typed, confirmed, kept in the audit, and refused to everybody else."""

from dataclasses import replace
from typing import Any

import discord
import pytest

from cogs.edits import change_of
from cogs.paging import Turn
from cogs.settings import Settings
from storage.limits import Word
from storage.quota_records import Adult, Place, Server
from storage.windows import Period
from tests.cogs.conftest import Stage, texts_of


async def server_of(stage: Stage) -> Server:
    return await stage.quotas.server(stage.guild.id)


async def test_a_new_server_shows_its_defaults(stage: Stage):
    text = await stage.moderate("settings show")
    assert "Allowance: **100 credits a day**" in text
    assert "Time zone: **UTC**" in text
    assert "Channels where videos may be ordered: **all**" in text
    assert "-# /settings channels · roles · place · language\n" in text


@pytest.mark.parametrize("word", ["unlimited", "forbidden"])
async def test_an_allowance_that_is_a_word_has_no_window(stage: Stage, word: str):
    await stage.moderate("quota set-default", word=word)
    assert f"Allowance: **{word}**\n" in await stage.moderate("settings show")


PLAIN: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("limits", {"pool": 500}, {"pool": 500}, "All members together: unlimited → **500 credits**"),
    ("limits", {"most_credits": 40}, {"most_credits": 40}, "Most for one video: unlimited → **40 credits**"),
    ("limits", {"member_running": 2}, {"member_running": 2}, "of one member: unlimited → **2**"),
    ("limits", {"server_running": 9}, {"server_running": 9}, "on the server: unlimited → **9**"),
    ("limits", {"cooldown": 60}, {"cooldown": 60}, "Wait between two orders: none → **1 minute**"),
    ("limits", {"confirm_percent": 0}, {"confirm_percent": None}, "→ **never asks**"),
    ("limits", {"confirm_percent": 80}, {"confirm_percent": 80}, "→ **80 % of a window's credits, or more**"),
    ("window", {"period": "week"}, {"period": Period.WEEK}, "Window: day → **week**"),
    ("window", {"time_zone": "europe/berlin"}, {"time_zone": "Europe/Berlin"}, "UTC → **Europe/Berlin**"),
    (
        "words",
        {"action": "add", "kind": "forbidden", "words": "Foo, b  a r ,foo"},
        {"words": {"foo", "b a r"}},
        "none →",
    ),
    ("words", {"action": "add", "kind": "adult", "words": "foo"}, {"adult_words": {"foo"}}, "only the built-in ones →"),
    ("adult", {"where": "age_restricted"}, {"adult": Adult.AGE_RESTRICTED}, "forbidden everywhere → **in age-"),
    ("language", {"language": "de"}, {"language": "de"}, "→ **Deutsch**"),
    ("place", {"where": "channel"}, {"place": Place.CHANNEL}, "→ **into the channel**"),
    ("giving", {"allowed": True}, {"giving": True}, "Members may give credits: no → **yes**"),
    (
        "models",
        {"action": "add", "model": "kling-v2-5-turbo"},
        {"models": {"kling-v2-5-turbo"}},
        "Models: all → **kling-v2-5-turbo**",
    ),
    ("providers", {"action": "add", "provider": "kling"}, {"providers": {"kling"}}, "Providers: all → **Kling**"),
]


@pytest.mark.parametrize(("command", "options", "expected", "text"), PLAIN)
async def test_a_setting_is_changed_and_confirmed_with_before_and_after(stage: Stage, command, options, expected, text):
    before = await server_of(stage)
    answer = await stage.moderate(f"settings {command}", **options)
    assert text in answer
    assert await server_of(stage) == replace(before, **expected)
    (change,) = await stage.quotas.changes(stage.guild.id, limit=5)
    assert change.actor_id == stage.mia.id
    assert change.after.keys() == expected.keys()


@pytest.mark.parametrize(("command", "options", "expected", "text"), PLAIN)
async def test_the_same_again_changes_nothing_and_says_so(stage: Stage, command, options, expected, text):
    await stage.moderate(f"settings {command}", **options)
    before = await server_of(stage)
    assert "Nothing changed" in await stage.moderate(f"settings {command}", **options)
    assert await server_of(stage) == before


async def test_channels_are_added_removed_and_cleared(stage: Stage):
    other, category = stage.guild.create_text_channel("other"), stage.guild.create_category("films")
    await stage.moderate("settings channels", action="add", channel=stage.channel)
    await stage.moderate("settings channels", action="add", channel=category)
    text = await stage.moderate("settings channels", action="add", channel=other)
    assert f"<#{other.id}>" in text
    assert (await server_of(stage)).channels == {stage.channel.id, category.id, other.id}
    await stage.moderate("settings channels", action="remove", channel=other)
    assert (await server_of(stage)).channels == {stage.channel.id, category.id}
    assert "→ **all**" in await stage.moderate("settings channels", action="clear")
    assert (await server_of(stage)).channels == frozenset()


async def test_the_last_of_a_list_goes_only_by_clearing_it(stage: Stage):
    await stage.moderate("settings channels", action="add", channel=stage.channel)
    text = await stage.moderate("settings channels", action="remove", channel=stage.channel)
    assert "all channels are allowed" in text
    assert "`clear`" in text
    assert (await server_of(stage)).channels == {stage.channel.id}


async def test_moderator_roles_come_with_word_of_discords_own_permissions(stage: Stage):
    role = stage.guild.create_role("helpers")
    text = await stage.moderate("settings moderator-roles", action="add", role=role)
    assert f"only members with Manage Server → **<@&{role.id}>**" in text
    assert "Integrations" in text
    await stage.moderate("settings moderator-roles", action="remove", role=role)
    assert (await server_of(stage)).moderator_roles == frozenset()


async def test_roles_are_listed_but_everyone_is_none(stage: Stage):
    role = stage.guild.create_role("artists")
    await stage.moderate("settings roles", action="add", role=role)
    everyone = await stage.moderate("settings roles", action="add", role=stage.guild.default_role)
    assert "@everyone is no choice" in everyone
    assert (await server_of(stage)).roles == {role.id}


async def test_a_limit_is_lifted(stage: Stage):
    await stage.moderate("settings limits", pool=5, most_credits=100)
    text = await stage.moderate("settings limits", lift="pool")
    assert "All members together: 5 credits → **unlimited**" in text
    server = await server_of(stage)
    assert (server.pool, server.most_credits) == (Word.UNLIMITED, 100)


async def test_words_are_listed_for_moderators_only(stage: Stage):
    assert "None." in await stage.moderate("settings words", action="list", kind="forbidden")
    await stage.moderate("settings words", action="add", kind="forbidden", words="zebra,*apple*")
    text = await stage.moderate("settings words", action="list", kind="forbidden")
    assert text.index(r"\*apple\*") < text.index("zebra")
    await stage.moderate("settings words", action="remove", kind="forbidden", words="ZEBRA")
    assert (await server_of(stage)).words == {"*apple*"}


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("channels", {"action": "add"}, "Name the `channel` to add."),
    ("channels", {"action": "remove"}, "Name the `channel` to remove."),
    ("roles", {"action": "add"}, "Name the `role` to add."),
    ("models", {"action": "clear", "model": "kling-v2-5-turbo"}, "leave `model` out"),
    ("models", {"action": "tidy", "model": "kling-v2-5-turbo"}, "leave `model` out"),
    ("models", {"action": "tidy"}, "nothing to tidy"),
    ("models", {"action": "add", "model": "**x**"}, r"“\*\*x\*\*”"),
    ("models", {"action": "add", "model": "kling-v2-five"}, "There is no model"),
    ("models", {"action": "remove", "model": "kling-v2-5-turbo"}, "All models are allowed now."),
    ("limits", {}, "Name at least one limit"),
    ("limits", {"pool": 5, "lift": "pool"}, "cannot be set and lifted at once"),
    ("window", {}, "Name a `period`"),
    ("window", {"time_zone": "Europe/Berln"}, "Did you mean Europe/Berlin"),
    ("window", {"time_zone": "localtime"}, "There is no time zone"),
    ("window", {"time_zone": "../../etc/passwd"}, "There is no time zone"),
    ("words", {"action": "add", "kind": "forbidden"}, "Name the `words` to add."),
    ("words", {"action": "add", "kind": "forbidden", "words": " , ,"}, "Name one word"),
    ("words", {"action": "add", "kind": "adult", "words": "x" * 41}, "at most 40 characters"),
    ("words", {"action": "add", "kind": "forbidden", "words": "\u200b\u200d"}, "nothing that could be found"),
]


@pytest.mark.parametrize(("command", "options", "text"), REFUSED)
async def test_what_cannot_be_is_refused_with_what_is_allowed(stage: Stage, command, options, text):
    before = await server_of(stage)
    answer = await stage.moderate(f"settings {command}", **options)
    assert text in answer
    assert "othing was changed" in answer
    assert await server_of(stage) == before
    assert await stage.quotas.changes(stage.guild.id, limit=5) == []


async def test_lists_are_bounded(stage: Stage):
    for start in (0, 100):
        words = ",".join(f"w{number}" for number in range(start, start + 100))
        await stage.moderate("settings words", action="add", kind="forbidden", words=words)
    text = await stage.moderate("settings words", action="add", kind="forbidden", words="one-more")
    assert "At most 200 words can be listed; 200 are now." in text
    assert len((await server_of(stage)).words) == 200


async def test_a_setting_that_leaves_no_model_is_warned_of(stage: Stage):
    text = await stage.moderate("settings providers", action="add", provider="ezmodel")
    assert "no model is left" in text
    assert "EZModel is not switched on" in text
    assert "no model is left" not in await stage.moderate("settings providers", action="add", provider="kling")


async def test_a_price_that_no_video_has_is_warned_of(stage: Stage):
    assert "No video costs so little" in await stage.moderate("settings limits", most_credits=1)
    assert "No video costs so little" not in await stage.moderate("settings limits", most_credits=500)


async def test_a_model_that_is_gone_from_the_catalogue_can_be_removed(stage: Stage):
    models = frozenset({"gone", "kling-v2-5-turbo"})
    await stage.quotas.change_server(stage.guild.id, change_of(models=models), actor_id=1)
    await stage.moderate("settings models", action="remove", model="gone")
    assert (await server_of(stage)).models == {"kling-v2-5-turbo"}


async def test_a_pool_that_no_video_fits_into_is_warned_of(stage: Stage):
    assert "All members together have too little" in await stage.moderate("settings limits", pool=1)
    assert "too little" not in await stage.moderate("settings limits", pool=500)


async def test_what_was_deleted_in_discord_is_marked_and_tidied(stage: Stage):
    backend, kept = stage.env.backend, stage.guild.create_role("kept")
    channel, role = stage.guild.create_text_channel("gone"), stage.guild.create_role("gone")
    for one in (stage.channel, channel):
        await stage.moderate("settings channels", action="add", channel=one)
    await stage.moderate("settings log-channel", channel=channel)
    for command, each in (("roles", role), ("moderator-roles", role), ("moderator-roles", kept)):
        await stage.moderate(f"settings {command}", action="add", role=each)
    assert "nothing to tidy" in await stage.moderate("settings channels", action="tidy")
    backend.delete_channel(channel.id)
    backend.delete_role(stage.guild.id, role.id)
    text = await stage.moderate("settings show")
    assert f"**<#{stage.channel.id}>**, and 1 deleted" in text
    assert "Roles that may order: **1 deleted**\n⚠️ So nobody can order" in text
    assert f"Moderator roles: **<@&{kept.id}>**, and 1 deleted\nLog channel: **deleted**" in text
    await stage.moderate("settings channels", action="tidy")
    await stage.moderate("settings moderator-roles", action="tidy")
    assert "`add` one that may be used first" in await stage.moderate("settings roles", action="tidy")
    after = await server_of(stage)
    left = (after.channels, after.roles, after.moderator_roles)
    assert [set(one) for one in left] == [{stage.channel.id}, {role.id}, {kept.id}]


async def test_models_that_the_catalogue_has_lost_are_tidied(stage: Stage):
    models = frozenset({"gone", "kling-v2-5-turbo"})
    await stage.quotas.change_server(stage.guild.id, change_of(models=models), actor_id=1)
    assert "**Kling 2.5 Turbo**, and 1 deleted" in await stage.moderate("settings show")
    await stage.moderate("settings models", action="tidy")
    assert (await server_of(stage)).models == {"kling-v2-5-turbo"}


async def test_nothing_is_tidied_before_discord_has_told_what_there_is(stage: Stage):
    await stage.moderate("settings channels", action="add", channel=stage.channel)
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild is not None
    guild.unavailable = True
    assert "Try again in a minute" in await stage.moderate("settings channels", action="tidy")
    assert "deleted" not in await stage.moderate("settings show")
    assert (await server_of(stage)).channels == {stage.channel.id}


async def test_the_log_channel_is_one_that_the_bot_may_post_in(stage: Stage):
    text = await stage.moderate("settings log-channel", channel=stage.channel)
    assert f"Log channel: none → **<#{stage.channel.id}>**" in text
    assert f"<#{stage.channel.id}> → **none**" in await stage.moderate("settings log-channel")
    stage.deny_bot("send_messages", "embed_links")
    refused = await stage.moderate("settings log-channel", channel=stage.channel)
    assert "the bot is missing: Send Messages and Embed Links" in refused
    assert (await server_of(stage)).log_channel_id is None


async def test_zones_and_models_are_suggested(stage: Stage):
    zones = await stage.mia.autocomplete(stage.channel, "settings window", "time_zone", "berl")
    assert [choice["value"] for choice in zones] == ["Europe/Berlin"]
    york = await stage.mia.autocomplete(stage.channel, "settings window", "time_zone", "new york")
    assert york[0]["value"] == "America/New_York"
    models = await stage.mia.autocomplete(stage.channel, "settings models", "model", "2.5", action="add")
    assert models[0]["value"] == "kling-v2-5-turbo"


EVERY: list[tuple[str, dict[str, Any]]] = [
    *((command, options) for command, options, _, _ in PLAIN),
    ("show", {}),
    ("history", {}),
    ("channels", {"action": "clear"}),
    ("roles", {"action": "clear"}),
    ("moderator-roles", {"action": "clear"}),
    ("log-channel", {}),
    ("words", {"action": "list", "kind": "forbidden"}),
]


def test_every_command_is_tried_without_rights():
    assert {command for command, _ in EVERY} == {command.name for command in Settings.__cog_app_commands__}


async def test_who_is_no_moderator_changes_nothing_and_is_told_so(stage: Stage):
    stage.reveal("settings")
    before = await server_of(stage)
    for command, options in EVERY:
        text = await stage.slash(f"settings {command}", **options)
        assert "Only moderators" in text, command
    assert await server_of(stage) == before
    assert await stage.quotas.changes(stage.guild.id, limit=5) == []


async def test_a_moderator_role_is_enough_until_it_is_taken_away(stage: Stage):
    stage.reveal("settings")
    role = stage.guild.create_role("helpers")
    helper = stage.guild.add_member(stage.env.create_user("hal"), roles=[role])
    await stage.moderate("settings moderator-roles", action="add", role=role)
    answer = await stage.call(helper, "settings limits", pool=7)
    assert "→ **7 credits**" in "\n".join(texts_of(answer.components))
    await stage.moderate("settings moderator-roles", action="clear")
    answer = await stage.call(helper, "settings limits", pool=8)
    assert "Only moderators" in "\n".join(texts_of(answer.components))
    assert (await server_of(stage)).pool == 7


async def test_discord_hides_the_commands_from_members(stage: Stage):
    assert "settings limits" not in stage.alice.available_commands(stage.channel)


async def make_changes(stage: Stage, number: int) -> None:
    for pool in range(1, number + 1):
        await stage.quotas.change_server(stage.guild.id, change_of(pool=pool), actor_id=9)


def pools_of(text: str) -> list[int]:
    return [
        int(line.split("**")[1].split()[0]) for line in text.splitlines() if line.startswith("All members together")
    ]


async def test_the_history_is_turned_by_its_buttons(stage: Stage):
    await make_changes(stage, 12)
    message = await stage.call(stage.mia, "settings history")
    text = "\n".join(texts_of(message.components))
    assert pools_of(text) == [12, 11, 10, 9, 8]
    assert "Newer" not in text
    assert pools_of(await stage.press(stage.mia, message, "Older ▶")) == [7, 6, 5, 4, 3]
    last = await stage.press(stage.mia, message, "Older ▶")
    assert pools_of(last) == [2, 1]
    assert "Older" not in last
    assert pools_of(await stage.press(stage.mia, message, "◀ Newer")) == [7, 6, 5, 4, 3]
    assert pools_of(await stage.press(stage.mia, message, "◀ Newer")) == [12, 11, 10, 9, 8]


async def test_a_button_works_after_a_restart(stage: Stage):
    await make_changes(stage, 6)
    message = await stage.call(stage.mia, "settings history")
    cog = stage.bot.get_cog("Settings")
    assert cog is not None
    stage.bot.remove_dynamic_items(Turn)
    await cog.cog_load()
    assert pools_of(await stage.press(stage.mia, message, "Older ▶")) == [1]


async def test_a_button_checks_who_presses_it(stage: Stage):
    await make_changes(stage, 6)
    message = await stage.call(stage.mia, "settings history")
    stage.set_roles(stage.mia)
    text = await stage.press(stage.mia, message, "Older ▶")
    assert "Only moderators" in text
    assert pools_of(text) == []


async def test_moderators_see_and_change_their_own_server_only(stage: Stage):
    await make_changes(stage, 1)
    there = stage.env.create_guild("Elsewhere")
    channel = there.create_text_channel("films")
    owner = there.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
    olga = there.add_member(stage.env.create_user("olga"), roles=[owner])
    answer = await stage.call(olga, "settings history", channel)
    assert "None yet." in "\n".join(texts_of(answer.components))
    await stage.call(olga, "settings limits", channel, pool=99)
    assert (await server_of(stage)).pool == 1
    assert (await stage.quotas.server(there.id)).pool == 99


@pytest.mark.parametrize("cog", ["Gone", "Help"])
async def test_a_button_of_another_version_is_outdated(stage: Stage, monkeypatch: pytest.MonkeyPatch, cog: str):
    await make_changes(stage, 6)
    monkeypatch.setattr(Settings, "qualified_name", cog)
    message = await stage.call(stage.mia, "settings history")
    assert "has changed" in await stage.press(stage.mia, message, "Older ▶")


async def test_a_server_chooses_the_language_of_what_is_posted(stage: Stage) -> None:
    assert "Language: **as this server is set in Discord**" in await stage.moderate("settings show")
    text = await stage.moderate("settings language", language="de")
    assert "Deutsch" in text
    assert "Language: **Deutsch**" in await stage.moderate("settings show")
    assert (await stage.quotas.server(stage.guild.id)).language == "de"
    assert await stage.changes() == ["settings"]
    await stage.moderate("settings language", language="auto")
    assert (await stage.quotas.server(stage.guild.id)).language is None

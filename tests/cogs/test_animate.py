import io
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

import aiohttp
import discord
import pytest
from PIL import Image
from simcord.builders import ChannelHandle
from structlog.testing import capture_logs

import storage.database
from storage.errors import NotPermitted, Rule, StorageUnavailable
from storage.quota_records import Adult, Place
from tests.cogs.conftest import PHOTO, Stage, photograph


def png(width: int, height: int, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, "PNG")
    return out.getvalue()


async def test_an_order_is_answered_with_cost_rest_place_and_time(stage: Stage):
    text = await stage.slash("animate", image=PHOTO, prompt="the sea moves")
    assert "**21 credits**" in text
    assert "**79** of 100 left" in text
    assert "Next in line, expected <t:" in text
    (job,) = await stage.jobs()
    assert job.id in text
    assert job.model == "kling-v2-5-turbo"
    assert job.in_thread
    assert await stage.left() == 79


async def test_every_option_arrives_in_the_job(stage: Stage):
    await stage.moderate("quota set-default", credits=1000)
    await stage.slash(
        "animate",
        image=PHOTO,
        end_image=PHOTO,
        prompt="the sea moves",
        negative_prompt="blur",
        model="kling-v3",
        duration=7,
        mode="pro",
        cfg_scale=0.5,
    )
    (job,) = await stage.jobs()
    asked = ("prompt", "negative_prompt", "model", "duration", "mode", "cfg_scale", "end_image")
    expected = ["the sea moves", "blur", "kling-v3", 7, "pro", 0.5, True]
    assert [job.request[name] for name in asked] == expected
    assert {picture.kind for picture in await stage.store.pictures(job.id)} == {"image", "end_image"}


async def test_a_second_order_stands_behind_the_first(stage: Stage):
    await stage.slash("animate", image=PHOTO)
    assert "Place 2 in the queue" in await stage.slash("animate", image=PHOTO)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("cat.png", b"this is text, not a picture", "“cat.png” is not a picture that can be read"),
        ("cut.jpg", photograph()[:2000], "“cut.jpg” is damaged or incomplete"),
        ("bomb.png", png(10_000, 10_000, "1"), "“bomb.png” has"),
        ("empty.png", b"", "“empty.png” is empty"),
    ],
)
async def test_a_bad_picture_is_refused_and_costs_nothing(stage: Stage, name: str, content: bytes, sentence: str):
    assert sentence in await stage.refused(image=(name, content))


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"prompt": "x" * 2501}, "The prompt has 2,501 characters; at most 2,500 are allowed."),
        ({"model": "kling-v9"}, "There is no model “kling-v9”. Did you mean Kling 3.0"),
        ({"model": "kling-v1"}, "was switched off by its provider on 2026-09-15"),
        ({"duration": 7}, "Kling 2.5 Turbo makes videos of 5 or 10 seconds, not 7."),
        ({"mode": "4k"}, "Kling 2.5 Turbo has the mode std or pro, not 4k."),
        ({"model": "kling-v3"}, "Kling 3.0 needs a `prompt`."),
        ({"cfg_scale": 0.5}, "Kling 2.5 Turbo cannot use `cfg_scale`. Kling 3.0 can."),
    ],
)
async def test_impossible_options_are_refused_and_cost_nothing(stage: Stage, options: dict[str, object], sentence: str):
    assert sentence in await stage.refused(image=PHOTO, **options)


async def test_too_few_credits_name_what_is_missing_and_that_waiting_does_not_help(stage: Stage):
    text = await stage.refused(image=PHOTO, model="kling-v3", prompt="x", mode="pro", duration=15)
    assert "costs **168 credits**" in text
    assert "You have **100** left, 68 credits short." in text
    assert "Waiting does not help" in text


async def test_a_spent_allowance_names_when_it_renews(stage: Stage, new_job):
    await stage.store.accept(new_job(server_id=stage.guild.id, member_id=stage.alice.id, credits=90))
    text = await stage.slash("animate", image=PHOTO)
    renewal = int((await stage.store.usage(stage.guild.id, stage.alice.id)).renews_at.timestamp())
    assert "You have **10** left, 11 credits short." in text
    assert f"Enough again <t:{renewal}:R>" in text


async def test_without_a_database_nothing_is_accepted(stage: Stage, sqlite_url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(storage.database, "BUSY_TIMEOUT", 10)
    with closing(sqlite3.connect(sqlite_url.partition("///")[2])) as other:
        other.execute("BEGIN IMMEDIATE")
        text = await stage.slash("animate", image=PHOTO)
    assert "Nothing was accepted and nothing was charged" in text
    assert await stage.jobs() == []


@pytest.mark.parametrize(
    ("permission", "name"),
    [
        ("send_messages", "Send Messages"),
        ("attach_files", "Attach Files"),
        ("embed_links", "Embed Links"),
    ],
)
async def test_where_the_bot_may_not_post_nothing_is_charged(stage: Stage, permission: str, name: str):
    stage.deny_bot(permission)
    assert f"- {name}" in await stage.refused(image=PHOTO)


@pytest.mark.parametrize("permission", ["create_public_threads", "send_messages_in_threads"])
async def test_without_threads_the_result_goes_into_the_channel(stage: Stage, permission: str):
    stage.deny_bot(permission)
    await stage.slash("animate", image=PHOTO)
    (job,) = await stage.jobs()
    assert not job.in_thread


async def test_inside_a_thread_no_other_thread_is_opened(stage: Stage):
    parent = stage.bot.get_channel(stage.channel.id)
    assert isinstance(parent, discord.TextChannel)
    await parent.create_thread(name="talk", type=discord.ChannelType.public_thread)
    (thread,) = stage.channel.threads
    await stage.slash("animate", thread, image=PHOTO)
    (job,) = await stage.jobs()
    assert not job.in_thread
    assert job.channel_id == thread.id


async def test_in_a_voice_chat_no_thread_is_opened(stage: Stage):
    await stage.slash("animate", stage.guild.create_voice_channel("stage"), image=PHOTO)
    (job,) = await stage.jobs()
    assert not job.in_thread


@pytest.mark.parametrize(("status", "code"), [(400, 40060), (404, 10062)])
async def test_a_command_that_another_process_took_is_left_alone(stage: Stage, status: int, code: int):
    stage.env.inject_error("POST", "/interactions/*/*/callback", status=status, code=code)
    result = await stage.alice.slash(stage.channel, "animate", image=PHOTO)
    assert result.response is None
    assert result.followups == []
    assert await stage.jobs() == []


async def test_an_order_stands_although_its_answer_does_not_arrive(stage: Stage):
    stage.env.inject_error("PATCH", "/webhooks/*/*/messages/@original", status=401, code=50027)
    await stage.alice.slash(stage.channel, "animate", image=PHOTO)
    assert len(await stage.jobs()) == 1


async def test_an_order_is_confirmed_although_the_database_fails_behind_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    async def unavailable(job_id: str, seconds: float) -> int:
        raise StorageUnavailable("gone")

    monkeypatch.setattr(stage.cards, "wait_posted", unavailable)
    assert "Your video is ordered" in await stage.slash("animate", image=PHOTO)


async def test_a_picture_that_discord_does_not_hand_over_is_asked_for_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    async def broken(url: str) -> bytes:
        raise aiohttp.ServerDisconnectedError

    monkeypatch.setattr(stage.bot.http, "get_from_cdn", broken)
    assert "Discord did not hand the picture over" in await stage.refused(image=PHOTO)


async def test_models_are_suggested_with_their_price(stage: Stage):
    choices = await stage.alice.autocomplete(stage.channel, "animate", "model", "2.5")
    line = "Kling 2.5 Turbo · 5 or 10 s · from 21 credits · end picture"
    assert choices[0] == {"name": line, "value": "kling-v2-5-turbo"}


async def test_only_what_the_server_allows_is_suggested(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    await change(stage, models=frozenset({"kling-v3"}), providers=frozenset({"kling"}))
    assert [choice["value"] for choice in await stage.alice.autocomplete(stage.channel, "animate", "model", "")] == [
        "kling-v3"
    ]
    providers = await stage.alice.autocomplete(stage.channel, "animate", "provider", "")
    assert providers == [{"name": "Kling", "value": "kling"}]
    await change(stage, providers=frozenset({"ai302"}))
    assert await stage.alice.autocomplete(stage.channel, "animate", "provider", "") == []

    async def unavailable(server_id: int) -> None:
        raise StorageUnavailable("gone")

    monkeypatch.setattr(stage.quotas, "server", unavailable)
    assert len(await stage.alice.autocomplete(stage.channel, "animate", "model", "")) > 1
    assert await stage.alice.autocomplete(stage.channel, "animate", "provider", "kli") == providers


async def test_another_model_than_those_of_the_server_is_refused(stage: Stage):
    await change(stage, models=frozenset({"kling-v3"}))
    assert "These models can be used here: Kling 3.0." in await stage.refused(image=PHOTO, model="kling-v2-5-turbo")


@pytest.mark.parametrize("allowed", ["channel", "parent", "category"])
async def test_a_channel_stands_for_its_threads_and_a_category_for_its_channels(stage: Stage, allowed: str):
    category = stage.guild.create_category("arts")
    films = stage.guild.create_text_channel("more-films", category=category)
    thread = await thread_in(stage, films)
    wanted = {"channel": thread, "parent": films, "category": category}[allowed]
    await change(stage, channels=frozenset({wanted.id}))
    assert f"<#{wanted.id}>" in await stage.refused(image=PHOTO)
    await stage.slash("animate", thread, image=PHOTO)
    (job,) = await stage.jobs()
    assert job.channel_id == thread.id


@pytest.mark.parametrize("inside", ["channel", "thread"])
async def test_adult_words_are_for_age_restricted_channels(stage: Stage, inside: str):
    await change(stage, adult=Adult.AGE_RESTRICTED)
    sentence = "This server allows them in age-restricted channels only."
    assert sentence in await stage.refused(image=PHOTO, prompt="a nude statue")
    cellar = stage.guild.create_text_channel("cellar")
    place = cellar if inside == "channel" else await thread_in(stage, cellar)
    known = stage.bot.get_channel(cellar.id)
    assert isinstance(known, discord.TextChannel)
    known.nsfw = True  # SimCord knows no age-restricted channels
    await stage.slash("animate", place, image=PHOTO, prompt="a nude statue")
    (job,) = await stage.jobs()
    assert job.channel_id == place.id


async def test_a_refused_word_stands_in_no_answer_and_no_log(stage: Stage):
    await change(stage, words=frozenset({"dragon"}))
    with capture_logs() as lines:
        text = await stage.refused(image=PHOTO, prompt="a red drag0n flies")
    assert "The prompt has a word that this server does not allow." in text
    assert [line["event"] for line in lines] == ["words refused", "command refused"]
    assert not any(word in f"{text}{lines}" for word in ("drag", "red d"))


async def test_a_member_is_seen_with_their_roles(stage: Stage):
    role = stage.guild.create_role("painters")
    await change(stage, roles=frozenset({role.id}))
    assert f"<@&{role.id}>" in await stage.refused(image=PHOTO)
    stage.set_roles(stage.alice, role)
    await stage.slash("animate", image=PHOTO)
    assert len(await stage.jobs()) == 1


async def test_videos_stay_in_the_channel_where_the_server_wants_that(stage: Stage):
    await change(stage, place=Place.CHANNEL)
    await stage.slash("animate", image=PHOTO)
    (job,) = await stage.jobs()
    assert not job.in_thread


async def change(stage: Stage, **settings: Any) -> None:
    await stage.quotas.change_server(stage.guild.id, lambda server: replace(server, **settings), actor_id=stage.mia.id)


async def thread_in(stage: Stage, channel: ChannelHandle) -> ChannelHandle:
    parent = stage.bot.get_channel(channel.id)
    assert isinstance(parent, discord.TextChannel)
    await parent.create_thread(name="talk", type=discord.ChannelType.public_thread)
    (thread,) = channel.threads
    return thread


async def test_commands_are_for_servers_only(stage: Stage):
    tree = stage.bot.tree
    for command in tree.get_commands():
        payload = command.to_dict(tree)
        assert payload["contexts"] == [0], command.name
        assert payload["integration_types"] == [0], command.name


async def test_models_are_named_also_where_a_moderator_was_quicker_than_the_order(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    async def refuse(*_: object, **__: object) -> None:
        raise NotPermitted(Rule.MODEL, ["kling-v3"])

    monkeypatch.setattr(stage.store, "accept", refuse)
    assert "These models can be used here: Kling 3.0." in await stage.refused(image=PHOTO)

"""`/help` as a member reads it: an overview, topics, and a menu that works for ever."""

import re
from typing import Any

import discord
import pytest
from simcord.results import ResponseMessage

from bot.look import Topic
from cogs.help import TopicMenu
from tests.cogs.conftest import Stage, texts_of


def walk(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [inner for one in components for inner in (one, *walk(one.get("components", [])))]


def menu_of(message: ResponseMessage) -> dict[str, Any]:
    (menu,) = [one for one in walk(message.components) if one["type"] == discord.ComponentType.string_select.value]
    return menu


async def choose(stage: Stage, message: ResponseMessage, label: str) -> str:
    """What the page says after a topic was chosen below it."""
    await stage.alice.select(message, values=[label])
    stored = stage.env.backend.get_message(message.channel_id, message.id)
    return "\n".join(texts_of(stored.components))


async def test_the_overview_has_the_way_to_a_video_and_all_topics(stage: Stage) -> None:
    page = await stage.call(stage.alice, "help")
    text = "\n".join(texts_of(page.components))
    assert "1. Send </animate:7>, attach a picture" in text
    assert "`/usage show` your credits" in text, "a command whose id is not known is text"
    assert [option["label"] for option in menu_of(page)["options"]] == [
        "Your first video",
        "Pictures",
        "Options",
        "Credits",
        "Problems",
        "For moderators",
        "Privacy and rules",
    ]


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        (Topic.START, "Send </animate:7> and attach a picture"),
        (Topic.PICTURES, "At least 300 pixels"),
        (Topic.OPTIONS, '`[{"area": [[x, y], …], "path": [[x, y], …]}]`, in pixels'),
        (Topic.CREDITS, "One credit is one US cent"),
        (Topic.PROBLEMS, "`/jobs resend` posts it again"),
        (Topic.MODERATORS, "`/settings log-channel`"),
        (Topic.PRIVACY, "Press **Report** below it"),
    ],
)
async def test_each_topic_fits_on_a_phone_and_leads_to_the_others(stage: Stage, topic: Topic, sentence: str) -> None:
    page = await stage.call(stage.alice, "help", topic=topic.value)
    text = "\n".join(texts_of(page.components))
    assert sentence in text
    assert len(text) < 1200
    options = menu_of(page)["options"]
    assert [option["value"] for option in options] == ["overview", *Topic]
    assert [option["value"] for option in options if option.get("default")] == [topic]


async def test_every_command_that_a_page_names_exists(stage: Stage) -> None:
    existing = {command.qualified_name for command in stage.bot.tree.walk_commands()}
    for topic in (None, *Topic):
        text = await stage.slash("help", **({"topic": topic.value} if topic else {}))
        assert set(re.findall(r"`/([a-z -]+)`", text)) <= existing


async def test_topics_are_chosen_below_the_page(stage: Stage) -> None:
    page = await stage.call(stage.alice, "help")
    assert "up to 10 MB" in await choose(stage, page, "pictures")
    assert "you read at once" not in await choose(stage, page, "privacy")
    assert "Turn a picture into a short video" in await choose(stage, page, "overview")


async def test_a_page_from_before_a_restart_still_leads_to_its_topics(stage: Stage) -> None:
    page = await stage.call(stage.alice, "help")
    stage.bot.remove_dynamic_items(TopicMenu)
    stage.bot._connection._view_store._views.clear()
    stage.bot.add_dynamic_items(TopicMenu)
    assert "up to 10 MB" in await choose(stage, page, "pictures")
    assert stage.bot.persistent_views == []


async def test_a_topic_of_another_version_leads_to_the_overview(stage: Stage) -> None:
    page = await stage.call(stage.alice, "help")
    stored = stage.env.backend.get_message(page.channel_id, page.id)
    walk(stored.components)[-1]["options"][0]["value"] = "of-old"
    assert "Turn a picture into a short video" in await choose(stage, page, "of-old")

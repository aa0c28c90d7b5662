"""`Animate image` as members use it: a message's menu, a form, and the order that comes of it."""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest
from aiohttp import web
from discord.ext import commands
from discord.http import Route
from simcord.results import InteractionResult
from structlog.testing import capture_logs
from yarl import URL

from bot.pipeline.intake import Refusal
from cogs import attachments
from cogs.start import pictures_of
from storage.errors import StorageUnavailable
from tests.cogs.conftest import PHOTO, Stage, photograph, texts_of

MENU = "Animate image"
SECOND = ("beach.png", photograph(800, 600))


async def opened(stage: Stage, *files: tuple[str, bytes]) -> InteractionResult:
    """What Alice gets to see for a message of Mia's with these files."""
    message = await stage.mia.send(stage.channel, "look", attachments=files)
    return await stage.alice.context_menu(stage.channel, MENU, message)


def read(result: InteractionResult) -> str:
    """An answer that nobody else can see."""
    assert result.response is not None
    assert result.ephemeral
    return "\n".join(texts_of(result.response.components))


def fields(form: InteractionResult) -> dict[str, dict[str, Any]]:
    """The form's fields by their labels."""
    assert form.modal is not None
    return {label["label"]: label["component"] for label in form.modal["components"]}


def chosen(field: dict[str, Any]) -> list[str]:
    return [option["value"] for option in field["options"] if option.get("default")]


LABELS = {
    "picture": "Which picture?",
    "prompt": "What should happen in the video?",
    "model": "Model",
    "shape": "Quality and length",
    "negative": "What should not be in it?",
    "more": "More options",
}


def values_of(form: InteractionResult, **changes: str) -> dict[str, str | list[str]]:
    """What the form is filled in with, and these changes."""
    known = {name: field for name, label in LABELS.items() if (field := fields(form).get(label))}
    filled = {name: chosen(one)[0] if "options" in one else one.get("value", "") for name, one in known.items()}
    return {
        known[name]["custom_id"]: [value] if "options" in known[name] else value
        for name, value in {**filled, **changes}.items()
    }


async def sent(stage: Stage, form: InteractionResult, **changes: str) -> str:
    """What Alice alone reads after she has sent the form."""
    return read(await stage.alice.submit_modal(form, values_of(form, **changes)))


async def test_the_form_asks_for_the_options_and_shows_prices(stage: Stage):
    form = await opened(stage, PHOTO)
    known = fields(form)
    assert list(known) == [
        "What should happen in the video?",
        "Model",
        "Quality and length",
        "What should not be in it?",
        "More options",
    ]
    assert chosen(known["Model"]) == ["kling-v2-5-turbo"]
    assert chosen(known["Quality and length"]) == ["std:5"]
    first = next(option for option in known["Quality and length"]["options"] if option.get("default"))
    assert first["label"] == "std, 5 seconds"
    assert first["description"].startswith("Kling 2.5 Turbo: 21 · ")
    models = {option["label"]: option["description"] for option in known["Model"]["options"]}
    assert models["Kling 2.5 Turbo"] == "end picture"
    assert len(known["Quality and length"]["options"]) == 25
    assert known["More options"]["style"] == discord.TextStyle.paragraph.value, "one line would hide most of them"


async def test_a_filled_in_form_orders(stage: Stage):
    form = await opened(stage, PHOTO)
    text = await sent(
        stage, form, prompt="waves", model="kling-v3", shape="std:5", negative="blur", more="cfg_scale=0.5"
    )
    assert "Your video is ordered" in text
    (job,) = await stage.jobs()
    wanted = {"prompt": "waves", "negative_prompt": "blur", "mode": "std", "duration": 5, "cfg_scale": 0.5}
    assert {name: job.request[name] for name in wanted} == wanted
    assert (job.channel_id, job.member_id) == (stage.channel.id, stage.alice.id)
    assert [picture.content for picture in await stage.store.pictures(job.id)] == [PHOTO[1]]


async def test_among_several_pictures_one_is_chosen(stage: Stage):
    form = await opened(stage, PHOTO, ("notes.txt", b"no picture"), SECOND)
    known = fields(form)
    assert list(known) == [LABELS[name] for name in ("picture", "prompt", "model", "shape", "negative")]
    assert [one["label"] for one in known["Which picture?"]["options"]] == ["1: photo.jpg", "2: beach.png"]
    assert "Your video is ordered" in await sent(stage, form, picture="1")
    (job,) = await stage.jobs()
    assert [picture.content for picture in await stage.store.pictures(job.id)] == [SECOND[1]]


async def test_a_forwarded_picture_is_found(stage: Stage):
    message = await stage.mia.send(stage.channel, "look", attachments=[PHOTO])
    forwarded = await stage.mia.forward(message, stage.channel)
    form = await stage.alice.context_menu(stage.channel, MENU, forwarded)
    assert "Your video is ordered" in await sent(stage, form)


@pytest.mark.parametrize("files", [[], [("notes.txt", b"words")], [("drawing.svg", b"<svg/>")]])
async def test_without_a_picture_the_member_is_told(stage: Stage, files: list[tuple[str, bytes]]):
    result = await opened(stage, *files)
    assert result.modal is None
    assert "No picture there" in read(result)


async def test_where_the_bot_cannot_post_nobody_fills_in_a_form(stage: Stage):
    stage.deny_bot("attach_files")
    result = await opened(stage, PHOTO)
    assert result.modal is None
    assert "- Attach Files" in read(result)


async def test_what_is_true_when_the_form_is_sent_counts(stage: Stage):
    form = await opened(stage, PHOTO)
    stage.deny_bot("attach_files")
    assert "- Attach Files" in await sent(stage, form)
    assert await stage.jobs() == []


async def test_a_costly_order_is_asked_about(stage: Stage):
    form = await opened(stage, PHOTO)
    result = await stage.alice.submit_modal(form, values_of(form, prompt="waves", shape="pro:10"))
    assert "This is a costly video" in read(result)
    assert result.response is not None
    assert await stage.jobs() == []
    assert "Your video is ordered" in await stage.press(stage.alice, result.response, "Make it for 70 credits")
    (job,) = await stage.jobs()
    assert job.request["prompt"] == "waves"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"more": "zoom in"}, "“zoom in” is no option"),
        ({"more": "camera=zoom camera_value=2"}, "cannot use a camera move"),
        ({"shape": "std:3"}, "Kling 2.5 Turbo makes videos of 5 or 10 seconds, not 3."),
        ({"more": "provider=nobody"}, "is not made by nobody here, but by Kling."),
    ],
)
async def test_what_does_not_fit_is_told_and_costs_nothing(stage: Stage, changes: dict[str, str], told: str):
    text = await sent(stage, await opened(stage, PHOTO), **changes)
    assert told in text
    assert "othing was charged" in text
    assert (await stage.jobs(), await stage.left()) == ([], 100)


async def test_a_refused_form_comes_back_as_it_was_written(stage: Stage):
    form = await opened(stage, PHOTO)
    wrong = values_of(form, prompt="waves", negative="blur", model="kling-v3", shape="std:3", more="camera zoom")
    refused = await stage.alice.submit_modal(form, wrong)
    assert "“camera zoom” is no option" in read(refused)
    assert refused.response is not None
    for more, told in (("camera=zoom", "needs a `camera_value`"), ("sound=yes", "Your video is ordered")):
        form = await stage.alice.click(refused.response, label="Change")
        known = fields(form)
        assert [known[LABELS[one]]["value"] for one in ("prompt", "negative")] == ["waves", "blur"]
        assert [chosen(known[LABELS[one]]) for one in ("model", "shape")] == [["kling-v3"], ["std:3"]]
        refused = await stage.alice.submit_modal(form, values_of(form, more=more))
        assert told in read(refused)
    (job,) = await stage.jobs()
    assert (job.request["prompt"], job.request["sound"]) == ("waves", True)


async def test_the_last_order_is_filled_in(stage: Stage):
    await sent(stage, await opened(stage, PHOTO), prompt="waves", model="kling-v3", shape="std:3", more="sound=yes")
    (job,) = await stage.jobs()
    assert job.model == "kling-v3"
    known = fields(await opened(stage, PHOTO))
    assert (chosen(known["Model"]), chosen(known["Quality and length"])) == (["kling-v3"], ["std:3"])
    assert known["More options"]["value"] == "sound=yes"
    assert "value" not in known["What should happen in the video?"]
    suggested = await stage.alice.autocomplete(stage.channel, "animate", "model", "")
    hers = await stage.mia.autocomplete(stage.channel, "animate", "model", "")
    assert [one[0]["value"] for one in (suggested, hers)] == ["kling-v3", "kling-v2-5-turbo"]
    assert {one["value"] for one in suggested} == {one["value"] for one in hers}


async def test_an_order_without_options_stays_cheap(stage: Stage):
    await sent(stage, await opened(stage, PHOTO), prompt="waves", model="kling-v3", shape="std:3")
    await stage.slash("animate", image=PHOTO, prompt="more waves")
    newest, _ = await stage.jobs()
    assert (newest.model, newest.credits) == ("kling-v2-5-turbo", 21)


async def test_without_the_database_the_form_comes_empty(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    async def away(*_: object, **__: object) -> None:
        raise StorageUnavailable("gone")

    with monkeypatch.context() as patch:
        patch.setattr(stage.store, "jobs_of", away)
        patch.setattr(stage.quotas, "server", away)
        form = await opened(stage, PHOTO)
        assert chosen(fields(form)["Model"]) == ["kling-v2-5-turbo"]
        assert "Nothing was accepted and nothing was charged" in await sent(stage, form)
    assert await stage.jobs() == []


async def test_two_members_may_use_the_same_message(stage: Stage):
    message = await stage.mia.send(stage.channel, "look", attachments=[PHOTO])
    forms = [await member.context_menu(stage.channel, MENU, message) for member in (stage.alice, stage.mia)]
    told = [
        read(await member.submit_modal(form, values_of(form, prompt=member.name)))
        for member, form in zip((stage.alice, stage.mia), forms, strict=True)
    ]
    assert all("Your video is ordered" in text for text in told)
    everybodys = await stage.store.jobs_of(stage.guild.id, None, limit=5)
    assert {job.member_id: job.request["prompt"] for job in everybodys} == {
        stage.alice.id: "alice",
        stage.mia.id: "mia",
    }


async def test_a_form_that_comes_too_late_is_no_surprise(stage: Stage):
    """Discord has given the interaction up before the form was there."""
    message = await stage.mia.send(stage.channel, "look", attachments=[PHOTO])
    stage.env.inject_error("POST", "/interactions/*/*/callback", status=404, code=10062)
    with capture_logs() as lines:
        result = await stage.alice.context_menu(stage.channel, MENU, message)
    assert result.modal is None
    told = [(line["log_level"], line["event"]) for line in lines]
    assert told == [("info", "command answered elsewhere or too late")]


@pytest.fixture
async def elsewhere(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[URL]:
    """What stands in for Discord's proxy of other sites; it takes no more than the size of ``PHOTO``."""

    async def served(request: web.Request) -> web.Response:
        known = {"cat.jpg": PHOTO[1], "whale.jpg": PHOTO[1] + b"!"}
        content = known.get(request.match_info["name"])
        return web.Response(status=404) if content is None else web.Response(body=content)

    app = web.Application()
    app.router.add_get("/external/{name}", served)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    origin = URL.build(scheme="http", host="127.0.0.1", port=runner.addresses[0][1])
    monkeypatch.setattr(Route, "BASE", str(origin / "api"))
    monkeypatch.setattr(attachments, "PROXIES", {origin.host})
    monkeypatch.setattr(attachments, "MOST_BYTES", len(PHOTO[1]))
    yield origin / "external"
    await runner.cleanup()


async def test_a_linked_picture_is_read(bot: commands.Bot, elsewhere: URL):
    assert await attachments.reader(bot, str(elsewhere / "cat.jpg"))() == PHOTO[1]


@pytest.mark.parametrize(
    ("name", "told"), [("whale.jpg", "start-linked-too-heavy"), ("none.jpg", "answers-not-handed-over")]
)
async def test_a_linked_picture_that_cannot_be_had_is_told(bot: commands.Bot, elsewhere: URL, name: str, told: str):
    with pytest.raises(Refusal) as refusal:
        await attachments.reader(bot, str(elsewhere / name))()
    assert [sentence.id for sentence in refusal.value.sentences] == [told]


def test_pictures_of_links_are_taken_from_discords_proxy_only(bot: commands.Bot):
    message = linked("https://images-ext-1.discordapp.net/external/a/https/example.org/cat.png")
    (upload,) = pictures_of(bot, message)
    assert (upload.filename, upload.size) == ("cat.png", 0)
    assert pictures_of(bot, linked("https://example.org/cat.png")) == []


def linked(proxy_url: str) -> discord.Message:
    picture = {"url": "https://example.org/cat.png", "proxy_url": proxy_url, "width": 1, "height": 1}
    embed = discord.Embed.from_dict({"type": "image", "url": "https://example.org/cat.png", "thumbnail": picture})
    return cast("discord.Message", SimpleNamespace(attachments=[], embeds=[embed, embed], message_snapshots=[]))

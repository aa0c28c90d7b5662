"""The question before a costly video, pressed as members press it: once, twice, late, by others, after a restart."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from discord.http import Route
from simcord.actors import MemberActor
from simcord.results import ResponseMessage
from structlog.testing import capture_logs
from yarl import URL

from bot.pipeline.intake import DRAFT_LIFE, Intake
from bot.pipeline.routes import Routes
from bot.pipeline.supervise import Bell
from cogs import attachments
from cogs.confirm import Answer, Confirm
from providers.catalog import Offer, load
from storage.errors import StorageUnavailable
from storage.records import Job
from storage.store import Store
from tests.cogs.conftest import PHOTO, Stage, photograph, texts_of

DEAR: dict[str, Any] = {"image": PHOTO, "prompt": "the sea moves", "duration": 10, "mode": "pro"}
"""70 of 100 credits."""

YES = "Make it for 70 credits"


async def asked(stage: Stage, **options: Any) -> ResponseMessage:
    """The question after a costly order, for which nothing has been set aside."""
    message = await stage.call(stage.alice, "animate", **DEAR | options)
    assert YES in texts_of(message.components)
    assert await untouched(stage)
    return message


async def untouched(stage: Stage) -> bool:
    return await stage.jobs() == [] and await stage.left() == 100


async def ordered(stage: Stage) -> Job:
    (job,) = await stage.jobs()
    assert await stage.left() == 100 - job.credits
    return job


async def change(stage: Stage, **settings: Any) -> None:
    await stage.quotas.change_server(stage.guild.id, lambda server: replace(server, **settings), actor_id=stage.mia.id)


def put_buttons(stage: Stage, message: ResponseMessage, buttons: list[dict[str, Any]]) -> None:
    """Let the message have these buttons, as a client shows it that has not heard of an edit."""
    stage.env.backend.get_message(message.channel_id, message.id).components = buttons


async def told_apart(stage: Stage, member: MemberActor, message: ResponseMessage) -> str:
    """What a press tells in a message of its own; the pressed one stays as it is."""
    before = message.components
    result = await member.click(message, label=YES)
    assert message.components == before
    (followup,) = result.followups
    assert followup.ephemeral
    return "\n".join(texts_of(followup.components))


async def test_the_question_names_price_rest_and_end(stage: Stage):
    text = "\n".join(texts_of((await asked(stage)).components))
    assert "It costs **70 credits**; you have **100** of 100 left" in text
    assert "After it **30** would be left." in text
    end = int((stage.clock() + DRAFT_LIFE).timestamp())
    assert f"<t:{end}:R>" in text


async def test_yes_orders_with_everything_that_was_given(stage: Stage):
    question = await asked(stage, end_image=("end.jpg", photograph(800, 600)), negative_prompt="blur")
    text = await stage.press(stage.alice, question, YES)
    assert "Your video is ordered" in text
    assert "**70 credits**" in text
    assert YES not in text
    job = await ordered(stage)
    assert (job.credits, job.in_thread, job.channel_id) == (70, True, stage.channel.id)
    assert [job.request[name] for name in ("prompt", "negative_prompt", "duration", "mode", "end_image")] == [
        "the sea moves",
        "blur",
        10,
        "pro",
        True,
    ]
    sizes = {picture.kind: picture.width for picture in await stage.store.pictures(job.id)}
    assert sizes == {"image": 640, "end_image": 800}


async def test_no_orders_nothing(stage: Stage):
    text = await stage.press(stage.alice, await asked(stage), "No")
    assert "**Nothing was charged.**" in text
    assert YES not in text
    assert await untouched(stage)


@pytest.mark.parametrize(("first", "jobs"), [(YES, 1), ("No", 0)])
async def test_a_second_press_changes_nothing_and_hides_nothing(stage: Stage, first: str, jobs: int):
    question = await asked(stage)
    buttons = question.components
    await stage.press(stage.alice, question, first)
    put_buttons(stage, question, buttons)
    assert "This question is over" in await told_apart(stage, stage.alice, question)
    assert len(await stage.jobs()) == jobs


async def test_an_interaction_has_one_job_whatever_happens_to_its_draft(stage: Stage):
    question = await asked(stage)
    buttons = question.components
    draft = await stage.store.draft(draft_id_of(buttons), stage.alice.id)
    assert draft is not None
    await stage.press(stage.alice, question, YES)
    await stage.store.keep_draft(draft)
    put_buttons(stage, question, buttons)
    assert "Already ordered" in await stage.press(stage.alice, question, YES)
    assert (await ordered(stage)).credits == 70


async def test_a_press_while_the_first_is_still_at_work_hides_nothing(stage: Stage):
    question = await asked(stage)
    cog = stage.bot.get_cog(Confirm.__name__)
    assert isinstance(cog, Confirm)
    cog._in_hand.add(draft_id_of(question.components))
    assert "This question is over" in await told_apart(stage, stage.alice, question)
    assert await untouched(stage)
    cog._in_hand.clear()
    assert "Your video is ordered" in await stage.press(stage.alice, question, YES)
    assert cog._in_hand == set()


async def test_another_member_who_presses_gets_nothing(stage: Stage):
    question = await asked(stage)
    hers = await stage.call(stage.mia, "usage show")
    put_buttons(stage, hers, question.components)
    text = await told_apart(stage, stage.mia, hers)
    assert "This question is over" in text
    assert "sea" not in text
    assert await untouched(stage)
    assert "Your video is ordered" in await stage.press(stage.alice, question, YES)


async def test_f17_a_press_after_a_restart_orders(stage: Stage, make_store: Callable[..., Store]):
    question = await asked(stage)
    await stage.bot.remove_cog(Confirm.__name__)
    assert Answer not in stage.bot._connection._view_store._dynamic_items.values()
    store = make_store("another")
    intake = Intake(
        routes=Routes(catalog=load(), clients=["kling"], store=store, quotas=stage.quotas, clock=stage.clock),
        max_running={"kling": 3},
        store=store,
        quotas=stage.quotas,
        bell=Bell(),
        clock=stage.clock,
        new_id=lambda: "another",
        new_token=lambda: "token",
    )
    await stage.bot.add_cog(Confirm(bot=stage.bot, store=store, intake=intake, cards=stage.cards))
    assert "Your video is ordered" in await stage.press(stage.alice, question, YES)
    assert (await ordered(stage)).credits == 70


async def test_a_question_that_waited_too_long_is_over(stage: Stage):
    question = await asked(stage)
    stage.clock.advance(DRAFT_LIFE)
    assert "This question is over" in await told_apart(stage, stage.alice, question)
    assert await untouched(stage)


async def test_a_price_that_has_risen_is_asked_about_again(stage: Stage):
    question = await asked(stage)
    risen = Routes.choose

    async def choose(*args: Any) -> Offer:
        return (await risen(*args)).model_copy(update={"credits": 80})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Routes, "choose", choose)
        text = await stage.press(stage.alice, question, YES)
        assert "The price has risen" in text
        assert "It costs **80 credits**" in text
        assert await untouched(stage)
        assert "Your video is ordered" in await stage.press(stage.alice, question, "Make it for 80 credits")
    assert (await ordered(stage)).credits == 80


async def test_what_is_true_at_the_press_counts(stage: Stage):
    role = stage.guild.create_role("painters")
    await change(stage, roles=frozenset({role.id}))
    stage.set_roles(stage.alice, role)
    question = await asked(stage)
    stage.set_roles(stage.alice)
    assert f"<@&{role.id}>" in await stage.press(stage.alice, question, YES)
    assert await untouched(stage)


async def test_where_the_bot_may_not_post_any_more_nothing_is_charged(stage: Stage):
    question = await asked(stage)
    stage.deny_bot("attach_files")
    assert "- Attach Files" in await stage.press(stage.alice, question, YES)
    assert await untouched(stage)


@pytest.mark.parametrize("error", [aiohttp.ServerDisconnectedError(), TimeoutError()])
async def test_a_picture_that_is_gone_is_asked_for_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    question = await asked(stage)

    async def gone(url: str) -> bytes:
        raise error

    monkeypatch.setattr(stage.bot.http, "get_from_cdn", gone)
    assert "Discord did not hand the picture over" in await stage.press(stage.alice, question, YES)
    assert await untouched(stage)


async def test_a_picture_is_read_from_discord_only(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    question = await asked(stage)
    monkeypatch.setattr(attachments, "HOSTS", {"cdn.discordapp.com"})
    read: list[str] = []
    monkeypatch.setattr(stage.bot.http, "get_from_cdn", read.append)
    assert "Discord did not hand the picture over" in await stage.press(stage.alice, question, YES)
    assert read == []
    assert await untouched(stage)


async def test_a_database_that_fails_at_the_press_orders_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    question = await asked(stage)

    async def unavailable(draft_id: str, member_id: int) -> None:
        raise StorageUnavailable("gone")

    with monkeypatch.context() as patch:
        patch.setattr(stage.store, "draft", unavailable)
        text = await stage.press(stage.alice, question, YES)
    assert "Nothing was accepted and nothing was charged" in text
    assert await untouched(stage)


async def test_no_log_line_holds_the_prompt(stage: Stage):
    with capture_logs() as lines:
        await stage.press(stage.alice, await asked(stage), YES)
    assert [line["event"] for line in lines] == ["order to be confirmed", "job moved", "job accepted"]
    assert "the sea moves" not in str(lines)


@pytest.mark.parametrize(
    "url", ["http://cdn.discordapp.com/a.png", "https://cdn.discordapp.com.example/a.png", "https://127.0.0.1/a.png"]
)
def test_other_addresses_are_not_discords(url: str):
    assert not attachments._is_discords(URL(url))


def test_the_discord_that_the_process_is_pointed_at_is_discord(monkeypatch: pytest.MonkeyPatch):
    assert attachments._is_discords(URL("https://cdn.discordapp.com/ephemeral-attachments/1/2/a.png?ex=1"))
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:4000/api/v10")
    assert attachments._is_discords(URL("http://127.0.0.1:4000/cdn/attachments/1/2/a.png"))
    assert not attachments._is_discords(URL("http://127.0.0.1:4001/cdn/attachments/1/2/a.png"))


def draft_id_of(components: list[dict[str, Any]]) -> str:
    return next(one.split(":")[1] for one in ids_of(components) if one.endswith(":yes"))


def ids_of(components: list[dict[str, Any]]) -> list[str]:
    found = [one["custom_id"] for one in components if "custom_id" in one]
    return found + [each for one in components for each in ids_of(one.get("components", []))]

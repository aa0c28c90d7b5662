"""Pictures that have to be fitted, and the buttons that do it: shown, pressed, pressed twice, by others, and late."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from simcord.results import ResponseMessage

from bot.pipeline.intake import DRAFT_LIFE, Intake
from bot.pipeline.routes import Routes
from bot.pipeline.supervise import Bell
from cogs.confirm import Confirm
from providers.catalog import Catalog, load
from storage.store import Store
from tests.cogs.conftest import PHOTO, Stage, photograph, texts_of

BANNER = ("banner.jpg", photograph(1500, 300))
STAMP = ("stamp.jpg", photograph(200, 150))


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """With the models that know the motion brush, all of which their provider has switched off."""
    file = tmp_path / "catalog.toml"
    file.write_text("extends = true\noffer_retired = true\nmodels = []\n")
    return load(file)


async def asked(stage: Stage, **options: Any) -> ResponseMessage:
    """The question after an order with a picture that does not fit, for which nothing has been set aside."""
    message = await stage.call(stage.alice, "animate", **{"image": BANNER, "prompt": "the sea moves"} | options)
    assert "The picture has to be fitted" in read(message)
    assert await untouched(stage)
    return message


def read(message: ResponseMessage) -> str:
    return "\n".join(texts_of(message.components))


async def untouched(stage: Stage) -> bool:
    return await stage.jobs() == [] and await stage.left() == 100


async def sizes(stage: Stage) -> dict[str, tuple[int, int]]:
    """What the pictures of the only job are really like."""
    (job,) = await stage.jobs()
    found = {}
    for picture in await stage.store.pictures(job.id):
        with Image.open(io.BytesIO(picture.content)) as image:
            found[picture.kind] = image.size
        assert (picture.width, picture.height) == found[picture.kind]
    return found


async def test_the_question_shows_both_ways(stage: Stage):
    question = await asked(stage)
    text = read(question)
    assert "its sides are 5.00 to 1 (1500 x 300 pixels)" in text
    assert "**Crop**: only the middle is used." in text
    assert "-# The video costs 21 credits.\n-# Nothing is charged before you say so." in text
    assert [file.filename for file in question.attachments] == ["crop.jpg", "pad.jpg"]
    assert [label for label in texts_of(question.components) if label in ("Crop", "Pad", "No")] == ["Crop", "Pad", "No"]


@pytest.mark.parametrize(("way", "size"), [("Crop", (750, 300)), ("Pad", (1500, 600))])
async def test_a_press_orders_with_the_fitted_picture(stage: Stage, way: str, size: tuple[int, int]):
    question = await asked(stage)
    text = await stage.press(stage.alice, question, way)
    assert "Your video is ordered" in text
    assert await sizes(stage) == {"image": size}
    assert stage.env.backend.get_message(question.channel_id, question.id).attachments == []


async def test_what_is_only_too_small_has_one_way(stage: Stage):
    question = await asked(stage, image=STAMP)
    assert "too small: 200 x 150 pixels" in read(question)
    assert "the video may look blurred" in read(question)
    assert [file.filename for file in question.attachments] == ["crop.jpg"]
    assert "Your video is ordered" in await stage.press(stage.alice, question, "Use it like this")
    assert await sizes(stage) == {"image": (400, 300)}


async def test_no_orders_nothing(stage: Stage):
    assert "**Nothing was charged.**" in await stage.press(stage.alice, await asked(stage), "No")
    assert await untouched(stage)


async def test_both_pictures_are_asked_about_one_after_the_other(stage: Stage):
    question = await asked(stage, end_image=STAMP, mode="pro")
    text = await stage.press(stage.alice, question, "Pad")
    assert "too small: 200 x 150 pixels" in text
    assert await untouched(stage)
    assert "Your video is ordered" in await stage.press(stage.alice, question, "Use it like this")
    assert await sizes(stage) == {"image": (1500, 600), "end_image": (400, 300)}


async def test_after_the_fit_a_high_price_is_asked_about_as_ever(stage: Stage):
    question = await asked(stage, mode="pro", duration=10)
    assert "This is a costly video" in await stage.press(stage.alice, question, "Crop")
    assert await untouched(stage)
    assert "Your video is ordered" in await stage.press(stage.alice, question, "Make it for 70 credits")
    assert await sizes(stage) == {"image": (750, 300)}


async def test_a_press_after_a_restart_orders(stage: Stage, make_store: Callable[..., Store]):
    question = await asked(stage)
    await stage.bot.remove_cog(Confirm.__name__)
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
    assert "Your video is ordered" in await stage.press(stage.alice, question, "Pad")
    assert await sizes(stage) == {"image": (1500, 600)}


async def test_a_second_press_orders_nothing_more(stage: Stage):
    question = await asked(stage)
    buttons = question.components
    await stage.press(stage.alice, question, "Crop")
    for way in ("Crop", "Pad"):
        put_buttons(stage, question, buttons)
        result = await stage.alice.click(question, label=way)
        (followup,) = result.followups
        assert "This question is over" in read(followup)
    assert await sizes(stage) == {"image": (750, 300)}


async def test_whatever_old_buttons_lead_to_an_order_becomes_one_job(stage: Stage):
    question = await asked(stage, mode="pro", duration=10)
    old = question.components
    await stage.press(stage.alice, question, "Crop")
    first = question.components
    put_buttons(stage, question, old)
    await stage.press(stage.alice, question, "Pad")
    yes = "Make it for 70 credits"
    assert "Your video is ordered" in await stage.press(stage.alice, question, yes)
    put_buttons(stage, question, first)
    assert "Already ordered" in await stage.press(stage.alice, question, yes)
    assert await sizes(stage) == {"image": (1500, 600)}


async def test_another_member_who_presses_gets_nothing(stage: Stage):
    question = await asked(stage)
    hers = await stage.call(stage.mia, "usage show")
    put_buttons(stage, hers, question.components)
    (followup,) = (await stage.mia.click(hers, label="Crop")).followups
    assert followup.ephemeral
    assert "This question is over" in read(followup)
    assert await untouched(stage)


async def test_a_question_that_waited_too_long_is_over(stage: Stage):
    question = await asked(stage)
    stage.clock.advance(DRAFT_LIFE)
    (followup,) = (await stage.alice.click(question, label="Crop")).followups
    assert "This question is over" in read(followup)
    assert await untouched(stage)


async def test_where_the_order_would_be_refused_nothing_is_asked(stage: Stage):
    await stage.moderate("quota set-member", member=stage.alice, credits=3)
    text = await stage.slash("animate", image=BANNER, prompt="the sea moves")
    assert "fitted" not in text
    assert "othing was charged" in text


async def test_with_the_motion_brush_a_picture_stays_as_it_is(stage: Stage):
    brush = {"static_mask": ("mask.jpg", photograph(1500, 300)), "model": "kling-v1-5", "mode": "pro"}
    text = await stage.refused(image=BANNER, prompt="x", **brush)
    assert "its sides are 5.00 to 1" in text
    assert "With the motion brush a picture cannot be fitted" in text


async def test_what_no_fit_helps_is_refused(stage: Stage):
    assert "is not a picture that can be read" in await stage.refused(image=("a.png", b"words"), prompt="x")
    both = {"image": PHOTO, "end_image": ("a.png", b"words"), "mode": "pro"}
    assert "is not a picture that can be read" in await stage.refused(**both)


def put_buttons(stage: Stage, message: ResponseMessage, buttons: list[dict[str, Any]]) -> None:
    """Let the message have these buttons, as a client shows it that has not heard of an edit."""
    stage.env.backend.get_message(message.channel_id, message.id).components = buttons

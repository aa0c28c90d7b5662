"""The question before a costly video, as Discord would take it."""

from datetime import UTC, datetime, timedelta

import discord
import pytest
from discord import ui

from bot import look
from bot.pipeline.intake import Expensive
from storage.limits import Limit, Word
from storage.quota_records import Allowance, Draft, Grant, Holder, Usage

NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)


def question(limit: Limit, *, used: int = 0, granted: int = 0, credits: int = 70) -> Expensive:
    grants = (Grant(1, granted, granted, None, ""),) if granted else ()
    allowance = Allowance(Holder.SERVER, 1, limit)
    usage = Usage(allowance, used, 0, used, NOW, NOW + timedelta(hours=12), grants)
    return Expensive(Draft("d", 1, 3, credits, {}, NOW + timedelta(minutes=10)), usage)


def read(view: ui.LayoutView) -> str:
    return "\n".join(item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay))


def row() -> ui.ActionRow[ui.LayoutView]:
    return ui.ActionRow(ui.Button(label=look.make_it(1_000_000), custom_id="yes"))


@pytest.mark.parametrize(
    ("asked", "sentences"),
    [
        (question(100), ["you have **100** of 100 left until <t:", "After it **30** would be left."]),
        (question(100, used=90, granted=65), ["**10** of 100 left", "**65** granted", "After it **5** would be left."]),
        (question(100_000, credits=70_000), ["It costs **70,000 credits**", "After it **30,000** would be left."]),
        (question(Word.UNLIMITED), ["you have no limit."]),
    ],
)
async def test_the_question_says_what_it_costs_and_what_is_left_then(asked: Expensive, sentences: list[str]):
    view = look.costly(asked, row(), again=False)
    assert view.content_length() <= 4000
    text = read(view)
    assert [sentence for sentence in sentences if sentence not in text] == []
    assert ("After it" in text) == isinstance(asked.usage.left, int)
    assert "This is a costly video" in text


async def test_a_risen_price_is_called_that():
    assert "The price has risen" in read(look.costly(question(100), row(), again=True))


@pytest.mark.parametrize("credits", [1, 70, 1_000_000])
def test_the_button_names_the_price_in_few_words(credits: int):
    assert f"{credits:,} credit" in look.make_it(credits)
    assert len(look.make_it(credits)) <= 40


async def test_what_follows_an_answer_has_no_buttons():
    for view in (look.ordering(), look.left_out(), look.question_over()):
        assert not any(isinstance(item, discord.ui.Button) for item in view.walk_children())
        assert read(view)

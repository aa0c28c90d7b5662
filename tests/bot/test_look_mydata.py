"""The file and the question about a member's own data, and how those are called who had theirs erased."""

from datetime import UTC, datetime
from typing import Any

import pytest
from discord import ui

from bot import look
from bot.look.text import mention
from bot.pipeline.mydata import Counted, Packed
from cogs.mydata import Erase
from storage.mydata import Extent

NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)


def read(view: ui.LayoutView) -> str:
    return "\n".join(item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay))


def row() -> ui.ActionRow[Any]:
    return ui.ActionRow(Erase(2**63, yes=True), Erase(2**63, yes=False))


async def test_a_small_question_is_short() -> None:
    text = read(look.erase_question(Extent(1, 0, 0, 0, 0, 0, 0, None), row()))
    assert "0 videos and 0 pictures of yours, on 1 server." in text
    assert text.count("\n- ") == 3


async def test_the_longest_question_fits_into_a_message() -> None:
    view = look.erase_question(Extent(*(9_999_999,) * 7, NOW), row())
    assert view.content_length() <= 4000
    assert view.total_children_count <= 40
    assert "9,999,999 videos and 9,999,999 pictures of yours, on 9,999,999 servers." in read(view)


@pytest.mark.parametrize(
    ("left_out", "sentence"),
    [(0, None), (1, "One picture, the oldest, did not fit into it."), (2_000, "2,000 pictures, the oldest, did not")],
)
async def test_what_is_left_out_of_the_file_is_said(left_out: int, sentence: str | None) -> None:
    counted = Counted(videos=3, pictures=2, left_out=left_out)
    text, file = read(look.my_data(Packed(b"", counted))), look.readme(counted)
    assert ("did not fit" in text) == ("did not fit" in file) == bool(left_out)
    assert sentence is None or sentence in text
    assert "In it: 3 videos, 2 pictures." in file


async def test_labels_fit_on_a_phone() -> None:
    buttons = [item for item in row().walk_children() if isinstance(item, ui.DynamicItem)]
    assert len(buttons) == 2
    assert all(len(str(button.item.label)) <= 34 for button in buttons)


def test_whoever_was_erased_has_no_mention() -> None:
    assert mention(5) == "<@5>"
    assert mention(-5) == "somebody whose data were erased"

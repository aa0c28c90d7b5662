"""The addresses of pages, which buttons carry."""

import re
from dataclasses import dataclass

import discord
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cogs.paging import Page, Turn

LARGEST_ID = 10**13 - 1
"""More than any database's rows will be numbered."""


@dataclass(frozen=True)
class Row:
    id: int


def rows(*ids: int) -> list[Row]:
    return [Row(one) for one in ids]


def buttons(page: Page, found: list[Row], size: int = 3) -> dict[str, str]:
    row = page.turns(found, size)
    items = row.children if row else ()
    return {item.item.label or "": item.custom_id for item in items if isinstance(item, Turn)}


async def turned(custom_id: str) -> Page:
    match = Turn.__discord_ui_compiled_template__.fullmatch(custom_id)
    assert match is not None
    nothing = discord.utils.MISSING
    return (await Turn.from_custom_id(nothing, nothing, match))._page


async def test_buttons_lead_down_and_back():
    first = Page("Quota", 42)
    assert first.before is None
    assert buttons(first, rows(9, 8, 7)) == {}
    down = buttons(first, rows(9, 8, 7, 6))
    assert down.keys() == {"Older ▶"}
    second = await turned(down["Older ▶"])
    assert second == Page("Quota", 42, (7,))
    assert second.before == 7
    both = buttons(second, rows(6, 5, 4, 3))
    assert await turned(both["◀ Newer"]) == first
    assert await turned(both["Older ▶"]) == Page("Quota", 42, (7, 4))


@example([LARGEST_ID] * 5, 2**63 - 1)
@given(st.lists(st.integers(1, LARGEST_ID), max_size=5), st.integers(0, 2**63 - 1))
async def test_any_address_is_read_back_and_fits(trail: list[int], subject: int):
    page = Page("Quota", subject, tuple(trail))
    assert len(page.custom_id) <= 100
    assert await turned(page.custom_id) == page


async def test_the_way_back_from_far_down_ends_at_the_newest():
    page = Page("Settings")
    for number in range(100, 0, -10):
        page = await turned(buttons(page, rows(number, number - 1, number - 2, 0))["Older ▶"])
    for _ in range(5):
        page = await turned(buttons(page, rows(1))["◀ Newer"])
    assert page.before is None


@pytest.mark.parametrize(
    "custom_id", ["page:Quota:x:", "page:Quota:1:a", "page:Quota:1:1.", "page::1:", "page:Quota:1", "page:Quota:1:1:1"]
)
def test_other_addresses_are_nobodys(custom_id: str):
    assert re.fullmatch(Turn.__discord_ui_compiled_template__, custom_id) is None

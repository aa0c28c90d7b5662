"""The question before a costly video, and what its answers lead to."""

from typing import Final

from discord import ui

from bot.look.quota import left_text
from bot.look.text import Block, Colour, countdown, credits_of, panel
from bot.pipeline.intake import Expensive
from storage.limits import Word

LEAVE_IT: Final = "No"


def make_it(credits: int) -> str:
    """The label of the button that orders."""
    return f"Make it for {credits_of(credits)}"


def costly(question: Expensive, answers: Block, *, again: bool) -> ui.LayoutView:
    """``again`` where the member agreed to a lower price, which has risen since."""
    price, left = question.draft.credits, question.usage.left
    title = "The price has risen" if again else "This is a costly video"
    after = "" if isinstance(left, Word) else f"\nAfter it **{left - price:,}** would be left."
    return panel(
        Colour.CAUTION,
        f"### 💳 {title}\nIt costs **{credits_of(price)}**; you have {left_text(question.usage)}.{after}",
        "Shall it be made?",
        answers,
        f"-# Nothing is charged before you say so. The question ends {countdown(question.draft.expires_at)}.",
    )


def ordering() -> ui.LayoutView:
    return panel(Colour.WORKING, "### ⏳ Ordering your video …")


def left_out() -> ui.LayoutView:
    return panel(Colour.WAITING, "### Not ordered\n**Nothing was charged.** A new `/animate` starts over.")


def question_over() -> ui.LayoutView:
    """Whoever presses is not told whose question it was."""
    return panel(
        Colour.CAUTION,
        "### ⏳ This question is over\nIt was answered already, or it waited too long.",
        "Nothing was charged by this press. `/jobs list` shows what you have ordered; `/animate` starts over.",
    )

"""The question before a costly video, and what its answers lead to."""

from discord import ui

from bot.look.answers import costs_text
from bot.look.text import Block, Colour, countdown, credits_of, panel
from bot.pipeline.intake import Expensive
from languages.speech import say
from storage.limits import Word


def make_it(credits: int) -> str:
    """The label of the button that orders."""
    return say("confirm-make-it", price=credits_of(credits))


def leave_it() -> str:
    """The label of the button that does not."""
    return say("confirm-leave-it")


def costly(question: Expensive, answers: Block, *, again: bool) -> ui.LayoutView:
    """``again`` where the member agreed to a lower price, which has risen since."""
    price, left = question.draft.credits, question.usage.left
    title = say("confirm-price-risen") if again else say("confirm-costly")
    after = "" if isinstance(left, Word) else f"\n{say('confirm-left-after', left=left - price)}"
    ends = say("confirm-ends", when=countdown(question.draft.expires_at))
    return panel(
        Colour.CAUTION,
        f"### 💳 {title}\n{costs_text(price, question.usage)}{after}",
        say("confirm-question"),
        answers,
        f"-# {ends}",
    )


def ordering() -> ui.LayoutView:
    return panel(Colour.WORKING, f"### ⏳ {say('confirm-ordering')}")


def left_out() -> ui.LayoutView:
    return panel(Colour.WAITING, f"### {say('confirm-not-ordered')}\n{say('confirm-starts-over')}")


def question_over() -> ui.LayoutView:
    """Whoever presses is not told whose question it was."""
    text = f"### ⏳ {say('confirm-over')}\n{say('confirm-answered-already')}"
    return panel(Colour.CAUTION, text, say("confirm-see-list"))

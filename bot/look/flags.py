"""Videos that are deleted or flagged: the question, the answers, and what moderators read in the log channel."""

from discord import ui

from bot.look.buttons import Press, buttons, resting, row
from bot.look.card import job_link, job_mark, state_of, words_of
from bot.look.changes import change_foot, change_reason, change_title
from bot.look.text import Colour, panel
from languages.speech import say
from storage.quota_records import Change
from storage.records import Job
from storage.states import RELEASING, JobState


def delete_question(job: Job) -> ui.LayoutView:
    """Asked before anything is deleted."""
    what = "empty" if job.state in RELEASING else "delete"
    text = f"### 🗑️ {say(f'button-{what}-question')}\n{say(f'button-{what}-means')}"
    answers = row(buttons(job, Press.DELETE_NOW, Press.KEEP))
    return resting(panel(Colour.CAUTION, text, words_of(job.request), answers, job_mark(job)))


def deleted(job: Job) -> ui.LayoutView:
    soon = say("button-emptied-soon" if job.state in RELEASING else "button-deleted-soon")
    return panel(Colour.GOOD, f"### 🗑️ {say('button-deleted')}\n{soon}", job_mark(job))


def kept() -> ui.LayoutView:
    return panel(Colour.WAITING, f"### {say('button-kept')}\n{say('button-kept-why')}")


def flagged(*, logged: bool) -> ui.LayoutView:
    """Whether there is a log channel where moderators read it."""
    why = say("button-flagged-log") if logged else say("button-flagged-no-log")
    return panel(Colour.GOOD if logged else Colour.CAUTION, f"### 🚩 {say('button-flagged')}\n{why}")


def flag_panel(change: Change, job: Job) -> ui.LayoutView:
    """The message in the server's log channel, for moderators to act on."""
    state, address = state_of(job), job_link(job)
    presses = [Press.CANCEL] if job.state is JobState.QUEUED else []
    presses += [] if job.deleted else [Press.DELETE]  # nobody draws this message anew once there is a video
    presses += [] if job.erased else [Press.BLOCK]
    show = [ui.Button[ui.LayoutView](label=say("button-flag-show"), url=address)] if address else []
    view = panel(
        Colour.BAD,
        f"### 🚩 {change_title(change)}\n{state.symbol} {state.words}",
        change_reason(change),
        words_of(job.request),
        row([*show, *buttons(job, *presses)]),
        change_foot(change),
    )
    return resting(view)

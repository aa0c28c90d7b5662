"""The buttons below cards, results and flagged videos. ``cogs.buttons`` hears of a press by the button's custom id."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, TypeVar

import discord
from discord import ui

from languages.speech import say
from storage.records import Job
from storage.states import RELEASING, REPEATABLE, JobState

BUTTON_ID: Final = r"job:(?P<job>[0-9a-z]{1,32}):(?P<press>[a-z-]{1,16})"
"""What the custom ids look like: a job's id, and a ``Press``."""

V = TypeVar("V", ui.View, ui.LayoutView)


class Press(StrEnum):
    """What a button is for."""

    CANCEL = "cancel"
    AGAIN = "again"
    EDIT = "edit"
    DELETE = "delete"
    DELETE_NOW = "delete-now"
    KEEP = "keep"
    FLAG = "flag"
    BLOCK = "block"


_SYMBOLS: Final = {
    Press.CANCEL: "⏹️",
    Press.AGAIN: "🔁",
    Press.EDIT: "✏️",
    Press.DELETE: "🗑️",
    Press.DELETE_NOW: "🗑️",
    Press.FLAG: "🚩",
    Press.BLOCK: "⛔",
}
_DANGEROUS: Final = frozenset({Press.DELETE_NOW, Press.BLOCK})


def button(job_id: str, press: Press) -> ui.Button[Any]:
    style = discord.ButtonStyle.danger if press in _DANGEROUS else discord.ButtonStyle.secondary
    return ui.Button(
        label=say(f"button-{press}"), emoji=_SYMBOLS.get(press), style=style, custom_id=f"job:{job_id}:{press}"
    )


def buttons(job: Job, *presses: Press) -> list[ui.Button[Any]]:
    return [button(job.id, press) for press in presses]


def card_buttons(job: Job) -> list[ui.Button[Any]]:
    """What can be done with the job as it stands; nothing with one that was deleted, nor once more what was erased."""
    if job.deleted:
        return []
    if job.state is JobState.QUEUED:
        return buttons(job, Press.CANCEL, Press.FLAG)
    again = (Press.AGAIN, Press.EDIT) if job.state in REPEATABLE and not job.erased else ()
    # That of a delivered video stands below the video itself.
    delete = (Press.DELETE,) if job.state in RELEASING | {JobState.UNDELIVERABLE} and not job.erased else ()
    return buttons(job, *again, *delete, Press.FLAG)


def result_buttons(job: Job, link: str | None) -> ui.View:
    """The row below a result; ``link`` is where the video can be had, where it is no file."""
    view = ui.View(timeout=None)
    if link is not None:
        view.add_item(ui.Button(label=say("button-download"), url=link))
    for one in buttons(job, Press.AGAIN, Press.EDIT, Press.DELETE, Press.FLAG):
        view.add_item(one)
    return resting(view)


def resting(view: V) -> V:
    """The view, which the library need not keep: presses find their way by the buttons' ids."""
    view.stop()
    return view


def row(items: Iterable[ui.Button[Any]]) -> ui.ActionRow[Any] | str:
    """The buttons beside each other; an empty block where there are none."""
    found = list(items)
    return ui.ActionRow(*found) if found else ""

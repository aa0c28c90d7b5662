"""Members' own lists and data, help, and the forms."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from discord import ui

from bot import look
from bot.look import Topic
from bot.pipeline.mydata import Counted, Packed
from bot.pipeline.resend import Resent
from cogs.forms import Change
from cogs.help import TopicMenu
from cogs.job_pages import Leaf
from cogs.mydata import Erase
from cogs.order_modal import OrderModal
from cogs.reason_modal import ReasonModal
from languages.sentence import Sentence
from languages.speech import say
from sandbox.gallery.samples import MODEL, NOW, PROMPT, Samples
from sandbox.gallery.scene import Message, Scene, Scenes, private
from storage.mydata import Extent
from storage.records import Job
from storage.states import JobState

_PICTURES: Final = ("hopper.jpg", "harbour at night.png", "cat.webp")


def _jobs(samples: Samples) -> Sequence[Job]:
    """One of each state, and a deleted one."""
    return [*(samples.job(state) for state in JobState), samples.done(deleted_at=NOW, deleted_by=samples.cast.mia)]


def _job(state: JobState, *, for_moderator: bool = False, place: int | None = None, **changes: Any) -> Scene:
    return private(lambda it: look.job_page(it.job(state, **changes), MODEL, place, for_moderator=for_moderator))


def _list(samples: Samples) -> Message:
    leaf, jobs = Leaf(samples.cast.alice, number=1), _jobs(samples)
    return Message(look.jobs_page(jobs[:10], samples.catalog, "all", leaf.turns([*jobs, *jobs])))


def _no_jobs(group: str) -> Scene:
    return private(lambda it: look.jobs_page([], it.catalog, group, None))


def _resent(outcome: Resent) -> Scene:
    def show(samples: Samples) -> ui.LayoutView:
        match outcome:
            case Resent.DELETED:
                job = samples.done(deleted_at=NOW, deleted_by=samples.cast.mia)
            case Resent.NO_VIDEO:
                job = samples.job(JobState.RUNNING)
            case _:
                job = samples.done()
        return look.resent(outcome, job)

    return private(show)


def _packed(left_out: int) -> Scene:
    def show(_: Samples) -> Message:
        counted = Counted(videos=48, pictures=51 - left_out, left_out=left_out)
        packed = Packed(look.readme(counted).encode(), counted)
        return Message(look.my_data(packed), files=(look.my_data_file(packed),))

    return show


def _erase(extent: Extent) -> Scene:
    def show(samples: Samples) -> Message:
        member = samples.cast.alice
        answers: ui.ActionRow[Any] = ui.ActionRow(Erase(member, yes=True), Erase(member, yes=False))
        return Message(look.erase_question(extent, answers))

    return show


def _help(topic: Topic | None) -> Scene:
    def show(samples: Samples) -> Message:
        menu: ui.ActionRow[Any] = ui.ActionRow(TopicMenu(topic))
        return Message(look.help_page(topic, samples.commands, menu))

    return show


def _order_form(
    samples: Samples, filled: Mapping[str, Any], *, title: str | None = None, pictures: Sequence[str] = ()
) -> OrderModal:
    title = title or say("start-form")
    return OrderModal(samples.menu, filled, custom_id="form:order:1", title=title, pictures=pictures)


def _refused(_: Samples) -> ui.LayoutView:
    refusal = look.refused([Sentence("start-line-twice", option="camera")])
    return look.with_row(refusal, ui.ActionRow(Change("1")))


def _edit(samples: Samples) -> OrderModal:
    filled = {**samples.full().request, "model": "kling-v2-5-turbo", "provider": "kling"}
    return _order_form(samples, filled, title=say("button-edit-title"))


LISTS: Final[Scenes] = {
    "jobs": _list,
    **{f"jobs-none-{group}": _no_jobs(group) for group in look.JOB_GROUPS},
    "job-queued": _job(JobState.QUEUED, place=7),
    "job-running": _job(JobState.RUNNING, submitted_at=NOW - timedelta(seconds=40)),
    "job-delivered": private(lambda it: look.job_page(it.done(pinned=True), MODEL, None, for_moderator=False)),
    "job-failed": _job(JobState.FAILED),
    "job-canceled": _job(JobState.CANCELED),
    "job-undeliverable": _job(JobState.UNDELIVERABLE),
    "job-uncertain-for-moderators": _job(JobState.UNCERTAIN, for_moderator=True),
    "job-with-all-options": private(lambda it: look.job_page(it.full(), "Kling 1.6", 2, for_moderator=True)),
    **{f"resend-{outcome.name.lower().replace('_', '-')}": _resent(outcome) for outcome in Resent},
}

DATA: Final[Scenes] = {
    "mydata": _packed(0),
    "mydata-without-some-pictures": _packed(3),
    "mydata-none": private(lambda _: look.nothing_stored()),
    "mydata-too-much": private(lambda _: look.too_much_stored()),
    "erase-question": _erase(Extent(2, 48, 51, 1, 2, 70, 1, NOW + timedelta(hours=9))),
    "erase-question-short": _erase(Extent(1, 1, 1, 0, 0, 0, 0, None)),
    "erasing": private(lambda _: look.erasing()),
    "erased": private(lambda _: look.erased()),
    "nothing-erased": private(lambda _: look.nothing_erased()),
    "form-refused": private(_refused),
    "form-over": private(lambda _: look.form_over([PROMPT, "blur"])),
    "help": _help(None),
    **{f"help-{topic}": _help(topic) for topic in Topic},
}

FORMS: Final[Scenes] = {
    "form-animate": lambda it: _order_form(it, {"prompt": PROMPT}),
    "form-animate-one-of-three": lambda it: _order_form(it, {}, pictures=_PICTURES),
    "form-edit": _edit,
    "form-report": lambda _: ReasonModal("flag", "1"),
    "form-block": lambda _: ReasonModal("block", "1"),
}

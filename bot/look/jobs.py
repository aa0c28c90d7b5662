"""A member's jobs: the list, all about one, and what became of their wishes for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from discord import ui

from bot.look.card import (
    card_link,
    job_line,
    job_link,
    job_mark,
    model_name,
    options_of,
    result_link,
    state_of,
    what_now,
    words_of,
)
from bot.look.text import Block, Colour, countdown, credits_of, moment_of, panel, plain_moment, provider_name, ruled
from bot.pipeline.resend import Resent
from languages.speech import say
from providers.catalog import Catalog
from providers.loose import readable
from storage.records import Job, account_of
from storage.states import RELEASING, SETTLING, WAITING, JobState

JOB_GROUPS: Final[Mapping[str, frozenset[JobState]]] = {
    "all": frozenset(JobState),
    "on-the-way": WAITING | {JobState.RUNNING, JobState.DELIVERING},
    "ready": frozenset({JobState.DELIVERED}),
    "not-made": RELEASING,
    "on-hold": frozenset({JobState.UNCERTAIN}),
    "not-posted": frozenset({JobState.UNDELIVERABLE}),
}
"""By what a list can be narrowed down; ``jobs-group-all`` and so on name them."""

_NEXT: Final = {*JobState, "deleted"} - {JobState.SUBMITTING, JobState.RUNNING, JobState.DELIVERING}
"""States with a message about what can be done: ``jobs-next-queued`` and so on."""

_TOO_LATE: Final = frozenset(
    {JobState.SUBMITTING, JobState.RUNNING, JobState.DELIVERING, JobState.UNCERTAIN, JobState.CANCELED}
)
"""States with a message about why it cannot be taken back: ``jobs-too-late-running`` and so on."""


def jobs_page(jobs: Sequence[Job], catalog: Catalog, group: str, turns: Block | None) -> ui.LayoutView:
    """A page of a member's jobs, the newest first, at most ten; ``turns`` are the buttons to other pages."""
    everything = group == "all"
    title = say("jobs-yours") if everything else say("jobs-yours-that-are", group=say(f"jobs-group-{group}"))
    if not jobs:
        nothing = say("jobs-none-yet") if everything else say("jobs-none")
        return panel(Colour.WAITING, f"### {title}\n{nothing}", turns or "")
    lines = [job_line(job, model_name(catalog, job.model)) for job in jobs]
    return panel(Colour.WORKING, f"### {title}", *ruled(lines), turns or "", f"-# {say('jobs-show-one')}")


def job_page(job: Job, model: str, place: int | None, *, for_moderator: bool) -> ui.LayoutView:
    """All about one job; ``place`` is its place in the queue, where it has one."""
    state = state_of(job)
    return panel(
        state.colour,
        f"### {state.symbol} {state.words}\n{_how_it_stands(job)}",
        words_of(job.request),
        *ruled([_what(job, model, place), _when_and_where(job)]),
        *ruled([say(f"jobs-next-{state.name}")] if state.name in _NEXT else []),
        " · ".join([job_mark(job), *(_inside(job) if for_moderator else [])]),
    )


def _inside(job: Job) -> list[str]:
    """What only moderators need to know."""
    task = job.provider_task_id or say("jobs-task-unknown")
    return [str(job.provider), say("jobs-task", task=task), say("jobs-attempt", attempt=job.attempts)]


def _how_it_stands(job: Job) -> str:
    """As on the card, but for the thread that is below the card only."""
    return what_now(replace(job, thread_id=None))


def _what(job: Job, model: str, place: int | None) -> str:
    maker = provider_name(account_of(job.provider))
    by = say("jobs-ordered-from" if job.pinned else "card-by", provider=maker)
    lines = [
        f"**{model}** · {' · '.join(options_of(job.request))}",
        f"{by} · {say(f'jobs-price-{_fate(job)}', price=credits_of(job.credits))}",
    ]
    return "\n".join(lines if place is None else [*lines, say("jobs-place", place=place)])


def _fate(job: Job) -> str:
    """What became of the credits."""
    if job.state in RELEASING:
        return "back"
    return "spent" if job.state in SETTLING else "held"


def _when_and_where(job: Job) -> str:
    times = [say("jobs-ordered-at", when=moment_of(job.created_at))]
    if job.submitted_at is not None:
        times.append(say("jobs-handed-over-at", when=moment_of(job.submitted_at)))
    times.append(say("jobs-changed-at", when=countdown(job.changed_at)))
    links = [f"[{name}](<{address}>)" for name, address in _addresses(job)]
    return "\n".join([*times, *([" · ".join(links)] if links else [])])


def _addresses(job: Job) -> list[tuple[str, str]]:
    found = []
    if (card := card_link(job)) is not None:
        found.append((say("jobs-card"), card))
    if job.thread_id is not None:
        found.append((say("jobs-thread"), f"https://discord.com/channels/{job.server_id}/{job.thread_id}"))
    if (result := result_link(job)) is not None:
        found.append((say("jobs-video"), result))
    return found


def job_choice(job: Job) -> str:
    """A job among the suggestions for an option: plain text, at most 100 characters."""
    state = state_of(job)
    prompt = readable(str(job.request.get("prompt") or ""), 50) or say("jobs-no-prompt")
    return readable(f"{state.symbol} {state.words} · {prompt} · {plain_moment(job.created_at)}", 100)


def canceled(job: Job) -> ui.LayoutView:
    text = f"### ⏹️ {say('jobs-canceled')}\n{say('jobs-went-back', price=credits_of(job.credits))}"
    return panel(Colour.GOOD, text, job_mark(job))


def not_canceled(job: Job) -> ui.LayoutView:
    """The job as it is; only a queued one can be taken back."""
    why = say(f"jobs-too-late-{job.state}" if job.state in _TOO_LATE else "jobs-too-late-ended")
    text = f"### ⚠️ {say('jobs-too-late')}\n{why}"
    return panel(Colour.CAUTION, text, say("answers-unchanged"), job_mark(job))


def resent(outcome: Resent, job: Job) -> ui.LayoutView:
    """What became of the wish to post a video again."""
    match outcome:
        case Resent.ON_ITS_WAY:
            text = f"### 📤 {say('jobs-on-its-way')}\n{say('jobs-posted-soon')}"
            return panel(Colour.GOOD, text, job_mark(job))
        case Resent.STILL_THERE:
            title, why = say("jobs-still-there"), say("jobs-still-stands", address=job_link(job) or "")
        case Resent.GONE:
            title, why = say("jobs-gone"), say("jobs-no-longer-had")
        case Resent.NOT_NOW:
            title, why = say("jobs-not-now"), say("jobs-cannot-be-asked")
        case Resent.DELETED:
            title, why = say("jobs-deleted"), _how_it_stands(job)
        case Resent.NO_VIDEO:
            title, why = say("jobs-nothing-to-post"), _how_it_stands(job)
    return panel(Colour.CAUTION, f"### ⚠️ {title}\n{why}", say("answers-unchanged"), job_mark(job))

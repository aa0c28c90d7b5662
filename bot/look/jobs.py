"""A member's jobs: the list, all about one, and what became of their wishes for it."""

from collections.abc import Mapping, Sequence
from typing import Final

from discord import ui

from bot.look.card import STATES, job_line, job_link, message_link, model_name, options_of, what_now, words_of
from bot.look.text import Block, Colour, countdown, credits_of, moment_of, panel, provider_name, ruled
from bot.pipeline.resend import Resent
from providers.catalog import Catalog
from providers.loose import readable
from storage.records import Job
from storage.states import RELEASING, SETTLING, WAITING, JobState

JOB_GROUPS: Final[Mapping[str, frozenset[JobState]]] = {
    "all": frozenset(JobState),
    "on the way": WAITING | {JobState.RUNNING, JobState.DELIVERING},
    "ready": frozenset({JobState.DELIVERED}),
    "not made": RELEASING,
    "on hold": frozenset({JobState.UNCERTAIN}),
    "not posted": frozenset({JobState.UNDELIVERABLE}),
}
"""By what a list can be narrowed down."""

_NEXT: Final[Mapping[JobState, str]] = {
    JobState.QUEUED: "`/jobs cancel` takes it back, and its credits with it.",
    JobState.DELIVERED: "`/jobs retry` orders it once more. `/jobs resend` posts it again if its message was deleted.",
    JobState.FAILED: "`/jobs retry` orders it once more.",
    JobState.CANCELED: "`/jobs retry` orders it once more.",
    JobState.UNCERTAIN: "A moderator decides with `/jobs resolve`.",
    JobState.UNDELIVERABLE: "`/jobs resend` posts it again, at no cost.",
}

_UNCHANGED: Final = "**Nothing was changed.**"


def jobs_page(jobs: Sequence[Job], catalog: Catalog, group: str, turns: Block | None) -> ui.LayoutView:
    """A page of a member's jobs, the newest first, at most ten; ``turns`` are the buttons to other pages."""
    title = "### Your videos" if group == "all" else f"### Your videos: {group}"
    if not jobs:
        nothing = "None yet. Order one with `/animate`." if group == "all" else "None at the moment."
        return panel(Colour.WAITING, f"{title}\n{nothing}", turns or "")
    lines = [job_line(job, model_name(catalog, job.model)) for job in jobs]
    return panel(Colour.WORKING, title, *ruled(lines), turns or "", "-# All about one: `/jobs show`")


def job_page(job: Job, model: str, place: int | None, *, for_moderator: bool) -> ui.LayoutView:
    """All about one job; ``place`` is its place in the queue, where it has one."""
    state = STATES[job.state]
    inside = f" · {job.provider} · task {job.provider_task_id or 'unknown'} · attempt {job.attempts}"
    return panel(
        state.colour,
        f"### {state.symbol} {state.words}\n{_how_it_stands(job)}",
        words_of(job.request),
        *ruled([_what(job, model, place), _when_and_where(job)]),
        *ruled(filter(None, [_NEXT.get(job.state, "")])),
        f"-# job {job.id}{inside if for_moderator else ''}",
    )


def _how_it_stands(job: Job) -> str:
    return f"For <@{job.member_id}>. The video is posted." if job.state is JobState.DELIVERED else what_now(job)


def _what(job: Job, model: str, place: int | None) -> str:
    maker = provider_name(job.provider.split("-")[0])
    return "\n".join(
        (
            f"**{model}** · {' · '.join(options_of(job.request))}",
            f"{'Ordered from' if job.pinned else 'Made by'} {maker} · **{credits_of(job.credits)}** {_charge(job)}",
            *([f"Place {place} in the queue"] if place is not None else []),
        )
    )


def _charge(job: Job) -> str:
    if job.state in RELEASING:
        return "went back, nothing was charged"
    return "spent" if job.state in SETTLING else "set aside"


def _when_and_where(job: Job) -> str:
    times = [f"Ordered {moment_of(job.created_at)}"]
    if job.submitted_at is not None:
        times.append(f"Handed over {moment_of(job.submitted_at)}")
    times.append(f"Last change {countdown(job.changed_at)}")
    links = [f"[{name}](<{address}>)" for name, address in _addresses(job)]
    return "\n".join([*times, *([" · ".join(links)] if links else [])])


def _addresses(job: Job) -> list[tuple[str, str]]:
    found = []
    if job.card_message_id is not None:
        found.append(("Card", message_link(job.server_id, job.channel_id, job.card_message_id)))
    if job.thread_id is not None:
        found.append(("Thread", f"https://discord.com/channels/{job.server_id}/{job.thread_id}"))
    if job.result_message_id is not None:
        place = job.result_channel_id or job.channel_id
        found.append(("Video", message_link(job.server_id, place, job.result_message_id)))
    return found


def job_choice(job: Job) -> str:
    """A job among the suggestions for an option: plain text, at most 100 characters."""
    state = STATES[job.state]
    prompt = readable(str(job.request.get("prompt") or "no prompt"), 50)
    return readable(f"{state.symbol} {state.words} · {prompt} · {job.created_at:%d %b, %H:%M} UTC", 100)


def canceled(job: Job) -> ui.LayoutView:
    return panel(
        Colour.GOOD,
        f"### ⏹️ Cancelled\n**{credits_of(job.credits).capitalize()}** went back. Nothing was charged.",
        f"-# job {job.id}",
    )


def not_canceled(job: Job) -> ui.LayoutView:
    """The job as it is; only a queued one can be taken back."""
    why = {
        JobState.SUBMITTING: "It is being handed over to its provider, which cannot be stopped any more.",
        JobState.RUNNING: "Its provider is making it, and cannot be stopped. The video comes when it is ready.",
        JobState.DELIVERING: "It is made already, and about to be posted.",
        JobState.UNCERTAIN: "Its provider may have it, and cannot be stopped. A moderator decides about it.",
        JobState.CANCELED: "It was cancelled already.",
    }.get(job.state, "It has ended already.")
    return panel(Colour.CAUTION, f"### ⚠️ Too late to cancel\n{why}", _UNCHANGED, f"-# job {job.id}")


def resent(outcome: Resent, job: Job) -> ui.LayoutView:
    """What became of the wish to post a video again."""
    match outcome:
        case Resent.ON_ITS_WAY:
            return panel(
                Colour.GOOD,
                "### 📤 On its way\nThe video is posted again as soon as it is fetched, and is not charged again.",
                f"-# job {job.id}",
            )
        case Resent.STILL_THERE:
            title, why = "It is there already", f"Its message still stands: {job_link(job)}"
        case Resent.GONE:
            title = "The video is gone"
            why = "It was posted once, and its provider no longer has it. `/jobs retry` orders it once more."
        case Resent.NOT_NOW:
            title = "Not possible right now"
            why = "Discord or the video's provider cannot be asked. Please try again in a few minutes."
        case Resent.NO_VIDEO:
            title, why = "Nothing to post", _how_it_stands(job)
    return panel(Colour.CAUTION, f"### ⚠️ {title}\n{why}", _UNCHANGED, f"-# job {job.id}")

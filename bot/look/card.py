"""The public messages of a job: its card, its thread's name and its result."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import discord
from discord import ui

from bot.look.buttons import card_buttons, resting, row
from bot.look.text import (
    Colour,
    about,
    clock_time,
    countdown,
    credits_of,
    escaped,
    mention,
    moment_of,
    panel,
    provider_name,
)
from bot.pipeline.messenger import Link, Parcel
from languages.sentence import Sentence
from languages.speech import SpeechError, say
from providers.catalog import Catalog
from providers.loose import readable
from storage.records import Job, account_of
from storage.states import RELEASING, JobState

PICTURE: Final = "picture.jpg"
"""The name of the attachment that the card shows."""

_MIB: Final = 1024 * 1024
_PROMPT_SHOWN: Final = 300
_NEGATIVE_SHOWN: Final = 100
_THREAD_NAME: Final = 90
_FAILURE: Final = 400


@dataclass(frozen=True)
class StateLook:
    """A state as a member sees it."""

    name: str
    symbol: str
    colour: Colour

    @property
    def words(self) -> str:
        return say(f"state-{self.name}")


STATES: Final[Mapping[str, StateLook]] = {
    look.name: look
    for look in (
        StateLook(JobState.QUEUED, "⏳", Colour.WAITING),
        StateLook(JobState.SUBMITTING, "⏳", Colour.WAITING),
        StateLook(JobState.RUNNING, "🎬", Colour.WORKING),
        StateLook(JobState.DELIVERING, "📤", Colour.WORKING),
        StateLook(JobState.DELIVERED, "✅", Colour.GOOD),
        StateLook(JobState.FAILED, "❌", Colour.BAD),
        StateLook(JobState.CANCELED, "⏹️", Colour.WAITING),
        StateLook(JobState.UNCERTAIN, "❔", Colour.CAUTION),
        StateLook(JobState.UNDELIVERABLE, "⚠️", Colour.CAUTION),
    )
}

_DELETED: Final = StateLook("deleted", "🗑️", Colour.WAITING)

_UNSTOPPABLE: Final = frozenset({JobState.SUBMITTING, JobState.RUNNING})

_ENDED: Final = frozenset({JobState.DELIVERED, JobState.UNDELIVERABLE, *RELEASING})


def card(job: Job, model: str) -> ui.LayoutView:
    """The job as it stands; ``model`` is the model's display name. Shows the attachment ``PICTURE``.

    Where the job is ``hidden``, picture and prompt are not shown. Words for what is to be left out never are: no
    word list is asked about them.
    """
    state = state_of(job)
    picture = discord.MediaGalleryItem(f"attachment://{PICTURE}", description=say("card-picture"))
    view = panel(
        state.colour,
        "\n".join((f"### {state.symbol} {state.words}", what_now(job), *_further(job))),
        "" if job.hidden else _prompt_of(job.request),
        f"-# {' · '.join([model, *options_of(job.request)])}\n-# {_made_by(job)} · {_charge_of(job)}",
        "" if job.hidden else ui.MediaGallery(picture),
        row([*_watch(job), *card_buttons(job)]),
        job_mark(job),
    )
    return resting(view)


def _further(job: Job) -> Iterator[str]:
    """What to expect of the video, or what to do to have it."""
    if job.state is JobState.QUEUED and job.place is not None:
        yield say("card-next") if job.place == 1 else say("card-place", place=job.place)
    if job.state in _UNSTOPPABLE:
        yield f"-# {say('card-unstoppable')}"
    if job.state is JobState.UNDELIVERABLE and not job.hidden:
        yield say("jobs-next-undeliverable")


def _made_by(job: Job) -> str:
    return say("card-by", provider=provider_name(account_of(job.provider)))


def _watch(job: Job) -> list[ui.Button[Any]]:
    address = result_link(job)
    return [ui.Button(label=say("card-watch"), url=address)] if address else []


def state_of(job: Job) -> StateLook:
    return _DELETED if job.deleted else STATES[job.state]


def thread_name(job: Job, member_name: str) -> str:
    """From the prompt, or else from the member's name; one line, at most 100 characters."""
    prompt = readable(str(job.request.get("prompt") or ""), _THREAD_NAME)
    name = readable(member_name, _THREAD_NAME)
    return prompt or readable(say("card-thread-of", member=name) if name else say("card-thread"), _THREAD_NAME)


def members_thread_name(member_name: str) -> str:
    """Of the thread into which all of a member's jobs come; at most 100 characters."""
    name = readable(member_name, _THREAD_NAME)
    return readable(say("places-thread-of", member=name) if name else say("places-thread"), _THREAD_NAME)


def result(job: Job, model: str, parcel: Parcel) -> str:
    """The text beside the finished video; by the job's id a result without a file is found again."""
    details = " · ".join((model, _length_of(job.request), say("card-made-with-ai")))
    lines = [say("card-result", member=_member(job)), *_what_was_done(parcel), f"-# {details}"]
    if isinstance(parcel.content, Link):
        lines.append(f"-# {say('card-job', job=job.id)}")
    return "\n".join(lines)


def _what_was_done(parcel: Parcel) -> Iterator[str]:
    if parcel.was:
        was, size = (round(size / _MIB, 1) for size in (parcel.was, parcel.size))
        yield f"-# {say('result-smaller', was=was, size=size)}"
    if parcel.converted:
        yield f"-# {say('result-converted')}"
    match parcel.content:
        case Link(address, None):
            yield from (say("result-link-of-provider"), address)
        case Link(address, datetime() as until):
            yield from (say("result-link", until=moment_of(until)), address)


def card_link(job: Job) -> str | None:
    """The address of the job's card, once it stands."""
    if job.card_message_id is None:
        return None
    return _message_link(job.server_id, job.channel_id, job.card_message_id)


def result_link(job: Job) -> str | None:
    """The address of the job's result, where it stands."""
    if job.result_message_id is None or job.deleted:
        return None
    return _message_link(job.server_id, job.result_channel_id or job.channel_id, job.result_message_id)


def job_link(job: Job) -> str | None:
    """The address of the job's result, or else of its card."""
    return result_link(job) or card_link(job)


def job_line(job: Job, model: str) -> str:
    """The job in a list, in up to three lines."""
    state = state_of(job)
    address = job_link(job)
    title = f"[{state.words}](<{address}>)" if address else state.words
    prompt = escaped(str(job.request.get("prompt") or ""), 60)
    words = f"{prompt}\n" if prompt else ""
    charge = _charge_of(job) if job.state in _ENDED else say("card-set-aside", price=credits_of(job.credits))
    return f"{state.symbol} **{title}** {countdown(job.created_at)}\n{words}-# {model} · {charge}"


def job_mark(job: Job) -> str:
    """The line by which members and moderators name the job."""
    return f"-# {say('card-job', job=job.id)}"


def _message_link(server_id: int, channel_id: int, message_id: int) -> str:
    return f"https://discord.com/channels/{server_id}/{channel_id}/{message_id}"


def model_name(catalog: Catalog, model_id: str) -> str:
    """What members call a model; its id where the catalogue no longer has it."""
    return next((model.name for model in catalog.models if model.id == model_id), model_id)


def what_now(job: Job) -> str:
    """How the job stands, in up to two lines."""
    member, price = _member(job), credits_of(job.credits)
    if job.deleted_at is not None:
        gone = "card-now-emptied" if job.state in RELEASING else "card-now-deleted"
        return say(gone, member=member, actor=mention(job.deleted_by or 0), when=countdown(job.deleted_at))
    match job.state:
        case JobState.QUEUED | JobState.SUBMITTING:
            return say("card-now-queued", member=member, time=about(timedelta(seconds=job.expected_seconds)))
        case JobState.RUNNING if job.late_at is not None:
            return say("card-now-late", member=member, price=price)
        case JobState.RUNNING:
            expected = (job.submitted_at or job.changed_at) + timedelta(seconds=job.expected_seconds)
            return say("card-now-running", member=member, at=clock_time(expected), when=countdown(expected))
        case JobState.DELIVERED if job.link:
            return say("result-now-linked-below" if job.thread_id else "result-now-linked", member=member)
        case JobState.DELIVERED if job.thread_id:
            return say("card-now-delivered-below", member=member)
        case JobState.FAILED:
            return f"{say('card-now-failed', member=member, price=price)}\n{failure_of(job) or say('card-not-made')}"
        case JobState.UNDELIVERABLE:
            return f"{say('card-now-undeliverable', member=member)}\n{failure_of(job) or say('card-not-taken')}"
        case JobState.DELIVERING | JobState.DELIVERED | JobState.CANCELED | JobState.UNCERTAIN:
            return say(f"card-now-{job.state}", member=member, price=price)


def failure_of(job: Job) -> str:
    """Why there is no video, or none in Discord: a kept ``Sentence``, or plain text as older versions kept it.

    Empty where nothing is kept, or a sentence that this version does not know.
    """
    try:
        sentence = Sentence.load(job.failure or "")
    except ValueError:
        return escaped(job.failure or "", _FAILURE)
    try:
        said = say(sentence.with_words(lambda words: escaped(words, _FAILURE)))
    except SpeechError:
        return ""
    return readable(said, 2 * _FAILURE)


def _member(job: Job) -> str:
    return mention(job.member_id)


def _charge_of(job: Job) -> str:
    return say("card-not-charged") if job.state in RELEASING else credits_of(job.credits)


def _length_of(request: Mapping[str, Any]) -> str:
    return say("card-seconds", seconds=request.get("duration", 5))


def _prompt_of(request: Mapping[str, Any]) -> str:
    prompt = escaped(str(request.get("prompt") or ""), _PROMPT_SHOWN)
    return prompt and f"> {prompt}"


def words_of(request: Mapping[str, Any]) -> str:
    """All that was written for the video; for its member and moderators only."""
    negative = escaped(str(request.get("negative_prompt") or ""), _NEGATIVE_SHOWN)
    return "\n".join(filter(None, (_prompt_of(request), negative and f"-# {say('card-without', words=negative)}")))


def options_of(request: Mapping[str, Any]) -> list[str]:
    """The options of a ``VideoRequest``, shortly; those that were not used are left out."""
    cfg_scale, ratio = request.get("cfg_scale"), request.get("aspect_ratio")
    options = (
        _length_of(request),
        str(request.get("mode") or "std"),
        say("card-end-picture") if request.get("end_image") else "",
        say("card-cfg", value=cfg_scale) if cfg_scale is not None else "",
        _camera_of(request),
        str(ratio or ""),
        say("card-motion-brush") if request.get("static_mask") or request.get("motion") else "",
        say("card-sound") if request.get("sound") else "",
        say("card-voices", voices=len(request["voices"])) if request.get("voices") else "",
        say("card-watermark") if request.get("watermark") else "",
    )
    return [option for option in options if option]


def _camera_of(request: Mapping[str, Any]) -> str:
    if not request.get("camera"):
        return ""
    move = say(f"choice-camera-{str(request['camera']).replace('_', '-')}")
    strength = request.get("camera_value")
    return say("card-camera", move=move) if strength is None else say("card-camera-by", move=move, strength=strength)

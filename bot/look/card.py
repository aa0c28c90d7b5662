"""The public messages of a job: its card, its thread's name and its result."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import discord
from discord import ui

from bot.look.text import Colour, countdown, credits_of, escaped, link, panel
from providers.catalog import Catalog
from providers.loose import readable
from storage.records import Job
from storage.states import RELEASING, JobState

PICTURE: Final = "picture.jpg"
"""The name of the attachment that the card shows."""

_PROMPT_SHOWN: Final = 300
_NEGATIVE_SHOWN: Final = 100
_THREAD_NAME: Final = 90


@dataclass(frozen=True)
class StateLook:
    """A state as a member sees it."""

    symbol: str
    words: str
    colour: Colour


STATES: Final[Mapping[JobState, StateLook]] = {
    JobState.QUEUED: StateLook("⏳", "Waiting for its turn", Colour.WAITING),
    JobState.SUBMITTING: StateLook("⏳", "Being handed over", Colour.WAITING),
    JobState.RUNNING: StateLook("🎬", "Being made", Colour.WORKING),
    JobState.DELIVERING: StateLook("📤", "Finished, on its way here", Colour.WORKING),
    JobState.DELIVERED: StateLook("✅", "Ready", Colour.GOOD),
    JobState.FAILED: StateLook("❌", "Not made", Colour.BAD),
    JobState.CANCELED: StateLook("⏹️", "Cancelled", Colour.WAITING),
    JobState.UNCERTAIN: StateLook("❔", "On hold", Colour.CAUTION),
    JobState.UNDELIVERABLE: StateLook("⚠️", "Made, but not posted", Colour.CAUTION),
}

_ENDED: Final = frozenset({JobState.DELIVERED, JobState.UNDELIVERABLE, *RELEASING})


def card(job: Job, model: str) -> ui.LayoutView:
    """The job as it stands; ``model`` is the model's display name. Shows the attachment ``PICTURE``."""
    state = STATES[job.state]
    picture = discord.MediaGalleryItem(f"attachment://{PICTURE}", description="The picture that becomes a video")
    address = job_link(job) if job.result_message_id else None
    return panel(
        state.colour,
        f"### {state.symbol} {state.words}\n{what_now(job)}",
        words_of(job.request),
        f"-# {' · '.join([model, *options_of(job.request), _charge_of(job)])}",
        ui.MediaGallery(picture),
        link("Watch the video", address) if address else "",
        f"-# job {job.id}",
    )


def thread_name(job: Job, member_name: str) -> str:
    """From the prompt, or else from the member's name; one line, at most 100 characters."""
    prompt = readable(str(job.request.get("prompt") or ""), _THREAD_NAME)
    name = readable(member_name, _THREAD_NAME - len("Video for "))
    return prompt or (f"Video for {name}" if name else "A new video")


def result(job: Job, model: str) -> str:
    """The text beside the finished video."""
    seconds = job.request.get("duration", 5)
    return f"<@{job.member_id}>, your video is ready.\n-# {model} · {seconds} s · made with AI"


def job_link(job: Job) -> str | None:
    """The address of the job's result, or else of its card."""
    if job.result_message_id is not None:
        return message_link(job.server_id, job.result_channel_id or job.channel_id, job.result_message_id)
    if job.card_message_id is not None:
        return message_link(job.server_id, job.channel_id, job.card_message_id)
    return None


def job_line(job: Job, model: str) -> str:
    """The job in a list, in up to three lines."""
    state = STATES[job.state]
    address = job_link(job)
    title = f"[{state.words}](<{address}>)" if address else state.words
    prompt = escaped(str(job.request.get("prompt") or ""), 60)
    words = f"{prompt}\n" if prompt else ""
    pending = "" if job.state in _ENDED else " set aside"
    return f"{state.symbol} **{title}** {countdown(job.created_at)}\n{words}-# {model} · {_charge_of(job)}{pending}"


def message_link(server_id: int, channel_id: int, message_id: int) -> str:
    return f"https://discord.com/channels/{server_id}/{channel_id}/{message_id}"


def model_name(catalog: Catalog, model_id: str) -> str:
    """What members call a model; its id where the catalogue no longer has it."""
    return next((model.name for model in catalog.models if model.id == model_id), model_id)


def what_now(job: Job) -> str:
    whose = f"For <@{job.member_id}>."
    match job.state:
        case JobState.QUEUED | JobState.SUBMITTING:
            soonest = job.created_at + timedelta(seconds=job.expected_seconds)
            return f"{whose} Expected {countdown(soonest)} at the earliest."
        case JobState.RUNNING if job.late_at is not None:
            return (
                f"{whose} It takes far longer than usual, and is posted whenever it is ready. "
                f"{credits_of(job.credits).capitalize()} stay set aside until then."
            )
        case JobState.RUNNING:
            expected = (job.submitted_at or job.changed_at) + timedelta(seconds=job.expected_seconds)
            return f"{whose} Expected {countdown(expected)}."
        case JobState.DELIVERING:
            return f"{whose} The video is about to be posted."
        case JobState.DELIVERED:
            return f"{whose} The video is in the thread below." if job.thread_id else f"{whose} The video is posted."
        case JobState.FAILED:
            return f"{whose} {escaped(job.failure or 'The video could not be made.', 400)} {_gone_back(job)}"
        case JobState.CANCELED:
            return f"{whose} {_gone_back(job)}"
        case JobState.UNCERTAIN:
            return (
                f"{whose} The video provider does not say what became of this video, so nothing is sent twice. "
                f"{credits_of(job.credits).capitalize()} stay set aside until a moderator has decided."
            )
        case JobState.UNDELIVERABLE:
            return f"{whose} {escaped(job.failure or 'Discord did not take the video.', 400)}"


def _gone_back(job: Job) -> str:
    return f"Nothing was charged: {credits_of(job.credits)} went back."


def _charge_of(job: Job) -> str:
    return "not charged" if job.state in RELEASING else credits_of(job.credits)


def words_of(request: Mapping[str, Any]) -> str:
    prompt = escaped(str(request.get("prompt") or ""), _PROMPT_SHOWN)
    negative = escaped(str(request.get("negative_prompt") or ""), _NEGATIVE_SHOWN)
    return "\n".join(filter(None, (prompt and f"> {prompt}", negative and f"-# without: {negative}")))


def options_of(request: Mapping[str, Any]) -> list[str]:
    """The options of a ``VideoRequest``, shortly; those that were not used are left out."""
    camera = [str(part) for part in (request.get("camera"), request.get("camera_value")) if part is not None]
    voices = len(request.get("voices") or ())
    cfg_scale = request.get("cfg_scale")
    options = (
        (True, f"{request.get('duration', 5)} s"),
        (True, str(request.get("mode") or "std")),
        (request.get("end_image"), "end picture"),
        (cfg_scale is not None, f"cfg {cfg_scale}"),
        (camera, f"camera {' '.join(camera)}"),
        (request.get("aspect_ratio"), str(request.get("aspect_ratio"))),
        (request.get("static_mask") or request.get("motion"), "motion brush"),
        (request.get("sound"), "sound"),
        (voices, "1 voice" if voices == 1 else f"{voices} voices"),
        (request.get("watermark"), "watermark"),
    )
    return [text for used, text in options if used]

"""Cards, results, and what their buttons lead to."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

from bot import look
from bot.look.card import PICTURE
from bot.pipeline.messenger import Link, Parcel
from languages.sentence import Sentence
from sandbox.gallery.samples import MODEL, NOW, Samples
from sandbox.gallery.scene import Message, Scene, Scenes, private
from storage.quota_records import Action
from storage.records import Job
from storage.states import JobState

_MIB: Final = 1024 * 1024
_ADDRESS: Final = "https://stillmotion.example/videos/8c4be7d2/flag.mp4"


def _card(make: Callable[[Samples], Job], model: str = MODEL) -> Scene:
    def show(samples: Samples) -> Message:
        job = make(samples)
        files = () if job.deleted_at else (samples.file(PICTURE),)
        return Message(look.card(job, model), files=files, private=False)

    return show


def _result(parcel: Parcel, link: str | None = None) -> Scene:
    def show(samples: Samples) -> Message:
        job = samples.done(link=link)
        return Message(look.result_buttons(job, link), look.result(job, MODEL, parcel), private=False)

    return show


def _flag_panel(samples: Samples) -> Message:
    job = samples.done()
    after = {"job": job.id, "flags": 1}
    change = samples.change(
        Action.FLAG, after | {"flags": 0}, after, actor_id=samples.cast.bob, reason="shows my friend, who was not asked"
    )
    return Message(look.flag_panel(change, job), private=False)


def _not_canceled(state: JobState) -> Scene:
    return private(lambda it: look.not_canceled(it.job(state)))


def _failed(reason: str | Sentence) -> Scene:
    kept = reason.dump() if isinstance(reason, Sentence) else reason
    return _card(lambda it: it.job(JobState.FAILED, failure=kept))


CARDS: Final[Scenes] = {
    "card-queued-next": _card(lambda it: it.job(place=1)),
    "card-queued-7th": _card(lambda it: it.job(place=7)),
    "card-all-options": _card(lambda it: it.full(place=2), "Kling 1.6"),
    "card-submitting": _card(lambda it: it.job(JobState.SUBMITTING)),
    "card-running": _card(lambda it: it.job(JobState.RUNNING, submitted_at=NOW - timedelta(seconds=30))),
    "card-late": _card(lambda it: it.job(JobState.RUNNING, late_at=NOW)),
    "card-delivering": _card(lambda it: it.job(JobState.DELIVERING)),
    "card-delivered-in-thread": _card(lambda it: it.done()),
    "card-delivered-in-channel": _card(lambda it: it.done(thread_id=None)),
    "card-delivered-as-link": _card(lambda it: it.done(link="https://videos.example/v/8c4be7d2.mp4")),
    "card-deleted": _card(lambda it: it.done(deleted_at=NOW, deleted_by=it.cast.mia)),
    "card-failed-content-filter": _failed(Sentence("providers-content-filter")),
    "card-failed-in-providers-words": _failed(Sentence("providers-failed-because", reason="Risk control: frame 12")),
    "card-failed-without-a-reason": _failed(""),
    "card-canceled": _card(lambda it: it.job(JobState.CANCELED)),
    "card-uncertain": _card(lambda it: it.job(JobState.UNCERTAIN)),
    "card-undeliverable": _card(
        lambda it: it.job(JobState.UNDELIVERABLE, failure=Sentence("delivery-not-allowed").dump())
    ),
}

RESULTS: Final[Scenes] = {
    "result": _result(Parcel(Path("flag.mp4"))),
    "result-converted": _result(Parcel(Path("flag.mp4"), converted=True)),
    "result-made-smaller": _result(Parcel(Path("flag.mp4"), was=31 * _MIB, size=9 * _MIB + 700_000)),
    "result-as-link": _result(Parcel(Link(_ADDRESS, NOW + timedelta(days=7))), _ADDRESS),
    "result-as-link-of-provider": _result(Parcel(Link(_ADDRESS, None)), _ADDRESS),
    "canceled": private(lambda it: look.canceled(it.job(JobState.CANCELED))),
    **{
        f"not-canceled-{state}": _not_canceled(state)
        for state in (JobState.SUBMITTING, JobState.RUNNING, JobState.DELIVERING, JobState.DELIVERED)
    },
    "delete-question": private(lambda it: look.delete_question(it.done())),
    "deleted": private(lambda it: look.deleted(it.done(deleted_at=NOW, deleted_by=it.cast.alice))),
    "kept": private(lambda _: look.kept()),
    "reported": private(lambda _: look.flagged(logged=True)),
    "reported-without-log": private(lambda _: look.flagged(logged=False)),
    "report-for-moderators": _flag_panel,
}

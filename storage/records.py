"""What the rest of the house gets from storage and gives to it: frozen records, no rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from storage.quota_records import Usage
from storage.states import JobState


class Duty(StrEnum):
    """What a worker does for a job; each duty has a lease of its own."""

    SUBMIT = "submit"
    WATCH = "watch"
    DELIVER = "deliver"
    CARD = "card"


@dataclass(frozen=True)
class Picture:
    """A picture of a job; ``kind`` is a ``providers.request.PictureKind``."""

    kind: str
    content: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True)
class Terms:
    """What a job is about from its first moment to its last.

    ``request`` is a ``providers.request.VideoRequest`` as JSON; ``credits`` is the price; ``expected_seconds`` how long
    such videos usually take; ``provider`` the client and ``provider_model`` its name for the model; ``pinned`` whether
    the member named the provider; ``in_thread`` whether the result goes into a thread on its card; ``seeks_thread``
    whether its member's thread is to be found for it before; ``parent_id`` is the channel around the thread that
    ``channel_id`` is, where that may stand in for the thread; ``callback_token`` the secret part of the job's callback
    address.
    """

    id: str
    interaction_id: int
    server_id: int
    channel_id: int
    member_id: int
    in_thread: bool
    request: Mapping[str, Any]
    model: str
    provider: str
    provider_model: str
    pinned: bool
    credits: int
    expected_seconds: int
    callback_token: str
    seeks_thread: bool = field(default=False, kw_only=True)
    parent_id: int | None = field(default=None, kw_only=True)

    @property
    def erased(self) -> bool:
        """Whether its member has had their data erased; a number below 0 stands for them."""
        return self.member_id < 0


@dataclass(frozen=True)
class NewJob(Terms):
    """A job that is about to be accepted."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Job(Terms):
    """One member's request for one video, as it stands.

    ``failure`` may be read by the member, ``failure_detail`` belongs into the log. ``due_at`` is when it wants
    attention next. ``revision`` counts visible changes, ``shown_revision`` is the one that the card shows.
    ``delivered_at`` is when the result was posted for the first time. ``link`` is what the result holds instead of a
    file. ``deleted_by`` is who deleted it. ``place`` is the one in the queue that the card shows; the true one is
    ``Store.place``.
    """

    state: JobState
    attempts: int
    created_at: datetime
    changed_at: datetime
    due_at: datetime
    submitted_at: datetime | None
    provider_task_id: str | None
    video_url: str | None
    failure: str | None
    failure_detail: str | None
    revision: int
    shown_revision: int
    card_due_at: datetime
    card_message_id: int | None
    thread_id: int | None
    result_channel_id: int | None
    result_message_id: int | None
    late_at: datetime | None = None
    delivered_at: datetime | None = None
    link: str | None = None
    deleted_by: int | None = None
    deleted_at: datetime | None = None
    place: int | None = None

    @property
    def deleted(self) -> bool:
        """Whether its result was deleted for good."""
        return self.deleted_at is not None

    @property
    def hidden(self) -> bool:
        """Whether its card no longer shows what it was about."""
        return self.deleted or self.erased

    @property
    def on_hold(self) -> bool:
        """Whether a moderator may decide what becomes of it; of a submission only after the bot had time to find out.

        A late task is known, and can only be given up.
        """
        late = self.state is JobState.RUNNING and self.late_at is not None
        return late or self.state in {JobState.UNCERTAIN, JobState.SUBMITTING}


@dataclass(frozen=True)
class Claim:
    """A job held for one duty by a lease; only its holder may change the job."""

    job: Job
    duty: Duty
    owner: str


def account_of(client: str) -> str:
    """The account behind a client: further APIs of an account are named by it, a dash and a word."""
    return client.split("-", maxsplit=1)[0]


PaceKey = tuple[str, str, int]
"""A provider's model, the mode and the length in seconds."""


def pace_key(provider_model: str, request: Mapping[str, Any]) -> PaceKey:
    """What a request's pace is kept under; ``request`` is a ``VideoRequest`` as JSON."""
    return provider_model, str(request.get("mode") or ""), int(request.get("duration") or 0)


@dataclass(frozen=True)
class Pace:
    """Seconds from a task's submission to its video: of four such tasks one is ready by ``early``, two by ``usual``,
    three by ``late``.
    """

    early: float
    usual: float
    late: float


@dataclass(frozen=True)
class Pause:
    """A route that is switched off for a while; ``model`` is "" for all of a client's models."""

    client: str
    model: str
    until: datetime
    reason: str


@dataclass(frozen=True)
class UploadLimit:
    """The largest file that a server has taken and the smallest that it has refused lately, in bytes."""

    taken: int = 0
    refused: int | None = None

    def refuses(self, size: int) -> bool:
        return self.refused is not None and size >= self.refused

    def once_taken(self, size: int) -> "UploadLimit":
        return UploadLimit(max(size, self.taken), None if self.refuses(size) else self.refused)

    def once_refused(self, size: int) -> "UploadLimit":
        """A refusal is newer than what was taken before."""
        return UploadLimit(self.taken if self.taken < size else 0, min(size, self.refused or size))


@dataclass(frozen=True)
class Acceptance:
    """A job that was accepted, the member's credits after its reservation, and its place in the queue from 1."""

    job: Job
    usage: Usage
    place: int

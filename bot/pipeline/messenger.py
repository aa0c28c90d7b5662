"""What the pipeline needs of Discord, and what can go wrong there.

::

    MessengerError
    ├── TryAgain     Discord did not answer, or asked to wait; it may have taken the message
    ├── TooLarge     the file is larger than this place takes
    ├── NotAllowed   a permission is missing
    └── PlaceGone    channel, thread or message was deleted, or the bot was removed from the server
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from storage.quota_records import Change
from storage.records import Job


class MessengerError(Exception):
    """Discord did not do what was asked."""


class TryAgain(MessengerError):
    """Discord did not answer, or asked to wait; it may have taken the message."""


class TooLarge(MessengerError):
    """The file is larger than this place takes."""


class NotAllowed(MessengerError):
    """A permission is missing."""


class PlaceGone(MessengerError):
    """Channel, thread or message was deleted, or the bot was removed from the server."""


@dataclass(frozen=True)
class Link:
    """Where a video can be had, and until when; ``None`` where only its provider knows."""

    address: str
    until: datetime | None


@dataclass(frozen=True)
class Parcel:
    """What a result holds: the file of a finished video, or else a link to it.

    ``converted`` says that it was made playable everywhere. One that was made smaller ``was`` so many bytes, and has
    ``size`` now.
    """

    content: Path | Link
    converted: bool = False
    was: int = 0
    size: int = 0


@dataclass(frozen=True)
class Posted:
    """Where a message stands; ``channel_id`` is a channel's or a thread's.

    ``link`` is what a result holds instead of a file.
    """

    message_id: int
    channel_id: int
    link: str | None = None


Hold = Callable[[], Awaitable[object]]
"""Makes sure that a job is still the caller's to work on; what it raises, ``LeaseLost`` for one, goes to the caller."""


class Messenger(Protocol):
    """Posts what a member sees outside of interactions. Every method raises ``MessengerError`` and nothing else.

    Posting is safe to repeat: within minutes Discord itself refuses the second copy by the nonce made from the job's
    id; what may have been posted longer ago is found by looking. Between the look and the post ``hold`` is called, and
    who slept so long after the look that it says nothing any more gets ``TryAgain``.
    """

    async def post_card(self, job: Job, picture: bytes, hold: Hold) -> int:
        """Post the job's card, or find the one that is there; its message id."""

    async def edit_card(self, job: Job) -> None:
        """Make the card show the job as it is."""

    async def open_thread(self, job: Job, *, of_member: bool = False) -> int:
        """Open the thread on the job's card, or find the one that is there; its id.

        It is named by the job, or by the member where all of the member's jobs come into it.
        """

    async def find_result(self, job: Job) -> Posted | None:
        """The job's result if it stands in its thread or channel already."""

    async def result_stands(self, job: Job) -> bool:
        """Whether the delivered result's message is still there."""

    async def post_result(self, job: Job, parcel: Parcel, hold: Hold) -> Posted:
        """Post the finished video in the job's thread, else in its channel, else in the channel around that, else where
        it was asked for again; or find the one that is there.
        """

    async def delete_result(self, job: Job) -> None:
        """Delete the message with the job's video, if it is there."""

    async def post_change(self, change: Change, channel_id: int, job: Job | None = None) -> None:
        """Show a change in its server's log channel, where it is not shown already; ``job`` is what it flags."""

    def upload_limit(self, job: Job) -> int:
        """Bytes that the job's place is believed to take; the truth is whether ``TooLarge`` is raised."""

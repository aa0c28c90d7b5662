"""Nothing is posted twice: by what Discord knows a second copy, and what earlier tries have left there."""

import hashlib
import io
import re
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import discord

from bot.look.text import moment_of
from bot.pipeline.links import file_name
from bot.pipeline.messenger import Posted, TryAgain
from storage.quota_records import Change
from storage.records import Job

NONCE_HOLDS: Final = timedelta(minutes=2)
"""Discord refuses a second message with the same nonce "in the past few minutes"; these are surely among them."""

LOOK_HOLDS: Final = NONCE_HOLDS / 2
"""How long after a look nobody can have posted what Discord would not refuse a second copy of, however long that takes
to arrive there; so long something new is not looked for at all."""

LOOK_BACK: Final = 1000
"""Messages that are looked through for one that may have been posted, from each end of the time in which it can be."""

CLOCK_DIFFERENCE: Final = timedelta(minutes=5)
"""How far this machine's clock may be from Discord's."""


class Traces:
    """What this bot has posted, found again by what is in it; all methods raise what discord.py raises."""

    def __init__(
        self, client: discord.Client, *, clock: Callable[[], datetime], monotonic: Callable[[], float]
    ) -> None:
        self._client = client
        self._now = clock
        self._monotonic = monotonic

    def awake(self) -> Callable[[], None]:
        """A check to be made right before a post, that this process has not slept since now.

        One that is stopped does not see it by the one clock, one whose machine is stopped not by the other.
        """
        moment, ticks = self._now(), self._monotonic()

        def check() -> None:
            passed = max(abs(self._now() - moment), timedelta(seconds=self._monotonic() - ticks))
            if passed > LOOK_HOLDS:
                raise TryAgain("it is too long ago that an earlier copy was looked for")

        return check

    def _is_new(self, since: datetime) -> bool:
        """Whether Discord would surely still refuse a second copy of whatever was posted after this."""
        return timedelta() <= self._now() - since < LOOK_HOLDS

    async def card(self, place: discord.PartialMessageable, job: Job) -> int | None:
        """The card that an earlier try has posted, where Discord may no longer remember its nonce."""
        if self._is_new(job.created_at):
            return None
        async for message in self._own(place, job.created_at):
            if any(job.id in text for text in _texts(message.components)):
                return message.id
        return None

    async def result(self, place: discord.PartialMessageable, job: Job) -> Posted | None:
        """The result that an earlier try has posted there."""
        async for message in self._own(place, job.changed_at):
            if any(file.filename == file_name(job) for file in message.attachments):
                return Posted(message.id, place.id)
            if (link := _link_to(job, message.content)) is not None:
                return Posted(message.id, place.id, link)
        return None

    async def shows(self, place: discord.PartialMessageable, change: Change) -> bool:
        """Whether a message there has the change's time and number in one line, as its foot does in any language.

        Not where Discord surely remembers its nonce.
        """
        if self._is_new(change.at):
            return False
        number = re.compile(rf"\b{change.id}\b")
        async for message in self._own(place, change.at):
            lines = (line for text in _texts(message.components) for line in text.splitlines())
            if any(moment_of(change.at) in line and number.search(line) for line in lines):
                return True
        return False

    async def _own(self, place: discord.PartialMessageable, since: datetime) -> AsyncIterator[discord.Message]:
        """The bot's own messages; a time to come was told by a clock that was set back since.

        Where others have written too much to look through, those around the first tries and around the latest ones.
        """
        after, seen = min(since, self._now()) - CLOCK_DIFFERENCE, 0
        for oldest_first in (True, False):
            async for message in place.history(limit=LOOK_BACK, after=after, oldest_first=oldest_first):
                seen += 1
                if self._client.user is not None and message.author.id == self._client.user.id:
                    yield message
            if seen < LOOK_BACK:
                return


class TimelyFile(discord.File):
    """A file that ``check`` may keep from being sent: discord.py resets it before each of its tries, however long it
    has waited for a limit of Discord's.
    """

    def __init__(self, content: io.BytesIO | Path, name: str, check: Callable[[], None]) -> None:
        super().__init__(content, name)
        self._check = check

    def reset(self, *, seek: int | bool = True) -> None:
        self._check()
        super().reset(seek=seek)


def nonce(subject: str, purpose: str) -> str:
    """The same for every try, in every process, of posting one thing for a job or a change; 25 characters at most.

    A result that is delivered again is another thing: Discord may remember one that was deleted a moment ago.
    """
    return hashlib.blake2b(f"{purpose} {subject}".encode(), digest_size=12).hexdigest()


def _link_to(job: Job, text: str) -> str | None:
    """What a result's text links to, where it is this job's and holds a link."""
    lines = text.splitlines()
    return next((line for line in lines if line.startswith("http")), None) if job.id in text else None


def _texts(components: Iterable[object]) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _texts(getattr(component, "children", ()))

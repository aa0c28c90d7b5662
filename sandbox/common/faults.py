"""Everything that can go wrong, on demand: a test or the demo asks for it in Python, never over HTTP."""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Operation = TypeVar("Operation", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Answer:
    """Refuse in the provider's own form instead of doing anything; without a message in its usual words."""

    status: int
    code: int | str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """Answer with this body, say HTML or broken JSON, instead of doing anything."""

    body: str
    status: int = 200
    content_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Redirect:
    """Answer 302 to `location` instead of doing anything."""

    location: str


@dataclass(frozen=True, slots=True)
class DropBefore:
    """Close the connection without doing anything."""


@dataclass(frozen=True, slots=True)
class DropAfter:
    """Do everything, then close the connection without an answer: the lost answer."""


@dataclass(frozen=True, slots=True)
class Truncate:
    """Do everything, promise the whole body, send only this share of it and close the connection."""

    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Delay:
    """Do everything, but wait first."""

    seconds: float


Fault = Answer | RawAnswer | Redirect | DropBefore | DropAfter | Truncate | Delay


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of an accepted task, where it differs from the usual.

    never_finish: it stays at processing and keeps its place. fail_with: it fails for this reason. status_word: queries
    and callbacks show this word in place of its status after submitted. result_url: the address of its video.
    """

    never_finish: bool = False
    fail_with: str | None = None
    status_word: str | None = None
    result_url: str | None = None

    @property
    def doomed(self) -> bool:
        """Whether no video will come of it."""
        return self.never_finish or self.fail_with is not None


@dataclass(slots=True)
class _Queued:
    fault: Fault
    times: int


class Faults(Generic[Operation]):
    """Faults wait in line by operation; each authenticated request takes at most one."""

    def __init__(self, operations: type[Operation]) -> None:
        self._queues: dict[Operation, deque[_Queued]] = {operation: deque() for operation in operations}
        self._fates: deque[Fate] = deque()

    def inject(self, operation: Operation, fault: Fault, times: int = 1) -> None:
        self._queues[operation].append(_Queued(fault, times))

    def doom(self, fate: Fate, times: int = 1) -> None:
        """Give this fate to the next `times` accepted tasks."""
        self._fates.extend([fate] * times)

    def clear(self) -> None:
        for queue in self._queues.values():
            queue.clear()
        self._fates.clear()

    def take(self, operation: Operation) -> Fault | None:
        queue = self._queues[operation]
        if not queue:
            return None
        queue[0].times -= 1
        return queue.popleft().fault if queue[0].times <= 0 else queue[0].fault

    def take_fate(self) -> Fate:
        return self._fates.popleft() if self._fates else Fate()

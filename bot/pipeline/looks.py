"""When a running task is looked at: hardly before it can be ready, then ever closer, and ever more rarely when late."""

from datetime import timedelta
from typing import Final

from storage.records import Pace

GIVEN_UP_AFTER: Final = timedelta(days=7)
"""After so long a job no longer counts on its task, although it is still looked at."""

_SHORTLY_BEFORE: Final = 0.9
_LATE_SHARE: Final = 8
_LONGEST: Final = timedelta(days=1).total_seconds()
_DEADLINES: Final = (timedelta(hours=1), timedelta(hours=24))
_FEW_TIMES: Final = 4


def guess(expected_seconds: float) -> Pace:
    """What the catalogue's guess makes us expect, before there are samples."""
    return Pace(0.8 * expected_seconds, expected_seconds, 1.5 * expected_seconds)


def first_look(pace: Pace) -> timedelta:
    """After the submission: a little before the quickest tasks are ready, or they would always seem to take so long."""
    return timedelta(seconds=_SHORTLY_BEFORE * pace.early)


def next_look(pace: Pace, elapsed: timedelta, interval: float) -> timedelta:
    """From now; ``elapsed`` since the submission. Never closer than ``interval`` (seconds)."""
    seconds = elapsed.total_seconds()
    until_usual, since_late = pace.usual - seconds, seconds - pace.late
    pause = until_usual / 2 if until_usual > 0 else min(since_late / _LATE_SHARE, _LONGEST)
    return timedelta(seconds=max(interval, pause))


def deadline(pace: Pace) -> timedelta:
    """After the submission: a task that is not ready by then is called late."""
    shortest, longest = _DEADLINES
    return min(max(timedelta(seconds=_FEW_TIMES * pace.usual), shortest), longest)

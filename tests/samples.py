"""A moment, a clock and a job for many tests; a process that a test starts loads this, and not all of the tests'."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from storage.records import NewJob, Picture

START = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
"""A Wednesday, in the middle of its day, week and month."""


class ManualClock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


def sample_job(number: int, **changes: Any) -> NewJob:
    """A job like many; ``number`` makes its id and its interaction."""
    job = NewJob(
        id=f"job{number:05}",
        interaction_id=900_000 + number,
        server_id=1,
        channel_id=11,
        member_id=101,
        in_thread=True,
        request={"prompt": "the leaves move in the wind", "duration": 5},
        model="kling-v2-1",
        provider="kling",
        provider_model="kling-v2-1",
        pinned=False,
        credits=10,
        expected_seconds=120,
        callback_token=f"token{number}",
        pictures=(Picture("image", b"\xff\xd8picture", "image/jpeg", 640, 480),),
    )
    return replace(job, **changes)

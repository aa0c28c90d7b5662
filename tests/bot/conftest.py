from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from storage.records import Job
from storage.states import JobState

ORDERED = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


def make_job(**changes: Any) -> Job:
    """A job as storage hands it out right after the order, with some fields changed."""
    ordinary = {
        "id": "0123456789abcdef0123456789abcdef",
        "interaction_id": 1,
        "server_id": 10,
        "channel_id": 20,
        "member_id": 30,
        "in_thread": True,
        "request": {"model": "kling-v2-5-turbo", "prompt": "the sea moves", "duration": 5, "mode": "std"},
        "model": "kling-v2-5-turbo",
        "provider": "kling",
        "provider_model": "kling-v2-5-turbo",
        "credits": 21,
        "expected_seconds": 60,
        "state": JobState.QUEUED,
        "attempts": 0,
        "created_at": ORDERED,
        "changed_at": ORDERED,
        "due_at": ORDERED,
        "revision": 1,
        "shown_revision": 0,
        "card_due_at": ORDERED,
    }
    values: dict[str, Any] = dict.fromkeys(field.name for field in fields(Job)) | ordinary | changes
    return Job(**values)

"""What Kling's new-standard API answers: tasks and lists of tasks (facts/providers.md 1.9)."""

from collections.abc import Sequence
from typing import Any

from providers.answers import told_task
from providers.http import Answer
from providers.kling_envelope import Envelope, KlingTask, create_error, first_video, named_task, query_error
from providers.loose import mapping, sequence, text, token
from providers.provider import ProviderTask, TaskStatus

_STATUSES = {
    "submitted": TaskStatus.WAITING,
    "processing": TaskStatus.RUNNING,
    "succeeded": TaskStatus.SUCCEEDED,
    "failed": TaskStatus.FAILED,
}


def created_task(answer: Answer) -> ProviderTask:
    """The task that a create began; raises what its refusal means."""
    said = Envelope.of(answer)
    created = read_task(said.data) if answer.ok and said.code == 0 else None
    if created is None:
        raise create_error(answer)
    return created.task


def listed_tasks(answer: Answer) -> Sequence[KlingTask | None]:
    """The tasks that a query found; ``None`` for an entry that cannot be read."""
    said = Envelope.of(answer)
    if not answer.ok or said.code != 0 or not isinstance(said.data, list):
        raise query_error(answer)
    return [read_task(entry) for entry in said.data]


def read_task(data: Any) -> KlingTask | None:
    """A task object as creates, queries and callbacks carry it; ``None`` where it has no id."""
    fields = mapping(data)
    task_id = token(fields.get("id"))
    if not task_id:
        return None
    task = told_task(
        task_id,
        text(fields.get("status")),
        _STATUSES,
        video_url=_video_url(fields.get("outputs")),
        message=text(fields.get("message")),
    )
    return KlingTask(task, text(fields.get("external_id")))


def callback_task_id(body: bytes) -> str | None:
    """The task that a callback is about."""
    return named_task(body, read_task)


def _video_url(outputs: Any) -> str | None:
    return first_video([output for output in sequence(outputs) if mapping(output).get("type", "video") == "video"])

"""What Kling's older API answers: tasks and lists of tasks (facts/providers.md 1.5).

Fields may be missing, added, or numbers written as text; nothing that comes back makes this module fail otherwise
than with a ``ProviderError``.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from providers.answers import told_task
from providers.http import Answer
from providers.kling_envelope import Envelope, KlingTask, create_error, first_video, named_task, query_error
from providers.loose import mapping, sequence, text, token
from providers.provider import ProviderTask, TaskStatus

_STATUSES = {
    "submitted": TaskStatus.WAITING,
    "processing": TaskStatus.RUNNING,
    "succeed": TaskStatus.SUCCEEDED,
    "failed": TaskStatus.FAILED,
}


def created_task(answer: Answer) -> ProviderTask:
    """The task that a create began; raises what its refusal means."""
    task = _task_of(answer)
    if task is None:
        raise create_error(answer)
    return task.task


def queried_task(answer: Answer) -> KlingTask:
    """The task that a single query found; raises ``TaskUnknown`` or what else the answer means."""
    task = _task_of(answer)
    if task is None:
        raise query_error(answer)
    return task


def listed_tasks(answer: Answer) -> Sequence[ProviderTask | None]:
    """One page of the list query; ``None`` for an entry that cannot be read."""
    said = Envelope.of(answer)
    if not answer.ok or said.code != 0 or not isinstance(said.data, list):
        raise query_error(answer)
    found = [read_task(entry) for entry in said.data]
    return [entry.task if entry else None for entry in found]


def read_task(data: Any) -> KlingTask | None:
    """A task object as queries, lists and callbacks carry it; ``None`` where it has no id."""
    fields = mapping(data)
    task_id = token(fields.get("task_id"))
    if not task_id:
        return None
    job_id = text(mapping(fields.get("task_info")).get("external_task_id"))
    return KlingTask(told_by_kling(task_id, fields), job_id)


def told_by_kling(task_id: str, fields: Mapping[str, Any]) -> ProviderTask:
    """What a task object says of the task, under the id by which it was asked for."""
    return told_task(
        task_id,
        text(fields.get("task_status")),
        _STATUSES,
        video_url=video_url(fields.get("task_result")),
        message=text(fields.get("task_status_msg")),
    )


def video_url(result: Any) -> str | None:
    """The first video of a task's result."""
    return first_video(sequence(mapping(result).get("videos")))


def callback_task_id(body: bytes) -> str | None:
    """The task that a callback is about."""
    return named_task(body, read_task)


def _task_of(answer: Answer) -> KlingTask | None:
    said = Envelope.of(answer)
    return read_task(said.data) if answer.ok and said.code == 0 else None

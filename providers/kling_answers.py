"""What Kling answers: tasks, lists of tasks and errors (facts/providers.md 1.5 and 1.6).

Fields may be missing, added, or numbers written as text; nothing that comes back makes this module fail otherwise
than with a ``ProviderError``.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from providers import words
from providers.answers import about_query, status_error, told_task
from providers.errors import (
    AlreadySubmitted,
    AnswerLost,
    Busy,
    ModelGone,
    OperatorProblem,
    OutOfMoney,
    ProviderError,
    Refused,
    TaskUnknown,
)
from providers.http import Answer
from providers.loose import link, mapping, readable, sequence, text, whole
from providers.provider import ProviderTask, TaskStatus

TOKEN_NOT_YET_VALID = 1003
TOKEN_EXPIRED = 1004

_STATUSES = {
    "submitted": TaskStatus.WAITING,
    "processing": TaskStatus.RUNNING,
    "succeed": TaskStatus.SUCCEEDED,
    "failed": TaskStatus.FAILED,
}
_BAD_VALUE = (1200, 1201)
_NO_SUCH_RESOURCE = 1203
_TASK_NOT_FOUND = re.compile(r"\btask\b.*\b(not found|not exist)\b", re.IGNORECASE)
_ALREADY_EXISTS = re.compile(r"\bexternal_task_id\b.*\balready exists\b", re.IGNORECASE)
_MODEL_GONE = re.compile(
    r"\bmodel(_name)?( value)?( ['\"]?[\w.-]+['\"]?)? (is|has been) "
    r"(not supported|invalid|discontinued|no longer available)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Envelope:
    """What is around every answer; ``code`` is ``None`` where the answer is not Kling's."""

    code: int | None
    message: str
    request_id: str
    data: Any

    @classmethod
    def of(cls, answer: Answer) -> Self:
        fields = mapping(answer.data)
        return cls(
            whole(fields.get("code")), text(fields.get("message")), text(fields.get("request_id")), fields.get("data")
        )


@dataclass(frozen=True)
class KlingTask:
    """A task and, where Kling repeats it, the job's id that it was created with."""

    task: ProviderTask
    job_id: str


def created_task(answer: Answer) -> ProviderTask:
    """The task that a create began; raises what its refusal means."""
    task = _task_of(answer)
    if task is None:
        raise _create_error(answer)
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
    task_id = text(fields.get("task_id"))
    if not task_id:
        return None
    task = told_task(
        task_id,
        text(fields.get("task_status")),
        _STATUSES,
        video_url=_video_url(fields.get("task_result")),
        message=text(fields.get("task_status_msg")),
    )
    return KlingTask(task, text(mapping(fields.get("task_info")).get("external_task_id")))


def callback_task_id(body: bytes) -> str | None:
    """The task that a callback is about: its body is a bare task object (facts/providers.md 1.8)."""
    try:
        task = read_task(json.loads(body))
    except (ValueError, RecursionError):
        return None
    return task.task.task_id if task else None


def query_error(answer: Answer) -> ProviderError:
    """What an answer to a query means that carries no task.

    Only Kling's own word about a task makes it unknown: any other 404 may come from a wrong address or a proxy.
    """
    said = Envelope.of(answer)
    detail = _detail(answer, said)
    if said.code in (*_BAD_VALUE, _NO_SUCH_RESOURCE) and _TASK_NOT_FOUND.search(said.message):
        return TaskUnknown(detail)
    return about_query(_error_by_code(answer, said, detail) or status_error(answer, detail, said.message))


def _create_error(answer: Answer) -> ProviderError:
    said = Envelope.of(answer)
    detail = _detail(answer, said)
    # Nobody wrote down which code a discontinued model is refused with, so the words decide.
    if said.code == _NO_SUCH_RESOURCE or (answer.status < 500 and _MODEL_GONE.search(said.message)):
        return ModelGone(detail)
    if said.code in _BAD_VALUE and _ALREADY_EXISTS.search(said.message):
        return AlreadySubmitted(detail)
    return _error_by_code(answer, said, detail) or status_error(answer, detail, said.message)


def _error_by_code(answer: Answer, said: Envelope, detail: str) -> ProviderError | None:
    match said.code:
        case 1000 | 1001 | 1002 | 1003 | 1004 | 1100 | 1103 | 1202 | 1304:
            return OperatorProblem(detail)
        case 1101 | 1102:
            return OutOfMoney(detail)
        case 1200 | 1201:
            return Refused(detail, member_text=words.refusal(said.message))
        case 1300 | 1301:
            return Refused(detail, member_text=words.CONTENT_FILTER)
        # 5001 is Kling's own word that it is under maintenance and takes nothing, other than 5000 and 5002.
        case 1302 | 1303 | 5001:
            return Busy(detail, retry_after=answer.retry_after)
        case 5000 | 5002:
            return AnswerLost(detail)
    return None


def _task_of(answer: Answer) -> KlingTask | None:
    said = Envelope.of(answer)
    return read_task(said.data) if answer.ok and said.code == 0 else None


def _detail(answer: Answer, said: Envelope) -> str:
    if said.code is None:
        return f"HTTP {answer.status}: {readable(answer.text)}"
    return f"HTTP {answer.status}, code {said.code}: {readable(said.message)} (request {readable(said.request_id, 64)})"


def _video_url(result: Any) -> str | None:
    urls = (link(mapping(video).get("url")) for video in sequence(mapping(result).get("videos")))
    return next((url for url in urls if url), None)

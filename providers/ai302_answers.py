"""What 302.AI answers: tasks and errors (facts/providers.md 4).

Which HTTP status goes with which ``err_code`` nobody wrote down, so the code decides where there is one that we know.
Fields may be missing, added, or numbers written as text; nothing that comes back makes this module fail otherwise
than with a ``ProviderError``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from providers import words
from providers.answers import about_query, status_error, told_task
from providers.errors import (
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
from providers.kling_envelope import MODEL_GONE, TASK_NOT_FOUND
from providers.loose import complaint, link, mapping, readable, sentence, sequence, text, token, whole
from providers.provider import ProviderTask, TaskStatus

_DONE = 1
_STATUSES = {
    "5": TaskStatus.WAITING,
    "10": TaskStatus.RUNNING,
    "99": TaskStatus.SUCCEEDED,
    "50": TaskStatus.FAILED,
    "-1": TaskStatus.FAILED,
}
_MESSAGES = ("message_en", "message", "message_cn", "message_jp", "message_ja")
"""English comes first: members may read it."""
_NOBODY_TO_ASK = re.compile(r"\bno available channels?\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Said:
    """What is around every answer.

    ``result`` is 1 where all went well; ``status`` repeats the HTTP status; errors carry ``code``. Each is ``None``
    where the answer has none.
    """

    result: int | None
    status: int | None
    code: int | None
    message: str
    data: Mapping[str, Any]

    @classmethod
    def of(cls, answer: Answer) -> Self:
        fields = mapping(answer.data)
        error = mapping(fields.get("error"))
        messages = (sentence(said.get(name)) for said in (error, fields) for name in _MESSAGES)
        return cls(
            result=whole(fields.get("result")),
            status=whole(fields.get("status")),
            code=whole(error.get("err_code")),
            message=next((message for message in messages if message), complaint(answer.data)),
            data=mapping(fields.get("data")),
        )

    @property
    def native(self) -> bool:
        return self.result is not None or self.code is not None

    @property
    def task_id(self) -> str:
        return token(mapping(self.data.get("task")).get("id"))


def is_native(answer: Answer) -> bool:
    """Whether 302.AI itself speaks, and not what stands before it or in its place."""
    return _Said.of(answer).native


def created_task(answer: Answer) -> ProviderTask:
    """The task that a create began; raises what its refusal means."""
    said = _Said.of(answer)
    if not answer.ok or said.result not in (None, _DONE) or not said.task_id:
        raise _create_error(answer, said)
    return _task(said.task_id, said.data)


def fetched_task(task_id: str, answer: Answer) -> ProviderTask:
    """The task that was asked for; raises ``TaskUnknown`` or what else the answer means.

    Its id is the one that was asked for: the answer may name the task as Kling does.
    """
    said = _Said.of(answer)
    if not answer.ok or said.result not in (None, _DONE) or _status(said.data) is None:
        raise query_error(answer)
    return _task(task_id, said.data)


def query_error(answer: Answer) -> ProviderError:
    """What an answer to a query means that carries no task."""
    said = _Said.of(answer)
    detail = _detail(answer, said)
    if said.native and answer.status < 500 and TASK_NOT_FOUND.search(said.message):
        return TaskUnknown(detail)
    if error := _error_by_code(answer, said, detail):
        return about_query(error)
    if said.native and answer.status == 404:
        return AnswerLost(detail)
    return about_query(status_error(answer, detail, said.message))


def _create_error(answer: Answer, said: _Said) -> ProviderError:
    detail = _detail(answer, said)
    if error := _error_by_code(answer, said, detail):
        return error
    # The path is the model, so where 302.AI itself does not know the one, it does not sell the other.
    if (said.native and answer.status == 404) or (answer.status < 500 and MODEL_GONE.search(said.message)):
        return ModelGone(detail)
    if said.task_id:
        return AnswerLost(f"{detail} (and task {readable(said.task_id)})")
    if answer.ok and said.result not in (None, _DONE):
        # 302.AI's own word that it did not do it; only the status within may cast doubt on that.
        if said.status is not None and said.status >= 400:
            return status_error(replace(answer, status=said.status), detail, said.message)
        return Refused(detail, sentence=words.refusal(said.message))
    return status_error(answer, detail, said.message)


def _error_by_code(answer: Answer, said: _Said, detail: str) -> ProviderError | None:
    match said.code:
        case -10001 | -10002 | -10005:
            return OperatorProblem(detail)
        # -10006 and -10007 are the limits, for ever and for a day, that the operator gave to the key.
        case -10004 | -10006 | -10007:
            return OutOfMoney(detail)
        case -10011:
            return Refused(detail, sentence=words.CONTENT_FILTER)
        case -10012:
            return Busy(detail, retry_after=answer.retry_after)
        case -10003:
            return AnswerLost(detail)
    if said.code is not None and _NOBODY_TO_ASK.search(said.message):
        return Busy(detail, retry_after=answer.retry_after)
    return None


def _detail(answer: Answer, said: _Said) -> str:
    if not said.native:
        return f"HTTP {answer.status}: {readable(answer.text)}"
    kind = f"result {said.result}" if said.code is None else f"err_code {said.code}"
    return f"HTTP {answer.status}, {kind}: {readable(said.message)}"


def _task(task_id: str, data: Mapping[str, Any]) -> ProviderTask:
    return told_task(
        task_id, _status(data) or "", _STATUSES, video_url=_video_url(data), message=text(data.get("message"))
    )


def _status(data: Mapping[str, Any]) -> str | None:
    """The number as text; ``None`` where the answer tells of no task."""
    for place in (data, mapping(data.get("task"))):
        if (value := place.get("status")) is not None:
            number = whole(value)
            return text(value) if number is None else str(number)
    return None


def _video_url(data: Mapping[str, Any]) -> str | None:
    works = [*sequence(data.get("works")), *sequence(data.get("taskWorks"))]
    return next((url for work in works for place in _places(work) if (url := link(place))), None)


def _places(work: Any) -> Iterator[Any]:
    """Where a work's address was seen."""
    resource = mapping(work).get("resource")
    yield mapping(resource).get("resource")
    yield resource
    yield mapping(resource).get("url")

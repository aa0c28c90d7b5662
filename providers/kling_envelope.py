"""What is around every answer of Kling's two APIs: the envelope, its error table and callbacks.

The table is facts/providers.md 1.6. Fields may be missing, added, or numbers written as text; nothing that comes back
makes this module fail otherwise than with a ``ProviderError``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from providers import words
from providers.answers import about_query, status_error
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
from providers.loose import link, mapping, parsed, readable, sentence, text, whole
from providers.provider import ProviderTask

TOKEN_NOT_YET_VALID = 1003
TOKEN_EXPIRED = 1004
TASK_NOT_FOUND = re.compile(r"\btask\b.*\b(not found|not exist)\b", re.IGNORECASE)
MODEL_GONE = re.compile(
    r"\bmodel(_name)?( value)?( ['\"]?[\w.-]+['\"]?)? (is|has been) "
    r"(not supported|invalid|discontinued|no longer available)",
    re.IGNORECASE,
)
ALREADY_EXISTS = re.compile(r"\bexternal_task_id\b.*\balready exists\b", re.IGNORECASE)
_BAD_VALUE = (1200, 1201)
_NO_SUCH_RESOURCE = 1203


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
            whole(fields.get("code")),
            sentence(fields.get("message")),
            text(fields.get("request_id")),
            fields.get("data"),
        )


@dataclass(frozen=True)
class KlingTask:
    """A task and, where Kling repeats it, the job's id that it was created with."""

    task: ProviderTask
    job_id: str


def first_video(videos: Sequence[Any]) -> str | None:
    """The first video's address; the watermarked one where there is one, as it is made only when asked for (002)."""
    found = (mapping(video) for video in videos)
    urls = (link(video.get("watermark_url")) or link(video.get("url")) for video in found)
    return next((url for url in urls if url), None)


def named_task(body: bytes, read: Callable[[Any], KlingTask | None]) -> str | None:
    """The id of the task that a callback is about: its body is a bare task object (facts/providers.md 1.8)."""
    found = read(parsed(body))
    return found.task.task_id if found else None


def create_error(answer: Answer) -> ProviderError:
    """What an answer to a create means that carries no task."""
    said = Envelope.of(answer)
    detail = _detail(answer, said)
    # Nobody wrote down which code a discontinued model is refused with, so the words decide.
    if said.code == _NO_SUCH_RESOURCE or (answer.status < 500 and MODEL_GONE.search(said.message)):
        return ModelGone(detail)
    if said.code in _BAD_VALUE and ALREADY_EXISTS.search(said.message):
        return AlreadySubmitted(detail)
    return _error_by_code(answer, said, detail) or status_error(answer, detail, said.message)


def query_error(answer: Answer) -> ProviderError:
    """What an answer to a query means that carries no task.

    Only Kling's own word about a task makes it unknown: any other 404 may come from a wrong address or a proxy.
    """
    said = Envelope.of(answer)
    detail = _detail(answer, said)
    if said.code in (*_BAD_VALUE, _NO_SUCH_RESOURCE) and TASK_NOT_FOUND.search(said.message):
        return TaskUnknown(detail)
    return about_query(_error_by_code(answer, said, detail) or status_error(answer, detail, said.message))


def _error_by_code(answer: Answer, said: Envelope, detail: str) -> ProviderError | None:
    match said.code:
        case 1000 | 1001 | 1002 | 1003 | 1004 | 1100 | 1103 | 1202 | 1304:
            return OperatorProblem(detail)
        case 1101 | 1102:
            return OutOfMoney(detail)
        case 1200 | 1201:
            return Refused(detail, sentence=words.refusal(said.message))
        case 1300 | 1301:
            return Refused(detail, sentence=words.CONTENT_FILTER)
        # 5001 is Kling's own word that it is under maintenance and takes nothing, other than 5000 and 5002.
        case 1302 | 1303 | 5001:
            return Busy(detail, retry_after=answer.retry_after)
        case 5000 | 5002:
            return AnswerLost(detail)
    return None


def _detail(answer: Answer, said: Envelope) -> str:
    if said.code is None:
        return f"HTTP {answer.status}: {readable(answer.text)}"
    return f"HTTP {answer.status}, code {said.code}: {readable(said.message)} (request {readable(said.request_id, 64)})"

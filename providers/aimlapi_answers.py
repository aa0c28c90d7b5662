"""What AI/ML API answers: tasks, the balance and errors (facts/providers.md 2)."""

import re

from providers.answers import about_query, status_error, told_task
from providers.errors import AnswerLost, ModelGone, OperatorProblem, OutOfMoney, ProviderError, TaskUnknown
from providers.http import Answer
from providers.loose import complaint, link, mapping, readable, text, token
from providers.provider import ProviderTask, TaskStatus

_STATUSES = {
    "queued": TaskStatus.WAITING,
    "waiting": TaskStatus.WAITING,
    "generating": TaskStatus.RUNNING,
    "active": TaskStatus.RUNNING,
    "processing": TaskStatus.RUNNING,
    "completed": TaskStatus.SUCCEEDED,
    "complete": TaskStatus.SUCCEEDED,
    "succeeded": TaskStatus.SUCCEEDED,
    "error": TaskStatus.FAILED,
    "failed": TaskStatus.FAILED,
    "cancelled": TaskStatus.FAILED,
    "canceled": TaskStatus.FAILED,
}
"""The documented words, those of older documents, and those that its upstreams use."""

_MODEL_GONE = re.compile(
    # Which names a path knows is only said by listing them; names of models have a slash, other values have none.
    r"\bexpected '[^']*/"
    r"|\bmodel:?( ['\"`]?[\w.:/-]+['\"`]?)? "
    r"((is|has been) (not supported|discontinued|deprecated|no longer available)|((is|was) )?not found|does not exist)",
    re.IGNORECASE,
)
_TASK_NOT_FOUND = re.compile(r"\b(generation|task|video)\b.*\b(not found|not exist)\b", re.IGNORECASE)
_MONEY = re.compile(r"\b(credits?|balance|billing|top up|payment)\b", re.IGNORECASE)


def created_task(answer: Answer) -> ProviderTask:
    """The task that a create began; raises what its refusal means."""
    fields = mapping(answer.data)
    task_id = token(fields.get("id")) or token(fields.get("generation_id"))
    if not answer.ok or not task_id:
        raise _create_error(answer)
    return _task(answer, task_id, default="queued")


def queried_task(answer: Answer, task_id: str) -> ProviderTask:
    """The task that was asked for; raises ``TaskUnknown`` or what else the answer means.

    The id in the answer is not compared: ids were seen in three forms, and nobody promises that it comes back in the
    one that was given out.
    """
    if not answer.ok or not text(mapping(answer.data).get("status")):
        raise _query_error(answer)
    return _task(answer, task_id)


def balance_is_low(answer: Answer) -> bool:
    """Whether the account says so; raises ``OperatorProblem`` where this is no answer about its balance."""
    balance = mapping(answer.data)
    if not answer.ok:
        raise about_query(_error(answer, complaint(answer.data)))
    if "balance" not in balance:
        raise OperatorProblem(f"the answer tells of no balance: {readable(answer.text)}")
    return balance.get("lowBalance") is True


def _task(answer: Answer, task_id: str, default: str = "") -> ProviderTask:
    fields = mapping(answer.data)
    return told_task(
        task_id,
        text(fields.get("status")) or default,
        _STATUSES,
        video_url=link(mapping(fields.get("video")).get("url")),
        message=complaint(fields.get("error")),
    )


def _create_error(answer: Answer) -> ProviderError:
    message = complaint(answer.data)
    if 400 <= answer.status < 500 and _MODEL_GONE.search(message):
        return ModelGone(_detail(answer, message))
    return _error(answer, message)


def _query_error(answer: Answer) -> ProviderError:
    """A 404 in its own form may be about the task or about the path, so it takes words to make a task unknown."""
    message = complaint(answer.data)
    detail = _detail(answer, message)
    if answer.status in (400, 404) and _TASK_NOT_FOUND.search(complaint(mapping(answer.data).get("message"))):
        return TaskUnknown(detail)
    if answer.status == 404 and "requestId" in mapping(answer.data):
        return AnswerLost(detail)
    return about_query(_error(answer, message))


def _error(answer: Answer, message: str) -> ProviderError:
    """By HTTP status, which is all that is documented.

    No 5xx is proof that nothing was taken, not even the one that speaks of maintenance: the documents name it as what
    is said of any error behind AI/ML API that has no words of its own.
    """
    detail = _detail(answer, message)
    if answer.status == 403 and _MONEY.search(message):
        return OutOfMoney(detail)
    return status_error(answer, detail, message)


def _detail(answer: Answer, message: str) -> str:
    request_id = text(mapping(answer.data).get("requestId"))
    return f"HTTP {answer.status}: {readable(message or answer.text)} (request {readable(request_id, 64)})"

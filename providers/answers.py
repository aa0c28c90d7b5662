"""What answers mean whatever the wire: tasks that keep the promises of their status, and errors by HTTP status."""

from collections.abc import Mapping

import structlog

from providers import words
from providers.errors import AnswerLost, Busy, OperatorProblem, OutOfMoney, ProviderError, Refused, TaskUnknown
from providers.http import Answer
from providers.loose import readable
from providers.provider import ProviderTask, TaskStatus

log = structlog.get_logger()


def told_task(
    task_id: str, word: str, statuses: Mapping[str, TaskStatus], *, video_url: str | None, message: str
) -> ProviderTask:
    """A task as its provider tells of it: ``word`` is its status, ``message`` why it failed.

    ``statuses`` is the provider's words in lower case. A word that is not among them counts as running and is logged,
    and so is a success without a video: only the job's deadlines end such a task.
    """
    status = statuses.get(word.casefold())
    if status is None:
        log.warning("unknown task status, taken for running", task_id=readable(task_id), status=readable(word))
        status = TaskStatus.RUNNING
    elif status is TaskStatus.SUCCEEDED and video_url is None:
        log.warning("a task succeeded without a video", task_id=readable(task_id))
    return ProviderTask(
        task_id=task_id,
        status=status,
        video_url=video_url if status is TaskStatus.SUCCEEDED else None,
        reason=words.failure(message) if status is TaskStatus.FAILED else None,
        detail=readable(message),
    )


def status_error(answer: Answer, detail: str, message: str) -> ProviderError:
    """What an answer without a task means where only its HTTP status tells; ``message`` is the provider's sentence."""
    match answer.status:
        case 402:
            return OutOfMoney(detail)
        case 413:
            return Refused(detail, sentence=words.TOO_LARGE)
        case 429:
            return Busy(detail, retry_after=answer.retry_after)
        case 401 | 403 | 404 | 405 | 407:
            return OperatorProblem(detail)
        case status if 300 <= status < 400:
            return OperatorProblem(f"{detail}: a redirect; is the provider's address right?")
        case status if 400 <= status < 500 and status != 408:
            return Refused(detail, sentence=words.refusal(message))
    # A 2xx without a task, a 408, and a 5xx without its provider's own word: a gateway may speak for a provider that
    # took the task.
    return AnswerLost(detail)


def credentials_proven(answer: Answer, error: ProviderError, base_url: str) -> None:
    """After a query of a task that is not there: only a provider that let us in says that it knows none such."""
    if isinstance(error, TaskUnknown):
        return
    if answer.ok:
        raise OperatorProblem(f"{base_url} answers, but not as this provider does: {error.detail}")
    raise error


def about_query(error: ProviderError) -> ProviderError:
    """What an error means that a query was answered with: a refused query says nothing of its task."""
    return AnswerLost(error.detail) if isinstance(error, Refused) else error

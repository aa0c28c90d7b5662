"""What EZModel answers: its own tasks around Kling's, and errors of its gateway, of its relay and of Kling.

Source: facts/providers.md 3.3 to 3.5. Fields may be missing, added, or of another type; nothing that comes back makes
this module fail otherwise than with a ``ProviderError``.
"""

import re
from collections.abc import Mapping
from typing import Any

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
from providers.kling_answers import told_by_kling, video_url
from providers.kling_envelope import ALREADY_EXISTS, MODEL_GONE, Envelope
from providers.kling_envelope import create_error as kling_create_error
from providers.kling_envelope import query_error as kling_query_error
from providers.loose import complaint, link, mapping, parsed, readable, text, token
from providers.provider import ProviderTask, TaskStatus

_STATUSES = {
    "not_start": TaskStatus.WAITING,
    "submitted": TaskStatus.WAITING,
    "queued": TaskStatus.WAITING,
    "in_progress": TaskStatus.RUNNING,
    "unknown": TaskStatus.RUNNING,
    "success": TaskStatus.SUCCEEDED,
    "failure": TaskStatus.FAILED,
}
_WELL = ("", "0", "success")
_REQUEST_ID = re.compile(r"\s*\(request id: [^)]*\)")
_MONEY = re.compile(r"额度|余额|\bquota\b|\bbalance\b", re.IGNORECASE)
_SUPPLIERS_MONEY = re.compile(r"balance not enough|arrears|resource pack.*(exhausted|expired)", re.IGNORECASE)
_SUPPLIER_BUSY = re.compile(r"too many requests|over resource pack limit", re.IGNORECASE)
_SUPPLIER_BROKEN = re.compile(r"\binternal\b|\btime(d )?out\b", re.IGNORECASE)


def created_task(answer: Answer) -> ProviderTask:
    """The task that a create began, in Kling's form or in the gateway's; raises what a refusal means."""
    fields = mapping(answer.data)
    task_id = (
        token(mapping(fields.get("data")).get("task_id")) or token(fields.get("task_id")) or token(fields.get("id"))
    )
    if not _well(answer) or not task_id:
        raise _create_error(answer)
    return ProviderTask(task_id, TaskStatus.WAITING)


def queried_task(answer: Answer, task_id: str) -> ProviderTask:
    """The task that was asked for; raises ``TaskUnknown`` or what else the answer means."""
    told = mapping(mapping(answer.data).get("data"))
    # The gateway's own id and Kling's are one as far as anybody has seen, but nobody promises it.
    ids = {token(one.get("task_id")) for one in (told, mapping(mapping(told.get("data")).get("data")))} - {""}
    if _well(answer) and ids and task_id not in ids:
        raise AnswerLost(f"asked for task {task_id}, got another one")
    if _well(answer) and "task_status" in told:
        return told_by_kling(task_id, told)
    if _well(answer) and "status" in told:
        return _told_by_gateway(task_id, told)
    raise query_error(answer)


def query_error(answer: Answer) -> ProviderError:
    """What an answer to a query means that carries no task."""
    if Envelope.of(answer).code is not None:
        return kling_query_error(answer)
    code, message = _said(answer)
    if code == "task_not_exist":
        return TaskUnknown(_detail(answer, code, message))
    return about_query(_gateway_error(answer, code, message))


def _told_by_gateway(task_id: str, told: Mapping[str, Any]) -> ProviderTask:
    """Its own status around Kling's last answer.

    ``fail_reason`` is the video's address after a success, and after a failure it is what stands around every answer
    of Kling's, "SUCCEED"; the reason is inside (facts/providers.md 3.4).
    """
    klings = mapping(mapping(told.get("data")).get("data"))
    word = text(told.get("status"))
    if word.casefold() not in _STATUSES and "task_status" in klings:
        return told_by_kling(task_id, klings)
    fail_reason = text(told.get("fail_reason"))
    address = link(fail_reason)
    return told_task(
        task_id,
        word,
        _STATUSES,
        video_url=video_url(klings.get("task_result")) or address,
        message=text(klings.get("task_status_msg")) or ("" if address else fail_reason),
    )


def _create_error(answer: Answer) -> ProviderError:
    if Envelope.of(answer).code is not None:
        return kling_create_error(answer)
    code, message = _said(answer)
    detail = _detail(answer, code, message)
    match code:
        case "quota_not_enough":
            return OutOfMoney(detail)
        # The relay comes to these before it turns to Kling.
        case "invalid_request" | "get_price_scale_failed" | "build_request_failed":
            return Refused(detail, sentence=words.refusal(message))
        case "get_user_quota_failed":
            return Busy(detail, retry_after=answer.retry_after)
        case "invalid_api_platform" | "model_mapping_failed" | "model_not_found":
            return ModelGone(detail)
        case "task_failed":
            return _klings_words(detail, message)
        case "fail_to_fetch_task" if klings := _klings_answer(answer):
            return _suppliers(kling_create_error(klings))
    return _gateway_error(answer, code, message)


def _gateway_error(answer: Answer, code: str, message: str) -> ProviderError:
    """Every 5xx that is not told apart above may come after Kling took the task."""
    detail = _detail(answer, code, message)
    if answer.status in (401, 403) and _MONEY.search(message):
        return OutOfMoney(detail)
    return status_error(answer, detail, message)


def _klings_answer(answer: Answer) -> Answer | None:
    """What Kling answered to the gateway, which hands it on as text."""
    body = text(mapping(answer.data).get("message"))
    return Answer(answer.status, parsed(body), body, answer.retry_after) if mapping(parsed(body)) else None


def _klings_words(detail: str, message: str) -> ProviderError:
    """What Kling refused a create with, where only its sentence came through and not its code."""
    if MODEL_GONE.search(message):
        return ModelGone(detail)
    if ALREADY_EXISTS.search(message):
        return AlreadySubmitted(detail)
    if _SUPPLIERS_MONEY.search(message):
        return _suppliers(OutOfMoney(detail))
    if _SUPPLIER_BUSY.search(message):
        return Busy(detail)
    if _SUPPLIER_BROKEN.search(message):
        return AnswerLost(detail)
    return Refused(detail, sentence=words.refusal(message))


def _suppliers(error: ProviderError) -> ProviderError:
    """Keys and money at Kling are the gateway's, so our operator can only use another provider."""
    if isinstance(error, OperatorProblem):
        return OperatorProblem(f"EZModel's own account at Kling: {error.detail}", sentence=words.SUPPLIER)
    return error


def _well(answer: Answer) -> bool:
    return answer.ok and text(mapping(answer.data).get("code")) in _WELL


def _said(answer: Answer) -> tuple[str, str]:
    """Code and sentence, from the relay's form or the gateway's, which is wrapped in ``error``."""
    fields = mapping(answer.data)
    inner = mapping(fields.get("error")) or fields
    return text(inner.get("code")), _REQUEST_ID.sub("", complaint(inner))


def _detail(answer: Answer, code: str, message: str) -> str:
    return f"HTTP {answer.status}, code {readable(code, 64) or 'none'}: {readable(message or answer.text)}"

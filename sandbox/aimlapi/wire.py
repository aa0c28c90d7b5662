"""How a generation looks from outside, in each of the recorded and documented ways (facts/providers.md section 2)."""

import base64
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal
from uuid import UUID

from sandbox.common.tasks import Status, Task

from .body import CreateBody

Generation = Task[CreateBody]


class IdForm(StrEnum):
    """The three recorded forms of an id."""

    NANOID = "gg6lldgKC2tRmvJwBjK7-"
    DIGITS = "0349060"
    UUID_AND_MODEL = "uuid:model"


class ErrorForm(StrEnum):
    """`error` as documented, as recorded, and as older documents allow it."""

    NAMED = "{name, message}"
    DETAIL = "{detail: [{msg}]}"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Variants:
    """What differs between documents, recordings and ages of the API.

    nulls: fields without a value are null instead of absent. durations: the older `video.duration` and `duration`.
    usage: what `meta.usage` calls the credits; None leaves `meta` out, as the recording of a finished video does.
    """

    created_status: int = 200
    ids: IdForm = IdForm.NANOID
    queued: str = "queued"
    generating: str = "generating"
    completed: str = "completed"
    failed: str = "error"
    error: ErrorForm = ErrorForm.NAMED
    usage: Literal["credits_used", "tokens_used"] | None = "credits_used"
    durations: bool = False
    nulls: bool = False


OLDER = Variants(
    created_status=201,
    ids=IdForm.UUID_AND_MODEL,
    queued="waiting",
    generating="active",
    error=ErrorForm.DETAIL,
    usage="tokens_used",
    durations=True,
    nulls=True,
)
"""Everything as older documents and recordings have it."""


class GenerationIds:
    """Ids in the form asked for."""

    def __init__(self, new_uuid: Callable[[], UUID]) -> None:
        self._new_uuid = new_uuid
        self._counter = itertools.count(349060)

    def __call__(self, form: IdForm, model: str) -> str:
        match form:
            case IdForm.NANOID:
                return base64.urlsafe_b64encode(self._new_uuid().bytes).decode()[:21]
            case IdForm.DIGITS:
                return f"{next(self._counter):07}"
            case IdForm.UUID_AND_MODEL:
                return f"{self._new_uuid()}:{model}"


def generation(task: Generation, variants: Variants, base_url: str, credits_used: int) -> dict[str, Any]:
    """The one schema of the create answer and of a query."""
    words = {
        Status.SUBMITTED: variants.queued,
        Status.PROCESSING: variants.generating,
        Status.SUCCEEDED: variants.completed,
        Status.FAILED: variants.failed,
    }
    done = task.status is Status.SUCCEEDED
    answer = {
        "id": task.id,
        "status": task.status_word(words),
        "video": _video(task, variants, base_url),
        "error": _error(task.reason, variants.error) if task.status is Status.FAILED else None,
        "meta": {"usage": {variants.usage: credits_used}} if done and variants.usage else None,
    }
    if variants.durations:
        answer["duration"] = task.body.duration if done else None
    return answer if variants.nulls else {name: value for name, value in answer.items() if value is not None}


def _video(task: Generation, variants: Variants, base_url: str) -> dict[str, Any] | None:
    url = task.video_url(base_url)
    if url is None:
        return None
    return {"url": url, "duration": task.body.duration} if variants.durations else {"url": url}


def _error(reason: str, form: ErrorForm) -> Any:
    match form:
        case ErrorForm.NAMED:
            return {"name": "Error", "message": reason}
        case ErrorForm.DETAIL:
            return {"detail": [{"loc": ["body", "image_url"], "msg": reason, "type": "generation_error"}]}
        case ErrorForm.TEXT:
            return reason

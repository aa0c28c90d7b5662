"""How a task looks from outside (facts/providers.md 3.3 and 3.4)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sandbox.common.tasks import Status
from sandbox.kling.tasks import KlingTask

WORDS = {
    Status.SUBMITTED: "SUBMITTED",
    Status.PROCESSING: "IN_PROGRESS",
    Status.SUCCEEDED: "SUCCESS",
    Status.FAILED: "FAILURE",
}
PROGRESS = {
    Status.SUBMITTED: "10%",
    Status.PROCESSING: "30%",
    Status.SUCCEEDED: "100%",
    Status.FAILED: "100%",
}


class CreateShape(StrEnum):
    """The answers to a create: of the code that probably runs, of seed 003, of the software that it is made from."""

    VIDEO = "video"
    DOCUMENTED = "documented"
    SHORT = "short"


class QueryShape(StrEnum):
    """The answers to a query: the gateway's envelope around Kling's, or Kling's alone as an older document has it."""

    GATEWAY = "gateway"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Shapes:
    """Which of the recorded answers to give."""

    create: CreateShape = CreateShape.VIDEO
    query: QueryShape = QueryShape.GATEWAY


@dataclass(slots=True)
class Row:
    """A task as the gateway last saw it; `raw` is Kling's last answer. Times are Unix seconds, 0 where not reached."""

    task_id: str
    submit_time: int
    raw: dict[str, Any]
    status: str = "NOT_START"
    progress: str = "0%"
    fail_reason: str = ""
    start_time: int = 0
    finish_time: int = 0

    def refresh(self, task: KlingTask, raw: dict[str, Any], url: str | None) -> None:
        """`fail_reason` is the address of a finished video, and Kling's cheerful message where there is none."""
        now = int(task.updated_at.timestamp())
        self.raw, self.status, self.progress = raw, task.status_word(WORDS), PROGRESS[task.status]
        if task.status is not Status.SUBMITTED:
            self.start_time = self.start_time or now
        if not task.running:
            self.finish_time = now
            self.fail_reason = url or raw["message"]


def created_object(shape: CreateShape, task: KlingTask) -> dict[str, Any]:
    match shape:
        case CreateShape.DOCUMENTED:
            return {"code": 0, "message": "SUCCEED", "data": {"task_id": task.id, "task_status": "submitted"}}
        case CreateShape.SHORT:
            return {"task_id": task.id, "status": "queued"}
        case CreateShape.VIDEO:
            return {
                "id": task.id,
                "task_id": task.id,
                "object": "video",
                "model": task.order.slot,
                "status": "queued",
                "progress": 0,
                "created_at": int(task.created_at.timestamp()),
            }


def queried_object(shape: QueryShape, row: Row) -> dict[str, Any]:
    if shape is QueryShape.FLAT:
        return row.raw
    data = {
        "task_id": row.task_id,
        "action": "generate",
        "status": row.status,
        "fail_reason": row.fail_reason,
        "submit_time": row.submit_time,
        "start_time": row.start_time,
        "finish_time": row.finish_time,
        "progress": row.progress,
        "data": row.raw,
    }
    return {"code": "success", "message": "", "data": data}

"""How a task looks from outside: the shape that Kling's own web pages use (facts/providers.md section 4)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sandbox.common.tasks import Status, Task

from .form import CreateBody

Ai302Task = Task[CreateBody]

QUEUED, GENERATING, DONE, FAILED = 5, 10, 99, 50


class ResultShape(StrEnum):
    """Where in `data` the address of the video is; clients in the wild look in all of these."""

    RESOURCE = "works[0].resource.resource"
    PLAIN = "works[0].resource"
    TASK_WORKS = "taskWorks[0].resource.resource"
    URL = "works[0].resource.url"


@dataclass(frozen=True, slots=True)
class Shapes:
    """Which of the recorded answers to give; `failed` is 50, or -1 as one client has it."""

    result: ResultShape = ResultShape.RESOURCE
    failed: int = FAILED


def created_object(task: Ai302Task) -> dict[str, Any]:
    data = {"task": _task(task, QUEUED), "works": [], "status": QUEUED, "message": "", "limitation": {}}
    return {"result": 1, "status": 200, "message": "SUCCEED", "data": data}


def fetched_object(task: Ai302Task, base_url: str, shapes: Shapes) -> dict[str, Any]:
    """The reason of a failure stands in `message`, which is absent while there is nothing to say."""
    status = _status(task, shapes)
    data: dict[str, Any] = {"status": status, "etaTime": 60 if task.running else 0, "task": _task(task, status)}
    data |= _works(task, base_url, shapes.result)
    if task.reason:
        data["message"] = task.reason
    return {"result": 1, "status": 200, "data": data}


def _status(task: Ai302Task, shapes: Shapes) -> int | str:
    numbers = {
        Status.SUBMITTED: QUEUED,
        Status.PROCESSING: GENERATING,
        Status.SUCCEEDED: DONE,
        Status.FAILED: shapes.failed,
    }
    word = task.status_word({status: str(number) for status, number in numbers.items()})
    return int(word) if word.removeprefix("-").isdecimal() else word


def _task(task: Ai302Task, status: int | str) -> dict[str, Any]:
    return {
        "id": task.id,
        "userId": 0,
        "type": task.body.product.type,
        "status": status,
        "taskInfo": {"type": task.body.product.type, "inputs": [], "arguments": _arguments(task.body)},
        "createTime": _milliseconds(task.created_at),
        "updateTime": _milliseconds(task.updated_at),
    }


def _arguments(body: CreateBody) -> list[dict[str, str]]:
    said = {
        "prompt": body.prompt,
        "negative_prompt": body.negative_prompt,
        "cfg": "0.5" if body.cfg is None else f"{body.cfg:g}",
        "duration": str(body.product.seconds),
        "aspect_ratio": body.aspect_ratio,
        "camera_type": body.camera_type,
    }
    return [{"name": name, "value": value} for name, value in said.items() if value]


def _works(task: Ai302Task, base_url: str, shape: ResultShape) -> dict[str, Any]:
    if task.video is None:
        return {"works": []}
    film, url = task.video.film, task.video_url(base_url)
    size = {"height": film.height, "width": film.width, "duration": int(film.seconds * 1000)}
    resource: Any = {"resource": url} | size
    if shape is ResultShape.PLAIN:
        resource = url
    elif shape is ResultShape.URL:
        resource = {"url": url} | size
    work = {
        "workId": task.video.id,
        "taskId": task.id,
        "status": DONE,
        "contentType": "video",
        "resource": resource,
    }
    return {"taskWorks" if shape is ResultShape.TASK_WORKS else "works": [work]}


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)

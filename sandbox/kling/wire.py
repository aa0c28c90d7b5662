"""How a task looks from outside (facts/providers.md 1.5 and 1.8)."""

import math
from datetime import datetime
from typing import Any

from sandbox.common.tasks import Status

from .body import CreateBody
from .tasks import KlingTask

WORDS = {
    Status.SUBMITTED: "submitted",
    Status.PROCESSING: "processing",
    Status.SUCCEEDED: "succeed",
    Status.FAILED: "failed",
}


def created_object(task: KlingTask) -> dict[str, Any]:
    return {
        "task_id": task.id,
        "task_info": _info(task),
        "task_status": WORDS[Status.SUBMITTED],
        "created_at": milliseconds(task.created_at),
        "updated_at": milliseconds(task.created_at),
    }


def task_object(task: KlingTask, base_url: str) -> dict[str, Any]:
    """One `data` object of a query; task_status_msg is absent while there is nothing to say."""
    answer = {
        "task_id": task.id,
        "task_status": task.status_word(WORDS),
        "task_info": _info(task),
        "task_result": {"videos": [_video(task, base_url)]} if task.video else {},
        "created_at": milliseconds(task.created_at),
        "updated_at": milliseconds(task.updated_at),
    }
    if task.reason:
        answer["task_status_msg"] = task.reason
    if isinstance(task.body, CreateBody) and task.body.has("watermark_info"):
        answer["watermark_info"] = {"enabled": task.body.watermarked}
    return answer


def callback_object(task: KlingTask, base_url: str) -> dict[str, Any]:
    """The bare object of a callback: no envelope, and empty lists beside the videos."""
    result = {"images": [], "videos": [], "audios": []} | task_object(task, base_url)["task_result"]
    return task_object(task, base_url) | {"task_status_msg": task.reason, "task_result": result}


def _video(task: KlingTask, base_url: str) -> dict[str, Any]:
    assert task.video is not None
    url = task.video_url(base_url)
    video = {"id": task.video.id, "url": url, "duration": seconds_of(task)}
    return video | {"watermark_url": url} if task.body.watermarked else video


def seconds_of(task: KlingTask) -> str:
    """As players show it, cut to milliseconds."""
    assert task.video is not None
    return f"{math.floor(task.video.film.seconds * 1000) / 1000:g}"


def _info(task: KlingTask) -> dict[str, str]:
    return {"external_task_id": task.order.external_id} if task.order.external_id else {}


def milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)

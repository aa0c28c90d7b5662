"""How a task looks from outside (facts/providers.md 1.5 and 1.8)."""

import math
from datetime import datetime
from typing import Any

from .tasks import Status, Task


def created_object(task: Task) -> dict[str, Any]:
    return {
        "task_id": task.id,
        "task_info": _info(task),
        "task_status": Status.SUBMITTED,
        "created_at": _milliseconds(task.created_at),
        "updated_at": _milliseconds(task.created_at),
    }


def task_object(task: Task, base_url: str) -> dict[str, Any]:
    """One `data` object of a query; task_status_msg is absent while there is nothing to say."""
    answer = {
        "task_id": task.id,
        "task_status": _status_word(task),
        "task_info": _info(task),
        "task_result": {"videos": [_video(task, base_url)]} if task.video else {},
        "created_at": _milliseconds(task.created_at),
        "updated_at": _milliseconds(task.updated_at),
    }
    if task.status_msg:
        answer["task_status_msg"] = task.status_msg
    if task.body.has("watermark_info"):
        answer["watermark_info"] = {"enabled": task.body.watermark_info.enabled}
    return answer


def callback_object(task: Task, base_url: str) -> dict[str, Any]:
    """The bare object of a callback: no envelope, and empty lists beside the videos."""
    result = {"images": [], "videos": [], "audios": []} | task_object(task, base_url)["task_result"]
    return task_object(task, base_url) | {"task_status_msg": task.status_msg, "task_result": result}


def video_url(task: Task, base_url: str) -> str:
    if task.fate.result_url is not None:
        return task.fate.result_url
    assert task.video is not None
    expires = int(task.video.expires.timestamp())
    return f"{base_url}/files/{task.video.id}.mp4?Expires={expires}&Signature={task.video.signature}"


def _video(task: Task, base_url: str) -> dict[str, str]:
    assert task.video is not None
    seconds = math.floor(task.video.film.seconds * 1000) / 1000
    url = video_url(task, base_url)
    video = {"id": task.video.id, "url": url, "duration": f"{seconds:g}"}
    return video | {"watermark_url": url} if task.body.watermark_info.enabled else video


def _status_word(task: Task) -> str:
    if task.fate.status_word is not None and task.status is not Status.SUBMITTED:
        return task.fate.status_word
    return task.status


def _info(task: Task) -> dict[str, str]:
    return {"external_task_id": task.body.external_task_id} if task.body.external_task_id else {}


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)

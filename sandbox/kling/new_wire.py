"""How a task looks in the new standard, also one that was made by the legacy API (facts/providers.md 1.9 and 1.11)."""

from collections.abc import Mapping
from typing import Any

from sandbox.common.tasks import Status

from .new_body import NewBody
from .new_rules import MODES
from .tasks import KlingTask
from .wire import milliseconds, seconds_of

WORDS = {
    Status.SUBMITTED: "submitted",
    Status.PROCESSING: "processing",
    Status.SUCCEEDED: "succeeded",
    Status.FAILED: "failed",
}

_V3 = {"std": 0.6, "pro": 0.8, "4k": 3.0}
UNITS: Mapping[str, Mapping[str, float]] = {
    "kling-v2-5-turbo": {"std": 0.3, "pro": 0.5},
    "kling-v2-6": {"std": 0.3, "pro": 0.5, "pro with sound": 1.0, "pro with voice": 1.2},
    "kling-v3": _V3 | {"std with sound": 0.9, "pro with sound": 1.2},
    "kling-v3-turbo": {"std with sound": 0.8, "pro with sound": 1.0},
}
"""Units for a second of the models that have a price."""


def created_item(task: KlingTask) -> dict[str, Any]:
    return {
        "id": task.id,
        "status": WORDS[Status.SUBMITTED],
        "create_time": milliseconds(task.created_at),
        "update_time": milliseconds(task.created_at),
        "external_id": task.order.external_id,
    }


def item(task: KlingTask, base_url: str) -> dict[str, Any]:
    """One task of a query, and the whole of a callback."""
    done = task.status is Status.SUCCEEDED
    return created_item(task) | {
        "status": task.status_word(WORDS),
        "message": task.reason,
        "update_time": milliseconds(task.updated_at),
        "outputs": [_output(task, base_url)] if done else [],
        "billing": _billing(task) if done else [],
    }


def _output(task: KlingTask, base_url: str) -> dict[str, Any]:
    assert task.video is not None
    url = task.video_url(base_url)
    output = {"type": "video", "id": task.video.id, "url": url, "duration": seconds_of(task)}
    return output | {"watermark_url": url} if task.body.watermarked else output


def _billing(task: KlingTask) -> list[dict[str, str]]:
    """Retired models have no price any more."""
    body = task.body
    voiced = body.voices if isinstance(body, NewBody) else body.voice_list
    mode = MODES[body.settings.resolution] if isinstance(body, NewBody) else body.mode
    kind = " with voice" if voiced else " with sound" if task.order.shot.sound else ""
    price = UNITS.get(task.order.slot, {}).get(mode + kind)
    if price is None:
        return []
    return [{"charge_type": "unit", "amount": f"{price * task.order.shot.seconds:g}", "package_type": "video"}]

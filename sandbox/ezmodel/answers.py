"""What the gateway says when it refuses, at its two levels (facts/providers.md 3.5).

Routing (keys, models, unknown addresses) answers with an `error` object whose code is mostly empty; the relay behind it
with a code in words. Texts are as recorded there, except those marked "worded by us".
"""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any
from uuid import UUID

from aiohttp import web

from sandbox.common.refusal import Refusal

NO_KEY = "未提供令牌"
WRONG_KEY = "无效的令牌"
KEY_USED_UP = "该令牌额度已用尽"
KEY_EXPIRED = "该令牌已过期"
NO_MODEL_NAME = "未指定模型名称，模型名称不能为空"  # noqa: RUF001
SATURATED = "当前分组上游负载已饱和，请稍后再试"  # noqa: RUF001

MODEL_NOT_FOUND = "model_not_found"
_ROUTING_CODES = {"", MODEL_NOT_FOUND}

_USUAL: Mapping[int | str, str] = {
    "quota_not_enough": "user quota is not enough",
    MODEL_NOT_FOUND: "分组 default 下模型 kling-v1 无可用渠道（distributor）",  # noqa: RUF001
    401: WRONG_KEY,
    403: "无权访问该分组",  # worded by us
    429: SATURATED,
}
"""What is said where an injected fault does not bring words: by code, at the routing level by HTTP status."""


def unauthorized(message: str) -> Refusal:
    return Refusal(HTTPStatus.UNAUTHORIZED, message=message)


def unreadable() -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, message="无效的请求")  # worded by us


def no_route() -> Refusal:
    return Refusal(HTTPStatus.NOT_FOUND, message="Invalid URL")  # worded by us


def no_model_name() -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, message=NO_MODEL_NAME)


def no_channel(model: str) -> Refusal:
    message = f"分组 default 下模型 {model} 无可用渠道（distributor）"  # noqa: RUF001
    return Refusal(HTTPStatus.SERVICE_UNAVAILABLE, MODEL_NOT_FOUND, message)


def invalid(message: str) -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, "invalid_request", message)


def internal(code: str, message: str) -> Refusal:
    return Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, code, message)


def no_task() -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, "task_not_exist", "task_not_exist")


def passed_on(refusal: Refusal, new_uuid: Callable[[], UUID]) -> Refusal:
    """What becomes of Kling's own refusal: its HTTP status, and its whole body as the message."""
    body = {"code": refusal.code, "message": refusal.message, "request_id": str(new_uuid())}
    return Refusal(refusal.status, "fail_to_fetch_task", json.dumps(body))


def refused(refusal: Refusal, request_id: str) -> web.Response:
    """The error body of the level to which the code belongs; where nobody gave a message, the usual one."""
    message = refusal.message or _usual(refusal)
    if refusal.code in _ROUTING_CODES:
        kind = "invalid_request_error" if refusal.status == HTTPStatus.NOT_FOUND else "new_api_error"
        message = f"{message} (request id: {request_id})"
        body: dict[str, Any] = {"error": {"message": message, "type": kind, "code": refusal.code}}
    else:
        saturated = refusal.status == HTTPStatus.TOO_MANY_REQUESTS
        body = {"code": refusal.code, "message": SATURATED if saturated else message, "data": None}
    return web.json_response(body, status=refusal.status)


def _usual(refusal: Refusal) -> str:
    fallback = str(refusal.code) or HTTPStatus(refusal.status).phrase
    return _USUAL.get(refusal.code or refusal.status, fallback)

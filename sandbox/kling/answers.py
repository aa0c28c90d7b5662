"""What the API says: the error table of facts/providers.md 1.6 and the envelope of 1.5.

Texts are as recorded in facts/providers.md 1.2, 1.5 and 1.6, except those marked "worded by us": nobody recorded them.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from aiohttp import web

from sandbox.common.refusal import Refusal


def unauthorized(code: int, message: str) -> Refusal:
    return Refusal(HTTPStatus.UNAUTHORIZED, code, message)


def invalid(message: str) -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, 1201, message)


def invalid_value(field: str, value: object) -> Refusal:
    return invalid(f"{field} value '{value}' is invalid")


def required(field: str) -> Refusal:
    return invalid(f"{field} is required")


def busy(code: int, message: str) -> Refusal:
    return Refusal(HTTPStatus.TOO_MANY_REQUESTS, code, message)


def not_found(code: int, message: str) -> Refusal:
    return Refusal(HTTPStatus.NOT_FOUND, code, message)


def succeeded(data: Any, new_uuid: Callable[[], UUID]) -> web.Response:
    return web.json_response({"code": 0, "message": "SUCCEED", "request_id": str(new_uuid()), "data": data})


def refused(refusal: Refusal, new_uuid: Callable[[], UUID]) -> web.Response:
    """The error envelope; answers to failed authentication carry no request_id."""
    body: dict[str, Any] = {"code": refusal.code, "message": refusal.message}
    if refusal.status != HTTPStatus.UNAUTHORIZED:
        body["request_id"] = str(new_uuid())
    return web.json_response(body, status=refusal.status)

"""How the API refuses: the bodies and texts of its error pages (facts/providers.md section 2)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

from aiohttp import web

from sandbox.common.refusal import Refusal

WORDS: Mapping[int, str] = {
    HTTPStatus.BAD_REQUEST: "Body validation error",
    HTTPStatus.UNAUTHORIZED: (
        "This request requires a valid API key. You can create a new API key on the Billing page: "
        "https://aimlapi.com/app/keys"
    ),
    HTTPStatus.FORBIDDEN: (
        "You've run out of credits. Please top up your balance or update your payment method to continue: "
        "https://aimlapi.com/app/billing/"
    ),
    HTTPStatus.NOT_FOUND: "Not Found",
    HTTPStatus.TOO_MANY_REQUESTS: "Too Many Requests",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Internal server error",
    HTTPStatus.BAD_GATEWAY: "Service unavailable",
    HTTPStatus.SERVICE_UNAVAILABLE: "Service unavailable",
    HTTPStatus.GATEWAY_TIMEOUT: "Generation timeout",
}
"""What each status says when nothing else is said."""

THIRD_PARTY_DOWN = "Something wrong with the server. Please, try again later."
MAINTENANCE = "The model is under maintenance, please contact us at help@aimlapi.com. Your Request ID is {request_id}."


def invalid(hint: str) -> Refusal:
    """The first line is the same for all, the hints follow; only those for wrong enum values are recorded."""
    return Refusal(HTTPStatus.BAD_REQUEST, message=f"{WORDS[HTTPStatus.BAD_REQUEST]}\n{hint}")


def invalid_choice(choices: list[Any], received: Any) -> Refusal:
    expected = " | ".join(_quoted(choice) for choice in choices)
    return invalid(f"Invalid enum value. Expected {expected}, received {_quoted(received)}")


def refused(refusal: Refusal, path: str, now: datetime, request_id: UUID) -> web.Response:
    """`statusCode` is a string, as in the documentation's example."""
    message = refusal.message or WORDS[refusal.status]
    body = {
        "message": message.replace("{request_id}", str(request_id)),
        "path": path,
        "requestId": str(request_id),
        "statusCode": str(refusal.status),
        "timestamp": now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }
    return web.json_response(body, status=refusal.status)


def _quoted(value: Any) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value)

"""What 302.AI says when it refuses (facts/providers.md section 4).

Recorded is what the codes from -10001 to -10007, -10011 and -10012 mean, but only for keys which HTTP status goes with
them: the others are our choice. -10008 was seen with its English text in a third party's notes. For too many requests,
a wrong field and an unknown task nobody recorded anything; -10009, -100 and -101 are among the codes that exist, what
they stand for here is our choice. Of the texts only the Chinese ones about missing and invalid keys are recorded.
"""

from enum import IntEnum
from http import HTTPStatus
from typing import Any, NamedTuple

from aiohttp import web

from sandbox.common.refusal import Refusal


class ErrorCode(IntEnum):
    """`err_code` of an error body."""

    KEY_MISSING = -10001
    KEY_INVALID = -10002
    INTERNAL = -10003
    ARREARS = -10004
    KEY_EXPIRED = -10005
    TOTAL_LIMIT = -10006
    DAILY_LIMIT = -10007
    NO_CHANNEL = -10008
    TOO_MANY = -10009
    CONTENT = -10011
    HOURLY_FREE = -10012
    BAD_FIELD = -100
    NO_TASK = -101


class _Words(NamedTuple):
    english: str
    chinese: str
    japanese: str


_WORDS = {
    ErrorCode.KEY_MISSING: _Words("Missing 302 Apikey", "缺少 302 API 密钥", "302 APIキーがありません"),
    ErrorCode.KEY_INVALID: _Words("Invalid API KEY", "无效的API KEY", "APIキーが無効です"),
    ErrorCode.INTERNAL: _Words("Internal error, try again later", "内部错误", "内部エラーが発生しました"),
    ErrorCode.ARREARS: _Words("Account balance is not enough", "账户余额不足", "残高が不足しています"),
    ErrorCode.KEY_EXPIRED: _Words("The API KEY has expired", "API KEY已过期", "APIキーの有効期限が切れています"),
    ErrorCode.TOTAL_LIMIT: _Words("Total limit of the API KEY reached", "已达总额度上限", "総額の上限に達しました"),
    ErrorCode.DAILY_LIMIT: _Words("Daily limit of the API KEY reached", "已达今日额度上限", "本日の上限に達しました"),
    ErrorCode.NO_CHANNEL: _Words(
        "No available channels currently", "当前没有可用通道", "利用可能なチャネルがありません"
    ),
    ErrorCode.TOO_MANY: _Words("Too many requests", "请求过于频繁", "リクエストが多すぎます"),
    ErrorCode.CONTENT: _Words("The prompt violates the rules", "提示词违反规则", "プロンプトが規則に違反しています"),
    ErrorCode.HOURLY_FREE: _Words("Free quota of this hour used up", "本小时免费额度已用完", "無料枠を使い切りました"),
    ErrorCode.BAD_FIELD: _Words("Invalid parameter", "参数错误", "パラメーターが正しくありません"),
    ErrorCode.NO_TASK: _Words("Task not found", "任务不存在", "タスクが見つかりません"),
}

_USUAL = {
    HTTPStatus.BAD_REQUEST: ErrorCode.BAD_FIELD,
    HTTPStatus.UNAUTHORIZED: ErrorCode.KEY_INVALID,
    HTTPStatus.PAYMENT_REQUIRED: ErrorCode.ARREARS,
    HTTPStatus.FORBIDDEN: ErrorCode.TOTAL_LIMIT,
    HTTPStatus.NOT_FOUND: ErrorCode.NO_TASK,
    HTTPStatus.TOO_MANY_REQUESTS: ErrorCode.TOO_MANY,
    HTTPStatus.SERVICE_UNAVAILABLE: ErrorCode.NO_CHANNEL,
}


def unauthorized(code: ErrorCode) -> Refusal:
    return Refusal(HTTPStatus.UNAUTHORIZED, code)


def invalid(field: str, must: str) -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, ErrorCode.BAD_FIELD, f"{field} {must}")


def no_task(task_id: str) -> Refusal:
    return Refusal(HTTPStatus.NOT_FOUND, ErrorCode.NO_TASK, f"Task not found: {task_id}")


def busy() -> Refusal:
    return Refusal(HTTPStatus.SERVICE_UNAVAILABLE, ErrorCode.NO_CHANNEL)


def refused(refusal: Refusal) -> web.Response:
    """The error body; a code that nobody gave is the usual one of its HTTP status."""
    code = int(refusal.code or _USUAL.get(HTTPStatus(refusal.status), ErrorCode.INTERNAL))
    words = _WORDS.get(ErrorCode(code)) if code in set(ErrorCode) else None
    words = words or _Words(refusal.message, refusal.message, refusal.message)
    english = refusal.message or words.english
    error: dict[str, Any] = {
        "err_code": code,
        "message": english,
        "message_cn": words.chinese,
        "message_en": english,
        "message_jp": words.japanese,
        "message_ja": words.japanese,
        "type": "api_error",
    }
    return web.json_response({"error": error}, status=refusal.status)

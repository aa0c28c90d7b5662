"""Bytes that nobody should send: answers and bodies spoilt in every way, the same ones for the same seed."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

TASK: Final = "task-of-this-test"
VIDEO: Final = "https://films.example/video.mp4?Signature=1"

JUNK: Final[Sequence[Any]] = (
    *(None, True, False, 0, -1, 5, 99, 1e308, float("nan"), float("inf"), 2**70, "", " ", "null", "succeed", "failed"),
    *(
        "\x00",
        "\ud800",
        "\u202e",
        "x" * 3000,
        "<b>",
        "http://127.0.0.1/",
        "javascript:1",
        [],
        {},
        [[]],
        [None],
        {"": {}},
    ),
)
STATUSES: Final = (200,) * 8 + (
    *(
        201,
        202,
        203,
        206,
        299,
        300,
        302,
        304,
        307,
        400,
        401,
        402,
        403,
        404,
        405,
        408,
        409,
        413,
        418,
        422,
        425,
        429,
        451,
    ),
    *(499, 500, 501, 502, 503, 504, 520, 599),
)

_KLING_TASK: Final = {
    "task_id": TASK,
    "task_status": "succeed",
    "task_status_msg": "",
    "task_info": {"external_task_id": "job-1"},
    "task_result": {"videos": [{"id": "1", "url": VIDEO, "duration": "5.1"}]},
    "created_at": 1,
    "updated_at": 2,
}
_KLING_NEW_TASK: Final = {
    "id": TASK,
    "external_id": "job-1",
    "status": "succeeded",
    "message": "",
    "outputs": [{"type": "video", "id": "1", "url": VIDEO}],
}
WHOLE: Final[Sequence[Any]] = (
    {"code": 0, "message": "SUCCEED", "request_id": "r", "data": _KLING_TASK},
    {"code": 0, "message": "SUCCEED", "request_id": "r", "data": [_KLING_TASK]},
    {"code": 0, "message": "SUCCEED", "request_id": "r", "data": _KLING_NEW_TASK},
    {"code": 0, "message": "SUCCEED", "request_id": "r", "data": [_KLING_NEW_TASK]},
    {"code": 1303, "message": "parallel task over resource pack limit", "request_id": "r"},
    {"code": 1201, "message": "task not found", "request_id": "r"},
    {"id": TASK, "status": "completed", "video": {"url": VIDEO}, "error": None, "meta": {"usage": {"credits_used": 1}}},
    {"id": TASK, "status": "error", "error": {"detail": [{"loc": ["body"], "msg": "no face"}]}},
    {"message": "Body validation error", "statusCode": 400, "path": "/", "requestId": "r"},
    {"code": "success", "message": "", "data": {"task_id": TASK, "status": "SUCCESS", "fail_reason": VIDEO}},
    {"id": TASK, "task_id": TASK, "object": "video", "status": "queued", "progress": 0},
    {"result": 1, "status": 200, "data": {"status": 99, "task": {"id": TASK, "status": 99}, "works": [
        {"resource": {"resource": VIDEO}}]}},
    {"error": {"err_code": -10001, "message": "Invalid API key", "type": "api_error"}},
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a server puts on the wire; ``body`` is what it means to say."""

    status: int
    body: bytes
    wire: bytes


def spoilt(chance: random.Random, value: Any) -> Any:
    """The value with one of its parts left out, repeated, put elsewhere or replaced by junk."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(list(value))
        if chance.random() < 0.25:
            return {name: entry for name, entry in value.items() if name != key}
        return value | {key: spoilt(chance, value[key])}
    if isinstance(value, list) and value and chance.random() < 0.7:
        return [*value, spoilt(chance, value[0])] if chance.random() < 0.3 else [spoilt(chance, value[0])]
    return chance.choice(JUNK)


def body(chance: random.Random) -> bytes:
    """Nearly a JSON answer, or nothing like it."""
    value = chance.choice(WHOLE)
    for _ in range(chance.randint(1, 3)):
        value = spoilt(chance, value)
    raw = json.dumps(value).encode()
    return chance.choice(_WAYS)(chance, raw)


def _cut(chance: random.Random, raw: bytes) -> bytes:
    return raw[: chance.randint(0, len(raw))]


def _flipped(chance: random.Random, raw: bytes) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


_WAYS: Final[Sequence[Callable[[random.Random, bytes], bytes]]] = (
    *(lambda _, raw: raw,) * 6,
    _cut,
    _flipped,
    lambda chance, _: chance.randbytes(chance.randint(0, 200)),
    lambda chance, raw: b"\xef\xbb\xbf" + raw if chance.random() < 0.5 else raw + raw,
    lambda chance, _: chance.choice((b"[", b'{"data":')) * chance.choice((50, 5_000)),
    lambda _, raw: b"<html>" + raw + b"</html>",
    lambda _, raw: raw.decode().encode("utf-16"),
)


def answer(chance: random.Random) -> Answer:
    """A whole HTTP answer, now and then with a spoilt head or an end that comes too early."""
    status, content = chance.choice(STATUSES), body(chance)
    length = len(content) if chance.random() < 0.9 else chance.choice((len(content) + 9, max(0, len(content) - 3)))
    headers = chance.choices(_HEADERS, k=chance.randint(0, 2))
    head = "\r\n".join([f"HTTP/1.1 {status} Some", f"Content-Length: {length}", *headers, "Connection: close", "", ""])
    wire = head.encode("latin-1") + content
    if chance.random() < 0.04:
        wire = chance.choice(
            (b"", b"\x16\x03\x01", b"HTTP/9 abc\r\n\r\n", wire[: len(head) // 2], b"\r\n" * 3, wire[9:])
        )
    return Answer(status, content, wire)


_HEADERS: Final = (
    *("Retry-After: soon", "Retry-After: -1", "Retry-After: 1e999", "Retry-After: 99999999999999", "Retry-After: nan"),
    *("Content-Type: text/html", "Content-Type: application/json; charset=utf-99", "Content-Type: \x00", "Server: ü"),
    *("Content-Encoding: gzip", "Content-Encoding: none-such", "Location: file:///etc/passwd", "Set-Cookie: a=b"),
    *("Transfer-Encoding: chunked", "Content-Length: 3", "X: " + "y" * 9000),
)

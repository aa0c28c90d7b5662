from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest

NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)
ACCESS_KEY = "access-key-of-thirty-two-letters"
SECRET_KEY = "secret-key-of-thirty-two-letters"
TASKS = "/v1/videos/image2video"


def a_token(secret: str = SECRET_KEY, algorithm: str = "HS256", without: Sequence[str] = (), **changes: Any) -> str:
    now = int(NOW.timestamp())
    claims: dict[str, Any] = {"iss": ACCESS_KEY, "exp": now + 1800, "nbf": now - 5} | changes
    return jwt.encode({name: claims[name] for name in claims if name not in without}, secret, algorithm=algorithm)


@pytest.fixture
async def caller(start):
    async with start(access_key=ACCESS_KEY, secret_key=SECRET_KEY, clock=lambda: NOW) as caller:
        yield caller


async def test_the_api_key_and_a_fresh_token_are_let_in(caller):
    for authorization in ("api-key-kling-for-tests", a_token()):
        reply = await caller.call("GET", TASKS, authorization=authorization)
        assert (reply.status, reply.body["code"], reply.body["data"]) == (200, 0, [])
        assert reply.body["request_id"]


REFUSED = [
    (None, 1001, "Authorization is empty"),
    ("api-key-kling-of-somebody-else", 1002, "api key not found"),
    ("junk", 1002, "The token was expected to have 3 parts, but got 0"),
    ("junk.more", 1002, "The token was expected to have 3 parts, but got 2"),
    (a_token(secret="another-secret-of-thirty-2-chars"), 1000, "Authentication failed"),
    (a_token(iss="another"), 1002, "access key not found"),
    (a_token(nbf=int(NOW.timestamp()) + 1), 1003, "Authorization is not yet valid"),
    (a_token(exp=int(NOW.timestamp())), 1004, "Authorization has expired"),
    (a_token(exp=NOW.timestamp() + 60.5), 1002, "exp and nbf must be whole seconds"),
]


@pytest.mark.parametrize(("authorization", "code", "message"), REFUSED)
async def test_everything_else_is_kept_out(caller, authorization, code, message):
    reply = await caller.call("GET", TASKS, authorization=authorization)
    assert reply.refusal == (401, code, message)
    assert "request_id" not in reply.body


@pytest.mark.parametrize("missing", ["iss", "exp", "nbf"])
async def test_each_claim_is_needed(caller, missing):
    reply = await caller.call("GET", TASKS, authorization=a_token(without=[missing]))
    assert reply.refusal[:2] == (401, 1002)
    assert missing in reply.body["message"]


async def test_only_hs256_signs(caller):
    unsigned = jwt.encode({"iss": ACCESS_KEY, "exp": 1, "nbf": 0}, None, algorithm="none")
    assert (await caller.call("GET", TASKS, authorization=unsigned)).refusal[:2] == (401, 1002)
    longer = a_token(secret=SECRET_KEY * 2, algorithm="HS512")
    assert (await caller.call("GET", TASKS, authorization=longer)).refusal[:2] == (401, 1002)


async def test_a_token_expires_by_the_injected_clock(start):
    now = NOW
    async with start(access_key=ACCESS_KEY, secret_key=SECRET_KEY, clock=lambda: now) as caller:
        assert (await caller.call("GET", TASKS, authorization=a_token())).status == 200
        now += timedelta(seconds=1800)
        assert (await caller.call("GET", TASKS, authorization=a_token())).refusal[:2] == (401, 1004)


async def test_without_a_secret_no_token_is_let_in(start):
    async with start(clock=lambda: NOW) as caller:
        assert (await caller.call("GET", TASKS, authorization=a_token())).refusal[:2] == (401, 1002)


async def test_who_calls_is_asked_before_what_for(caller):
    refused_body = await caller.call("POST", TASKS, authorization=None, json={"model_name": "nonsense"})
    assert refused_body.refusal[:2] == (401, 1001)
    assert (await caller.call("DELETE", TASKS, authorization=None)).refusal[:2] == (401, 1001)
    assert (await caller.call("DELETE", TASKS)).refusal[:2] == (404, 1202)
    assert (await caller.call("GET", "/v1/nowhere", authorization=None)).refusal[:2] == (404, 1203)


async def test_other_schemes_are_refused(caller):
    headers = {"Authorization": "Basic api-key-kling-for-tests"}
    async with caller.session.get(caller.kling.base_url + TASKS, headers=headers) as answer:
        assert (answer.status, (await answer.json())["code"]) == (401, 1002)

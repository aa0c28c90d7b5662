"""Tokens are signed as Kling wants them, in time, and again when Kling says so."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest

from providers.errors import OperatorProblem
from providers.kling_auth import ApiKey, KeyPair

ACCESS = "access-0123456789abcdef012345678"
SECRET = "secret-0123456789abcdef012345678"

EXPIRED = (401, {"code": 1004, "message": "Authorization has expired"})
TOO_EARLY = (401, {"code": 1003, "message": "Authorization is not yet valid"})
TASK = (200, {"code": 0, "message": "SUCCEED", "data": {"task_id": "7", "task_status": "submitted"}})


def claims_of(headers: Mapping[str, str]) -> dict[str, Any]:
    word, token = headers["Authorization"].split(" ")
    assert word == "Bearer"
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "typ": "JWT"}
    claims: dict[str, Any] = jwt.decode(
        token, SECRET, algorithms=["HS256"], options={"verify_exp": False, "verify_nbf": False}
    )
    return claims


def test_an_api_key_is_sent_as_it_is():
    assert ApiKey(" key \n").headers() == {"Authorization": "Bearer key"}
    assert ApiKey("key").renew() is False


def test_a_token_holds_three_claims_in_whole_seconds(clock):
    now = int(clock.now.timestamp())
    clock.advance(timedelta(microseconds=700_000))
    assert claims_of(KeyPair(ACCESS, SECRET, clock).headers()) == {"iss": ACCESS, "exp": now + 1800, "nbf": now - 5}


def test_a_token_is_used_until_five_minutes_before_its_end(clock):
    auth = KeyPair(ACCESS, SECRET, clock)
    first = auth.headers()
    clock.advance(timedelta(minutes=24, seconds=59))
    assert auth.headers() == first
    clock.advance(timedelta(seconds=1))
    second = auth.headers()
    assert claims_of(second)["exp"] - claims_of(first)["exp"] == 25 * 60


def test_a_token_of_another_secret_does_not_verify(clock):
    token = KeyPair(ACCESS, SECRET[::-1], clock).headers()["Authorization"].removeprefix("Bearer ")
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_exp": False, "verify_nbf": False})


def test_the_real_clock_makes_a_token_that_holds_now():
    auth = KeyPair(ACCESS, SECRET, lambda: datetime.now(UTC))
    token = auth.headers()["Authorization"].removeprefix("Bearer ")
    assert jwt.decode(token, SECRET, algorithms=["HS256"])["iss"] == ACCESS


@pytest.mark.parametrize("refusal", [EXPIRED, TOO_EARLY], ids=["expired", "not yet valid"])
async def test_a_refused_token_is_signed_again_once(kling_says, submission, clock, refusal):
    auth = KeyPair(ACCESS, SECRET, clock)
    kling, server = await kling_says(refusal, TASK, auth=auth)
    auth.headers()
    clock.advance(timedelta(minutes=3))
    assert (await kling.submit(submission())).task_id == "7"
    first, second = server.seen
    assert first.body == second.body
    assert claims_of(second.headers)["exp"] - claims_of(first.headers)["exp"] == 180


async def test_a_token_refused_twice_is_the_operators_problem(kling_says, submission, clock):
    kling, server = await kling_says(EXPIRED, auth=KeyPair(ACCESS, SECRET, clock))
    with pytest.raises(OperatorProblem):
        await kling.submit(submission())
    with pytest.raises(OperatorProblem):
        await kling.fetch("7")
    assert len(server.seen) == 4


async def test_a_refused_api_key_is_not_tried_again(kling_says, submission):
    kling, server = await kling_says(EXPIRED)
    with pytest.raises(OperatorProblem):
        await kling.submit(submission())
    assert len(server.seen) == 1


@pytest.mark.parametrize("key", ["", "  ", "two words", "line\nbreak", "ключ"])
def test_keys_that_fit_no_header_are_refused_without_being_shown(key, clock):
    for make in (lambda: ApiKey(key), lambda: KeyPair(key, SECRET, clock), lambda: KeyPair(ACCESS, key, clock)):
        with pytest.raises(ValueError, match="one word of plain characters") as caught:
            make()
        assert not key.strip() or key not in str(caught.value)


def test_keys_are_not_in_their_reprs(clock):
    pair = KeyPair(ACCESS, SECRET, clock)
    pair.headers()
    assert not [word for word in (ACCESS, SECRET, "visible-key") if word in repr(pair) + repr(ApiKey("visible-key"))]

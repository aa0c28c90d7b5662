"""The two ways to prove who we are to Kling (facts/providers.md 1.2)."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

import jwt

from providers.keys import bearer, plain

Clock = Callable[[], datetime]

TOKEN_LIFE = timedelta(minutes=30)
SIGN_AGAIN_BEFORE = timedelta(minutes=5)
CLOCK_SKEW = timedelta(seconds=5)


class KlingAuth(Protocol):
    """Makes the headers of every request."""

    def headers(self) -> Mapping[str, str]: ...

    def renew(self) -> bool:
        """Whether other headers can be made than those that Kling just found expired or not yet valid."""


class ApiKey:
    """A plain key, good for all of Kling's endpoints."""

    def __init__(self, key: str) -> None:
        self._headers = bearer(key)

    def headers(self) -> Mapping[str, str]:
        return self._headers()

    def renew(self) -> bool:
        return False


class KeyPair:
    """AccessKey and SecretKey, from which short-lived tokens are signed; good for the endpoints of seed 002."""

    def __init__(self, access_key: str, secret_key: str, clock: Clock) -> None:
        self._access_key = plain(access_key)
        self._secret_key = plain(secret_key)
        self._clock = clock
        self._token = ""
        self._sign_again: datetime | None = None

    def headers(self) -> Mapping[str, str]:
        now = self._clock()
        if self._sign_again is None or now >= self._sign_again:
            self._token = self._signed(now)
            self._sign_again = now + TOKEN_LIFE - SIGN_AGAIN_BEFORE
        return {"Authorization": f"Bearer {self._token}"}

    def renew(self) -> bool:
        self._sign_again = None
        return True

    def _signed(self, now: datetime) -> str:
        claims = {
            "iss": self._access_key,
            "exp": int((now + TOKEN_LIFE).timestamp()),
            "nbf": int((now - CLOCK_SKEW).timestamp()),
        }
        return jwt.encode(claims, self._secret_key, algorithm="HS256")

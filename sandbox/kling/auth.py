"""Who may call: a plain API key, or a JWT that the SecretKey signed (facts/providers.md 1.2)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hmac import compare_digest
from typing import Any

import jwt

from .answers import unauthorized


@dataclass(frozen=True, slots=True)
class Account:
    """The credentials of the one account; either kind may be missing."""

    api_key: str | None = field(default=None, repr=False)
    access_key: str | None = field(default=None, repr=False)
    secret_key: str | None = field(default=None, repr=False)


KEYS_ONLY = (
    "Authentication error. The current API does not support AK/SK; please go to the console "
    "(https://kling.ai/dev/api-key) to create API key."
)


def authenticate(
    authorization: str | None, account: Account, clock: Callable[[], datetime], *, keys_only: bool = False
) -> None:
    """Raise a Refusal with one of the codes 1000 to 1004 unless the header belongs to the account.

    keys_only: no JWT is taken, as in the new standard.
    """
    if not authorization:
        raise unauthorized(1001, "Authorization is empty")
    scheme, _, token = authorization.partition(" ")
    if scheme != "Bearer" or not token:
        raise unauthorized(1002, "Authorization is invalid")  # worded by us
    if account.api_key and compare_digest(token.encode(), account.api_key.encode()):
        return
    if keys_only and token.count(".") == 2:
        raise unauthorized(1002, KEYS_ONLY)
    if keys_only or token.startswith("api-key-"):
        raise unauthorized(1002, "api key not found")
    _verify(token, account, clock().timestamp())


def _verify(token: str, account: Account, now: float) -> None:
    parts = token.count(".") + 1
    if parts != 3:
        raise unauthorized(1002, f"The token was expected to have 3 parts, but got {parts if parts > 1 else 0}")
    claims = _claims(token, account)
    if claims["iss"] != account.access_key:
        raise unauthorized(1002, "access key not found")  # worded by us
    if not all(type(claims[name]) is int for name in ("exp", "nbf")):
        raise unauthorized(1002, "exp and nbf must be whole seconds")  # worded by us
    if claims["nbf"] > now:
        raise unauthorized(1003, "Authorization is not yet valid")  # worded by us
    if claims["exp"] <= now:
        raise unauthorized(1004, "Authorization has expired")  # worded by us


def _claims(token: str, account: Account) -> dict[str, Any]:
    if not account.secret_key:
        raise unauthorized(1002, "access key not found")  # worded by us
    # The times are judged by the injected clock, which PyJWT does not know.
    options: Any = {"require": ["iss", "exp", "nbf"], "verify_exp": False, "verify_nbf": False}
    try:
        return jwt.decode(token, account.secret_key, algorithms=["HS256"], options=options)
    except jwt.InvalidSignatureError as error:
        raise unauthorized(1000, "Authentication failed") from error  # worded by us
    except jwt.InvalidTokenError as error:
        raise unauthorized(1002, f"Authorization is invalid: {error}") from error  # worded by us

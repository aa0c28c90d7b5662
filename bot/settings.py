"""Settings: frozen models, read once from the environment and ``.env``, and passed in."""

from base64 import b64decode
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError
from yarl import URL

KLING_URL = "https://api-singapore.klingai.com"
"""Kling's host outside China (facts/providers.md 1.1)."""

AIMLAPI_URL = "https://api.aimlapi.com"
EZMODEL_URL = "https://api.ezmodel.cloud"
AI302_URL = "https://api.302.ai"
"""The resellers' hosts (facts/providers.md 2, 3.1 and 4)."""

DRIVERS = ("sqlite+aiosqlite", "postgresql+asyncpg")


class SettingsError(Exception):
    """Settings that will not do; one line for each."""


def _address(*schemes: str) -> AfterValidator:
    """Accepts an address with one of the schemes, a host and at most a path; keeps it as it was written."""

    def check(value: str) -> str:
        url = URL(value)
        if url.scheme not in schemes or not url.host or url.user or url.query_string or url.fragment:
            raise ValueError(f"must look like {schemes[-1]}://host or {schemes[-1]}://host/path")
        return value

    return AfterValidator(check)


WebAddress = Annotated[str, _address("http", "https")]
MaxRunning = Annotated[int, Field(ge=1)]
GatewayAddress = Annotated[str, _address("ws", "wss")]


class LogSettings(BaseSettings):
    """What every command needs."""

    model_config = SettingsConfigDict(
        frozen=True, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True, str_strip_whitespace=True
    )

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"

    @property
    def secrets(self) -> list[str]:
        """Every secret value, to keep it out of the log."""
        values = [getattr(self, name) for name in type(self).model_fields]
        return [value.get_secret_value() for value in values if isinstance(value, SecretStr)]


class CatalogSettings(LogSettings):
    """What it takes to read the catalogue."""

    catalog_file: Path | None = None


class DatabaseSettings(LogSettings):
    """What it takes to reach the database."""

    database_url: Annotated[str, Field(repr=False)] = "sqlite+aiosqlite:///data/stillmotion.db"

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        try:
            driver = make_url(value).drivername
        except (ArgumentError, ValueError):  # their texts may repeat a part of the password
            driver = ""
        if driver not in DRIVERS:
            raise ValueError(f"must look like {' or '.join(f'{one}://…' for one in DRIVERS)}")
        return value

    @property
    def secrets(self) -> list[str]:
        """The database's password too."""
        password = make_url(self.database_url).password
        return [*super().secrets, *([password] if password else [])]


class Settings(DatabaseSettings, CatalogSettings):
    """Each field is the environment variable of the same name in capitals; ``.env.example`` explains them.

    A rule about several fields stands at the last of them, so that it is reported together with everything else.
    """

    discord_token: SecretStr
    discord_api_url: WebAddress | None = None
    discord_gateway_url: GatewayAddress | None = None
    shard_count: Annotated[int, Field(ge=1)] | None = None
    shard_ids: Annotated[tuple[Annotated[int, Field(ge=0)], ...] | None, NoDecode] = None

    data_dir: Path = Path("data")

    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    public_url: WebAddress | None = None

    aimlapi_api_key: SecretStr | None = None
    aimlapi_base_url: WebAddress = AIMLAPI_URL
    aimlapi_max_running: MaxRunning = 5

    ezmodel_api_key: SecretStr | None = None
    ezmodel_base_url: WebAddress = EZMODEL_URL
    ezmodel_max_running: MaxRunning = 5

    ai302_api_key: SecretStr | None = None
    ai302_base_url: WebAddress = AI302_URL
    ai302_max_running: MaxRunning = 5

    kling_api_key: SecretStr | None = None
    kling_webhook_secret: SecretStr | None = None
    kling_access_key: SecretStr | None = None
    kling_secret_key: Annotated[SecretStr | None, Field(validate_default=True)] = None
    kling_base_url: WebAddress = KLING_URL
    kling_max_running: MaxRunning = 5

    poll_interval_seconds: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 10.0
    operator_monthly_budget: Annotated[int, Field(ge=0)] | None = None
    default_allowance: Annotated[int, Field(ge=0)] = 100
    retention_days: Annotated[int, Field(ge=1)] = 30
    allow_private_networks: bool = False

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value

    @field_validator("shard_ids")
    @classmethod
    def _shards_exist(cls, value: tuple[int, ...] | None, info: ValidationInfo) -> tuple[int, ...] | None:
        if value is None or "shard_count" not in info.data:
            return value
        count = info.data["shard_count"]
        if count is None:
            raise ValueError("needs SHARD_COUNT")
        if max(value) >= count or len(set(value)) < len(value):
            raise ValueError(f"must be different numbers from 0 to {count - 1} (SHARD_COUNT is {count})")
        return value

    @field_validator("kling_webhook_secret")
    @classmethod
    def _secret_readable(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        try:
            key = b64decode(value.get_secret_value().removeprefix("whsec_"), validate=True)
        except ValueError:
            key = b""
        if not key:
            raise ValueError("must be the secret as Kling's console shows it: whsec_ and then base64")
        return value

    @field_validator("kling_secret_key")
    @classmethod
    def _keys_complete(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if (info.data.get("kling_access_key") is None) != (value is None):
            raise ValueError("KLING_ACCESS_KEY and KLING_SECRET_KEY belong together: set both or neither")
        if value is None and all(info.data.get(name) is None for name in _KEYS):
            names = ", ".join(name.upper() for name in _KEYS)
            raise ValueError(f"no provider has a key: set {names}, or KLING_ACCESS_KEY and KLING_SECRET_KEY")
        return value


_KEYS = ("kling_api_key", "aimlapi_api_key", "ezmodel_api_key", "ai302_api_key")

S = TypeVar("S", bound=LogSettings)


def load(kind: type[S], env_file: str | None = ".env") -> S:
    """The settings of this kind; raises ``SettingsError`` that lists every bad field at once."""
    try:
        return kind(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError("\n".join(_lines(error))) from None


def _lines(error: ValidationError) -> list[str]:
    """One line for each bad field, in the words of whoever fills in ``.env``."""
    texts: dict[str, str] = {}
    for found in error.errors(include_url=False, include_input=False, include_context=False):
        message = found["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
        texts.setdefault(str(found["loc"][0]).upper(), "is missing" if found["type"] == "missing" else message)
    return [f"{name}: {text}" for name, text in texts.items()]

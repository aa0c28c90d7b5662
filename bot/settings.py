"""Settings: one frozen model, read once from the environment and ``.env``, and passed in."""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

KLING_URL = "https://api-singapore.klingai.com"
"""Kling's host outside China (facts/providers.md 1.1)."""

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


class SettingsError(Exception):
    """Settings that will not do; one line for each."""


class Settings(BaseSettings):
    """Each field is the environment variable of the same name in capitals; ``.env.example`` explains them."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True)

    discord_token: SecretStr
    discord_api_url: str | None = None
    discord_gateway_url: str | None = None
    shard_ids: Annotated[tuple[int, ...] | None, NoDecode] = None
    shard_count: Annotated[int, Field(ge=1)] | None = None

    database_url: str = "sqlite+aiosqlite:///data/stillmotion.db"
    data_dir: Path = Path("data")
    catalog_file: Path | None = None

    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    public_url: HttpUrl | None = None

    kling_api_key: SecretStr | None = None
    kling_access_key: SecretStr | None = None
    kling_secret_key: SecretStr | None = None
    kling_base_url: str = KLING_URL
    kling_max_running: Annotated[int, Field(ge=1)] = 5

    poll_interval_seconds: Annotated[float, Field(gt=0)] = 10.0
    operator_monthly_budget: Annotated[int, Field(ge=0)] | None = None
    default_allowance: Annotated[int, Field(ge=0)] = 100
    allow_private_networks: bool = False

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        try:
            driver = make_url(value).drivername
        except ArgumentError:
            driver = ""
        if driver not in DRIVERS.values():
            message = f"must begin with {' or '.join(f'{one}://' for one in DRIVERS.values())}"
            raise ValueError(message)
        return value

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        problems = []
        if (self.kling_access_key is None) != (self.kling_secret_key is None):
            problems.append("KLING_ACCESS_KEY and KLING_SECRET_KEY: both or neither")
        elif not self.kling_on:
            problems.append("no provider has a key: set KLING_API_KEY, or KLING_ACCESS_KEY and KLING_SECRET_KEY")
        if self.shard_ids is not None and self.shard_count is None:
            problems.append("SHARD_IDS needs SHARD_COUNT")
        if problems:
            raise ValueError("\n".join(problems))
        return self

    @property
    def kling_on(self) -> bool:
        """Whether Kling's own API has keys."""
        return self.kling_api_key is not None or self.kling_access_key is not None

    @property
    def secrets(self) -> list[str]:
        """Every secret value, to keep it out of the log."""
        values = [getattr(self, name) for name in type(self).model_fields]
        found = [value.get_secret_value() for value in values if isinstance(value, SecretStr)]
        password = make_url(self.database_url).password
        return [*found, *([password] if password else [])]


def load(env_file: str | None = ".env") -> Settings:
    """The settings; raises ``SettingsError`` that lists every bad field at once."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError("\n".join(_lines(error))) from None


def _lines(error: ValidationError) -> list[str]:
    lines: list[str] = []
    for found in error.errors(include_url=False, include_input=False):
        name = ".".join(str(part).upper() for part in found["loc"][:1])
        text = "is missing" if found["type"] == "missing" else found["msg"].removeprefix("Value error, ")
        lines += [f"{name}: {text}"] if name else text.split("\n")
    return lines

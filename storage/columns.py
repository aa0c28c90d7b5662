"""Columns of the house's own types: moments, limits and sets."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Integer, String, Text, TypeDecorator

from storage.limits import Limit, Word

RowId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column of exactly INTEGER."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime in UTC; naive ones are refused. SQLite, which knows no zones, stores UTC without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"naive datetime: {value}"
            raise ValueError(message)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class LimitText(TypeDecorator[Limit]):
    """Credits in digits, or a word."""

    impl = String(16)
    cache_ok = True

    def process_bind_param(self, value: Limit | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Limit | None:  # noqa: ARG002
        if value is None:
            return None
        return int(value) if value.isdigit() else Word(value)


class SetText(TypeDecorator[frozenset[Any]]):
    """A set of numbers or of words, as a sorted JSON list in text, which databases can compare."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[Any] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else json.dumps(sorted(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[Any]:  # noqa: ARG002
        return frozenset(json.loads(value or "[]"))


def set_of(name: str) -> Column[frozenset[Any]]:
    return Column(name, SetText(), nullable=False, server_default="[]")


def limit(name: str, default: str = Word.UNLIMITED) -> Column[Limit]:
    return Column(name, LimitText(), nullable=False, server_default=default)

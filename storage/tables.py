"""The tables. Migrations create them; this is what the statements are written against."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)

metadata = MetaData()

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


servers = Table(
    "servers",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("allowance", Integer, nullable=False),
    Column("period", String(8), nullable=False),
    Column("time_zone", String(64), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("interaction_id", BigInteger, nullable=False, unique=True),
    Column("server_id", BigInteger, ForeignKey("servers.server_id"), nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("member_id", BigInteger, nullable=False),
    Column("in_thread", Boolean, nullable=False),
    Column("request", JSON, nullable=False),
    Column("model", String(64), nullable=False),
    Column("provider", String(32), nullable=False),
    Column("provider_model", String(128), nullable=False),
    Column("pinned", Boolean, nullable=False, server_default=false()),
    Column("credits", Integer, nullable=False),
    Column("expected_seconds", Integer, nullable=False),
    Column("window_start", UtcDateTime, nullable=False),
    Column("callback_token", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("submitted_at", UtcDateTime),
    Column("provider_task_id", String(128)),
    Column("video_url", Text),
    Column("failure", Text),
    Column("failure_detail", Text),
    Column("revision", Integer, nullable=False),
    Column("shown_revision", Integer, nullable=False),
    Column("card_due_at", UtcDateTime, nullable=False),
    Column("card_message_id", BigInteger),
    Column("thread_id", BigInteger),
    Column("result_channel_id", BigInteger),
    Column("result_message_id", BigInteger),
    UniqueConstraint("provider", "provider_task_id", name="uq_jobs_provider_task"),
    Index("ix_jobs_state_due_at", "state", "due_at"),
    Index("ix_jobs_member", "server_id", "member_id", "created_at"),
    Index(
        "ix_jobs_stale_card",
        "card_due_at",
        sqlite_where=text("revision > shown_revision"),
        postgresql_where=text("revision > shown_revision"),
    ),
)

pictures = Table(
    "pictures",
    metadata,
    Column("job_id", String(32), ForeignKey("jobs.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("media_type", String(32), nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("job_id", String(32), ForeignKey("jobs.id"), primary_key=True),
    Column("duty", String(16), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
)

balances = Table(
    "balances",
    metadata,
    Column("scope", String(16), primary_key=True),
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("window_start", UtcDateTime, primary_key=True),
    Column("held", Integer, nullable=False),
    Column("spent", Integer, nullable=False),
    CheckConstraint("held >= 0", name="ck_balances_held"),
    CheckConstraint("spent >= 0", name="ck_balances_spent"),
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("server_id", BigInteger, nullable=False),
    Column("member_id", BigInteger, nullable=False),
    Column("window_start", UtcDateTime, nullable=False),
    Column("job_id", String(32), ForeignKey("jobs.id")),
    Column("held_change", Integer, nullable=False),
    Column("spent_change", Integer, nullable=False),
    Index("ix_ledger_account", "scope", "server_id", "member_id", "window_start"),
    Index(
        "uq_ledger_reserve",
        "job_id",
        "scope",
        unique=True,
        sqlite_where=text("kind = 'reserve'"),
        postgresql_where=text("kind = 'reserve'"),
    ),
    Index(
        "uq_ledger_end",
        "job_id",
        "scope",
        unique=True,
        sqlite_where=text("kind IN ('settle', 'release')"),
        postgresql_where=text("kind IN ('settle', 'release')"),
    ),
)

pauses = Table(
    "pauses",
    metadata,
    Column("client", String(32), primary_key=True),
    Column("model", String(128), primary_key=True),
    Column("until", UtcDateTime, nullable=False),
    Column("reason", Text, nullable=False),
)

bot_state = Table(
    "bot_state",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

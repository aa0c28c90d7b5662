"""The tables. Migrations create them; this is what the statements are written against."""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.columns import LimitText, RowId, UtcDateTime, limit, set_of

metadata = MetaData()

servers = Table(
    "servers",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    limit("allowance", "0"),
    limit("pool"),
    Column("period", String(8), nullable=False),
    Column("time_zone", String(64), nullable=False),
    limit("most_credits"),
    limit("member_running"),
    limit("server_running"),
    Column("cooldown", Integer, nullable=False, server_default="0"),
    Column("confirm_percent", Integer, server_default="50"),
    Column("giving", Boolean, nullable=False, server_default=false()),
    Column("place", String(16), nullable=False, server_default="thread"),
    Column("language", String(8)),
    Column("adult", String(16), nullable=False, server_default="forbidden"),
    Column("log_channel_id", BigInteger),
    set_of("channels"),
    set_of("roles"),
    set_of("moderator_roles"),
    set_of("models"),
    set_of("providers"),
    set_of("words"),
    set_of("adult_words"),
    Column("created_at", UtcDateTime, nullable=False),
)

allowances = Table(
    "allowances",
    metadata,
    Column("server_id", BigInteger, ForeignKey("servers.server_id"), primary_key=True),
    Column("holder", String(16), primary_key=True),
    Column("holder_id", BigInteger, primary_key=True, autoincrement=False),
    Column("allowance", LimitText(), nullable=False),
)

blocks = Table(
    "blocks",
    metadata,
    Column("server_id", BigInteger, ForeignKey("servers.server_id"), primary_key=True),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("until", UtcDateTime),
    Column("reason", Text, nullable=False),
    Column("actor_id", BigInteger, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

grants = Table(
    "grants",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("server_id", BigInteger, ForeignKey("servers.server_id"), nullable=False),
    Column("member_id", BigInteger, nullable=False),
    Column("credits", Integer, nullable=False),
    Column("until", UtcDateTime),
    Column("reason", Text, nullable=False),
    Index("ix_grants_member", "server_id", "member_id"),
)

changes = Table(
    "changes",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False),
    Column("server_id", BigInteger, ForeignKey("servers.server_id"), nullable=False),
    Column("actor_id", BigInteger, nullable=False),
    Column("action", String(16), nullable=False),
    Column("member_id", BigInteger),
    Column("role_id", BigInteger),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
    Column("reason", Text, nullable=False),
    Column("post_channel_id", BigInteger),
    Column("post_due_at", UtcDateTime),
    Index("ix_changes_server", "server_id", "id"),
    Index(
        "ix_changes_unposted",
        "post_due_at",
        sqlite_where=text("post_due_at IS NOT NULL"),
        postgresql_where=text("post_due_at IS NOT NULL"),
    ),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("member_id", BigInteger, nullable=False),
    Column("credits", Integer, nullable=False),
    Column("order", JSON, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Index("ix_drafts_expires_at", "expires_at"),
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
    Column("callback_token", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("submitted_at", UtcDateTime),
    Column("late_at", UtcDateTime),
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
    Column("delivered_at", UtcDateTime),
    Column("link", Text),
    Column("deleted_by", BigInteger),
    Column("deleted_at", UtcDateTime),
    Column("place", Integer),
    Column("seeks_thread", Boolean, nullable=False, server_default=false()),
    Column("parent_id", BigInteger),
    UniqueConstraint("provider", "provider_task_id", name="uq_jobs_provider_task"),
    Index("ix_jobs_state_due_at", "state", "due_at"),
    Index("ix_jobs_member", "server_id", "member_id", "created_at"),
    Index("ix_jobs_server", "server_id", "created_at"),
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

member_threads = Table(
    "member_threads",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("job_id", String(32), ForeignKey("jobs.id"), nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("thread_id", BigInteger),
    Index("ix_member_threads_job", "job_id"),
    Index("ix_member_threads_thread", "thread_id"),
)

leases = Table(
    "leases",
    metadata,
    Column("job_id", String(32), ForeignKey("jobs.id"), primary_key=True),
    Column("duty", String(16), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
)


def _account() -> list[Column[Any]]:
    return [
        Column("scope", String(16), nullable=False),
        *(Column(name, BigInteger, nullable=False) for name in ("server_id", "member_id", "grant_id")),
    ]


balances = Table(
    "balances",
    metadata,
    *_account(),
    Column("added", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    Column("spent", Integer, nullable=False),
    PrimaryKeyConstraint("server_id", "member_id", "scope", "grant_id"),
    CheckConstraint("held >= 0", name="ck_balances_held"),
    CheckConstraint("spent >= 0", name="ck_balances_spent"),
    CheckConstraint("grant_id = 0 OR held + spent <= added", name="ck_balances_granted"),
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False),
    Column("counted_at", UtcDateTime, nullable=False),
    Column("kind", String(16), nullable=False),
    *_account(),
    Column("job_id", String(32), ForeignKey("jobs.id")),
    Column("added_change", Integer, nullable=False),
    Column("held_change", Integer, nullable=False),
    Column("spent_change", Integer, nullable=False),
    Column("actor_id", BigInteger),
    Column("partner_id", BigInteger),
    Column("reason", Text, nullable=False),
    Index(
        "ix_ledger_account",
        *("scope", "server_id", "member_id", "grant_id", "counted_at"),
        *("added_change", "held_change", "spent_change"),
    ),
    Index("ix_ledger_job", "job_id"),
    Index("ix_ledger_server", "server_id", "at"),
    Index(
        "uq_ledger_reserve",
        "job_id",
        "scope",
        "grant_id",
        unique=True,
        sqlite_where=text("kind = 'reserve'"),
        postgresql_where=text("kind = 'reserve'"),
    ),
    Index(
        "uq_ledger_end",
        "job_id",
        "scope",
        "grant_id",
        unique=True,
        sqlite_where=text("kind IN ('settle', 'release')"),
        postgresql_where=text("kind IN ('settle', 'release')"),
    ),
)

turns = Table(
    "turns",
    metadata,
    Column("account", String(32), primary_key=True),
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
    Index("ix_turns_number", "account", "number"),
)

paces = Table(
    "paces",
    metadata,
    Column("provider", String(32), primary_key=True),
    Column("provider_model", String(128), primary_key=True),
    Column("mode", String(8), primary_key=True),
    Column("length", Integer, primary_key=True, autoincrement=False),
    Column("took", JSON, nullable=False),
)

pressure = Table(
    "pressure",
    metadata,
    Column("account", String(32), primary_key=True),
    Column("duty", String(16), primary_key=True),
    Column("strikes", Integer, nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

pauses = Table(
    "pauses",
    metadata,
    Column("client", String(32), primary_key=True),
    Column("model", String(128), primary_key=True),
    Column("until", UtcDateTime, nullable=False),
    Column("reason", Text, nullable=False),
)

upload_limits = Table(
    "upload_limits",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("taken", BigInteger, nullable=False),
    Column("refused", BigInteger),
    Column("refused_at", UtcDateTime, nullable=False),
)

bot_state = Table(
    "bot_state",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

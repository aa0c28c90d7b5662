"""Settings, allowances, blocks, grants and the audit; accounts without windows, entries with time, actor and reason.

Old entries keep their order and are counted when their job was ordered. Pools get the entries of the members' jobs.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_ACCOUNT = "scope, server_id, member_id, grant_id"
_ENTRY = f"at, counted_at, kind, {_ACCOUNT}, job_id, added_change, held_change, spent_change, actor_id, reason"


def upgrade() -> None:
    _settings()
    _allowances_blocks_and_grants()
    _changes_and_drafts()
    _ledger()
    _balances()
    op.drop_column("jobs", "window_start")
    op.create_index("ix_jobs_server", "jobs", ["server_id", "created_at"])


def _settings() -> None:
    limit, word = sa.String(length=16), sa.String(length=16)
    op.add_column("servers", sa.Column("credits", limit, nullable=False, server_default="0"))
    op.execute("UPDATE servers SET credits = CAST(allowance AS VARCHAR(16))")
    op.drop_column("servers", "allowance")
    op.execute("ALTER TABLE servers RENAME COLUMN credits TO allowance")
    for name in ("pool", "most_credits", "member_running", "server_running"):
        op.add_column("servers", sa.Column(name, limit, nullable=False, server_default="unlimited"))
    op.add_column("servers", sa.Column("cooldown", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("servers", sa.Column("confirm_percent", sa.Integer(), server_default="50"))
    op.add_column("servers", sa.Column("giving", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("servers", sa.Column("place", word, nullable=False, server_default="thread"))
    op.add_column("servers", sa.Column("adult", word, nullable=False, server_default="forbidden"))
    op.add_column("servers", sa.Column("log_channel_id", sa.BigInteger()))
    for name in ("channels", "roles", "moderator_roles", "models", "providers", "words", "adult_words"):
        op.add_column("servers", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))


def _allowances_blocks_and_grants() -> None:
    op.create_table(
        "allowances",
        sa.Column("server_id", sa.BigInteger(), sa.ForeignKey("servers.server_id"), nullable=False),
        sa.Column("holder", sa.String(length=16), nullable=False),
        sa.Column("holder_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("allowance", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "holder", "holder_id"),
    )
    op.create_table(
        "blocks",
        sa.Column("server_id", sa.BigInteger(), sa.ForeignKey("servers.server_id"), nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("until", _TIME),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("server_id", "member_id"),
    )
    op.create_table(
        "grants",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("server_id", sa.BigInteger(), sa.ForeignKey("servers.server_id"), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("credits", sa.Integer(), nullable=False),
        sa.Column("until", _TIME),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_grants_member", "grants", ["server_id", "member_id"])


def _changes_and_drafts() -> None:
    op.create_table(
        "changes",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("server_id", sa.BigInteger(), sa.ForeignKey("servers.server_id"), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("member_id", sa.BigInteger()),
        sa.Column("role_id", sa.BigInteger()),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("post_channel_id", sa.BigInteger()),
        sa.Column("post_due_at", _TIME),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_changes_server", "changes", ["server_id", "id"])
    unposted = sa.text("post_due_at IS NOT NULL")
    op.create_index("ix_changes_unposted", "changes", ["post_due_at"], sqlite_where=unposted, postgresql_where=unposted)
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("credits", sa.Integer(), nullable=False),
        sa.Column("order", sa.JSON(), nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_drafts_expires_at", "drafts", ["expires_at"])


def _ledger() -> None:
    for name in ("ix_ledger_account", "uq_ledger_end", "uq_ledger_reserve"):
        op.drop_index(name, "ledger")
    op.rename_table("ledger", "old_ledger")
    op.create_table(
        "ledger",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("counted_at", _TIME, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        *_account(),
        sa.Column("job_id", sa.String(length=32), sa.ForeignKey("jobs.id")),
        *(sa.Column(f"{name}_change", sa.Integer(), nullable=False) for name in ("added", "held", "spent")),
        sa.Column("actor_id", sa.BigInteger()),
        sa.Column("partner_id", sa.BigInteger()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    actor = "CASE WHEN old.kind = 'reserve' THEN jobs.member_id END"
    changes = f"0, old.held_change, old.spent_change, {actor}, '' FROM old_ledger old JOIN jobs ON jobs.id = old.job_id"
    for account, which in (
        ("old.scope, old.server_id, old.member_id, 0", ""),
        ("'server', old.server_id, 0, 0", "WHERE old.scope = 'member'"),
    ):
        op.execute(
            f"INSERT INTO ledger ({_ENTRY}) SELECT old.at, jobs.created_at, old.kind, {account}, old.job_id, {changes}"
            f" {which} ORDER BY old.id"
        )
    op.drop_table("old_ledger")
    _ledger_indexes()


def _ledger_indexes() -> None:
    sums = [f"{name}_change" for name in ("added", "held", "spent")]
    op.create_index("ix_ledger_account", "ledger", [*_ACCOUNT.split(", "), "counted_at", *sums])
    op.create_index("ix_ledger_job", "ledger", ["job_id"])
    op.create_index("ix_ledger_server", "ledger", ["server_id", "at"])
    for name, kinds in (("uq_ledger_reserve", "kind = 'reserve'"), ("uq_ledger_end", "kind IN ('settle', 'release')")):
        where = sa.text(kinds)
        columns = ["job_id", "scope", "grant_id"]
        op.create_index(name, "ledger", columns, unique=True, sqlite_where=where, postgresql_where=where)


def _account() -> list[sa.Column[Any]]:
    ids = ("server_id", "member_id", "grant_id")
    return [
        sa.Column("scope", sa.String(length=16), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ids),
    ]


def _balances() -> None:
    op.drop_table("balances")
    op.create_table(
        "balances",
        *_account(),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("added", "held", "spent")),
        sa.PrimaryKeyConstraint("server_id", "member_id", "scope", "grant_id"),
        sa.CheckConstraint("held >= 0", name="ck_balances_held"),
        sa.CheckConstraint("spent >= 0", name="ck_balances_spent"),
        sa.CheckConstraint("grant_id = 0 OR held + spent <= added", name="ck_balances_granted"),
    )
    op.execute(
        f"INSERT INTO balances ({_ACCOUNT}, added, held, spent) SELECT {_ACCOUNT}, SUM(added_change),"  # noqa: S608 - from the names above alone
        f" SUM(held_change), SUM(spent_change) FROM ledger GROUP BY {_ACCOUNT}"
    )

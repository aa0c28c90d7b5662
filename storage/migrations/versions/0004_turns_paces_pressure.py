"""Whose turn it is, how long tasks take, which accounts ask to wait, and tasks that are late."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("late_at", sa.DateTime(timezone=True)))
    op.create_table(
        "turns",
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", "server_id", "member_id"),
    )
    op.create_index("ix_turns_number", "turns", ["account", "number"])
    op.create_table(
        "paces",
        sa.Column("provider", sa.String(length=32), nullable=False),
        sa.Column("provider_model", sa.String(length=128), nullable=False),
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.Column("length", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("took", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("provider", "provider_model", "mode", "length"),
    )
    op.create_table(
        "pressure",
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("duty", sa.String(length=16), nullable=False),
        sa.Column("strikes", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", "duty"),
    )

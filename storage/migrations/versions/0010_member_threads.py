"""One thread for each member in a channel, and the channel around the thread that a job's card stands in."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("seeks_thread", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("jobs", sa.Column("parent_id", sa.BigInteger()))
    op.create_table(
        "member_threads",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("job_id", sa.String(32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("thread_id", sa.BigInteger()),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"]),
        sa.PrimaryKeyConstraint("server_id", "channel_id", "member_id"),
    )
    op.create_index("ix_member_threads_job", "member_threads", ["job_id"])
    op.create_index("ix_member_threads_thread", "member_threads", ["thread_id"])

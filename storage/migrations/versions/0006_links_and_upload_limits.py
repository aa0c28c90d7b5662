"""Results that hold a link, and how large a file each server takes."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("link", sa.Text()))
    op.create_table(
        "upload_limits",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("taken", sa.BigInteger(), nullable=False),
        sa.Column("refused", sa.BigInteger()),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("server_id"),
    )

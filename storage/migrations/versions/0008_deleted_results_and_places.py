"""Who deleted a result, and the place in the queue that a card shows."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("deleted_by", sa.BigInteger()))
    op.add_column("jobs", sa.Column("deleted_at", sa.DateTime(timezone=True)))
    op.add_column("jobs", sa.Column("place", sa.Integer()))

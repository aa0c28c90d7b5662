"""When a video was first delivered: a later change of its job says nothing about how long its member waited."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("delivered_at", sa.DateTime(timezone=True)))
    op.execute("UPDATE jobs SET delivered_at = changed_at WHERE state = 'delivered'")

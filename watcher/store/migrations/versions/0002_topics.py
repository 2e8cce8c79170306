"""What a subject's current claims are about is found in one index."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Replace the index of claims by subject."""
    op.drop_index("claims_by_subject", "claims")
    op.create_index("claims_by_topic", "claims", ["subject_id", "current", "kind", "property", "version_id"])

"""Machine-readable schemas to test against; they do not belong to this repository."""

import os
from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "schemas"


def schema_path(name: str) -> Path | None:
    """A file, or a provider's folder, where STILLMOTION_SCHEMAS points, else beside the checkout; None when absent."""
    path = Path(os.environ.get("STILLMOTION_SCHEMAS") or _BESIDE) / name
    return path if path.exists() else None

"""The same stage as for single processes, with its checks at the end."""

import pytest

from tests.bot.pipeline.conftest import photograph
from tests.process.conftest import make_stage

__all__ = ["make_stage"]


@pytest.fixture
def photo() -> bytes:
    """Small: pictures are looked at often here."""
    return photograph(320, 320)

"""The kill matrix's stage, on SQLite only: which database it is makes no difference to these failures."""

import pytest

from tests.kill.conftest import one_film, theatre

__all__ = ["one_film", "theatre"]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url

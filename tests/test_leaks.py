"""The check that fails whatever test writes a key: it sees what was sent, printed and logged."""

import subprocess
import sys
from pathlib import Path

import pytest

from providers.errors import ProviderError
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey
from tests.leaks import USED, leaked

KEY = "a-key-that-only-this-test-sends"

CARELESS = """
import logging
import pytest
from tests.leaks import USED, pytest_runtest_makereport

USED.add("a-key-that-is-written")

@pytest.mark.parametrize("write", [print, logging.getLogger("some").warning])
def test_writes(write):
    write("Bearer a-key-that-is-written")

def test_writes_nothing():
    print("Bearer [secret]")
"""


async def test_a_key_that_was_sent_is_watched_for() -> None:
    provider = KlingProvider("http://127.0.0.1:9", ApiKey(KEY))
    try:
        with pytest.raises(ProviderError):
            await provider.fetch("task")
    finally:
        await provider.close()
    assert KEY in USED
    assert leaked(f"Authorization: Bearer {KEY}")
    assert not leaked("Authorization: Bearer [secret]")


def test_a_test_that_writes_a_key_fails(tmp_path: Path) -> None:
    file = tmp_path / "conftest.py"
    file.write_text("from tests.leaks import pytest_runtest_makereport\n")
    (tmp_path / "test_careless.py").write_text(CARELESS)
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--rootdir", str(tmp_path), "-c", "/dev/null"]
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "pytest", *options, str(tmp_path)],
        cwd=Path(__file__).parents[1], capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "2 failed, 1 passed" in run.stdout
    assert "a key stands in what" in run.stdout

"""The check that fails a test whose request Discord would refuse, and a suite that leaves an operation out."""

import subprocess
import sys
from pathlib import Path

import pytest

from sandbox.discord.openapi import document_path

CONFTEST = """
from tests.operations import (
    count_operations, every_request_is_good, pytest_sessionfinish, pytest_terminal_summary, pytest_testnodedown,
)
count_operations()
"""

TESTS = """
from sandbox.discord.openapi import Document, RequestChecker

def test_sends():
    checker = RequestChecker(Document.load())
    checker.check("GET", "/users/@me", None)
    checker.check("POST", "/channels/1/messages", {"content": "x" * LENGTH})
"""

pytestmark = pytest.mark.skipif(document_path() is None, reason="Discord's OpenAPI document is not there")


def run(folder: Path, *options: str, length: int = 5) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_requests.py").write_text(TESTS.replace("LENGTH", str(length)))
    (folder / "pytest.ini").write_text("[pytest]\ntestpaths = .\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), *options]
    return subprocess.run(  # noqa: S603
        command,
        cwd=folder, env={"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": ""},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_a_test_with_a_bad_request_fails(tmp_path: Path) -> None:
    done = run(tmp_path, "-n0", length=2001)
    assert "1 error" in done.stdout
    assert "content of 2001 characters, at most 2000" in done.stdout


def test_a_whole_suite_without_an_operation_fails(tmp_path: Path) -> None:
    done = run(tmp_path, "-n0", "-k", "sends")
    assert (done.returncode, "never made" in done.stdout) == (pytest.ExitCode.OK, False)
    done = run(tmp_path, "-n1")
    assert "1 passed" in done.stdout
    assert "1 GET /users/@me" in done.stdout
    assert "never made: PUT /applications/{application_id}/commands" in done.stdout
    assert done.returncode == pytest.ExitCode.TESTS_FAILED

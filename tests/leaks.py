"""No test's output holds a key: whatever was sent to a provider as its key fails the test in whose output it appears.

Every level counts: structlog prints all lines where nothing configures it, and pytest keeps them.
"""

from collections.abc import Generator, Mapping
from typing import Any

import pytest

from providers.http import Headers, HttpClient
from sandbox.discord.server import BOT_TOKEN

LEAST: int = 12
"""Shorter keys, which some tests use, may be words."""

USED: set[str] = {BOT_TOKEN}
"""Every key that a client of this session has sent."""

_build = HttpClient.__init__


def _build_noting_keys(client: HttpClient, base_url: str, headers: Headers, **options: Any) -> None:
    def noted() -> Mapping[str, str]:
        sent = headers()
        keys = (value.removeprefix("Bearer ") for value in sent.values())
        USED.update(key for key in keys if len(key) >= LEAST)
        return sent

    _build(client, base_url, noted, **options)


def watch() -> None:
    """From now on, note the keys that are sent."""
    HttpClient.__init__ = _build_noting_keys  # type: ignore[method-assign,assignment]


def leaked(text: str) -> bool:
    return any(key in text for key in USED)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    report: pytest.TestReport = yield
    sections = [name for name, content in report.sections if leaked(content)]
    if sections:
        report.outcome = "failed"
        report.longrepr = f"a key stands in what {item.nodeid} has written: {', '.join(sections)}"
    return report

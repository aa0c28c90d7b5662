"""Every REST request to Discord, of every test, is judged; and it is counted which of its operations the suite makes.

A test in which a request was refused as malformed fails. A run of the whole suite fails where an operation was never
made that the bot needs. Tests of the judge itself take ``every_request_is_good`` away.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pytest

from sandbox.discord.openapi import RequestChecker, Violation, document_path

NEEDED: Final = frozenset(
    {
        "DELETE /channels/{channel_id}/messages/{message_id}",
        "GET /channels/{channel_id}/messages",
        "GET /channels/{channel_id}/messages/{message_id}",
        "GET /guilds/{guild_id}",
        "GET /guilds/{guild_id}/members/{user_id}",
        "GET /oauth2/applications/@me",
        "GET /users/@me",
        "GET /users/@me/guilds",
        "PATCH /channels/{channel_id}",
        "PATCH /channels/{channel_id}/messages/{message_id}",
        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "POST /channels/{channel_id}/messages",
        "POST /channels/{channel_id}/messages/{message_id}/threads",
        "POST /interactions/{interaction_id}/{interaction_token}/callback",
        "POST /webhooks/{webhook_id}/{webhook_token}",
        "PUT /applications/{application_id}/commands",
    }
)
"""What the bot does with Discord, as method and path template of the OpenAPI document."""

_made: Counter[str] = Counter()
_refused: list[Violation] = []
_check = RequestChecker.check


def _check_and_count(
    checker: RequestChecker, method: str, path: str, body: Any, files: Sequence[str] = ()
) -> tuple[str, ...]:
    before, known = checker.covered.copy(), len(checker.violations)
    problems = _check(checker, method, path, body, files)
    _made.update(" ".join(operation) for operation in checker.covered - before)
    _refused.extend(checker.violations[known:])
    return problems


def count_operations() -> None:
    """From now on, in every simulated Discord of this process."""
    RequestChecker.check = _check_and_count  # type: ignore[assignment,method-assign]


@pytest.fixture(autouse=True)
def every_request_is_good() -> Iterator[None]:
    known = len(_refused)
    yield
    lines = [f"{entry.method} {entry.path}: {'; '.join(entry.problems)}" for entry in _refused[known:]]
    assert not lines, "Discord would have refused:\n" + "\n".join(lines)


def missing() -> list[str]:
    return sorted(NEEDED - _made.keys())


def _is_whole(config: pytest.Config) -> bool:
    """Nothing narrows this run, so that what it has not made is made nowhere."""
    narrowed = config.getoption("keyword") or config.getoption("markexpr") or config.getoption("deselect")
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not narrowed and document_path() is not None


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker of xdist has ended, or died without a word."""
    _made.update(getattr(node, "workeroutput", {}).get("operations", {}))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["operations"] = dict(_made)
    elif exitstatus == pytest.ExitCode.OK and _is_whole(session.config) and missing():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not _made or not (_is_whole(config) or config.getoption("verbose") > 0):
        return
    terminalreporter.section("operations of Discord")
    for operation, times in sorted(_made.items()):
        terminalreporter.write_line(f"{times:6} {operation}")
    for operation in missing() if _is_whole(config) else ():
        terminalreporter.write_line(f"never made: {operation}", red=True)

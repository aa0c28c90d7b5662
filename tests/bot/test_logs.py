"""Log lines: their two forms, and that no secret gets into any of them."""

import json
import logging
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import logs

PASSWORD = 'p@"ss wörd/\\%'
KEY = "api-key-kling-0123456789"
Lines = Callable[[], list[dict[str, Any]]]

pytestmark = pytest.mark.usefixtures("logging_as_before")


@pytest.fixture
def written(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """What stands on standard error since the last look."""
    return lambda: capsys.readouterr().err


@pytest.fixture
def lines(written: Callable[[], str]) -> Lines:
    """The objects since the last look; fails where a line is none."""
    return lambda: [json.loads(line) for line in written().splitlines()]


def as_json(level: str = "DEBUG", *secrets: str) -> Any:
    logs.configure(level, "json", secrets=secrets)
    return structlog.get_logger("bot.test")


def test_our_lines_as_json(lines: Lines) -> None:
    as_json().info("video delivered", job="job00001", message=42)
    (line,) = lines()
    at = datetime.fromisoformat(line.pop("timestamp"))
    assert at.utcoffset() == timedelta(0)
    assert line == {"event": "video delivered", "level": "info", "logger": "bot.test", "job": "job00001", "message": 42}


def test_lines_of_libraries_as_json(lines: Lines) -> None:
    as_json()
    logging.getLogger("discord.gateway").info("Shard ID %s has connected\nto %s", 3, "Gateway", extra={"job": "j7"})
    (line,) = lines()
    assert line["event"] == "Shard ID 3 has connected\nto Gateway"
    assert (line["level"], line["logger"], line["job"]) == ("info", "discord.gateway", "j7")


def test_an_exception_is_one_line_too(lines: Lines) -> None:
    log = as_json()
    try:
        fail(ValueError("two\nlines"))
    except ValueError:
        log.exception("work failed", job="j1")
        logging.getLogger("discord.client").exception("Ignoring exception in %s", "on_ready")
    logging.getLogger("asyncio").error("with a stack", stack_info=True)
    ours, theirs, stack = lines()
    assert (ours["job"], theirs["event"]) == ("j1", "Ignoring exception in on_ready")
    for line in (ours, theirs):
        assert line["exception"].startswith("Traceback")
        assert line["exception"].endswith("ValueError: two\nlines")
    assert "test_an_exception" in stack["stack"]


def test_warnings_are_lines(lines: Lines) -> None:
    as_json()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn("old ways", DeprecationWarning, stacklevel=1)
    (line,) = lines()
    assert (line["logger"], line["level"]) == ("py.warnings", "warning")


def test_whatever_is_logged_becomes_an_object(lines: Lines) -> None:
    as_json().info("odd", bare=object, by={("a", 1): {1, 2}}, raw=b"\xff", at=datetime(2026, 1, 2))  # noqa: DTZ001
    (line,) = lines()
    assert line["by"] == {"('a', 1)": [1, 2]}
    assert line["raw"] == "b'\\xff'"


def test_context_comes_through(lines: Lines) -> None:
    log = as_json()
    with structlog.contextvars.bound_contextvars(job="j1"):
        log.info("ours")
        logging.getLogger("discord").info("theirs")
    log.info("after")
    assert [line.get("job") for line in lines()] == ["j1", "j1", None]


def test_for_people(written: Callable[[], str]) -> None:
    logs.configure("INFO", "console", secrets=[])
    structlog.get_logger("bot.test").info("video delivered", job="j1")
    logging.getLogger("discord.client").warning("slow")
    ours, theirs = written().splitlines()
    assert re.match(r"\d{4}-\d\d-\d\dT\S+Z \[info +\] video delivered +\[bot\.test\] job=j1$", ours)
    assert re.search(r"\[warning +\] slow +\[discord\.client\]$", theirs)


def test_a_trace_for_people_shows_no_local_variables(written: Callable[[], str]) -> None:
    logs.configure("INFO", "console", secrets=[])
    picture = "b" * 7
    try:
        fail(ValueError(len(picture)))
    except ValueError:
        structlog.get_logger("bot.test").exception("work failed")
    text = written()
    assert "Traceback (most recent call last)" in text
    assert picture not in text


@pytest.mark.parametrize(
    ("level", "ours", "theirs"),
    [
        ("DEBUG", ["debug", "info", "warning", "error"], ["info", "warning", "error"]),
        ("INFO", ["info", "warning", "error"], ["info", "warning", "error"]),
        ("WARNING", ["warning", "error"], ["warning", "error"]),
        ("ERROR", ["error"], ["error"]),
    ],
)
def test_levels(lines: Lines, level: str, ours: list[str], theirs: list[str]) -> None:
    log = as_json(level)
    for name in ("debug", "info", "warning", "error"):
        getattr(log, name)("x")
        getattr(logging.getLogger("discord.http"), name)("x")
        getattr(logging.getLogger("aiosqlite"), name)("x")
    found = [(line["logger"], line["level"]) for line in lines()]
    assert [level for name, level in found if name == "bot.test"] == ours
    for library in ("discord.http", "aiosqlite"):
        assert [level for name, level in found if name == library] == theirs


@dataclass
class Holder:
    value: str


WAYS: dict[str, Callable[[str], dict[str, Any]]] = {
    "event": lambda secret: {"event": f"url {secret}"},
    "field": lambda secret: {"reason": f"<{secret}>"},
    "name of a field": lambda secret: {"by": {secret: 1}},
    "nested": lambda secret: {"by": [{"a": (secret,)}]},
    "object": lambda secret: {"holder": Holder(secret)},
    "bytes": lambda secret: {"body": secret.encode()},
    "path of an address": lambda secret: {"url": f"https://h/{quote(secret)}"},
    "part of an address": lambda secret: {"url": f"https://h/{quote(secret, safe='')}"},
    "query": lambda secret: {"url": f"https://h/?key={quote_plus(secret)}"},
    "json in text": lambda secret: {"body": json.dumps({"key": secret})},
    "json in unescaped text": lambda secret: {"body": json.dumps({"key": secret}, ensure_ascii=False)},
}


@pytest.mark.parametrize("form", ["json", "console"])
@pytest.mark.parametrize("secret", [KEY, PASSWORD])
@pytest.mark.parametrize("way", WAYS)
def test_secrets_in_our_lines_are_hidden(written: Callable[[], str], form: str, secret: str, way: str) -> None:
    logs.configure("DEBUG", form, secrets=[KEY, PASSWORD])
    structlog.get_logger("bot.test").debug(**{"event": "x"} | WAYS[way](secret))
    assert_hidden(secret, written(), times=1)


@pytest.mark.parametrize("form", ["json", "console"])
@pytest.mark.parametrize("secret", [KEY, PASSWORD])
def test_secrets_in_lines_of_libraries_are_hidden(written: Callable[[], str], form: str, secret: str) -> None:
    logs.configure("DEBUG", form, secrets=[KEY, PASSWORD])
    logging.getLogger("discord.http").warning("%s: %r", secret, [secret])
    logging.getLogger("discord").error("x", extra={"token": secret})
    assert_hidden(secret, written(), times=3)


@pytest.mark.parametrize("form", ["json", "console"])
@pytest.mark.parametrize("secret", [KEY, PASSWORD])
def test_secrets_in_exceptions_are_hidden(written: Callable[[], str], form: str, secret: str) -> None:
    logs.configure("DEBUG", form, secrets=[KEY, PASSWORD])
    try:
        fail(KeyError(secret), cause=OSError(f"cannot open https://me:{secret}@host"))
    except KeyError as error:
        structlog.get_logger("bot.test").exception("failed", reason=str(error))
        logging.getLogger("asyncio").exception("failed")
    assert_hidden(secret, written(), times=5)


def assert_hidden(secret: str, text: str, *, times: int) -> None:
    assert text.count(logs.HIDDEN) == times
    for form in (secret, quote(secret), quote(secret, safe=""), quote_plus(secret), json.dumps(secret)[1:-1]):
        assert form not in text
        assert json.dumps(form)[1:-1] not in text


def fail(error: Exception, *, cause: Exception | None = None) -> None:
    raise error from cause


@given(secret=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@settings(max_examples=100, deadline=None)
def test_lines_stay_objects_whatever_is_hidden(secret: str) -> None:
    hidden = logs._Hiding([secret])
    line = structlog.processors.JSONRenderer()(None, "", {**hidden(None, "", {"event": f"{{{secret}}}", "job": "j1"})})
    parsed = json.loads(line)
    assert parsed.keys() == {"event", "job"}
    assert logs.HIDDEN in parsed["event"]


def test_no_secrets_hide_nothing(lines: Lines) -> None:
    as_json("INFO", "").info("plain", job="j1")
    assert lines()[0]["event"] == "plain"

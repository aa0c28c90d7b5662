"""Structured logs: the same form for our own lines and for the libraries', and no secret in any."""

import json
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, quote_plus

import structlog
from structlog.typing import EventDict, Processor

HIDDEN = "[secret]"

OURS = ("__main__", "bot", "cogs", "providers", "storage")
"""Loggers that may go below INFO. The libraries' debug lines hold interaction tokens, statements and pictures."""


def configure(level: str, form: str, *, secrets: Sequence[str]) -> None:
    """Send every log line of the process to standard error.

    As ``json`` each line is one object; as ``console``, for people, an exception's trace follows its line.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    plain = structlog.dev.plain_traceback  # others print local variables
    renderer: Processor = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            _Hiding(secrets),
            renderer,
        ],
    )
    _install(formatter, level)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _install(formatter: logging.Formatter, level: str) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.basicConfig(level=max(logging.INFO, logging.getLevelNamesMapping()[level]), handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(capture=True)


class _Hiding:
    """Blots secrets out of everything that is about to be rendered, whoever wrote it and however it is escaped."""

    def __init__(self, secrets: Sequence[str]) -> None:
        forms = {form for secret in secrets if secret for form in _forms(secret)}
        self._forms = sorted(forms, key=len, reverse=True)

    def __call__(self, _logger: Any, _method: str, event: EventDict) -> Mapping[str, Any]:
        return {key: self._clean(value) for key, value in event.items()}

    def _clean(self, value: Any) -> Any:
        match value:
            case None | bool() | int() | float():
                return value
            case dict():
                return {self._text(str(key)): self._clean(entry) for key, entry in value.items()}
            case list() | tuple() | set() | frozenset():
                return [self._clean(entry) for entry in value]
            case _:
                return self._text(value if isinstance(value, str) else repr(value))

    def _text(self, text: str) -> str:
        for form in self._forms:
            text = text.replace(form, HIDDEN)
        return text


def _forms(secret: str) -> set[str]:
    """The secret as it is, as addresses carry it, and as Python and JSON quote it."""
    quoting: tuple[Callable[[str], str], ...] = (
        quote,
        quote_plus,
        lambda text: quote(text, safe=""),
        lambda text: repr(text)[1:-1],
        lambda text: repr(text.encode())[2:-1],
        lambda text: json.dumps(text)[1:-1],
        lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    )
    return {secret, *(quoted(secret) for quoted in quoting)}

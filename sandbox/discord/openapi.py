"""Checks REST requests against Discord's own OpenAPI document and against the limits which it leaves out."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema.exceptions import ValidationError, best_match
from simcord.backend.errors import BackendError
from simcord.http import router

from sandbox.common.schemas import schema_path
from sandbox.discord.limits import limit_problems
from sandbox.discord.unions import UnionValidator

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# What a JSON number can hold exactly; a larger integer is a snowflake.
LARGEST_NUMBER = 2**53
_PARAMETER = re.compile(r"\{[^}]+\}")


def document_path() -> Path | None:
    """Discord's OpenAPI document: where STILLMOTION_SCHEMAS points, else beside the checkout; None when absent."""
    return schema_path("discord-openapi.json")


@dataclass(frozen=True)
class Violation:
    """A request that Discord would have refused as malformed."""

    method: str
    path: str
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Operation:
    """One method of one path template."""

    method: str
    template: str
    validator: UnionValidator | None
    body_required: bool


class Document:
    """The operations of the OpenAPI document; which one a request means, and what is wrong with its body."""

    def __init__(self, spec: Mapping[str, Any]) -> None:
        self._spec = spec
        # Most literal first, so that `/users/@me` is not taken for `/users/{user_id}`.
        templates = sorted(spec["paths"], key=lambda template: (template.count("{"), -len(template)))
        self._patterns = [(_pattern(template), template) for template in templates]
        self._operations: dict[tuple[str, str], Operation | None] = {}

    @classmethod
    def load(cls) -> "Document | None":
        path = document_path()
        return None if path is None else cls(json.loads(path.read_text(encoding="utf-8")))

    def operation(self, method: str, path: str) -> Operation | None:
        for pattern, template in self._patterns:
            if pattern.fullmatch(path) and method.lower() in self._spec["paths"][template]:
                return self._operations.setdefault((method, template), self._build(method, template))
        return None

    def _build(self, method: str, template: str) -> Operation:
        request = self._spec["paths"][template][method.lower()].get("requestBody") or {}
        schema = request.get("content", {}).get("application/json", {}).get("schema")
        validator = None
        if schema is not None:
            validator = UnionValidator({"$schema": _DIALECT, **schema, "components": self._spec["components"]})
        return Operation(method, template, validator, bool(request.get("required")))


def _pattern(template: str) -> re.Pattern[str]:
    literals = _PARAMETER.split(template)
    return re.compile("[^/]+".join(re.escape(literal) for literal in literals))


class RequestChecker:
    """Judges every request; `violations` and `covered` are for the test to look at afterwards."""

    def __init__(self, document: Document | None) -> None:
        self.document = document
        self.violations: list[Violation] = []
        self.covered: Counter[tuple[str, str]] = Counter()

    def check(self, method: str, path: str, body: Any, files: Sequence[str] = ()) -> tuple[str, ...]:
        """The request's problems; they are recorded as a violation too."""
        problems = (*self._document_problems(method, path, body), *limit_problems(method, path, body, files))
        if problems:
            self.violations.append(Violation(method, path, problems))
        return problems

    def assert_clean(self) -> None:
        """Fail with every violation so far."""
        lines = [f"{entry.method} {entry.path}: {'; '.join(entry.problems)}" for entry in self.violations]
        assert not lines, "Discord would have refused:\n" + "\n".join(lines)

    def _document_problems(self, method: str, path: str, body: Any) -> list[str]:
        if self.document is None:
            return []
        operation = self.document.operation(method, path)
        if operation is None:
            return ["no such operation in Discord's OpenAPI document"]
        self.covered[method, operation.template] += 1
        if operation.validator is None:
            return []
        if body is None:
            return ["the body is missing"] if operation.body_required else []
        error = best_match(operation.validator.iter_errors(_with_text_ids(body)))
        return [] if error is None else [_explain(error)]


def _explain(error: ValidationError) -> str:
    """Where the body fails; inside a union, what is wrong with the alternative that comes furthest."""
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return f"{error.json_path}: {error.message[-200:]}"


def _with_text_ids(body: Any) -> Any:
    """Ids as strings: discord.py sends some as integers and Discord takes them, only the document does not."""
    if isinstance(body, list):
        return [_with_text_ids(item) for item in body]
    if isinstance(body, Mapping):
        body = {key: _with_text_ids(value) for key, value in body.items()}
        for attachment in body.get("attachments") or []:
            attachment["id"] = str(attachment.get("id"))
        return body
    return str(body) if isinstance(body, int) and body > LARGEST_NUMBER else body


@contextmanager
def checking_in_process(checker: RequestChecker) -> Iterator[RequestChecker]:
    """Let a checker judge every request of bots that run under `simcord.run` meanwhile; bad ones get 400/50035."""
    dispatch = router.dispatch

    def checked(backend: Any, method: str, path: str, **options: Any) -> Any:
        names = [file.filename for file in options.get("files") or ()]
        problems = checker.check(method, path, options.get("json"), names)
        if problems:
            raise BackendError(400, 50035, "Invalid Form Body: " + "; ".join(problems))
        return dispatch(backend, method, path, **options)

    router.dispatch = checked
    try:
        yield checker
    finally:
        router.dispatch = dispatch

"""POST /tasks: the account's tasks by time and status, from a cursor (facts/providers.md 1.9)."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le
from pydantic import ConfigDict, Field

from sandbox.common.controls import Part

from .answers import invalid, invalid_value
from .body import read
from .new_wire import WORDS, item
from .tasks import KlingTask

DEFAULT_SPAN = timedelta(days=30)


class Filter(Part):
    """Everything here is a video."""

    model_config = ConfigDict(extra="forbid")
    key: Literal["status", "product_type"]
    values: list[str]

    def passes(self, task: KlingTask) -> bool:
        return (WORDS[task.status] if self.key == "status" else "video") in self.values


class ListBody(Part):
    """Times are milliseconds, as text; a cursor makes both of them void."""

    model_config = ConfigDict(extra="forbid")
    start_time: str = ""
    end_time: str = ""
    cursor: str = ""
    limit: Annotated[int, Ge(1), Le(500)] = 100
    filters: list[Filter] = Field(default_factory=list)


def listed(fields: dict[str, Any], tasks: list[KlingTask], now: datetime, base_url: str) -> dict[str, Any]:
    """Newest first; a cursor is the id of the last task of the page before it."""
    body = read(ListBody, fields)
    found = [task for task in reversed(tasks) if all(each.passes(task) for each in body.filters)]
    if body.cursor:
        if not body.cursor.isdecimal():
            raise invalid_value("cursor", body.cursor)
        found = [task for task in found if int(task.id) < int(body.cursor)]
    else:
        start, end = _span(body, now)
        found = [task for task in found if start <= task.created_at <= end]
    page = found[: body.limit]
    return {
        "result": [item(task, base_url) for task in page],
        "count": len(page),
        "next_cursor": page[-1].id if page else "",
        "has_more": len(found) > len(page),
    }


def _span(body: ListBody, now: datetime) -> tuple[datetime, datetime]:
    end = _moment("end_time", body.end_time) if body.end_time else now
    start = _moment("start_time", body.start_time) if body.start_time else end - DEFAULT_SPAN
    if start >= end:
        raise invalid("start_time must be earlier than end_time")
    return start, end


def _moment(name: str, text: str) -> datetime:
    if not (text.isdecimal() and len(text) == 13):
        raise invalid_value(name, text)
    return datetime.fromtimestamp(int(text) / 1000, UTC)

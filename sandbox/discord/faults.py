"""What a test can break: answers, connections and delays of single REST requests."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal


@dataclass
class RecordedRequest:
    """One REST request as it arrived; `status` is None until it is answered, and stays so if it was cut off."""

    method: str
    path: str
    template: str
    json: Any
    files: tuple[str, ...]
    at: datetime
    status: int | None = None


@dataclass
class Fault:
    """What happens to the next `times` requests that match (None: to all of them).

    With neither `status` nor `reset` the request is only delayed, by `delay` seconds. `when` says whether Discord had
    already done what was asked before it failed or waited. A 429 without `via` looks to discord.py like a ban by
    Cloudflare.
    """

    method: str
    path: re.Pattern[str]
    times: int | None = 1
    status: int | None = None
    code: int = 0
    message: str = "injected by the test"
    reset: bool = False
    when: Literal["before", "after"] = "before"
    delay: float = 0.0
    retry_after: float = 0.1
    is_global: bool = False
    via: bool = True
    hits: int = field(default=0, init=False)

    def matches(self, method: str, path: str) -> bool:
        spent = self.times is not None and self.hits >= self.times
        return not spent and self.method in ("*", method) and self.path.search(path) is not None

    def payload(self) -> Mapping[str, Any]:
        if self.status == 429:
            return {"message": "You are being rate limited.", "retry_after": self.retry_after, "global": self.is_global}
        return {"message": self.message, "code": self.code}


class Faults:
    """The faults in force, oldest first; a request meets at most one."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, method: str, path: str, **options: Any) -> Fault:
        """Arm a fault for a method (`*` for any) and a regular expression searched for in the path after `/api/v10`."""
        fault = Fault(method, re.compile(path), **options)
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        self._faults.clear()

    def take(self, method: str, path: str) -> Fault | None:
        fault = next((fault for fault in self._faults if fault.matches(method, path)), None)
        if fault is not None:
            fault.hits += 1
        return fault

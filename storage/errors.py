"""What storage raises.

::

    StorageError
    ├── StorageUnavailable   the database cannot be reached or written: look what is there, or try again later
    ├── QuotaError           a limit or a rule of the server stands against it; nothing was written
    │   ├── NotEnoughCredits a limit would be overspent
    │   ├── TooManyRunning   too many videos are on their way
    │   ├── CoolingDown      the member's last order is too recent
    │   ├── Blocked          a moderator has blocked the member
    │   ├── NotPermitted     the server does not allow this member, place, model, provider, price or prompt
    │   └── NotGivable       the server does not let members give, or they have less to give
    ├── AlreadyAccepted      this interaction has its job already
    ├── DraftGone            the order that waited for its member has been answered; nothing was written
    ├── AlreadyFlagged       this member has flagged this video already; nothing was written
    ├── TooManyFlags         this member reports too many videos; nothing was written
    ├── LeaseLost            somebody else holds the job now; nothing was written
    ├── StateChanged         the job is not in the state that was expected; nothing was written
    ├── InHand               the bot is finding out what became of the job; nothing was written
    └── TaskTaken            the provider task belongs to another job; nothing was written
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class StorageError(Exception):
    """Nothing was written; only ``StorageUnavailable`` cannot promise that."""


class StorageUnavailable(StorageError):
    """The database cannot be reached or written.

    All of it may have been written, or nothing: the connection can break between a commit and its acknowledgement.
    """


class QuotaError(StorageError):
    """A limit or a rule of the server stands against it."""


@dataclass(frozen=True)
class Shortage:
    """A limit that would be overspent.

    ``scope`` is whose: member, server (the pool) or operator (the budget over all servers). ``left`` is what it still
    allows, in credits; ``enough_at`` when it will allow this, ``None`` where waiting does not help.
    """

    scope: str
    needed: int
    left: int
    enough_at: datetime | None

    @property
    def missing(self) -> int:
        """Credits."""
        return self.needed - self.left


class NotEnoughCredits(QuotaError):
    """A limit would be overspent, or several."""

    def __init__(self, shortages: Sequence[Shortage]) -> None:
        super().__init__("; ".join(f"{one.scope}: {one.needed} credits needed, {one.left} left" for one in shortages))
        self.shortages = tuple(shortages)


class TooManyRunning(QuotaError):
    """Too many videos are on their way. ``whose`` is member or server; at ``next_at`` one of them should be ready."""

    def __init__(self, whose: str, *, most: int, next_at: datetime) -> None:
        super().__init__(f"{whose}: at most {most} videos at once")
        self.whose = whose
        self.most = most
        self.next_at = next_at


class CoolingDown(QuotaError):
    """The member's last order is too recent."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"cooling down until {until.isoformat()}")
        self.until = until


class Blocked(QuotaError):
    """A moderator has blocked the member; without ``until`` for good."""

    def __init__(self, reason: str, until: datetime | None) -> None:
        super().__init__(f"blocked until {until.isoformat()}" if until else "blocked")
        self.reason = reason
        self.until = until


class Rule(StrEnum):
    """What a server may restrict; ``ALLOWANCE`` is an allowance that forbids all videos."""

    ALLOWANCE = "allowance"
    ROLE = "role"
    CHANNEL = "channel"
    MODEL = "model"
    PROVIDER = "provider"
    PRICE = "price"


class NotPermitted(QuotaError):
    """The server's settings do not allow it; ``allowed`` is what they do: ids, names, or the highest price."""

    def __init__(self, rule: Rule, allowed: Iterable[int | str] = ()) -> None:
        super().__init__(f"the server's settings do not allow this {rule}")
        self.rule = rule
        self.allowed = tuple(sorted(allowed, key=str))


class NotGivable(QuotaError):
    """Nothing was given or taken back; ``left`` (credits) is what could be, ``None`` where giving is off."""

    def __init__(self, left: int | None) -> None:
        super().__init__("giving is off" if left is None else f"only {left} credits can be moved")
        self.left = left


class AlreadyAccepted(StorageError):
    """This interaction has its job already."""


class DraftGone(StorageError):
    """The order that waited for its member has been answered otherwise."""


class AlreadyFlagged(StorageError):
    """This member has flagged this video already."""


class TooManyFlags(StorageError):
    """This member has flagged as many videos as may be; another one ``until`` then."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"too many flags until {until.isoformat()}")
        self.until = until


class LeaseLost(StorageError):
    """Somebody else holds the job now."""


class StateChanged(StorageError):
    """The job is not in the state that was expected."""


class InHand(StorageError):
    """The bot is finding out what became of the job, ``until`` then at most."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"the bot works on the job until {until.isoformat()}")
        self.until = until


class TaskTaken(StorageError):
    """The provider task belongs to another job."""

"""What storage raises.

::

    StorageError
    ├── StorageUnavailable   the database cannot be reached or written: look what is there, or try again later
    ├── NotEnoughCredits     a limit would be overspent; nothing was written
    ├── AlreadyAccepted      this interaction has its job already
    ├── LeaseLost            somebody else holds the job now; nothing was written
    └── StateChanged         the job is not in the state that was expected; nothing was written
"""

from datetime import datetime


class StorageError(Exception):
    """Nothing was written; only ``StorageUnavailable`` cannot promise that."""


class StorageUnavailable(StorageError):
    """The database cannot be reached or written.

    All of it may have been written, or nothing: the connection can break between a commit and its acknowledgement.
    """


class NotEnoughCredits(StorageError):
    """A limit would be overspent. ``limit`` names it; ``left`` is what it still allows, in credits."""

    def __init__(self, limit: str, *, needed: int, left: int, renews_at: datetime) -> None:
        super().__init__(f"{limit}: {needed} credits needed, {left} left until {renews_at.isoformat()}")
        self.limit = limit
        self.needed = needed
        self.left = left
        self.renews_at = renews_at


class AlreadyAccepted(StorageError):
    """This interaction has its job already."""


class LeaseLost(StorageError):
    """Somebody else holds the job now."""


class StateChanged(StorageError):
    """The job is not in the state that was expected."""

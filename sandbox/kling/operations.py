"""What can be asked of the API."""

from enum import StrEnum


class Operation(StrEnum):
    """What a request asks for; also the name of its route."""

    CREATE = "create"
    QUERY = "query"
    LIST = "list"
    COSTS = "costs"
    FILE = "file"

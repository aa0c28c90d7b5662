"""What can be asked of the API."""

from enum import StrEnum


class Operation(StrEnum):
    """What a request asks for; also the name of its routes."""

    CREATE = "create"
    QUERY = "query"
    BALANCE = "balance"
    FILE = "file"

"""The one way in which simulators refuse."""


class Refusal(Exception):
    """The request is refused with this HTTP status, code and message; nothing was created.

    What `code` means, and how the three become a body, is the provider's.
    """

    def __init__(self, status: int, code: int | str = "", message: str = "") -> None:
        super().__init__(f"{int(status)}/{code} {message}")
        self.status = int(status)
        self.code = code
        self.message = message

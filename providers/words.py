"""What members read of refusals and failures. Whoever sells the video, Kling makes it, so its texts come from all."""

from languages.sentence import Sentence
from providers.loose import readable

CONTENT_FILTER = Sentence("providers-content-filter")
TOO_LARGE = Sentence("providers-too-large")
SUPPLIER = Sentence("providers-supplier")
_SHAPE = Sentence("providers-shape")

_KNOWN = {
    "risk control": CONTENT_FILTER,
    "image pixel is invalid": _SHAPE,
    "resolution or aspect ratio": _SHAPE,
    "valid base64": Sentence("providers-unreadable"),
}
"""A part of the provider's text in lower case, and what it means (facts/providers.md 1.5)."""


def failure(message: str) -> Sentence:
    """Why a task that was taken failed, from its ``task_status_msg``."""
    # The envelope around a failed task says SUCCEED; where that was copied into the task it is no reason.
    if message.casefold() in ("", "succeed", "success"):
        return Sentence("providers-failed-silently")
    return _known(message) or Sentence("providers-failed-because", reason=readable(message))


def refusal(message: str) -> Sentence:
    """Why a request was not taken, from the envelope's ``message``."""
    if not message:
        return Sentence("providers-refused-silently")
    return _known(message) or Sentence("providers-refused-because", reason=readable(message))


def _known(message: str) -> Sentence | None:
    said = message.casefold()
    return next((sentence for part, sentence in _KNOWN.items() if part in said), None)

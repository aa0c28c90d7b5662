"""What members read of refusals and failures. Whoever sells the video, Kling makes it, so its texts come from all."""

from providers.loose import readable

CONTENT_FILTER = (
    "The video provider's content filter stopped this one. Such filters are cautious and stop harmless pictures and "
    "prompts too; other words or another picture may pass."
)
TOO_LARGE = "The video provider finds these pictures too large. Smaller files may pass."
SUPPLIER = "This video provider has trouble with its own supplier. Another provider may work now, or this one later."
_SHAPE = (
    "The video provider cannot use the size or shape of this picture: each side needs at least 300 pixels, and the "
    "longer side may be at most 2.5 times the shorter one."
)
_UNREADABLE = "The video provider could not read this picture. Saving it again as JPG or PNG usually helps."

_KNOWN = {
    "risk control": CONTENT_FILTER,
    "image pixel is invalid": _SHAPE,
    "resolution or aspect ratio": _SHAPE,
    "valid base64": _UNREADABLE,
}
"""A part of the provider's text in lower case, and what it means (facts/providers.md 1.5)."""


def failure(message: str) -> str:
    """Why a task that was taken failed, from its ``task_status_msg``."""
    # The envelope around a failed task says SUCCEED; where that was copied into the task it is no reason.
    if message.casefold() in ("", "succeed", "success"):
        return "The video provider could not make this video and gave no reason."
    return _known(message) or f"The video provider could not make this video: “{readable(message)}”."


def refusal(message: str) -> str:
    """Why a request was not taken, from the envelope's ``message``."""
    if not message:
        return "The video provider refused this request and gave no reason."
    return _known(message) or f"The video provider refused this request: “{readable(message)}”."


def _known(message: str) -> str | None:
    said = message.casefold()
    return next((sentence for part, sentence in _KNOWN.items() if part in said), None)

"""The body that creates a task at AI/ML API (seeds 000 and 001, facts/providers.md 2)."""

from operator import attrgetter
from typing import Any

from providers.kling_body import motion, words
from providers.provider import Submission
from providers.request import PictureKind

_WITH_SOUND = "klingai/video-v"
"""How the names of all models begin that have ``generate_audio`` (2.6 and 3.0)."""


def create_body(submission: Submission, *, universal: bool) -> dict[str, Any]:
    """Only what was asked for is in it; quality is part of the model's name.

    Pictures go as data URLs: both paths take Base64, the universal one types the fields as URIs, and clients that work
    send them so. Encodes the pictures, so it belongs in a thread.
    """
    request = submission.request
    body: dict[str, Any] = {
        "model": submission.provider_model,
        "image_url": submission.pictures[PictureKind.IMAGE].data_url,
        "duration": request.duration,
    }
    if not universal:
        # The task cannot be asked for by this id, but whoever looks into the account finds the job by it.
        body |= {"type": "image-to-video", "external_task_id": submission.job_id}
    if submission.provider_model.startswith(_WITH_SOUND):
        # Sound is AI/ML API's default, and costs more.
        body["generate_audio"] = request.sound
    return body | words(request) | motion(submission, attrgetter("data_url"), end_image="tail_image_url")

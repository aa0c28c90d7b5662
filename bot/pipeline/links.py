"""Links to videos that no size makes fit, as long as the bot keeps them."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta

from storage.records import Job


@dataclass(frozen=True)
class Links:
    """``public_url`` is where a proxy serves the bot; ``keep`` is how long a video can be had there."""

    public_url: str
    keep: timedelta

    def address(self, job: Job) -> str:
        return f"{self.public_url.rstrip('/')}/videos/{token_of(job)}/{file_name(job)}"


def file_name(job: Job) -> str:
    """What the job's video is called in Discord and in links; by it a result is found again."""
    return f"stillmotion-{job.id}.mp4"


def token_of(job: Job) -> str:
    """The secret part of the link to the job's video.

    Many may read it, so it does not tell the token that it is made from, which the provider alone knows.
    """
    return hmac.new(job.callback_token.encode(), f"video of {job.id}".encode(), hashlib.sha256).hexdigest()

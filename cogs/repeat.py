"""An order once more: the options and pictures of an earlier job."""

from collections.abc import Callable
from typing import Any, Final

import discord

from bot.pipeline.intake import Order, Reader, Refusal, Upload
from cogs.attachments import reader
from cogs.errors import NotChanged
from cogs.places import order_from
from languages.sentence import Sentence
from providers.request import VideoRequest
from storage.records import Job, account_of
from storage.states import REPEATABLE
from storage.store import Store

_KEPT: Final = "kept:"
_GONE: Final = Sentence("jobs-pictures-gone")


def check_ended(job: Job) -> None:
    """Only then can it be ordered again; raises ``NotChanged``."""
    if job.state not in REPEATABLE:
        raise NotChanged(Sentence("jobs-not-ended"))


def repeat(interaction: discord.Interaction[Any], job: Job, store: Store) -> Order:
    """The same video, ordered by whoever asks, here and now."""
    request = VideoRequest.model_validate({**job.request, "model": job.model})
    of_pictures = {"end_image", "static_mask"}
    return order_from(
        interaction,
        options=request.model_dump(mode="json", exclude=of_pictures),
        uploads={kind: _kept(store, f"{_KEPT}{job.id}/{kind}") for kind in request.picture_kinds},
        provider=account_of(job.provider) if job.pinned else None,
    )


def readers(client: discord.Client, store: Store) -> Callable[[str], Reader]:
    """What gets the bytes of an order's pictures: from Discord, or from the job that it repeats."""
    return lambda url: _kept(store, url).read if url.startswith(_KEPT) else reader(client, url)


def _kept(store: Store, url: str) -> Upload:
    job_id, _, kind = url.removeprefix(_KEPT).partition("/")

    async def read() -> bytes:
        found = await store.pictures(job_id, [kind])
        if not found:
            raise Refusal([_GONE])
        return found[0].content

    return Upload(filename="", size=0, url=url, read=read)

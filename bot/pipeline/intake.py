"""From what a member asks to a job that is kept: check everything, then reserve and persist in one transaction."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.media import masks
from bot.media.pictures import MAX_BYTES, PictureError, inspect
from bot.pipeline.routes import Routes
from bot.pipeline.supervise import Bell
from providers.catalog import Offer, Openings
from providers.request import MOTION_KINDS, PictureKind, Point, RequestError, VideoRequest
from storage.errors import StorageUnavailable
from storage.records import Acceptance, Duty, NewJob, Picture
from storage.store import Store

log = structlog.get_logger()


@dataclass(frozen=True)
class Upload:
    """A file that a member attached. ``read`` gets its bytes; ``size`` is what Discord says it has."""

    filename: str
    size: int
    read: Callable[[], Awaitable[bytes]]


@dataclass(frozen=True)
class Order:
    """One member's wish, as the command got it.

    ``options`` are those of ``VideoRequest``; ``provider`` is the one that the member named; ``motion`` is what they
    wrote for the motion brush (see ``bot.media.masks``).
    """

    interaction_id: int
    server_id: int
    channel_id: int
    member_id: int
    in_thread: bool
    options: Mapping[str, object]
    uploads: Mapping[PictureKind, Upload]
    provider: str | None = None
    motion: str | None = None


class Refusal(Exception):
    """The order cannot be taken; nothing was charged. ``sentences`` are for the member."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


class Unsure(Exception):
    """The database went away while it accepted the job; nobody can say whether it did."""


@dataclass(frozen=True)
class Receipt:
    """An order that was taken."""

    acceptance: Acceptance
    offer: Offer
    expected_at: datetime


class Intake:
    """Takes orders. ``max_running`` says how many tasks each client may run at once."""

    def __init__(
        self,
        *,
        routes: Routes,
        max_running: Mapping[str, int],
        store: Store,
        bell: Bell,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        new_token: Callable[[], str],
    ) -> None:
        self._routes = routes
        self._max_running = max_running
        self._store = store
        self._bell = bell
        self._now = clock
        self._new_id = new_id
        self._new_token = new_token

    async def take(self, order: Order) -> Receipt:
        """Keep the order as a job with its pictures and its reservation.

        Raises ``Refusal`` where options or pictures will not do, and what ``Store.accept`` raises.
        """
        request, offer = await self._offer(order)
        pictures = {kind: await _picture(kind, upload) for kind, upload in order.uploads.items()}
        request = await _brush(request, order.motion, pictures)
        new = NewJob(
            id=self._new_id(),
            interaction_id=order.interaction_id,
            server_id=order.server_id,
            channel_id=order.channel_id,
            member_id=order.member_id,
            in_thread=order.in_thread,
            request=request.model_dump(mode="json"),
            model=offer.model.id,
            provider=offer.route.client,
            provider_model=offer.route.model,
            pinned=order.provider is not None,
            credits=offer.credits,
            expected_seconds=round(offer.expected.total_seconds()),
            callback_token=self._new_token(),
            pictures=tuple(pictures.values()),
        )
        acceptance = await self._accept(new)
        self._bell.ring(Duty.CARD, Duty.SUBMIT)
        log.info("job accepted", job=new.id, provider=new.provider, credits=new.credits, place=acceptance.place)
        return Receipt(acceptance, offer, self._expected_at(offer, acceptance.place))

    async def _accept(self, new: NewJob) -> Acceptance:
        """Accept the job; where only the answer to the commit was lost, find out that it was accepted."""
        try:
            return await self._store.accept(new)
        except StorageUnavailable:
            try:
                acceptance = await self._store.acceptance(new.id)
            except StorageUnavailable as error:
                raise Unsure(new.id) from error
            if acceptance is None:
                raise
            return acceptance

    async def _offer(self, order: Order) -> tuple[VideoRequest, Offer]:
        usual = self._routes.catalog.usual(order.options, Openings(self._routes.clients, provider=order.provider))
        given: dict[str, object] = {
            "end_image": PictureKind.END_IMAGE in order.uploads,
            "static_mask": PictureKind.STATIC_MASK in order.uploads,
        }
        try:
            if order.motion is not None:
                given["motion"] = [[{"x": x, "y": y} for x, y in area.path] for area in masks.parse(order.motion)]
            request = VideoRequest.build(**{**usual, **order.options, **given})
            return request, await self._routes.choose(request, order.provider)
        except masks.MaskError as error:
            raise Refusal([str(error)]) from error
        except RequestError as error:
            raise Refusal(error.problems) from error

    def _expected_at(self, offer: Offer, place: int) -> datetime:
        rounds = -(-place // self._max_running[offer.route.client])
        return self._now() + offer.expected * rounds


async def _brush(request: VideoRequest, motion: str | None, pictures: dict[PictureKind, Picture]) -> VideoRequest:
    """Add the brush's masks to the pictures; the request with its paths as the providers count pixels."""
    picture = pictures[PictureKind.IMAGE]
    try:
        if (mask := pictures.get(PictureKind.STATIC_MASK)) is not None:
            fitted = await masks.fit(mask.content, picture.width, picture.height)
            pictures[PictureKind.STATIC_MASK] = _mask(PictureKind.STATIC_MASK, fitted, picture)
        areas = await masks.draw(motion, picture.width, picture.height) if motion is not None else []
    except masks.MaskError as error:
        raise Refusal([str(error)]) from error
    for kind, area in zip(MOTION_KINDS, areas, strict=False):
        pictures[kind] = _mask(kind, area.mask, picture)
    return request.model_copy(update={"motion": tuple(tuple(Point(x=x, y=y) for x, y in area.path) for area in areas)})


def _mask(kind: PictureKind, content: bytes, picture: Picture) -> Picture:
    return Picture(kind, content, "image/png", picture.width, picture.height)


async def _picture(kind: PictureKind, upload: Upload) -> Picture:
    if upload.size > MAX_BYTES:
        raise Refusal([f"The picture is too heavy: {upload.size / 1e6:.1f} MB; at most {MAX_BYTES / 1e6:.0f} MB."])
    content = await upload.read()
    try:
        picture = await inspect(content, filename=upload.filename, check_ratio=kind is PictureKind.IMAGE)
    except PictureError as error:
        raise Refusal([str(error)]) from error
    return Picture(kind, picture.content, picture.media_type, picture.width, picture.height)

"""From what a member asks to a job that is kept: check everything, then reserve and persist in one transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

import structlog
from pydantic import TypeAdapter

from bot.media import fitting, masks
from bot.media.fitting import Fit
from bot.media.pictures import PictureError
from bot.pipeline import attached
from bot.pipeline.attached import Misfit
from bot.pipeline.recent import LOOKED_AT, Recent, recent
from bot.pipeline.routes import Menu, Routes
from bot.pipeline.spots import Spot
from bot.pipeline.supervise import Bell
from bot.pipeline.words import ADULT_WORDS, has_word
from languages.sentence import Sentence
from providers.catalog import Offer, Openings
from providers.request import PictureKind, RequestError, VideoRequest
from storage.errors import NotPermitted, Rule, StorageUnavailable
from storage.quota_records import NOWHERE, Adult, Draft, Origin, Place, Server, Usage
from storage.quotas import Quotas
from storage.records import Acceptance, Duty, NewJob, Picture, pace_key
from storage.store import Store

log = structlog.get_logger()

DRAFT_LIFE: Final = timedelta(minutes=10)

MOST_BYTES: Final = fitting.MOST_BYTES
"""Of a file that is read at all."""

RECENT_SECONDS: Final = 1.0
"""Discord waits 3 seconds for suggestions and forms."""

Reader = Callable[[], Awaitable[bytes]]

_CHANNEL: Final = Spot()


@dataclass(frozen=True)
class Upload:
    """A file that a member attached. ``read`` gets its bytes from ``url``; ``size`` is what Discord says it has.

    ``fit`` is how the member wants it fitted; without, it is used as it is or not at all.
    """

    filename: str
    size: int
    url: str
    read: Reader = field(repr=False, compare=False)
    fit: Fit | None = None


@dataclass(frozen=True)
class Order:
    """One member's wish, as the command got it.

    ``options`` are those of ``VideoRequest``; ``provider`` is what the member named; ``motion`` is what they wrote for
    the motion brush (see ``bot.media.masks``); ``spot`` is what the channel allows.
    """

    interaction_id: int
    server_id: int
    channel_id: int
    member_id: int
    options: Mapping[str, object]
    uploads: Mapping[PictureKind, Upload]
    provider: str | None = None
    motion: str | None = None
    origin: Origin = NOWHERE
    spot: Spot = _CHANNEL


_ORDERS: Final = TypeAdapter(Order)


def order_of(draft: Draft, reader: Callable[[str], Reader]) -> Order:
    """The order that a draft holds; ``reader`` makes what gets the bytes from an address."""
    uploads = {kind: {**upload, "read": reader(upload["url"])} for kind, upload in draft.order["uploads"].items()}
    return _ORDERS.validate_python({**draft.order, "uploads": uploads})


def with_fit(order: Order, kind: str, how: str) -> Order:
    """The order with the picture of this kind fitted in this way."""
    chosen = PictureKind(kind)
    return replace(order, uploads={**order.uploads, chosen: replace(order.uploads[chosen], fit=Fit(how))})


class Refusal(Exception):
    """The order cannot be taken; nothing was charged. ``sentences`` are for the member."""

    def __init__(self, sentences: list[Sentence]) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


class Unsure(Exception):
    """The database went away while it accepted the job; nobody can say whether it did."""


class Expensive(Exception):
    """The price is a large share of what the member has, or more than they confirmed; nothing was charged.

    The order is kept as ``draft`` until its member confirms it; ``usage`` are their credits now.
    """

    def __init__(self, draft: Draft, usage: Usage) -> None:
        super().__init__(f"{draft.credits} credits are to be confirmed")
        self.draft = draft
        self.usage = usage


class Unfit(Exception):
    """A picture will not do as it is, but would if it were fitted; nothing was charged.

    The order is kept as ``draft`` until its member has chosen how. ``previews`` are light JPEGs of what the ways lead
    to; with a single one there is nothing to choose.
    """

    def __init__(self, draft: Draft, kind: PictureKind, problem: Sentence, previews: Mapping[Fit, bytes]) -> None:
        super().__init__(f"{kind} is to be fitted: {problem.id}")
        self.draft = draft
        self.kind = kind
        self.problem = problem
        self.previews = previews


@dataclass(frozen=True)
class Receipt:
    """An order that was taken; ``where`` says where its card and video go."""

    acceptance: Acceptance
    offer: Offer
    expected_at: datetime
    where: Sentence


class Intake:
    """Takes orders. ``max_running`` says how many tasks each client may run at once."""

    def __init__(
        self,
        *,
        routes: Routes,
        max_running: Mapping[str, int],
        store: Store,
        quotas: Quotas,
        bell: Bell,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        new_token: Callable[[], str],
    ) -> None:
        self._routes = routes
        self._max_running = max_running
        self._store = store
        self._quotas = quotas
        self._bell = bell
        self._now = clock
        self._new_id = new_id
        self._new_token = new_token

    async def take(self, order: Order, confirmed: int | None = None, *, draft_id: str | None = None) -> Receipt:
        """Keep the order as a job with its pictures and its reservation.

        ``confirmed`` is the price (credits) that the member has agreed to, for the draft of that id. Raises ``Refusal``
        where options, words or pictures will not do, ``Unfit`` where fitting a picture would help, ``Expensive`` where
        the member is to agree first, and what ``Store.accept`` raises.
        """
        server = await self._quotas.server(order.server_id)
        request, offer = await self._offer(order, server)
        await asyncio.to_thread(_check_words, order, server)  # a long prompt takes longer than others should wait
        try:
            pictures = {kind: await _picture(kind, upload) for kind, upload in order.uploads.items()}
        except Misfit as misfit:
            await self._store.check(self._job(order, server, request, offer, {}), order.origin)
            raise await self._unfit(order, request, offer, misfit) from misfit
        try:
            request = await attached.brush(request, order.motion, pictures)
        except masks.MaskError as error:
            raise Refusal([error.sentence]) from error
        new = self._job(order, server, request, offer, pictures)
        if confirmed is None or offer.credits > confirmed:
            await self._ask(order, new, server, again=confirmed is not None)
        acceptance = await self._accept(new, order.origin, draft_id)
        self._bell.ring(Duty.CARD, Duty.SUBMIT)
        log.info("job accepted", job=new.id, provider=new.provider, credits=new.credits, place=acceptance.place)
        expected_at = self._expected_at(offer, acceptance.place)
        return Receipt(acceptance, offer, expected_at, order.spot.told(server.place))

    def _job(
        self,
        order: Order,
        server: Server,
        request: VideoRequest,
        offer: Offer,
        pictures: Mapping[PictureKind, Picture],
    ) -> NewJob:
        posted = order.spot.place(server.place)
        return NewJob(
            id=self._new_id(),
            interaction_id=order.interaction_id,
            server_id=order.server_id,
            channel_id=order.channel_id,
            member_id=order.member_id,
            in_thread=posted is not Place.CHANNEL,
            seeks_thread=posted is Place.MEMBER,
            parent_id=order.spot.parent_id,
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

    async def menu(self, server_id: int) -> Menu:
        """What to suggest on a server: what it allows, or everything where the database does not tell."""
        try:
            return self._routes.menu(await self._quotas.server(server_id))
        except StorageUnavailable as error:
            log.warning("cannot read what the server allows", server=server_id, reason=str(error))
            return self._routes.everything

    async def recent(self, server_id: int, member_id: int) -> Recent:
        """What the member has ordered lately; nothing where the database does not tell in time."""
        try:
            async with asyncio.timeout(RECENT_SECONDS):
                return recent(await self._store.jobs_of(server_id, member_id, limit=LOOKED_AT))
        except (StorageUnavailable, TimeoutError) as error:
            log.warning("cannot read what was ordered lately", server=server_id, reason=str(error))
            return Recent()

    async def _ask(self, order: Order, new: NewJob, server: Server, *, again: bool) -> None:
        """Let the member agree to a high price, or to a higher one than before; not where it would be refused."""
        usage = await self._store.check(new, order.origin)
        if not again and not _is_costly(usage, new.credits, server.confirm_percent):
            return
        raise Expensive(await self._keep(order, new.credits), usage)

    async def _unfit(self, order: Order, request: VideoRequest, offer: Offer, misfit: Misfit) -> Unfit | Refusal:
        if request.brush:  # whose masks and paths lie on the picture as it is
            return Refusal([misfit.problem, Sentence("start-fit-not-with-brush")])
        filename, check_ratio = order.uploads[misfit.kind].filename, misfit.kind is PictureKind.IMAGE
        try:
            previews = await fitting.previews(misfit.content, filename=filename, check_ratio=check_ratio)
        except PictureError as error:
            return Refusal([error.sentence])
        return Unfit(await self._keep(order, offer.credits), misfit.kind, misfit.problem, previews)

    async def _keep(self, order: Order, credits: int) -> Draft:
        """Keep the order for its member's word."""
        draft = Draft(
            id=self._new_id(),
            server_id=order.server_id,
            member_id=order.member_id,
            credits=credits,
            order=_ORDERS.dump_python(order, mode="json", exclude={"uploads": {"__all__": {"read"}}}),
            expires_at=self._now() + DRAFT_LIFE,
        )
        await self._store.keep_draft(draft)
        return draft

    async def _accept(self, new: NewJob, origin: Origin, draft_id: str | None) -> Acceptance:
        """Accept the job; where only the answer to the commit was lost, find out that it was accepted."""
        try:
            return await self._store.accept(new, origin, draft_id=draft_id)
        except NotPermitted as error:
            raise NotPermitted(error.rule, map(self._named, error.allowed)) from error
        except StorageUnavailable:
            try:
                acceptance = await self._store.acceptance(new.id, origin)
            except StorageUnavailable as error:
                raise Unsure(new.id) from error
            if acceptance is None:
                raise
            return acceptance

    def _named(self, one: int | str) -> int | str:
        """A model's name instead of its id."""
        return next((model.name for model in self._routes.everything.catalog.models if model.id == one), one)

    async def _offer(self, order: Order, server: Server) -> tuple[VideoRequest, Offer]:
        menu = self._routes.menu(server)
        options = self._options(order, server, menu)
        # A pause changes who makes the video, never what is made.
        usual = menu.catalog.usual(options, Openings(menu.clients, provider=order.provider))
        given: dict[str, object] = {
            "end_image": PictureKind.END_IMAGE in order.uploads,
            "static_mask": PictureKind.STATIC_MASK in order.uploads,
        }
        try:
            if order.motion is not None:
                given["motion"] = [[{"x": x, "y": y} for x, y in area.path] for area in masks.parse(order.motion)]
            request = VideoRequest.build(**{**usual, **options, **given})
            return request, await self._learned(request, await self._routes.choose(request, menu, order.provider))
        except masks.MaskError as error:
            raise Refusal([error.sentence]) from error
        except RequestError as error:
            raise Refusal(error.problems) from error

    async def _learned(self, request: VideoRequest, offer: Offer) -> Offer:
        """The offer with the time that such videos really take, once the bot knows."""
        paces = await self._store.paces(offer.route.client)
        pace = paces.get(pace_key(offer.route.model, request.model_dump(mode="json")))
        return offer if pace is None else offer.model_copy(update={"expected": timedelta(seconds=pace.usual)})

    def _options(self, order: Order, server: Server, menu: Menu) -> Mapping[str, object]:
        """The order's options, with the usual model where they name none."""
        if order.provider is not None and server.providers and order.provider not in server.providers:
            raise NotPermitted(Rule.PROVIDER, server.providers)
        default = menu.catalog.default_model(menu.clients)
        if default is None:
            raise Refusal([Sentence("intake-no-model")])
        if (name := order.options.get("model")) is None:
            return {**order.options, "model": default.id}
        if self._routes.everything.names(name) and not menu.names(name):
            raise NotPermitted(Rule.MODEL, [model.name for model in menu.catalog.offered(menu.clients)])
        return order.options

    def _expected_at(self, offer: Offer, place: int) -> datetime:
        rounds = -(-place // self._max_running[offer.route.client])
        return self._now() + offer.expected * rounds


def _check_words(order: Order, server: Server) -> None:
    """What the member wants to see; what they want to be left out may have any name. Nothing is quoted."""
    prompt = str(order.options.get("prompt") or "")
    if has_word(prompt, server.words):
        raise _not_these_words(order, prompt, Sentence("intake-word"))
    somewhere = server.adult is Adult.AGE_RESTRICTED
    if somewhere and order.origin.age_restricted:
        return
    if has_word(prompt, ADULT_WORDS | server.adult_words):
        raise _not_these_words(order, prompt, Sentence("intake-adult-elsewhere" if somewhere else "intake-adult"))


def _not_these_words(order: Order, prompt: str, why: Sentence) -> Refusal:
    """Refused words are in no log."""
    log.info("words refused", server=order.server_id, rule=why.id, length=len(prompt))
    return Refusal([why])


def _is_costly(usage: Usage, price: int, percent: int | None) -> bool:
    """Whether the price is this share of all that the member has in a window; nothing is where that is unlimited."""
    limit = usage.allowance.limit
    return percent is not None and isinstance(limit, int) and price * 100 >= percent * (limit + usage.granted)


async def _picture(kind: PictureKind, upload: Upload) -> Picture:
    if upload.size > MOST_BYTES:
        megabytes = round(upload.size / 1e6, 1)
        raise Refusal([Sentence("intake-picture-too-heavy", size=megabytes, most=MOST_BYTES // 1_000_000)])
    try:
        return await attached.checked(kind, await upload.read(), filename=upload.filename, how=upload.fit)
    except PictureError as error:
        raise Refusal([error.sentence]) from error

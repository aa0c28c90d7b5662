"""The catalogue's records: what a model can do, who makes it, and what that costs."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from providers.request import VOICE_REFERENCE, Camera, Mode, VideoRequest

REFERENCE_SECONDS = 5
"""``expected_seconds`` holds for a video of this length."""


class Capability(StrEnum):
    """An option that not every model has."""

    END_IMAGE = "end_image"
    CAMERA = "camera"
    BRUSH = "brush"
    SOUND = "sound"
    VOICES = "voices"
    CFG_SCALE = "cfg_scale"
    ASPECT_RATIO = "aspect_ratio"
    WATERMARK = "watermark"

    def used_by(self, request: VideoRequest) -> bool:
        value = getattr(request, self.value)
        return value is not None and value is not False and value != ()


Seconds = Annotated[int, Field(ge=3, le=15)]
Amount = Annotated[Decimal, Field(gt=0, max_digits=12)]


class Record(BaseModel):
    """Misspelt keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Selector(Record):
    """Where an option is possible; what is left out does not matter."""

    modes: tuple[Mode, ...] = ()
    durations: tuple[Seconds, ...] = ()
    moves: tuple[Camera, ...] = ()
    silent: bool = False

    def allows(self, request: VideoRequest) -> bool:
        return (
            (not self.modes or request.mode in self.modes)
            and (not self.durations or request.duration in self.durations)
            and (not self.moves or request.camera is None or request.camera in self.moves)
            and not (self.silent and request.sound)
        )

    def meets(self, price: "Price") -> bool:
        """Whether something that costs this price can be what the selector allows."""
        return (
            (not self.modes or price.mode in self.modes)
            and (not self.durations or price.duration is None or price.duration in self.durations)
            and not (self.silent and price.sound)
        )


class Price(Record):
    """List price of a video in US cents, per video or per asked second."""

    mode: Mode
    duration: Seconds | None = None
    sound: bool = False
    voices: bool = False
    credits: Amount | None = None
    credits_per_second: Amount | None = None

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        if (self.credits is None) == (self.credits_per_second is None):
            raise ValueError("give either credits or credits_per_second")
        return self

    @property
    def key(self) -> tuple[Mode, int | None, bool, bool]:
        return self.mode, self.duration, self.sound, self.voices

    def fits(self, request: VideoRequest) -> bool:
        # Voices are charged where the prompt names one (seed 002).
        voices = bool(request.voices and VOICE_REFERENCE.search(request.prompt))
        return self.covers(request.mode, request.duration) and self.sound == request.sound and self.voices == voices

    def covers(self, mode: Mode, seconds: int) -> bool:
        return self.mode == mode and self.duration in (None, seconds)

    def sells(self, capability: Capability) -> bool:
        return {Capability.SOUND: self.sound, Capability.VOICES: self.voices}.get(capability, True)

    def total(self, seconds: int) -> int:
        """Whole credits, rounded up."""
        amount = self.credits if self.credits is not None else (self.credits_per_second or Decimal(0)) * seconds
        return int(amount.to_integral_value(ROUND_CEILING))


class Route(Record):
    """One way to make a model.

    ``model`` is the provider's name for it. ``can`` replaces what the model can, option by option; an empty list
    takes the option away. A mode or duration without a price is not made on this route. ``retired`` is the day on
    which the provider switched the model off. ``api`` tells apart the APIs of a provider that has several.
    ``prompt_limit`` is the most characters of prompt and negative prompt where they travel as one text.
    """

    provider: str = Field(pattern=r"^[a-z0-9]+$")
    api: str = Field(default="", pattern=r"^[a-z0-9]*$")
    model: str = Field(min_length=1)
    prices: tuple[Price, ...] = Field(min_length=1)
    can: Mapping[Capability, tuple[Selector, ...]] = {}
    prompt_required: bool = False
    prompt_limit: Annotated[int, Field(gt=0)] | None = None
    retired: date | None = None

    @property
    def client(self) -> str:
        """The name of the client that speaks this route's API."""
        return f"{self.provider}-{self.api}" if self.api else self.provider

    def price(self, request: VideoRequest) -> int | None:
        """Credits for this request; a price for its very duration goes before one for all."""
        fitting = sorted((price for price in self.prices if price.fits(request)), key=lambda price: not price.duration)
        return fitting[0].total(request.duration) if fitting else None

    def lowest(self, mode: Mode, seconds: int) -> int | None:
        """Credits for the cheapest such video, be it silent or not."""
        covering = sorted(
            (price for price in self.prices if price.covers(mode, seconds)), key=lambda one: not one.duration
        )
        by_kind: dict[tuple[bool, bool], Price] = {}
        for price in covering:
            by_kind.setdefault((price.sound, price.voices), price)
        return min((price.total(seconds) for price in by_kind.values()), default=None)


class Model(Record):
    """A model, whoever makes it. ``can`` holds the options it has; one that is not in it, it has not."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=100)
    name: str = Field(min_length=1, max_length=100)
    default: bool = False
    durations: tuple[Seconds, ...] = Field(min_length=1)
    modes: tuple[Mode, ...] = Field(min_length=1)
    can: Mapping[Capability, tuple[Selector, ...]] = {}
    prompt_required: bool = False
    expected_seconds: Mapping[Mode, Annotated[float, Field(gt=0, allow_inf_nan=False)]]
    routes: tuple[Route, ...] = Field(min_length=1)

    @property
    def retired(self) -> date | None:
        """The day the last route was switched off; ``None`` while there is one."""
        return self.retired_of({route.client for route in self.routes})

    def retired_of(self, clients: Collection[str]) -> date | None:
        """The day the last route of these clients was switched off; ``None`` where one is left or none ever was."""
        days = [route.retired for route in self.routes if route.client in clients]
        return max((day for day in days if day), default=None) if all(days) else None

    def routes_of(self, clients: Collection[str]) -> list[Route]:
        """The living routes of these clients."""
        return [route for route in self.routes if route.client in clients and route.retired is None]

    def where(self, capability: Capability, route: Route) -> Sequence[Selector]:
        """Where an option is possible on a route; empty where it is not."""
        return route.can.get(capability, self.can.get(capability, ()))

    def usable(self, capability: Capability, routes: Iterable[Route]) -> list[Selector]:
        """Where an option is possible in what these routes sell."""
        return [
            selector
            for route in routes
            for selector in self.where(capability, route)
            if any(price.sells(capability) and selector.meets(price) for price in route.prices)
        ]

    def sold(self, routes: Iterable[Route]) -> dict[Mode, list[int]]:
        """The seconds that can be had in each mode, in the model's order."""
        prices = [price for route in routes for price in route.prices]
        return {
            mode: [seconds for seconds in self.durations if any(price.covers(mode, seconds) for price in prices)]
            for mode in self.modes
            if any(price.mode == mode for price in prices)
        }

    def lowest(self, mode: Mode, seconds: int, routes: Iterable[Route]) -> int:
        """Credits for what ``sold`` names, on its cheapest route."""
        return min(price for route in routes if (price := route.lowest(mode, seconds)) is not None)

    def expected(self, request: VideoRequest) -> timedelta:
        """How long such a video usually takes."""
        return timedelta(seconds=self.expected_seconds[request.mode] * request.duration / REFERENCE_SECONDS)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        mistakes = [*self._expectation_mistakes(), *self._selector_mistakes(), *self._price_mistakes()]
        if mistakes:
            raise MistakesError(mistakes)
        return self

    def _expectation_mistakes(self) -> list[str]:
        missing = [mode for mode in self.modes if mode not in self.expected_seconds]
        return [f"expected_seconds: no number for mode {mode}" for mode in missing]

    def _selector_mistakes(self) -> list[str]:
        places = [("can", self.can), *((f"routes[{n}].can", route.can) for n, route in enumerate(self.routes))]
        return [
            f"{place}.{capability}: {wrong} is not one of the model's"
            for place, can in places
            for capability, selectors in can.items()
            for selector in selectors
            for wrong in self._foreign(selector.modes, selector.durations)
        ]

    def _price_mistakes(self) -> list[str]:
        mistakes = []
        for number, route in enumerate(self.routes):
            keys = [price.key for price in route.prices]
            mistakes += [
                f"routes[{number}].prices: {wrong} is not one of the model's"
                for price in route.prices
                for wrong in self._foreign((price.mode,), (price.duration,) if price.duration else ())
            ]
            if len(set(keys)) < len(keys):
                mistakes.append(f"routes[{number}].prices: two prices for the same")
        return mistakes

    def _foreign(self, modes: Collection[Mode], durations: Collection[int]) -> list[str]:
        return [
            *(f"mode {mode}" for mode in modes if mode not in self.modes),
            *(f"duration {duration}" for duration in durations if duration not in self.durations),
        ]


class MistakesError(ValueError):
    """Several mistakes in one record."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


class Offer(Record):
    """A request that can be made: where, for how many credits, and how long it will take."""

    model: Model
    route: Route
    credits: int
    expected: timedelta

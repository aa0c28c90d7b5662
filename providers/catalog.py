"""The catalogue: which models there are, what each can do, and on which route it is cheapest."""

import difflib
import json
import tomllib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Self

from pydantic import Field, ValidationError

from languages.sentence import Sentence, listed
from providers.catalog_fit import fits, problems
from providers.catalog_models import (
    REFERENCE_SECONDS,
    Capability,
    MistakesError,
    Model,
    Offer,
    Record,
    Route,
    Selector,
)
from providers.loose import mapping, readable, sequence, text
from providers.request import Mode, RequestError, VideoRequest

__all__ = [
    "PROVIDERS",
    "SHIPPED",
    "Capability",
    "Catalog",
    "CatalogError",
    "Model",
    "Offer",
    "Openings",
    "Selector",
    "load",
]

PROVIDERS: Final[Mapping[str, str]] = {
    "kling": "Kling",
    "aimlapi": "AI/ML API",
    "ezmodel": "EZModel",
    "ai302": "302.AI",
}
"""What members call each provider."""

SHIPPED = Path(__file__).with_name("catalog.toml")
MOST_SUGGESTIONS = 25
"""Discord shows no more."""


class CatalogError(ValueError):
    """The catalogue's file cannot be used; ``mistakes`` are all that was found in it."""

    def __init__(self, path: Path, mistakes: list[str]) -> None:
        super().__init__("\n  ".join([f"The catalogue {path} has mistakes:", *mistakes]))
        self.mistakes = mistakes


@dataclass(frozen=True)
class Openings:
    """Which routes may be taken: those of ``clients``, less the ``paused`` ones.

    A pause is a client and its name for a model, or a client and "" for all of its models. ``provider`` narrows the
    choice to one that the member named.
    """

    clients: Collection[str]
    paused: Collection[tuple[str, str]] = ()
    provider: str | None = None

    def has(self, route: Route) -> bool:
        """Whether the route may be taken now."""
        pauses = {(route.client, ""), (route.client, route.model)}
        return self.provider in (None, route.provider) and pauses.isdisjoint(self.paused)

    def routes(self, model: Model) -> list[Route]:
        """Those of the model that may be taken now."""
        return [route for route in model.routes_of(self.clients) if self.has(route)]


class Catalog(Record):
    """The models in the order of their file. ``clients`` are always the names of those that are on."""

    models: tuple[Model, ...] = Field(min_length=1)
    extends: bool = False
    offer_retired: bool = False

    def offered(self, clients: Collection[str]) -> list[Model]:
        return [model for model in self.models if model.routes_of(clients)]

    def default_model(self, clients: Collection[str]) -> Model | None:
        """The file's default; the cheapest where that is not offered; ``None`` where nothing is."""
        offered = self.offered(clients)
        marked = next((model for model in offered if model.default), None)
        return marked or min(offered, key=lambda model: _lowest(model, clients), default=None)

    def usual(self, options: Mapping[str, object], openings: Openings) -> dict[str, object]:
        """Mode and duration for what ``options`` leave open: the first that are sold, or those of the model.

        Empty for an unknown model.
        """
        model = self._find(str(options.get("model")))
        if model is None:
            return {}
        sold = model.sold(openings.routes(model)) or {one: list(model.durations) for one in model.modes}
        mode = next((one for one in sold if options.get("mode") == one), None) or _first(sold, options.get("duration"))
        duration = REFERENCE_SECONDS if REFERENCE_SECONDS in sold[mode] else sold[mode][0]
        return {"mode": mode, "duration": duration}

    def choose(self, request: VideoRequest, openings: Openings) -> Offer:
        """The cheapest way to make this video; ``RequestError`` with every reason where there is none."""
        offered = self.offered(openings.clients)
        model = self._named(request.model, openings.clients)
        routes = openings.routes(model)
        if not routes:
            raise RequestError([_closed(model, openings, offered)])
        offers = [
            Offer(model=model, route=route, credits=price, expected=model.expected(request))
            for route in routes
            if fits(request, model, route) and (price := route.price(request)) is not None
        ]
        if not offers:
            anyones = replace(openings, provider=None)
            others = [(one, route) for one in offered for route in anyones.routes(one)]
            raise RequestError(problems(request, model, routes, others))
        return min(offers, key=lambda offer: offer.credits)

    def search(self, typed: str, clients: Collection[str]) -> list[Model]:
        """At most 25 offered models for what a member has typed so far, the best first."""
        typed = typed.strip().casefold()
        ranked = [(rank, model) for model in self.offered(clients) if (rank := _rank(typed, model)) is not None]
        return [model for _, model in sorted(ranked, key=lambda pair: pair[0])][:MOST_SUGGESTIONS]

    def _named(self, name: str, clients: Collection[str]) -> Model:
        """The offered model with this id or display name."""
        offered = self.offered(clients)
        model = self._find(name)
        if model is not None and model in offered:
            return model
        hint = _there_is(offered)
        if model is None:
            hint = _meant(name, offered) or hint
            raise RequestError([Sentence("models-unknown", name=readable(name, 50), hint=hint)])
        if retired := model.retired_of(clients):
            raise RequestError([Sentence("models-retired", model=model.name, date=str(retired), hint=hint)])
        raise RequestError([Sentence("models-not-offered", model=model.name, hint=hint)])

    def _find(self, name: str) -> Model | None:
        return next((model for model in self.models if name.strip().casefold() in _names(model)), None)

    @classmethod
    def parse(cls, path: Path, content: Any) -> Self:
        mistakes = _mistakes_between(content)
        try:
            catalog = cls.model_validate(content)
        except ValidationError as error:
            raise CatalogError(path, [*mistakes, *_mistakes_within(error, content)]) from None
        if mistakes:
            raise CatalogError(path, mistakes)
        return catalog


def load(path: Path | None = None) -> Catalog:
    """Read an operator's file, TOML or JSON by its suffix, or else the one that is shipped.

    With ``extends = true`` at its top an operator's file adds its models to the shipped ones, in place of those with
    the same id. With ``offer_retired = true`` models are offered although their provider has switched them off.
    """
    content = _read(path or SHIPPED)
    if mapping(content).get("extends") is True:
        content = _extended(content)
    if mapping(content).get("offer_retired") is True:
        _revive(content)
    return Catalog.parse(path or SHIPPED, content)


def _read(path: Path) -> Any:
    try:
        read = json.loads if path.suffix.casefold() == ".json" else tomllib.loads
        return read(path.read_text("utf-8"), parse_float=Decimal)
    except (OSError, ValueError, RecursionError) as error:
        raise CatalogError(path, [str(error)]) from error


def _extended(content: dict[str, Any]) -> dict[str, Any]:
    own = sequence(content.get("models"))
    replaced = {mapping(model).get("id") for model in own}
    shipped = [model for model in _read(SHIPPED)["models"] if model["id"] not in replaced]
    if any(mapping(model).get("default") is True for model in own):
        shipped = [model | {"default": False} for model in shipped]
    return content | {"models": [*own, *shipped]}


def _revive(content: dict[str, Any]) -> None:
    for model in sequence(content.get("models")):
        for route in sequence(mapping(model).get("routes")):
            if isinstance(route, dict):
                route.pop("retired", None)


def _closed(model: Model, openings: Openings, offered: Collection[Model]) -> Sentence:
    """Why no route of an offered model may be taken now, and what may."""
    ways = model.routes_of(openings.clients)
    if openings.provider is not None and all(route.provider != openings.provider for route in ways):
        names = listed(dict.fromkeys(PROVIDERS.get(route.provider, route.provider) for route in ways), "and")
        wanted = PROVIDERS.get(openings.provider) or readable(openings.provider, 50)
        return Sentence("models-not-made-by", model=model.name, provider=wanted, providers=names)
    working = [one.name for one in offered if openings.routes(one)]
    hint = Sentence("models-these-work", models=listed(working, "and")) if working else Sentence("models-nothing-works")
    return Sentence("models-paused", model=model.name, hint=hint)


def _there_is(offered: Collection[Model]) -> Sentence:
    names = listed([model.name for model in offered], "and")
    return Sentence("models-there-is", models=names) if offered else Sentence("models-none-on")


def _first(sold: Mapping[Mode, Sequence[int]], duration: object) -> Mode:
    """The first mode, if there is one of those in which this duration is sold."""
    return next((mode for mode, seconds in sold.items() if duration in seconds), next(iter(sold)))


def _names(model: Model) -> tuple[str, str]:
    return model.id.casefold(), model.name.casefold()


def _meant(name: str, offered: Collection[Model]) -> Sentence | None:
    by_name = {word: model.name for model in offered for word in _names(model)}
    close = difflib.get_close_matches(name.strip().casefold(), by_name, n=3)
    return Sentence("models-meant", models=listed(dict.fromkeys(by_name[word] for word in close))) if close else None


def _rank(typed: str, model: Model) -> float | None:
    """Lower is better; ``None`` for a model that is not meant."""
    names = _names(model)
    if not typed:
        return 0 if model.default else 1
    if typed in names:
        return 0
    if any(name.startswith(typed) for name in names):
        return 1
    if any(word in name for word in (typed, typed.replace(" ", "-")) for name in names):
        return 2
    likeness = max(difflib.SequenceMatcher(None, typed, name).ratio() for name in names)
    return 4 - likeness if likeness > 0.6 else None


def _lowest(model: Model, clients: Collection[str]) -> int:
    routes = model.routes_of(clients)
    return min(model.lowest(mode, seconds[0], routes) for mode, seconds in model.sold(routes).items())


def _mistakes_between(content: Any) -> list[str]:
    """Mistakes that show only when the models are seen together; reads the raw file, so that none hides another."""
    models = [mapping(model) for model in sequence(mapping(content).get("models"))]
    names = Counter(name for model in models for name in {text(model.get("id")), text(model.get("name"))} if name)
    mistakes = [f"“{name}” names {count} models" for name, count in names.items() if count > 1]
    defaults = [text(model.get("id")) for model in models if model.get("default") is True]
    if len(defaults) > 1:
        mistakes.append(f"more than one default: {', '.join(defaults)}")
    return mistakes


def _mistakes_within(error: ValidationError, content: Any) -> list[str]:
    found = []
    places = {each["loc"] for each in error.errors()}
    for each in error.errors(include_url=False):
        # Pydantic counts a list without its wrong items, so one that holds nothing else seems too short to it.
        if each["type"] == "too_short" and any(loc[: len(each["loc"])] == each["loc"] != loc for loc in places):
            continue
        where = _place(each["loc"], content)
        cause = each.get("ctx", {}).get("error")
        messages = cause.mistakes if isinstance(cause, MistakesError) else [each["msg"].removeprefix("Value error, ")]
        found += [f"{where}: {message}" for message in messages]
    return found


def _place(loc: tuple[int | str, ...], content: Any) -> str:
    """``kling-v3: routes[0].prices[2].mode`` for where pydantic found a mistake."""
    match loc:
        case ("models", int(index), *rest):
            model = mapping(sequence(mapping(content).get("models"))[index])
            steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in rest)
            return f"{model.get('id', f'model {index + 1}')}{': ' if rest else ''}{steps.removeprefix('.')}"
    return ".".join(str(step) for step in loc) or "file"

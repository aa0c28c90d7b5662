"""The catalogue: which models there are, what each can do, and on which route it is cheapest."""

import difflib
import json
import tomllib
from collections import Counter
from collections.abc import Collection
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from pydantic import Field, ValidationError

from providers.catalog_fit import problems, spoken
from providers.catalog_models import MistakesError, Model, Offer, Record
from providers.loose import mapping, readable, sequence, text
from providers.request import RequestError, VideoRequest

__all__ = ["SHIPPED", "Catalog", "CatalogError", "Model", "Offer", "load"]

SHIPPED = Path(__file__).with_name("catalog.toml")
MOST_SUGGESTIONS = 25
"""Discord shows no more."""


class CatalogError(ValueError):
    """The catalogue's file cannot be used; ``mistakes`` are all that was found in it."""

    def __init__(self, path: Path, mistakes: list[str]) -> None:
        super().__init__("\n  ".join([f"The catalogue {path} has mistakes:", *mistakes]))
        self.mistakes = mistakes


class Catalog(Record):
    """The models in the order of their file. ``providers`` are always the names of those that are on."""

    models: tuple[Model, ...] = Field(min_length=1)

    def offered(self, providers: Collection[str]) -> list[Model]:
        return [model for model in self.models if model.routes_of(providers)]

    def default_model(self, providers: Collection[str]) -> Model | None:
        """The file's default; the cheapest where that is not offered; ``None`` where nothing is."""
        offered = self.offered(providers)
        marked = next((model for model in offered if model.default), None)
        return marked or min(offered, key=lambda model: _lowest(model, providers), default=None)

    def choose(self, request: VideoRequest, providers: Collection[str]) -> Offer:
        """The cheapest way to make this video; ``RequestError`` with every reason where there is none."""
        offered = self.offered(providers)
        model = self._named(request.model, offered)
        found: list[list[str]] = []
        offers: list[Offer] = []
        for route in model.routes_of(providers):
            price = route.price(request)
            wrong = problems(request, model, route, offered)
            if wrong or price is None:
                found.append(wrong)
            else:
                offers.append(Offer(model=model, route=route, credits=price, expected=model.expected(request)))
        if not offers:
            raise RequestError(min(found, key=len))
        return min(offers, key=lambda offer: offer.credits)

    def search(self, typed: str, providers: Collection[str]) -> list[Model]:
        """At most 25 offered models for what a member has typed so far, the best first."""
        typed = typed.strip().casefold()
        ranked = [(rank, model) for model in self.offered(providers) if (rank := _rank(typed, model)) is not None]
        return [model for _, model in sorted(ranked, key=lambda pair: pair[0])][:MOST_SUGGESTIONS]

    def _named(self, name: str, offered: Collection[Model]) -> Model:
        """The offered model with this id or display name."""
        model = next((model for model in self.models if name.strip().casefold() in _names(model)), None)
        if model is not None and model in offered:
            return model
        there_is = f"There is {spoken([model.name for model in offered], 'and')}." if offered else "No model is on."
        if model is None:
            raise RequestError([f"There is no model “{readable(name, 50)}”. {_meant(name, offered) or there_is}"])
        if model.retired:
            raise RequestError([f"{model.name} was switched off by its provider on {model.retired}. {there_is}"])
        raise RequestError([f"{model.name} is not offered here. {there_is}"])

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
    """Read an operator's file, TOML or JSON by its suffix, or else the one that is shipped."""
    path = path or SHIPPED
    try:
        read = json.loads if path.suffix.casefold() == ".json" else tomllib.loads
        content = read(path.read_text("utf-8"), parse_float=Decimal)
    except (OSError, ValueError, RecursionError) as error:
        raise CatalogError(path, [str(error)]) from error
    return Catalog.parse(path, content)


def _names(model: Model) -> tuple[str, str]:
    return model.id.casefold(), model.name.casefold()


def _meant(name: str, offered: Collection[Model]) -> str | None:
    by_name = {word: model.name for model in offered for word in _names(model)}
    close = difflib.get_close_matches(name.strip().casefold(), by_name, n=3)
    return f"Did you mean {spoken(list(dict.fromkeys(by_name[word] for word in close)))}?" if close else None


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


def _lowest(model: Model, providers: Collection[str]) -> int:
    return min(price.total(model.durations[0]) for route in model.routes_of(providers) for price in route.prices)


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

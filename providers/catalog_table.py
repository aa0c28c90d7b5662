"""The catalogue as a table for a terminal."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from languages.sentence import Sentence
from providers.catalog import Catalog
from providers.catalog_fit import LABELS, places, spoken
from providers.catalog_models import Capability, Model, Route
from providers.request import Mode, VideoRequest

_HEADINGS = ("model", "mode", "seconds", "credits", "sound", "voices", "5 s takes", "provider")
_KINDS: Sequence[Mapping[str, Any]] = (
    {},
    {"sound": True},
    {"sound": True, "voices": ("voice",), "prompt": "<<<voice_1>>>"},
)


Say = Callable[[Sentence], str]


def describe(catalog: Catalog, say: Say) -> str:
    """Prices are those of the seconds beside them, in the same order; ``say`` puts options into words."""
    living = [model for model in catalog.models if model.retired is None]
    retired = [model for model in catalog.models if model.retired]
    parts = ["Credits are US cents of list price: for a silent video, one with sound, and one with voices."]
    parts += [_table(living, say), *(_abilities(model, say) for model in living)]
    if retired:
        parts += ["Switched off by their providers:", _table(retired, say)]
    return "\n\n".join(parts) + "\n"


def _table(models: Sequence[Model], say: Say) -> str:
    rows = [
        _HEADINGS,
        *(
            _row(model, mode, seconds, route, say)
            for model in models
            for route in model.routes
            for mode, seconds in model.sold([route]).items()
        ),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _row(model: Model, mode: Mode, seconds: Sequence[int], route: Route, say: Say) -> tuple[str, ...]:
    run = spoken(seconds)
    return (
        model.id,
        mode.value,
        say(run) if isinstance(run, Sentence) else _listed(seconds),
        *(_prices(model, mode, seconds, route, kind) for kind in _KINDS),
        f"{model.expected_seconds[mode]:.0f} s",
        f"{_maker(route)} as {route.model}" + (f", off since {route.retired}" if route.retired else ""),
    )


def _prices(model: Model, mode: Mode, seconds: Sequence[int], route: Route, kind: Mapping[str, Any]) -> str:
    requests = (VideoRequest(model=model.id, duration=one, mode=mode, **kind) for one in seconds)
    totals = [route.price(request) for request in requests]
    there = [total for total in totals if total is not None]
    if not there:
        return "-"
    return _listed(totals) if len(totals) < 4 else f"{min(there)} to {max(there)}"


def _listed(values: Sequence[object]) -> str:
    return ", ".join("-" if value is None else str(value) for value in values)


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _maker(route: Route) -> str:
    return f"{route.provider} ({route.api})" if route.api else route.provider


def _abilities(model: Model, say: Say) -> str:
    """One line for each option that is there now; options of some routes only carry the names of who makes them."""
    routes = [route for route in model.routes if route.retired is None]
    makers = list(dict.fromkeys(map(_maker, routes)))
    lines = [f"{model.name} ({model.id}{', the default' if model.default else ''}) can use"]
    for capability in Capability:
        by_place: dict[str, dict[str, None]] = {}
        for route in routes:
            if selectors := model.usable(capability, [route]):
                place = " or ".join(say(one) for one in places(selectors))
                by_place.setdefault(place, {})[_maker(route)] = None
        for place, able in by_place.items():
            only = "" if list(able) == makers else f"through {_joined(list(able))}"
            lines.append("  " + " ".join(part for part in (say(LABELS[capability]), place, only) if part))
    if len(lines) == 1:
        lines.append("  none of the extra options")
    needing = dict.fromkeys(_maker(route) for route in routes if route.prompt_required)
    if model.prompt_required or needing:
        through = "" if model.prompt_required else f" through {_joined(list(needing))}"
        lines.append(f"It needs a prompt{through}.")
    return "\n".join(lines)

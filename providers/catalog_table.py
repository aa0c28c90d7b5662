"""The catalogue as a table for a terminal."""

from collections.abc import Sequence

from providers.catalog import Catalog
from providers.catalog_fit import LABELS, places, spoken
from providers.catalog_models import Capability, Model, Route
from providers.request import Mode, VideoRequest

_HEADINGS = ("model", "mode", "seconds", "credits", "with sound", "with voices", "5 s takes", "provider")


def describe(catalog: Catalog) -> str:
    """Prices are those of the seconds beside them, in the same order."""
    living = [model for model in catalog.models if model.retired is None]
    retired = [model for model in catalog.models if model.retired]
    parts = ["Credits are US cents of list price.", _table(living)]
    parts += [_abilities(model) for model in living]
    if retired:
        parts += ["Switched off by their providers:", _table(retired)]
    return "\n\n".join(parts) + "\n"


def _table(models: Sequence[Model]) -> str:
    rows = [
        _HEADINGS,
        *(_row(model, mode, route) for model in models for route in model.routes for mode in model.modes),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _row(model: Model, mode: Mode, route: Route) -> tuple[str, ...]:
    return (
        model.id + (" (default)" if model.default else ""),
        mode.value,
        _ends(model.durations),
        *(_prices(model, mode, route, **kind) for kind in ({}, {"sound": True}, {"sound": True, "voices": True})),
        f"{model.expected_seconds[mode]:.0f} s",
        f"{route.provider} as {route.model}" + (f", off since {route.retired}" if route.retired else ""),
    )


def _prices(model: Model, mode: Mode, route: Route, *, sound: bool = False, voices: bool = False) -> str:
    totals = [
        route.price(
            VideoRequest(
                model=model.id,
                duration=seconds,
                mode=mode,
                sound=sound,
                voices=("voice",) if voices else (),
                prompt="<<<voice_1>>>" if voices else "",
            )
        )
        for seconds in model.durations
    ]
    return _ends(["-" if total is None else total for total in totals]) if any(totals) else "-"


def _ends(values: Sequence[object]) -> str:
    return ", ".join(map(str, values)) if len(values) < 4 else f"{values[0]} to {values[-1]}"


def _abilities(model: Model) -> str:
    """One line for each option; options of one route only carry its provider's name."""
    lines = [f"{model.name} ({model.id}) can use"]
    for capability in Capability:
        by_place: dict[str, list[str]] = {}
        for route in model.routes:
            if selectors := model.where(capability, route):
                by_place.setdefault(places(selectors), []).append(route.provider)
        for place, providers in by_place.items():
            only = "" if len(providers) == len(model.routes) else f"through {spoken(providers, 'and')}"
            lines.append("  " + " ".join(part for part in (LABELS[capability], place, only) if part))
    if len(lines) == 1:
        lines.append("  none of the extra options")
    if model.prompt_required:
        lines.append("It needs a prompt.")
    return "\n".join(lines)

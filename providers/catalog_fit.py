"""Whether a request fits a model on a route, and the sentences a member reads where it does not."""

from collections.abc import Iterable, Mapping, Sequence

from providers.catalog_models import Capability, Model, Route, Selector
from providers.request import VideoRequest

LABELS = {
    Capability.END_IMAGE: "an end picture",
    Capability.CAMERA: "a camera move",
    Capability.BRUSH: "the motion brush",
    Capability.SOUND: "sound",
    Capability.VOICES: "voices",
    Capability.CFG_SCALE: "`cfg_scale`",
    Capability.ASPECT_RATIO: "an aspect ratio",
    Capability.WATERMARK: "a watermark",
}
_WITHOUT: Mapping[Capability, Mapping[str, object]] = {
    Capability.END_IMAGE: {"end_image": False},
    Capability.CAMERA: {"camera": None, "camera_value": None},
    Capability.BRUSH: {"static_mask": False, "motion": ()},
    Capability.SOUND: {"sound": False, "voices": ()},
    Capability.VOICES: {"voices": ()},
    Capability.CFG_SCALE: {"cfg_scale": None},
    Capability.ASPECT_RATIO: {"aspect_ratio": None},
    Capability.WATERMARK: {"watermark": False},
}
"""What a request is changed to where it leaves an option out."""


def fits(request: VideoRequest, model: Model, route: Route) -> bool:
    """Whether this route makes this very video."""
    return _sells(request, model, route) and _word_problem(request, model, route) is None


def problems(
    request: VideoRequest, model: Model, routes: Sequence[Route], others: Sequence[tuple[Model, Route]]
) -> list[str]:
    """Why none of these routes of the model fits, each with what would work; ``others`` are the routes to point to."""
    found = [
        *_frame_problems(request, model),
        *_option_problems(request, model, routes, others),
        *_word_problems(request, model, routes),
    ]
    return found or [_not_together(request, model, routes)]


def places(selectors: Iterable[Selector]) -> str:
    """Where an option is possible, in words; empty for everywhere."""
    return " or ".join(dict.fromkeys(_place(selector) for selector in selectors))


def spoken(things: Sequence[object], word: str = "or") -> str:
    """``5, 10 or 15``; a run of four and more numbers as ``3 to 15``."""
    numbers = [thing for thing in things if isinstance(thing, int)]
    if len(numbers) > 3 and numbers == list(range(numbers[0], numbers[0] + len(things))):
        return f"{numbers[0]} to {numbers[-1]}"
    names = [str(thing) for thing in things]
    return f" {word} ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _frame_problems(request: VideoRequest, model: Model) -> list[str]:
    found = []
    if request.duration not in model.durations:
        found.append(f"{model.name} makes videos of {spoken(model.durations)} seconds, not {request.duration}.")
    if request.mode not in model.modes:
        found.append(f"{model.name} has the mode {spoken(model.modes)}, not {request.mode}.")
    return found


def _option_problems(
    request: VideoRequest, model: Model, routes: Sequence[Route], others: Sequence[tuple[Model, Route]]
) -> list[str]:
    found = []
    for capability in _used(request):
        selectors = model.usable(capability, routes)
        if not selectors:
            found.append(_missing(capability, model, routes, others))
        elif not any(selector.allows(request) for selector in selectors):
            found.append(f"{model.name} can use {LABELS[capability]} only {places(selectors)}.")
    return found


def _missing(
    capability: Capability, model: Model, routes: Sequence[Route], others: Sequence[tuple[Model, Route]]
) -> str:
    able = [(one, route) for one, route in others if one.usable(capability, [route])]
    here = {route.provider for route in routes}
    elsewhere = dict.fromkeys(route.provider for one, route in able if one is model and route.provider not in here)
    if elsewhere:
        through = f"through {spoken(sorted(here))}; through {spoken(list(elsewhere))} it can"
        return f"{model.name} cannot use {LABELS[capability]} {through}."
    names = dict.fromkeys(one.name for one, _ in able if one is not model)
    return f"{model.name} cannot use {LABELS[capability]}. {spoken(list(names)) if names else 'No model here'} can."


def _word_problems(request: VideoRequest, model: Model, routes: Sequence[Route]) -> list[str]:
    """The words are wrong where they alone stand in the way of every route that sells the rest."""
    sold = [route for route in routes if _sells(request, model, route)] or routes
    found = [_word_problem(request, model, route) for route in sold]
    return [problem for problem in found[:1] if problem and all(found)]


def _word_problem(request: VideoRequest, model: Model, route: Route) -> str | None:
    if (model.prompt_required or route.prompt_required) and not request.prompt:
        return f"{model.name} needs a `prompt`."
    length = len(request.one_prompt)
    if route.prompt_limit is not None and length > route.prompt_limit:
        return (
            f"Prompt and negative prompt together have {length:,} characters; "
            f"{model.name} takes {route.prompt_limit:,}."
        )
    return None


def _not_together(request: VideoRequest, model: Model, routes: Sequence[Route]) -> str:
    """Mode, duration and options are right one by one, but no route sells them together."""
    if any(route.price(request) is not None for route in routes):
        extras = f"with {spoken([LABELS[capability] for capability in _used(request)], 'and')}"
    else:
        extras = "with sound" if request.sound else "without sound"
    offered = _nearest(request, model, routes)
    works = f" It is there {spoken(offered)}." if offered else ""
    return f"{model.name} cannot be had in mode {request.mode} for {request.duration} seconds {extras}.{works}"


def _nearest(request: VideoRequest, model: Model, routes: Sequence[Route]) -> list[str]:
    """The same video of other modes and durations; where there is none, without one of its options."""

    def works(**changes: object) -> bool:
        changed = request.model_copy(update=changes)
        return any(_sells(changed, model, route) for route in routes)

    lengths = {mode: [one for one in model.durations if works(mode=mode, duration=one)] for mode in model.modes}
    frames = [f"as {mode} of {spoken(seconds)} seconds" for mode, seconds in lengths.items() if seconds]
    return frames or [f"without {LABELS[one]}" for one in _used(request) if works(**_WITHOUT[one])]


def _sells(request: VideoRequest, model: Model, route: Route) -> bool:
    return (
        request.duration in model.durations
        and route.price(request) is not None
        and all(
            any(selector.allows(request) for selector in model.where(capability, route))
            for capability in _used(request)
        )
    )


def _used(request: VideoRequest) -> list[Capability]:
    return [capability for capability in Capability if capability.used_by(request)]


def _place(selector: Selector) -> str:
    parts = []
    if selector.modes:
        parts.append(f"in mode {spoken(selector.modes)}")
    if selector.durations:
        parts.append(f"for {spoken(selector.durations)} seconds")
    if selector.moves:
        parts.append(f"with the move {spoken(selector.moves)}")
    if selector.silent:
        parts.append("without sound")
    return " ".join(parts)

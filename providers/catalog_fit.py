"""Whether a request fits a model on a route, and what a member is told where it does not."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from languages.sentence import Join, Sentence, Value, listed
from providers.catalog_models import Capability, Model, Route, Selector
from providers.request import VideoRequest

LABELS: Mapping[Capability, Sentence] = {
    capability: Sentence(f"models-option-{capability.replace('_', '-')}") for capability in Capability
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
) -> list[Sentence]:
    """Why none of these routes of the model fits, each with what would work; ``others`` are the routes to point to."""
    found = [
        *_frame_problems(request, model),
        *_option_problems(request, model, routes, others),
        *_word_problems(request, model, routes),
    ]
    return found or [_not_together(request, model, routes)]


def places(selectors: Iterable[Selector]) -> list[Sentence]:
    """Where an option is possible; nothing for everywhere."""
    return list(dict.fromkeys(place for selector in selectors if (place := _place(selector))))


def spoken(things: Sequence[Value], join: Join = "or") -> Value:
    """``5, 10 or 15``; a run of four and more numbers as ``3 to 15``."""
    numbers = [thing for thing in things if isinstance(thing, int)]
    if len(numbers) > 3 and numbers == list(range(numbers[0], numbers[0] + len(things))):
        return Sentence("range", first=numbers[0], last=numbers[-1])
    return listed(things, join)


def _frame_problems(request: VideoRequest, model: Model) -> list[Sentence]:
    found = []
    if request.duration not in model.durations:
        seconds = spoken(model.durations)
        found.append(Sentence("models-seconds", model=model.name, seconds=seconds, wanted=request.duration))
    if request.mode not in model.modes:
        found.append(Sentence("models-modes", model=model.name, modes=listed(model.modes), wanted=request.mode))
    return found


def _option_problems(
    request: VideoRequest, model: Model, routes: Sequence[Route], others: Sequence[tuple[Model, Route]]
) -> list[Sentence]:
    found = []
    for capability in _used(request):
        selectors = model.usable(capability, routes)
        if not selectors:
            found.append(_missing(capability, model, routes, others))
        elif not any(selector.allows(request) for selector in selectors):
            where = listed(places(selectors))
            found.append(Sentence("models-only", model=model.name, option=LABELS[capability], places=where))
    return found


def _missing(
    capability: Capability, model: Model, routes: Sequence[Route], others: Sequence[tuple[Model, Route]]
) -> Sentence:
    able = [(one, route) for one, route in others if one.usable(capability, [route])]
    here = {route.provider for route in routes}
    elsewhere = dict.fromkeys(route.provider for one, route in able if one is model and route.provider not in here)
    about: dict[str, Value] = {"model": model.name, "option": LABELS[capability]}
    if elsewhere:
        return Sentence("models-only-elsewhere", **about, providers=listed(sorted(here)), others=listed(elsewhere))
    names = dict.fromkeys(one.name for one, _ in able if one is not model)
    return (
        Sentence("models-others-can", **about, models=listed(names)) if names else Sentence("models-none-can", **about)
    )


def _word_problems(request: VideoRequest, model: Model, routes: Sequence[Route]) -> list[Sentence]:
    """The words are wrong where they alone stand in the way of every route that sells the rest."""
    sold = [route for route in routes if _sells(request, model, route)] or routes
    found = [_word_problem(request, model, route) for route in sold]
    return [problem for problem in found[:1] if problem and all(found)]


def _word_problem(request: VideoRequest, model: Model, route: Route) -> Sentence | None:
    if (model.prompt_required or route.prompt_required) and not request.prompt:
        return Sentence("models-needs-prompt", model=model.name)
    length = len(request.one_prompt)
    if route.prompt_limit is not None and length > route.prompt_limit:
        return Sentence("models-words-too-long", length=length, model=model.name, limit=route.prompt_limit)
    return None


def _not_together(request: VideoRequest, model: Model, routes: Sequence[Route]) -> Sentence:
    """Mode, duration and options are right one by one, but no route sells them together."""
    about: dict[str, Value] = {"model": model.name, "mode": request.mode, "seconds": request.duration}
    if any(route.price(request) is not None for route in routes):
        options = [LABELS[capability] for capability in _used(request)]
    else:
        options = [LABELS[Capability.SOUND]] if request.sound else []
    problem = (
        Sentence("models-not-with", **about, options=listed(options, "and"))
        if options
        else Sentence("models-not-silent", **about)
    )
    offered = _nearest(request, model, routes)
    return Sentence("models-but", problem=problem, ways=listed(offered)) if offered else problem


def _nearest(request: VideoRequest, model: Model, routes: Sequence[Route]) -> list[Sentence]:
    """The same video of other modes and durations; where there is none, without one of its options."""

    def works(**changes: object) -> bool:
        changed = request.model_copy(update=changes)
        return any(_sells(changed, model, route) for route in routes)

    lengths = {mode: [one for one in model.durations if works(mode=mode, duration=one)] for mode in model.modes}
    frames = [
        Sentence("models-way", mode=mode, seconds=spoken(seconds)) for mode, seconds in lengths.items() if seconds
    ]
    return frames or [
        Sentence("models-way-without", option=LABELS[one]) for one in _used(request) if works(**_WITHOUT[one])
    ]


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


def _place(selector: Selector) -> Sentence | None:
    parts = []
    if selector.modes:
        parts.append(Sentence("models-place-modes", modes=listed(selector.modes)))
    if selector.durations:
        parts.append(Sentence("models-place-seconds", seconds=spoken(selector.durations)))
    if selector.moves:
        parts.append(Sentence("models-place-moves", moves=listed(move.called for move in selector.moves)))
    if selector.silent:
        parts.append(Sentence("models-place-silent"))
    return reduce(lambda one, other: Sentence("models-place-both", one=one, other=other), parts) if parts else None

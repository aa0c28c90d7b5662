"""Whether a request fits a model on a route, and the sentences a member reads where it does not."""

from collections.abc import Collection, Iterable, Sequence

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


def problems(request: VideoRequest, model: Model, route: Route, others: Collection[Model]) -> list[str]:
    """Why this request cannot be made, each with what would work; ``others`` are the models to point to."""
    found = [*_frame_problems(request, model), *_option_problems(request, model, route, others)]
    if (model.prompt_required or route.prompt_required) and not request.prompt:
        found.append(f"{model.name} needs a `prompt`.")
    if not found and route.price(request) is None:
        found.append(_unpriced(request, model, route))
    return found


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


def _option_problems(request: VideoRequest, model: Model, route: Route, others: Collection[Model]) -> list[str]:
    found = []
    for capability in Capability:
        if not capability.used_by(request):
            continue
        selectors = model.where(capability, route)
        if not selectors:
            found.append(f"{model.name} cannot use {LABELS[capability]}. {_able(capability, others)}")
        elif not any(selector.allows(request) for selector in selectors):
            found.append(f"{model.name} can use {LABELS[capability]} only {places(selectors)}.")
    return found


def _able(capability: Capability, others: Collection[Model]) -> str:
    names = [model.name for model in others if any(model.where(capability, route) for route in model.routes)]
    return f"{spoken(names)} can." if names else "No model here can."


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


def _unpriced(request: VideoRequest, model: Model, route: Route) -> str:
    """Modes, durations and options are right one by one, but nobody sells them together."""
    same = [price for price in route.prices if price.sound == request.sound]
    kinds = dict.fromkeys(f"{price.mode} of {price.duration or spoken(model.durations)} seconds" for price in same)
    sound = "with sound" if request.sound else "without sound"
    offered = f" It is there as {spoken(list(kinds))}." if kinds else ""
    return f"{model.name} cannot be had in mode {request.mode} for {request.duration} seconds {sound}.{offered}"

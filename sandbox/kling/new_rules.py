"""Which create bodies of the new standard are refused, and with which words (facts/providers.md 1.9 and 1.10).

Recorded texts: "contents cannot be empty", "prompt is required", "File is not in a valid base64 format"; all others are
worded by us in their style.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.common.pictures import find_problem
from sandbox.common.studio import Order
from sandbox.film import Shot

from .answers import invalid, invalid_value, not_found, required
from .body import read
from .new_body import NewBody
from .rules import VOICE_REFERENCE, check_callback, decode_picture

MAX_PICTURE_MB = 50
FRAMES = frozenset({"first_frame", "last_frame"})
MODES = {"720p": "std", "1080p": "pro", "4k": "4k"}
HD = frozenset({"720p"})
FULL = frozenset({"1080p"})
BOTH = HD | FULL
ALL = BOTH | {"4k"}


@dataclass(frozen=True, slots=True)
class NewModel:
    """`version` is the legacy name, whose places it shares; features hold the resolutions in which they are there."""

    version: str
    resolutions: frozenset[str] = BOTH
    durations: tuple[int, ...] = (5, 10)
    last_frame: frozenset[str] = frozenset()
    audio: frozenset[str] = frozenset()
    contents: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset({"resolution", "duration"})
    longest_prompt: int = 2500
    silent_last_frame: bool = False
    always_audio: bool = False


NEW_MODELS: Mapping[str, NewModel] = {
    "kling-2.5-turbo": NewModel("kling-v2-5-turbo", last_frame=FULL, contents=FRAMES),
    "kling-2.6": NewModel(
        "kling-v2-6",
        last_frame=FULL,
        audio=FULL,
        contents=FRAMES | {"voice"},
        settings=frozenset({"resolution", "duration", "audio"}),
        silent_last_frame=True,
    ),
    "kling-3.0": NewModel(
        "kling-v3",
        resolutions=ALL,
        durations=tuple(range(3, 16)),
        last_frame=ALL,
        audio=ALL,
        contents=FRAMES | {"element"},
        settings=frozenset({"resolution", "duration", "audio", "multi_shot"}),
        longest_prompt=3072,
    ),
    "kling-3.0-turbo": NewModel(
        "kling-v3-turbo", durations=tuple(range(3, 16)), contents=frozenset({"first_frame"}), always_audio=True
    ),
}


def find_model(name: str) -> NewModel:
    if name not in NEW_MODELS:
        raise not_found(1203, "The requested resource does not exist")
    return NEW_MODELS[name]


def accept_new(fields: dict[str, Any], model: NewModel) -> NewBody:
    """The body, if every rule that is checked at once lets it pass; raises Refusal."""
    if not fields.get("contents"):
        raise invalid("contents cannot be empty")
    body = read(NewBody, fields)
    for check in (_contents, _prompt, _settings, _last_frame, _audio, _references):
        check(body, model)
    check_callback(body.options.callback_url)
    return body


def order_of_new(body: NewBody, model: NewModel, sizes: Mapping[str, int]) -> Order:
    """Blocks: it decodes every picture. `sizes` is the area of a frame by mode; raises Refusal."""
    first, last = (decode_picture(kind, body.frame(kind), MAX_PICTURE_MB) for kind in ("first_frame", "last_frame"))
    settings = body.settings
    return Order(
        picture=first,
        shot=Shot(
            seconds=settings.duration,
            pixels=sizes[MODES[settings.resolution]],
            end_picture=last or None,
            sound=model.always_audio or settings.audio == "native",
        ),
        slot=model.version,
        external_id=body.options.external_task_id,
        callback_url=body.options.callback_url,
        problem=find_problem(first, last),
    )


def _contents(body: NewBody, model: NewModel) -> None:
    for index, each in enumerate(body.contents):
        if each.type not in model.contents | {"prompt"}:
            raise invalid_value(f"contents[{index}].type", each.type)
    counts: Counter[str] = Counter(each.type for each in body.contents)
    for kind, most in (("prompt", 1), ("first_frame", 1), ("last_frame", 1), ("voice", 2), ("element", 3)):
        if counts[kind] > most:
            raise invalid(f"contents of type {kind} cannot exceed {most} in total")
    if not body.frame("first_frame"):
        raise required("first_frame")


def _prompt(body: NewBody, model: NewModel) -> None:
    if not body.prompt.strip():
        raise required("prompt")
    if len(body.prompt) > model.longest_prompt:
        raise invalid(f"prompt cannot exceed {model.longest_prompt} characters")


def _settings(body: NewBody, model: NewModel) -> None:
    settings = body.settings
    if unknown := settings.model_fields_set - model.settings:
        raise invalid(f"settings.{min(unknown)} is not supported by this model")
    if settings.resolution not in model.resolutions:
        raise invalid_value("resolution", settings.resolution)
    if settings.duration not in model.durations:
        raise invalid_value("duration", settings.duration)


def _last_frame(body: NewBody, model: NewModel) -> None:
    if not body.frame("last_frame"):
        return
    if body.settings.resolution not in model.last_frame:
        raise invalid("last_frame only supports 1080p resolution")
    if model.silent_last_frame and body.settings.audio == "native":
        raise invalid("last_frame does not support native audio")


def _audio(body: NewBody, model: NewModel) -> None:
    native = body.settings.audio == "native"
    if native and body.settings.resolution not in model.audio:
        raise invalid("native audio only supports 1080p resolution")
    if body.voices and not native:
        raise invalid("audio cannot be off when a voice is specified")


def _references(body: NewBody, _: NewModel) -> None:
    """The pages know @id only; the legacy <<<voice_1>>> would be spoken of as text."""
    names = [each.id for each in body.voices] + [each.id for each in body.elements]
    if len(set(names)) < len(names):
        raise invalid("id of contents must not be duplicated")
    if VOICE_REFERENCE.search(body.prompt):
        raise invalid("prompt must specify a voice in the format of @id")

"""What a member asks for, in words that no provider owns.

The options are those of all five seed documents together; which model can do which of them is the catalogue's
business. Only rules that hold whatever the model are checked here.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from languages.sentence import Sentence, listed

PROMPT_LIMIT = 2500
"""Characters, for the prompt and for the negative prompt (seed 002)."""

VOICE_REFERENCE = re.compile(r"<<<voice_(\d+)>>>")


class Mode(StrEnum):
    """Quality of the video (seed 002; 4k: facts/providers.md 1.4)."""

    STD = "std"
    PRO = "pro"
    FOUR_K = "4k"


class Camera(StrEnum):
    """Camera moves: six simple ones that take a strength, and four fixed ones (seeds 002 and 004)."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"
    PAN = "pan"
    TILT = "tilt"
    ROLL = "roll"
    ZOOM = "zoom"
    DOWN_BACK = "down_back"
    FORWARD_UP = "forward_up"
    RIGHT_TURN_FORWARD = "right_turn_forward"
    LEFT_TURN_FORWARD = "left_turn_forward"

    @property
    def takes_strength(self) -> bool:
        """Whether the move needs ``camera_value``."""
        return self not in _FIXED_MOVES

    @property
    def called(self) -> Sentence:
        return Sentence(f"choice-camera-{self.replace('_', '-')}")


_FIXED_MOVES = {Camera.DOWN_BACK, Camera.FORWARD_UP, Camera.RIGHT_TURN_FORWARD, Camera.LEFT_TURN_FORWARD}


class AspectRatio(StrEnum):
    """Width to height (seeds 003 and 004)."""

    WIDE = "16:9"
    TALL = "9:16"
    SQUARE = "1:1"


class PictureKind(StrEnum):
    """The part a picture plays in a job."""

    IMAGE = "image"
    END_IMAGE = "end_image"
    STATIC_MASK = "static_mask"
    MOTION_1 = "motion_1"
    MOTION_2 = "motion_2"
    MOTION_3 = "motion_3"
    MOTION_4 = "motion_4"
    MOTION_5 = "motion_5"
    MOTION_6 = "motion_6"


MOTION_KINDS = tuple(kind for kind in PictureKind if kind.startswith("motion_"))
"""The mask of ``VideoRequest.motion[n]`` is the picture of kind ``MOTION_KINDS[n]``."""


@dataclass(frozen=True)
class PictureFile:
    """A picture's bytes as they go to the provider: ``image/jpeg`` or ``image/png``."""

    content: bytes
    media_type: str

    @property
    def base64(self) -> str:
        """Large pictures take a while, so ask in a thread."""
        return b64encode(self.content).decode("ascii")

    @property
    def data_url(self) -> str:
        return f"data:{self.media_type};base64,{self.base64}"


class Point(BaseModel):
    """A pixel of the picture, counted from its bottom left corner (seed 002)."""

    model_config = ConfigDict(frozen=True)

    x: int
    y: int


class RequestError(ValueError):
    """The options cannot go together; ``problems`` are for the member."""

    def __init__(self, problems: list[Sentence]) -> None:
        super().__init__(*problems)
        self.problems = problems


Words = Annotated[str, AfterValidator(str.strip)]
"""Without what Python calls white space at its ends; that is more than pydantic does, control characters among it."""


class VideoRequest(BaseModel):
    """One video's options. Its pictures travel beside it, by their ``PictureKind``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    prompt: Words = ""
    negative_prompt: Words = ""
    duration: int = Field(default=5, ge=3, le=15, description="seconds")
    mode: Mode = Mode.STD
    cfg_scale: float | None = Field(default=None, ge=0, le=1)
    end_image: bool = False
    camera: Camera | None = None
    camera_value: float | None = Field(default=None, ge=-10, le=10)
    aspect_ratio: AspectRatio | None = None
    sound: bool = False
    voices: tuple[str, ...] = ()
    static_mask: bool = False
    motion: tuple[tuple[Point, ...], ...] = ()
    watermark: bool = False

    @classmethod
    def build(cls, **options: object) -> Self:
        """The request, or ``RequestError`` with every problem at once."""
        try:
            return cls.model_validate(options)
        except ValidationError as error:
            raise RequestError(_sentences(error)) from error

    @property
    def brush(self) -> bool:
        """Whether the motion brush is used."""
        return self.static_mask or bool(self.motion)

    @property
    def one_prompt(self) -> str:
        """What to show and what to avoid, for APIs that take one text."""
        if not self.negative_prompt:
            return self.prompt
        return f"{self.prompt}\nAvoid: {self.negative_prompt}".lstrip()

    @property
    def picture_kinds(self) -> tuple[PictureKind, ...]:
        """The pictures that belong to this request."""
        kinds = [PictureKind.IMAGE]
        if self.end_image:
            kinds.append(PictureKind.END_IMAGE)
        if self.static_mask:
            kinds.append(PictureKind.STATIC_MASK)
        return (*kinds, *MOTION_KINDS[: len(self.motion)])

    @model_validator(mode="after")
    def _rules(self) -> Self:
        problems = [
            *_word_problems(self),
            *_exclusion_problems(self),
            *_camera_problems(self),
            *_motion_problems(self),
            *_voice_problems(self),
        ]
        if problems:
            raise RequestError(problems)
        return self


def _word_problems(request: VideoRequest) -> list[Sentence]:
    return [
        Sentence(f"intake-{name}-too-long", length=len(text), limit=PROMPT_LIMIT)
        for name, text in (("prompt", request.prompt), ("negative-prompt", request.negative_prompt))
        if len(text) > PROMPT_LIMIT
    ]


def _exclusion_problems(request: VideoRequest) -> list[Sentence]:
    used = [
        Sentence(f"models-option-{name}")
        for name, on in (
            ("end-image", request.end_image),
            ("brush", request.brush),
            ("camera", request.camera is not None),
        )
        if on
    ]
    return [Sentence("intake-only-one", options=listed(used, "and"))] if len(used) > 1 else []


def _camera_problems(request: VideoRequest) -> list[Sentence]:
    given = request.camera_value is not None
    if request.camera is None:
        return [Sentence("intake-camera-missing")] if given else []
    if not request.camera.takes_strength:
        return [Sentence("intake-camera-value-extra", camera=request.camera.called)] if given else []
    if not request.camera_value:
        return [Sentence("intake-camera-value-missing", camera=request.camera.called)]
    return []


def _motion_problems(request: VideoRequest) -> list[Sentence]:
    problems = []
    if len(request.motion) > len(MOTION_KINDS):
        problems.append(Sentence("intake-too-many-areas", most=len(MOTION_KINDS), areas=len(request.motion)))
    problems += [
        Sentence("intake-path-length", area=number, points=len(path))
        for number, path in enumerate(request.motion, 1)
        if not 2 <= len(path) <= 77
    ]
    return problems


def _voice_problems(request: VideoRequest) -> list[Sentence]:
    problems = []
    if len(request.voices) > 2:
        problems.append(Sentence("intake-too-many-voices", voices=len(request.voices)))
    if request.voices and not request.sound:
        problems.append(Sentence("intake-voices-need-sound"))
    spoken = {int(number) for number in VOICE_REFERENCE.findall(request.prompt)}
    missing = sorted(number for number in spoken if not 1 <= number <= len(request.voices))
    if missing:
        problems.append(Sentence("intake-voice-missing", voice=str(missing[0]), voices=len(request.voices)))
    return problems


_FIELD_SENTENCES = {
    "duration": Sentence("intake-option-duration"),
    "mode": Sentence("intake-option-mode", choices=listed(Mode)),
    "cfg_scale": Sentence("intake-option-cfg-scale"),
    "camera": Sentence("intake-option-camera", choices=listed(move.called for move in Camera)),
    "camera_value": Sentence("intake-option-camera-value"),
    "aspect_ratio": Sentence("intake-option-aspect-ratio", choices=listed(AspectRatio)),
}


def _sentences(error: ValidationError) -> list[Sentence]:
    sentences: list[Sentence] = []
    for found in error.errors(include_url=False):
        cause = found.get("ctx", {}).get("error")
        if isinstance(cause, RequestError):
            sentences += cause.problems
        else:
            field = str(found["loc"][0]) if found["loc"] else "request"
            sentences.append(_FIELD_SENTENCES.get(field) or _wrong(field, found["msg"]))
    return list(dict.fromkeys(sentences))


def _wrong(field: str, reason: str) -> Sentence:
    known = field in VideoRequest.model_fields
    option = Sentence(f"option-{field.replace('_', '-')}") if known else field
    return Sentence("intake-option-wrong", option=option, reason=reason)

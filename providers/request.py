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
    """The options cannot go together; ``problems`` are sentences a member may read."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
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
        """The request, or ``RequestError`` with every problem at once, worded for the member."""
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


def _word_problems(request: VideoRequest) -> list[str]:
    return [
        f"The {name} has {len(text):,} characters; at most {PROMPT_LIMIT:,} are allowed."
        for name, text in (("prompt", request.prompt), ("negative prompt", request.negative_prompt))
        if len(text) > PROMPT_LIMIT
    ]


def _exclusion_problems(request: VideoRequest) -> list[str]:
    used = [
        name
        for name, on in (
            ("an end picture", request.end_image),
            ("the motion brush", request.brush),
            ("a camera move", request.camera is not None),
        )
        if on
    ]
    return [f"Only one of these can be used at a time: {', '.join(used)}."] if len(used) > 1 else []


def _camera_problems(request: VideoRequest) -> list[str]:
    if request.camera is None:
        return ["`camera_value` needs a `camera` move."] if request.camera_value is not None else []
    if not request.camera.takes_strength:
        return (
            [f"The camera move {request.camera} takes no `camera_value`."] if request.camera_value is not None else []
        )
    if not request.camera_value:
        return [f"The camera move {request.camera} needs a `camera_value` from -10 to 10, other than 0."]
    return []


def _motion_problems(request: VideoRequest) -> list[str]:
    problems = []
    if len(request.motion) > len(MOTION_KINDS):
        problems.append(f"At most {len(MOTION_KINDS)} areas can move; there are {len(request.motion)}.")
    problems += [
        f"The path of area {number} has {len(path)} points; from 2 to 77 are allowed."
        for number, path in enumerate(request.motion, 1)
        if not 2 <= len(path) <= 77
    ]
    return problems


def _voice_problems(request: VideoRequest) -> list[str]:
    problems = []
    if len(request.voices) > 2:
        problems.append(f"At most 2 voices can speak; there are {len(request.voices)}.")
    if request.voices and not request.sound:
        problems.append("`voices` need `sound`.")
    spoken = {int(number) for number in VOICE_REFERENCE.findall(request.prompt)}
    missing = sorted(number for number in spoken if not 1 <= number <= len(request.voices))
    if missing:
        problems.append(f"The prompt names voice {missing[0]}, but `voices` has {len(request.voices)}.")
    return problems


_FIELD_SENTENCES = {
    "duration": "The duration must be a whole number of seconds from 3 to 15.",
    "mode": f"The mode must be one of: {', '.join(Mode)}.",
    "cfg_scale": "`cfg_scale` must be a number from 0 to 1.",
    "camera": f"The camera move must be one of: {', '.join(Camera)}.",
    "camera_value": "`camera_value` must be a number from -10 to 10.",
    "aspect_ratio": f"The aspect ratio must be one of: {', '.join(AspectRatio)}.",
}


def _sentences(error: ValidationError) -> list[str]:
    sentences: list[str] = []
    for found in error.errors(include_url=False):
        cause = found.get("ctx", {}).get("error")
        if isinstance(cause, RequestError):
            sentences += cause.problems
        else:
            field = str(found["loc"][0]) if found["loc"] else "request"
            sentences.append(_FIELD_SENTENCES.get(field, f"`{field}`: {found['msg']}."))
    return list(dict.fromkeys(sentences))

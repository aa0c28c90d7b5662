"""What each model can do: the capability map of facts/providers.md 1.10, image-to-video only."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

NONE: frozenset[str] = frozenset()
STD = frozenset({"std"})
PRO = frozenset({"pro"})
BOTH = STD | PRO
FIVE_OR_TEN = frozenset({"5", "10"})
FIVE = frozenset({"5"})
CAMERA_TYPES = frozenset({"simple", "down_back", "forward_up", "right_turn_forward", "left_turn_forward"})


@dataclass(frozen=True, slots=True)
class Model:
    """Fields named after a feature hold the modes in which the model has it.

    No modes at all means that `mode` itself is refused. `frame_durations` binds start and end picture, and
    `control_durations` motion brush and camera.
    """

    modes: frozenset[str] = BOTH
    durations: frozenset[str] = FIVE_OR_TEN
    first_and_last: frozenset[str] = NONE
    end_only: frozenset[str] = NONE
    frame_durations: frozenset[str] = FIVE_OR_TEN
    brush: frozenset[str] = NONE
    camera: frozenset[str] = NONE
    camera_types: frozenset[str] = NONE
    control_durations: frozenset[str] = FIVE
    has_sound_field: bool = False
    sound: frozenset[str] = NONE
    silent_end: bool = False
    voices: bool = False
    shots_and_elements: bool = False
    cfg_scale: bool = False
    retired: bool = False


_MASTER = Model(modes=NONE, retired=True)
_V3_DURATIONS = frozenset(str(seconds) for seconds in range(3, 16))
_V3_MODES = BOTH | {"4k"}

MODELS: Mapping[str, Model] = {
    "kling-v1": Model(first_and_last=BOTH, frame_durations=FIVE, brush=BOTH, cfg_scale=True, retired=True),
    "kling-v1-5": Model(
        first_and_last=PRO,
        end_only=PRO,
        brush=PRO,
        camera=PRO,
        camera_types=frozenset({"simple"}),
        cfg_scale=True,
        retired=True,
    ),
    "kling-v1-6": Model(first_and_last=PRO, end_only=PRO, cfg_scale=True, retired=True),
    "kling-v2-master": _MASTER,
    "kling-v2-1": Model(first_and_last=PRO, retired=True),
    "kling-v2-1-master": _MASTER,
    "kling-v2-5-turbo": Model(first_and_last=PRO),
    "kling-v2-6": Model(first_and_last=PRO, has_sound_field=True, sound=PRO, silent_end=True, voices=True),
    "kling-v3": Model(
        modes=_V3_MODES,
        durations=_V3_DURATIONS,
        first_and_last=_V3_MODES,
        frame_durations=_V3_DURATIONS,
        has_sound_field=True,
        sound=_V3_MODES,
        shots_and_elements=True,
        cfg_scale=True,
    ),
}


def model_table(*, allow_retired: bool = False, v3_controls: bool = False) -> Mapping[str, Model]:
    """MODELS, or as they were before 2026-09-15 (`allow_retired`).

    `v3_controls` takes the other side of the conflict in 1.10: kling-v3 with camera and motion brush in std and pro.
    """
    table = {name: replace(model, retired=model.retired and not allow_retired) for name, model in MODELS.items()}
    if v3_controls:
        v3 = table["kling-v3"]
        table["kling-v3"] = replace(
            v3, brush=BOTH, camera=BOTH, camera_types=CAMERA_TYPES, control_durations=v3.durations
        )
    return table

"""A simulated AI/ML API on loopback, an independent second reading of seeds 000 and 001 and facts/providers.md 2."""

from sandbox.common.faults import (
    Answer,
    Delay,
    DropAfter,
    DropBefore,
    Fate,
    Fault,
    Faults,
    RawAnswer,
    Redirect,
    Truncate,
)
from sandbox.common.studio import DRAFT_SIZES, FULL_SIZES
from sandbox.common.tasks import Status, Timings

from .answers import MAINTENANCE, THIRD_PARTY_DOWN
from .models import MODELS, Model
from .operations import Operation
from .server import LEGACY_PATH, UNIVERSAL_PATH, SimulatedAimlapi
from .wire import OLDER, ErrorForm, Generation, IdForm, Variants

__all__ = [
    "DRAFT_SIZES",
    "FULL_SIZES",
    "LEGACY_PATH",
    "MAINTENANCE",
    "MODELS",
    "OLDER",
    "THIRD_PARTY_DOWN",
    "UNIVERSAL_PATH",
    "Answer",
    "Delay",
    "DropAfter",
    "DropBefore",
    "ErrorForm",
    "Fate",
    "Fault",
    "Faults",
    "Generation",
    "IdForm",
    "Model",
    "Operation",
    "RawAnswer",
    "Redirect",
    "SimulatedAimlapi",
    "Status",
    "Timings",
    "Truncate",
    "Variants",
]

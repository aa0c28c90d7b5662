"""A simulated Kling API on loopback, an independent second reading of seed 002 and facts/providers.md section 1."""

from sandbox.common.callbacks import CallbackRecord
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

from .auth import Account
from .capabilities import MODELS, Model, model_table
from .new_rules import NEW_MODELS, NewModel
from .operations import Operation
from .server import SimulatedKling
from .tasks import KlingTask

__all__ = [
    "DRAFT_SIZES",
    "FULL_SIZES",
    "MODELS",
    "NEW_MODELS",
    "Account",
    "Answer",
    "CallbackRecord",
    "Delay",
    "DropAfter",
    "DropBefore",
    "Fate",
    "Fault",
    "Faults",
    "KlingTask",
    "Model",
    "NewModel",
    "Operation",
    "RawAnswer",
    "Redirect",
    "SimulatedKling",
    "Status",
    "Timings",
    "Truncate",
    "model_table",
]

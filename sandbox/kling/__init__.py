"""A simulated Kling API on loopback, an independent second reading of seed 002 and facts/providers.md section 1."""

from .auth import Account
from .callbacks import CallbackRecord
from .capabilities import MODELS, Model, model_table
from .faults import (
    Answer,
    Delay,
    DropAfter,
    DropBefore,
    Fate,
    Fault,
    Faults,
    Operation,
    RawAnswer,
    Redirect,
    Truncate,
)
from .server import SeenRequest, SimulatedKling
from .tasks import DRAFT_SIZES, FULL_SIZES, Status, Task, Timings

__all__ = [
    "DRAFT_SIZES",
    "FULL_SIZES",
    "MODELS",
    "Account",
    "Answer",
    "CallbackRecord",
    "Delay",
    "DropAfter",
    "DropBefore",
    "Fate",
    "Fault",
    "Faults",
    "Model",
    "Operation",
    "RawAnswer",
    "Redirect",
    "SeenRequest",
    "SimulatedKling",
    "Status",
    "Task",
    "Timings",
    "Truncate",
    "model_table",
]

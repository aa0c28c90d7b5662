"""A simulated EZModel on loopback, an independent second reading of seed 003 and facts/providers.md section 3."""

from .answers import KEY_EXPIRED, KEY_USED_UP, SATURATED
from .server import Operation, SimulatedEzmodel
from .wire import CreateShape, QueryShape, Shapes

__all__ = [
    "KEY_EXPIRED",
    "KEY_USED_UP",
    "SATURATED",
    "CreateShape",
    "Operation",
    "QueryShape",
    "Shapes",
    "SimulatedEzmodel",
]

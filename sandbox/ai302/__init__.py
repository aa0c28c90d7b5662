"""A simulated 302.AI on loopback, an independent second reading of seed 004 and facts/providers.md section 4."""

from .answers import ErrorCode
from .form import Part
from .server import Operation, SimulatedAi302
from .wire import Ai302Task, ResultShape, Shapes

__all__ = ["Ai302Task", "ErrorCode", "Operation", "Part", "ResultShape", "Shapes", "SimulatedAi302"]

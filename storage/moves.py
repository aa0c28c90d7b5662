"""Changes of state: one log line each, and a word to whoever listens, once they are committed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import Job
from storage.states import JobState

log = structlog.get_logger()

_KEY = "moves"


@dataclass(frozen=True)
class Move:
    """A job has come into its state.

    ``was`` is the former state, in which it spent ``seconds``; ``None`` for a job that was just accepted. ``spent`` is
    how many credits were used up by it.
    """

    job: Job
    was: JobState | None
    seconds: float = 0.0
    spent: int = 0


Listener = Callable[[Move], None]


def note(connection: AsyncConnection, move: Move) -> None:
    """To be told if the connection's transaction commits."""
    connection.info.setdefault(_KEY, []).append(move)


def taken(connection: AsyncConnection) -> list[Move]:
    """What was noted since the last call."""
    moves: list[Move] = connection.info.pop(_KEY, [])
    return moves


def tell(moves: Iterable[Move], listener: Listener | None) -> None:
    for move in moves:
        job = move.job
        log.info(
            "job moved",
            job=job.id,
            provider=job.provider,
            was=move.was,
            state=job.state,
            seconds=round(move.seconds, 3),
            attempt=job.attempts,
        )
        if listener is not None:
            listener(move)

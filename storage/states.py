"""The job state machine: what each state means, and the only moves there are."""

from enum import StrEnum


class JobState(StrEnum):
    """Where a job is in its life."""

    QUEUED = "queued"
    """Accepted and paid from a reservation; waits for a place at the provider."""
    SUBMITTING = "submitting"
    """Written down before the request leaves: from here on the provider may have the task."""
    RUNNING = "running"
    """The provider has the task; its id is known."""
    DELIVERING = "delivering"
    """The video exists; it is on its way into Discord."""
    DELIVERED = "delivered"
    """The result stands in Discord; it may be posted once more after it was deleted."""
    FAILED = "failed"
    """No video; the credits went back."""
    CANCELED = "canceled"
    """Taken back before it was submitted; the credits went back."""
    UNCERTAIN = "uncertain"
    """The provider may or may not have the task or finish it, and cannot be asked; a moderator resolves it."""
    UNDELIVERABLE = "undeliverable"
    """The video exists and is kept; Discord would not take it."""


TRANSITIONS: dict[JobState, frozenset[JobState]] = {
    JobState.QUEUED: frozenset({JobState.SUBMITTING, JobState.FAILED, JobState.CANCELED}),
    JobState.SUBMITTING: frozenset({JobState.RUNNING, JobState.QUEUED, JobState.FAILED, JobState.UNCERTAIN}),
    JobState.RUNNING: frozenset({JobState.DELIVERING, JobState.FAILED, JobState.UNCERTAIN}),
    JobState.DELIVERING: frozenset({JobState.DELIVERED, JobState.UNDELIVERABLE}),
    JobState.DELIVERED: frozenset({JobState.DELIVERING}),
    JobState.FAILED: frozenset(),
    JobState.CANCELED: frozenset(),
    JobState.UNCERTAIN: frozenset({JobState.RUNNING, JobState.QUEUED, JobState.FAILED, JobState.DELIVERING}),
    JobState.UNDELIVERABLE: frozenset({JobState.DELIVERING}),
}

RELEASING = frozenset({JobState.FAILED, JobState.CANCELED})
"""Reaching one of these gives the reservation back."""

SETTLING = frozenset({JobState.DELIVERED, JobState.UNDELIVERABLE})
"""Reaching one of these uses the reservation up."""

REPEATABLE = RELEASING | {JobState.DELIVERED}
"""Ended, so that the same can be ordered once more; what is undeliverable can be had without a new order."""

WAITING = frozenset({JobState.QUEUED, JobState.SUBMITTING})
"""Not yet with the provider, as far as the member is concerned."""


def may_become(state: JobState, target: JobState) -> bool:
    """Whether the table allows the move."""
    return target in TRANSITIONS[state]

"""What can go wrong between us and a provider, told by what it means for the job.

::

    ProviderError
    ├── NotSent            surely not sent: nothing reached the provider; trying again is safe
    ├── AnswerLost         maybe sent: the provider may have taken the task; ask before anything else
    └── Answered           definitely answered; the provider took nothing
        ├── Refused            the member can change something: options, words or picture
        ├── Busy               wait: too many requests, too many running tasks, maintenance
        ├── ModelGone          the provider no longer makes videos with this model
        ├── TaskUnknown        no task with this id
        ├── AlreadySubmitted   a task with our job's id exists: adopt it
        └── OperatorProblem    only the operator can mend it: keys, permissions
            └── OutOfMoney         the operator's balance with the provider is used up

An error's text is for the log. ``sentence`` is what a member may read.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from languages.sentence import Sentence
from providers.provider import ProviderTask


class Sent(StrEnum):
    """Whether a request reached the provider."""

    NO = "surely not sent"
    MAYBE = "maybe sent"
    ANSWERED = "definitely answered"


class ProviderError(Exception):
    """Something went wrong with the provider."""

    sent: ClassVar[Sent] = Sent.MAYBE
    sentence: Sentence = Sentence("providers-wrong")

    def __init__(self, detail: str, *, sentence: Sentence | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        if sentence is not None:
            self.sentence = sentence


class NotSent(ProviderError):
    """Nothing left this machine: connection refused, name not resolved, TLS not agreed."""

    sent = Sent.NO
    sentence = Sentence("providers-unreachable")


class AnswerLost(ProviderError):
    """The request may have arrived; what became of it is unknown."""

    sent = Sent.MAYBE
    sentence = Sentence("providers-silent")


class Answered(ProviderError):
    """The provider answered, and by its answer took no task."""

    sent = Sent.ANSWERED


class Refused(Answered):
    """The member can change something: options, words or picture."""

    sentence = Sentence("providers-refused")


class Busy(Answered):
    """The provider asks to wait.

    ``retry_after`` is in seconds; ``None`` where the provider named no time. ``found`` is what it told before, where it
    was asked for many tasks.
    """

    sentence = Sentence("providers-busy")

    def __init__(
        self, detail: str, *, retry_after: float | None = None, found: Mapping[str, ProviderTask] | None = None
    ) -> None:
        super().__init__(detail)
        self.retry_after = retry_after
        self.found = found or {}


class ModelGone(Answered):
    """The provider no longer makes videos with this model."""

    sentence = Sentence("providers-model-gone")


class TaskUnknown(Answered):
    """No task with this id."""

    sentence = Sentence("providers-task-unknown")


class AlreadySubmitted(Answered):
    """A task with our job's id exists already."""


class OperatorProblem(Answered):
    """Only the operator can mend it."""

    sentence = Sentence("providers-operator")


class OutOfMoney(OperatorProblem):
    """The operator's balance with the provider is used up."""

    sentence = Sentence("providers-out-of-money")

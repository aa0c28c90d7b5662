"""The one face that every provider shows to the pipeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from languages.sentence import Sentence
from providers.request import PictureFile, PictureKind, VideoRequest


class TaskStatus(StrEnum):
    """How far a provider task is; a status word that we do not know counts as ``RUNNING``."""

    WAITING = "waiting"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


@dataclass(frozen=True)
class ProviderTask:
    """What a provider says of one task.

    ``video_url`` is there when the task succeeded, unless its provider gives none that is an address; it is signed and
    ends. ``reason`` is there when the task failed, for the member; ``detail`` is the provider's own text, for the log.
    """

    task_id: str
    status: TaskStatus
    video_url: str | None = None
    reason: Sentence | None = None
    detail: str = ""


@dataclass(frozen=True)
class Submission:
    """One request on its way to a provider.

    ``job_id`` is ours; ``provider_model`` is the provider's name for the model; ``callback_url`` is ``None`` where no
    public address is set.
    """

    job_id: str
    provider_model: str
    request: VideoRequest
    pictures: Mapping[PictureKind, PictureFile]
    callback_url: str | None = None


class Provider(Protocol):
    """A provider's API. All methods but ``parse_callback`` raise ``ProviderError`` and nothing else."""

    @property
    def name(self) -> str:
        """The provider's name in routes, settings and callback addresses."""

    @property
    def finds_by_job_id(self) -> bool:
        """Whether ``find`` works, so that a lost answer can be asked for."""

    async def submit(self, submission: Submission) -> ProviderTask:
        """Create a task. Whatever is raised tells by ``sent`` whether the provider may have taken it."""

    async def find(self, job_id: str) -> ProviderTask | None:
        """The task that was created with our job's id; ``None`` where the provider has none."""

    async def fetch(self, task_id: str) -> ProviderTask:
        """One task; ``TaskUnknown`` where the provider has none."""

    async def fetch_many(self, task_ids: Sequence[str]) -> Mapping[str, ProviderTask]:
        """These tasks by their ids, in as few calls as the provider allows.

        Left out are those that are unknown and those that could not be read this time, so absence proves nothing:
        only ``fetch`` tells. Raises where no task could be read for another reason than being unknown, and ``Busy``
        with what it has found where the provider asks to wait.
        """

    async def check_credentials(self) -> None:
        """Prove at no cost that the keys work; raises ``OperatorProblem`` where they do not."""

    def parse_callback(self, body: bytes) -> str | None:
        """The task id that a callback's body names; ``None`` where it names none."""

    async def close(self) -> None:
        """Give back the connections."""

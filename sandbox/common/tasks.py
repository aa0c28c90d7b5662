"""The account's tasks and their timeline: submitted, processing, succeeded or failed."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Generic, TypeVar

from sandbox.film import Film

from .background import Background
from .faults import Fate
from .studio import Order, Studio
from .world import World

KEPT = timedelta(days=30)

Body = TypeVar("Body")


class Status(Enum):
    """Where a task is; the last two are final. Each provider has words of its own for them."""

    SUBMITTED = auto()
    PROCESSING = auto()
    SUCCEEDED = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds that a task stays at each status; filming takes longer if it must. Bad pictures fail after the first."""

    submitted: float = 0.2
    processing: float = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """How the account is served: how fast, and how many running tasks of one slot at once."""

    timings: Timings
    max_parallel: int


@dataclass(frozen=True, slots=True)
class Video:
    """A published film; whoever has its signature may fetch it until it expires."""

    id: str
    signature: str = field(repr=False)
    film: Film
    expires: datetime

    def url(self, base_url: str) -> str:
        return f"{base_url}/files/{self.id}.mp4?Expires={int(self.expires.timestamp())}&Signature={self.signature}"


@dataclass(slots=True)
class Task(Generic[Body]):
    """An accepted create; it holds one place of its slot while it runs. `reason` is why it failed."""

    id: str
    body: Body = field(repr=False)
    order: Order = field(repr=False)
    fate: Fate
    created_at: datetime
    updated_at: datetime
    status: Status = Status.SUBMITTED
    reason: str = ""
    video: Video | None = None

    @property
    def running(self) -> bool:
        return self.status in {Status.SUBMITTED, Status.PROCESSING}

    def status_word(self, words: dict[Status, str]) -> str:
        """What queries show, which fate may have decided."""
        if self.fate.status_word is not None and self.status is not Status.SUBMITTED:
            return self.fate.status_word
        return words[self.status]

    def video_url(self, base_url: str) -> str | None:
        """Where the finished video is, or where fate says it is."""
        if self.video is None:
            return None
        return self.video.url(base_url) if self.fate.result_url is None else self.fate.result_url


class Tasks(Generic[Body]):
    """All tasks of the one account; `changed` is called after each change of a status, not at acceptance."""

    def __init__(
        self,
        studio: Studio,
        plan: Plan,
        world: World,
        new_video_id: Callable[[], str] | None = None,
        changed: Callable[[Task[Body]], None] = lambda _: None,
    ) -> None:
        self.background = Background()
        self._studio = studio
        self._plan = plan
        self._world = world
        self._new_video_id = new_video_id or (lambda: world.new_uuid().hex)
        self._changed = changed
        self._tasks: dict[str, Task[Body]] = {}

    def __iter__(self) -> Iterator[Task[Body]]:
        """Oldest first."""
        return iter(self._tasks.values())

    def get(self, task_id: str) -> Task[Body] | None:
        return self._tasks.get(task_id)

    def has_place(self, slot: str) -> bool:
        return sum(task.running and task.order.slot == slot for task in self) < self._plan.max_parallel

    def add(self, task_id: str, body: Body, order: Order, fate: Fate) -> Task[Body]:
        """Accept without asking whether there is a place."""
        now = self._world.clock()
        task = Task(task_id, body, order, fate, now, now)
        self._tasks[task.id] = task
        self.background.spawn(self._live(task))
        return task

    def video(self, video_id: str) -> Video | None:
        return next((task.video for task in self if task.video and task.video.id == video_id), None)

    async def _live(self, task: Task[Body]) -> None:
        if task.order.problem:
            await self._world.sleep(self._plan.timings.submitted)
            self._change(task, Status.FAILED, task.order.problem)
            return
        # A task that is doomed is not filmed: it would only be canceled.
        if task.fate.doomed:
            await self._go_through(task)
            if task.fate.fail_with is not None and not task.fate.never_finish:
                self._change(task, Status.FAILED, task.fate.fail_with)
            return
        video_id = self._new_video_id()
        async with asyncio.TaskGroup() as group:
            shooting = group.create_task(self._studio.shoot(task.order, video_id))
            await self._go_through(task)
        expires = self._world.clock() + KEPT
        task.video = Video(video_id, self._world.new_uuid().hex, shooting.result(), expires)
        self._change(task, Status.SUCCEEDED)

    async def _go_through(self, task: Task[Body]) -> None:
        await self._world.sleep(self._plan.timings.submitted)
        self._change(task, Status.PROCESSING)
        await self._world.sleep(self._plan.timings.processing)

    def _change(self, task: Task[Body], status: Status, reason: str = "") -> None:
        task.status, task.reason, task.updated_at = status, reason, self._world.clock()
        self._changed(task)

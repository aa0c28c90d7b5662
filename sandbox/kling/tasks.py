"""The account's tasks and their timeline: submitted, processing, succeed or failed."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from uuid import UUID, uuid4

from sandbox.film import DRAFT, FULL_HD, HD, ULTRA_HD, Film, Shot, film

from .answers import busy, invalid
from .background import Background
from .body import CreateBody
from .faults import Fate
from .pictures import find_problem
from .rules import decode_picture

KEPT = timedelta(days=30)
PARALLEL_FILMS = 2

# What makes the official example's id 893605946402811985 belong to its create_time 1781080778802 (ms).
ID_EPOCH_MS = 1781080778802 - (893605946402811985 >> 22)

FULL_SIZES: Mapping[str, int] = {"std": HD, "pro": FULL_HD, "4k": ULTRA_HD}
DRAFT_SIZES: Mapping[str, int] = dict.fromkeys(FULL_SIZES, DRAFT)

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class World:
    """Where time and chance come from; `clock` gives aware times, `sleep` takes seconds."""

    clock: Clock = utc_now
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    new_uuid: Callable[[], UUID] = uuid4


class Status(StrEnum):
    """The words of the wire; the last two are final."""

    SUBMITTED = "submitted"
    PROCESSING = "processing"
    SUCCEED = "succeed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds that a task stays at each status; filming takes longer if it must. Bad pictures fail after the first."""

    submitted: float = 0.2
    processing: float = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """How the account is served: how fast, and how many running tasks of one model at once."""

    timings: Timings
    max_parallel: int


@dataclass(frozen=True, slots=True)
class Video:
    """A published film; whoever has its signature may fetch it until it expires."""

    id: str
    signature: str = field(repr=False)
    film: Film
    expires: datetime


@dataclass(slots=True)
class Task:
    """An accepted create; it holds one slot of its model while it runs."""

    id: str
    body: CreateBody = field(repr=False)
    fate: Fate
    created_at: datetime
    updated_at: datetime
    status: Status = Status.SUBMITTED
    status_msg: str = ""
    video: Video | None = None

    @property
    def running(self) -> bool:
        return self.status in {Status.SUBMITTED, Status.PROCESSING}


class TaskIds:
    """18 digits that grow with time: milliseconds above a counter of 22 bits."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counter = itertools.count(1)

    def __call__(self) -> str:
        milliseconds = int(self._clock().timestamp() * 1000) - ID_EPOCH_MS
        return str(milliseconds << 22 | next(self._counter) & 0x3FFFFF)


@dataclass(frozen=True, slots=True)
class Studio:
    """Where tasks become films."""

    folder: Path
    sizes: Mapping[str, int]
    desks: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PARALLEL_FILMS))

    async def shoot(self, task: Task) -> Film:
        body = task.body
        picture = await asyncio.to_thread(decode_picture, "image", body.image or body.image_tail)
        shot = await asyncio.to_thread(shot_of, body, self.sizes[body.mode])
        async with self.desks:
            return await film(picture, self.folder / f"{task.id}.mp4", shot)


def shot_of(body: CreateBody, pixels: int) -> Shot:
    move, strength = "push_in", 1.0
    if camera := body.camera_control:
        axes = camera.config.moved() if camera.config else {}
        move, strength = next(((axis, amount / 10) for axis, amount in axes.items()), (camera.type, 1.0))
    end = decode_picture("image_tail", body.image_tail) if body.image else b""
    return Shot(int(body.duration), pixels, move, strength, end or None, body.sound == "on")


class Tasks:
    """All tasks of the one account; `changed` is called after each change of a status, not at acceptance."""

    def __init__(
        self,
        studio: Studio,
        plan: Plan,
        world: World,
        background: Background,
        changed: Callable[[Task], None],
    ) -> None:
        self._studio = studio
        self._timings = plan.timings
        self._max_parallel = plan.max_parallel
        self._world = world
        self._background = background
        self._changed = changed
        self._new_id = TaskIds(world.clock)
        self._tasks: dict[str, Task] = {}

    def __iter__(self) -> Iterator[Task]:
        return iter(self._tasks.values())

    def create(self, body: CreateBody, take_fate: Callable[[], Fate]) -> Task:
        """Raise a Refusal for an external_task_id that was there before, or when no slot is free for the model."""
        external = body.external_task_id
        if external and any(external == task.body.external_task_id for task in self):
            raise invalid(f"External_task_id {external} already exists")
        if sum(task.running and task.body.model == body.model for task in self) >= self._max_parallel:
            raise busy(1303, "parallel task over resource pack limit")
        now = self._world.clock()
        task = Task(self._new_id(), body, take_fate(), now, now)
        self._tasks[task.id] = task
        self._background.spawn(self._live(task))
        return task

    def find(self, either_id: str) -> Task:
        """By task_id, else by external_task_id; raises a Refusal."""
        by_external = (task for task in self if task.body.external_task_id == either_id)
        task = self._tasks.get(either_id) or next(by_external, None)
        if task is None:
            raise invalid(f"Task not found by id/external id: {either_id}")
        return task

    def page(self, number: int, size: int) -> list[Task]:
        """Newest first; pages count from 1."""
        return list(reversed(self._tasks.values()))[(number - 1) * size : number * size]

    def video(self, video_id: str) -> Video | None:
        return next((task.video for task in self if task.video and task.video.id == video_id), None)

    async def _live(self, task: Task) -> None:
        problem = await asyncio.to_thread(find_problem, task.body)
        if problem:
            await self._world.sleep(self._timings.submitted)
            self._change(task, Status.FAILED, problem)
            return
        # A task that is doomed is not filmed: it would only be canceled.
        if task.fate.doomed:
            await self._go_through(task)
            if task.fate.fail_with is not None and not task.fate.never_finish:
                self._change(task, Status.FAILED, task.fate.fail_with)
            return
        async with asyncio.TaskGroup() as group:
            shooting = group.create_task(self._studio.shoot(task))
            await self._go_through(task)
        self._publish(task, shooting.result())

    async def _go_through(self, task: Task) -> None:
        await self._world.sleep(self._timings.submitted)
        self._change(task, Status.PROCESSING)
        await self._world.sleep(self._timings.processing)

    def _publish(self, task: Task, result: Film) -> None:
        task.video = Video(self._new_id(), self._world.new_uuid().hex, result, self._world.clock() + KEPT)
        self._change(task, Status.SUCCEED)

    def _change(self, task: Task, status: Status, message: str = "") -> None:
        task.status, task.status_msg, task.updated_at = status, message, self._world.clock()
        self._changed(task)

"""The account's tasks, and what is filmed for them."""

import itertools
from collections.abc import Callable, Mapping

from sandbox.common.controls import move_of
from sandbox.common.faults import Fate
from sandbox.common.pictures import find_problem
from sandbox.common.studio import Order, Studio
from sandbox.common.tasks import Plan, Task, Tasks
from sandbox.common.world import Clock, World
from sandbox.film import Shot

from .answers import busy, invalid
from .body import CreateBody
from .new_body import NewBody
from .rules import decode_picture

# What makes the official example's id 893605946402811985 belong to its create_time 1781080778802 (ms).
ID_EPOCH_MS = 1781080778802 - (893605946402811985 >> 22)

AnyBody = CreateBody | NewBody
KlingTask = Task[AnyBody]


class TaskIds:
    """18 digits that grow with time: milliseconds above a counter of 22 bits."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counter = itertools.count(1)

    def __call__(self) -> str:
        milliseconds = int(self._clock().timestamp() * 1000) - ID_EPOCH_MS
        return str(milliseconds << 22 | next(self._counter) & 0x3FFFFF)


def order_of(body: CreateBody, sizes: Mapping[str, int]) -> Order:
    """Blocks: it decodes every picture. `sizes` is the area of a frame by mode."""
    image, tail = (decode_picture(name, getattr(body, name)) for name in ("image", "image_tail"))
    return Order(
        picture=image or tail,
        shot=shot_of(body, sizes[body.mode]),
        slot=body.model,
        external_id=body.external_task_id,
        callback_url=body.callback_url,
        problem=find_problem(image, tail, [decode_picture("mask", mask) for mask in body.masks]),
    )


def shot_of(body: CreateBody, pixels: int) -> Shot:
    move, strength = move_of(body.camera_control)
    return Shot(
        seconds=int(body.duration),
        pixels=pixels,
        move=move,
        strength=strength,
        end_picture=(decode_picture("image_tail", body.image_tail) if body.image else b"") or None,
        sound=body.sound == "on",
        motion=tuple((decode_picture("mask", each.mask), each.path) for each in body.dynamic_masks),
        static_mask=decode_picture("static_mask", body.static_mask) or None,
    )


class KlingTasks(Tasks[AnyBody]):
    """With the rules of the account."""

    def __init__(self, studio: Studio, plan: Plan, world: World, changed: Callable[[KlingTask], None]) -> None:
        self._new_id = TaskIds(world.clock)
        super().__init__(studio, plan, world, self._new_id, changed)

    def create(self, body: AnyBody, order: Order, take_fate: Callable[[], Fate]) -> KlingTask:
        """Raise a Refusal for an external_task_id that was there before, or when no place is free for the model."""
        external = order.external_id
        if external and any(external == task.order.external_id for task in self):
            raise invalid(f"External_task_id {external} already exists")
        if not self.has_place(order.slot):
            raise busy(1303, "parallel task over resource pack limit")
        return self.add(self._new_id(), body, order, take_fate())

    def find(self, either_id: str) -> KlingTask:
        """By task_id, else by external_task_id; raises a Refusal. What the new standard made is not found."""
        found = [task for task in self._legacy() if either_id in {task.id, task.order.external_id}]
        if not found:
            raise invalid(f"Task not found by id/external id: {either_id}")
        return next((task for task in found if task.id == either_id), found[0])

    def page(self, number: int, size: int) -> list[KlingTask]:
        """Newest first; pages count from 1."""
        return self._legacy()[::-1][(number - 1) * size : number * size]

    def _legacy(self) -> list[KlingTask]:
        return [task for task in self if isinstance(task.body, CreateBody)]

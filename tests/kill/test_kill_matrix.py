"""Whatever step a process dies at, the next one brings the job to its end: nothing lost, nothing twice, credits exact.

The steps are those of a life that nothing disturbs (see ``tests.kill.seams``): a new write or request is in the matrix
as soon as the code makes it. Between two steps nothing outside of the process changes, so that death after one is death
before the next; ``KILL_MATRIX=full`` (``make chaos``) takes both all the same, and every client, database and story.
Without it the first row takes every step, each other row every eighth, from a different one on.
"""

import os
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import pytest
from sqlalchemy import Engine, event

from sandbox.common.faults import Answer, DropAfter, Fate
from storage.records import Job
from storage.states import JobState
from storage.store import LEASE
from tests.bot.pipeline.conftest import CLIENTS, House
from tests.bot.pipeline.test_each_provider import FINDS, ORDERS
from tests.kill.conftest import Scene, Theatre
from tests.kill.seams import Death, Life, Side

FULL: Final = os.environ.get("KILL_MATRIX") == "full"

SHORT: Final = LEASE + timedelta(seconds=5)
LONG: Final = timedelta(minutes=10)
"""Outages in which Discord remembers what a process posted last, and has forgotten it."""

GONE: Final = Answer(400, 1201, "The model 'kling-v2-5-turbo' has been discontinued and is no longer available.")


@dataclass(frozen=True)
class Story:
    """What happens to a job besides the death of its process, and how it ends where its provider can be asked."""

    prepare: Callable[[Scene], None] = lambda _: None
    end: JobState = JobState.DELIVERED
    end_without_asking: JobState = JobState.DELIVERED


def _lose_answer(scene: Scene) -> None:
    _inject(scene, DropAfter())


def _take_away_model(scene: Scene) -> None:
    _inject(scene, GONE)


def _inject(scene: Scene, fault: Any) -> None:
    simulated = scene.simulators[scene.clients[0].split("-")[0]]
    simulated.faults.inject(simulated._operations("create"), fault)


def _doom(scene: Scene) -> None:
    for simulated in scene.simulators.values():
        simulated.faults.doom(Fate(fail_with="the picture shows nothing"))


def _lose_posts(scene: Scene) -> None:
    """The card's and the result's, which goes into the thread."""
    for place in (f"{scene.channel.id}", rf"(?!{scene.channel.id}/)\d+"):
        scene.discord.faults.add("POST", f"/channels/{place}/messages$", reset=True, when="after")


WELL, LOST, REROUTED = "all goes well", "the create's answer is lost", "another provider has to take it"
STORIES: Final = {
    WELL: Story(),
    LOST: Story(_lose_answer, end_without_asking=JobState.UNCERTAIN),
    "the task fails": Story(_doom, JobState.FAILED, JobState.FAILED),
    "the answers to posts are lost": Story(_lose_posts),
    REROUTED: Story(_take_away_model),
}


@dataclass(frozen=True)
class Row:
    """One line of the matrix: a story on one database with certain clients."""

    story: str
    clients: tuple[str, ...]
    database: str

    def __str__(self) -> str:
        return f"{self.story}, {' and '.join(self.clients)}, {self.database}"


def _rows() -> Iterator[Row]:
    for database in ("sqlite", "postgresql"):
        for client in CLIENTS:
            yield from (Row(story, (client,), database) for story in STORIES if story != REROUTED)
        yield Row(REROUTED, ("kling", "ezmodel"), database)


QUICK: Final = {
    *(Row(WELL, (client,), "sqlite") for client in ("kling", "aimlapi", "ezmodel", "ai302")),
    *(Row(WELL, (client,), "postgresql") for client in ("kling", "aimlapi")),
    *(Row(LOST, (client,), "sqlite") for client in ("kling", "aimlapi")),
}
"""Providers differ in how a create is found again, and in nothing else; the databases in how they keep and lock."""


WHOLE: Final = Row(WELL, ("kling",), "sqlite")
SLEEPY: Final = {WHOLE}
STRIDE: Final = 8


def _steps(row: Row, steps: list[str]) -> Iterator[tuple[int, str]]:
    """The steps that this row tries."""
    first = zlib.crc32(str(row).encode()) % STRIDE
    for step, name in enumerate(steps):
        if FULL or row == WHOLE or step % STRIDE == first:
            yield step, name


@pytest.fixture
def database_url(row: Row, request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{row.database}_url"))


@pytest.mark.parametrize("row", [row for row in _rows() if FULL or row in QUICK], ids=str)
async def test_death_at_any_step_loses_nothing_and_repeats_nothing(theatre: Theatre, row: Row) -> None:
    steps = await _undisturbed(theatre, row)
    assert len(steps) > 15
    wrong = []
    for death in _deaths(row, steps):
        for outage in _outages(row, steps[death.step]):
            problems = await _die_and_go_on(theatre, row, death, outage)
            wrong += [f"{death.side} step {death.step} ({steps[death.step]}), {outage}: {one}" for one in problems]
    assert wrong == []


def _deaths(row: Row, steps: list[str]) -> Iterator[Death]:
    on_files_too = FULL or row == WHOLE
    for step, name in _steps(row, steps):
        if on_files_too or not name.startswith("thread"):
            if FULL or step == 0:
                yield Death(step, Side.BEFORE)
            yield Death(step, Side.AFTER)


def _outages(row: Row, step: str) -> tuple[timedelta, ...]:
    """How long ago something was posted matters where something may have been posted."""
    looks_back = step.startswith("POST") and (FULL or row.clients == ("kling",))
    return (SHORT, LONG) if looks_back else (SHORT,)


async def _undisturbed(theatre: Theatre, row: Row) -> list[str]:
    async with _scene(theatre, row) as scene:
        house, life = await scene.start(), Life()
        assert await life.run(scene.whole_life(house))
        assert await _problems(scene, house, _usual_end(row, row.clients[0])) == []
        return life.steps


@pytest.mark.parametrize("row", [row for row in _rows() if row.story == WELL and (FULL or row in SLEEPY)], ids=str)
async def test_a_process_that_slept_while_another_went_on_repeats_nothing(theatre: Theatre, row: Row) -> None:
    steps = await _undisturbed(theatre, row)
    wrong = []
    for step, name in _sleeps(steps):
        problems = await _sleep_and_wake(theatre, row, step)
        wrong += [f"asleep after step {step} ({name}): {one}" for one in problems]
    assert wrong == []


def _sleeps(steps: list[str]) -> Iterator[tuple[int, str]]:
    """What has just been done when the process falls asleep; of that which leads to a post, nothing is left out."""
    outside = [(step, name) for step, name in enumerate(steps) if not name.startswith("thread")]
    for number, (step, name) in enumerate(outside):
        next_ones = outside[number + 1 : number + 4]
        if FULL or number % STRIDE == 0 or any(later.startswith("POST") for _, later in next_ones):
            yield step, name


async def _sleep_and_wake(theatre: Theatre, row: Row, step: int) -> list[str]:
    async with _scene(theatre, row) as scene:
        first, life = await scene.start(), Life(Death(step, Side.AFTER))
        assert not await life.run(scene.whole_life(first))
        await scene.pass_time(SHORT)
        second = await scene.start()
        await scene.go_on(second)
        await scene.pass_time(LONG)
        await life.wake()
        await scene.go_on(second)
        return await _problems(scene, second, _usual_end(row, row.clients[0]))


@pytest.mark.parametrize("row", [Row(WELL, ("kling",), "sqlite")], ids=str)
async def test_nothing_is_written_beside_the_steps(theatre: Theatre, row: Row) -> None:
    written: list[str] = []

    def notice(_connection: Any, _cursor: Any, statement: str, _values: Any, context: Any, _many: bool) -> None:
        if context.isinsert or context.isupdate or context.isdelete:
            written.append(statement)

    async with _scene(theatre, row) as scene:
        house, life = await scene.start(), Life()
        event.listen(Engine, "after_cursor_execute", notice)
        try:
            assert await life.run(scene.whole_life(house))
        finally:
            event.remove(Engine, "after_cursor_execute", notice)
        assert written == life.written


@asynccontextmanager
async def _scene(theatre: Theatre, row: Row) -> AsyncIterator[Scene]:
    async with theatre.scene(*row.clients, **ORDERS[row.clients[0]]) as scene:
        STORIES[row.story].prepare(scene)
        yield scene
        scene.discord.faults.clear()


def _usual_end(row: Row, provider: str) -> JobState:
    story = STORIES[row.story]
    return story.end if provider in FINDS else story.end_without_asking


def _end(row: Row, left: Job | None) -> JobState | None:
    """How a job has to end that was left like this; ``None`` where there is none."""
    if left is None:
        return None
    if left.state is JobState.SUBMITTING and left.provider not in FINDS:
        return JobState.UNCERTAIN
    return _usual_end(row, left.provider)


async def _die_and_go_on(theatre: Theatre, row: Row, death: Death, outage: timedelta) -> list[str]:
    async with _scene(theatre, row) as scene:
        first, life = await scene.start(), Life(death)
        try:
            if await life.run(scene.whole_life(first)):
                return ["the life went another way and did not die"]
            await scene.pass_time(outage)
            second = await scene.start()
            end = _end(row, await second.store.job(scene.job_id))
            await scene.go_on(second)
            return await _problems(scene, second, end)
        finally:
            await life.bury()


async def _problems(scene: Scene, house: House, end: JobState | None) -> list[str]:
    """Where the world differs from one in which everything happened once."""
    job = await house.store.job(scene.job_id)
    usage = await house.store.usage(scene.discord.world.guild.id, scene.discord.world.alice.id)
    price = job.credits if job else 0
    counts = {
        "state": (job and job.state, end),
        "tasks": (scene.creates, _tasks(scene, job, end)),
        "cards": (len(scene.cards()), 1 if job else 0),
        "threads": (len(scene.threads()), 1 if job else 0),
        "results": (scene.results(), [scene.film] if end is JobState.DELIVERED else []),
        "credits held": (usage.held, price if end is JobState.UNCERTAIN else 0),
        "credits spent": (usage.spent, price if end is JobState.DELIVERED else 0),
        "ledger": (await house.store.inconsistencies(), []),
        "unshown changes": (job and job.revision - job.shown_revision, job and 0),
    }
    return [
        f"{name}: {_brief(found)}, not {_brief(right)}" for name, (found, right) in counts.items() if found != right
    ]


def _tasks(scene: Scene, job: Job | None, end: JobState | None) -> int:
    """One for each job; a job may be uncertain with one or without."""
    if end is JobState.UNCERTAIN:
        return min(scene.creates, 1)
    return 1 if job else 0


def _brief(value: object) -> object:
    return f"{len(value)} videos" if isinstance(value, list) and value and isinstance(value[0], bytes) else value

"""A storm over the real bot: orders of random options, and faults everywhere, by a seed.

What happens and when is drawn from the seed before the storm begins, so that the same seed gives the same storm.
"""

import asyncio
import random
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Callable, Coroutine, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from sandbox.common.faults import Answer, Delay, DropAfter, DropBefore, Fate, Fault, RawAnswer, Truncate
from sandbox.discord import Invocation
from sandbox.stage import BotProcess, Stage
from tests.bot.pipeline.test_each_provider import BUSY, ORDERS, at

Act = Callable[[], Coroutine[Any, Any, None]]

CALLS: Final = ("POST", "/messages$"), ("PATCH", "/messages/"), ("GET", "/messages"), ("POST", "/threads$")
"""What the bot asks of Discord for a job besides answering commands."""

LOCKED_SECONDS: Final = 6.0
"""Longer than the bot waits for a lock on SQLite."""


@dataclass
class Storm:
    """``seconds`` of orders and faults; ``disturb_database`` disturbs the database for a while."""

    stage: Stage
    seed: int
    seconds: float
    orders: int
    processes: int
    disturb_database: Act
    photo: bytes
    invocations: dict[str, Invocation] = field(default_factory=dict)
    bad_ends: list[str] = field(default_factory=list)
    _bots: dict[int, BotProcess] = field(default_factory=dict)
    _slots: dict[int, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def begin(self) -> None:
        """Start the processes."""
        for slot in range(self.processes):
            async with self._slots[slot]:
                await self._start(slot)
        await self.stage.ready()

    async def rage(self) -> None:
        """Until everything that was drawn has happened; then the weather is fair and every process runs."""
        plan = self._plan(random.Random(self.seed))  # noqa: S311 - chance by a seed
        now = asyncio.get_running_loop().time
        start = now()
        async with asyncio.TaskGroup() as group:
            for moment, act in plan:
                await asyncio.sleep(start + moment - now())
                group.create_task(act())
        self.stage.discord.faults.clear()
        for simulated in self.stage.simulators.values():
            simulated.faults.clear()

    def _plan(self, chance: random.Random) -> list[tuple[float, Act]]:
        """Moments in seconds, and what happens then; the last third has neither orders nor deaths."""
        until = self.seconds * 2 / 3
        acts: list[Act] = [partial(self._order, *self._wish(chance, number)) for number in range(self.orders)]
        acts += [self._provider_fault(chance) for _ in range(self.orders // 2)]
        acts += [self._discord_fault(chance) for _ in range(self.orders // 2)]
        acts += [chance.choice(self._gateway_faults()) for _ in range(max(2, self.orders // 50))]
        acts += [self.disturb_database for _ in range(max(1, self.orders // 100))]
        plan = [(chance.uniform(0, until), act) for act in acts]
        ends = max(2, round(self.seconds / 50))  # of processes, spread so that each has begun before it ends
        for number in range(ends):
            moment = until * (number + chance.uniform(0.5, 1)) / ends
            victim = chance.randrange(self.processes)
            plan.append((moment, partial(self._end, victim, kill=number % 2 == 0)))
        return sorted(plan, key=lambda one: one[0])

    def _wish(self, chance: random.Random, number: int) -> tuple[str, str, dict[str, Any]]:
        client = chance.choice(list(ORDERS))
        options = dict(ORDERS[client], duration=chance.choice((5, 5, 10)))
        if chance.random() < 0.4:
            options["provider"] = client.split("-")[0]
        if chance.random() < 0.3:
            options["negative_prompt"] = chance.choice(("blur", "текст", "手" * 40))
        if chance.random() < 0.05:  # most models do not take it: such an order has to be refused
            options["cfg_scale"] = chance.choice((0.0, 0.5, 1.0))
        return scene(number), chance.choice(("alice", "bob", "moderator")), options

    async def _order(self, prompt: str, who: str, options: dict[str, Any]) -> None:
        world = self.stage.discord.world
        member = getattr(world, who)
        self.invocations[prompt] = await self.stage.discord.slash(
            member, world.channel, "animate", image=(self.photo, "photo.jpg"), prompt=prompt, **options
        )

    def _provider_fault(self, chance: random.Random) -> Act:
        client = chance.choice(list(ORDERS))
        fault: Fault = chance.choice(
            (
                DropBefore(),
                DropAfter(),
                Delay(chance.uniform(0.1, 3)),
                Truncate(chance.uniform(0, 1)),
                RawAnswer("<html>502 Bad Gateway</html>", 502, "text/html"),
                RawAnswer('{"code": 0, "data": {"task', 200),
                Answer(500),
                at(BUSY["429"], client),
            )
        )
        operation, doomed = chance.choice(("create", "query", "query", "file")), chance.random() < 0.15

        async def act() -> None:
            simulated = self.stage.simulators[client.split("-")[0]]
            operations = simulated._operations
            name = "fetch" if operation == "query" and "FETCH" in operations.__members__ else operation
            simulated.faults.inject(operations(name), fault)
            if doomed:
                simulated.faults.doom(Fate(fail_with="the picture shows nothing"))

        return act

    def _discord_fault(self, chance: random.Random) -> Act:
        method, path = chance.choice(CALLS)
        what = chance.choice(
            (
                {"status": 500},
                {"status": 502},
                {"status": 429, "retry_after": chance.uniform(0.1, 1)},
                {"reset": True},
                {"delay": chance.uniform(0.1, 3)},
            )
        )
        when = "before" if what.get("status") == 429 else chance.choice(("before", "after"))

        async def act() -> None:
            self.stage.discord.faults.add(method, path, times=1, when=when, **what)

        return act

    def _gateway_faults(self) -> Sequence[Act]:
        gateway = self.stage.discord.gateway
        return [_act(gateway.cut), _act(gateway.reconnect), _act(partial(gateway.invalidate, resumable=False))]

    async def _end(self, slot: int, *, kill: bool) -> None:
        """A process dies, or is asked to stop; another takes its place."""
        async with self._slots[slot]:
            bot = self._bots[slot]
            if kill:
                await bot.kill()
            else:
                await bot.stop(within=20)
                await self._judge(bot)
            await self._start(slot)

    async def keep_running(self) -> None:
        """What a supervisor does."""
        while True:
            await asyncio.sleep(0.2)
            for slot, lock in self._slots.items():
                async with lock:
                    if not self._bots[slot].running:
                        await self._judge(self._bots[slot])
                        await self._start(slot)

    async def _judge(self, bot: BotProcess) -> None:
        """A process ends well, or at its start where the database is locked just then, or before it has begun."""
        code, text = bot.process.returncode, await asyncio.to_thread(bot.log.read_text)
        if code != 0 and "The database cannot be used" not in text and text:
            self.bad_ends.append(f"exit code {code}: {text[-3000:]}")

    async def _start(self, slot: int) -> None:
        folder = self.stage.folder / f"data-{slot}"
        self._bots[slot] = await self.stage.start_bot(DATA_DIR=str(folder), DEFAULT_ALLOWANCE="1000000")


def say(text: str) -> None:
    """To whoever runs the test with ``-s``, or reads why it failed."""
    sys.stdout.write(f"{text}\n")


def scene(number: int) -> str:
    """The prompt of an order, by which its job and its creates are known."""
    return f"scene-{number:05}-"


async def lock_sqlite(file: str) -> None:
    """Hold the write lock for longer than the bot waits."""
    with closing(sqlite3.connect(file, timeout=20, isolation_level=None, check_same_thread=False)) as database:
        await asyncio.to_thread(database.execute, "BEGIN IMMEDIATE")
        await asyncio.sleep(LOCKED_SECONDS)
        database.execute("ROLLBACK")


def _act(work: Callable[[], None]) -> Act:
    async def act() -> None:
        work()

    return act

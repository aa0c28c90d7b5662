"""Everything goes wrong at once, and at the end everything is as if nothing had.

``CHAOS_SECONDS`` and ``CHAOS_SEED`` (``make chaos``) choose how long the storm rages and which one it is; the seed is
in the test's output.
"""

import asyncio
import os
import re
import secrets
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any, Final

import pytest
from sqlalchemy import select

from sandbox.ai302.form import Part
from sandbox.common.tasks import Timings
from sandbox.common.world import utc_now
from sandbox.discord import SimulatedDiscord
from sandbox.stage import PROVIDERS, Stage
from storage.database import Database
from storage.jobs import record
from storage.records import Job
from storage.states import JobState
from storage.store import Store
from storage.tables import jobs
from tests.bot.pipeline.test_each_provider import FINDS
from tests.chaos.storm import LOCKED_SECONDS, Storm, lock_sqlite, say, scene
from tests.conftest import Postgres

pytestmark = pytest.mark.process

SECONDS: Final = float(os.environ.get("CHAOS_SECONDS", "30"))
SEED: Final = int(os.environ.get("CHAOS_SEED") or 0) or secrets.randbits(32)
ORDERS_A_SECOND: Final = 1.5
"""Many find a process that is dead, or a database that takes nothing: 500 and more in ten minutes become jobs."""

CALM: Final = 60 + SECONDS / 2
"""Seconds after the storm in which the rest is done; much of them are pauses before a next try."""

ENDS: Final = frozenset({JobState.DELIVERED, JobState.FAILED, JobState.UNCERTAIN})

StageMaker = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.mark.parametrize("database_url", ["sqlite", "postgresql"] if SECONDS > 100 else ["sqlite"], indirect=True)
async def test_a_storm_loses_nothing_and_repeats_nothing(
    make_stage: StageMaker, database_url: str, photo: bytes, request: pytest.FixtureRequest
) -> None:
    sqlite = database_url.startswith("sqlite")
    share = 0.5 if SECONDS > 100 else 1.0
    say(f"CHAOS_SECONDS={SECONDS:g} CHAOS_SEED={SEED}")
    async with (
        make_stage(providers=PROVIDERS, database_url=database_url, timings=Timings(0.1, 0.5), max_parallel=10) as stage,
        Database(database_url) as database,
    ):
        storm = Storm(
            stage=stage,
            seed=SEED,
            seconds=SECONDS * share,
            orders=round(SECONDS * share * ORDERS_A_SECOND),
            processes=1 if sqlite else 2,
            disturb_database=partial(_disturb, request, database),
            photo=photo,
        )
        await storm.begin()
        supervisor = asyncio.create_task(storm.keep_running())
        await storm.rage()
        store = Store(database, clock=utc_now, owner="test", default_allowance=0)
        found = await _settled(database)
        assert len(found) > storm.orders / 4
        supervisor.cancel()
        assert storm.bad_ends == []
        assert await store.inconsistencies() == []
        assert await _wrong(stage, storm, found) == []
        await _check_credits(store, stage, found)


async def _disturb(request: pytest.FixtureRequest, database: Database) -> None:
    """Nobody can write for a while; PostgreSQL drops every connection too."""
    if database.is_sqlite:
        await lock_sqlite(str(database.url.database))
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    name = str(database.url.database)
    for rule in ("SET default_transaction_read_only = on", "RESET default_transaction_read_only"):
        await postgres.execute(f"ALTER DATABASE {name} {rule}")
        await postgres.disconnect(name)
        await asyncio.sleep(LOCKED_SECONDS)


async def _settled(database: Database) -> list[Job]:
    """All jobs, when each has come to its end and its card says so."""
    left: list[Job] = []
    async with asyncio.timeout(CALM):
        while True:
            found = await _jobs(database)
            left = [job for job in found if job.state not in ENDS or job.shown_revision < job.revision]
            if not left:
                return found
            await asyncio.sleep(0.5)


async def _jobs(database: Database) -> list[Job]:
    async with database.read() as connection:
        return [record(row) for row in await connection.execute(select(jobs))]


async def _wrong(stage: Stage, storm: Storm, found: list[Job]) -> list[str]:
    """Where something was lost or done twice."""
    wrong = []
    by_prompt = Counter(str(job.request["prompt"]) for job in found)
    creates = _creates(stage, storm)
    results, cards = _posted(stage.discord)
    for job in found:
        prompt = str(job.request["prompt"])
        delivered = job.state is JobState.DELIVERED
        checks: dict[str, tuple[object, set[Any]]] = {
            "jobs of its order": (by_prompt[prompt], {1}),
            "tasks": (creates[prompt], {1} if delivered else {0, 1}),
            "results": (results[job.id], {int(delivered)}),
            "cards": (cards[job.id], {1}),
            "may be uncertain": (job.state is JobState.UNCERTAIN and job.provider in FINDS, {False}),
            "has a reason": (bool(job.failure), {job.state is JobState.FAILED}),
        }
        wrong += [
            f"{job.id} {prompt} is {job.state}: {what} {is_}" for what, (is_, may) in checks.items() if is_ not in may
        ]
    promised = [
        prompt for prompt, call in storm.invocations.items() if call.message and "is ordered" in call.message.text
    ]
    wrong += [f"{prompt} was promised and is not there" for prompt in promised if not by_prompt[prompt]]
    wrong += [f"{prompt} was made for nobody" for prompt, number in creates.items() if number and not by_prompt[prompt]]
    say(f"{len(storm.invocations)} orders, {len(promised)} answered, {Counter(job.state.value for job in found)}")
    return wrong


def _creates(stage: Stage, storm: Storm) -> Counter[str]:
    """How many tasks the providers took for each order."""
    said = [_said(create) for simulated in stage.simulators.values() for create in simulated.creates]
    return Counter({scene(number): sum(scene(number) in one for one in said) for number in range(storm.orders)})


def _said(create: Mapping[str, Any]) -> str:
    texts = [value.text if isinstance(value, Part) and not value.filename else str(value) for value in create.values()]
    return " ".join(texts)


def _posted(discord: SimulatedDiscord) -> tuple[Counter[str], Counter[str]]:
    """How many results and cards there are for each job."""
    channel = discord.world.channel
    messages = [one for place in (channel, *discord.threads(channel)) for one in discord.messages(place)]
    files = [file.filename for one in messages for file in one.attachments if file.filename.endswith(".mp4")]
    results = Counter(name.removeprefix("stillmotion-").removesuffix(".mp4") for name in files)
    cards = [one.text for one in discord.messages(channel) if not one.ephemeral]
    return results, Counter({job_id: sum(job_id in text for text in cards) for job_id in _ids(cards)})


def _ids(texts: list[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"\b[0-9a-f]{32}\b", text)}


async def _check_credits(store: Store, stage: Stage, found: list[Job]) -> None:
    """What members have spent is the price of what they got, and nothing else is held."""
    world = stage.discord.world
    for member in (world.alice, world.bob, world.moderator):
        theirs = [job for job in found if job.member_id == member.id]
        usage = await store.usage(world.guild.id, member.id)
        assert usage.spent == sum(job.credits for job in theirs if job.state is JobState.DELIVERED)
        assert usage.held == sum(job.credits for job in theirs if job.state is JobState.UNCERTAIN)

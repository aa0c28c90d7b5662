"""Late tasks, accounts that ask to wait, and providers that do not answer."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from languages.sentence import Sentence
from providers.errors import Busy, OutOfMoney, TaskUnknown
from providers.provider import ProviderTask, TaskStatus
from sandbox.common.faults import Answer
from sandbox.kling import Operation
from storage.paces import ENOUGH
from storage.quotas import Quotas
from storage.records import Job
from storage.states import JobState
from tests.bot.pipeline.conftest import House
from tests.conftest import START

OpenHouse = Callable[..., Awaitable[House]]

MONEY = OutOfMoney("the balance is used up")


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One is enough: all of this is about providers. Every statement is tested on both in ``tests/storage``."""
    return sqlite_url


async def money(house: House) -> tuple[int, int]:
    """Spent and held in all."""
    entries = await house.quotas.entries(1, START, house.clock() + timedelta(days=1))
    return sum(entry.spent for entry in entries), sum(entry.held for entry in entries)


def answer(house: House, monkeypatch: pytest.MonkeyPatch, tell: Callable[[str], ProviderTask | None]) -> None:
    """What the provider says of tasks from now on; nothing of those that it does not know."""

    async def fetch(task_id: str) -> ProviderTask:
        task = tell(task_id)
        if task is None:
            raise TaskUnknown(f"no task {task_id}")
        return task

    async def fetch_many(task_ids: Sequence[str]) -> Mapping[str, ProviderTask]:
        return {task_id: task for task_id in task_ids if (task := tell(task_id)) is not None}

    provider = house.watch._providers["kling"]
    monkeypatch.setattr(provider, "fetch", fetch)
    monkeypatch.setattr(provider, "fetch_many", fetch_many)


def still_running(task_id: str) -> ProviderTask:
    return ProviderTask(task_id, TaskStatus.RUNNING)


async def running(house: House, **options: Any) -> Job:
    job = await house.order(**options)
    await house.drive(house.cards)
    await house.drive(house.submit)
    return await house.job(job)


async def finish(house: House, job: Job) -> Job:
    """The film is ready, and the bot goes on until nothing is left to do."""
    await house.finish_film()
    house.clock.advance(timedelta(days=1))
    for _ in range(2):
        await house.drive(house.watch)
        await house.drive(house.deliver)
        await house.drive(house.cards)
        await house.store.look_now(job.id)
    return await house.job(job)


@pytest.mark.parametrize("days", [1, 9], ids=["late", "uncertain"])
async def test_f6_a_late_success_is_delivered_once_and_charged_once(
    house: House, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    job = await running(house)
    with monkeypatch.context() as slow:
        answer(house, slow, still_running)
        for _ in range(days):
            house.clock.advance(timedelta(days=1))
            await house.drive(house.watch)
    late = await house.job(job)
    assert late.late_at is not None
    assert late.state is (JobState.RUNNING if days == 1 else JobState.UNCERTAIN)
    assert await money(house) == (0, 21)
    done = await finish(house, job)
    assert done.state is JobState.DELIVERED
    assert house.discord.posts == 1
    assert await money(house) == (21, 0)
    assert len(house.kling.creates) == 1
    assert await house.store.inconsistencies() == []


async def test_f6_what_was_given_back_is_neither_charged_nor_delivered_later(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = await running(house)
    with monkeypatch.context() as gone:
        answer(house, gone, lambda _: None)
        for _ in range(3):
            house.clock.advance(timedelta(days=1))
            await house.drive(house.watch)
    assert (await house.job(job)).state is JobState.FAILED
    assert (await finish(house, job)).state is JobState.FAILED
    assert house.discord.posts == 0
    assert await money(house) == (0, 0)


async def test_an_uncertain_task_that_fails_gives_the_credits_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = await running(house)
    answer(house, monkeypatch, still_running)
    for _ in range(9):
        house.clock.advance(timedelta(days=1))
        await house.drive(house.watch)
    assert (await house.job(job)).state is JobState.UNCERTAIN
    reason = Sentence("providers-refused")
    answer(house, monkeypatch, lambda task_id: ProviderTask(task_id, TaskStatus.FAILED, reason=reason))
    house.clock.advance(timedelta(days=1))
    await house.drive(house.watch)
    assert (await house.job(job)).failure == reason.dump()
    assert await money(house) == (0, 0)


async def test_f10_a_task_is_looked_at_for_as_long_as_its_card_says_so(
    house: House, monkeypatch: pytest.MonkeyPatch, quotas: Quotas
) -> None:
    asked = list[str]()

    def tell(task_id: str) -> ProviderTask:
        asked.append(task_id)
        return still_running(task_id)

    job = await running(house)
    answer(house, monkeypatch, tell)
    for _ in range(14):
        before = len(asked)
        house.clock.advance(timedelta(days=1))
        await house.drive(house.watch)
        assert len(asked) > before
    assert [change.action for change in await quotas.changes(1, limit=9)] == ["uncertain", "late"]
    assert (await house.job(job)).state is JobState.UNCERTAIN


async def test_f25_a_provider_that_does_not_answer_holds_up_its_own_tasks_only(
    open_house: OpenHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await open_house("kling", "aimlapi")
    stuck = await running(house, provider="kling")
    other = await running(house, number=2, member=4, provider="aimlapi", model="kling-v2-1", mode="pro")
    await house.finish_film()
    never = asyncio.Event()

    async def silence(_: object) -> Mapping[str, ProviderTask]:
        await never.wait()
        return {}

    monkeypatch.setattr(house.watch._providers["kling"], "fetch_many", silence)
    house.clock.advance(timedelta(minutes=30))
    groups = house.watch.groups(await house.watch.claim(10_000))
    looks = [asyncio.create_task(house.watch.work(group)) for group in groups]
    async with asyncio.timeout(10):
        while (await house.job(other)).state is JobState.RUNNING:
            await asyncio.sleep(0.02)
    assert (await house.job(stuck)).state is JobState.RUNNING
    third = await house.order(3, provider="kling")
    await house.drive(house.submit)
    house.clock.advance(timedelta(minutes=30))
    assert third.id not in [claim.job.id for claim in await house.watch.claim(10_000)]
    never.set()
    await asyncio.gather(*looks)


async def test_f25_an_account_whose_submissions_do_not_end_holds_up_its_own_jobs_only(
    open_house: OpenHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await open_house("kling", "aimlapi")
    monkeypatch.setattr("bot.pipeline.submit.AT_ONCE", 2)
    for number in range(1, 6):
        await house.order(number, member=number, provider="kling")
    other = await house.order(9, member=9, provider="aimlapi", model="kling-v2-1", mode="pro")
    never = asyncio.Event()

    async def silence(_: object) -> ProviderTask:
        await never.wait()
        raise Busy("too late")

    monkeypatch.setattr(house.submit._providers["kling"], "submit", silence)
    claims = await house.submit.claim(4)
    assert [claim.job.provider for claim in claims] == ["kling", "kling", "aimlapi"]
    tasks = [asyncio.create_task(house.submit.work([claim])) for claim in claims]
    async with asyncio.timeout(10):
        while (await house.job(other)).state is not JobState.RUNNING:
            await asyncio.sleep(0.02)
    assert await house.submit.claim(4) == []
    never.set()
    await asyncio.gather(*tasks)


async def test_f25_an_account_whose_videos_come_slowly_holds_up_its_own_jobs_only(
    open_house: OpenHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await open_house("kling", "aimlapi")
    for number in range(1, 6):
        await running(house, number=number, member=number, provider="kling")
    other = await running(house, number=9, member=9, provider="aimlapi", model="kling-v2-1", mode="pro")
    await house.finish_film()
    house.clock.advance(timedelta(minutes=30))
    await house.drive(house.watch)
    house.clock.advance(timedelta(minutes=2))
    never, fetch = asyncio.Event(), house.deliver._downloader.fetch

    async def slowly(url: str, target: Path) -> int:
        if url.startswith(house.simulators["kling"].base_url):
            await never.wait()
        return await fetch(url, target)

    monkeypatch.setattr(house.deliver._downloader, "fetch", slowly)
    claims = await house.deliver.claim(house.deliver.capacity)
    assert Counter(claim.job.provider for claim in claims) == {"kling": 4, "aimlapi": 1}
    tasks = [asyncio.create_task(house.deliver.work([claim])) for claim in claims]
    async with asyncio.timeout(20):
        while (await house.job(other)).state is not JobState.DELIVERED:
            await asyncio.sleep(0.02)
    assert await house.deliver.claim(4) == []
    never.set()
    await asyncio.gather(*tasks)


async def test_a_refused_question_lets_every_process_wait(
    make_house: Callable[..., House], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = make_house("one"), make_house("other")
    jobs = [await running(one, number=number) for number in (1, 2)]

    async def busy(_: object) -> Mapping[str, ProviderTask]:
        raise Busy("429", retry_after=90)

    one.clock.advance(timedelta(minutes=30))
    await one.finish_film()
    with monkeypatch.context() as refusing:
        refusing.setattr(one.watch._providers["kling"], "fetch_many", busy)
        await one.drive(one.watch)
    for job in jobs:
        await other.store.look_now(job.id)
    assert await other.drive(other.watch) == 0
    other.clock.advance(timedelta(seconds=91))
    assert await other.drive(other.watch) == 2
    assert {(await one.job(job)).state for job in jobs} == {JobState.DELIVERING}


async def test_what_was_told_before_a_refusal_is_not_lost(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    told, untold = await running(house, number=1), await running(house, number=2)
    video = ProviderTask(told.provider_task_id or "", TaskStatus.SUCCEEDED, "https://video.example/1.mp4")

    async def busy(_: object) -> Mapping[str, ProviderTask]:
        raise Busy("429", found={video.task_id: video})

    monkeypatch.setattr(house.watch._providers["kling"], "fetch_many", busy)
    house.clock.advance(timedelta(minutes=30))
    await house.drive(house.watch)
    assert [(await house.job(job)).state for job in (told, untold)] == [JobState.DELIVERING, JobState.RUNNING]
    await house.store.look_now(untold.id)
    assert await house.drive(house.watch) == 0


async def test_a_refused_submission_slows_both_apis_and_fails_nothing(open_house: OpenHouse) -> None:
    house = await open_house("kling", "kling-new")
    house.kling.faults.inject(Operation.CREATE, Answer(429, 1303, "parallel task over resource pack limit"))
    first = await house.order(1, provider="kling")
    await house.drive(house.submit)
    await house.order(2, provider="kling")
    assert await house.drive(house.submit) == 0
    waiting = await house.job(first)
    assert waiting.state is JobState.QUEUED
    house.clock.advance(waiting.due_at - house.clock())
    assert await house.drive(house.submit) == 1
    assert await house.drive(house.submit) == 1
    assert len(house.kling.creates) == 2


async def test_an_empty_account_pauses_all_its_apis(open_house: OpenHouse) -> None:
    house = await open_house("kling", "kling-new", "aimlapi")
    job = await house.order(1, provider="kling")
    await house.submit._routes.pause(job, MONEY)
    assert {(pause.client, pause.model) for pause in await house.store.pauses()} == {("kling", ""), ("kling-new", "")}


async def test_a_wish_to_be_looked_at_is_not_lost_while_its_task_is_looked_at(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a callback comes between the provider's answer and the writing down of it."""
    job = await running(house)
    house.clock.advance(timedelta(minutes=30))
    answer(house, monkeypatch, still_running)
    claims = await house.watch.claim(9)
    house.clock.advance(timedelta(seconds=1))
    await house.store.look_now(job.id)
    await house.watch.work(claims)
    await house.store.give_back(*claims)
    assert (await house.job(job)).due_at == house.clock()
    assert await house.drive(house.watch) == 1


async def test_what_was_learned_decides_when_a_task_is_looked_at_first(house: House) -> None:
    for number in range(1, ENOUGH + 1):
        job = await running(house, number=number, member=number)
        await house.finish_film()
        house.clock.advance(timedelta(minutes=5))
        await house.drive(house.watch)
        assert (await house.job(job)).state is JobState.DELIVERING
    learned = await running(house, number=99, member=99)
    assert learned.submitted_at is not None
    assert learned.due_at - learned.submitted_at == timedelta(seconds=270)
    assert learned.expected_seconds == 300


async def test_a_task_that_never_ends_is_told_to_the_moderators_once(
    house: House, quotas: Quotas, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = await running(house)
    answer(house, monkeypatch, still_running)
    for _ in range(3):
        house.clock.advance(timedelta(hours=5))
        await house.drive(house.watch)
    await house.drive(house.cards)
    (change,) = await quotas.changes(1, limit=9)
    assert (change.action, change.member_id, change.after["job"]) == ("late", 3, job.id)
    assert house.discord.cards[job.id] == ["queued", "running"]

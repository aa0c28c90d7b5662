"""Whatever goes wrong at whichever provider: the right state, a plain sentence, right credits, no second create."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Any

import pytest

from sandbox.ai302 import ErrorCode
from sandbox.common.faults import Answer, DropAfter, DropBefore, Fate, Fault, RawAnswer, Truncate
from storage.records import Job
from storage.states import JobState
from tests.bot.pipeline.conftest import CLIENTS, House, told

HouseOf = Callable[..., Awaitable[House]]

ORDERS: Mapping[str, dict[str, Any]] = {
    "kling": {"model": "kling-v2-5-turbo"},
    "kling-new": {"model": "kling-v2-5-turbo"},
    "aimlapi": {"model": "kling-v2-1", "mode": "pro"},
    "aimlapi-universal": {"model": "kling-v2-5-turbo", "mode": "pro"},
    "ezmodel": {"model": "kling-v2-5-turbo"},
    "ai302": {"model": "kling-v1-5"},
}
"""An order that only this client's route is open for, where it is the only one."""

FINDS = {"kling", "kling-new"}

PROXY_PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"
TORN = '{"code": 0, "data": {"task_id": "99'
LOST: Mapping[str, tuple[Fault, ...]] = {
    "connection dropped": (DropBefore(),) * 6,
    "500": (
        Answer(500, 5000, "Internal error"),
        Answer(500, 5000, "Internal error"),
        Answer(500),
        Answer(500),
        Answer(500, "do_request_failed", "do request failed"),
        Answer(500, ErrorCode.INTERNAL),
    ),
    "502": (RawAnswer(PROXY_PAGE, 502, "text/html"),) * 6,
    "503 of a proxy": (RawAnswer(PROXY_PAGE, 503, "text/html"),) * 6,
    "504": (
        Answer(504, 5002, "Timeout"),
        Answer(504, 5002, "Timeout"),
        Answer(504),
        Answer(504),
        Answer(504, "fail_to_fetch_task", "error code: 504"),
        RawAnswer("", 504),
    ),
    "malformed JSON": (RawAnswer(TORN),) * 6,
    "HTML in place of JSON": (RawAnswer(PROXY_PAGE, 200, "text/html"),) * 6,
}
"""By client, in their order: answers that do not say whether the task was taken."""

BUSY: Mapping[str, tuple[Fault, ...]] = {
    "429": (
        Answer(429, 1303, "parallel task over resource pack limit"),
        Answer(429, 1302, "Too many requests"),
        Answer(429),
        Answer(429),
        Answer(429, "fail_to_fetch_task", ""),
        Answer(429, ErrorCode.TOO_MANY),
    ),
}


class Loss(StrEnum):
    """What a route is switched off for."""

    MODEL = "model gone"
    MONEY = "out of money"


SWITCHED_OFF: Mapping[Loss, tuple[Fault, ...]] = {
    Loss.MODEL: (
        Answer(400, 1201, "The model 'kling-v2-5-turbo' has been discontinued and is no longer available."),
        Answer(404, 1203, "The requested resource does not exist"),
        Answer(400, message="Invalid enum value. Expected 'kling-video/v1/pro/image-to-video', received 'x'"),
        Answer(400, message="Invalid enum value. Expected 'kling-video/v1/pro/image-to-video', received 'x'"),
        Answer(503, "model_not_found"),
        Answer(404, ErrorCode.BAD_FIELD, "There is no such endpoint"),
    ),
    Loss.MONEY: (
        Answer(429, 1102, "Account balance not enough"),
        Answer(429, 1101, "Account in arrears"),
        Answer(403),
        Answer(403),
        Answer(403, "quota_not_enough"),
        Answer(403, ErrorCode.ARREARS),
    ),
}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference to providers."""
    return sqlite_url


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def house(open_house: HouseOf, client: str) -> House:
    return await open_house(client)


def at(faults: tuple[Fault, ...], client: str) -> Fault:
    return faults[list(CLIENTS).index(client)]


def inject(house: House, fault: Fault, *, operation: str = "create", times: int = 1) -> None:
    (simulated,) = house.simulators.values()
    operations = simulated._operations
    name = "fetch" if operation == "query" and "FETCH" in operations.__members__ else operation
    simulated.faults.inject(operations(name), fault, times)


def doom(house: House, fate: Fate) -> None:
    (simulated,) = house.simulators.values()
    simulated.faults.doom(fate)


def creates(house: House) -> int:
    return sum(len(simulated.creates) for simulated in house.simulators.values())


async def submitted(house: House, client: str, **options: Any) -> Job:
    """An order of which the submission was tried once."""
    job = await house.order(**ORDERS[client] | options)
    await house.drive(house.submit)
    return await house.job(job)


async def check_credits(house: House, job: Job, *, held: int = 0, spent: int = 0) -> None:
    usage = await house.store.usage(job.server_id, job.member_id)
    assert (usage.held, usage.spent) == (held, spent)
    assert await house.store.inconsistencies() == []


async def check_failed(house: House, job: Job) -> str:
    """The sentence that the member reads; the credits are back."""
    failed = await house.job(job)
    assert failed.state is JobState.FAILED
    await check_credits(house, failed)
    sentence = told(failed)
    assert sentence.endswith((".", "”."))
    assert not [word for word in ("HTTP", "err_code", "code ", "{", "<", "Traceback", "SUCCEED") if word in sentence]
    return sentence


async def goes_on(house: House, job: Job) -> None:
    """The next try makes the task, once."""
    waiting = await house.job(job)
    assert waiting.state is JobState.QUEUED
    assert waiting.due_at > house.clock()
    await check_credits(house, job, held=job.credits)
    house.clock.advance(waiting.due_at - house.clock())
    await house.drive(house.submit)
    assert (await house.job(job)).state is JobState.RUNNING
    assert creates(house) == 1


async def on_hold(house: House, job: Job) -> None:
    """Nothing is sent again by itself, and the credits stay set aside."""
    before = creates(house)
    assert (await house.job(job)).state is JobState.UNCERTAIN
    await check_credits(house, job, held=job.credits)
    house.clock.advance(timedelta(days=2))
    assert await house.drive(house.submit) == 0
    assert creates(house) == before


@pytest.mark.parametrize("loss", [DropAfter(), Truncate(0.3)], ids=["lost", "torn"])
async def test_an_answer_that_was_lost_after_the_task_was_taken(house: House, client: str, loss: Fault) -> None:
    inject(house, loss)
    job = await submitted(house, client)
    assert creates(house) == 1
    if client not in FINDS:
        await on_hold(house, job)
        return
    assert job.state is JobState.RUNNING
    await check_credits(house, job, held=job.credits)


@pytest.mark.parametrize("case", LOST)
async def test_no_proof_that_nothing_was_taken(house: House, client: str, case: str) -> None:
    inject(house, at(LOST[case], client))
    job = await submitted(house, client)
    assert creates(house) == 0
    await (goes_on(house, job) if client in FINDS else on_hold(house, job))


async def test_too_many_requests_are_waited_for(house: House, client: str) -> None:
    inject(house, at(BUSY["429"], client))
    await goes_on(house, await submitted(house, client))


async def test_nobody_there_is_waited_for_and_at_last_told(open_house: HouseOf, client: str) -> None:
    house = await open_house(client, unreachable=[client])
    job = await submitted(house, client)
    assert job.state is JobState.QUEUED
    await check_credits(house, job, held=job.credits)
    for _ in range(30):
        house.clock.advance(timedelta(hours=1))
        await house.drive(house.submit)
    assert await check_failed(house, job) == "The video provider cannot be reached right now."
    assert creates(house) == 0


async def test_a_wrong_key_is_the_operators_business(open_house: HouseOf, client: str) -> None:
    house = await open_house(client, locked=[client])
    job = await submitted(house, client)
    assert "operator" in await check_failed(house, job)
    assert [(pause.client, pause.model) for pause in await house.store.pauses()] == [(client, "")]
    assert creates(house) == 0


@pytest.mark.parametrize("loss", Loss)
async def test_a_route_that_fails_for_everybody_is_switched_off(house: House, client: str, loss: Loss) -> None:
    inject(house, at(SWITCHED_OFF[loss], client))
    job = await submitted(house, client)
    sentence = await check_failed(house, job)
    assert ("switched off by its provider" if loss is Loss.MODEL else "balance") in sentence
    (pause,) = await house.store.pauses()
    assert (pause.client, pause.model) == (client, job.provider_model if loss is Loss.MODEL else "")
    house.clock.advance(pause.until - house.clock())
    again = await house.order(2, **ORDERS[client])
    await house.drive(house.submit)
    assert (await house.job(again)).state is JobState.RUNNING
    assert creates(house) == 1


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("Failure to pass the risk control system", "content filter"),
        ("Image pixel is invalid", "at least 300 pixels"),
        ("the moon was in the way", "could not make this video: “the moon was in the way”"),
        ("图片内容违规", "The video provider could not make this video"),
    ],
)
async def test_a_failed_task_tells_why(house: House, client: str, told: str, read: str) -> None:
    doom(house, Fate(fail_with=told))
    failed = await house.until_end(**ORDERS[client])
    assert read in await check_failed(house, failed)
    assert creates(house) == 1


async def test_a_word_that_nobody_knows_is_waited_for_but_not_for_ever(house: House, client: str) -> None:
    doom(house, Fate(status_word="pondering", never_finish=True))
    job = await submitted(house, client)
    house.clock.advance(timedelta(hours=2))
    await house.drive(house.watch)
    late = await house.job(job)
    assert (late.state, late.late_at) == (JobState.RUNNING, house.clock())
    await check_credits(house, job, held=job.credits)
    for _ in range(8):
        house.clock.advance(timedelta(days=1))
        await house.drive(house.watch)
    assert (await house.job(job)).state is JobState.UNCERTAIN
    await check_credits(house, job, held=job.credits)
    assert await house.store.inconsistencies() == []


@pytest.mark.parametrize("fault", [RawAnswer(TORN), RawAnswer(PROXY_PAGE, 502, "text/html"), Answer(500), DropBefore()])
async def test_a_question_that_is_answered_badly_is_asked_again(house: House, client: str, fault: Fault) -> None:
    job = await submitted(house, client)
    await house.finish_film()
    house.clock.advance(timedelta(minutes=30))
    inject(house, fault, operation="query", times=10)  # some clients ask more than once
    await house.drive(house.watch)
    assert (await house.job(job)).state is JobState.RUNNING
    for simulated in house.simulators.values():
        simulated.faults.clear()
    house.clock.advance(timedelta(minutes=30))
    await house.drive(house.watch)
    await house.drive(house.cards)
    await house.drive(house.deliver)
    assert (await house.job(job)).state is JobState.DELIVERED
    await check_credits(house, job, spent=job.credits)
    assert creates(house) == 1

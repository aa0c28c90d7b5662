"""The numbers that the process counts: jobs' moves, calls of providers, and names that stay few."""

from collections.abc import AsyncIterator, Callable

import pytest
from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Measured, Metrics
from providers.errors import AnswerLost, OutOfMoney, TaskUnknown
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey
from sandbox.kling.server import SimulatedKling
from storage.database import Database
from storage.records import NewJob
from storage.store import Store
from tests.conftest import ManualClock
from tests.storage.test_operations import delivered

KEY = "api-key-of-this-test"


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(["kling"])


def numbers(metrics: Metrics, name: str) -> dict[tuple[str, ...], float]:
    """Those that are not zero, by their label values in the order of the labels' names."""
    text = generate_latest(metrics.registry).decode()
    return {
        tuple(value for _, value in sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == f"stillmotion_{name}" and sample.value
    }


async def test_a_job_from_order_to_result(
    metrics: Metrics, database_url: str, new_job: Callable[..., NewJob], clock: ManualClock
) -> None:
    async with Database(database_url, listener=metrics.moved) as database:
        store = Store(database, clock=clock, owner="one", default_allowance=100)
        await delivered(store, new_job(credits=7), clock)
    moves = numbers(metrics, "job_moves_total")
    assert moves[("kling", "queued", "new")] == moves[("kling", "delivered", "delivering")] == 1
    assert len(moves) == 5
    assert numbers(metrics, "spent_credits_total") == {("kling",): 7}
    assert numbers(metrics, "delivery_lag_seconds_sum") == {(): 3.0}
    assert numbers(metrics, "job_seconds_count") == {("kling",): 1}


@pytest.fixture
async def provider(metrics: Metrics) -> AsyncIterator[Measured]:
    async with SimulatedKling.start(api_key=KEY) as kling:
        provider = Measured(KlingProvider(kling.base_url, ApiKey(KEY)), metrics)
        yield provider
        await provider.close()


async def test_calls_are_timed_and_errors_counted_by_kind(metrics: Metrics, provider: Measured) -> None:
    assert (provider.name, provider.finds_by_job_id) == ("kling", True)
    await provider.check_credentials()
    assert await provider.find("0" * 32) is None
    with pytest.raises(TaskUnknown):
        await provider.fetch("no-such-task")
    assert await provider.fetch_many([]) == {}
    assert provider.parse_callback(b"{}") is None
    calls = numbers(metrics, "provider_call_seconds_count")
    assert calls == {(call, "kling"): 1 for call in ("check_credentials", "find", "fetch", "fetch_many")}
    assert numbers(metrics, "provider_errors_total") == {("fetch", "kling", "TaskUnknown"): 1}


@pytest.mark.parametrize("error", [AnswerLost("gone"), OutOfMoney("empty")])
def test_an_error_goes_on_to_the_caller(metrics: Metrics, error: Exception) -> None:
    with pytest.raises(type(error)), metrics.calling("kling", "submit"):
        raise error
    assert numbers(metrics, "provider_errors_total") == {("submit", "kling", type(error).__name__): 1}


def test_what_an_alert_waits_for_is_there_before_it_happens(metrics: Metrics) -> None:
    text = generate_latest(metrics.registry).decode()
    assert 'stillmotion_provider_errors_total{call="submit",client="kling",kind="OutOfMoney"} 0.0' in text


def test_names_from_outside_are_one_name(metrics: Metrics) -> None:
    for number in range(50):
        metrics.called_back(f"forged{number}", 404)
    metrics.called_back("kling", 503)
    assert numbers(metrics, "callbacks_total") == {("refused", "unknown"): 50, ("failed", "kling"): 1}

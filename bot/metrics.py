"""What ``/metrics`` shows. No label can take more values than there are clients, states, duties and loops."""

import platform
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import TypeVar

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.pipeline.health import PARTS, Health
from bot.pipeline.supervise import Crew, Loop
from providers.errors import OperatorProblem, OutOfMoney, ProviderError
from providers.provider import Provider, ProviderTask, Submission
from storage.errors import StorageUnavailable
from storage.moves import Move
from storage.operations import Backlog, Operations, Overview
from storage.records import Duty, account_of
from storage.states import JobState

log = structlog.get_logger()

VERSION = "0.1.0"
"""The same as in ``pyproject.toml``, which is not there where the bot is installed."""

Key = TypeVar("Key", bound=tuple[str, ...])

_NONE = Backlog(jobs=0, longest=0.0)
_CALL_SECONDS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 150)
_DELIVERY_SECONDS = (1, 2, 5, 10, 30, 60, 300, 1800, 7200, 86400)
_JOB_SECONDS = (15, 30, 60, 120, 180, 300, 600, 1200, 3600, 14400, 86400)
_LAG_SECONDS = (0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60)


class Metrics:
    """The numbers that this process counts as things happen. ``clients`` are the providers' clients by name."""

    def __init__(self, clients: Collection[str]) -> None:
        self.clients = frozenset(clients)
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        build = Gauge("stillmotion_build_info", "What runs", ["version", "python"], registry=self.registry)
        build.labels(VERSION, platform.python_version()).set(1)
        self._moves = self._counter("job_moves", "Changes of state", "provider", "was", "state")
        self._spent = self._counter("spent_credits", "Credits used up", "provider")
        self._errors = self._counter("provider_errors", "Calls of a client that failed", "client", "call", "kind")
        for client in self.clients:  # a counter that begins at 1 shows no increase
            for kind in (OutOfMoney, OperatorProblem):
                self._errors.labels(client, "submit", kind.__name__)
        self._callbacks = self._counter("callbacks", "Calls of providers", "provider", "outcome")
        self._calls = self._histogram(
            "provider_call_seconds", "Calls of a client, with their retries", _CALL_SECONDS, "client", "call"
        )
        self._delivery = self._histogram(
            "delivery_lag_seconds", "From the provider's success to the result in Discord", _DELIVERY_SECONDS
        )
        self._whole = self._histogram(
            "job_seconds", "From the order to the result in Discord", _JOB_SECONDS, "provider"
        )
        self._lag = self._histogram("event_loop_lag_seconds", "How much too late the event loop is", _LAG_SECONDS)

    def _counter(self, name: str, text: str, *labels: str) -> Counter:
        return Counter(f"stillmotion_{name}", text, labels, registry=self.registry)

    def _histogram(self, name: str, text: str, buckets: Sequence[float], *labels: str) -> Histogram:
        return Histogram(f"stillmotion_{name}", text, labels, buckets=buckets, registry=self.registry)

    def moved(self, move: Move) -> None:
        """A job has come into another state."""
        job = move.job
        self._moves.labels(job.provider, move.was or "new", job.state).inc()
        self._spent.labels(job.provider).inc(move.spent)
        if job.state is JobState.DELIVERED:
            self._delivery.observe(move.seconds)
        if job.state is JobState.DELIVERED and move.spent:  # for the first time
            self._whole.labels(job.provider).observe(max(0.0, (job.changed_at - job.created_at).total_seconds()))

    def lagged(self, seconds: float) -> None:
        """The event loop was too late by so much."""
        self._lag.observe(seconds)

    def called_back(self, provider: str, status: int) -> None:
        """A provider, or somebody who claims to be one, was answered. Names that no client has count as one."""
        outcome = "accepted" if status < 300 else "refused" if status < 500 else "failed"
        self._callbacks.labels(provider if provider in self.clients else "unknown", outcome).inc()

    @contextmanager
    def calling(self, client: str, call: str) -> Iterator[None]:
        """Times a call of a client and counts how it fails."""
        began = perf_counter()
        try:
            yield
        except ProviderError as error:
            self._errors.labels(client, call, type(error).__name__).inc()
            raise
        finally:
            self._calls.labels(client, call).observe(perf_counter() - began)


class Measured:
    """A provider whose calls are timed and whose errors are counted by their kind."""

    def __init__(self, provider: Provider, metrics: Metrics) -> None:
        self._provider = provider
        self._metrics = metrics
        self.name = provider.name
        self.finds_by_job_id = provider.finds_by_job_id

    async def submit(self, submission: Submission) -> ProviderTask:
        with self._metrics.calling(self.name, "submit"):
            return await self._provider.submit(submission)

    async def find(self, job_id: str) -> ProviderTask | None:
        with self._metrics.calling(self.name, "find"):
            return await self._provider.find(job_id)

    async def fetch(self, task_id: str) -> ProviderTask:
        with self._metrics.calling(self.name, "fetch"):
            return await self._provider.fetch(task_id)

    async def fetch_many(self, task_ids: Sequence[str]) -> Mapping[str, ProviderTask]:
        with self._metrics.calling(self.name, "fetch_many"):
            return await self._provider.fetch_many(task_ids)

    async def check_credentials(self) -> None:
        with self._metrics.calling(self.name, "check_credentials"):
            await self._provider.check_credentials()

    def parse_callback(self, body: bytes) -> str | None:
        return self._provider.parse_callback(body)

    async def close(self) -> None:
        await self._provider.close()


class Scrape(Collector):
    """What is true at the moment of a scrape, beside what ``metrics`` has counted.

    Without the database the rest is still told. ``budget`` is the operator's for a month, in credits.
    """

    def __init__(
        self,
        metrics: Metrics,
        *,
        operations: Operations,
        health: Health,
        loops: Sequence[Loop],
        crew: Crew,
        budget: int | None,
    ) -> None:
        self._registry = metrics.registry
        self._operations = operations
        self._health = health
        self._loops = loops
        self._crew = crew
        self._clients = sorted(metrics.clients)
        self._accounts = sorted({account_of(client) for client in metrics.clients})
        self._budget = budget
        self._overview: Overview | None = None
        self._wrong: Collection[str] = PARTS
        self._registry.register(self)

    async def text(self) -> bytes:
        """Everything in Prometheus' text format."""
        self._wrong = await self._health.wrong()
        try:
            self._overview = None if "database" in self._wrong else await self._operations.overview()
        except StorageUnavailable as error:
            log.warning("metrics without the database", reason=str(error))
            self._overview = None
        return generate_latest(self._registry)

    def collect(self) -> Iterator[Metric]:
        yield _gauge("ready", "Whether a part is well", {(part,): part not in self._wrong for part in PARTS}, "part")
        yield from self._of_loops()
        if self._overview is not None:
            yield from self._of_jobs(self._overview)
            yield from self._of_credits(self._overview)

    def _of_loops(self) -> Iterator[Metric]:
        restarts = CounterMetricFamily("stillmotion_loop_restarts", "Failures of a loop", labels=["loop"])
        beats = GaugeMetricFamily(
            "stillmotion_loop_beat_timestamp_seconds", "When a loop's last step ended well", labels=["loop"]
        )
        for loop in self._loops:
            restarts.add_metric([loop.name], loop.restarts)
            if loop.beat is not None:
                beats.add_metric([loop.name], loop.beat.timestamp())
        yield restarts
        yield beats
        longest = {(duty,): self._crew.longest(duty) for duty in Duty}
        yield _gauge("work_longest_seconds", "How long the oldest work of a duty has been in hand", longest, "duty")

    def _of_jobs(self, overview: Overview) -> Iterator[Metric]:
        numbers = {key: backlog.jobs for key, backlog in overview.backlogs.items()}
        yield _gauge("jobs", "Jobs that have not ended", numbers, "provider", "state")
        longest = {key: backlog.longest for key, backlog in overview.backlogs.items()}
        yield _gauge("jobs_longest_seconds", "How long one of them has been in its state", longest, "provider", "state")
        queued = {(client,): float(overview.queue_ages.get(client, 0)) for client in self._clients}
        yield _gauge("queue_age_seconds", "How long ago the oldest queued job was ordered", queued, "provider")
        yield _gauge("log_posts_waiting", "Changes that are not yet in their log channel", {(): overview.posts_waiting})
        paused = {(client,): overview.paused.get(client, 0) for client in self._clients}
        late = {(client,): overview.backlogs.get((client, JobState.RUNNING), _NONE).late for client in self._clients}
        yield _gauge("late_jobs", "Running jobs whose video should have been there long ago", late, "provider")
        slowed = {(account,): account in overview.slowed for account in self._accounts}
        yield _gauge("slowed_account", "Whether an account has asked to wait", slowed, "account")
        yield _gauge("paused_routes", "Routes that are switched off for a while", paused, "provider")

    def _of_credits(self, overview: Overview) -> Iterator[Metric]:
        yield _gauge("held_credits", "Credits set aside for jobs on their way", {(): overview.held})
        yield _gauge("budget_used_credits", "What counts for this month's budget", {(): overview.budget_used})
        if self._budget is not None:
            yield _gauge("budget_credits", "The operator's budget for a month", {(): self._budget})


def _gauge(name: str, text: str, values: Mapping[Key, float], *labels: str) -> Metric:
    family = GaugeMetricFamily(f"stillmotion_{name}", text, labels=labels)
    for key, value in values.items():
        family.add_metric(key, value)
    return family

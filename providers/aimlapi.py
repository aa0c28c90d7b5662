"""AI/ML API (seeds 000 and 001, facts/providers.md 2)."""

import asyncio
from collections.abc import Mapping, Sequence

import structlog

from providers.aimlapi_answers import balance_is_low, created_task, queried_task
from providers.aimlapi_body import create_body
from providers.errors import AnswerLost
from providers.http import HttpClient
from providers.keys import bearer
from providers.one_by_one import fetch_each
from providers.provider import ProviderTask, Submission

GENERATIONS = "/v2/generate/video/kling/generation"
UNIVERSAL_GENERATIONS = "/v2/video/generations"
BALANCE = "/v1/billing/balance"

log = structlog.get_logger()


class AimlapiProvider:
    """A client of one of AI/ML API's two paths; has to be built while the event loop runs.

    ``universal`` is the path that newer models are documented for; the seeds' models have the other one. Neither tells
    of a task by our job's id, and neither calls back.
    """

    finds_by_job_id = False

    def __init__(self, base_url: str, api_key: str, *, universal: bool = False) -> None:
        self._universal = universal
        self._path = UNIVERSAL_GENERATIONS if universal else GENERATIONS
        self._http = HttpClient(base_url, bearer(api_key))

    @property
    def name(self) -> str:
        return "aimlapi-universal" if self._universal else "aimlapi"

    async def submit(self, submission: Submission) -> ProviderTask:
        body = await asyncio.to_thread(create_body, submission, universal=self._universal)
        return created_task(await self._http.post_json(self._path, body))

    async def find(self, job_id: str) -> ProviderTask | None:
        raise AnswerLost(f"AI/ML API cannot be asked for tasks by our ids, so not for {job_id}")

    async def fetch(self, task_id: str) -> ProviderTask:
        return queried_task(await self._http.get(self._path, {"generation_id": task_id}), task_id)

    async def fetch_many(self, task_ids: Sequence[str]) -> Mapping[str, ProviderTask]:
        return await fetch_each(self.fetch, task_ids, provider=self.name)

    async def check_credentials(self) -> None:
        if balance_is_low(await self._http.get(BALANCE)):
            log.warning("the balance is low", provider=self.name)

    def parse_callback(self, body: bytes) -> str | None:  # noqa: ARG002 - AI/ML API documents no callbacks
        return None

    async def close(self) -> None:
        await self._http.close()

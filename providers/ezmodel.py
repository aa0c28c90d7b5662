"""EZModel, a gateway to Kling's older API (seed 003, facts/providers.md 3)."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from providers.answers import credentials_proven
from providers.errors import AnswerLost
from providers.ezmodel_answers import created_task, queried_task, query_error
from providers.http import Answer, HttpClient
from providers.keys import bearer
from providers.kling_answers import callback_task_id
from providers.kling_body import common_body
from providers.one_by_one import fetch_each
from providers.provider import ProviderTask, Submission

VIDEOS = "/kling/v1/videos/image2video"
NEUTRAL_PROMPT = "Bring this picture to life with gentle, natural motion."
"""Sent where the member gave no prompt: the gateway refuses a create without one (facts/providers.md 3.2)."""


class EzmodelProvider:
    """A client of EZModel; has to be built while the event loop runs.

    It tells of a task by its own id only. Callbacks come from Kling, in Kling's form.
    """

    name = "ezmodel"
    finds_by_job_id = False

    def __init__(self, base_url: str, api_key: str) -> None:
        self._http = HttpClient(base_url, bearer(api_key))

    async def submit(self, submission: Submission) -> ProviderTask:
        body = await asyncio.to_thread(create_body, submission)
        return created_task(await self._http.post_json(VIDEOS, body))

    async def find(self, job_id: str) -> ProviderTask | None:
        raise AnswerLost(f"EZModel cannot be asked for tasks by our ids, so not for {job_id}")

    async def fetch(self, task_id: str) -> ProviderTask:
        return queried_task(await self._get(task_id), task_id)

    async def fetch_many(self, task_ids: Sequence[str]) -> Mapping[str, ProviderTask]:
        return await fetch_each(self.fetch, task_ids, provider=self.name)

    async def check_credentials(self) -> None:
        answer = await self._get("credentials-check")
        credentials_proven(answer, query_error(answer), self._http.base_url)

    def parse_callback(self, body: bytes) -> str | None:
        return callback_task_id(body)

    async def close(self) -> None:
        await self._http.close()

    async def _get(self, task_id: str) -> Answer:
        return await self._http.get(f"{VIDEOS}/{quote(task_id, safe='')}")


def create_body(submission: Submission) -> dict[str, Any]:
    """Kling's body, but for its model's field, the aspect ratio, and a prompt that is always there.

    Encodes the pictures, so it belongs in a thread. A watermark is not forwarded, so it is not asked for.
    """
    request = submission.request
    body = {"model": submission.provider_model, "prompt": NEUTRAL_PROMPT} | common_body(submission)
    if request.aspect_ratio is not None:
        body["aspect_ratio"] = request.aspect_ratio.value
    return body

"""Kling's new-standard API (facts/providers.md 1.9): plain keys only, several tasks in one query."""

import asyncio
from collections.abc import Mapping, Sequence
from urllib.parse import quote

import structlog

from providers.answers import credentials_proven
from providers.errors import AnswerLost, Busy, ProviderError, TaskUnknown
from providers.http import Answer, HttpClient
from providers.keys import bearer
from providers.kling_new_answers import callback_task_id, created_task, listed_tasks
from providers.kling_new_body import create_body
from providers.one_by_one import fetch_each
from providers.provider import ProviderTask, Submission

VIDEOS = "/image-to-video"
TASKS = "/tasks"
MOST_AT_ONCE = 20
"""Kling refuses to be asked for more tasks in one query (facts/providers.md 1.6)."""

log = structlog.get_logger()


class KlingNewProvider:
    """A client of Kling's new-standard API; has to be built while the event loop runs."""

    name = "kling-new"
    finds_by_job_id = True

    def __init__(self, base_url: str, api_key: str) -> None:
        self._http = HttpClient(base_url, bearer(api_key))

    async def submit(self, submission: Submission) -> ProviderTask:
        body = await asyncio.to_thread(create_body, submission)
        return created_task(await self._http.post_json(f"{VIDEOS}/{quote(submission.provider_model, safe='')}", body))

    async def find(self, job_id: str) -> ProviderTask | None:
        try:
            found = listed_tasks(await self._http.get(TASKS, {"external_task_ids": job_id}))
        except TaskUnknown:
            return None
        mine = [one.task for one in found if one and one.job_id in ("", job_id)]
        if found and not mine:
            raise AnswerLost(f"asked for job {job_id}, got no task of it that can be read")
        return mine[0] if mine else None

    async def fetch(self, task_id: str) -> ProviderTask:
        found = await self._together([task_id])
        if task_id not in found:
            raise TaskUnknown(f"there is no task {task_id}")
        return found[task_id]

    async def fetch_many(self, task_ids: Sequence[str]) -> Mapping[str, ProviderTask]:
        wanted = list(dict.fromkeys(task_ids))
        found: dict[str, ProviderTask] = {}
        unread: list[str] = []
        for start in range(0, len(wanted), MOST_AT_ONCE):
            batch = wanted[start : start + MOST_AT_ONCE]
            try:
                found |= await self._together(batch)
            except (AnswerLost, TaskUnknown) as error:
                # One of them may spoil the answer for all.
                log.warning("tasks cannot be read together", provider=self.name, detail=error.detail)
                unread += batch
            except Busy as error:
                raise Busy(error.detail, retry_after=error.retry_after, found=found) from error
            except ProviderError as error:
                if not found:
                    raise
                log.warning("tasks cannot be read", provider=self.name, detail=error.detail)
                return found
        return await fetch_each(self.fetch, unread, provider=self.name, found=found)

    async def check_credentials(self) -> None:
        answer = await self._ask(["0"])
        try:
            listed_tasks(answer)
        except ProviderError as error:
            credentials_proven(answer, error, self._http.base_url)

    def parse_callback(self, body: bytes) -> str | None:
        return callback_task_id(body)

    async def close(self) -> None:
        await self._http.close()

    async def _ask(self, task_ids: Sequence[str]) -> Answer:
        return await self._http.get(TASKS, {"task_ids": ",".join(task_ids)})

    async def _together(self, task_ids: Sequence[str]) -> dict[str, ProviderTask]:
        """Those of the tasks that Kling knows; ``AnswerLost`` where it tells of others instead."""
        found = listed_tasks(await self._ask(task_ids))
        tasks = {one.task.task_id: one.task for one in found if one and one.task.task_id in task_ids}
        if found and not tasks:
            raise AnswerLost(f"asked for {len(task_ids)} tasks, got none of them that can be read")
        return tasks

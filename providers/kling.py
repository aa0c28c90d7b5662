"""Kling's own API (seed 002, facts/providers.md 1)."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

import structlog

from providers.answers import credentials_proven
from providers.errors import AnswerLost, TaskUnknown
from providers.http import Answer, HttpClient
from providers.kling_answers import callback_task_id, created_task, listed_tasks, queried_task
from providers.kling_auth import KlingAuth
from providers.kling_body import create_body
from providers.kling_envelope import TOKEN_EXPIRED, TOKEN_NOT_YET_VALID, Envelope, KlingTask, query_error
from providers.one_by_one import fetch_each
from providers.provider import ProviderTask, Submission

VIDEOS = "/v1/videos/image2video"
LIST_FROM = 4
"""So many tasks are worth a list query; fewer are asked for one by one."""
PAGE_SIZE = 100
LARGE_PAGE = 500
"""The most that Kling lists at once (facts/providers.md 1.3), for more tasks than fit into the other size."""
MOST_PAGES = 5

log = structlog.get_logger()


class KlingProvider:
    """A client of Kling's API; has to be built while the event loop runs."""

    name = "kling"
    finds_by_job_id = True

    def __init__(self, base_url: str, auth: KlingAuth) -> None:
        self._auth = auth
        self._http = HttpClient(base_url, auth.headers)

    async def submit(self, submission: Submission) -> ProviderTask:
        body = await asyncio.to_thread(create_body, submission)
        answer = await self._http.post_json(VIDEOS, body)
        if self._token_refused(answer):
            answer = await self._http.post_json(VIDEOS, body)
        return created_task(answer)

    async def find(self, job_id: str) -> ProviderTask | None:
        try:
            found = await self._query(job_id)
        except TaskUnknown:
            return None
        if found.job_id not in ("", job_id):
            raise AnswerLost(f"asked for job {job_id}, got a task of another one")
        return found.task

    async def fetch(self, task_id: str) -> ProviderTask:
        found = await self._query(task_id)
        if found.task.task_id != task_id:
            raise AnswerLost(f"asked for task {task_id}, got another one")
        return found.task

    async def fetch_many(self, task_ids: Sequence[str]) -> Mapping[str, ProviderTask]:
        wanted = dict.fromkeys(task_ids)
        found = await self._listed(wanted) if len(wanted) >= LIST_FROM else {}
        rest = [task_id for task_id in wanted if task_id not in found]
        return await fetch_each(self.fetch, rest, provider=self.name, found=found, at_once=1)

    async def check_credentials(self) -> None:
        answer = await self._get(_path("credentials-check"))
        credentials_proven(answer, query_error(answer), self._http.base_url)

    def parse_callback(self, body: bytes) -> str | None:
        return callback_task_id(body)

    async def close(self) -> None:
        await self._http.close()

    async def _query(self, any_id: str) -> KlingTask:
        return queried_task(await self._get(_path(any_id)))

    async def _get(self, path: str, params: Mapping[str, str] | None = None) -> Answer:
        answer = await self._http.get(path, params)
        return await self._http.get(path, params) if self._token_refused(answer) else answer

    def _token_refused(self, answer: Answer) -> bool:
        """Whether another token is worth a second try: authentication comes first, so nothing was created."""
        return Envelope.of(answer).code in (TOKEN_NOT_YET_VALID, TOKEN_EXPIRED) and self._auth.renew()

    async def _listed(self, wanted: Iterable[str]) -> dict[str, ProviderTask]:
        """Those of the wanted tasks that are among the account's latest."""
        missing = set(wanted)
        size = PAGE_SIZE if len(missing) <= PAGE_SIZE else LARGE_PAGE
        found: dict[str, ProviderTask] = {}
        for number in range(1, MOST_PAGES + 1):
            answer = await self._get(VIDEOS, {"pageNum": str(number), "pageSize": str(size)})
            try:
                page = listed_tasks(answer)
            except (AnswerLost, TaskUnknown) as error:
                log.warning("list of tasks cannot be read", provider=self.name, detail=error.detail)
                break
            found |= {task.task_id: task for task in page if task and task.task_id in missing}
            missing -= found.keys()
            if not missing or len(page) < size:
                break
        return found


def _path(any_id: str) -> str:
    return f"{VIDEOS}/{quote(any_id, safe='')}"

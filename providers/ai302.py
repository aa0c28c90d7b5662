"""302.AI's Kling 1.5 (seed 004, facts/providers.md 4).

A model's name in the catalogue is the last part of its path, which also fixes quality and duration.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from providers.ai302_answers import created_task, fetched_task, is_native, query_error
from providers.answers import credentials_proven
from providers.errors import AnswerLost, TaskUnknown
from providers.http import FilePart, HttpClient
from providers.keys import bearer
from providers.one_by_one import fetch_each
from providers.provider import ProviderTask, Submission
from providers.request import PictureFile, PictureKind, VideoRequest

KLING = "/klingai"


class Ai302Provider:
    """A client of 302.AI; has to be built while the event loop runs."""

    name = "ai302"
    finds_by_job_id = False

    def __init__(self, base_url: str, api_key: str) -> None:
        self._http = HttpClient(base_url, bearer(api_key))

    async def submit(self, submission: Submission) -> ProviderTask:
        path = f"{KLING}/{quote(submission.provider_model, safe='')}"
        return created_task(await self._http.post_form(path, create_form(submission)))

    async def find(self, job_id: str) -> ProviderTask | None:
        raise AnswerLost(f"302.AI does not know our ids, so it cannot be asked for {job_id}")

    async def fetch(self, task_id: str) -> ProviderTask:
        return fetched_task(task_id, await self._http.get(_fetch_path(task_id)))

    async def fetch_many(self, task_ids: Sequence[str]) -> Mapping[str, ProviderTask]:
        return await fetch_each(self.fetch, task_ids, provider=self.name)

    async def check_credentials(self) -> None:
        """Looks at a task that is not there, which is free (seed 004).

        What 302.AI says of such a task is not known, but keys come first, so anything in its own form that is not
        about the key proves it.
        """
        answer = await self._http.get(_fetch_path("credentials-check"))
        error = query_error(answer)
        if isinstance(error, AnswerLost) and is_native(answer):
            error = TaskUnknown(error.detail)
        credentials_proven(answer, error, self._http.base_url)

    def parse_callback(self, body: bytes) -> str | None:  # noqa: ARG002 - 302.AI sends no callbacks
        return None

    async def close(self) -> None:
        await self._http.close()


def create_form(submission: Submission) -> dict[str, str | FilePart]:
    """Only what was asked for is in it. Every value that is no file is text."""
    request, pictures = submission.request, submission.pictures
    form: dict[str, str | FilePart] = {"input_image": _file("input_image", pictures[PictureKind.IMAGE])}
    if request.end_image:
        form["tail_image"] = _file("tail_image", pictures[PictureKind.END_IMAGE])
    return form | _words(request) | _camera(request)


def _words(request: VideoRequest) -> dict[str, str]:
    options = {}
    if request.prompt:
        options["prompt"] = request.prompt
    if request.negative_prompt:
        options["negative_prompt"] = request.negative_prompt
    if request.cfg_scale is not None:
        options["cfg"] = _number(request.cfg_scale)
    if request.aspect_ratio is not None:
        options["aspect_ratio"] = request.aspect_ratio.value
    if request.sound:
        options["enable_audio"] = "true"
    return options


def _camera(request: VideoRequest) -> dict[str, str]:
    if request.camera is None:
        return {}
    if request.camera_value is None:
        return {"camera_type": request.camera.value}
    return {"camera_type": request.camera.value, "camera_value": _number(request.camera_value)}


def _number(value: float) -> str:
    """Rounded, so that it never needs an exponent."""
    return f"{round(value, 3):g}"


def _file(name: str, picture: PictureFile) -> FilePart:
    suffix = "png" if picture.media_type == "image/png" else "jpg"
    return FilePart(f"{name}.{suffix}", picture.content, picture.media_type)


def _fetch_path(task_id: str) -> str:
    return f"{KLING}/task/{quote(task_id, safe='')}/fetch"

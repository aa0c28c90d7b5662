"""The client against the simulated new standard, an independent reading of the same documents."""

import asyncio
import json
from base64 import b64encode
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from languages.speech import say
from providers.errors import AlreadySubmitted, AnswerLost, Busy, ModelGone, OperatorProblem, Refused, TaskUnknown
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey
from providers.kling_new import KlingNewProvider
from providers.kling_new_body import create_body
from providers.provider import ProviderTask, Submission, TaskStatus
from providers.request import Mode, PictureFile, RequestError, VideoRequest
from sandbox.kling import (
    NEW_MODELS,
    DropAfter,
    DropBefore,
    Fate,
    NewModel,
    Operation,
    RawAnswer,
    SimulatedKling,
    Timings,
    Truncate,
)
from sandbox.kling.body import read_object
from sandbox.kling.new_rules import accept_new

KEY = "api-key-kling-0123456789abcdefghijklmnop"
PAIR = ("access-0123456789abcdef012345678", "secret-0123456789abcdef012345678")
RESOLUTIONS = {Mode.STD: "720p", Mode.PRO: "1080p", Mode.FOUR_K: "4k"}


def picture(width: int = 400, height: int = 320) -> PictureFile:
    content = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(content, "PNG")
    return PictureFile(content.getvalue(), "image/png")


def asks(
    job_id: str = "job-1", model: str = "kling-2.5-turbo", image: PictureFile | None = None, **options: Any
) -> Submission:
    request = VideoRequest.build(**{"model": model, "prompt": "leaves move"} | options)
    pictures = {kind: image or picture() for kind in request.picture_kinds}
    return Submission(job_id, model, request, pictures)


async def finished(provider: KlingNewProvider, task_id: str) -> ProviderTask:
    async with asyncio.timeout(20):
        while True:
            task = await provider.fetch(task_id)
            if task.status in (TaskStatus.SUCCEEDED, TaskStatus.FAILED):
                return task
            await asyncio.sleep(0.05)


@pytest.fixture
async def simulated() -> AsyncIterator[SimulatedKling]:
    timings = Timings(submitted=0.05, processing=0.1)
    async with SimulatedKling.start(api_key=KEY, timings=timings, max_parallel=3) as kling:
        yield kling


@pytest.fixture
async def provider(simulated) -> AsyncIterator[KlingNewProvider]:
    client = KlingNewProvider(simulated.base_url, KEY)
    yield client
    await client.close()


async def test_a_video_from_beginning_to_end(simulated, provider):
    await provider.check_credentials()
    submission = asks(model="kling-3.0", mode="pro", duration=3, end_image=True, sound=True, watermark=True)
    task = await provider.submit(submission)
    assert task.status is TaskStatus.WAITING
    assert await provider.find("job-1") is not None
    done = await finished(provider, task.task_id)
    assert done.status is TaskStatus.SUCCEEDED
    assert (done.video_url or "").startswith(simulated.base_url)
    assert simulated.creates == [create_body(submission)]


@pytest.mark.parametrize("keys", [{"api_key": "another"}, {"access_key": PAIR[0], "secret_key": PAIR[1]}])
async def test_keys_that_are_not_let_in_are_the_operators(keys):
    async with SimulatedKling.start(**keys) as simulated:
        provider = KlingNewProvider(simulated.base_url, KEY)
        with pytest.raises(OperatorProblem):
            await provider.check_credentials()
        with pytest.raises(OperatorProblem):
            await provider.submit(asks())
        await provider.close()


async def test_lost_answers_are_asked_for_by_our_id(simulated, provider):
    for number, fault in enumerate((DropAfter(), Truncate())):
        simulated.faults.inject(Operation.CREATE, fault)
        with pytest.raises(AnswerLost):
            await provider.submit(asks(f"job-{number}"))
        assert await provider.find(f"job-{number}") is not None
    simulated.faults.inject(Operation.CREATE, DropBefore())
    with pytest.raises(AnswerLost):
        await provider.submit(asks("job-9"))
    assert await provider.find("job-9") is None
    assert len(simulated.creates) == 2


async def test_a_job_is_made_once_by_both_apis_together(simulated, provider, make_kling):
    older = make_kling(simulated.base_url, ApiKey(KEY))
    assert isinstance(older, KlingProvider)
    task = await older.submit(asks(model="kling-v2-5-turbo"))
    with pytest.raises(AlreadySubmitted):
        await provider.submit(asks())
    adopted = await provider.find("job-1")
    assert adopted is not None
    assert adopted.task_id == task.task_id
    assert len(simulated.creates) == 1


async def test_a_full_account_asks_to_wait(simulated, provider):
    simulated.faults.doom(Fate(never_finish=True), times=3)
    for number in range(3):
        await provider.submit(asks(f"job-{number}"))
    with pytest.raises(Busy):
        await provider.submit(asks("job-3"))


async def test_refusals_and_models_that_are_not_there(simulated, provider):
    with pytest.raises(Refused, match="prompt is required"):
        await provider.submit(asks(prompt=""))
    with pytest.raises(Refused, match="1080p"):
        await provider.submit(asks(end_image=True))
    with pytest.raises(ModelGone):
        await provider.submit(asks(model="kling-9.0"))
    assert simulated.creates == []


async def test_a_task_that_fails_tells_why(simulated, provider):
    small = await provider.submit(asks("job-1", image=picture(100, 100)))
    assert "300 pixels" in say((await finished(provider, small.task_id)).reason or "")
    simulated.faults.doom(Fate(fail_with="Failure to pass the risk control system"))
    stopped = await provider.submit(asks("job-2"))
    assert "content filter" in say((await finished(provider, stopped.task_id)).reason or "")


async def test_many_tasks_in_few_questions(provider, simulated):
    simulated.faults.doom(Fate(never_finish=True), times=3)
    ids = [(await provider.submit(asks(f"job-{number}"))).task_id for number in range(3)]
    strangers = [str(10**17 + number) for number in range(30)]
    assert set(await provider.fetch_many([*ids, *strangers])) == set(ids)
    assert [seen.operation for seen in simulated.requests if seen.method == "GET"] == [Operation.QUERY] * 2
    simulated.faults.inject(Operation.QUERY, RawAnswer("<html>", status=502))
    assert set(await provider.fetch_many(ids)) == set(ids)
    with pytest.raises(TaskUnknown):
        await provider.fetch(strangers[0])


CONTROLS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"mode": st.sampled_from(Mode), "duration": st.sampled_from([3, 5, 10, 15])},
    optional={
        "end_image": st.just(True),
        "sound": st.booleans(),
        "negative_prompt": st.text(max_size=30),
        "watermark": st.booleans(),
        "voices": st.sampled_from([("v1",), ("v1", "v2")]),
        "cfg_scale": st.floats(0, 1),
    },
)
PROMPTS = st.sampled_from(["leaves move", "she says <<<voice_1>>>: hi", "<<<voice_2>>>and<<<voice_1>>>"]) | st.text(
    min_size=1, max_size=30
)


@given(st.sampled_from(list(NEW_MODELS.items())), PROMPTS, CONTROLS)
def test_whatever_a_model_can_do_it_accepts(named, prompt, controls):
    name, model = named
    try:
        submission = asks(model=name, image=PictureFile(b"picture", "image/png"), prompt=prompt, **controls)
    except RequestError:
        return
    if submission.request.prompt and able(model, submission.request):
        body = accept_new(read_object(json.dumps(create_body(submission)).encode()), model)
        assert body.options.external_task_id == "job-1"
        assert body.settings.resolution == RESOLUTIONS[submission.request.mode]
        assert body.settings.multi_shot is not (name == "kling-3.0")
        assert body.frame("first_frame") == b64encode(b"picture").decode()
        assert [voice.voice_id for voice in body.voices] == list(submission.request.voices)


def able(model: NewModel, request: VideoRequest) -> bool:
    """What the routes of the catalogue say of a model."""
    resolution = RESOLUTIONS[request.mode]
    return (
        resolution in model.resolutions
        and request.duration in model.durations
        and (
            not request.end_image
            or (resolution in model.last_frame and not (model.silent_last_frame and request.sound))
        )
        and (not request.sound or resolution in model.audio or model.always_audio)
        and (not request.voices or "voice" in model.contents)
    )

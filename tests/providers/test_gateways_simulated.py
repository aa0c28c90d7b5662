"""The real clients against the simulated AI/ML API and EZModel, independent readings of the same documents."""

import asyncio
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from languages.speech import say
from providers.aimlapi import AimlapiProvider
from providers.errors import AnswerLost, Busy, ModelGone, OperatorProblem, OutOfMoney, Refused, TaskUnknown
from providers.ezmodel import NEUTRAL_PROMPT, EzmodelProvider
from providers.provider import Provider, ProviderTask, Submission, TaskStatus
from providers.request import PictureFile, VideoRequest
from sandbox.aimlapi import OLDER, ErrorForm, IdForm, SimulatedAimlapi, Variants
from sandbox.aimlapi import Operation as AimlapiOperation
from sandbox.common.faults import Answer, DropAfter, Fate, RawAnswer, Truncate
from sandbox.common.tasks import Timings
from sandbox.ezmodel import CreateShape, QueryShape, Shapes, SimulatedEzmodel
from sandbox.ezmodel import Operation as EzmodelOperation

KEY = "sk-0123456789abcdef0123456789abcdef"
TIMINGS = Timings(submitted=0.02, processing=0.02)
V1 = "kling-video/v1/pro/image-to-video"
V2_1 = "kling-video/v2.1/pro/image-to-video"
PATHS = [[{"x": 10, "y": 20}, {"x": 300, "y": 200}]]
CONTROLS = [
    {},
    {"static_mask": True, "motion": PATHS},
    {"camera": "zoom", "camera_value": 5},
    {"camera": "left_turn_forward"},
]


def picture() -> PictureFile:
    content = BytesIO()
    Image.linear_gradient("L").resize((400, 320)).convert("RGB").save(content, "PNG")
    return PictureFile(content.getvalue(), "image/png")


def asks(model: str, **options: Any) -> Submission:
    request = VideoRequest.build(**{"model": "some", "prompt": "leaves move"} | options)
    return Submission("job-1", model, request, {kind: picture() for kind in request.picture_kinds})


async def finished(client: Provider, submission: Submission) -> ProviderTask:
    task = await client.submit(submission)
    async with asyncio.timeout(20):
        while True:
            told = await client.fetch(task.task_id)
            if told.status in (TaskStatus.SUCCEEDED, TaskStatus.FAILED):
                return told
            await asyncio.sleep(0.05)


@pytest.fixture
async def aimlapi():
    async with SimulatedAimlapi.start(api_key=KEY, timings=TIMINGS) as simulated:
        yield simulated


@pytest.fixture
async def ezmodel():
    async with SimulatedEzmodel.start(api_key=KEY, timings=TIMINGS) as simulated:
        yield simulated


@pytest.fixture
async def make():
    """Clients of any address; closed at the end."""
    made: list[Provider] = []

    def build(provider: Provider) -> Provider:
        made.append(provider)
        return provider

    yield build
    for provider in made:
        await provider.close()


@pytest.mark.parametrize(
    "variants",
    [
        Variants(),
        OLDER,
        Variants(ids=IdForm.DIGITS, generating="processing", completed="complete", usage=None),
        Variants(created_status=202, completed="succeeded", nulls=True),
    ],
)
async def test_a_video_of_ai_ml_api_from_beginning_to_end(aimlapi, make, variants):
    aimlapi.variants = variants
    client = make(AimlapiProvider(aimlapi.base_url, KEY))
    await client.check_credentials()
    done = await finished(client, asks(V1, end_image=True, negative_prompt="blur", cfg_scale=0.25))
    assert done.status is TaskStatus.SUCCEEDED
    assert (done.video_url or "").startswith(aimlapi.base_url)
    assert set(await client.fetch_many([done.task_id, "nobody"])) == {done.task_id}


@pytest.mark.parametrize("form", list(ErrorForm))
async def test_reasons_of_ai_ml_api_are_read_in_each_form(aimlapi, make, form):
    aimlapi.variants = Variants(error=form)
    aimlapi.faults.doom(Fate(fail_with="Could not detect face in the image"))
    failed = await finished(make(AimlapiProvider(aimlapi.base_url, KEY)), asks(V1))
    assert failed.status is TaskStatus.FAILED
    assert "“Could not detect face in the image”" in say(failed.reason or "")


@pytest.mark.parametrize("options", CONTROLS)
@pytest.mark.parametrize("universal", [False, True])
async def test_ai_ml_api_takes_every_control_on_both_paths(aimlapi, make, options, universal):
    client = make(AimlapiProvider(aimlapi.base_url, KEY, universal=universal))
    await client.submit(asks(V2_1, duration=10, **options))
    assert len(aimlapi.creates) == 1


@pytest.mark.parametrize(
    ("model", "options"),
    [
        ("kling-video/v1.6/standard/image-to-video", {}),
        ("klingai/v2.5-turbo/pro/image-to-video", {"cfg_scale": 1}),
        ("klingai/video-v2-6-pro-image-to-video", {"sound": True}),
        ("klingai/video-v3-pro-image-to-video", {"duration": 15, "end_image": True, "cfg_scale": 0.5}),
    ],
)
async def test_newer_models_are_on_the_universal_path(aimlapi, make, model, options):
    await make(AimlapiProvider(aimlapi.base_url, KEY, universal=True)).submit(asks(model, **options))
    assert aimlapi.creates[0].get("generate_audio") == (options.get("sound", False) if "video-v" in model else None)


async def test_what_ai_ml_api_refuses(aimlapi, make):
    client = make(AimlapiProvider(aimlapi.base_url, KEY))
    with pytest.raises(Refused):
        await client.submit(asks(V1, duration=7))
    with pytest.raises(Refused):
        await client.submit(asks(V2_1, end_image=True))
    del aimlapi.models[V1]
    with pytest.raises(ModelGone):
        await client.submit(asks(V1))
    aimlapi.maintenance.add(V2_1)
    with pytest.raises(AnswerLost):
        await client.submit(asks(V2_1))
    aimlapi.balance = 0
    aimlapi.maintenance.clear()
    with pytest.raises(OutOfMoney):
        await client.submit(asks(V2_1))
    for wrong in (AimlapiProvider(aimlapi.base_url, "other"), AimlapiProvider(aimlapi.base_url + "/elsewhere", KEY)):
        with pytest.raises(OperatorProblem):
            await make(wrong).check_credentials()
    assert aimlapi.creates == []


@pytest.mark.parametrize(
    ("fault", "meaning"),
    [
        (Answer(429), Busy),
        (Answer(500), AnswerLost),
        (Answer(502), AnswerLost),
        (Answer(503), AnswerLost),
        (Answer(504), AnswerLost),
        (RawAnswer("{"), AnswerLost),
        (DropAfter(), AnswerLost),
        (Truncate(), AnswerLost),
    ],
)
async def test_faults_of_both(aimlapi, ezmodel, make, fault, meaning):
    aimlapi.faults.inject(AimlapiOperation.CREATE, fault)
    ezmodel.faults.inject(EzmodelOperation.CREATE, fault)
    with pytest.raises(meaning):
        await make(AimlapiProvider(aimlapi.base_url, KEY)).submit(asks(V1))
    with pytest.raises(meaning):
        await make(EzmodelProvider(ezmodel.base_url, KEY)).submit(asks("kling-v1"))


@pytest.mark.parametrize("create", list(CreateShape))
@pytest.mark.parametrize("query", list(QueryShape))
async def test_a_video_of_ezmodel_from_beginning_to_end(ezmodel, make, create, query):
    ezmodel.shapes = Shapes(create, query)
    client = make(EzmodelProvider(ezmodel.base_url, KEY))
    await client.check_credentials()
    done = await finished(client, asks("kling-v1", prompt="", aspect_ratio="9:16", negative_prompt="blur", cfg_scale=1))
    assert done.status is TaskStatus.SUCCEEDED
    assert (done.video_url or "").startswith(ezmodel.base_url)
    assert ezmodel.creates[0]["prompt"] == NEUTRAL_PROMPT
    assert ezmodel.dropped == set()
    assert set(await client.fetch_many([done.task_id, "nobody"])) == {done.task_id}
    with pytest.raises(TaskUnknown):
        await client.fetch("nobody")


@pytest.mark.parametrize("query", list(QueryShape))
async def test_reasons_of_ezmodel_are_not_what_stands_around_them(ezmodel, make, query):
    ezmodel.shapes = Shapes(query=query)
    ezmodel.faults.doom(Fate(fail_with="Failure to pass the risk control system"))
    failed = await finished(make(EzmodelProvider(ezmodel.base_url, KEY)), asks("kling-v1"))
    assert failed.status is TaskStatus.FAILED
    assert "content filter stopped this one" in say(failed.reason or "")


@pytest.mark.parametrize("options", CONTROLS)
async def test_ezmodel_takes_every_control(ezmodel, make, options):
    model = "kling-v1-5" if "camera_value" in options else "kling-v1"
    mode = "pro" if model == "kling-v1-5" else "std"
    task = make(EzmodelProvider(ezmodel.base_url, KEY)).submit(asks(model, mode=mode, **options))
    if options.get("camera") == "left_turn_forward":
        with pytest.raises(Refused):
            await task
    else:
        await task
        assert ezmodel.dropped == set()


async def test_what_ezmodel_refuses(ezmodel, make):
    client = make(EzmodelProvider(ezmodel.base_url, KEY))
    with pytest.raises(Refused) as caught:
        await client.submit(asks("kling-v3", duration=7))
    assert "only supports duration 5 or 10" in say(caught.value.sentence)
    with pytest.raises(ModelGone):
        await client.submit(asks("kling-v9"))
    ezmodel.faults.inject(EzmodelOperation.CREATE, Answer(403, "quota_not_enough"))
    with pytest.raises(OutOfMoney):
        await client.submit(asks("kling-v1"))
    for wrong in (EzmodelProvider(ezmodel.base_url, "other"), EzmodelProvider(ezmodel.base_url + "/elsewhere", KEY)):
        with pytest.raises(OperatorProblem):
            await make(wrong).check_credentials()
    assert ezmodel.creates == []


async def test_a_status_word_that_nobody_knows_goes_on_running(aimlapi, ezmodel, make):
    for simulated, client, model in (
        (aimlapi, make(AimlapiProvider(aimlapi.base_url, KEY)), V1),
        (ezmodel, make(EzmodelProvider(ezmodel.base_url, KEY)), "kling-v1"),
    ):
        simulated.faults.doom(Fate(status_word="dreaming"))
        task = await client.submit(asks(model))
        await asyncio.sleep(0.1)
        assert (await client.fetch(task.task_id)).status in (TaskStatus.RUNNING, TaskStatus.WAITING)

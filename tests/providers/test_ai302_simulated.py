"""The client against the simulated 302.AI, an independent reading of the same documents."""

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from languages.speech import say
from providers.ai302 import Ai302Provider, create_form
from providers.errors import AnswerLost, Busy, ModelGone, OperatorProblem, OutOfMoney, Refused, TaskUnknown
from providers.http import FilePart
from providers.provider import ProviderTask, Submission, TaskStatus
from providers.request import AspectRatio, Camera, PictureFile, PictureKind, RequestError, VideoRequest
from sandbox.ai302 import ErrorCode, Operation, Part, ResultShape, Shapes, SimulatedAi302
from sandbox.ai302.form import accept
from sandbox.ai302.products import PRODUCTS
from sandbox.common.faults import Answer, DropAfter, DropBefore, Fate, RawAnswer, Truncate
from sandbox.common.tasks import Timings

KEY = "sk-302-0123456789abcdefghijklmnop"


def picture(width: int = 400, height: int = 320) -> PictureFile:
    content = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(content, "PNG")
    return PictureFile(content.getvalue(), "image/png")


def asks(model: str = "m2v_15_img2video", image: PictureFile | None = None, **options: Any) -> Submission:
    request = VideoRequest.build(**{"model": "kling-v1-5", "prompt": "leaves move"} | options)
    return Submission("job-1", model, request, {kind: image or picture() for kind in request.picture_kinds})


async def finished(provider: Ai302Provider, task_id: str) -> ProviderTask:
    async with asyncio.timeout(20):
        while True:
            task = await provider.fetch(task_id)
            if task.status in (TaskStatus.SUCCEEDED, TaskStatus.FAILED):
                return task
            await asyncio.sleep(0.05)


@pytest.fixture
async def simulated() -> AsyncIterator[SimulatedAi302]:
    timings = Timings(submitted=0.05, processing=0.1)
    async with SimulatedAi302.start(api_key=KEY, timings=timings, max_parallel=2) as ai302:
        yield ai302


@pytest.fixture
async def provider(simulated) -> AsyncIterator[Ai302Provider]:
    client = Ai302Provider(simulated.base_url, KEY)
    yield client
    await client.close()


async def test_a_video_from_beginning_to_end_wherever_its_address_stands(simulated, provider):
    await provider.check_credentials()
    task = await provider.submit(
        asks("m2v_img2video_hq", end_image=True, sound=True, cfg_scale=0.3, aspect_ratio="16:9")
    )
    assert task.status is TaskStatus.WAITING
    done = await finished(provider, task.task_id)
    assert (done.video_url or "").startswith(simulated.base_url)
    for shape in ResultShape:
        simulated.shapes = Shapes(result=shape)
        assert await provider.fetch(task.task_id) == done
    assert set(simulated.creates[0]) == {"input_image", "tail_image", "prompt", "cfg", "aspect_ratio", "enable_audio"}
    assert simulated.creates[0]["input_image"] == Part(picture().content, "input_image.png", "image/png")


@pytest.mark.parametrize("key", ["wrong", "a"])
async def test_a_wrong_key_is_the_operators(simulated, key):
    provider = Ai302Provider(simulated.base_url, key)
    with pytest.raises(OperatorProblem):
        await provider.check_credentials()
    with pytest.raises(OperatorProblem):
        await provider.submit(asks())
    await provider.close()


async def test_a_path_that_302_does_not_have_is_a_model_that_is_gone(simulated, provider):
    with pytest.raises(ModelGone):
        await provider.submit(asks("m2v_14_img2video"))
    assert simulated.offered == []


async def test_lost_answers_cannot_be_asked_for(simulated, provider):
    for fault in (DropAfter(), Truncate(), DropBefore()):
        simulated.faults.inject(Operation.CREATE, fault)
        with pytest.raises(AnswerLost):
            await provider.submit(asks())
        with pytest.raises(AnswerLost):
            await provider.find("job-1")
    assert len(simulated.creates) == 2


@pytest.mark.parametrize(
    ("fault", "meaning"),
    [
        (Answer(400, ErrorCode.ARREARS), OutOfMoney),
        (Answer(429, ErrorCode.DAILY_LIMIT), OutOfMoney),
        (Answer(429, ErrorCode.HOURLY_FREE), Busy),
        (Answer(400, ErrorCode.CONTENT), Refused),
        (Answer(401, ErrorCode.KEY_EXPIRED), OperatorProblem),
        (Answer(500, ErrorCode.INTERNAL), AnswerLost),
        (RawAnswer("<html>", status=502), AnswerLost),
        (RawAnswer('{"result": 1, "data"'), AnswerLost),
    ],
)
async def test_refusals(simulated, provider, fault, meaning):
    simulated.faults.inject(Operation.CREATE, fault)
    with pytest.raises(meaning) as caught:
        await provider.submit(asks())
    assert type(caught.value) is meaning
    assert simulated.creates == []


async def test_a_full_account_asks_to_wait(simulated, provider):
    simulated.faults.doom(Fate(never_finish=True), times=2)
    ids = [(await provider.submit(asks())).task_id for _ in range(2)]
    with pytest.raises(Busy):
        await provider.submit(asks())
    assert set(await provider.fetch_many([*ids, "nobody"])) == set(ids)
    with pytest.raises(TaskUnknown):
        await provider.fetch("nobody")


@pytest.mark.parametrize("failed", [50, -1])
async def test_a_task_that_fails_tells_why(simulated, provider, failed):
    simulated.shapes = Shapes(failed=failed)
    small = await provider.submit(asks(image=picture(100, 100)))
    assert "300 pixels" in say((await finished(provider, small.task_id)).reason or "")


@pytest.mark.parametrize("status", ["42", "dreaming"])
async def test_an_unknown_status_is_waited_for(simulated, provider, status):
    simulated.faults.doom(Fate(never_finish=True, status_word=status))
    task = await provider.submit(asks())
    await asyncio.sleep(0.1)
    assert (await provider.fetch(task.task_id)).status is TaskStatus.RUNNING


async def test_an_end_picture_is_for_hq_only(provider):
    with pytest.raises(Refused, match="tail_image"):
        await provider.submit(asks("m2v_15_img2video_10s", end_image=True))


CONTROLS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.just({"end_image": True}),
    st.fixed_dictionaries({"camera": st.sampled_from(Camera), "camera_value": st.floats(-10, 10)}),
    st.fixed_dictionaries({"camera": st.sampled_from(Camera)}),
)
OPTIONS = st.fixed_dictionaries(
    {"prompt": st.text(max_size=30)},
    optional={
        "negative_prompt": st.text(max_size=30),
        "cfg_scale": st.floats(0, 1),
        "aspect_ratio": st.sampled_from(AspectRatio),
        "sound": st.booleans(),
    },
)


@given(st.sampled_from(list(PRODUCTS.values())), OPTIONS, CONTROLS)
def test_whatever_302_can_do_it_accepts(product, options, controls):
    if controls.get("end_image") and not product.has_tail:
        return
    try:
        submission = asks(product.path, image=PictureFile(b"picture", "image/png"), **options, **controls)
    except RequestError:
        return
    form = {
        name: Part(part.content, part.filename, part.media_type)
        if isinstance(part, FilePart)
        else Part(part.encode(), None, "text/plain; charset=utf-8")
        for name, part in create_form(submission).items()
    }
    body = accept(form, product)
    assert body.picture == submission.pictures[PictureKind.IMAGE].content
    assert body.camera_value == pytest.approx(submission.request.camera_value or 0, abs=0.001)

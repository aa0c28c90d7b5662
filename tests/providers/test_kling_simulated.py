"""The real client against the simulated Kling, an independent reading of the same documents."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from languages.speech import say
from providers.catalog import Openings, load
from providers.catalog_models import Capability
from providers.errors import AlreadySubmitted, AnswerLost, Busy, ModelGone, OperatorProblem, Refused
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey, KeyPair
from providers.kling_body import create_body
from providers.provider import ProviderTask, Submission, TaskStatus
from providers.request import Camera, Mode, PictureFile, PictureKind, RequestError, VideoRequest
from sandbox.kling import DropAfter, DropBefore, Fate, Operation, RawAnswer, SimulatedKling, Timings, Truncate
from sandbox.kling.body import read_object
from sandbox.kling.capabilities import MODELS
from sandbox.kling.rules import accept

KEY = "api-key-kling-0123456789abcdefghijklmnop"
PAIR = ("access-0123456789abcdef012345678", "secret-0123456789abcdef012345678")
CATALOG = load()


def picture(width: int = 400, height: int = 320) -> PictureFile:
    content = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(content, "PNG")
    return PictureFile(content.getvalue(), "image/png")


def asks(
    job_id: str = "job-1", model: str = "kling-v2-5-turbo", image: PictureFile | None = None, **options: Any
) -> Submission:
    request = VideoRequest.build(**{"model": model, "prompt": "leaves move"} | options)
    pictures = {kind: image or picture() for kind in request.picture_kinds}
    return Submission(job_id, model, request, pictures)


async def finished(kling: KlingProvider, task_id: str) -> ProviderTask:
    async with asyncio.timeout(20):
        while True:
            task = await kling.fetch(task_id)
            if task.status in (TaskStatus.SUCCEEDED, TaskStatus.FAILED):
                return task
            await asyncio.sleep(0.05)


@pytest.fixture
async def simulated() -> AsyncIterator[SimulatedKling]:
    timings = Timings(submitted=0.05, processing=0.1)
    async with SimulatedKling.start(api_key=KEY, timings=timings, max_parallel=3) as kling:
        yield kling


async def test_a_video_from_beginning_to_end(simulated, make_kling):
    kling = make_kling(simulated.base_url, ApiKey(KEY))
    await kling.check_credentials()
    task = await kling.submit(asks())
    assert task.status is TaskStatus.WAITING
    assert await kling.find("job-1") is not None
    done = await finished(kling, task.task_id)
    assert done.status is TaskStatus.SUCCEEDED
    assert done.video_url
    assert done.video_url.startswith(simulated.base_url)
    assert len(simulated.creates) == 1


async def test_key_pairs_are_accepted_long_after_the_first_token_ended(make_kling, clock):
    async with SimulatedKling.start(access_key=PAIR[0], secret_key=PAIR[1], clock=clock) as simulated:
        kling = make_kling(simulated.base_url, KeyPair(*PAIR, clock))
        for _ in range(5):
            await kling.check_credentials()
            clock.advance(timedelta(minutes=24))
        wrong = make_kling(simulated.base_url, KeyPair(PAIR[0], PAIR[1][::-1], clock))
        with pytest.raises(OperatorProblem):
            await wrong.check_credentials()


async def test_a_wrong_key_and_a_wrong_address_are_the_operators(simulated, make_kling):
    for kling in (
        make_kling(simulated.base_url, ApiKey("wrong")),
        make_kling(simulated.base_url + "/elsewhere", ApiKey(KEY)),
    ):
        with pytest.raises(OperatorProblem):
            await kling.check_credentials()


async def test_a_lost_answer_is_found_by_the_jobs_id(simulated, make_kling):
    kling = make_kling(simulated.base_url, ApiKey(KEY))
    for number, fault in enumerate((DropAfter(), Truncate())):
        simulated.faults.inject(Operation.CREATE, fault)
        with pytest.raises(AnswerLost):
            await kling.submit(asks(f"job-{number}"))
        assert await kling.find(f"job-{number}") is not None
    simulated.faults.inject(Operation.CREATE, DropBefore())
    with pytest.raises(AnswerLost):
        await kling.submit(asks("job-9"))
    assert await kling.find("job-9") is None
    assert len(simulated.creates) == 2


async def test_a_job_is_not_made_twice(simulated, make_kling):
    kling = make_kling(simulated.base_url, ApiKey(KEY))
    await kling.submit(asks())
    with pytest.raises(AlreadySubmitted):
        await kling.submit(asks())
    assert len(simulated.creates) == 1


async def test_a_full_account_asks_to_wait(simulated, make_kling):
    kling = make_kling(simulated.base_url, ApiKey(KEY))
    simulated.faults.doom(Fate(never_finish=True), times=3)
    for number in range(3):
        await kling.submit(asks(f"job-{number}"))
    with pytest.raises(Busy):
        await kling.submit(asks("job-3"))


async def test_refusals_and_retired_models(simulated, make_kling):
    kling = make_kling(simulated.base_url, ApiKey(KEY))
    with pytest.raises(Refused, match="cfg_scale"):
        await kling.submit(asks(cfg_scale=0.5))
    for model in ("kling-v1", "kling-v9"):
        with pytest.raises(ModelGone):
            await kling.submit(asks(model=model))
    assert simulated.creates == []


async def test_a_task_that_fails_tells_why(simulated, make_kling):
    kling = make_kling(simulated.base_url, ApiKey(KEY))
    small = await kling.submit(asks("job-1", image=picture(100, 100)))
    assert "300 pixels" in say((await finished(kling, small.task_id)).reason or "")
    simulated.faults.doom(Fate(fail_with="Failure to pass the risk control system"))
    stopped = await kling.submit(asks("job-2"))
    assert "content filter" in say((await finished(kling, stopped.task_id)).reason or "")


async def test_many_tasks_in_one_question(make_kling):
    async with SimulatedKling.start(api_key=KEY, max_parallel=10) as simulated:
        simulated.faults.doom(Fate(never_finish=True), times=8)
        kling = make_kling(simulated.base_url, ApiKey(KEY))
        ids = [(await kling.submit(asks(f"job-{number}"))).task_id for number in range(8)]
        simulated.faults.inject(Operation.LIST, RawAnswer("<html>", status=502))
        for _ in range(2):
            assert set(await kling.fetch_many([*ids, "nobody"])) == set(ids)
        asked = [seen.operation for seen in simulated.requests if seen.operation is not Operation.CREATE]
        # The first list was broken, so all were asked for; the second named all but the unknown one.
        assert asked == [Operation.LIST, *[Operation.QUERY] * 9, Operation.LIST, Operation.QUERY]


@pytest.mark.parametrize("file", ["kling-v2-6 with voices", "kling-v3 in 4k"])
async def test_large_requests_arrive_whole(simulated, make_kling, file):
    options: dict[str, Any] = {
        "kling-v2-6 with voices": {
            "model": "kling-v2-6", "mode": "pro", "sound": True, "voices": ("v1", "v2"), "prompt": "<<<voice_2>>> hi",
            "duration": 10, "watermark": True,
        },
        "kling-v3 in 4k": {"model": "kling-v3", "mode": "4k", "duration": 3, "end_image": True, "cfg_scale": 1},
    }[file]  # fmt: skip
    kling = make_kling(simulated.base_url, ApiKey(KEY))
    noise = BytesIO()
    Image.effect_noise((1600, 1600), 90).save(noise, "PNG")
    simulated.faults.doom(Fate(never_finish=True))
    submission = asks(**options, image=PictureFile(noise.getvalue(), "image/png"))
    await kling.submit(submission)
    assert simulated.creates == [create_body(submission)]


POINTS = st.fixed_dictionaries({"x": st.integers(0, 400), "y": st.integers(0, 300)})
PATHS = st.lists(POINTS, min_size=2, max_size=4)
OFFERED = [model.id for model in CATALOG.offered({"kling"})]
BASICS = st.fixed_dictionaries(
    {
        "model": st.sampled_from(9 * OFFERED + [model.id for model in CATALOG.models]),
        "prompt": st.sampled_from(["the leaves move", "the leaves move", ""]) | st.text(max_size=30),
        "duration": st.sampled_from([5, 5, 10, 10, 7]) | st.sampled_from([5, 10, 3, 15]),
        "mode": st.sampled_from(Mode),
    },
    optional={"negative_prompt": st.text(max_size=30), "watermark": st.booleans()},
)
# What only few models can do comes seldom, so that most requests are not refused for it.
CONTROLS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    *[st.just({}), st.just({"end_image": True})] * 4,
    st.fixed_dictionaries({"cfg_scale": st.floats(0, 1)}),
    st.fixed_dictionaries({"camera": st.sampled_from(Camera), "camera_value": st.floats(-10, 10)}),
    st.fixed_dictionaries({"camera": st.sampled_from(Camera)}),
    st.fixed_dictionaries({"static_mask": st.booleans(), "motion": st.lists(PATHS, max_size=2)}),
)
SOUNDS: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {},
        {},
        {"sound": True},
        {"sound": True, "voices": ("v1", "v2")},
        {"sound": True, "voices": ("v1",), "prompt": "she said <<<voice_1>>>"},
    ]
)
OPTIONS = st.builds(lambda basics, controls, sounds: basics | controls | sounds, BASICS, CONTROLS, SOUNDS)


@settings(max_examples=300)
@given(OPTIONS)
def test_what_the_catalogue_offers_kling_accepts(options):
    refusal = None
    try:
        request = VideoRequest.build(**options)
        offer = CATALOG.choose(request, Openings({"kling"}))
    except RequestError as error:
        refusal = error
    if refusal is not None:
        assert refusal.problems
        assert all(say(problem).endswith((".", "?")) for problem in refusal.problems)
        return
    pictures = {kind: PictureFile(b"picture", "image/png") for kind in request.picture_kinds}
    body = create_body(Submission("job-1", offer.route.model, request, pictures))
    assert accept(read_object(json.dumps(body).encode()), MODELS)
    assert offer.credits > 0


@pytest.mark.parametrize("model", [model.id for model in CATALOG.models if model.routes[0].client == "kling"])
def test_the_catalogue_and_the_simulation_read_the_capability_map_alike(model):
    ours = next(one for one in CATALOG.models if one.id == model)
    theirs = MODELS[model]
    assert {str(seconds) for seconds in ours.durations} == theirs.durations
    assert {mode.value for mode in ours.modes} == (theirs.modes or {"std"})
    assert bool(ours.retired_of({"kling"})) is theirs.retired
    can = {capability: bool(ours.where(capability, ours.routes[0])) for capability in Capability}
    assert can == {
        Capability.END_IMAGE: bool(theirs.first_and_last),
        Capability.CAMERA: bool(theirs.camera),
        Capability.BRUSH: bool(theirs.brush),
        Capability.SOUND: bool(theirs.sound),
        Capability.VOICES: theirs.voices,
        Capability.CFG_SCALE: theirs.cfg_scale,
        Capability.ASPECT_RATIO: False,
        Capability.WATERMARK: True,
    }


def test_the_pictures_of_a_request_are_all_sent():
    submission = asks(model="kling-v1", static_mask=True, motion=[[{"x": 1, "y": 2}, {"x": 3, "y": 4}]])
    assert set(submission.pictures) == {PictureKind.IMAGE, PictureKind.STATIC_MASK, PictureKind.MOTION_1}
    body = create_body(submission)
    assert len(body["dynamic_masks"]) == 1
    assert body["static_mask"]

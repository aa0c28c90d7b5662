"""302.AI: the form part by part, and tasks in every shape that was seen."""

import json
from email import message_from_bytes
from email.policy import HTTP
from typing import Any

import pytest
from structlog.testing import capture_logs

from languages.speech import say
from providers.ai302 import Ai302Provider
from providers.errors import AnswerLost, TaskUnknown
from providers.provider import Provider, ProviderTask, TaskStatus
from providers.request import Camera

KEY = "sk-302-0123456789abcdefghijklmnop"
URL = "https://v16-kling-fdl.klingai.com/a.mp4?Expires=1&Signature=x"
SIMPLE_MOVES = [camera for camera in Camera if camera.takes_strength]
FIXED_MOVES = [camera for camera in Camera if not camera.takes_strength]
PATHS = ["m2v_15_img2video", "m2v_15_img2video_10s", "m2v_img2video_hq", "m2v_img2video_hq_10s"]


def created(status: object = 5, task_id: object = "kling_cd1fad111e0c") -> tuple[int, dict[str, object]]:
    data = {"task": {"id": task_id, "status": status}, "works": [], "status": status, "message": "", "limitation": {}}
    return (200, {"result": 1, "status": 200, "message": "OK", "data": data})


def fetched(status: object, **fields: object) -> tuple[int, dict[str, object]]:
    data = {"status": status, "etaTime": 60, "task": {"id": "833446756", "status": status}, "works": []} | fields
    return (200, {"result": 1, "data": data})


def parts(seen) -> dict[Any, tuple[Any, ...]]:
    """The form's parts by their names: filename, content type and content."""
    message = message_from_bytes(
        b"Content-Type: " + seen.headers["Content-Type"].encode() + b"\r\n\r\n" + seen.body, policy=HTTP
    )
    found: dict[Any, tuple[Any, ...]] = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="Content-Disposition")
        assert name not in found
        found[name] = (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
    return found


@pytest.fixture
def ai302(says):
    return lambda *replies: says(lambda url: Ai302Provider(url, KEY), *replies)


@pytest.fixture
def sent(ai302, submission):
    """What arrives of a request with these options."""

    async def send(model: str = "m2v_img2video_hq", **options):
        provider, server = await ai302(created())
        await provider.submit(submission(provider_model=model, **options))
        return server.seen[0]

    return send


async def test_the_client_is_a_provider(ai302):
    provider: Provider
    provider, _ = await ai302(created())
    assert (provider.name, provider.finds_by_job_id) == ("ai302", False)


@pytest.mark.parametrize("path", PATHS)
async def test_the_model_is_the_path(sent, path):
    seen = await sent(path)
    assert (seen.method, seen.path, seen.query) == ("POST", f"/klingai/{path}", {})
    assert seen.headers["Authorization"] == f"Bearer {KEY}"
    assert seen.headers["Content-Type"].startswith("multipart/form-data; boundary=")


async def test_the_smallest_form_is_a_picture(sent):
    assert parts(await sent(prompt="")) == {"input_image": ("input_image.png", "image/png", b"bytes of image")}


async def test_every_option_that_goes_together(sent):
    form = await sent(
        prompt="Blätter bewegen sich 🍂",
        negative_prompt="blur",
        cfg_scale=0.25,
        aspect_ratio="9:16",
        end_image=True,
        sound=True,
    )
    assert parts(form) == {
        "input_image": ("input_image.png", "image/png", b"bytes of image"),
        "tail_image": ("tail_image.png", "image/png", b"bytes of end_image"),
        "prompt": (None, "text/plain", "Blätter bewegen sich 🍂".encode()),
        "negative_prompt": (None, "text/plain", b"blur"),
        "cfg": (None, "text/plain", b"0.25"),
        "aspect_ratio": (None, "text/plain", b"9:16"),
        "enable_audio": (None, "text/plain", b"true"),
    }


@pytest.mark.parametrize("camera", SIMPLE_MOVES)
@pytest.mark.parametrize(("value", "words"), [(-10, b"-10"), (-0.5, b"-0.5"), (7.0, b"7")])
async def test_simple_moves_have_a_strength(sent, camera, value, words):
    form = parts(await sent(camera=camera, camera_value=value))
    assert form["camera_type"] == (None, "text/plain", camera.value.encode())
    assert form["camera_value"] == (None, "text/plain", words)


@pytest.mark.parametrize("camera", FIXED_MOVES)
async def test_fixed_moves_have_none(sent, camera):
    form = parts(await sent(camera=camera))
    assert form["camera_type"] == (None, "text/plain", camera.value.encode())
    assert "camera_value" not in form


@pytest.mark.parametrize(("value", "words"), [(0, b"0"), (1, b"1"), (1 / 3, b"0.333"), (0.00001, b"0")])
async def test_the_creativity_is_text(sent, value, words):
    assert parts(await sent(cfg_scale=value))["cfg"][2] == words


async def test_pictures_are_named_by_their_type(ai302, submission):
    provider, server = await ai302(created())
    asked = submission()
    for name, picture in asked.pictures.items():
        asked.pictures[name] = type(picture)(picture.content, "image/jpeg")
    await provider.submit(asked)
    assert parts(server.seen[0])["input_image"][:2] == ("input_image.jpg", "image/jpeg")


@pytest.mark.parametrize(
    ("reply", "task"),
    [
        (created(), ProviderTask("kling_cd1fad111e0c", TaskStatus.WAITING)),
        (created(10), ProviderTask("kling_cd1fad111e0c", TaskStatus.RUNNING)),
        (created("5", 7), ProviderTask("7", TaskStatus.WAITING)),
        ((201, created()[1]), ProviderTask("kling_cd1fad111e0c", TaskStatus.WAITING)),
        ((200, {"data": {"task": {"id": "a", "status": 5}}}), ProviderTask("a", TaskStatus.WAITING)),
        ((200, {"result": "1", "data": {"task": {"id": "a"}}}), ProviderTask("a", TaskStatus.RUNNING)),
    ],
)
async def test_a_create_begins_a_task(ai302, submission, reply, task):
    provider, _ = await ai302(reply)
    assert await provider.submit(submission()) == task


@pytest.mark.parametrize(
    "works",
    [
        {"works": [{"resource": {"resource": URL, "height": 1080}, "contentType": "video"}]},
        {"works": [{"resource": URL}]},
        {"works": [{"resource": {"url": URL}}]},
        {"taskWorks": [{"resource": {"resource": URL}}]},
        {"works": None, "taskWorks": [{"resource": URL}]},
        {"works": ["junk", {"resource": {"resource": ""}}, {"resource": {"resource": URL}}]},
    ],
)
@pytest.mark.parametrize("status", [99, "99", 99.0])
async def test_a_finished_task_has_its_video_wherever_it_stands(ai302, works, status):
    provider, server = await ai302(fetched(status, **works))
    assert await provider.fetch("kling_1") == ProviderTask("kling_1", TaskStatus.SUCCEEDED, video_url=URL)
    assert (server.seen[0].method, server.seen[0].path) == ("GET", "/klingai/task/kling_1/fetch")


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        (fetched(5), TaskStatus.WAITING),
        (fetched(10), TaskStatus.RUNNING),
        (fetched(10, works=[{"resource": {"resource": URL}}]), TaskStatus.RUNNING),
        ((200, {"data": {"task": {"status": 5}}}), TaskStatus.WAITING),
    ],
)
async def test_unfinished_tasks(ai302, reply, status):
    provider, _ = await ai302(reply)
    assert await provider.fetch("kling_1") == ProviderTask("kling_1", status)


@pytest.mark.parametrize(
    "reply", [fetched(7), fetched("dreaming"), fetched(True), fetched(99), fetched(99, works=[{"resource": "a.mp4"}])]
)
async def test_what_is_not_understood_goes_on_running_and_is_logged_once(ai302, reply):
    provider, _ = await ai302(reply)
    with capture_logs() as lines:
        told = await provider.fetch("kling_1")
    assert (told.status is TaskStatus.FAILED, told.video_url, told.reason) == (False, None, None)
    assert len([line for line in lines if line["log_level"] == "warning"]) == 1


@pytest.mark.parametrize("status", [50, -1, "50"])
@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("Failure to pass the risk control system", "content filter stopped this one"),
        ("Image pixel is invalid", "at least 300 pixels"),
        ("Something\nnew " + "x" * 900, "“Something new xxx"),
        ("", "gave no reason"),
        (None, "gave no reason"),
        ({"text": "no"}, "gave no reason"),
    ],
)
async def test_a_failed_task_has_a_reason(ai302, status, message, words):
    provider, _ = await ai302(fetched(status, message=message))
    failed = await provider.fetch("kling_1")
    assert failed.status is TaskStatus.FAILED
    sentence = say(failed.reason or "")
    assert words in sentence
    assert sentence.isprintable()
    assert len(sentence) < 300


async def test_odd_ids_are_quoted(ai302):
    provider, server = await ai302(fetched(10))
    assert (await provider.fetch("a/b?c=d")).task_id == "a/b?c=d"
    assert (server.seen[0].path, server.seen[0].query) == ("/klingai/task/a/b?c=d/fetch", {})


async def test_many_tasks_are_asked_for_one_by_one(ai302):
    provider, server = await ai302(
        fetched(5), (404, {"error": {"err_code": -1, "message": "task not found"}}), fetched(10)
    )
    assert len(await provider.fetch_many(["a", "b", "c", "c"])) == 2
    assert len(server.seen) == 3


async def test_nobody_is_asked_for_a_lost_create(ai302):
    provider, server = await ai302(created())
    with pytest.raises(AnswerLost):
        await provider.find("job-1")
    assert server.seen == []


async def test_callbacks_are_not_its_kind(ai302):
    provider, _ = await ai302(created())
    assert provider.parse_callback(json.dumps({"task_id": "7", "id": "7"}).encode()) is None


async def test_a_task_that_302_does_not_know(ai302):
    provider, _ = await ai302((400, {"error": {"err_code": -100, "message": "The task does not exist"}}))
    with pytest.raises(TaskUnknown):
        await provider.fetch("kling_1")

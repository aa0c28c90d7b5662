"""The body for Kling's new-standard API, field by field and type by type."""

import json
from base64 import b64encode

import pytest

from languages.speech import say
from providers.errors import Refused
from providers.kling_new import KlingNewProvider
from providers.kling_new_body import create_body
from sandbox.common.schemas import schema_path

FIRST = {"type": "first_frame", "url": b64encode(b"bytes of image").decode()}
LAST = {"type": "last_frame", "url": b64encode(b"bytes of end_image").decode()}
PROMPT = {"type": "prompt", "text": "leaves move"}


def exactly(value: object) -> str:
    """The value with the types of all its parts, so that 5, 5.0, "5" and True differ."""
    return json.dumps(value, sort_keys=True)


@pytest.fixture
def body(submission):
    return lambda model="kling-2.5-turbo", **options: create_body(submission(provider_model=model, **options))


@pytest.mark.parametrize(
    ("model", "settings"),
    [
        ("kling-2.5-turbo", {"resolution": "720p", "duration": 5}),
        ("kling-2.6", {"resolution": "720p", "duration": 5, "audio": "off"}),
        ("kling-3.0", {"resolution": "720p", "duration": 5, "audio": "off", "multi_shot": False}),
        ("kling-3.0-turbo", {"resolution": "720p", "duration": 5}),
    ],
)
def test_the_smallest_body_of_each_model(body, model, settings):
    assert exactly(body(model)) == exactly(
        {"contents": [PROMPT, FIRST], "settings": settings, "options": {"external_task_id": "job-1"}}
    )


@pytest.mark.parametrize(
    ("model", "settings"),
    [
        ("kling-2.6", {"resolution": "1080p", "duration": 10, "audio": "native"}),
        ("kling-3.0", {"resolution": "1080p", "duration": 10, "audio": "native", "multi_shot": False}),
        ("kling-3.0-turbo", {"resolution": "1080p", "duration": 10}),
    ],
)
def test_sound_is_said_where_it_can_be_chosen(body, model, settings):
    assert exactly(body(model, sound=True, mode="pro", duration=10)["settings"]) == exactly(settings)


def test_every_option_that_goes_together(submission):
    asked = submission(
        "job-2",
        provider_model="kling-2.6",
        callback_url="https://bot.example/callbacks/kling-new/job-2/token",
        prompt="The man<<<voice_1>>> says hello to <<<voice_2>>>",
        negative_prompt="blur",
        duration=10,
        mode="pro",
        end_image=True,
        sound=True,
        voices=("v-1", "v-2"),
        watermark=True,
    )
    assert exactly(create_body(asked)) == exactly(
        {
            "contents": [
                {"type": "prompt", "text": "The man@voice_1 says hello to @voice_2\nAvoid: blur"},
                FIRST,
                LAST,
                {"type": "voice", "voice_id": "v-1", "id": "voice_1"},
                {"type": "voice", "voice_id": "v-2", "id": "voice_2"},
            ],
            "settings": {"resolution": "1080p", "duration": 10, "audio": "native"},
            "options": {
                "external_task_id": "job-2",
                "callback_url": "https://bot.example/callbacks/kling-new/job-2/token",
                "watermark_info": {"enabled": True},
            },
        }
    )


@pytest.mark.parametrize(("mode", "resolution"), [("std", "720p"), ("pro", "1080p"), ("4k", "4k")])
@pytest.mark.parametrize("seconds", [3, 15])
def test_modes_are_resolutions_and_durations_are_numbers(body, mode, resolution, seconds):
    settings = body("kling-3.0", mode=mode, duration=seconds)["settings"]
    assert exactly([settings["resolution"], settings["duration"]]) == exactly([resolution, seconds])


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("<<<voice_1>>>says hi", "@voice_1 says hi"),
        ("<<<voice_1>>>: hi", "@voice_1: hi"),
        ("<<<voice_1>>><<<voice_2>>>", "@voice_1@voice_2"),
        ("mail me@home", "mail me@home"),
    ],
)
def test_voices_are_named_by_their_ids(body, prompt, text):
    contents = body("kling-2.6", prompt=prompt, sound=True, voices=("a", "b"))["contents"]
    assert contents[0] == {"type": "prompt", "text": text}
    assert [content["id"] for content in contents if content["type"] == "voice"] == ["voice_1", "voice_2"]


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        ({"prompt": ""}, []),
        ({"prompt": "", "negative_prompt": "blur"}, ["Avoid: blur"]),
        ({"prompt": "leaves", "negative_prompt": "blur"}, ["leaves\nAvoid: blur"]),
    ],
)
def test_what_to_avoid_is_said_in_the_prompt(body, options, texts):
    assert [content["text"] for content in body(**options)["contents"] if content["type"] == "prompt"] == texts


@pytest.mark.parametrize(("model", "limit"), [("kling-2.5-turbo", 2500), ("kling-2.6", 2500), ("kling-3.0", 3072)])
async def test_too_many_words_are_not_sent(says, submission, model, limit):
    provider, server = await says(
        lambda url: KlingNewProvider(url, "key"), (200, {"code": 0, "data": {"id": "7", "status": "submitted"}})
    )
    fitting = limit - 2000 - len("\nAvoid: ")
    await provider.submit(submission(provider_model=model, prompt="p" * 2000, negative_prompt="n" * fitting))
    with pytest.raises(Refused) as caught:
        await provider.submit(submission(provider_model=model, prompt="p" * 2000, negative_prompt="n" * (fitting + 1)))
    assert f"{limit:,}" in say(caught.value.sentence)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    "options", [{"cfg_scale": 0.5}, {"aspect_ratio": "16:9"}, {"camera": "zoom", "camera_value": 3}]
)
def test_what_this_api_does_not_have_stays_home(body, options):
    assert exactly(body(**options)) == exactly(body())


@pytest.mark.parametrize("model", ["kling-2.5-turbo", "kling-3.0"])
async def test_what_leaves_is_that_body_and_nothing_else(says, submission, model):
    provider, server = await says(
        lambda url: KlingNewProvider(url, "key"), (200, {"code": 0, "data": {"id": "7", "status": "submitted"}})
    )
    asked = submission(provider_model=model, end_image=True, mode="pro")
    await provider.submit(asked)
    (seen,) = server.seen
    assert (seen.method, seen.path, seen.query) == ("POST", f"/image-to-video/{model}", {})
    assert seen.headers["Content-Type"] == "application/json"
    assert seen.headers["Authorization"] == "Bearer key"
    assert json.loads(seen.body) == create_body(asked)


def test_the_official_example_can_be_said(body):
    file = schema_path("kling/official-examples.json")
    if file is None:
        pytest.skip("no examples: kling/official-examples.json")
    example = json.loads(file.read_text("utf-8"))["new_i2v_request_2_5_turbo"]
    said = body(prompt=example["contents"][0]["text"], mode="pro", watermark=True)
    assert said["contents"][0] == example["contents"][0]
    assert said["contents"][1].keys() == example["contents"][1].keys()
    assert exactly(said["settings"]) == exactly(example["settings"])
    assert said["options"]["watermark_info"] == example["options"]["watermark_info"]
    assert said["options"].keys() <= example["options"].keys()

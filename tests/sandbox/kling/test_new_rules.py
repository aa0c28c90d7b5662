import json
from typing import Any

import pytest

from sandbox.common.refusal import Refusal
from sandbox.kling.new_rules import NEW_MODELS, accept_new, find_model, order_of_new

SIZES = {"std": 1, "pro": 2, "4k": 3}
PROMPT = {"type": "prompt", "text": "the leaves move"}
FIRST = {"type": "first_frame", "url": "QUJD"}
LAST = {"type": "last_frame", "url": "REVG"}
VOICE = {"type": "voice", "voice_id": "829", "id": "1"}
ELEMENT = {"type": "element", "element_id": "163", "id": "Zhang"}


def a_body(*more: dict[str, Any], options: dict[str, Any] | None = None, **settings: Any) -> dict[str, Any]:
    return {"contents": [PROMPT, FIRST, *more], "settings": settings, "options": options or {}}


ACCEPTED: list[tuple[str, dict[str, Any]]] = [
    ("kling-2.5-turbo", {"contents": [PROMPT, FIRST]}),
    ("kling-2.5-turbo", a_body(LAST, resolution="1080p", duration=10)),
    ("kling-2.6", a_body(resolution="720p", audio="off")),
    ("kling-2.6", a_body(VOICE, VOICE | {"id": "2"}, resolution="1080p", audio="native")),
    ("kling-2.6", a_body(LAST, resolution="1080p")),
    ("kling-3.0", a_body(LAST, ELEMENT, resolution="4k", duration=15, audio="native", multi_shot=False)),
    ("kling-3.0", {"contents": [FIRST, PROMPT | {"text": "x" * 3072}]}),
    ("kling-3.0-turbo", a_body(resolution="1080p", duration=3, options={"watermark_info": {"enabled": True}})),
]

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("kling-2.6", {}, "contents cannot be empty"),
    ("kling-2.6", {"contents": []}, "contents cannot be empty"),
    ("kling-2.6", {"contents": [FIRST]}, "prompt is required"),
    ("kling-2.6", {"contents": [PROMPT | {"text": " "}, FIRST]}, "prompt is required"),
    ("kling-2.6", {"contents": [PROMPT]}, "first_frame is required"),
    ("kling-2.6", {"contents": [PROMPT, LAST], "settings": {"resolution": "1080p"}}, "first_frame is required"),
    ("kling-2.6", a_body(PROMPT), "contents of type prompt cannot exceed 1 in total"),
    ("kling-2.6", {"contents": [PROMPT | {"text": "x" * 2501}, FIRST]}, "prompt cannot exceed 2500 characters"),
    ("kling-3.0", {"contents": [PROMPT | {"text": "x" * 3073}, FIRST]}, "prompt cannot exceed 3072 characters"),
    ("kling-2.6", a_body({"type": "image", "url": "QUJD"}), "contents[2].type value 'image' is invalid"),
    ("kling-2.6", a_body({"url": "QUJD"}), "contents[2].type is required"),
    ("kling-2.6", {"contents": [PROMPT, {"type": "first_frame"}]}, "contents[1].first_frame.url is required"),
    ("kling-2.6", a_body(ELEMENT), "contents[2].type value 'element' is invalid"),
    ("kling-2.5-turbo", a_body(VOICE), "contents[2].type value 'voice' is invalid"),
    ("kling-3.0-turbo", a_body(LAST), "contents[2].type value 'last_frame' is invalid"),
    ("kling-2.6", a_body(duration="5"), "settings.duration must be an integer"),
    ("kling-2.6", a_body(duration=7), "duration value '7' is invalid"),
    ("kling-3.0", a_body(duration=16), "duration value '16' is invalid"),
    ("kling-2.6", a_body(resolution="4k"), "resolution value '4k' is invalid"),
    ("kling-2.6", a_body(resolution="pro"), "resolution value 'pro' is invalid"),
    ("kling-2.6", a_body(audio="on"), "settings.audio value 'on' is invalid"),
    ("kling-2.6", a_body(audio="native"), "native audio only supports 1080p resolution"),
    ("kling-2.6", a_body(VOICE, resolution="1080p"), "audio cannot be off when a voice is specified"),
    ("kling-2.6", a_body(LAST), "last_frame only supports 1080p resolution"),
    ("kling-2.6", a_body(LAST, resolution="1080p", audio="native"), "last_frame does not support native audio"),
    ("kling-2.6", a_body(VOICE, VOICE, resolution="1080p", audio="native"), "id of contents must not be duplicated"),
    ("kling-2.5-turbo", a_body(audio="off"), "settings.audio is not supported by this model"),
    ("kling-2.6", a_body(multi_shot=False), "settings.multi_shot is not supported by this model"),
    ("kling-3.0-turbo", a_body(multi_shot=False), "settings.multi_shot is not supported by this model"),
    ("kling-3.0", a_body(mode="pro"), "settings.mode is not supported"),
    ("kling-3.0", a_body() | {"negative_prompt": "fog"}, "negative_prompt is not supported"),
    ("kling-3.0", a_body(options={"external_task_id": 5}), "options.external_task_id must be a string"),
    ("kling-3.0", a_body(options={"callback_url": "ftp://x"}), "callback_url value 'ftp://x' is invalid"),
    (
        "kling-2.6",
        {"contents": [PROMPT | {"text": "<<<voice_1>>> says hello"}, FIRST]},
        "prompt must specify a voice in the format of @id",
    ),
]


@pytest.mark.parametrize(("model", "fields"), ACCEPTED)
def test_accepted_bodies(model, fields):
    assert accept_new(fields, NEW_MODELS[model]).contents


@pytest.mark.parametrize(("model", "fields", "message"), REFUSED)
def test_refused_bodies(model, fields, message):
    with pytest.raises(Refusal) as refusal:
        accept_new(fields, NEW_MODELS[model])
    assert (refusal.value.status, refusal.value.code, refusal.value.message) == (400, 1201, message)


def test_a_model_that_is_not_there():
    with pytest.raises(Refusal) as refusal:
        find_model("kling-v2-6")
    assert (refusal.value.status, refusal.value.code) == (404, 1203)


def test_the_official_example_is_accepted(schemas):
    example = json.loads((schemas / "official-examples.json").read_text("utf-8"))["new_i2v_request_2_5_turbo"]
    del example["_source"]
    body = accept_new(example, NEW_MODELS["kling-2.5-turbo"])
    assert (body.settings.resolution, body.settings.duration, body.watermarked) == ("1080p", 5, True)


@pytest.mark.parametrize(
    ("model", "settings", "pixels", "sound"),
    [
        ("kling-2.6", {}, 1, False),
        ("kling-2.6", {"resolution": "1080p", "audio": "native"}, 2, True),
        ("kling-3.0", {"resolution": "4k"}, 3, False),
        ("kling-3.0-turbo", {}, 1, True),
    ],
)
def test_what_is_ordered(model, settings, pixels, sound):
    body = accept_new(a_body(**settings), NEW_MODELS[model])
    order = order_of_new(body, NEW_MODELS[model], SIZES)
    assert order.picture == b"ABC"
    assert (order.shot.pixels, order.shot.sound, order.shot.seconds) == (pixels, sound, 5)
    assert order.slot == NEW_MODELS[model].version


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("data:image/png;base64,QUJD", "File is not in a valid base64 format"),
        ("https://192.0.2.1/a.png", "first_frame cannot be downloaded, please make sure the URL is accessible"),
    ],
)
def test_pictures_that_cannot_be_read(url, message):
    model = NEW_MODELS["kling-2.6"]
    body = accept_new({"contents": [PROMPT, FIRST | {"url": url}]}, model)
    with pytest.raises(Refusal, match=message):
        order_of_new(body, model, SIZES)


def test_pictures_may_be_larger_than_in_the_legacy_api():
    model = NEW_MODELS["kling-2.6"]
    body = accept_new({"contents": [PROMPT, FIRST | {"url": "QUJD" * 4_000_000}]}, model)
    assert len(order_of_new(body, model, SIZES).picture) == 12_000_000

import pytest

from sandbox.ai302 import ErrorCode
from sandbox.ai302.products import PRODUCTS
from sandbox.film import Shot

RAPID, HQ = "m2v_15_img2video", "m2v_img2video_hq"


async def test_every_option_of_the_seed_is_accepted_and_kept(caller, picture):
    options = {
        "input_image": picture(),
        "tail_image": picture(color="red"),
        "prompt": "a zoom into the leaves",
        "negative_prompt": "blur",
        "cfg": "0.7",
        "aspect_ratio": "1:1",
        "camera_type": "zoom",
        "camera_value": "-5",
        "enable_audio": "true",
    }
    assert (await caller.create(HQ, **options)).status == 200
    (form,) = caller.ai302.creates
    assert {name: part.content for name, part in form.items()} == {
        name: value if isinstance(value, bytes) else value.encode() for name, value in options.items()
    }
    assert (form["input_image"].filename, form["input_image"].media_type) == ("input_image.png", "image/png")
    (task,) = caller.ai302.tasks
    assert task.order.shot == Shot(5, 256 * 144, "zoom", -0.5, picture(color="red"), sound=True, aspect_ratio=(1, 1))


@pytest.mark.parametrize(
    ("product", "seconds", "pixels", "kind"),
    [
        ("m2v_15_img2video", 5, 128 * 72, "m2v_img2video"),
        ("m2v_15_img2video_10s", 10, 128 * 72, "m2v_img2video"),
        ("m2v_img2video_hq", 5, 256 * 144, "m2v_img2video_hq"),
        ("m2v_img2video_hq_10s", 10, 256 * 144, "m2v_img2video_hq"),
    ],
)
async def test_the_path_says_how_long_and_how_good(caller, product, seconds, pixels, kind):
    reply = await caller.create(product)
    assert reply.body["data"]["task"]["type"] == kind
    (task,) = caller.ai302.tasks
    assert (task.order.shot.seconds, task.order.shot.pixels) == (seconds, pixels)


async def test_a_picture_is_enough(caller):
    assert (await caller.create(prompt=None)).status == 200
    assert caller.ai302.tasks[0].order.shot == Shot(5, 128 * 72)


@pytest.mark.parametrize(
    ("camera", "move", "strength"),
    [
        ({"camera_type": "horizontal", "camera_value": "10"}, "horizontal", 1),
        ({"camera_type": "pan", "camera_value": "-2.5"}, "pan", -0.25),
        ({"camera_type": "down_back"}, "down_back", 1),
        ({"camera_type": "left_turn_forward", "camera_value": "3"}, "left_turn_forward", 1),
        ({"camera_type": "empty"}, "push_in", 1),
        ({"camera_type": ""}, "push_in", 1),
    ],
)
async def test_the_camera_asked_for_is_the_camera_filmed_with(caller, camera, move, strength):
    assert (await caller.create(**camera)).status == 200
    shot = caller.ai302.tasks[0].order.shot
    assert (shot.move, shot.strength) == (move, strength)


CAMERAS = (
    "down_back, empty, forward_up, horizontal, left_turn_forward, pan, right_turn_forward, roll, tilt, vertical, zoom"
)
REFUSED = [
    ({"input_image": None}, "input_image is required"),
    ({"input_image": "QUJD"}, "input_image must be a file"),
    ({"input_image": "https://example.com/start.jpg"}, "input_image must be a file"),
    ({"prompt": b"the leaves move"}, "prompt must be text"),
    ({"prompt": "x" * 2501}, "prompt cannot exceed 2500 characters"),
    ({"negative_prompt": "x" * 2501}, "negative_prompt cannot exceed 2500 characters"),
    ({"cfg": "1.1"}, "cfg must be a number from 0 to 1"),
    ({"cfg": "-0.1"}, "cfg must be a number from 0 to 1"),
    ({"cfg": "half"}, "cfg must be a number from 0 to 1"),
    ({"cfg": "nan"}, "cfg must be a number from 0 to 1"),
    ({"aspect_ratio": "4:3"}, "aspect_ratio must be one of 16:9, 1:1, 9:16"),
    ({"camera_type": "simple"}, f"camera_type must be one of {CAMERAS}"),
    ({"camera_value": "11"}, "camera_value must be a number from -10 to 10"),
    ({"camera_value": "+5"}, "camera_value must be a number from -10 to 10"),
    ({"enable_audio": "True"}, "enable_audio must be one of false, true"),
    ({"tail_image": b"picture"}, "tail_image is not a field of m2v_15_img2video"),
    ({"duration": "5"}, "duration is not a field of m2v_15_img2video"),
]


@pytest.mark.parametrize(("changes", "message"), REFUSED)
async def test_wrong_fields_are_refused(caller, changes, message):
    assert (await caller.create(**changes)).refusal == (400, ErrorCode.BAD_FIELD, message)
    assert caller.ai302.creates == caller.ai302.tasks == []
    assert len(caller.ai302.offered) == 1


async def test_a_picture_of_more_than_10_megabytes_is_refused(caller):
    reply = await caller.create(input_image=bytes(10 * 1024 * 1024 + 1))
    assert reply.refusal == (400, ErrorCode.BAD_FIELD, "input_image cannot exceed 10MB")


@pytest.mark.parametrize("product", list(PRODUCTS))
async def test_only_hq_takes_a_last_picture_and_only_with_a_first(caller, picture, product):
    hq = "hq" in product
    assert ((await caller.create(product, tail_image=picture())).status == 200) is hq
    assert (await caller.create(product, tail_image=picture(), input_image=None)).status == 400


async def test_a_last_picture_as_text_is_refused(caller):
    reply = await caller.create(HQ, tail_image="QUJD")
    assert reply.refusal == (400, ErrorCode.BAD_FIELD, "tail_image must be a file")


async def test_a_field_given_twice_is_refused(caller, form):
    twice = form()
    twice.add_field("prompt", "again")
    reply = await caller.call("POST", f"/klingai/{RAPID}", data=twice)
    assert reply.refusal == (400, ErrorCode.BAD_FIELD, "prompt must be given once")


async def test_only_multipart_forms_are_read(caller):
    wrong = (400, ErrorCode.BAD_FIELD, "Content-Type must be multipart/form-data")
    for options in ({"json": {"input_image": "QUJD"}}, {"data": {"prompt": "x"}}, {"data": b""}):
        assert (await caller.call("POST", f"/klingai/{RAPID}", **options)).refusal == wrong
    session, headers = (
        caller.session,
        {"Content-Type": "multipart/form-data", "Authorization": "Bearer sk-302-for-tests"},
    )
    async with session.post(f"{caller.ai302.base_url}/klingai/{RAPID}", data=b"x", headers=headers) as answer:
        assert (answer.status, (await answer.json())["error"]["message"]) == (400, "form is malformed")
    assert caller.ai302.offered == []


async def test_who_calls_is_asked_first(caller):
    missing = await caller.call("POST", f"/klingai/{RAPID}", authorization=None, json={})
    assert missing.refusal == (401, ErrorCode.KEY_MISSING, "Missing 302 Apikey")
    assert missing.body["error"]["message_cn"] == "缺少 302 API 密钥"
    wrong = await caller.call("GET", "/klingai/task/1/fetch", authorization="sk-x")
    assert wrong.refusal == (401, ErrorCode.KEY_INVALID, "Invalid API KEY")
    assert "sk-302" not in repr(caller.ai302.requests)


@pytest.mark.parametrize("path", ["m2v_15_img2video_5s", "m2v_img2video_hq_5s", "m2v_15_hq_5s", "task/1"])
async def test_guessed_addresses_do_not_exist(caller, path):
    assert (await caller.call("POST", f"/klingai/{path}")).status == 404
    assert (await caller.call("GET", f"/klingai/{RAPID}")).status == 405

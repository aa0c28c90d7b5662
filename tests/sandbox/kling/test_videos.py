import base64
import io
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image, ImageChops, ImageStat

from sandbox.film import Shot
from sandbox.kling import model_table
from sandbox.kling.body import CreateBody
from sandbox.kling.tasks import shot_of
from sandbox.viewing import view


async def a_finished_video(caller: Any, **changes: Any) -> str:
    task = await caller.finished(await caller.created(**changes))
    return str(task["task_result"]["videos"][0]["url"])


async def test_the_video_is_filmed_from_the_submitted_picture(caller, picture, tmp_path):
    url = await a_finished_video(caller, image=picture(900, 600, "JPEG"))
    async with caller.session.get(url) as answer:
        assert (answer.status, answer.content_type) == (200, "video/mp4")
        (tmp_path / "video.mp4").write_bytes(await answer.read())
    seen = view(tmp_path / "video.mp4")
    original = Image.open(io.BytesIO(base64.b64decode(picture(900, 600)))).resize(seen.frames[0].size)
    assert (seen.codec, seen.pixel_format, seen.audio_codec) == ("h264", "yuv420p", None)
    assert seen.seconds == pytest.approx(5.04, abs=0.01)
    assert max(ImageStat.Stat(ImageChops.difference(seen.frames[0], original)).mean) < 4
    assert max(ImageStat.Stat(ImageChops.difference(seen.frames[-1], original)).mean) > 8


async def test_sound_and_length_are_as_asked(caller, tmp_path):
    url = await a_finished_video(caller, model_name="kling-v3", mode="pro", duration="3", sound="on")
    async with caller.session.get(url) as answer:
        (tmp_path / "video.mp4").write_bytes(await answer.read())
    seen = view(tmp_path / "video.mp4")
    assert seen.audio_codec == "aac"
    assert len(seen.frames) == 3 * 24 + 1


async def test_frames_have_the_size_of_their_mode(start, tmp_path):
    async with start(frame_pixels={"std": 320 * 180, "pro": 640 * 360}) as caller:
        for mode, size in (("std", (320, 180)), ("pro", (640, 360))):
            url = await a_finished_video(caller, mode=mode)
            async with caller.session.get(url) as answer:
                (tmp_path / "video.mp4").write_bytes(await answer.read())
            assert view(tmp_path / "video.mp4").frames[0].size == size


@pytest.mark.parametrize(
    ("camera", "move", "strength"),
    [
        (None, "push_in", 1),
        ({"type": "simple", "config": {"pan": -5, "zoom": 0}}, "pan", -0.5),
        ({"type": "simple", "config": {"zoom": 10}}, "zoom", 1),
        ({"type": "down_back"}, "down_back", 1),
        ({"type": "left_turn_forward", "config": {}}, "left_turn_forward", 1),
    ],
)
def test_the_camera_asked_for_is_the_camera_filmed_with(camera, move, strength):
    fields = {"image": "QUJD", "duration": "10"} | ({"camera_control": camera} if camera else {})
    shot = shot_of(CreateBody.model_validate(fields), 100)
    assert shot == Shot(10, 100, move, strength)


def test_brushes_reach_the_film():
    masks = [{"mask": "REVG", "trajectories": [{"x": 1, "y": 2}, {"x": 3, "y": 4}]}]
    shot = shot_of(CreateBody.model_validate({"image": "QUJD", "static_mask": "R0hJ", "dynamic_masks": masks}), 100)
    assert (list(shot.motion), shot.static_mask) == ([(b"DEF", ((1, 2), (3, 4)))], b"GHI")


def test_the_end_picture_is_filmed_unless_it_is_all_there_is():
    both = CreateBody(image="QUJD", image_tail="REVG")
    assert shot_of(both, 100).end_picture == b"DEF"
    assert shot_of(CreateBody(image_tail="REVG"), 100).end_picture is None


async def test_an_end_picture_alone_becomes_a_video(start, picture):
    async with start(models=model_table(allow_retired=True)) as caller:
        url = await a_finished_video(caller, model_name="kling-v1-6", mode="pro", image=None, image_tail=picture())
        async with caller.session.get(url) as answer:
            assert answer.status == 200


async def test_ranges_are_served(caller):
    url = await a_finished_video(caller)
    async with caller.session.get(url) as answer:
        whole = await answer.read()
    async with caller.session.get(url, headers={"Range": "bytes=100-199"}) as answer:
        assert answer.status == 206
        assert answer.headers["Content-Range"] == f"bytes 100-199/{len(whole)}"
        assert await answer.read() == whole[100:200]


async def test_a_request_with_our_key_is_refused_and_remembered(caller):
    url = await a_finished_video(caller)
    async with caller.session.get(url) as answer:
        assert answer.status == 200
    assert caller.kling.leaks == []
    async with caller.session.get(url, headers={"Authorization": "Bearer key"}) as answer:
        assert answer.status == 400
    assert [leak.path for leak in caller.kling.leaks] == [urlsplit(url).path]


async def test_the_address_is_signed_and_expires_after_thirty_days(start):
    now = datetime(2026, 10, 1, tzinfo=UTC)
    async with start(clock=lambda: now) as caller:
        url = await a_finished_video(caller)
        expires = int(parse_qs(urlsplit(url).query)["Expires"][0])
        assert expires == (now + timedelta(days=30)).timestamp()
        for forged in (url[:-1], url.replace(str(expires), str(expires + 1)), url.split("?")[0]):
            async with caller.session.get(forged) as answer:
                assert answer.status == 403
        async with caller.session.get(f"{caller.kling.base_url}/files/1.mp4") as answer:
            assert answer.status == 404
        now += timedelta(days=30)
        async with caller.session.get(url) as answer:
            assert answer.status == 403

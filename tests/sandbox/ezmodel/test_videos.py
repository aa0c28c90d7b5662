import asyncio
import base64
from typing import Any

import pytest
from PIL import ImageStat

from sandbox.viewing import view


async def test_the_film_shows_ratio_length_and_last_picture(caller, picture, tmp_path):
    task_id = await caller.created(
        model="kling-v1-6",
        mode="pro",
        image=picture(color="blue"),
        image_tail=picture(color="red"),
        aspect_ratio="9:16",
    )
    url = (await caller.finished(task_id))["fail_reason"]
    async with caller.session.get(url) as answer:
        assert (answer.status, answer.content_type) == (200, "video/mp4")
        (tmp_path / "video.mp4").write_bytes(await answer.read())
    seen = await asyncio.to_thread(view, tmp_path / "video.mp4")
    assert seen.frames[0].size == (72, 128)
    assert seen.seconds == pytest.approx(5.04, abs=0.01)
    assert _reddish(seen.frames[-1])
    assert not _reddish(seen.frames[0])


async def test_without_a_ratio_the_film_keeps_the_pictures(caller):
    await caller.created()
    assert caller.ezmodel.tasks[0].order.shot.aspect_ratio is None


async def test_sound_and_camera_reach_the_film(caller):
    await caller.created(model="kling-v2-6", mode="pro", sound="on")
    camera = {"type": "simple", "config": {"zoom": -5}}
    await caller.created(model="kling-v1-5", mode="pro", camera_control=camera)
    loud, zoomed = (task.order.shot for task in caller.ezmodel.tasks)
    assert (loud.sound, zoomed.move, zoomed.strength) == (True, "zoom", -0.5)


async def test_a_motion_brush_reaches_the_film(caller, picture):
    mask = picture(color="white")
    path = [{"x": 10, "y": 20}, {"x": 30, "y": 40}]
    await caller.created(static_mask=mask, dynamic_masks=[{"mask": mask, "trajectories": path}])
    shot = caller.ezmodel.tasks[0].order.shot
    assert shot.static_mask == base64.b64decode(mask)
    assert shot.motion == ((base64.b64decode(mask), ((10, 20), (30, 40))),)


async def test_a_request_for_the_file_with_our_key_is_refused_and_remembered(caller):
    url = (await caller.finished(await caller.created()))["fail_reason"]
    async with caller.session.get(url, headers={"Authorization": "Bearer key"}) as answer:
        assert answer.status == 400
    assert len(caller.ezmodel.leaks) == 1


def _reddish(frame: Any) -> bool:
    red, _, blue = ImageStat.Stat(frame).mean
    return bool(red > blue)

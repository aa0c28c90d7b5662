import asyncio
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageStat

from sandbox.viewing import Viewing, view


async def filmed(caller: Any, folder: Path, product: str, **options: str | bytes) -> tuple[Viewing, dict[str, Any]]:
    data = await caller.finished(await caller.created(product, **options))
    resource = data["works"][0]["resource"]
    async with caller.session.get(resource["resource"]) as answer:
        assert (answer.status, answer.content_type) == (200, "video/mp4")
        (folder / "video.mp4").write_bytes(await answer.read())
    return await asyncio.to_thread(view, folder / "video.mp4"), resource


async def test_the_film_shows_camera_ratio_and_sound(caller, picture, tmp_path):
    options = {"camera_type": "zoom", "camera_value": "-10", "aspect_ratio": "1:1", "enable_audio": "true"}
    seen, resource = await filmed(caller, tmp_path, "m2v_15_img2video", input_image=picture(360, 360), **options)
    size = seen.frames[0].size
    assert size == (96, 96) == (resource["width"], resource["height"])
    assert resource["duration"] == 5041
    assert seen.seconds == pytest.approx(5.04, abs=0.05)
    assert seen.audio_codec == "aac"
    # The gradient is dark in the middle: nearer to it the whole frame is darker.
    assert _brightness(seen.frames[-1]) < _brightness(seen.frames[0]) - 10


async def test_ten_seconds_end_in_the_last_picture(caller, picture, tmp_path):
    pictures = {"input_image": picture(color="blue"), "tail_image": picture(color="red")}
    seen, _ = await filmed(caller, tmp_path, "m2v_img2video_hq_10s", **pictures)
    assert (len(seen.frames), seen.audio_codec) == (241, None)
    assert seen.frames[0].size == (256, 144)
    red, _, blue = ImageStat.Stat(seen.frames[-1]).mean
    assert red > 200
    assert blue < 50


async def test_a_request_for_the_file_with_our_key_is_refused_and_remembered(caller):
    data = await caller.finished(await caller.created())
    url = data["works"][0]["resource"]["resource"]
    async with caller.session.get(url, headers={"Authorization": "Bearer key"}) as answer:
        assert answer.status == 400
    assert len(caller.ai302.leaks) == 1


def _brightness(frame: Image.Image) -> float:
    return ImageStat.Stat(frame.convert("L")).mean[0]

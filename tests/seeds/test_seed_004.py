"""Seed 004: 302.AI, Kling 1.5 Rapid and HQ, of 5 and of 10 seconds, and Fetch."""

from typing import Any

import pytest

from sandbox.ai302 import Part
from tests.seeds.conftest import MOTION, MemberAt, named

pytestmark = [pytest.mark.process, pytest.mark.asyncio(loop_scope="module")]

Field = str | tuple[str, str | None, str | None]
INPUT = {"input_image": ("<photo>", "input_image.jpg", "image/jpeg")}
TAIL = {"tail_image": ("<end>", "tail_image.png", "image/png")}
MOVES = ("horizontal", "vertical", "zoom", "tilt", "pan", "roll")
FIXED_MOVES = ("down_back", "forward_up", "right_turn_forward", "left_turn_forward")


def form(create: dict[str, Any]) -> dict[str, Field]:
    """The parts of a form: texts, and files with their names and types."""
    return {name: _field(part) for name, part in create.items()}


def _field(part: Part) -> Field:
    if part.filename is None:
        return part.text
    return named(part.content), part.filename, part.media_type


async def test_every_option_arrives_in_each_product(member_at: MemberAt) -> None:
    member = await member_at("ai302")
    words = {"prompt": "Der Hut fliegt weg … ¡olé!", "negative_prompt": "blur"}
    options: dict[str, Any] = {
        "model": "kling-v1-5",
        "cfg_scale": 0.5,
        "aspect_ratio": "16:9",
        "sound": True,
        **words,
    }
    told: dict[str, Field] = {**INPUT, **words, "cfg": "0.5", "aspect_ratio": "16:9", "enable_audio": "true"}

    create = await member.animate(film=True, camera="zoom", camera_value=-5, mode="std", duration=5, **options)
    assert form(create) == told | {"camera_type": "zoom", "camera_value": "-5"}
    assert member.path == "/klingai/m2v_15_img2video"
    assert (await member.video())[4:8] == b"ftyp"
    fetched = {seen.path for seen in member.simulated.requests if seen.operation == "fetch"}
    assert fetched == {f"/klingai/task/{member.simulated.tasks[0].id}/fetch"}

    create = await member.animate(camera="pan", camera_value=7.25, mode="std", duration=10, **options)
    assert form(create) == told | {"camera_type": "pan", "camera_value": "7.25"}
    assert member.path == "/klingai/m2v_15_img2video_10s"

    create = await member.animate("end_image", mode="pro", duration=5, **options)
    assert form(create) == told | TAIL
    assert member.path == "/klingai/m2v_img2video_hq"

    create = await member.animate("end_image", mode="pro", duration=10, **options)
    assert form(create) == told | TAIL
    assert member.path == "/klingai/m2v_img2video_hq_10s"


async def test_every_camera_move_and_aspect_ratio(member_at: MemberAt) -> None:
    member = await member_at("ai302")
    for move in MOVES:
        create = await member.animate(model="kling-v1-5", camera=move, camera_value=10)
        assert form(create) == {**INPUT, "camera_type": move, "camera_value": "10"}
    for move in FIXED_MOVES:
        create = await member.animate(model="kling-v1-5", mode="pro", duration=10, camera=move)
        assert form(create) == {**INPUT, "camera_type": move}
    for ratio in ("1:1", "16:9", "9:16"):
        create = await member.animate(model="kling-v1-5", aspect_ratio=ratio, cfg_scale=0)
        assert form(create) == {**INPUT, "aspect_ratio": ratio, "cfg": "0"}


async def test_without_options_there_is_nothing_but_the_picture(member_at: MemberAt) -> None:
    member = await member_at("ai302")
    assert form(await member.animate()) == INPUT
    assert form(await member.animate(sound=False, watermark=False)) == INPUT


async def test_what_it_cannot_do_costs_nothing(member_at: MemberAt) -> None:
    member = await member_at("ai302")
    assert "an end picture only in mode pro" in await member.refused("end_image", mode="std")
    assert "cannot use the motion brush" in await member.refused(motion=MOTION, mode="pro")
    assert "cannot use voices" in await member.refused(sound=True, voices="829")

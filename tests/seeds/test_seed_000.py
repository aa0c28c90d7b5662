"""Seed 000: AI/ML API, kling-video/v1/pro/image-to-video."""

from typing import Any

import pytest

from tests.seeds.conftest import MOTION, MOTION_MASKS, STATIC_MASK, TRAJECTORIES, Member, MemberAt, wire

pytestmark = [pytest.mark.process, pytest.mark.asyncio(loop_scope="module")]

GENERATIONS = "/v2/generate/video/kling/generation"
DATA = "data:image/png;base64,"


def body(member: Member, duration: int = 5) -> dict[str, Any]:
    """What every create of this model has."""
    return {
        "model": "kling-video/v1/pro/image-to-video",
        "type": "image-to-video",
        "image_url": "data:image/jpeg;base64,<photo>",
        "duration": duration,
        "external_task_id": member.job,
    }


async def test_every_option_arrives_as_the_document_has_it(member_at: MemberAt) -> None:
    member = await member_at("aimlapi")
    model: dict[str, Any] = {"model": "kling-v1", "mode": "pro"}
    create = await member.animate(
        "end_image",
        film=True,
        prompt="Der Hut fliegt weg … ¡olé!",
        negative_prompt="blur, “text”",
        cfg_scale=0.75,
        duration=5,
        **model,
    )
    assert wire(create) == wire(
        body(member)
        | {
            "tail_image_url": f"{DATA}<end>",
            "prompt": "Der Hut fliegt weg … ¡olé!",
            "negative_prompt": "blur, “text”",
            "cfg_scale": 0.75,
        }
    )
    assert member.path == GENERATIONS
    assert (await member.video())[4:8] == b"ftyp"

    create = await member.animate("static_mask", motion=MOTION, **model)
    assert wire(create) == wire(
        body(member)
        | {
            "static_mask": DATA + STATIC_MASK,
            "dynamic_masks": [
                {"mask": DATA + MOTION_MASKS[0], "trajectories": TRAJECTORIES[0]},
                {"mask": DATA + MOTION_MASKS[1], "trajectories": TRAJECTORIES[1]},
            ],
        }
    )

    create = await member.animate(duration=10, camera="forward_up", **model)
    assert wire(create) == wire(body(member, 10) | {"camera_control": {"type": "forward_up"}})


async def test_a_simple_camera_move_has_one_axis_and_whole_other_ones(member_at: MemberAt) -> None:
    member = await member_at("aimlapi")
    create = await member.animate(model="Kling 1.0", mode="pro", duration=10, camera="tilt", camera_value=-7.5)
    still = {"horizontal": 0, "vertical": 0, "pan": 0, "roll": 0, "zoom": 0}
    camera = {"type": "simple", "config": still | {"tilt": -7.5}}
    assert wire(create) == wire(body(member, 10) | {"camera_control": camera})


async def test_what_excludes_each_other_costs_nothing(member_at: MemberAt) -> None:
    member = await member_at("aimlapi")
    answer = await member.refused("end_image", "static_mask", model="kling-v1", mode="pro", camera="forward_up")
    assert "an end picture, the motion brush and a camera move" in answer
    answer = await member.refused(model="kling-v1", mode="pro", watermark=True)
    assert "cannot use a watermark" in answer

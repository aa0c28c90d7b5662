"""Seed 001: AI/ML API, kling-video/v2.1/pro/image-to-video."""

from typing import Any

import pytest

from tests.seeds.conftest import MOTION, MOTION_MASKS, STATIC_MASK, TRAJECTORIES, Member, MemberAt, wire

pytestmark = [pytest.mark.process, pytest.mark.asyncio(loop_scope="module")]

MODEL: dict[str, Any] = {"model": "kling-v2-1", "mode": "pro"}
DATA = "data:image/png;base64,"


def body(member: Member, duration: int) -> dict[str, Any]:
    """What every create of this model has."""
    return {
        "model": "kling-video/v2.1/pro/image-to-video",
        "type": "image-to-video",
        "image_url": "data:image/jpeg;base64,<photo>",
        "duration": duration,
        "external_task_id": member.job,
    }


async def test_every_option_arrives_as_the_document_has_it(member_at: MemberAt) -> None:
    member = await member_at("aimlapi")
    create = await member.animate(
        "static_mask",
        film=True,
        prompt="Mona Lisa puts on glasses with her hands.",
        negative_prompt="hats",
        duration=5,
        cfg_scale=1,
        **MODEL,
    )
    assert wire(create) == wire(
        body(member, 5)
        | {
            "prompt": "Mona Lisa puts on glasses with her hands.",
            "negative_prompt": "hats",
            "cfg_scale": 1.0,
            "static_mask": DATA + STATIC_MASK,
        }
    )
    assert member.path == "/v2/generate/video/kling/generation"
    assert (await member.video())[4:8] == b"ftyp"

    create = await member.animate(motion=MOTION, duration=10, **MODEL)
    masks = [DATA + mask for mask in MOTION_MASKS]
    dynamic = [{"mask": mask, "trajectories": path} for mask, path in zip(masks, TRAJECTORIES, strict=True)]
    assert wire(create) == wire(body(member, 10) | {"dynamic_masks": dynamic})

    create = await member.animate(duration=10, camera="zoom", camera_value=10, **MODEL)
    still = {"horizontal": 0, "vertical": 0, "pan": 0, "tilt": 0, "roll": 0}
    camera = {"type": "simple", "config": still | {"zoom": 10.0}}
    assert wire(create) == wire(body(member, 10) | {"camera_control": camera})


async def test_it_has_no_end_picture(member_at: MemberAt) -> None:
    member = await member_at("aimlapi")
    assert "Kling 2.1 cannot use an end picture" in await member.refused("end_image", **MODEL)

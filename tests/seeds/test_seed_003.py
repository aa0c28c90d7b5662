"""Seed 003: EZModel."""

from typing import Any

import pytest

from tests.seeds.conftest import MOTION, MOTION_MASKS, STATIC_MASK, TRAJECTORIES, Member, MemberAt, wire

pytestmark = [pytest.mark.process, pytest.mark.asyncio(loop_scope="module")]

RETIRED = {"catalog": {"extends": True, "offer_retired": True}}
MODELS = ("kling-v1", "kling-v1-5", "kling-v1-6", "kling-v2-1", "kling-v2-5-turbo", "kling-v2-6", "kling-v3")
NEUTRAL_PROMPT = "Bring this picture to life with gentle, natural motion."


def body(member: Member, model: str, **fields: Any) -> dict[str, Any]:
    """What every create has; without a prompt the gateway takes nothing (facts/providers.md 3.2)."""
    usual = {
        "model": model,
        "image": "<photo>",
        "prompt": NEUTRAL_PROMPT,
        "mode": "std",
        "duration": "5",
        "callback_url": member.callback_url,
        "external_task_id": member.job,
    }
    return usual | fields


async def test_every_option_arrives_as_the_document_has_it(member_at: MemberAt) -> None:
    member = await member_at("ezmodel", **RETIRED)
    create = await member.animate(
        "end_image",
        film=True,
        model="kling-v1-6",
        prompt="Make the person in the image smile",
        negative_prompt="blur, watermark",
        cfg_scale=0.5,
        mode="pro",
        aspect_ratio="9:16",
        duration=10,
    )
    assert wire(create) == wire(
        body(
            member,
            "kling-v1-6",
            image_tail="<end>",
            prompt="Make the person in the image smile",
            negative_prompt="blur, watermark",
            cfg_scale=0.5,
            mode="pro",
            aspect_ratio="9:16",
            duration="10",
        )
    )
    assert member.path == "/kling/v1/videos/image2video"
    assert member.stage.ezmodel.dropped == set()
    assert (await member.video())[4:8] == b"ftyp"


async def test_every_model_and_aspect_ratio(member_at: MemberAt) -> None:
    member = await member_at("ezmodel", **RETIRED)
    for model in MODELS:
        prompt: dict[str, Any] = {"prompt": "wind"} if model == "kling-v3" else {}
        assert wire(await member.animate(model=model, **prompt)) == wire(body(member, model, **prompt))
    for ratio in ("16:9", "9:16", "1:1"):
        create = await member.animate(model="kling-v2-5-turbo", aspect_ratio=ratio)
        assert wire(create) == wire(body(member, "kling-v2-5-turbo", aspect_ratio=ratio))


async def test_what_the_gateway_hands_on_besides(member_at: MemberAt) -> None:
    """Fields that the document leaves out (facts/providers.md 3.2)."""
    member = await member_at("ezmodel", **RETIRED)
    speaking: dict[str, Any] = {"prompt": "He<<<voice_1>>> sings", "mode": "pro"}
    create = await member.animate(model="kling-v2-6", sound=True, voices="829", **speaking)
    assert wire(create) == wire(body(member, "kling-v2-6", sound="on", voice_list=[{"voice_id": "829"}], **speaking))
    create = await member.animate("static_mask", motion=MOTION, model="kling-v1-5", mode="pro")
    masks = [{"mask": mask, "trajectories": path} for mask, path in zip(MOTION_MASKS, TRAJECTORIES, strict=True)]
    brush = {"static_mask": STATIC_MASK, "dynamic_masks": masks}
    assert wire(create) == wire(body(member, "kling-v1-5", mode="pro", **brush))
    create = await member.animate(model="kling-v1-5", mode="pro", camera="pan", camera_value=10)
    config = {"horizontal": 0, "vertical": 0, "pan": 10.0, "tilt": 0, "roll": 0, "zoom": 0}
    camera = {"type": "simple", "config": config}
    assert wire(create) == wire(body(member, "kling-v1-5", mode="pro", camera_control=camera))


async def test_what_it_cannot_do_costs_nothing(member_at: MemberAt) -> None:
    member = await member_at("ezmodel")
    assert "cannot use a watermark" in await member.refused(model="kling-v2-5-turbo", watermark=True)
    assert "cannot be had" in await member.refused(model="kling-v3", prompt="wind", duration=7)
    assert "Kling 1.0 was switched off" in await member.refused(model="kling-v1")

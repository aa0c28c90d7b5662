"""Seed 002: Kling's own API. Its retired models and its camera need an operator's own catalogue."""

from collections.abc import Mapping
from typing import Any

import pytest

from sandbox.kling import model_table
from tests.seeds.conftest import MOTION, MOTION_MASKS, STATIC_MASK, TRAJECTORIES, Member, MemberAt, wire

pytestmark = [pytest.mark.process, pytest.mark.asyncio(loop_scope="module")]

KLING_3 = {
    "id": "kling-v3",
    "name": "Kling 3.0 with controls",
    "durations": list(range(3, 16)),
    "modes": ["std", "pro", "4k"],
    "expected_seconds": {"std": 1, "pro": 1, "4k": 1},
    "can": {"camera": [{}], "brush": [{}], "sound": [{}], "watermark": [{}], "cfg_scale": [{}], "end_image": [{}]},
    "routes": [
        {
            "provider": "kling",
            "model": "kling-v3",
            "prices": [
                {"mode": mode, "sound": sound, "credits_per_second": 10}
                for mode in ("std", "pro", "4k")
                for sound in (True, False)
            ],
        }
    ],
}
"""What some say of Kling 3.0 (facts/providers.md 1.10): it takes camera moves."""

BEFORE_RETIREMENT: Mapping[str, Any] = {
    "catalog": {"extends": True, "offer_retired": True, "models": [KLING_3]},
    "kling_models": model_table(allow_retired=True, v3_controls=True),
}
MODES = {
    "kling-v1": "std",
    "kling-v1-5": "std",
    "kling-v1-6": "std",
    "kling-v2-master": None,
    "kling-v2-1": "std",
    "kling-v2-1-master": None,
    "kling-v2-5-turbo": "std",
    "kling-v2-6": "std",
}
"""Every name of the document, and the mode that is sent where the member names none."""


def body(member: Member, model: str, mode: str = "pro", duration: str = "5") -> dict[str, Any]:
    """What every create has but those of the masters, which have no mode."""
    return {
        "model_name": model,
        "image": "<photo>",
        "mode": mode,
        "duration": duration,
        "callback_url": member.callback_url,
        "external_task_id": member.job,
    }


async def test_words_end_picture_and_watermark(member_at: MemberAt) -> None:
    member = await member_at("kling", **BEFORE_RETIREMENT)
    create = await member.animate(
        "end_image",
        film=True,
        model="kling-v1-5",
        mode="pro",
        duration=10,
        prompt="Der Hut fliegt weg … ¡olé!",
        negative_prompt="blur",
        cfg_scale=0.25,
        watermark=True,
    )
    assert wire(create) == wire(
        body(member, "kling-v1-5", duration="10")
        | {
            "image_tail": "<end>",
            "prompt": "Der Hut fliegt weg … ¡olé!",
            "negative_prompt": "blur",
            "cfg_scale": 0.25,
            "watermark_info": {"enabled": True},
        }
    )
    assert member.path == "/v1/videos/image2video"
    assert (await member.video())[4:8] == b"ftyp"


async def test_voices_and_sound(member_at: MemberAt) -> None:
    member = await member_at("kling")
    prompt = "The man<<<voice_1>>> said: “Hello”, the woman<<<voice_2>>>: “Bye”"
    create = await member.animate(
        model="kling-v2-6", mode="pro", duration=10, sound=True, voices="829 , 830", prompt=prompt
    )
    voices = [{"voice_id": "829"}, {"voice_id": "830"}]
    assert wire(create) == wire(
        body(member, "kling-v2-6", duration="10") | {"prompt": prompt, "sound": "on", "voice_list": voices}
    )


async def test_motion_brush(member_at: MemberAt) -> None:
    member = await member_at("kling", **BEFORE_RETIREMENT)
    create = await member.animate("static_mask", motion=MOTION, model="kling-v1-5", mode="pro")
    masks = [
        {"mask": MOTION_MASKS[0], "trajectories": TRAJECTORIES[0]},
        {"mask": MOTION_MASKS[1], "trajectories": TRAJECTORIES[1]},
    ]
    assert wire(create) == wire(body(member, "kling-v1-5") | {"static_mask": STATIC_MASK, "dynamic_masks": masks})


async def test_every_camera_move(member_at: MemberAt) -> None:
    member = await member_at("kling", **BEFORE_RETIREMENT)
    for axis in ("horizontal", "vertical", "pan", "tilt", "roll", "zoom"):
        create = await member.animate(model="kling-v1-5", mode="pro", camera=axis, camera_value=-2.5)
        config = {"horizontal": 0, "vertical": 0, "pan": 0, "tilt": 0, "roll": 0, "zoom": 0} | {axis: -2.5}
        assert wire(create) == wire(
            body(member, "kling-v1-5") | {"camera_control": {"type": "simple", "config": config}}
        )
    for move in ("down_back", "forward_up", "right_turn_forward", "left_turn_forward"):
        create = await member.animate(model="kling-v3", duration=3, camera=move)
        assert wire(create) == wire(body(member, "kling-v3", "std", "3") | {"camera_control": {"type": move}})


async def test_every_model(member_at: MemberAt) -> None:
    member = await member_at("kling", **BEFORE_RETIREMENT)
    for model, mode in MODES.items():
        expected = await member.animate(model=model), body(member, model, str(mode))
        if mode is None:
            del expected[1]["mode"]
        assert wire(expected[0]) == wire(expected[1])
    create = await member.animate(model="kling-v3", mode="4k", duration=15)
    assert wire(create) == wire(body(member, "kling-v3", "4k", "15"))


async def test_what_kling_switched_off_is_refused_with_what_there_is(member_at: MemberAt) -> None:
    member = await member_at("kling")
    answer = await member.refused(model="kling-v1-6")
    assert "Kling 1.6 was switched off by its provider on 2026-09-15" in answer
    assert "Kling 2.5 Turbo" in answer
    for options in ({"camera": "forward_up"}, {"motion": MOTION}, {"cfg_scale": 0.5}, {"aspect_ratio": "1:1"}):
        assert "Kling 2.5 Turbo cannot use" in await member.refused(model="kling-v2-5-turbo", **options)
    assert "only in mode pro" in await member.refused("end_image", model="kling-v2-5-turbo")
    assert "`voices` need `sound`" in await member.refused(model="kling-v2-6", voices="829")

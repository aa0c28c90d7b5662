"""`/status` as moderators read it; that of other servers nothing is told; and that nobody else gets it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.pipeline.health import Health
from storage.records import Duty, NewJob
from tests.cogs.conftest import Stage

Orders = Callable[..., NewJob]


async def test_a_quiet_server(stage: Stage) -> None:
    text = await stage.moderate("status")
    assert "Nothing waits, and nothing is being made." in text
    assert "**Kling**: nothing ended" in text
    assert "**302.AI**: nothing ended" in text
    assert "✅ Discord, the database and all tasks are well." in text
    assert "Stillmotion 0.1.0" in text
    assert "May need you" not in text
    assert "On other servers" not in text


async def test_what_waits_what_is_stuck_and_what_is_paused(stage: Stage, order: Orders) -> None:
    await stage.store.accept(order())
    ordered = stage.clock()
    (claim,) = await stage.store.claim_to_submit("kling", max_running=9, limit=1)
    await stage.store.become_uncertain(await stage.store.begin_submit(claim), detail="no answer")
    stage.clock.advance(timedelta(minutes=3))
    await stage.store.accept(order())
    (claim,) = await stage.store.claim_to_submit("kling", max_running=9, limit=1)
    failing = await stage.store.begin_submit(claim)
    await stage.store.fail(failing, "refused")
    await stage.store.accept(order())
    await stage.store.accept(order(server_id=1, member_id=2))
    until = stage.clock() + timedelta(minutes=30)
    await stage.store.pause("kling", "", until=until, reason="balance 0.12 of account 4711")
    await stage.store.pause("ai302", "kling-v9", until=until, reason="no such model")
    await stage.store.pause("ezmodel", "", until=until, reason="it is not on here")
    text = await stage.moderate("status")
    assert "Waiting: **1** · being made: **0**" in text
    assert f"ordered <t:{int(ordered.timestamp()) + 180}:R>" in text
    assert "On other servers: waiting 1, being made 0" in text
    assert "**1** is on hold: its provider does not say what became of it. </jobs resolve:8> decides." in text
    assert "**Kling**: 0 of 1 made" in text
    assert f"Paused, tried again <t:{int(until.timestamp())}:R>" in text
    assert "`kling-v9` is paused" in text
    assert "4711" not in text
    assert "EZModel" not in text


async def test_usual_time_is_told(stage: Stage, order: Orders) -> None:
    new = order()
    await stage.store.accept(new)
    (claim,) = await stage.store.claim_to_submit("kling", max_running=9, limit=1)
    job = await stage.store.submitted((await stage.store.begin_submit(claim)).job, "task", look_at=stage.clock())
    await stage.store.give_back(claim)
    stage.clock.advance(timedelta(minutes=4))
    claim = next(one for one in await stage.store.claim(Duty.WATCH, limit=5) if one.job.id == job.id)
    await stage.store.give_back(await stage.store.video_ready(claim, "https://video.test/1.mp4"))
    (claim,) = await stage.store.claim(Duty.DELIVER, limit=1)
    await stage.store.delivered(claim, 5, channel_id=6)
    assert "**Kling**: 1 of 1 made, usually after 4 minutes" in await stage.moderate("status")


async def test_what_is_not_well_is_said_in_plain_words(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def wrong(_: Health) -> dict[str, str]:
        return dict.fromkeys(("gateway", "database", "loops"), "stuck: submit")

    monkeypatch.setattr(Health, "wrong", wrong)
    text = await stage.moderate("status")
    assert "It is not connected to Discord." in text
    assert "Its database does not take anything" in text
    assert "Some of its tasks stand still." in text
    assert "submit" not in text


async def test_providers_that_the_server_does_not_allow_are_left_out(stage: Stage) -> None:
    await stage.moderate("settings providers", action="add", provider="kling")
    text = await stage.moderate("status")
    assert "**Kling**" in text
    assert "302.AI" not in text


async def test_only_moderators_get_it(stage: Stage) -> None:
    stage.reveal("status")
    assert "Only moderators can do this" in await stage.slash("status")

"""`/jobs resolve`: what moderators decide about videos on hold, and that nobody else does. Mia has Manage Server."""

from collections.abc import Mapping
from typing import Any

import pytest
from discord import app_commands

from cogs.authority import FOR_MEMBERS
from providers.provider import Provider
from storage.quota_records import Action
from storage.records import Duty, Job
from storage.resolutions import FINDS_OUT, Resolutions
from storage.states import JobState
from storage.store import LEASE
from tests.cogs.conftest import Stage
from tests.cogs.job_states import made_task, state_of, suggested, uncertain
from tests.storage.conftest import running, submitting


@pytest.fixture
def providers(kling_client: Provider) -> Mapping[str, Provider]:
    return {kling_client.name: kling_client}


async def held(stage: Stage, order) -> Job:
    await stage.moderate("settings log-channel", channel=stage.channel)
    return await uncertain(stage, order())


async def test_the_credits_of_a_video_on_hold_are_given_back(stage: Stage, order):
    job = await held(stage, order)
    text = await stage.moderate("jobs resolve", job=job.id, outcome="release", reason="too old")
    assert "❔ On hold → **❌ Not made**" in text
    assert "Reason: too old" in text
    assert await state_of(stage, job) is JobState.FAILED
    assert await stage.left() == 100
    assert (await stage.changes())[:2] == [Action.RESOLVE, Action.UNCERTAIN]
    assert "there is nothing to decide" in await stage.moderate("jobs resolve", job=job.id, outcome="again")


async def test_a_video_on_hold_is_sent_once_more(stage: Stage, order):
    job = await held(stage, order)
    text = await stage.moderate("jobs resolve", job=job.id, outcome="again")
    assert "**⏳ Waiting for its turn**" in text
    assert await state_of(stage, job) is JobState.QUEUED
    assert await stage.left() == 90


async def test_a_late_video_can_be_given_up(stage: Stage, order):
    await running(stage.store, order())
    stage.clock.advance(LEASE * 2)
    (claim,) = await stage.store.claim(Duty.WATCH, limit=1)
    job = claim.job
    assert "not on hold" in await stage.moderate("jobs resolve", job=job.id, outcome="release")
    assert await suggested(stage, stage.mia, "resolve") == set()
    await stage.store.give_back(await stage.store.become_late(claim))
    assert await suggested(stage, stage.mia, "resolve") == {job.id}
    assert "its task is known" in await stage.moderate("jobs resolve", job=job.id, outcome="again")
    assert "**❌ Not made**" in await stage.moderate("jobs resolve", job=job.id, outcome="release")
    assert await stage.left() == 100


async def test_a_task_is_attached_that_the_provider_has(stage: Stage, order, providers):
    other = (await submitting(stage.store, order())).job
    task = await made_task(stage, other, providers["kling"])
    job = await held(stage, order)
    assert "no such task" in await stage.moderate("jobs resolve", job=job.id, outcome="attach", task="wrong")
    assert await state_of(stage, job) is JobState.UNCERTAIN
    text = await stage.moderate("jobs resolve", job=job.id, outcome="attach", task=f" {task} ")
    assert "**🎬 Being made**" in text
    found = await stage.store.job(job.id)
    assert found is not None
    assert (found.state, found.provider_task_id) == (JobState.RUNNING, task)


async def test_a_task_of_another_video_is_not_attached(stage: Stage, order, providers):
    other = (await submitting(stage.store, order())).job
    task = await made_task(stage, other, providers["kling"])
    await stage.store.submitted(other, task, look_at=stage.clock())
    job = await held(stage, order)
    text = await stage.moderate("jobs resolve", job=job.id, outcome="attach", task=task)
    assert "belongs to another video" in text
    assert await state_of(stage, job) is JobState.UNCERTAIN
    assert Action.RESOLVE not in await stage.changes()


@pytest.mark.parametrize("options", [{"outcome": "attach"}, {"outcome": "release", "task": "1"}])
async def test_a_task_goes_with_attach_only(stage: Stage, order, options: dict[str, str]):
    job = await held(stage, order)
    assert "only `attach` takes one" in await stage.moderate("jobs resolve", job=job.id, **options)
    assert await state_of(stage, job) is JobState.UNCERTAIN


async def test_a_submission_is_left_to_the_bot_for_a_while(stage: Stage, order):
    claim = await submitting(stage.store, order())
    await stage.store.give_back(claim)
    text = await stage.moderate("jobs resolve", job=claim.job.id, outcome="again")
    assert "still finding out" in text
    assert f"<t:{int((claim.job.changed_at + FINDS_OUT).timestamp())}:R>" in text
    assert await state_of(stage, claim.job) is JobState.SUBMITTING


async def test_a_moderator_who_comes_second_is_told(stage: Stage, order, database, monkeypatch: pytest.MonkeyPatch):
    job = await held(stage, order)
    quicker = Resolutions(database, clock=stage.clock)
    release = Resolutions.release

    async def late(self: Resolutions, *args: Any, **options: Any) -> Any:
        monkeypatch.undo()
        await quicker.again(job, actor_id=stage.mia.id)
        return await release(self, *args, **options)

    monkeypatch.setattr(Resolutions, "release", late)
    text = await stage.moderate("jobs resolve", job=job.id, outcome="release")
    assert "It has moved on" in text
    assert await state_of(stage, job) is JobState.QUEUED
    assert await stage.left() == 90


@pytest.mark.parametrize("outcome", ["attach", "release", "again"])
async def test_a_member_without_rights_decides_nothing_and_is_told_so(stage: Stage, order, outcome: str):
    job = await uncertain(stage, order())
    text = await stage.slash("jobs resolve", job=job.id, outcome=outcome, task="1")
    assert "Only moderators can do this" in text
    assert await state_of(stage, job) is JobState.UNCERTAIN
    assert await stage.changes() == [Action.UNCERTAIN]


def commands_of(stage: Stage) -> dict[str, app_commands.Command[Any, ..., Any]]:
    group = stage.bot.tree.get_command("jobs")
    assert isinstance(group, app_commands.Group)
    return {command.name: command for command in group.commands if isinstance(command, app_commands.Command)}


def test_what_is_not_marked_for_members_is_for_moderators(stage: Stage):
    open_ = {name for name, command in commands_of(stage).items() if command.extras.get(FOR_MEMBERS)}
    assert open_ == {"list", "show", "cancel", "retry", "resend"}
    assert commands_of(stage).keys() - open_ == {"resolve"}


async def test_a_command_whose_mark_was_forgotten_is_closed_to_members(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(commands_of(stage)["list"], "extras", {})
    assert "Only moderators can do this" in await stage.slash("jobs list")

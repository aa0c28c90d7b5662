"""What members and moderators read about jobs: plain, short enough for Discord, and true in every state."""

from datetime import timedelta

import pytest

from bot import look
from bot.pipeline.resend import Resent
from storage.quota_records import BOT, Action, Change
from storage.states import JobState
from tests.bot.conftest import ORDERED, make_job


def read(view) -> str:
    assert view.total_children_count <= 40
    text = "\n".join(item.content for item in view.walk_children() if hasattr(item, "content"))
    assert len(text) <= 4000
    return text


def decided(action: Action, after: str, task: str | None = None, **changes) -> Change:
    about = {"job": "0123abcd", "task": None}
    fields = {"actor_id": 55, "reason": "", **changes}
    return Change(
        id=7,
        at=ORDERED,
        server_id=1,
        action=action,
        member_id=30,
        role_id=None,
        before={**about, "state": "uncertain" if after != "uncertain" else "submitting"},
        after={**about, "state": after, "task": task},
        **fields,
    )


@pytest.mark.parametrize("state", JobState)
async def test_every_state_says_how_it_stands_and_what_became_of_the_credits(state: JobState):
    job = make_job(state=state, request={"prompt": "@everyone " * 300, "negative_prompt": "x" * 2500}, failure="@here")
    text = read(look.job_page(job, "Kling 2.5 Turbo", 3 if state is JobState.QUEUED else None, for_moderator=False))
    assert "For <@30>." in text
    assert "**21 credits**" in text
    assert text.count("@") == text.count("\\@") + text.count("<@30>")
    assert ("Place 3" in text) == (state is JobState.QUEUED)
    assert job.id in text


async def test_links_and_times_are_those_of_the_job():
    later = ORDERED + timedelta(minutes=5)
    job = make_job(
        state=JobState.DELIVERED,
        submitted_at=later,
        card_message_id=40,
        thread_id=40,
        result_message_id=50,
        result_channel_id=40,
        pinned=True,
        provider="kling-new",
        provider_task_id="task-9",
    )
    text = read(look.job_page(job, "Kling 2.5 Turbo", None, for_moderator=True))
    for address in ("/10/20/40", "/10/40>", "/10/40/50"):
        assert address in text
    assert f"Handed over <t:{int(later.timestamp())}:f>" in text
    assert "Ordered from Kling" in text
    assert "kling-new · task task-9" in text
    assert "below" not in text


@pytest.mark.parametrize("state", JobState)
def test_a_suggestion_fits_and_is_one_line(state: JobState):
    name = look.job_choice(make_job(state=state, request={"prompt": "a\n" * 2000}))
    assert len(name) <= 100
    assert "\n" not in name


@pytest.mark.parametrize("state", [state for state in JobState if state is not JobState.QUEUED])
async def test_why_it_is_too_late_to_cancel_is_told(state: JobState):
    text = read(look.not_canceled(make_job(state=state)))
    assert "**Nothing was changed.**" in text


@pytest.mark.parametrize("outcome", [one for one in Resent if one is not Resent.ON_ITS_WAY])
async def test_what_is_not_posted_again_changed_nothing(outcome: Resent):
    job = make_job(state=JobState.DELIVERED, result_message_id=50)
    assert "**Nothing was changed.**" in read(look.resent(outcome, job))


async def test_a_deleted_video_is_not_said_to_be_posted():
    job = make_job(state=JobState.DELIVERED, result_message_id=50, deleted_at=ORDERED, deleted_by=77)
    text = read(look.resent(Resent.DELETED, job))
    assert "The video was deleted" in text
    assert "<@77>" in text
    assert "is posted" not in text


async def test_a_video_on_hold_is_told_by_the_bot_itself_with_what_can_be_done():
    text = read(look.change_panel(decided(Action.UNCERTAIN, "uncertain", actor_id=BOT)))
    assert "By the bot itself" in text
    assert "`/jobs resolve`" in text
    assert all(f"**{outcome}**" in text for outcome in ("attach", "release", "again"))
    assert "job 0123abcd" in text


@pytest.mark.parametrize(
    ("after", "note"),
    [("running", "is watched from now on"), ("failed", "credits went back"), ("queued", "waits for its turn again")],
)
async def test_a_decision_is_confirmed_with_what_follows(after: str, note: str):
    change = decided(Action.RESOLVE, after, task="<@1>" if after == "running" else None, reason="why not")
    text = read(look.changed(change, look.resolved_note(change)))
    assert note in text
    assert "On hold → **" in text
    assert "Reason: why not" in text
    assert "<@1>" not in text, "what a moderator typed names nobody"
    assert "<@55>" in read(look.change_panel(change))

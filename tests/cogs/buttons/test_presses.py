"""Cancel, again, edit and delete: by whom they are pressed, at once, twice, late and after a restart."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from simcord.actors import MemberActor

from cogs.buttons import DOUBLE_PRESS, Buttons, JobButton
from storage.quota_records import Action
from storage.records import Job
from storage.resolutions import Resolutions
from storage.states import JobState
from tests.cogs.buttons.conftest import (
    NOTHING,
    Buttoned,
    at_once,
    count_jobs,
    fill,
    newest,
    press,
    rename,
    texts_of_message,
    told,
)
from tests.cogs.job_states import accepted, failed, state_of, uncertain, undeliverable


async def test_a_queued_job_is_taken_back_by_its_member(buttoned: Buttoned, order):
    stage = buttoned.stage
    job = await accepted(stage, order())
    assert await stage.left() == 70
    text = await press(stage.alice, await buttoned.card(job.id), "Cancel")
    assert "**30 credits** went back" in text
    assert await stage.left() == 100
    card = texts_of_message(await buttoned.card(job.id))
    assert "Cancelled" in card
    assert "Again" in card
    assert await state_of(stage, job) is JobState.CANCELED


async def test_a_moderator_takes_back_anybody_s_job_and_others_do_not(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    job = await accepted(stage, order())
    card = await buttoned.card(job.id)
    text = await press(bob, card, "Cancel")
    assert "Only whoever ordered this video, or a moderator, can do that" in text
    assert await state_of(stage, job) is JobState.QUEUED
    assert "went back" in await press(stage.mia, card, "Cancel")
    assert await stage.changes() == [Action.CANCEL]


async def test_an_old_cancel_button_is_answered_kindly(buttoned: Buttoned, order):
    stage = buttoned.stage
    job = await accepted(stage, order())
    card = await buttoned.card(job.id)
    (claim,) = await stage.store.claim_to_submit("kling", max_running=9, limit=1)
    await stage.store.begin_submit(claim)
    text = await press(stage.alice, card, "Cancel")
    assert "Too late to cancel" in text
    assert "cannot be stopped" in text
    assert await stage.left() == 70


async def test_two_members_who_cancel_at_once_give_the_credits_back_once(buttoned: Buttoned, order):
    stage = buttoned.stage
    job = await accepted(stage, order())
    card = await buttoned.card(job.id)
    texts = await at_once((stage.alice, card, "Cancel"), (stage.mia, card, "Cancel"))
    assert sorted("went back" in text for text in texts) == [False, True]
    assert await stage.left() == 100
    assert await stage.store.inconsistencies() == []


async def test_again_orders_the_same_for_whoever_presses(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    job = await failed(stage, order(credits=30))
    text = await press(bob, await buttoned.card(job.id), "Again")
    assert "Your video is ordered" in text
    again = await newest(stage, bob)
    assert (again.request["prompt"], again.model, again.member_id) == ("the sea moves", job.model, bob.id)
    assert (await stage.store.pictures(again.id))[0].content == (await stage.store.pictures(job.id))[0].content
    assert await stage.left() == 100


async def test_a_double_press_orders_once_and_a_later_one_again(buttoned: Buttoned, order):
    stage = buttoned.stage
    job = await failed(stage, order(credits=1))
    card = await buttoned.card(job.id)
    texts = await at_once(*[(stage.alice, card, "Again")] * 2)
    assert sorted("Your video is ordered" in text for text in texts) == [False, True]
    assert any("One press is enough" in text for text in texts)
    assert await count_jobs(stage) == 2
    assert "You have just ordered this once more" in await press(stage.alice, card, "Again")
    assert await count_jobs(stage) == 2
    buttoned.ticks += DOUBLE_PRESS
    assert "Your video is ordered" in await press(stage.alice, card, "Again")
    assert await count_jobs(stage) == 3


async def test_a_press_that_ordered_nothing_is_not_held_against_the_next(buttoned: Buttoned, order):
    """Nothing is in hand once the order was refused, or its member was asked and left it."""
    stage = buttoned.stage
    dear = {"model": "kling-v2-5-turbo", "prompt": "the sea moves", "duration": 10, "mode": "pro"}
    job = await failed(stage, order(request=dear))
    card = await buttoned.card(job.id)
    asked = await stage.alice.click(card, label="Again")
    assert asked.response is not None
    await stage.press(stage.alice, asked.response, "No")
    assert "This is a costly video" in await press(stage.alice, card, "Again")
    await stage.quotas.change_server(
        stage.guild.id, lambda server: replace(server, words=frozenset({"sea"})), actor_id=stage.mia.id
    )
    refused = await press(stage.alice, card, "Again")
    assert "This cannot be made" in refused
    assert await press(stage.alice, card, "Again") == refused
    assert await count_jobs(stage) == 1


async def test_two_members_who_press_again_at_once_have_a_video_each(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    job = await failed(stage, order(credits=1))
    card = await buttoned.card(job.id)
    texts = await at_once((stage.alice, card, "Again"), (bob, card, "Again"))
    assert ["Your video is ordered" in text for text in texts] == [True, True]
    assert await count_jobs(stage) == 3


async def test_again_asks_before_it_gets_costly(buttoned: Buttoned, order):
    stage = buttoned.stage
    dear = {"model": "kling-v2-5-turbo", "prompt": "the sea moves", "duration": 10, "mode": "pro"}
    job = await failed(stage, order(request=dear))
    text = await press(stage.alice, await buttoned.card(job.id), "Again")
    assert "This is a costly video" in text
    assert await count_jobs(stage) == 1


async def test_again_without_its_pictures_says_so(buttoned: Buttoned, order):
    stage = buttoned.stage
    job = await failed(stage, order())
    card = await buttoned.card(job.id)
    await buttoned.behind.my_data.erase(stage.alice.id)
    text = await press(stage.mia, card, "Again")
    assert "othing was charged" in text
    assert await count_jobs(stage) == 1


async def test_what_has_not_ended_is_not_ordered_again(buttoned: Buttoned, order):
    stage = buttoned.stage
    job = await uncertain(stage, order())
    card = await buttoned.card(job.id)
    assert "Again" not in texts_of_message(card)
    stored = stage.env.backend.get_message(card.channel.id, card.id)
    rename(stored.components, f"job:{job.id}:flag", f"job:{job.id}:again")
    assert "has not ended yet" in await press(stage.alice, card, "Report")
    rename(stored.components, f"job:{job.id}:again", f"job:{job.id}:edit")
    assert "has not ended yet" in await press(stage.alice, card, "Report")
    rename(stored.components, f"job:{job.id}:edit", f"job:{job.id}:juggle")
    assert "does not know this button" in await press(stage.alice, card, "Report")


async def test_edit_orders_what_was_changed_and_keeps_the_rest(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    request = {
        "model": "kling-v2-5-turbo",
        "prompt": "the sea moves",
        "negative_prompt": "blur",
        "duration": 5,
        "mode": "std",
    }
    job = await failed(stage, order(request=request))
    shown = await bob.click(await buttoned.card(job.id), label="Edit")
    assert shown.modal is not None
    assert len(shown.modal["title"]) <= 45
    text = await fill(bob, shown, **{"What should happen in the video?": "the sea sleeps"})
    assert "Your video is ordered" in text
    edited = await newest(stage, bob)
    assert edited.request["prompt"] == "the sea sleeps"
    assert [edited.request[name] for name in ("negative_prompt", "duration", "mode")] == ["blur", 5, "std"]
    assert (edited.model, edited.member_id) == (job.model, bob.id)


async def test_delete_asks_first_and_says_who_did_it(buttoned: Buttoned, order):
    stage = buttoned.stage
    job, result = await buttoned.deliver(order())
    left = await stage.left()
    asked = await stage.alice.click(result, label="Delete")
    assert "Delete this video?" in told(asked)
    assert buttoned.is_there(result.id)
    assert asked.response is not None
    assert "Deleted" in await stage.press(stage.alice, asked.response, "Delete it")
    assert not (buttoned.folder / f"{job.id}.mp4").exists()
    card = texts_of_message(await buttoned.card(job.id))
    assert not buttoned.is_there(result.id)
    assert f"The video was deleted by <@{stage.alice.id}>" in card
    assert "the sea moves" not in card
    assert (await buttoned.card(job.id)).attachments == []
    assert await stage.left() == left
    assert await stage.store.inconsistencies() == []
    assert await stage.changes() == []
    assert "was deleted by" in await stage.slash("jobs show", job=job.id)
    resent = await stage.slash("jobs resend", job=job.id)
    assert "The video was deleted" in resent
    assert NOTHING in resent


@pytest.mark.parametrize(("end", "gone"), [(failed, "Picture and words were"), (undeliverable, "The video was")])
async def test_a_card_without_a_video_is_emptied_by_its_member_and_moderators(
    buttoned: Buttoned, order, bob: MemberActor, end: Callable[..., Awaitable[Job]], gone: str
):
    stage = buttoned.stage
    job = await end(stage, order())
    left, card = await stage.left(), await buttoned.card(job.id)
    assert "Only whoever ordered this video" in await press(bob, card, "Delete")
    asked = await stage.mia.click(card, label="Delete")
    assert asked.response is not None
    assert "Deleted" in await stage.press(stage.mia, asked.response, "Delete it")
    card = await buttoned.card(job.id)
    text = texts_of_message(card)
    assert f"{gone} deleted by <@{stage.mia.id}>" in text
    assert "the sea moves" not in text
    assert card.attachments == []
    assert await stage.changes() == [Action.DELETE]
    assert await stage.left() == left
    assert await stage.store.inconsistencies() == []
    assert "was deleted" in await stage.slash("jobs resend", job=job.id) or end is failed


async def test_who_keeps_a_video_has_it(buttoned: Buttoned, order):
    stage = buttoned.stage
    job, result = await buttoned.deliver(order())
    asked = await stage.alice.click(result, label="Delete")
    assert asked.response is not None
    assert "Nothing was deleted" in await stage.press(stage.alice, asked.response, "Keep it")
    await buttoned.draw()
    assert buttoned.is_there(result.id)
    assert (await buttoned.job(job.id)).deleted_at is None


async def test_only_its_member_and_moderators_delete_a_video(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    job, result = await buttoned.deliver(order())
    assert "Only whoever ordered this video" in await press(bob, result, "Delete")
    asked = await stage.mia.click(result, label="Delete")
    assert asked.response is not None
    assert "Deleted" in await stage.press(stage.mia, asked.response, "Delete it")
    assert await stage.changes() == [Action.DELETE]
    assert (await buttoned.job(job.id)).deleted_by == stage.mia.id


async def test_of_two_who_delete_at_once_one_did(buttoned: Buttoned, order):
    stage = buttoned.stage
    job, result = await buttoned.deliver(order())
    questions = [(member, await member.click(result, label="Delete")) for member in (stage.alice, stage.mia)]
    texts = await at_once(*((member, asked.response, "Delete it") for member, asked in questions))
    assert sorted("The video is deleted" in text for text in texts) == [False, True]
    assert (await buttoned.job(job.id)).deleted_by in {stage.alice.id, stage.mia.id}


async def test_buttons_of_a_deleted_video_are_answered_kindly(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    job, result = await buttoned.deliver(order())
    await Resolutions(buttoned.database, clock=stage.clock).delete(job, actor_id=stage.alice.id)
    for label in ("Again", "Edit", "Delete", "Report"):
        text = await press(bob, result, label)
        assert "This video was deleted" in text
        assert NOTHING in text
    assert await count_jobs(stage) == 1


async def test_a_press_after_a_restart_does_what_it_says(buttoned: Buttoned, order):
    stage = buttoned.stage
    job, result = await buttoned.deliver(order())
    await stage.bot.remove_cog(Buttons.__name__)
    assert JobButton not in stage.bot._connection._view_store._dynamic_items.values()
    assert stage.bot._connection._view_store._views == {}
    await buttoned.add_cog()
    asked = await stage.alice.click(result, label="Delete")
    assert "Delete this video?" in told(asked)
    await stage.bot.remove_cog(Buttons.__name__)
    await buttoned.add_cog()
    assert asked.response is not None
    await stage.press(stage.alice, asked.response, "Delete it")
    assert (await buttoned.job(job.id)).deleted_at == stage.clock()


async def test_a_job_that_nobody_knows_is_answered_kindly(buttoned: Buttoned, order):
    stage = buttoned.stage
    job = await accepted(stage, order())
    card = await buttoned.card(job.id)
    stored = stage.env.backend.get_message(card.channel.id, card.id)
    rename(stored.components, f"job:{job.id}:cancel", "job:unknown:cancel")
    assert "does not know this video any more" in await press(stage.alice, card, "Cancel")
    elsewhere = await accepted(stage, order(server_id=stage.guild.id + 1))
    rename(stored.components, "job:unknown:cancel", f"job:{elsewhere.id}:cancel")
    assert "does not know this video any more" in await press(stage.alice, card, "Cancel")
    assert await state_of(stage, elsewhere) is JobState.QUEUED

"""Reported videos, and what moderators do about them in the log channel."""

from datetime import timedelta

from simcord.actors import MemberActor

from storage.flags import MOST, WITHIN
from storage.quota_records import Action
from tests.cogs.buttons.conftest import NOTHING, Buttoned, fill, press, texts_of_message
from tests.cogs.job_states import accepted


async def test_a_report_reaches_the_moderators_who_delete_and_block(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    log = await buttoned.log_channel()
    job, result = await buttoned.deliver(order())
    text = await fill(bob, await bob.click(result, label="Report"), **{"What is wrong with it?": "it shows my face"})
    assert "The moderators of this server were told" in text
    await buttoned.announce()
    (post,) = [message for message in log.history() if "reported" in texts_of_message(message)]
    shown = texts_of_message(post)
    for expected in (f"<@{stage.alice.id}>", f"<@{bob.id}>", "it shows my face", "> the sea moves", job.id):
        assert expected in shown
    assert f"https://discord.com/channels/{stage.guild.id}/{stage.channel.id}/{result.id}" in shown
    assert "Only whoever ordered" in await press(bob, post, "Delete")
    asked = await stage.mia.click(post, label="Delete")
    assert asked.response is not None
    await stage.press(stage.mia, asked.response, "Delete it")
    await buttoned.draw()
    assert not buttoned.is_there(result.id)
    form = await stage.mia.click(post, label="Block the member")
    text = await fill(stage.mia, form, **{"Reason, which the member reads": "no faces"})
    assert "Member blocked" in text
    block = (await stage.quotas.usage(stage.guild.id, stage.alice.id)).block
    assert block is not None
    assert block.reason == "no faces"
    assert (await stage.changes())[:3] == [Action.BLOCK, Action.DELETE, Action.FLAG]


async def test_only_moderators_block(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    log = await buttoned.log_channel()
    job, result = await buttoned.deliver(order())
    await fill(bob, await bob.click(result, label="Report"), **{"What is wrong with it?": "bad"})
    await buttoned.announce()
    (post,) = [message for message in log.history() if job.id in texts_of_message(message)]
    text = await press(bob, post, "Block the member")
    assert NOTHING in text
    assert (await stage.quotas.usage(stage.guild.id, stage.alice.id)).block is None


async def test_without_a_log_channel_the_reporter_reads_whom_to_tell(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    _, result = await buttoned.deliver(order())
    text = await fill(bob, await bob.click(result, label="Report"), **{"What is wrong with it?": "bad"})
    assert "please tell a moderator" in text
    assert "Video reported" in await stage.moderate("settings history")


async def test_a_member_reports_a_video_once_and_not_without_end(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    results = [(await buttoned.deliver(order(credits=1)))[1] for _ in range(MOST + 1)]
    report = {"What is wrong with it?": "bad"}
    for result in results[:MOST]:
        assert "Reported" in await fill(bob, await bob.click(result, label="Report"), **report)
    assert "Reported already" in await fill(bob, await bob.click(results[0], label="Report"), **report)
    assert "Too many reports" in await fill(bob, await bob.click(results[MOST], label="Report"), **report)
    assert await stage.changes() == [Action.FLAG] * MOST
    stage.clock.advance(WITHIN + timedelta(seconds=1))
    assert "Reported" in await fill(bob, await bob.click(results[MOST], label="Report"), **report)
    assert "Reported" in await fill(stage.mia, await stage.mia.click(results[0], label="Report"), **report)


async def test_an_order_that_waits_is_taken_back_or_deleted_later(buttoned: Buttoned, order, bob: MemberActor):
    stage = buttoned.stage
    log = await buttoned.log_channel()
    job = await accepted(stage, order())
    await fill(bob, await bob.click(await buttoned.card(job.id), label="Report"), **{"What is wrong with it?": "bad"})
    await buttoned.announce()
    (post,) = [message for message in log.history() if job.id in texts_of_message(message)]
    assert "There is no video to delete" in await press(stage.mia, post, "Delete")
    assert "went back" in await press(stage.mia, post, "Cancel")
    assert (await stage.changes())[:2] == [Action.CANCEL, Action.FLAG]


async def test_who_deleted_which_video_is_told(buttoned: Buttoned, order):
    stage = buttoned.stage
    job, result = await buttoned.deliver(order())
    asked = await stage.mia.click(result, label="Delete")
    assert asked.response is not None
    await stage.press(stage.mia, asked.response, "Delete it")
    text = await stage.moderate("settings history")
    assert "Video deleted" in text
    assert job.id in text


async def test_a_report_without_words_is_refused(buttoned: Buttoned, order, bob: MemberActor):
    _, result = await buttoned.deliver(order())
    text = await fill(bob, await bob.click(result, label="Report"), **{"What is wrong with it?": "   "})
    assert "Please write a reason" in text
    assert await buttoned.stage.changes() == []

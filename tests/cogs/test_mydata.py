"""`/mydata`, sent and pressed as members do it: their own, and nobody else's."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta

import pytest
from simcord.results import ResponseMessage

from cogs.mydata import Erase, OwnData
from storage.errors import StorageUnavailable
from storage.records import NewJob
from storage.states import JobState
from tests.cogs.conftest import PHOTO, Behind, Stage, texts_of

YES, NO = "Erase everything", "Keep it"


async def asked(stage: Stage) -> ResponseMessage:
    message = await stage.call(stage.alice, "mydata delete")
    assert YES in texts_of(message.components)
    return message


async def test_a_member_gets_what_is_stored_about_them(stage: Stage, order: Callable[..., NewJob]) -> None:
    await stage.slash("animate", image=PHOTO, prompt="the sea moves")
    await stage.store.accept(order(member_id=stage.mia.id))
    message = await stage.call(stage.alice, "mydata export")
    assert "### 📦 Your data" in "\n".join(texts_of(message.components))
    (attachment,) = message.attachments
    assert attachment.filename == "stillmotion-data.zip"
    content = stage.env.backend.cdn.get(attachment.url)
    assert content is not None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        tables = json.loads(archive.read("data.json"))
        readme = archive.read("README.txt").decode()
    assert [row["request"]["prompt"] for row in tables["jobs"]] == ["the sea moves"]
    assert "In it: 1 video, 1 picture." in readme


async def test_of_a_stranger_there_is_nothing_to_get_or_to_erase(stage: Stage) -> None:
    assert "Nothing is stored about you." in await stage.slash("mydata export")
    assert "Nothing is stored about you." in await stage.slash("mydata delete")


async def test_what_is_too_much_for_discord_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.slash("animate", image=PHOTO)
    monkeypatch.setattr("bot.pipeline.mydata.MOST_BYTES", 1000)
    assert "It is more than Discord takes in one file." in await stage.slash("mydata export")


async def test_the_question_says_what_goes_and_what_stays(stage: Stage, order: Callable[..., NewJob]) -> None:
    await stage.quotas.grant(stage.guild.id, stage.alice.id, 1500, actor_id=stage.mia.id)
    await stage.store.accept(order(provider="ezmodel"))
    (claim,) = await stage.store.claim_to_submit("ezmodel", max_running=5, limit=1)
    await stage.store.begin_submit(claim)
    await stage.store.accept(order())
    await stage.quotas.block(stage.guild.id, stage.alice.id, actor_id=stage.mia.id, until=None, reason="shouting")
    text = "\n".join(texts_of((await asked(stage)).components))
    usage = await stage.store.usage(stage.guild.id, stage.alice.id)
    assert "2 videos and 2 pictures of yours, on 1 server." in text
    assert "- 1 video that waits for its turn is cancelled." in text
    assert "- **1 video is being made** and cannot be stopped: it is paid, and not posted." in text
    assert "- 1,500 credits that were granted to you are lost." in text
    assert f"until it renews <t:{int(usage.renews_at.timestamp())}:R>." in text
    assert "on 1 server, with your id, until they take it back or it ends." in text
    assert [job.state for job in await stage.jobs()] == [JobState.QUEUED, JobState.SUBMITTING]


async def test_yes_erases_everything(stage: Stage) -> None:
    await stage.slash("animate", image=PHOTO, prompt="the sea moves")
    text = await stage.press(stage.alice, await asked(stage), YES)
    assert "### ✅ Your data are erased" in text
    assert YES not in text
    assert await stage.jobs() == []
    assert await stage.left() == 100
    assert await stage.store.inconsistencies() == []
    (job,) = await stage.store.jobs_of(stage.guild.id, None, limit=5)
    assert job.state is JobState.CANCELED
    stage.clock.advance(timedelta(days=1))
    assert "Nothing is stored about you." in await stage.slash("mydata export")


async def test_no_erases_nothing(stage: Stage) -> None:
    await stage.slash("animate", image=PHOTO)
    text = await stage.press(stage.alice, await asked(stage), NO)
    assert "### Nothing was erased" in text
    assert YES not in text
    assert len(await stage.jobs()) == 1


async def test_the_button_works_after_a_restart(stage: Stage, behind: Behind) -> None:
    await stage.slash("animate", image=PHOTO)
    question = await asked(stage)
    await stage.bot.remove_cog(OwnData.__name__)
    assert Erase not in stage.bot._connection._view_store._dynamic_items.values()
    stage.bot.tree.remove_command("mydata")
    await stage.bot.add_cog(OwnData(bot=stage.bot, my_data=behind.my_data))
    assert "Your data are erased" in await stage.press(stage.alice, question, YES)


async def test_somebody_elses_question_erases_nothing(stage: Stage, order: Callable[..., NewJob]) -> None:
    await stage.slash("animate", image=PHOTO)
    await stage.store.accept(order(member_id=stage.mia.id))
    hers, mias = await asked(stage), await stage.call(stage.mia, "mydata delete")
    stage.env.backend.get_message(mias.channel_id, mias.id).components = hers.components
    assert "This question is somebody else's." in await stage.press(stage.mia, mias, YES)
    assert len(await stage.store.jobs_of(stage.guild.id, None, limit=5)) == 2
    assert not any(job.erased for job in await stage.store.jobs_of(stage.guild.id, None, limit=5))


async def test_a_database_that_fails_has_erased_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.slash("animate", image=PHOTO)
    question = await asked(stage)

    async def unavailable(member_id: int) -> None:
        raise StorageUnavailable("gone")

    cog = stage.bot.get_cog(OwnData.__name__)
    assert isinstance(cog, OwnData)
    monkeypatch.setattr(cog._my_data, "erase", unavailable)
    assert "Not possible right now" in await stage.press(stage.alice, question, YES)
    assert len(await stage.jobs()) == 1


async def test_one_file_at_a_time(stage: Stage) -> None:
    await stage.slash("animate", image=PHOTO)
    cog = stage.bot.get_cog(OwnData.__name__)
    assert isinstance(cog, OwnData)
    cog._in_hand.add(stage.alice.id)
    assert "Your file is being made already." in await stage.slash("mydata export")


def test_ids_of_any_length_fit_into_a_button() -> None:
    assert len(Erase(2**64 - 1, yes=True).custom_id) <= 100

"""`/jobs` as members use it, and moderators for them. Mia has Manage Server; Alice is a member like many."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.results import ResponseMessage

from cogs.job_pages import SIZE
from providers.catalog import Catalog, load
from providers.provider import Provider
from sandbox.kling.server import SimulatedKling
from storage.errors import StorageUnavailable
from storage.quota_records import Action, Holder
from storage.records import Picture
from storage.states import JobState
from storage.store import LEASE
from tests.cogs.conftest import PHOTO, Stage, photograph, texts_of
from tests.cogs.job_states import accepted, delivered, failed, state_of, suggested, uncertain, undeliverable
from tests.storage.conftest import running, submitting


@pytest.fixture
def providers(kling_client: Provider) -> Mapping[str, Provider]:
    return {kling_client.name: kling_client}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """With the models that know the motion brush, all of which their provider has switched off."""
    file = tmp_path / "catalog.toml"
    file.write_text("extends = true\noffer_retired = true\nmodels = []\n")
    return load(file)


async def read(stage: Stage, member: MemberActor, command: str, **options: Any) -> str:
    return text_of(await stage.call(member, command, **options))


def text_of(message: ResponseMessage) -> str:
    return "\n".join(texts_of(message.components))


@pytest.fixture
async def bob(stage: Stage) -> MemberActor:
    return stage.guild.add_member(stage.env.create_user("bob"))


async def test_the_list_has_pages_and_no_strangers(stage: Stage, order):
    for number in range(SIZE + 3):
        stage.clock.advance(timedelta(seconds=1))
        await accepted(stage, order(credits=1, request={"model": "kling-v2-5-turbo", "prompt": f"film {number:02}"}))
    await accepted(stage, order(member_id=7, request={"model": "kling-v2-5-turbo", "prompt": "of a stranger"}))
    first = await stage.call(stage.alice, "jobs list")
    assert text_of(first).count("Waiting for its turn") == SIZE
    assert "film 10" in text_of(first)
    assert "1 credit set aside" in text_of(first)
    assert "◀ Newer" not in text_of(first)
    second = await stage.press(stage.alice, first, "Older ▶")
    assert second.count("Waiting for its turn") == 3
    assert "film 00" in second
    assert "stranger" not in text_of(first) + second
    assert "Older ▶" not in second
    assert "film 10" in await stage.press(stage.alice, first, "◀ Newer")


async def test_the_list_can_be_narrowed_down(stage: Stage, order):
    await failed(stage, order(credits=1))
    await accepted(stage, order(credits=1))
    text = await stage.slash("jobs list", state="not-made")
    assert "Not made" in text
    assert "Waiting" not in text
    assert "None at the moment" in await stage.slash("jobs list", state="on-hold")


async def test_the_pages_of_another_member_are_not_turned(stage: Stage, order, bob: MemberActor):
    for _ in range(SIZE + 1):
        await accepted(stage, order(credits=1))
    hers = await stage.call(stage.alice, "jobs list")
    his = await stage.call(bob, "jobs list")
    stage.env.backend.get_message(his.channel_id, his.id).components = hers.components
    text = await stage.press(bob, his, "Older ▶")
    assert "somebody else's" in text
    assert "Waiting" not in text


async def test_the_list_links_to_the_card(stage: Stage, order):
    job = await accepted(stage, order())
    (claim,) = await stage.store.claim_cards(limit=1)
    await stage.store.card_posted(claim, 4711)
    card = f"https://discord.com/channels/{stage.guild.id}/{job.channel_id}/4711"
    assert card in await stage.slash("jobs list")
    assert card in await stage.slash("jobs show", job=job.id)


async def test_an_empty_list_says_how_to_begin(stage: Stage):
    assert "`/animate`" in await stage.slash("jobs list")


async def test_a_queued_job_is_shown_with_place_price_and_time(stage: Stage, order):
    await accepted(stage, order(member_id=7, credits=1))
    job = await accepted(stage, order())
    text = await stage.slash("jobs show", job=job.id)
    for part in (
        "Place 2 in the queue",
        "**10 credits** set aside",
        "the sea moves",
        "**Kling 2.5 Turbo** · 5 s · std",
    ):
        assert part in text
    assert f"<t:{int(job.created_at.timestamp())}:f>" in text
    assert "by Kling · **10 credits** set aside" in text
    assert "attempt" not in text


async def test_a_moderator_reads_what_the_provider_calls_it(stage: Stage, order):
    job = await running(stage.store, order(), "task-of-kling")
    text = await stage.moderate("jobs show", job=job.id)
    assert "kling · task task-of-kling · attempt 1" in text
    assert f"For <@{stage.alice.id}>" in text
    assert "task-of-kling" not in await stage.slash("jobs show", job=job.id)


async def test_every_state_can_be_shown(stage: Stage, order):
    for make, words in (
        (failed, "went back, nothing was charged"),
        (uncertain, "A moderator decides with `/jobs resolve`."),
        (undeliverable, "`/jobs resend` posts it again"),
    ):
        stage.clock.advance(LEASE * 2)
        job = await make(stage, order())
        assert words in await stage.slash("jobs show", job=job.id)


@pytest.mark.parametrize("command", ["show", "cancel", "retry", "resend"])
async def test_a_job_of_others_and_one_that_is_not_there_are_told_alike(stage: Stage, order, bob, command: str):
    job = await accepted(stage, order())
    elsewhere = await accepted(stage, order(server_id=1, member_id=bob.id))
    texts = {await read(stage, bob, f"jobs {command}", job=one) for one in (job.id, "nothing", elsewhere.id)}
    assert len(texts) == 1
    assert "You have no such video here" in texts.pop()
    assert await state_of(stage, job) is JobState.QUEUED
    assert "no such video" in await stage.moderate(f"jobs {command}", job=elsewhere.id)


async def test_members_are_suggested_their_own_jobs_and_moderators_those_of_the_server(stage: Stage, order, bob):
    mine = await accepted(stage, order(request={"model": "kling-v2-5-turbo", "prompt": "x" * 2500}))
    his = await accepted(stage, order(member_id=bob.id))
    await accepted(stage, order(server_id=1))
    assert await suggested(stage, stage.alice, "show") == {mine.id}
    assert await suggested(stage, stage.mia, "show") == {mine.id, his.id}
    assert await suggested(stage, stage.mia, "show", "SEA") == {his.id}
    assert await suggested(stage, stage.mia, "show", mine.id) == {mine.id}


async def test_while_the_database_is_away_nothing_is_suggested(stage: Stage, order, monkeypatch: pytest.MonkeyPatch):
    await accepted(stage, order())

    async def unavailable(*_: object, **__: object) -> None:
        raise StorageUnavailable("gone")

    monkeypatch.setattr(stage.store, "jobs_of", unavailable)
    assert await suggested(stage, stage.mia, "show") == set()


async def test_only_fitting_jobs_are_suggested(stage: Stage, order):
    held = await uncertain(stage, order())
    queued = await accepted(stage, order())
    assert await suggested(stage, stage.alice, "cancel") == {queued.id}
    assert await suggested(stage, stage.mia, "resolve") == {held.id}
    assert await suggested(stage, stage.alice, "resolve") == set()
    assert await suggested(stage, stage.alice, "retry") == set()


async def test_a_queued_job_is_cancelled_and_its_credits_go_back(stage: Stage, order):
    job = await accepted(stage, order())
    text = await stage.slash("jobs cancel", job=job.id)
    assert "**10 credits** went back" in text
    assert await state_of(stage, job) is JobState.CANCELED
    assert await stage.left() == 100
    assert "It was cancelled already" in await stage.slash("jobs cancel", job=job.id)


async def test_what_left_for_its_provider_cannot_be_cancelled(stage: Stage, order):
    job = (await submitting(stage.store, order())).job
    text = await stage.slash("jobs cancel", job=job.id)
    assert "cannot be stopped" in text
    assert "**Nothing was changed.**" in text
    assert await stage.left() == 90


async def test_a_moderator_who_cancels_for_a_member_is_in_the_audit(stage: Stage, order):
    job = await accepted(stage, order())
    assert "went back" in await stage.moderate("jobs cancel", job=job.id)
    assert await stage.changes() == [Action.CANCEL]
    assert "Waiting for its turn → **⏹️ Cancelled**" in await stage.moderate("settings history")


async def test_a_video_is_ordered_once_more_with_everything(stage: Stage):
    """The motion brush with a static mask is the order with most parts."""
    await stage.quotas.set_allowance(stage.guild.id, Holder.MEMBER, stage.alice.id, 1000, actor_id=stage.mia.id)
    areas = '[{"area": [[10, 10], [200, 10], [100, 200]], "path": [[50, 50], [90, 90]]}]'
    brush = {"motion": areas, "static_mask": ("mask.jpg", photograph())}
    options = {"model": "kling-v1-5", "mode": "pro", "negative_prompt": "blur", "provider": "kling"}
    assert "ordered" in await stage.slash("animate", image=PHOTO, prompt="it sails", **brush, **options)
    (first,) = await stage.jobs()
    await stage.slash("jobs cancel", job=first.id)
    stage.clock.advance(timedelta(seconds=1))
    assert "Your video is ordered" in await stage.slash("jobs retry", job=first.id)
    second, _ = await stage.jobs()
    assert (second.request, second.credits, second.pinned) == (first.request, first.credits, True)
    assert len(second.request["motion"]) == 1
    before, after = [{one.kind: one.content for one in await stage.store.pictures(job.id)} for job in (first, second)]
    assert before == after
    assert after.keys() == {"image", "static_mask", "motion_1"}


async def test_a_costly_video_is_asked_about_before_it_is_ordered_once_more(stage: Stage, order):
    dear = {"model": "kling-v2-5-turbo", "prompt": "the sea moves", "duration": 10, "mode": "pro"}
    job = await failed(stage, order(request=dear, credits=70))
    question = await stage.call(stage.alice, "jobs retry", job=job.id)
    assert "It costs **70 credits**" in text_of(question)
    assert "Your video is ordered" in await stage.press(stage.alice, question, "Make it for 70 credits")
    assert await stage.left() == 30


async def test_only_what_has_ended_is_ordered_once_more(stage: Stage, order):
    job = await accepted(stage, order())
    assert "has not ended yet" in await stage.slash("jobs retry", job=job.id)
    assert len(await stage.jobs()) == 1


async def test_what_the_server_forbids_by_now_is_not_ordered_once_more(stage: Stage, order):
    job = await failed(stage, order())
    await stage.quotas.change_server(
        stage.guild.id, lambda server: replace(server, words=frozenset({"sea"})), actor_id=stage.mia.id
    )
    assert "a word that this server does not allow" in await stage.slash("jobs retry", job=job.id)
    assert len(await stage.jobs()) == 1


async def test_pictures_that_are_no_longer_kept_are_asked_for(stage: Stage, order, monkeypatch: pytest.MonkeyPatch):
    job = await failed(stage, order())

    async def erased(*_: object) -> list[Picture]:
        return []

    monkeypatch.setattr(stage.store, "pictures", erased)
    text = await stage.slash("jobs retry", job=job.id)
    assert "no longer kept" in text
    assert "**Nothing was charged.**" in text
    assert await stage.left() == 100


async def test_a_kept_video_is_posted_again_and_not_charged_again(stage: Stage, order):
    job = await undeliverable(stage, order())
    text = await stage.slash("jobs resend", job=job.id)
    assert "is not charged again" in text
    assert await state_of(stage, job) is JobState.DELIVERING
    assert await stage.left() == 90
    assert "about to be posted" in await stage.slash("jobs resend", job=job.id)


async def test_a_video_whose_message_stands_is_not_posted_again(stage: Stage, order, kling: SimulatedKling):
    message = await stage.bot.get_partial_messageable(stage.channel.id).send("the video")
    job = await delivered(stage, order(), message.id, f"{kling.base_url}/files/gone.mp4")
    text = await stage.slash("jobs resend", job=job.id)
    assert f"https://discord.com/channels/{stage.guild.id}/{stage.channel.id}/{message.id}" in text
    assert await state_of(stage, job) is JobState.DELIVERED
    await message.delete()
    assert "The video is gone" in await stage.slash("jobs resend", job=job.id), "Kling has no such task"
    assert await state_of(stage, job) is JobState.DELIVERED


async def test_without_a_video_nothing_is_posted(stage: Stage, order):
    job = await failed(stage, order())
    assert "Nothing to post" in await stage.slash("jobs resend", job=job.id)

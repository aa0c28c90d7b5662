"""An order keeps to what its server's settings say, and a job on its way is not stopped by them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.pipeline.intake import DRAFT_LIFE, Expensive, Refusal, Upload, order_of
from bot.pipeline.spots import Spot
from providers.request import PictureKind
from sandbox.common.faults import Answer
from storage.errors import (
    AlreadyAccepted,
    Blocked,
    DraftGone,
    NotEnoughCredits,
    NotPermitted,
    Rule,
    StorageUnavailable,
    TooManyRunning,
)
from storage.limits import Limit, Word
from storage.quota_records import Adult, Holder, Origin, Place
from storage.states import JobState
from tests.bot.pipeline.conftest import PHOTO_URL, House, said

HouseOf = Callable[..., Awaitable[House]]
MODERATOR = 9
MEMBER = 3

DEAR: dict[str, Any] = {"duration": 10, "mode": "pro"}
"""70 credits."""


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One is enough: what a transaction refuses is tested on both in ``tests/storage``."""
    return sqlite_url


async def allow(house: House, **settings: Any) -> None:
    await house.quotas.change_server(1, lambda server: replace(server, **settings), actor_id=MODERATOR)


async def give_allowance(house: House, limit: Limit) -> None:
    await house.quotas.set_allowance(1, Holder.MEMBER, MEMBER, limit, actor_id=MODERATOR)


async def untouched(house: House) -> bool:
    usage = await house.store.usage(1, MEMBER)
    return usage.held == usage.used == 0 and await house.store.jobs_of(1, MEMBER, limit=5) == []


async def question(house: House, **order: Any) -> Expensive:
    with pytest.raises(Expensive) as raised:
        await house.order(**{"confirmed": None} | order)
    return raised.value


@pytest.mark.parametrize("name", ["kling-v2-5-turbo", "Kling 2.5 Turbo", " KLING 2.5 turbo "])
async def test_another_model_is_refused_with_those_that_may_be_used(house: House, name: str) -> None:
    """Kling 2.1 may be used as well, but nobody who is on makes it."""
    await allow(house, models=frozenset({"kling-v3", "kling-v2-1", "kling-v2-6"}))
    with pytest.raises(NotPermitted) as refused:
        await house.order(model=name)
    assert (refused.value.rule, refused.value.allowed) == (Rule.MODEL, ("Kling 2.6", "Kling 3.0"))
    assert await untouched(house)


async def test_without_a_name_the_cheapest_allowed_model_is_used(house: House) -> None:
    assert (await house.order(1, model=None)).model == "kling-v2-5-turbo"
    await allow(house, models=frozenset({"kling-v3", "kling-v2-6"}))
    assert (await house.order(2, model=None)).model == "kling-v2-6"


async def test_where_nothing_allowed_is_on_the_member_is_told(house: House) -> None:
    await allow(house, providers=frozenset({"ai302"}))
    with pytest.raises(Refusal) as told:
        await house.order(model=None)
    assert said(told) == "No model that this server allows is on at the moment. Please tell a moderator."
    with pytest.raises(NotPermitted) as refused:
        await house.order(provider="kling")
    assert (refused.value.rule, refused.value.allowed) == (Rule.PROVIDER, ("ai302",))
    assert await untouched(house)


async def test_an_unknown_model_is_compared_with_the_allowed_ones(house: House) -> None:
    await allow(house, models=frozenset({"kling-v3"}))
    with pytest.raises(Refusal) as refused:
        await house.order(model="kling-v9")
    assert said(refused).startswith("There is no model “kling-v9”. ")
    assert "Kling 2" not in said(refused)


async def test_other_providers_are_not_chosen_although_they_are_cheaper(open_house: HouseOf) -> None:
    house = await open_house("kling", "kling-new", "ezmodel")
    assert (await house.order(1)).provider == "kling"
    await allow(house, providers=frozenset({"ezmodel"}))
    assert (await house.order(2)).provider == "ezmodel"


async def test_a_job_goes_on_at_a_provider_that_is_forbidden_later(house: House) -> None:
    job = await house.order()
    await allow(house, providers=frozenset({"ezmodel"}), models=frozenset({"kling-v3"}))
    await house.drive(house.submit)
    assert (await house.job(job)).state is JobState.RUNNING


@pytest.mark.parametrize(
    ("allowed", "provider", "state"),
    [({"kling"}, "kling", JobState.FAILED), ({"ezmodel"}, "ezmodel", JobState.QUEUED)],
)
async def test_a_job_is_never_moved_to_a_forbidden_provider(
    open_house: HouseOf, allowed: set[str], provider: str, state: JobState
) -> None:
    house = await open_house("kling", "ezmodel")
    simulated = house.simulators["kling"]
    simulated.faults.inject(simulated._operations("create"), Answer(429, 1102, "Account balance not enough"), 1)
    job = await house.order()
    assert job.provider == "kling"
    await allow(house, providers=frozenset(allowed), models=frozenset({"kling-v3"}))
    await house.drive(house.submit)
    moved = await house.job(job)
    assert (moved.provider, moved.state) == (provider, state)


async def test_threads_are_opened_only_where_the_server_wants_them(house: House) -> None:
    assert (await house.order(1)).in_thread
    await allow(house, place=Place.CHANNEL)
    assert not (await house.order(2)).in_thread


async def test_storage_sees_from_where_and_as_whom_it_was_ordered(house: House) -> None:
    await allow(house, channels=frozenset({77}), roles=frozenset({88}))
    with pytest.raises(NotPermitted) as refused:
        await house.order(1, origin=Origin(role_ids=frozenset({88})))
    assert refused.value.rule is Rule.CHANNEL
    with pytest.raises(NotPermitted) as refused:
        await house.order(2, origin=Origin(place_ids=frozenset({77})))
    assert refused.value.rule is Rule.ROLE
    await house.order(3, origin=Origin(frozenset({88}), frozenset({5, 77})))


async def test_a_forbidden_word_is_refused_without_being_repeated(house: House) -> None:
    await allow(house, words=frozenset({"dragon", "飞龙"}))
    for number, prompt in enumerate(("a red DRAG0N flies", "红色飞龙")):
        with capture_logs() as logs, pytest.raises(Refusal) as told:
            await house.order(number, prompt=prompt)
        assert said(told) == "The prompt has a word that this server does not allow."
        assert [entry["length"] for entry in logs if entry["event"] == "words refused"] == [len(prompt)]
        assert not any(word in f"{told.value}{logs}".casefold() for word in ("drag", "飞龙", "red"))
    assert await untouched(house)
    await house.order(3, prompt="a red bird flies", negative_prompt="dragon")


@pytest.mark.parametrize(
    ("adult", "age_restricted", "sentence"),
    [
        (Adult.FORBIDDEN, False, "This server does not allow them."),
        (Adult.FORBIDDEN, True, "This server does not allow them."),
        (Adult.AGE_RESTRICTED, False, "This server allows them in age-restricted channels only."),
        (Adult.AGE_RESTRICTED, True, None),
    ],
)
@pytest.mark.parametrize("prompt", ["a nude statue", "a very saucy dance"])
async def test_adult_words_need_an_age_restricted_channel_and_a_server_that_allows_them(
    house: House, prompt: str, adult: Adult, age_restricted: bool, sentence: str | None
) -> None:
    await allow(house, adult=adult, adult_words=frozenset({"saucy"}))
    origin = Origin(age_restricted=age_restricted)
    if sentence is None:
        assert (await house.order(prompt=prompt, origin=origin)).state is JobState.QUEUED
        return
    with pytest.raises(Refusal) as refused:
        await house.order(prompt=prompt, origin=origin)
    assert said(refused) == f"The prompt has a word for adult content. {sentence}"
    assert await untouched(house)


async def test_what_is_forbidden_everywhere_is_forbidden_among_adults_too(house: House) -> None:
    await allow(house, adult=Adult.AGE_RESTRICTED, words=frozenset({"nude"}))
    with pytest.raises(Refusal) as refused:
        await house.order(prompt="a nude statue", origin=Origin(age_restricted=True))
    assert said(refused) == "The prompt has a word that this server does not allow."


async def test_without_the_settings_nothing_is_accepted(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def unavailable(server_id: int) -> None:
        raise StorageUnavailable("gone")

    with monkeypatch.context() as patch:
        patch.setattr(house.quotas, "server", unavailable)
        with pytest.raises(StorageUnavailable):
            await house.order()
        assert (await house.intake.menu(1)).clients == ["kling"]
    assert await untouched(house)


async def test_suggestions_are_what_the_server_allows(open_house: HouseOf) -> None:
    house = await open_house("kling", "kling-new", "ezmodel")
    await allow(house, models=frozenset({"kling-v3"}), providers=frozenset({"kling"}))
    menu = await house.intake.menu(1)
    assert [model.id for model in menu.catalog.models] == ["kling-v3"]
    assert menu.clients == ["kling", "kling-new"]
    assert (await house.intake.menu(2)).clients == ["kling", "kling-new", "ezmodel"]


async def test_a_price_that_is_a_large_share_is_asked_about(house: House) -> None:
    asked = await question(house, **DEAR)
    assert (asked.draft.credits, asked.usage.left) == (70, 100)
    assert asked.draft.expires_at == house.clock() + DRAFT_LIFE
    assert await untouched(house)
    assert (await house.order(confirmed=70, **DEAR)).credits == 70


@pytest.mark.parametrize(
    ("percent", "allowance", "granted", "asks"),
    [
        (70, 100, 0, True),
        (71, 100, 0, False),
        (50, 140, 0, True),
        (50, 141, 0, False),
        (50, 100, 40, True),
        (50, 100, 41, False),
        (50, 0, 70, True),
        (1, Word.UNLIMITED, 0, False),
        (None, 100, 0, False),
    ],
)
async def test_the_share_is_of_allowance_and_grants(
    house: House, percent: int | None, allowance: Limit, granted: int, asks: bool
) -> None:
    await allow(house, confirm_percent=percent)
    await give_allowance(house, allowance)
    if granted:
        await house.quotas.grant(1, MEMBER, granted, actor_id=MODERATOR)
    if asks:
        assert (await question(house, **DEAR)).draft.credits == 70
    else:
        assert (await house.order(confirmed=None, **DEAR)).credits == 70


async def test_nobody_is_asked_what_would_be_refused(house: House) -> None:
    await house.order(1, duration=10)
    with pytest.raises(NotEnoughCredits):
        await house.order(2, confirmed=None, **DEAR)
    await give_allowance(house, Word.FORBIDDEN)
    with pytest.raises(NotPermitted):
        await house.order(3, confirmed=None, **DEAR)
    await give_allowance(house, 200)
    await allow(house, confirm_percent=1)
    await house.quotas.block(1, MEMBER, actor_id=MODERATOR, until=None, reason="flood")
    with pytest.raises(Blocked):
        await house.order(4, confirmed=None, **DEAR)


@pytest.mark.parametrize("percent", [50, None])
async def test_a_price_that_has_risen_is_asked_about_again(house: House, percent: int | None) -> None:
    await allow(house, confirm_percent=percent)
    asked = await question(house, confirmed=69, **DEAR)
    assert asked.draft.credits == 70
    assert await untouched(house)


async def test_a_draft_holds_the_whole_order(house: House) -> None:
    origin = Origin(frozenset({88}), frozenset({2, 77}), age_restricted=True)
    asked = await question(house, origin=origin, negative_prompt="blur", cfg_scale=None, provider="kling", **DEAR)
    draft = await house.store.draft(asked.draft.id, MEMBER)
    assert draft == asked.draft

    async def read() -> bytes:
        return b"picture"

    addresses: list[str] = []

    def reader(url: str) -> Callable[[], Awaitable[bytes]]:
        addresses.append(url)
        return read

    order = order_of(draft, reader)
    assert (order.interaction_id, order.server_id, order.channel_id, order.member_id) == (1, 1, 2, MEMBER)
    assert (order.provider, order.motion, order.origin, order.spot) == ("kling", None, origin, Spot())
    assert order.options == {
        "model": "kling-v2-5-turbo",
        "prompt": "it moves",
        "negative_prompt": "blur",
        "cfg_scale": None,
        **DEAR,
    }
    assert order.uploads == {
        PictureKind.IMAGE: Upload("photo.jpg", order.uploads[PictureKind.IMAGE].size, PHOTO_URL, read)
    }
    assert await order.uploads[PictureKind.IMAGE].read() == b"picture"
    assert addresses == [PHOTO_URL]


async def test_many_presses_at_once_make_one_job(house: House) -> None:
    draft = (await question(house, **DEAR)).draft
    presses = (house.order(confirmed=draft.credits, draft_id=draft.id, **DEAR) for _ in range(10))
    outcomes = await asyncio.gather(*presses, return_exceptions=True)
    assert sum(isinstance(outcome, AlreadyAccepted) for outcome in outcomes) == 9
    assert len(await house.store.jobs_of(1, MEMBER, limit=5)) == 1
    assert not await house.store.drop_draft(draft.id, MEMBER), "a No after the Yes finds nothing to leave out"


async def test_yes_and_no_at_once_are_one_answer(house: House) -> None:
    draft = (await question(house, **DEAR)).draft
    answers = (
        house.order(confirmed=draft.credits, draft_id=draft.id, **DEAR),
        house.store.drop_draft(draft.id, MEMBER),
    )
    job, left_out = await asyncio.gather(*answers, return_exceptions=True)
    assert isinstance(job, DraftGone) is left_out
    assert len(await house.store.jobs_of(1, MEMBER, limit=5)) == (0 if left_out else 1)


async def test_after_a_no_no_press_orders(house: House) -> None:
    draft = (await question(house, **DEAR)).draft
    assert await house.store.drop_draft(draft.id, MEMBER)
    with pytest.raises(DraftGone):
        await house.order(confirmed=draft.credits, draft_id=draft.id, **DEAR)
    assert await untouched(house)


async def test_nobody_is_asked_while_pool_or_running_limit_or_place_stand_against_it(house: House) -> None:
    for settings, refusal in (
        ({"pool": 69}, NotEnoughCredits),
        ({"pool": Word.UNLIMITED, "member_running": 0}, TooManyRunning),
        ({"member_running": Word.UNLIMITED, "channels": frozenset({404})}, NotPermitted),
    ):
        await allow(house, **settings)
        with pytest.raises(refusal):
            await house.order(1, confirmed=None, **DEAR)


async def test_a_draft_ends(house: House) -> None:
    asked = await question(house, **DEAR)
    house.clock.advance(DRAFT_LIFE - timedelta(seconds=1))
    assert await house.store.draft(asked.draft.id, MEMBER + 1) is None
    house.clock.advance(timedelta(seconds=1))
    assert await house.store.draft(asked.draft.id, MEMBER) is None

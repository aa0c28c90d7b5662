"""Orders that wait for their member."""

from datetime import timedelta

import pytest

from storage.errors import (
    DraftGone,
    NotEnoughCredits,
)
from storage.quota_records import Draft
from tests.conftest import START
from tests.storage.conftest import ALICE, BOB


async def test_a_draft_is_its_members_and_ends(store, clock):
    draft = Draft("draft1", 1, ALICE, 80, {"options": {"prompt": "Blätter"}}, START + timedelta(minutes=10))
    await store.keep_draft(draft)
    assert await store.draft("draft1", BOB) is None
    assert not await store.drop_draft("draft1", BOB)
    assert await store.draft("draft1", ALICE) == draft
    clock.advance(timedelta(minutes=10))
    assert await store.draft("draft1", ALICE) is None


async def test_an_order_takes_the_place_of_its_draft_or_fails_whole(store, new_job, row_counts):
    await store.keep_draft(Draft("draft1", 1, ALICE, 80, {}, START + timedelta(minutes=10)))
    with pytest.raises(NotEnoughCredits):
        await store.accept(new_job(credits=101), draft_id="draft1")
    assert await row_counts() == {"drafts": 1}
    await store.accept(new_job(), draft_id="draft1")
    before = await row_counts()
    assert "drafts" not in before
    with pytest.raises(DraftGone):
        await store.accept(new_job(), draft_id="draft1")
    assert await row_counts() == before


async def test_what_has_expired_is_forgotten_with_the_next_draft(store, clock, row_counts):
    for number in range(3):
        await store.keep_draft(Draft(f"draft{number}", 1, ALICE, 80, {}, clock() + timedelta(minutes=10)))
        clock.advance(timedelta(minutes=10))
    assert (await row_counts())["drafts"] == 1

"""What is known of how large a file a server takes."""

from datetime import timedelta

import pytest

from storage.records import UploadLimit
from storage.store import Store
from storage.uploads import REFUSAL_HOLDS
from tests.conftest import ManualClock

SERVER = 7


async def test_nothing_is_known_before_a_refusal(store: Store):
    await store.upload_taken(SERVER, 500)
    assert await store.upload_limit(SERVER) == UploadLimit()


async def test_refusals_and_what_was_taken_draw_closer(make_store):
    one, other = make_store("one"), make_store("other")
    assert await one.upload_refused(SERVER, 1000) == UploadLimit(0, 1000)
    await other.upload_taken(SERVER, 400)
    assert await one.upload_limit(SERVER) == UploadLimit(400, 1000)
    assert await other.upload_refused(SERVER, 900) == UploadLimit(400, 900)
    await one.upload_taken(SERVER, 300)
    assert await one.upload_refused(SERVER, 950) == UploadLimit(400, 900)
    assert await one.upload_limit(SERVER + 1) == UploadLimit()


async def test_the_newest_word_counts_where_two_contradict(store: Store):
    await store.upload_refused(SERVER, 1000)
    await store.upload_taken(SERVER, 1000)
    assert await store.upload_limit(SERVER) == UploadLimit(1000, None)
    assert await store.upload_refused(SERVER, 800) == UploadLimit(0, 800)


@pytest.mark.parametrize(("passed", "refused"), [(REFUSAL_HOLDS - timedelta(seconds=1), 1000), (REFUSAL_HOLDS, None)])
async def test_a_refusal_is_forgotten_after_a_day(store: Store, clock: ManualClock, passed, refused):
    await store.upload_refused(SERVER, 1000)
    await store.upload_taken(SERVER, 10)
    clock.advance(passed)
    assert await store.upload_limit(SERVER) == UploadLimit(10, refused)

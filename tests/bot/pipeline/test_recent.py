"""What is offered again of a member's earlier orders."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.pipeline.recent import Recent, recent
from storage.records import NewJob
from storage.store import Store
from tests.conftest import ManualClock

REQUEST: dict[str, Any] = {"prompt": "waves", "duration": 10, "mode": "pro", "sound": True, "voices": ["7"]}


async def test_the_last_order_comes_first(store: Store, new_job: Callable[..., NewJob], clock: ManualClock):
    for number, model in enumerate(("kling-v1", "kling-v3", "kling-v1", "kling-v2-6"), 1):
        new = new_job(id=f"job{number}", interaction_id=number, model=model, request=REQUEST | {"duration": number + 2})
        await store.accept(new)
        clock.advance(timedelta(seconds=1))
    jobs = await store.jobs_of(new.server_id, new.member_id, limit=25)
    found = recent(jobs)
    assert found.models == ("kling-v2-6", "kling-v1", "kling-v3")
    assert found.options == {"model": "kling-v2-6", "duration": 6, "mode": "pro", "sound": True}


def test_who_has_ordered_nothing_is_offered_nothing():
    assert recent([]) == Recent((), {})

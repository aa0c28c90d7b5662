"""A month of videos behind a server, for pictures of its reports: made through the store, with a clock of its own."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from storage.database import Database
from storage.migrate import migrate
from storage.quotas import Quotas
from storage.records import Duty, NewJob, Picture
from storage.store import Store

_MODELS = (("kling-v2-5-turbo", 21), ("kling-v2-5-turbo", 42), ("kling-v3", 60), ("kling-v2-1", 28))
_ALLOWANCE = 1000
_DAYS = 28
_FAILED = 0.08


class _Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


async def fill(
    database_url: str, server_id: int, member_ids: Sequence[int], *, moderator_id: int, until: datetime
) -> None:
    """Let these members have ordered videos on each day of the last four weeks, the first the most."""
    chance = random.Random(7)  # noqa: S311
    async with Database(database_url) as database:
        await migrate(database)
        clock = _Clock(until - timedelta(days=_DAYS))
        quotas = Quotas(database, clock=clock, default_allowance=_ALLOWANCE)
        store = Store(database, clock=clock, owner="history", default_allowance=_ALLOWANCE)
        for _ in range(_DAYS):
            clock.now += timedelta(days=1) - timedelta(hours=chance.uniform(0, 3))
            for _ in range(chance.randint(0, 5)):
                member = member_ids[min(int(chance.expovariate(0.9)), len(member_ids) - 1)]
                await _video(store, clock, chance, server_id, member)
        clock.now = until
        await quotas.grant(server_id, member_ids[0], 60, actor_id=moderator_id, reason="winner of the film night")


async def _video(store: Store, clock: _Clock, chance: random.Random, server_id: int, member_id: int) -> None:
    """One video, ordered now; the clock stands at its end afterwards."""
    model, credits = chance.choice(_MODELS)
    number = chance.getrandbits(62)
    await store.accept(_job(number, server_id, member_id, model, credits))
    (card,) = await store.claim_cards(limit=1)
    await store.card_shown(card, card.job.revision + 3)  # all that is still to come
    (claim,) = await store.claim_to_submit("kling", max_running=1, limit=1)
    claim = await store.begin_submit(claim)
    if chance.random() < _FAILED:
        await store.fail(claim, "The video provider did not accept the picture.")
        return
    await store.submitted(claim.job, f"task-{number}", look_at=clock.now)
    clock.now += timedelta(seconds=chance.uniform(70, 260))
    (claim,) = await store.claim(Duty.WATCH, limit=1)
    await store.video_ready(claim, "https://video.example/1.mp4")
    (claim,) = await store.claim(Duty.DELIVER, limit=1)
    await store.delivered(claim, number, channel_id=1)


def _job(number: int, server_id: int, member_id: int, model: str, credits: int) -> NewJob:
    return NewJob(
        id=f"{number:032x}",
        interaction_id=number,
        server_id=server_id,
        channel_id=1,
        member_id=member_id,
        in_thread=False,
        request={"prompt": "the sea moves", "duration": 5},
        model=model,
        provider="kling",
        provider_model=model,
        pinned=False,
        credits=credits,
        expected_seconds=120,
        callback_token="",
        pictures=(Picture("image", b"", "image/jpeg", 640, 480),),
    )

"""What was changed is kept, and waits for the log channel."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from storage.limits import Word
from storage.quota_records import Action, Holder, Place
from tests.conftest import START
from tests.storage.conftest import MODERATOR, ROLE


async def test_every_change_is_audited_with_before_and_after(quotas, settings):
    await settings(pool=500, place=Place.CHANNEL, channels=frozenset({6, 5}))
    await quotas.set_allowance(1, Holder.ROLE, ROLE, Word.UNLIMITED, actor_id=MODERATOR, reason="sponsors")
    role, server = await quotas.changes(1, limit=5)
    assert server.before == {"pool": "unlimited", "place": "thread", "channels": []}
    assert server.after == {"pool": 500, "place": "channel", "channels": [5, 6]}
    assert (role.action, role.role_id, role.before, role.after) == (
        Action.SET_ROLE,
        ROLE,
        {"allowance": None},
        {"allowance": "unlimited"},
    )
    assert (role.reason, role.actor_id, role.at) == ("sponsors", MODERATOR, START)
    assert await quotas.changes(1, before=role.id, limit=5) == [server]
    assert await quotas.changes(2, limit=5) == []


async def test_edits_in_parallel_lose_nothing(quotas):
    def adding(channel: int):
        return lambda server: replace(server, channels=server.channels | {channel})

    await asyncio.gather(*(quotas.change_server(1, adding(channel), actor_id=1) for channel in range(10)))
    assert (await quotas.server(1)).channels == frozenset(range(10))


async def test_a_change_waits_for_the_log_channel_until_it_is_posted(quotas, settings, clock):
    await settings(pool=1)
    assert await quotas.unposted(limit=5) == []
    await settings(log_channel_id=55)
    await settings(pool=2)
    await settings(pool=2)
    first, second = await quotas.unposted(limit=5)
    assert (first.channel_id, first.change.after, second.change.after) == (55, {"log_channel_id": 55}, {"pool": 2})
    await quotas.posted(first.change.id)
    await quotas.postpone_post(second.change.id, START + timedelta(minutes=1))
    assert await quotas.unposted(limit=5) == []
    clock.advance(timedelta(minutes=1))
    assert [one.change.id for one in await quotas.unposted(limit=5)] == [second.change.id]


async def test_that_the_log_channel_goes_is_for_its_readers(quotas, settings):
    await settings(log_channel_id=55)
    await settings(log_channel_id=66)
    await settings(log_channel_id=None)
    await settings(pool=1)
    assert [(one.channel_id, one.change.after) for one in await quotas.unposted(limit=9)] == [
        (55, {"log_channel_id": 55}),
        (55, {"log_channel_id": 66}),
        (66, {"log_channel_id": None}),
    ]

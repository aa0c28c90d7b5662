"""Changes in the log channel: each once, in order, whatever Discord or the process does."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
import structlog

from bot.pipeline.announce import LOOK_ROUND, Announce
from bot.pipeline.messenger import NotAllowed, PlaceGone, TryAgain
from bot.pipeline.supervise import Loop
from cogs.edits import change_of
from storage.quota_records import Change
from storage.quotas import Quotas
from storage.store import Store
from tests.bot.pipeline.fake_discord import FakeDiscord
from tests.conftest import ManualClock

LOG, OTHER_LOG = 900, 901


class Died(Exception):
    """The process ended here."""


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def announce(
    store: Store, quotas: Quotas, discord_: FakeDiscord, clock: ManualClock, slept: list[float]
) -> Callable[[], Announce]:
    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    return lambda: Announce(store=store, quotas=quotas, messenger=discord_, clock=clock, sleep=sleep)


@pytest.fixture
async def logged(quotas: Quotas, announce: Callable[[], Announce], discord_: FakeDiscord) -> Quotas:
    """Quotas of a server whose log channel has shown its own setting."""
    await quotas.change_server(1, change_of(log_channel_id=LOG), actor_id=5)
    await announce().step()
    discord_.changes.clear()
    return quotas


async def changed(quotas: Quotas, server_id: int = 1) -> Change:
    """One more change on a server."""
    server = await quotas.server(server_id)
    return await quotas.change_server(server_id, change_of(cooldown=server.cooldown + 1), actor_id=5)


async def test_changes_are_shown_once_and_in_their_order(logged, announce, discord_: FakeDiscord, slept):
    changes = [await changed(logged) for _ in range(12)]
    one = announce()
    for _ in range(3):
        await one.step()
    assert list(discord_.changes.values()) == [(LOG, change) for change in changes]
    assert slept[1:] == [LOOK_ROUND, LOOK_ROUND]  # not between the first ten and the others


async def test_a_server_without_a_log_channel_shows_nothing(quotas, announce, discord_: FakeDiscord):
    await changed(quotas)
    await announce().step()
    await quotas.change_server(1, change_of(log_channel_id=LOG), actor_id=5)
    await announce().step()
    assert [change.after for _, change in discord_.changes.values()] == [{"log_channel_id": LOG}]


async def test_each_server_has_its_own_log_channel(logged, announce, discord_: FakeDiscord):
    await logged.change_server(2, change_of(log_channel_id=OTHER_LOG), actor_id=5)
    await changed(logged)
    await changed(logged, 2)
    await announce().step()
    assert [(channel, change.server_id) for channel, change in discord_.changes.values()] == [
        (OTHER_LOG, 2),
        (LOG, 1),
        (OTHER_LOG, 2),
    ]


async def test_what_changed_nothing_is_not_shown(logged, announce, discord_: FakeDiscord):
    await logged.change_server(1, change_of(log_channel_id=LOG), actor_id=5)
    await announce().step()
    assert discord_.changes == {}
    assert await logged.unposted(limit=5) == []


async def test_a_process_that_dies_after_posting_leaves_no_second_copy(logged, announce, discord_: FakeDiscord):
    change = await changed(logged)
    discord_.fail("after_post_change", Died())
    with pytest.raises(Died):
        await announce().step()
    await announce().step()
    assert list(discord_.changes) == [change.id]
    assert await logged.unposted(limit=5) == []


async def test_when_discord_is_away_changes_wait_longer_and_longer_and_keep_their_order(
    logged, announce, discord_: FakeDiscord, clock: ManualClock
):
    first, second = await changed(logged), await changed(logged)
    discord_.fail("post_change", *(TryAgain("503") for _ in range(4)))
    waits = []
    for _ in range(4):
        await announce().step()
        assert discord_.changes == {}
        assert await logged.unposted(limit=5) == []
        waits.append(await until_due(logged, clock))
    assert waits == sorted(waits)
    assert waits[0] < waits[-1]
    await announce().step()
    assert list(discord_.changes) == [first.id, second.id]


async def until_due(quotas: Quotas, clock: ManualClock) -> int:
    """Let time pass until a change is due; how many seconds that were."""
    for seconds in range(1, 600):
        clock.advance(timedelta(seconds=1))
        if await quotas.unposted(limit=5):
            return seconds
    raise AssertionError


@pytest.mark.parametrize("error", [NotAllowed("50013"), PlaceGone("10003")])
async def test_a_change_that_cannot_be_shown_stays_in_the_audit(logged, announce, discord_: FakeDiscord, error):
    change = await changed(logged)
    discord_.fail("post_change", error)
    with structlog.testing.capture_logs() as logs:
        await announce().step()
    assert [(line["log_level"], line["change"]) for line in logs] == [("warning", change.id)]
    await announce().step()
    assert discord_.changes == {}
    assert (await logged.changes(1, limit=1))[0] == change


async def test_one_log_channel_that_is_away_does_not_hold_up_another(logged, announce, discord_: FakeDiscord):
    await changed(logged)
    await changed(logged)
    await logged.change_server(2, change_of(log_channel_id=OTHER_LOG), actor_id=5)
    discord_.fail("post_change", TryAgain("timeout"))
    await announce().step()
    assert [channel for channel, _ in discord_.changes.values()] == [OTHER_LOG]


async def test_a_loop_shows_a_change_while_it_runs(store: Store, logged, discord_: FakeDiscord, clock: ManualClock):
    announce = Announce(store=store, quotas=logged, messenger=discord_, clock=clock)
    loop = Loop("announce", announce.step, clock=clock)
    await changed(logged)
    loop.start()
    async with asyncio.timeout(10):
        while not discord_.changes:
            await asyncio.sleep(0.01)
    await loop.stop()
    assert not loop.alive
    assert loop.restarts == 0

"""The sample bot, a process of its own, driven through everything that Stillmotion will do."""

import pytest
from simcord.backend.errors import SetupError

from sandbox.discord import SimulatedDiscord

pytestmark = pytest.mark.process

PICTURE = (b"\x89PNG not really a picture", "photo.png")


def callback_statuses(discord: SimulatedDiscord) -> list[int]:
    callbacks = [entry for entry in discord.requests if entry.template.endswith("/callback")]
    return [entry.status for entry in callbacks if entry.status is not None]


async def test_card_thread_and_file(discord: SimulatedDiscord, bot) -> None:
    alice, channel = discord.world.alice, discord.world.channel
    invocation = await discord.slash(alice, channel, "card", image=PICTURE, title="a title")

    await invocation.acknowledgement()
    assert invocation.ephemeral
    assert invocation.first_answer_seconds is not None
    assert invocation.first_answer_seconds < 3
    answer = await invocation.answer()
    await discord.wait_for(lambda: len(invocation.followups) == 2, 10, "two follow-ups")

    (thread,) = discord.threads(channel)
    assert answer.ephemeral
    assert answer.content == f"queued, see <#{thread.id}>"
    assert [view.content for view in invocation.followups] == ["a follow-up", "second thread: 400 160004"]
    card, layout = (view for view in discord.messages(channel) if not view.ephemeral)
    assert card.text == "a title\ndelivered\nAgain"
    assert card.edited_at is not None
    assert card.id == thread.id
    assert card.buttons[0]["custom_id"] == "again:77"
    assert [(item.filename, item.data) for item in card.attachments] == [("photo.png", PICTURE[0])]
    assert layout.text == "**Components V2 card**"
    (result,) = discord.messages(thread)
    assert (result.nonce, result.mentions, result.attachments[0].data) == ("4711", (alice.id,), PICTURE[0])
    discord.checker.assert_clean()


async def test_a_repeated_nonce_makes_one_message(discord: SimulatedDiscord, bot) -> None:
    alice, channel = discord.world.alice, discord.world.channel
    first = await discord.slash(alice, channel, "card", image=PICTURE)
    await first.answer()
    card = next(view for view in discord.messages(channel) if view.buttons)

    answers = [await (await discord.click(alice, card, label="Again")).answer() for _ in range(2)]

    assert answers[0].content == answers[1].content
    assert [view.nonce for view in discord.messages(channel) if view.content == "posted once"] == ["77"]


async def test_history_and_autocompletion(discord: SimulatedDiscord, bot) -> None:
    bob, channel = discord.world.bob, discord.world.channel
    await discord.post(bob, channel, "look", PICTURE)

    choices = await discord.autocomplete(bob, channel, "echo", "word", "walk")
    answer = await (await discord.slash(bob, channel, "history")).answer()

    assert [choice["value"] for choice in choices] == ["walks", "walked"]
    assert answer.content == "bob:1"
    assert not answer.ephemeral


async def test_a_member_can_only_do_what_the_client_offers(discord: SimulatedDiscord, bot) -> None:
    alice, channel = discord.world.alice, discord.world.channel

    with pytest.raises(SetupError, match="No application command"):
        await discord.slash(alice, channel, "unknown")
    with pytest.raises(SetupError, match="has no option"):
        await discord.slash(alice, channel, "echo", words="x")
    with pytest.raises(SetupError, match="requires option"):
        await discord.slash(alice, channel, "card")


async def test_a_malformed_request_is_refused_and_remembered(discord: SimulatedDiscord, bot) -> None:
    invocation = await discord.slash(discord.world.alice, discord.world.channel, "long", length=2001)

    assert (await invocation.answer()).content == "400 50035"
    (violation,) = discord.checker.violations
    assert violation.problems[-1] == "content of 2001 characters, at most 2000"
    with pytest.raises(AssertionError, match="2001 characters"):
        discord.checker.assert_clean()


async def test_requests_are_recorded(discord: SimulatedDiscord, bot) -> None:
    await (await discord.slash(discord.world.alice, discord.world.channel, "echo", word="hi")).answer()

    record = discord.requests[-1]
    assert (record.method, record.template) == ("POST", "/interactions/{interaction_id}/{token}/callback")
    assert (record.json["data"]["content"], record.status) == ("hi", 200)


async def test_a_wrong_token_is_refused_at_login(discord: SimulatedDiscord, launch) -> None:
    async with launch("another.token") as process:
        assert await process.wait() == 3
    assert discord.requests[-1].status == 401


async def test_two_processes_get_every_event(discord: SimulatedDiscord, bot, launch) -> None:
    async with launch():
        await discord.wait_for(lambda: len(discord.gateway.ready_sessions) == 2, 20, "two sessions")
        invocation = await discord.slash(discord.world.alice, discord.world.channel, "echo", word="once")
        await invocation.answer()
        await discord.wait_for(lambda: len(callback_statuses(discord)) == 2, 10, "both to answer")

    # The second one hears that the first was faster.
    assert sorted(callback_statuses(discord)) == [200, 400]


async def test_a_killed_bot_can_be_started_again(discord: SimulatedDiscord, bot, launch) -> None:
    bot.kill()
    await bot.wait()
    await discord.wait_for(lambda: not discord.gateway.ready_sessions, 10, "the connection to end")
    async with launch():
        await discord.bot_ready()
        invocation = await discord.slash(discord.world.alice, discord.world.channel, "echo", word="again")
        assert (await invocation.answer()).content == "again"
    assert discord.gateway.identifies == 2


@pytest.mark.parametrize("disturbance", ["cut", "close", "reconnect"])
async def test_a_lost_connection_is_resumed_and_replayed(discord: SimulatedDiscord, bot, disturbance: str) -> None:
    (session,) = discord.gateway.ready_sessions

    getattr(discord.gateway, disturbance)()
    await discord.wait_for(lambda: session.connection is None, 10, "the connection to end")
    missed = await discord.slash(discord.world.alice, discord.world.channel, "echo", word="missed")

    assert (await missed.answer()).content == "missed"
    assert (session.resumes, discord.gateway.identifies) == (1, 1)


async def test_an_invalidated_session_identifies_again(discord: SimulatedDiscord, bot) -> None:
    discord.gateway.invalidate()

    await discord.wait_for(lambda: discord.gateway.identifies == 2 and discord.gateway.ready_sessions, 15, "IDENTIFY")
    invocation = await discord.slash(discord.world.alice, discord.world.channel, "echo", word="back")
    assert (await invocation.answer()).content == "back"


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_failed_answer_is_retried_with_the_same_nonce(discord: SimulatedDiscord, bot, when: str) -> None:
    channel = discord.world.channel
    fault = discord.faults.add("POST", rf"^/channels/{channel.id}/messages$", status=500, when=when)

    invocation = await discord.slash(discord.world.alice, channel, "card", image=PICTURE)
    await invocation.answer()

    assert fault.hits == 1
    assert len([view for view in discord.messages(channel) if view.buttons]) == 1


async def test_a_rate_limit_is_obeyed(discord: SimulatedDiscord, bot) -> None:
    discord.faults.add("POST", r"/callback$", status=429, retry_after=0.2)

    invocation = await discord.slash(discord.world.alice, discord.world.channel, "echo", word="later")

    assert (await invocation.answer()).content == "later"

"""What a request checker lets through and what it does not."""

from typing import Any

import discord
import pytest
import simcord
from discord import app_commands
from discord.ext import commands

from sandbox.discord.openapi import Document, RequestChecker, checking_in_process, document_path

MESSAGES = "/channels/1/messages"
CALLBACK = "/interactions/1/token/callback"
COMMANDS = "/applications/1/commands"

needs_document = pytest.mark.skipif(document_path() is None, reason="Discord's OpenAPI document is not there")


def command(**changes: Any) -> dict[str, Any]:
    return {"type": 1, "name": "animate", "description": "Makes a video", "options": [], **changes}


@pytest.fixture
def checker() -> RequestChecker:
    return RequestChecker(Document.load())


@pytest.mark.parametrize(
    ("method", "path", "body", "files"),
    [
        ("POST", MESSAGES, {"content": "x" * 2000}, ()),
        ("POST", MESSAGES, {"attachments": [{"id": 0, "filename": "a.mp4"}], "flags": 32768, "components": []}, ["a"]),
        ("POST", MESSAGES, {"content": "hi", "allowed_mentions": {"parse": [], "users": [1573290259746127876]}}, ()),
        ("POST", CALLBACK, {"type": 5, "data": {"flags": 64}}, ()),
        ("PUT", COMMANDS, [command(), command(name="Animate image", type=3, description="")], ()),
        ("PUT", COMMANDS, [command(name="größe"), command(name="तस्वीर")], ()),
        ("GET", "/users/@me", None, ()),
    ],
)
def test_good_requests(checker: RequestChecker, method, path, body, files) -> None:
    assert checker.check(method, path, body, files) == ()
    checker.assert_clean()


def embeds(*lengths: int) -> dict[str, Any]:
    return {"embeds": [{"description": "x" * length} for length in lengths]}


@pytest.mark.parametrize(
    ("method", "path", "body", "files", "problem"),
    [
        ("POST", MESSAGES, {"content": "x" * 2001}, (), "2001 characters"),
        ("PATCH", f"{MESSAGES}/2", embeds(3000, 3001), (), "embeds of 6001"),
        ("POST", MESSAGES, {"content": "x", "flags": 32768, "components": []}, (), "content beside Components V2"),
        ("POST", MESSAGES, {"content": "x"}, ["a"] * 11, "11 files"),
        ("POST", MESSAGES, {"content": "x"}, ["a" * 1025], "file name"),
        ("POST", CALLBACK, {"type": 5, "data": {"flags": 64 | 32768}}, (), "EPHEMERAL"),
        ("POST", CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}, (), "2001"),
        ("PATCH", "/webhooks/1/token/messages/@original", {"content": "x" * 2001}, (), "2001"),
        ("PUT", COMMANDS, [command(name="Animate")], (), "not a name"),
        ("PUT", COMMANDS, [command(name="two words")], (), "not a name"),
        ("PUT", COMMANDS, [command(description="")], (), "1 to 100"),
    ],
)
def test_limits_that_the_document_does_not_state(checker, method, path, body, files, problem) -> None:
    assert problem in " ".join(checker.check(method, path, body, files))
    with pytest.raises(AssertionError, match="refused"):
        checker.assert_clean()


@needs_document
@pytest.mark.parametrize(
    ("method", "path", "body", "place"),
    [
        ("POST", MESSAGES, {"content": "x", "nonce": "1" * 26}, "$.nonce"),
        ("POST", MESSAGES, {"embeds": [{"title": "x" * 257}]}, "$.embeds[0].title"),
        ("POST", f"{MESSAGES}/2/threads", {"name": "x" * 101}, "$.name"),
        ("POST", f"{MESSAGES}/2/threads", {"name": "x", "auto_archive_duration": 61}, "$.auto_archive_duration"),
        ("POST", MESSAGES, None, "body is missing"),
        ("PUT", COMMANDS, [command(options=[{"type": 3, "name": "a", "description": "b"}] * 26)], "$[0].options"),
        ("GET", "/no/such/operation", None, "no such operation"),
    ],
)
def test_rules_of_the_document(checker, method, path, body, place) -> None:
    assert place in " ".join(checker.check(method, path, body))


@needs_document
def test_coverage_is_counted_by_template(checker: RequestChecker) -> None:
    for channel in (1, 2):
        checker.check("POST", f"/channels/{channel}/messages", {"content": "x"})
    checker.check("GET", "/users/@me", None)
    assert checker.covered == {("POST", "/channels/{channel_id}/messages"): 2, ("GET", "/users/@me"): 1}


def test_without_a_document_the_limits_still_hold(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("STILLMOTION_SCHEMAS", str(tmp_path))
    assert Document.load() is None
    checker = RequestChecker(None)
    assert checker.check("POST", MESSAGES, {"content": "x", "nonce": "1" * 26}) == ()
    assert checker.check("POST", MESSAGES, {"content": "x" * 2001})


async def test_bots_in_the_same_process_are_checked_too(checker: RequestChecker) -> None:
    class SyncingBot(commands.Bot):
        async def setup_hook(self) -> None:
            await self.tree.sync()

    bot = SyncingBot("!", intents=discord.Intents(guilds=True))

    @bot.tree.command(name="long", description="Breaks a limit")
    @app_commands.describe(length="How long")
    async def too_long(interaction: discord.Interaction, length: int) -> None:
        try:
            await interaction.response.send_message("x" * length)
        except discord.HTTPException as error:
            await interaction.response.send_message(f"{error.status} {error.code}")

    with checking_in_process(checker):
        async with simcord.run(bot) as env:
            guild = env.create_guild()
            channel, member = guild.create_text_channel("here"), guild.add_member(env.create_user("alice"))
            answers = [(await member.slash(channel, "long", length=length)).response for length in (5, 2001)]
            assert [answer and answer.content for answer in answers] == ["xxxxx", "400 50035"]

    assert len(checker.violations) == 1

"""The greeting of a server that invites the bot: where it is posted, that it is posted once, and what it checks."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord
from simcord.actors import MemberActor
from simcord.backend import serializers
from simcord.backend.models import Message
from simcord.builders import ChannelHandle, GuildHandle
from structlog.testing import capture_logs

from cogs import welcome
from cogs.welcome import Welcome
from languages.speech import speaking
from sandbox.discord.world import INVITE_PERMISSIONS
from storage.errors import StorageUnavailable
from storage.quotas import Quotas
from storage.store import Store
from tests.cogs.conftest import Stage, texts_of


class NewServer:
    """A server with two channels that is about to invite the bot; Mia has Manage Server."""

    def __init__(self, stage: Stage, **settings: Any) -> None:
        self.stage = stage
        self.env: simcord.Env = stage.env
        self.guild: GuildHandle = stage.env.create_guild("Gallery", **settings)
        self.stored = stage.env.backend.get_guild(self.guild.id)
        self.bot_role = next(role for role in self.stored.roles.values() if role.managed)
        self.bot_role.permissions = INVITE_PERMISSIONS
        everybody = discord.Permissions(view_channel=True, read_message_history=True)
        self.stored.roles[self.guild.id].permissions = everybody.value
        self.rules = self.guild.create_text_channel("rules")
        self.lobby = self.guild.create_text_channel("lobby")
        moderators = self.guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
        self.alice: MemberActor = self.guild.add_member(stage.env.create_user("al"))
        self.mia: MemberActor = self.guild.add_member(stage.env.create_user("mi"), roles=[moderators])

    async def invite(self) -> None:
        """Discord tells the bot that it was invited."""
        backend = self.env.backend
        backend.emit("GUILD_DELETE", {"id": str(self.guild.id)})
        payload = {**serializers.guild_create_payload(backend, self.stored)}
        del payload["unavailable"]
        backend.emit("GUILD_CREATE", payload)
        await self.env.settle()

    async def announce_channel(self) -> None:
        """Discord tells the bot that the lobby was changed."""
        backend = self.env.backend
        backend.emit("CHANNEL_UPDATE", serializers.channel_payload(backend, backend.get_channel(self.lobby.id)))
        await self.env.settle()

    def posted(self, *channels: ChannelHandle) -> list[Message]:
        """What everybody can read in the channels."""
        kept = [self.env.backend.messages.get(one.id, {}) for one in channels or (self.rules, self.lobby)]
        return [message for messages in kept for message in messages.values() if not message.is_ephemeral]

    def text(self) -> str:
        (message,) = self.posted()
        return "\n".join(texts_of(message.components))

    async def press(self, member: MemberActor) -> Any:
        (message,) = self.rules.history()
        return await member.click(message, custom_id="welcome:check")


@pytest.fixture
def server(stage: Stage) -> NewServer:
    return NewServer(stage)


async def test_it_says_what_can_be_done_and_what_to_set(server: NewServer) -> None:
    await server.invite()
    text = server.text()
    assert "Everybody can try it now: send </animate:7> and attach a picture." in text
    assert "`/quota set-default` what each member may spend; now it is **100 credits** per day" in text
    assert "`/settings log-channel`" in text
    assert "✅ The bot has all that it needs." in text
    (message,) = server.posted(server.rules)
    assert message.ping_user_ids == []


async def test_it_is_posted_where_members_are_greeted(server: NewServer) -> None:
    server.stored.system_channel_id = server.lobby.id
    await server.invite()
    assert len(server.posted(server.lobby)) == len(server.posted()) == 1


async def test_it_is_posted_where_the_bot_may_post(server: NewServer) -> None:
    server.stored.system_channel_id = server.rules.id
    deny(server, server.rules, "send_messages")
    await server.invite()
    assert len(server.posted(server.lobby)) == len(server.posted()) == 1


async def test_where_it_may_post_nowhere_it_is_greeted_once_it_may(server: NewServer, stage: Stage) -> None:
    for channel in (server.rules, server.lobby):
        deny(server, channel, "view_channel")
    await server.invite()
    assert server.posted() == []
    server.env.backend.get_channel(server.lobby.id).overwrites.clear()
    await server.invite()
    assert len(server.posted(server.lobby)) == 1


async def test_it_is_posted_once(server: NewServer, stage: Stage, store: Store, quotas: Quotas) -> None:
    """Seen by another process of the same bot."""
    await server.invite()
    other = Welcome(bot=stage.bot, store=store, quotas=quotas, command_ids=dict, clock=stage.clock)
    guild = stage.bot.get_guild(server.guild.id)
    assert guild is not None
    await other.on_guild_join(guild)
    assert len(server.posted()) == 1


async def test_who_invites_it_again_is_greeted_again(server: NewServer) -> None:
    for expected in (1, 2):
        await server.invite()
        assert len(server.posted()) == expected


async def test_a_process_that_dies_while_it_greets_leaves_it_to_others_after_a_while(
    server: NewServer, stage: Stage, store: Store, quotas: Quotas
) -> None:
    await server.env.settle()
    guild = stage.bot.get_guild(server.guild.id)
    assert guild is not None
    assert await store.claim_word(f"greeted {guild.id}", timedelta(minutes=2))
    other = Welcome(bot=stage.bot, store=store, quotas=quotas, command_ids=dict, clock=stage.clock)
    for expected in (0, 1):
        await other.on_guild_join(guild)
        assert len(server.posted()) == expected
        stage.clock.advance(timedelta(minutes=3))


async def test_a_greeting_that_did_not_arrive_is_sent_later(server: NewServer, stage: Stage) -> None:
    server.stored.members[server.env.backend.bot_user.id].joined_at = stage.clock().isoformat()
    server.env.inject_error("POST", f"/channels/{server.rules.id}/messages", status=403, code=50013)
    with capture_logs() as lines:
        await server.invite()
    assert "server not greeted" in [line["event"] for line in lines]
    assert server.posted() == []
    await server.announce_channel()
    assert len(server.posted()) == 1


async def test_it_is_greeted_as_soon_as_it_may_post(server: NewServer, stage: Stage) -> None:
    server.stored.members[server.env.backend.bot_user.id].joined_at = stage.clock().isoformat()
    for channel in (server.rules, server.lobby):
        deny(server, channel, "view_channel", "send_messages")
    await server.invite()
    assert server.posted() == []
    server.env.backend.get_channel(server.lobby.id).overwrites.clear()
    await server.announce_channel()
    assert len(server.posted(server.lobby)) == 1


async def test_a_server_that_invited_the_bot_while_it_was_away_is_greeted_when_it_comes_back(
    server: NewServer, stage: Stage
) -> None:
    await server.env.settle()
    assert server.posted() == []
    (cog,) = [cog for cog in stage.bot.cogs.values() if isinstance(cog, Welcome)]
    me = server.stored.members[server.env.backend.bot_user.id]
    for age, expected in ((welcome.NEW_FOR, 0), (timedelta(hours=2), 1)):
        me.joined_at = (stage.clock() - age).isoformat()
        server.env.backend.emit("GUILD_CREATE", serializers.guild_create_payload(server.env.backend, server.stored))
        await server.env.settle()
        for _ in range(2):  # a session that ends is followed by another, which is ready again
            await cog.on_ready()
        assert len(server.posted()) == expected


async def test_missing_permissions_are_named_as_discord_names_them(server: NewServer) -> None:
    server.bot_role.permissions = INVITE_PERMISSIONS & ~discord.Permissions(attach_files=True).value
    deny(server, server.rules, "create_public_threads")
    await server.invite()
    text = server.text()
    assert "On this server its role is missing:\n- Attach Files\n" in text
    assert "In this channel it is missing, although its role has it:\n- Create Public Threads\n" in text
    assert "all that it needs" not in text


async def test_moderators_check_again(server: NewServer) -> None:
    server.bot_role.permissions = INVITE_PERMISSIONS & ~discord.Permissions(attach_files=True).value
    await server.invite()
    assert "Attach Files" in server.text()
    server.bot_role.permissions = INVITE_PERMISSIONS
    emit_roles(server)
    await server.press(server.mia)
    assert "✅ The bot has all that it needs." in server.text()


async def test_others_are_told_that_they_cannot_and_the_greeting_stays(server: NewServer) -> None:
    await server.invite()
    before = server.text()
    result = await server.press(server.alice)
    assert result.ephemeral
    assert "Only moderators can do this" in "\n".join(texts_of(result.response.components))
    assert server.text() == before


async def test_it_speaks_the_servers_language_whoever_presses(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(welcome, "speaking", spying(heard))
    server = NewServer(stage, preferred_locale="de")
    await server.invite()
    await server.press(server.mia)
    assert heard == ["de", "de"]


async def test_a_database_that_is_away_is_no_reason_to_fall(
    server: NewServer, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> bool:
        raise StorageUnavailable("no")

    with monkeypatch.context() as patch, capture_logs() as lines:
        patch.setattr(Store, "claim_word", away)
        await server.invite()
    assert [line["event"] for line in lines if line["log_level"] == "warning"] == ["server not greeted"]
    await server.invite()
    assert len(server.posted()) == 1


def deny(server: NewServer, channel: ChannelHandle, *names: str) -> None:
    """Take permissions (discord.py's names) away from the bot in one channel."""
    overwrite = discord.PermissionOverwrite(**dict.fromkeys(names, False))
    stored = simcord.backend.models.Overwrite(
        server.env.backend.bot_user.id, simcord.enums.OverwriteType.MEMBER, 0, overwrite.pair()[1].value
    )
    server.env.backend.set_overwrite(channel.id, stored)


def emit_roles(server: NewServer) -> None:
    payload = serializers.role_payload(server.bot_role)
    server.env.backend.emit("GUILD_ROLE_UPDATE", {"guild_id": str(server.guild.id), "role": payload})


def spying(heard: list[str]) -> Callable[[str], Any]:
    def listening(locale: str) -> Any:
        heard.append(locale)
        return speaking(locale)

    return listening

"""Where a command was sent from, what the bot may do there, and the order that comes from there."""

from collections.abc import Mapping
from typing import Any, Final

import discord

from bot.pipeline.intake import Order, Refusal, Upload
from bot.pipeline.spots import Spot, Threads
from cogs.authority import role_ids_of
from cogs.errors import PermissionsMissing
from cogs.replies import server_of
from languages.sentence import Sentence
from providers.request import PictureKind
from storage.quota_records import Origin

_THREAD_PARENTS: Final = {discord.ChannelType.text, discord.ChannelType.news}
_THREADS: Final = {
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
}
_FOR_THREADS: Final = ("create_public_threads", "send_messages_in_threads")
_AGE_RESTRICTABLE: Final = (
    discord.TextChannel,
    discord.VoiceChannel,
    discord.StageChannel,
    discord.ForumChannel,
)


def order_from(
    interaction: discord.Interaction[Any],
    *,
    options: Mapping[str, object],
    uploads: Mapping[PictureKind, Upload],
    provider: str | None,
    motion: str | None = None,
) -> Order:
    """What the member wishes, with who and where they are; raises what ``spot_of`` raises."""
    return Order(
        interaction_id=interaction.id,
        server_id=server_of(interaction),
        channel_id=interaction.channel_id or 0,
        member_id=interaction.user.id,
        options=options,
        uploads=uploads,
        provider=provider,
        motion=motion,
        origin=origin_of(interaction),
        spot=spot_of(interaction),
    )


def spot_of(interaction: discord.Interaction) -> Spot:
    """What can be posted where the command was sent; slowmode does not hold bots up.

    Raises ``PermissionsMissing`` or ``Refusal`` where the bot could not post at all.
    """
    may = interaction.app_permissions
    channel = interaction.channel
    kind = channel.type if channel else None
    needed = {
        "view_channel": may.view_channel,
        "send_messages_in_threads": may.send_messages_in_threads or kind not in _THREADS,
        "send_messages": may.send_messages or kind in _THREADS,
        "attach_files": may.attach_files,
        "embed_links": may.embed_links,
        "read_message_history": may.read_message_history,
    }
    missing = [name for name, there in needed.items() if not there]
    if missing:
        raise PermissionsMissing(missing)
    if isinstance(channel, discord.Thread):
        _check_let_in(interaction, channel)
        return Spot(Threads.INSIDE, parent_id=_stand_in(channel))
    if kind not in _THREAD_PARENTS:
        return Spot(Threads.NONE)
    return Spot(missing=tuple(name for name in _FOR_THREADS if not getattr(may, name)))


def _check_let_in(interaction: discord.Interaction, thread: discord.Thread) -> None:
    """Discord tells of private threads only to who is in them, or may manage threads."""
    server = interaction.guild
    if not thread.is_private() or server is None or server.unavailable or interaction.app_permissions.manage_threads:
        return
    if server.get_thread(thread.id) is None:
        raise Refusal([Sentence("places-private")])


def _stand_in(thread: discord.Thread) -> int | None:
    """The channel around the thread; what is said in private does not go there, and a forum takes no messages."""
    parent = thread.parent
    return parent.id if parent and parent.type in _THREAD_PARENTS and not thread.is_private() else None


def origin_of(interaction: discord.Interaction) -> Origin:
    """As whom and from where, as Discord says with this very interaction; an unknown channel is open to all ages."""
    channel = interaction.channel
    home = channel.parent if isinstance(channel, discord.Thread) else channel
    ids = {interaction.channel_id}
    if isinstance(channel, discord.Thread):
        ids.add(channel.parent_id)
    if isinstance(home, discord.abc.GuildChannel):
        ids.add(home.category_id)
    return Origin(
        role_ids=role_ids_of(interaction.user),
        place_ids=frozenset(filter(None, ids)),
        age_restricted=isinstance(home, _AGE_RESTRICTABLE) and home.is_nsfw(),
    )

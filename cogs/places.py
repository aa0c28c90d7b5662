"""Where a command was sent from, and what the bot may do there."""

from typing import Final

import discord

from cogs.authority import role_ids_of
from cogs.errors import PermissionsMissing
from storage.quota_records import Origin

_THREAD_PARENTS: Final = {discord.ChannelType.text, discord.ChannelType.news}
_THREADS: Final = {
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
}
_AGE_RESTRICTABLE: Final = (
    discord.TextChannel,
    discord.VoiceChannel,
    discord.StageChannel,
    discord.ForumChannel,
)


def check_place(interaction: discord.Interaction) -> bool:
    """Whether the result can have its own thread; ``PermissionsMissing`` where the bot could not post it at all."""
    may = interaction.app_permissions
    kind = interaction.channel.type if interaction.channel else None
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
    return kind in _THREAD_PARENTS and may.create_public_threads and may.send_messages_in_threads


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

"""What the bot asks for when it is invited."""

from typing import Final

NEEDED: Final = (
    "view_channel",
    "send_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "create_public_threads",
    "send_messages_in_threads",
)
"""By discord.py's names; the invite link in the README carries the number that they make."""

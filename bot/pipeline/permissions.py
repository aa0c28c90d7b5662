"""What the bot asks for when it is invited."""

from collections.abc import Container
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


def missing(granted: Container[str]) -> list[str]:
    """What is needed and not among the permissions that are ``granted``."""
    return [name for name in NEEDED if name not in granted]

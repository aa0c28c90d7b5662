"""Stillmotion, a Discord bot that turns pictures into videos."""

from typing import Final

VERSION: Final = "0.1.0"
"""The same as in ``pyproject.toml``, which is not there where the bot runs."""

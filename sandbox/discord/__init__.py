"""A simulated Discord on loopback: SimCord's world behind a real REST API, CDN and gateway.

The bot is another process that uses discord.py unchanged; see `SimulatedDiscord`.
"""

from sandbox.discord.faults import Fault, Faults, RecordedRequest
from sandbox.discord.server import BOT_TOKEN, SimulatedDiscord
from sandbox.discord.views import AttachmentView, Invocation, MessageView

__all__ = [
    "BOT_TOKEN",
    "AttachmentView",
    "Fault",
    "Faults",
    "Invocation",
    "MessageView",
    "RecordedRequest",
    "SimulatedDiscord",
]

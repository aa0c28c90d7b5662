"""Jobs, balances and settings as a busy server has them, for the scenes."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Final

import discord
from PIL import Image

from bot.media.fitting import Fit
from bot.pipeline.reports import MadeReport
from bot.pipeline.routes import Menu
from providers.catalog import Catalog, load
from sandbox.demo import sample_photograph
from storage.quota_records import Action, Allowance, Block, Change, Draft, Entry, Grant, Holder, Server, Usage
from storage.records import Job
from storage.states import JobState

NOW: Final = datetime(2026, 3, 11, 15, 20, tzinfo=UTC)
"""When the scenes are seen: a Wednesday afternoon."""

MODEL: Final = "Kling 2.5 Turbo"
PROMPT: Final = "The flag behind her waves slowly, she turns her head and smiles"
REASON: Final = "winner of the film night"
COMMANDS: Final = ("animate", "models", "help", "status", "usage show", "jobs list", "jobs cancel", "jobs resend")
"""Commands whose names are links."""

CLIENTS: Final = ("kling", "aimlapi", "ezmodel", "ai302")


@dataclass(frozen=True)
class Cast:
    """Discord's ids of who and what the messages name."""

    server: int = 10
    alice: int = 11
    bob: int = 12
    mia: int = 13
    films: int = 20
    lounge: int = 21
    log: int = 22
    painters: int = 30
    moderators: int = 31


@cache
def catalogue() -> Catalog:
    return load()


@cache
def photograph(height: int = 320) -> bytes:
    """The upper part of the demo's photograph, which is 512 pixels wide."""
    content = io.BytesIO()
    with Image.open(io.BytesIO(sample_photograph())) as picture:
        picture.crop((0, 0, 512, height)).save(content, "JPEG", quality=88)
    return content.getvalue()


@dataclass(frozen=True)
class Samples:
    """Sample records around ``cast``.

    ``commands`` are Discord's ids of ``COMMANDS``, ``report`` is that of a month, ``previews`` are of a picture to be
    fitted.
    """

    cast: Cast
    commands: Mapping[str, int]
    report: MadeReport
    previews: Mapping[Fit, bytes]

    @property
    def catalog(self) -> Catalog:
        return catalogue()

    @property
    def menu(self) -> Menu:
        return Menu(catalogue(), CLIENTS)

    def file(self, name: str) -> discord.File:
        """The picture of all cards."""
        return discord.File(io.BytesIO(photograph()), name)

    def job(self, state: JobState = JobState.QUEUED, **changes: Any) -> Job:
        """Alice's, as it stands a minute after the order."""
        ordered = NOW - timedelta(seconds=70)
        ordinary: dict[str, Any] = {
            "id": "8c4be7d2a9f14f0f9a3d5be3c1f7e602",
            "interaction_id": 1,
            "server_id": self.cast.server,
            "channel_id": self.cast.films,
            "member_id": self.cast.alice,
            "in_thread": True,
            "seeks_thread": False,
            "pinned": False,
            "request": {"model": "kling-v2-5-turbo", "prompt": PROMPT, "duration": 5, "mode": "pro"},
            "model": "kling-v2-5-turbo",
            "provider": "kling",
            "provider_model": "kling-v2-5-turbo",
            "credits": 35,
            "expected_seconds": 150,
            "callback_token": "",
            "state": state,
            "attempts": 1,
            "created_at": ordered,
            "changed_at": ordered + timedelta(seconds=10),
            "due_at": NOW,
            "revision": 1,
            "shown_revision": 1,
            "card_due_at": NOW,
            "card_message_id": 500,
        }
        nothing = {one.name: None for one in fields(Job) if one.name not in ordinary}
        return Job(**(nothing | ordinary | changes))

    def done(self, **changes: Any) -> Job:
        """A delivered one."""
        made = {"result_channel_id": 501, "result_message_id": 502, "delivered_at": NOW, "thread_id": 501}
        return self.job(JobState.DELIVERED, **(made | changes))

    def full(self, **changes: Any) -> Job:
        """One with as many options as fit together."""
        request = {
            "model": "kling-v1-6",
            "prompt": PROMPT,
            "negative_prompt": "blur, text, extra fingers",
            "duration": 10,
            "mode": "pro",
            "cfg_scale": 0.7,
            "camera": "zoom",
            "camera_value": -4,
            "aspect_ratio": "16:9",
            "sound": True,
            "voices": ["first", "second"],
            "watermark": True,
        }
        return self.job(request=request, model="kling-v1-6", credits=98, **changes)

    def usage(self, limit: Any = 200, used: int = 84, **changes: Any) -> Usage:
        ordinary: dict[str, Any] = {
            "allowance": Allowance(Holder.SERVER, self.cast.server, limit),
            "used": used,
            "spent": max(0, used - 35),
            "held": 35,
            "window_start": NOW.replace(hour=0, minute=0),
            "renews_at": NOW.replace(hour=0, minute=0) + timedelta(days=1),
        }
        return Usage(**(ordinary | changes))

    def grants(self) -> tuple[Grant, ...]:
        return (
            Grant(1, 60, 60, NOW + timedelta(days=12), REASON),
            Grant(2, 25, 10, None, ""),
        )

    def block(self, until: datetime | None = None) -> Block:
        return Block(self.cast.bob, until, "posted the same picture forty times", self.cast.mia, NOW)

    def server(self, **changes: Any) -> Server:
        return Server(**({"server_id": self.cast.server, "allowance": 200} | changes))

    def draft(self, credits: int) -> Draft:
        return Draft("draft", self.cast.server, self.cast.alice, credits, {}, NOW + timedelta(minutes=10))

    def change(self, action: Action, before: Mapping[str, Any], after: Mapping[str, Any], **changes: Any) -> Change:
        """One that Mia made."""
        ordinary: dict[str, Any] = {
            "id": 731,
            "at": NOW - timedelta(minutes=3),
            "server_id": self.cast.server,
            "actor_id": self.cast.mia,
            "action": action,
            "member_id": None,
            "role_id": None,
            "before": before,
            "after": after,
            "reason": "",
        }
        return Change(**(ordinary | changes))

    def entry(self, id: int, kind: str, **changes: Any) -> Entry:  # noqa: A002
        ordinary: dict[str, Any] = {
            "id": id,
            "at": NOW - timedelta(minutes=7 * (9000 - id)),
            "kind": kind,
            "member_id": self.cast.alice,
            "grant_id": 0,
            "job_id": None,
            "added": 0,
            "held": 0,
            "spent": 0,
            "actor_id": None,
            "reason": "",
        }
        return Entry(**(ordinary | changes))

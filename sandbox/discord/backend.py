"""SimCord's state of a Discord, moved to real time and loopback addresses, with rules that SimCord leaves out."""

import hashlib
import hmac
import mimetypes
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from simcord._clock import Clock
from simcord.backend import Backend
from simcord.backend.cdn import CdnStore
from simcord.backend.errors import BackendError
from simcord.backend.models import Channel, Message
from simcord.enums import ChannelType

HAS_THREAD = 1 << 5
LINK_LIFE = timedelta(hours=24)


class LiveClock(Clock):
    """Real time; `advance` adds to it, so that a test can let tokens and links run out."""

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.elapsed)


class LoopbackCdn(CdnStore):
    """Attachments under addresses that can be fetched, signed and expiring as Discord's are (facts/discord.md 2.6)."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.base = ""
        self._clock = clock
        self._key = secrets.token_bytes(16)

    def store_attachment(
        self, attachment_id: int, channel_id: int, filename: str, data: bytes, description: str | None
    ) -> dict[str, Any]:
        path = f"/attachments/{channel_id}/{attachment_id}/{quote(filename)}"
        issued = self._clock.now()
        expires = f"{int((issued + LINK_LIFE).timestamp()):x}"
        url = f"{self.base}{path}?ex={expires}&is={int(issued.timestamp()):x}&hm={self._signature(path, expires)}"
        self._blobs[url] = data
        return {
            "id": str(attachment_id),
            "filename": filename,
            "description": description,
            "size": len(data),
            "url": url,
            "proxy_url": url,
            "content_type": mimetypes.guess_type(filename)[0] or "application/octet-stream",
        }

    def _signature(self, path: str, expires: str) -> str:
        return hmac.new(self._key, f"{path}?{expires}".encode(), hashlib.sha256).hexdigest()

    def fetch(self, url: str, expires: str) -> bytes | None:
        """The bytes behind a complete address, or None when it is unknown, altered or expired."""
        blob = self.get(url)
        if blob is None or int(expires or "0", 16) <= self._clock.now().timestamp():
            return None
        return blob


class LiveBackend(Backend):
    """SimCord's backend plus thread rules of facts/discord.md 2.5 that it does not know."""

    cdn: LoopbackCdn

    def __init__(self) -> None:
        super().__init__(clock=LiveClock())
        self.cdn = LoopbackCdn(self.clock)

    def create_thread(
        self,
        parent_id: int,
        name: str,
        owner_id: int,
        *,
        type: int = ChannelType.PUBLIC_THREAD,  # noqa: A002 - SimCord's name
        auto_archive_duration: int = 1440,
        message_id: int | None = None,
        applied_tags: Iterable[int] = (),
        broadcast: bool = True,
    ) -> Channel:
        if message_id is not None and message_id in self.channels:
            raise BackendError(400, 160004, "A thread has already been created for this message")
        thread = super().create_thread(
            parent_id,
            name,
            owner_id,
            type=type,
            auto_archive_duration=auto_archive_duration,
            message_id=message_id,
            applied_tags=applied_tags,
            broadcast=broadcast and message_id is None,
        )
        if message_id is not None:
            # Discord announces a thread that hangs on a message by the message, not by another one.
            self.messages[parent_id][message_id].flags |= HAS_THREAD
            self.announce_thread_create(thread)
        return thread

    def edit_own_thread(self, channel_id: int, changes: Mapping[str, Any]) -> Channel | None:
        """Rename, archive or revive a thread that the bot itself started, for which it needs no permission.

        None when the channel is no such thread; a locked one stays as it is.
        """
        thread = self.get_channel(channel_id)
        if thread.thread_metadata is None or thread.owner_id != self.bot_user.id:
            return None
        if thread.thread_metadata.locked:
            raise BackendError(400, 160005, "Thread is locked")
        metadata = {key: changes[key] for key in ("archived", "auto_archive_duration") if key in changes}
        named = {"name": changes["name"]} if "name" in changes else {}
        return self.edit_channel(channel_id, named, thread_metadata=metadata)

    def commit_message(self, message: Message, *, broadcast: bool = True) -> Message:
        channel = self.get_channel(message.channel_id)
        if channel.thread_metadata is not None and channel.thread_metadata.archived:
            if channel.thread_metadata.locked:
                raise BackendError(400, 160005, "Thread is locked")
            self.edit_channel(channel.id, {}, thread_metadata={"archived": False})
        return super().commit_message(message, broadcast=broadcast)

    def edit_message(self, channel_id: int, message_id: int, fields: dict[str, Any]) -> Message:
        metadata = self.get_channel(channel_id).thread_metadata
        if metadata is not None and metadata.archived:
            raise BackendError(400, 50083, "Thread is archived")
        return super().edit_message(channel_id, message_id, fields)

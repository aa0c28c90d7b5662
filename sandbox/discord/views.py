"""What a test sees of the simulated Discord: messages as a member reads them, and answers to interactions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simcord.backend.models import Interaction, Message

from sandbox.discord.backend import LiveBackend
from sandbox.discord.changes import Changes

LOADING = 1 << 7
# Where embeds and components keep text that is read, in the order in which it is shown.
TEXT_KEYS = (
    "author", "title", "name", "value", "description", "fields", "footer", "text",
    "content", "label", "components", "component", "accessory", "items",
)  # fmt: skip
FIRST_ANSWER_SECONDS = 3.0


@dataclass(frozen=True)
class AttachmentView:
    """A file of a message, with its bytes."""

    filename: str
    url: str
    content_type: str
    data: bytes


@dataclass(frozen=True)
class MessageView:
    """A message at one moment; `mentions` are the members whom it notified."""

    id: int
    channel_id: int
    author_id: int
    content: str
    embeds: tuple[dict[str, Any], ...]
    components: tuple[dict[str, Any], ...]
    attachments: tuple[AttachmentView, ...]
    nonce: str | None
    mentions: tuple[int, ...]
    mention_everyone: bool
    ephemeral: bool
    loading: bool
    created_at: datetime
    edited_at: datetime | None

    @property
    def text(self) -> str:
        """Everything that can be read in the message, from top to bottom, one piece per line."""
        pieces = [self.content]
        for part in (*self.embeds, *self.components):
            pieces += _texts(part)
        return "\n".join(piece for piece in pieces if piece)

    @property
    def buttons(self) -> tuple[dict[str, Any], ...]:
        return tuple(item for item in _walk(list(self.components)) if item.get("type") == 2)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
    elif isinstance(node, dict):
        for key in TEXT_KEYS:
            yield from _texts(node.get(key))


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from _walk(item)


def view_message(backend: LiveBackend, message: Message, nonce: str | None) -> MessageView:
    return MessageView(
        id=message.id,
        channel_id=message.channel_id,
        author_id=message.author_id,
        content=message.content,
        embeds=tuple(message.embeds),
        components=tuple(message.components),
        attachments=tuple(_view_attachment(backend, item) for item in message.attachments),
        nonce=nonce,
        mentions=tuple(message.ping_user_ids),
        mention_everyone=message.mention_everyone,
        ephemeral=message.is_ephemeral,
        loading=bool(message.flags & LOADING),
        created_at=datetime.fromisoformat(message.timestamp),
        edited_at=datetime.fromisoformat(message.edited_timestamp) if message.edited_timestamp else None,
    )


def _view_attachment(backend: LiveBackend, item: dict[str, Any]) -> AttachmentView:
    data = backend.cdn.get(item["url"])
    assert data is not None, f"{item['url']} was never stored"
    return AttachmentView(item["filename"], item["url"], item["content_type"], data)


class Invocation:
    """What a member did (a command, a click) and what the bot has answered so far."""

    def __init__(self, backend: LiveBackend, changes: Changes, record: Interaction, dispatched_at: float) -> None:
        self._backend = backend
        self._changes = changes
        self._record = record
        self._dispatched_at = dispatched_at
        self.answered_at: float | None = None

    @property
    def id(self) -> int:
        return self._record.id

    @property
    def acknowledged(self) -> bool:
        return self._record.responded

    @property
    def deferred(self) -> bool:
        """The bot is still "thinking": it deferred and has not filled the answer in."""
        return self._record.deferred and (self._record.message_id is None or self._record.loading)

    @property
    def ephemeral(self) -> bool:
        return self._record.ephemeral

    @property
    def modal(self) -> dict[str, Any] | None:
        return self._record.modal

    @property
    def first_answer_seconds(self) -> float | None:
        """From the event's dispatch to the arrival of the first answer, on the monotonic clock."""
        return None if self.answered_at is None else self.answered_at - self._dispatched_at

    @property
    def message(self) -> MessageView | None:
        """The original answer, filled in or still loading; None while there is none or after it was deleted."""
        return self._view(self._record.message_id)

    @property
    def followups(self) -> tuple[MessageView, ...]:
        views = (self._view(message_id) for message_id in self._record.followup_ids)
        return tuple(view for view in views if view is not None)

    async def acknowledgement(self, timeout: float = FIRST_ANSWER_SECONDS + 0.2) -> "Invocation":  # noqa: ASYNC109
        """Wait for the first answer of any kind; TimeoutError is Discord's "The application did not respond"."""
        await self._changes.until(lambda: self.acknowledged, timeout, "the application did not respond")
        return self

    async def answer(self, timeout: float = 10.0) -> MessageView:  # noqa: ASYNC109
        """Wait until the member can read the answer: sent at once, or deferred and then filled in."""
        await self.acknowledgement(min(timeout, FIRST_ANSWER_SECONDS + 0.2))
        return await self._changes.until(self._readable, timeout, "the bot deferred and never filled its answer in")

    async def choices(self) -> list[dict[str, Any]]:
        """The offers of an autocompletion."""
        await self.acknowledgement()
        return list(self._record.autocomplete_choices or [])

    def _readable(self) -> MessageView | None:
        view = self.message
        return None if view is None or view.loading else view

    def _view(self, message_id: int | None) -> MessageView | None:
        message = self._backend.messages.get(self._record.channel_id, {}).get(message_id or 0)
        return None if message is None else view_message(self._backend, message, None)

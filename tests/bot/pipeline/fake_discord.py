"""A working fake of Discord behind the ``Messenger`` protocol, for tests of the pipeline."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from bot.pipeline.messenger import Hold, Link, Parcel, Posted, TooLarge
from storage.quota_records import Change
from storage.records import Job


@dataclass
class FakeDiscord:
    """Keeps what was posted for each job and change. ``fail`` gives an error to the next call of a method."""

    cards: dict[str, list[str]] = field(default_factory=dict)
    threads: dict[str, int] = field(default_factory=dict)
    results: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    links: dict[str, str | None] = field(default_factory=dict)
    posts: int = 0
    changes: dict[int, tuple[int, Change]] = field(default_factory=dict)
    largest: int = 20 * 1024 * 1024
    of_members: set[int] = field(default_factory=set)
    failures: dict[str, list[Exception]] = field(default_factory=dict)
    _ids: Iterator[int] = field(default_factory=lambda: count(1000))

    def fail(self, method: str, *errors: Exception) -> None:
        self.failures.setdefault(method, []).extend(errors)

    def _raise_failure(self, method: str) -> None:
        if self.failures.get(method):
            raise self.failures[method].pop(0)

    async def post_card(self, job: Job, picture: bytes, hold: Hold) -> int:
        self._raise_failure("post_card")
        await hold()
        assert picture.startswith(b"\xff\xd8")
        self.cards.setdefault(job.id, []).append(job.state)
        return int(job.id[:8], 16)

    async def edit_card(self, job: Job) -> None:
        self._raise_failure("edit_card")
        self.cards[job.id].append(job.state)

    async def open_thread(self, job: Job, *, of_member: bool = False) -> int:
        self._raise_failure("open_thread")
        assert job.card_message_id is not None
        if of_member:
            self.of_members.add(job.card_message_id)
        return self.threads.setdefault(job.id, job.card_message_id)

    async def find_result(self, job: Job) -> Posted | None:
        self._raise_failure("find_result")
        return self._posted(job) if job.id in self.results else None

    def _posted(self, job: Job) -> Posted:
        return Posted(self.results[job.id][0], job.thread_id or job.channel_id, self.links[job.id])

    async def result_stands(self, job: Job) -> bool:
        self._raise_failure("result_stands")
        return job.id in self.results

    async def post_result(self, job: Job, parcel: Parcel, hold: Hold) -> Posted:
        self._raise_failure("post_result")
        if found := await self.find_result(job):
            return found
        await hold()
        if isinstance(parcel.content, Link):
            content, link = b"", parcel.content.address
        else:
            content, link = await asyncio.to_thread(parcel.content.read_bytes), None
        if len(content) > self.largest:
            raise TooLarge(f"{len(content)} bytes")
        self.posts += 1
        self.results.setdefault(job.id, (next(self._ids), content))
        self.links.setdefault(job.id, link)
        self._raise_failure("after_post_result")
        return self._posted(job)

    async def delete_result(self, job: Job) -> None:
        self._raise_failure("delete_result")
        self.results.pop(job.id)

    async def post_change(self, change: Change, channel_id: int, _flagged: Job | None = None) -> None:
        self._raise_failure("post_change")
        self.changes.setdefault(change.id, (channel_id, change))
        self._raise_failure("after_post_change")

    def upload_limit(self, _job: Job) -> int:
        return self.largest

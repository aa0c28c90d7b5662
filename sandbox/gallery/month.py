"""A month of a server, as ``/quota report`` shows it."""

import random
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Final

from bot import look
from bot.media import plots
from bot.pipeline.reports import Draw, MadeReport, Reports
from languages.speech import speaking
from sandbox.gallery.samples import NOW, Cast, catalogue
from storage.quota_records import Entry, MadeVideo, Report
from storage.quotas import Quotas
from storage.states import JobState

_DAYS: Final = 28
_MODELS: Final = (("kling-v2-5-turbo", 21), ("kling-v2-5-turbo", 42), ("kling-v3", 60), ("kling-v2-1", 28))
_NAMES: Final = ("Alice", "Noor", "Jun", "Zoë", "Ravi", "Ana", "Bob")


class _Month(Quotas):
    """Quotas of a server of which nothing but its videos of the last weeks is known."""

    def __init__(self, member_ids: Collection[int]) -> None:
        self._member_ids = list(member_ids)

    async def report(self, server_id: int, start: datetime, end: datetime) -> Report:
        chance = random.Random(7)  # noqa: S311
        videos = [_video(chance, start + timedelta(days=day), self._member_ids) for day in range(_DAYS) for _ in "1234"]
        return Report(server_id, start, end, "Europe/Berlin", tuple(videos))

    async def entries(self, server_id: int, start: datetime, end: datetime) -> list[Entry]:  # noqa: ARG002
        return []


def _video(chance: random.Random, day: datetime, member_ids: list[int]) -> MadeVideo:
    model, credits = chance.choice(_MODELS)
    member = member_ids[min(int(chance.expovariate(0.9)), len(member_ids) - 1)]
    at = day + timedelta(hours=chance.uniform(0, 23))
    if chance.random() < 0.08:
        return MadeVideo(at, member, model, JobState.FAILED, credits)
    return MadeVideo(at, member, model, JobState.DELIVERED, credits, chance.uniform(70, 260))


async def month(cast: Cast, language: str, draw: Draw = plots.draw) -> MadeReport:
    """The report in this language."""
    members = dict(zip((cast.alice, *range(1001, 1006), cast.bob), _NAMES, strict=True))

    async def names(_: int, __: Collection[int]) -> Mapping[int, str]:
        return members

    with speaking(language):
        reports = Reports(_Month(members), catalogue(), names, draw=draw)
        return await reports.make(cast.server, NOW - timedelta(days=_DAYS), NOW, look.report_words())

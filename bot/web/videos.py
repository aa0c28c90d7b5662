"""``GET /videos/{token}/{name}.mp4``: a video that its server does not take, for those who have read the link to it."""

import asyncio
import hmac
from pathlib import Path
from typing import Final

from aiohttp import hdrs, web
from yarl import URL

from bot.pipeline.links import file_name, token_of
from storage.store import Store

_HEADERS: Final = {
    hdrs.CONTENT_TYPE: "video/mp4",
    hdrs.CACHE_CONTROL: "private, max-age=3600",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class Videos:
    """Gives the videos in ``folder`` whose results hold a link, whole or in ranges; all else is answered by 404.

    ``public_url`` is where a proxy serves the bot: its path, if it has one, may have been taken off by it or not.
    """

    def __init__(self, *, store: Store, folder: Path, public_url: str | None = None) -> None:
        self._store = store
        self._folder = folder
        self._prefixes = dict.fromkeys(("", URL(public_url or "").raw_path.rstrip("/")))

    @property
    def routes(self) -> list[web.RouteDef]:
        place = r"/videos/{token:\w+}/stillmotion-{job_id:\w+}.mp4"
        return [web.get(f"{prefix}{place}", self._asked) for prefix in self._prefixes]

    async def _asked(self, request: web.Request) -> web.StreamResponse:
        job = await self._store.job(request.match_info["job_id"])
        expected = (token_of(job) if job else "no such job").encode()
        right = hmac.compare_digest(request.match_info["token"].encode(), expected)
        if not right or job is None or job.erased or job.link is None:
            return web.Response(status=404)
        video = self._folder / f"{job.id}.mp4"
        if not await asyncio.to_thread(video.is_file):  # its time is over, or it lies on another machine
            return web.Response(status=404)
        inline = f'inline; filename="{file_name(job)}"'
        return web.FileResponse(video, headers=_HEADERS | {hdrs.CONTENT_DISPOSITION: inline})

"""Links to videos over real HTTP."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.pipeline.links import Links, token_of
from bot.web.videos import Videos
from storage.records import Job, NewJob
from storage.store import Store
from tests.bot.web.conftest import Door
from tests.conftest import ManualClock
from tests.storage.conftest import submitting

FILM = bytes(range(256)) * 40
KEEP = timedelta(days=30)


async def delivered(store: Store, new: NewJob, clock: ManualClock, link: str | None) -> Job:
    claim = await submitting(store, new)
    await store.submitted(claim.job, f"task-{new.id}", look_at=clock())
    await store.give_back(claim)
    (claim,) = await store.claim_to_watch(new.provider, limit=1)
    claim = await store.video_ready(claim, "https://films.invalid/film.mp4")
    return (await store.delivered(claim, 5, channel_id=6, link=link)).job


@pytest.fixture
async def linked(store: Store, new_job: Callable[..., NewJob], clock: ManualClock, tmp_path: Path) -> Job:
    """A job whose result holds a link, and its film beside a secret one."""
    (tmp_path / "secret.mp4").write_bytes(b"secret")
    job = await delivered(store, new_job(callback_token="callback-token"), clock, "https://bot.invalid/videos/…")
    (tmp_path / f"{job.id}.mp4").write_bytes(FILM)
    return job


def path_of(job: Job, public_url: str = "https://bot.invalid") -> str:
    return urlsplit(Links(public_url, KEEP).address(job)).path


@pytest.fixture
async def door(open_door, store: Store, tmp_path: Path) -> Door:
    opened: Door = await open_door(store, videos=Videos(store=store, folder=tmp_path))
    return opened


@pytest.fixture
async def ask(door: Door):
    """Asks for a path; the status, the headers and the body of the answer."""
    async with aiohttp.ClientSession(door.base) as session:

        async def ask_(path: str, method: str = "GET", **headers: str):
            async with session.request(method, path, headers=headers, allow_redirects=False) as answer:
                return answer.status, answer.headers, await answer.read()

        yield ask_


async def test_the_link_gives_the_video_for_a_player(ask, linked: Job):
    status, headers, body = await ask(path_of(linked))
    assert (status, body) == (200, FILM)
    assert headers["Content-Type"] == "video/mp4"
    assert headers["Content-Disposition"] == f'inline; filename="stillmotion-{linked.id}.mp4"'
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Robots-Tag"].startswith("noindex")
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"].startswith("private")


@pytest.mark.parametrize(
    ("wanted", "content", "told"),
    [
        ("bytes=0-99", FILM[:100], "bytes 0-99/10240"),
        ("bytes=10000-", FILM[10000:], "bytes 10000-10239/10240"),
        ("bytes=-5", FILM[-5:], "bytes 10235-10239/10240"),
    ],
)
async def test_players_may_ask_for_parts(ask, linked: Job, wanted, content, told):
    status, headers, body = await ask(path_of(linked), Range=wanted)
    assert (status, body, headers["Content-Range"]) == (206, content, told)
    assert headers["Content-Type"] == "video/mp4"


async def test_a_part_that_is_not_there_is_refused(ask, linked: Job):
    status, headers, _ = await ask(path_of(linked), Range="bytes=20000-")
    assert (status, headers["Content-Range"]) == (416, "bytes */10240")


async def test_what_has_not_changed_is_not_sent_again(ask, linked: Job):
    _, first, _ = await ask(path_of(linked))
    assert (await ask(path_of(linked), **{"If-None-Match": first["ETag"]}))[0] == 304
    status, headers, body = await ask(path_of(linked), "HEAD")
    assert (status, headers["Content-Length"], body) == (200, str(len(FILM)), b"")


async def test_only_the_token_of_the_job_opens_it(ask, linked: Job):
    token, name = token_of(linked), f"stillmotion-{linked.id}.mp4"
    for path in (
        f"/videos/{linked.callback_token}/{name}",
        f"/videos/{token[:-1]}/{name}",
        f"/videos/{token}0/{name}",
        f"/videos/{token}/stillmotion-{'0' * 32}.mp4",
        f"/videos/{token}/{linked.id}.mp4",
        f"/videos/{token}/secret.mp4",
        f"/videos/{token}/..%2fsecret.mp4",
        f"/videos/{token}/stillmotion-..%2f{linked.id}.mp4",
        f"/videos/{token}/",
        f"/videos/{'ü' * 64}/{name}",
        "/videos/",
    ):
        assert (await ask(path))[0] == 404, path
    assert (await ask(path_of(linked), "POST"))[0] == 405
    assert linked.callback_token not in path_of(linked)


async def test_a_video_that_discord_holds_itself_has_no_link(
    ask, store: Store, new_job: Callable[..., NewJob], clock: ManualClock, tmp_path: Path
):
    job = await delivered(store, new_job(), clock, None)
    (tmp_path / f"{job.id}.mp4").write_bytes(FILM)
    assert (await ask(path_of(job)))[0] == 404


async def test_the_link_ends_with_the_file(ask, linked: Job, tmp_path: Path):
    (tmp_path / f"{linked.id}.mp4").unlink()
    assert (await ask(path_of(linked)))[0] == 404


@pytest.mark.parametrize("taken_off", [True, False])
async def test_a_proxy_may_serve_it_below_a_path(open_door, store: Store, linked: Job, tmp_path: Path, taken_off: bool):
    public_url = "https://bots.invalid/bots/stillmotion/"
    door = await open_door(store, videos=Videos(store=store, folder=tmp_path, public_url=public_url))
    path = path_of(linked, public_url)
    assert path.startswith("/bots/stillmotion/videos/")
    async with aiohttp.ClientSession() as session:
        asked = door.base + (path.removeprefix("/bots/stillmotion") if taken_off else path)
        async with session.get(asked) as answer:
            assert (answer.status, await answer.read()) == (200, FILM)

"""A download that breaks off goes on where it broke off, or begins anew; bytes of two files are never joined."""

import asyncio

import pytest

from bot.media import download
from bot.media.download import DownloadBroken, Downloader, DownloadSlow, DownloadTooLarge
from tests.bot.media.origins import SIGNED, Answer, Origin, answered, assert_nothing_left, whole

FILM = bytes(range(256)) * 400


class Breaking:
    """Gives ``FILM`` in pieces, breaking off after each; ``headers`` name its version."""

    def __init__(self, origin: Origin, headers: str, *, piece: int = 30_000, ranges: bool = True) -> None:
        self._origin = origin
        self._headers = headers
        self._piece = piece
        self._ranges = ranges

    @property
    def _wanted(self) -> int:
        lines = self._origin.heads[-1].splitlines()
        return next((int(line.split("=")[1].rstrip("-")) for line in lines if line.startswith("Range:")), 0)

    async def __call__(self, writer: asyncio.StreamWriter) -> None:
        start = self._wanted if self._ranges else 0
        rest = FILM[start:]
        status = (
            f"206 Partial Content\r\nContent-Range: bytes {start}-{len(FILM) - 1}/{len(FILM)}" if start else "200 OK"
        )
        await answered(f"{status}\r\nContent-Length: {len(rest)}\r\n{self._headers}", rest[: self._piece])(writer)


@pytest.mark.parametrize("version", ['ETag: "one"', "Last-Modified: Sat, 10 Jan 2026 10:00:00 GMT"])
async def test_a_broken_download_goes_on_where_it_broke_off(origin, downloader, target, version):
    origin.answers["/v.mp4"] = Breaking(origin, version)

    assert await downloader.fetch(f"{origin.base}/v.mp4{SIGNED}", target) == len(FILM)

    assert target.read_bytes() == FILM
    asked = [[line for line in head.splitlines() if "ange:" in line] for head in origin.heads]
    name = version.partition(": ")[2]
    assert asked == [
        [],
        *([f"Range: bytes={start}-", f"If-Range: {name}"] for start in (30_000, 60_000, 90_000)),
    ]
    assert all(head.startswith(f"GET /v.mp4{SIGNED} ") for head in origin.heads)


@pytest.mark.parametrize("version", ["X-Nothing: 1", 'ETag: W/"weak"'])
async def test_without_a_version_nothing_is_joined(origin, downloader, target, version):
    origin.answers["/v.mp4"] = Breaking(origin, version)
    with pytest.raises(DownloadBroken):
        await downloader.fetch(f"{origin.base}/v.mp4", target)
    assert len(origin.heads) == 1
    assert_nothing_left(target)


async def test_a_file_that_changed_meanwhile_is_taken_from_its_beginning(origin, downloader, target):
    answers: list[Answer] = [Breaking(origin, 'ETag: "one"'), whole(b"another file")]

    async def answer(writer: asyncio.StreamWriter) -> None:
        await answers.pop(0)(writer)

    origin.answers["/v.mp4"] = answer
    assert await downloader.fetch(f"{origin.base}/v.mp4", target) == 12
    assert target.read_bytes() == b"another file"


@pytest.mark.parametrize(
    "head",
    [
        "206 Partial Content\r\nContent-Range: bytes 0-9/10",
        "206 Partial Content\r\nContent-Range: bytes 3-9/10",
        "206 Partial Content",
        "416 Range Not Satisfiable",
    ],
)
async def test_a_rest_that_does_not_fit_is_not_joined(origin, downloader, target, head):
    answers: list[Answer] = [Breaking(origin, 'ETag: "one"'), answered(f"{head}\r\nContent-Length: 3", b"abc")]

    async def answer(writer: asyncio.StreamWriter) -> None:
        await answers.pop(0)(writer)

    origin.answers["/v.mp4"] = answer
    with pytest.raises(DownloadBroken):
        await downloader.fetch(f"{origin.base}/v.mp4", target)
    assert_nothing_left(target)


def dripping(origin: Origin, headers: str) -> Answer:
    """Gives half of the film at once, and then a byte now and then."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        await Breaking(origin, headers, piece=len(FILM) // 2)(writer)
        while not writer.is_closing():
            writer.write(FILM[:1])
            await writer.drain()
            await asyncio.sleep(0.02)

    return answer


@pytest.mark.parametrize("bounds", [{"idle_seconds": 0.2}, {"idle_seconds": 5, "total_seconds": 0.5}])
@pytest.mark.parametrize("moved", [False, True])
async def test_a_slow_download_is_broken_off_and_gone_on_with_later(origin, target, bounds, moved):
    """Unless its address is another one by then."""
    origin.answers["/v.mp4"] = dripping(origin, 'ETag: "one"')
    async with Downloader(allow_private_networks=True, **bounds) as downloader:
        with pytest.raises(DownloadSlow):
            await downloader.fetch(f"{origin.base}/v.mp4{SIGNED}", target)
        assert not target.exists()
        half = (target.parent / "video.mp4.part").stat().st_size
        assert half >= len(FILM) // 2
        path = "/moved.mp4" if moved else "/v.mp4"
        origin.answers[path] = Breaking(origin, 'ETag: "one"', piece=len(FILM))
        assert await downloader.fetch(f"{origin.base}{path}?Signature=another", target) == len(FILM)
    assert (f"Range: bytes={half}-" in origin.heads[-1]) != moved
    assert [path.name for path in target.parent.iterdir()] == ["video.mp4"]


@pytest.mark.parametrize("lost", [True, False])
async def test_what_is_no_longer_there_is_not_gone_on_with(origin, target, lost):
    origin.answers["/v.mp4"] = dripping(origin, 'ETag: "one"' if lost else "X-Nothing: 1")
    async with Downloader(allow_private_networks=True, idle_seconds=0.2) as downloader:
        with pytest.raises(DownloadSlow):
            await downloader.fetch(f"{origin.base}/v.mp4", target)
        if lost:
            (target.parent / "video.mp4.part").write_bytes(b"")
        origin.answers["/v.mp4"] = whole(FILM)
        await downloader.fetch(f"{origin.base}/v.mp4", target)
    assert "Range" not in origin.heads[-1]
    assert target.read_bytes() == FILM


async def test_a_server_that_breaks_off_for_ever_is_left(origin, downloader, target):
    origin.answers["/v.mp4"] = Breaking(origin, 'ETag: "one"', piece=1000)
    with pytest.raises(DownloadBroken):
        await downloader.fetch(f"{origin.base}/v.mp4", target)
    assert len(origin.heads) == download.MAX_RESUMES + 1
    assert_nothing_left(target)


async def test_the_pieces_together_are_bounded_too(origin, target):
    origin.answers["/v.mp4"] = Breaking(origin, 'ETag: "one"')
    async with Downloader(allow_private_networks=True, max_bytes=len(FILM) - 1) as downloader:
        with pytest.raises(DownloadTooLarge):
            await downloader.fetch(f"{origin.base}/v.mp4", target)
    assert_nothing_left(target)

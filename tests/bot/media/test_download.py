import asyncio
import logging
import socket
import traceback

import pytest
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.media import download
from bot.media.addresses import AddressRules
from bot.media.download import (
    DownloadBroken,
    Downloader,
    DownloadError,
    DownloadGone,
    DownloadRefused,
    DownloadTooLarge,
)
from tests.bot.media.origins import SIGNED, answered, assert_nothing_left, redirect, whole

UNREADABLE = ["http://127.0.0.1:abc/v.mp4", "http://127.0.0.1:99999/v.mp4", "http://xn--/v.mp4", "http://[::1]:abc/"]


async def test_a_file_is_fetched_whole(origin, downloader, target):
    body = bytes(range(256)) * 3000
    origin.answers["/v.mp4"] = whole(body)

    assert await downloader.fetch(f"{origin.base}/v.mp4", target) == len(body)

    assert target.read_bytes() == body
    assert [path.name for path in target.parent.iterdir()] == ["video.mp4"]


async def test_a_signed_url_is_sent_as_it_was_signed(origin, downloader, target):
    origin.answers["/a%2Fb~c/v.mp4"] = whole(b"video")

    await downloader.fetch(f"{origin.base}/a%2Fb~c/v.mp4{SIGNED}", target)

    assert origin.heads[0].startswith(f"GET /a%2Fb~c/v.mp4{SIGNED} HTTP/1.1\r\n")


async def test_redirects_are_followed_without_cookies_and_credentials(origin, downloader, target):
    origin.answers["/a"] = redirect("/b?x=%2F")
    origin.answers["/b"] = redirect(f"{origin.base}/c")
    origin.answers["/c"] = whole(b"video")

    assert await downloader.fetch(f"{origin.base}/a", target) == 5

    assert [head.split()[1] for head in origin.heads] == ["/a", "/b?x=%2F", "/c"]
    sent = "".join(origin.heads).lower()
    assert "cookie" not in sent
    assert "authorization" not in sent
    assert "referer" not in sent


async def test_the_sixth_redirect_is_one_too_many(origin, downloader, target):
    origin.answers["/a"] = redirect("/a")

    with pytest.raises(DownloadRefused, match="more than 5 redirects"):
        await downloader.fetch(f"{origin.base}/a", target)
    assert len(origin.heads) == 6


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://127.0.0.1/v.mp4", "https://u:p@127.0.0.1/", "http://[", *UNREADABLE],
)
async def test_a_redirect_to_what_is_no_plain_url_is_refused(origin, downloader, target, location):
    origin.answers["/a"] = redirect(location)

    with pytest.raises(DownloadRefused):
        await downloader.fetch(f"{origin.base}/a", target)


def test_a_redirect_away_from_https_is_refused():
    with pytest.raises(DownloadRefused, match="away from https"):
        download._next(URL("https://cdn.example/v.mp4"), "http://cdn.example/v.mp4")
    assert download._next(URL("https://cdn.example/v.mp4"), "//other.example/w#x") == URL("https://other.example/w")


@pytest.mark.parametrize(
    "location", ["http://[::1]:{port}/b", "http://127.0.0.2:{port}/b", "http://[::ffff:127.0.0.1]:{port}/b"]
)
async def test_each_hop_is_checked(origin, target, monkeypatch, location):
    """With the first server standing for the public network."""
    monkeypatch.setattr(
        download, "PUBLIC", AddressRules(frozenset({"http"}), lambda address: str(address) == "127.0.0.1")
    )
    origin.answers["/a"] = redirect(location.format(port=URL(origin.base).port))
    origin.answers["/b"] = whole(b"private")

    async with Downloader() as downloader:
        with pytest.raises(DownloadRefused, match="not in the public network"):
            await downloader.fetch(f"{origin.base}/a", target)

    assert len(origin.heads) == 1
    assert_nothing_left(target)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "127.1", "2130706433", "0x7f.1"],
)
async def test_this_machine_is_not_connected_to(target, host):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        async with Downloader() as downloader:
            with pytest.raises(DownloadRefused):
                await downloader.fetch(f"https://{host}:{listener.getsockname()[1]}/v.mp4", target)
        with pytest.raises(BlockingIOError):
            listener.accept()


@pytest.mark.parametrize("url", ["http://example.com/v.mp4", "ftp://example.com/v", "video.mp4", "", "https://["])
async def test_only_https_is_fetched(target, url):
    async with Downloader() as downloader:
        with pytest.raises(DownloadRefused):
            await downloader.fetch(url, target)


@pytest.mark.parametrize("url", [*UNREADABLE, f"http://{'a' * 300}.test/", "http://\ud800.test/"])
async def test_what_looks_like_a_url_and_cannot_be_read_is_refused(downloader, target, url):
    with pytest.raises(DownloadRefused):
        await downloader.fetch(url, target)
    assert_nothing_left(target)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (404, DownloadGone), (403, DownloadGone), (410, DownloadGone), (401, DownloadGone), (400, DownloadGone),
        (408, DownloadBroken), (429, DownloadBroken), (500, DownloadBroken), (503, DownloadBroken),
        (204, DownloadBroken),
    ],
)  # fmt: skip
async def test_the_status_tells_what_to_do(origin, downloader, target, status, error):
    origin.answers["/v.mp4"] = answered(f"{status} Status\r\nContent-Length: 0")

    with pytest.raises(error, match=f"HTTP {status}"):
        await downloader.fetch(f"{origin.base}/v.mp4", target)
    assert_nothing_left(target)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("200 OK\r\nContent-Length: 1000", b"x" * 999),
        ("200 OK\r\nTransfer-Encoding: chunked", b"400\r\nabc"),
        ("200 OK\r\nTransfer-Encoding: chunked", b"3\r\nabc\r\n"),
        ("this is not HTTP", b""),
    ],
)
async def test_a_body_that_ends_early_is_broken(origin, downloader, target, head, body):
    origin.answers["/v.mp4"] = answered(head, body)

    with pytest.raises(DownloadBroken):
        await downloader.fetch(f"{origin.base}/v.mp4", target)
    assert_nothing_left(target)


async def test_a_server_that_hangs_up_or_is_not_there_is_broken(origin, downloader, target):
    async def hang_up(writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    origin.answers["/v.mp4"] = hang_up
    with pytest.raises(DownloadBroken):
        await downloader.fetch(f"{origin.base}/v.mp4", target)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(DownloadBroken):
        await downloader.fetch(f"http://127.0.0.1:{port}/v.mp4", target)
    assert_nothing_left(target)


async def slowly(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(100):
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def silently(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nx")
    await writer.drain()
    await asyncio.sleep(5)


@pytest.mark.parametrize(
    ("answer", "bounds"), [(silently, {"idle_seconds": 0.2}), (slowly, {"total_seconds": 0.5, "idle_seconds": 5})]
)
async def test_a_server_may_neither_pause_nor_drip(origin, target, answer, bounds):
    origin.answers["/v.mp4"] = answer
    started = asyncio.get_running_loop().time()

    async with Downloader(allow_private_networks=True, **bounds) as downloader:
        with pytest.raises(DownloadBroken):
            await downloader.fetch(f"{origin.base}/v.mp4", target)

    assert asyncio.get_running_loop().time() - started < 3
    assert_nothing_left(target)


@pytest.mark.parametrize(
    "head", ["200 OK\r\nContent-Length: 1000001", "200 OK", "200 OK\r\nTransfer-Encoding: chunked"]
)
async def test_too_many_bytes_are_not_kept_whether_announced_or_not(origin, downloader, target, head):
    body = b"x" * 1_000_001
    origin.answers["/v.mp4"] = answered(
        head, b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if "chunked" in head else body
    )

    with pytest.raises(DownloadTooLarge):
        await downloader.fetch(f"{origin.base}/v.mp4", target)
    assert_nothing_left(target)


async def test_cancellation_leaves_nothing_behind(origin, downloader, target):
    origin.answers["/v.mp4"] = silently
    task = asyncio.create_task(downloader.fetch(f"{origin.base}/v.mp4", target))
    while not list(target.parent.iterdir()):  # the file system has no event for it
        await asyncio.sleep(0.01)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert_nothing_left(target)


async def test_an_earlier_video_stays_until_the_new_one_is_whole(origin, downloader, target):
    target.write_bytes(b"earlier")
    origin.answers["/v.mp4"] = answered("200 OK\r\nContent-Length: 1000", b"x")

    with pytest.raises(DownloadBroken):
        await downloader.fetch(f"{origin.base}/v.mp4", target)

    assert target.read_bytes() == b"earlier"


async def test_a_disk_that_cannot_be_written_is_not_the_urls_fault(origin, downloader, tmp_path):
    origin.answers["/v.mp4"] = whole(b"video")

    with pytest.raises(FileNotFoundError):
        await downloader.fetch(f"{origin.base}/v.mp4", tmp_path / "missing" / "video.mp4")


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/gone", answered("403 Forbidden\r\nContent-Length: 0")),
        ("/short", answered("200 OK\r\nContent-Length: 9", b"x")),
        ("/large", answered("200 OK\r\nContent-Length: 99999999")),
        ("/odd", answered("nonsense")),
        ("/pause", silently),
        ("/loop", redirect(f"/loop{SIGNED}")),
        ("/away", redirect(f"ftp://example.com/v{SIGNED}")),
    ],
)
async def test_no_error_and_no_log_line_tells_the_signature(origin, target, caplog, path, answer):
    caplog.set_level(logging.DEBUG)
    origin.answers[path] = answer

    async with Downloader(allow_private_networks=True, max_bytes=1_000_000, idle_seconds=0.2) as downloader:
        with pytest.raises(DownloadError) as caught:
            await downloader.fetch(f"{origin.base}{path}{SIGNED}", target)

    assert "s3cret" not in str(caught.value)
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))
    assert "s3cret" not in caplog.text


async def test_a_host_that_never_answers_is_not_told_with_its_query(target, monkeypatch):
    """aiohttp's own text for this quotes the whole URL."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        address = listener.getsockname()
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(address)
        async with Downloader(allow_private_networks=True, idle_seconds=0.2) as downloader:
            with pytest.raises(DownloadBroken) as caught:
                await downloader.fetch(f"http://127.0.0.1:{address[1]}/v.mp4{SIGNED}", target)
        for filler in fillers:
            filler.close()

    assert str(caught.value).startswith("http://127.0.0.1/v.mp4: ")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


class Changing(AbstractResolver):
    """Another address each time that it is asked, as an attacker's name server gives them."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = list(addresses)

    async def resolve(self, host, port=0, family=socket.AF_UNSPEC):  # noqa: ARG002
        address = self.addresses.pop(0)
        return [
            {"hostname": host, "host": address, "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0},
        ]

    async def close(self) -> None:
        return


async def test_the_address_that_was_checked_is_the_one_connected_to(origin, target, monkeypatch):
    """With this server standing for the public network: a second answer of the name server is never asked for."""
    rules = AddressRules(frozenset({"http"}), lambda address: str(address) == "127.0.0.1")
    monkeypatch.setattr(download, "PUBLIC", rules)
    origin.answers["/v.mp4"] = whole(b"video")
    resolver = Changing("127.0.0.1", "127.0.0.2")

    async with Downloader(resolver=resolver) as downloader:
        url = f"http://films.example:{URL(origin.base).port}/v.mp4"
        assert await downloader.fetch(url, target) == 5
        assert resolver.addresses == ["127.0.0.2"]
        assert "Host: films.example" in origin.heads[0]
        with pytest.raises(DownloadRefused, match=r"films\.example is not in the public network"):
            await downloader.fetch(url, target)
    assert len(origin.heads) == 1


async def test_a_redirect_to_a_name_for_a_private_address_is_refused(origin, target, monkeypatch):
    rules = AddressRules(frozenset({"http"}), lambda address: str(address) == "127.0.0.1")
    monkeypatch.setattr(download, "PUBLIC", rules)
    port = URL(origin.base).port
    origin.answers["/a"] = redirect(f"http://inside.example:{port}/b")
    async with Downloader(resolver=Changing("127.0.0.1", "10.0.0.7")) as downloader:
        with pytest.raises(DownloadRefused, match=r"inside\.example"):
            await downloader.fetch(f"http://films.example:{port}/a", target)
    assert_nothing_left(target)

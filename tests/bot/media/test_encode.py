import shutil
import subprocess
from pathlib import Path

import pytest

from bot.media.encode import fit, make_playable
from bot.media.mp4 import beside
from bot.media.videos import FfmpegStopped, VideoError, check_whole, probe
from tests.bot.media.test_mp4 import SIGNED
from tests.bot.media.test_videos import FFMPEG, H264, NOISE, PICTURES, TONE, make

TINY = ("-f", "lavfi", "-i", "testsrc2=size=96x64:rate=8:duration=1")
BEEP = ("-f", "lavfi", "-i", "sine=duration=1")
MARKS = {"comment": "made by a model", "AIGC": '{"Label":"1","ContentProducer":"kling"}'}


def tags(path: Path) -> str:
    """The file's own tags, as ffmpeg writes them down."""
    command = [FFMPEG, "-v", "error", "-i", str(path), "-f", "ffmetadata", "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout  # noqa: S603


def packets(path: Path, kind: str) -> list[bytes]:
    """The film's or the sound's packets, each as a hash."""
    command = [FFMPEG, "-v", "error", "-i", str(path), "-map", f"0:{kind}", "-c", "copy", "-f", "framehash", "-"]
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603
    return [line.rpartition(b",")[2] for line in done.stdout.splitlines() if not line.startswith(b"#")]


def marked() -> list[str]:
    return [part for name, text in MARKS.items() for part in ("-metadata", f"{name}={text}")]


ODDITIES = {
    "HEVC": ("film.mp4", *TINY, *BEEP, "-c:v", "libx265", "-x265-params", "log-level=none", "-c:a", "aac"),
    "VP9 in WebM": ("film.webm", *TINY, "-c:v", "libvpx-vp9", "-deadline", "realtime"),
    "4:4:4": ("film.mp4", *TINY, "-c:v", "libx264", "-pix_fmt", "yuv444p", "-movflags", "+faststart"),
    "10 bit": ("film.mp4", *TINY, *BEEP, "-c:v", "libx264", "-pix_fmt", "yuv420p10le", "-c:a", "libmp3lame"),
    "odd sides": ("film.mkv", *TINY, "-vf", "crop=95:63:exact=1", "-c:v", "ffv1"),
}


@pytest.mark.parametrize("oddity", ODDITIES.values(), ids=ODDITIES)
async def test_what_some_client_cannot_play_is_made_playable(tmp_path, oddity):
    name, *arguments = oddity
    film = make(tmp_path / name, *arguments)
    before = await probe(film)

    after = await check_whole(await make_playable(film, tmp_path / "playable.mp4"))

    assert not before.plays_everywhere
    assert after.plays_everywhere
    assert (after.video_codec, after.pix_fmt) == ("h264", "yuv420p")
    assert after.audio_codec == ("aac" if before.audio_codec else None)
    assert (after.width, after.height) == (before.width // 2 * 2, before.height // 2 * 2)
    assert after.duration == pytest.approx(before.duration, abs=0.2)
    assert {path.name for path in tmp_path.iterdir()} == {name, "playable.mp4"}


@pytest.mark.parametrize("name", ["end.mp4", "film.mkv", "film.mov"])
async def test_what_only_lies_in_the_wrong_order_is_copied_bit_by_bit(tmp_path, name):
    film = make(tmp_path / name, *TINY, *BEEP, *H264, "-c:a", "aac")

    playable = await make_playable(film, tmp_path / "playable.mp4")

    assert (await check_whole(playable)).plays_everywhere
    assert packets(playable, "v") == packets(film, "v") != []
    # Containers say differently how much of the first and the last packet is padding.
    assert packets(playable, "a")[1:-1] == packets(film, "a")[1:-1] != []


async def test_sound_alone_is_encoded_where_only_sound_is_odd(tmp_path):
    film = make(tmp_path / "film.mp4", *TINY, *BEEP, *H264, "-c:a", "libmp3lame", "-movflags", "+faststart")

    playable = await make_playable(film, tmp_path / "playable.mp4")

    assert (await check_whole(playable)).audio_codec == "aac"
    assert packets(playable, "v") == packets(film, "v")


@pytest.mark.parametrize("flags", ["faststart", "use_metadata_tags"])
async def test_what_the_provider_wrote_about_the_film_stays(tmp_path, flags):
    film = make(tmp_path / "film.mp4", *NOISE, *H264, *marked(), "-movflags", flags)
    with film.open("ab") as file:
        file.write(SIGNED)
    kept = MARKS if flags == "use_metadata_tags" else {"comment": MARKS["comment"]}

    for made in (
        await make_playable(film, tmp_path / "playable.mp4"),
        await fit(film, film.stat().st_size // 3, tmp_path / "small.mp4"),
    ):
        written = tags(made).splitlines()
        assert {line for line in written if line.startswith(tuple(kept))} == {f"{k}={v}" for k, v in kept.items()}
        assert written.count("major_brand=isom") == 1
        assert beside(made) == SIGNED


@pytest.mark.parametrize("film", ["nothing.mp4", "text.mp4"])
async def test_what_is_no_video_is_not_made_playable(tmp_path, film):
    (tmp_path / "text.mp4").write_text("<!doctype html>")

    with pytest.raises(VideoError):
        await make_playable(tmp_path / film, tmp_path / "playable.mp4")

    assert [path.name for path in tmp_path.iterdir()] == ["text.mp4"]


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heavy")
    return make(folder / "heavy.mp4", *NOISE, *TONE, *H264, "-crf", "20", "-c:a", "aac")


@pytest.mark.parametrize("share", [0.5, 0.1])
async def test_a_large_video_is_made_to_fit_and_fills_what_it_may(tmp_path, heavy, share):
    limit = int(heavy.stat().st_size * share)

    video = await check_whole(await fit(heavy, limit, tmp_path / "small.mp4"))

    assert 0.85 * limit < video.size <= limit
    assert video.plays_everywhere
    assert video.audio_codec == "aac"
    assert video.duration == pytest.approx(2, abs=0.2)
    assert [path.name for path in tmp_path.iterdir()] == ["small.mp4"]


async def test_few_bits_make_fewer_pixels(tmp_path):
    wide = make(tmp_path / "wide.mp4", "-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=8:duration=1", *H264)

    video = await check_whole(await fit(wide, 60_000, tmp_path / "small.mp4"))

    assert (video.width, video.height) == (640, 360)
    assert video.size <= 60_000


async def test_odd_sides_become_even(tmp_path):
    odd = make(tmp_path / "odd.mkv", "-f", "lavfi", "-i", "testsrc2=size=321x241:rate=12:duration=1", "-c:v", "ffv1")

    video = await check_whole(await fit(odd, 200_000, tmp_path / "even.mp4"))

    assert (video.width, video.height, video.audio_codec) == (320, 240, None)


async def test_a_cover_picture_does_not_become_the_video(tmp_path):
    film = make(tmp_path / "film.mp4", *PICTURES, *H264)
    cover = make(tmp_path / "cover.png", "-i", str(film), "-frames:v", "1")
    both = make(
        tmp_path / "both.mp4", "-i", str(cover), "-i", str(film), "-map", "0", "-map", "1:v", "-c", "copy",
        "-disposition:v:0", "attached_pic",
    )  # fmt: skip

    video = await check_whole(await make_playable(both, tmp_path / "playable.mp4"))

    assert video.video_codec == "h264"
    assert video.duration == pytest.approx(2, abs=0.2)


async def test_what_cannot_fit_is_said_and_leaves_nothing_behind(tmp_path, heavy):
    with pytest.raises(VideoError, match="do not fit"):
        await fit(heavy, 5_000, tmp_path / "small.mp4")

    assert list(tmp_path.iterdir()) == []


async def test_an_ffmpeg_that_is_ended_leaves_nothing_behind(tmp_path, heavy, monkeypatch):
    film = Path(shutil.copy(heavy, tmp_path / "film.mp4"))
    monkeypatch.setattr("bot.media.encode._SECONDS", 0.01)

    with pytest.raises(FfmpegStopped):
        await fit(film, film.stat().st_size // 2, tmp_path / "small.mp4")

    assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]

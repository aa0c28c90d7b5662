import asyncio
import os
import signal
import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest

from bot.media import videos
from bot.media.videos import FfmpegStopped, Video, VideoError, check_whole, probe

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
PICTURES = ("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=12:duration=2")
NOISE = ("-f", "lavfi", "-i", "testsrc2=size=480x360:rate=12:duration=2,noise=alls=40:allf=t")
TONE = ("-f", "lavfi", "-i", "sine=duration=2")
H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "12")


def make(path: Path, *arguments: str) -> Path:
    subprocess.run([FFMPEG, "-v", "error", "-y", *arguments, str(path)], check=True, timeout=60)  # noqa: S603
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("videos")


@pytest.fixture(scope="module")
def plain(folder) -> Path:
    """The description (moov) is at the end of the file."""
    return make(folder / "plain.mp4", *PICTURES, *TONE, *H264, "-c:a", "aac")


@pytest.fixture(scope="module")
def faststart(folder, plain) -> Path:
    """The description (moov) is at the start, as providers send it."""
    return make(folder / "faststart.mp4", "-i", str(plain), "-c", "copy", "-movflags", "+faststart")


def cut(path: Path, share: float) -> Path:
    content = path.read_bytes()
    target = path.with_name(f"cut-{share}-{path.name}")
    target.write_bytes(content[: int(len(content) * share)])
    return target


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


async def test_a_video_is_described(plain):
    video = await probe(plain)

    size, length = plain.stat().st_size, pytest.approx(2, abs=0.1)
    assert video == Video(length, 320, 240, "h264", "yuv420p", "aac", size, fast_start=False)  # type: ignore[arg-type]


async def test_what_plays_everywhere_is_told_from_what_does_not(plain, faststart, tmp_path):
    assert (await probe(faststart)).plays_everywhere
    assert not (await probe(plain)).plays_everywhere
    silent = make(tmp_path / "silent.mp4", "-i", str(faststart), "-an", "-c", "copy", "-movflags", "+faststart")
    assert (await probe(silent)).plays_everywhere


async def test_a_silent_video_has_no_audio_codec(tmp_path):
    video = await check_whole(make(tmp_path / "silent.mp4", *PICTURES, *H264))

    assert video.audio_codec is None


async def test_words_in_the_tags_are_not_taken_for_the_description(tmp_path):
    title = "title=x\nDuration: 09:00:00.00, start\n  Stream #0:0: Video: fake, yuv, 1x1"

    video = await probe(make(tmp_path / "lie.mp4", *PICTURES, *H264, "-metadata", title))

    assert (video.duration, video.video_codec, video.width) == (2.0, "h264", 320)


async def test_a_cover_picture_is_not_the_video(tmp_path, plain):
    cover = make(tmp_path / "cover.png", "-i", str(plain), "-frames:v", "1")
    both = make(
        tmp_path / "both.mp4", "-i", str(cover), "-i", str(plain), "-map", "0", "-map", "1:v", "-c", "copy",
        "-disposition:v:0", "attached_pic",
    )  # fmt: skip

    assert (await probe(both)).video_codec == "h264"


@pytest.mark.parametrize("options", [("-movflags", "+faststart"), ("-movflags", "frag_keyframe+empty_moov"), ()])
async def test_a_whole_video_passes(tmp_path, plain, options):
    copy = make(tmp_path / "copy.mp4", "-i", str(plain), "-c", "copy", *options)

    assert (await check_whole(copy)).duration == pytest.approx(2, abs=0.2)


async def test_a_whole_webm_passes_and_one_that_ends_early_does_not(tmp_path):
    whole = make(tmp_path / "whole.webm", *PICTURES, "-c:v", "libvpx", "-g", "6", "-b:v", "200k")

    assert (await check_whole(whole)).video_codec == "vp8"
    with pytest.raises(VideoError, match="incomplete"):
        await check_whole(cut(whole, 0.6))


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
async def test_a_file_without_its_end_is_no_whole_video(plain, faststart, share):
    with pytest.raises(VideoError, match="not a video"):
        await check_whole(cut(plain, share))
    with pytest.raises(VideoError, match="damaged or incomplete"):
        await check_whole(cut(faststart, share))


async def test_damage_in_the_middle_is_found(tmp_path, faststart):
    content = bytearray(faststart.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3000] = bytes(3000)

    with pytest.raises(VideoError, match="damaged or incomplete"):
        await check_whole(written(tmp_path / "damaged.mp4", bytes(content)))


@pytest.mark.parametrize(
    "content", [b"", b"<!doctype html><title>403 Forbidden</title>", bytes(range(256)) * 20, b"\0" * 5000]
)
async def test_what_is_no_video_is_refused(tmp_path, content):
    with pytest.raises(VideoError, match="not a video"):
        await check_whole(written(tmp_path / "video.mp4", content))


async def test_sound_alone_is_no_video(tmp_path):
    with pytest.raises(VideoError, match="not a video"):
        await check_whole(make(tmp_path / "tone.mp4", *TONE, "-c:a", "aac"))


async def test_a_playlist_cannot_make_ffmpeg_open_another_file(tmp_path, plain):
    written(tmp_path / "secret.mp4", plain.read_bytes())

    with pytest.raises(VideoError, match="Error opening input"):
        await check_whole(written(tmp_path / "video.mp4", b"ffconcat version 1.0\nfile secret.mp4\n"))


async def test_a_missing_file_is_no_video(tmp_path):
    with pytest.raises(VideoError, match="No such file"):
        await probe(tmp_path / "nothing.mp4")


@pytest.fixture
def pid_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an ffmpeg that is started writes its process id before it works."""
    wrapper = tmp_path / "ffmpeg"
    pid_file = tmp_path / "pid"
    wrapper.write_text(
        f'#!/bin/sh\necho $$ > "{pid_file}.new"\nmv "{pid_file}.new" "{pid_file}"\nexec "{FFMPEG}" "$@"\n'
    )
    wrapper.chmod(0o755)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(wrapper))
    return pid_file


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A file that ffmpeg waits for and that never comes."""
    path = tmp_path / "endless.mp4"
    os.mkfifo(path)
    return path


async def test_cancellation_kills_ffmpeg(pid_file, endless):
    task = asyncio.create_task(probe(endless))
    while not pid_file.exists():  # another process makes it
        await asyncio.sleep(0.01)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    with pytest.raises(ProcessLookupError):
        os.kill(int(pid_file.read_text()), 0)


async def test_the_time_limit_kills_ffmpeg(pid_file, endless, monkeypatch):
    monkeypatch.setattr(videos, "_PROBE_SECONDS", 0.5)

    with pytest.raises(FfmpegStopped, match=r"not done after 0\.5 s"):
        await probe(endless)

    with pytest.raises(ProcessLookupError):
        os.kill(int(pid_file.read_text()), 0)


async def test_an_ffmpeg_ended_from_outside_says_nothing_about_the_file(pid_file, endless):
    task = asyncio.create_task(probe(endless))
    while not pid_file.exists():  # another process makes it
        await asyncio.sleep(0.01)

    os.kill(int(pid_file.read_text()), signal.SIGKILL)

    with pytest.raises(FfmpegStopped, match="signal 9"):
        await task

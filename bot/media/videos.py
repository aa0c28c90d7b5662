"""Whether a downloaded file is a whole video, and how it plays. ``bot.media.encode`` makes another one of it.

A downloaded file is not trusted: ffmpeg may read that one file and nothing else, and only as a video container, so that
a playlist in a video's place cannot make it open other files or addresses. It runs as ``bot.media.workshop`` runs all
that reads files from outside.
"""

import asyncio
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import imageio_ffmpeg

from bot.media.mp4 import starts_fast
from bot.media.workshop import MIB, WORKSHOP, Bounds, Done, WorkshopError

_PROBE_SECONDS: Final = 20.0
_CHECK_SECONDS: Final = 120.0
_MEMORY: Final = 4096 * MIB
_MOST_WRITTEN: Final = 512 * MIB

# How much of its stated length a video may lack and still count as whole: the last frame's own length, and an audio
# track that is a little longer than the pictures.
_MISSING_SECONDS: Final = 0.5

_ALONE: Final = ("-protocol_whitelist", "file", "-format_whitelist", "mov,mp4,matroska,webm")
BEST_STREAMS: Final = ("-map", "0:V:0", "-map", "0:a:0?")

# The second is the first with the full range of a JPEG.
_EVERYWHERE: Final = frozenset({"yuv420p", "yuvj420p"})

# Anchored with the indentation of ffmpeg's own lines: text from the file's tags is always indented deeper.
_DURATION: Final = re.compile(r"^  Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?),", re.MULTILINE)
_VIDEO: Final = re.compile(
    r"^  Stream #0:\d+.*?: Video: (\w+)[^,\n]*, (\w+)(?:\([^)\n]*\))?, (\d+)x(\d+)(.*)", re.MULTILINE
)
_AUDIO: Final = re.compile(r"^  Stream #0:\d+.*?: Audio: (\w+)", re.MULTILINE)
_REACHED: Final = re.compile(r"^out_time_us=(\d+)", re.MULTILINE)


class VideoError(Exception):
    """The file is not a whole video, or cannot be made into what was asked; the text is for the log."""


class FfmpegStopped(VideoError):
    """ffmpeg was ended before it was done, by the time limit or a signal. It says nothing about the file: keep it."""


@dataclass(frozen=True)
class Video:
    """What a file's container says; ``duration`` is in seconds, ``audio_codec`` is ``None`` for a silent video.

    ``fast_start`` says whether it is an MP4 that can be played before all of it is there.
    """

    duration: float
    width: int
    height: int
    video_codec: str
    pix_fmt: str
    audio_codec: str | None
    size: int
    fast_start: bool

    @property
    def seen_everywhere(self) -> bool:
        """Whether every client can decode the pictures."""
        return self.video_codec == "h264" and self.pix_fmt in _EVERYWHERE

    @property
    def heard_everywhere(self) -> bool:
        return self.audio_codec in {None, "aac"}

    @property
    def plays_everywhere(self) -> bool:
        return self.seen_everywhere and self.heard_everywhere and self.fast_start


async def probe(path: Path) -> Video:
    """Read the container's description. That the rest of the file is there is for ``check_whole`` to say."""
    run = await ffmpeg(*source(path), seconds=_PROBE_SECONDS)
    duration = _DURATION.search(run.complaints)
    video = next((found for found in _VIDEO.finditer(run.complaints) if "(attached pic)" not in found[5]), None)
    if duration is None or video is None:
        raise VideoError(f"not a video with a length: {run.last_words}")
    audio = _AUDIO.search(run.complaints)
    hours, minutes, seconds = duration.groups()
    return Video(
        duration=int(hours) * 3600 + int(minutes) * 60 + float(seconds),
        width=int(video[3]),
        height=int(video[4]),
        video_codec=video[1],
        pix_fmt=video[2],
        audio_codec=audio[1] if audio else None,
        size=(await asyncio.to_thread(path.stat)).st_size,
        fast_start=await asyncio.to_thread(starts_fast, path),
    )


async def check_whole(path: Path) -> Video:
    """Decode all of it; raises ``VideoError`` unless the file is a complete, playable video.

    ffmpeg alone would take a Matroska file that ends too early for a whole one, therefore the length that was reached
    is compared with the stated one.
    """
    video = await probe(path)
    run = await ffmpeg(
        "-v", "error", "-xerror", *source(path), *BEST_STREAMS,
        "-fps_mode", "passthrough", "-progress", "pipe:1", "-nostats", "-f", "null", "-",
        seconds=_CHECK_SECONDS,
    )  # fmt: skip
    if run.returncode != 0:
        raise VideoError(f"damaged or incomplete: {run.last_words}")
    reached = (
        max((int(found[1]) for found in _REACHED.finditer(run.output.decode(errors="replace"))), default=0) / 1_000_000
    )
    if reached < video.duration - _MISSING_SECONDS or reached == 0:
        raise VideoError(f"incomplete: ends after {reached:.2f} s of {video.duration:.2f} s")
    return video


def source(path: Path) -> tuple[str, ...]:
    """The arguments that make ffmpeg read this one file."""
    return (*_ALONE, "-i", f"file:{path}")


async def ffmpeg(*arguments: str, seconds: float) -> Done:
    """Run it; raises ``FfmpegStopped``."""
    executable = await asyncio.to_thread(imageio_ffmpeg.get_ffmpeg_exe)
    bounds = Bounds(seconds, processor_seconds=math.ceil(seconds) * 2, memory=_MEMORY, written=_MOST_WRITTEN)
    try:
        done = await WORKSHOP.run([executable, "-hide_banner", "-nostdin", *arguments], bounds, folder=Path.cwd())
    except WorkshopError as error:
        raise FfmpegStopped(str(error)) from error
    if done.late:
        raise FfmpegStopped(f"ffmpeg was not done after {seconds:g} s")
    if done.returncode < 0:
        raise FfmpegStopped(f"ffmpeg was ended by signal {-done.returncode}")
    return done

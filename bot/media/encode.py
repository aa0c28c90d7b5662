"""Making another file of a whole video: one that every client plays, and one small enough for Discord.

What is made keeps what the provider has written about the film: tags (``comment``, the label of AI-made content that
China asks for), XMP and content credentials. The latter are then those of the file it was made of, as they say.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from bot.media.mp4 import beside
from bot.media.videos import BEST_STREAMS, Video, VideoError, ffmpeg, probe, source

_SECONDS: Final = 300.0

_H264: Final = ("-c:v", "libx264", "-preset", "fast", "-pix_fmt", "yuv420p")
_LIKE_BEFORE: Final = ("-crf", "18")
_SOUND: Final = 128_000  # bits per second

# The container's own words would be taken for tags and written twice.
_TAGS: Final = (
    "-map_metadata", "0", *(part for name in ("major_brand", "minor_version", "compatible_brands")
    for part in ("-metadata", f"{name}=")),
)  # fmt: skip
_MP4: Final = (*_TAGS, "-movflags", "+faststart+use_metadata_tags", "-f", "mp4")

_TRIES: Final = 5
_AIMED: Final = 0.97
"""Share of the allowed bytes. Two passes meet what they aim at within a hundredth, but not with a few noisy frames."""

_SIDES: Final = (1920, 1280, 854, 640, 426)
_LEAST_PER_PIXEL: Final = 1.2  # bits per second; with fewer, less pixels look better
_LEAST_VIDEO_RATE: Final = 40_000  # bits per second; below, nobody would call it a video


async def make_playable(path: Path, out: Path) -> Path:
    """Make an MP4 of H.264 and AAC that starts fast; what is right already is copied as it is.

    ``out`` appears only when it is complete. Raises ``VideoError``.
    """
    video = await probe(path)
    pictures = ("-c:v", "copy") if video.seen_everywhere else (*_even(None), *_H264, *_LIKE_BEFORE)
    sound = ("-c:a", "copy") if video.heard_everywhere else ("-c:a", "aac", "-b:a", str(_SOUND))
    async with _becoming(out) as part:
        await _make(path, *pictures, *sound, *_MP4, f"file:{part}")
        await _put_beside(path, part)
        made = await probe(part)
        if not made.plays_everywhere or made.duration < video.duration - 1:
            raise VideoError(f"made into something else: {made}")
    return out


async def fit(path: Path, max_bytes: int, out: Path) -> Path:
    """Encode again, in two passes, as what ``make_playable`` makes, of at most ``max_bytes``.

    ``out`` appears only when it is complete. Raises ``VideoError`` where no watchable video of this length is that
    small.
    """
    video = await probe(path)
    aim = _AIMED * max_bytes
    async with _becoming(out) as part:
        for _ in range(_TRIES):
            await _encode_twice(path, video, aim, part)
            await _put_beside(path, part)
            size = (await asyncio.to_thread(part.stat)).st_size
            if size <= max_bytes:
                return out
            aim *= (_AIMED * max_bytes / size) ** 1.5
        raise VideoError(f"{video.duration:.1f} s of {video.width}x{video.height} do not fit into {max_bytes} bytes")


async def _encode_twice(path: Path, video: Video, aim: float, part: Path) -> None:
    rate = int(aim * 8 / max(video.duration, 0.1))
    sound_rate = min(_SOUND, rate // 8) if video.audio_codec else 0
    picture_rate = rate - sound_rate
    if picture_rate < _LEAST_VIDEO_RATE:
        raise VideoError(f"{video.duration:.1f} s do not fit into {aim:.0f} bytes")
    pictures = (*_even(_side(video, picture_rate)), *_H264, "-b:v", str(picture_rate), "-passlogfile", str(part))
    await _make(path, *pictures, "-pass", "1", "-an", "-f", "null", "-")
    sound = ("-c:a", "aac", "-b:a", str(sound_rate))
    await _make(path, *pictures, "-pass", "2", *sound, *_MP4, f"file:{part}")


def _side(video: Video, rate: int) -> int:
    """The longest side, in pixels, that this many bits per second can fill."""
    longest = max(video.width, video.height)
    sides = [longest, *(side for side in _SIDES if side < longest)]
    pixels = video.width * video.height
    return next((side for side in sides if rate >= _LEAST_PER_PIXEL * pixels * (side / longest) ** 2), sides[-1])


def _even(side: int | None) -> tuple[str, ...]:
    """Scales to even sides, as H.264 wants them; no longer than ``side``."""
    most = f"'min(iw,{side})':'min(ih,{side})'" if side else "iw:ih"
    return "-vf", f"scale={most}:force_original_aspect_ratio=decrease:force_divisible_by=2"


async def _make(path: Path, *arguments: str) -> None:
    done = await ffmpeg("-v", "error", "-y", *source(path), *BEST_STREAMS, *arguments, seconds=_SECONDS)
    if done.returncode != 0:
        raise VideoError(f"cannot be made into another: {done.last_words}")


async def _put_beside(path: Path, part: Path) -> None:
    def put() -> None:
        with part.open("ab") as file:
            file.write(beside(path))

    await asyncio.to_thread(put)


@asynccontextmanager
async def _becoming(out: Path) -> AsyncIterator[Path]:
    """A path that becomes ``out`` at the end; where something is raised, nothing is left of it."""
    part = out.with_name(f"{out.name}.part")
    try:
        yield part
        await asyncio.to_thread(part.replace, out)
    finally:
        for left in out.parent.glob(f"{part.name}*"):
            left.unlink(missing_ok=True)

"""Looks at finished videos the way a player does, for tests and for the demo's last word."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
from PIL import Image


class UnplayableError(Exception):
    """ffmpeg found no video in the file, or not all of it; the message is what it wrote."""


@dataclass(frozen=True, slots=True)
class Viewing:
    """What is in the file; `audio_codec` is None when there is no sound."""

    codec: str
    pixel_format: str
    frames_per_second: float
    seconds: float
    audio_codec: str | None
    frames: list[Image.Image]


def view(path: Path) -> Viewing:
    """Decode the whole file. Blocks for as long as that takes, and holds every frame in memory."""
    output = ["-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-xerror", "-i", str(path), *output]
    run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    said = run.stderr.decode(errors="replace")
    video = re.search(r"Video: (\w+).*?, (\w+)(?:\(.*?\))?, (\d+)x(\d+).*?, ([\d.]+) fps", said)
    length = re.search(r"Duration: (\d+):(\d+):([\d.]+)", said)
    if run.returncode != 0 or video is None or length is None:
        raise UnplayableError(said.strip())
    audio = re.search(r"Audio: (\w+)", said)
    hours, minutes, seconds = (float(part) for part in length.groups())
    return Viewing(
        codec=video[1],
        pixel_format=video[2],
        frames_per_second=float(video[5]),
        seconds=hours * 3600 + minutes * 60 + seconds,
        audio_codec=audio[1] if audio else None,
        frames=_frames(run.stdout, (int(video[3]), int(video[4]))),
    )


def _frames(raw: bytes, size: tuple[int, int]) -> list[Image.Image]:
    length = size[0] * size[1] * 3
    return [Image.frombytes("RGB", size, raw[start : start + length]) for start in range(0, len(raw), length)]

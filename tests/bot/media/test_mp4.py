import struct
from pathlib import Path

import pytest

from bot.media.mp4 import MOST_BESIDE, beside, starts_fast
from tests.bot.media.test_videos import H264, PICTURES, make


def box(kind: bytes, content: bytes = b"", *, long: bool = False) -> bytes:
    if long:
        return struct.pack(">I4sQ", 1, kind, 16 + len(content)) + content
    return struct.pack(">I4s", 8 + len(content), kind) + content


FTYP, MOOV, MDAT = box(b"ftyp", b"isom\0\0\2\0isom"), box(b"moov", bytes(30)), box(b"mdat", bytes(50))
SIGNED = box(b"uuid", bytes.fromhex("d8fec3d61b0e483c92975828877ec481") + b"claims")


@pytest.fixture
def written(tmp_path: Path):
    def write(content: bytes) -> Path:
        path = tmp_path / "film.mp4"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (FTYP + MOOV + MDAT, True),
        (FTYP + SIGNED + box(b"free") + MOOV + box(b"mdat", b"x", long=True), True),
        (FTYP + MOOV + struct.pack(">I4s", 0, b"mdat") + bytes(9), True),
        (FTYP + MDAT + MOOV, False),
        (box(b"ftyp", b"qt  \0\0\0\0") + MOOV + MDAT, False),
        (FTYP + MOOV + box(b"moof") + MDAT, False),
        (FTYP + MOOV, False),
        (MOOV + MDAT, False),
        (FTYP + MOOV + MDAT[:-1], False),
        (FTYP + struct.pack(">I4s", 7, b"moov") + MDAT, False),
        (b"\x1aE\xdf\xa3 matroska", False),
        (b"", False),
    ],
)
def test_only_a_description_before_the_film_starts_fast(written, content, expected):
    assert starts_fast(written(content)) is expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [(("-movflags", "+faststart"), True), ((), False), (("-movflags", "frag_keyframe+empty_moov"), False)],
)
def test_what_ffmpeg_writes_is_understood(tmp_path, options, expected):
    assert starts_fast(make(tmp_path / "film.mp4", *PICTURES, "-t", "0.5", *H264, *options)) is expected


def test_boxes_without_end_are_not_read_for_ever(written):
    assert starts_fast(written(FTYP + box(b"free") * 5000 + MOOV + MDAT)) is False


def test_what_stands_beside_the_film_is_taken_as_it_is(written):
    assert beside(written(FTYP + SIGNED + MOOV + MDAT + SIGNED)) == SIGNED * 2
    assert beside(written(FTYP + MOOV + box(b"uuid", bytes(MOST_BESIDE)) + SIGNED)) == SIGNED
    assert beside(written(FTYP + MOOV + MDAT)) == b""

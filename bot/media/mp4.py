"""The outermost boxes of an MP4 file (ISO/IEC 14496-12, section 4.2): how it begins, what stands beside its film."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

MOST_BESIDE: Final = 256 * 1024
"""Bytes of ``beside``; the rest is left out. Content credentials without pictures have a tenth of it."""

_MOST_BOXES: Final = 1000


@dataclass(frozen=True)
class _Box:
    """A box, its head included."""

    kind: bytes
    start: int
    size: int


def starts_fast(path: Path) -> bool:
    """Whether a player can begin before it has all of the file: MP4 in one piece, its description (moov) in front.

    QuickTime's own brand and fragments are not counted as such, nor what is no MP4. Raises ``OSError``.
    """
    with path.open("rb") as file:
        kinds = [box.kind for box in _boxes(file)]
        file.seek(8)
        brand = file.read(4)
    if kinds[:1] != [b"ftyp"] or brand == b"qt  " or b"moof" in kinds or b"mdat" not in kinds:
        return False
    return b"moov" in kinds[: kinds.index(b"mdat")]


def beside(path: Path) -> bytes:
    """The boxes that ffmpeg drops: XMP and content credentials (C2PA), which say who or what made the film.

    They can be put at the end of another MP4. Raises ``OSError``.
    """
    found = bytearray()
    with path.open("rb") as file:
        for box in list(_boxes(file)):
            if box.kind == b"uuid" and len(found) + box.size <= MOST_BESIDE:
                file.seek(box.start)
                found += file.read(box.size)
    return bytes(found)


def _boxes(file: BinaryIO) -> Iterator[_Box]:
    return islice(_all_boxes(file), _MOST_BOXES)


def _all_boxes(file: BinaryIO) -> Iterator[_Box]:
    """Ends where no whole box follows."""
    length, start = file.seek(0, 2), 0
    while start + 8 <= length:
        file.seek(start)
        head = file.read(16)
        size, kind = struct.unpack(">I4s", head[:8])
        if size == 1 and len(head) == 16:
            (size,) = struct.unpack(">Q", head[8:])
        elif size == 0:  # up to the end of the file
            size = length - start
        if size < 8 or start + size > length:
            return
        yield _Box(kind, start, size)
        start += size

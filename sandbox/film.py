"""Real MP4 files out of one picture: a virtual camera moves in front of it, ffmpeg encodes what the camera sees."""

import asyncio
import io
import math
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path

import imageio_ffmpeg
from PIL import Image, ImageOps

from sandbox.brush import Area, opened_mask, without

FRAMES_PER_SECOND = 24
DRAFT = 320 * 180
HD = 1280 * 720
FULL_HD = 1920 * 1080
ULTRA_HD = 3840 * 2160

CROSS_FADE_SHARE = 1 / 3

Matrix = tuple[tuple[float, ...], ...]
Size = tuple[int, int]
Points = tuple[tuple[float, float], ...]
Motion = tuple[bytes, Points]
"""A mask, and the path that its area travels: pixels of the picture, from its bottom left corner."""


class FilmError(Exception):
    """ffmpeg gave up; the message is what it wrote."""


@dataclass(frozen=True, slots=True)
class Pose:
    """The camera relative to where it sees exactly the picture, which hangs one unit in front of it.

    x is in picture widths (right), y in picture heights (up), z in distances to the picture (forward); pan (right),
    tilt (up) and roll (clockwise) are degrees; zoom doubles the focal length with every 1.
    """

    x: float = 0
    y: float = 0
    z: float = 0
    pan: float = 0
    tilt: float = 0
    roll: float = 0
    zoom: float = 0


MOVES: dict[str, tuple[Pose, ...]] = {
    "still": (Pose(),),
    "push_in": (Pose(z=0.15),),
    "horizontal": (Pose(x=0.25),),
    "vertical": (Pose(y=0.25),),
    "pan": (Pose(pan=15),),
    "tilt": (Pose(tilt=10),),
    "roll": (Pose(roll=20),),
    # Every provider's documentation agrees: more zoom is a shorter focal length, a wider view.
    "zoom": (Pose(zoom=-0.7),),
    "down_back": (Pose(y=-0.2, z=-0.35),),
    "forward_up": (Pose(tilt=7, z=0.3),),
    "right_turn_forward": (Pose(pan=12), Pose(pan=12, z=0.3)),
    "left_turn_forward": (Pose(pan=-12), Pose(pan=-12, z=0.3)),
}
"""The poses that the camera reaches one after the other, at full strength."""


@dataclass(frozen=True, slots=True)
class Shot:
    """What to film: `pixels` is the area of a frame, `move` a key of MOVES, `strength` runs from -1 to 1.

    motion: areas that travel while the film runs. Where there are any, the default push-in is left out: it is only
    there so that something moves. static_mask: an area that stays as it is in the picture, whatever else moves.
    aspect_ratio: width and height of the frame; the middle of the picture is shown. None is the picture's own.
    """

    seconds: int = 5
    pixels: int = HD
    move: str = "push_in"
    strength: float = 1
    end_picture: bytes | None = None
    sound: bool = False
    motion: tuple[Motion, ...] = ()
    static_mask: bytes | None = None
    aspect_ratio: tuple[int, int] | None = None

    @property
    def frames(self) -> int:
        """One more than the seconds need, which is where the 5.041 s of real five-second clips come from."""
        return self.seconds * FRAMES_PER_SECOND + 1


@dataclass(frozen=True, slots=True)
class Film:
    """A finished file; `seconds` is what a player shows."""

    path: Path
    width: int
    height: int
    seconds: float


async def film(picture: bytes, target: Path, shot: Shot | None = None) -> Film:
    """Write the film to `target`; when canceled, ffmpeg is gone before this returns.

    Raises FilmError, and what Pillow raises on bytes that are no picture.
    """
    shot = shot or Shot()
    scene = await asyncio.to_thread(Scene, picture, shot)
    await _encode(scene, shot, target)
    return Film(target, *scene.size, shot.frames / FRAMES_PER_SECOND)


class Scene:
    """Renders single frames; mirrored copies around the picture keep black edges out of view."""

    def __init__(self, picture: bytes, shot: Shot) -> None:
        original = _opened(picture)
        self.size = frame_size(shot.aspect_ratio or original.size, shot.pixels)
        self._picture = _fitted(original, self.size)
        self._static = self._mask(shot.static_mask, original.size) if shot.static_mask else None
        self._areas = [self._area(mask, path, original.size) for mask, path in shot.motion]
        self._surroundings = _mirrored(self._backdrop())
        self._end = _fitted(_opened(shot.end_picture), self.size) if shot.end_picture else None
        move = "still" if shot.motion and shot.move == "push_in" else shot.move
        self._path = [Pose(), *(_scaled(pose, shot.strength) for pose in MOVES[move])]
        self._last = shot.frames - 1

    def frame(self, number: int) -> bytes:
        progress = number / self._last
        coefficients = _projection(_pose_at(self._path, progress), *self.size)
        seen = self._canvas(progress).transform(
            self.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR
        )
        if self._static is not None:
            seen.paste(self._picture, mask=self._static)
        faded = (progress - 1 + CROSS_FADE_SHARE) / CROSS_FADE_SHARE
        if self._end is not None and faded > 0:
            seen = Image.blend(seen, self._end, min(faded, 1))
        return seen.tobytes()

    def _canvas(self, progress: float) -> Image.Image:
        if not self._areas:
            return self._surroundings
        canvas = self._surroundings.copy()
        for area in self._areas:
            right, up = area.shift(progress)
            canvas.paste(self._picture, (self.size[0] + round(right), self.size[1] - round(up)), area.mask)
        return canvas

    def _backdrop(self) -> Image.Image:
        masks = [area.mask for area in self._areas] + ([self._static] if self._static else [])
        return without(self._picture, masks) if masks else self._picture

    def _area(self, mask: bytes, path: Points, picture: Size) -> Area:
        scale = max(frame / side for frame, side in zip(self.size, picture, strict=True))
        return Area(self._mask(mask, picture), [(x * scale, y * scale) for x, y in path])

    def _mask(self, content: bytes, picture: Size) -> Image.Image:
        """Laid over the whole picture, then cropped as that is."""
        return _fitted(opened_mask(content).resize(picture), self.size)


def frame_size(picture: Size, pixels: int) -> Size:
    """Even sides in the picture's aspect ratio whose product is about `pixels`: 16:9 at HD is 1280x720."""
    width, height = picture
    scale = math.sqrt(pixels / (width * height))
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)


def _opened(picture: bytes) -> Image.Image:
    with Image.open(io.BytesIO(picture)) as image:
        return ImageOps.exif_transpose(image).convert("RGB")


def _fitted(picture: Image.Image, size: Size) -> Image.Image:
    return ImageOps.fit(picture, size, Image.Resampling.LANCZOS)


def _mirrored(picture: Image.Image) -> Image.Image:
    width, height = picture.size
    canvas = Image.new("RGB", (3 * width, 3 * height))
    for column in range(3):
        for row in range(3):
            tile = picture if column == 1 else ImageOps.mirror(picture)
            tile = tile if row == 1 else ImageOps.flip(tile)
            canvas.paste(tile, (column * width, row * height))
    return canvas


def _scaled(pose: Pose, factor: float) -> Pose:
    return Pose(*(getattr(pose, field.name) * factor for field in fields(Pose)))


def _pose_at(path: list[Pose], progress: float) -> Pose:
    eased = progress * progress * (3 - 2 * progress)
    leg = min(int(eased * (len(path) - 1)), len(path) - 2)
    share = eased * (len(path) - 1) - leg
    legs = ((getattr(path[leg], field.name), getattr(path[leg + 1], field.name)) for field in fields(Pose))
    return Pose(*(start + (end - start) * share for start, end in legs))


def _projection(pose: Pose, width: int, height: int) -> tuple[float, ...]:
    """Pillow's eight coefficients from a frame's pixel to the pixel of the mirrored canvas that the camera sees there.

    A pinhole camera in front of a plane: pixel -> ray -> turned ray -> the point where it meets the plane. Image rows
    grow downwards, so up is negative.
    """
    focal = max(width, height)
    lens = focal * 2**pose.zoom
    distance = focal * (1 - pose.z)
    to_ray = ((1 / lens, 0, -width / 2 / lens), (0, 1 / lens, -height / 2 / lens), (0, 0, 1))
    to_canvas = ((distance, 0, width * (1.5 + pose.x)), (0, distance, height * (1.5 - pose.y)), (0, 0, 1))
    matrix = _product(to_canvas, _product(_turn(pose), to_ray))
    flat = [cell / matrix[2][2] for row in matrix for cell in row]
    return tuple(flat[:8])


def _turn(pose: Pose) -> Matrix:
    pan, tilt, roll = (math.radians(angle) for angle in (pose.pan, pose.tilt, pose.roll))
    sideways = ((math.cos(pan), 0, math.sin(pan)), (0, 1, 0), (-math.sin(pan), 0, math.cos(pan)))
    upwards = ((1, 0, 0), (0, math.cos(tilt), -math.sin(tilt)), (0, math.sin(tilt), math.cos(tilt)))
    around = ((math.cos(roll), -math.sin(roll), 0), (math.sin(roll), math.cos(roll), 0), (0, 0, 1))
    return _product(sideways, _product(upwards, around))


def _product(left: Matrix, right: Matrix) -> Matrix:
    columns = tuple(zip(*right, strict=True))
    return tuple(tuple(sum(a * b for a, b in zip(row, column, strict=True)) for column in columns) for row in left)


async def _encode(scene: Scene, shot: Shot, target: Path) -> None:
    command = await asyncio.to_thread(_command, scene.size, shot, target)
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stderr is not None
    try:
        # A broken pipe means that ffmpeg gave up; its exit code and its words say why.
        with suppress(BrokenPipeError, ConnectionResetError):
            await _feed(process.stdin, scene, shot.frames)
        complaint = await process.stderr.read()
        if await process.wait() != 0:
            raise FilmError(complaint.decode(errors="replace").strip())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _feed(pipe: asyncio.StreamWriter, scene: Scene, count: int) -> None:
    for number in range(count):
        pipe.write(await asyncio.to_thread(scene.frame, number))
        await pipe.drain()
    pipe.close()
    await pipe.wait_closed()


def _command(size: Size, shot: Shot, target: Path) -> list[str]:
    width, height = size
    seconds = f"{shot.frames / FRAMES_PER_SECOND:.6f}"
    frames = f"-f rawvideo -pixel_format rgb24 -video_size {width}x{height} -framerate {FRAMES_PER_SECOND} -i pipe:0"
    tone = f"-f lavfi -t {seconds} -i sine=frequency=220" if shot.sound else ""
    encoding = "-c:v libx264 -preset veryfast -crf 23 -pix_fmt yuv420p -c:a aac -b:a 96k -movflags +faststart"
    options = f"-hide_banner -loglevel error -y {frames} {tone} {encoding}"
    return [imageio_ffmpeg.get_ffmpeg_exe(), *options.split(), str(target)]

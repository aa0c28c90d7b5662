import asyncio
import io
import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from sandbox.film import DRAFT, HD, MOVES, FilmError, Shot, film, frame_size
from sandbox.viewing import UnplayableError, view


def a_dot(size: tuple[int, int] = (640, 360), at: tuple[float, float] = (0.5, 0.5), image_format: str = "PNG") -> bytes:
    """A white dot on blue; `at` is in shares of width and height."""
    width, height = size
    picture = Image.new("RGB", size, (0, 0, 120))
    x, y, radius = at[0] * width, at[1] * height, min(size) * 0.1
    ImageDraw.Draw(picture).ellipse((x - radius, y - radius, x + radius, y + radius), fill="white")
    file = io.BytesIO()
    picture.save(file, image_format)
    return file.getvalue()


def box_of_dot(frame: Image.Image) -> tuple[float, float, float, float]:
    """Centre x, centre y, width and height of the dot in shares of the frame."""
    box = frame.getchannel("R").point(lambda value: 255 if value > 128 else 0).getbbox()
    assert box is not None
    left, top, right, bottom = box
    width, height = frame.size
    return (left + right) / 2 / width, (top + bottom) / 2 / height, (right - left) / width, (bottom - top) / height


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of a colour value, 0 to 255."""
    means = ImageStat.Stat(ImageChops.difference(one, other)).mean
    return sum(means) / len(means)


async def test_the_file_is_what_players_and_discord_show_inline(tmp_path):
    result = await film(a_dot(), tmp_path / "film.mp4", Shot(pixels=DRAFT))
    seen = view(result.path)
    content = result.path.read_bytes()
    assert seen.codec == "h264"
    assert seen.pixel_format == "yuv420p"
    assert seen.frames_per_second == 24
    assert len(seen.frames) == 5 * 24 + 1
    assert seen.seconds == pytest.approx(result.seconds, abs=0.02)
    assert result.seconds == pytest.approx(5.0417, abs=0.001)
    assert content.index(b"moov") < content.index(b"mdat")


async def test_the_first_frame_is_the_picture_and_the_last_is_not(tmp_path):
    picture = a_dot(at=(0.3, 0.4))
    seen = view((await film(picture, tmp_path / "film.mp4", Shot(pixels=DRAFT))).path)
    original = Image.open(io.BytesIO(picture)).resize(seen.frames[0].size)
    assert difference(seen.frames[0], original) < 3
    assert difference(seen.frames[-1], original) > 2 * difference(seen.frames[0], original)


# How far the dot in the middle of the picture goes, in shares of the frame: a camera that goes right sees it go left.
SHIFTS = [
    ("horizontal", 1, -0.25, 0),
    ("horizontal", -1, 0.25, 0),
    ("horizontal", 0.4, -0.1, 0),
    ("vertical", 1, 0, 0.25),
    ("vertical", -1, 0, -0.25),
    ("pan", 1, -0.27, 0),
    ("pan", -0.5, 0.13, 0),
    ("tilt", 1, 0, 0.31),
    ("tilt", -1, 0, -0.31),
    ("down_back", 1, 0, -0.15),
    ("forward_up", 1, 0, 0.22),
    ("right_turn_forward", 1, -0.21, 0),
    ("left_turn_forward", 1, 0.21, 0),
]


@pytest.mark.parametrize(("move", "strength", "right", "down"), SHIFTS)
async def test_the_camera_moves_where_it_was_asked_to(tmp_path, move, strength, right, down):
    shot = Shot(seconds=1, pixels=DRAFT, move=move, strength=strength)
    frames = view((await film(a_dot(), tmp_path / "film.mp4", shot)).path).frames
    start, end = box_of_dot(frames[0]), box_of_dot(frames[-1])
    assert start[:2] == pytest.approx((0.5, 0.5), abs=0.01)
    assert end[:2] == pytest.approx((0.5 + right, 0.5 + down), abs=0.03)


@pytest.mark.parametrize(
    ("move", "strength", "growth"),
    [("zoom", 1, 0.62), ("zoom", -1, 1.62), ("down_back", 1, 0.74), ("forward_up", 1, 1.45), ("push_in", 1, 1.18)],
)
async def test_the_dot_grows_when_the_camera_comes_nearer(tmp_path, move, strength, growth):
    shot = Shot(seconds=1, pixels=DRAFT, move=move, strength=strength)
    frames = view((await film(a_dot(), tmp_path / "film.mp4", shot)).path).frames
    assert box_of_dot(frames[-1])[2] / box_of_dot(frames[0])[2] == pytest.approx(growth, rel=0.06)


@pytest.mark.parametrize(("strength", "goes_up"), [(1, True), (-1, False)])
async def test_a_clockwise_roll_turns_the_picture_counterclockwise(tmp_path, strength, goes_up):
    shot = Shot(seconds=1, pixels=DRAFT, move="roll", strength=strength)
    frames = view((await film(a_dot(at=(0.8, 0.5)), tmp_path / "film.mp4", shot)).path).frames
    assert (box_of_dot(frames[-1])[1] < 0.4) is goes_up
    assert (box_of_dot(frames[-1])[1] > 0.6) is not goes_up


@pytest.mark.parametrize("move", [name for name in MOVES if name != "push_in"])
async def test_no_move_leaves_the_picture_for_blackness(tmp_path, move):
    for size in ((800, 320), (320, 800)):
        white = io.BytesIO()
        Image.new("RGB", size, "white").save(white, "JPEG")
        shot = Shot(seconds=1, pixels=60 * 60, move=move)
        last = view((await film(white.getvalue(), tmp_path / "film.mp4", shot)).path).frames[-1]
        assert min(darkest for darkest, _ in ImageStat.Stat(last).extrema) > 200


async def test_it_ends_in_the_end_picture(tmp_path):
    end = a_dot((500, 300), (0.5, 0.3))
    shot = Shot(seconds=1, pixels=DRAFT, end_picture=end)
    frames = view((await film(a_dot(), tmp_path / "film.mp4", shot)).path).frames
    assert box_of_dot(frames[len(frames) // 2])[1] == pytest.approx(0.5, abs=0.02)
    assert box_of_dot(frames[-1])[1] < 0.35


def a_mask(box: tuple[int, int, int, int], size: tuple[int, int] = (640, 360), mode: str = "L") -> bytes:
    """White where `box` is; with an alpha channel everything else is transparent, without one it is black."""
    mask = Image.new(mode, size)
    mask.paste("white", box)
    file = io.BytesIO()
    mask.save(file, "PNG")
    return file.getvalue()


MIDDLE = (270, 130, 370, 230)


@pytest.mark.parametrize(
    "mask", [a_mask(MIDDLE), a_mask(MIDDLE, mode="RGBA"), a_mask((135, 65, 185, 115), size=(320, 180))]
)
async def test_an_area_travels_along_its_path_from_the_bottom_up(tmp_path, mask):
    # 200 pixels right, then 100 up: after half of the film it is still on its way to the right.
    shot = Shot(seconds=1, pixels=DRAFT, motion=((mask, ((320, 180), (520, 180), (520, 280))),))
    frames = view((await film(a_dot(), tmp_path / "film.mp4", shot)).path).frames
    places = [box_of_dot(frames[number])[:2] for number in (0, 12, 24)]
    assert places[0] == pytest.approx((0.5, 0.5), abs=0.01)
    assert places[1] == pytest.approx((0.5 + 150 / 640, 0.5), abs=0.01)
    assert places[2] == pytest.approx((0.5 + 200 / 640, 0.5 - 100 / 360), abs=0.01)


async def test_each_area_has_a_path_of_its_own_and_the_rest_stands_still(tmp_path):
    picture = Image.new("RGB", (640, 360), (0, 0, 120))
    for x in (100, 320, 540):
        ImageDraw.Draw(picture).ellipse((x - 30, 150, x + 30, 210), fill="white")
    file = io.BytesIO()
    picture.save(file, "PNG")
    motion = (
        (a_mask((60, 140, 140, 220)), ((100, 180), (100, 280))),
        (a_mask((500, 140, 580, 220)), ((540, 180), (540, 80))),
    )
    shot = Shot(seconds=1, pixels=DRAFT, motion=motion)
    last = view((await film(file.getvalue(), tmp_path / "film.mp4", shot)).path).frames[-1]
    thirds = [last.crop((left, 0, left + 106, 180)) for left in (0, 107, 214)]
    assert [box_of_dot(third)[1] for third in thirds] == pytest.approx([0.22, 0.5, 0.78], abs=0.02)


async def test_a_static_area_stays_while_the_camera_moves(tmp_path):
    picture = a_dot(at=(0.25, 0.5))
    shot = Shot(seconds=1, pixels=DRAFT, move="horizontal", static_mask=a_mask((80, 80, 240, 280)))
    frames = view((await film(picture, tmp_path / "film.mp4", shot)).path).frames
    assert box_of_dot(frames[-1]) == pytest.approx(box_of_dot(frames[0]), abs=0.01)
    assert box_of_dot(frames[-1])[0] == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize(("ratio", "size"), [((1, 1), (240, 240)), ((9, 16), (180, 320)), ((16, 9), (320, 180))])
async def test_a_frame_has_the_ratio_asked_for_and_shows_the_middle(tmp_path, ratio, size):
    shot = Shot(seconds=1, pixels=DRAFT, aspect_ratio=ratio, move="still")
    last = view((await film(a_dot((800, 400)), tmp_path / "film.mp4", shot)).path).frames[-1]
    assert last.size == size
    x, y, width, height = box_of_dot(last)
    assert (x, y) == pytest.approx((0.5, 0.5), abs=0.01)
    assert width * size[0] == pytest.approx(height * size[1], abs=3)


async def test_paths_keep_to_the_picture_when_the_frame_shows_less_of_it(tmp_path):
    motion = ((a_mask(MIDDLE), ((0, 0), (90, 90))),)
    shot = Shot(seconds=1, pixels=DRAFT, motion=motion, aspect_ratio=(1, 1))
    last = view((await film(a_dot(), tmp_path / "film.mp4", shot)).path).frames[-1]
    assert box_of_dot(last)[:2] == pytest.approx((0.75, 0.25), abs=0.01)


async def test_a_draft_with_motion_is_cheap(tmp_path):
    motion = ((a_mask(MIDDLE), ((320, 180), (520, 180))),) * 6
    before = time.process_time()
    await film(a_dot(), tmp_path / "film.mp4", Shot(pixels=DRAFT, motion=motion))
    assert time.process_time() - before < 1.5


@pytest.mark.parametrize(("sound", "codec"), [(True, "aac"), (False, None)])
async def test_sound_is_there_when_asked_for(tmp_path, sound, codec):
    shot = Shot(seconds=1, pixels=DRAFT, sound=sound)
    assert view((await film(a_dot(), tmp_path / "film.mp4", shot)).path).audio_codec == codec


def test_frames_keep_the_aspect_ratio_in_even_sizes():
    assert frame_size((1600, 900), HD) == (1280, 720)
    assert frame_size((900, 1600), HD) == (720, 1280)
    assert frame_size((500, 500), HD) == (960, 960)
    width, height = frame_size((751, 301), DRAFT)
    assert width % 2 == height % 2 == 0
    assert width / height == pytest.approx(751 / 301, rel=0.01)


async def test_a_five_second_draft_is_cheap(tmp_path):
    picture = a_dot((1600, 900), image_format="JPEG")
    await film(picture, tmp_path / "warm.mp4", Shot(seconds=1, pixels=DRAFT))
    before = time.process_time()
    await film(picture, tmp_path / "film.mp4", Shot(pixels=DRAFT))
    assert time.process_time() - before < 1


async def test_ffmpegs_own_words_are_in_the_error(tmp_path):
    with pytest.raises(FilmError, match="No such file or directory"):
        await film(a_dot(), tmp_path / "missing" / "film.mp4", Shot(seconds=1, pixels=DRAFT))


@pytest.mark.parametrize("seconds", [0.005, 0.02, 0.04, 0.06, 0.1, 0.2])
async def test_cancelling_at_whatever_moment_leaves_no_ffmpeg_behind(tmp_path, seconds):
    target = tmp_path / "film.mp4"
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(film(a_dot(), target, Shot(seconds=60)), seconds)
    assert _ffmpegs_writing(target) == []


async def test_ffmpeg_is_seen_while_it_writes(tmp_path):
    target = tmp_path / "film.mp4"
    filming = asyncio.create_task(film(a_dot(), target, Shot(seconds=60)))
    while not (children := _ffmpegs_writing(target)):
        assert not filming.done()
        await asyncio.sleep(0.01)
    filming.cancel()
    with pytest.raises(asyncio.CancelledError):
        await filming
    assert not any(child.is_running() for child in children)


def _ffmpegs_writing(target: Path) -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if str(target) in child.cmdline()]


async def test_the_loop_goes_on_while_it_films(tmp_path):
    turns = 0
    filming = asyncio.create_task(film(a_dot((1600, 900)), tmp_path / "film.mp4", Shot(seconds=2, pixels=DRAFT)))
    while not filming.done():
        await asyncio.sleep(0.001)
        turns += 1
    assert filming.result().path.exists()
    assert turns > 20


async def test_half_a_file_is_unplayable(tmp_path):
    whole = (await film(a_dot(), tmp_path / "film.mp4", Shot(seconds=1, pixels=DRAFT))).path.read_bytes()
    half = tmp_path / "half.mp4"
    half.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnplayableError):
        view(half)

"""The motion brush: a member's text becomes masks and paths, a member's mask gets the picture's size."""

import io
import json
import re
import struct
import zlib
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from bot.media.masks import MaskError, Motion, draw, fit, parse
from languages.speech import say

TRIANGLE = [[10, 10], [90, 10], [10, 60]]
PATH = [[10, 10], [50, 20]]
NO_POINT = "has to be two whole numbers from 0 to 100,000"


def areas(*items: Any) -> str:
    return json.dumps(list(items))


def area(outline: Any = TRIANGLE, path: Any = PATH) -> dict[str, Any]:
    return {"area": outline, "path": path}


def opened(mask: bytes) -> Image.Image:
    with Image.open(io.BytesIO(mask), formats=["PNG"]) as image:
        image.load()
        return image


def saved(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def half_white(width: int, height: int) -> Image.Image:
    mask = Image.new("L", (width, height))
    mask.paste(255, (0, 0, width // 2, height))
    return mask


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("", "the text is not JSON"),
        ("circle", "the text is not JSON"),
        ("[" * 5000, "the text is not JSON"),
        ("{}", "the text has to be a list"),
        ("null", "the text has to be a list"),
        ("[]", "the text has 0 entries, and needs at least 1"),
        (areas(*[area()] * 7), "the text has more than 6 entries"),
        ("[5]", "area 1 has to have an `area` and a `path`"),
        (areas({"area": TRIANGLE}), "area 1, `path` is missing"),
        (areas(area(), {"path": PATH}), "area 2, `area` is missing"),
        (areas(area() | {"speed": 3}), "area 1, `speed` is not known"),
        (areas(area(5)), "area 1, `area` has to be a list"),
        (areas(area(TRIANGLE[:2])), "area 1, `area` has 2 entries, and needs at least 3"),
        (areas(area([[1, 1]] * 201)), "area 1, `area` has more than 200 entries"),
        (areas(area(path=PATH[:1])), "area 1, `path` has 1 entry, and needs at least 2"),
        (areas(area(path=[[1, 1]] * 78)), "area 1, `path` has more than 77 entries"),
        (areas(area([*TRIANGLE, 7])), f"area 1, `area`, point 4 {NO_POINT}"),
        (areas(area([[1, -1], *TRIANGLE])), f"area 1, `area`, point 1 {NO_POINT}"),
        (areas(area([[1, 1.5], *TRIANGLE])), f"area 1, `area`, point 1 {NO_POINT}"),
        (areas(area([[1], *TRIANGLE])), f"area 1, `area`, point 1 {NO_POINT}"),
        (areas(area([[1, 1, 1], *TRIANGLE])), f"area 1, `area`, point 1 {NO_POINT}"),
        (areas(area([[10**30, 1], *TRIANGLE])), f"area 1, `area`, point 1 {NO_POINT}"),
        (areas(area([[True, 1], *TRIANGLE])), f"area 1, `area`, point 1 {NO_POINT}"),
        (areas(area(path=[*PATH, ["12", 1]])), f"area 1, `path`, point 3 {NO_POINT}"),
        ('[{"area": [[NaN, 1], [2, 2], [3, 3]], "path": [[1, 1], [2, 2]]}]', f"area 1, `area`, point 1 {NO_POINT}"),
    ],
)
def test_a_text_that_will_not_do_says_where_and_how_to_write_it(text: str, reads: str) -> None:
    with pytest.raises(MaskError) as refused:
        parse(text)
    form = '`[{"area": [[x, y], …], "path": [[x, y], …]}]`'
    assert say(refused.value.sentence) == (
        f"`motion` cannot be read: {reads}. Write `motion` like {form}, in pixels from the top left."
    )


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["area", "path", "x"]), inner),
    max_leaves=30,
)


@given(st.text() | _json.map(json.dumps))
@example("\ud800")
@settings(max_examples=150, deadline=None)
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    try:
        read = parse(text)
    except MaskError:
        return
    assert 1 <= len(read) <= 6


async def test_paths_are_counted_from_the_bottom_left_and_masks_are_white_where_the_area_is() -> None:
    text = areas(area([[20, 30], [60, 30], [60, 70], [20, 70]], [[0, 0], [99, 79], [40, 50]]), area(TRIANGLE))
    square, triangle = await draw(text, 100, 80)
    assert square.path == ((0, 79), (99, 0), (40, 29))
    assert triangle.path == ((10, 69), (50, 59))
    expected = Image.new("L", (100, 80))
    expected.paste(255, (20, 30, 61, 71))
    assert opened(square.mask).tobytes() == expected.tobytes()
    seen = opened(triangle.mask)
    assert (seen.size, seen.mode, seen.getbbox()) == ((100, 80), "L", (10, 10, 91, 61))
    assert seen.getpixel((20, 20)) == 255
    assert seen.getpixel((80, 55)) == 0


async def test_the_corners_belong_to_the_picture_and_nothing_beyond() -> None:
    corners = [[0, 0], [99, 0], [99, 79], [0, 79]]
    (whole,) = await draw(areas(area(corners, corners)), 100, 80)
    assert opened(whole.mask).getextrema() == (255, 255)
    for x, y in ((100, 0), (0, 80), (100_000, 5)):
        for bad in (area([[x, y], *TRIANGLE[:2]]), area(TRIANGLE, [[1, 1], [x, y]])):
            with pytest.raises(MaskError) as refused:
                await draw(areas(area(corners[:3], PATH), bad), 100, 80)
            told = f"Area 2 of `motion` leaves the picture at ({x}, {y}); it has 100 by 80."
            assert say(refused.value.sentence) == told


@given(
    width=st.integers(300, 500),
    height=st.integers(300, 500),
    points=st.lists(st.tuples(st.integers(0, 299), st.integers(0, 299)), min_size=3, max_size=12),
)
@settings(max_examples=30, deadline=None)
async def test_every_corner_of_an_area_is_white(width: int, height: int, points: list[tuple[int, int]]) -> None:
    (drawn,) = await draw(areas(area(points, points[:77])), width, height)
    assert isinstance(drawn, Motion)
    mask = opened(drawn.mask)
    assert mask.size == (width, height)
    assert {mask.getpixel(point) for point in points} == {255}
    assert set(mask.tobytes()) <= {0, 255}
    assert drawn.path == tuple((x, height - 1 - y) for x, y in points)


@pytest.mark.parametrize("size", [(400, 320), (800, 640), (200, 160), (399, 320), (1234, 987)])
async def test_a_static_mask_gets_the_pictures_size(size: tuple[int, int]) -> None:
    fitted = opened(await fit(saved(half_white(*size)), 400, 320))
    assert (fitted.size, fitted.mode) == ((400, 320), "L")
    assert fitted.getbbox() == pytest.approx((0, 0, 200, 320), abs=1)


@pytest.mark.parametrize("size", [(320, 400), (400, 300), (410, 320), (320, 320)])
async def test_a_static_mask_of_another_shape_is_refused(size: tuple[int, int]) -> None:
    told = f"The mask is {size[0]} by {size[1]} and the picture 400 by 320; they need the same ratio."
    with pytest.raises(MaskError) as refused:
        await fit(saved(half_white(*size)), 400, 320)
    assert say(refused.value.sentence) == told


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "RGBA", "P", "LA"])
async def test_masks_may_be_drawn_in_any_mode(mode: str) -> None:
    fitted = opened(await fit(saved(half_white(400, 320).convert(mode)), 400, 320))
    assert fitted.tobytes() == half_white(400, 320).tobytes()


async def test_what_is_transparent_may_move() -> None:
    """Paint programs leave erased parts white, only transparent."""
    mask = Image.new("RGBA", (400, 320), (255, 255, 255, 0))
    ImageDraw.Draw(mask).rectangle((0, 0, 199, 319), fill=(255, 255, 255, 255))
    assert opened(await fit(saved(mask), 400, 320)).tobytes() == half_white(400, 320).tobytes()


def png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of(width: int, height: int, rows: bytes = b"") -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", rows) + png_chunk(b"IEND", b"")


WHOLE = saved(half_white(400, 320))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        b"GIF89a",
        saved(half_white(400, 320), "GIF"),
        WHOLE[: len(WHOLE) // 2],
        WHOLE[:33],
        png_of(60_000, 48_000),
        png_of(12_500, 10_000),
        png_of(400, 320, zlib.compress(b"")),
        png_of(400, 320, b"no zlib"),
        png_of(0, 0),
        saved(half_white(400, 320), "JPEG")[:200],
    ],
    ids=[
        "empty",
        "text",
        "gif start",
        "gif",
        "half",
        "header",
        "bomb",
        "large",
        "no rows",
        "no zlib",
        "nothing",
        "jpeg",
    ],
)
async def test_files_that_are_no_masks_are_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(MaskError) as refused:
        await fit(content, 400, 320)
    assert re.fullmatch(r"The mask .*\.", say(refused.value.sentence))


@given(at=st.integers(0, len(WHOLE) - 1), value=st.integers(0, 255))
@settings(max_examples=150, deadline=None)
async def test_damaged_files_are_fitted_or_refused(at: int, value: int) -> None:
    damaged = WHOLE[:at] + bytes([value]) + WHOLE[at + 1 :]
    try:
        fitted = await fit(damaged, 400, 320)
    except MaskError:
        return
    assert opened(fitted).size == (400, 320)

"""Pictures that providers refuse for shape or size, made to fit, always in the same way."""

import io

import pytest
from PIL import Image

from bot.media.fitting import Fit, draw, fit, helps, previews
from bot.media.pictures import MAX_BYTES, MAX_RATIO, MIN_SIDE, Picture, PictureError, inspect
from languages.sentence import Sentence
from languages.speech import say

RED, BLUE = (200, 30, 30), (30, 30, 200)


def file_of(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def banner(width: int, height: int) -> bytes:
    """Red with blue ends."""
    image = Image.new("RGB", (width, height), BLUE)
    third = (width // 3, height) if width > height else (width, height // 3)
    middle = (third[0], 0) if width > height else (0, third[1])
    image.paste(RED, (*middle, middle[0] + third[0], middle[1] + third[1]))
    return file_of(image)


def colour_at(picture: Picture, x: float, y: float) -> str:
    with Image.open(io.BytesIO(picture.content)) as image:
        column, line = int(x * (picture.width - 1)), int(y * (picture.height - 1))
        red, _, blue = image.convert("RGB").crop((column, line, column + 1, line + 1)).tobytes()
        return "red" if red > blue else "blue"


@pytest.mark.parametrize("how", Fit)
@pytest.mark.parametrize(
    "size", [(1200, 300), (300, 1200), (2503, 1001), (90, 80), (1, 1), (4, 900), (2000, 4), (9000, 700), (751, 300)]
)
async def test_whatever_comes_out_is_taken(size: tuple[int, int], how: Fit):
    picture = await fit(file_of(Image.linear_gradient("L").resize(size).convert("RGB")), how)
    assert picture.converted
    assert await inspect(picture.content) == Picture(
        picture.content, "image/jpeg", picture.width, picture.height, False
    )
    assert max(picture.width, picture.height) <= 3840


async def test_cropping_keeps_the_middle():
    picture = await fit(banner(1800, 300), Fit.CROP)
    assert (picture.width, picture.height) == (750, 300)
    assert [colour_at(picture, x, 0.5) for x in (0.2, 0.5, 0.8)] == ["red", "red", "red"]
    tall = await fit(banner(300, 1800), Fit.CROP)
    assert (tall.width, tall.height) == (300, 750)


async def test_padding_keeps_everything():
    picture = await fit(banner(1800, 300), Fit.PAD)
    assert (picture.width, picture.height) == (1800, 720)
    assert [colour_at(picture, x, 0.5) for x in (0.05, 0.5, 0.95)] == ["blue", "red", "blue"]


async def test_a_small_picture_gets_larger_in_one_way_only():
    content = file_of(Image.linear_gradient("L").resize((200, 120)))
    assert list(await previews(content)) == [Fit.CROP]
    picture = await fit(content, Fit.CROP)
    assert (picture.width, picture.height) == (500, 300)


async def test_a_heavy_picture_gets_lighter():
    noise = Image.effect_noise((4200, 3000), 90)
    content = file_of(noise, compress_level=0)
    assert len(content) > MAX_BYTES
    with pytest.raises(PictureError) as error:
        await inspect(content)
    assert helps(error.value.sentence)
    picture = await fit(content, Fit.CROP)
    assert len(picture.content) <= MAX_BYTES
    assert (picture.width, picture.height) == (3840, 2743)


async def test_what_is_seen_is_what_is_made():
    content = banner(1600, 200)
    seen = await previews(content)
    assert list(seen) == [Fit.CROP, Fit.PAD]
    for how, preview in seen.items():
        picture = await fit(content, how)
        with Image.open(io.BytesIO(preview)) as image:
            assert max(image.size) <= 1024
            assert image.width / image.height == pytest.approx(picture.width / picture.height, rel=0.01)


async def test_it_can_be_made_again_from_the_same_file():
    content = banner(1600, 200)
    assert await fit(content, Fit.PAD) == await fit(content, Fit.PAD)


async def test_the_picture_stands_upright_and_has_lost_its_metadata():
    image = Image.new("RGB", (200, 100), RED)
    image.paste(BLUE, (100, 0, 200, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # the right end is the bottom
    exif[0x010F] = "a camera's name"
    picture = await fit(file_of(image, "JPEG", exif=exif), Fit.CROP)
    assert (picture.width, picture.height) == (300, 600)
    assert (colour_at(picture, 0.5, 0.1), colour_at(picture, 0.5, 0.9)) == ("red", "blue")
    assert b"camera" not in picture.content


async def test_transparent_parts_become_white():
    picture = await fit(file_of(Image.new("RGBA", (100, 100), (0, 0, 0, 0))), Fit.CROP)
    with Image.open(io.BytesIO(picture.content)) as image:
        assert min(image.convert("RGB").crop((150, 150, 151, 151)).tobytes()) > 250


async def test_an_end_picture_keeps_its_shape():
    content = banner(1200, 200)
    assert list(await previews(content, check_ratio=False)) == [Fit.CROP]
    picture = await fit(content, Fit.CROP, check_ratio=False)
    assert (picture.width, picture.height) == (1800, 300)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"GIF89a", "“a.png” is not a picture that can be read"),
        (file_of(Image.effect_noise((500, 500), 9))[:-900], "“a.png” is damaged or incomplete"),
        (file_of(Image.new("F", (100, 100)), "TIFF"), "“a.png” is a measurement rather than a picture"),
        (file_of(Image.new("1", (9000, 6000))), "“a.png” has 9000 x 6000 pixels"),
    ],
)
async def test_what_cannot_be_fitted_is_told(content: bytes, told: str):
    with pytest.raises(PictureError) as error:
        await fit(content, Fit.PAD, filename="a.png")
    assert told in say(error.value.sentence)
    assert not helps(error.value.sentence)


async def test_a_line_does_not_become_a_wall():
    with pytest.raises(PictureError) as error:
        await fit(file_of(Image.new("1", (60000, 1))), Fit.PAD, check_ratio=False)
    assert error.value.sentence.id == "pictures-too-big"


def test_the_drawing_itself_answers_with_what_is_wrong():
    task = b'{"name": "%s", "how": "crop", "check_ratio": true, "preview": false}'
    name = Sentence("pictures-nameless").dump().replace('"', '\\"').encode()
    head = draw(task % name + b"\n" + b"no picture").partition(b"\n")[0]
    assert b"pictures-no-picture" in head


def test_only_shape_and_size_can_be_helped():
    assert [helps(Sentence(f"pictures-{one}")) for one in ("too-small", "too-narrow", "damaged")] == [True, True, False]
    assert MAX_RATIO * MIN_SIDE == 750

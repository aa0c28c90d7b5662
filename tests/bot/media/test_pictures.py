import asyncio
import io
import json
import re
import struct
import zlib
from contextlib import suppress
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.media import pictures
from bot.media.pictures import CARD_SIDE, MAX_BYTES, Picture, PictureError, card_picture, inspect
from bot.media.workshop import Done
from languages.sentence import Sentence
from languages.speech import say

NAMELESS = Sentence("pictures-nameless")
ORIENTATION = 0x0112
GPS_IFD = 0x8825


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def photo(width=640, height=480) -> Image.Image:
    return Image.linear_gradient("L").resize((width, height)).convert("RGB")


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


JPEG = encoded(photo(), "JPEG")
PNG = encoded(photo(), "PNG")


async def refusal(content: bytes, **options) -> str:
    with pytest.raises(PictureError) as caught:
        await inspect(content, **options)
    return say(caught.value.sentence)


@pytest.mark.parametrize(("content", "media_type"), [(JPEG, "image/jpeg"), (PNG, "image/png")])
async def test_jpg_and_png_go_byte_for_byte(content, media_type):
    assert await inspect(content) == Picture(content, media_type, 640, 480, converted=False)


async def test_the_name_decides_nothing():
    assert (await inspect(JPEG, filename="letter.txt")).media_type == "image/jpeg"


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "BMP", "TIFF", "AVIF"])
async def test_other_readable_pictures_become_jpeg(kind):
    picture = await inspect(encoded(photo(), kind))

    sent = opened(picture.content)
    assert (sent.format, sent.size, sent.mode) == ("JPEG", (640, 480), "RGB")
    assert (picture.media_type, picture.width, picture.height, picture.converted) == ("image/jpeg", 640, 480, True)
    assert sent.getpixel((320, 470)) == pytest.approx((250, 250, 250), abs=8)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
async def test_an_animation_gives_its_first_frame(kind):
    frames = [Image.new("RGB", (400, 400), colour) for colour in ("red", "blue")]
    picture = await inspect(encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100))

    assert picture.converted
    assert opened(picture.content).getpixel((200, 200)) == pytest.approx((254, 0, 0), abs=6)


@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "WEBP"), ("LA", "TIFF"), ("RGBA", "GIF")])
async def test_transparent_parts_become_white(mode, kind):
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 200, 400))

    sent = opened((await inspect(encoded(image.convert(mode), kind))).content)

    assert sent.getpixel((100, 200)) == pytest.approx((0, 0, 0), abs=6)
    assert sent.getpixel((300, 200)) == pytest.approx((255, 255, 255), abs=6)


async def test_sixteen_bits_keep_their_brightness():
    picture = await inspect(encoded(Image.new("I;16", (400, 400), 0x8000), "TIFF"))

    assert opened(picture.content).getpixel((200, 200)) == pytest.approx((128, 128, 128), abs=2)


async def test_numbers_without_a_known_white_are_refused():
    assert "JPG or PNG" in await refusal(encoded(Image.new("F", (400, 400), 0.5), "TIFF"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_picture_that_lies_on_its_side_is_turned_upright(kind):
    image = photo(640, 480)
    image.paste("red", (0, 0, 640, 100))
    exif = Image.Exif()
    exif[ORIENTATION] = 6

    picture = await inspect(encoded(image, kind, exif=exif))

    sent = opened(picture.content)
    assert (picture.width, picture.height, picture.converted) == (480, 640, True)
    assert sent.size == (480, 640)
    assert ORIENTATION not in sent.getexif()
    assert sent.getpixel((460, 320)) == pytest.approx((254, 0, 0), abs=12)


async def test_an_upright_picture_with_exif_is_left_alone():
    exif = Image.Exif()
    exif[ORIENTATION] = 1
    content = encoded(photo(), "JPEG", exif=exif)

    assert (await inspect(content)).content == content


async def test_a_phone_picture_with_a_second_picture_behind_it_is_a_jpeg():
    content = encoded(photo(), "MPO", save_all=True, append_images=[photo(320, 240)])

    assert await inspect(content) == Picture(content, "image/jpeg", 640, 480, converted=False)


@pytest.mark.parametrize(
    "content",
    [
        b"just words\n" * 50,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!doctype html><title>404</title>",
        b"\0" * 999,
    ],
)
async def test_what_is_no_picture_is_refused_by_name(content):
    text = await refusal(content, filename="cat.png")

    assert text.startswith("“cat.png” is not a picture that can be read; send a JPG, PNG, ")


async def test_pillow_formats_that_nobody_needs_stay_closed():
    assert "not a picture that can be read" in await refusal(encoded(photo(), "PPM"))
    assert "not a picture that can be read" in await refusal(encoded(photo(), "EPS"))


async def test_an_empty_file_is_refused():
    assert await refusal(b"", filename="cat.png") == "“cat.png” is empty."


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
async def test_a_truncated_picture_is_refused(kind):
    content = encoded(Image.effect_noise((400, 400), 60).convert("RGB"), kind)

    assert "damaged or incomplete" in await refusal(content[: len(content) * 3 // 4])


async def test_the_last_two_bytes_of_a_jpeg_are_missed():
    assert "damaged or incomplete" in await refusal(JPEG[:-2])


@pytest.mark.parametrize(("width", "height"), [(100, 100), (299, 400), (400, 299)])
async def test_a_small_picture_is_refused_with_its_size(width, height):
    text = await refusal(encoded(photo(width, height), "PNG"))

    assert text == f"The picture is too small: {width} x {height} pixels; each side must have at least 300 pixels."


@pytest.mark.parametrize(("width", "height"), [(900, 300), (300, 900), (751, 300)])
async def test_a_narrow_picture_is_refused_with_its_ratio(width, height):
    text = await refusal(encoded(photo(width, height), "PNG"))

    assert f"{max(width, height) / 300:.2f} to 1 ({width} x {height} pixels); at most 2.5 to 1" in text


async def test_the_limits_themselves_are_allowed():
    assert (await inspect(encoded(photo(750, 300), "PNG"))).width == 750


async def test_an_end_picture_may_have_any_ratio():
    content = encoded(photo(1500, 300), "PNG")

    assert (await inspect(content, check_ratio=False)).content == content


async def test_a_heavy_picture_is_refused_with_its_weight():
    assert "too large: 10.0 MB; at most 10 MB" in await refusal(JPEG + b"\0" * (MAX_BYTES + 1 - len(JPEG)))


def test_a_conversion_that_is_still_too_heavy_is_refused(monkeypatch):
    monkeypatch.setattr(pictures, "MAX_BYTES", 200_000)
    content = encoded(Image.effect_noise((900, 900), 90), "WEBP", quality=1)
    assert len(content) < 200_000

    question = json.dumps({"name": NAMELESS.dump(), "check_ratio": True}).encode()
    assert b"pictures-too-heavy" in pictures.judge(question + b"\n" + content)


@pytest.mark.parametrize(("width", "height"), [(8000, 8000), (10_000, 10_000), (60_000, 60_000)])
async def test_a_bomb_is_refused_before_it_is_decoded(width, height):
    started = asyncio.get_running_loop().time()

    text = await refusal(png_header(width, height))

    assert re.search(r"pixels; at most 50 million are allowed\.$", text)
    assert asyncio.get_running_loop().time() - started < 1


async def test_decoding_that_never_ends_is_ended(monkeypatch):
    """A progressive JPEG whose every 100 bytes ask for one more pass over all of its pixels."""
    monkeypatch.setattr(pictures, "SECONDS", 0.5)
    plain = encoded(Image.new("L", (3000, 3000), 128), "JPEG", progressive=True)
    last_scan = plain[plain.rindex(b"\xff\xda") : -2]
    endless = plain[:-2] + last_scan * (8_000_000 // len(last_scan)) + b"\xff\xd9"
    started = asyncio.get_running_loop().time()

    assert "takes too long to open" in await refusal(endless)
    assert asyncio.get_running_loop().time() - started < 5


async def test_the_event_loop_runs_on_while_a_picture_is_judged():
    content = encoded(Image.new("RGB", (6000, 6000), "teal"), "PNG")
    judging = asyncio.ensure_future(inspect(content))
    turns = 0
    while not judging.done():
        await asyncio.sleep(0.001)
        turns += 1

    assert (await judging).width == 6000
    assert turns > 5


async def test_a_file_name_cannot_format_or_mention():
    text = await refusal(b"words", filename="**`<@1>\u202e`**" + "x" * 500)

    assert text.startswith("“1x")
    assert len(text) < 200


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.binary(max_size=400))
def test_arbitrary_bytes_are_judged(content):
    with pytest.raises(PictureError):
        pictures.judged(content, NAMELESS, check_ratio=True)


BASES = [
    encoded(photo(320, 300), "JPEG", progressive=True),
    encoded(photo(320, 300), "TIFF", compression="tiff_lzw"),
    *(encoded(photo(320, 300), kind) for kind in ("JPEG", "PNG", "WEBP", "GIF", "BMP", "AVIF")),
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), base=st.sampled_from(BASES))
def test_mutated_pictures_are_judged(data, base):
    content = bytearray(base)
    positions = st.one_of(st.integers(0, min(400, len(base) - 1)), st.integers(0, len(base) - 1))
    for position in data.draw(st.lists(positions, max_size=6)):
        content[position] = data.draw(st.integers(0, 255))
    del content[data.draw(st.integers(1, len(content))) if data.draw(st.booleans()) else len(content) :]

    with suppress(PictureError):
        judged = pictures.judged(bytes(content), NAMELESS, check_ratio=True)
        assert min(judged.width, judged.height) >= 300
        assert opened(judged.content).size == (judged.width, judged.height)


async def test_the_card_is_light_and_tells_nothing_about_its_owner():
    exif = Image.Exif()
    exif.get_ifd(GPS_IFD)[1] = "N"
    exif[0x010F] = "CameraMaker"
    content = encoded(photo(3000, 2000), "JPEG", exif=exif, comment=b"private words", quality=95)
    assert b"CameraMaker" in content
    assert b"private words" in content

    card = await card_picture((await inspect(content)).content)

    shown = opened(card)
    assert (shown.format, max(shown.size)) == ("JPEG", CARD_SIDE)
    assert not shown.getexif()
    assert "comment" not in shown.info
    assert b"CameraMaker" not in card
    assert b"private words" not in card
    assert len(card) < 100_000


async def test_a_small_transparent_picture_keeps_its_size_on_the_card():
    card = await card_picture(encoded(Image.new("RGBA", (320, 310), (0, 0, 0, 0)), "PNG"))

    assert opened(card).size == (320, 310)
    assert opened(card).getpixel((5, 5)) == pytest.approx((255, 255, 255), abs=2)


@pytest.mark.parametrize("problem", ["You have won.", "{}", '{"id": 5, "values": {}}'])
async def test_a_reader_that_was_taken_over_cannot_word_the_answer(monkeypatch, problem):
    async def call(*_):
        return Done(returncode=0, late=False, complaints="", output=json.dumps({"problem": problem}).encode())

    monkeypatch.setattr(pictures, "WORKSHOP", SimpleNamespace(call=call))
    assert await refusal(JPEG) == "The picture cannot be opened; save it again in another program and send that."

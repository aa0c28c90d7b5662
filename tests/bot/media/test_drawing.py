import io
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from bot.media.drawing import WIDTH, histogram, lasting, short
from bot.media.lettering import FAMILY, Lettering
from bot.media.plots import Share, Slot
from tests.bot.media.conftest import CAPTIONS, FIRST, figures, nothing, painted

BACKGROUND = (0x2B, 0x2D, 0x31)
BLUE = (0x7C, 0x87, 0xFF)
GREEN = (0x2F, 0xB5, 0x73)
RED = (0xFF, 0x80, 0x78)

NASTY = (
    "$x^2_{$ \\frac",
    "a\nb\x00\x1b[31m",
    "\u202eevil",
    "Z" + "\u0351\u036b\u0343" * 40,
    "李小明",
    "🎬",
    "",
    "w" * 200,
)


def opened(picture: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(picture))
    assert image.format == "PNG"
    return image.convert("RGB")


def pixels(image: Image.Image) -> dict[tuple[int, ...], int]:
    """How many pixels have each colour."""
    colours = image.getcolors(image.width * image.height)
    assert colours is not None
    return {colour: count for count, colour in colours if isinstance(colour, tuple)}


def test_a_period_is_drawn_on_a_dark_ground_in_the_colours_of_its_charts():
    picture = painted(figures())

    image = opened(picture)
    assert image.width == WIDTH
    assert WIDTH < image.height < 2 * WIDTH
    assert len(picture) < 500_000
    found = pixels(image)
    assert all(image.getpixel(corner) == BACKGROUND for corner in ((0, 0), (WIDTH - 1, image.height - 1)))
    assert all(found[colour] > 1000 for colour in (BLUE, GREEN, RED))
    light = sum(count for colour, count in found.items() if sum(colour) > 600)
    assert 0.005 < light / (image.width * image.height) < 0.1


def test_the_bars_are_as_high_as_their_numbers():
    """The second of two days has twice the credits of the first; nothing else in the upper half is blue."""
    two = figures(2).model_copy(update={"models": (), "members": (), "waits": ()})
    slots = (Slot(first=FIRST, credits=100), Slot(first=FIRST + timedelta(days=1), credits=200))

    image = opened(painted(two.model_copy(update={"slots": slots})))

    top = image.crop((0, 250, WIDTH, image.height))
    heights = [sum(top.getpixel((column, row)) == BLUE for row in range(top.height)) for column in range(top.width)]
    steps = sorted({height for height in heights if height and heights.count(height) > 20})
    assert len(steps) == 2
    assert steps[1] == pytest.approx(2 * steps[0], abs=2)


def test_all_others_together_have_no_bar_beside_those_of_single_ones():
    one, two = (Share(label=name, credits=10) for name in "ab")
    others = two.model_copy(update={"rest": True, "credits": 500})

    sheets = [nothing().model_copy(update={"members": (one, other)}) for other in (two, others)]
    both, alone = (pixels(opened(painted(sheet)))[BLUE] for sheet in sheets)

    assert both == 2 * alone


def test_the_same_figures_make_the_same_picture():
    assert painted(figures(3)) == painted(figures(3))


@pytest.mark.parametrize(
    "period", [figures(1), figures(31), figures(62), figures(40, step=7)], ids=lambda one: one.last
)
def test_any_length_of_a_period(period):
    assert pixels(opened(painted(period)))[BLUE] > 1000


def test_a_period_without_videos_has_a_picture_too():
    image = opened(painted(nothing()))

    found = pixels(image)
    assert not found.keys() & {BLUE, GREEN, RED}
    assert sum(count for colour, count in found.items() if min(colour) > 0x90) > 300


def test_only_failures_are_shown_as_failures():
    slots = (Slot(first=FIRST, failed=3),)

    found = pixels(opened(painted(nothing().model_copy(update={"slots": slots}))))

    assert RED in found
    assert BLUE not in found


def test_a_language_that_no_font_can_write_is_drawn_in_the_spare_one():
    spare = figures()
    titles = {"written": "Видео и кредиты", "not": "\U00012000\U00012001"}
    said = {
        name: spare.model_copy(update={"captions": CAPTIONS.model_copy(update={"title": title}), "spare": spare})
        for name, title in titles.items()
    }
    assert painted(said["not"]) == painted(spare)
    assert painted(said["written"]) != painted(spare)


def test_numbers_and_dates_are_those_of_the_language():
    assert short(2_500_000, "de") == "2,5\N{NO-BREAK SPACE}Mio."
    assert lasting(5400, CAPTIONS.model_copy(update={"locale": "de"})) == "1,5 h"
    assert short(40_000, "ja") == "4万"


def test_hostile_names_are_drawn_and_stay_inside_of_their_card():
    tame = opened(painted(figures(names=tuple("member" for _ in NASTY))))
    image = opened(painted(figures(names=NASTY)))

    assert image.size == tame.size
    changed = ImageChops.difference(image, tame).getbbox()
    assert changed is not None
    left, top, right, bottom = changed
    assert 60 <= left < right <= WIDTH - 60
    below, card = 360, 400
    assert image.height - below - card <= top < bottom <= image.height - below


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, ""), (5, "5"), (950, "950"), (1_000, "1K"), (1_500, "1.5K"), (40_000, "40K"), (2_500_000, "2.5M")],
)
def test_numbers_beside_a_chart(number, words):
    assert short(number, "en_GB") == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (60, "1 min"),
        (90, "90 s"),
        (120, "2 min"),
        (3599, "1 h"),
        (5400, "1.5 h"),
        (86400, "24 h"),
    ],
)
def test_durations(seconds, words):
    assert lasting(seconds, CAPTIONS) == words


def test_waits_are_counted_in_bins_of_a_round_width():
    waits = histogram([61, 62, 119, 130, 200])
    assert (waits.width, waits.open) == (15, False)
    assert waits.counts == [0, 0, 0, 0, 2, 0, 0, 1, 1, 0, 0, 0, 0, 1]


def test_one_wait_of_a_day_does_not_squeeze_the_others():
    waits = histogram([*range(60, 99), 86_400])
    assert waits.width == 10
    assert waits.open
    assert waits.counts[-1] == 1
    assert sum(waits.counts[:-1]) == 39


@given(st.lists(st.floats(0, 1e8), min_size=1, max_size=60))
def test_no_wait_is_lost(waits):
    bins = histogram(waits)
    assert sum(bins.counts) == len(waits)
    assert 1 <= len(bins.counts) <= 15
    assert bins.counts[-1] > 0


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("alice", "alice"),
        ("Ζωή Иван שלום", "Ζωή Иван שלום"),
        ("محمد", "محمد"),
        ("\U0001d4d0\U0001d4f5\U0001d4f2\U0001d4ec\U0001d4ee \uff37", "Alice W"),
        ("Zoë\n\t \U0001f9ff\ufe0f x", "Zoë x"),
        ("\u202eabc\u200b\x00", "abc"),
        ("a" + "\u0351" * 40, "a" + "\u0351" * 2),
        ("", "somebody"),
        (" \u200b ", "somebody"),
        ("\U0001f9ff", "somebody"),
        ("\U00012000\U00012001 a", "somebody"),
    ],
)
def test_names_as_the_fonts_can_write_them(label, shown):
    lettering = Lettering([label])
    assert lettering.write(label, "somebody") == shown
    assert lettering.families[0] == FAMILY

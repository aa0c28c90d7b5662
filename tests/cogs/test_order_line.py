"""The line of options that a form ends with: what is written is read back, and mistakes are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pipeline.intake import Refusal
from cogs.order_line import EXAMPLE, PLAIN, example, read, written
from languages.speech import LANGUAGES, say, speaking
from providers.catalog import Openings, load
from providers.request import AspectRatio, Camera, VideoRequest
from storage.records import account_of

MOVES = [camera for camera in Camera if camera.takes_strength]

REQUESTS = st.builds(
    VideoRequest,
    model=st.just("kling-v3"),
    cfg_scale=st.none() | st.floats(0, 1).map(lambda number: round(number, 3)),
    aspect_ratio=st.none() | st.sampled_from(AspectRatio),
    sound=st.just(value=True),
    watermark=st.booleans(),
    voices=st.lists(st.text("abc0123456789", min_size=1, max_size=9), max_size=2).map(tuple),
) | st.builds(
    VideoRequest, model=st.just("kling-v1"), camera=st.sampled_from(MOVES), camera_value=st.sampled_from([-2.5, 1, 10])
)


@given(request_=REQUESTS)
def test_what_is_written_is_read_back(request_: VideoRequest) -> None:
    found = read(written(request_.model_dump()))
    assert set(found) == set(PLAIN)
    assert found.pop("provider") is None
    assert VideoRequest.model_validate({"model": request_.model, **found}) == request_


def test_what_is_left_out_is_as_usual() -> None:
    assert written({"cfg_scale": None, "sound": False, "model": "kling-v3", "voices": ()}) == ""
    assert read(" ") == PLAIN
    assert written({"cfg_scale": 0.0}) == "cfg_scale=0"


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_it_is_written_and_read_in_the_readers_words(language: str) -> None:
    with speaking(language):
        for move in Camera:
            assert read(written({"camera": move}))["camera"] == move
            assert read(f"camera={move}")["camera"] == move
            own, called = say("option-camera"), say(move.called)
            assert read(f"sound=no {own} = {called}")["camera"] == move
        assert read(written(EXAMPLE)) == {**PLAIN, **EXAMPLE, "cfg_scale": "0.5"}


@pytest.mark.parametrize("accounts", [["kling"], ["aimlapi"], ["ezmodel"], ["ai302"], ["kling", "aimlapi", "ezmodel"]])
def test_the_example_is_taken_by_the_model_that_the_form_shows(accounts: list[str]) -> None:
    catalog = load()
    clients = {
        route.client for model in catalog.models for route in model.routes if account_of(route.client) in accounts
    }
    shown = [(model, example(model, clients)) for model in catalog.offered(clients)]
    lines = [(model, line) for model, line in shown if line != written(EXAMPLE)]
    assert len(lines) >= len(shown) - 1  # one model of one gateway takes nothing of it
    for model, line in lines:
        options = {name: value for name, value in read(line).items() if value != PLAIN[name]}
        openings = Openings(clients)
        usual = catalog.usual({"model": model.id, **options}, openings)
        assert catalog.choose(
            VideoRequest.build(**{**usual, **options, "model": model.id, "prompt": "the sea"}), openings
        )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh-CN", "声音＝是，运镜＝变焦；运镜幅度＝－５"),  # noqa: RUF001
        ("ja", "サウンド＝はい、カメラ＝ズーム　カメラ強度＝－５"),  # noqa: RUF001
        ("ja", "ｻｳﾝﾄﾞ=はい、ｶﾒﾗ=ｽﾞｰﾑ、camera_value=-5"),
        ("de", "Ton = Ja, Kamera = „Zoom“ Kamera_Wert = -5"),
    ],
)
def test_any_keyboard_will_do(language: str, line: str) -> None:
    with speaking(language):
        assert read(line) == {**PLAIN, "sound": True, "camera": "zoom", "camera_value": "-5"}


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("cfg_scale=0,5", "cfg_scale", "0.5"),
        ("cfg_scale = 0.5, sound=yes", "cfg_scale", "0.5"),
        ('voices="one, Two" sound=no', "voices", ["one", "Two"]),
        ("voices=one, Two, sound=yes", "voices", ["one", "Two"]),
        ("camera=down back sound=yes", "camera", "down_back"),
        ("camera=ZOOM; camera_value=-2", "camera", "zoom"),
        ("provider=Kling", "provider", "kling"),
        ("sound=TRUE", "sound", True),
    ],
)
def test_members_write_as_they_like(line: str, name: str, value: object) -> None:
    assert read(line)[name] == value


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("zoom in", "“zoom in” is no option. Write each one like `cfg_scale=0.5 aspect_ratio=16:9 watermark=yes`"),
        ("sound=yes and loud", "`sound` is yes or no"),
        ("zoom=5", "There is no option `zoom` here. There is cfg_scale, camera"),
        ("sound=yes sound=no", "`sound` is there twice"),
        ("watermark=perhaps", "`watermark` is yes or no"),
    ],
)
def test_mistakes_are_named(line: str, told: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read(line)
    (sentence,) = refusal.value.sentences
    assert told in say(sentence)

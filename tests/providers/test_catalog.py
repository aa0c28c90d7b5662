"""The catalogue's data, its mistakes, its choices and the sentences where there is no choice."""

import json
import re
from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.speech import say
from providers.catalog import SHIPPED, Catalog, CatalogError, Openings, load
from providers.catalog_models import Price
from providers.request import RequestError, VideoRequest

KLING = {"kling"}
SEED_MODELS = {
    "kling-v1", "kling-v1-5", "kling-v1-6", "kling-v2-master", "kling-v2-1", "kling-v2-1-master", "kling-v2-5-turbo",
    "kling-v2-6",
}  # fmt: skip
SEED_ROUTES = {
    ("aimlapi", "kling-video/v1/pro/image-to-video"), ("aimlapi", "kling-video/v2.1/pro/image-to-video"),
    *(("kling", model) for model in SEED_MODELS),
    *(("ezmodel", f"kling-{one}") for one in ("v1", "v1-5", "v1-6", "v2-1", "v2-5-turbo", "v2-6", "v3")),
    *(("ai302", f"m2v_{one}") for one in ("15_img2video", "15_img2video_10s", "img2video_hq", "img2video_hq_10s")),
}  # fmt: skip
"""Client and the provider's name for the model, seeds 000 to 004; kling-v3 came later (facts/providers.md 3.5)."""
CLIENTS = {"kling", "kling-new", "aimlapi", "aimlapi-universal", "ezmodel", "ai302"}

ALL_THERE_IS = "There is Kling 3.0, Kling 2.6 and Kling 2.5 Turbo."

OWN = """
[[models]]
id = "one"
name = "Model One"
durations = [5, 10]
modes = ["std", "pro"]
expected_seconds = { std = 100, pro = 200 }
can = { end_image = [{ modes = ["pro"] }], sound = [{ durations = [5] }, { modes = ["pro"] }] }
[[models.routes]]
provider = "kling"
model = "k-one"
prices = [
    { mode = "std", credits_per_second = 4.01 },
    { mode = "pro", credits_per_second = 8 },
    { mode = "pro", duration = 10, credits = 70.5 },
    { mode = "pro", sound = true, credits_per_second = 9 },
]
[[models.routes]]
provider = "aimlapi"
model = "a/one"
prompt_required = true
can = { end_image = [], aspect_ratio = [{}] }
prices = [{ mode = "std", credits = 15 }]

[[models]]
id = "two"
name = "Model Two"
durations = [3, 4, 5, 6]
modes = ["std"]
expected_seconds = { std = 50 }
can = { cfg_scale = [{}], end_image = [{}] }
[[models.routes]]
provider = "kling"
model = "k-two"
retired = 2026-09-15
prices = [{ mode = "std", credits = 1 }]
[[models.routes]]
provider = "ezmodel"
model = "e-two"
prices = [{ mode = "std", credits = 2 }]
"""


def wants(model: str, **options: object) -> VideoRequest:
    return VideoRequest.build(model=model, **options)


def refusal(catalog: Catalog, request: VideoRequest, providers: Collection[str] = KLING) -> list[str]:
    with pytest.raises(RequestError) as caught:
        catalog.choose(request, Openings(providers))
    return [say(problem) for problem in caught.value.problems]


@pytest.fixture(scope="module")
def shipped():
    return load()


@pytest.fixture
def own(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(OWN, "utf-8")
    return load(file)


def test_every_model_of_the_seed_and_the_newest_are_there(shipped):
    assert {model.id for model in shipped.models} == SEED_MODELS | {"kling-v3", "kling-v3-turbo"}
    assert {model.id for model in shipped.offered(KLING)} == {"kling-v2-5-turbo", "kling-v2-6", "kling-v3"}
    routes = [(model, route) for model in shipped.models for route in model.routes]
    assert {route.client for _, route in routes} == CLIENTS
    assert {(route.client, route.model) for _, route in routes} >= SEED_ROUTES
    assert all(route.model == model.id for model, route in routes if route.client in ("kling", "ezmodel"))
    assert {model.retired_of(KLING) for model in shipped.models} == {None, date(2026, 9, 15)}
    assert {model.retired for model in shipped.models} == {None}
    assert shipped.offered([]) == []


@pytest.mark.parametrize(
    ("model", "options", "credits"),
    [
        ("kling-v2-5-turbo", {}, 21),
        ("kling-v2-5-turbo", {"duration": 10}, 42),
        ("kling-v2-5-turbo", {"mode": "pro"}, 35),
        ("kling-v2-6", {"mode": "pro", "sound": True}, 70),
        ("kling-v2-6", {"mode": "pro", "sound": True, "voices": ("v",), "prompt": "<<<voice_1>>> hi"}, 84),
        ("kling-v2-6", {"mode": "pro", "sound": True, "voices": ("v",), "prompt": "hi"}, 70),
        ("kling-v3", {"duration": 3, "prompt": "go"}, 26),
        ("kling-v3", {"duration": 15, "mode": "4k", "prompt": "go"}, 630),
        ("kling-v3", {"duration": 7, "sound": True, "prompt": "go"}, 89),
    ],
)
def test_list_prices_in_whole_credits_rounded_up(shipped, model, options, credits):
    assert shipped.choose(wants(model, **options), Openings(KLING)).credits == credits


def test_money_is_never_a_float(shipped):
    prices = [price for model in shipped.models for route in model.routes for price in route.prices]
    assert {type(price.credits or price.credits_per_second) for price in prices} == {Decimal}
    assert Price(mode="std", credits_per_second="0.1").total(10) == 1


def test_the_expected_time_grows_with_the_length(shipped):
    offers = [shipped.choose(wants("kling-v2-5-turbo", duration=seconds), Openings(KLING)) for seconds in (5, 10)]
    assert [offer.expected for offer in offers] == [timedelta(seconds=60), timedelta(seconds=120)]


@pytest.mark.parametrize("clients", [KLING, {"kling-new"}, {"ezmodel"}, {"aimlapi", "ai302"}, CLIENTS])
def test_every_offered_combination_can_be_had(shipped, clients):
    for model in shipped.offered(clients):
        for mode, durations in model.sold(Openings(clients).routes(model)).items():
            for duration in durations:
                offer = shipped.choose(wants(model.id, prompt="go", mode=mode, duration=duration), Openings(clients))
                assert offer.credits > 0
                assert offer.expected > timedelta(0)
    if clients == KLING:
        assert all(list(model.sold(model.routes)) == list(model.modes) for model in shipped.offered(clients))


def test_the_default_is_marked_and_else_the_cheapest(shipped, own):
    assert shipped.default_model(KLING).id == "kling-v2-5-turbo"
    assert own.default_model(KLING).id == "one"
    assert own.default_model({"kling", "ezmodel"}).id == "two"
    assert own.default_model([]) is None


def test_models_are_found_by_id_and_by_name(shipped):
    for name in ("kling-v2-6", "Kling 2.6", " KLING 2.6 "):
        assert shipped.choose(wants(name), Openings(KLING)).model.id == "kling-v2-6"


@pytest.mark.parametrize(
    ("model", "options", "sentences"),
    [
        ("kling-v26", {}, ["There is no model “kling-v26”. Did you mean Kling 2.6 or Kling 3.0?"]),
        ("zzz", {}, ["There is no model “zzz”. " + ALL_THERE_IS]),
        (
            "kling-v1-6", {},
            ["Kling 1.6 was switched off by its provider on 2026-09-15. " + ALL_THERE_IS],
        ),
        ("kling-v2-6", {"duration": 7}, ["Kling 2.6 makes videos of 5 or 10 seconds, not 7."]),
        ("kling-v2-6", {"mode": "4k"}, ["Kling 2.6 has the mode std or pro, not 4k."]),
        ("kling-v2-6", {"sound": True}, ["Kling 2.6 can use sound only in mode pro."]),
        (
            "kling-v2-6", {"mode": "pro", "sound": True, "end_image": True},
            ["Kling 2.6 can use an end picture only in mode pro without sound."],
        ),
        ("kling-v2-5-turbo", {"cfg_scale": 0}, ["Kling 2.5 Turbo cannot use `cfg_scale`. Kling 3.0 can."]),
        ("kling-v2-5-turbo", {"camera": "down_back"}, ["Kling 2.5 Turbo cannot use a camera move. No model here can."]),
        ("kling-v3", {}, ["Kling 3.0 needs a `prompt`."]),
        (
            "kling-v2-5-turbo", {"duration": 15, "mode": "4k", "sound": True},
            ["Kling 2.5 Turbo makes videos of 5 or 10 seconds, not 15.",
             "Kling 2.5 Turbo has the mode std or pro, not 4k.",
             "Kling 2.5 Turbo cannot use sound. Kling 3.0 or Kling 2.6 can."],
        ),
    ],
)  # fmt: skip
def test_members_are_told_what_would_work(shipped, model, options, sentences):
    assert refusal(shipped, wants(model, **options)) == sentences


def test_the_cheapest_fitting_route_is_taken(own):
    both = {"kling", "aimlapi"}
    assert own.choose(wants("one", prompt="go"), Openings(both)).route.model == "a/one"
    assert own.choose(wants("one"), Openings(both)).route.model == "k-one"  # the cheaper route needs a prompt
    assert own.choose(wants("one", prompt="go", mode="pro", end_image=True), Openings(both)).route.model == "k-one"
    assert own.choose(wants("one", prompt="go", aspect_ratio="1:1"), Openings(both)).route.model == "a/one"
    assert own.choose(wants("two"), Openings({"kling", "ezmodel"})).route.model == "e-two"


def test_prices_for_a_duration_go_first_and_all_are_rounded_up(own):
    assert own.choose(wants("one"), Openings(KLING)).credits == 21
    assert own.choose(wants("one", mode="pro"), Openings(KLING)).credits == 40
    assert own.choose(wants("one", mode="pro", duration=10), Openings(KLING)).credits == 71


def test_what_nobody_sells_is_refused_with_what_there_is(own):
    assert refusal(own, wants("one", sound=True)) == [
        "Model One cannot be had in mode std for 5 seconds with sound. It is there as pro of 5 or 10 seconds."
    ]
    assert refusal(own, wants("one", prompt="go", mode="pro"), {"aimlapi"}) == [
        "Model One cannot be had in mode pro for 5 seconds without sound. It is there as std of 5 or 10 seconds."
    ]
    assert refusal(own, wants("one", sound=True, duration=10)) == [
        "Model One can use sound only for 5 seconds or in mode pro."
    ]


def test_a_model_whose_route_here_is_off_is_not_offered(own):
    assert [model.id for model in own.offered(KLING)] == ["one"]
    assert refusal(own, wants("two")) == [
        "Model Two was switched off by its provider on 2026-09-15. There is Model One."
    ]
    assert refusal(own, wants("two"), {"aimlapi"}) == ["Model Two is not offered here. There is Model One."]
    assert refusal(own, wants("one"), []) == ["Model One is not offered here. No model is on."]
    assert refusal(own, wants("two", duration=10), {"ezmodel"}) == ["Model Two makes videos of 3 to 6 seconds, not 10."]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["kling-v2-5-turbo", "kling-v3", "kling-v2-6"]),
        ("kling-v2-6", ["kling-v2-6"]),
        ("kling 2", ["kling-v2-6", "kling-v2-5-turbo"]),
        ("TURBO", ["kling-v2-5-turbo"]),
        ("2.6", ["kling-v2-6"]),
        ("klign 3.0", ["kling-v3"]),
        ("1.6", []),
        ("sora", []),
    ],
)
def test_suggestions_come_best_first(shipped, typed, found):
    assert [model.id for model in shipped.search(typed, KLING)][: len(found) or 1] == found


def test_suggestions_are_bounded(tmp_path):
    content = _as_json(load())
    models = [
        {**content["models"][2], "id": f"m{number}", "name": f"M {number}", "default": False} for number in range(60)
    ]
    file = tmp_path / "many.json"
    file.write_text(json.dumps({"models": models}), "utf-8")
    assert len(load(file).search("m", KLING)) == 25


@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered(shipped, typed):
    assert {model.id for model in shipped.search(typed, KLING)} <= {"kling-v2-5-turbo", "kling-v2-6", "kling-v3"}
    assert refusal(shipped, VideoRequest(model=f"no {typed}"))[0].startswith("There is no model “no")


def _as_json(catalog: Catalog) -> Any:
    return json.loads(catalog.model_dump_json(exclude_none=True))


def test_json_reads_as_toml_does(tmp_path, shipped):
    file = tmp_path / "own.JSON"
    file.write_text(json.dumps(_as_json(shipped)), "utf-8")
    assert load(file) == shipped


WRONG = """
[[models]]
id = "one"
name = "Model One"
default = true
durations = [5, 99]
modes = ["std"]
expected_seconds = { std = 100 }
[[models.routes]]
provider = "kling"
model = "k"
prices = [{ mode = "std", credits = 0 }]

[[models]]
id = "one"
name = "Model Two"
default = true
colour = "red"
durations = [5]
modes = ["std"]
expected_seconds = { std = 50 }
can = { warp = [{}] }
routes = []

[[models]]
id = "three"
name = "Model Two"
durations = [5]
modes = ["std"]
expected_seconds = { pro = 50 }
can = { end_image = [{ modes = ["4k"], durations = [9] }] }
[[models.routes]]
provider = "kling"
model = "k"
prices = [{ mode = "pro", credits = 1 }, { mode = "pro", credits = 2 }]
"""


def test_all_mistakes_are_listed_at_once(tmp_path):
    file = tmp_path / "wrong.toml"
    file.write_text(WRONG, "utf-8")
    with pytest.raises(CatalogError) as caught:
        load(file)
    assert {re.sub(" should (be|have).*", "", mistake) for mistake in caught.value.mistakes} == {
        "“one” names 2 models",
        "“Model Two” names 2 models",
        "more than one default: one, one",
        "one: durations[1]: Input",
        "one: routes[0].prices[0].credits: Input",
        "one: colour: Extra inputs are not permitted",
        "one: can.warp.[key]: Input",
        "one: routes: Tuple",
        "three: expected_seconds: no number for mode std",
        "three: can.end_image: mode 4k is not one of the model's",
        "three: can.end_image: duration 9 is not one of the model's",
        "three: routes[0].prices: mode pro is not one of the model's",
        "three: routes[0].prices: two prices for the same",
    }
    assert str(file) in str(caught.value)
    assert all(mistake in str(caught.value) for mistake in caught.value.mistakes)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.toml", b"models = ["),
        ("a.json", b"{"),
        ("a.json", b"[]"),
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"models": {"id": "x"}}'),
        ("a.json", b'{"models": [1, {"id": ["x"]}]}'),
        ("a.toml", b""),
        ("a.toml", b"\xff"),
        ("a.toml", b"models = []"),
        ("a.toml", OWN.replace("4.01", "nan").encode()),
        ("a.toml", OWN.replace("4.01", "inf").encode()),
        ("a.toml", OWN.replace("credits = 15", "credits = 15, credits_per_second = 3").encode()),
        ("a.toml", OWN.replace(", credits = 15", "").encode()),
    ],
)
def test_files_that_are_no_catalogue_are_reported(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(CatalogError) as caught:
        load(file)
    assert caught.value.mistakes


def test_a_missing_file_is_reported(tmp_path):
    with pytest.raises(CatalogError, match="No such file"):
        load(tmp_path / "none.toml")


def test_the_shipped_file_names_its_sources():
    text = SHIPPED.read_text("utf-8")
    blocks = text.split("[[models]]")[1:]
    assert len(blocks) == len(SEED_MODELS) + 2
    routes = [route for block in blocks for route in block.split("[[models.routes]]")[1:]]
    assert all("#" in block for block in blocks[:4])
    assert all("#" in route for route in routes if 'provider = "kling"' not in route and "m2v_" not in route)

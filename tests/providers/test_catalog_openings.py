"""An operator's own catalogue, pinned providers and pauses."""

import pytest

from languages.speech import say
from providers.catalog import SHIPPED, Catalog, CatalogError, Openings, load
from providers.request import RequestError, VideoRequest
from tests.providers.test_catalog import KLING, OWN, wants


@pytest.fixture
def shipped():
    return load()


@pytest.fixture
def own(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(OWN, "utf-8")
    return load(file)


def test_a_pinned_provider_and_pauses_narrow_the_routes(own):
    both = {"kling", "aimlapi"}
    request = wants("one", prompt="go")
    assert own.choose(request, Openings(both, provider="kling")).route.model == "k-one"
    assert own.choose(request, Openings(both, paused={("aimlapi", "a/one")})).route.model == "k-one"
    assert own.choose(request, Openings(both, paused={("aimlapi", "")})).route.model == "k-one"
    assert refusal(own, request, Openings(both, paused={("aimlapi", ""), ("kling", "k-one")})) == [
        "Model One cannot be made at the moment. Nothing else works at the moment either."
    ]
    assert refusal(own, request, Openings(both, provider="ezmodel")) == [
        "Model One is not made by EZModel here, but by Kling and AI/ML API."
    ]


@pytest.mark.parametrize(
    ("clients", "asked", "usual"),
    [
        ({"kling"}, {"model": "kling-v3"}, {"mode": "std", "duration": 5}),
        ({"aimlapi-universal"}, {"model": "kling-v2-5-turbo"}, {"mode": "pro", "duration": 5}),
        ({"ai302"}, {"model": "kling-v1-5", "duration": 10}, {"mode": "std", "duration": 5}),
        ({"aimlapi"}, {"model": "Kling 1.0", "mode": "pro"}, {"mode": "pro", "duration": 5}),
        ({"kling"}, {"model": "kling-v1"}, {"mode": "std", "duration": 5}),
        ({"kling"}, {"model": "no such model"}, {}),
        ({"kling"}, {}, {}),
    ],
)
def test_the_usual_mode_and_duration_are_sold(shipped, clients, asked, usual):
    assert shipped.usual(asked, Openings(clients)) == usual


def test_the_usual_goes_by_what_is_asked_and_open(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(
        OWN.replace('{ mode = "std", credits = 15 }', '{ mode = "std", duration = 10, credits = 15 }')
        .replace('{ mode = "std", credits_per_second = 4.01 },\n', "")
        .replace("    { mode = ", "    { duration = 5, mode = ", 1)
    )
    own = load(file)
    assert own.usual({"model": "one"}, Openings({"aimlapi"})) == {"mode": "std", "duration": 10}
    assert own.usual({"model": "one"}, Openings({"kling", "aimlapi"})) == {"mode": "std", "duration": 10}
    assert own.usual({"model": "one"}, Openings({"kling", "aimlapi"}, provider="kling"))["mode"] == "pro"
    assert own.usual({"model": "one", "duration": 5}, Openings({"kling", "aimlapi"}))["mode"] == "pro"
    assert own.usual({"model": "one"}, Openings({"kling", "aimlapi"}, {("aimlapi", "")}))["mode"] == "pro"


def refusal(catalog: Catalog, request: VideoRequest, openings: Openings) -> list[str]:
    with pytest.raises(RequestError) as caught:
        catalog.choose(request, openings)
    return [say(problem) for problem in caught.value.problems]


BRUSH = {"motion": [[{"x": 1, "y": 2}, {"x": 3, "y": 4}]]}
EVERY = {"kling", "kling-new", "aimlapi", "aimlapi-universal", "ezmodel", "ai302"}


@pytest.mark.parametrize(
    ("openings", "model", "options", "sentence"),
    [
        (
            Openings({"ai302", "kling"}), "kling-v1-5", BRUSH,
            "Kling 1.5 cannot use the motion brush. No model here can.",
        ),
        (
            Openings(EVERY, provider="ai302"), "kling-v1-5", BRUSH,
            "Kling 1.5 cannot use the motion brush through ai302; through aimlapi it can.",
        ),
        (
            Openings(EVERY), "kling-v2-6", BRUSH,
            ("Kling 2.6 cannot use the motion brush. "
            "Kling 2.1 Master, Kling 2.1, Kling 2.0 Master, Kling 1.6, Kling 1.5 or Kling 1.0 can."),
        ),
        (
            Openings(EVERY, {("aimlapi", "")}), "kling-v2-6", BRUSH,
            "Kling 2.6 cannot use the motion brush. No model here can.",
        ),
        (
            Openings({"aimlapi", "kling"}), "kling-v1-5", BRUSH,
            "Kling 1.5 can use the motion brush only in mode pro for 5 seconds.",
        ),
        (
            Openings({"aimlapi", "kling"}, {("aimlapi", "kling-video/v1.5/pro/image-to-video")}), "kling-v1-5", BRUSH,
            ("Kling 1.5 cannot use the motion brush. "
            "Kling 2.1 Master, Kling 2.1, Kling 2.0 Master, Kling 1.6 or Kling 1.0 can."),
        ),
        (
            Openings({"aimlapi-universal", "ezmodel"}), "kling-v2-5-turbo",
            {"mode": "pro", "cfg_scale": 0.5, "aspect_ratio": "1:1", "prompt": "go"},
            ("Kling 2.5 Turbo cannot be had in mode pro for 5 seconds with `cfg_scale` and an aspect ratio. "
            "It is there without `cfg_scale` or without an aspect ratio."),
        ),
        (
            Openings({"aimlapi-universal", "ezmodel"}), "kling-v3",
            {"duration": 7, "mode": "pro", "aspect_ratio": "1:1", "prompt": "go"},
            ("Kling 3.0 cannot be had in mode pro for 7 seconds with an aspect ratio. "
            "It is there as std of 5 or 10 seconds or as pro of 5 or 10 seconds."),
        ),
        (
            Openings({"kling-new", "ezmodel"}), "kling-v2-6", {"watermark": True},
            "Kling 2.6 needs a `prompt`.",
        ),
        (
            Openings({"kling-new"}), "kling-v2-6", {"prompt": "p" * 2000, "negative_prompt": "n" * 493},
            "Prompt and negative prompt together have 2,501 characters; Kling 2.6 takes 2,500.",
        ),
        (
            Openings({"kling-new", "ezmodel"}), "kling-v3",
            {"prompt": "p" * 2500, "negative_prompt": "n" * 565, "watermark": True},
            "Prompt and negative prompt together have 3,073 characters; Kling 3.0 takes 3,072.",
        ),
    ],
)  # fmt: skip
def test_members_are_told_where_it_would_work(shipped, openings, model, options, sentence):
    assert refusal(shipped, wants(model, **options), openings) == [sentence]


def test_words_that_are_too_long_for_one_api_go_to_another(shipped):
    long = wants("kling-v3", prompt="p" * 2500, negative_prompt="n" * 565)
    assert shipped.choose(long, Openings({"kling", "kling-new"})).route.client == "kling"
    fitting = wants("kling-v3", prompt="p" * 2500, negative_prompt="n" * 564)
    assert shipped.choose(fitting, Openings({"kling-new"})).route.client == "kling-new"


def test_an_operators_file_may_extend_the_shipped_one(tmp_path, shipped):
    own = tmp_path / "own.toml"
    own.write_text(
        """
        extends = true
        [[models]]
        id = "kling-v3"
        name = "House model"
        default = true
        durations = [5]
        modes = ["pro"]
        expected_seconds = { pro = 10 }
        [[models.routes]]
        provider = "kling"
        model = "kling-v3"
        prices = [{ mode = "pro", credits = 7 }]
        """
    )
    catalog = load(own)
    assert len(catalog.models) == len(shipped.models)
    assert catalog.choose(wants("House model", mode="pro"), Openings(KLING)).credits == 7
    default = catalog.default_model(KLING)
    assert default is not None
    assert default.id == "kling-v3"
    assert catalog.usual({"model": "kling-v3"}, Openings(KLING)) == {"mode": "pro", "duration": 5}


def test_an_operator_may_offer_what_is_retired(tmp_path, shipped):
    own = tmp_path / "own.toml"
    own.write_text("extends = true\noffer_retired = true\nmodels = []\n")
    of_kling = [model.id for model in shipped.models if model.id != "kling-v3-turbo"]
    assert [model.id for model in load(own).offered(KLING)] == of_kling
    assert load(own).choose(wants("kling-v1"), Openings({"ezmodel"})).credits == 14


def test_a_switch_that_is_neither_on_nor_off_is_a_mistake(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('extends = "perhaps"\n' + SHIPPED.read_text("utf-8"))
    with pytest.raises(CatalogError, match="extends"):
        load(own)

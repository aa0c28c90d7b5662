"""An operator's own catalogue, pinned providers and pauses."""

import pytest

from providers.catalog import SHIPPED, CatalogError, Openings, load
from providers.request import RequestError
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
    with pytest.raises(RequestError, match="cannot be made at the moment"):
        own.choose(request, Openings(both, paused={("aimlapi", ""), ("kling", "k-one")}))
    with pytest.raises(RequestError, match="not made by ezmodel here, but by"):
        own.choose(request, Openings(both, provider="ezmodel"))


def test_the_usual_mode_and_duration_are_the_models_own(shipped):
    assert shipped.usual("kling-v3") == {"mode": "std", "duration": 5}
    assert shipped.usual("no such model") == {}


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
    assert catalog.default_model(KLING).id == "kling-v3"
    assert catalog.usual("kling-v3") == {"mode": "pro", "duration": 5}


def test_an_operator_may_offer_what_is_retired(tmp_path, shipped):
    own = tmp_path / "own.toml"
    own.write_text("extends = true\noffer_retired = true\nmodels = []\n")
    assert [model.id for model in load(own).offered(KLING)] == [model.id for model in shipped.models]


def test_a_switch_that_is_neither_on_nor_off_is_a_mistake(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('extends = "perhaps"\n' + SHIPPED.read_text("utf-8"))
    with pytest.raises(CatalogError, match="extends"):
        load(own)

"""The catalogue as operators see it."""

import re
from datetime import date

import pytest

from languages.speech import say
from providers.catalog import Model, load
from providers.catalog_table import describe
from tests.providers.test_catalog import OWN


@pytest.fixture
def shipped():
    return load()


@pytest.fixture
def own(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(OWN, "utf-8")
    return load(file)


def test_the_table_shows_everything_on_a_terminal(shipped):
    table = describe(shipped, say)
    lines = table.splitlines()
    assert max(map(len, lines)) <= 145
    assert [line for line in lines if re.search(r"\s- +-\s+-\s|- to|to -|-, |, -", line)] == []
    assert re.search(r"kling-v2-5-turbo +pro +5, 10 +35, 70 +- +- +100 s +kling as kling-v2-5-turbo\n", table)
    assert re.search(r"kling-v3 +std +3 to 15 +26 to 126 +38 to 189 +- +90 s +kling \(new\) as kling-3.0\n", table)
    assert re.search(r"kling-v3 +std +5, 10 +42, 84 +63, 126 +- +90 s +ezmodel as kling-v3\n", table)
    assert re.search(r"kling-v1-5 +std +10 +60 +60 +- +120 s +ai302 as m2v_15_img2video_10s\n", table)
    assert len([line for line in lines if " as m2v_15_img2video" in line]) == 2
    assert "Kling 2.5 Turbo (kling-v2-5-turbo, the default) can use\n" in table
    assert re.search(r"kling-v2-6 +pro +5, 10 +35, 70 +70, 140 +84, 168 ", table)
    assert re.search(r"kling-v3 +4k +3 to 15 +126 to 630 +- ", table)
    assert re.search(r"kling-v1 .* 14, 28 .*kling as kling-v1, off since 2026-09-15\n", table)
    assert (
        "Kling 2.6 (kling-v2-6) can use\n"
        "  an end picture in mode pro without sound through kling, kling (new) and ezmodel\n"
        "  sound in mode pro\n"
    ) in table
    assert "It needs a prompt through kling (new) and aimlapi (universal).\n" in table
    assert "through ai302\n" in table


def test_the_table_tells_routes_apart(own):
    table = describe(own, say)
    assert "an aspect ratio through aimlapi" in table
    assert "an end picture in mode pro through kling" in table
    assert "a/one" in table
    assert "k-two, off since 2026-09-15" in table
    assert "Switched off by their providers" not in table
    gone = own.model_copy(update={"models": (own.models[0], _gone(own.models[1]))})
    assert describe(gone, say).split("Switched off by their providers:")[1].count("off since") == 2


def _gone(model: Model) -> Model:
    routes = tuple(route.model_copy(update={"retired": date(2026, 9, 15)}) for route in model.routes)
    return model.model_copy(update={"routes": routes})

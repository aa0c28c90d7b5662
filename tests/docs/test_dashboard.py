"""The dashboard, the alert rules and the page for operators speak of numbers and sections that exist."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.metrics_core import Metric

from bot.metrics import VERSION, Metrics, Scrape
from bot.pipeline.health import Health
from bot.pipeline.supervise import Crew, Loop
from storage.database import Database
from storage.operations import Operations
from storage.store import Store
from tests.conftest import ManualClock

PROJECT = Path(__file__).parents[2]
OPERATIONS = PROJECT / "docs" / "operations"
NAME = re.compile(r"\b(?:stillmotion|process)_[a-z_]+")
SELECTED = re.compile(r"([a-z_]+)\{([^}]*)\}")
GROUPED = re.compile(r"\b(?:by|without) \(([a-z_, ]+)\)")
OUTSIDE = {"up"}
"""Made by Prometheus itself."""

OF_EVERY_TARGET = {"job", "instance", "le"}


@pytest.fixture
async def metrics(sqlite_url: str, clock: ManualClock) -> dict[str, set[str]]:
    """The labels of every series that the bot has, by the names under which Prometheus keeps them."""

    async def step() -> None:
        raise NotImplementedError

    async with Database(sqlite_url) as database:
        store = Store(database, clock=clock, owner="one", default_allowance=100)
        counted = Metrics(["kling"])
        loops = [Loop("watch", step, clock=clock)]
        health = Health(store=store, loops=loops, connected=lambda: True, clock=clock)
        operations = Operations(database, clock=clock)
        scrape = Scrape(counted, operations=operations, health=health, loops=loops, crew=Crew(store), budget=1)
        await scrape.text()
    labels = {"stillmotion_jobs": {"provider", "state"}, "stillmotion_jobs_longest_seconds": {"provider", "state"}}
    for family in counted.registry.collect():
        for name in names_of(family):
            labels.setdefault(name, set()).update(*(sample.labels for sample in family.samples))
    return labels


def names_of(family: Metric) -> Iterator[str]:
    if family.type == "counter":
        yield f"{family.name}_total"
    elif family.type == "histogram":
        yield from (f"{family.name}_{part}" for part in ("bucket", "count", "sum"))
    else:
        yield family.name


def rules() -> list[dict[str, Any]]:
    lines = (OPERATIONS / "alerts.yaml").read_text("utf-8").splitlines()
    (group,) = json.loads("\n".join(line for line in lines if not line.startswith("#")))["groups"]
    found: list[dict[str, Any]] = group["rules"]
    return found


def dashboard() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((OPERATIONS / "dashboard.json").read_text("utf-8"))
    return found


def expressions() -> list[str]:
    shown = [target["expr"] for panel in dashboard()["panels"] for target in panel["targets"]]
    return shown + [rule["expr"] for rule in rules()]


def headings() -> set[str]:
    """The page's sections, as GitHub links to them."""
    text = (OPERATIONS / "README.md").read_text("utf-8")
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_number_that_is_asked_for_exists(metrics: dict[str, set[str]]) -> None:
    asked = {name for expression in expressions() for name in NAME.findall(expression)}
    assert len(asked) > 20
    assert asked - set(metrics) == set()


def test_every_number_of_the_bot_is_shown_and_explained(metrics: dict[str, set[str]]) -> None:
    text = (OPERATIONS / "README.md").read_text("utf-8")
    shown = " ".join(expressions())
    for name in metrics:
        if name.startswith("stillmotion_") and not name.endswith(("_count", "_sum", "_bucket")):
            assert f"`{name.removeprefix('stillmotion_')}`" in text, name
            assert name in shown or name == "stillmotion_build_info", name


def test_expressions_are_whole_and_name_labels_that_exist(metrics: dict[str, set[str]]) -> None:
    known = set[str]().union(*metrics.values(), OF_EVERY_TARGET) | {"client", "call", "kind", "outcome", "was"}
    for expression in expressions():
        for opening, closing in ("()", "{}", "[]"):
            assert expression.count(opening) == expression.count(closing), expression
        selected = [
            re.split(r"[!=~]+", part)[0] for _, inside in SELECTED.findall(expression) for part in inside.split(",")
        ]
        grouped = [name.strip() for names in GROUPED.findall(expression) for name in names.split(",")]
        assert set(selected + grouped) - known == set(), expression
        assert {name for name, _ in SELECTED.findall(expression)} - set(metrics) - OUTSIDE == set(), expression


def test_every_alert_says_what_to_do() -> None:
    assert len({rule["alert"] for rule in rules()}) == len(rules()) > 10
    for rule in rules():
        assert set(rule) == {"alert", "expr", "for", "labels", "annotations"}
        assert rule["labels"]["severity"] in {"critical", "warning"}
        page, anchor = rule["annotations"]["runbook"].split("#")
        assert (PROJECT / page).is_file()
        assert anchor in headings(), rule["alert"]


def test_panels_do_not_overlap() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in dashboard()["panels"]:
        grid = panel["gridPos"]
        cells = {
            (x, y) for x in range(grid["x"], grid["x"] + grid["w"]) for y in range(grid["y"], grid["y"] + grid["h"])
        }
        assert grid["x"] + grid["w"] <= 24
        assert not taken & cells
        taken |= cells


def test_links_within_the_page_lead_somewhere() -> None:
    text = (OPERATIONS / "README.md").read_text("utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        file, _, anchor = target.partition("#")
        assert not file or (OPERATIONS / file).is_file()
        assert not anchor or anchor in headings()


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION

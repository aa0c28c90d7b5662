"""Whatever is asked for is refused by the catalogue, or accepted by the simulated provider of the route it chose.

The simulators are independent readings of the same documents; their rules are asked without their films.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.speech import say
from providers import ai302, aimlapi_body, ezmodel, kling_body, kling_new_body
from providers.catalog import SHIPPED, Catalog, Openings, load
from providers.catalog_models import Capability, Model, Offer, Route, Selector
from providers.http import FilePart
from providers.provider import Submission
from providers.request import AspectRatio, Camera, Mode, PictureFile, RequestError, VideoRequest
from sandbox.ai302.form import Part
from sandbox.ai302.form import accept as accept_form
from sandbox.ai302.products import PRODUCTS
from sandbox.aimlapi import LEGACY_PATH, UNIVERSAL_PATH
from sandbox.aimlapi import MODELS as AIMLAPI_MODELS
from sandbox.aimlapi.body import read_body
from sandbox.aimlapi.body import read_object as read_aimlapi
from sandbox.aimlapi.vendor import vendor_schemas
from sandbox.ezmodel.gateway import dropped, read_fields, route
from sandbox.kling.body import read_object
from sandbox.kling.capabilities import model_table
from sandbox.kling.new_rules import accept_new, find_model
from sandbox.kling.rules import accept

CALLBACK = "https://bot.example/callbacks/job-1"


def _kling(submission: Submission, *, retired: bool) -> Mapping[str, Any]:
    body = kling_body.create_body(submission)
    accept(read_object(_sent(body)), model_table(allow_retired=retired))
    return body


def _kling_new(submission: Submission, **_: bool) -> Mapping[str, Any]:
    body = kling_new_body.create_body(submission)
    accept_new(read_object(_sent(body)), find_model(submission.provider_model))
    return body


def _aimlapi(submission: Submission, *, universal: bool) -> Mapping[str, Any]:
    body = aimlapi_body.create_body(submission, universal=universal)
    fields = read_aimlapi(_sent(body))
    read_body(fields, AIMLAPI_MODELS, legacy=not universal)
    assert vendor_schemas(LEGACY_PATH).problem(UNIVERSAL_PATH if universal else LEGACY_PATH, fields) is None
    return body


def _ezmodel(submission: Submission, *, retired: bool) -> Mapping[str, Any]:
    models = model_table(allow_retired=retired)
    body = ezmodel.create_body(submission)
    fields = read_fields(_sent(body))
    accept(route(fields, models), models)
    assert dropped(fields) == set()
    return body


def _ai302(submission: Submission, **_: bool) -> Mapping[str, Any]:
    body = ai302.create_form(submission)
    form = {
        name: Part(part.content, part.filename, part.media_type)
        if isinstance(part, FilePart)
        else Part(part.encode(), None, "text/plain; charset=utf-8")
        for name, part in body.items()
    }
    accept_form(form, PRODUCTS[submission.provider_model])
    return body


JUDGES: Mapping[str, Callable[..., Mapping[str, Any]]] = {
    "kling": _kling,
    "kling-new": _kling_new,
    "aimlapi": lambda submission, **_: _aimlapi(submission, universal=False),
    "aimlapi-universal": lambda submission, **_: _aimlapi(submission, universal=True),
    "ezmodel": _ezmodel,
    "ai302": _ai302,
}
"""By client: its body; raises where the simulated provider would not take it."""


def _sent(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body).encode()


def judge(offer: Offer, request: VideoRequest, *, retired: bool) -> Mapping[str, Any]:
    pictures = {kind: PictureFile(b"picture", "image/png") for kind in request.picture_kinds}
    submission = Submission("job-1", offer.route.model, request, pictures, CALLBACK)
    assert offer.credits > 0
    return JUDGES[offer.route.client](submission, retired=retired)


@pytest.fixture(scope="module")
def revived(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The shipped catalogue of an operator who offers what is retired."""
    file = tmp_path_factory.mktemp("catalog") / "own.toml"
    file.write_text("offer_retired = true\n" + SHIPPED.read_text("utf-8"), "utf-8")
    return load(file)


CATALOG = load()
PATH = st.lists(
    st.fixed_dictionaries({"x": st.integers(0, 400), "y": st.integers(0, 300)}), min_size=2, max_size=77
).map(lambda path: path[:4] if len(path) < 70 else path)
AXES = [move for move in Camera if move.takes_strength]
FIXED = [move for move in Camera if not move.takes_strength]
WORDS = st.sampled_from(["the leaves move", "she said <<<voice_1>>>", ""]) | st.text(max_size=40)


def _merged(chosen: Iterable[Any]) -> dict[str, Any]:
    return {name: value for options in chosen for name, value in options.items()}


BASICS = st.fixed_dictionaries(
    {
        "model": st.sampled_from([model.id for model in CATALOG.models]),
        "prompt": st.just("the leaves move") | WORDS,
        "duration": st.sampled_from(8 * [5, 10] + list(range(3, 16))),
        "mode": st.sampled_from([*[Mode.PRO] * 5, *[Mode.STD] * 2, Mode.FOUR_K]),
    },
    optional={"negative_prompt": st.text(max_size=40) | st.just("n" * 2490)},
)
SHOTS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.just({"end_image": True}),
    st.fixed_dictionaries({"camera": st.sampled_from(AXES), "camera_value": st.floats(-10, 10)}),
    st.fixed_dictionaries({"camera": st.sampled_from([*FIXED, *FIXED, *Camera])}),
    st.fixed_dictionaries({"static_mask": st.booleans(), "motion": st.lists(PATH, max_size=6)}),
)
# What only few routes can do comes seldom, so that most requests are not refused for it.
EXTRAS: st.SearchStrategy[dict[str, Any]] = st.lists(
    st.sampled_from(
        [
            {"cfg_scale": 0.35},
            {"cfg_scale": 1},
            {"aspect_ratio": AspectRatio.TALL},
            {"watermark": True},
            {"sound": True},
            {"sound": True, "voices": ("v1", "v2")},
            {"sound": True, "voices": ("v1",), "prompt": "she said <<<voice_1>>>hello"},
        ]
    ),
    max_size=2,
).map(_merged)
OPTIONS = st.builds(lambda basics, shot, extras: basics | shot | extras, BASICS, SHOTS, EXTRAS)
CLIENTS = st.sampled_from([set(JUDGES), *({client} for client in JUDGES)]) | st.sets(st.sampled_from(sorted(JUDGES)))
PROVIDERS = st.sampled_from([*[None] * 9, "kling", "aimlapi", "ezmodel", "ai302", "elsewhere"])
RETIRED = st.booleans()


@settings(max_examples=400)
@given(OPTIONS, CLIENTS, PROVIDERS, RETIRED)
def test_any_combination_is_refused_or_accepted(revived, options, clients, provider, retired):
    refusal = None
    try:
        request = VideoRequest.build(**options)
        offer = (revived if retired else CATALOG).choose(request, Openings(clients, provider=provider))
    except RequestError as error:
        refusal = error
    if refusal is not None:
        assert refusal.problems
        assert all(text.endswith((".", "?")) and "None" not in text for text in map(say, refusal.problems))
        return
    assert offer.route.client in clients
    assert provider in (None, offer.route.provider)
    judge(offer, request, retired=retired)


@settings(max_examples=100)
@given(OPTIONS, CLIENTS, RETIRED)
def test_the_usual_is_never_what_is_refused(revived, options, clients, retired):
    """Who names a model and a prompt only gets a video of it, whoever is on."""
    catalog = revived if retired else CATALOG
    asked = {"model": options["model"], "prompt": "the leaves move"}
    if options["model"] in {model.id for model in catalog.offered(clients)}:
        request = VideoRequest.build(**catalog.usual(asked, Openings(clients)), **asked)
        judge(catalog.choose(request, Openings(clients)), request, retired=retired)


ASKING: Mapping[Capability, Mapping[str, Any]] = {
    Capability.END_IMAGE: {"end_image": True},
    Capability.CAMERA: {},
    Capability.BRUSH: {"static_mask": True, "motion": [[{"x": 1, "y": 2}, {"x": 3, "y": 4}]] * 6},
    Capability.SOUND: {"sound": True},
    Capability.VOICES: {"sound": True, "voices": ("v1",), "prompt": "she said <<<voice_1>>>"},
    Capability.CFG_SCALE: {"cfg_scale": 0},
    Capability.ASPECT_RATIO: {"aspect_ratio": AspectRatio.WIDE},
    Capability.WATERMARK: {"watermark": True},
}


def frames(model: Model, one: Route) -> Iterator[dict[str, Any]]:
    """A plain video in every mode and duration that a route sells."""
    for mode, lengths in model.sold([one]).items():
        for seconds in lengths:
            yield {"model": model.id, "prompt": "go", "mode": mode, "duration": seconds}


def promised(model: Model, one: Route, frame: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every option that the route says it has there."""
    mode, seconds = frame["mode"], frame["duration"]
    for capability in Capability:
        for selector in model.usable(capability, [one]):
            if mode in (selector.modes or (mode,)) and seconds in (selector.durations or (seconds,)):
                yield from _cameras(selector) if capability is Capability.CAMERA else [ASKING[capability]]


def _cameras(selector: Selector) -> list[dict[str, Any]]:
    moves = selector.moves or tuple(Camera)
    return [{"camera": move} | ({"camera_value": -10} if move.takes_strength else {}) for move in moves]


def alone(catalog: Catalog, model: Model, one: Route) -> Catalog:
    return catalog.model_copy(update={"models": (model.model_copy(update={"routes": (one,)}),)})


def routes_of(catalog: Catalog, client: str) -> list[tuple[Model, Route]]:
    found = [(model, one) for model in catalog.models for one in model.routes if one.client == client]
    assert found
    return found


@pytest.mark.parametrize("client", sorted(JUDGES))
def test_every_option_that_a_route_promises_is_sent_and_accepted(revived, client):
    for model, one in routes_of(revived, client):
        only = alone(revived, model, one)
        for frame in frames(model, one):
            plain = VideoRequest.build(**frame)
            body = judge(only.choose(plain, Openings({client})), plain, retired=True)
            for options in promised(model, one, frame):
                request = VideoRequest.build(**{**frame, **options})
                asked = judge(only.choose(request, Openings({client})), request, retired=True)
                # A video of kling-3.0-turbo has sound anyway.
                assert asked != body or (one.model == "kling-3.0-turbo" and request.sound)


@pytest.mark.parametrize("client", sorted(JUDGES))
def test_any_two_options_together_are_refused_or_accepted(revived, client):
    accepted = 0
    for model, one in routes_of(revived, client):
        only = alone(revived, model, one)
        for frame in frames(model, one):
            for first, second in combinations(promised(model, one, frame), 2):
                with suppress(RequestError):
                    request = VideoRequest.build(**{**frame, **first, **second})
                    offer = only.choose(request, Openings({client}))
                    judge(offer, request, retired=True)
                    accepted += 1
    assert accepted

"""Views are made inside of async tests: discord.py's need a running loop."""

import re
import string
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import look
from bot.pipeline.intake import Receipt
from languages.sentence import Sentence
from languages.speech import speaking
from providers.catalog import Catalog, load
from providers.catalog_models import Offer
from storage.errors import AlreadyAccepted, LeaseLost, StorageUnavailable
from storage.quota_records import Allowance, Holder, Usage
from storage.records import Acceptance
from storage.states import JobState
from tests.bot.conftest import ORDERED, make_job
from tests.tongues import GERMAN, invented_german

NASTY = (
    "\u202e\u200b\x00\x1b[31m @everyone <@1> <#2> <t:1:R> **b** `c` ~~d~~ ||e|| # f [g](http://h) \\ http://i.example"
)
RENEWS = datetime(2026, 3, 12, tzinfo=UTC)


def parts(view: discord.ui.LayoutView) -> list[dict[str, Any]]:
    """All components, also those inside of others."""
    return flat(view.to_components())  # type: ignore[no-untyped-call]


def flat(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for one in components for each in (one, *flat(one.get("components", [])))]


def read(view: discord.ui.LayoutView) -> str:
    """The view's texts; fails where Discord would refuse the view (facts/discord.md 2.2)."""
    components = parts(view)
    assert len(components) <= 40
    assert view.content_length() <= 4000
    texts = [component["content"] for component in components if component["type"] == 10]
    assert all(texts)
    labels = [component["label"] for component in components if component["type"] == 2]
    assert all(len(label) <= 80 for label in labels)
    return "\n".join(texts)


def links(view: discord.ui.LayoutView) -> list[str]:
    return [component["url"] for component in parts(view) if "url" in component]


def labels(view: discord.ui.LayoutView) -> list[str]:
    """Of all buttons."""
    return [component["label"] for component in parts(view) if component["type"] == 2]


def say_so(words: str) -> Sentence:
    """A sentence with these words in it."""
    return Sentence("range", first=words, last=1)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load()


@pytest.mark.parametrize("state", JobState)
async def test_every_state_has_its_card(state: JobState):
    job = make_job(state=state, failure="The picture was refused." if state is JobState.FAILED else None)
    text = read(look.card(job, "Kling 2.5 Turbo"))
    assert "<@30>" in text
    assert "> the sea moves" in text
    assert "Kling 2.5 Turbo · 5 s · std" in text
    assert text.endswith(f"-# job {job.id}")


async def test_cards_of_different_states_differ():
    texts = {read(look.card(make_job(state=state), "Kling")) for state in JobState}
    assert len(texts) == len(JobState)


async def test_the_expected_time_is_true_at_any_moment_without_edits():
    """Nobody knows when a turn comes; once the video is being made, a moment that has passed still reads well."""
    waiting = read(look.card(make_job(place=7), "Kling"))
    assert "Once its turn has come, it usually takes 1 minute." in waiting
    assert "<t:" not in waiting
    running = make_job(state=JobState.RUNNING, submitted_at=ORDERED + timedelta(seconds=100))
    moment = int((ORDERED + timedelta(seconds=160)).timestamp())
    assert f"Expected at <t:{moment}:t> (<t:{moment}:R>)." in read(look.card(running, "Kling"))


async def test_a_late_video_promises_no_time():
    """F10: what the card says is what the watcher does."""
    late = make_job(state=JobState.RUNNING, submitted_at=ORDERED, late_at=ORDERED + timedelta(hours=1))
    text = read(look.card(late, "Kling"))
    assert "is posted whenever it is ready" in text
    assert "stay set aside" in text
    assert "<t:" not in text


async def test_a_failed_job_tells_why_and_that_it_cost_nothing():
    text = read(look.card(make_job(state=JobState.FAILED, failure="The picture was refused."), "Kling"))
    assert "For <@30>. Nothing was charged: 21 credits went back.\nThe picture was refused.\n" in text
    assert "not charged" in text


async def test_a_job_that_was_not_posted_tells_why():
    lost = Sentence("delivery-too-large").dump()
    text = read(look.card(make_job(state=JobState.UNDELIVERABLE, failure=lost), "Kling"))
    assert "For <@30>.\nThe finished video is too large for this server. The video is kept." in text
    assert "`/jobs resend` posts it again" in text
    assert "resend" not in read(look.card(make_job(state=JobState.UNDELIVERABLE, member_id=-5), "Kling"))


async def test_a_finished_job_links_to_its_result():
    job = make_job(
        state=JobState.DELIVERED, card_message_id=40, thread_id=40, result_channel_id=40, result_message_id=50
    )
    assert links(look.card(job, "Kling")) == ["https://discord.com/channels/10/40/50"]
    assert labels(look.card(job, "Kling")) == ["Watch the video", "Again", "Edit", "Report"]


async def test_a_card_has_the_buttons_of_its_state():
    presses = {state: labels(look.card(make_job(state=state), "Kling")) for state in JobState}
    assert presses.pop(JobState.QUEUED) == ["Cancel", "Report"]
    assert presses.pop(JobState.DELIVERED) == ["Again", "Edit", "Report"]
    assert presses.pop(JobState.UNDELIVERABLE) == ["Delete", "Report"]
    not_made = [presses.pop(state) for state in (JobState.FAILED, JobState.CANCELED)]
    assert not_made == [["Again", "Edit", "Delete", "Report"]] * 2
    assert list(presses.values()) == [["Report"]] * 4


async def test_the_buttons_name_their_job_and_are_not_kept_by_the_library():
    view = look.card(make_job(), "Kling")
    ids = [component["custom_id"] for component in parts(view) if component["type"] == 2]
    assert ids == [f"job:{make_job().id}:{press}" for press in ("cancel", "flag")]
    assert all(re.fullmatch(look.BUTTON_ID, one) for one in ids)
    assert view.is_finished()


async def test_a_queued_card_tells_its_place():
    assert "number 7 in the queue" in read(look.card(make_job(place=7), "Kling"))
    assert "It is next in the queue" in read(look.card(make_job(place=1), "Kling"))
    assert "queue" not in read(look.card(make_job(state=JobState.RUNNING, place=1), "Kling"))


async def test_before_any_press_the_card_says_that_a_provider_cannot_be_stopped():
    told = {state for state in JobState if "cannot be stopped" in read(look.card(make_job(state=state), "Kling"))}
    assert told == {JobState.SUBMITTING, JobState.RUNNING}


async def test_the_card_names_the_provider():
    assert "-# by Kling · 21 credits" in read(look.card(make_job(), "Kling 2.5 Turbo"))
    assert "by AI/ML API" in read(look.card(make_job(provider="aimlapi-universal"), "Kling 2.5 Turbo"))


async def test_a_deleted_video_shows_who_deleted_it_and_nothing_else():
    gone = {"deleted_by": 31, "deleted_at": ORDERED, "result_message_id": 50, "card_message_id": 40}
    view = look.card(make_job(state=JobState.DELIVERED, **gone), "Kling")
    text = read(view)
    assert "### 🗑️ Deleted" in text
    assert f"For <@30>. The video was deleted by <@31> <t:{int(ORDERED.timestamp())}:R>." in text
    assert "the sea moves" not in text
    assert [component for component in parts(view) if component["type"] in {2, 12}] == []


@pytest.mark.parametrize("state", JobState)
async def test_the_card_of_an_erased_member_shows_no_picture_and_is_not_ordered_again(state: JobState):
    view = look.card(make_job(state=state, member_id=-5), "Kling")
    assert "the sea moves" not in read(view)
    assert [component for component in parts(view) if component["type"] == 12] == []
    assert not {"Again", "Edit"} & set(labels(view))


async def test_a_result_in_the_channel_is_linked_there():
    job = make_job(state=JobState.DELIVERED, card_message_id=40, result_message_id=50)
    assert look.job_link(job) == "https://discord.com/channels/10/20/50"


async def test_all_options_are_on_the_card():
    request = {
        "duration": 10,
        "mode": "pro",
        "negative_prompt": "blur",
        "cfg_scale": 0.5,
        "end_image": True,
        "camera": "zoom",
        "camera_value": -5,
        "aspect_ratio": "16:9",
        "static_mask": True,
        "sound": True,
        "voices": ["a", "b"],
        "watermark": True,
    }
    text = read(look.card(make_job(request=request), "Kling"))
    expected = (
        "10 s · pro · end picture · cfg 0.5 · camera zoom -5 · 16:9 · motion brush · sound · 2 voices · watermark"
    )
    assert expected in text


async def test_what_is_to_be_left_out_is_read_by_its_member_and_not_by_everybody():
    job = make_job(request={"prompt": "the sea moves", "negative_prompt": "nudity"})
    assert "nudity" not in read(look.card(job, "Kling"))
    assert "-# without: nudity" in read(look.job_page(job, "Kling", None, for_moderator=False))


def test_what_members_write_is_shown_as_it_is():
    shown = look.escaped(NASTY, 500)
    assert not re.search(r"[\u202e\u200b\x00\x1b]", shown)
    assert not re.search(r"(?<!\\)[`*_~|<>#\[\]@]", shown.replace("\\\\", ""))
    assert "http://" not in shown


@given(st.text(max_size=3000))
def test_escaping_leaves_no_markup_and_keeps_the_bound(text: str):
    shown = look.escaped(text, 300)
    plain = re.sub(r"\\([" + re.escape(string.punctuation) + "])", "", shown)
    assert not re.search(r"[\\`*_~|<>#\[\]@:]", plain)
    assert shown.isprintable()
    assert len(re.sub(r"\\(.)", r"\1", shown)) <= 300


@pytest.mark.parametrize("prompt", ["x" * 2500, "@" * 2500, "👨‍👩‍👧" * 500, NASTY * 20, "\n" * 2500, "\u202e" * 2500])
@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.FAILED])
async def test_no_prompt_breaks_the_card(prompt: str, state: JobState):
    job = make_job(state=state, request={"prompt": prompt, "negative_prompt": prompt}, failure=prompt)
    assert job.id in read(look.card(job, "Kling"))
    assert 1 <= len(look.thread_name(job, "Alice")) <= 100


@given(st.text(max_size=3000), st.text(max_size=40))
def test_thread_names_are_what_discord_takes(prompt: str, member: str):
    name = look.thread_name(make_job(request={"prompt": prompt}), member)
    assert 1 <= len(name) <= 100
    assert name.isprintable()
    assert name == name.strip()


def test_a_thread_without_a_prompt_has_the_members_name():
    assert look.thread_name(make_job(request={}), "Ali\u202ece") == "Video for Ali ce"
    assert look.thread_name(make_job(request={}), "") == "A new video"


async def test_an_accepted_order_tells_cost_rest_place_and_time(catalog: Catalog):
    model = catalog.models[0]
    offer = Offer(model=model, route=model.routes[0], credits=21, expected=timedelta(seconds=60))
    allowance = Allowance(Holder.SERVER, 10, 100)
    usage = Usage(allowance, used=31, spent=10, held=21, window_start=ORDERED, renews_at=RENEWS)
    receipt = Receipt(Acceptance(make_job(), usage, place=3), offer, ORDERED, Sentence("places-told-thread"))
    view = look.accepted(receipt, make_job(card_message_id=40))
    text = read(view)
    assert "Place 3 in the queue" in text
    assert "**21 credits**; you have **69** of 100 left" in text
    assert links(view) == ["https://discord.com/channels/10/20/40"]
    assert links(look.accepted(receipt, None)) == []


@pytest.mark.parametrize(
    ("failure", "shown"),
    [
        ("Of an *older* version.", "Of an \\*older\\* version."),
        (Sentence("range", first="*", last=1200).dump(), "\\* to 1,200"),
        (Sentence("range", first=Sentence("credits-count", credits=1), last="x" * 5000).dump(), "1 credit to xxx"),
        (Sentence("of-another-version").dump(), "The video could not be made."),
        (Sentence("range", first=1).dump(), "The video could not be made."),
        ("", "The video could not be made."),
        (None, "The video could not be made."),
    ],
)
async def test_failures_are_said_when_they_are_shown(failure: str | None, shown: str):
    text = read(look.card(make_job(state=JobState.FAILED, failure=failure), "Kling"))
    assert f"Nothing was charged: 21 credits went back.\n{shown}" in text


async def test_the_card_speaks_the_language_of_its_reader():
    failed = make_job(state=JobState.FAILED, failure=Sentence("card-not-taken").dump())
    with invented_german("state-failed = Nicht gemacht\ncard-not-taken = Discord nahm es nicht."), speaking(GERMAN):
        text = read(look.card(failed, "Kling"))
    assert "### ❌ Nicht gemacht" in text
    assert "Discord nahm es nicht." in text


async def test_refusals_list_every_sentence_and_that_nothing_was_charged():
    text = read(look.refused([say_so("One thing."), say_so("Another thing.")]))
    assert "- One thing. to 1\n- Another thing. to 1" in text
    assert "**Nothing was charged.**" in text


@given(st.lists(st.text(min_size=1, max_size=5000), min_size=1, max_size=40))
async def test_refusals_fit_whatever_they_say(sentences: list[str]):
    assert "Nothing was charged" in read(look.refused([say_so(sentence) for sentence in sentences]))


async def test_what_storage_refused_is_explained_and_bugs_are_not():
    unavailable, twice = look.explain(StorageUnavailable("disk full")), look.explain(AlreadyAccepted("job"))
    assert unavailable is not None
    assert "disk" not in read(unavailable)
    assert twice is not None
    assert "`/jobs list`" in read(twice)
    assert look.explain(LeaseLost("job")) is None


async def test_ten_jobs_with_the_longest_words_fit(catalog: Catalog):
    jobs = [make_job(state=state, request={"prompt": "@" * 2500}, card_message_id=40) for state in JobState] * 2
    text = read(look.jobs_page(jobs[:10], catalog, "all", None))
    assert text.count("https://discord.com/channels/10/20/40") == 10


async def test_a_model_that_left_the_catalogue_is_called_by_its_id(catalog: Catalog):
    assert "kling-v0" in read(look.jobs_page([make_job(model="kling-v0")], catalog, "all", None))


async def test_models_fit_however_many_there_are(catalog: Catalog):
    offered = catalog.offered(["kling"])
    many = Catalog(models=tuple(offered[n % len(offered)].model_copy(update={"id": f"m{n}"}) for n in range(100)))
    text = read(look.the_models(many, ["kling"]))
    shown = text.count(" seconds\n")
    assert 10 <= shown <= 18
    assert f"And {100 - shown} more" in text


async def test_models_show_what_is_sold_here(catalog: Catalog):
    text = read(look.the_models(catalog, ["ezmodel", "aimlapi-universal"]))
    assert "**Kling 3.0** · 5 or 10 seconds" not in text
    assert "`std` **42** to **84** · `pro` **56** to **437**" in text
    assert "`pro` **46** to **91**" in read(look.the_models(catalog, ["aimlapi-universal"]))
    assert "`std` **30** to **60** · `pro` **50** to **100**" in read(look.the_models(catalog, ["ai302"]))
    three = next(model for model in catalog.models if model.id == "kling-v3")
    assert look.model_line(three, ["ezmodel"]) == "Kling 3.0 · 5 or 10 s · from 42 credits · end picture, sound"


async def test_without_a_model_the_list_says_so(catalog: Catalog):
    assert "No model is on" in read(look.the_models(catalog, []))


async def test_all_other_answers_fit():
    assert "incident 1a2b" in read(look.broken("1a2b", may_have_charged=True))
    assert "- Attach Files" in read(look.missing_permissions(["attach_files"]))
    assert "Restart Discord" in read(look.outdated())


def test_suggestions_are_short(catalog: Catalog):
    for model in catalog.offered(["kling"]):
        assert len(look.model_line(model, ["kling"])) <= 100
    long = catalog.offered(["kling"])[0].model_copy(update={"name": "x" * 100})
    assert len(look.model_line(long, ["kling"])) == 100

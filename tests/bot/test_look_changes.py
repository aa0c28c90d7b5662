"""Changes in words, and the pages of settings."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.look.changes import TOLD, change_panel, change_text, changed, changes_page, name_of, waiting_text
from bot.look.settings import settings_page, words_page
from providers.catalog import PROVIDERS
from storage.limits import Word
from storage.quota_records import Action, Change, Place, Server
from storage.windows import Period

AT = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 24, 18, 0, tzinfo=UTC)


def make_change(before, after, action=Action.SETTINGS, **changes) -> Change:
    change = Change(
        id=7,
        at=AT,
        server_id=1,
        actor_id=55,
        action=action,
        member_id=None,
        role_id=None,
        before=json.loads(json.dumps(before)),
        after=json.loads(json.dumps(after)),
        reason="",
    )
    return replace(change, **changes)


def text_of(view) -> str:
    return "\n".join(item.content for item in view.walk_children() if hasattr(item, "content"))


@pytest.mark.parametrize(
    ("name", "before", "after", "text"),
    [
        ("allowance", 100, 250, "Allowance: 100 credits → **250 credits**"),
        ("allowance", None, Word.FORBIDDEN, "Allowance: none of their own → **forbidden**"),
        ("allowance", 1, None, "Allowance: 1 credit → **none of their own**"),
        ("pool", Word.UNLIMITED, 20_000, "All members together: unlimited → **20,000 credits**"),
        ("period", Period.DAY, Period.WEEK, "Window: day → **week**"),
        ("time_zone", "UTC", "Europe/Berlin", "Time zone: UTC → **Europe/Berlin**"),
        ("most_credits", 5, Word.UNLIMITED, "Most for one video: 5 credits → **unlimited**"),
        ("member_running", Word.UNLIMITED, 1, "Videos on their way, of one member: unlimited → **1**"),
        ("server_running", 1000, 20, "Videos on their way, on the server: 1,000 → **20**"),
        ("cooldown", 0, 90, "Wait between two orders: none → **90 seconds**"),
        (
            "confirm_percent",
            50,
            None,
            "Asks before a video that costs: 50 % of a window's credits, or more → **never asks**",
        ),
        ("giving", False, True, "Members may give credits: no → **yes**"),
        ("place", Place.THREAD, "channel", "Videos go: in a thread under each card → **into the channel**"),
        (
            "adult",
            "forbidden",
            "age_restricted",
            "Adult content: forbidden everywhere → **in age-restricted channels only**",
        ),
        ("log_channel_id", None, 9, "Log channel: none → **<#9>**"),
        ("channels", [], [3, 4], "Channels where videos may be ordered: all → **<#3>, <#4>**"),
        ("roles", [3], [], "Roles that may order: <@&3> → **everybody**"),
        ("moderator_roles", [], [3], "Moderator roles: only members with Manage Server → **<@&3>**"),
        ("models", [], ["kling-v3"], "Models: all → **kling-v3**"),
        ("providers", [], ["ai302", "kling"], "Providers: all → **302.AI, Kling**"),
        ("words", [], ["b*d"], r"Forbidden words: none → **b\*d**"),
        ("adult_words", ["x"], [], "Adult words: x → **only the built-in ones**"),
        ("left", 0, 10, "Granted credits left: 0 credits → **10 credits**"),
        ("used", 30, 10, "Used of the allowance: 30 credits → **10 credits**"),
    ],
)
def test_each_field_is_told_before_and_after(name, before, after, text):
    assert change_text(make_change({name: before}, {name: after})) == text


def test_every_setting_has_a_name():
    assert {field.name for field in fields(Server)} - {"server_id"} <= TOLD
    assert len({name_of(name) for name in TOLD}) == len(TOLD)


def test_only_what_is_different_is_told():
    change = make_change({"pool": 5, "cooldown": 60}, {"pool": 5, "cooldown": 0})
    assert change_text(change) == "Wait between two orders: 1 minute → **none**"


def test_a_deleted_video_is_told_by_the_title_alone():
    change = make_change({"job": "a", "deleted": False}, {"job": "a", "deleted": True}, Action.DELETE, member_id=42)
    title, foot = text_of(change_panel(change)).splitlines()
    assert title == "### Video deleted: <@42>"
    assert foot.endswith("job a")
    assert text_of(changes_page([change], None)).splitlines()[1:] == ["**Video deleted**: <@42>", foot]


def test_what_was_done_to_a_long_list_is_told():
    before, after = list(range(20, 60)), [*range(21, 60), 99]
    text = change_text(make_change({"channels": before}, {"channels": after}))
    assert text == "Channels where videos may be ordered: added <#99>, removed <#20>; **40 now**"


def test_a_long_list_that_was_cleared_is_cut():
    text = change_text(make_change({"words": [f"word{n:03}" for n in range(200)]}, {"words": []}))
    assert text.endswith("word007 and 192 more; **none**")
    assert text.startswith("Forbidden words: removed word000, ")


def test_a_block_is_told_with_its_end():
    before, after = {"blocked": False, "until": None}, {"blocked": True, "until": CHRISTMAS.isoformat()}
    stamp = int(CHRISTMAS.timestamp())
    change = make_change(before, after, Action.BLOCK, member_id=42, reason="*spam* @everyone")
    assert change_text(change) == f"may order → **blocked until <t:{stamp}:f> (<t:{stamp}:R>)**"
    assert change_text(make_change(after, before, Action.UNBLOCK)).endswith("→ **may order**")
    shown = text_of(changed(change))
    assert "### ✅ Member blocked: <@42>" in shown
    assert r"Reason: \*spam\* \@everyone" in shown


def test_a_block_without_end_lasts_until_somebody_ends_it():
    change = make_change({"blocked": False, "until": None}, {"blocked": True, "until": None}, Action.BLOCK)
    assert change_text(change).endswith("**blocked until a moderator unblocks them**")


def test_a_grant_is_told_with_its_end():
    before = {"left": 5, "until": None}
    ending = make_change(before, {"left": 15, "until": CHRISTMAS.isoformat()}, Action.GRANT)
    lasting = make_change(before, {"left": 15, "until": None}, Action.GRANT)
    stamp = int(CHRISTMAS.timestamp())
    assert f"These credits end <t:{stamp}:f> (<t:{stamp}:R>)." in change_text(ending)
    assert "These credits do not end." in change_text(lasting)


def test_the_log_channel_reads_what_a_gift_left_on_both_sides():
    change = make_change(
        {"giver_left": 30, "left": 700}, {"giver_left": 20, "left": 710}, Action.GIVE, actor_id=41, member_id=42
    )
    text = text_of(change_panel(change))
    assert "of the giver: 30 credits → **20 credits**" in text
    assert "Granted credits left: 700 credits → **710 credits**" in text


def test_a_change_that_changes_nothing_says_so():
    text = text_of(changed(make_change({"allowance": 100}, {"allowance": 100}, Action.SET_ROLE, role_id=3)))
    assert "Nothing changed" in text
    assert "It was so already (allowance: 100 credits)." in text
    assert "It was so already." in text_of(changed(make_change({}, {})))
    blocked = {"blocked": False, "until": None}
    assert "It was so already: may order." in text_of(changed(make_change(blocked, blocked, Action.UNBLOCK)))


def test_the_log_channel_reads_who_did_what_to_whom_and_why():
    change = make_change({"allowance": 5}, {"allowance": 9}, Action.SET_ROLE, role_id=3, reason="they helped")
    text = text_of(change_panel(change))
    assert "A role's allowance changed: <@&3>" in text
    assert "5 credits → **9 credits**" in text
    assert "Reason: they helped" in text
    assert f"By <@55>, <t:{int(AT.timestamp())}:f> · change 7" in text


def test_a_page_of_the_audit_always_fits_into_a_message():
    long = [f"{'*' * 36}{n:04}" for n in range(200)]
    change = make_change({"words": long[:8]}, {"words": long[8:16]}, reason="#" * 300)
    view = changes_page([change] * 5, None)
    assert view.content_length() <= 4000
    assert text_of(view).count("change 7") == 5
    assert change_panel(replace(change, before={"words": []}, after={"words": long})).content_length() <= 4000


def test_an_empty_audit_says_so():
    assert "None yet." in text_of(changes_page([], None))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "none"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (90, "90 seconds"), (7200, "2 hours")],
)
def test_waits_are_told_in_fitting_units(seconds, text):
    assert waiting_text(seconds) == text


def test_the_page_of_settings_shows_every_setting():
    server = Server(
        1,
        Word.UNLIMITED,
        pool=5000,
        period=Period.MONTH,
        time_zone="Asia/Tokyo",
        models=frozenset({"kling-v3", "gone"}),
        words=frozenset({"secret", "words"}),
        channels=frozenset({3}),
    )
    view = settings_page(server, lambda model: {"kling-v3": "Kling 3.0"}.get(model, model), {})
    text = text_of(view)
    for name in TOLD & vars(server).keys():
        assert f"{name_of(name)}: **" in text
    assert "Allowance: **unlimited**" in text
    assert "Models: **Kling 3.0, gone**" in text
    assert "Forbidden words: **2 words**" in text
    assert "secret" not in text
    assert view.content_length() <= 4000


def test_what_exists_no_longer_is_marked():
    server = Server(
        1,
        100,
        channels=frozenset({3, 4}),
        roles=frozenset({5, 6}),
        moderator_roles=frozenset({7}),
        models=frozenset({"gone"}),
        log_channel_id=8,
    )
    existing: dict[str, set[int | str]] = {
        "channels": {3},
        "roles": {9},
        "moderator_roles": {9},
        "models": {"kling-v3"},
        "log_channel_id": {3},
    }
    text = text_of(settings_page(server, lambda model: model, existing))
    assert "may be ordered: **<#3>**, and 1 deleted\n" in text
    assert "Roles that may order: **2 deleted**\n⚠️ So nobody can order" in text
    assert "Models: **1 deleted**\n⚠️ So no video can be made" in text
    assert "Moderator roles: **1 deleted**\nLog channel: **deleted**\n" in text


def test_where_nobody_knows_what_exists_nothing_is_marked():
    server = Server(1, 100, channels=frozenset({3}), log_channel_id=8)
    text = text_of(settings_page(server, lambda model: model, {"models": {"kling-v3"}}))
    assert "may be ordered: **<#3>**\n" in text
    assert "Log channel: **<#8>**\n" in text
    assert "deleted" not in text


def test_a_list_of_words_is_shown_as_far_as_it_fits():
    view = words_page("words", {f"{'_' * 35}{n:05}" for n in range(200)})
    assert view.content_length() <= 4000
    assert "more" in text_of(view)
    assert "None." in text_of(words_page("words", set()))


def test_a_page_of_settings_fits_with_all_lists_full():
    ids = frozenset(range(10**18, 10**18 + 50))
    names = frozenset(f"model-with-quite-a-long-name-{n:010}" for n in range(50))
    server = Server(1, 100, channels=ids, roles=ids, moderator_roles=ids, models=names, providers=frozenset(PROVIDERS))
    assert settings_page(server, lambda model: model, {}).content_length() <= 4000


def test_a_grant_that_ended_meanwhile_is_still_told():
    end = (AT - timedelta(days=1)).isoformat()
    assert "These credits end" in change_text(
        make_change({"left": 0, "until": None}, {"left": 5, "until": end}, Action.GRANT)
    )

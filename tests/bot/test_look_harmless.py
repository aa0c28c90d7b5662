"""Nothing that a member, a moderator or a provider writes does anything in a message but be read.

For any text, made of what does something on Discord, what looks like nothing, and everything else: each line of a
message stands where it stands with a plain text, and no markup, mention, link or control character is left in it.
"""

import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from discord import ui
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import look
from bot.look.text import escaped
from languages.sentence import Sentence
from providers.catalog import load
from providers.loose import readable
from storage.quota_records import Action, Allowance, Change, Holder, Server, Usage
from storage.states import JobState
from tests.bot.conftest import make_job

TRICKS = (
    *("@everyone", "@here", "<@1>", "<@&1>", "<#1>", "</animate:1>", "<t:1:R>", "<:a:1>", "<id:guide>", ":smile:"),
    *("**", "__", "~~", "||", "`", "```", "> ", ">>> ", "# ", "-# ", "- ", "[a](https://b.c)", "https://a.b", "\\"),
    *("\n", "\r", "\u2028", "\u2029", "\x00", "\x1b[31m", "\x85", "\t", "\v"),
    *("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u115f", "\u3164", "\uffa0", "\u2800", "\ud800"),
    *("\u202e", "\u202d", "\u2066", "\u2067", "\u2069", "\u200f", "\u061c", "\U000e0041"),
)
HOSTILE = st.lists(st.sampled_from(TRICKS) | st.text(max_size=8), max_size=30).map("".join)
SINGLE_LINE_MARKS = re.compile(r"[`*_~|<>#\[\]@:]")
JOINED_EMOJI = re.compile(r"(?<=[^\s\w])\u200d(?=[^\s\w])")
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
AT = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)

many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def lines_of(view: ui.LayoutView) -> list[str]:
    texts = [item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)]
    return "\n".join(texts).split("\n")


def assert_seen(text: str) -> None:
    """Everything in it can be seen, in the order in which it stands."""
    assert not {unicodedata.category(char) for char in JOINED_EMOJI.sub("", text)} & UNSEEN
    assert not set(text) & BLANK


def assert_only_read(view: ui.LayoutView, plain: ui.LayoutView, *written: str) -> None:
    """The view differs from that of a plain text in the written words alone, and these are as they should be."""
    words = [escaped(text, 4000) for text in written]
    lines, plain_lines = lines_of(view), lines_of(plain)
    if all(words):
        assert len(lines) == len(plain_lines)
    for line in lines:
        assert_seen(line)
    assert view.content_length() <= 4000


@many
@given(HOSTILE)
def test_a_text_becomes_one_line_that_can_be_seen(text: str) -> None:
    line = readable(text, 100)
    assert len(line) <= 100
    assert line == line.strip()
    assert_seen(line)


@many
@given(HOSTILE)
def test_no_markup_is_left_in_a_text(text: str) -> None:
    shown = escaped(text, 300)
    assert_seen(shown)
    assert not SINGLE_LINE_MARKS.search(re.sub(r"\\.", "", shown))
    assert not re.sub(r"\\.", "", shown).count("\\")


@many
@given(HOSTILE, st.sampled_from(JobState))
async def test_a_card_with_any_words(text: str, state: JobState) -> None:
    def card(words: str) -> ui.LayoutView:
        request = {"prompt": words, "negative_prompt": words, "duration": 5, "mode": "std"}
        return look.card(make_job(state=state, request=request, failure=words), "Kling 2.5 Turbo")

    assert_only_read(card(text), card("plain"), text)


@many
@given(HOSTILE, HOSTILE)
def test_a_thread_has_a_name_that_can_be_read(prompt: str, member: str) -> None:
    name = look.thread_name(make_job(request={"prompt": prompt}), member)
    assert 1 <= len(name) <= 100
    assert name.strip() == name
    assert_seen(name)


@many
@given(HOSTILE)
async def test_a_list_of_jobs_with_any_words(text: str) -> None:
    def listed(words: str) -> ui.LayoutView:
        return look.my_usage(*usage, [make_job(request={"prompt": words})], catalog)

    usage, catalog = (Usage(Allowance(Holder.SERVER, 1, 100), 0, 0, 0, AT, AT), Server(1, 100)), load()
    assert_only_read(listed(text), listed("plain"), text)


@many
@given(HOSTILE, st.sampled_from([Action.BLOCK, Action.GRANT, Action.SETTINGS]))
async def test_a_change_with_any_reason(text: str, action: Action) -> None:
    change = Change(
        id=1,
        at=AT,
        server_id=1,
        actor_id=2,
        action=action,
        member_id=3,
        role_id=None,
        before={"words": []},
        after={"words": [text]} if action is Action.SETTINGS else {"words": []},
        reason=text,
    )
    plain = replace(change, reason="plain", after={"words": ["plain"]} if change.after["words"] else {"words": []})
    assert_only_read(look.change_panel(change), look.change_panel(plain), text)
    assert_only_read(look.changes_page([change], None), look.changes_page([plain], None), text)


@many
@given(HOSTILE)
async def test_a_refusal_with_any_words(text: str) -> None:
    for line in lines_of(look.refused([Sentence("range", first=text, last=1)])):
        assert_seen(line)


@pytest.mark.parametrize("trick", [trick for trick in TRICKS if SINGLE_LINE_MARKS.search(trick)])
def test_each_trick_alone_is_escaped(trick: str) -> None:
    shown = escaped(trick, 100)
    assert shown != trick
    assert not SINGLE_LINE_MARKS.search(re.sub(r"\\.", "", shown))

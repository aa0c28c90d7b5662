import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.loose import complaint, link, mapping, parsed, readable, sentence, sequence, text, token, whole

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (5, 5), ("5", 5), (" 5 ", 5), (5.0, 5), ("5.0", None), (5.5, None), (True, None), (None, None), ("", None),
        ("five", None), ([5], None), (float("nan"), None), (float("inf"), None), ("1e999", None),
    ],
)  # fmt: skip
def test_whole_numbers_are_read_from_numbers_and_digits(value, number):
    assert whole(value) == number


@pytest.mark.parametrize(
    ("value", "words"), [("a", "a"), (" a ", "a"), (12, "12"), (True, ""), (None, ""), (1.5, ""), ({}, ""), (["a"], "")]
)
def test_text_is_read_from_text_and_whole_numbers(value, words):
    assert text(value) == words


@pytest.mark.parametrize(
    ("value", "found"), [(" a-1:b/c ", "a-1:b/c"), (12, "12"), ("a\ud800", ""), ("a\x00", ""), ("a\nb", ""), (None, "")]
)
def test_an_id_that_cannot_be_sent_back_is_none(value, found):
    assert token(value) == found


@given(ANYTHING)
def test_nothing_fails_whatever_comes(value):
    assert isinstance(mapping(value), dict)
    assert isinstance(sequence(value), list)
    assert isinstance(text(value), str)
    assert whole(value) is None or isinstance(whole(value), int)


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_readable_text_is_one_bounded_printable_line(value, limit):
    line = readable(value, limit)
    assert len(line) <= limit
    assert re.sub("(?<=\\S)\u200d(?=\\S)", "", line).isprintable()
    line.encode("utf-8")


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("a 👨\u200d👩\u200d👧 at sea", "a 👨\u200d👩\u200d👧 at sea"),
        ("🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 👩🏽\u200d⚕\ufe0f", "🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 👩🏽\u200d⚕\ufe0f"),
        ("a\u200db \u200d👩 👩\u200d 👩\u200d\u200d👧", "a b 👩 👩 👩 👧"),
        ("👩\u200d\x00👧", "👩 👧"),
    ],
)
def test_only_emoji_are_joined(value, line):
    assert readable(value) == line


def test_a_cut_leaves_no_joiner():
    assert readable("👩\u200d👧👧", 3) == "👩…"


def test_readable_text_keeps_words_and_shows_where_it_was_cut():
    assert readable("one\n two\x00\u202ethree") == "one two three"
    assert readable("a" * 300) == "a" * 199 + "…"


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("https://host/a.mp4", "https://host/a.mp4"),
        (" http://host/a.mp4\n", "http://host/a.mp4"),
        ("SUCCEED", None),
        ("javascript:alert(1)", None),
        ("", None),
        (None, None),
        (5, None),
        ({"url": "https://host"}, None),
    ],
)
def test_links(value, address):
    assert link(value) == address


@given(ANYTHING)
def test_complaints_are_bounded(value):
    assert len(complaint(value)) <= 2000
    assert len(sentence(value)) <= 2000
    assert complaint({"message": "x" * 5000}) == "x" * 2000


@pytest.mark.parametrize(
    ("value", "sentences"),
    [
        (" plain\n", "plain"),
        ({"message": "m"}, "m"),
        ({"name": "N", "message": "m"}, "m"),
        ({"name": "N"}, "N"),
        ({"detail": [{"loc": ["body"], "msg": "one"}, {"msg": "two"}]}, "one: two"),
        ({"message": "same", "error": {"message": "same"}, "meta": [{"msg": "more"}]}, "same: more"),
        (["a", "b", "c", "d"], "a: b: c"),
        ({"error": {"error": {"detail": {"errors": {"msg": "deep"}}}}}, "deep"),
        ({"code": 5, "message": 7, "detail": None}, ""),
        (None, ""),
        (5, ""),
        ([], ""),
        ([None, {"code": 1}], ""),
    ],
)
def test_complaints_are_read_in_any_form(value, sentences):
    assert complaint(value) == sentences


@pytest.mark.parametrize(
    ("raw", "value"), [('{"a": 1}', {"a": 1}), (b"[1]", [1]), ("", None), (b"\xff", None), ("[" * 200_000, None)]
)
def test_json_or_nothing(raw, value):
    assert parsed(raw) == value

"""Edits of settings: pure, bounded, and never a list that opens everything by the way."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.edits import (
    CHANNELS,
    LONGEST_WORD,
    MODELS,
    MODERATOR_ROLES,
    MOST_PLACES,
    PROVIDERS,
    ROLES,
    WORDS,
    Listing,
    change_of,
    words_of,
)
from cogs.errors import NotChanged
from languages.speech import say
from storage.quota_records import Server

NEW = Server(1, 100)
ids = st.frozensets(st.integers(1, 60), max_size=MOST_PLACES)


@given(before=ids, items=ids)
def test_only_the_named_list_changes_and_only_by_what_was_named(before, items):
    server = replace(NEW, channels=before, roles=frozenset({7}))
    try:
        assert CHANNELS.edit("add", items)(server) == replace(server, channels=before | items)
    except NotChanged:
        assert len(before | items) > MOST_PLACES
    try:
        assert CHANNELS.edit("remove", items)(server) == replace(server, channels=before - items)
    except NotChanged:
        assert not before - items
    assert CHANNELS.edit("clear", ())(server) == replace(server, channels=frozenset())


def test_a_list_that_restricts_is_not_emptied_by_removing():
    server = replace(NEW, channels=frozenset({3}), moderator_roles=frozenset({3}))
    with pytest.raises(NotChanged) as refused:
        CHANNELS.edit("remove", {3})(server)
    assert "Use `clear`" in say(refused.value.sentences[0])
    assert MODERATOR_ROLES.edit("remove", {3})(server).moderator_roles == frozenset()


def test_tidying_keeps_what_exists():
    server = replace(NEW, channels=frozenset({1, 2, 3}), moderator_roles=frozenset({9}))
    assert CHANNELS.tidied({2, 3, 4})(server) == replace(server, channels=frozenset({2, 3}))
    assert MODERATOR_ROLES.tidied(())(server).moderator_roles == frozenset()


@pytest.mark.parametrize(
    ("before", "sentence"), [({1, 2}, "nothing to tidy"), ((), "nothing to tidy"), ({7, 8}, "`add` one")]
)
def test_tidying_never_does_nothing_and_never_opens_a_list(before, sentence):
    with pytest.raises(NotChanged) as refused:
        CHANNELS.tidied({1, 2})(replace(NEW, channels=frozenset(before)))
    assert sentence in " ".join(map(say, refused.value.sentences))


def test_the_kinds_of_words_are_two_lists():
    server = WORDS["adult"].edit("add", {"a"})(WORDS["forbidden"].edit("add", {"b"})(NEW))
    assert (server.words, server.adult_words) == (frozenset({"b"}), frozenset({"a"}))


def test_other_settings_are_put_in_place_of_the_old():
    assert change_of(cooldown=5, giving=True)(NEW) == replace(NEW, cooldown=5, giving=True)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Foo", {"foo"}),
        (" a  b ,, C ,c", {"a b", "c"}),
        ("x" * LONGEST_WORD, {"x" * LONGEST_WORD}),
        ("猫,ß", {"猫", "ss"}),
        ("c++,7,🍆", {"c++", "7", "🍆"}),
    ],
)
def test_words_are_read_from_a_list(typed: str, words: set[str]):
    assert words_of(typed) == words


@pytest.mark.parametrize("typed", ["", " , ", "x" * (LONGEST_WORD + 1), "\u200b", "***", "!?", "foo,$"])
def test_what_is_no_word_is_refused(typed: str):
    with pytest.raises(NotChanged):
        words_of(typed)


@pytest.mark.parametrize("typed", ["*[x](y)@everyone" * 4, "**"])
def test_what_was_typed_is_quoted_harmlessly(typed: str):
    with pytest.raises(NotChanged) as refused:
        words_of(typed)
    text = say(refused.value.sentences[0])
    assert "\\*" in text
    assert "@" not in text.replace("\\@", "")


@pytest.mark.parametrize("listing", [CHANNELS, ROLES, MODELS, PROVIDERS, MODERATOR_ROLES, *WORDS.values()])
def test_every_list_says_why_it_is_not_changed(listing: Listing):
    full = frozenset(map(str, range(listing.most)))
    edits = [listing.edit("add", full | {"one more"}), listing.edit("remove", full), listing.edit("remove", ["0"])]
    tidied = [] if listing in (PROVIDERS, *WORDS.values()) else [listing.tidied(full), listing.tidied(())]
    refusals = []
    for edit in [*edits, *tidied]:
        for before in (full, frozenset[str]()):
            try:
                edit(change_of(**{listing.field: before})(NEW))
            except NotChanged as error:
                refusals += list(map(say, error.sentences))
    assert any(str(listing.most) in one for one in refusals)
    assert any("are allowed now" in one for one in refusals) == listing.all_when_empty

"""Sentences are said in the reader's language, with its plurals, numbers and lists."""

import asyncio

import pytest

from languages import speech
from languages.sentence import Listed, Sentence, listed
from languages.speech import SpeechError, language_of, say, speak, speaking


def test_a_sentence_can_be_kept_as_text():
    sentence = Sentence("range", first=3, last=Sentence("range", first="«a»", last=1.5), more=listed([1, "b"], "and"))
    assert Sentence.load(sentence.dump()) == sentence
    assert sentence != Sentence("range", first=3)


@pytest.mark.parametrize("text", ["The video could not be made.", "{}", "[]", '{"id": 1, "values": {}}', "3", ""])
def test_other_text_is_no_sentence(text):
    with pytest.raises(ValueError, match=r".*"):
        Sentence.load(text)


def test_somebodys_words_are_changed_wherever_they_stand():
    sentence = Sentence("range", first=listed(["a", 1]), last=Sentence("range", first="b", last=2))
    changed = sentence.with_words(str.upper)
    assert changed == Sentence("range", first=listed(["A", 1]), last=Sentence("range", first="B", last=2))


def test_what_is_not_there_is_an_error():
    with pytest.raises(SpeechError):
        say("no-such-message")
    with pytest.raises(SpeechError):
        say("range", first=1)


def test_things_are_listed():
    assert say("range", first=Listed((5, 10, 15)), last=1200) == "5, 10 or 15 to 1,200"


def test_readers_without_their_language_get_english():
    assert language_of("tlh") == "en"
    assert {language_of(locale) for locale in ("en-US", "en-GB", "en")} == {"en"}


@pytest.mark.parametrize("language", sorted(speech.LANGUAGES))
def test_texts_name_commands_as_the_readers_discord_does(language):
    names = {name: speech._command_names(language)[name] for name in ("jobs list", "usage show", "animate")}
    with speaking(language):
        assert {name: speech.command_name(name) for name in names} == names
        assert f"`/{names['jobs list']}`" in say("answers-see-list")
    assert (names["jobs list"] == "jobs list") == (language == "en")
    assert speech._with_command_names("see /animate, `/jobs list`, https://a/jobs, /nothing", language) == (
        f"see /{names['animate']}, `/{names['jobs list']}`, https://a/jobs, /nothing"
    )


async def test_each_task_speaks_to_its_own_reader(monkeypatch):
    monkeypatch.setattr(speech, "LANGUAGES", frozenset({"en", "de"}))

    async def number(locale: str) -> str:
        speak(locale)
        await asyncio.sleep(0)
        return str(speech.spoken())

    assert list(await asyncio.gather(number("de"), number("en-GB"), number("tlh"))) == ["de", "en_GB", "en_GB"]
    with speaking("de"):
        assert str(speech.spoken()) == "de"
    assert str(speech.spoken()) == "en_GB"

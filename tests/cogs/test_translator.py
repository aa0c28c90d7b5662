"""Commands in every language, and answers in that of whoever asks."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import discord
import pytest
import simcord.interactions

from cogs.job_pages import SIZE
from cogs.translator import Translator
from languages.speech import LANGUAGES, language_of
from tests.cogs.conftest import PHOTO, Stage, texts_of
from tests.tongues import GERMAN, invented_german

NAME = re.compile(r"[\w'-]{1,32}")
"""Discord's ``^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$`` for the languages there are."""

MOST_CHARACTERS = 8000

MESSAGES = """
command-jobs = aufträge
    .description = Deine Videos
option-job = auftrag
    .about-jobs = Welches Video; seine Nummer steht auf der Karte
choice-mode-pro = pro: bessere Qualität
answers-refused-now = **Nichts wurde berechnet.** Ändere es und schick den Befehl noch einmal.
start-model-line = { $model } · { $lengths } s · ab { $price }
confirm-not-ordered = Nicht bestellt
confirm-leave-it = Nein
jobs-of-another = Diese Liste ist nicht deine.
"""


@pytest.fixture
def german() -> Iterator[None]:
    with invented_german(MESSAGES):
        yield


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the language of everybody's client."""
    payload_of = simcord.interactions.base_payload

    def speak(locale: str) -> None:
        def base_payload(*args: Any, **options: Any) -> tuple[Any, dict[str, Any]]:
            record, payload = payload_of(*args, **options)
            return record, payload | {"locale": locale}

        monkeypatch.setattr(simcord.interactions, "base_payload", base_payload)

    return speak


async def payload_of(stage: Stage) -> list[dict[str, Any]]:
    """The commands as Discord is given them."""
    translator = Translator()
    return [
        await command.get_translated_payload(stage.bot.tree, translator) for command in stage.bot.tree.get_commands()
    ]


def in_(locale: str, thing: dict[str, Any], field: str) -> str:
    """The text that a reader with this locale is shown."""
    localized = thing.get(f"{field}_localizations") or {}
    return str(localized.get(locale, thing[field]))


def weight(thing: dict[str, Any]) -> int:
    """Characters that Discord counts: of each text the longest translation, and the values of choices."""
    own = sum(
        max(len(text) for text in (thing[field], *(thing.get(f"{field}_localizations") or {}).values()))
        for field in ("name", "description")
        if field in thing
    )
    parts = [*thing.get("options", []), *thing.get("choices", [])]
    return own + len(str(thing.get("value", ""))) + sum(map(weight, parts))


def assert_fits(locale: str, things: list[dict[str, Any]]) -> None:
    """Discord takes these names and descriptions (facts/discord.md 2.1)."""
    names = [in_(locale, thing, "name") for thing in things]
    assert len(set(names)) == len(names), names
    for thing, name in zip(things, names, strict=True):
        if "description" not in thing:  # a command of a menu
            assert 1 <= len(name) <= 32, name
            continue
        assert NAME.fullmatch(name), name
        assert name == name.lower(), name
        assert 1 <= len(in_(locale, thing, "description")) <= 100, thing
        choices = [in_(locale, choice, "name") for choice in thing.get("choices", [])]
        assert len(set(choices)) == len(choices), choices
        assert all(1 <= len(choice) <= 100 for choice in choices), choices
        assert_fits(locale, thing.get("options", []))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
async def test_discord_takes_the_names_and_texts_of_commands(stage: Stage, language: str):
    payload = await payload_of(stage)
    for locale in discord.Locale:
        if language_of(str(locale)) == language:
            assert_fits(str(locale), payload)
    assert all(weight(command) <= MOST_CHARACTERS for command in payload)


async def test_names_in_english_are_those_of_the_code(stage: Stage):
    """The library finds commands and options by them."""
    for command in stage.bot.tree.walk_commands():
        assert isinstance(command.name, str)
        if isinstance(command, discord.app_commands.Command):
            assert all(parameter.name == parameter.display_name for parameter in command.parameters), command.name


@pytest.mark.usefixtures("german")
async def test_other_languages_go_along_and_english_is_sent_once(stage: Stage):
    jobs = next(command for command in await payload_of(stage) if command["name"] == "jobs")
    assert jobs["name_localizations"] == {GERMAN: "aufträge"}
    assert jobs["description_localizations"] == {GERMAN: "Deine Videos"}
    show = next(option for option in jobs["options"] if option["name"] == "show")
    (job,) = show["options"]
    assert (job["name"], job["name_localizations"]) == ("job", {GERMAN: "auftrag"})
    assert job["description_localizations"] == {GERMAN: "Welches Video; seine Nummer steht auf der Karte"}
    animate = next(command for command in await payload_of(stage) if command["name"] == "animate")
    (modes,) = [option["choices"] for option in animate["options"] if option["name"] == "mode"]
    assert {GERMAN: "pro: bessere Qualität"} in [choice["name_localizations"] for choice in modes]


async def test_the_translator_leaves_other_texts_alone():
    text, where = discord.app_commands.locale_str("plain"), discord.app_commands.TranslationContext
    context = where(discord.app_commands.TranslationContextLocation.other, None)  # type: ignore[var-annotated]
    assert await Translator().translate(text, discord.Locale.german, context) is None


@pytest.mark.usefixtures("german")
async def test_an_answer_speaks_the_language_of_whoever_asked(stage: Stage, reads: Callable[[str], None]):
    too_small = ("small.png", b"no picture")
    assert "**Nothing was charged.**" in await stage.slash("animate", image=too_small)
    reads(GERMAN)
    assert "**Nichts wurde berechnet.**" in await stage.slash("animate", image=too_small)
    reads("fr")
    assert "**Nothing was charged.**" in await stage.slash("animate", image=too_small)


@pytest.mark.usefixtures("german")
async def test_suggestions_speak_it_too(stage: Stage, reads: Callable[[str], None]):
    reads(GERMAN)
    (choice,) = await stage.alice.autocomplete(stage.channel, "animate", "model", "2.5 turbo")
    assert choice["name"] == "Kling 2.5 Turbo · 5 oder 10 s · ab 21 credits · end picture"


@pytest.mark.usefixtures("german")
async def test_buttons_and_what_they_raise_speak_to_whoever_pressed(stage: Stage, reads: Callable[[str], None], order):
    reads(GERMAN)
    dear = await stage.call(stage.alice, "animate", image=PHOTO, duration=10, mode="pro", prompt="the sea")
    assert "Nein" in texts_of(dear.components)
    assert "### Nicht bestellt" in await stage.press(stage.alice, dear, "Nein")
    reads("en-US")
    for _ in range(SIZE + 1):
        await stage.store.accept(order(credits=1))
    hers, his = await stage.call(stage.alice, "jobs list"), await stage.call(stage.mia, "jobs list")
    stage.env.backend.get_message(his.channel_id, his.id).components = hers.components
    reads(GERMAN)
    assert "Diese Liste ist nicht deine." in await stage.press(stage.mia, his, "Older ▶")


async def test_refusals_name_options_as_the_reader_knows_them(stage: Stage, reads: Callable[[str], None]):
    reads("ja")
    assert "`チャンネル`" in await stage.moderate("settings channels", action="add")
    assert "`ロール`" in await stage.moderate("settings roles", action="clear", role=stage.guild.create_role("Any"))
    assert "`動画の上限`" in await stage.moderate("settings limits", most_credits=5, lift="most_credits")

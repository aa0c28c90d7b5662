"""Every language has every message; code and messages name each other; and no sentence is left in the code."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from languages.speech import ENGLISH, LANGUAGES, say, speaking

PROJECT = Path(__file__).parents[2]
SPEAKING = ("bot", "cogs", "providers")
SHOWN = ("bot/look", "cogs", "bot/publisher.py")
NAMING = {"say", "Sentence", "named"}


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


def variables_of(pattern: ftl.Pattern) -> frozenset[str]:
    found = Variables()
    found.visit(pattern)
    return frozenset(found.names)


def entries(language: str) -> Iterator[ftl.EntryType]:
    for file in sorted((PROJECT / "languages" / language).glob("*.ftl")):
        yield from FluentParser().parse(file.read_text("utf-8")).body


@cache
def messages(language: str) -> dict[str, frozenset[str]]:
    """The variables of each message, and of each attribute under ``message.attribute``."""
    found = {}
    for entry in entries(language):
        if isinstance(entry, ftl.Message):
            if entry.value is not None:
                found[entry.id.name] = variables_of(entry.value)
            found |= {f"{entry.id.name}.{one.id.name}": variables_of(one.value) for one in entry.attributes}
    return found


@cache
def trees(*places: str) -> dict[str, ast.Module]:
    files = [
        file
        for place in places
        for file in ([PROJECT / place] if place.endswith(".py") else (PROJECT / place).rglob("*.py"))
    ]
    return {str(file.relative_to(PROJECT)): ast.parse(file.read_text("utf-8")) for file in files}


def nodes(*places: str) -> Iterator[tuple[str, ast.AST]]:
    for name, tree in trees(*places).items():
        for node in ast.walk(tree):
            yield name, node


def naming(*places: str) -> Iterator[tuple[str, str, ast.Call]]:
    """Calls that name a message by a literal."""
    for file, node in nodes(*places):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(message)), *_]) if name in NAMING:
                yield f"{file}:{node.lineno}", message, node


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_file_can_be_read(language: str) -> None:
    wrong = [entry.content for entry in entries(language) if isinstance(entry, ftl.Junk)]
    assert not wrong
    names = Counter(entry.id.name for entry in entries(language) if isinstance(entry, ftl.Message | ftl.Term))
    assert not [name for name, times in names.items() if times > 1]


@pytest.mark.parametrize("language", sorted(LANGUAGES - {ENGLISH}))
def test_every_language_has_every_message_with_the_same_values(language: str) -> None:
    english, other = messages(ENGLISH), messages(language)
    assert {"missing": english.keys() - other.keys(), "needless": other.keys() - english.keys()} == {
        "missing": set(),
        "needless": set(),
    }
    assert {name: other[name] for name in english if english[name] != other[name]} == {}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_message_can_be_said(language: str) -> None:
    with speaking(language):
        empty = [
            name for name, values in messages(ENGLISH).items() if not say(name, **dict.fromkeys(values, 2)).strip()
        ]
    assert not empty


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_what_forms_show_has_no_markup(language: str) -> None:
    """Discord shows it there as it is written."""
    forms = re.compile(r"start-form.*|button-(edit|flag|block)-(title|reason|about)")
    with speaking(language):
        shown = {
            name: say(name, **dict.fromkeys(values, ""))
            for name, values in messages(ENGLISH).items()
            if forms.fullmatch(name)
        }
    assert len(shown) > 15
    assert {name: text for name, text in shown.items() if "`" in text or "*" in text} == {}


def test_the_messages_that_the_code_names_are_there_with_their_values() -> None:
    english = messages(ENGLISH)
    calls = list(naming(*SPEAKING))
    assert len(calls) > 300
    assert [f"{where} {name}" for where, name, _ in calls if name not in english] == []
    lacking = [
        f"{where} {name} lacks {english[name] - {one.arg for one in call.keywords}}"
        for where, name, call in calls
        if all(one.arg for one in call.keywords) and not english[name] <= {one.arg for one in call.keywords}
    ]
    assert lacking == []


def test_every_message_is_named_by_the_code() -> None:
    literals, families = set(), set()
    for _, node in nodes(*SPEAKING):
        match node:
            case ast.Constant(value=str(text)):
                literals.add(text)
            case ast.JoinedStr(values=parts):
                shape = [re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+" for one in parts]
                if any("-" in part for part in shape):
                    families.add("".join(shape))
    family = re.compile("|".join(families))
    assert not [name for name in messages(ENGLISH) if name not in literals and not family.fullmatch(name)]


NAMES = {"AI/ML API"}

SENTENCE = re.compile(r"[A-Za-z]{2,}[,.:]? [A-Za-z]{2,}")


def harmless(tree: ast.Module) -> set[ast.AST]:
    """Texts that nobody reads in Discord: docstrings, log events, errors of the house, names of types."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as text):
                found.add(text)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="log"))) | ast.Raise():
                found |= set(ast.walk(node))
            case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr="__init__")):
                found |= set(ast.walk(node))
            case ast.arg(annotation=ast.expr() as annotation) | ast.AnnAssign(annotation=annotation):
                found |= set(ast.walk(annotation))
    return found


def test_no_sentence_is_left_in_the_code() -> None:
    left = []
    for file, tree in trees(*SHOWN).items():
        nobody_reads = harmless(tree)
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)) if (
                    SENTENCE.search(text) and text not in NAMES and node not in nobody_reads
                ):
                    left.append(f"{file}:{node.lineno} {text!r}")
    assert left == []

"""A second language beside English, for tests of what is said in which."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from languages import speech
from languages.speech import ENGLISH

GERMAN = "de"


@contextmanager
def invented_german(messages: str) -> Iterator[None]:
    """These messages, in Fluent's form, are German; all others are said as in English."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        for language in (ENGLISH, GERMAN):
            shutil.copytree(Path(speech.__file__).parent / ENGLISH, folder / language)
        (folder / GERMAN / "z.ftl").write_text(messages, "utf-8")  # of several files the last one counts
        patch.setattr(speech, "_FOLDER", folder)
        patch.setattr(speech, "LANGUAGES", frozenset({ENGLISH, GERMAN}))
        _forget()
        yield
    _forget()


def _forget() -> None:
    for known in (speech._files, speech._bundle, speech._command_names):
        known.cache_clear()

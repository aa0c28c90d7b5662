import asyncio
import os
import re
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from bot.media import plots
from bot.media.plots import PlotError, draw
from tests.bot.media.conftest import figures, nothing, painted


async def test_the_child_draws_what_the_figures_say():
    assert await draw(figures(3)) == painted(figures(3))


async def test_the_event_loop_goes_on_while_a_picture_is_drawn():
    drawing = asyncio.create_task(draw(figures()))
    beats = 0
    while not drawing.done():
        await asyncio.sleep(0.005)
        beats += 1
    await drawing
    assert beats > 20


@pytest.fixture
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Takes the interpreter's place: writes its process id and its environment, then sleeps."""
    program = tmp_path / "python"
    program.write_text(f'#!/bin/sh\nenv > "{tmp_path}/environment"\necho $$ > "{tmp_path}/pid"\nexec sleep 60\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    return program


async def pid_of(python: Path) -> int:
    file = python.with_name("pid")
    async with asyncio.timeout(10):
        while not (file.exists() and file.read_text().strip()):
            await asyncio.sleep(0.01)
    return int(file.read_text())


def assert_gone(pid: int) -> None:
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_who_draws_too_long_is_killed(python):
    drawing = asyncio.create_task(draw(nothing(), seconds=2))
    pid = await pid_of(python)
    with pytest.raises(PlotError, match=re.escape("not drawn after 2 s")):
        await drawing
    assert_gone(pid)


async def test_cancellation_kills_too(python):
    drawing = asyncio.create_task(draw(nothing()))
    pid = await pid_of(python)
    drawing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await drawing
    assert_gone(pid)


async def test_a_killed_child_is_one_error(python):
    drawing = asyncio.create_task(draw(nothing()))
    os.kill(await pid_of(python), signal.SIGKILL)
    with pytest.raises(PlotError, match="ended with -9: it said nothing"):
        await drawing


@pytest.mark.parametrize(("missing", "how"), [("python", "ended with 1"), ("folder", "did not start")])
async def test_a_child_that_cannot_be_started_is_the_same_error(monkeypatch, tmp_path, missing, how):
    if missing == "python":
        monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    else:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nothing"))
    with pytest.raises(PlotError, match=rf"{how}: .*No such file"):
        await draw(nothing())


async def test_the_last_words_of_a_child_that_failed_are_in_the_error(monkeypatch):
    monkeypatch.setattr(plots, "_HOME", Path("/"))
    with pytest.raises(PlotError, match="No module named"):
        await draw(nothing())


async def test_a_child_knows_no_secret_and_writes_into_a_folder_that_goes_with_it(python, monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "secret-of-this-test")
    drawing = asyncio.create_task(draw(nothing()))
    os.kill(await pid_of(python), signal.SIGKILL)
    with pytest.raises(PlotError):
        await drawing
    environment = dict(line.split("=", 1) for line in python.with_name("environment").read_text().splitlines())
    assert environment.keys() <= {
        "HOME", "MPLCONFIGDIR", "PYTHONDONTWRITEBYTECODE", "LD_LIBRARY_PATH", "PATH", "MALLOC_ARENA_MAX", "LC_CTYPE",
        "PWD", "OLDPWD", "SHLVL", "_",
    }  # fmt: skip
    assert environment["HOME"] == environment["MPLCONFIGDIR"]
    assert not Path(environment["HOME"]).exists()

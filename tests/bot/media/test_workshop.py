"""Whatever work on a file from outside does, the bot goes on and the next piece is done."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.media.workshop import MIB, Bounds, Workshop, WorkshopError

BOUNDS = Bounds(seconds=20, processor_seconds=10, memory=512 * MIB, written=MIB)
CARELESS = "tests.bot.media.careless"


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    opened = Workshop()
    yield opened
    opened.close()


async def assert_works(workshop: Workshop) -> None:
    done = await workshop.call(f"{CARELESS}:echo", b"still here", BOUNDS)
    assert (done.well, done.output) == (True, b"still here")


async def pid_in(file: Path) -> int:
    async with asyncio.timeout(20):
        while not (file.exists() and file.read_text().endswith("\n")):
            await asyncio.sleep(0.01)
    return int(file.read_text())


async def assert_gone(pid: int) -> None:
    async with asyncio.timeout(5):
        while True:
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                return
            await asyncio.sleep(0.01)


async def test_bytes_go_in_and_come_out(workshop: Workshop) -> None:
    for content in (b"", b"x", os.urandom(MIB)):
        assert (await workshop.call(f"{CARELESS}:echo", content, BOUNDS)).output == content


async def test_pieces_are_done_beside_each_other(workshop: Workshop) -> None:
    await assert_works(workshop)
    began = asyncio.get_running_loop().time()
    done = await asyncio.gather(*(workshop.call(f"{CARELESS}:nap", b"", BOUNDS) for _ in range(10)))
    assert [one.output for one in done] == [b"rested"] * 10
    assert asyncio.get_running_loop().time() - began < 2.5


async def test_a_program_runs_in_its_folder_with_its_input(workshop: Workshop, tmp_path: Path) -> None:
    done = await workshop.run(["/bin/sh", "-c", "pwd; cat; echo words >&2"], BOUNDS, given=b"given", folder=tmp_path)
    assert (done.returncode, done.output, done.last_words) == (0, f"{tmp_path}\ngiven".encode(), "words")


async def test_no_secret_and_no_open_file_of_the_bot_is_there(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret-of-this-test")
    done = await workshop.call(f"{CARELESS}:surroundings", b"", BOUNDS)
    lines = done.output.decode().splitlines()
    files = [line for line in lines if line[0].isdigit()]
    names = set(lines) - set(files)
    assert names <= {"PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "MALLOC_ARENA_MAX", "LC_CTYPE"}
    assert not [file for file in files if "socket:" in file or ".db" in file]


@pytest.mark.parametrize(
    ("work", "returncode", "words"),
    [
        ("crash", -signal.SIGSEGV, "it said nothing"),
        ("eat_memory", 1, "MemoryError"),
        ("write_without_end", -signal.SIGXFSZ, ""),
        ("raise_an_error", 1, "ZeroDivisionError: in the middle of it"),
        ("not_there", 1, "has no attribute"),
    ],
)
async def test_what_goes_wrong_is_told_and_nothing_else_suffers(
    workshop: Workshop, work: str, returncode: int, words: str
) -> None:
    done = await workshop.call(f"{CARELESS}:{work}", b"", BOUNDS)
    assert not done.well
    assert done.returncode in {returncode, 1}
    assert words in done.last_words
    await assert_works(workshop)


async def test_who_ends_without_a_word_has_no_output(workshop: Workshop) -> None:
    assert (await workshop.call(f"{CARELESS}:end_quietly", b"", BOUNDS)).output == b""


@pytest.mark.parametrize("work", ["loop", "ignore_signals"])
async def test_who_takes_too_long_is_killed(workshop: Workshop, tmp_path: Path, work: str) -> None:
    await assert_works(workshop)
    file = tmp_path / "pid"
    bounds = Bounds(seconds=1, processor_seconds=30)
    done = await workshop.call(f"{CARELESS}:{work}", str(file).encode(), bounds)
    assert (done.late, done.well, done.returncode) == (True, False, -signal.SIGKILL)
    with pytest.raises(ProcessLookupError):
        os.kill(await pid_in(file), 0)
    await assert_works(workshop)


async def test_processor_time_is_bounded_by_itself(workshop: Workshop, tmp_path: Path) -> None:
    bounds = Bounds(seconds=60, processor_seconds=1)
    done = await workshop.call(f"{CARELESS}:loop", str(tmp_path / "pid").encode(), bounds)
    assert (done.late, done.well) == (False, False)
    assert done.returncode in {-signal.SIGXCPU, -signal.SIGKILL}


async def test_cancellation_kills(workshop: Workshop, tmp_path: Path) -> None:
    file = tmp_path / "pid"
    work = asyncio.create_task(workshop.call(f"{CARELESS}:loop", str(file).encode(), BOUNDS))
    pid = await pid_in(file)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    await assert_works(workshop)


async def test_what_the_work_has_started_ends_with_it(workshop: Workshop) -> None:
    done = await workshop.call(f"{CARELESS}:leave_a_child", b"", BOUNDS)
    await assert_gone(int(done.output))


async def test_a_workbench_that_was_killed_is_replaced(workshop: Workshop) -> None:
    await assert_works(workshop)
    bench = workshop._bench
    assert bench is not None
    os.kill(bench.pid, signal.SIGKILL)
    bench.wait()
    await assert_works(workshop)


async def test_a_bot_that_is_killed_takes_the_work_with_it(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    program = (
        "import asyncio; from bot.media.workshop import *; "
        f"asyncio.run(WORKSHOP.call('{CARELESS}:loop', {str(file).encode()!r}, Bounds(60, 60)))"
    )
    bot = await asyncio.create_subprocess_exec(sys.executable, "-c", program, cwd=Path(__file__).parents[3])
    pid = await pid_in(file)
    bot.kill()
    await bot.wait()
    await assert_gone(pid)


async def test_a_workbench_that_cannot_be_started_is_one_error(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.media.workshop._PYTHON", "/nothing/there")
    with pytest.raises(WorkshopError, match="No such file"):
        await workshop.call(f"{CARELESS}:echo", b"", BOUNDS)
    monkeypatch.setattr("bot.media.workshop._PYTHON", "/bin/true")
    with pytest.raises(WorkshopError):
        await workshop.call(f"{CARELESS}:echo", b"", BOUNDS)

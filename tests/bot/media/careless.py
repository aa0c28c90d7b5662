"""Work that goes wrong in every way; it is called in a process of its own."""

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path


def echo(given: bytes) -> bytes:
    return given


def surroundings(_: bytes) -> bytes:
    """The environment, and what else of the bot could be open: one line each."""
    files = []
    for number in range(64):
        with contextlib.suppress(OSError):  # not open
            files.append(f"{number} {Path(f'/proc/self/fd/{number}').readlink()}")
    return "\n".join([*os.environ, *files]).encode()


def crash(_: bytes) -> bytes:
    ctypes.string_at(0)
    return b""


def loop(given: bytes) -> bytes:
    """Tells its process id in the file that it was given, and never ends."""
    Path(given.decode()).write_text(f"{os.getpid()}\n", "utf-8")
    while True:
        pass


def ignore_signals(given: bytes) -> bytes:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    return loop(given)


def leave_a_child(given: bytes) -> bytes:
    child = subprocess.Popen(["/bin/sleep", "60"])
    child.returncode = 0
    return str(child.pid).encode()


def eat_memory(_: bytes) -> bytes:
    eaten = []
    while True:
        eaten.append(b"x" * (16 << 20))


def write_without_end(_: bytes) -> bytes:
    return b"x" * (8 << 20)


def raise_an_error(_: bytes) -> bytes:
    raise ZeroDivisionError("in the middle of it")


def end_quietly(_: bytes) -> bytes:
    os._exit(0)


def nap(_: bytes) -> bytes:
    time.sleep(0.3)  # noqa: TID251 - there is no event loop
    return b"rested"

"""The process in which pictures and videos are handled; the other end of ``bot.media.workshop``.

It is started once, without the bot's environment, holds the modules that the work needs, and does no work itself. For
each piece it is sent a connection and forks a keeper, and the keeper forks a worker, which bounds itself and then calls
a function or becomes another program. The keeper ends the worker when its time is over or the bot hangs up. So whatever
a file makes its reader do, it happens in a process that holds nothing else.

Nothing here may import asyncio's loops or start a thread: a process with threads cannot be forked safely.
"""

import contextlib
import gc
import importlib
import json
import os
import resource
import select
import signal
import socket
import struct
import sys
import traceback
from typing import Any, Final, NoReturn

LENGTHS: Final = struct.Struct(">QQ")
"""Before each message: how many bytes its JSON and its content have."""

_GRACE_SECONDS: Final = 10
"""After so much more the worker ends itself, should its keeper have died."""

_MOST_COMPLAINTS: Final = 64 * 1024
_CHUNK: Final = 1 << 20


def main(control: socket.socket, modules: list[str]) -> None:
    """Serve until the bot hangs up, which also a bot that was killed does."""
    for module in modules:
        importlib.import_module(module)
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # keepers need nobody to wait for them
    while True:
        message, sockets, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            _keep_and_end(socket.socket(fileno=sockets[0]))
        os.close(sockets[0])


def _keep_and_end(connection: socket.socket) -> NoReturn:
    """In the keeper: never returns."""
    try:
        with contextlib.suppress(ConnectionError):  # the bot has hung up; nobody wants the answer
            _keep(connection)
    except BaseException:  # noqa: BLE001 - a keeper must not go on as a second workbench
        traceback.print_exc()
    finally:
        os._exit(0)


def _keep(connection: socket.socket) -> None:
    """Have one piece of work done, and tell how it went."""
    lengths = LENGTHS.unpack(_exactly(connection, LENGTHS.size))
    order = json.loads(_exactly(connection, lengths[0]))
    given, output, complaints = _file(), _file(), _file()
    _pour(connection, given, lengths[1])
    woken = _woken_by_its_child()
    worker = os.fork()
    if worker == 0:
        connection.close()
        _work(order, given, output, complaints)
    late = not _ends(worker, connection, woken, order["seconds"])
    returncode = os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1])
    with contextlib.suppress(ProcessLookupError):  # what the worker has started and left behind
        os.killpg(worker, signal.SIGKILL)
    _answer(connection, {"returncode": returncode, "late": late}, output, complaints)


def _answer(connection: socket.socket, told: dict[str, Any], output: int, complaints: int) -> None:
    size = os.fstat(complaints).st_size
    last_words = os.pread(complaints, _MOST_COMPLAINTS, max(0, size - _MOST_COMPLAINTS)).decode(errors="replace")
    head = json.dumps(told | {"complaints": last_words}).encode()
    connection.sendall(LENGTHS.pack(len(head), os.fstat(output).st_size) + head)
    os.lseek(output, 0, os.SEEK_SET)
    while chunk := os.read(output, _CHUNK):
        connection.sendall(chunk)


def _woken_by_its_child() -> int:
    """A descriptor that can be read when a child has ended."""
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return woken


def _ends(worker: int, connection: socket.socket, woken: int, seconds: float) -> bool:
    """Wait for the worker's end, and bring it about when the time is over (then false) or the bot has hung up."""
    ready, _, _ = select.select([connection.fileno(), woken], [], [], seconds)
    if woken not in ready:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(worker, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError):  # before it had a group of its own
            os.kill(worker, signal.SIGKILL)
    return bool(ready)


def _work(order: dict[str, Any], given: int, output: int, complaints: int) -> NoReturn:
    """In the worker: never returns."""
    try:
        signal.set_wakeup_fd(-1)
        for ignored in (signal.SIGCHLD, signal.SIGPIPE):
            signal.signal(ignored, signal.SIG_DFL)
        os.setsid()
        for number, file in enumerate((given, output, complaints)):
            os.lseek(file, 0, os.SEEK_SET)
            os.dup2(file, number)
        os.chdir(order["folder"])
        _bound(order)
        if order["command"]:
            os.execve(order["command"][0], order["command"], dict(os.environ) | order["environment"])  # noqa: S606
        module, name = order["call"].split(":")
        done = getattr(importlib.import_module(module), name)(_read(given))
        os.lseek(output, 0, os.SEEK_SET)
        with open(output, "wb", closefd=False) as answer:
            answer.write(done)
        os._exit(0)
    except BaseException:  # noqa: BLE001 - a fork of the keeper must not go on as a second keeper
        os.write(2, traceback.format_exc().encode(errors="replace"))
        os._exit(1)


def _bound(order: dict[str, Any]) -> None:
    """Bounds that hold for the worker and for whatever program it becomes."""
    seconds = int(order["seconds"]) + _GRACE_SECONDS
    signal.alarm(seconds)
    for kind, most in (
        (resource.RLIMIT_AS, order["memory"]),
        (resource.RLIMIT_CPU, order["processor_seconds"]),
        (resource.RLIMIT_FSIZE, order["written"]),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(OSError, ValueError):  # macOS bounds no address space; a lower bound holds already
            resource.setrlimit(kind, (most, most))


def _file() -> int:
    """A nameless file in memory, or where there is none, on the disk."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("work")
    import tempfile  # noqa: PLC0415 - only there

    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _read(file: int) -> bytes:
    return os.pread(file, os.fstat(file).st_size, 0)


def _exactly(connection: socket.socket, size: int) -> bytes:
    content = b""
    while len(content) < size:
        chunk = connection.recv(size - len(content))
        if not chunk:
            raise ConnectionError
        content += chunk
    return content


def _pour(connection: socket.socket, file: int, size: int) -> None:
    while size > 0:
        chunk = connection.recv(min(size, _CHUNK))
        if not chunk:
            raise ConnectionError
        os.write(file, chunk)
        size -= len(chunk)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as its_end:
        main(its_end, sys.argv[2:])

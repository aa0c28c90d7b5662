"""Work on files from outside is done in a process of its own, with bounds on time, memory and what it writes.

The process has none of the bot's environment, so no secret, and ends with its caller: cancellation, the time limit and
the bot's own end kill it. It may crash, loop or eat memory; the bot reads how it ended. ``bot.media.workbench`` is the
other end; why it forks is measured in docs/decisions/0010.
"""

import asyncio
import atexit
import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.media.workbench import LENGTHS

_HOME: Final = Path(__file__).parents[2]
_PYTHON: Final = sys.executable
_HELD: Final = ("bot.media.pictures", "bot.media.fitting", "bot.media.masks")
"""What the workbench imports once, for all pieces of work."""

# Without these a program may not find its own libraries; no setting of the bot has such a name.
_KEPT: Final = ("LD_LIBRARY_PATH", "SYSTEMROOT", "PATH")

_HANG_UP_SECONDS: Final = 5.0

MIB: Final = 1024 * 1024


class WorkshopError(Exception):
    """The work was not begun, or nobody can say how it ended: the workbench is gone. The text is for the log."""


@dataclass(frozen=True)
class Bounds:
    """``seconds`` by the clock and ``processor_seconds``; ``memory`` and ``written`` (to any one file) are bytes."""

    seconds: float
    processor_seconds: int
    memory: int = 1024 * MIB
    written: int = 64 * MIB


class Done(BaseModel):
    """How the work ended. ``returncode`` is negative for a signal; ``late``: it was ended by its time limit."""

    model_config = ConfigDict(frozen=True)

    returncode: int
    late: bool
    complaints: str
    output: bytes = b""

    @property
    def well(self) -> bool:
        """Whether the output may be used."""
        return self.returncode == 0 and not self.late

    @property
    def last_words(self) -> str:
        """For the log."""
        return next((line for line in reversed(self.complaints.splitlines()) if line.strip()), "it said nothing")[:300]


@dataclass
class Workshop:
    """Has work done. One for the whole process, whatever event loop asks."""

    _control: socket.socket | None = None
    _bench: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def open(self) -> socket.socket:
        """Start the workbench, so that the first piece of work need not wait for it; raises ``OSError``."""
        if self._control is None:
            self._control = self._start()
        return self._control

    async def call(self, function: str, given: bytes, bounds: Bounds) -> Done:
        """Call ``module:function`` with these bytes; what it returns is the output. Raises ``WorkshopError``."""
        return await self._have({"call": function, "command": []}, given, bounds, _HOME)

    async def run(
        self,
        command: Sequence[str],
        bounds: Bounds,
        *,
        given: bytes = b"",
        folder: Path = _HOME,
        environment: Mapping[str, str] | None = None,
    ) -> Done:
        """Run a program in ``folder``, with ``given`` as its standard input. Raises ``WorkshopError``."""
        order = {"command": list(command), "environment": dict(environment or {})}
        return await self._have(order, given, bounds, folder)

    async def _have(self, order: dict[str, Any], given: bytes, bounds: Bounds, folder: Path) -> Done:
        head = json.dumps(order | vars(bounds) | {"folder": str(folder)}).encode()
        try:
            reader, writer = await asyncio.open_unix_connection(sock=self._connect(), limit=MIB)
            try:
                writer.write(LENGTHS.pack(len(head), len(given)) + head)
                writer.write(given)
                async with asyncio.timeout(bounds.seconds + _HANG_UP_SECONDS):
                    return await _answer(reader, bounds)
            finally:
                await _hang_up(reader, writer)
        except (OSError, asyncio.IncompleteReadError, ValidationError) as error:  # a TimeoutError is an OSError
            raise WorkshopError(f"{type(error).__name__}: {error}") from error

    def _connect(self) -> socket.socket:
        """A connection to a new keeper; the workbench is started where there is none, or no longer."""
        mine, theirs = socket.socketpair()
        with theirs:
            try:
                self._hand_over(theirs)
            except BaseException:
                mine.close()
                raise
        mine.setblocking(False)
        return mine

    def _hand_over(self, connection: socket.socket) -> None:
        if self._control is not None:
            with contextlib.suppress(OSError):
                socket.send_fds(self._control, [b"."], [connection.fileno()])
                return
            self.close()
        socket.send_fds(self.open(), [b"."], [connection.fileno()])

    def _start(self) -> socket.socket:
        control, its_end = socket.socketpair()
        control.setblocking(False)
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        command = [_PYTHON, "-m", "bot.media.workbench", str(its_end.fileno()), *_HELD]
        try:
            with its_end:
                self._bench = subprocess.Popen(  # noqa: S603
                    command, cwd=_HOME, env=environment | {"MALLOC_ARENA_MAX": "2"}, stdin=subprocess.DEVNULL,
                    pass_fds=[its_end.fileno()], start_new_session=True,
                )  # fmt: skip
        except BaseException:
            control.close()
            raise
        return control

    def close(self) -> None:
        """End the workbench; it is started again when it is needed."""
        if self._control is not None:
            self._control.close()
        if self._bench is not None:
            self._bench.kill()
            self._bench.wait()
        self._control = self._bench = None


async def _answer(reader: asyncio.StreamReader, bounds: Bounds) -> Done:
    head, content = LENGTHS.unpack(await reader.readexactly(LENGTHS.size))
    if content > bounds.written or head > MIB:
        raise WorkshopError("the answer is longer than allowed")
    told = json.loads(await reader.readexactly(head))
    return Done(**told, output=await reader.readexactly(content))


async def _hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Leave only when the worker is gone: so long the keeper holds the line."""
    try:
        with contextlib.suppress(OSError):
            writer.write_eof()
            async with asyncio.timeout(_HANG_UP_SECONDS):
                while await reader.read(MIB):
                    pass
    finally:
        writer.close()


WORKSHOP: Final = Workshop()
atexit.register(WORKSHOP.close)

"""How the process is asked to end, and what is waited for until it does."""

import asyncio
import os
import signal
import threading

import structlog

log = structlog.get_logger()

EXIT_SECONDS = 18
"""What all of the end may take, connections to a database that no longer answers included."""

ANSWER_SECONDS = 5
"""How much of that commands in hand may take."""

_SIGNALS = (signal.SIGTERM, signal.SIGINT)

_ANSWERING = ("CommandTree-invoker", "discord-ui-")
"""How discord.py names the tasks in which it calls commands, buttons and modals."""


def stop_signal() -> asyncio.Event:
    """Set by SIGTERM or Ctrl-C from now on, also while the process still starts.

    ``EXIT_SECONDS`` later the process is gone, whatever it waits for: what it has not finished is kept for another one.
    Further signals change nothing, to the process's very end: the event loop's own handlers would end with the loop.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def note() -> None:
        stop.set()
        deadline = threading.Timer(EXIT_SECONDS, _leave)
        deadline.daemon = True
        deadline.start()

    def heard(*_: object) -> None:
        ignore_signals()
        if not loop.is_closed():
            loop.call_soon_threadsafe(note)

    for name in _SIGNALS:
        signal.signal(name, heard)
    return stop


def ignore_signals() -> None:
    for name in _SIGNALS:
        signal.signal(name, signal.SIG_IGN)


def _leave() -> None:
    log.warning("not everything ended in time")
    os._exit(0)


async def answered() -> None:
    """Let the commands and presses in hand come to their answers, which need the client's connection."""
    in_hand = [task for task in asyncio.all_tasks() if task.get_name().startswith(_ANSWERING)]
    if in_hand:
        await asyncio.wait(in_hand, timeout=ANSWER_SECONDS)

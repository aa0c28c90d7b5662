"""Whatever a command or a button raises becomes one answer for the member and one line in the log."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

import discord
import structlog
from discord import app_commands, ui

from bot import look
from bot.pipeline.decide import NoSuchTask
from bot.pipeline.intake import Refusal
from cogs.replies import answer
from languages.sentence import Sentence
from languages.speech import speak
from storage.errors import StorageError, StorageUnavailable

log = structlog.get_logger()

ORDERS: Final = "orders"
"""The extra of commands that can cost credits: after a surprise nobody knows whether they did."""

# Another process of the same bot answered first, or Discord gave up waiting (facts/discord.md 2.9).
_TAKEN_ELSEWHERE = {10062, 40060}

_OUTDATED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch, app_commands.TransformerError)


class PermissionsMissing(Exception):
    """The bot could not post what the command is for; ``names`` are those of Discord's permissions."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class NotChanged(Exception):
    """A command cannot be done as it was sent; ``sentences`` say what is allowed. Nothing was changed."""

    def __init__(self, *sentences: Sentence) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


class NotModerator(Exception):
    """The member may not do this; ``role_ids`` are the roles that could, beside Manage Server."""

    def __init__(self, role_ids: frozenset[int]) -> None:
        super().__init__("only moderators may do this")
        self.role_ids = role_ids


class Raised(app_commands.AppCommandError):
    """What a check or the press of a button raised, wrapped as the library wraps what commands raise.

    ``orders`` where it can cost credits.
    """

    def __init__(self, original: Exception, *, orders: bool = False) -> None:
        super().__init__(str(original))
        self.original = original
        self.orders = orders


@asynccontextmanager
async def answering(interaction: discord.Interaction[Any], *, orders: bool = False) -> AsyncIterator[None]:
    """Speak the language of whoever pressed; whatever the press raises is answered as if a command had raised it."""
    speak(str(interaction.locale))
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the handler answers and logs whatever it was
        await interaction.client.tree.on_error(interaction, Raised(error, orders=orders))


def install_error_handler(tree: app_commands.CommandTree[Any], *, new_incident: Callable[[], str]) -> None:
    """``new_incident`` makes the short ids by which members and moderators name what went wrong."""

    @tree.error
    async def on_error(interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        incident = new_incident()
        if view := _view_of(error, interaction, incident):
            await answer(interaction, view)


def _view_of(
    error: app_commands.AppCommandError, interaction: discord.Interaction, incident: str
) -> ui.LayoutView | None:
    cause = error.original if isinstance(error, app_commands.CommandInvokeError | Raised) else error
    command = interaction.command.qualified_name if interaction.command else None
    about = {"command": command, "incident": incident, "interaction": interaction.id}
    if isinstance(cause, discord.HTTPException) and cause.code in _TAKEN_ELSEWHERE:
        log.info("command answered elsewhere or too late", reason=str(cause), **about)
        return None
    orders = _orders(error, interaction)
    view = designed(cause, orders=orders)
    if view is not None:
        log.info("command refused", error=type(cause).__name__, reason=str(cause), **about)
        return view
    log.error("command failed", exc_info=cause, **about)
    return look.broken(incident, may_have_charged=orders)


def _orders(error: app_commands.AppCommandError, interaction: discord.Interaction) -> bool:
    if isinstance(error, Raised):
        return error.orders
    return bool(interaction.command and interaction.command.extras.get(ORDERS))


def designed(cause: Exception, *, orders: bool) -> ui.LayoutView | None:
    """The answer to what is no surprise; ``orders`` where credits could have been spent."""
    match cause:
        case StorageUnavailable() if not orders:
            return look.database_away()
        case Refusal():
            return look.refused(cause.sentences)
        case NotChanged():
            return look.not_changed(cause.sentences)
        case NoSuchTask():
            return look.not_changed([Sentence("answers-no-such-task")])
        case NotModerator():
            return look.not_moderator(cause.role_ids)
        case PermissionsMissing():
            return look.missing_permissions(cause.names)
        case StorageError():
            return look.explain(cause)
        case _ if isinstance(cause, _OUTDATED):
            return look.outdated()
    return None

"""What the bot says when it comes to a server."""

from collections.abc import Mapping, Sequence

from discord import ui

from bot.look.quota import in_window
from bot.look.text import Block, Colour, linked, panel, ruled
from languages.speech import say
from storage.quota_records import Server


def greeting(
    server: Server, lacking: Sequence[str], lacking_here: Sequence[str], commands: Mapping[str, int], check: Block
) -> ui.LayoutView:
    """What can be done and what to set; then the permissions, by Discord's names, that the bot's roles do not give it.

    ``lacking_here`` it has elsewhere, but not in the channel of this message. ``check`` looks again.
    """
    allowance = in_window(server.allowance, server)
    sets = (
        say("welcome-set-allowance", allowance=allowance),
        *(say(f"welcome-set-{what}") for what in ("limits", "where", "log", "more")),
    )
    settable = "\n".join((f"**{say('welcome-set')}**", *(f"- {line}" for line in sets)))
    return panel(
        Colour.CAUTION if lacking or lacking_here else Colour.GOOD,
        linked(f"### 👋 {say('welcome-title')}\n{say('welcome-try')}", commands),
        *ruled([linked(settable, commands), f"**{say('welcome-permissions')}**"]),
        *_permissions(lacking, lacking_here),
        check,
    )


def _permissions(lacking: Sequence[str], lacking_here: Sequence[str]) -> list[str]:
    """Each list is a block, and so is what follows it: Discord would show that as a part of the last thing listed."""
    blocks = []
    if lacking:
        blocks += [f"⚠️ {say('welcome-lacking')}\n{_names(lacking)}", f"-# {say('welcome-lacking-mend')}"]
    if lacking_here:
        blocks += [f"⚠️ {say('welcome-lacking-here')}\n{_names(lacking_here)}", f"-# {say('welcome-lacking-here-mend')}"]
    return blocks or [f"✅ {say('welcome-complete')}"]


def _names(lacking: Sequence[str]) -> str:
    return "\n".join(f"- {say('permission-' + name.replace('_', '-'))}" for name in lacking)

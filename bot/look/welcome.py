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
    parts = (
        "\n".join((f"**{say('welcome-set')}**", *(f"- {line}" for line in sets))),
        _permissions(lacking, lacking_here),
    )
    return panel(
        Colour.CAUTION if lacking or lacking_here else Colour.GOOD,
        linked(f"### 👋 {say('welcome-title')}\n{say('welcome-try')}", commands),
        *ruled(linked(part, commands) for part in parts),
        check,
    )


def _permissions(lacking: Sequence[str], lacking_here: Sequence[str]) -> str:
    lines = [f"**{say('welcome-permissions')}**"]
    if lacking:
        lines += [f"⚠️ {say('welcome-lacking')}", *_names(lacking), f"-# {say('welcome-lacking-mend')}"]
    if lacking_here:
        lines += [f"⚠️ {say('welcome-lacking-here')}", *_names(lacking_here), f"-# {say('welcome-lacking-here-mend')}"]
    return "\n".join(lines) if lacking or lacking_here else f"{lines[0]}\n✅ {say('welcome-complete')}"


def _names(lacking: Sequence[str]) -> list[str]:
    return [f"- {say('permission-' + name.replace('_', '-'))}" for name in lacking]

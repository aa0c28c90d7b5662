"""What a scene shows: a message, or a form; and what of it Discord is sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import discord
from discord import ui

from sandbox.gallery.samples import Samples


@dataclass(frozen=True)
class Message:
    """A message of the bot; ``private`` is one that only its reader sees."""

    view: ui.LayoutView | ui.View | None = None
    text: str | None = None
    files: Sequence[discord.File] = ()
    private: bool = True


Shown: TypeAlias = Message | ui.Modal
Scene: TypeAlias = Callable[[Samples], Shown]
Scenes: TypeAlias = Mapping[str, Scene]


def private(make: Callable[[Samples], ui.LayoutView | None]) -> Scene:
    return lambda samples: Message(make(samples))


def public(make: Callable[[Samples], ui.LayoutView]) -> Scene:
    return lambda samples: Message(make(samples), private=False)


def payload(shown: Shown) -> dict[str, Any]:
    """The body of the answer to an interaction that shows it, without files."""
    if isinstance(shown, ui.Modal):
        return {"type": 9, "data": shown.to_dict()}
    data: dict[str, Any] = {"content": shown.text} if shown.text else {}
    if shown.view is not None:
        data["components"] = shown.view.to_components()
        data["flags"] = int(discord.MessageFlags(components_v2=shown.view.has_components_v2()).value)
    return {"type": 4, "data": data}

"""Limits of Discord that its OpenAPI document does not state (facts/discord.md sections 2.1, 2.2 and 3)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

IS_COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6
CHAT_INPUT = 1
DEFERRED = 5
MESSAGE_CALLBACKS = (4, 7)
MAX_FILES = 10

_MESSAGE = re.compile(r"^/(channels/\d+/messages(/\d+)?|webhooks/\d+/[^/]+(/messages/[^/]+)?)$")
_CALLBACK = re.compile(r"^/interactions/\d+/[^/]+/callback$")
_COMMANDS = re.compile(r"^/applications/\d+(/guilds/\d+)?/commands(/\d+)?$")
_NAME_EXTRA = frozenset("-_'")


def limit_problems(method: str, path: str, body: Any, files: Sequence[str]) -> list[str]:
    """What Discord would refuse about this request, in words; empty when nothing."""
    problems = [f"{len(files)} files, at most {MAX_FILES}"] if len(files) > MAX_FILES else []
    problems += [f"file name of {len(name)} characters, at most 1024" for name in files if len(name) > 1024]
    if method in ("POST", "PATCH") and _MESSAGE.match(path) and isinstance(body, Mapping):
        problems += _message_problems(body)
    elif _CALLBACK.match(path) and isinstance(body, Mapping):
        problems += _callback_problems(body)
    elif _COMMANDS.match(path) and method in ("POST", "PUT", "PATCH"):
        for command in body if isinstance(body, list) else [body]:
            problems += _command_problems(command)
    return problems


def _callback_problems(body: Mapping[str, Any]) -> list[str]:
    data = body.get("data") or {}
    if body.get("type") in MESSAGE_CALLBACKS:
        return _message_problems(data)
    if body.get("type") == DEFERRED and int(data.get("flags") or 0) & ~EPHEMERAL:
        return ["a deferred answer can only carry the EPHEMERAL flag"]
    return []


def _message_problems(body: Mapping[str, Any]) -> list[str]:
    content, embeds = body.get("content") or "", body.get("embeds") or []
    problems = []
    if len(content) > 2000:
        problems.append(f"content of {len(content)} characters, at most 2000")
    total = sum(_embed_length(embed) for embed in embeds)
    if total > 6000:
        problems.append(f"embeds of {total} characters, at most 6000")
    if len(body.get("attachments") or []) > MAX_FILES:
        problems.append(f"{len(body['attachments'])} attachments, at most {MAX_FILES}")
    if int(body.get("flags") or 0) & IS_COMPONENTS_V2:
        problems += _v2_problems(body)
    return problems


def _v2_problems(body: Mapping[str, Any]) -> list[str]:
    problems = [f"{key} beside Components V2" for key in ("content", "embeds", "poll", "sticker_ids") if body.get(key)]
    components = list(_components(body.get("components") or []))
    if len(components) > 40:
        problems.append(f"{len(components)} components, at most 40")
    text = sum(len(component.get("content") or "") for component in components)
    if text > 4000:
        problems.append(f"component text of {text} characters, at most 4000")
    return problems


def _components(tree: Any) -> Iterator[Mapping[str, Any]]:
    """All components of a message, whichever key they hang under."""
    for component in tree if isinstance(tree, list) else [tree]:
        if isinstance(component, Mapping):
            yield component
            for key in ("components", "component", "accessory"):
                yield from _components(component.get(key) or [])


def _embed_length(embed: Mapping[str, Any]) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    for entry in embed.get("fields") or []:
        texts += [entry.get("name"), entry.get("value")]
    return sum(len(text) for text in texts if text)


def _command_problems(command: Mapping[str, Any]) -> list[str]:
    problems = []
    if command.get("type", CHAT_INPUT) == CHAT_INPUT and "name" in command:
        problems += _names_and_texts(command)
    total = _command_length(command)
    if total > 8000:
        problems.append(f"command {command.get('name')!r} has {total} characters, at most 8000")
    return problems


def _names_and_texts(node: Mapping[str, Any]) -> list[str]:
    name, description = node["name"], node.get("description") or ""
    problems = [] if _is_name(name) else [f"{name!r} is not a name for a slash command or option"]
    if not 1 <= len(description) <= 100:
        problems.append(f"description of {name!r} has {len(description)} characters, 1 to 100 allowed")
    for option in node.get("options") or []:
        problems += _names_and_texts(option)
    return problems


def _is_name(name: str) -> bool:
    """Discord's pattern: 1 to 32 letters, digits, `-`, `_`, `'`, and no letter that has a lower-case form."""
    letters = all(character in _NAME_EXTRA or unicodedata.category(character)[0] in "LNM" for character in name)
    return 1 <= len(name) <= 32 and letters and name == name.lower()


def _command_length(node: Mapping[str, Any]) -> int:
    own = len(node.get("name") or "") + len(node.get("description") or "")
    values = sum(len(choice["name"]) + len(str(choice["value"])) for choice in node.get("choices") or [])
    return own + values + sum(_command_length(option) for option in node.get("options") or [])

"""What somebody changed: as the confirmation they get, and as the server's log channel and audit show it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from discord import ui

from bot.look.card import STATES
from bot.look.text import (
    Block,
    Colour,
    countdown,
    credits_of,
    escaped,
    mention,
    moment_of,
    panel,
    provider_name,
    ruled,
)
from languages.sentence import Sentence
from languages.speech import language_name, say
from storage.limits import Limit, Word
from storage.quota_records import BOT, Action, Change, Server
from storage.states import JobState

_ALARMING: Final = frozenset({Action.BLOCK, Action.UNCERTAIN, Action.LATE, Action.FLAG})
_REMARKED: Final = frozenset({Action.UNCERTAIN, Action.LATE})
_LISTED: Final = 8
_REASON: Final = 300
_MOST_TEXT: Final = 3500
"""Characters; Discord takes 4000 in one message (facts/discord.md 2.2)."""

TOLD: Final = frozenset(
    {
        *(field.name for field in fields(Server) if field.name != "server_id"),
        *("left", "giver_left", "used", "state", "task", "flags"),
    }
)
"""The fields of ``Change`` that have a name and a value in words; others are told by the title alone."""

_LISTS: Final = frozenset({"channels", "roles", "moderator_roles", "models", "providers", "words", "adult_words"})
_UNITS: Final = ((3600, "hours"), (60, "minutes"))


def changed(change: Change, *notes: str) -> ui.LayoutView:
    """The confirmation for the moderator who made the change; ``notes`` are what they should know besides."""
    if not change.changed:
        return panel(Colour.WAITING, f"### {say('changes-nothing')}\n{change_text(change)}", *notes)
    return panel(
        Colour.GOOD, f"### ✅ {change_title(change)}\n{change_text(change)}", change_reason(change), *ruled(notes)
    )


def change_panel(change: Change) -> ui.LayoutView:
    """The message in the server's log channel."""
    return panel(
        Colour.CAUTION if change.action in _ALARMING else Colour.WORKING,
        "\n".join(filter(None, (f"### {change_title(change)}", change_text(change)))),
        say(f"changes-remark-{change.action}") if change.action in _REMARKED else "",
        change_reason(change),
        change_foot(change),
    )


def resolved_note(change: Change) -> str:
    """What a decision about a video on hold leads to."""
    return say(f"changes-follows-{change.after['state']}")


def changes_page(changes: Sequence[Change], turns: Block | None) -> ui.LayoutView:
    """A page of the audit, the newest change first; ``turns`` are the buttons to other pages."""
    title = f"### {say('changes-history')}"
    if not changes:
        return panel(Colour.WAITING, f"{title}\n{say('changes-history-empty')}", turns or "")
    most = _MOST_TEXT // len(changes)
    texts = [_audit_text(change, most) for change in changes]
    return panel(Colour.WORKING, title, *ruled(texts), turns or "")


def _audit_text(change: Change, most: int) -> str:
    what = change_text(change) if change.changed else say("changes-no-difference")
    head, foot = change_title(change, "**"), change_foot(change)
    body = "\n".join(filter(None, (what, change_reason(change, 100))))
    room = most - len(head) - len(foot) - 2
    return "\n".join(filter(None, (head, body if len(body) <= room else _first_lines(body, room), foot)))


def _first_lines(text: str, room: int) -> str:
    """As many whole lines as fit, so that no mention is cut in two."""
    shown: list[str] = []
    for line in text.splitlines():
        if sum(len(one) + 1 for one in shown) + len(line) + 2 > room:
            break
        shown.append(line)
    return "\n".join([*shown, "…"])


def change_text(change: Change) -> str:
    """Before and after of everything that is different, a line each; what stands now, where nothing is."""
    if not change.changed:
        return "\n".join(_states(change.after)) or say("changes-so-already-alone")
    before, after = change.before, change.after
    if "blocked" in after:
        return _block_text(before, after)
    lines = [_line(name, before[name], after[name]) for name in after if name in TOLD and before[name] != after[name]]
    if change.action is Action.GRANT:
        lines.append(_end_of_grant(after.get("until")))
    return "\n".join(lines)


def _states(values: Mapping[str, Any]) -> list[str]:
    if "blocked" in values:
        return [say("changes-so-already-block", state=_blocked(values))]
    return [
        say("changes-so-already", name=say(f"{_name_id(name)}.inside"), value=shown(name, values[name]))
        for name in values
    ]


def _line(name: str, before: Any, after: Any) -> str:
    if isinstance(after, list) and max(len(before), len(after)) > _LISTED:
        return _difference(name, before, after)
    return say("changes-line", name=name_of(name), before=shown(name, before), after=shown(name, after))


def _difference(name: str, before: Collection[Any], after: Collection[Any]) -> str:
    """What was added to a long list and taken from it."""
    parts = {
        "added": _listed(name, [one for one in after if one not in before]),
        "removed": _listed(name, [one for one in before if one not in after]),
    }
    told = {verb: text for verb, text in parts.items() if text}
    now = say("changes-now", number=len(after)) if after else shown(name, ())
    return say(f"changes-{'-'.join(told)}", name=name_of(name), now=now, **told)


def name_of(name: str) -> str:
    """What people call a setting or a balance; ``name`` is one of ``TOLD``."""
    return say(_name_id(name))


def _name_id(name: str) -> str:
    return f"changes-name-{_dashed(name)}"


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def shown(name: str, value: Any) -> str:
    """A setting's or a balance's value in words; ``name`` is one of ``TOLD``."""
    if name in _LISTS:
        return _listed(name, value) if value else say(f"changes-empty-{_dashed(name)}")
    return _SHOWN.get(name, str)(value)


def limit_text(limit: Limit | None) -> str:
    """Credits, or the word; ``None`` is no limit of their own."""
    match limit:
        case None:
            return say("changes-limit-none")
        case Word():
            return say(f"changes-limit-{limit}")
        case int():
            return credits_of(limit)


def _limit(value: int | str | None) -> str:
    """``limit_text`` of what the audit keeps, where words are plain strings."""
    return limit_text(Word(value) if isinstance(value, str) else value)


def _number(value: int | str) -> str:
    return _limit(value) if isinstance(value, str) else say("changes-number", number=value)


def waiting_text(seconds: int) -> str:
    """``none``, ``45 seconds``, ``1 hour``: in the largest unit that needs no fraction."""
    if not seconds:
        return say("changes-no-wait")
    size, unit = next(((size, unit) for size, unit in _UNITS if seconds % size == 0), (1, "seconds"))
    return say(f"{unit}-count", **{unit: seconds // size})


def _share(percent: int | None) -> str:
    return say("changes-share-never") if percent is None else say("changes-share", percent=percent)


def _yes_or_no(value: Any) -> str:
    return say("changes-yes" if value else "changes-no")


def _state(value: str) -> str:
    state = STATES[JobState(value)]
    return f"{state.symbol} {state.words}"


_SHOWN: Final[Mapping[str, Callable[[Any], str]]] = {
    "allowance": _limit,
    "pool": _limit,
    "most_credits": _limit,
    "left": _limit,
    "giver_left": _limit,
    "used": _limit,
    "member_running": _number,
    "server_running": _number,
    "cooldown": waiting_text,
    "confirm_percent": _share,
    "giving": _yes_or_no,
    "period": lambda value: say(f"changes-period-{value}"),
    "place": lambda value: say(f"changes-place-{value}"),
    "language": lambda value: language_name(value) if value else say("changes-language-auto"),
    "adult": lambda value: say(f"changes-adult-{_dashed(value)}"),
    "log_channel_id": lambda value: f"<#{value}>" if value else say("changes-no-channel"),
    "state": _state,
    "task": lambda value: escaped(value, 60) if value else say("changes-no-task"),
}


def at(moment: datetime) -> dict[str, str]:
    """The two values by which messages name a moment."""
    return {"moment": moment_of(moment), "countdown": countdown(moment)}


def in_a_row(texts: Sequence[str], most: int = _LISTED) -> str:
    """The texts, and how many more there are than ``most``."""
    row = say("lists-separator").join(texts[:most])
    more = len(texts) - most
    return say("lists-and-more", things=row, more=more) if more > 0 else row


def _listed(name: str, values: Collection[Any]) -> str:
    return in_a_row([_item(name, value) for value in values])


def _item(name: str, value: Any) -> str:
    match name:
        case "channels":
            return f"<#{value}>"
        case "roles" | "moderator_roles":
            return f"<@&{value}>"
        case "providers":
            return provider_name(value)
        case _:
            return escaped(str(value), 40)


def _block_text(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    ends = f"{_blocked(before)} → **{_blocked(after)}**"
    if not (before["blocked"] and after["blocked"]):
        return ends
    reasons = [escaped(values["block_reason"], 300) for values in (before, after)]
    told = say("changes-reasons", before=reasons[0], after=reasons[1])
    texts = ((ends, before["until"] != after["until"]), (told, reasons[0] != reasons[1]))
    return "\n".join(text for text, differs in texts if differs)


def _blocked(values: Mapping[str, Any]) -> str:
    if not values["blocked"]:
        return say("changes-may-order")
    until = values["until"]
    return say("changes-blocked-until", **at(datetime.fromisoformat(until))) if until else say("changes-blocked")


def _end_of_grant(until: str | None) -> str:
    return say("changes-grant-until", **at(datetime.fromisoformat(until))) if until else say("changes-grant-endless")


def change_title(change: Change, around: str = "") -> str:
    """What was done to whom; ``around`` is markdown for the former."""
    title = f"{around}{say(f'changes-title-{change.action}')}{around}"
    if change.role_id is not None:
        return say("changes-about", title=title, whom=f"<@&{change.role_id}>")
    return say("changes-about", title=title, whom=mention(change.member_id)) if change.member_id is not None else title


def change_foot(change: Change) -> str:
    moment, actor = moment_of(change.at), mention(change.actor_id)
    parts = (
        say("changes-by-bot", moment=moment)
        if change.actor_id == BOT
        else say("changes-by", actor=actor, moment=moment),
        say("changes-change", change=str(change.id)),
        *([say("changes-job", job=change.after["job"])] if "job" in change.after else ()),
    )
    return f"-# {' · '.join(parts)}"


def change_reason(change: Change, limit: int = _REASON) -> str:
    if not change.reason:
        return ""
    reason = _own_reason(change.reason) if change.actor_id == BOT else change.reason
    return say("changes-reason", reason=escaped(reason, limit))


def _own_reason(kept: str) -> str:
    """Why the bot did something: a kept ``Sentence``, or plain text as older versions kept it."""
    try:
        return say(Sentence.load(kept))
    except ValueError:
        return kept

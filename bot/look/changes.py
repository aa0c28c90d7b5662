"""What somebody changed: as the confirmation they get, and as the server's log channel and audit show it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from discord import ui

from bot.look.card import STATES
from bot.look.text import Block, Colour, countdown, credits_of, escaped, moment_of, panel, provider_name, ruled
from storage.limits import Limit, Word
from storage.quota_records import BOT, Action, Adult, Change, Place
from storage.states import JobState

_ALARMING: Final = frozenset({Action.BLOCK, Action.UNCERTAIN, Action.LATE})
_LISTED: Final = 8
_REASON: Final = 300
_MOST_TEXT: Final = 3500
"""Characters; Discord takes 4000 in one message (facts/discord.md 2.2)."""

_TITLES: Final[Mapping[Action, str]] = {
    Action.SETTINGS: "Settings changed",
    Action.SET_DEFAULT: "Everybody's allowance changed",
    Action.SET_MEMBER: "A member's allowance changed",
    Action.SET_ROLE: "A role's allowance changed",
    Action.GRANT: "Credits granted",
    Action.TAKE_BACK: "Credits taken back",
    Action.GIVE: "Credits given",
    Action.RESET: "Allowance reset",
    Action.BLOCK: "Member blocked",
    Action.UNBLOCK: "Member unblocked",
    Action.CANCEL: "Video cancelled",
    Action.UNCERTAIN: "A video is on hold",
    Action.LATE: "A video takes far too long",
    Action.RESOLVE: "Video on hold decided",
}

LABELS: Final[Mapping[str, str]] = {
    "allowance": "Allowance",
    "pool": "All members together",
    "period": "Window",
    "time_zone": "Time zone",
    "most_credits": "Most for one video",
    "member_running": "Videos on their way, of one member",
    "server_running": "Videos on their way, on the server",
    "cooldown": "Wait between two orders",
    "confirm_percent": "Asks before a video that costs",
    "giving": "Members may give credits",
    "place": "Videos go",
    "adult": "Adult content",
    "log_channel_id": "Log channel",
    "channels": "Channels where videos may be ordered",
    "roles": "Roles that may order",
    "moderator_roles": "Moderator roles",
    "models": "Models",
    "providers": "Providers",
    "words": "Forbidden words",
    "adult_words": "Adult words",
    "left": "Granted credits left",
    "giver_left": "Granted credits left of the giver",
    "used": "Used of the allowance",
    "state": "Video",
    "task": "Task at the provider",
    "late": "Late",
}

_WHEN_EMPTY: Final[Mapping[str, str]] = {
    "channels": "all",
    "roles": "everybody",
    "moderator_roles": "only members with Manage Server",
    "models": "all",
    "providers": "all",
    "words": "none",
    "adult_words": "only the built-in ones",
}

_ON_HOLD: Final = (
    "Its provider may be making it or not, and does not tell, so nothing is sent twice. Its credits stay set aside "
    "until a moderator decides with `/jobs resolve`: **attach** a task that the provider shows, **release** the "
    "credits, or send it **again**, which is paid twice if the provider has it after all."
)
_LATE: Final = (
    "The bot goes on looking at it, and posts the video whenever it is ready. Until then its credits stay set aside; "
    "a moderator can give it up with `/jobs resolve`, **release**."
)
_REMARKS: Final[Mapping[Action, str]] = {Action.UNCERTAIN: _ON_HOLD, Action.LATE: _LATE}
_WHAT_FOLLOWS: Final[Mapping[str, str]] = {
    JobState.RUNNING: "The task is watched from now on, and its video is posted when it is ready.",
    JobState.FAILED: "The credits went back. If the video should come after all, it is not posted.",
    JobState.QUEUED: "It waits for its turn again, for the credits that are set aside already.",
}

_PLACES: Final = {Place.THREAD: "in a thread under each card", Place.CHANNEL: "into the channel"}
_UNITS: Final = ((3600, "hour"), (60, "minute"))
_ADULT: Final = {Adult.FORBIDDEN: "forbidden everywhere", Adult.AGE_RESTRICTED: "in age-restricted channels only"}


def changed(change: Change, *notes: str) -> ui.LayoutView:
    """The confirmation for the moderator who made the change; ``notes`` are what they should know besides."""
    if not change.changed:
        return panel(Colour.WAITING, f"### Nothing changed\n{change_text(change)}", *notes)
    title = f"{_TITLES[change.action]}{_whom(change)}"
    return panel(Colour.GOOD, f"### ✅ {title}\n{change_text(change)}", _reason(change), *ruled(notes))


def change_panel(change: Change) -> ui.LayoutView:
    """The message in the server's log channel."""
    colour = Colour.CAUTION if change.action in _ALARMING else Colour.WORKING
    return panel(
        colour,
        f"### {_TITLES[change.action]}{_whom(change)}\n{change_text(change)}",
        _REMARKS.get(change.action, ""),
        _reason(change),
        _foot(change),
    )


def resolved_note(change: Change) -> str:
    """What a decision about a video on hold leads to."""
    return _WHAT_FOLLOWS[change.after["state"]]


def changes_page(changes: Sequence[Change], turns: Block | None) -> ui.LayoutView:
    """A page of the audit, the newest change first; ``turns`` are the buttons to other pages."""
    if not changes:
        return panel(Colour.WAITING, "### Changes\nNone yet.", turns or "")
    most = _MOST_TEXT // len(changes)
    texts = [_audit_text(change, most) for change in changes]
    return panel(Colour.WORKING, "### Changes", *ruled(texts), turns or "")


def _audit_text(change: Change, most: int) -> str:
    what = change_text(change) if change.changed else "nothing was different afterwards"
    head = f"**{_TITLES[change.action]}**{_whom(change)}"
    foot = _foot(change)
    body = "\n".join(filter(None, (what, _reason(change, 100))))
    room = most - len(head) - len(foot) - 2
    return "\n".join((head, body if len(body) <= room else _first_lines(body, room), foot))


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
        return "\n".join(_states(change.after)) or "It was so already."
    before, after = change.before, change.after
    if "blocked" in after:
        return _block_text(before, after)
    lines = [_line(name, before[name], after[name]) for name in after if name in LABELS and before[name] != after[name]]
    if change.action is Action.GRANT:
        lines.append(_end_of_grant(after.get("until")))
    return "\n".join(lines)


def _states(values: Mapping[str, Any]) -> list[str]:
    if "blocked" in values:
        return [f"It was so already: {_blocked(values)}."]
    return [f"It was so already: {LABELS[name].lower()} {shown(name, values[name])}." for name in values]


def _line(name: str, before: Any, after: Any) -> str:
    if isinstance(after, list) and max(len(before), len(after)) > _LISTED:
        return f"{LABELS[name]}: {_difference(name, before, after)}"
    return f"{LABELS[name]}: {shown(name, before)} → **{shown(name, after)}**"


def _difference(name: str, before: Collection[Any], after: Collection[Any]) -> str:
    """What was added to a long list and taken from it."""
    added = [one for one in after if one not in before]
    removed = [one for one in before if one not in after]
    parts = [f"{verb} {_listed(name, items)}" for verb, items in (("added", added), ("removed", removed)) if items]
    return f"{', '.join(parts)}; **{shown(name, ()) if not after else f'{len(after)} now'}**"


def shown(name: str, value: Any) -> str:
    """A setting's or a balance's value in words; ``name`` is its field in ``Change``."""
    if name in _WHEN_EMPTY:
        return _listed(name, value) if value else _WHEN_EMPTY[name]
    return _SHOWN.get(name, str)(value)


def limit_text(limit: Limit | None) -> str:
    """Credits, or the word; ``None`` is no limit of their own."""
    match limit:
        case None:
            return "none of their own"
        case Word():
            return limit.value
        case int():
            return credits_of(limit)


def _limit(value: int | str | None) -> str:
    """``limit_text`` of what the audit keeps, where words are plain strings."""
    return limit_text(Word(value) if isinstance(value, str) else value)


def _number(value: int | str) -> str:
    return str(value) if isinstance(value, str) else f"{value:,}"


def waiting_text(seconds: int) -> str:
    """``none``, ``45 seconds``, ``1 hour``: in the largest unit that needs no fraction."""
    size, unit = next(((size, unit) for size, unit in _UNITS if seconds and seconds % size == 0), (1, "second"))
    number = seconds // size
    return f"{number} {unit}{'' if number == 1 else 's'}" if number else "none"


def _share(percent: int | None) -> str:
    return "never asks" if percent is None else f"{percent} % of a window's credits, or more"


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
    "giving": lambda value: "yes" if value else "no",
    "late": lambda value: "yes" if value else "no",
    "place": lambda value: _PLACES[Place(value)],
    "adult": lambda value: _ADULT[Adult(value)],
    "log_channel_id": lambda value: f"<#{value}>" if value else "none",
    "state": lambda value: f"{STATES[JobState(value)].symbol} {STATES[JobState(value)].words}",
    "task": lambda value: escaped(value, 60) if value else "unknown",
}


def _listed(name: str, values: Collection[Any]) -> str:
    texts = [_item(name, value) for value in list(values)[:_LISTED]]
    more = len(values) - len(texts)
    return ", ".join(texts) + (f" and {more} more" if more else "")


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
    return "\n".join(
        text
        for text, differs in (
            (ends, before["until"] != after["until"]),
            (f"What they read: {reasons[0]} → **{reasons[1]}**", reasons[0] != reasons[1]),
        )
        if differs
    )


def _blocked(values: Mapping[str, Any]) -> str:
    if not values["blocked"]:
        return "may order"
    return f"blocked until {_moment(values['until'])}" if values["until"] else "blocked until a moderator unblocks them"


def _end_of_grant(until: str | None) -> str:
    return f"These credits end {_moment(until)}." if until else "These credits do not end."


def _moment(iso: str) -> str:
    moment = datetime.fromisoformat(iso)
    return f"{moment_of(moment)} ({countdown(moment)})"


def _whom(change: Change) -> str:
    if change.role_id is not None:
        return f": <@&{change.role_id}>"
    return f": <@{change.member_id}>" if change.member_id is not None else ""


def _foot(change: Change) -> str:
    who = "the bot itself" if change.actor_id == BOT else f"<@{change.actor_id}>"
    about = f" · job {change.after['job']}" if "job" in change.after else ""
    return f"-# By {who}, {moment_of(change.at)} · change {change.id}{about}"


def _reason(change: Change, limit: int = _REASON) -> str:
    return f"Reason: {escaped(change.reason, limit)}" if change.reason else ""

"""Credits: what somebody has, what a server allows, where they went, and what stands against an order."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from discord import ui

from bot.look.card import job_line, model_name
from bot.look.changes import limit_text, waiting_text
from bot.look.text import Block, Colour, countdown, credits_of, escaped, moment_of, panel, provider_name, ruled
from providers.catalog import Catalog
from storage.errors import (
    Blocked,
    CoolingDown,
    NotEnoughCredits,
    NotGivable,
    NotPermitted,
    QuotaError,
    Rule,
    Shortage,
    TooManyRunning,
)
from storage.limits import Limit, Word, left_of, rank
from storage.quota_records import Allowance, Change, Entry, Grant, Holder, Overview, Server, Usage
from storage.records import Job

_BAR: Final = 12
_GRANTS: Final = 8
_LISTED: Final = 12
_REASON: Final = 80
_UNTOUCHED: Final = "**Nothing was charged.**"
_WAIT: Final = f"{_UNTOUCHED} Send the command again then."
_ASK: Final = f"{_UNTOUCHED} A moderator can change that."


def my_usage(usage: Usage, server: Server, jobs: Sequence[Job], catalog: Catalog) -> ui.LayoutView:
    """A member's own credits; ``jobs`` are their newest ones."""
    lines = [job_line(job, model_name(catalog, job.model)) for job in jobs]
    return panel(
        _colour(usage),
        f"### Your credits\n{_balance(usage, 'you')}",
        *ruled(filter(None, (_grants(usage), _rules(server)))),
        *ruled(["**Newest videos**", *lines] if lines else []),
        "-# Videos that cannot be made are not charged. Prices: `/models`",
    )


def quota_of_member(member_id: int, usage: Usage) -> ui.LayoutView:
    """A member's credits, for moderators."""
    return panel(
        _colour(usage),
        f"### Credits of <@{member_id}>\n{_balance(usage, 'they')}",
        *ruled(filter(None, [_grants(usage)])),
        "-# Every entry: `/quota history`",
    )


def quota_of_role(role_id: int, overview: Overview) -> ui.LayoutView:
    """What a role allows its members."""
    server = overview.server
    limit = next((one.limit for one in overview.allowances if _is_of_role(one, role_id)), None)
    nothing = f"None of its own; everybody has {_in_window(server.allowance, server)}."
    own = f"{_in_window(limit, server)} for each member" if limit is not None else nothing
    return panel(
        Colour.WORKING,
        f"### Allowance of <@&{role_id}>\n{own}",
        "-# Of several roles the highest allowance counts. A member's own allowance comes before any role's.",
    )


def _is_of_role(allowance: Allowance, role_id: int) -> bool:
    return allowance.holder is Holder.ROLE and allowance.holder_id == role_id


def quota_overview(overview: Overview) -> ui.LayoutView:
    """A server's quotas at a glance."""
    server = overview.server
    roles = [f"<@&{one.holder_id}>: {_allowed(one.limit)}" for one in overview.allowances if one.holder is Holder.ROLE]
    members = [
        f"<@{one.holder_id}>: {_allowed(one.limit)}" for one in overview.allowances if one.holder is Holder.MEMBER
    ]
    blocks = [
        f"<@{one.member_id}>{f' until {moment_of(one.until)}' if one.until else ''}: {escaped(one.reason, _REASON)}"
        for one in overview.blocks
    ]
    lists = (("Roles", roles), ("Members", members), ("Blocked", blocks))
    return panel(
        Colour.WORKING,
        f"### Quotas of this server\n{_in_window(server.allowance, server)} for each member\n"
        f"Renews {_when(overview.renews_at)}.",
        *ruled([f"**All members together**\n{_pool(overview)}\nGranted credits left: **{overview.granted:,}**"]),
        *ruled(f"**{title}**\n{_list(lines)}" for title, lines in lists if lines),
        "-# Somebody's credits: `/quota show member:` · Limits: `/settings show`",
    )


def _pool(overview: Overview) -> str:
    pool = overview.server.pool
    if isinstance(pool, Word):
        return f"Used: **{overview.pool_used:,}** · {_allowed(pool)}"
    left = max(0, pool - overview.pool_used)
    return f"**{left:,}** of {pool:,} left\n{_bar(left, pool)}"


def _list(lines: Sequence[str]) -> str:
    more = len(lines) - _LISTED
    return "\n".join([*lines[:_LISTED], *([f"-# and {more} more"] if more > 0 else [])])


def history_page(entries: Sequence[Entry], member_id: int | None, turns: Block | None) -> ui.LayoutView:
    """A page of the ledger, the newest entry first; ``turns`` are the buttons to other pages."""
    title = f"### Ledger of <@{member_id}>" if member_id else "### Ledger of all members"
    if not entries:
        return panel(Colour.WAITING, f"{title}\nNothing yet.", turns or "")
    return panel(Colour.WORKING, title, *ruled(_entry(one, named=member_id is None) for one in entries), turns or "")


def _entry(entry: Entry, *, named: bool) -> str:
    account = f"from grant {entry.grant_id}" if entry.grant_id else "from the allowance"
    details = (
        moment_of(entry.at),
        account if entry.job_id else "",
        f"by <@{entry.actor_id}>" if entry.actor_id and not entry.job_id and not entry.partner_id else "",
        f"job {entry.job_id}" if entry.job_id else "",
        f"entry {entry.id}",
    )
    whose = f"<@{entry.member_id}>: " if named else ""
    reason = f"\n“{escaped(entry.reason, _REASON)}”" if entry.reason else ""
    return f"{whose}{_what(entry)}{reason}\n-# {' · '.join(filter(None, details))}"


def _what(entry: Entry) -> str:
    """What happened to how many credits."""
    amount = max(abs(entry.added), abs(entry.held), abs(entry.spent))
    match entry:
        case Entry(kind="grant", partner_id=int()):
            return f"**+{amount:,}** given by <@{entry.partner_id}>"
        case Entry(kind="grant"):
            return f"**+{amount:,}** granted"
        case Entry(kind="reserve"):
            return f"**{amount:,}** set aside"
        case Entry(kind="settle"):
            return f"**{amount:,}** spent"
        case Entry(job_id=str()):
            return f"**{amount:,}** went back"
        case Entry(grant_id=0):
            return f"**+{amount:,}** back by a reset"
        case Entry(partner_id=int()):
            return f"**−{amount:,}** given away to <@{entry.partner_id}>"  # noqa: RUF001
        case _:
            return f"**−{amount:,}** taken back"  # noqa: RUF001


def given(change: Change) -> ui.LayoutView:
    """A gift, for its giver; what the receiver has is the receiver's business."""
    before, after = change.before["giver_left"], change.after["giver_left"]
    reason = f"> {escaped(change.reason, 300)}" if change.reason else ""
    return panel(
        Colour.GOOD,
        f"### ✅ {credits_of(before - after).capitalize()} given\nTo <@{change.member_id}>. "
        f"Of the credits granted to you **{after:,}** are left, of {before:,}.",
        reason,
    )


def left_text(usage: Usage) -> str:
    """What somebody can still order for, in one line."""
    limit = usage.allowance.limit
    if isinstance(limit, Word):
        return "no limit" if limit is Word.UNLIMITED else "no allowance"
    granted = f" and **{usage.granted:,}** granted" if usage.grants else ""
    return f"**{left_of(limit, usage.used):,}** of {limit:,} left until {moment_of(usage.renews_at)}{granted}"


def _balance(usage: Usage, who: str) -> str:
    """``who`` is "you" or "they"."""
    possessive = "your" if who == "you" else "their"
    limit = usage.allowance.limit
    match limit:
        case Word.UNLIMITED:
            head = "**Unlimited**"
        case Word.FORBIDDEN:
            head = f"**None:** {who} may not order videos here"
        case int():
            left = left_of(limit, usage.used)
            head = f"**{left:,}** of {limit:,} left\n{_bar(left, limit)}"
    lines = (
        head,
        _pool_left(usage),
        f"Renews {_when(usage.renews_at)}." if isinstance(limit, int) else "",
        _block(usage, who),
        f"Spent: {usage.spent:,} · On the way: {usage.held:,}",
        f"-# {_source(usage.allowance, possessive)}",
    )
    return "\n".join(filter(None, lines))


def _pool_left(usage: Usage) -> str:
    """What all members can spend together, where that is less than what the member has left."""
    left = usage.pool_left
    if rank(left) >= rank(usage.left):
        return ""
    return f"All members together: **{f'{left:,} left' if isinstance(left, int) else _allowed(left)}**"


def _block(usage: Usage, who: str) -> str:
    if usage.block is None:
        return ""
    end = f"until {_when(usage.block.until)}" if usage.block.until else "until a moderator lifts it"
    were = "You are" if who == "you" else "They are"
    return f"⛔ {were} blocked {end}: {escaped(usage.block.reason, _REASON)}"


def _source(allowance: Allowance, possessive: str) -> str:
    match allowance.holder:
        case Holder.MEMBER:
            return f"An allowance of {possessive} own"
        case Holder.ROLE:
            return f"The allowance of <@&{allowance.holder_id}>, the highest of {possessive} roles"
        case Holder.SERVER:
            return "Everybody's allowance on this server"


def _grants(usage: Usage) -> str:
    if not usage.grants:
        return ""
    forbidden = usage.allowance.limit is Word.FORBIDDEN
    use = "which cannot be used while ordering is forbidden" if forbidden else "used after the allowance"
    lines = [f"**+{usage.granted:,} granted**, {use}", *map(_grant, usage.grants[:_GRANTS])]
    more = len(usage.grants) - _GRANTS
    return "\n".join([*lines, *([f"-# and {more} grants more"] if more > 0 else [])])


def _grant(grant: Grant) -> str:
    end = f"until {moment_of(grant.until)}" if grant.until else "without an end"
    reason = f": {escaped(grant.reason, _REASON)}" if grant.reason else ""
    return f"- **{grant.left:,}** {end}{reason}"


def _rules(server: Server) -> str:
    """The server's limits besides the allowance; empty where it has none."""
    rules = (
        (not isinstance(server.member_running, Word), f"{server.member_running} of your videos at once"),
        (not isinstance(server.server_running, Word), f"{server.server_running} of all members at once"),
        (server.cooldown, f"{waiting_text(server.cooldown)} between your orders"),
        (not isinstance(server.most_credits, Word), f"at most {limit_text(server.most_credits)} for one video"),
    )
    texts = [text for applies, text in rules if applies]
    return f"Here: {', '.join(texts)}." if texts else ""


def _colour(usage: Usage) -> Colour:
    nothing = min(rank(usage.left), rank(usage.pool_left)) <= 0
    return Colour.CAUTION if nothing or usage.block else Colour.GOOD


def _bar(left: Limit, limit: int) -> str:
    share = left / limit if isinstance(left, int) and limit else 0.0
    filled = round(min(1.0, share) * _BAR)
    return f"{'▰' * filled}{'▱' * (_BAR - filled)}"


def _allowed(limit: Limit) -> str:
    return limit_text(limit) if isinstance(limit, int) else "no limit" if limit is Word.UNLIMITED else "no videos"


def _in_window(limit: Limit, server: Server) -> str:
    per = f" per {server.period}" if isinstance(limit, int) else ""
    return f"**{_allowed(limit)}**{per}"


def _when(moment: datetime) -> str:
    return f"{countdown(moment)}, on {moment_of(moment)}"


def explain_quota(error: QuotaError) -> ui.LayoutView:
    """Which limit or rule stood against it, when it will not, and that nothing was charged."""
    match error:
        case NotEnoughCredits():
            return _not_enough(error.shortages)
        case TooManyRunning():
            return _too_many(error)
        case CoolingDown():
            found = f"This server lets some time pass between two orders. Yours can follow {_when(error.until)}."
            return panel(Colour.CAUTION, f"### ⏳ A little too soon\n{found}", _WAIT)
        case Blocked():
            end = f"It ends {_when(error.until)}." if error.until else "It has no end."
            found = f"A moderator has blocked you from ordering videos. {end}\n> {escaped(error.reason, 300)}"
            return panel(Colour.BAD, f"### ⛔ You are blocked\n{found}", _ASK)
        case NotPermitted():
            return panel(Colour.BAD, f"### ❌ This server does not allow that\n{_not_permitted(error)}", _ASK)
        case NotGivable():
            return panel(Colour.CAUTION, f"### ⚠️ Not given\n{_not_givable(error)}", "**Nothing was moved.**")
    raise TypeError(error)


def _not_enough(shortages: Sequence[Shortage]) -> ui.LayoutView:
    price = f"This video costs **{credits_of(shortages[0].needed)}**."
    helps = all(shortage.enough_at for shortage in shortages)
    advice = "A shorter video or the mode `std` may cost less; see `/models`."
    return panel(
        Colour.CAUTION,
        f"### ⚠️ Not enough credits\n{price}",
        *ruled(_shortage(one) for one in shortages),
        f"{_UNTOUCHED} {advice}" + ("" if helps else " A moderator can change limits."),
    )


def _shortage(shortage: Shortage) -> str:
    missing = f"**{shortage.left:,}** left, {credits_of(shortage.missing)} short"
    match shortage.scope:
        case "member":
            found, whole = f"You have {missing}.", "You never have that much at once, also when your credits renew."
        case "server":
            found, whole = f"All members of this server together have {missing}.", "It is more than they ever share."
        case _:
            found = f"The bot's own budget for all servers has {missing}."
            whole = "It is more than the whole budget of a month."
    hope = f"Enough again {_when(shortage.enough_at)}." if shortage.enough_at else f"Waiting does not help. {whole}"
    return f"{found}\n{hope}"


def _too_many(error: TooManyRunning) -> ui.LayoutView:
    if error.most == 0:
        return panel(Colour.CAUTION, "### ⏳ Not now\nThis server takes no new videos at the moment.", _ASK)
    whose = "You have" if error.whose == "member" else "The members of this server have together"
    found = f"{whose} {error.most} on the way, as many as this server allows at once."
    return panel(
        Colour.CAUTION,
        f"### ⏳ Too many videos at once\n{found}\nThe next should be ready {_when(error.next_at)}.",
        _WAIT,
    )


def _not_permitted(error: NotPermitted) -> str:
    allowed = error.allowed
    match error.rule:
        case Rule.ALLOWANCE:
            return "Your allowance forbids all videos, also with granted credits."
        case Rule.ROLE:
            return f"Videos can be ordered with one of these roles: {_some(f'<@&{one}>' for one in allowed)}."
        case Rule.CHANNEL:
            return f"Videos can be ordered in {_some(f'<#{one}>' for one in allowed)}."
        case Rule.MODEL:
            return f"These models can be used here: {_some(f'`{one}`' for one in allowed)}."
        case Rule.PROVIDER:
            return f"Videos are made here by {_some(provider_name(str(one)) for one in allowed)}."
        case Rule.PRICE:
            most = allowed[0] if allowed else Word.FORBIDDEN
            return (
                "No video may cost anything here."
                if most == Word.FORBIDDEN
                else f"A video may cost at most {credits_of(int(most))}."
            )


def _some(texts: Iterable[str]) -> str:
    shown = list(texts)
    more = len(shown) - _LISTED
    return ", ".join(shown[:_LISTED]) + (f" and {more} more" if more > 0 else "")


def _not_givable(error: NotGivable) -> str:
    if error.left is None:
        return "This server does not let members give credits. A moderator can change that."
    return (
        f"You can give at most **{credits_of(error.left)}**: only what was granted to you can be given, "
        "not your allowance, and nothing that is set aside."
    )

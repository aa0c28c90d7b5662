"""Credits: what somebody has, what a server allows, where they went, and what stands against an order."""

from collections.abc import Sequence
from typing import Final, Literal

from discord import ui

from bot.look.card import job_line, model_name
from bot.look.changes import at, in_a_row, limit_text, waiting_text
from bot.look.text import Colour, credits_of, escaped, moment_of, panel, provider_name, ruled
from languages.sentence import listed
from languages.speech import say
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
from storage.quota_records import Allowance, Block, Change, Grant, Holder, Overview, Server, Usage
from storage.records import Job

_BAR: Final = 12
_GRANTS: Final = 8
_LISTED: Final = 12
_REASON: Final = 80

_Who = Literal["you", "they"]
"""Who is told about their own credits, and about whom moderators are told."""


def my_usage(usage: Usage, server: Server, jobs: Sequence[Job], catalog: Catalog) -> ui.LayoutView:
    """A member's own credits; ``jobs`` are their newest ones."""
    lines = [job_line(job, model_name(catalog, job.model)) for job in jobs]
    return panel(
        _colour(usage),
        f"### {say('quota-yours')}\n{_balance(usage, 'you')}",
        *ruled(filter(None, (_grants(usage), _rules(server)))),
        *ruled([f"**{say('quota-newest')}**", *lines] if lines else []),
        f"-# {say('quota-not-charged')}",
    )


def quota_of_member(member_id: int, usage: Usage) -> ui.LayoutView:
    """A member's credits, for moderators."""
    return panel(
        _colour(usage),
        f"### {say('quota-of-member', member=f'<@{member_id}>')}\n{_balance(usage, 'they')}",
        *ruled(filter(None, [_grants(usage)])),
        f"-# {say('quota-every-entry')}",
    )


def quota_of_role(role_id: int, overview: Overview) -> ui.LayoutView:
    """What a role allows its members."""
    server = overview.server
    limit = next((one.limit for one in overview.allowances if _is_of_role(one, role_id)), None)
    own = (
        say("quota-none-of-its-own", allowance=in_window(server.allowance, server))
        if limit is None
        else say("quota-each", allowance=in_window(limit, server))
    )
    return panel(
        Colour.WORKING,
        f"### {say('quota-of-role', role=f'<@&{role_id}>')}\n{own}",
        f"-# {say('quota-which-counts')}",
    )


def _is_of_role(allowance: Allowance, role_id: int) -> bool:
    return allowance.holder is Holder.ROLE and allowance.holder_id == role_id


def quota_overview(overview: Overview) -> ui.LayoutView:
    """A server's quotas at a glance."""
    server = overview.server
    roles = [_holder(f"<@&{one.holder_id}>", one) for one in overview.allowances if one.holder is Holder.ROLE]
    members = [_holder(f"<@{one.holder_id}>", one) for one in overview.allowances if one.holder is Holder.MEMBER]
    lists = (
        ("quota-roles", roles),
        ("quota-members", members),
        ("quota-blocked", list(map(_blocked, overview.blocks))),
    )
    return panel(
        Colour.WORKING,
        f"### {say('quota-of-server')}\n{say('quota-each', allowance=in_window(server.allowance, server))}\n"
        + say("quota-renews", **at(overview.renews_at)),
        *ruled(
            [f"**{say('quota-together')}**\n{_pool(overview)}\n{say('quota-granted-left', credits=overview.granted)}"]
        ),
        *ruled(f"**{say(title)}**\n{_list(lines)}" for title, lines in lists if lines),
        f"-# {say('quota-somebody')}",
    )


def _holder(mention: str, allowance: Allowance) -> str:
    return say("quota-holder", holder=mention, allowance=_allowed(allowance.limit))


def _blocked(block: Block) -> str:
    member, reason = f"<@{block.member_id}>", escaped(block.reason, _REASON)
    if block.until is None:
        return say("quota-blocked-endless", member=member, reason=reason)
    return say("quota-blocked-until", member=member, until=moment_of(block.until), reason=reason)


def _pool(overview: Overview) -> str:
    pool = overview.server.pool
    if isinstance(pool, Word):
        return say("quota-pool-used", used=overview.pool_used, allowance=_allowed(pool))
    left = max(0, pool - overview.pool_used)
    return f"{say('quota-left-of', left=left, limit=pool)}\n{_bar(left, pool)}"


def _list(lines: Sequence[str]) -> str:
    more = len(lines) - _LISTED
    return "\n".join([*lines[:_LISTED], *([f"-# {say('lists-more', more=more)}"] if more > 0 else [])])


def given(change: Change) -> ui.LayoutView:
    """A gift, for its giver; what the receiver has is the receiver's business."""
    before, after = change.before["giver_left"], change.after["giver_left"]
    reason = f"> {escaped(change.reason, 300)}" if change.reason else ""
    return panel(
        Colour.GOOD,
        f"### ✅ {say('quota-given', credits=credits_of(before - after))}\n"
        + say("quota-given-left", member=f"<@{change.member_id}>", after=after, before=before),
        reason,
    )


def left_text(usage: Usage) -> str:
    """What somebody can still order for, in one line."""
    limit = usage.allowance.limit
    if isinstance(limit, Word):
        return say("quota-has-no-limit" if limit is Word.UNLIMITED else "quota-has-no-allowance")
    left, until = left_of(limit, usage.used), moment_of(usage.renews_at)
    if not usage.grants:
        return say("quota-has", left=left, limit=limit, until=until)
    return say("quota-has-granted", left=left, limit=limit, until=until, granted=usage.granted)


def _balance(usage: Usage, who: _Who) -> str:
    limit = usage.allowance.limit
    match limit:
        case Word.UNLIMITED:
            head = say("quota-unlimited")
        case Word.FORBIDDEN:
            head = say(f"quota-forbidden-{who}")
        case int():
            left = left_of(limit, usage.used)
            head = f"{say('quota-left-of', left=left, limit=limit)}\n{_bar(left, limit)}"
    lines = (
        head,
        _pool_left(usage),
        say("quota-renews", **at(usage.renews_at)) if isinstance(limit, int) else "",
        _block(usage, who),
        say("quota-spent", spent=usage.spent, held=usage.held),
        f"-# {_source(usage.allowance, who)}",
    )
    return "\n".join(filter(None, lines))


def _pool_left(usage: Usage) -> str:
    """What all members can spend together, where that is less than what the member has left."""
    left = usage.pool_left
    if rank(left) >= rank(usage.left):
        return ""
    if isinstance(left, Word):
        return say("quota-pool", allowance=_allowed(left))
    return say("quota-pool-left", left=left)


def _block(usage: Usage, who: _Who) -> str:
    if usage.block is None:
        return ""
    reason = escaped(usage.block.reason, _REASON)
    if usage.block.until is None:
        return f"⛔ {say(f'quota-block-{who}', reason=reason)}"
    return f"⛔ {say(f'quota-block-until-{who}', reason=reason, **at(usage.block.until))}"


def _source(allowance: Allowance, who: _Who) -> str:
    match allowance.holder:
        case Holder.MEMBER:
            return say(f"quota-source-member-{who}")
        case Holder.ROLE:
            return say(f"quota-source-role-{who}", role=f"<@&{allowance.holder_id}>")
        case Holder.SERVER:
            return say("quota-source-server")


def _grants(usage: Usage) -> str:
    if not usage.grants:
        return ""
    usable = usage.allowance.limit is not Word.FORBIDDEN
    head = say("quota-grants" if usable else "quota-grants-unusable", granted=usage.granted)
    more = len(usage.grants) - _GRANTS
    last = [f"-# {say('quota-more-grants', more=more)}"] if more > 0 else []
    return "\n".join([head, *(f"- {_grant(one)}" for one in usage.grants[:_GRANTS]), *last])


def _grant(grant: Grant) -> str:
    text = (
        say("quota-grant-until", left=grant.left, until=moment_of(grant.until))
        if grant.until
        else say("quota-grant-endless", left=grant.left)
    )
    return say("quota-grant-for", grant=text, reason=escaped(grant.reason, _REASON)) if grant.reason else text


def _rules(server: Server) -> str:
    """The server's limits besides the allowance; empty where it has none."""
    texts = []
    if not isinstance(server.member_running, Word):
        texts.append(say("quota-limit-member", videos=server.member_running))
    if not isinstance(server.server_running, Word):
        texts.append(say("quota-limit-server", videos=server.server_running))
    if server.cooldown:
        texts.append(say("quota-limit-cooldown", wait=waiting_text(server.cooldown)))
    if not isinstance(server.most_credits, Word):
        texts.append(say("quota-limit-price", credits=limit_text(server.most_credits)))
    return say("quota-limits", limits=in_a_row(texts)) if texts else ""


def _colour(usage: Usage) -> Colour:
    nothing = min(rank(usage.left), rank(usage.pool_left)) <= 0
    return Colour.CAUTION if nothing or usage.block else Colour.GOOD


def _bar(left: Limit, limit: int) -> str:
    share = left / limit if isinstance(left, int) and limit else 0.0
    filled = round(min(1.0, share) * _BAR)
    return f"{'▰' * filled}{'▱' * (_BAR - filled)}"


def _allowed(limit: Limit) -> str:
    match limit:
        case int():
            return limit_text(limit)
        case Word.UNLIMITED:
            return say("quota-no-limit")
        case Word.FORBIDDEN:
            return say("quota-no-videos")


def in_window(limit: Limit, server: Server) -> str:
    """``12 credits per day``, or the word that stands for no number."""
    if isinstance(limit, Word):
        return f"**{_allowed(limit)}**"
    return say(f"quota-per-{server.period}", allowance=_allowed(limit))


def explain_quota(error: QuotaError) -> ui.LayoutView:
    """Which limit or rule stood against it, when it will not, and that nothing was charged."""
    match error:
        case NotEnoughCredits():
            return _not_enough(error.shortages)
        case TooManyRunning():
            return _too_many(error)
        case CoolingDown():
            found = say("quota-cooling-down", **at(error.until))
            return panel(Colour.CAUTION, f"### ⏳ {say('quota-too-soon')}\n{found}", say("quota-wait"))
        case Blocked():
            return _you_are_blocked(error)
        case NotPermitted():
            found = f"### ❌ {say('quota-not-permitted')}\n{_not_permitted(error)}"
            return panel(Colour.BAD, found, say("quota-ask"))
        case NotGivable():
            found = f"### ⚠️ {say('quota-not-given')}\n{_not_givable(error)}"
            return panel(Colour.CAUTION, found, say("quota-not-moved"))
    raise TypeError(error)


def _not_enough(shortages: Sequence[Shortage]) -> ui.LayoutView:
    waiting_helps = all(shortage.enough_at for shortage in shortages)
    return panel(
        Colour.CAUTION,
        f"### ⚠️ {say('quota-not-enough')}\n{say('quota-price', credits=credits_of(shortages[0].needed))}",
        *ruled(_shortage(one) for one in shortages),
        say("quota-cheaper" if waiting_helps else "quota-cheaper-or-ask"),
    )


def _shortage(shortage: Shortage) -> str:
    found = say(f"quota-short-{shortage.scope}", left=shortage.left, missing=credits_of(shortage.missing))
    end = shortage.enough_at
    hope = say("quota-enough-again", **at(end)) if end else say(f"quota-never-{shortage.scope}")
    return f"{found}\n{hope}"


def _too_many(error: TooManyRunning) -> ui.LayoutView:
    if error.most == 0:
        found = f"### ⏳ {say('quota-not-now')}\n{say('quota-takes-none')}"
        return panel(Colour.CAUTION, found, say("quota-ask"))
    found = say(f"quota-too-many-{error.whose}", most=error.most)
    return panel(
        Colour.CAUTION,
        f"### ⏳ {say('quota-too-many')}\n{found}\n{say('quota-next-ready', **at(error.next_at))}",
        say("quota-wait"),
    )


def _you_are_blocked(error: Blocked) -> ui.LayoutView:
    end = error.until
    found = say("quota-you-are-blocked-until", **at(end)) if end else say("quota-you-are-blocked-endless")
    title = say("quota-you-are-blocked")
    return panel(Colour.BAD, f"### ⛔ {title}\n{found}\n> {escaped(error.reason, 300)}", say("quota-ask"))


def _not_permitted(error: NotPermitted) -> str:
    match error.rule:
        case Rule.ALLOWANCE:
            return say("quota-only-allowance")
        case Rule.PRICE:
            most = error.allowed[0] if error.allowed else Word.FORBIDDEN
            if most == Word.FORBIDDEN:
                return say("quota-only-free")
            return say("quota-only-price", credits=credits_of(int(most)))
        case rule:
            allowed = [_allowed_one(rule, str(one)) for one in error.allowed]
            if len(allowed) > _LISTED:
                return say(f"quota-only-{rule}", allowed=in_a_row(allowed, _LISTED))
            return say(f"quota-only-{rule}", allowed=listed(allowed, "and" if rule is Rule.MODEL else "or"))


def _allowed_one(rule: Rule, one: str) -> str:
    match rule:
        case Rule.ROLE:
            return f"<@&{one}>"
        case Rule.CHANNEL:
            return f"<#{one}>"
        case Rule.MODEL:
            return escaped(one, 40)
        case _:
            return provider_name(one)


def _not_givable(error: NotGivable) -> str:
    if error.left is None:
        return say("quota-giving-off")
    return say("quota-give-at-most", credits=credits_of(error.left))

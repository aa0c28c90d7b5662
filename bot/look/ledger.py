"""The ledger, for moderators: each entry with what it did to how many credits, and why."""

from collections.abc import Iterator, Sequence
from typing import Final

from discord import ui

from bot.look.text import Block, Colour, escaped, mention, moment_of, panel, ruled
from languages.speech import say
from storage.quota_records import Entry

_REASON: Final = 80


def history_page(entries: Sequence[Entry], member_id: int | None, turns: Block | None) -> ui.LayoutView:
    """A page of the ledger, the newest entry first; ``turns`` are the buttons to other pages."""
    title = f"### {say('quota-ledger-of', member=f'<@{member_id}>') if member_id else say('quota-ledger')}"
    if not entries:
        return panel(Colour.WAITING, f"{title}\n{say('quota-ledger-empty')}", turns or "")
    return panel(Colour.WORKING, title, *ruled(_entry(one, named=member_id is None) for one in entries), turns or "")


def _entry(entry: Entry, *, named: bool) -> str:
    what = _what(entry)
    if named:
        what = say("quota-entry-whose", member=mention(entry.member_id), what=what)
    return "\n".join(filter(None, (what, _why(entry), f"-# {' · '.join(_details(entry))}")))


def _why(entry: Entry) -> str:
    if entry.kind == "adjust" and entry.job_id:
        return say("quota-entry-cheaper")
    return say("quota-entry-reason", reason=escaped(entry.reason, _REASON)) if entry.reason else ""


def _details(entry: Entry) -> Iterator[str]:
    yield moment_of(entry.at)
    if entry.job_id:
        grant = str(entry.grant_id)
        yield say("quota-entry-grant", grant=grant) if entry.grant_id else say("quota-entry-allowance")
        yield say("quota-entry-job", job=entry.job_id)
    elif entry.actor_id and not entry.partner_id:
        yield say("quota-entry-by", actor=mention(entry.actor_id))
    yield say("quota-entry-number", entry=str(entry.id))


def _what(entry: Entry) -> str:
    """What happened to how many credits."""
    credits, partner = max(abs(entry.added), abs(entry.held), abs(entry.spent)), mention(entry.partner_id or 0)
    match entry:
        case Entry(kind="grant", partner_id=int()):
            return say("quota-entry-given-by", credits=credits, partner=partner)
        case Entry(kind="grant"):
            return say("quota-entry-granted", credits=credits)
        case Entry(kind="reserve"):
            return say("quota-entry-reserved", credits=credits)
        case Entry(kind="settle"):
            return say("quota-entry-spent", credits=credits)
        case Entry(kind="carry"):
            return say("quota-entry-carried", credits=credits)
        case Entry(job_id=str()):
            return say("quota-entry-released", credits=credits)
        case Entry(grant_id=0):
            return say("quota-entry-reset", credits=credits)
        case Entry(partner_id=int()):
            return say("quota-entry-given-to", credits=credits, partner=partner)
        case _:
            return say("quota-entry-taken-back", credits=credits)

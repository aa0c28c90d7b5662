"""What moderators see: credits, settings, changes, the log channel, reports, and how everything goes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, Final

from discord import ui

from bot import look
from bot.look.report import UPLOAD_LIMIT
from bot.pipeline.reports import MadeReport
from bot.pipeline.status import Report
from cogs.paging import Page
from cogs.welcome import CheckAgain
from sandbox.gallery.samples import NOW, REASON, Samples
from sandbox.gallery.scene import Message, Scene, Scenes, private, public
from storage.limits import Word
from storage.operations import Queue, Record, Standing
from storage.quota_records import Action, Adult, Allowance, Change, Entry, Holder, Overview, Place, Server
from storage.records import Pause
from storage.states import JobState
from storage.windows import Period

_NOTES: Final = (
    look.hidden_commands,
    look.nothing_usable,
    lambda: look.all_too_dear(14),
    lambda: look.too_small_for_all(14),
    lambda: look.grants_only(14),
    lambda: look.provider_off("ai302"),
    lambda: look.place_meaning(Place.MEMBER),
)
_JOB: Final = "8c4be7d2a9f14f0f9a3d5be3c1f7e602"


def _strict(samples: Samples) -> Server:
    """A server that has set everything."""
    return samples.server(
        allowance=150,
        pool=3000,
        period=Period.WEEK,
        time_zone="Europe/Berlin",
        most_credits=140,
        member_running=2,
        server_running=6,
        cooldown=90,
        confirm_percent=30,
        giving=True,
        place=Place.MEMBER,
        adult=Adult.AGE_RESTRICTED,
        log_channel_id=samples.cast.log,
        channels=frozenset({samples.cast.films, samples.cast.lounge}),
        roles=frozenset({samples.cast.painters}),
        moderator_roles=frozenset({samples.cast.moderators}),
        models=frozenset({"kling-v2-5-turbo", "kling-v2-1"}),
        providers=frozenset({"kling", "aimlapi"}),
        words=frozenset({"badger", "mushroom", "snake"}),
        adult_words=frozenset({"nude"}),
    )


def _existing(samples: Samples) -> Mapping[str, Any]:
    cast = samples.cast
    return {"channels": {cast.films, cast.log}, "log_channel_id": {cast.log}, "moderator_roles": {cast.moderators}}


def _settings(samples: Samples, existing: Mapping[str, Any]) -> ui.LayoutView:
    return look.settings_page(_strict(samples), partial(look.model_name, samples.catalog), existing)


def _overview(samples: Samples, **changes: Any) -> Overview:
    cast = samples.cast
    allowances = (Allowance(Holder.ROLE, cast.painters, 300), Allowance(Holder.MEMBER, cast.bob, Word.FORBIDDEN))
    blocks = (samples.block(NOW + timedelta(days=3)),)
    window = (NOW.replace(hour=0, minute=0), NOW.replace(hour=0, minute=0) + timedelta(days=1))
    server = _strict(samples)
    return replace(Overview(server, 1830, *window, allowances, blocks, 70), **changes)


def _entries(samples: Samples) -> list[Entry]:
    cast, entry = samples.cast, samples.entry
    return [
        entry(8999, "reserve", held=35, job_id=_JOB),
        entry(8998, "settle", held=-35, spent=35, job_id=_JOB, grant_id=2),
        entry(8997, "release", held=-42, job_id=_JOB, member_id=cast.bob),
        entry(8996, "grant", added=60, grant_id=3, actor_id=cast.mia, reason=REASON),
        entry(8995, "grant", added=20, grant_id=4, actor_id=cast.bob, partner_id=cast.bob),
        entry(8994, "adjust", added=-20, grant_id=2, actor_id=cast.alice, partner_id=cast.alice, member_id=cast.bob),
        entry(8993, "adjust", added=84, actor_id=cast.mia, reason="the provider was down all day"),
        entry(8992, "adjust", added=-10, grant_id=1, actor_id=cast.mia),
        entry(8991, "carry", spent=14),
    ]


def _changes(samples: Samples) -> list[Change]:
    """One of each kind, the newest first."""
    cast, change = samples.cast, samples.change
    until = (NOW + timedelta(days=3)).isoformat()
    free = {"blocked": False, "block_reason": "", "until": None}
    blocked = {"blocked": True, "block_reason": "posted the same picture forty times", "until": until}
    bob, alice = {"member_id": cast.bob}, {"member_id": cast.alice}

    def moved(state: JobState, **more: Any) -> dict[str, Any]:
        return {"job": _JOB, "state": state, **more}

    return [
        change(Action.SETTINGS, {"pool": "unlimited", "cooldown": 0}, {"pool": 3000, "cooldown": 90}),
        change(Action.SET_DEFAULT, {"allowance": 100}, {"allowance": 200}),
        change(Action.SET_MEMBER, {"allowance": None}, {"allowance": 0}, **bob, reason="asked for a break"),
        change(Action.SET_ROLE, {"allowance": None}, {"allowance": 300}, role_id=cast.painters, reason="they paint"),
        change(Action.GRANT, {"left": 0, "until": None}, {"left": 60, "until": until}, **alice, reason=REASON),
        change(Action.TAKE_BACK, {"left": 60}, {"left": 20}, **alice),
        change(Action.GIVE, {"left": 0, "giver_left": 60}, {"left": 20, "giver_left": 40}, **bob, actor_id=cast.alice),
        change(Action.RESET, {"used": 84}, {"used": 0}, **alice),
        change(Action.BLOCK, free, blocked, **bob, reason=blocked["block_reason"]),
        change(Action.UNBLOCK, blocked, free, **bob),
        change(Action.CANCEL, moved(JobState.QUEUED), moved(JobState.CANCELED), **alice),
        change(Action.UNCERTAIN, moved(JobState.SUBMITTING), moved(JobState.UNCERTAIN), **alice, actor_id=0),
        change(
            Action.RESOLVE,
            moved(JobState.UNCERTAIN, task=None),
            moved(JobState.RUNNING, task="831954207"),
            **alice,
            reason="seen in the provider's console",
        ),
        change(
            Action.LATE, moved(JobState.RUNNING, late=False), moved(JobState.RUNNING, late=True), **alice, actor_id=0
        ),
        change(Action.DELETE, {"job": _JOB, "deleted": False}, {"job": _JOB, "deleted": True}, **alice),
    ]


def _log(action: Action) -> Scene:
    return public(lambda it: look.change_panel(next(one for one in _changes(it) if one.action is action)))


def _page(cog: str, make: Any) -> Scene:
    def show(samples: Samples) -> Message:
        found = make(samples)
        turns = Page(cog, trail=(9100,)).turns([*found, found[-1]], len(found))
        return Message(look.changes_page(found, turns) if cog == "Settings" else look.history_page(found, None, turns))

    return show


def _resolved(samples: Samples) -> Message:
    change = next(one for one in _changes(samples) if one.action is Action.RESOLVE)
    return Message(look.changed(change, look.resolved_note(change)))


def _noted(samples: Samples) -> Message:
    return Message(look.changed(_changes(samples)[0], *(note() for note in _NOTES)))


def _report(made: MadeReport, upload_limit: int = UPLOAD_LIMIT) -> Message:
    return Message(look.report(made, upload_limit), files=look.report_files(made, upload_limit))


def _status(*, calm: bool) -> Report:
    records = {"kling": Record(46, 2, timedelta(seconds=170)), "aimlapi": Record(0, 3, None)}
    pauses = (
        Pause("aimlapi", "", NOW + timedelta(minutes=20), "502"),
        Pause("kling", "kling-v3", NOW + timedelta(hours=2), "gone"),
    )
    if calm:
        return Report(Standing(Queue(), Queue(), None, 0, 0, 0, {"kling": records["kling"]}, ()), ("kling",), ())
    busy = Standing(Queue(7, 3), Queue(19, 8), NOW - timedelta(minutes=6), 1, 2, 1, records, pauses)
    return Report(busy, ("ai302", "aimlapi", "kling"), ("gateway", "database"))


def _greeting(samples: Samples, *, lacking: bool) -> Message:
    missing = ("create_public_threads", "attach_files") if lacking else ()
    here = ("embed_links",) if lacking else ()
    check: ui.ActionRow[Any] = ui.ActionRow(CheckAgain())
    return Message(look.greeting(samples.server(), missing, here, samples.commands, check), private=False)


QUOTAS: Final[Scenes] = {
    "usage": private(
        lambda it: look.my_usage(it.usage(), it.server(), [it.done(), it.job(JobState.FAILED)], it.catalog)
    ),
    "usage-with-grants-and-rules": private(
        lambda it: look.my_usage(it.usage(grants=it.grants(), pool_left=40), _strict(it), [it.job()], it.catalog)
    ),
    "usage-blocked": private(lambda it: look.my_usage(it.usage(block=it.block()), it.server(), [], it.catalog)),
    "usage-unlimited": private(lambda it: look.my_usage(it.usage(Word.UNLIMITED), it.server(), [], it.catalog)),
    "usage-forbidden": private(
        lambda it: look.my_usage(it.usage(Word.FORBIDDEN, grants=it.grants()), it.server(), [], it.catalog)
    ),
    "quota-of-member": private(lambda it: look.quota_of_member(it.cast.bob, it.usage(grants=it.grants()))),
    "quota-of-blocked-member": private(
        lambda it: look.quota_of_member(it.cast.bob, it.usage(block=it.block(NOW + timedelta(days=3))))
    ),
    "quota-of-role": private(lambda it: look.quota_of_role(it.cast.painters, _overview(it))),
    "quota-of-role-without-own": private(lambda it: look.quota_of_role(it.cast.moderators, _overview(it))),
    "quota-of-server": private(lambda it: look.quota_overview(_overview(it))),
    "quota-of-new-server": private(
        lambda it: look.quota_overview(_overview(it, server=it.server(), allowances=(), blocks=(), granted=0))
    ),
    "ledger": _page("Quota", _entries),
    "ledger-of-member": private(lambda it: look.history_page(_entries(it)[:2], it.cast.alice, None)),
    "ledger-empty": private(lambda it: look.history_page([], it.cast.alice, None)),
    "given": private(lambda it: look.given(next(one for one in _changes(it) if one.action is Action.GIVE))),
    "report": lambda it: _report(it.report),
    "report-without-picture": lambda it: _report(replace(it.report, picture=None), upload_limit=0),
}

SETTINGS: Final[Scenes] = {
    "settings": private(lambda it: look.settings_page(it.server(), str, {})),
    "settings-all-set": private(lambda it: _settings(it, {})),
    "settings-with-deleted": private(lambda it: _settings(it, _existing(it))),
    "words": private(lambda it: look.words_page("words", _strict(it).words)),
    "words-none": private(lambda _: look.words_page("words", ())),
    "adult-words-none": private(lambda _: look.words_page("adult_words", ())),
    "changed-with-all-notes": _noted,
    "changed-nothing": private(
        lambda it: look.changed(it.change(Action.SET_DEFAULT, {"allowance": 200}, {"allowance": 200}))
    ),
    "resolved": _resolved,
    "audit": _page("Settings", _changes),
    "audit-empty": private(lambda _: look.changes_page([], None)),
    "status": private(lambda it: look.status_page(_status(calm=False), "1.4.0", it.commands)),
    "status-calm": private(lambda it: look.status_page(_status(calm=True), "1.4.0", it.commands)),
    "welcome": lambda it: _greeting(it, lacking=False),
    "welcome-lacking": lambda it: _greeting(it, lacking=True),
}

LOG: Final[Scenes] = {f"log-{action}": _log(action) for action in Action if action is not Action.FLAG}

"""Time zones by the names that moderators type."""

import difflib
from typing import Final
from zoneinfo import available_timezones

from bot.look import escaped
from cogs.errors import NotChanged
from languages.sentence import Sentence, listed

_ZONES: Final = {zone.casefold(): zone for zone in sorted(available_timezones() - {"Factory", "localtime"})}
_SUGGESTIONS: Final = 25
"""Discord shows no more."""


def zone_named(typed: str) -> str:
    """The IANA name, whatever its case; ``NotChanged`` with those that may have been meant."""
    folded = _folded(typed)
    if (zone := _ZONES.get(folded)) is not None:
        return zone
    near = difflib.get_close_matches(folded, _ZONES, n=3, cutoff=0.5)
    meant = [_ZONES[name] for name in near] or zones_like(typed)[:3]
    raise NotChanged(
        Sentence("settings-no-zone", typed=escaped(typed, 40)),
        Sentence("settings-did-you-mean", names=listed(meant)) if meant else Sentence("settings-zone-form"),
    )


def zones_like(typed: str) -> list[str]:
    """At most 25 zones for what has been typed so far: those with a city that begins so first."""
    folded = _folded(typed)
    found = [(not f"/{name}".count(f"/{folded}"), zone) for name, zone in _ZONES.items() if folded in name]
    return [zone for _, zone in sorted(found)][:_SUGGESTIONS]


def _folded(typed: str) -> str:
    return typed.strip().replace(" ", "_").casefold()

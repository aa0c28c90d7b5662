"""All scenes, by group and name."""

from collections.abc import Mapping
from typing import Final

from sandbox.gallery.cards import CARDS, RESULTS
from sandbox.gallery.moderation import LOG, QUOTAS, SETTINGS
from sandbox.gallery.orders import ORDERS, REFUSALS
from sandbox.gallery.own import DATA, FORMS, LISTS
from sandbox.gallery.scene import Scenes

GROUPS: Final[Mapping[str, Scenes]] = {
    "cards": CARDS,
    "results": RESULTS,
    "orders": ORDERS,
    "refusals": REFUSALS,
    "quotas": QUOTAS,
    "settings": SETTINGS,
    "log": LOG,
    "lists": LISTS,
    "data": DATA,
    "forms": FORMS,
}
"""Those of ``forms`` are forms, all others are messages."""

"""Where an order's card and video go, as far as that can be known before anything is charged."""

from dataclasses import dataclass
from enum import StrEnum

from languages.sentence import Sentence, listed
from storage.quota_records import Place


class Threads(StrEnum):
    """Whether the place that an order was sent from has threads."""

    HAS = "has"
    INSIDE = "inside"
    """It is a thread, or a forum's post, which is one too."""
    NONE = "none"
    """The chat of a voice or stage channel, for one."""


@dataclass(frozen=True)
class Spot:
    """What Discord says, with an order, of the place that it was sent from.

    ``missing`` are the permissions (Discord's names) that the bot lacks there for threads. ``parent_id`` is the channel
    around a thread, where everybody who sees the thread sees it and messages can be posted.
    """

    threads: Threads = Threads.HAS
    missing: tuple[str, ...] = ()
    parent_id: int | None = None

    def place(self, wanted: Place) -> Place:
        """What is possible here of what the server wants."""
        return wanted if self.threads is Threads.HAS and not self.missing else Place.CHANNEL

    def told(self, wanted: Place) -> Sentence:
        """Where the member will find card and video, and why not where the server wants them."""
        if self.threads is Threads.INSIDE:
            return Sentence("places-told-inside")
        if wanted is Place.CHANNEL or self.place(wanted) is wanted:
            return Sentence(f"places-told-{wanted}")
        if self.threads is Threads.NONE:
            return Sentence("places-told-no-threads")
        names = [Sentence(f"permission-{name.replace('_', '-')}") for name in self.missing]
        return Sentence("places-told-missing", permissions=listed(names, "and"))

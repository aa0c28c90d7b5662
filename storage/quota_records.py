"""Records of what moderators run: a server's settings, allowances, grants, blocks, and the accounts of all that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from storage.limits import Limit, Word, left_of, plus
from storage.windows import Period


class Place(StrEnum):
    """Where a server wants its videos."""

    THREAD = "thread"
    """Each in a thread of its own, under its card."""
    MEMBER = "member"
    """Each member's, with their cards, in one thread of that member."""
    CHANNEL = "channel"
    """In the channel where it was ordered."""


class Adult(StrEnum):
    """Where prompts with adult words are taken."""

    FORBIDDEN = "forbidden"
    AGE_RESTRICTED = "age_restricted"
    """In channels that Discord shows to adults only."""


@dataclass(frozen=True)
class Server:
    """A server's settings.

    ``allowance`` is each member's in a window and ``pool`` all members' together (credits); ``most_credits`` bounds one
    video's price; ``member_running`` and ``server_running`` the videos that are on their way at once; ``cooldown``
    (seconds) the time between two orders of a member. ``confirm_percent`` is the share of what a member has in a window
    from which `/animate` asks first. Empty sets of channels, roles, models and providers mean all of them; a channel
    stands for its threads, a category for its channels. ``time_zone`` is an IANA name.
    ``language`` is what the bot posts in; without, it is that of the server's Discord.
    """

    server_id: int
    allowance: Limit
    pool: Limit = Word.UNLIMITED
    period: Period = Period.DAY
    time_zone: str = "UTC"
    most_credits: Limit = Word.UNLIMITED
    member_running: Limit = Word.UNLIMITED
    server_running: Limit = Word.UNLIMITED
    cooldown: int = 0
    confirm_percent: int | None = 50
    giving: bool = False
    place: Place = Place.THREAD
    language: str | None = None
    adult: Adult = Adult.FORBIDDEN
    log_channel_id: int | None = None
    channels: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()
    moderator_roles: frozenset[int] = frozenset()
    models: frozenset[str] = frozenset()
    providers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    adult_words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Origin:
    """As whom and from where an order comes.

    ``place_ids`` are the channel, what it is a thread of, and its category; ``age_restricted`` is Discord's word.
    """

    role_ids: frozenset[int] = frozenset()
    place_ids: frozenset[int] = frozenset()
    age_restricted: bool = False


NOWHERE = Origin()
"""The origin of an order that no setting restricts."""


class Holder(StrEnum):
    """Whose allowance; in the order in which they count."""

    MEMBER = "member"
    ROLE = "role"
    SERVER = "server"


@dataclass(frozen=True)
class Allowance:
    """What somebody may spend in a window. ``holder_id`` is a member's, a role's or the server's id."""

    holder: Holder
    holder_id: int
    limit: Limit


@dataclass(frozen=True)
class Grant:
    """Extra credits of a member, as far as they are ``left``; without ``until`` they never end."""

    id: int
    credits: int
    left: int
    until: datetime | None
    reason: str


@dataclass(frozen=True)
class Block:
    """A member who may not order; without ``until`` for good."""

    member_id: int
    until: datetime | None
    reason: str
    actor_id: int
    at: datetime


@dataclass(frozen=True)
class Usage:
    """A member's credits.

    ``used`` is what the current window's allowance has lost to videos, made or on their way, less what a reset gave
    back; ``spent`` the part of it for videos that are made. ``held`` is set aside for videos on their way, from this
    window, earlier ones and grants. ``grants`` have something left, in the order in which they are used. ``pool_left``
    is what all members of the server together can still reserve.
    """

    allowance: Allowance
    used: int
    spent: int
    held: int
    window_start: datetime
    renews_at: datetime
    grants: tuple[Grant, ...] = ()
    block: Block | None = None
    pool_left: Limit = Word.UNLIMITED

    @property
    def left(self) -> Limit:
        """What can still be reserved, with the grants; a word where the allowance is one."""
        return plus(left_of(self.allowance.limit, self.used), self.granted)

    @property
    def granted(self) -> int:
        """What is left of all grants."""
        return sum(grant.left for grant in self.grants)


class Action(StrEnum):
    """What was changed, in an audit record."""

    SETTINGS = "settings"
    SET_DEFAULT = "set-default"
    SET_MEMBER = "set-member"
    SET_ROLE = "set-role"
    GRANT = "grant"
    TAKE_BACK = "take-back"
    GIVE = "give"
    RESET = "reset"
    BLOCK = "block"
    UNBLOCK = "unblock"
    CANCEL = "cancel"
    """A moderator took another member's job back."""
    UNCERTAIN = "uncertain"
    """The bot cannot find out what became of a job, which a moderator has to resolve."""
    RESOLVE = "resolve"
    LATE = "late"
    """The task of a job takes far too long; the bot goes on waiting for it."""
    DELETE = "delete"
    """A moderator deleted another member's video."""
    FLAG = "flag"
    """Somebody reported a video; reports are those about credits, so this has another word."""


BOT: Final = 0
"""The actor of what the bot does by itself."""


@dataclass(frozen=True)
class Change:
    """A change that somebody made, as the audit keeps it.

    ``before`` and ``after`` hold the same names: fields of ``Server``, or ``allowance`` (``None``: no own one),
    ``left`` and ``giver_left`` (credits of grants that can be used), ``used`` (of the window's allowance), ``blocked``
    (bool), ``block_reason``, ``until`` (ISO 8601 in UTC, or ``None``); of a job ``job`` (its id, twice the same),
    ``state``, ``task`` (the provider's id, or ``None``), ``deleted`` (bool) and ``flags`` (how often it was flagged).
    Sets are sorted lists. ``member_id`` or ``role_id`` is whom it is about; neither, the server.
    """

    id: int
    at: datetime
    server_id: int
    actor_id: int
    action: Action
    member_id: int | None
    role_id: int | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str

    @property
    def changed(self) -> bool:
        """Whether anything is different now."""
        return self.before != self.after


@dataclass(frozen=True)
class Entry:
    """One ledger entry of a member. Without ``actor_id`` the bot made it by itself.

    ``added`` are credits that a grant or a reset brought (or took), ``held`` and ``spent`` the change of what is set
    aside and of what is used up; ``grant_id`` is 0 for the allowance; ``partner_id`` is the other member of a gift.
    """

    id: int
    at: datetime
    kind: str
    member_id: int
    grant_id: int
    job_id: str | None
    added: int
    held: int
    spent: int
    actor_id: int | None
    reason: str
    partner_id: int | None = None


@dataclass(frozen=True)
class Overview:
    """A server's quotas at a glance. ``pool_used`` and ``window`` belong to the current window."""

    server: Server
    pool_used: int
    window_start: datetime
    renews_at: datetime
    allowances: tuple[Allowance, ...]
    blocks: tuple[Block, ...]
    granted: int


@dataclass(frozen=True)
class MadeVideo:
    """What a report counts of a job. ``waited`` (seconds) is from the order to the result, of delivered ones."""

    at: datetime
    member_id: int
    model: str
    state: str
    credits: int
    waited: float | None = None


@dataclass(frozen=True)
class Report:
    """What happened on a server from ``start`` to before ``end``; days are those of ``time_zone``."""

    server_id: int
    start: datetime
    end: datetime
    time_zone: str
    videos: tuple[MadeVideo, ...] = field(repr=False, default=())


@dataclass(frozen=True)
class Draft:
    """An order that its member has yet to confirm, at ``credits``; ``order`` is JSON that its maker reads again."""

    id: str
    server_id: int
    member_id: int
    credits: int
    order: Mapping[str, Any] = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True)
class Unposted:
    """A change that the server's log channel has yet to show."""

    change: Change
    channel_id: int
